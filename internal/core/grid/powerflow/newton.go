package powerflow

import (
	"errors"
	"math"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
	"github.com/pouw-dem/pouwdem/internal/core/grid/sparse"
)

// newton iterates in polar coordinates, unknowns the angle and the logarithm
// of the magnitude at each bus. Source: Tinney and Hart 1967; MATPOWER User's
// Manual 8.0, section 4.1. Magnitude by its logarithm gives the same iterates
// and a Jacobian without divisions.
func (s *Solver) newton(opt Options) (converged bool, iterations int, mismatch float64) {
	limit, tolerance := opt.iterations(), opt.tolerance()
	mismatch = s.missing()
	for ; mismatch >= tolerance && iterations < limit && !math.IsInf(mismatch, 1); iterations++ {
		s.jacobian()
		if !s.solveStep() {
			break
		}
		for i := range s.vm {
			s.va[i] += s.step[2*i]
			s.vm[i] += s.vm[i] * s.step[2*i+1]
			if s.vm[i] < 0 { // the same phasor with a positive magnitude
				s.vm[i] = -s.vm[i]
				s.va[i] += math.Pi
			}
		}
		s.rotate()
		mismatch = s.missing()
	}
	return mismatch < tolerance, iterations, mismatch
}

// missing is the mismatch, the shared slack's included.
func (s *Solver) missing() float64 {
	if s.share == nil {
		return s.mismatch()
	}
	s.share.put(s)
	return max(s.mismatch(), s.share.missing(s))
}

// jacobian fills the blocks of dS/d(angle, ln magnitude). Rows of what is given
// (angle and magnitude at references, magnitude at controlled buses) are rows
// of the identity, so that a bus changes its role without a new pattern.
func (s *Solver) jacobian() {
	y := &s.net.Y
	for i, kind := range s.kind {
		if kind == grid.Ref || kind == grid.Isolated {
			s.identity(i)
			continue
		}
		ei, fi := s.e[i], s.f[i]
		for k := y.Ptr[i]; k < y.Ptr[i+1]; k++ {
			j := y.Col[k]
			c, d := ei*s.e[j]+fi*s.f[j], fi*s.e[j]-ei*s.f[j]
			a, b := y.G[k]*c+y.B[k]*d, y.G[k]*d-y.B[k]*c
			out := s.jac[4*k : 4*k+4 : 4*k+4]
			out[0], out[1], out[2], out[3] = b, a, -a, b
		}
		out := s.jac[4*y.Diag[i] : 4*y.Diag[i]+4]
		_, _, dp, dq := s.demand(i)
		out[0] -= s.qc[i]
		out[1] += s.pc[i] + dp
		out[2] += s.pc[i]
		out[3] += s.qc[i] + dq
		if kind == grid.PV {
			s.hold(i)
		}
	}
}

// identity makes both rows of a bus rows of the identity.
func (s *Solver) identity(i int) {
	y := &s.net.Y
	clear(s.jac[4*y.Ptr[i] : 4*y.Ptr[i+1]])
	s.jac[4*y.Diag[i]], s.jac[4*y.Diag[i]+3] = 1, 1
}

// hold makes the second row of a bus one of the identity.
func (s *Solver) hold(i int) {
	y := &s.net.Y
	for k := y.Ptr[i]; k < y.Ptr[i+1]; k++ {
		s.jac[4*k+2], s.jac[4*k+3] = 0, 0
	}
	s.jac[4*y.Diag[i]+3] = 1
}

// solveStep turns the mismatch in step into the step; false where the Jacobian
// cannot be factored by any means.
func (s *Solver) solveStep() bool {
	factors := s.factor()
	if factors == nil {
		return false
	}
	factors.Solve(s.step)
	if s.share != nil {
		return s.share.spread(s, factors)
	}
	return true
}

// solver is a factored Jacobian.
type solver interface{ Solve(b []float64) }

// factor tries without pivoting, and with it where that loses digits; nil
// where neither will do.
func (s *Solver) factor() solver {
	err := s.lu.Factor(s.jac)
	if err == nil {
		return s.lu
	}
	if !errors.Is(err, sparse.ErrPivot) && !errors.Is(err, sparse.ErrSingular) {
		return nil
	}
	lu, err := s.pivoted()
	if err != nil {
		return nil
	}
	return lu
}

// pivoted factors the same matrix number by number.
func (s *Solver) pivoted() (*sparse.LU, error) {
	y := &s.net.Y
	n := s.net.N()
	ptr, col := make([]int32, 1, 2*n+1), make([]int32, 0, len(s.jac))
	values := make([]float64, 0, len(s.jac))
	for i := range n {
		for row := range int32(2) {
			for k := y.Ptr[i]; k < y.Ptr[i+1]; k++ {
				col = append(col, 2*y.Col[k], 2*y.Col[k]+1)
				values = append(values, s.jac[4*k+2*row], s.jac[4*k+2*row+1])
			}
			ptr = append(ptr, int32(len(col)))
		}
	}
	order := make([]int32, 0, 2*n)
	for _, node := range s.blocks.Order() {
		order = append(order, 2*node, 2*node+1)
	}
	return sparse.FactorLU(2*n, ptr, col, values, order, 0.1)
}
