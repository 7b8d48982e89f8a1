package settle

import (
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// held is what a product came to in an interval.
type held struct {
	product string
	awarded unit.MW // real-time award, called on or not
	there   float64 // MW of it that could have been called off, or was
	sold    float64 // MW awarded day ahead
	paid    float64 // day-ahead MW times their price
}

// reserve pays capacity by RTC+B's two settlements: the day-ahead award at the
// day-ahead price, and what the real-time award differs by at the real-time
// price, so that an award that is bought back costs that. Load that was not
// there could not have been dropped, and a site at its limit could not have been
// raised: no more counts as held than the mean power and the room above it, and
// what is short of the award is charged besides. An award that was called on
// counts as far as the meter answered.
func (b *book) reserve(s *site.Site, m *site.Metered) {
	hours := m.Interval.Length.Hours()
	if !(hours > 0) || len(m.Plan.Reserve)+len(m.DayAhead)+len(m.Awarded)+len(m.Deployed) == 0 {
		return
	}
	for _, h := range holdings(s, m, hours) {
		price := holdPrice(m.Reserve, h.product)
		if h.sold > 0 {
			b.add(Line{
				Lever: Reserve, Use: site.Reserve, Price: h.paid / h.sold,
				Amount: unit.Dollars(h.paid * hours), Note: h.product + " day-ahead award",
			})
			b.add(Line{
				Lever: Imbalance, Use: site.Reserve, Price: float64(price),
				Amount: unit.Dollars((h.there - h.sold) * hours * float64(price)), Note: imbalanceNote(&h, m),
			})
		} else {
			lever := Reserve
			if h.product == site.ERS {
				lever = Programme
			}
			b.add(Line{
				Lever: lever, Use: site.Reserve,
				Price: float64(price), Amount: unit.Dollars(h.there * hours * float64(price)), Note: h.product,
			})
		}
		b.fail(s, &h, price, hours)
	}
}

func imbalanceNote(h *held, m *site.Metered) string {
	note := h.product + " real-time award less day-ahead"
	if h.there < h.sold {
		note = h.product + " bought back at the real-time price"
	}
	if site.RegimeOf(m.Interval.Start) == site.PreRTCB {
		note += ": " + string(site.PreRTCB)
	}
	return note
}

// fail charges what was awarded and not there.
func (b *book) fail(s *site.Site, h *held, price unit.USDPerMW, hours float64) {
	short := float64(h.awarded) - h.there
	if s.Participation == nil || !(short > 1e-6) {
		return
	}
	charge := short * hours * float64(price) * s.Participation.Failure
	b.add(Line{
		Lever: Failure, Use: site.Reserve, Price: float64(price), Amount: -unit.Dollars(charge),
		Note: h.product + " awarded and not there",
	})
}

// holdings are an interval's products, in the order in which the plan, the
// deployments, the awards and the day-ahead positions name them.
func holdings(s *site.Site, m *site.Metered, hours float64) []held {
	var all []held
	of := func(product string) *held {
		for i := range all {
			if all[i].product == product {
				return &all[i]
			}
		}
		all = append(all, held{product: product})
		return &all[len(all)-1]
	}
	load := float64(m.SiteMWh)/hours - float64(m.RegulatedMW()) // what is deployed was there
	free := [2]float64{max(0, float64(s.Limits.SiteMW)-load), load}
	for _, h := range m.Plan.Reserve {
		left := &free[0]
		if h.Up {
			left = &free[1]
		}
		there := max(0, min(float64(h.MW), *left))
		*left -= there
		of(h.Product).there += there
	}
	for _, d := range m.Deployed {
		h := of(d.Product)
		h.awarded += d.MW
		if answered := float64(d.MW) - max(0, load-float64(d.Ceiling)); d.Judged {
			h.there += max(0, answered)
		} else {
			h.there += float64(d.MW)
		}
	}
	for _, a := range m.Awarded {
		of(a.Product).awarded += a.MW
	}
	for _, p := range m.DayAhead {
		if p.Product == site.Energy {
			continue
		}
		h := of(p.Product)
		h.sold += float64(p.MW)
		h.paid += float64(p.MW) * p.Price
	}
	return all
}

func holdPrice(prices []site.HoldPrice, product string) unit.USDPerMW {
	for _, p := range prices {
		if p.Product == product {
			return p.Price
		}
	}
	return 0
}

// dayAhead settles energy that was bought day ahead: it is owed at the day-ahead
// price, and sold again at the settlement point price, at which the meter buys.
func (b *book) dayAhead(m *site.Metered, spp unit.USDPerMWh) {
	for _, p := range m.DayAhead {
		if p.Product != site.Energy || p.MW == 0 {
			continue
		}
		e := p.MW.Over(m.Interval.Length)
		b.add(Line{
			Lever: DayAheadEnergy, MWh: e, Price: p.Price, Amount: -e.Cost(unit.USDPerMWh(p.Price)), Note: "bought day ahead",
		})
		b.add(Line{
			Lever: DayAheadEnergy, Price: float64(spp), Amount: e.Cost(spp), Note: "day-ahead energy at the settlement point price",
		})
	}
}

// deviate charges a Controllable Load Resource for what it drew beside the band
// around its base point and the regulation deployed on it, at a share of what the
// energy costs.
func (b *book) deviate(s *site.Site, m *site.Metered, spp unit.USDPerMWh) {
	hours := m.Interval.Length.Hours()
	if m.BasePoint == nil || s.Participation == nil || !(hours > 0) {
		return
	}
	d := s.Participation.Deviation
	off := float64(m.SiteMWh)/hours - float64(*m.BasePoint+m.RegulatedMW())
	beyond := max(off, -off) - max(float64(d.MW), d.Share*float64(*m.BasePoint))
	if beyond <= 0 || d.Charge == 0 {
		return
	}
	price := max(spp, -spp) * unit.USDPerMWh(d.Charge)
	note := "off the base point"
	if m.Regulation != nil && m.Regulation.Partial {
		note += "; regulation is known of a part of the interval only"
	}
	b.add(Line{Lever: DeviationCharge, Price: float64(price), Amount: -unit.MWh(beyond * hours).Cost(price), Note: note})
}
