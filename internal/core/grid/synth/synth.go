// Package synth makes power networks that look like ERCOT's and belong to
// nobody: five zones, three voltage levels, a fuel mix, costs, and ratings
// that hold when any one branch is lost at the stated load.
//
// The same options give the same network to the last bit on any machine:
// everything random comes from the seed, nothing depends on the order of a
// map, and every number is rounded to what is written before it is used, so
// that a fused multiply-add somewhere changes nothing. No place, line or plant
// is a real one, and the package is no model of anyone's network.
package synth

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
)

// ErrOptions is a network that cannot be made as asked.
var ErrOptions = errors.New("cannot make this network")

// Limits of Options.
const (
	MinBuses = 30
	MaxBuses = 20000

	leastPerBus = 3 // MW
	mostPerBus  = 100
)

// Options of a network. The zero value asks for the default: 2,000 buses, seed
// 1, ERCOT's record demand.
type Options struct {
	Seed  uint64  // 0: 1
	Buses int     // MinBuses to MaxBuses; 0: 2000
	Load  float64 // MW that it serves securely, 3 to 100 per bus; 0: 42.5 per bus, 85,000 at most
}

func (o Options) filled() Options {
	if o.Seed == 0 {
		o.Seed = 1
	}
	if o.Buses == 0 {
		o.Buses = 2000
	}
	if o.Load == 0 {
		// ERCOT's record demand was 85.5 GW, on 10 August 2023.
		o.Load = min(42.5*float64(o.Buses), 85000)
	}
	return o
}

func (o Options) check() error {
	switch {
	case o.Buses < MinBuses || o.Buses > MaxBuses:
		return fmt.Errorf("%w: %d buses, want %d to %d", ErrOptions, o.Buses, MinBuses, MaxBuses)
	case !(o.Load >= leastPerBus*float64(o.Buses) && o.Load <= mostPerBus*float64(o.Buses)):
		return fmt.Errorf("%w: a load of %g MW on %d buses, want %d to %d MW per bus", ErrOptions, o.Load, o.Buses, leastPerBus, mostPerBus)
	}
	return nil
}

// Generate makes a network. Its base case is a hot afternoon at the stated
// load, solved, within voltage limits, and secure against the loss of any
// branch in service. Areas and zones are numbered as [Zones] lists them.
func Generate(opt Options) (*grid.Case, error) {
	opt = opt.filled()
	if err := opt.check(); err != nil {
		return nil, err
	}
	d := &design{opt: opt, random: rand.New(rand.NewPCG(opt.Seed, 0x9e3779b97f4a7c15))}
	d.placeStations()
	d.chooseLevels()
	d.drawLines()
	d.placePlants()
	d.placeLoads()
	d.dispatch()
	c, err := d.secure()
	if err != nil {
		return nil, fmt.Errorf("%d buses, %g MW, seed %d: %w", opt.Buses, opt.Load, opt.Seed, err)
	}
	return c, nil
}

// design is a network while it is made.
type design struct {
	opt      Options
	random   *rand.Rand
	stations []station
	buses    []bus
	edges    []edge
	plants   []plant
	shunted  bool // the first shunts are in
}

// station is a place with one bus per voltage level.
type station struct {
	zone     int // index of Zones
	lat, lon float64
	urban    float64 // 0 in the country, 1 in the middle of a city
	base     int     // its bus of load: 138 or 69 kV
	high     int     // its 345 kV bus, or -1
	middle   int     // its 138 kV bus, or -1
}

// bus of a design; external number is its index plus one.
type bus struct {
	station int
	kv      float64
	pd, qd  float64
	shunt   float64 // MVAr injected at 1 p.u.
	plant   int     // the plant at this bus, or -1
}

// edge is a branch of one or more circuits.
type edge struct {
	from, to int // buses
	km       float64
	circuits int
	class    int // of conductor or transformer, index of its ladder
}

// addBus adds a bus and returns its index.
func (d *design) addBus(station int, kv float64) int {
	d.buses = append(d.buses, bus{station: station, kv: kv, plant: -1})
	return len(d.buses) - 1
}

// between draws evenly from an interval.
func (d *design) between(low, high float64) float64 {
	return low + float64((high-low)*d.random.Float64())
}

// bell draws from a bell curve of mean zero and deviation one, cut off at
// three: a sum of uniforms needs no function that differs between machines.
func (d *design) bell() float64 {
	sum := -6.0
	for range 12 {
		sum += d.random.Float64()
	}
	return max(-3, min(3, sum))
}

// round keeps a number to a multiple of 1/per.
func round(x, per float64) float64 { return math.Round(x*per) / per }
