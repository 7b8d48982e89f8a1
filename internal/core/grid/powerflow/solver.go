package powerflow

import (
	"fmt"
	"math"
	"slices"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
	"github.com/pouw-dem/pouwdem/internal/core/grid/sparse"
)

// Solver solves power flows of one network. What depends on the pattern alone
// is found once, in [New]. It is for one goroutine.
type Solver struct {
	given *grid.Network
	// net is the same network in the order of elimination, in which everything
	// below is kept: bus order[k] of the given one is bus k.
	net       *grid.Network
	order, at []int32
	gens      [][]int // by bus

	lu     *sparse.BlockLU
	rows   rows
	kernel func(*rows)

	kind     []grid.BusType // effective in this solution
	pd, qd   []float64
	pg, qg   []float64 // per generator
	p, q     []float64 // what generators inject
	vm, va   []float64
	stale    bool // what is scheduled has changed
	variable bool // some demand hangs on the voltage
	share    *shared
}

// New analyses a network.
func New(net *grid.Network) *Solver {
	order := sparse.MinimumDegree(net.Y.Ptr, net.Y.Col)
	at := make([]int32, len(order))
	for k, bus := range order {
		at[bus] = int32(k)
	}
	s := bare(reordered(net, order, at))
	s.given, s.order, s.at, s.kernel = net, order, at, fastest()
	y := &s.net.Y
	s.lu = sparse.AnalyzeOrdered(y.Ptr, y.Col).NewLU()
	n := net.N()
	s.gens = make([][]int, n)
	for k, b := range s.net.Gen.Bus {
		s.gens[b] = append(s.gens[b], k)
	}
	s.rows = rows{
		ptr: y.Ptr, col: y.Col, diag: y.Diag, y: make([]float64, 0, 2*len(y.Col)), role: make([]role, n),
		v: make([]float64, 2*n), given: make([]float64, 2*n), out: make([]float64, 2*n), step: make([]float64, 2*n),
		jac: make([]float64, 4*len(y.Col)),
	}
	for k := range y.Col {
		s.rows.y = append(s.rows.y, y.G[k], y.B[k])
	}
	return s
}

// bare is a solver that can schedule and nothing else.
func bare(net *grid.Network) *Solver {
	n, g := net.N(), len(net.Gen.Bus)
	s := &Solver{
		given: net, net: net, kind: make([]grid.BusType, n), pg: make([]float64, g), qg: make([]float64, g),
		p: make([]float64, n), q: make([]float64, n), vm: make([]float64, n), va: make([]float64, n),
	}
	nonzero := func(v float64) bool { return v != 0 }
	s.variable = slices.ContainsFunc(net.Bus.ZipP, nonzero) || slices.ContainsFunc(net.Bus.ZipI, nonzero)
	return s
}

// Network that is solved.
func (s *Solver) Network() *grid.Network { return s.given }

// Solve finds the voltages. On [ErrNoSolution] the result holds the last
// iterate and why; on other errors there is none.
func (s *Solver) Solve(opt Options) (*Result, error) {
	if err := s.load(opt); err != nil {
		return nil, err
	}
	out, err := s.climb(opt)
	if err != nil {
		return out, err
	}
	if opt.QLimits != Ignore {
		return s.limit(opt, out)
	}
	return out, nil
}

// load takes over what is scheduled.
func (s *Solver) load(opt Options) error {
	n, g := s.net.N(), len(s.net.Gen.Bus)
	checks := []struct {
		name   string
		values []float64
		want   int
	}{{"Pd", opt.Pd, n}, {"Qd", opt.Qd, n}, {"Pg", opt.Pg, g}, {"Vm", opt.Vm, n}, {"Va", opt.Va, n}, {"Participation", opt.Participation, g}}
	for _, c := range checks {
		if c.values != nil && len(c.values) != c.want {
			return fmt.Errorf("%w: %s has %d values, the network wants %d", ErrInput, c.name, len(c.values), c.want)
		}
		if slices.ContainsFunc(c.values, func(v float64) bool { return math.IsNaN(v) || math.IsInf(v, 0) }) {
			return fmt.Errorf("%w: %s has a value that is not finite", ErrInput, c.name)
		}
	}
	if opt.Start == Warm && (opt.Vm == nil || opt.Va == nil) {
		return fmt.Errorf("%w: a warm start needs Vm and Va", ErrInput)
	}
	copy(s.kind, s.net.Bus.Kind)
	s.pd, s.qd = s.byPosition(opt.Pd, s.net.Bus.Pd), s.byPosition(opt.Qd, s.net.Bus.Qd)
	copy(s.pg, s.net.Gen.Pg)
	if opt.Pg != nil {
		copy(s.pg, opt.Pg)
	}
	copy(s.qg, s.net.Gen.Qg)
	s.share = nil
	s.schedule()
	if opt.Shared {
		share, err := s.sharing(opt.Participation)
		if err != nil {
			return err
		}
		s.share = share
	}
	return nil
}

// byPosition is what was given by bus in the solver's order.
func (s *Solver) byPosition(values, otherwise []float64) []float64 {
	switch {
	case values == nil:
		return otherwise
	case s.order == nil:
		return values
	}
	return pick(values, s.order)
}

