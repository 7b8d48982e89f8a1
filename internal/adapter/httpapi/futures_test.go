package httpapi_test

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/pouw-dem/pouwdem/internal/adapter/httpapi"
	"github.com/pouw-dem/pouwdem/internal/core/report"
)

// floor trades, in memory.
type floor struct{}

func (floor) Futures(context.Context) (report.Futures, error) {
	return report.Futures{Open: true, FreeUSD: 12.5, Positions: []report.FuturesPosition{}}, nil
}

func (floor) Order(_ context.Context, w report.FuturesWish) (report.FuturesOrder, error) {
	return report.FuturesOrder{Long: w.Side == "long", Qty: w.PHs, Price: int64(w.USD * 1e6), Start: uint32(w.InH), End: uint32(w.InH + w.WindowH)}, nil
}

func (floor) Match(context.Context, report.FuturesOrder, report.FuturesOrder, uint32) (report.ChainDone, error) {
	return report.ChainDone{}, fmt.Errorf("%w: BadPair", httpapi.ErrTradeRefused)
}

func (floor) Margin(_ context.Context, usd float64) (report.Futures, error) {
	return report.Futures{Open: true, FreeUSD: usd, Positions: []report.FuturesPosition{}}, nil
}

func TestOrdersForFuturesAreSignedByOperatorsAndRefusalsAreTold(t *testing.T) {
	s := closedServer(t, newWorld())
	order := `{"side":"long","qty_ph_s":10,"price_usd_per_ph_day":32.5}`
	if rec := call(s, "POST", "/api/futures/orders", "", order); rec.Code != http.StatusUnauthorized {
		t.Errorf("without a token: %d", rec.Code)
	}
	rec := call(s, "POST", "/api/futures/orders", operatorToken, order)
	if rec.Code != http.StatusCreated || !strings.Contains(rec.Body.String(), `"price_micro_usd_per_ph_day":32500000`) || !strings.Contains(rec.Body.String(), `"end_epoch":26`) {
		t.Errorf("%d %s", rec.Code, rec.Body)
	}
	for _, bad := range []string{`{"side":"up","qty_ph_s":10,"price_usd_per_ph_day":32.5}`, `{"side":"long","qty_ph_s":0,"price_usd_per_ph_day":32.5}`, `{"side":"long","qty_ph_s":1,"price_usd_per_ph_day":-1}`} {
		if rec := call(s, "POST", "/api/futures/orders", operatorToken, bad); rec.Code != http.StatusUnprocessableEntity {
			t.Errorf("%s: %d", bad, rec.Code)
		}
	}
	signed := `{"trader":"0x` + strings.Repeat("ab", 20) + `","long":true,"price_micro_usd_per_ph_day":1,"qty_ph_s":1,"start_epoch":1,"end_epoch":2,` +
		`"deadline_utc":"2026-01-01T00:00:00Z","salt":"1","signature":"0x` + strings.Repeat("cd", 65) + `"}`
	rec = call(s, "POST", "/api/futures/positions", operatorToken, `{"long":`+signed+`,"short":`+signed+`}`)
	if rec.Code != http.StatusConflict || !strings.Contains(rec.Body.String(), "BadPair") {
		t.Errorf("a pair that does not cross: %d %s", rec.Code, rec.Body)
	}
	if rec := call(s, "GET", "/api/futures", viewerToken, ""); rec.Code != http.StatusOK || !strings.Contains(rec.Body.String(), `"free_usd":12.5`) {
		t.Errorf("%d %s", rec.Code, rec.Body)
	}
}
