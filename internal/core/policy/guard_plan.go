package policy

import (
	"math"
	"slices"

	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// plan is what the corridor leaves of the wish.
func (g *guarding) plan() site.Plan {
	draws := make([]unit.MW, len(g.classes))
	for i := range draws {
		k := &g.classes[i]
		draws[i] = min(max(k.wish, k.lo), k.hi)
	}
	for f := range g.in.Site.Limits.Feeders {
		g.lower(draws, f, g.feederLimit(f))
	}
	g.lower(draws, -1, g.hi)
	g.raise(draws)

	p := site.Plan{Allocations: make([]site.Allocation, 0, len(draws))}
	for i, draw := range draws {
		p.Allocations = g.allocate(p.Allocations, i, draw)
	}
	if len(g.orders.Awards) > 0 {
		p.Reserve = g.reserve(p)
	}
	return p
}

// lower takes the least valuable use off, again and again, until what classes
// draw on a feeder (-1: on the site) fits a limit.
func (g *guarding) lower(draws []unit.MW, feeder int, limit unit.MW) {
	for {
		excess := g.sum(draws, feeder) - limit
		if excess <= tiny {
			return
		}
		worst, least, to := -1, math.Inf(1), unit.MW(0)
		for i := range draws {
			k := &g.classes[i]
			if feeder >= 0 && k.feeder != feeder || draws[i] <= k.lo+tiny {
				continue
			}
			if rank, from := g.topRung(i, draws[i]); rank < least {
				worst, least, to = i, rank, max(from, k.lo)
			}
		}
		if worst < 0 {
			return
		}
		draws[worst] = max(to, draws[worst]-excess)
	}
}

// raise puts the most valuable use on, again and again, until all classes draw
// what the site must draw at least.
func (g *guarding) raise(draws []unit.MW) {
	for {
		lack := g.lo - g.sum(draws, -1)
		if lack <= tiny {
			return
		}
		best, most, more := -1, math.Inf(-1), unit.MW(0)
		for i := range draws {
			free := g.room(draws, i)
			if free <= tiny {
				continue
			}
			if rank, to := g.nextRung(i, draws[i]); rank > most {
				best, most, more = i, rank, min(free, to-draws[i])
			}
		}
		if best < 0 {
			return
		}
		draws[best] += min(lack, more)
	}
}

// room is how much more a class may draw.
func (g *guarding) room(draws []unit.MW, i int) unit.MW {
	k := &g.classes[i]
	free := k.hi - draws[i]
	if k.feeder >= 0 {
		free = min(free, g.feederLimit(k.feeder)-g.sum(draws, k.feeder))
	}
	return free
}

// sum is what classes draw on a feeder, or (-1) all of them.
func (g *guarding) sum(draws []unit.MW, feeder int) unit.MW {
	var sum unit.MW
	for i, draw := range draws {
		if feeder < 0 || g.classes[i].feeder == feeder {
			sum += draw
		}
	}
	return sum
}

// allocate writes down what a class draws by use; nothing for a class asleep.
func (g *guarding) allocate(to []site.Allocation, i int, draw unit.MW) []site.Allocation {
	c, k := &g.in.Site.Classes[i], &g.classes[i]
	if draw <= c.AsleepMW()+tiny {
		return to
	}
	if k.rungs == nil {
		if !c.Mines() {
			return to
		}
		return append(to, site.Allocation{Class: c.ID, Use: site.Mine, MW: draw})
	}
	first := len(to)
	for _, r := range k.rungs {
		mw := r.mw
		if draw < mw-tiny {
			mw = draw
		}
		if mw <= tiny {
			continue
		}
		draw -= mw
		to = grant(to, first, c, r, mw)
	}
	return to
}

// grant adds power to the use's allocation among those of its class, which
// start at first and are in the order of uses and tiers.
func grant(to []site.Allocation, first int, c *site.Class, r rung, mw unit.MW) []site.Allocation {
	a := site.Allocation{Class: c.ID, Use: r.use, MW: mw}
	if r.use == site.Infer {
		a.Tier = c.Tiers[r.tier].Name
	}
	k := first
	for k < len(to) && place(c, to[k]) < place(c, a) {
		k++
	}
	if k < len(to) && place(c, to[k]) == place(c, a) {
		to[k].MW += mw
		return to
	}
	return slices.Insert(to, k, a)
}

// place is where an allocation stands among those of its class: mining, the
// tiers in their order, work for the grid.
func place(c *site.Class, a site.Allocation) int {
	switch a.Use {
	case site.Mine:
		return -1
	case site.Infer:
		return slices.IndexFunc(c.Tiers, func(t site.Tier) bool { return t.Name == a.Tier })
	}
	return len(c.Tiers)
}

// reserve is the awarded reserve that the plan holds: upward on load that can
// be dropped to its low limit, downward up to what the site can still draw. An
// award that is deployed is no longer held. Nothing is held that was not
// awarded: what a policy wishes to offer is not yet sold.
func (g *guarding) reserve(p site.Plan) []site.Hold {
	meter := g.in.Site.PlanMeterMW(p)
	down := max(0, g.in.Site.Limits.SiteMW-meter)
	up := meter - g.in.Site.PlanMeterMW(site.Plan{})
	for _, a := range g.orders.Awards {
		if g.holds(a) && a.Up {
			up = min(up, meter-a.LowMW)
		}
	}
	up = max(0, up)
	var holds []site.Hold
	for _, a := range g.orders.Awards {
		if !g.holds(a) {
			continue
		}
		left := &down
		if a.Up {
			left = &up
		}
		mw := min(a.MW, *left)
		*left -= mw
		if mw > tiny {
			holds = append(holds, site.Hold{Product: a.Product, MW: mw, Up: a.Up})
		}
	}
	return holds
}
