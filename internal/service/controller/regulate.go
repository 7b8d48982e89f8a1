package controller

import (
	"context"
	"errors"
	"fmt"
	"math"
	"sync"
	"time"

	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/core/episode"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Regulation between ticks: a deployment moves the load of the classes that follow
// around the running plan. It is no decision and is not stored as one: the award
// that allows it is, and so is what came of it in each interval.

// errAdvise says why a deployment moves nothing.
var errAdvise = errors.New("control is advise: only machines on loopback are commanded; set control: live")

const (
	regulateEvery = 4 * time.Second  // between deployments, as load-frequency control sends them
	regulateKept  = 2 * time.Hour    // that an interval's summary waits for its meter
	standsFor     = 12 * time.Second // that a deployment stands where none follows it
	standsWall    = 2 * time.Second  // and of the wall's clock at least, in a world that runs faster
)

// stands is how long a deployment stands where none follows it.
func stands(c clock.Clock) time.Duration {
	if c.Speed() <= 1 {
		return standsFor
	}
	return max(standsFor, time.Duration(float64(standsWall)*c.Speed()))
}

// RegulationState is the newest deployment of a site.
type RegulationState struct {
	At       time.Time
	AskedMW  unit.MW // at the meter, below 0 where load is to come off
	MovedMW  unit.MW // of it, within award, Guard, ramp and what follows
	TargetMW unit.MW // that the meter is to show
	ErrorMW  unit.MW // by which the meter was off the target before, when this one came; below 0: it showed less
	Compared bool    // ErrorMW is known
	Interval site.Regulation
}

// regulating is what the four-second signal does to one site.
type regulating struct {
	mu      sync.Mutex
	site    *site.Site
	state   site.State
	snap    market.Snapshot
	orders  site.Orders
	running site.Plan // decided
	key     string    // of its decision; empty: nothing was decided yet
	plan    site.Plan // moved
	last    RegulationState
	moved   time.Time // when MovedMW last changed
	told    map[string][2]unit.MW
	sums    map[time.Time]*regulationSum // by start of the interval
	changed bool                         // since they were stored
}

// regulationSum is the trail of one interval.
type regulationSum struct {
	Points  int     `json:"points"`
	Read    int     `json:"read"`
	MWHours float64 `json:"mw_hours"`
	Off     float64 `json:"off_mw"`            // sum over Read
	Partial bool    `json:"partial,omitempty"` // the process was not there for some of it
}

// rebase takes the plan that was just decided. What is deployed stays so around it.
func (r *regulating) rebase(d *episode.Decision, next site.State, now time.Time) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.count(now)
	r.state, r.snap, r.orders = next, d.Input.Snapshot, d.Input.Orders
	r.running, r.plan, r.key = d.Plan, d.Plan, d.Key
	r.told = map[string][2]unit.MW{}
	r.move(r.last.MovedMW, now)
}

// move moves the plan by so much, as far as it may.
func (r *regulating) move(mw unit.MW, now time.Time) {
	r.snap.AsOf = now
	in := policy.Input{Site: r.site, State: &r.state, Snapshot: &r.snap}
	r.plan, r.last.MovedMW = policy.Regulate(in, &r.orders, r.running, mw)
	r.last.TargetMW, r.moved = r.site.PlanMeterMW(r.plan), now
	for i := range r.site.Classes {
		if c := &r.site.Classes[i]; c.Follows {
			mw, base := r.plan.ClassMW(c.ID), r.running.ClassMW(c.ID)
			was, ok := r.told[c.ID]
			if !ok {
				was = [2]unit.MW{base, base}
			}
			r.told[c.ID] = [2]unit.MW{min(was[0], mw), max(was[1], mw)}
		}
	}
}

