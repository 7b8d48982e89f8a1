package policy

import (
	"math"
	"slices"

	"github.com/pouw-dem/pouwdem/internal/core/optimize"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// togetherEffort bounds the work on a plan of all classes at once.
func togetherEffort() optimize.Effort {
	return optimize.Effort{Prices: 24, Repairs: 4, Teams: 1 << 19, Sweeps: 6, Kicks: 1}
}

// together plans the classes at once where a limit that they share binds, and
// keeps what earns more. What ties classes beyond that (a block that is not resold,
// ramps) is left as it was planned.
func (o *oracle) together(s *Schedule) {
	if !o.binds || len(o.Site.Classes) < 2 {
		return
	}
	if _, kinked := o.Site.BlockMachineMW(); kinked {
		o.note("a limit binds beside a block without resale: classes were filled in order of merit, which may not be the optimum")
		return
	}
	apart := o.worth(s.classes)
	problem, all, ok := o.problem()
	if !ok {
		o.note("a limit binds and a ramp is too fine to be planned with it: classes were filled in order of merit, which may not be the optimum")
		return
	}
	sol := optimize.Solve(problem, togetherEffort())
	best := apart
	if sol.Broken == 0 {
		for i := range all {
			all[i].path = sol.Paths[i]
		}
		if value := o.worth(all); value > apart {
			s.classes, best = all, value
		}
	}
	gap := max(0, sol.Bound-best) / math.Max(1, math.Abs(best))
	o.note("a limit of site or feeder binds: classes were planned together, within %.2f %% of the best on the powers that they may choose", 100*gap)
}

// problem is all classes with the limits of site and feeders.
func (o *oracle) problem() (*optimize.Problem, []scheduled, bool) {
	p := &optimize.Problem{}
	all := make([]scheduled, len(o.Site.Classes))
	clear(o.load)
	for i := range o.Site.Classes {
		c := &o.Site.Classes[i]
		up, down := o.ramps(c)
		all[i].points = o.cut(i, points(c, up, down))
		if len(all[i].points) > maxPoints {
			return nil, nil, false
		}
		chain, reward := o.chain(c, &all[i], up, down)
		o.begin(chain, i, all[i].points)
		draws := make([]float64, len(all[i].points))
		for q, mw := range all[i].points {
			draws[q] = float64(c.DrawMW(mw))
		}
		p.Chains, p.Reward, p.Draw = append(p.Chains, chain), append(p.Reward, reward), append(p.Draw, draws)
	}
	group := func(name string, most unit.MW, belongs func(c *site.Class) bool) {
		g := optimize.Group{Name: name, Members: []int{}, Most: repeated(float64(most), len(o.Moments))}
		for i := range o.Site.Classes {
			if belongs(&o.Site.Classes[i]) {
				g.Members = append(g.Members, i)
			}
		}
		p.Groups = append(p.Groups, g)
	}
	group(limitSite, o.Site.MachineMW(o.Site.Limits.SiteMW), func(*site.Class) bool { return true })
	for _, f := range o.Site.Limits.Feeders {
		group(limitFeeder+f.ID, f.LimitMW, func(c *site.Class) bool { return c.Feeder == f.ID })
	}
	return p, all, true
}

// cut adds to a class's points what the site's limit leaves it beside the others,
// asleep or at full power.
func (o *oracle) cut(i int, list []unit.MW) []unit.MW {
	c := &o.Site.Classes[i]
	var most, least unit.MW
	for j := range o.Site.Classes {
		if j != i {
			most += o.Site.Classes[j].MaxMW()
			least += o.Site.Classes[j].AsleepMW()
		}
	}
	limit := o.Site.MachineMW(o.Site.Limits.SiteMW)
	for _, mw := range []unit.MW{limit - most, limit - least} {
		if c.On(mw) && mw < c.MaxMW() {
			list = append(list, mw)
		}
	}
	slices.Sort(list)
	return slices.CompactFunc(list, func(a, b unit.MW) bool { return math.Abs(float64(a-b)) < 1e-9 })
}

// worth is what a plan of all classes earns, less what machines asleep cost.
func (o *oracle) worth(classes []scheduled) float64 {
	sum := 0.0
	clear(o.load)
	for i := range classes {
		c := &o.Site.Classes[i]
		was := unit.MW(0)
		if o.State.Classes[i].On {
			was = o.State.Classes[i].MW
		}
		for t := range o.Moments {
			m, mw := &o.Moments[t], classes[i].at(t)
			sum += revenue(c, mw, m) + o.beside(c, mw, m) - o.energy(t, c.DrawMW(mw)-c.AsleepMW()) - StartUSD(c, was, mw)
			was = mw
		}
	}
	return sum
}
