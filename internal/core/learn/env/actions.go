package env

import (
	"math"
	"slices"

	"github.com/pouw-dem/pouwdem/internal/core/learn/dsac"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/policy/mpc"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// By is what a mode goes by.
type By string

// The kinds of mode.
const (
	ByPrice    By = "price"     // what pays at the settlement price to be expected, shifted
	ByDayAhead By = "day_ahead" // what pays at the hour's day-ahead price
	ByShare    By = "share"     // mining at a share of its power, the best machines first
	SoldOnly   By = "sold_only" // nothing but inference that is sold
	ByPlan     By = "plan"      // what MPC plans over the forecast's paths
)

// Mode is an operating mode: one meaning at every site, whatever machines it
// has. A checkpoint carries the modes that it was trained with.
type Mode struct {
	Name string `json:"name"`
	By   By     `json:"by"`
	// Shift is added to the price, as a multiple of the site's break-even: above 0
	// the mode is more cautious than the price, below it bolder.
	Shift float64 `json:"shift,omitempty"`
	Share float64 `json:"share,omitempty"` // of mining power
	// Plan are MPC's parameters where the mode is its plan.
	Plan *mpc.Params `json:"plan,omitempty"`
}

// Modes are the operating modes, at most dsac.MostActions. The first is what the
// rule without hysteresis does, and is always open: the others are what differs
// from it.
func Modes() []Mode {
	return []Mode{
		{Name: "by the expected price", By: ByPrice},
		{Name: "mine nothing", By: ByShare, Share: 0},
		{Name: "mine all", By: ByShare, Share: 1},
		{Name: "by the expected price, cautious", By: ByPrice, Shift: 0.35},
		{Name: "by the expected price, bold", By: ByPrice, Shift: -0.35},
		{Name: "by the day-ahead price", By: ByDayAhead},
		{Name: "mine a third", By: ByShare, Share: 1.0 / 3},
		{Name: "mine two thirds", By: ByShare, Share: 2.0 / 3},
		{Name: "sold inference only", By: SoldOnly},
	}
}

// ModesAhead are the operating modes of an agent that is shown a forecast: MPC's
// plan, and what to do in its place. An agent that always takes the first is MPC.
func ModesAhead(plan mpc.Params) []Mode {
	return append([]Mode{{Name: "by the plan ahead", By: ByPlan, Plan: &plan}}, Modes()...)
}

// LookAhead reports whether a mode needs a forecast.
func LookAhead(modes []Mode) bool {
	return slices.ContainsFunc(modes, func(m Mode) bool { return m.By == ByPlan })
}

// plan is a mode's plan. What limits, orders and contracts make of it is left to
// Guard.
func (m Mode) plan(in policy.Input, even unit.USDPerMWh, ahead planner) site.Plan {
	price, _, _ := in.Snapshot.ExpectedSPP()
	switch m.By {
	case ByPrice:
		return policy.AtPrice(in, price+unit.USDPerMWh(even*unit.USDPerMWh(m.Shift))) // rounded before it is added, everywhere
	case ByDayAhead:
		if q, ok := in.Snapshot.DayAheadFor(in.Snapshot.Interval.Start); ok {
			price = unit.USDPerMWh(q.Value)
		}
		return policy.AtPrice(in, price)
	case ByPlan:
		return ahead(m, in)
	case ByShare:
		return policy.MiningShare(in, price, m.Share)
	default:
		return sold(in.Site)
	}
}

// sold is nothing but sold inference.
func sold(s *site.Site) site.Plan {
	var p site.Plan
	for i := range s.Classes {
		c := &s.Classes[i]
		for j := range c.Tiers {
			if t := &c.Tiers[j]; t.Sold && t.MaxMW > 0 {
				p.Allocations = append(p.Allocations, site.Allocation{Class: c.ID, Use: site.Infer, Tier: t.Name, MW: t.MaxMW})
			}
		}
	}
	return p
}

// Choices are the plans that the modes come to now. Of modes with one plan only
// the first is valid, so that probabilities are those of plans.
type Choices struct {
	Plans []site.Plan
	Mask  dsac.Mask
}

// Beyond these multiples of the break-even neither the expected nor the
// day-ahead price leaves a doubt about mining, and modes that go against both
// are not open: what they would lose is known without trying.
const (
	surelyCheap = 0.4
	surelyDear  = 3
)

// Plans are the choices of a moment.
func Plans(modes []Mode, in policy.Input) Choices { return choicesOf(modes, in, planned) }

// planner makes the plan of a mode that looks ahead.
type planner func(m Mode, in policy.Input) site.Plan

func planned(m Mode, in policy.Input) site.Plan {
	in.Explain = false
	return mpc.Policy{Params: *m.Plan}.Propose(in).Plan
}

func choicesOf(modes []Mode, in policy.Input, ahead planner) Choices {
	even := BreakEven(in.Site, in.Snapshot)
	c := Choices{Plans: make([]site.Plan, len(modes))}
	least, most := corridor(in, even)
	bound := awarded(in)
	for i, m := range modes {
		c.Plans[i] = m.plan(in, even, ahead)
		if bound { // what an award leaves of plans is often one and the same
			c.Plans[i], _ = policy.Guard(in, in.Orders, c.Plans[i])
		}
		mining := miningMW(in.Site, c.Plans[i])
		if mining >= least-1e-6 && mining <= most+1e-6 && c.first(in.Site, i) {
			c.Mask |= 1 << i
		}
	}
	if c.Mask == 0 {
		c.Mask = 1 // a checkpoint's modes may all go against the price: one must stand
	}
	return c
}

// soldAhead is whether reserve was sold day ahead for the interval: what holding it
// earns is not in the price of energy.
func soldAhead(in policy.Input) bool {
	return in.Orders != nil && slices.ContainsFunc(in.Orders.DayAhead, func(p site.Position) bool {
		return p.Product != site.Energy && site.In(in.Snapshot.Interval.Start, p.Start, p.End)
	})
}

// awarded is whether an award binds the interval.
func awarded(in policy.Input) bool {
	return in.Orders != nil && slices.ContainsFunc(in.Orders.Awards, func(a site.Award) bool {
		return site.In(in.Snapshot.Interval.Start, a.Start, a.End)
	})
}

// mayPeak is whether the interval may be its month's peak, which prices do not
// tell.
func mayPeak(in policy.Input) bool {
	start := in.Snapshot.Interval.Start
	return in.Site.Transmission != nil && in.Site.Transmission.Value(start) > 0 &&
		slices.ContainsFunc(in.Snapshot.Peaks, func(q market.Quote) bool { return q.Value > 0 && q.Interval().Contains(start) })
}

// corridor is the least and the most mining that is open to doubt.
func corridor(in policy.Input, even unit.USDPerMWh) (least, most unit.MW) {
	price, _, ok := in.Snapshot.ExpectedSPP()
	if !ok || in.Site.Point == "" || awarded(in) || soldAhead(in) || mayPeak(in) {
		return 0, math.MaxFloat64
	}
	low, high := price, price
	if q, known := in.Snapshot.DayAheadFor(in.Snapshot.Interval.Start); known {
		low, high = min(low, unit.USDPerMWh(q.Value)), max(high, unit.USDPerMWh(q.Value))
	}
	switch {
	case low > surelyDear*even:
		return 0, miningMW(in.Site, policy.AtPrice(in, low))
	case high < surelyCheap*even:
		return miningMW(in.Site, policy.AtPrice(in, high)), math.MaxFloat64
	}
	return 0, math.MaxFloat64
}

func miningMW(s *site.Site, p site.Plan) (sum unit.MW) {
	for i := range s.Classes {
		if s.Classes[i].Mines() {
			sum += p.ClassMW(s.Classes[i].ID)
		}
	}
	return sum
}

// first is whether no earlier mode has the plan of mode i.
func (c *Choices) first(s *site.Site, i int) bool {
	for j := range i {
		if c.Mask.Valid(j) && same(s, c.Plans[j], c.Plans[i]) {
			return false
		}
	}
	return true
}

func same(s *site.Site, a, b site.Plan) bool {
	for i := range s.Classes {
		id := s.Classes[i].ID
		if math.Abs(float64(a.ClassMW(id)-b.ClassMW(id))) > 1e-6 {
			return false
		}
	}
	return true
}

// noEven stands for a break-even where nothing mines, $/MWh.
const noEven = 50

// BreakEven is the settlement point price at which the site's mining neither
// earns nor loses, the mean over its classes by power; 50 $/MWh where none mines
// or no settlement point price matters. Prices are shown to the agent beside it.
func BreakEven(s *site.Site, snap *market.Snapshot) unit.USDPerMWh {
	var sum, power float64
	for i := range s.Classes {
		c := &s.Classes[i]
		if !c.Mines() {
			continue
		}
		even, ok := s.BreakEvenSPP(policy.BreakEven(c, unit.USDPerPHDay(snap.Network.Hashprice.Value)))
		if !ok {
			return noEven
		}
		sum += float64(float64(even) * float64(c.MaxMW()))
		power += float64(c.MaxMW())
	}
	if !(power > 0) || !(sum/power > 1) {
		return noEven
	}
	return unit.USDPerMWh(sum / power)
}
