// Package settler settles again what ticks have settled: when the market
// corrects a price, and when an operating day comes to its initial, final and
// true-up settlement. What was settled before is kept beside it.
//
// It is not for settling first: a tick does that, with what it then knows.
package settler

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"math"
	"slices"
	"time"

	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/core/episode"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/settle"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// History reads observations as they are known at a moment.
type History interface {
	Recent(ctx context.Context, series []market.Series, asOf, since time.Time) ([]market.Observation, error)
}

// Ledger keeps decisions, with what was pending when they were made, and
// settlements.
type Ledger interface {
	Decisions(ctx context.Context, site string, from, to time.Time, limit int) ([]episode.Decision, error)
	Decision(ctx context.Context, site, key string) (episode.Decision, bool, error)
	// Settlements are those in force of intervals that start in [from, to).
	Settlements(ctx context.Context, site string, from, to time.Time) ([]settle.Settlement, error)
	SaveSettlements(ctx context.Context, settled []settle.Settlement, events []episode.Event) error
}

// Config is what a Settler needs.
type Config struct {
	Sites   []site.Site
	History History
	Ledger  Ledger
	Clock   clock.Clock
	Log     *slog.Logger
}

// Settler settles days again.
type Settler struct{ cfg Config }

// New is a settler; it does nothing before Run.
func New(cfg Config) *Settler { return &Settler{cfg: cfg} }

// every is how often days are looked at.
const every = time.Hour

// Run looks at the days that are open every hour, on the clock, until ctx ends.
func (s *Settler) Run(ctx context.Context) error {
	for s.cfg.Clock.Sleep(ctx, every) == nil {
		if _, err := s.Pass(ctx); err != nil && ctx.Err() == nil {
			s.cfg.Log.ErrorContext(ctx, "days not settled again", "error", err)
		}
	}
	return nil
}

// stage is how many days after an operating day ERCOT settles it again (ERCOT
// Nodal Protocols, section 9.5: initial on the 5th day, final on the 55th,
// true-up on the 180th).
type stage struct {
	version settle.Version
	after   int
}

func stages() []stage {
	return []stage{{settle.TrueUp, 180}, {settle.Final, 55}, {settle.Initial, 5}}
}

// catchUp is how many days back a stage that was missed, because nothing ran,
// is made up for.
const catchUp = 7

// Pass settles what is due as of now and returns how many intervals it settled.
// A site or a day that fails holds up no other.
func (s *Settler) Pass(ctx context.Context) (count int, err error) {
	now := s.cfg.Clock.Now()
	var failed []error
	for i := range s.cfg.Sites {
		at := &s.cfg.Sites[i]
		if at.Point == "" || at.Contract.Kind == site.Fixed {
			continue // a tariff does not change afterwards
		}
		for _, due := range dueDays(unit.DayOf(now)) {
			n, err := s.day(ctx, at, due.day, due.version, now)
			if err != nil {
				failed = append(failed, fmt.Errorf("settle %s of %s again: %w", due.day, at.ID, err))
			}
			count += n
		}
	}
	return count, errors.Join(failed...)
}

type dueDay struct {
	day     unit.Day
	version settle.Version
}

// dueDays are the days to look at, each at the highest version it has come to.
// The days before the initial settlement are looked at for corrected prices.
func dueDays(today unit.Day) []dueDay {
	var due []dueDay
	for _, st := range stages() {
		for back := range catchUp {
			due = append(due, dueDay{today.Add(-st.after - 1 - back), st.version})
		}
	}
	for back := range stages()[2].after {
		due = append(due, dueDay{today.Add(-1 - back), settle.Estimate})
	}
	return append(due, dueDay{today, settle.Estimate})
}

