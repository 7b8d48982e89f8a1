package episode

import (
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// bound adds to a decided interval what the site was bound to in it, with the
// prices of reserve: day-ahead positions, real-time awards, those of them that
// were called on, and the base point.
func bound(m *site.Metered, s *site.Site, orders *site.Orders, snap *market.Snapshot) {
	at, end := snap.Interval.Start, snap.Interval.End()
	if snap.Interval.Contains(snap.AsOf) {
		at = snap.AsOf // an order that comes in the middle, as Guard sees it
	}
	for _, p := range orders.DayAhead {
		if site.In(at, p.Start, p.End) {
			m.DayAhead = append(m.DayAhead, p)
			m.Simulated = m.Simulated || p.Simulated
		}
	}
	low, up := orders.Upward(at, end)
	for _, a := range orders.Awards {
		if !site.In(at, a.Start, a.End) || !(a.MW > 0) {
			continue
		}
		since, called := orders.CalledOn(a, at, end)
		if !called {
			m.Awarded = append(m.Awarded, site.Hold{Product: a.Product, MW: a.MW, Up: a.Up})
			continue
		}
		m.Deployed = append(m.Deployed, site.Deployment{
			Product: a.Product, MW: a.MW, Ceiling: max(a.LowMW, low+up),
			Judged: !since.Add(response(s, a.Product)).After(snap.Interval.Start),
		})
	}
	if s.Participation != nil && s.Participation.Type == site.CLR {
		m.BasePoint = basePoint(orders, at, end)
	}
	priceReserve(m, s, snap)
}

// response is how long a site may take to answer a call on a product; ten
// minutes where nothing says.
func response(s *site.Site, product string) time.Duration {
	if s.Participation != nil {
		if p, ok := site.ProductFor(s.Participation.Type, product); ok {
			return p.Response
		}
	}
	return 10 * time.Minute
}

// basePoint is what the newest base point in force tells the meter to show.
func basePoint(orders *site.Orders, at, end time.Time) *unit.MW {
	var newest *site.Instruction
	for i := range orders.Instructions {
		ins := &orders.Instructions[i]
		if ins.Kind == "base_point" && ins.MaxMW != nil && orders.InForce(ins, at, end) &&
			(newest == nil || !ins.Start.Before(newest.Start)) {
			newest = ins
		}
	}
	if newest == nil {
		return nil
	}
	mw := *newest.MaxMW
	return &mw
}

// priceReserve notes the price of every product that the interval holds or has
// a position in.
func priceReserve(m *site.Metered, s *site.Site, snap *market.Snapshot) {
	seen := map[string]bool{site.Energy: true}
	note := func(product string) {
		if seen[product] {
			return
		}
		seen[product] = true
		if price, ok := s.ObligationPrice(snap.Interval.Start); ok && product == site.ERS {
			m.Reserve = append(m.Reserve, site.HoldPrice{Product: product, Price: price})
		} else if quote, ok := reservePrice(product, snap); ok {
			m.Reserve = append(m.Reserve, site.HoldPrice{Product: product, Price: unit.USDPerMW(quote.Value)})
			m.Simulated = m.Simulated || quote.Simulated
		}
	}
	for _, h := range m.Plan.Reserve {
		note(h.Product)
	}
	for _, p := range m.DayAhead {
		note(p.Product)
	}
	for _, a := range m.Awarded {
		note(a.Product)
	}
	for _, d := range m.Deployed {
		note(d.Product)
	}
}

// reservePrice is what a product earns: the real-time price, which awards are
// cleared at, or before there is one the day-ahead price.
func reservePrice(product string, snap *market.Snapshot) (market.Quote, bool) {
	if price, ok := keyed(snap.RTReserve, product); ok {
		return price, true
	}
	return keyed(snap.DAReserve, product)
}
