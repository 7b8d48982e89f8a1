package policy

import (
	"hash/fnv"
	"math"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// timers hold minimum run and rest times and the budget of starts. An order to
// shed ends a run early.
func (d *draft) timers() {
	day := unit.DayOf(d.at)
	for i := range d.in.Site.Classes {
		c := &d.in.Site.Classes[i]
		if i >= len(d.in.State.Classes) {
			continue
		}
		was := &d.in.State.Classes[i]
		age := d.at.Sub(was.Since)
		on := c.On(d.mw[i])
		switch {
		case was.On && !d.shed && age < c.MinUp && d.mw[i] < min(was.MW, c.AwakeMW())-tiny:
			d.set(i, min(was.MW, c.AwakeMW()))
			d.say("min_up", c.ID, "has run for %s of at least %s: stays on", age.Round(time.Second), c.MinUp)
		case !was.On && on && age < c.MinDown:
			d.set(i, 0)
			d.say("min_down", c.ID, "has rested for %s of at least %s: stays off", age.Round(time.Second), c.MinDown)
		case !was.On && on && c.StartsPerDay > 0 && was.Day == day && was.Starts >= c.StartsPerDay:
			d.set(i, 0)
			d.say("starts", c.ID, "has started %d times today, its budget: stays off", was.Starts)
		}
	}
}

// release staggers the return after the whole site was dropped: each class
// waits for its own part of the configured spread. The part is a hash of site
// and class, so that sites which share this software never return together.
func (d *draft) release() {
	spread := d.in.Site.Limits.ReleaseIn.Duration()
	if d.in.State.Dropped.IsZero() || spread <= 0 {
		return
	}
	since := d.at.Sub(d.in.State.Dropped)
	if since >= spread {
		return
	}
	for i := range d.in.Site.Classes {
		c := &d.in.Site.Classes[i]
		wait := time.Duration(part(d.in.Site.ID, c.ID) * float64(spread))
		if since < wait && d.mw[i] > d.now[i]+tiny {
			d.set(i, d.now[i])
			d.say("release", c.ID, "staggered return: not before %s after the drop", wait.Round(time.Second))
		}
	}
}

// part is a number in [0, 1) that belongs to a class of a site.
func part(siteID, classID string) float64 {
	h := fnv.New64a()
	// A hash never fails to write.
	_, _ = h.Write([]byte(siteID + "/" + classID))
	return float64(h.Sum64()>>11) / (1 << 53)
}

// ramps bound how far power moves in the interval: each class, then the site,
// then the site's share of the fleet's cap. Load that is shed by order does not
// wait for a ramp down.
func (d *draft) ramps() {
	minutes := unit.MW(d.in.Snapshot.Interval.Length.Minutes())
	for i := range d.in.Site.Classes {
		c := &d.in.Site.Classes[i]
		if c.RampMW <= 0 {
			continue
		}
		most := c.RampMW * minutes
		switch change := c.DrawMW(d.mw[i]) - c.DrawMW(d.now[i]); {
		case change > most+tiny:
			d.set(i, c.DrawMW(d.now[i])+most)
			d.say("ramp", c.ID, "rises by at most %.3f MW an interval", float64(most))
		case -change > most+tiny && !d.shed:
			d.set(i, c.DrawMW(d.now[i])-most)
			d.say("ramp", c.ID, "falls by at most %.3f MW an interval", float64(most))
		}
	}
	up, down := math.Inf(1), math.Inf(1)
	if r := d.in.Site.Limits.RampUpMW; r > 0 {
		up = float64(r * minutes)
	}
	if r := d.in.Site.Limits.RampDown; r > 0 {
		down = float64(r * minutes)
	}
	if f := d.orders.Fleet; f != nil {
		up, down = min(up, float64(f.Up)), min(down, float64(f.Down))
	}
	d.moveSite(up, down)
}

// moveSite shortens every class's move by the same share until the meter moves
// by no more than up or down MW.
func (d *draft) moveSite(up, down float64) {
	change := float64(d.meter() - d.meterNow())
	most := up
	if change < 0 {
		if d.shed {
			return
		}
		most = down
	}
	if math.Abs(change) <= most+tiny {
		return
	}
	share := unit.MW(most / math.Abs(change))
	for i := range d.in.Site.Classes {
		c := &d.in.Site.Classes[i]
		from, to := c.DrawMW(d.now[i]), c.DrawMW(d.mw[i])
		if change > 0 == (to > from) && to != from {
			d.set(i, from+(to-from)*share)
		}
	}
	d.say("ramp", "", "the site moves by at most %.3f MW in this interval", most)
}

// limits hold class, feeder and site power. They come last, whatever was
// ordered.
func (d *draft) limits() {
	for _, f := range d.in.Site.Limits.Feeders {
		var draw unit.MW
		for i := range d.in.Site.Classes {
			if c := &d.in.Site.Classes[i]; c.Feeder == f.ID {
				draw += c.DrawMW(d.mw[i])
			}
		}
		if excess := draw - f.LimitMW; excess > tiny {
			d.lower(excess, f.ID)
			d.say("feeder_limit", "", "feeder %s carries at most %.3f MW", f.ID, float64(f.LimitMW))
		}
	}
	if limit := d.in.Site.Limits.SiteMW; limit > 0 && d.meter() > limit+tiny {
		d.lowerTo(limit)
		d.say("site_limit", "", "the site draws at most %.3f MW at the meter", float64(limit))
	}
}

// lowerTo lowers classes, the least valuable first, until the meter shows at
// most so much.
func (d *draft) lowerTo(meter unit.MW) {
	d.lower((d.meter()-meter)/unit.MW(1+d.in.Site.Limits.AuxShare), "")
}

// lower takes machine power off, on one feeder or (empty) anywhere: miners from
// the least efficient on, then unsold inference, then sold. Machines draw their
// sleep power whatever is ordered.
func (d *draft) lower(excess unit.MW, feeder string) {
	for keepSold := 1; keepSold >= 0; keepSold-- {
		for excess > 0 {
			i := d.leastValuable(feeder, keepSold == 1)
			if i < 0 {
				break
			}
			c := &d.in.Site.Classes[i]
			floor := c.AsleepMW()
			if keepSold == 1 {
				floor = max(floor, min(d.sold(i), d.mw[i]))
			}
			less := min(excess, d.mw[i]-floor)
			target := d.mw[i] - less
			if target <= c.AsleepMW()+tiny {
				target = 0
			}
			d.lowerUnsoldFirst(i, target)
			excess -= less
		}
	}
}

// lowerUnsoldFirst is set for a class whose sold tiers go last.
func (d *draft) lowerUnsoldFirst(i int, target unit.MW) {
	if d.tiers[i] == nil {
		d.set(i, target)
		return
	}
	c := &d.in.Site.Classes[i]
	less := d.mw[i] - target
	for _, sold := range [2]bool{false, true} {
		for j := len(c.Tiers) - 1; j >= 0; j-- {
			if c.Tiers[j].Sold == sold {
				cut := min(less, d.tiers[i][j])
				d.tiers[i][j] -= cut
				less -= cut
			}
		}
	}
	d.mw[i] = target
	if target == 0 {
		clear(d.tiers[i])
	}
}

// leastValuable is the class to lower next; -1 when none is left.
func (d *draft) leastValuable(feeder string, keepSold bool) int {
	worst, rank := -1, math.Inf(1)
	for i := range d.in.Site.Classes {
		c := &d.in.Site.Classes[i]
		floor := c.AsleepMW()
		if keepSold {
			floor = max(floor, d.sold(i))
		}
		if (feeder != "" && c.Feeder != feeder) || d.mw[i] <= floor+tiny {
			continue
		}
		// Inference outranks mining; among miners fewer joules per hash do.
		value := 1e9 - float64(i)
		if c.Mines() {
			value = -float64(c.Efficiency())
		}
		if value < rank {
			worst, rank = i, value
		}
	}
	return worst
}

// raiseTo raises classes, the most valuable first, until the meter shows at
// least so much or everything runs.
func (d *draft) raiseTo(meter unit.MW) {
	for range d.in.Site.Classes {
		lack := (meter - d.meter()) / unit.MW(1+d.in.Site.Limits.AuxShare)
		if lack <= tiny {
			return
		}
		best, rank := -1, math.Inf(-1)
		for i := range d.in.Site.Classes {
			c := &d.in.Site.Classes[i]
			if d.mw[i] >= d.highest(i)-tiny {
				continue
			}
			value := -float64(i)
			if c.Mines() {
				value = -float64(c.Efficiency()) - 1e6
			}
			if value > rank {
				best, rank = i, value
			}
		}
		if best < 0 {
			return
		}
		c := &d.in.Site.Classes[best]
		d.set(best, min(c.DrawMW(d.mw[best])+lack, d.highest(best)))
	}
}

// highest is the most power a class can be granted.
func (d *draft) highest(i int) unit.MW {
	c := &d.in.Site.Classes[i]
	if d.tiers[i] == nil {
		if c.Mines() {
			return c.MaxMW()
		}
		return 0
	}
	var sum unit.MW
	for j := range c.Tiers {
		sum += c.Tiers[j].MaxMW
	}
	return min(sum, c.MaxMW())
}
