package contingency

import (
	"errors"
	"fmt"
	"math"
	"math/cmplx"
	"sync"
	"sync/atomic"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
	"github.com/pouw-dem/pouwdem/internal/core/grid/powerflow"
)

// ErrInterrupted is a study that was told to stop.
var ErrInterrupted = errors.New("contingency study interrupted")

// Options of a study; the zero value answers every outage to 1e-8 p.u. on one
// worker, by the fast path where it holds and by Newton's method elsewhere.
type Options struct {
	Tolerance  float64 // largest mismatch, p.u.; 0: 1e-8
	Iterations int     // of Newton's method from the base solution; 0: 15

	// Exact answers every outage by Newton's method from the base solution.
	Exact bool
	// Rescue tries the case's, the direct-current and the flat start where
	// Newton's method fails from the base solution.
	Rescue bool
	// Islands also solves what stays connected to a reference after an outage
	// that islands. The status remains Islanded.
	Islands bool
	// Flow, where set, compiles and solves every outage anew with these
	// options of the power flow: reactive limits, a shared slack. It takes ten
	// times as long and more.
	Flow *powerflow.Options

	Violations int  // keep the worst so many of each outage
	Voltages   bool // keep the voltages of each outage

	Workers   int         // at once; 0: one
	Portable  bool        // no vector unit, for comparison
	Interrupt func() bool // asked before each outage, by every worker; nil never stops
}

func (o Options) tolerance() float64 {
	if o.Tolerance > 0 {
		return o.Tolerance
	}
	return 1e-8
}

func (o Options) iterations() int {
	if o.Iterations > 0 {
		return o.Iterations
	}
	return 15
}

// chordIterations is the number of chord steps after which a lane gives up.
// Four or five steps cost what one of Newton's does.
const chordIterations = 40

func (o Options) kernels() kernels {
	if o.Portable {
		return portable{}
	}
	return fastest()
}

// Study answers lists of outages of one network. What depends on the pattern
// alone is found once, in New, and serves every list and every moment of a
// series. A Study is for one goroutine, and starts its own workers.
type Study struct {
	net    *grid.Network
	frame  *frame
	finder *lossFinder
	solver *powerflow.Solver
	newton *newton
}

// New analyses a network.
func New(net *grid.Network) *Study {
	s := &Study{net: net, frame: newFrame(net), solver: powerflow.New(net)}
	s.finder = newLossFinder(s.frame)
	s.newton = newNewton(s.frame)
	return s
}

// Bridges of the network.
func (s *Study) Bridges() *Bridges { return s.finder.bridges }

// Run solves the base case up the power flow's ladder and then each outage
// from there. The error wraps powerflow.ErrNoSolution or ErrBase where there
// is no base, ErrOutage for a list that does not fit the case.
func (s *Study) Run(list []Outage, opt Options) (*Report, error) {
	r, err := s.at(list, opt, powerflow.Moment{}, nil)
	if err != nil {
		return nil, err
	}
	return r.out, nil
}

// Series runs the list at each moment of a time series, warm from the moment
// before, and hands each report or error to done; false from there ends it.
func (s *Study) Series(list []Outage, moments []powerflow.Moment, opt Options, done func(at int, r *Report, err error) bool) {
	var last *powerflow.Result
	for k, moment := range moments {
		var report *Report
		r, err := s.at(list, opt, moment, last)
		if err == nil {
			report, last = r.out, r.found
		}
		if !done(k, report, err) {
			return
		}
	}
}

