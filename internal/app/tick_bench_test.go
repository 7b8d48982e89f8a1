package app

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"path/filepath"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/store"
	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/service/controller"
)

// BenchmarkTickOf10000Machines is a tick of one site of 10,000 machines in ten
// classes, from the reading of its market to the stored decision, on a store
// in a file and without devices. The budget is 50 ms.
func BenchmarkTickOf10000Machines(b *testing.B) {
	st, err := store.Open(b.Context(), "sqlite:"+filepath.Join(b.TempDir(), "tick.db"), store.Options{})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { st.Close() })
	start := time.Date(2026, 1, 15, 18, 0, 0, 0, time.UTC)
	observeDay(b, st, start)
	council, err := library{}.councilOf("threshold", json.RawMessage("{}"))
	if err != nil {
		b.Fatal(err)
	}
	now := &still{at: start}
	c, err := controller.New(controller.Config{
		Members: []controller.Member{{Site: tenThousand()}}, Council: council, Limits: market.DefaultLimits(),
		Offset: 20 * time.Second, Deadline: 20 * time.Second,
		History: st, Ledger: st, Commands: st, Orders: st, Wishes: st, Meters: st, Clock: now, Log: slog.New(slog.DiscardHandler),
	})
	if err != nil {
		b.Fatal(err)
	}
	for interval := unit.IntervalAt(start, unit.Control); b.Loop(); interval = interval.Next() {
		now.at = interval.Start
		c.Tick(b.Context(), interval, false)
		if _, stats := c.Next(); stats.Decided != 1 {
			b.Fatalf("not decided: %+v", stats)
		}
	}
}

// still is a clock that stands where it is put.
type still struct {
	clock.Wall
	at time.Time
}

func (s *still) Now() time.Time { return s.at }

func tenThousand() site.Site {
	s := site.Site{ID: "big", Point: "LZ_WEST", Limits: site.Limits{SiteMW: 40}, Contract: site.Contract{Kind: site.Index}}
	for i := range 10 {
		s.Classes = append(s.Classes, site.Class{
			ID: fmt.Sprintf("class-%d", i), Kind: site.ASIC, Units: 1000,
			Levels: []site.Level{{Name: "asleep", Watts: 15}, {Name: "rated", Watts: 3500, THs: unit.THs(110 + 10*i)}},
		})
	}
	return s
}

// observeDay stores a day of what a tick reads.
func observeDay(b *testing.B, st *store.Store, start time.Time) {
	b.Helper()
	var batch market.Batch
	put := func(kind market.Kind, key string, i unit.Interval, value float64) {
		batch.Observations = append(batch.Observations, market.Observation{
			Series: market.Series{Kind: kind, Key: key}, Interval: i, Value: value, Source: "bench",
			Published: i.Start, Fetched: i.Start, Known: i.Start, Simulated: true,
		})
	}
	for i := unit.IntervalAt(start.Add(-4*time.Hour), unit.Control); i.Start.Before(start.Add(24 * time.Hour)); i = i.Next() {
		put(market.RTLMP, "LZ_WEST", i, 30+float64(i.Start.Minute()))
		if i.Start.Minute()%15 == 0 {
			put(market.RTSPP, "LZ_WEST", i.Within(unit.Settlement), 30)
		}
		if i.Start.Minute() == 0 {
			put(market.DASPP, "LZ_WEST", unit.Interval{Start: i.Start, Length: time.Hour}, 35)
			put(market.HashpriceUSD, "", unit.Interval{Start: i.Start}, 45)
		}
	}
	if _, err := st.PutBatch(b.Context(), batch); err != nil {
		b.Fatal(err)
	}
}
