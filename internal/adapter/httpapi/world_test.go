package httpapi_test

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"slices"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/httpapi"
	"github.com/pouw-dem/pouwdem/internal/core/episode"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/report"
	"github.com/pouw-dem/pouwdem/internal/core/report/reporttest"
	"github.com/pouw-dem/pouwdem/internal/core/settle"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// world is everything behind the server, in memory.
type world struct {
	mu        sync.Mutex
	now       time.Time
	decisions []episode.Decision // newest first
	settled   []settle.Settlement
	orders    map[string]site.Orders
	events    []episode.Event
	changed   chan struct{}
	audited   []httpapi.Change
	broken    error // what every reading of the store gives, if anything
	auditFail error
	stops     []string
	checks    []report.Check
}

func newWorld() *world {
	i := unit.IntervalAt(time.Date(2026, 1, 31, 18, 5, 0, 0, time.UTC), unit.Control)
	w := &world{
		now: i.Start.Add(time.Minute), decisions: reporttest.Decisions(i, 12),
		orders: make(map[string]site.Orders), changed: make(chan struct{}),
		checks: []report.Check{{Name: "store", OK: true, Detail: "sqlite"}},
	}
	for k := range w.decisions[:8] {
		w.settled = append(w.settled, reporttest.Settled(&w.decisions[k]))
	}
	slices.Reverse(w.decisions)
	return w
}

func (w *world) Now() time.Time { w.mu.Lock(); defer w.mu.Unlock(); return w.now }

func (w *world) advance(d time.Duration) { w.mu.Lock(); defer w.mu.Unlock(); w.now = w.now.Add(d) }

func (w *world) Speed() float64 { return 1 }

func (w *world) Sleep(ctx context.Context, _ time.Duration) error { return ctx.Err() }

func (w *world) Decision(_ context.Context, id, key string) (episode.Decision, bool, error) {
	for _, d := range w.decisions {
		if d.Site == id && d.Key == key {
			return d, true, w.broken
		}
	}
	return episode.Decision{}, false, w.broken
}

func (w *world) Decisions(_ context.Context, id string, from, to time.Time, limit int) ([]episode.Decision, error) {
	var list []episode.Decision
	for _, d := range w.decisions {
		in := !d.Interval.Start.Before(from) && d.Interval.Start.Before(to)
		if in && (id == "" || id == d.Site) && (limit == 0 || len(list) < limit) {
			d.Input = episode.Input{}
			list = append(list, d)
		}
	}
	return list, w.broken
}

func (w *world) Settlements(_ context.Context, id string, from, to time.Time) ([]settle.Settlement, error) {
	var list []settle.Settlement
	for _, s := range w.settled {
		if (id == "" || id == s.Site) && !s.Interval.Start.Before(from) && s.Interval.Start.Before(to) {
			list = append(list, s)
		}
	}
	return list, w.broken
}

func (w *world) SettlementVersions(_ context.Context, id string, i unit.Interval) ([]settle.Settlement, error) {
	var list []settle.Settlement
	for _, s := range w.settled {
		if s.Site == id && s.Interval.Start.Equal(i.Start) {
			list = append(list, s)
		}
	}
	return list, w.broken
}

func (w *world) Rollup(_ context.Context, _ string, _, _ time.Time, _ string) ([]report.Sum, error) {
	return reporttest.Sums(w.settled), w.broken
}

func (w *world) Catalogue(context.Context) ([]report.SeriesInfo, error) {
	return []report.SeriesInfo{{Count: 3, First: w.now.Add(-time.Hour), Newest: market.Observation{
		Series: market.Series{Kind: market.RTSPP, Key: "LZ_WEST"}, Interval: unit.Interval{Start: w.now.Add(-15 * time.Minute), Length: unit.Settlement},
		Value: 31, Source: "ercot/np6-905-cd", Known: w.now, Simulated: true,
	}}}, w.broken
}

func (w *world) Downsample(_ context.Context, _ market.Series, from, _ time.Time, _ time.Duration) ([]report.Point, error) {
	return []report.Point{{Start: from, Mean: 2, Min: 1, Max: 3, Simulated: true}}, w.broken
}

func (w *world) Range(context.Context, market.Series, time.Time, time.Time, time.Time) ([]market.Observation, error) {
	return []market.Observation{{Interval: unit.Interval{Start: time.Unix(0, 0)}, Value: 40}}, w.broken
}

func (w *world) Commands(_ context.Context, id, key string) ([]episode.Command, error) {
	return []episode.Command{{Site: id, Decision: key, Class: "asic", Target: 7, State: "confirmed"}}, w.broken
}

func (w *world) LatestReadings(context.Context) ([]site.Reading, error) {
	return []site.Reading{{Site: "west-1", Class: "asic", At: w.now, Power: 7, THs: 400_000, Simulated: true}}, w.broken
}

func (w *world) Orders(_ context.Context, id string, _ time.Time) (site.Orders, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.orders[id], w.broken
}

func (w *world) Events(_ context.Context, after int64, limit int) ([]episode.Event, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	list := slices.Clone(w.events[min(int(after), len(w.events)):])
	return list[:min(limit, len(list))], w.broken
}

func (w *world) LastSeq(context.Context) (int64, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return int64(len(w.events)), w.broken
}

func (w *world) Changed() <-chan struct{} {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.changed
}

// happen adds n events and announces them.
func (w *world) happen(n int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for range n {
		w.events = append(w.events, episode.Event{
			Seq: int64(len(w.events) + 1), Kind: "decision", Site: "west-1", At: w.now, Body: []byte(`{"n":1}`),
		})
	}
	close(w.changed)
	w.changed = make(chan struct{})
}

