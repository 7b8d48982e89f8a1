package report

import (
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/settle"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// hoursPerYear scales a rate of earning to a year of 365 days.
const hoursPerYear = 8760

// Earning is what one class earns in one use, in dollars an hour, at the prices
// of a snapshot. Unknown prices make it unknown.
type Earning struct {
	Class   string
	Use     site.Use
	MW      unit.MW
	Revenue *float64
	Energy  *float64 // what the use adds to the energy bill, against everything off
}

// Net is revenue less energy; nil where either is unknown.
func (e Earning) Net() *float64 { return minus(e.Revenue, e.Energy) }

// Earnings values a plan at the prices of a snapshot, one row per class and use
// with power, and one per class for what is off, which earns and costs nothing.
// Rows of a class add up to its greatest power, or to what it is granted where
// that is more.
func Earnings(s *site.Site, snap *market.Snapshot, plan site.Plan) []Earning {
	energy := energyRate(s, snap, plan)
	granted := plan.MachineMW()
	var rows []Earning
	for i := range s.Classes {
		c := &s.Classes[i]
		for _, use := range []site.Use{site.Mine, site.Infer, site.Grid} {
			mw := plan.UseMW(c.ID, use)
			if mw <= 0 {
				continue
			}
			row := Earning{Class: c.ID, Use: use, MW: mw, Revenue: revenueRate(c, snap, plan, use)}
			if energy != nil {
				row.Energy = number(*energy * float64(mw/granted))
			}
			rows = append(rows, row)
		}
		rows = append(rows, Earning{Class: c.ID, Use: site.Off, MW: offMW(c, plan), Revenue: number(0), Energy: number(0)})
	}
	return rows
}

// offMW is the power of a class that a plan leaves unused. A difference of less
// than a milliwatt is rounding.
func offMW(c *site.Class, plan site.Plan) unit.MW {
	if off := c.MaxMW() - plan.ClassMW(c.ID); off > 1e-9 {
		return off
	}
	return 0
}

// energyRate is what a plan adds to the energy bill in an hour, against
// everything off: a block that is owed anyway is not counted.
func energyRate(s *site.Site, snap *market.Snapshot, plan site.Plan) *float64 {
	spp, known := expectedPrice(s, snap)
	if !known {
		return nil
	}
	bill := func(p site.Plan) float64 {
		return settle.EnergyUSD(s, s.PlanMeterMW(p).Over(time.Hour), time.Hour, spp)
	}
	return number(bill(plan) - bill(site.Plan{}))
}

// expectedPrice is the price that energy of the decided interval is expected to
// settle at.
func expectedPrice(s *site.Site, snap *market.Snapshot) (price unit.USDPerMWh, known bool) {
	if s.Contract.Kind == site.Fixed {
		return s.Contract.Price, true
	}
	price, _, known = snap.ExpectedSPP()
	return price, known
}

func revenueRate(c *site.Class, snap *market.Snapshot, plan site.Plan, use site.Use) *float64 {
	switch use {
	case site.Mine:
		if !snap.Network.Hashprice.OK() {
			return nil
		}
		gross := settle.MiningUSD(c.HashrateAt(plan.UseMW(c.ID, use)), unit.USDPerPHDay(snap.Network.Hashprice.Value), 1)
		return number(gross * (1 - c.PoolFee))
	case site.Infer:
		return inferenceRate(c, snap, plan)
	}
	return number(0)
}

func inferenceRate(c *site.Class, snap *market.Snapshot, plan site.Plan) *float64 {
	var sum float64
	for _, a := range plan.Allocations {
		if a.Class != c.ID || a.Use != site.Infer {
			continue
		}
		tier, ok := c.Tier(a.Tier)
		if !ok {
			return nil
		}
		quote, known := gpuQuote(snap, c.Model)
		if !known && tier.USDPerGPUh == 0 {
			return nil
		}
		sum += float64(a.MW) * float64(c.TierRevenue(tier, quote.Value))
	}
	return number(sum)
}

func gpuQuote(snap *market.Snapshot, model string) (market.Quote, bool) {
	for _, q := range snap.GPU {
		if q.Key == model && q.OK() {
			return q.Quote, true
		}
	}
	return market.Quote{}, false
}

// netRate is what a plan earns in an hour, all classes together.
func netRate(s *site.Site, snap *market.Snapshot, plan site.Plan) *float64 {
	sum := number(0)
	for _, e := range Earnings(s, snap, plan) {
		sum = total(sum, e.Net())
	}
	return sum
}
