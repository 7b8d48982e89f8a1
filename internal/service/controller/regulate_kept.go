package controller

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// What regulation came to is kept in the store while a signal comes, so that an
// interval in which the process ends counts what came before.

// keptTrails is what a site's regulation came to until a moment, as it is stored.
type keptTrails struct {
	Until   time.Time                    `json:"until"`
	At      time.Time                    `json:"at"` // of the newest deployment
	MovedMW unit.MW                      `json:"moved_mw"`
	Sums    map[time.Time]*regulationSum `json:"sums"` // by start of the interval
}

// live reports whether the signal stood when it was kept.
func (k *keptTrails) live(standing time.Duration) bool { return k.Until.Sub(k.At) < standing }

func keptUnder(siteID string) string { return "regulation/" + siteID }

// keepTrails stores what regulation came to at the sites where something has come
// since it was stored last.
func (c *Controller) keepTrails(ctx context.Context) {
	if c.cfg.Settings == nil {
		return
	}
	for _, id := range c.order {
		u := c.units[id]
		if u.reg == nil {
			continue
		}
		if err := c.keepTrail(ctx, u); err != nil {
			c.cfg.Log.WarnContext(ctx, "what regulation came to not kept: a restart now would lose it", "site", id, "error", err)
		}
	}
}

func (c *Controller) keepTrail(ctx context.Context, u *unitOf) error {
	text, err := u.reg.toKeep(c.cfg.Clock.Now(), stands(c.cfg.Clock))
	if text == nil || err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), keepMost)
	defer cancel()
	if err = c.cfg.Settings.PutSetting(ctx, keptUnder(u.Site.ID), text); err != nil {
		u.reg.mu.Lock()
		u.reg.changed = true
		u.reg.mu.Unlock()
	}
	return err
}

// toKeep is the trails as they are stored; nil where nothing has changed.
func (r *regulating) toKeep(now time.Time, standing time.Duration) ([]byte, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if !r.changed {
		return nil, nil
	}
	r.count(now)
	kept := keptTrails{Until: now, At: r.last.At, MovedMW: r.last.MovedMW, Sums: r.sums}
	r.changed = kept.live(standing) // once more when it has ended: a restart then misses nothing
	return json.Marshal(kept)
}

// rejoin takes up what a former process left of the running interval: what
// regulation had come to, what stands on the machines, and the plan that it moves
// around, where that is decided.
func (c *Controller) rejoin(ctx context.Context, u *unitOf) error {
	u.mu.Lock()
	defer u.mu.Unlock()
	now := c.cfg.Clock.Now()
	if c.cfg.Settings != nil {
		text, ok, err := c.cfg.Settings.Setting(ctx, keptUnder(u.Site.ID))
		if err != nil {
			return err
		}
		if ok {
			var kept keptTrails
			if err := json.Unmarshal(text, &kept); err != nil {
				return fmt.Errorf("read what regulation came to at %s: %w", u.Site.ID, err)
			}
			u.reg.takeUp(kept, now, stands(c.cfg.Clock))
		}
	}
	newest, ok, err := c.newest(ctx, u.Site.ID, unit.IntervalAt(now, unit.Control))
	if err != nil || !ok {
		return err
	}
	d, ok, err := c.cfg.Ledger.Decision(ctx, u.Site.ID, newest.Key) // with its input
	if err != nil || !ok {
		return err
	}
	st, _, ok, err := c.cfg.Ledger.State(ctx, u.Site.ID)
	if err != nil || !ok {
		return err
	}
	u.reg.rebase(&d, st, now)
	return nil
}

// takeUp goes on from what was kept. Machines hold what they were told last, so
// that what stood stands until it is returned; what the signal asked meanwhile is
// not known, and the intervals in which it was missed say so.
func (r *regulating) takeUp(kept keptTrails, now time.Time, standing time.Duration) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if now.Sub(kept.Until) > regulateKept {
		return
	}
	// A simulated world goes on from its newest decision, with machines of its own:
	// what was kept after that comes again.
	again := now.Before(kept.Until)
	running := unit.IntervalAt(now, unit.Control)
	for start, s := range kept.Sums {
		if s != nil && (!again || start.Before(running.Start)) {
			r.sums[start.UTC()] = s
		}
	}
	if again {
		if kept.Sums[running.Start] != nil {
			r.sum(running.Start).Partial = true
		}
		return
	}
	r.last.At, r.last.MovedMW, r.moved = kept.At, kept.MovedMW, kept.Until
	if kept.live(standing) {
		for i := unit.IntervalAt(kept.Until, unit.Control); i.Start.Before(now); i = i.Next() {
			r.sum(i.Start).Partial = true
		}
	}
	r.count(now)
}
