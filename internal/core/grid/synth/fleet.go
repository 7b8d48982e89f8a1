package synth

import (
	"cmp"
	"slices"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
)

// fuel is a kind of plant.
type fuel struct {
	name, unit string  // MATPOWER's genfuel and gentype
	capacity   float64 // of all its plants, over the system's load
	number     float64 // share of all plants
	zones      []float64
	least      float64    // minimum output over maximum
	afternoon  float64    // output over maximum in the base case; of thermal plants, at most
	reactive   [2]float64 // Qmin, Qmax over Pmax
	cost       [2]float64 // marginal, $/MWh, cheapest and dearest plant
	startup    float64    // $ per MW of capacity
	blocks     bool       // piecewise-linear offers
	ramp       float64    // share of capacity per minute
}

// fuels of the network. Capacities over load are of the order of ERCOT's in the
// middle of the 2020s, when wind and sun had outgrown coal; docs/synthetic-grid.md
// has them beside published figures. Marginal costs are heat rate times fuel
// price plus operation: gas at 2.5 $/MMBtu with 6.6 to 7.8 MMBtu/MWh (combined
// cycle) and 9.2 to 11.5 (turbines), coal at 2.1 with 9.8 to 10.8.
func fuels() []fuel {
	return []fuel{
		{
			name: "wind", unit: "WT", capacity: 0.45, number: 0.27, zones: []float64{0.06, 0, 0.19, 0.57, 0.18},
			afternoon: 0.24, reactive: [2]float64{-0.33, 0.33}, ramp: 0.1,
		},
		{
			name: "solar", unit: "PV", capacity: 0.33, number: 0.24, zones: []float64{0.2, 0.08, 0.22, 0.48, 0.02},
			afternoon: 0.68, reactive: [2]float64{-0.33, 0.33}, ramp: 0.1,
		},
		{
			name: "nuclear", unit: "ST", capacity: 0.06, number: 0.01, zones: []float64{0.5, 0.5, 0, 0, 0},
			least: 0.9, afternoon: 0.98, reactive: [2]float64{-0.25, 0.45}, cost: [2]float64{7, 9}, startup: 250, ramp: 0.005,
		},
		{
			name: "coal", unit: "ST", capacity: 0.16, number: 0.05, zones: []float64{0.42, 0.2, 0.38, 0, 0},
			least: 0.4, afternoon: 0.88, reactive: [2]float64{-0.3, 0.5}, cost: [2]float64{23, 28}, startup: 120, ramp: 0.015,
		},
		{
			name: "ng", unit: "CC", capacity: 0.47, number: 0.25, zones: []float64{0.36, 0.31, 0.27, 0.06, 0},
			least: 0.45, afternoon: 0.92, reactive: [2]float64{-0.3, 0.5}, cost: [2]float64{18.5, 22}, startup: 60, ramp: 0.03,
		},
		{
			name: "ng", unit: "GT", capacity: 0.29, number: 0.18, zones: []float64{0.33, 0.3, 0.25, 0.12, 0},
			afternoon: 0.9, reactive: [2]float64{-0.3, 0.5}, cost: [2]float64{27, 36}, startup: 25, blocks: true, ramp: 0.1,
		},
	}
}

// plant is a generator behind its transformer.
type plant struct {
	fuel     int
	bus      int     // its own, 20 kV
	pmax     float64 // MW
	pg       float64 // MW in the base case
	vg       float64 // p.u., set point of its terminal
	marginal float64 // $/MWh at the middle of its range
}

// onHigh is the size in MW from which a plant feeds 345 kV: 200, or less where
// all plants are small.
func (d *design) onHigh() float64 {
	capacity := 0.0
	for _, f := range fuels() {
		capacity += f.capacity
	}
	return min(200, round(1.3*capacity*d.opt.Load/float64(d.counts().plants), 1))
}

// placePlants spreads each fuel's plants over the zones and connects each to
// the least burdened of four stations drawn at random.
func (d *design) placePlants() {
	all := fuels()
	shares := make([]float64, len(all))
	for k, f := range all {
		shares[k] = f.number
	}
	attached := make([]float64, len(d.stations))
	for k, n := range apportion(d.counts().plants, shares, 1) {
		f := all[k]
		sizes := d.sizes(n, f.capacity*d.opt.Load)
		for zone, count := range apportion(n, f.zones, 0) {
			for range count {
				size := sizes[0]
				sizes = sizes[1:]
				s := d.site(zone, size >= d.onHigh(), attached)
				attached[s] += size
				d.addPlant(k, s, size)
			}
		}
	}
}

// sizes splits a capacity into n plants of unequal size, MW.
func (d *design) sizes(n int, total float64) []float64 {
	weights := make([]float64, n)
	sum := 0.0
	for k := range weights {
		weights[k] = d.between(0.45, 1.55)
		sum += weights[k]
	}
	for k := range weights {
		weights[k] = max(1, round(weights[k]*total/sum, 10))
	}
	return weights
}

