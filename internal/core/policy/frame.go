package policy

import (
	"math"
	"slices"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/optimize"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Frame is a site's classes as assets that are scheduled over coming intervals
// under the limits that they share: everything but the price of energy.
type Frame struct {
	// Problem has no rewards; see [Frame.Rewards].
	Problem optimize.Problem

	site    *site.Site
	steps   []unit.Interval
	base    time.Duration
	points  [][]unit.MW // by class, then point
	revenue [][]float64 // by class: dollars by step, then point, before energy
}

// maxFramePoints bounds the points of a class.
const maxFramePoints = 12

// NewFrame lays a site out over steps, which follow each other and begin with
// the snapshot's interval. Revenues are those of the snapshot's prices of hashes
// and GPUs, which hardly move within days. mean is the price of energy that is
// expected of each step: it is what a block that is not resold is weighed at. sold is
// the reserve sold day ahead by step; nil: none.
func NewFrame(in Input, steps []unit.Interval, mean []unit.USDPerMWh, sold []Sold) *Frame {
	f := &Frame{site: in.Site, steps: steps, base: steps[0].Length}
	m := Moment{Hashprice: unit.USDPerPHDay(in.Snapshot.Network.Hashprice.Value)}
	for _, g := range in.Snapshot.GPU {
		m.GPU = append(m.GPU, site.GPUPrice{Model: g.Key, USD: g.Value})
	}
	floors, held := f.floors(in.Orders), f.held(sold)
	for i := range in.Site.Classes {
		c := &in.Site.Classes[i]
		f.points = append(f.points, f.pointsOf(i, slices.Concat(held, floors)))
		f.Problem.Chains = append(f.Problem.Chains, f.chain(i, stateOf(in.State, i, c.ID)))
		f.Problem.Draw = append(f.Problem.Draw, f.draws(i))
		f.revenue = append(f.revenue, f.revenues(i, m))
	}
	f.limits(in.State, floors, mean)
	f.buyBack(held, sold)
	return f
}

// steps of the base length that a time takes.
func (f *Frame) count(d time.Duration) int { return int((d + f.base - 1) / f.base) }

// pointsOf are the powers that a class chooses among: where its revenue bends,
// and where it alone meets a limit that the others leave.
func (f *Frame) pointsOf(i int, floors []unit.MW) []unit.MW {
	c := &f.site.Classes[i]
	list := []unit.MW{0}
	add := func(mw unit.MW) {
		if len(list) < maxFramePoints && c.On(mw) && mw <= c.MaxMW() {
			list = append(list, mw)
		}
	}
	for _, bend := range bends(c) {
		add(unit.MW(bend))
	}
	var most, least unit.MW // of the others
	for j := range f.site.Classes {
		if j != i {
			most += f.site.Classes[j].MaxMW()
			least += f.site.Classes[j].AsleepMW()
		}
	}
	add(f.site.MachineMW(f.site.Limits.SiteMW) - most)
	add(f.site.MachineMW(f.site.Limits.SiteMW) - least)
	if block, ok := f.site.BlockMachineMW(); ok {
		add(block - most)
		add(block - least)
	}
	for _, floor := range floors {
		if floor > 0 {
			add(floor - least)
			add(floor - most)
		}
	}
	slices.Sort(list)
	return slices.CompactFunc(list, func(a, b unit.MW) bool { return math.Abs(float64(a-b)) < 1e-9 })
}

func (f *Frame) chain(i int, was *site.ClassState) *optimize.Chain {
	c, k := &f.site.Classes[i], len(f.points[i])
	free := math.Inf(1)
	p := &optimize.Chain{
		Points: k, MinUp: f.count(c.MinUp), MinDown: f.count(c.MinDown), Starts: c.StartsPerDay,
		Change: changes(c, f.points[i], free, free), Gap: make([]int, len(f.steps)), DayEnds: make([]bool, len(f.steps)),
	}
	for p.Lowest < k-1 && f.points[i][p.Lowest] < c.SoldMW()*(1-1e-12) {
		p.Lowest++
	}
	for t, step := range f.steps {
		p.Gap[t] = f.count(step.Length)
		p.DayEnds[t] = unit.DayOf(step.End()) != unit.DayOf(step.Start)
	}
	if was == nil {
		p.FromSteps = p.MinDown
		return p
	}
	if was.On {
		p.FromPoint = nearest(f.points[i], was.MW)
	}
	p.FromSteps = max(0, int(f.steps[0].Start.Sub(was.Since)/f.base))
	if was.Day == unit.DayOf(f.steps[0].Start) {
		p.FromUsed = was.Starts
	}
	return p
}

// nearest is the point other than off that is nearest to a power.
func nearest(points []unit.MW, mw unit.MW) int {
	best := 1
	for q := 1; q < len(points); q++ {
		if math.Abs(float64(points[q]-mw)) < math.Abs(float64(points[best]-mw)) {
			best = q
		}
	}
	return min(best, len(points)-1)
}

func (f *Frame) draws(i int) []float64 {
	out := make([]float64, len(f.points[i]))
	for q, mw := range f.points[i] {
		out[q] = float64(f.site.Classes[i].DrawMW(mw))
	}
	return out
}

func (f *Frame) revenues(i int, m Moment) []float64 {
	out := make([]float64, 0, len(f.steps)*len(f.points[i]))
	for _, step := range f.steps {
		m.Interval = step
		for _, mw := range f.points[i] {
			out = append(out, revenue(&f.site.Classes[i], mw, &m))
		}
	}
	return out
}

// Rewards are what every class earns by step and point when energy settles at
// the given prices by step, and a MWh of machines costs so much more beside it.
func (f *Frame) Rewards(spp []unit.USDPerMWh, beside []unit.USDPerMWh) [][]float64 {
	out := make([][]float64, len(f.points))
	for i := range out {
		k, asleep := len(f.points[i]), float64(f.site.Classes[i].AsleepMW())
		out[i] = slices.Clone(f.revenue[i])
		for t, step := range f.steps {
			price := float64(f.site.MarginalEnergy(spp[t]))
			if beside != nil {
				price += float64(beside[t])
			}
			for q, draw := range f.Problem.Draw[i] {
				out[i][t*k+q] -= float64(price * (draw - asleep) * step.Length.Hours())
			}
		}
	}
	return out
}

// Plan is the plan in which every class goes to its point.
func (f *Frame) Plan(points []uint8) site.Plan {
	plan := site.Plan{Allocations: make([]site.Allocation, 0, len(points))}
	for i, q := range points {
		plan.Allocations = fill(plan.Allocations, &f.site.Classes[i], f.points[i][q])
	}
	return plan
}

// MW is a class's power at a point.
func (f *Frame) MW(class int, point uint8) unit.MW { return f.points[class][point] }

// PerMeterMWh turns a price of a group's limits in the first step, dollars per MW
// of machines, into dollars per MWh at the meter.
func (f *Frame) PerMeterMWh(price float64) unit.USDPerMWh {
	return unit.USDPerMWh(price / f.steps[0].Length.Hours() / (1 + f.site.Limits.AuxShare))
}