func (w *world) Override(_ context.Context, id string, o site.Override) error {
	return w.change(id, func(orders *site.Orders) { orders.Overrides = append(orders.Overrides, o) })
}

func (w *world) CancelOverride(_ context.Context, id, override string) error {
	return w.change(id, func(orders *site.Orders) {
		orders.Overrides = slices.DeleteFunc(orders.Overrides, func(o site.Override) bool { return o.ID == override })
	})
}

func (w *world) Award(_ context.Context, id string, a site.Award) error {
	return w.change(id, func(orders *site.Orders) { orders.Awards = append(orders.Awards, a) })
}

func (w *world) Submit(_ context.Context, id string, ins site.Instruction) (bool, error) {
	return true, w.change(id, func(orders *site.Orders) { orders.Instructions = append(orders.Instructions, ins) })
}

func (w *world) Stop(_ context.Context, id string, on bool, by string) error {
	w.mu.Lock()
	w.stops = append(w.stops, id+" "+by)
	w.mu.Unlock()
	return w.change("west-1", func(orders *site.Orders) { orders.Stop = on })
}

func (w *world) change(id string, do func(*site.Orders)) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	orders := w.orders[id]
	do(&orders)
	w.orders[id] = orders
	return nil
}

func (w *world) Retrain(context.Context) (string, error) { return "job-1", nil }

func (w *world) Job(id string) (report.Job, bool) {
	return report.Job{ID: "job-1", Kind: "retrain", State: "done"}, id == "job-1"
}

func (w *world) Cancel(id string) bool { return id == "job-1" }

func (w *world) Agent(context.Context) (report.AgentStatus, error) {
	return report.AgentStatus{Policy: "threshold", Params: map[string]any{"hysteresis": 1.15}}, w.broken
}

func (w *world) Audit(_ context.Context, c httpapi.Change) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.auditFail == nil {
		w.audited = append(w.audited, c)
	}
	return w.auditFail
}

func (w *world) Next() time.Time { return w.now.Add(4 * time.Minute) }

func (w *world) Settings() []report.Setting {
	return []report.Setting{{Name: "control", Value: "advise", Source: "default"}}
}

func (w *world) Feeds(time.Time) []report.FeedHealth {
	return []report.FeedHealth{{Name: "ercot/np6-905-cd", State: "ok"}}
}

func (w *world) Checks(context.Context) []report.Check { return slices.Clone(w.checks) }

func (w *world) Study() report.Grid {
	at, mw, bus := w.now, 5.0, 7
	return report.Grid{
		At: &at, Simulated: true, Status: "ok", Inputs: []report.Value{}, Zones: []report.GridZone{},
		Network: report.GridNetwork{Name: "synthetic-30", Synthetic: true, Buses: 30},
		Sites: []report.GridSite{{
			Site: reporttest.Site().ID, InNetwork: true, Bus: &bus, StudyMW: &mw, Verdict: "neutral",
			Binding: []report.GridBinding{{Branch: "138 kV 1-2", FlowMW: 50, LimitMW: 100, LoadingPct: 50, ShiftFactor: 0.5}},
		}},
	}
}

func (w *world) Map() report.GridMap {
	return report.GridMap{
		Zones: []string{}, Sites: []report.GridMapSite{},
		Buses: report.GridMapBuses{
			ID: []int{}, X: []float64{}, Y: []float64{}, Zone: []int{}, KV: []float64{}, VmPU: []*float64{}, PriceUSDPerMWh: []*float64{},
		},
		Branches: report.GridMapBranches{From: []int{}, To: []int{}, KV: []float64{}, LoadingPct: []*float64{}, LimitMVA: []*float64{}},
	}
}

func (w *world) Case() ([]byte, string, bool) { return []byte("function mpc = x\n"), "x", true }

// setup is the token that opens everything where none is configured. It is made
// up, as all tokens in these tests are.
const setup = "setup-word-of-a-test"

func config() httpapi.Config {
	return httpapi.Config{
		Version: "test", Role: "run", Control: "advise", World: "simulated", Sites: []site.Site{reporttest.Site()},
		Limits: market.DefaultLimits(), Renewable: 0.3, SetupToken: setup, Loopback: true,
	}
}

func deps(w *world) httpapi.Deps {
	return httpapi.Deps{
		Decisions: w, Ledger: w, Market: w, Machines: w, Orders: w, Outbox: w, Desk: w, Emergency: w, Tuner: w,
		Auditor: w, Process: w, Network: w, Recording: book{}, Trading: floor{}, Clock: w,
		Metrics: http.HandlerFunc(func(rw http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(rw, "up 1\n") }),
		Web: fstest.MapFS{
			"index.html":           {Data: []byte("<!doctype html><title>x</title>")},
			"assets/app-ABC123.js": {Data: []byte("export {}")},
			".keep":                {},
		},
		Log: slog.New(slog.DiscardHandler),
	}
}

func newServer(t testing.TB, w *world, change func(*httpapi.Config, *httpapi.Deps)) *httpapi.Server {
	t.Helper()
	cfg, d := config(), deps(w)
	if change != nil {
		change(&cfg, &d)
	}
	s, err := httpapi.New(cfg, d)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// call makes one request on loopback; a token, where given, goes with it.
func call(s *httpapi.Server, method, path, token, body string) *httptest.ResponseRecorder {
	r := request(method, path, body)
	if token != "" {
		r.Header.Set("Authorization", "Bearer "+token)
	}
	return serve(s, r)
}

func token(name string, role httpapi.Role, secret string) httpapi.Token {
	sum := sha256.Sum256([]byte(secret))
	return httpapi.Token{Name: name, Role: role, SHA256: hex.EncodeToString(sum[:])}
}

var errBroken = errors.New("disk on fire at /secret/path")
