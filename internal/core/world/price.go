package world

import "math"

// Price formation. The state of the grid is one number, stress: net load minus
// available dispatchable capacity, in GW. A supply stack turns stress into the
// system's marginal price; congestion makes points differ from it.

// step is a knot of the supply stack.
type step struct{ stress, price float64 }

// stack is the price in $/MWh at each stress in GW. Its prices put the quantiles
// of the simulated hourly price at those of HB_NORTH in 2024.
func stack() []step {
	return []step{
		{-78, -31},
		{-70, -20},
		{-66, -6},
		{-62, -2},
		{-59, 0},
		{-54, 2.5},
		{-49.5, 6.5},
		{-41.5, 13},
		{-36, 17},
		{-32.5, 19},
		{-29.5, 21},
		{-23.5, 25},
		{-18.5, 32},
		{-15, 39},
		{-9.7, 56},
		{-3.8, 88},
		{0, 130},
		{3.5, 220},
		{7, 420},
		{10, 900},
		{13, 1800},
		{17.5, 3100},
		{24, 5000},
	}
}

const (
	capUSD   = 5000 // system-wide offer cap since 2022
	floorUSD = -35
)

// marginal is the system's marginal price at a stress: linear between knots
// where a price is low, geometric where both are above 20 $/MWh.
func marginal(knots []step, stress float64) float64 {
	if stress <= knots[0].stress {
		return knots[0].price
	}
	for i := 1; i < len(knots); i++ {
		a, b := knots[i-1], knots[i]
		if stress > b.stress {
			continue
		}
		f := (stress - a.stress) / (b.stress - a.stress)
		if a.price < 20 {
			return a.price + f*(b.price-a.price)
		}
		return a.price * math.Pow(b.price/a.price, f)
	}
	return knots[len(knots)-1].price
}

// congestion is what keeps the points' prices apart at one moment.
type congestion struct {
	imports float64 // $/MWh that the West pays above the system when its own wind and sun are low
	exports float64 // 0 to 1: how far the West's price is pulled down to that of wind with nowhere to go
	south   float64 // $/MWh
	houston float64 // $/MWh
}

// congested is the congestion at a moment with the given wind and solar
// generation in GW and standard normal disturbances.
func congested(wind, solar, load, imports, exports, south, houston float64) congestion {
	west := wind/windPeakGW + 0.9*solar/solarPeakGW
	need := 0.92 - 1.1*west + 0.012*(load-52) + 0.75*imports
	over := (west-1.15)/0.05 - 0.06*(load-52) + 2.2*exports
	return congestion{
		imports: math.Min(300, 28*math.Pow(math.Max(0, need), 1.7)),
		exports: logistic(over),
		south:   math.Min(400, 2.3*math.Exp(1.5*south+0.03*(load-52))-2.6),
		houston: clamp(1.3*math.Sinh(1.2*houston), -150, 250) + 0.9,
	}
}

// Point is a settlement point.
type Point struct {
	Name string
	// Type is ERCOT's code: HU a hub, SH the hub of bus averages, AH the hub of
	// hub averages, LZ a load zone.
	Type string

	imports, exports, south, houston float64 // how it feels congestion
	wind                             float64 // $/MWh it falls to when exports bind
	adds                             float64
}

// Points are the settlement points of the world, in ERCOT's alphabetical order.
func Points() []Point {
	return []Point{
		{Name: "HB_BUSAVG", Type: "SH", imports: 0.06, exports: 0.10, south: 0.15, houston: 0.2},
		{Name: "HB_HOUSTON", Type: "HU", south: 0.06, houston: 1},
		{Name: "HB_HUBAVG", Type: "AH", imports: 0.05, exports: 0.15, south: 0.12, houston: 0.3},
		{Name: "HB_NORTH", Type: "HU"},
		{Name: "HB_PAN", Type: "HU", exports: 1.9, wind: -14, adds: -1},
		{Name: "HB_SOUTH", Type: "HU", south: 0.2, houston: 0.35},
		{Name: "HB_WEST", Type: "HU", imports: 0.2, exports: 1, wind: -4},
		{Name: "LZ_AEN", Type: "LZ", south: 0.65, houston: 0.2, adds: 0.4},
		{Name: "LZ_CPS", Type: "LZ", south: 0.55, houston: 0.25, adds: 0.4},
		{Name: "LZ_HOUSTON", Type: "LZ", south: 0.08, houston: 1.03, adds: 0.2},
		{Name: "LZ_LCRA", Type: "LZ", south: 0.75, houston: 0.2, adds: 0.4},
		{Name: "LZ_NORTH", Type: "LZ", south: 0.02, houston: 0.05, adds: 0.3},
		{Name: "LZ_RAYBN", Type: "LZ", houston: 0.05, adds: 0.1},
		{Name: "LZ_SOUTH", Type: "LZ", south: 1, houston: 0.4},
		{Name: "LZ_WEST", Type: "LZ", imports: 1, exports: 0.85, wind: -3},
	}
}

// price is the point's locational price for a system price.
func (p *Point) price(system float64, c congestion) float64 {
	price := system + p.adds + p.imports*c.imports + p.south*c.south + p.houston*c.houston
	pull := math.Min(1, p.exports*c.exports)
	price -= pull * math.Max(0, price-p.wind)
	return cents(clamp(price, -75, 9000))
}

// cents rounds to whole cents, as ERCOT publishes.
func cents(usd float64) float64 { return math.Round(usd*100) / 100 }
