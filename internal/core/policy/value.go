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

// EnergyPrice is what the next machine-MWh costs when energy settles at spp, at
// the power that is drawn now: beyond a block that cannot be resold it is the
// market's price, inside it what the block saves.
func EnergyPrice(in Input, spp unit.USDPerMWh) unit.USDPerMWh {
	return tariffOf(in.Site, spp).at(drawnBefore(in))
}

// Values is every use that the site's classes have for a MWh when energy
// settles at spp, in the order of the classes, each with off as its last use. A
// mining class is valued at its best power, and energy at what the next MWh
// costs beside what the site draws already. Work for the grid is not among them:
// nobody names a price for it.
func Values(in Input, spp unit.USDPerMWh) []UseValue {
	energy := EnergyPrice(in, spp)
	var values []UseValue
	for i := range in.Site.Classes {
		c := &in.Site.Classes[i]
		if c.Mines() {
			rate, known := hashRate(in.Snapshot)
			mw, _ := best(c, rate, tariff{inside: energy, block: boundless}, 0)
			revenue := perMWh(c, mw, rate)
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

// drawnBefore is what machines drew in the interval before.
func drawnBefore(in Input) unit.MW {
	var sum unit.MW
	for i := range in.Site.Classes {
		c := &in.Site.Classes[i]
		sum += c.DrawMW(currentMW(in.State, i, c.ID))
	}
	return sum
}

// Lambda is the shadow price of the site's power limit: what one more MW would
// earn an hour when the limit binds under the plan, else 0.
func Lambda(in Input, plan site.Plan, spp unit.USDPerMWh) unit.USDPerMWh {
	if in.Site.Limits.SiteMW <= 0 || in.Site.PlanMeterMW(plan) < in.Site.Limits.SiteMW-1e-6 {
		return 0
	}
	var most unit.USDPerMWh
	for _, v := range Values(in, spp) {
		if v.Use != site.Off && v.Known && hasRoom(in.Site, plan, v) {
			most = max(most, v.Margin)
		}
	}
	return most
}

// hasRoom reports whether a use could take more power than a plan gives it.
func hasRoom(s *site.Site, plan site.Plan, v UseValue) bool {
	c, ok := s.Class(v.Class)
	if !ok || plan.ClassMW(v.Class) >= c.MaxMW()-1e-6 {
		return false
	}
	var granted unit.MW
	for _, a := range plan.Allocations {
		if a.Class == v.Class && a.Use == v.Use && a.Tier == v.Tier {
			granted += a.MW
		}
	}
	return granted < v.MaxMW-1e-6
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

// perMWh is what a mining class earns per MWh above asleep at a power: its
// break-even energy price there.
func perMWh(c *site.Class, mw unit.MW, usdPerTHh float64) unit.USDPerMWh {
	above := mw - c.AsleepMW()
	if !(above > 0) {
		return 0
	}
	return unit.USDPerMWh(float64(c.HashrateAt(mw)) * usdPerTHh * (1 - c.PoolFee) / float64(above))
}

// BreakEven is the all-in energy price above which a mining class is better
// asleep: the best of its levels' break-evens. 0 for a class that does not mine.
func BreakEven(c *site.Class, hashprice unit.USDPerPHDay) unit.USDPerMWh {
	var most unit.USDPerMWh
	for i := 1; i < len(c.Levels); i++ {
		most = max(most, perMWh(c, levelMW(c, i), float64(hashprice)/24_000))
	}
	return most
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
