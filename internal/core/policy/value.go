package policy

import (
	"math"

	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// UseValue is what one MWh of a class is worth in one use, now.
type UseValue struct {
	Class   string         `json:"class"`
	Use     site.Use       `json:"use"`
	Tier    string         `json:"tier,omitempty"`
	Revenue unit.USDPerMWh `json:"revenue_usd_per_mwh"` // net of pool or marketplace fee
	Energy  unit.USDPerMWh `json:"energy_usd_per_mwh"`  // what the MWh costs at the margin, all in
	Margin  unit.USDPerMWh `json:"margin_usd_per_mwh"`
	MaxMW   unit.MW        `json:"max_mw"`
	Sold    bool           `json:"sold"`  // promised by contract: not a choice
	Known   bool           `json:"known"` // false: a price that it stands on is missing, Revenue is then 0
}

// Values is every use that the site's classes have for a MWh when energy
// settles at spp, in the order of the classes, each with off as its last use.
// A mining class is valued at its best level.
func Values(in Input, spp unit.USDPerMWh) []UseValue {
	energy := in.Site.MarginalEnergy(spp)
	var values []UseValue
	for i := range in.Site.Classes {
		c := &in.Site.Classes[i]
		if c.Mines() {
			rate, known := hashRate(in.Snapshot)
			revenue := perMWh(c, max(1, bestLevel(c, rate, energy)), rate)
			values = append(values, UseValue{
				Class: c.ID, Use: site.Mine, Revenue: revenue, Energy: energy, Margin: revenue - energy,
				MaxMW: c.MaxMW(), Known: known,
			})
		}
		for j := range c.Tiers {
			t := &c.Tiers[j]
			price, known := gpuPrice(in.Snapshot, c.Model)
			revenue := c.TierRevenue(t, price)
			values = append(values, UseValue{
				Class: c.ID, Use: site.Infer, Tier: t.Name, Revenue: revenue, Energy: energy, Margin: revenue - energy,
				MaxMW: t.MaxMW, Sold: t.Sold, Known: known || t.USDPerGPUh > 0,
			})
		}
		values = append(values, UseValue{Class: c.ID, Use: site.Off, MaxMW: c.MaxMW(), Known: true})
	}
	return values
}

// Lambda is the shadow price of the site's power limit: what one more MW would
// earn an hour when the limit binds under the plan, else 0.
func Lambda(in Input, plan site.Plan, spp unit.USDPerMWh) unit.USDPerMWh {
	if in.Site.PlanMeterMW(plan) < in.Site.Limits.SiteMW-1e-6 {
		return 0
	}
	var best unit.USDPerMWh
	for _, v := range Values(in, spp) {
		c, ok := in.Site.Class(v.Class)
		if ok && v.Use != site.Off && plan.ClassMW(v.Class) < c.MaxMW()-1e-6 {
			best = max(best, v.Margin)
		}
	}
	return best
}

// hashRate is mining revenue in dollars per TH/s and hour.
func hashRate(snap *market.Snapshot) (usd float64, known bool) {
	return snap.Network.Hashprice.Value / 24_000, snap.Network.Hashprice.OK()
}

func gpuPrice(snap *market.Snapshot, model string) (usd float64, known bool) {
	for i := range snap.GPU {
		if snap.GPU[i].Key == model {
			return snap.GPU[i].Value, true
		}
	}
	return 0, false
}

// levelMW is the power of the whole class at its i-th level.
func levelMW(c *site.Class, i int) unit.MW {
	return unit.MW(float64(c.Units) * c.Levels[i].Watts / 1e6)
}

// bestLevel is the level at which a mining class earns most an hour above
// asleep, which is level 0; of equals the lowest. It compares whole levels, not
// only neighbours, so that a power curve whose first step is poor is still
// climbed where the rest makes up for it.
func bestLevel(c *site.Class, usdPerTHh float64, energy unit.USDPerMWh) int {
	best, most := 0, 0.0
	asleep := levelMW(c, 0)
	for i := 1; i < len(c.Levels); i++ {
		earned := float64(c.Units) * float64(c.Levels[i].THs) * usdPerTHh * (1 - c.PoolFee)
		spent := float64(levelMW(c, i)-asleep) * float64(energy)
		if profit := earned - spent; profit > most {
			best, most = i, profit
		}
	}
	return best
}

// perMWh is what a mining class earns per MWh above asleep at a level: its
// break-even energy price there.
func perMWh(c *site.Class, level int, usdPerTHh float64) unit.USDPerMWh {
	mw := levelMW(c, level) - levelMW(c, 0)
	if !(mw > 0) {
		return 0
	}
	return unit.USDPerMWh(float64(c.Units) * float64(c.Levels[level].THs) * usdPerTHh * (1 - c.PoolFee) / float64(mw))
}

// BreakEven is the all-in energy price above which a mining class is better
// asleep: the best of its levels' break-evens. 0 for a class that does not mine.
func BreakEven(c *site.Class, hashprice unit.USDPerPHDay) unit.USDPerMWh {
	var best unit.USDPerMWh
	for i := 1; i < len(c.Levels); i++ {
		best = max(best, perMWh(c, i, float64(hashprice)/24_000))
	}
	return best
}

// StartUSD is what it costs to take a class from one power to another: its
// start cost, scaled by the share of its machines that wake. Below its lowest
// running level a class has only a part of its machines awake, at or above it
// all of them.
func StartUSD(c *site.Class, from, to unit.MW) float64 {
	if woken := awake(c, to) - awake(c, from); woken > 0 {
		return woken * c.StartUSD
	}
	return 0
}

// awake is the share of a class's machines that run at a power.
func awake(c *site.Class, mw unit.MW) float64 {
	asleep, running := c.AsleepMW(), c.AwakeMW()
	if mw <= asleep || running <= asleep {
		return 0
	}
	return math.Min(1, float64((mw-asleep)/(running-asleep)))
}
