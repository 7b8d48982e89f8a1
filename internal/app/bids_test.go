package app

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/bus"
	"github.com/pouw-dem/pouwdem/internal/adapter/bus/bustest"
	"github.com/pouw-dem/pouwdem/internal/adapter/store"
	"github.com/pouw-dem/pouwdem/internal/config"
	"github.com/pouw-dem/pouwdem/internal/core/episode"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/service/taskmarket"
)

// stopped is a clock that stands still, of a world that runs at a speed.
type stopped struct {
	now   time.Time
	speed float64
}

func (c stopped) Now() time.Time                           { return c.now }
func (c stopped) Speed() float64                           { return c.speed }
func (stopped) Sleep(context.Context, time.Duration) error { return errors.New("no time passes") }

func TestBidsThatASiteWasToldCountForATime(t *testing.T) {
	told := bustest.Bids()
	older := told
	older.At, older.Queue.Bids = told.At.Add(-time.Second), nil
	for name, c := range map[string]struct {
		now   time.Duration // after the bids' time
		speed float64
		hears []bus.Bids
		want  int
		says  string
	}{
		"nothing was told":                       {0, 1, nil, 0, "has told none yet"},
		"they are fresh":                         {unit.Control, 1, []bus.Bids{told}, 1, ""},
		"they are stale":                         {unit.Control + time.Second, 1, []bus.Bids{told}, 0, "are of 2026-07-01 12:00:00 UTC, and count for 5m0s"},
		"what is stale where time runs fast":     {1000*time.Second + time.Second, 100, []bus.Bids{told}, 0, "count for 16m40s"},
		"what is not":                            {900 * time.Second, 100, []bus.Bids{told}, 1, ""},
		"the coordinator's clock is far ahead":   {-unit.Control - time.Second, 1, []bus.Bids{told}, 0, "count for"},
		"older ones come late":                   {0, 1, []bus.Bids{told, older}, 1, ""},
		"the task's deadline passed, at a pinch": {time.Hour, 1000, []bus.Bids{told}, 0, ""},
	} {
		q := newFarQueue(stopped{told.At.Add(c.now), c.speed})
		for _, b := range c.hears {
			q.hear(b)
		}
		got := q.Bids(t.Context(), bustest.Site, told.At.Add(c.now))
		if len(got.Bids) != c.want || (c.says == "") != (got.Why == "") || !strings.Contains(got.Why, c.says) {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

// gpuSite is a site of the example that has servers.
func gpuSite(t *testing.T) site.Site {
	t.Helper()
	sites, err := config.Default().BuildSites()
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(sites, func(s site.Site) bool {
		return slices.ContainsFunc(s.Classes, func(c site.Class) bool { return c.Kind == site.GPU })
	})
	return sites[i]
}

// decide is a site's decision on what it knows of the queue, of machines that do
// nothing else.
func decide(s *site.Site, at time.Time, q *market.Queue) episode.Decision {
	state := s.InitialState(at, true)
	interval := unit.IntervalAt(at, unit.Control)
	snap := market.Snapshot{Interval: interval, AsOf: at, Point: s.Point, Work: q, SPP: market.Quote{Value: 30, Start: at, Known: at, Source: "test"}}
	plan, reasons := policy.GrantWork(policy.Input{Site: s, State: &state, Snapshot: &snap, Explain: true}, policy.Proposal{Policy: "threshold"})
	return episode.Decision{Site: s.ID, Key: episode.TickKey(interval), Interval: interval, DecidedAt: at, Plan: plan, Reasons: reasons}
}

// TestASiteOfItsOwnGrantsWhatTheCoordinatorsQueueBids goes once round: bids over
// the bus, a decision on them, and what it grants in the coordinator's books.
func TestASiteOfItsOwnGrantsWhatTheCoordinatorsQueueBids(t *testing.T) {
	s, told := gpuSite(t), bustest.Bids()
	coordinator, key := newBusKey(t), newBusKey(t)
	server, err := bus.Embed(bus.ServerConfig{Dir: t.TempDir(), Users: []bus.User{
		{Name: "coordinator", Role: bus.RoleCoordinator, Public: coordinator.Public()}, {Name: s.ID, Role: bus.RoleSite, Public: key.Public()},
	}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(server.Close)
	far := newFarQueue(stopped{told.At, 1})
	heard := make(chan struct{}, 1)
	siteConn, err := server.Connect(key, bustest.Quiet())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(siteConn.Close)
	own, err := bus.NewSite(siteConn, s.ID)
	if err != nil {
		t.Fatal(err)
	}
	stop, err := own.Bids(func(b bus.Bids) { far.hear(b); heard <- struct{}{} }, func(err error) { t.Error(err) })
	if err != nil {
		t.Fatal(err)
	}
	hubConn, err := server.Connect(coordinator, bustest.Quiet())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(hubConn.Close)
	hub, err := bus.NewHub(t.Context(), hubConn, 1)
	if err != nil {
		t.Fatal(err)
	}
	if d := decide(&s, told.At, far.Bids(t.Context(), s.ID, told.At)); len(d.Reasons) != 1 || !strings.Contains(d.Reasons[0].Text, "told none yet") {
		t.Errorf("before any bids: %+v", d.Reasons)
	}
	if err := hub.Bid(s.ID, told); err != nil {
		t.Fatal(err)
	}
	<-heard
	if err := stop(); err != nil {
		t.Fatal(err)
	}

	st, err := store.Open(t.Context(), "sqlite:"+filepath.Join(t.TempDir(), "s.db"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { st.Close() })
	books := &services{sites: []site.Site{s}, store: st, log: slog.New(slog.DiscardHandler)}
	d := decide(&s, told.At, far.Bids(t.Context(), s.ID, told.At))
	if got := booked(t, books, d); len(got) != 1 || got[0].Site != s.ID || got[0].Machines != 1 || !(got[0].MW > 0) || !strings.Contains(got[0].Reason, "HIGH") {
		t.Errorf("the coordinator knows of %+v, after %+v", got, d.Reasons)
	}
	c := s.Classes[slices.IndexFunc(s.Classes, func(c site.Class) bool { return c.Kind == site.GPU })]
	next := d.Interval.Next()
	d.Interval, d.Key = next, episode.TickKey(next)
	d.Plan.Allocations = []site.Allocation{{Class: c.ID, Use: site.Grid, MW: 1e6}}
	if got := booked(t, books, d); len(got) != 1 || got[0].Machines > c.Units || got[0].MW > c.MaxMW() {
		t.Errorf("a site that tells more than it has gives %+v", got)
	}
}

func newBusKey(t *testing.T) bus.Key {
	t.Helper()
	k, err := bus.NewKey()
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// booked is what the coordinator knows to be granted once a site told a decision.
func booked(t *testing.T, books *services, d episode.Decision) []taskmarket.Grant {
	t.Helper()
	raw, err := json.Marshal(told{Event: episode.Event{Kind: "decision", Site: d.Site, Key: d.Key, At: d.DecidedAt}, Decision: &d})
	if err != nil {
		t.Fatal(err)
	}
	var heard told
	if err := json.Unmarshal(raw, &heard); err != nil || !books.vouched(d.Site, heard) {
		t.Fatalf("what the site told is dropped: %v", err)
	}
	if err := books.keepTold(t.Context(), heard); err != nil {
		t.Fatal(err)
	}
	got, err := grants{books}.Granted(t.Context(), d.Interval.Start)
	if err != nil {
		t.Fatal(err)
	}
	return got
}
