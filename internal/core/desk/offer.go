package desk

import (
	"cmp"
	"slices"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Step is a point of a curve: so much power in all, the last of it at a price.
type Step struct {
	MW    unit.MW `json:"power_mw"`
	Price float64 `json:"price_usd"` // $/MW per h for reserve, $/MWh for energy
}

// Offer is a product's curve in an hour: cumulative power at rising prices. The
// offers of an hour are linked: together they may take no more than the hour's
// capability, since a megawatt is sold once.
type Offer struct {
	Product string `json:"product"`
	Up      bool   `json:"up"`
	Curve   []Step `json:"curve"`
}

// Cost is what it costs to hold one megawatt of a block ready for an hour.
type Cost struct {
	Block   Block   `json:"block"`
	Product string  `json:"product"`
	MW      unit.MW `json:"power_mw"` // offered of the block
	Price   float64 `json:"price_usd_per_mw_h"`
	// The parts of the price: the right to switch off that is given up, margin
	// lost while called on, and what stopping costs; $/MW per h.
	Option float64 `json:"option"`
	Lost   float64 `json:"lost"`
	Wear   float64 `json:"wear"`
}

// HoldingCost is the opportunity cost of one megawatt of a block that is held
// for a product for an hour, at prices that may come. Upward, a megawatt stays
// on where the price would have switched it off, unless it is called on in a
// share of the hour; when called, it loses its margin and what stopping costs,
// spread over the time that a call is sustained at least. Downward, it stays off
// where it would have run.
func HoldingCost(b Block, p site.Product, deploy float64, prices Prices) Cost {
	c := Cost{Block: b, Product: p.Name, MW: b.MW}
	if p.Up {
		c.Option = (1 - deploy) * prices.Above(b.Value)
		c.Lost = deploy * prices.Below(b.Value)
	} else {
		c.Option = (1 - deploy) * prices.Below(b.Value)
		c.Lost = deploy * prices.Above(b.Value)
	}
	c.Wear = deploy * b.Stop / max(p.Sustain.Hours(), 0.25)
	c.Price = c.Option + c.Lost + c.Wear
	return c
}

// Costs are the holding costs of every block for every product that the site may
// offer, the cheapest first within a product. What is offered upward is less
// what is expected not to come back from a call; a block whose deadlines do not
// let it pause for as long as the product must be sustained is left out.
func Costs(s *site.Site, blocks []Block, prices Prices) []Cost {
	var all []Cost
	if s.Participation == nil {
		return nil
	}
	for _, q := range s.Participation.Qualified {
		p, ok := site.ProductFor(s.Participation.Type, q.Product)
		if !ok {
			continue
		}
		first := len(all)
		for _, b := range blocks {
			if b.Slack > 0 && b.Slack < p.Sustain {
				continue
			}
			c := HoldingCost(b, p, q.Deploy, prices)
			if p.Up {
				c.MW *= unit.MW(1 - s.Participation.WakeFail)
			}
			all = append(all, c)
		}
		slices.SortStableFunc(all[first:], func(a, b Cost) int { return cmp.Compare(a.Price, b.Price) })
	}
	return all
}

// follows reports whether a product goes by the four-second signal.
func follows(product string) bool { return product == site.RegUp || product == site.RegDown }

// Capability is the upward reserve that a site can hold in an hour: what may be
// dropped down to its low limit, less what other programmes have a claim to.
func Capability(s *site.Site, blocks []Block, hour time.Time) unit.MW {
	if s.Participation == nil {
		return 0
	}
	load := firm(s)
	var flexible unit.MW
	for _, b := range blocks {
		flexible += b.MW
	}
	most := min(load+flexible, s.Participation.Most(s)) - s.Participation.LowMW
	for _, a := range s.Obliged(hour) {
		most -= a.MW
	}
	return max(0, min(most, flexible)) * unit.MW(1-s.Participation.WakeFail)
}

// Offers are the curves that follow from costs, each within what the site is
// qualified for and, where it is to be whole blocks, in multiples of them.
// Regulation is offered on classes that follow the signal alone.
func Offers(s *site.Site, costs []Cost, capability unit.MW) []Offer {
	var offers []Offer
	if s.Participation == nil {
		return nil
	}
	for _, q := range s.Participation.Qualified {
		p, ok := site.ProductFor(s.Participation.Type, q.Product)
		if !ok {
			continue
		}
		most := capability
		if q.MaxMW > 0 {
			most = min(most, q.MaxMW)
		}
		if follows(q.Product) {
			most = min(most, s.RegulationRoom())
		}
		o := Offer{Product: q.Product, Up: p.Up}
		var sum unit.MW
		for _, c := range costs {
			if c.Product != q.Product {
				continue
			}
			mw := min(c.MW, most-sum)
			if mw <= 1e-6 {
				break
			}
			sum += mw
			o.Curve = appendStep(o.Curve, Step{MW: sum, Price: round(c.Price)})
		}
		if q.BlockMW > 0 {
			o.Curve = whole(o.Curve, q.BlockMW)
		}
		if len(o.Curve) > 0 {
			offers = append(offers, o)
		}
	}
	return offers
}

// appendStep adds a step, or makes the last one longer where the price is the
// same.
func appendStep(curve []Step, s Step) []Step {
	if n := len(curve); n > 0 && curve[n-1].Price == s.Price {
		curve[n-1].MW = s.MW
		return curve
	}
	return append(curve, s)
}

// whole makes the steps of a curve multiples of a block, each at the price of
// the dearest megawatt in it.
func whole(curve []Step, block unit.MW) []Step {
	var out []Step
	for sum := block; len(curve) > 0 && sum <= curve[len(curve)-1].MW+1e-9; sum += block {
		i := slices.IndexFunc(curve, func(s Step) bool { return s.MW >= sum-1e-9 })
		out = appendStep(out, Step{MW: sum, Price: curve[i].Price})
	}
	return out
}

// round is a price in whole cents, as ERCOT takes them.
func round(usd float64) float64 {
	cents := usd*100 + 0.5
	if usd < 0 {
		cents = usd*100 - 0.5
	}
	return float64(int64(cents)) / 100
}

// EnergyBid is the curve at which a site bids for day-ahead energy: what it
// expects to run, at falling prices. A position is financial, so that a megawatt
// is bid for at what the real-time price is expected to be, and never at more
// than it is worth.
func EnergyBid(blocks []Block, prices Prices) []Step {
	var curve []Step
	var sum unit.MW
	mean := prices.Mean()
	for _, b := range blocks {
		if prices.Under(b.Value) < 0.5 {
			break // blocks are in order of value
		}
		sum += b.MW
		curve = appendStep(curve, Step{MW: sum, Price: round(min(float64(b.Value), mean))})
	}
	return curve
}

// maxBid is how many points a real-time energy bid may have.
const maxBid = 10

// BidCurve is what a Controllable Load Resource tells SCED under nodal dispatch:
// up to ten points of power at the meter, from what is not for switching upwards,
// at falling prices, each what the megawatt is worth. Where there are more blocks than points the
// neighbours that differ least are put together, at their mean.
func BidCurve(firm unit.MW, blocks []Block) []Step {
	merged := slices.Clone(blocks)
	for len(merged) > maxBid {
		at := 0
		for i := 1; i+1 < len(merged); i++ {
			if merged[i].Value-merged[i+1].Value < merged[at].Value-merged[at+1].Value {
				at = i
			}
		}
		a, b := merged[at], merged[at+1]
		a.Value = (a.Value*unit.USDPerMWh(a.MW) + b.Value*unit.USDPerMWh(b.MW)) / unit.USDPerMWh(a.MW+b.MW)
		a.MW += b.MW
		merged[at] = a
		merged = slices.Delete(merged, at+1, at+2)
	}
	var curve []Step
	sum := firm
	for _, b := range merged {
		sum += b.MW
		curve = append(curve, Step{MW: sum, Price: round(float64(b.Value))})
	}
	return curve
}

// Taken is what of the costs a price taker's megawatts are sold as at given
// prices of an hour: each block goes to the product in which it earns most above
// its cost, within the site's capability and what it is qualified for. It is
// what back-tests clear with; ERCOT clears its own way.
func Taken(s *site.Site, costs []Cost, capability unit.MW, price func(product string) (usd float64, ok bool)) []site.Hold {
	if s.Participation == nil {
		return nil
	}
	type bid struct {
		cost Cost
		gain float64
	}
	var bids []bid
	for _, c := range costs {
		if usd, ok := price(c.Product); ok && usd > c.Price {
			bids = append(bids, bid{c, usd - c.Price})
		}
	}
	slices.SortStableFunc(bids, func(a, b bid) int { return cmp.Compare(b.gain, a.gain) })
	room := map[string]unit.MW{}
	for _, q := range s.Participation.Qualified {
		room[q.Product] = capability
		if q.MaxMW > 0 {
			room[q.Product] = min(capability, q.MaxMW)
		}
	}
	used := map[Block]unit.MW{}
	sold := map[string]unit.MW{}
	for _, b := range bids {
		mw := min(b.cost.MW-used[b.cost.Block], room[b.cost.Product], capability)
		if mw <= 1e-6 {
			continue
		}
		used[b.cost.Block] += mw
		room[b.cost.Product] -= mw
		capability -= mw
		sold[b.cost.Product] += mw
	}
	var holds []site.Hold
	for _, q := range s.Participation.Qualified {
		mw := sold[q.Product]
		if q.BlockMW > 0 {
			mw = q.BlockMW * unit.MW(int((mw+1e-9)/q.BlockMW))
		}
		if p, _ := site.ProductFor(s.Participation.Type, q.Product); mw > 1e-6 {
			holds = append(holds, site.Hold{Product: q.Product, MW: mw, Up: p.Up})
		}
	}
	return holds
}