// count adds what was deployed since the last change to the intervals in which it
// was.
func (r *regulating) count(now time.Time) {
	for from := r.moved; r.last.MovedMW != 0 && from.Before(now); {
		i := unit.IntervalAt(from, unit.Control)
		to := i.End()
		if now.Before(to) {
			to = now
		}
		r.sum(i.Start).MWHours += float64(r.last.MovedMW) * to.Sub(from).Hours()
		from = to
	}
	r.moved = now
	for start := range r.sums {
		if now.Sub(start) > regulateKept {
			delete(r.sums, start)
		}
	}
}

// sum is the trail of the interval that starts then, to be added to.
func (r *regulating) sum(start time.Time) *regulationSum {
	r.changed = true
	if r.sums[start] == nil {
		r.sums[start] = &regulationSum{}
	}
	return r.sums[start]
}

// deploy takes a deployment and what the meter shows when it comes; meter is nil
// where that is not known.
func (r *regulating) deploy(mw unit.MW, meter *unit.MW, now time.Time) {
	r.count(now)
	trail := r.sum(unit.IntervalAt(now, unit.Control).Start)
	trail.Points++
	r.last.Compared = meter != nil && !r.last.At.IsZero()
	if r.last.Compared {
		r.last.ErrorMW = *meter - r.last.TargetMW
		trail.Read++
		trail.Off += math.Abs(float64(r.last.ErrorMW))
	}
	passed := regulateEvery
	if !r.last.At.IsZero() {
		passed = max(0, now.Sub(r.last.At))
	}
	r.last.At, r.last.AskedMW = now, mw
	r.move(r.within(mw, passed), now)
}

// within is a deployment as far as ramps let the load move in the time that passed.
func (r *regulating) within(mw unit.MW, passed time.Duration) unit.MW {
	now, ramp := r.last.MovedMW, r.site.RegulationRamp()
	if up := r.site.Limits.RampUpMW; up > 0 && (ramp == 0 || up < ramp) {
		ramp = up
	}
	if ramp == 0 {
		return mw
	}
	step := ramp * unit.MW(passed.Minutes())
	return min(max(mw, now-step), now+step)
}

// summary is what of an interval went by the signal; nil where nothing came.
func (r *regulating) summary(i unit.Interval, now time.Time) *site.Regulation {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.count(now)
	return r.of(i)
}

func (r *regulating) of(i unit.Interval) *site.Regulation {
	s := r.sums[i.Start]
	if s == nil {
		return nil
	}
	out := site.Regulation{Points: s.Points, Read: s.Read, MeanMW: unit.MW(s.MWHours / i.Length.Hours()), Partial: s.Partial}
	if s.Read > 0 {
		out.ErrorMW = unit.MW(s.Off / float64(s.Read))
	}
	return &out
}

// target is what a class is to be told now in place of its planned power.
func (r *regulating) target(class string, planned unit.MW) unit.MW {
	r.mu.Lock()
	defer r.mu.Unlock()
	if _, follows := r.told[class]; !follows {
		return planned
	}
	return r.plan.ClassMW(class)
}

// span is the least and the most that a class was told since the plan was decided.
func (r *regulating) span(class string) (lo, hi unit.MW, ok bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	t, ok := r.told[class]
	return t[0], t[1], ok
}

// Regulate takes a deployment of regulation: mw at the meter beside the running
// plan, below 0 where load is to come off. It stands until the next one, and for no
// longer than 12 s.
func (c *Controller) Regulate(ctx context.Context, siteID string, mw unit.MW) error {
	u, err := c.unit(siteID)
	switch {
	case err != nil:
		return err
	case u.reg == nil:
		return fmt.Errorf("regulation of site %s: no Controllable Load Resource with a class that follows_regulation", siteID)
	case math.IsNaN(float64(mw)) || math.IsInf(float64(mw), 0):
		return fmt.Errorf("regulation of site %s: %g MW is no power", siteID, float64(mw))
	case u.Agent == nil || !c.cfg.Live && !u.Agent.Loopback():
		return fmt.Errorf("regulation of site %s: %w", siteID, errAdvise)
	}
	meter := c.meterNow(ctx, u)
	u.reg.mu.Lock()
	now := c.cfg.Clock.Now()
	if u.reg.key == "" {
		u.reg.mu.Unlock()
		return fmt.Errorf("regulation of site %s: nothing is decided yet to move from", siteID)
	}
	u.reg.deploy(mw, meter, now)
	u.reg.mu.Unlock()
	return c.sendRegulation(ctx, u, now)
}

