package bus_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/pouw-dem/pouwdem/internal/adapter/bus"
	"github.com/pouw-dem/pouwdem/internal/adapter/bus/bustest"
	"github.com/pouw-dem/pouwdem/internal/core/market"
)

func encode(t testing.TB, b bus.Bids) []byte {
	t.Helper()
	raw, err := json.Marshal(b)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

func TestASiteTakesNoBidsThatNoCoordinatorWouldSend(t *testing.T) {
	for name, change := range map[string]func(*bus.Bids){
		"no time":               func(b *bus.Bids) { b.At = time.Time{} },
		"too many":              func(b *bus.Bids) { b.Queue.Bids = make([]market.Bid, market.MostBids+1) },
		"fewer workers than 0":  func(b *bus.Bids) { b.Queue.Servers = -1 },
		"workers without end":   func(b *bus.Bids) { b.Queue.Servers = 1 << 30 },
		"no share":              func(b *bus.Bids) { b.Queue.RenewableFrom = -0.1 },
		"a long reason":         func(b *bus.Bids) { b.Queue.Why = strings.Repeat("w", 301) },
		"many bytes":            func(b *bus.Bids) { b.Queue.Why = strings.Repeat("w", 1<<17) },
		"no task":               func(b *bus.Bids) { b.Queue.Bids[0].Task = "t" },
		"a task twice":          func(b *bus.Bids) { b.Queue.Bids = append(b.Queue.Bids, b.Queue.Bids[0]) },
		"a light one":           func(b *bus.Bids) { b.Queue.Bids[0].Class = "light" },
		"above CRITICAL":        func(b *bus.Bids) { b.Queue.Bids[0].Priority = 4 },
		"no deadline":           func(b *bus.Bids) { b.Queue.Bids[0].Deadline = time.Time{} },
		"no energy":             func(b *bus.Bids) { b.Queue.Bids[0].EnergyWh = 0 },
		"it wants to be paid":   func(b *bus.Bids) { b.Queue.Bids[0].Pays = -1 },
		"a price without bound": func(b *bus.Bids) { b.Queue.Bids[0].Pays = 1e300 },
		"priced by nobody":      func(b *bus.Bids) { b.Queue.Bids[0].PriceBy = "" },
	} {
		b := bustest.Bids()
		change(&b)
		if got, err := bus.ReadBids(encode(t, b)); err == nil || !got.At.IsZero() {
			t.Errorf("%s: taken as %+v", name, got)
		}
	}
	if _, err := bus.ReadBids([]byte(`{"at_utc":1`)); err == nil {
		t.Error("no JSON was taken")
	}
	if got, err := bus.ReadBids(encode(t, bustest.Bids())); err != nil || !cmp.Equal(got, bustest.Bids()) {
		t.Errorf("%+v %v", got, err)
	}
}

func FuzzReadBids(f *testing.F) {
	f.Add(encode(f, bustest.Bids()))
	f.Add([]byte(`{"at_utc":"2026-07-01T12:00:00+05:00","queue":{"bids":null,"why":"no task is made"}}`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		b, err := bus.ReadBids(raw)
		if err != nil {
			return
		}
		again, err := bus.ReadBids(encode(t, b))
		if err != nil || !cmp.Equal(again, b) {
			t.Errorf("%+v is read as %+v: %v", b, again, err)
		}
	})
}
