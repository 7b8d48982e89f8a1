package mpc

import (
	"math"
	"slices"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// prospect is the ways in which the price of energy may go, by scenario and step,
// all as likely as each other.
type prospect struct {
	paths     [][]unit.USDPerMWh
	source    string
	note      string // what is assumed of it; empty where nothing is
	simulated bool
}

// unitUSD is the unit of distances between prices, $/MWh: what is far larger
// counts by its logarithm.
const unitUSD = 25

// look makes a prospect of so many scenarios from what a snapshot knows. A site on
// a tariff has one, whatever the market does.
func look(s *site.Site, snap *market.Snapshot, steps []unit.Interval, n int) prospect {
	if s.Contract.Kind == site.Fixed || s.Point == "" {
		path := make([]unit.USDPerMWh, len(steps))
		for t := range path {
			path[t] = s.Contract.Price
		}
		return prospect{paths: [][]unit.USDPerMWh{path}, source: "the tariff"}
	}
	expected, _, known := snap.ExpectedSPP()
	var p prospect
	if o := snap.Outlook; o != nil && len(o.Paths) > 0 && !o.Stale {
		p = fromOutlook(o, steps, n)
	} else {
		p = assumed(snap, steps, n)
	}
	if known {
		p.hold(snap, steps, float64(expected))
	}
	return p
}

// hold mixes what has been seen of the running settlement interval into its
// price: a dear run keeps all of it dear.
func (p *prospect) hold(snap *market.Snapshot, steps []unit.Interval, expected float64) {
	quarter := snap.Interval.Within(unit.Settlement)
	if snap.Interval.Length >= unit.Settlement || len(snap.SCED) == 0 || !quarter.Contains(snap.SCED[len(snap.SCED)-1].Start) {
		return
	}
	seen := float64(snap.Interval.Start.Sub(quarter.Start)) / float64(unit.Settlement)
	for t := 0; t < len(steps) && quarter.Contains(steps[t].Start); t++ {
		for _, path := range p.paths {
			path[t] = unit.USDPerMWh(float64(seen*expected) + float64((1-seen)*float64(path[t])))
		}
	}
}

// fromOutlook takes the forecast's own paths, of more than are wanted every so
// many.
func fromOutlook(o *market.Outlook, steps []unit.Interval, n int) prospect {
	p := prospect{source: o.Model + ", " + o.Source, simulated: o.Simulated}
	n = min(n, len(o.Paths))
	slots := make([]int, len(steps))
	for t, step := range steps {
		slot, ok := o.SlotAt(step.Start.Add(step.Length / 2))
		switch {
		case ok:
		case step.Start.Before(o.First):
			slot = 0
		default:
			slot = len(o.Minutes) - 1
		}
		slots[t] = slot
	}
	for s := range n {
		path := o.Paths[s*len(o.Paths)/n]
		out := make([]unit.USDPerMWh, len(steps))
		for t, slot := range slots {
			out[t] = unit.USDPerMWh(path[slot])
		}
		p.paths = append(p.paths, out)
	}
	return p
}

const (
	// fade is how long it takes for a third of today's distance from the day-ahead
	// price to be left.
	fade = 2 * time.Hour
	// spread is the standard deviation of the assumed error a day ahead, in units
	// of distance, and settle how long it takes to get there.
	spread = 0.6
	settle = 6 * time.Hour
)

// assumed stands in for a forecast: day-ahead prices, today's distance from them
// fading, and errors with the tails of a logistic distribution that grow with the
// lead. Each scenario stays at its own level. Where no day-ahead price is known
// the last one holds, or the newest real-time price.
func assumed(snap *market.Snapshot, steps []unit.Interval, n int) prospect {
	p := prospect{source: "day-ahead prices", note: "no forecast is there: day-ahead prices with an assumed error stand in", simulated: snap.SPP.Simulated}
	expected, _, known := snap.ExpectedSPP()
	base := dayAhead(snap, steps, float64(expected))
	distance := 0.0
	if known {
		distance = math.Asinh((float64(expected) - base[0]) / unitUSD)
	}
	if len(snap.DayAhead) == 0 {
		p.source, p.note = "newest price", "neither a forecast nor day-ahead prices are there: the newest price with an assumed error stands in"
	}
	for s := range n {
		level := (float64(s) + 0.5) / float64(n)
		logit := math.Log(level/(1-level)) * math.Sqrt(3) / math.Pi
		out := make([]unit.USDPerMWh, len(steps))
		for t, step := range steps {
			ahead := max(0, step.Start.Add(step.Length/2).Sub(snap.AsOf))
			left := distance * math.Exp(-float64(ahead)/float64(fade))
			width := spread * math.Sqrt(min(1, float64(ahead)/float64(settle)))
			out[t] = unit.USDPerMWh(base[t] + float64(unitUSD*math.Sinh(left+float64(width*logit))))
		}
		p.paths = append(p.paths, out)
	}
	return p
}

// dayAhead is the day-ahead price of every step, the last known one beyond them.
func dayAhead(snap *market.Snapshot, steps []unit.Interval, otherwise float64) []float64 {
	out := make([]float64, len(steps))
	last := otherwise
	for t, step := range steps {
		if q, ok := snap.DayAheadFor(step.Start); ok {
			last = q.Value
		}
		out[t] = last
	}
	return out
}

// mean is the mean of the scenarios by step.
func (p *prospect) mean() []unit.USDPerMWh {
	out := make([]unit.USDPerMWh, len(p.paths[0]))
	for t := range out {
		sum := 0.0
		for _, path := range p.paths {
			sum += float64(path[t])
		}
		out[t] = unit.USDPerMWh(sum / float64(len(p.paths)))
	}
	return out
}

// band is the tenth and the ninetieth percentile of a step's price.
func (p *prospect) band(t int) (low, high unit.USDPerMWh) {
	all := make([]unit.USDPerMWh, len(p.paths))
	for s, path := range p.paths {
		all[s] = path[t]
	}
	slices.Sort(all)
	last := float64(len(all) - 1)
	return all[int(0.1*last+0.5)], all[int(0.9*last+0.5)]
}
