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
		{-56, -28}, {-52, -8}, {-48, -1}, {-44, 3}, {-40, 8}, {-34, 13}, {-28, 18},
		{-22, 22}, {-16, 28}, {-10, 42}, {-6, 65}, {-3, 110}, {0, 220}, {3, 600}, {6, 1600}, {9, 3200}, {12, 5000},
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
	need := 0.75 - 1.15*west + 0.012*(load-52) + 0.75*imports
	over := (west-1.02)/0.13 - 0.03*(load-52) + 1.2*exports
	return congestion{
		imports: math.Min(300, 24*math.Pow(math.Max(0, need), 1.6)),
		exports: logistic(over),
		south:   math.Min(400, 1.1*math.Exp(1.45*south+0.03*(load-52))-1.2),
		houston: clamp(1.6*math.Sinh(1.25*houston), -150, 250) + 0.9,
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
		{Name: "HB_PAN", Type: "HU", imports: -0.15, exports: 1.9, wind: -14, adds: -1},
		{Name: "HB_SOUTH", Type: "HU", south: 0.35, houston: 0.35},
		{Name: "HB_WEST", Type: "HU", imports: 0.28, exports: 1, wind: -4},
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
