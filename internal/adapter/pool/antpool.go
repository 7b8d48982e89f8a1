package pool

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync"

	"github.com/pouw-dem/pouwdem/internal/core/pools"
)

// antpool is AntPool (antpool.com, user API). Requests are signed over account,
// key and a number that has to grow; hashrates are decimal strings of H/s.
type antpool struct {
	*client

	mu   sync.Mutex
	last int64
}

// Read reads the account.
func (a *antpool) Read(ctx context.Context) (pools.Reading, error) {
	r := a.reading()
	r.Unit, r.Missing = "H/s", []string{"pool hashrate"}
	for _, step := range []struct {
		path  string
		extra url.Values
		into  func([]byte, *pools.Reading) error
	}{
		{"/api/accountOverview.htm", nil, antpoolOverview},
		{"/api/userWorkerList.htm", url.Values{"pageEnable": {"1"}, "pageSize": {"1000"}}, antpoolWorkers},
		{"/api/paymentHistoryV2.htm", url.Values{"type": {"recv"}, "pageEnable": {"1"}, "pageSize": {"31"}}, antpoolRewards},
		{"/api/paymentHistoryV2.htm", url.Values{"type": {"payout"}, "pageEnable": {"1"}, "pageSize": {"50"}}, antpoolPayouts},
	} {
		text, err := a.ask(ctx, &r, http.MethodPost, step.path, map[string]string{"Content-Type": "application/x-www-form-urlencoded"}, a.form(step.extra))
		if err == nil {
			var data []byte
			if data, err = antpoolData(text); err == nil {
				err = step.into(data, &r)
			}
		}
		if err != nil {
			return r, fmt.Errorf("antpool: %s: %w", step.path, err)
		}
	}
	return r, nil
}

// form is a signed request: HMAC-SHA256 over account, key and number, in capital
// hex.
func (a *antpool) form(extra url.Values) []byte {
	a.mu.Lock()
	a.last = max(a.last+1, a.cfg.Clock.Now().UnixMilli())
	nonce := strconv.FormatInt(a.last, 10)
	a.mu.Unlock()
	mac := hmac.New(sha256.New, []byte(a.cfg.Signature))
	mac.Write([]byte(a.cfg.Account + string(a.cfg.Key) + nonce))
	v := url.Values{
		"key": {string(a.cfg.Key)}, "nonce": {nonce}, "signature": {strings.ToUpper(hex.EncodeToString(mac.Sum(nil)))},
		"coin": {"BTC"}, "userId": {a.cfg.Account},
	}
	for name, values := range extra {
		v[name] = values
	}
	return []byte(v.Encode())
}

// antpoolData opens the envelope.
func antpoolData(text []byte) ([]byte, error) {
	var e struct {
		Code    loose    `json:"code"`
		Message string   `json:"message"`
		Data    rawBytes `json:"data"`
	}
	if err := decode(text, &e); err != nil {
		return nil, err
	}
	if e.Code != "0" {
		if strings.Contains(strings.ToLower(e.Message), "sign") {
			return nil, fmt.Errorf("the signature was refused (%.*q): the key is wrong, or this computer's clock is", longestError, e.Message)
		}
		return nil, fmt.Errorf("the pool answered code %s: %.*q", string(e.Code), longestError, e.Message)
	}
	return e.Data, nil
}

// rawBytes is JSON as it stands.
type rawBytes []byte

// UnmarshalJSON keeps a copy.
func (r *rawBytes) UnmarshalJSON(raw []byte) error {
	*r = append((*r)[:0], raw...)
	return nil
}

func antpoolOverview(data []byte, r *pools.Reading) error {
	var a struct {
		M10    loose `json:"hsLast10m"`
		H1     loose `json:"hsLast1h"`
		D1     loose `json:"hsLast1d"`
		Unpaid loose `json:"unpaidAmount"`
	}
	err := decode(data, &a)
	if err != nil {
		return err
	}
	r.Hashrate = pools.Hashrates{M5: a.M10.float(), H1: a.H1.float(), D1: a.D1.float()}
	r.Balance, err = a.Unpaid.sats()
	return err
}

func antpoolWorkers(data []byte, r *pools.Reading) error {
	var a struct {
		Rows []struct {
			Worker string `json:"worker"`
			M10    loose  `json:"last10m"`
			H1     loose  `json:"last1h"`
			D1     loose  `json:"last1d"`
		} `json:"rows"`
	}
	if err := decode(data, &a); err != nil {
		return err
	}
	if len(a.Rows) > mostWorkers {
		return fmt.Errorf("%w: %d workers", errAnswer, len(a.Rows))
	}
	for _, w := range a.Rows {
		r.Workers = append(r.Workers, pools.Worker{
			Name: w.Worker, Hashrate: pools.Hashrates{M5: w.M10.float(), H1: w.H1.float(), D1: w.D1.float()}, Online: w.M10.float() > 0,
		})
	}
	return nil
}

func antpoolRewards(data []byte, r *pools.Reading) error {
	var a struct {
		Rows []struct {
			At       string `json:"timestamp"`
			Hashrate string `json:"hashrate"` // "123.45 TH/s"
			PPS      loose  `json:"ppsAmount"`
			PPLNS    loose  `json:"pplnsAmount"`
			Solo     loose  `json:"soloAmount"`
			FPPSFee  loose  `json:"fppsFeeAmount"`
		} `json:"rows"`
	}
	if err := decode(data, &a); err != nil {
		return err
	}
	for _, d := range a.Rows {
		day := pools.Day{Day: pools.UTCDay(parseTime(d.At)), FeeSats: -1}
		for _, part := range []loose{d.PPS, d.PPLNS, d.Solo, d.FPPSFee} {
			sats, err := part.sats()
			if err != nil {
				return err
			}
			day.Sats += sats
		}
		number, unit, _ := strings.Cut(d.Hashrate, " ")
		if f, err := pools.Factor(unit); err == nil {
			day.Hashrate = f * loose(number).float()
		}
		day.Partial = !day.Day.Before(pools.UTCDay(r.At))
		r.Days = append(r.Days, day)
	}
	sortDays(r)
	return nil
}

func antpoolPayouts(data []byte, r *pools.Reading) error {
	var a struct {
		Rows []struct {
			At     string `json:"timestamp"`
			Amount loose  `json:"amount"`
			Tx     string `json:"txId"`
		} `json:"rows"`
	}
	if err := decode(data, &a); err != nil {
		return err
	}
	for _, p := range a.Rows {
		sats, err := p.Amount.sats()
		if err != nil {
			return err
		}
		r.Payouts = append(r.Payouts, pools.Payout{At: parseTime(p.At), Sats: sats, State: "confirmed", Ref: p.Tx})
	}
	return nil
}
