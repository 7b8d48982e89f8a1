package controller

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/episode"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// meterEvery is how often meters and machines are read between ticks.
const meterEvery = time.Minute

// readMost is the most that meters may take to be read, on the wall's clock: of
// a world that runs faster than time, a quarter of an interval.
const readMost = 2 * time.Second

// keepMost is the most that the store may take to keep what they showed, on the
// same clock.
const keepMost = 10 * time.Second

// runMeters reads every site's meters until ctx ends.
func (c *Controller) runMeters(ctx context.Context) {
	for c.cfg.Clock.Sleep(ctx, meterEvery) == nil {
		c.readAll(ctx)
	}
}

// readAll reads every site's meters, side by side and for a bounded time, so
// that machines that do not answer hold up neither a tick nor an order.
func (c *Controller) readAll(ctx context.Context) {
	quarter := time.Duration(float64(unit.Control) / c.cfg.Clock.Speed() / 4)
	ctx, cancel := context.WithTimeout(ctx, min(readMost, quarter))
	defer cancel()
	var reads sync.WaitGroup
	for _, u := range c.units {
		reads.Go(func() { c.readMeters(ctx, u) })
	}
	reads.Wait()
}

// keepReadings stores readings. What was read in time is not lost because the
// store took longer.
func (c *Controller) keepReadings(ctx context.Context, readings []site.Reading) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), keepMost)
	defer cancel()
	return c.cfg.Meters.PutReadings(ctx, readings)
}

// readMeters keeps what a site's meters show. A site that cannot be read is
// logged; its intervals then settle as planned, and say so.
func (c *Controller) readMeters(ctx context.Context, u *unitOf) {
	if u.Agent == nil {
		return
	}
	readings, err := u.Agent.Read(ctx)
	if len(readings) > 0 {
		err = errors.Join(err, c.keepReadings(ctx, readings))
	}
	if err != nil && !errors.Is(ctx.Err(), context.Canceled) {
		c.cfg.Log.WarnContext(ctx, "meters not read", "site", u.Site.ID, "error", err)
	}
}

// measure replaces planned energy by metered energy in the pending intervals
// that have ended by now.
func (c *Controller) measure(ctx context.Context, u *unitOf, st site.State, now time.Time) (site.State, error) {
	if u.Agent == nil {
		return st, nil
	}
	for _, pending := range st.Pending {
		if pending.Measured || pending.Interval.End().After(now) {
			continue
		}
		measured, complete, err := c.metered(ctx, u, pending)
		if err != nil {
			return st, err
		}
		if complete {
			st = episode.Measure(st, measured)
		}
	}
	return st, nil
}

// metered is the interval as the meters saw it; complete is false where a
// reading around one of its ends is missing.
func (c *Controller) metered(ctx context.Context, u *unitOf, planned site.Metered) (m site.Metered, complete bool, err error) {
	m = planned
	m.Classes = nil
	for i := range u.Site.Classes {
		class := u.Site.Classes[i].ID
		energy, hashrate, ok, err := c.between(ctx, u.Site.ID, class, planned.Interval)
		if err != nil || !ok {
			return planned, false, err
		}
		m.Classes = append(m.Classes, site.ClassMeter{Class: class, MWh: energy, THs: hashrate})
	}
	energy, _, ok, err := c.between(ctx, u.Site.ID, "", planned.Interval)
	if err != nil || !ok {
		return planned, false, err
	}
	m.SiteMWh, m.Measured = energy, true
	if u.reg != nil {
		m.Regulation = u.reg.summary(planned.Interval, c.cfg.Clock.Now())
	}
	return m, true, nil
}

// between is the energy a meter counted over an interval, and the mean
// hashrate at its ends.
func (c *Controller) between(ctx context.Context, siteID, class string, i unit.Interval) (unit.MWh, unit.THs, bool, error) {
	from, ok, err := c.readingAt(ctx, siteID, class, i.Start)
	if err != nil || !ok {
		return 0, 0, false, err
	}
	to, ok, err := c.readingAt(ctx, siteID, class, i.End())
	if err != nil || !ok || to.Energy < from.Energy {
		return 0, 0, false, err
	}
	return to.Energy - from.Energy, (from.THs + to.THs) / 2, true, nil
}

// readingGap is how far apart two readings may be for the counter between them
// to be interpolated.
const readingGap = 10 * time.Minute

// readingAt is a meter at a moment: interpolated between the readings around
// it. A counter that was reset in between has no reading there.
func (c *Controller) readingAt(ctx context.Context, siteID, class string, at time.Time) (site.Reading, bool, error) {
	before, after, err := c.cfg.Meters.ReadingAt(ctx, siteID, class, at)
	if err != nil {
		return site.Reading{}, false, fmt.Errorf("read meter %q of %s: %w", class, siteID, err)
	}
	if before == nil || after == nil || after.Energy < before.Energy {
		return site.Reading{}, false, nil
	}
	gap := after.At.Sub(before.At)
	if gap > readingGap {
		return site.Reading{}, false, nil
	}
	r := *before
	if gap > 0 {
		part := float64(at.Sub(before.At)) / float64(gap)
		r.Energy += unit.MWh(part * float64(after.Energy-before.Energy))
		r.THs += unit.THs(part * float64(after.THs-before.THs))
	}
	r.At = at
	return r, true, nil
}
