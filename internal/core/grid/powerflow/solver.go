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
	net    *grid.Network
	blocks *sparse.Blocks
	lu     *sparse.BlockLU
	jac    []float64 // four numbers per entry of Ybus

	kind         []grid.BusType // effective in this solution
	pd, qd       []float64
	pg, qg       []float64 // per generator
	p, q         []float64 // scheduled injection without demand that hangs on voltage
	vm, va, e, f []float64
	pc, qc       []float64 // what flows out of each bus into the network
	step         []float64
	share        *shared
}

// New analyses a network.
func New(net *grid.Network) *Solver {
	n := net.N()
	s := &Solver{net: net, blocks: sparse.AnalyzeBlocks(net.Y.Ptr, net.Y.Col), jac: make([]float64, 4*len(net.Y.Col))}
	s.lu = s.blocks.NewLU()
	for _, v := range []*[]float64{&s.p, &s.q, &s.vm, &s.va, &s.e, &s.f, &s.pc, &s.qc} {
		*v = make([]float64, n)
	}
	s.step = make([]float64, 2*n)
	return s
}

// Network that is solved.
func (s *Solver) Network() *grid.Network { return s.net }

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
	s.kind = slices.Clone(s.net.Bus.Kind)
	s.pd, s.qd = orElse(opt.Pd, s.net.Bus.Pd), orElse(opt.Qd, s.net.Bus.Qd)
	s.pg, s.qg = slices.Clone(orElse(opt.Pg, s.net.Gen.Pg)), slices.Clone(s.net.Gen.Qg)
	s.schedule()
	s.share = nil
	if opt.Shared {
		share, err := s.sharing(opt.Participation)
		if err != nil {
			return err
		}
		s.share = share
	}
	return nil
}

func orElse(values, otherwise []float64) []float64 {
	if values == nil {
		return otherwise
	}
	return values
}

// schedule adds up what generators inject; demand comes with the voltage.
func (s *Solver) schedule() {
	clear(s.p)
	clear(s.q)
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
	switch opt.Method {
	case DecoupledXB, DecoupledBX:
		return s.decoupled(opt)
	case GaussSeidel:
		return s.gauss(opt)
	}
	return s.newton(opt)
}

// begin sets the voltages to a start.
func (s *Solver) begin(start Start, opt Options) {
	bus := &s.net.Bus
	copy(s.vm, bus.Vm)
	copy(s.va, bus.Va)
	switch start {
	case Warm:
		copy(s.vm, opt.Vm)
		copy(s.va, opt.Va)
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

// rotate makes rectangular voltages of the polar ones.
func (s *Solver) rotate() {
	for i, v := range s.vm {
		sin, cos := math.Sincos(s.va[i])
		s.e[i], s.f[i] = v*cos, v*sin
	}
}

// inject works out what flows out of every bus into the network.
func (s *Solver) inject() {
	y := &s.net.Y
	for i := range s.pc {
		var re, im float64
		for k := y.Ptr[i]; k < y.Ptr[i+1]; k++ {
			j := y.Col[k]
			re += y.G[k]*s.e[j] - y.B[k]*s.f[j]
			im += y.G[k]*s.f[j] + y.B[k]*s.e[j]
		}
		s.pc[i] = s.e[i]*re + s.f[i]*im
		s.qc[i] = s.f[i]*re - s.e[i]*im
	}
}

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

// mismatch fills step with what is missing at every bus, and gives the largest;
// infinite where anything is no number.
func (s *Solver) mismatch() float64 {
	s.inject()
	largest, sum := 0.0, 0.0
	for i, kind := range s.kind {
		p, q, _, _ := s.demand(i)
		dp, dq := s.p[i]-p-s.pc[i], s.q[i]-q-s.qc[i]
		if kind == grid.Ref || kind == grid.Isolated {
			dp = 0
		}
		if kind != grid.PQ {
			dq = 0
		}
		s.step[2*i], s.step[2*i+1] = dp, dq
		largest = max(largest, math.Abs(dp), math.Abs(dq))
		sum += dp + dq
	}
	if math.IsNaN(sum) || math.IsInf(sum, 0) {
		return math.Inf(1)
	}
	return largest
}
