package policy

import (
	"fmt"

	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Always runs everything, whatever energy costs.
type Always struct{}

// Name is "always".
func (Always) Name() string { return "always" }

// Propose grants every class its top level.
func (a Always) Propose(in Input) Proposal {
	p := newProposal(a.Name(), in)
	for i := range in.Site.Classes {
		c := &in.Site.Classes[i]
		p.Plan.Allocations = appendClass(p.Plan.Allocations, in, c, c.MaxMW())
	}
	return p
}

// Lag1 runs what pays at the newest settlement point price, as if it would
// last.
type Lag1 struct{}

// Name is "lag1".
func (Lag1) Name() string { return "lag1" }

// Propose mines where the newest settled price is below break-even, and where
// no price is known yet.
func (l Lag1) Propose(in Input) Proposal {
	if in.Site.Point != "" && !in.Snapshot.SPP.OK() {
		return Proposal{Policy: l.Name(), Plan: Always{}.Propose(in).Plan}
	}
	return atPrice(l.Name(), in, unit.USDPerMWh(in.Snapshot.SPP.Value), "newest settled price")
}

// DayAhead runs what pays at the day-ahead price of the hour.
type DayAhead struct{}

// Name is "dayahead".
func (DayAhead) Name() string { return "dayahead" }

// Propose mines where the hour's day-ahead price is below break-even, and where
// none was published.
func (d DayAhead) Propose(in Input) Proposal {
	q, ok := in.Snapshot.DayAheadFor(in.Snapshot.Interval.Start)
	if in.Site.Point != "" && !ok {
		return Proposal{Policy: d.Name(), Plan: Always{}.Propose(in).Plan}
	}
	return atPrice(d.Name(), in, unit.USDPerMWh(q.Value), "day-ahead price")
}

// Degraded decides when the data that the champion needs are stale or missing:
// by the day-ahead price if there is one, else nothing changes. It never raises
// a class.
type Degraded struct{}

// Name is "degraded".
func (Degraded) Name() string { return "degraded" }

// Propose keeps or lowers every class. Sold inference stays.
func (d Degraded) Propose(in Input) Proposal {
	p := newProposal(d.Name(), in)
	q, ok := in.Snapshot.DayAheadFor(in.Snapshot.Interval.Start)
	priced := ok && in.Snapshot.Network.Hashprice.OK()
	wish := atPrice(d.Name(), in, unit.USDPerMWh(q.Value), "day-ahead price")
	for i := range in.Site.Classes {
		c := &in.Site.Classes[i]
		mw := currentMW(in.State, i)
		if priced {
			mw = min(mw, wish.Plan.ClassMW(c.ID))
		}
		p.Plan.Allocations = appendClass(p.Plan.Allocations, in, c, max(mw, c.SoldMW()))
	}
	if in.Explain {
		text := "prices are stale or missing and no day-ahead price helps: nothing is raised or lowered"
		if priced {
			text = fmt.Sprintf("prices are stale or missing: the day-ahead price of %.2f $/MWh may lower load, nothing is raised", q.Value)
		}
		p.Reasons = append(p.Reasons, Reason{Rule: d.Name(), Text: text})
	}
	return p
}

// atPrice runs every class at the level that earns most when energy settles at
// spp.
func atPrice(name string, in Input, spp unit.USDPerMWh, what string) Proposal {
	p := newProposal(name, in)
	energy := in.Site.MarginalEnergy(spp)
	rate, _ := hashRate(in.Snapshot)
	for i := range in.Site.Classes {
		c := &in.Site.Classes[i]
		level := 0
		if c.Mines() {
			level = bestLevel(c, rate, energy)
		}
		p = p.run(in, c, level, energy)
		if in.Explain {
			p.Reasons = append(p.Reasons, explain(name, what, c, level, energy, rate))
		}
	}
	return p
}

// run grants a class its level; a class that does not mine serves the tiers
// that pay.
func (p Proposal) run(in Input, c *site.Class, level int, energy unit.USDPerMWh) Proposal {
	switch {
	case c.Mines() && level > 0:
		p.Plan.Allocations = append(p.Plan.Allocations, site.Allocation{Class: c.ID, Use: site.Mine, MW: levelMW(c, level)})
	case !c.Mines():
		p.Plan.Allocations = appendTiers(p.Plan.Allocations, in, c, c.MaxMW(), energy, true)
	}
	return p
}

// appendClass grants a class a power, whatever pays: mining, or inference tiers
// in their order.
func appendClass(dst []site.Allocation, in Input, c *site.Class, mw unit.MW) []site.Allocation {
	if !c.On(mw) {
		return dst
	}
	if c.Mines() {
		return append(dst, site.Allocation{Class: c.ID, Use: site.Mine, MW: min(mw, c.MaxMW())})
	}
	return appendTiers(dst, in, c, min(mw, c.MaxMW()), 0, false)
}

// appendTiers fills a class's tiers in their order until room is used up: all
// of them, or only those that are sold or pay for their energy.
func appendTiers(dst []site.Allocation, in Input, c *site.Class, room unit.MW, energy unit.USDPerMWh, paying bool) []site.Allocation {
	price, _ := gpuPrice(in.Snapshot, c.Model)
	for j := range c.Tiers {
		t := &c.Tiers[j]
		mw := min(t.MaxMW, room)
		if mw <= 0 || paying && !t.Sold && c.TierRevenue(t, price) <= energy {
			continue
		}
		dst = append(dst, site.Allocation{Class: c.ID, Use: site.Infer, Tier: t.Name, MW: mw})
		room -= mw
	}
	return dst
}

func newProposal(name string, in Input) Proposal {
	return Proposal{Policy: name, Plan: site.Plan{Allocations: make([]site.Allocation, 0, len(in.Site.Classes))}}
}

func explain(rule, what string, c *site.Class, level int, energy unit.USDPerMWh, rate float64) Reason {
	if !c.Mines() {
		return Reason{Rule: rule, Class: c.ID, Text: fmt.Sprintf(
			"energy costs %.2f $/MWh all in by the %s: tiers that earn more are served, sold ones always", float64(energy), what)}
	}
	even := BreakEven(c, unit.USDPerPHDay(rate*24_000))
	verb, relation := "mine at "+c.Levels[level].Name, "below"
	if level == 0 {
		verb, relation = "off", "not below"
	}
	return Reason{Rule: rule, Class: c.ID, Text: fmt.Sprintf(
		"%s: energy at %.2f $/MWh all in by the %s is %s the break-even of %.2f $/MWh", verb, float64(energy), what, relation, float64(even))}
}

func currentMW(st *site.State, class int) unit.MW {
	if class < len(st.Classes) {
		return st.Classes[class].MW
	}
	return 0
}
