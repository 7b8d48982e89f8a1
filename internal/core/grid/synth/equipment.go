package synth

import (
	"math"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
)

// base is the system's power base, MVA.
const base = 100

// conductor is a line of one circuit with one conductor or a bundle per phase.
type conductor struct {
	amps    float64 // continuous, 75 degrees C, 25 degrees C air, light wind, sun
	r, x, b float64 // ohm/km at 75 degrees C, ohm/km, microsiemens/km, 60 Hz
}

// conductors of a level, the weakest first. Ampacities and resistances are
// those that makers of ACSR print for the sizes named; reactance and
// susceptance follow from usual spacings (for 345 kV, Kundur, Power System
// Stability and Control, 1994, table 6.1). The largest of 345 kV are the double
// bundles for high temperature of the lines to the West.
func conductors(kv float64) []conductor {
	switch kv {
	case high:
		return []conductor{
			{1814, 0.043, 0.367, 4.52}, // two of 795 kcmil (Drake)
			{2200, 0.032, 0.361, 4.58}, // two of 1113 (Bluejay)
			{2718, 0.023, 0.352, 4.68}, // two of 1590 (Falcon)
			{5000, 0.018, 0.345, 4.78}, // two of 1926, high temperature
		}
	case middle:
		return []conductor{
			{726, 0.124, 0.460, 3.54},  // 556.5 (Dove)
			{907, 0.086, 0.448, 3.65},  // 795 (Drake)
			{1184, 0.056, 0.430, 3.80}, // 1272 (Bittern)
			{1359, 0.046, 0.422, 3.88}, // 1590 (Falcon)
			{1814, 0.043, 0.330, 4.90}, // two of 795
			{2368, 0.028, 0.318, 5.05}, // two of 1272
		}
	default:
		return []conductor{
			{529, 0.207, 0.470, 3.45}, // 336.4 (Linnet)
			{659, 0.146, 0.452, 3.56}, // 477 (Hawk)
			{907, 0.086, 0.438, 3.72}, // 795
			{1184, 0.056, 0.420, 3.88},
		}
	}
}

// transformers between two levels, MVA, the smallest first.
func transformers(kv float64) []float64 {
	if kv == high {
		return []float64{200, 300, 450, 600, 800}
	}
	return []float64{40, 60, 100, 150, 200}
}

// A transformer's reactance on its own rating, and over its resistance. These
// are usual figures of makers; losses fall and X/R rises with size.
const (
	autoReactance, autoXR = 0.11, 55.0 // 345/138 kV
	stepReactance, stepXR = 0.09, 30.0 // 138/69 kV
	unitReactance, unitXR = 0.13, 50.0 // generator step-up
	unitTap               = 1.025      // on the high side
)

// rating of one circuit of an edge, MVA.
func (d *design) rating(e edge) float64 {
	kv := d.buses[e.from].kv
	switch {
	case d.buses[e.to].plant >= 0:
		return round(d.plants[d.buses[e.to].plant].pmax*1.25, 1)
	case e.km == 0:
		return transformers(kv)[e.class]
	}
	return round(math.Sqrt(3)*kv*conductors(kv)[e.class].amps/1000, 1)
}

// behind is the length in km of the 345 kV lines that stand in series with one,
// which share the angle that may be between generation and load.
const behind = 220

// usable is the active power in MW that one circuit may carry after a loss: a
// part of its rating, and for a line no more than its voltage holds over its
// length, by the St. Clair curve: 42.4 times the surge impedance load over the
// length in miles to the power 0.66 (fitted to Dunlop, Gutman and Marchenko,
// Analytical Development of Loadability Characteristics, 1979).
func (d *design) usable(e edge) float64 {
	limit := d.rating(e) * fullest
	if e.km == 0 {
		return limit
	}
	kv := d.buses[e.from].kv
	c := conductors(kv)[e.class]
	surge := kv * kv * math.Sqrt(c.b/1e6/c.x)
	km := max(e.km, 16)
	if kv == high {
		if km > compensatedFrom {
			km *= 1 - compensation
		}
		km += behind
	}
	return round(min(limit, surge*42.4*math.Pow(km/1.609, -0.6595)), 10)
}

// Long 345 kV lines have capacitors in series, as those to the West of Texas
// have: they take away half of the reactance.
const (
	compensatedFrom = 90 // km
	compensation    = 0.5
)

// classes is the length of an edge's ladder of ratings.
func (d *design) classes(e edge) int {
	kv := d.buses[e.from].kv
	switch {
	case d.buses[e.to].plant >= 0:
		return 1
	case e.km == 0:
		return len(transformers(kv))
	}
	return len(conductors(kv))
}

// branch is the row of one circuit of an edge. Emergency ratings are 110 and
// 125 % of the continuous one.
func (d *design) branch(e edge) grid.Branch {
	rate := d.rating(e)
	out := grid.Branch{
		From: e.from + 1, To: e.to + 1, Status: 1, AngMin: -360, AngMax: 360,
		RateA: rate, RateB: round(1.1*rate, 1), RateC: round(1.25*rate, 1),
	}
	kv := d.buses[e.from].kv
	switch {
	case d.buses[e.to].plant >= 0:
		setTransformer(&out, unitReactance, unitXR)
		out.Tap = unitTap
	case e.km == 0 && kv == high:
		setTransformer(&out, autoReactance, autoXR)
	case e.km == 0:
		setTransformer(&out, stepReactance, stepXR)
	default:
		c := conductors(kv)[e.class]
		ohms := kv * kv / base
		out.R = round(c.r*e.km/ohms, 1e7)
		out.X = round(c.x*e.km/ohms, 1e7)
		out.B = round(c.b*e.km/1e6*ohms, 1e7)
		if kv == high && e.km > compensatedFrom {
			out.X = round(out.X*(1-compensation), 1e7)
		}
	}
	return out
}

// setTransformer puts a reactance on the transformer's own rating into the
// system's base.
func setTransformer(b *grid.Branch, reactance, xr float64) {
	b.Tap = 1
	b.X = round(reactance*base/b.RateA, 1e7)
	b.R = round(b.X/xr, 1e7)
}