// site draws a station for a plant.
func (d *design) site(zone int, large bool, attached []float64) int {
	fits := func(i int, zoned bool) bool {
		s := &d.stations[i]
		return (s.zone == zone || !zoned) && s.middle >= 0 && (!large || s.high >= 0)
	}
	var candidates []int
	for _, zoned := range []bool{true, false} {
		for i := range d.stations {
			if fits(i, zoned) {
				candidates = append(candidates, i)
			}
		}
		if len(candidates) > 0 {
			break
		}
	}
	best := candidates[d.random.IntN(len(candidates))]
	for range 3 {
		if other := candidates[d.random.IntN(len(candidates))]; attached[other] < attached[best] {
			best = other
		}
	}
	return best
}

func (d *design) addPlant(fuel, station int, size float64) {
	f := fuels()[fuel]
	own := d.addBus(station, generator)
	to := d.stations[station].middle
	if size >= d.onHigh() {
		to = d.stations[station].high
	}
	d.buses[own].plant = len(d.plants)
	d.plants = append(d.plants, plant{
		fuel: fuel, bus: own, pmax: size, vg: setPoint, marginal: round(d.between(f.cost[0], f.cost[1]), 100),
	})
	d.edges = append(d.edges, edge{from: to, to: own, circuits: 1})
}

// placeLoads shares the zones' load out over their stations: more in cities,
// less on 69 kV, none at one in eight.
func (d *design) placeLoads() {
	weight := make([]float64, len(d.stations))
	sums := make([]float64, len(Zones()))
	for i := range d.stations {
		s := &d.stations[i]
		w := 0.3 + 2*s.urban + d.between(0, 0.8)
		if d.buses[s.base].kv == low {
			w *= 0.15
		}
		if d.random.Float64() < 0.125 && len(d.stations) > 50 {
			w = 0
		}
		weight[i] = w
		sums[s.zone] += w
	}
	zones := Zones()
	placed, largest := 0.0, 0
	for i := range d.stations {
		s := &d.stations[i]
		b := &d.buses[s.base]
		phi := d.between(0.14, 0.33) // tangent: power factor 0.99 to 0.95
		if weight[i] == 0 || sums[s.zone] == 0 {
			continue
		}
		b.pd = round(d.opt.Load*zones[s.zone].Load*weight[i]/sums[s.zone], 100)
		b.qd = round(b.pd*phi, 100)
		placed += b.pd
		if b.pd > d.buses[largest].pd {
			largest = s.base
		}
	}
	d.buses[largest].pd = round(d.buses[largest].pd+d.opt.Load-placed, 100)
}

// typicalLoss of transmission, over load, from which dispatch begins.
const typicalLoss = 0.02

// dispatch sets the outputs of a hot afternoon: wind, sun and nuclear give what
// they have, then coal, gas and turbines in the order of their costs, each up
// to its part of capacity; the last one that is needed gives the rest.
func (d *design) dispatch() { d.dispatchFor(round(d.opt.Load*(1+typicalLoss), 10)) }

func (d *design) dispatchFor(need float64) {
	all := fuels()
	order := make([]int, len(d.plants))
	for k := range order {
		order[k] = k
	}
	slices.SortStableFunc(order, func(a, b int) int {
		x, y := d.plants[a], d.plants[b]
		return cmp.Or(cmp.Compare(merit(x), merit(y)), cmp.Compare(x.marginal, y.marginal))
	})
	for _, k := range order {
		p := &d.plants[k]
		f := all[p.fuel]
		p.pg = round(min(p.pmax*f.afternoon, max(need, 0)), 100)
		need -= p.pg
	}
}

// merit puts what costs nothing to run, or cannot follow, before the rest.
func merit(p plant) int {
	if fuels()[p.fuel].least > 0.8 || fuels()[p.fuel].cost[1] == 0 {
		return 0
	}
	return 1
}

// generator is the row of a plant.
func (d *design) generator(p plant) grid.Generator {
	f := fuels()[p.fuel]
	ramp := round(p.pmax*f.ramp, 100)
	return grid.Generator{
		Bus: p.bus + 1, Pg: p.pg, Qmin: round(p.pmax*f.reactive[0], 10), Qmax: round(p.pmax*f.reactive[1], 10),
		Vg: p.vg, MBase: round(p.pmax*1.1, 10), Status: 1, Pmax: p.pmax, Pmin: round(p.pmax*f.least, 10),
		RampAGC: ramp, Ramp10: round(min(10*ramp, p.pmax), 100), Ramp30: round(min(30*ramp, p.pmax), 100),
	}
}

// cost of a plant: quadratic, its marginal cost rising by a tenth over the
// range; or three blocks of rising price; or nothing.
func (p plant) cost() grid.Cost {
	f := fuels()[p.fuel]
	c := grid.Cost{Model: grid.Polynomial, Startup: round(f.startup*p.pmax, 1), Data: []float64{0, 0, 0}}
	if p.marginal == 0 {
		return c
	}
	if f.blocks {
		c.Model = grid.PiecewiseLinear
		c.Data = []float64{0, 0}
		x, y := 0.0, 0.0
		for _, block := range [][2]float64{{0.5, 0.95}, {0.8, 1}, {1, 1.12}} {
			next := round(p.pmax*block[0], 10)
			y = round(y+(next-x)*p.marginal*block[1], 100)
			x = next
			c.Data = append(c.Data, x, y)
		}
		return c
	}
	c.Data = []float64{round(0.05*p.marginal/p.pmax, 1e7), round(0.95*p.marginal, 1e4), round(2*p.pmax, 10)}
	return c
}
