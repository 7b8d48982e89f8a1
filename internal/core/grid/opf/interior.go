package opf

import (
	"math"
	"slices"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
	"github.com/pouw-dem/pouwdem/internal/core/grid/sparse"
)

// point is an iterate: primal unknowns, multipliers of the balances (per bus P
// and Q), slacks and multipliers of the inequalities.
type point struct {
	va, vm []float64
	u      [][4]float64
	lambda []float64
	z, mu  []float64
}

func (p *problem) newPoint() point {
	n := p.net.N()
	return point{
		va: make([]float64, n), vm: make([]float64, n), u: make([][4]float64, len(p.units)),
		lambda: make([]float64, 2*n), z: make([]float64, p.rows), mu: make([]float64, p.rows),
	}
}

// interior is the primal-dual interior point method. Source: Wang,
// Murillo-Sanchez, Zimmerman and Thomas 2007, "On computational issues of
// market-based optimal power flow"; MATPOWER User's Manual 8.0, appendix A.
type interior struct {
	*problem
	point
	step  point
	kkt   *sparse.QuadLDL
	a     []float64 // blocks of the system
	rhs   []float64 // four per bus
	right []float64 // rhs as assembled
	d     []float64 // the step in the network's unknowns, four per bus
	h     []float64 // inequalities, at most zero where kept
	g     []float64 // balances, two per bus
	grad  [][2]vector
	local []local
	cost  float64
	ratio float64   // where slack times multiplier is to go in this step
	aim   []float64 // the same by row where steps are corrected; nil: ratio for all
	lx    []float64
	lu    [][4]float64
	bent  []matrix

	soft    float64   // what a change of a multiplier is charged
	correct bool      // predict and correct each step
	caution float64   // largest change of an angle in one step, radians; 0: any
	angles  []float64 // to start from; nil: level
}

// local is a generator's own system, eliminated before the network's.
type local struct {
	inverse [16]float64
	right   [4]float64
}

// stage constants of the method.
const (
	toBoundary = 0.99995
	centring   = 0.1
	// leastProduct bounds the complementarity aimed at, in tolerances: below, a
	// problem whose balances are not met yet would have no barrier left.
	leastProduct = 0.1
	// leastCentre bounds how far one corrected step lowers the complementarity.
	leastCentre = 1e-4
)

func newInterior(p *problem) *interior {
	s := evaluator(p)
	s.kkt = sparse.AnalyzeQuads(p.ptr, p.col).NewLDL()
	s.a = make([]float64, 16*len(p.col))
	return s
}

// evaluator is for looking at points, not for finding better ones: it has no
// system to solve.
func evaluator(p *problem) *interior {
	n := p.net.N()
	return &interior{
		problem: p, point: p.newPoint(), step: p.newPoint(),
		rhs: make([]float64, 4*n), right: make([]float64, 4*n), d: make([]float64, 4*n),
		h: make([]float64, p.rows), aim: make([]float64, p.rows), g: make([]float64, 2*n), grad: make([][2]vector, len(p.branch)),
		local: make([]local, len(p.units)), lx: make([]float64, 2*n), lu: make([][4]float64, len(p.units)),
		bent: make([]matrix, len(p.branch)),
	}
}

// begin is at angles and voltages without needless flow, everything else in the
// middle of its limits.
func (s *interior) begin() {
	va := s.angles
	if va == nil {
		va = s.level()
	}
	var vm []float64
	if !s.opt.DC {
		vm = s.smooth()
	}
	for i := range s.va {
		s.va[i] = s.net.Bus.Va[i]
		if !s.fixAngle[i] && va != nil {
			s.va[i] = va[i]
		}
		s.vm[i] = (s.vmin[i] + s.vmax[i]) / 2
		switch {
		case s.opt.DC || s.net.Bus.Kind[i] == grid.Isolated:
			s.vm[i] = 1
		case !s.fixVolt[i] && vm != nil:
			s.vm[i] = vm[i]
		}
	}
	for k := range s.units {
		s.u[k] = s.units[k].start()
	}
	s.evaluate()
	s.soft = proximal
	if s.opt.DC {
		s.soft /= s.barrier()
	}
	if s.correct {
		s.gradients()
		steepest := s.steepest()
		for r := range s.z {
			s.z[r] = max(1, math.Abs(s.h[r]))
			s.mu[r] = steepest / s.z[r]
		}
		return
	}
	s.ratio = s.barrier()
	for r := range s.z {
		s.z[r] = max(1, -s.h[r])
		s.mu[r] = max(1, s.ratio/s.z[r])
	}
}

// steepest is the largest slope of the cost, $/h per p.u., and 1 at least: the
// order of magnitude of the multipliers of a corrected method's first step,
// which need not be near the barrier's path.
func (s *interior) steepest() float64 {
	largest := 1.0
	for k := range s.lu {
		largest = max(largest, math.Abs(s.lu[k][0]))
	}
	return largest
}

// conditions of convergence, each relative as MIPS has them.
type conditions struct{ feasibility, gradient, complementarity, cost float64 }

func (c conditions) largest() float64 {
	return max(c.feasibility, c.gradient, c.complementarity, c.cost)
}

func (s *interior) run() (converged bool, iterations int, last conditions) {
	s.begin()
	tolerance, before := s.opt.tolerance(), s.cost
	s.gradients()
	last = s.conditions(before)
	for iterations = 1; iterations <= s.opt.iterations(); iterations++ {
		if !s.solveStep() {
			return false, iterations, last
		}
		s.advance()
		before = s.cost
		s.evaluate()
		s.gradients()
		last = s.conditions(before)
		if math.IsNaN(last.largest()) {
			return false, iterations, last
		}
		if last.largest() < tolerance {
			return true, iterations, last
		}
	}
	return false, s.opt.iterations(), last
}

