package controller

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/episode"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// The fast path: what cannot wait for the tick. Each order is stored first,
// then the running plan is guarded again under it, and the result is a decision
// of its own, carried out like any other.

// Submit takes an instruction of ERCOT, the TDSP, the QSE or a relay. An
// instruction that is already known, by id and revision, changes nothing.
func (c *Controller) Submit(ctx context.Context, siteID string, ins site.Instruction) (isNew bool, err error) {
	u, err := c.unit(siteID)
	if err != nil {
		return false, err
	}
	ins.Received = c.cfg.Clock.Now()
	event, err := eventOf("order", siteID, ins.ID, ins.Received, u.Simulated, ins)
	if err != nil {
		return false, err
	}
	isNew, err = c.cfg.Orders.PutInstruction(ctx, siteID, ins, []episode.Event{event})
	if err != nil {
		return false, fmt.Errorf("store instruction %s: %w", ins.ID, err)
	}
	key := episode.FastKey(ins.ID, ins.Revision)
	if !isNew {
		answered, err := c.answered(ctx, u, ins, key)
		if err != nil || answered {
			return false, err
		}
	}
	cause := fmt.Sprintf("instruction %s revision %d of %s: %s", ins.ID, ins.Revision, ins.From, ins.Kind)
	return isNew, c.reguard(ctx, u, key, cause)
}

// answered reports whether nothing is left to do about an instruction that was
// known already: it was decided on, or is no longer in force. One that was
// stored and then not decided, because the store failed in between, is answered
// when it is sent again.
func (c *Controller) answered(ctx context.Context, u *unitOf, ins site.Instruction, key string) (bool, error) {
	if _, decided, err := c.cfg.Ledger.Decision(ctx, u.Site.ID, key); err != nil || decided {
		return decided, err
	}
	orders, err := c.cfg.Orders.Orders(ctx, u.Site.ID, c.cfg.Clock.Now())
	if err != nil {
		return false, fmt.Errorf("read orders of %s: %w", u.Site.ID, err)
	}
	return !slices.ContainsFunc(orders.Instructions, func(known site.Instruction) bool {
		return known.ID == ins.ID && known.Revision == ins.Revision
	}), nil
}

// Stop turns the emergency stop of a site, or of all sites where siteID is
// empty, on or off.
func (c *Controller) Stop(ctx context.Context, siteID string, on bool, by string) error {
	ids := c.order
	if siteID != "" {
		if _, err := c.unit(siteID); err != nil {
			return err
		}
		ids = []string{siteID}
	}
	now := c.cfg.Clock.Now()
	if err := c.cfg.Orders.SetStop(ctx, siteID, on, by, now); err != nil {
		return fmt.Errorf("store emergency stop: %w", err)
	}
	cause, name := "emergency stop by "+by, "stop"
	if !on {
		cause, name = "emergency stop released by "+by, "release"
	}
	return c.reguardAll(ctx, ids, name+"-"+stamp(now), 0, cause)
}

// Override takes an operator's timed wish.
func (c *Controller) Override(ctx context.Context, siteID string, o site.Override) error {
	u, err := c.unit(siteID)
	if err != nil {
		return err
	}
	if o.Class != "" {
		if _, known := u.Site.Class(o.Class); !known {
			return fmt.Errorf("override: site %s has no class %q", siteID, o.Class)
		}
	}
	if err := c.cfg.Wishes.PutOverride(ctx, siteID, o); err != nil {
		return fmt.Errorf("store override %s: %w", o.ID, err)
	}
	return c.reguard(ctx, u, episode.FastKey("override-"+o.ID, 0), "override by "+o.By+": "+o.Reason)
}

// CancelOverride ends an override early.
func (c *Controller) CancelOverride(ctx context.Context, siteID, id string) error {
	u, err := c.unit(siteID)
	if err != nil {
		return err
	}
	if err := c.cfg.Wishes.CancelOverride(ctx, siteID, id, c.cfg.Clock.Now()); err != nil {
		return fmt.Errorf("cancel override %s: %w", id, err)
	}
	return c.reguard(ctx, u, episode.FastKey("override-"+id, 1), "override "+id+" cancelled")
}

// Award takes an ancillary service award, or its deployment.
func (c *Controller) Award(ctx context.Context, siteID string, a site.Award) error {
	u, err := c.unit(siteID)
	if err != nil {
		return err
	}
	if err := c.cfg.Wishes.PutAward(ctx, siteID, a); err != nil {
		return fmt.Errorf("store award of %s: %w", a.Product, err)
	}
	now := c.cfg.Clock.Now()
	return c.reguard(ctx, u, episode.FastKey("award-"+a.Product+"-"+stamp(now), 0),
		fmt.Sprintf("award of %.3f MW %s", float64(a.MW), a.Product))
}

// Observe looks through a batch for a change of the energy emergency alert
// level and answers it at once at every site on ERCOT's grid.
func (c *Controller) Observe(ctx context.Context, b market.Batch) {
	newest, found := newestOf(b, market.EEA)
	if !found {
		return
	}
	level := int(newest.Value)
	var changed []string
	for _, id := range c.order {
		u := c.units[id]
		u.mu.Lock()
		if u.Site.Point != "" && u.eea != level {
			u.eea = level
			changed = append(changed, id)
		}
		u.mu.Unlock()
	}
	if len(changed) == 0 {
		return
	}
	cause := fmt.Sprintf("energy emergency alert level is now %d", level)
	if err := c.reguardAll(ctx, changed, "eea-"+stamp(newest.Interval.Start), level, cause); err != nil {
		c.cfg.Log.ErrorContext(ctx, "emergency level not answered", "level", level, "error", err)
	}
}

// newestOf is the newest observation of a kind in a batch.
func newestOf(b market.Batch, kind market.Kind) (newest market.Observation, found bool) {
	for _, o := range b.Observations {
		if o.Series.Kind == kind && (!found || o.Interval.Start.After(newest.Interval.Start)) {
			newest, found = o, true
		}
	}
	return newest, found
}

func (c *Controller) reguardAll(ctx context.Context, ids []string, name string, revision int, cause string) error {
	var first error
	for _, id := range ids {
		err := c.reguard(ctx, c.units[id], episode.FastKey(name, revision), cause)
		if err != nil && first == nil {
			first = err
		}
	}
	return first
}

// reguard decides the rest of the running interval again under the orders now
// in force. Before the first tick there is no plan to guard; the tick itself
// will see the orders.
func (c *Controller) reguard(ctx context.Context, u *unitOf, key, cause string) error {
	u.mu.Lock()
	defer u.mu.Unlock()
	now := c.cfg.Clock.Now()
	st, at, ok, err := c.cfg.Ledger.State(ctx, u.Site.ID)
	if err != nil {
		return fmt.Errorf("read state of %s: %w", u.Site.ID, err)
	}
	if !ok {
		return nil
	}
	interval := unit.Interval{Start: at, Length: unit.Control}
	tick, err := c.running(ctx, u, interval)
	if err != nil {
		return err
	}
	snap, err := c.snapshot(ctx, u, interval, now, time.Time{})
	if err != nil {
		return err
	}
	orders, err := c.orders(ctx, u, now)
	if err != nil {
		return err
	}
	orders.Fleet = c.left(u, tick, st)
	in := episode.Input{Site: u.Site, State: st, Snapshot: snap, Orders: orders}
	decision, out := episode.Reguard(in, tick.Plan, key, cause, now)
	return c.commit(ctx, u, decision, out)
}

// stamp names a moment in a key.
func stamp(t time.Time) string { return t.UTC().Format("20060102T150405.000Z") }
