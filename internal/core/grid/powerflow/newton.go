package powerflow

import (
	"math"

	"github.com/pouw-dem/pouwdem/internal/core/grid/sparse"
)

// newton iterates in polar coordinates, unknowns the angle and the logarithm
// of the magnitude at each bus. Source: Tinney and Hart 1967, "Power flow
// solution by Newton's method"; MATPOWER User's Manual 8.0, section 4.1. The
// magnitude by its logarithm gives the same iterates and a Jacobian without
// divisions. Buses whose magnitude or angle is given keep rows of the identity,
// so that a bus changes its role without a new pattern.
func (s *Solver) newton(opt Options) (converged bool, iterations int, mismatch float64) {
	limit, tolerance := opt.iterations(), opt.tolerance()
	mismatch = s.missing()
	for ; mismatch >= tolerance && iterations < limit && !math.IsInf(mismatch, 1); iterations++ {
		if !s.solveStep() {
			break
		}
		turn(s.rows.step, s.vm, s.va, s.rows.v)
		mismatch = s.missing()
	}
	return mismatch < tolerance, iterations, mismatch
}

// missing is the largest mismatch, the shared slack's included.
func (s *Solver) missing() float64 {
	if s.share == nil {
		return s.balance()
	}
	s.share.put(s)
	return max(s.balance(), s.share.missing(s))
}

// solveStep turns what is missing into the step, without pivoting, and with it
// where that would lose digits; false where the Jacobian cannot be factored by
// any means.
func (s *Solver) solveStep() bool {
	var factors solver = s.lu
	if s.lu.FactorSolve(s.rows.jac, s.rows.step) != nil {
		lu, err := s.pivoted()
		if err != nil {
			return false
		}
		s.missing() // the first attempt has overwritten it
		lu.Solve(s.rows.step)
		factors = lu
	}
	return s.share == nil || s.share.spread(s, factors)
}

// solver is a factored Jacobian.
type solver interface{ Solve(b []float64) }

// pivoted factors the same matrix number by number.
func (s *Solver) pivoted() (*sparse.LU, error) {
	y := &s.net.Y
	n := s.net.N()
	ptr, col := make([]int32, 1, 2*n+1), make([]int32, 0, len(s.rows.jac))
	values := make([]float64, 0, len(s.rows.jac))
	for i := range n {
		for row := range int32(2) {
			for k := y.Ptr[i]; k < y.Ptr[i+1]; k++ {
				col = append(col, 2*y.Col[k], 2*y.Col[k]+1)
				values = append(values, s.rows.jac[4*k+2*row], s.rows.jac[4*k+2*row+1])
			}
			ptr = append(ptr, int32(len(col)))
		}
	}
	return sparse.FactorLU(2*n, ptr, col, values, nil, 0.1)
}
