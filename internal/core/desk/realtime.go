package desk

import (
	"fmt"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// RealTime is what a site offers in the running interval: reserve on load that
// is on now, at what holding it costs at the price that is expected now, and for
// a Controllable Load Resource the curve by which SCED may dispatch it.
type RealTime struct {
	Site       string        `json:"site"`
	Interval   unit.Interval `json:"interval"`
	Price      float64       `json:"price_usd_per_mwh"` // expected of the settlement interval
	LoadMW     unit.MW       `json:"load_mw"`           // at the meter, as planned
	Capability unit.MW       `json:"capability_mw"`
	Offers     []Offer       `json:"offers"`
	Bid        []Step        `json:"bid"` // see [BidCurve]; empty for an NCLR
	Positions  []Standing    `json:"positions"`
	Simulated  bool          `json:"simulated"`
}

// Standing is a day-ahead position beside what it costs now to keep and to buy
// back.
type Standing struct {
	Product  string   `json:"product"`
	DayAhead unit.MW  `json:"day_ahead_mw"`
	Sold     float64  `json:"sold_at_usd"` // $/MW per h
	Hold     *float64 `json:"hold_usd"`    // cost of holding the dearest megawatt of it now; null where no load could
	BuyBack  *float64 `json:"buy_back_usd"`
	Keep     bool     `json:"keep"`
	Text     string   `json:"text"`
}

// Within makes the offers of the interval of a snapshot under a plan. Its price
// is the one that is expected; ok is false where none is known.
func Within(s *site.Site, snap *market.Snapshot, plan site.Plan, positions []site.Position) (r RealTime, ok bool) {
	spp, _, known := snap.ExpectedSPP()
	if s.Participation == nil || !known {
		return RealTime{}, false
	}
	blocks := running(s, Blocks(s, snap), plan)
	r = RealTime{
		Site: s.ID, Interval: snap.Interval, Price: float64(spp), LoadMW: s.PlanMeterMW(plan), Offers: []Offer{}, Bid: []Step{}, Positions: []Standing{},
		Simulated: snap.Simulated(),
	}
	r.Capability = min(Capability(s, blocks, snap.Interval.Start), max(0, r.LoadMW-s.Participation.LowMW))
	costs := Costs(s, blocks, Prices{float64(spp)})
	r.Offers = append(r.Offers, followable(s, plan, Offers(s, costs, r.Capability))...)
	if s.Participation.Type == site.CLR {
		r.Bid = append(r.Bid, BidCurve(firm(s), Blocks(s, snap))...)
	}
	for _, p := range positions {
		if p.Product != site.Energy && site.In(snap.Interval.Start, p.Start, p.End) {
			r.Positions = append(r.Positions, standing(p, r.Offers, snap))
		}
	}
	return r, true
}

// followable are offers whose regulation a plan leaves room for: upward down to the
// lowest level at work, downward up to the top.
func followable(s *site.Site, plan site.Plan, offers []Offer) []Offer {
	var left []Offer
	for _, o := range offers {
		if follows(o.Product) {
			room := s.Limits.SiteMW
			if o.Up {
				room = -room
			}
			_, by := s.Regulate(plan, room)
			o.Curve = cut(o.Curve, max(by, -by))
		}
		if len(o.Curve) > 0 {
			left = append(left, o)
		}
	}
	return left
}

// cut is a curve up to so much power.
func cut(curve []Step, most unit.MW) []Step {
	var left []Step
	for _, step := range curve {
		if most <= 1e-6 {
			break
		}
		if step.MW >= most {
			return append(left, Step{MW: most, Price: step.Price})
		}
		left = append(left, step)
	}
	return left
}

// running is what of the blocks a plan has on.
func running(s *site.Site, blocks []Block, plan site.Plan) []Block {
	left := map[string]unit.MW{}
	for i := range s.Classes {
		c := &s.Classes[i]
		left[c.ID] = at(s, max(0, c.DrawMW(plan.ClassMW(c.ID))-max(c.SoldMW(), c.AsleepMW())))
	}
	var on []Block
	for _, b := range blocks { // the most valuable of a class run first
		b.MW = min(b.MW, left[b.Class])
		left[b.Class] -= b.MW
		if b.MW > 1e-6 {
			on = append(on, b)
		}
	}
	return on
}

// standing weighs a position: what is not offered at or below the real-time
// price is bought back at it.
func standing(p site.Position, offers []Offer, snap *market.Snapshot) Standing {
	st := Standing{Product: p.Product, DayAhead: p.MW, Sold: p.Price, Keep: true}
	for _, q := range snap.RTReserve {
		if q.Key == p.Product {
			st.BuyBack = &q.Value
		}
	}
	for _, o := range offers {
		if o.Product != p.Product {
			continue
		}
		for _, step := range o.Curve {
			price := step.Price
			st.Hold = &price
			if step.MW >= p.MW-1e-6 {
				break
			}
		}
	}
	switch {
	case st.BuyBack == nil:
		st.Text = "no real-time price of it is known yet"
	case st.Hold == nil:
		st.Keep = false
		st.Text = fmt.Sprintf("no load is on to hold it: it is bought back at %.2f $/MW per h", *st.BuyBack)
	case *st.Hold > *st.BuyBack:
		st.Keep = false
		st.Text = fmt.Sprintf("holding costs %.2f $/MW per h, buying back %.2f: bought back as far as that is so", *st.Hold, *st.BuyBack)
	default:
		st.Text = fmt.Sprintf("holding costs %.2f $/MW per h, buying back %.2f: kept", *st.Hold, *st.BuyBack)
	}
	return st
}

// Call is a deployment or a recall as an instruction: down to the low limit plus
// what other awards hold, until it is recalled.
func Call(s *site.Site, orders *site.Orders, id string, revision int, product string, on bool, at time.Time) site.Instruction {
	ins := site.Instruction{ID: id, Revision: revision, From: "qse", Kind: "recall", Product: product, Start: at, Received: at}
	if !on {
		return ins
	}
	ins.Kind = "deploy"
	low, others := s.Participation.LowMW, unit.MW(0)
	end := at.Add(unit.Control)
	for _, a := range orders.Awards {
		if a.Up && a.Product != product && orders.Held(a, at, end) {
			others += a.MW
		}
	}
	most := low + others
	ins.MaxMW = &most
	return ins
}
