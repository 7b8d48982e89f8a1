package controller_test

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/store"
	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/core/episode"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/service/controller"
)

// bench is a controller of one site of 10 MW on a real store, with machines
// that do as the test says. Time is the test bubble's.
type bench struct {
	*controller.Controller
	t        *testing.T
	store    *store.Store
	machines *machines
	clock    clock.Clock
}

// begin is when a bubble's time starts, and a control interval.
func begin() time.Time { return time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC) }

func newBench(t *testing.T, change func(*controller.Config)) *bench {
	t.Helper()
	st, err := store.Open(t.Context(), "sqlite:"+filepath.Join(t.TempDir(), "bench.db"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	m := &machines{power: map[string]unit.MW{"s19": 10}, obeys: true}
	b := &bench{t: t, store: st, machines: m, clock: clock.Wall{}}
	cfg := controller.Config{
		Members: []controller.Member{{Site: tenMegawatts(), Agent: m}},
		Council: council(policy.Threshold{}), Limits: market.DefaultLimits(),
		History: st, Ledger: st, Commands: st, Orders: st, Wishes: st, Meters: st, Settings: st,
		Clock: b.clock, Log: slog.New(slog.DiscardHandler),
	}
	if change != nil {
		change(&cfg)
	}
	if b.Controller, err = controller.New(cfg); err != nil {
		t.Fatal(err)
	}
	return b
}

func (b *bench) close() {
	if err := b.store.Close(); err != nil {
		b.t.Error(err)
	}
}

// run runs the controller for a while, then stops it and waits for its end.
func (b *bench) run(d time.Duration) {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.t.Context(), d)
	defer cancel()
	if err := b.Run(ctx); err != nil {
		b.t.Fatal(err)
	}
}

// during runs the controller while do happens after a while.
func (b *bench) during(d, after time.Duration, do func()) {
	b.t.Helper()
	var done sync.WaitGroup
	done.Go(func() { time.Sleep(after); do() })
	b.run(d)
	done.Wait()
}

// decisions are the site's, the oldest first.
func (b *bench) decisions() []episode.Decision {
	b.t.Helper()
	newest, err := b.store.Decisions(b.t.Context(), "west", begin(), begin().Add(24*time.Hour), 100)
	if err != nil {
		b.t.Fatal(err)
	}
	var oldest []episode.Decision
	for i := len(newest) - 1; i >= 0; i-- {
		d, found, err := b.store.Decision(b.t.Context(), "west", newest[i].Key)
		if err != nil || !found {
			b.t.Fatalf("decision %s: found %t, error %v", newest[i].Key, found, err)
		}
		oldest = append(oldest, d)
	}
	return oldest
}

// fates are the newest states of the commands that carry a decision out.
func (b *bench) fates(key string) []episode.Command {
	b.t.Helper()
	commands, err := b.store.Commands(b.t.Context(), "west", key)
	if err != nil {
		b.t.Fatal(err)
	}
	return commands
}

// prices puts a settlement point price and a hashprice of 45 $/PH/day on record
// for every interval of some hours.
func (b *bench) prices(usd float64, hours int) {
	b.t.Helper()
	var batch market.Batch
	put := func(kind market.Kind, key string, i unit.Interval, value float64) {
		batch.Observations = append(batch.Observations, market.Observation{
			Series: market.Series{Kind: kind, Key: key}, Interval: i, Value: value, Source: "test",
			Published: i.Start, Fetched: i.Start, Known: i.Start,
		})
	}
	for i := unit.IntervalAt(begin().Add(-2*time.Hour), unit.Control); i.Start.Before(begin().Add(time.Duration(hours) * time.Hour)); i = i.Next() {
		put(market.RTLMP, "LZ_WEST", i, usd)
		if i.Start.Minute()%15 == 0 {
			put(market.RTSPP, "LZ_WEST", i.Within(unit.Settlement), usd)
		}
		if i.Start.Minute() == 0 {
			put(market.DASPP, "LZ_WEST", unit.Interval{Start: i.Start, Length: time.Hour}, usd)
			put(market.HashpriceUSD, "", unit.Interval{Start: i.Start}, 45)
		}
	}
	if _, err := b.store.PutBatch(b.t.Context(), batch); err != nil {
		b.t.Fatal(err)
	}
}

func council(champion policy.Policy) episode.Council {
	return episode.Council{Champion: champion, Params: json.RawMessage("{}"), Degraded: policy.Degraded{}, Baselines: []policy.Policy{policy.Always{}}}
}

func tenMegawatts() site.Site {
	return site.Site{
		ID: "west", Point: "LZ_WEST", Limits: site.Limits{SiteMW: 12}, Contract: site.Contract{Kind: site.Index},
		Classes: []site.Class{{
			ID: "s19", Kind: site.ASIC, Units: 2500,
			Levels: []site.Level{{Name: "asleep", Watts: 0}, {Name: "rated", Watts: 4000, THs: 140}},
		}},
	}
}

// machines are one class that does as it is told, or not.
type machines struct {
	mu       sync.Mutex
	power    map[string]unit.MW
	energy   unit.MWh
	read     time.Time
	obeys    bool
	lost     bool // commands are obeyed, and their answers lost
	silent   bool // nothing is answered before the caller gives up
	far      bool // not on loopback
	requests []string
	targets  []unit.MW
}

func (m *machines) Loopback() bool { return !m.far }

func (m *machines) Set(ctx context.Context, class string, target unit.MW, requestID string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.silent {
		m.mu.Unlock()
		<-ctx.Done()
		m.mu.Lock()
		return ctx.Err()
	}
	m.requests = append(m.requests, requestID)
	m.targets = append(m.targets, target)
	if m.obeys {
		m.count()
		m.power[class] = target
	}
	if m.lost {
		return errors.Join(site.ErrUnknown, errors.New("connection reset"))
	}
	return nil
}

// count adds the energy that was drawn since the meter was last looked at.
func (m *machines) count() {
	now := time.Now()
	if !m.read.IsZero() {
		m.energy += unit.MWh(float64(m.power["s19"]) * now.Sub(m.read).Hours())
	}
	m.read = now
}

func (m *machines) Read(ctx context.Context) ([]site.Reading, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.silent {
		m.mu.Unlock()
		<-ctx.Done()
		m.mu.Lock()
		return nil, ctx.Err()
	}
	m.count()
	r := site.Reading{Site: "west", Class: "s19", At: m.read, Power: m.power["s19"], Energy: m.energy, THs: unit.THs(m.power["s19"] / 10 * 350_000), UnitsOn: 2500, Source: "test"}
	meter := r
	meter.Class = ""
	return []site.Reading{r, meter}, nil
}

func (m *machines) do(change func(m *machines)) {
	m.mu.Lock()
	defer m.mu.Unlock()
	change(m)
}
