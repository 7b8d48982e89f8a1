package policy

import (
	"fmt"
	"math"
	"slices"
	"sort"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/optimize"
	"github.com/pouw-dem/pouwdem/internal/core/settle"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Moment is one interval with the prices that it will settle at.
type Moment struct {
	Interval  unit.Interval
	SPP       unit.USDPerMWh // settlement point price; not looked at under a tariff
	Hashprice unit.USDPerPHDay
	GPU       []site.GPUPrice
	// Reserve is what a MW at the meter earns an hour, held ready to be dropped;
	// sold inference is not.
	Reserve unit.USDPerMW
	// Peak is what a MW at the meter costs in it, $: a transmission charge.
	Peak float64
}

// Foresight is a future known in full: what the oracle plans with.
type Foresight struct {
	Site    *site.Site
	State   *site.State // before the first moment
	Moments []Moment    // in time order; gaps are allowed
}

// Schedule is the plan of the oracle: perfect foresight, found by exact dynamic
// programming for each class. It scores other policies, and never decides.
//
// A class chooses among its levels (or the boundaries of its inference tiers)
// under its minimum times, daily starts, start cost and ramp. Classes are planned
// one after the other, the one that earns most per MWh first, and each takes what
// the limits of site and feeders leave to it. Where such a limit binds they are
// planned together as well, by prices on the limit, and the better of the two
// stands; Notes says how far from the optimum it can be at most. Where nothing
// couples classes the schedule is the optimum.
type Schedule struct {
	Notes []string

	site    *site.Site
	starts  []int64 // of the moments, Unix seconds
	classes []scheduled
}

// scheduled is the path of one class, in the order of the site's classes.
type scheduled struct {
	points []unit.MW
	path   []uint8
	room   []unit.MW // by moment: what was left to it; nil where nothing bound it
}

// Oracle plans a known future.
func Oracle(f Foresight) *Schedule {
	s := &Schedule{site: f.Site, classes: make([]scheduled, len(f.Site.Classes))}
	s.starts = make([]int64, len(f.Moments))
	for t := range f.Moments {
		s.starts[t] = f.Moments[t].Interval.Start.Unix()
	}
	if len(f.Moments) == 0 {
		return s
	}
	o := newOracle(f)
	for _, i := range o.byMerit() {
		s.classes[i] = o.plan(i)
	}
	o.together(s)
	s.Notes = o.notes
	return s
}

// Name is "oracle".
func (s *Schedule) Name() string { return "oracle" }

// Propose is the plan of the snapshot's interval. An interval that was not
// foreseen keeps every class where it is.
func (s *Schedule) Propose(in Input) Proposal {
	p := Proposal{Policy: s.Name()}
	t := sort.Search(len(s.starts), func(i int) bool { return s.starts[i] >= in.Snapshot.Interval.Start.Unix() })
	foreseen := t < len(s.starts) && s.starts[t] == in.Snapshot.Interval.Start.Unix()
	p.Plan.Allocations = make([]site.Allocation, 0, len(s.classes))
	for i := range s.classes {
		mw := in.State.Classes[i].MW
		if foreseen {
			mw = s.classes[i].at(t)
		}
		p.Plan.Allocations = fill(p.Plan.Allocations, &s.site.Classes[i], mw)
	}
	if in.Explain {
		text := "perfect foresight: the best plan for prices that were not known"
		if !foreseen {
			text = "no price was foreseen for this interval: classes stay where they are"
		}
		p.Reasons = []Reason{{Rule: "oracle", Text: text}}
	}
	return p
}

// MW is the power planned for a class, by its position in the site, at a moment.
func (s *Schedule) MW(class, moment int) unit.MW { return s.classes[class].at(moment) }

func (s *scheduled) at(t int) unit.MW {
	mw := s.points[s.path[t]]
	if s.room != nil {
		mw = min(mw, s.room[t])
	}
	return mw
}

// fill appends the allocations that put so much power of a class to its use:
// hashing, or inference tiers in the order in which they are served.
func fill(to []site.Allocation, c *site.Class, mw unit.MW) []site.Allocation {
	if !c.On(mw) {
		return to
	}
	if c.Mines() {
		return append(to, site.Allocation{Class: c.ID, Use: site.Mine, MW: mw})
	}
	for _, tier := range served(c) {
		part := min(mw, tier.MaxMW)
		if part > 0 {
			to = append(to, site.Allocation{Class: c.ID, Use: site.Infer, Tier: tier.Name, MW: part})
			mw -= part
		}
	}
	return to
}

// served are a class's tiers in the order in which they are served: sold ones
// first, then as listed.
func served(c *site.Class) []*site.Tier {
	order := make([]*site.Tier, 0, len(c.Tiers))
	for _, sold := range [...]bool{true, false} {
		for i := range c.Tiers {
			if c.Tiers[i].Sold == sold {
				order = append(order, &c.Tiers[i])
			}
		}
	}
	return order
}

// oracle plans class after class; load is what those already planned draw.
type oracle struct {
	Foresight
	step    time.Duration
	load    []unit.MW            // by moment, machines, sleep power of classes to come included
	feeders map[string][]unit.MW // the same by feeder
	binds   bool                 // a limit of site or feeder
	notes   []string
}

func newOracle(f Foresight) *oracle {
	o := &oracle{Foresight: f, step: f.Moments[0].Interval.Length, feeders: make(map[string][]unit.MW)}
	for t := range f.Moments {
		o.step = min(o.step, f.Moments[t].Interval.Length)
	}
	o.load = make([]unit.MW, len(f.Moments))
	for i := range f.Site.Limits.Feeders {
		o.feeders[f.Site.Limits.Feeders[i].ID] = make([]unit.MW, len(f.Moments))
	}
	for i := range f.Site.Classes {
		o.draw(&f.Site.Classes[i], func(int) unit.MW { return f.Site.Classes[i].AsleepMW() })
	}
	o.noteCoupling()
	return o
}

// draw adds a class's load at every moment.
func (o *oracle) draw(c *site.Class, mw func(t int) unit.MW) {
	feeder := o.feeders[c.Feeder]
	for t := range o.load {
		load := mw(t)
		o.load[t] += load
		if feeder != nil {
			feeder[t] += load
		}
	}
}

func (o *oracle) note(format string, args ...any) {
	o.notes = append(o.notes, "oracle: "+fmt.Sprintf(format, args...))
}

// noteCoupling says what ties classes together beyond the limits that the
// order of planning respects.
func (o *oracle) noteCoupling() {
	if len(o.Site.Classes) < 2 {
		return
	}
	if l := o.Site.Limits; l.RampUpMW > 0 || l.RampDown > 0 {
		o.note("the site's ramp limit couples classes and was left to Guard; the schedule may not be the optimum")
	}
	if o.Site.Contract.Kind == site.Block && !o.Site.Contract.Resale {
		o.note("a block without resale makes the price of energy depend on all classes together; they were planned in order of merit, which may not be the optimum")
	}
}

// byMerit are the positions of the classes, the one that earns most per MWh on
// average first.
func (o *oracle) byMerit() []int {
	order := make([]int, len(o.Site.Classes))
	merit := make([]float64, len(order))
	for i := range order {
		order[i] = i
		c := &o.Site.Classes[i]
		if !(c.MaxMW() > 0) {
			continue
		}
		for t := range o.Moments {
			merit[i] += revenue(c, c.MaxMW(), &o.Moments[t]) / float64(c.MaxMW()) / o.Moments[t].Interval.Length.Hours()
		}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case merit[a] > merit[b]:
			return -1
		case merit[a] < merit[b]:
			return 1
		}
		return 0
	})
	return order
}

