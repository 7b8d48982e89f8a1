package world

import (
	"math"

	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// DayAhead is the result of an operating day's day-ahead market: by hour from
// the day's first, 23 to 25 of them.
type DayAhead struct {
	Day unit.Day
	// SPP is the settlement point price in $/MWh by point, in the order of
	// [Points], and hour.
	SPP [][]float64
	// MCPC is the capacity price in $/MW per h by product, in the order of
	// [Products], and hour.
	MCPC [][]float64
	// System is the system price in $/MWh by hour.
	System []float64
}

// node is one of the equally likely surprises over which the day-ahead market
// takes its expectation.
type node struct{ stress, imports, exports, south, houston float64 }

const nodes = 24

// surprises spreads nodes evenly over what the day ahead does not know: an
// additive recurrence on the generalised golden ratio of five dimensions,
// through the inverse normal distribution.
func surprises() []node {
	const phi = 1.1673039782614187 // the root of x^6 = x + 1
	at := func(i, dimension int) float64 {
		_, u := math.Modf(0.5 + float64(i+1)*math.Pow(1/phi, float64(dimension)))
		return math.Sqrt2 * math.Erfinv(2*clamp(u, 0.004, 0.996)-1)
	}
	unknown := math.Sqrt(1 - known)
	out := make([]node, nodes)
	for i := range out {
		spread := math.Sqrt2 * math.Erfinv(2*(float64(i)+0.5)/nodes-1)
		out[i] = node{
			stress:  7.7 * spread,
			imports: unknown * at(i, 2),
			exports: unknown * at(i, 3),
			south:   unknown * at(i, 4),
			houston: at(i, 5),
		}
	}
	return out
}

// dayAhead clears the day-ahead market: each hour's price is the real-time
// price expected over the surprises, given the forecast weather, the planned
// outages and the market's own mood.
func (w *World) dayAhead(d unit.Day, sky []weather, slow []disturbances) DayAhead {
	out := DayAhead{Day: d, SPP: make([][]float64, len(w.points)), MCPC: make([][]float64, len(Products()))}
	hours := d.Hours()
	for i := range out.SPP {
		out.SPP[i] = make([]float64, hours)
	}
	for i := range out.MCPC {
		out.MCPC[i] = make([]float64, hours)
	}
	out.System = make([]float64, hours)
	for h := range hours {
		a, b, k := sky[h], sky[h+1], slow[h]
		load, wind, solar := (a.load+b.load)/2, (a.wind+b.wind)/2, (a.solar+b.solar)/2
		stress := load - wind - solar - (a.available+b.available)/2 + 2.4*k.dayAhead
		for _, n := range w.surprises {
			system := clamp(marginal(w.stack, stress+n.stress), floorUSD, capUSD)
			out.System[h] += system / nodes
			c := congested(wind, solar, load, k.knownImports+n.imports, k.knownExports+n.exports, k.knownSouth+n.south, n.houston)
			for i := range w.points {
				out.SPP[i][h] += w.points[i].price(system, c) / nodes
			}
		}
		for i := range w.points {
			out.SPP[i][h] = cents(out.SPP[i][h])
		}
		w.dayAheadReserve(&out, h, d.Start().Unix()/3600+int64(h))
	}
	return out
}