// day settles the intervals of an operating day whose version is below v or, as
// long as that is an estimate, whose price has been corrected since.
func (s *Settler) day(ctx context.Context, at *site.Site, day unit.Day, v settle.Version, now time.Time) (int, error) {
	from, to := day.Start(), day.Next().Start()
	standing, err := s.cfg.Ledger.Settlements(ctx, at.ID, from, to)
	if err != nil || !slices.ContainsFunc(standing, func(st settle.Settlement) bool { return v.Supersedes(st.Version) || v == settle.Estimate }) {
		return 0, err
	}
	snap, err := s.prices(ctx, at, from, to, now)
	if err != nil {
		return 0, err
	}
	open := make(map[unit.Interval]bool)
	for i := range standing {
		if price, known := snap.SettledFor(standing[i].Interval.Start); known && isOpen(&standing[i], price.Value, v) {
			open[price.Interval()] = true
		}
	}
	if len(open) == 0 {
		return 0, nil
	}
	metered, err := s.metered(ctx, at.ID, from, to)
	if err != nil {
		return 0, err
	}
	metered = slices.DeleteFunc(metered, func(m site.Metered) bool { return !open[m.Interval.Within(unit.Settlement)] })
	settled := changed(standing, episode.SettleAgain(at, metered, &snap, v))
	events, err := eventsOf(settled, now)
	if err != nil || len(settled) == 0 {
		return 0, err
	}
	return len(settled), s.cfg.Ledger.SaveSettlements(ctx, settled, events)
}

// isOpen reports whether a settlement is to be made again at a version.
func isOpen(st *settle.Settlement, price float64, v settle.Version) bool {
	if v.Supersedes(st.Version) {
		return true
	}
	return v == settle.Estimate && st.Version == v && math.Abs(st.Price-price) > 1e-9
}

// prices is a snapshot that shows the settled prices of [from, to) as known now.
func (s *Settler) prices(ctx context.Context, at *site.Site, from, to, now time.Time) (market.Snapshot, error) {
	spec := market.Spec{Point: at.Point}
	observed, err := s.cfg.History.Recent(ctx, []market.Series{{Kind: market.RTSPP, Key: at.Point}}, now, from)
	if err != nil {
		return market.Snapshot{}, fmt.Errorf("read prices: %w", err)
	}
	observed = slices.DeleteFunc(observed, func(o market.Observation) bool { return !o.Interval.Start.Before(to) })
	return spec.Assemble(unit.IntervalAt(now, unit.Control), now, observed), nil
}

// metered is what was metered in the intervals of [from, to), as the tick saw
// it that settled them: the newest decision in whose input they were pending.
func (s *Settler) metered(ctx context.Context, siteID string, from, to time.Time) ([]site.Metered, error) {
	const dayAndMore = 1000 // decisions; a day has 300 ticks and few orders
	rows, err := s.cfg.Ledger.Decisions(ctx, siteID, from, to.Add(2*time.Hour), dayAndMore)
	if err != nil {
		return nil, fmt.Errorf("read decisions: %w", err)
	}
	seen := make(map[unit.Interval]bool)
	var all []site.Metered
	for _, row := range rows {
		d, found, err := s.cfg.Ledger.Decision(ctx, siteID, row.Key)
		if err != nil || !found {
			return nil, errors.Join(err, ctx.Err())
		}
		for _, m := range d.Input.State.Pending {
			if inDay := !m.Interval.Start.Before(from) && m.Interval.Start.Before(to); inDay && !seen[m.Interval] {
				seen[m.Interval] = true
				all = append(all, m)
			}
		}
	}
	slices.SortFunc(all, func(a, b site.Metered) int { return a.Interval.Start.Compare(b.Interval.Start) })
	return all, nil
}

// changed are the settlements of intervals that have been settled before and
// come to something else, by version or by price.
func changed(standing, settled []settle.Settlement) []settle.Settlement {
	before := make(map[unit.Interval]*settle.Settlement, len(standing))
	for i := range standing {
		before[standing[i].Interval] = &standing[i]
	}
	return slices.DeleteFunc(settled, func(st settle.Settlement) bool {
		was := before[st.Interval]
		return was == nil || was.Version == st.Version && was.Price == st.Price && was.Total == st.Total
	})
}

func eventsOf(settled []settle.Settlement, now time.Time) ([]episode.Event, error) {
	var events []episode.Event
	for i := range settled {
		body, err := json.Marshal(settled[i])
		if err != nil {
			return nil, fmt.Errorf("encode settlement event: %w", err)
		}
		events = append(events, episode.Event{
			Kind: "settlement", Site: settled[i].Site, Key: settled[i].Interval.Key(), At: now, Simulated: settled[i].Simulated, Body: body,
		})
	}
	return events, nil
}
