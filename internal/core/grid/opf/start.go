package opf

import (
	"math"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
	"github.com/pouw-dem/pouwdem/internal/core/grid/sparse"
)

// pull of a bus's start voltage to the middle of its limits, and of its start
// angle to zero, p.u. of admittance.
const (
	pullMagnitude = 1.0
	pullAngle     = 1e-3
	pullFixed     = 1e9
)

// smooth gives voltages that differ little across branches of small impedance,
// ratios counted in: as if every bus were tied to the middle of its limits by an
// admittance and only differences of magnitude made flows. From the middles
// themselves, short lines between buses of unlike limits would begin with flows
// of hundreds of times what they carry. It is nil where there is no such answer.
func (p *problem) smooth() []float64 {
	v := make([]float64, p.net.N())
	values := make([]float64, len(p.col))
	for i := range v {
		pull, middle := pullMagnitude, (p.vmin[i]+p.vmax[i])/2
		switch {
		case p.net.Bus.Kind[i] == grid.Isolated:
			middle = 1
		case p.fixVolt[i]:
			pull = pullFixed
		}
		values[p.diag[i]], v[i] = pull, pull*middle
	}
	a := &p.net.Branch
	for k, at := range p.entries {
		y, tap := 1/math.Hypot(a.R[k], a.X[k]), a.Tap[k]
		values[at.ff] += y / (tap * tap)
		values[at.tt] += y
		values[at.ft] -= y / tap
		values[at.tf] -= y / tap
	}
	return p.solve(values, v)
}

// level gives angles that make little flow: those of the references, turned by
// the phase shifters on the way. It is nil where there is no such answer.
func (p *problem) level() []float64 {
	va := make([]float64, p.net.N())
	values := make([]float64, len(p.col))
	for i := range va {
		values[p.diag[i]] = pullAngle
		if p.fixAngle[i] {
			values[p.diag[i]], va[i] = pullFixed, pullFixed*p.net.Bus.Va[i]
		}
	}
	a := &p.net.Branch
	for k, at := range p.entries {
		y := 1 / math.Hypot(a.R[k], a.X[k])
		values[at.ff] += y
		values[at.tt] += y
		values[at.ft] -= y
		values[at.tf] -= y
		va[p.branch[k].from] += y * a.Shift[k]
		va[p.branch[k].to] -= y * a.Shift[k]
	}
	return p.solve(values, va)
}

func (p *problem) solve(values, right []float64) []float64 {
	ldl := sparse.AnalyzeSymmetric(p.ptr, p.col).NewLDL()
	if ldl.Factor(values) != nil {
		return nil
	}
	ldl.Solve(right)
	return right
}

// barrier is the complementarity to start with: what a p.u. costs, $/h, on
// average over the generators at their start, and 1 at least. Multipliers of
// the wrong order of magnitude make the first steps tiny, and iterates hug
// limits for good.
func (s *interior) barrier() float64 {
	var sum float64
	for k := range s.units {
		_, slope, _ := s.units[k].cost[0].at(s.u[k][atP])
		sum += math.Abs(slope) + s.units[k].scale[0]
	}
	return max(1, sum/float64(max(1, len(s.units))))
}
