package policy

import (
	"math"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/optimize"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Names of the groups of a frame; a feeder's is followed by its id.
const (
	limitSite   = "site"
	limitFeeder = "feeder "
	limitBlock  = "block"
	limitSold   = "position"
)

// Sold is upward reserve of the day-ahead market in a step: a position in money.
// Price is what the real-time market is expected to pay for a megawatt of it that
// is held, and to take for one that is bought back, $/MW per h.
type Sold struct {
	MW    unit.MW
	Price unit.USDPerMW
}

// floors are what machines must draw at least by step, for reserve that was
// awarded.
func (f *Frame) floors(orders *site.Orders) []unit.MW {
	floors := make([]unit.MW, len(f.steps))
	if orders == nil {
		return floors
	}
	for t, step := range f.steps {
		if low, up := orders.Upward(step.Start, step.End()); up > 0 {
			floors[t] = f.site.MachineMW(low + up)
		}
	}
	return floors
}

// held are what machines must draw for all that was sold day ahead to be there,
// by step; 0 where nothing was.
func (f *Frame) held(sold []Sold) []unit.MW {
	held := make([]unit.MW, len(sold))
	for t := range sold {
		if sold[t].MW > 0 && f.site.Participation != nil {
			held[t] = f.site.MachineMW(f.site.Participation.LowMW + sold[t].MW)
		}
	}
	return held
}

// buyBack makes a megawatt of a position that is not held cost its real-time
// price. What was sold day ahead is settled at its own price whatever is done, so
// that this is all that holding it, or not, changes.
func (f *Frame) buyBack(held []unit.MW, sold []Sold) {
	g := optimize.Group{Name: limitSold, Least: repeated(math.Inf(-1), len(f.steps)), Short: make([]float64, len(f.steps))}
	some := false
	for t, mw := range held {
		if mw > 0 && sold[t].Price > 0 {
			g.Least[t], some = float64(mw), true
			g.Short[t] = float64(sold[t].Price) * f.steps[t].Length.Hours() * (1 + f.site.Limits.AuxShare)
		}
	}
	if some {
		f.Problem.Groups = append(f.Problem.Groups, g)
	}
}

// limits are the groups that can bind.
func (f *Frame) limits(st *site.State, floors []unit.MW, mean []unit.USDPerMWh) {
	l := &f.site.Limits
	whole := optimize.Group{Name: limitSite}
	f.around(&whole, st, func(*site.Class) bool { return true })
	bound := f.cap(&whole, f.site.MachineMW(l.SiteMW))
	share := 1 + l.AuxShare
	bound = f.ramp(&whole, float64(l.RampUpMW)/share, float64(l.RampDown)/share) || bound
	bound = f.floor(&whole, floors) || bound
	if bound {
		f.Problem.Groups = append(f.Problem.Groups, whole)
	}
	for k := range l.Feeders {
		feeder := optimize.Group{Name: limitFeeder + l.Feeders[k].ID}
		f.around(&feeder, st, func(c *site.Class) bool { return c.Feeder == l.Feeders[k].ID })
		if f.cap(&feeder, l.Feeders[k].LimitMW) {
			f.Problem.Groups = append(f.Problem.Groups, feeder)
		}
	}
	for i := range f.site.Classes {
		c := &f.site.Classes[i]
		own := optimize.Group{Name: "class " + c.ID}
		f.around(&own, st, func(d *site.Class) bool { return d == c })
		if f.ramp(&own, float64(c.RampMW), float64(c.RampMW)) {
			f.Problem.Groups = append(f.Problem.Groups, own)
		}
	}
	f.block(mean)
}

// around makes a group of the classes that belong to it.
func (f *Frame) around(g *optimize.Group, st *site.State, belongs func(c *site.Class) bool) {
	g.Members = []int{}
	for i := range f.site.Classes {
		c := &f.site.Classes[i]
		if belongs(c) {
			g.Members = append(g.Members, i)
			g.Before += float64(c.DrawMW(currentMW(st, i, c.ID)))
		}
	}
}

// reach is the most and the least that a group can draw.
func (f *Frame) reach(g *optimize.Group) (least, most float64) {
	for _, i := range g.Members {
		least += float64(f.site.Classes[i].AsleepMW())
		most += float64(f.site.Classes[i].MaxMW())
	}
	return least, most
}

// cap bounds a group's sum where it can reach that far.
func (f *Frame) cap(g *optimize.Group, mw unit.MW) bool {
	least, most := f.reach(g)
	if mw <= 0 || float64(mw) >= most*(1-1e-12) {
		return false
	}
	g.Most = repeated(max(float64(mw), least), len(f.steps))
	return true
}

// floor holds a group's sum up where reserve was awarded.
func (f *Frame) floor(g *optimize.Group, floors []unit.MW) bool {
	least, most := f.reach(g)
	if g.Most != nil {
		most = min(most, g.Most[0])
	}
	for t, floor := range floors {
		if float64(floor) <= least {
			continue
		}
		if g.Least == nil {
			g.Least = repeated(math.Inf(-1), len(f.steps))
		}
		g.Least[t] = min(float64(floor), most)
	}
	return g.Least != nil
}

// ramp bounds the changes of a group's sum, MW a minute, where a step is too
// short for all of it. 0 is no limit.
func (f *Frame) ramp(g *optimize.Group, up, down float64) bool {
	least, most := f.reach(g)
	bound := func(perMinute float64) []float64 {
		if !(perMinute > 0) || perMinute*f.base.Minutes() >= most-least {
			return nil
		}
		out := make([]float64, len(f.steps))
		for t, step := range f.steps {
			out[t] = perMinute * step.Length.Minutes()
		}
		return out
	}
	g.Rise, g.Fall = bound(up), bound(down)
	return g.Rise != nil || g.Fall != nil
}

// block makes energy beyond a block that is not resold dearer than inside it.
// Where the market is cheaper than the inside of a block nothing is bound: a block
// is used first.
func (f *Frame) block(mean []unit.USDPerMWh) {
	mw, ok := f.site.BlockMachineMW()
	if !ok {
		return
	}
	g := optimize.Group{Name: limitBlock, Most: repeated(float64(mw), len(f.steps)), Excess: make([]float64, len(f.steps))}
	for t, step := range f.steps {
		dearer := f.site.MarginalEnergyAbove(mean[t]) - f.site.MarginalEnergy(mean[t])
		g.Excess[t] = max(0, float64(dearer)) * step.Length.Hours()
	}
	f.Problem.Groups = append(f.Problem.Groups, g)
}

func repeated(v float64, n int) []float64 {
	out := make([]float64, n)
	for i := range out {
		out[i] = v
	}
	return out
}

// Taper cuts time from an interval on: steps of its own length for the first two
// hours, of at least a quarter of an hour until the twelfth, of an hour beyond,
// each beginning where a clock has it. fine makes all of them as short as the
// first.
func Taper(first unit.Interval, horizon time.Duration, fine bool) []unit.Interval {
	end := first.Start.Add(horizon)
	var steps []unit.Interval
	for at := first.Start; at.Before(end); {
		length := first.Length
		ahead := at.Sub(first.Start)
		for _, coarse := range [...]struct{ after, length time.Duration }{{2 * time.Hour, unit.Settlement}, {12 * time.Hour, time.Hour}} {
			if !fine && ahead >= coarse.after && at.Equal(at.Truncate(coarse.length)) {
				length = max(length, coarse.length)
			}
		}
		steps = append(steps, unit.Interval{Start: at, Length: length})
		at = at.Add(length)
	}
	return steps
}
