package controller

import (
	"context"
	"fmt"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/episode"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// input is everything a decision about the interval may look at, as of now.
func (c *Controller) input(ctx context.Context, u *unitOf, interval unit.Interval) (episode.Input, error) {
	st, at, known, err := c.cfg.Ledger.State(ctx, u.Site.ID)
	if err != nil {
		return episode.Input{}, fmt.Errorf("read state of %s: %w", u.Site.ID, err)
	}
	last := unit.Interval{Start: at, Length: unit.Control}
	if !known || !fits(st, &u.Site) {
		st, last = u.Site.InitialState(interval.Start, true), interval.Prev()
	}
	now := c.cfg.Clock.Now()
	snap, err := c.snapshot(ctx, u, interval, now, oldest(st, last))
	if err != nil {
		return episode.Input{}, err
	}
	if st, err = c.bridge(ctx, u, st, last, &snap); err != nil {
		return episode.Input{}, err
	}
	if st, err = c.measure(ctx, u, st, interval.Start); err != nil {
		return episode.Input{}, err
	}
	orders, err := c.orders(ctx, u, now)
	if err != nil {
		return episode.Input{}, err
	}
	return episode.Input{Site: u.Site, State: st, Snapshot: snap, Orders: orders}, nil
}

// orders are what binds a site now, its standing obligations included.
func (c *Controller) orders(ctx context.Context, u *unitOf, now time.Time) (site.Orders, error) {
	orders, err := c.cfg.Orders.Orders(ctx, u.Site.ID, now)
	if err != nil {
		return site.Orders{}, fmt.Errorf("read orders of %s: %w", u.Site.ID, err)
	}
	orders.Awards = append(orders.Awards, u.Site.Obliged(now)...)
	return orders, nil
}

// Snapshot is what is known for a site about the running interval, as of now.
func (c *Controller) Snapshot(ctx context.Context, siteID string) (market.Snapshot, error) {
	u, err := c.unit(siteID)
	if err != nil {
		return market.Snapshot{}, err
	}
	now := c.cfg.Clock.Now()
	return c.snapshot(ctx, u, unit.IntervalAt(now, unit.Control), now, time.Time{})
}

func (c *Controller) snapshot(ctx context.Context, u *unitOf, interval unit.Interval, now, unsettled time.Time) (market.Snapshot, error) {
	recent, err := c.cfg.History.Recent(ctx, u.spec.Windowed(), now, u.spec.WindowStart(interval, unsettled))
	if err != nil {
		return market.Snapshot{}, fmt.Errorf("read prices for %s: %w", u.Site.ID, err)
	}
	latest, err := c.cfg.History.Last(ctx, u.spec.Latest(), now)
	if err != nil {
		return market.Snapshot{}, fmt.Errorf("read market state for %s: %w", u.Site.ID, err)
	}
	snap := u.spec.Assemble(interval, now, append(recent, latest...))
	if c.cfg.Around != nil {
		snap.Grid = c.cfg.Around.Grid(u.Site.ID, now)
	}
	if c.cfg.Peaks != nil && u.Site.Transmission != nil {
		snap.Peaks = c.cfg.Peaks.Chances(now)
	}
	if c.cfg.Ahead != nil && u.Site.Point != "" {
		snap.Outlook = c.cfg.Ahead.Outlook(u.Site.Point, now)
	}
	if c.cfg.Work != nil {
		snap.Work = c.cfg.Work.Bids(ctx, u.Site.ID, interval.Start)
	}
	return snap, nil
}

// bridge fills in the intervals that passed undecided since the last one, as
// run by the plan that was then in force: its tick's, or that of an order which
// came after it.
func (c *Controller) bridge(ctx context.Context, u *unitOf, st site.State, last unit.Interval, snap *market.Snapshot) (site.State, error) {
	if !last.End().Before(snap.Interval.Start) {
		return st, nil
	}
	running, _, err := c.newest(ctx, u.Site.ID, last)
	if err != nil {
		return st, err
	}
	return episode.Bridge(&u.Site, st, running.Plan, last.Next(), snap), nil
}

// running is the tick decision of an interval; its plan is empty where there
// was none.
func (c *Controller) running(ctx context.Context, u *unitOf, interval unit.Interval) (episode.Decision, error) {
	d, _, err := c.cfg.Ledger.Decision(ctx, u.Site.ID, episode.TickKey(interval))
	if err != nil {
		return episode.Decision{}, fmt.Errorf("read decision %s of %s: %w", interval.Key(), u.Site.ID, err)
	}
	return d, nil
}

// newest is the newest decision about an interval, whether its tick's or one
// that an order forced; ok is false where there is none.
func (c *Controller) newest(ctx context.Context, siteID string, interval unit.Interval) (d episode.Decision, ok bool, err error) {
	decisions, err := c.cfg.Ledger.Decisions(ctx, siteID, interval.Start, interval.End(), 1)
	if err != nil {
		return episode.Decision{}, false, fmt.Errorf("read decisions %s of %s: %w", interval.Key(), siteID, err)
	}
	if len(decisions) == 0 {
		return episode.Decision{}, false, nil
	}
	return decisions[0], true, nil
}

// fits reports whether a stored state still describes the site's classes.
func fits(st site.State, s *site.Site) bool {
	if len(st.Classes) != len(s.Classes) {
		return false
	}
	for i := range st.Classes {
		if st.Classes[i].Class != s.Classes[i].ID {
			return false
		}
	}
	return true
}

// oldest is the start of the oldest interval still to be settled, which is the
// one after the last decided where none is pending.
func oldest(st site.State, last unit.Interval) time.Time {
	if len(st.Pending) == 0 {
		return last.Start
	}
	return st.Pending[0].Interval.Start
}

// share is the site's part of the fleet's cap on change, by its limit.
func (c *Controller) share(u *unitOf) *site.FleetShare {
	if c.cfg.FleetMW <= 0 {
		return nil
	}
	var all unit.MW
	for _, id := range c.order {
		all += c.units[id].Site.Limits.SiteMW
	}
	mw := c.cfg.FleetMW * unit.MW(unit.Control.Minutes()) * u.Site.Limits.SiteMW / all
	return &site.FleetShare{Up: mw, Down: mw}
}

// left is what an order between ticks may still change of the site's power
// under the fleet's cap: its share of the interval, less what was changed since
// before the interval's tick.
func (c *Controller) left(u *unitOf, tick episode.Decision, st site.State) *site.FleetShare {
	share := c.share(u)
	if share == nil {
		return nil
	}
	risen := u.drawMW(st) - u.drawMW(tick.Input.State)
	return &site.FleetShare{Up: max(0, share.Up-risen), Down: max(0, share.Down+risen)}
}

// drawMW is what the site draws at the meter in a state.
func (u *unitOf) drawMW(st site.State) unit.MW {
	var machines unit.MW
	for i := range st.Classes {
		if class, known := u.Site.Class(st.Classes[i].Class); known {
			machines += class.DrawMW(st.Classes[i].MW)
		}
	}
	return u.Site.MeterMW(machines)
}

func (c *Controller) unit(siteID string) (*unitOf, error) {
	u, ok := c.units[siteID]
	if !ok {
		return nil, fmt.Errorf("no site %q: %w", siteID, ErrNoSite)
	}
	return u, nil
}