// solveStep finds the Newton step; where the system is singular it is tried
// once more with a small weight on every unknown.
func (s *interior) solveStep() bool {
	for _, weight := range []float64{0, 1e-8, 1e-4} {
		s.assemble(weight)
		if s.kkt.Factor(s.a) != nil {
			continue
		}
		s.expand()
		if s.correct && s.finite() {
			s.aimAt()
			s.assemble(weight)
			s.expand()
			clear(s.aim)
		}
		if s.finite() {
			return true
		}
	}
	return false
}

// aimAt sets, by what the step without a barrier would do, where each slack
// times its multiplier is to go: as low as that step promises, less the product
// of both changes, which Newton's method does not see. Source: Mehrotra 1992,
// "On the implementation of a primal-dual interior point method".
func (s *interior) aimAt() {
	primal, dual := s.reach()
	var now, then float64
	for r := range s.z {
		now += s.z[r] * s.mu[r]
		then += (s.z[r] + primal*s.step.z[r]) * (s.mu[r] + dual*s.step.mu[r])
	}
	mean := now / float64(s.rows)
	share := then / now
	centre := min(max(share*share*share, leastCentre), 1) * mean
	for r := range s.aim {
		// Where a step is cut short the product of its changes is not made.
		bend := primal * dual * s.step.z[r] * s.step.mu[r]
		s.aim[r] = centre - min(max(bend, -mean), mean)
	}
}

// reach is how far slacks and multipliers can go along the step and stay
// positive.
func (s *interior) reach() (primal, dual float64) {
	primal, dual = 1, 1
	for r := range s.z {
		if d := s.step.z[r]; d < 0 {
			primal = min(primal, -toBoundary*s.z[r]/d)
		}
		if d := s.step.mu[r]; d < 0 {
			dual = min(dual, -toBoundary*s.mu[r]/d)
		}
	}
	return primal, dual
}

func (s *interior) finite() bool {
	bad := func(v float64) bool { return math.IsNaN(v) || math.IsInf(v, 0) }
	return !slices.ContainsFunc(s.rhs, bad) && !slices.ContainsFunc(s.step.z, bad) && !slices.ContainsFunc(s.step.mu, bad)
}

// advance goes as far along the step as slacks and multipliers stay positive,
// and lowers the barrier.
func (s *interior) advance() {
	primal, dual := s.reach()
	primal = min(primal, s.cautious())
	for i := range s.va {
		s.va[i] += primal * s.step.va[i]
		s.vm[i] += primal * s.step.vm[i]
	}
	for k := range s.u {
		for v := range 4 {
			s.u[k][v] += primal * s.step.u[k][v]
		}
	}
	for i := range s.lambda {
		s.lambda[i] += dual * s.step.lambda[i]
	}
	var product float64
	for r := range s.z {
		s.z[r] += primal * s.step.z[r]
		s.mu[r] += dual * s.step.mu[r]
		product += s.z[r] * s.mu[r]
	}
	if s.correct {
		s.ratio = 0
	} else if s.rows > 0 {
		s.ratio = max(centring*product, leastProduct*s.opt.tolerance()) / float64(s.rows)
	}
}

// cautious is how much of the step is taken at most where the method has
// failed without caution: angles and magnitudes then move little at once, so
// that the balances stay near their tangents.
func (s *interior) cautious() float64 {
	if s.caution == 0 {
		return 1
	}
	primal := 1.0
	for i := range s.va {
		if d := math.Abs(s.step.va[i]); d > s.caution {
			primal = min(primal, s.caution/d)
		}
		if d := math.Abs(s.step.vm[i]); d > s.caution/3 {
			primal = min(primal, s.caution/3/d)
		}
	}
	return primal
}

// conditions at the present iterate.
func (s *interior) conditions(before float64) conditions {
	var c conditions
	size, duals, product, slack := 1.0, 1.0, 0.0, 0.0
	for i := range s.va {
		size = max(size, math.Abs(s.va[i]), math.Abs(s.vm[i]))
	}
	for k := range s.u {
		for v := range 4 {
			size = max(size, math.Abs(s.u[k][v]))
		}
	}
	primal := size
	for r, h := range s.h {
		c.feasibility = max(c.feasibility, h)
		slack = max(slack, math.Abs(h+s.z[r]))
		primal = max(primal, s.z[r])
		duals = max(duals, s.mu[r])
		product += s.z[r] * s.mu[r]
	}
	for _, g := range s.g {
		c.feasibility = max(c.feasibility, math.Abs(g))
	}
	for _, l := range s.lambda {
		duals = max(duals, math.Abs(l))
	}
	for _, l := range s.lx {
		c.gradient = max(c.gradient, math.Abs(l))
	}
	for k := range s.lu {
		for v := range 4 {
			c.gradient = max(c.gradient, math.Abs(s.lu[k][v]))
		}
	}
	nan := s.cost
	for _, g := range s.g {
		nan += g
	}
	if math.IsNaN(nan) {
		return conditions{nan, nan, nan, nan}
	}
	// MIPS measures violations by the largest slack as well; limits that are
	// nowhere near would excuse them.
	c.feasibility = max(c.feasibility/(1+size), slack/(1+primal))
	c.gradient /= 1 + duals
	c.complementarity = product / (1 + size)
	c.cost = math.Abs(s.cost-before) / (1 + math.Abs(before))
	return c
}
