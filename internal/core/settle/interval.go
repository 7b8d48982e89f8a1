package settle

import (
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Interval settles one metered interval on its own, at the settlement point
// price of the settlement interval it lies in. A site on a tariff settles at
// the tariff, and price is then not looked at.
func Interval(s *site.Site, m *site.Metered, price market.Quote, v Version) Settlement {
	return one(s, m, price, v, span{settled: settledMWh(s, m.SiteMWh), hours: m.Interval.Length.Hours()})
}

// Together settles the pieces of one settlement interval, which share its
// price, and returns one settlement for each. A block of energy is netted over
// the pieces as a whole, as the settlement interval is metered: what one piece
// leaves of the block another may use.
func Together(s *site.Site, pieces []site.Metered, price market.Quote, v Version) []Settlement {
	var whole span
	for i := range pieces {
		whole.settled += settledMWh(s, pieces[i].SiteMWh)
		whole.hours += pieces[i].Interval.Length.Hours()
	}
	all := make([]Settlement, len(pieces))
	for i := range pieces {
		all[i] = one(s, &pieces[i], price, v, whole)
	}
	return all
}

// Merge is several metered pieces as one interval: energies and start costs
// added, hashrates averaged over time. The prices and the plan are those of the
// last piece. Pieces are in time order and without gaps; no pieces give the
// zero Metered.
func Merge(pieces []site.Metered) site.Metered {
	if len(pieces) == 0 {
		return site.Metered{}
	}
	whole := pieces[len(pieces)-1]
	whole.Interval.Start = pieces[0].Interval.Start
	whole.Interval.Length = pieces[len(pieces)-1].Interval.End().Sub(whole.Interval.Start)
	whole.SiteMWh, whole.Starts, whole.Measured, whole.Simulated = 0, 0, true, false
	whole.Classes = nil
	at := make(map[string]int)
	for _, p := range pieces {
		whole.SiteMWh += p.SiteMWh
		whole.Starts += p.Starts
		whole.Measured = whole.Measured && p.Measured
		whole.Simulated = whole.Simulated || p.Simulated
		share := p.Interval.Length.Hours() / whole.Interval.Length.Hours()
		for _, c := range p.Classes {
			i, seen := at[c.Class]
			if !seen {
				i = len(whole.Classes)
				at[c.Class] = i
				whole.Classes = append(whole.Classes, site.ClassMeter{Class: c.Class})
			}
			whole.Classes[i].MWh += c.MWh
			whole.Classes[i].THs += unit.THs(float64(c.THs) * share)
		}
	}
	return whole
}

// span is the energy and the time over which a block is netted.
type span struct {
	settled float64 // MWh, losses included
	hours   float64
}

func one(s *site.Site, m *site.Metered, price market.Quote, v Version, whole span) Settlement {
	spp := energyPrice(s, unit.USDPerMWh(price.Value))
	b := book{lines: make([]Line, 0, 4+2*len(s.Classes))}
	b.energy(s, m, spp, whole)
	for i := range m.Classes {
		if c, ok := s.Class(m.Classes[i].Class); ok {
			b.mining(c, m, &m.Classes[i])
			b.inference(c, m, &m.Classes[i])
			b.grid(c, m)
		}
	}
	b.dayAhead(m, spp)
	b.reserve(s, m)
	b.deviate(s, m, spp)
	b.starts(m)
	return Settlement{
		Site:      s.ID,
		Interval:  m.Interval,
		Version:   v,
		Price:     float64(spp),
		MWh:       m.SiteMWh,
		Measured:  m.Measured,
		Simulated: m.Simulated || price.Simulated,
		Lines:     b.lines,
		Total:     b.total,
	}
}

// book collects lines and their sum. A line that moves no energy and no money
// is left out.
type book struct {
	lines []Line
	total unit.MicroUSD
}

func (b *book) add(l Line) {
	if l.Amount == 0 && l.MWh == 0 {
		return
	}
	b.lines = append(b.lines, l)
	b.total += l.Amount
}

func (b *book) starts(m *site.Metered) {
	b.add(Line{Lever: Start, Price: m.Starts, Amount: -unit.Dollars(m.Starts)})
}
