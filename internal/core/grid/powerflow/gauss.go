package powerflow

import (
	"math"
	"math/cmplx"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
)

// gauss sweeps over the buses, first those of given injection, then the
// controlled ones, and puts each into balance with its neighbours. Source:
// Glimm and Stagg 1957; MATPOWER's gausspf.
func (s *Solver) gauss(opt Options) (converged bool, iterations int, mismatch float64) {
	if s.share != nil {
		return s.newton(opt)
	}
	limit, tolerance := opt.iterations(), opt.tolerance()
	v := make([]complex128, s.net.N())
	for i := range v {
		v[i] = s.phasor(i)
	}
	mismatch = s.balance()
	for ; mismatch >= tolerance && iterations < limit && !math.IsInf(mismatch, 1); iterations++ {
		for i, kind := range s.kind {
			if kind == grid.PQ {
				p, q, _, _ := s.demand(i)
				s.relax(v, i, complex(s.p[i]-p, s.q[i]-q))
			}
		}
		for i, kind := range s.kind {
			if kind == grid.PV {
				p, _, _, _ := s.demand(i)
				s.relax(v, i, complex(s.p[i]-p, imag(v[i]*cmplx.Conj(s.current(v, i)))))
				v[i] *= complex(s.net.Bus.Vm[i]/cmplx.Abs(v[i]), 0)
			}
		}
		for i := range v {
			s.rows.v[2*i], s.rows.v[2*i+1] = real(v[i]), imag(v[i])
			s.vm[i], s.va[i] = cmplx.Abs(v[i]), cmplx.Phase(v[i])
		}
		mismatch = s.balance()
	}
	return mismatch < tolerance, iterations, mismatch
}

func (s *Solver) current(v []complex128, i int) complex128 {
	y := &s.net.Y
	var sum complex128
	for k := y.Ptr[i]; k < y.Ptr[i+1]; k++ {
		sum += complex(y.G[k], y.B[k]) * v[y.Col[k]]
	}
	return sum
}

func (s *Solver) relax(v []complex128, i int, power complex128) {
	y := &s.net.Y
	own := complex(y.G[y.Diag[i]], y.B[y.Diag[i]])
	v[i] += (cmplx.Conj(power/v[i]) - s.current(v, i)) / own
}