// revenue is what a class earns in an interval at a power, net of fees, before
// energy, in dollars.
func revenue(c *site.Class, mw unit.MW, m *Moment) float64 {
	hours := m.Interval.Length.Hours()
	if c.Mines() {
		return settle.MiningUSD(c.HashrateAt(mw), m.Hashprice, hours) * (1 - c.PoolFee)
	}
	perHour := 0.0
	for _, g := range m.GPU {
		if g.Model == c.Model {
			perHour = g.USD
		}
	}
	var sum float64
	for _, tier := range served(c) {
		part := min(mw, tier.MaxMW)
		sum += float64(c.TierRevenue(tier, perHour)) * float64(part) * hours
		mw -= part
	}
	return sum
}

// plan finds the path of one class in what the classes before it have left.
func (o *oracle) plan(i int) scheduled {
	c := &o.Site.Classes[i]
	out := scheduled{room: o.room(c)}
	up, down := o.ramps(c)
	out.points = points(c, up, down)
	if len(out.points) > maxPoints {
		o.note("class %s: the ramp limit is too fine to be followed and was left to Guard", c.ID)
		up, down = math.Inf(1), math.Inf(1)
		out.points = points(c, up, down)
	}
	if out.room != nil {
		o.binds = true
	}
	problem, reward := o.chain(c, &out, up, down)
	o.begin(problem, i, out.points)
	out.path, _ = optimize.NewSolver(problem).Solve(reward, nil)
	o.draw(c, func(t int) unit.MW { return c.DrawMW(out.at(t)) - c.AsleepMW() })
	return out
}

