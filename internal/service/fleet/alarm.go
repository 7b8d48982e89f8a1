package fleet

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Alarm is something that a person should know of a fleet.
type Alarm struct {
	Key      string    `json:"key"` // such as drift/s21
	Severity string    `json:"severity"`
	Text     string    `json:"text"`
	Since    time.Time `json:"since"`
}

const (
	driftShare = 0.05             // of its target that a class may be off
	driftMW    = unit.MW(0.02)    // and that keeps meaningful near zero
	driftAfter = 10 * time.Minute // beyond what the machines need to follow
	lostShare  = 0.02             // of a class's machines that may be out
	meterShare = 0.10             // that the meter and the machines' word may differ by
)

// watch raises and clears alarms. The caller holds the lock.
func (f *Fleet) watch(ctx context.Context, now time.Time) {
	for _, id := range f.order {
		c := f.classes[id]
		f.watchDrift(ctx, c, now)
		f.watchPools(ctx, c, now)
		out, asked := 0, 0
		for _, u := range c.members {
			if u.out() && u.held == nil {
				out++
			}
			if u.ask != nil {
				asked++
			}
		}
		f.alarm(ctx, "out/"+id, "warning", now, float64(out) > lostShare*float64(len(c.members)),
			fmt.Sprintf("%d of %d machines of %s do not answer or do not follow", out, len(c.members), id))
		f.alarm(ctx, "outlet/"+id, "warning", now, asked > 0,
			fmt.Sprintf("%d machines of %s wait for a person to approve that their outlets are switched", asked, id))
	}
	f.watchMeter(ctx, now)
}

// watchDrift compares a class with its target, once its machines have had the
// time to follow.
func (f *Fleet) watchDrift(ctx context.Context, c *class, now time.Time) {
	if c.request == "" {
		return
	}
	t := f.sum(c)
	target := max(c.wish, asleepMW(c.spec))
	off := math.Abs(float64(t.power - target))
	if c.members[0].Machine.Capped && t.power < target {
		off = 0 // its work needs no more
	}
	if off <= driftShare*float64(target)+float64(driftMW) {
		c.driftFrom = time.Time{}
	} else if c.driftFrom.IsZero() {
		c.driftFrom = now
	}
	slowest := time.Duration(0)
	for _, u := range c.members {
		slowest = max(slowest, u.latency("wake"))
	}
	late := !c.driftFrom.IsZero() && now.Sub(c.driftFrom) > driftAfter+slowest
	f.alarm(ctx, "drift/"+c.spec.ID, "warning", now, late,
		fmt.Sprintf("%s draws %.2f MW by %s and should draw %.2f", c.spec.ID, float64(t.power), t.source, float64(target)))
}

// watchMeter compares the settlement meter with the machines.
func (f *Fleet) watchMeter(ctx context.Context, now time.Time) {
	if f.cfg.Meter == nil {
		return
	}
	f.alarm(ctx, "meter", "critical", now, f.primed && (f.meter.at.IsZero() || now.Sub(f.meter.at) > f.meterStale()),
		"the settlement meter does not answer: "+f.meter.err)
	if f.cfg.Groups != nil || f.meter.at.IsZero() {
		return
	}
	watts, settled := 0.0, true
	for _, u := range f.units {
		watts += u.watts
		settled = settled && !u.cmd.open()
	}
	told := f.cfg.Site.MeterMW(unit.MW(watts / 1e6))
	apart := math.Abs(float64(told-f.meter.power)) > meterShare*float64(max(told, f.meter.power))
	f.alarm(ctx, "disagree", "warning", now, settled && apart,
		fmt.Sprintf("the meter shows %.2f MW, the machines add up to %.2f", float64(f.meter.power), float64(told)))
}

// alarm raises an alarm that holds, and clears one that does not.
func (f *Fleet) alarm(ctx context.Context, key, severity string, now time.Time, holds bool, text string) {
	standing := f.alarms[key]
	switch {
	case holds && standing == nil:
		a := &Alarm{Key: key, Severity: severity, Text: text, Since: now}
		f.alarms[key] = a
		f.cfg.Log.WarnContext(ctx, "fleet alarm", "site", f.cfg.Site.ID, "alarm", key, "text", text)
		if f.cfg.Alarmed != nil {
			told := *a
			f.ops.Go(func() { f.cfg.Alarmed(context.WithoutCancel(ctx), told) })
		}
	case holds:
		standing.Text = text
	case standing != nil:
		delete(f.alarms, key)
	}
}

// Alarms are those that stand, the worst first.
func (f *Fleet) Alarms() []Alarm {
	f.mu.Lock()
	defer f.mu.Unlock()
	all := make([]Alarm, 0, len(f.alarms))
	for _, a := range f.alarms {
		all = append(all, *a)
	}
	slices.SortFunc(all, func(a, b Alarm) int {
		return cmp.Or(cmp.Compare(a.Severity, b.Severity), cmp.Compare(a.Key, b.Key))
	})
	return all
}

// Stats are counts since the start.
func (f *Fleet) Stats() Stats {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.stats
}

// Settled reports whether every machine does what it was told and was told what
// it should do; those that are out do not count.
func (f *Fleet) Settled() bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	if !f.primed || f.stale {
		return false
	}
	for _, u := range f.units {
		if u.out() && u.held == nil {
			continue
		}
		if u.told != u.target() && u.cmd.State != Withheld || u.cmd.open() || u.cmd.State == Failed && u.cmd.Attempts < attempts {
			return false
		}
	}
	return true
}