// byBus brings what the solver keeps into the order of the given network.
func (s *Solver) byBus(into, values []float64) []float64 {
	for k, bus := range s.order {
		into[bus] = values[k]
	}
	return into
}

// schedule adds up what generators inject; demand comes with the voltage.
func (s *Solver) schedule() {
	clear(s.p)
	clear(s.q)
	s.stale = true
	if s.share != nil {
		clear(s.share.applied)
	}
	for k, b := range s.net.Gen.Bus {
		s.p[b] += s.pg[k]
		s.q[b] += s.qg[k]
	}
}

// climb tries the starts in turn and answers with the first that converges, or
// with the last that did not.
func (s *Solver) climb(opt Options) (*Result, error) {
	starts := []Start{opt.Start}
	if opt.Start == Ladder {
		starts = []Start{FromCase, FromDC, Flat}
		if opt.Vm != nil && opt.Va != nil {
			starts = append([]Start{Warm}, starts...)
		}
	}
	var out *Result
	for _, start := range starts {
		s.begin(start, opt)
		converged, iterations, mismatch := s.iterate(opt)
		if out == nil || converged {
			out = s.result(converged, iterations, mismatch)
			out.Start = start
		}
		if converged {
			return out, nil
		}
	}
	out.Diagnosis = s.diagnose(out)
	return out, fmt.Errorf("%w in %d iterations from any start: %s", ErrNoSolution, opt.iterations(), out.Diagnosis.Text)
}

func (s *Solver) iterate(opt Options) (converged bool, iterations int, mismatch float64) {
	s.assignRoles()
	switch opt.Method {
	case DecoupledXB, DecoupledBX:
		return s.decoupled(opt)
	case GaussSeidel:
		return s.gauss(opt)
	}
	return s.newton(opt)
}

func (s *Solver) assignRoles() {
	for i, kind := range s.kind {
		switch kind {
		case grid.PQ:
			s.rows.role[i] = both
		case grid.PV:
			s.rows.role[i] = onlyP
		default:
			s.rows.role[i] = neither
		}
	}
}

// begin sets the voltages to a start.
func (s *Solver) begin(start Start, opt Options) {
	bus := &s.net.Bus
	copy(s.vm, bus.Vm)
	copy(s.va, bus.Va)
	switch start {
	case Warm:
		for k, i := range s.order {
			s.vm[k], s.va[k] = opt.Vm[i], opt.Va[i]
		}
	case Flat:
		s.flat()
	case FromDC:
		s.flat()
		if dc, err := dcAngles(s.net, s.pd, s.pg); err == nil {
			copy(s.va, dc)
		}
	}
	for i, kind := range s.kind {
		switch {
		case kind == grid.Isolated:
			s.vm[i], s.va[i] = 0, 0
			continue
		case kind != grid.PQ:
			s.vm[i] = bus.Vm[i]
		}
		if !(s.vm[i] > 0) {
			s.vm[i] = 1
		}
	}
	s.rotate()
}

func (s *Solver) flat() {
	angle := make([]float64, s.net.Islands)
	for i, kind := range s.kind {
		if kind == grid.Ref {
			angle[s.net.Island[i]] = s.net.Bus.Va[i]
		}
	}
	for i, kind := range s.kind {
		if kind == grid.PQ {
			s.vm[i] = 1
		}
		if kind != grid.Ref {
			s.va[i] = angle[s.net.Island[i]]
		}
	}
}

// rotate makes phasors of magnitudes and angles.
func (s *Solver) rotate() {
	for i, m := range s.vm {
		sin, cos := math.Sincos(s.va[i])
		s.rows.v[2*i], s.rows.v[2*i+1] = m*cos, m*sin
	}
}

// phasor is the voltage of a bus.
func (s *Solver) phasor(i int) complex128 { return complex(s.rows.v[2*i], s.rows.v[2*i+1]) }

// demand is the load of a bus at its voltage, and the same differentiated by
// the logarithm of the voltage: parts of constant impedance, current and power.
func (s *Solver) demand(i int) (p, q, dp, dq float64) {
	z, c := s.net.Bus.ZipP[i], s.net.Bus.ZipI[i]
	if z == 0 && c == 0 {
		return s.pd[i], s.qd[i], 0, 0
	}
	v := s.vm[i]
	at := 1 - z - c + c*v + z*v*v
	slope := c*v + 2*z*v*v
	return s.pd[i] * at, s.qd[i] * at, s.pd[i] * slope, s.qd[i] * slope
}

// balance evaluates what flows out of every bus, what is missing there, and
// how that changes. It gives the largest that is missing; infinite where
// anything is no number.
func (s *Solver) balance() float64 {
	if s.stale || s.variable {
		for i := range s.p {
			p, q, _, _ := s.demand(i)
			s.rows.given[2*i], s.rows.given[2*i+1] = s.p[i]-p, s.q[i]-q
		}
		s.stale = false
	}
	s.kernel(&s.rows)
	if s.variable {
		for i, role := range s.rows.role {
			_, _, dp, dq := s.demand(i)
			d := s.rows.jac[4*s.rows.diag[i]:]
			if role != neither {
				d[1] += dp
			}
			if role == both {
				d[3] += dq
			}
		}
	}
	return s.rows.missing()
}