// room is what limits leave to a class at every moment; nil where it never
// binds.
func (o *oracle) room(c *site.Class) []unit.MW {
	most := o.Site.MachineMW(o.Site.Limits.SiteMW)
	feeder, onFeeder := o.feeders[c.Feeder]
	var feederMW unit.MW
	for _, f := range o.Site.Limits.Feeders {
		if f.ID == c.Feeder {
			feederMW = f.LimitMW
		}
	}
	room, binds := make([]unit.MW, len(o.load)), false
	for t := range room {
		room[t] = most - o.load[t] + c.AsleepMW()
		if onFeeder {
			room[t] = min(room[t], feederMW-feeder[t]+c.AsleepMW())
		}
		room[t] = max(room[t], 0)
		binds = binds || room[t] < c.MaxMW()*(1-1e-12)
	}
	if !binds {
		return nil
	}
	return room
}

// ramps is by how many MW a class may rise and fall from one interval to the
// next. The site's ramp is a sole class's own.
func (o *oracle) ramps(c *site.Class) (up, down float64) {
	minutes := o.step.Minutes()
	up, down = math.Inf(1), math.Inf(1)
	if c.RampMW > 0 {
		up, down = float64(c.RampMW)*minutes, float64(c.RampMW)*minutes
	}
	if len(o.Site.Classes) > 1 {
		return up, down
	}
	share := 1 + o.Site.Limits.AuxShare
	if r := float64(o.Site.Limits.RampUpMW); r > 0 {
		up = min(up, r*minutes/share)
	}
	if r := float64(o.Site.Limits.RampDown); r > 0 {
		down = min(down, r*minutes/share)
	}
	return up, down
}

// maxPoints bounds the points of a class that ramps force upon it.
const maxPoints = 24

// points are the powers a class chooses among, ascending, the first being off:
// where its revenue bends, and, under ramps that take more than an interval,
// what can be reached from there.
func points(c *site.Class, up, down float64) []unit.MW {
	list := []unit.MW{0}
	asleep, top := float64(c.AsleepMW()), float64(c.MaxMW())
	add := func(mw float64) {
		if mw > asleep && mw <= top*(1+1e-12) {
			list = append(list, unit.MW(min(mw, top)))
		}
	}
	for _, bend := range bends(c) {
		add(bend)
		for mw := bend - down; mw > asleep && len(list) <= maxPoints; mw -= down {
			add(mw)
		}
		for mw := bend + up; mw < top && len(list) <= maxPoints; mw += up {
			add(mw)
		}
	}
	for mw := asleep + up; mw < top && len(list) <= maxPoints; mw += up {
		add(mw)
	}
	slices.Sort(list)
	return slices.CompactFunc(list, func(a, b unit.MW) bool { return math.Abs(float64(a-b)) < 1e-9 })
}

