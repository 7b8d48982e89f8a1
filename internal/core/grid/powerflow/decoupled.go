package powerflow

import (
	"math"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
	"github.com/pouw-dem/pouwdem/internal/core/grid/sparse"
)

// decoupled iterates angles and magnitudes in turn with two constant matrices.
// Source: Stott and Alsac 1974, "Fast decoupled load flow"; van Amerongen
// 1989 for the version BX; MATPOWER's makeB and fdpf.
func (s *Solver) decoupled(opt Options) (converged bool, iterations int, mismatch float64) {
	if s.share != nil {
		return s.newton(opt) // the shared slack couples what is decoupled here
	}
	forAngle, err := s.halfMatrix(opt.Method, true)
	if err != nil {
		return false, 0, math.Inf(1)
	}
	forMagnitude, err := s.halfMatrix(opt.Method, false)
	if err != nil {
		return false, 0, math.Inf(1)
	}
	limit, tolerance := opt.iterations(), opt.tolerance()
	half := make([]float64, s.net.N())
	mismatch = s.scaled()
	for mismatch >= tolerance && iterations < limit && !math.IsInf(mismatch, 1) {
		iterations++
		for i := range half {
			half[i] = s.rows.step[2*i]
		}
		forAngle.Solve(half)
		for i, d := range half {
			s.va[i] += d
		}
		s.rotate()
		if mismatch = s.scaled(); mismatch < tolerance {
			break
		}
		for i := range half {
			half[i] = s.rows.step[2*i+1]
		}
		forMagnitude.Solve(half)
		for i, d := range half {
			s.vm[i] += d
		}
		s.rotate()
		mismatch = s.scaled()
	}
	// Only the true mismatch accepts.
	exact := s.balance()
	return mismatch < tolerance && !math.IsInf(exact, 1), iterations, exact
}

// scaled is the mismatch with each bus's divided by its magnitude.
func (s *Solver) scaled() float64 {
	if math.IsInf(s.balance(), 1) {
		return math.Inf(1)
	}
	largest, step := 0.0, s.rows.step
	for i, v := range s.vm {
		if v == 0 {
			continue
		}
		step[2*i] /= v
		step[2*i+1] /= v
		largest = max(largest, math.Abs(step[2*i]), math.Abs(step[2*i+1]))
	}
	return largest
}

// halfMatrix is B' (angle) or B” (magnitude): Ybus without what the half
// leaves out, and without resistance where the version says so.
func (s *Solver) halfMatrix(method Method, angle bool) (*sparse.LU, error) {
	net := s.net
	c := *net.Case
	c.Buses = append([]grid.Bus(nil), c.Buses...)
	c.Branches = append([]grid.Branch(nil), c.Branches...)
	for k := range c.Branches {
		b := &c.Branches[k]
		if angle {
			b.B, b.Tap = 0, 0
		} else {
			b.Shift = 0
		}
		if (method == DecoupledXB) == angle {
			b.R = 0
		}
	}
	if angle {
		for i := range c.Buses {
			c.Buses[i].Bs = 0
		}
	}
	part, err := grid.Compile(&c, grid.Options{})
	if err != nil {
		return nil, err
	}
	given := func(i int32) bool {
		kind := s.kind[i]
		return kind == grid.Ref || kind == grid.Isolated || !angle && kind == grid.PV
	}
	y := reorderedAdmittance(part.Y, s.order, s.at)
	values := make([]float64, len(y.Col))
	for i := range int32(part.N()) {
		for k := y.Ptr[i]; k < y.Ptr[i+1]; k++ {
			j := y.Col[k]
			switch {
			case i == j && given(i):
				values[k] = 1
			case !given(i) && !given(j):
				values[k] = -y.B[k]
			}
		}
	}
	return sparse.FactorLU(part.N(), y.Ptr, y.Col, values, nil, 0.1)
}
