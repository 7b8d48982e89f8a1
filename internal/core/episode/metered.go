package episode

import (
	"slices"

	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/settle"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Measure is st with the meter's figures in place of the plan's for the pending
// interval that they are about. Plan, prices and start costs stay those of the
// decision; energies and hashrates are taken from measured. An interval that is
// not pending (it has settled, or was never decided) changes nothing.
func Measure(st site.State, measured site.Metered) site.State {
	i := slices.IndexFunc(st.Pending, func(m site.Metered) bool { return m.Interval == measured.Interval })
	if i < 0 {
		return st
	}
	st.Pending = slices.Clone(st.Pending)
	m := &st.Pending[i]
	m.Classes = slices.Clone(measured.Classes)
	m.SiteMWh = measured.SiteMWh
	m.Regulation = measured.Regulation
	m.Simulated = m.Simulated || measured.Simulated
	m.Measured = true
	return st
}

// Settle settles, without deciding anything, what of a site's pending intervals
// the snapshot shows to be settleable: the end of a study.
func Settle(s *site.Site, st site.State, snap *market.Snapshot) ([]settle.Settlement, site.State) {
	settled, left := settleEnded(s, st.Pending, snap, settle.Estimate)
	st.Pending = left
	return settled, st
}

// SettleAgain settles metered intervals, in time order, at the prices that the
// snapshot shows for them by now. Those whose price it does not show are left
// out.
func SettleAgain(s *site.Site, metered []site.Metered, snap *market.Snapshot, v settle.Version) []settle.Settlement {
	settled, _ := settleEnded(s, metered, snap, v)
	return settled
}

// settleEnded settles the pending intervals that have ended and whose price the
// snapshot shows, those of one settlement interval together. left is a slice of
// its own.
func settleEnded(s *site.Site, pending []site.Metered, snap *market.Snapshot, v settle.Version) (settled []settle.Settlement, left []site.Metered) {
	for at := 0; at < len(pending); {
		price, count := settleable(s, pending[at:], snap)
		if count == 0 {
			left = append(left, pending[at])
			at++
			continue
		}
		settled = append(settled, settle.Together(s, pending[at:at+count], price, v)...)
		at += count
	}
	return settled, left
}

// settleable is how many of the first pending intervals settle together now,
// and at which price; 0 where the first cannot settle yet.
func settleable(s *site.Site, pending []site.Metered, snap *market.Snapshot) (price market.Quote, count int) {
	first := pending[0].Interval
	if first.End().After(snap.AsOf) {
		return market.Quote{}, 0
	}
	if s.Point == "" || s.Contract.Kind == site.Fixed {
		return market.Quote{}, 1
	}
	price, known := snap.SettledFor(first.Start)
	if !known {
		return market.Quote{}, 0
	}
	end := price.Interval().End()
	for _, m := range pending {
		if !price.Interval().Contains(m.Interval.Start) || m.Interval.End().After(end) || m.Interval.End().After(snap.AsOf) {
			break
		}
		count++
	}
	return price, count
}

// planned is the decided interval as it will be if all goes to plan, at the
// prices in force when it was decided.
func planned(s *site.Site, plan site.Plan, startUSD float64, snap *market.Snapshot, orders *site.Orders) site.Metered {
	m := site.Metered{
		Interval:  snap.Interval,
		Classes:   make([]site.ClassMeter, len(s.Classes)),
		Starts:    startUSD,
		Plan:      plan,
		Hashprice: unit.USDPerPHDay(snap.Network.Hashprice.Value),
		Simulated: snap.Network.Hashprice.Simulated || snap.SPP.Simulated,
	}
	var machines unit.MW
	for i := range s.Classes {
		c := &s.Classes[i]
		draw := c.DrawMW(plan.ClassMW(c.ID))
		machines += draw
		m.Classes[i] = site.ClassMeter{Class: c.ID, MWh: draw.Over(snap.Interval.Length)}
		if c.Mines() {
			m.Classes[i].THs = c.HashrateAt(plan.UseMW(c.ID, site.Mine))
		}
		if price, ok := gpuPrice(c, snap); ok {
			m.GPU = append(m.GPU, site.GPUPrice{Model: c.Model, USD: price.Value})
			m.Simulated = m.Simulated || price.Simulated
		}
	}
	m.SiteMWh = s.MeterMW(machines).Over(snap.Interval.Length)
	bound(&m, s, orders, snap)
	return m
}

// gpuPrice is the market's price for a class that sells inference.
func gpuPrice(c *site.Class, snap *market.Snapshot) (market.Quote, bool) {
	if len(c.Tiers) == 0 {
		return market.Quote{}, false
	}
	return keyed(snap.GPU, c.Model)
}

func keyed(quotes []market.Keyed, key string) (market.Quote, bool) {
	for i := range quotes {
		if quotes[i].Key == key {
			return quotes[i].Quote, true
		}
	}
	return market.Quote{}, false
}

// blend is an interval of which the first share went by one plan and the rest
// by another. Start costs of both were incurred.
func blend(before, after site.Metered, share float64) site.Metered {
	mixed := after
	mixed.Starts += before.Starts
	mixed.SiteMWh = mixMWh(before.SiteMWh, after.SiteMWh, share)
	mixed.Classes = slices.Clone(after.Classes)
	for i := range mixed.Classes {
		c := &mixed.Classes[i]
		for _, was := range before.Classes {
			if was.Class == c.Class {
				c.MWh = mixMWh(was.MWh, c.MWh, share)
				c.THs = unit.THs(mix(float64(was.THs), float64(c.THs), share))
			}
		}
	}
	mixed.Plan = blendPlans(before.Plan, after.Plan, share)
	return mixed
}

// blendPlans is the time-weighted mean of two plans, allocation by allocation.
func blendPlans(before, after site.Plan, share float64) site.Plan {
	mean := site.Plan{Reserve: slices.Clone(after.Reserve)}
	for _, a := range before.Allocations {
		a.MW *= unit.MW(share)
		mean.Allocations = append(mean.Allocations, a)
	}
	for _, a := range after.Allocations {
		a.MW *= unit.MW(1 - share)
		i := slices.IndexFunc(mean.Allocations, func(b site.Allocation) bool {
			return b.Class == a.Class && b.Use == a.Use && b.Tier == a.Tier
		})
		if i < 0 {
			mean.Allocations = append(mean.Allocations, a)
		} else {
			mean.Allocations[i].MW += a.MW
		}
	}
	return mean
}

func mix(before, after, share float64) float64 { return before*share + after*(1-share) }

func mixMWh(before, after unit.MWh, share float64) unit.MWh {
	return unit.MWh(mix(float64(before), float64(after), share))
}