// at solves the base case of a moment, from the voltages of an earlier one
// where there is one, and runs the list from there.
func (s *Study) at(list []Outage, opt Options, moment powerflow.Moment, last *powerflow.Result) (*run, error) {
	for _, o := range list {
		if err := o.check(s.net.Case); err != nil {
			return nil, err
		}
	}
	flow := powerflow.Options{Pd: moment.Pd, Qd: moment.Qd, Pg: moment.Pg}
	if opt.Flow != nil {
		flow = *opt.Flow
		flow.Pd, flow.Qd, flow.Pg = moment.Pd, moment.Qd, moment.Pg
	}
	if last != nil {
		flow.Vm, flow.Va = last.Vm, last.Va
	}
	found, err := s.solver.Solve(flow)
	if err != nil {
		return nil, fmt.Errorf("base case %s: %w", s.net.Case.Name, err)
	}
	r := &run{Study: s, list: list, opt: opt, moment: moment, found: found}
	if opt.Flow != nil || s.depends() {
		return r, r.allAnew()
	}
	return r, r.fast()
}

// depends reports whether demand depends on the voltage, which the fast path
// does not model.
func (s *Study) depends() bool {
	for i := range s.net.Bus.ZipP {
		if s.net.Bus.ZipP[i] != 0 || s.net.Bus.ZipI[i] != 0 {
			return true
		}
	}
	return false
}

// run is one list at one moment.
type run struct {
	*Study
	list   []Outage
	opt    Options
	moment powerflow.Moment
	found  *powerflow.Result
	base   *base
	losses []loss
	out    *Report
	next   atomic.Int64
	halted atomic.Bool
}

// fast answers most outages in lanes, the rest by Newton's method, and anew
// what needs the network compiled again.
func (r *run) fast() error {
	v := make([]complex128, r.net.N())
	for i := range v {
		v[i] = cmplx.Rect(r.found.Vm[i], r.found.Va[i])
	}
	p, q := r.schedule()
	base, err := newBase(r.frame, r.newton, v, p, q)
	if err != nil {
		return fmt.Errorf("%s: %w", r.net.Case.Name, err)
	}
	r.base = base
	r.begin()
	r.out.Base = r.summarizeBase()
	r.spread(func() { r.work() })
	return r.finish()
}

// allAnew answers every outage by the power flow.
func (r *run) allAnew() error {
	r.begin()
	r.out.Base = r.fromFlow(r.found)
	r.out.Base.Outage = -1
	r.spread(func() {
		for i := r.claim(); i >= 0; i = r.claim() {
			r.slow(i, true)
		}
	})
	return r.finish()
}

func (r *run) begin() {
	r.losses = make([]loss, len(r.list))
	pg := r.moment.Pg
	if pg == nil {
		pg = r.net.Gen.Pg
	}
	for i, o := range r.list {
		r.losses[i] = r.finder.find(o, pg, r.net.Gen.Qg)
	}
	r.out = &Report{Results: make([]Result, len(r.list))}
}

func (r *run) spread(work func()) {
	var wait sync.WaitGroup
	for range max(r.opt.Workers, 1) - 1 {
		wait.Go(work)
	}
	work()
	wait.Wait()
}

func (r *run) finish() error {
	if r.halted.Load() {
		return ErrInterrupted
	}
	return nil
}

// claim takes the next outage of the list; -1 is the end.
func (r *run) claim() int {
	if r.halted.Load() {
		return -1
	}
	if r.opt.Interrupt != nil && r.opt.Interrupt() {
		r.halted.Store(true)
		return -1
	}
	if i := int(r.next.Add(1)) - 1; i < len(r.list) {
		return i
	}
	return -1
}

// schedule is the net injection at each bus.
func (r *run) schedule() (p, q []float64) {
	p, q = r.net.Injection(r.moment.Pg, nil)
	for i := range p {
		if r.moment.Pd != nil {
			p[i] += r.net.Bus.Pd[i] - r.moment.Pd[i]
		}
		if r.moment.Qd != nil {
			q[i] += r.net.Bus.Qd[i] - r.moment.Qd[i]
		}
	}
	return p, q
}

