package mpc

import (
	"fmt"
	"math"

	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// sold is the upward reserve that was sold day ahead for every step, with the
// price at which it is expected to be bought back: the day-ahead price, what
// real-time prices are above it now fading, and the share of a rise in energy that
// is expected to reach reserve. What is called on is out of it until it is recalled.
func sold(in policy.Input, steps []unit.Interval, p *prospect, follow float64) []policy.Sold {
	if in.Orders == nil || in.Site.Participation == nil || len(in.Orders.DayAhead) == 0 {
		return nil
	}
	out := make([]policy.Sold, len(steps))
	for t, step := range steps {
		rise := follow * p.above(t, step, in.Snapshot)
		worth := 0.0
		for _, q := range in.Orders.DayAhead {
			if !site.In(step.Start, q.Start, q.End) || !upward(in, q.Product, step) {
				continue
			}
			out[t].MW += q.MW
			worth += float64(q.MW) * max(0, q.Price+rise+surprise(in.Snapshot, q.Product, step))
		}
		if out[t].MW > 0 {
			out[t].Price = unit.USDPerMW(worth / float64(out[t].MW))
		}
	}
	return out
}

// upward reports whether a product is held by load that is on, and is not called
// on in a step.
func upward(in policy.Input, product string, step unit.Interval) bool {
	p, ok := site.ProductFor(in.Site.Participation.Type, product)
	if !ok || !p.Up {
		return false
	}
	_, called := in.Orders.CalledOn(site.Award{Product: product}, step.Start, step.End())
	return !called
}

// above is the mean over the scenarios of what a step's price is above the
// day-ahead price; 0 where no such price is known.
func (p *prospect) above(t int, step unit.Interval, snap *market.Snapshot) float64 {
	ahead, ok := snap.DayAheadFor(step.Start)
	if !ok {
		return 0
	}
	sum := 0.0
	for _, path := range p.paths {
		sum += max(0, float64(path[t])-ahead.Value)
	}
	return sum / float64(len(p.paths))
}

// surprise is what a product's real-time price is above its day-ahead price now,
// faded to a step; 0 where either is unknown or stale.
func surprise(snap *market.Snapshot, product string, step unit.Interval) float64 {
	now, ok := keyed(snap.RTReserve, product)
	then, known := keyed(snap.DAReserve, product)
	if !ok || !known || now.Stale {
		return 0
	}
	ahead := max(0, step.Start.Sub(snap.AsOf))
	return (now.Value - then.Value) * math.Exp(-float64(ahead)/float64(fade))
}

func keyed(quotes []market.Keyed, key string) (market.Quote, bool) {
	for i := range quotes {
		if quotes[i].Key == key && quotes[i].OK() {
			return quotes[i].Quote, true
		}
	}
	return market.Quote{}, false
}

// bought is why some of what was sold for the interval is bought back, or all of
// it is held; nil where nothing was sold.
func (p *planning) bought() *policy.Reason {
	if len(p.sold) == 0 || !(p.sold[0].MW > 0) {
		return nil
	}
	s, price := p.in.Site, float64(p.sold[0].Price)
	held := min(p.sold[0].MW, max(0, s.PlanMeterMW(p.frame.Plan(p.decision.First))-s.Participation.LowMW))
	text := fmt.Sprintf("%.3f MW sold day ahead are held: buying a megawatt of them back would cost %.2f $ an hour", float64(held), price)
	if back := p.sold[0].MW - held; back > 1e-6 {
		text = fmt.Sprintf("%.3f of %.3f MW sold day ahead are bought back at %.2f $/MW per h: holding them costs more", float64(back), float64(p.sold[0].MW), price)
	}
	return &policy.Reason{Rule: "mpc.position", Text: text}
}
