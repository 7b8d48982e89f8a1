package policy

import (
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// tariff is what energy costs a site's machines at the margin, all in: one price
// up to a block, another beyond it. Without a block that matters the first holds
// throughout.
type tariff struct {
	inside, above unit.USDPerMWh
	block         unit.MW // machine power
}

func tariffOf(s *site.Site, spp unit.USDPerMWh) tariff {
	t := tariff{inside: s.MarginalEnergy(spp), block: boundless}
	if mw, ok := s.BlockMachineMW(); ok {
		t.above, t.block = s.MarginalEnergyAbove(spp), mw
	}
	return t
}

// kinked reports whether the order in which classes are planned matters.
func (t tariff) kinked() bool { return t.block < boundless }

// at is the price of the next MWh where machines draw so much.
func (t tariff) at(draw unit.MW) unit.USDPerMWh {
	if draw < t.block {
		return t.inside
	}
	return t.above
}

// cost is what it costs to go from one draw of all machines to a higher one, $/h.
func (t tariff) cost(from, to unit.MW) float64 {
	inside := max(0, min(to, t.block)-from)
	return float64(inside)*float64(t.inside) + float64(to-from-inside)*float64(t.above)
}

// over is the tariff divided by a multiple of break-even: what is dear becomes
// more bearable, and a negative price is not made less welcome.
func (t tariff) over(multiple float64) tariff {
	if multiple > 1 {
		t.inside = min(t.inside, t.inside/unit.USDPerMWh(multiple))
		t.above = min(t.above, t.above/unit.USDPerMWh(multiple))
	}
	return t
}

// best is the power at which an awake mining class earns most, or loses least,
// above asleep, and what it earns, $/h; of equals the lowest. base is what all
// machines draw with the class asleep. It compares whole levels, not only
// neighbours, so that a power curve whose first step is poor is still climbed
// where the rest makes up for it, and the power that just fills the block.
func best(c *site.Class, usdPerTHh float64, t tariff, base unit.MW) (mw unit.MW, profit float64) {
	asleep := c.AsleepMW()
	consider := func(at unit.MW, rate unit.THs) {
		p := float64(rate)*usdPerTHh*(1-c.PoolFee) - t.cost(base, base+at-asleep)
		if mw == 0 || p > profit {
			mw, profit = at, p
		}
	}
	for i := 1; i < len(c.Levels); i++ {
		consider(levelMW(c, i), unit.THs(c.Units)*c.Levels[i].THs)
	}
	if fill := t.block - base + asleep; t.kinked() && fill > asleep && fill < c.MaxMW() {
		consider(fill, c.HashrateAt(fill))
	}
	return mw, profit
}