func (r *run) summarizeBase() Result {
	var one [1]Result
	s := newSummary(r.base, r.opt.kernels(), summaryOptions{r.opt.Violations, r.opt.Voltages}, one[:])
	s.takeBuses(r.newton.v, Result{Method: Newton, Iterations: r.found.Iterations, MaxMismatch: r.newton.mismatch()}, &loss{})
	s.flush()
	one[0].Outage = -1
	return one[0]
}

// work is one worker's share of the list.
func (r *run) work() {
	opt := r.opt
	s := newSummary(r.base, opt.kernels(), summaryOptions{opt.Violations, opt.Voltages}, r.out.Results)
	n := newNewton(r.frame)
	next := func() (int, *loss) {
		for i := r.claim(); i >= 0; i = r.claim() {
			if l := &r.losses[i]; !l.general && len(l.cut) == 0 {
				return i, l
			}
			r.slow(i, false)
		}
		return -1, nil
	}
	if opt.Exact {
		for i, l := next(); l != nil; i, l = next() {
			r.exactly(n, s, i, l)
		}
		s.flush()
		return
	}
	w := newLanes(r.base, opt.kernels(), laneOptions{opt.tolerance(), chordIterations})
	w.run(next, func(lane int, at *slot, mismatch float64, converged bool) {
		if converged {
			s.takeLane(w.v, lane, Result{Outage: at.job, Method: Chord, Iterations: at.iterations, MaxMismatch: mismatch}, at.loss)
			return
		}
		r.exactly(n, s, at.job, at.loss)
	})
	s.flush()
}

// exactly answers an outage by Newton's method from the base solution.
func (r *run) exactly(n *newton, s *summary, i int, l *loss) {
	n.start(r.base)
	n.remove(l)
	iterations, left, ok := n.solve(r.opt.tolerance(), r.opt.iterations())
	n.restore(l)
	if ok {
		s.takeBuses(n.v, Result{Outage: i, Method: Newton, Iterations: iterations, MaxMismatch: left}, l)
		return
	}
	r.out.Results[i] = r.rescue(i, Result{Outage: i, Status: Diverged, Method: Newton, Iterations: iterations, MaxMismatch: left})
}

// rescue tries the other starts where that was asked for.
func (r *run) rescue(i int, failed Result) Result {
	failed.MinVmBus, failed.MaxVmBus, failed.MaxFlowBranch, failed.MaxLoadingBranch = -1, -1, -1, -1
	if !r.opt.Rescue {
		return failed
	}
	failed.Status = NoSolutionFound
	opt := powerflow.Options{Tolerance: r.opt.tolerance(), Iterations: 2 * r.opt.iterations()}
	if found, ok := r.anew(i, opt); ok {
		found.Method = Rescue
		return found
	}
	failed.Method = Rescue
	return failed
}

// slow answers what the fast path does not: outages that island, that need the
// network compiled anew, or all of them where flow options were given.
func (r *run) slow(i int, always bool) {
	l := &r.losses[i]
	out := Result{Outage: i, Status: Diverged, Method: Anew, MaxMismatch: math.NaN()}
	out.MinVmBus, out.MaxVmBus, out.MaxFlowBranch, out.MaxLoadingBranch = -1, -1, -1, -1
	switch {
	case len(l.cut) > 0:
		out.Status = Islanded
		if r.opt.Islands {
			if found, ok := r.anew(i, r.warm()); ok {
				out = found
				out.Status = Islanded
			}
		}
		out.CutOffBuses = len(l.cut)
		out.CutOffMW = r.demand(l.cut)
	case l.general || always:
		found, ok := r.anew(i, r.warm())
		if ok {
			out = found
			break
		}
		out = r.rescue(i, out)
	}
	r.out.Results[i] = out
}

func (r *run) demand(buses []int) float64 {
	pd := r.moment.Pd
	if pd == nil {
		pd = r.net.Bus.Pd
	}
	sum := 0.0
	for _, i := range buses {
		sum += pd[i]
	}
	return sum * r.net.BaseMVA
}