// bends are the powers at which a class's revenue changes slope.
func bends(c *site.Class) []float64 {
	var list []float64
	if c.Mines() {
		for _, step := range c.Steps() {
			list = append(list, float64(step.ToMW))
		}
		return list
	}
	var sum unit.MW
	for _, tier := range served(c) {
		sum = min(sum+tier.MaxMW, c.MaxMW())
		list = append(list, float64(sum))
	}
	return list
}

// chain is the class's problem in the form that is solved.
func (o *oracle) chain(c *site.Class, s *scheduled, up, down float64) (*optimize.Chain, []float64) {
	n, k := len(o.Moments), len(s.points)
	reward := make([]float64, n*k)
	p := &optimize.Chain{
		Points: k, MinUp: o.steps(c.MinUp), MinDown: o.steps(c.MinDown), Starts: c.StartsPerDay,
		Change: changes(c, s.points, up, down), Gap: make([]int, n), DayEnds: make([]bool, n),
	}
	for p.Lowest < k-1 && s.points[p.Lowest] < c.SoldMW()*(1-1e-12) {
		p.Lowest++
	}
	for t := range o.Moments {
		m := &o.Moments[t]
		for q, mw := range s.points {
			if s.room != nil {
				mw = min(mw, s.room[t])
			}
			reward[t*k+q] = revenue(c, mw, m) - o.energy(t, c.DrawMW(mw)-c.AsleepMW()) + o.beside(c, mw, m)
		}
		p.Gap[t] = 1
		if t+1 < n {
			p.Gap[t] = max(1, int(o.Moments[t+1].Interval.Start.Sub(m.Interval.Start)/o.step))
			p.DayEnds[t] = unit.DayOf(o.Moments[t+1].Interval.Start) != unit.DayOf(m.Interval.Start)
		}
	}
	return p, reward
}

// beside is what a class's power earns as reserve, less what it costs in a peak.
func (o *oracle) beside(c *site.Class, mw unit.MW, m *Moment) float64 {
	draw, share := float64(c.DrawMW(mw)), 1+o.Site.Limits.AuxShare
	held := max(0, draw-float64(max(c.AsleepMW(), c.SoldMW()))) * share
	return held*float64(m.Reserve)*m.Interval.Length.Hours() - (draw-float64(c.AsleepMW()))*share*m.Peak
}

// energy is what so much more load costs at moment t, in dollars.
func (o *oracle) energy(t int, more unit.MW) float64 {
	m := &o.Moments[t]
	cost := func(machines unit.MW) float64 {
		return settle.EnergyUSD(o.Site, o.Site.MeterMW(machines).Over(m.Interval.Length), m.Interval.Length, m.SPP)
	}
	return cost(o.load[t]+more) - cost(o.load[t])
}

// steps is how many intervals it takes for a time to pass.
func (o *oracle) steps(d time.Duration) int {
	return int((d + o.step - 1) / o.step)
}

// changes are the costs of going from point to point.
func changes(c *site.Class, points []unit.MW, up, down float64) [][]float64 {
	cost := make([][]float64, len(points))
	for p := range points {
		cost[p] = make([]float64, len(points))
		for q := range points {
			rise := float64(c.DrawMW(points[q]) - c.DrawMW(points[p]))
			cost[p][q] = StartUSD(c, points[p], points[q])
			if rise > up*(1+1e-9) || -rise > down*(1+1e-9) {
				cost[p][q] = math.Inf(1)
			}
		}
	}
	return cost
}

// begin sets the condition that the class is in before the first moment: the
// point nearest to its power.
func (o *oracle) begin(p *optimize.Chain, i int, points []unit.MW) {
	was, first := o.State.Classes[i], o.Moments[0].Interval.Start
	if was.On {
		p.FromPoint = 1
		for q := 1; q < len(points); q++ {
			if math.Abs(float64(points[q]-was.MW)) < math.Abs(float64(points[p.FromPoint]-was.MW)) {
				p.FromPoint = q
			}
		}
	}
	p.FromSteps = max(0, int(first.Sub(was.Since)/o.step))
	if was.Day == unit.DayOf(first) {
		p.FromUsed = was.Starts
	}
}
