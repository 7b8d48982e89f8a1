package gridwatch

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/core/grid"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/report"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// History reads observations as they were known at a moment.
type History interface {
	Last(ctx context.Context, series []market.Series, asOf time.Time) ([]market.Observation, error)
}

// Ledger knows what a site draws.
type Ledger interface {
	State(ctx context.Context, site string) (st site.State, at time.Time, ok bool, err error)
}

// Sink keeps what a study found.
type Sink interface {
	PutBatch(ctx context.Context, b market.Batch) (added int, err error)
}

// Config is what a Watch needs.
type Config struct {
	Case      *grid.Case
	Name      string
	Synthetic bool     // the case is a generated one
	Zones     []string // names of the case's zones by number, from 1; empty: numbers
	// Place is the bus that stands for a settlement point; nil where the network
	// knows no points.
	Place     func(point string) (bus int, err error)
	Sites     []site.Site
	Buses     map[string]int // by site id; sites left out stand for their settlement point
	Simulated bool           // the system's state comes from a simulated world
	Limits    market.Limits
	Every     time.Duration
	History   History
	Ledger    Ledger
	Sink      Sink
	Clock     clock.Clock
	Log       *slog.Logger
}

// Watch studies the network again and again, and knows the newest study.
type Watch struct {
	cfg    Config
	places []place // sites in the network, without their power

	mu     sync.RWMutex
	newest view
}

// ErrPlace is a site that has no place in the network.
var ErrPlace = errors.New("site has no place in the network")

// New places the sites.
func New(cfg Config) (*Watch, error) {
	if cfg.Every <= 0 {
		return nil, errors.New("gridwatch: time between studies must be positive")
	}
	w := &Watch{cfg: cfg}
	for i := range cfg.Sites {
		s := &cfg.Sites[i]
		if s.Point == "" {
			continue
		}
		bus, err := w.busOf(s)
		if err != nil {
			return nil, err
		}
		w.places = append(w.places, place{site: s, bus: bus})
	}
	w.newest = w.waiting("no study has been made yet")
	return w, nil
}

// busOf is the bus that stands for a site: the configured one, or the one that
// the network has for its settlement point.
func (w *Watch) busOf(s *site.Site) (int, error) {
	bus := w.cfg.Buses[s.ID]
	if bus == 0 && w.cfg.Place != nil {
		return w.cfg.Place(s.Point)
	}
	if bus == 0 {
		return 0, fmt.Errorf("%w: the network %s does not know where %s is; set the bus of site %s", ErrPlace, w.cfg.Name, s.Point, s.ID)
	}
	for _, b := range w.cfg.Case.Buses {
		if b.ID == bus && b.Type != grid.Isolated {
			return bus, nil
		}
	}
	return 0, fmt.Errorf("%w: the network %s has no bus %d in service; mend the bus of site %s", ErrPlace, w.cfg.Name, bus, s.ID)
}

// lead is how long before the next interval a study is made, so that its
// decision can cite it.
const lead = time.Minute

// Run studies until ctx ends: at once, then before each interval that the
// cadence falls on.
func (w *Watch) Run(ctx context.Context) error {
	for {
		now := w.cfg.Clock.Now()
		w.Look(ctx, now)
		next := unit.IntervalAt(now.Add(w.cfg.Every), unit.Control).End().Add(-lead)
		if w.shown().page.At == nil {
			next = now.Add(lead / 2) // the feeds have yet to answer
		}
		if err := w.cfg.Clock.Sleep(ctx, max(next.Sub(w.cfg.Clock.Now()), time.Second)); err != nil {
			return nil
		}
	}
}

// Look makes one study of the state known at a moment. Where the state is not
// known there is no study, and the view says so.
func (w *Watch) Look(ctx context.Context, at time.Time) {
	began := time.Now()
	in, err := w.read(ctx, at)
	if err != nil {
		if ctx.Err() == nil {
			w.cfg.Log.WarnContext(ctx, "network not studied", "error", err)
			w.show(w.waiting(err.Error()))
		}
		return
	}
	s, err := look(w.cfg.Case, in.state, in.places, func() bool { return ctx.Err() != nil })
	if ctx.Err() != nil {
		return
	}
	if err != nil {
		w.cfg.Log.WarnContext(ctx, "network study failed", "error", err)
		w.show(w.failed(in, err))
		return
	}
	v := w.view(in, s, w.cfg.Clock.Now(), time.Since(began))
	w.show(v)
	if _, err := w.cfg.Sink.PutBatch(ctx, market.Batch{Observations: v.observations()}); err != nil && ctx.Err() == nil {
		w.cfg.Log.ErrorContext(ctx, "network study not kept", "error", err)
	}
}

func (w *Watch) show(v view) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.newest = v
}

func (w *Watch) shown() view {
	w.mu.RLock()
	defer w.mu.RUnlock()
	return w.newest
}

// patience is how many cadences a study is cited for.
const patience = 3

// Grid is the newest study as a site sees it; nil where there is none that was
// done by asOf, or where it is too old to say anything of now.
func (w *Watch) Grid(siteID string, asOf time.Time) *market.Grid {
	v := w.shown()
	g, ok := v.grids[siteID]
	if !ok || g.Known.After(asOf) || asOf.Sub(g.At) > patience*w.cfg.Every+lead {
		return nil
	}
	out := g
	return &out
}

// Study shows the newest study.
func (w *Watch) Study() report.Grid { return w.shown().page }

// Map shows the network.
func (w *Watch) Map() report.GridMap { return w.shown().chart }

// Case is the case file of the newest study.
func (w *Watch) Case() (text []byte, name string, ok bool) {
	v := w.shown()
	return v.text, w.cfg.Name, len(v.text) > 0
}
