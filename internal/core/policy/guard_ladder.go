package policy

import (
	"math"

	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// rung is a part of a class's power with the use it is put to.
type rung struct {
	use  site.Use
	tier int // position among the class's tiers; -1: none
	mw   unit.MW
}

// Ranks of uses where power has to be taken away, lowest first: mining by hashes
// per joule, then work for the grid, unsold inference, sold inference. Prices
// have no say in it, so that it stands when they are stale.
const (
	rankGrid float64 = 1e6
	rankTier float64 = 2e6
	rankSold float64 = 3e6
)

// rankMine ranks a step of a miner's power curve by what it earns per energy.
func rankMine(marginal unit.JPerTH, poolFee float64) float64 {
	if !(marginal > 0) {
		return 0
	}
	return (1 - poolFee) / float64(marginal)
}

// ladder reads what a wish asks of a class and leaves out what cannot be: tiers
// that are unknown, uses that the class has not, power that is not a positive
// number. It returns the power that the class would draw and, for a class that
// does more than mine, its uses in the order in which power goes to them: sold
// inference (served whether asked for or not), what was asked, and what could
// take more.
func ladder(c *site.Class, wish site.Plan) (rungs []rung, draw unit.MW) {
	if c.Kind == site.ASIC || len(c.Tiers) == 0 && c.Mines() {
		return nil, c.DrawMW(asked(c, wish, site.Mine, ""))
	}
	top := c.MaxMW()
	l := climb{rungs: make([]rung, 0, 2*len(c.Tiers)+4), top: top}
	for j := range c.Tiers {
		if c.Tiers[j].Sold {
			l.add(site.Infer, j, c.Tiers[j].MaxMW)
		}
	}
	for j := range c.Tiers {
		if t := &c.Tiers[j]; !t.Sold {
			l.add(site.Infer, j, min(t.MaxMW, asked(c, wish, site.Infer, t.Name)))
		}
	}
	l.add(site.Grid, -1, asked(c, wish, site.Grid, ""))
	if c.Mines() {
		l.add(site.Mine, -1, asked(c, wish, site.Mine, ""))
	}
	draw = c.DrawMW(l.height)
	for j := range c.Tiers {
		if t := &c.Tiers[j]; !t.Sold {
			l.add(site.Infer, j, t.MaxMW-min(t.MaxMW, asked(c, wish, site.Infer, t.Name)))
		}
	}
	if c.Mines() {
		l.add(site.Mine, -1, top)
	}
	l.add(site.Grid, -1, top)
	return l.rungs, draw
}

// climb is a ladder under construction.
type climb struct {
	rungs       []rung
	height, top unit.MW
}

func (l *climb) add(use site.Use, tier int, mw unit.MW) {
	if mw = min(mw, l.top-l.height); mw > 0 {
		l.rungs = append(l.rungs, rung{use: use, tier: tier, mw: mw})
		l.height += mw
	}
}

// asked is the power that a wish grants to one use of a class.
func asked(c *site.Class, wish site.Plan, use site.Use, tier string) unit.MW {
	var sum unit.MW
	for k := range wish.Allocations {
		a := &wish.Allocations[k]
		if a.Use != use || a.Class != c.ID || use == site.Infer && a.Tier != tier {
			continue
		}
		if a.MW > 0 && !math.IsInf(float64(a.MW), 1) {
			sum += a.MW
		}
	}
	return sum
}

// unasked is the sold inference of a class that a wish leaves out.
func unasked(c *site.Class, wish site.Plan) (mw unit.MW) {
	for j := range c.Tiers {
		if t := &c.Tiers[j]; t.Sold {
			mw += max(0, t.MaxMW-asked(c, wish, site.Infer, t.Name))
		}
	}
	return mw
}

// topRung is the use of the last MW that a class draws: its rank, and the power
// at which that use begins.
func (g *guarding) topRung(i int, draw unit.MW) (rank float64, from unit.MW) {
	c, k := &g.in.Site.Classes[i], &g.classes[i]
	if k.rungs == nil {
		return topStep(c, draw)
	}
	for _, r := range k.rungs {
		if draw <= from+r.mw+tiny {
			return rankOf(c, r), from
		}
		from += r.mw
	}
	return rankGrid, from
}

// nextRung is the use of the next MW that a class would draw: its rank, and the
// power at which that use ends.
func (g *guarding) nextRung(i int, draw unit.MW) (rank float64, to unit.MW) {
	c, k := &g.in.Site.Classes[i], &g.classes[i]
	if k.rungs == nil {
		return nextStep(c, draw)
	}
	for _, r := range k.rungs {
		if to += r.mw; to > draw+tiny {
			return rankOf(c, r), to
		}
	}
	return 0, c.MaxMW()
}

func rankOf(c *site.Class, r rung) float64 {
	switch {
	case r.use == site.Mine:
		return rankMine(c.Efficiency(), c.PoolFee)
	case r.use == site.Grid:
		return rankGrid
	case c.Tiers[r.tier].Sold:
		return rankSold
	}
	// Tiers are listed best price first.
	return rankTier - float64(r.tier)
}

// topStep is topRung for a miner: the step of its power curve it is in.
func topStep(c *site.Class, draw unit.MW) (rank float64, from unit.MW) {
	from = c.AsleepMW()
	var buf [8]site.Step
	for _, step := range c.AppendSteps(buf[:0]) {
		if draw > step.FromMW+tiny {
			rank, from = rankMine(step.Marginal, c.PoolFee), step.FromMW
		}
	}
	return rank, from
}

// nextStep is nextRung for a miner.
func nextStep(c *site.Class, draw unit.MW) (rank float64, to unit.MW) {
	var buf [8]site.Step
	for _, step := range c.AppendSteps(buf[:0]) {
		if step.ToMW > draw+tiny {
			return rankMine(step.Marginal, c.PoolFee), step.ToMW
		}
	}
	return 0, c.MaxMW()
}
