package policy

import (
	"hash/fnv"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// limits hold feeder and site power; a class's own top level bounds its
// corridor from the start, and feeders bound every change of it.
func (g *guarding) limits() {
	l := &g.in.Site.Limits
	for f := range l.Feeders {
		var wished unit.MW
		for i := range g.classes {
			if g.classes[i].feeder == f {
				wished += g.classes[i].wish
			}
		}
		if wished > l.Feeders[f].LimitMW+tiny && g.in.Explain {
			g.say("feeder_limit", "", "feeder %s carries at most %.3f MW", l.Feeders[f].ID, float64(l.Feeders[f].LimitMW))
		}
	}
	if l.SiteMW > 0 && g.capSite(g.in.Site.MachineMW(l.SiteMW)) && g.in.Explain {
		g.say("site_limit", "", "the site draws at most %.3f MW at the meter", float64(l.SiteMW))
	}
}

// rests hold minimum times off and the budget of starts.
func (g *guarding) rests() {
	for i := range g.classes {
		c, k := &g.in.Site.Classes[i], &g.classes[i]
		if k.on || k.state == nil {
			continue
		}
		rested := g.at.Sub(k.state.Since)
		if rested < c.MinDown && g.capClass(i, c.AsleepMW()) && g.in.Explain {
			g.say("min_down", c.ID, "has rested for %s of at least %s: stays off", rested.Round(time.Second), c.MinDown)
		}
		spent := c.StartsPerDay > 0 && k.state.Starts >= c.StartsPerDay && k.state.Day == unit.DayOf(g.at)
		if spent && g.capClass(i, c.AsleepMW()) && g.in.Explain {
			g.say("starts", c.ID, "has started %d times today, its budget: stays off", k.state.Starts)
		}
	}
}

// release staggers the return after an order dropped the site: each class waits
// for its own part of the configured spread. The part is a hash of site and
// class, so that sites which share this software never return together.
func (g *guarding) release() {
	spread := g.in.Site.Limits.ReleaseIn.Duration()
	since := g.at.Sub(g.in.State.Dropped)
	if g.in.State.Dropped.IsZero() || since >= spread {
		return
	}
	for i := range g.classes {
		c := &g.in.Site.Classes[i]
		wait := time.Duration(part(g.in.Site.ID, c.ID) * float64(spread))
		if since < wait && g.capClass(i, g.classes[i].now) && g.in.Explain {
			g.say("release", c.ID, "staggered return: not before %s after the release", wait.Round(time.Second))
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

// rampsUp bound how far power rises in the interval: each class, the site, and
// the site's share of the fleet's cap.
func (g *guarding) rampsUp() {
	minutes := g.minutes()
	for i := range g.classes {
		c := &g.in.Site.Classes[i]
		if c.RampMW > 0 && g.capClass(i, g.classes[i].now+c.RampMW*minutes) && g.in.Explain {
			g.say("ramp", c.ID, "rises by at most %.3f MW in this interval", float64(c.RampMW*minutes))
		}
	}
	most, bound := g.in.Site.Limits.RampUpMW*minutes, g.in.Site.Limits.RampUpMW > 0
	if f := g.orders.Fleet; f != nil && (!bound || f.Up < most) {
		most, bound = max(0, f.Up), true
	}
	if bound && g.capSite(g.drawn()+g.machines(most)) && g.in.Explain {
		g.say("ramp", "", "the site rises by at most %.3f MW in this interval", float64(most))
	}
}

// runs hold minimum run times: a class that came on lately stays at its lowest
// running level at least.
func (g *guarding) runs() {
	byWorth(g.in.Site, func(i int) {
		c, k := &g.in.Site.Classes[i], &g.classes[i]
		if !k.on || k.state == nil {
			return
		}
		ran := g.at.Sub(k.state.Since)
		if ran < c.MinUp && g.floorClass(i, min(k.now, c.AwakeMW())) && g.in.Explain {
			g.say("min_up", c.ID, "has run for %s of at least %s: stays on", ran.Round(time.Second), c.MinUp)
		}
	})
}

// rampsDown bound how far power falls in the interval, like rampsUp. They stand
// below orders to shed: those do not wait for a ramp.
func (g *guarding) rampsDown() {
	minutes := g.minutes()
	byWorth(g.in.Site, func(i int) {
		c := &g.in.Site.Classes[i]
		if c.RampMW > 0 && g.floorClass(i, g.classes[i].now-c.RampMW*minutes) && g.in.Explain {
			g.say("ramp", c.ID, "falls by at most %.3f MW in this interval", float64(c.RampMW*minutes))
		}
	})
	most, bound := g.in.Site.Limits.RampDown*minutes, g.in.Site.Limits.RampDown > 0
	if f := g.orders.Fleet; f != nil && (!bound || f.Down < most) {
		most, bound = max(0, f.Down), true
	}
	if bound && g.floorSite(g.drawn()-g.machines(most)) && g.in.Explain {
		g.say("ramp", "", "the site falls by at most %.3f MW in this interval", float64(most))
	}
}

// minutes is the length of the interval, the unit of ramps.
func (g *guarding) minutes() unit.MW { return unit.MW(g.in.Snapshot.Interval.Length.Minutes()) }

// machines is the part of a change at the meter that machines make; the rest is
// the auxiliaries that follow them.
func (g *guarding) machines(meter unit.MW) unit.MW {
	return meter / unit.MW(1+g.in.Site.Limits.AuxShare)
}