// meterNow is what the settlement meter shows; nil where it cannot be read.
func (c *Controller) meterNow(ctx context.Context, u *unitOf) *unit.MW {
	ctx, cancel := context.WithTimeout(ctx, readMost)
	defer cancel()
	readings, err := u.Agent.Read(ctx)
	for _, r := range readings {
		if err == nil && r.Class == "" {
			return &r.Power
		}
	}
	return nil
}

// sendRegulation tells every class that follows what it is to draw.
func (c *Controller) sendRegulation(ctx context.Context, u *unitOf, now time.Time) error {
	ctx, cancel := context.WithTimeout(ctx, sendTimeout)
	defer cancel()
	var failed error
	for i := range u.Site.Classes {
		class := &u.Site.Classes[i]
		if !class.Follows {
			continue
		}
		u.reg.mu.Lock()
		target, key := u.reg.plan.ClassMW(class.ID), u.reg.key
		u.reg.mu.Unlock()
		if err := u.Agent.Set(ctx, class.ID, target, u.Site.ID+"/"+key+"/"+class.ID+"/regulation-"+stamp(now)); err != nil {
			failed = errors.Join(failed, fmt.Errorf("regulation of class %s at site %s: %w", class.ID, u.Site.ID, err))
		}
	}
	return failed
}

// expire returns sites to their plan whose signal has stopped, and keeps what
// regulation came to, until ctx ends.
func (c *Controller) expire(ctx context.Context) {
	const keepEach = 5 // looks: 10 s at the wall's speed
	for look := 1; c.cfg.Clock.Sleep(ctx, stands(c.cfg.Clock)/6) == nil; look++ {
		for _, id := range c.order {
			if u := c.units[id]; u.reg != nil && u.reg.expired(c.cfg.Clock) {
				if err := c.sendRegulation(ctx, u, c.cfg.Clock.Now()); err != nil {
					c.cfg.Log.WarnContext(ctx, "load not returned from regulation yet", "site", id, "error", err)
				}
			}
		}
		if look%keepEach == 0 {
			c.keepTrails(ctx)
		}
	}
}

// expired ends a deployment that is too old, and reports whether there was one.
func (r *regulating) expired(c clock.Clock) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	now := c.Now()
	if r.key == "" || r.last.MovedMW == 0 || now.Sub(r.last.At) < stands(c) {
		return false
	}
	r.count(now)
	r.last.AskedMW = 0
	r.move(0, now)
	return true
}

// Regulation is the newest deployment of a site; ok is false where none came.
func (c *Controller) Regulation(siteID string) (s RegulationState, ok bool) {
	u := c.units[siteID]
	if u == nil || u.reg == nil {
		return RegulationState{}, false
	}
	u.reg.mu.Lock()
	defer u.reg.mu.Unlock()
	if u.reg.last.At.IsZero() {
		return RegulationState{}, false
	}
	now := c.cfg.Clock.Now()
	u.reg.count(now)
	s = u.reg.last
	if i := u.reg.of(unit.IntervalAt(now, unit.Control)); i != nil {
		s.Interval = *i
	}
	return s, true
}

// newRegulating is nil for a site that no regulation can move.
func newRegulating(s *site.Site) *regulating {
	if s.Participation == nil || s.Participation.Type != site.CLR || s.RegulationRoom() <= 0 {
		return nil
	}
	return &regulating{site: s, told: map[string][2]unit.MW{}, sums: map[time.Time]*regulationSum{}}
}
