package policy

import (
	"fmt"
	"slices"

	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Always runs everything, whatever energy costs.
type Always struct{}

// Name is "always".
func (Always) Name() string { return "always" }

// Propose grants every class its top level.
func (a Always) Propose(in Input) Proposal { return everything(a.Name(), in, "whatever energy costs") }

// everything runs every class at its top level.
func everything(name string, in Input, why string) Proposal {
	p := newProposal(name, in)
	for i := range in.Site.Classes {
		c := &in.Site.Classes[i]
		p.Plan.Allocations = appendClass(p.Plan.Allocations, c, c.MaxMW())
	}
	if in.Explain {
		p.Reasons = []Reason{{Rule: name, Text: why + ": everything runs"}}
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
		return everything(l.Name(), in, "no price is known yet")
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
		return everything(d.Name(), in, "no day-ahead price of the hour is known")
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
	priced := ok && q.Fresh() && in.Snapshot.Network.Hashprice.OK()
	var wish Proposal
	if priced {
		wish = atPrice(d.Name(), in, unit.USDPerMWh(q.Value), "day-ahead price")
	}
	for i := range in.Site.Classes {
		c := &in.Site.Classes[i]
		mw := currentMW(in.State, i, c.ID)
		if priced {
			mw = min(mw, wish.Plan.ClassMW(c.ID))
		}
		p.Plan.Allocations = appendClass(p.Plan.Allocations, c, max(mw, c.SoldMW()))
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

// atPrice runs every class at the power that earns most when energy settles at
// spp.
func atPrice(name string, in Input, spp unit.USDPerMWh, what string) Proposal {
	d := newDesk(name, in, spp, what)
	d.each(func(i int) (unit.MW, string) {
		mw, profit := best(&in.Site.Classes[i], d.rate, d.tariff, d.base)
		if profit <= 0 {
			mw = 0
		}
		return mw, ""
	})
	return d.proposal
}

// desk is a proposal in the making: classes are planned one after the other,
// each knowing what those before it draw.
type desk struct {
	in       Input
	proposal Proposal
	what     string  // the price that is decided by, for people
	tariff   tariff  // at that price
	rate     float64 // mining revenue, $ per TH/s and hour
	mined    bool    // whether the hashprice is known
	base     unit.MW // what machines draw as planned so far, the rest asleep
}

func newDesk(name string, in Input, spp unit.USDPerMWh, what string) *desk {
	d := &desk{in: in, proposal: newProposal(name, in), what: what, tariff: tariffOf(in.Site, spp)}
	d.rate, d.mined = hashRate(in.Snapshot)
	for i := range in.Site.Classes {
		d.base += in.Site.Classes[i].AsleepMW()
	}
	return d
}

// each plans every class. power is what a mining class should draw and, where it
// is not the plain comparison with break-even, why. A mining class whose
// revenue is not known stays as it is. Where a block makes the first MWh cheaper
// than the next the most valuable class comes first.
func (d *desk) each(power func(i int) (unit.MW, string)) {
	plan := func(i int) {
		c := &d.in.Site.Classes[i]
		switch {
		case !c.Mines():
			d.serve(c)
		case !d.mined:
			d.run(c, currentMW(d.in.State, i, c.ID), "no hashprice is known: stays as it is")
		default:
			mw, why := power(i)
			d.run(c, mw, why)
		}
	}
	if !d.tariff.kinked() {
		for i := range d.in.Site.Classes {
			plan(i)
		}
		return
	}
	byWorth(d.in.Site, plan)
	place := func(a site.Allocation) int {
		return slices.IndexFunc(d.in.Site.Classes, func(c site.Class) bool { return c.ID == a.Class })
	}
	slices.SortStableFunc(d.proposal.Plan.Allocations, func(a, b site.Allocation) int { return place(a) - place(b) })
}

// run grants a mining class its power.
func (d *desk) run(c *site.Class, mw unit.MW, why string) {
	if d.in.Explain {
		d.explain(c, mw, why)
	}
	if c.On(mw) {
		d.proposal.Plan.Allocations = append(d.proposal.Plan.Allocations, site.Allocation{Class: c.ID, Use: site.Mine, MW: mw})
		d.base += mw - c.AsleepMW()
	}
}

// serve grants a class the inference tiers that are sold or pay for their
// energy.
func (d *desk) serve(c *site.Class) {
	price, _ := gpuPrice(d.in.Snapshot, c.Model)
	energy := d.tariff.at(d.base)
	var granted unit.MW
	for _, sold := range [2]bool{true, false} {
		for j := range c.Tiers {
			t := &c.Tiers[j]
			mw := min(t.MaxMW, c.MaxMW()-granted)
			if t.Sold != sold || mw <= 0 || !sold && c.TierRevenue(t, price) <= d.tariff.at(d.base+granted) {
				continue
			}
			d.proposal.Plan.Allocations = append(d.proposal.Plan.Allocations,
				site.Allocation{Class: c.ID, Use: site.Infer, Tier: t.Name, MW: mw})
			granted += mw
		}
	}
	if capped, ok := powerCap(c, d.proposal.Plan, d.tariff, d.base, price, granted); ok {
		d.proposal.Plan.Allocations = shrink(d.proposal.Plan.Allocations, c, granted-capped)
		granted = capped
		if d.in.Explain {
			d.because(c, "a power cap at %.3f MW saves more energy than the work that it loses is worth", float64(capped))
		}
	}
	d.base += c.DrawMW(granted) - c.AsleepMW()
	if d.in.Explain {
		d.because(c, "energy costs %.2f $/MWh all in by the %s: tiers that earn more are served, sold ones always; %.3f MW",
			float64(energy), d.what, float64(granted))
	}
}

func (d *desk) explain(c *site.Class, mw unit.MW, why string) {
	verb := "off"
	if c.On(mw) {
		verb = fmt.Sprintf("mine with %.3f MW", float64(mw))
	}
	energy, even := d.tariff.at(d.base), BreakEven(c, unit.USDPerPHDay(d.rate*24_000))
	relation := "below"
	if energy >= even {
		relation = "not below"
	}
	if why != "" {
		why = "; " + why
	}
	d.because(c, "%s: energy at %.2f $/MWh all in by the %s is %s the break-even of %.2f $/MWh%s",
		verb, float64(energy), d.what, relation, float64(even), why)
}

func (d *desk) because(c *site.Class, format string, args ...any) {
	d.proposal.Reasons = append(d.proposal.Reasons,
		Reason{Rule: d.proposal.Policy, Class: c.ID, Text: fmt.Sprintf(format, args...)})
}

// appendClass grants a class a power, whatever pays: mining, or inference, sold
// tiers first.
func appendClass(dst []site.Allocation, c *site.Class, mw unit.MW) []site.Allocation {
	if !c.On(mw) {
		return dst
	}
	return fill(dst, c, min(mw, c.MaxMW()))
}

func newProposal(name string, in Input) Proposal {
	return Proposal{Policy: name, Plan: site.Plan{Allocations: make([]site.Allocation, 0, len(in.Site.Classes))}}
}

// currentMW is the power that a class was granted in the interval before.
func currentMW(st *site.State, i int, id string) unit.MW {
	if was := stateOf(st, i, id); was != nil {
		return was.MW
	}
	return 0
}
