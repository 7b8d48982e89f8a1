package powerflow

import (
	"fmt"
	"math"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
)

// shared is the slack of each island spread over its generators: one more
// unknown per island, and the balance at its reference as one more equation.
type shared struct {
	weight  []float64 // per bus, summing up to one in each island
	perGen  []float64 // per generator, the same sum
	ref     []int     // per island; -1: dead
	taken   []float64 // per island, p.u.
	applied []float64
	column  []float64
	lacking []float64
}

func (s *Solver) sharing(participation []float64) (*shared, error) {
	net := s.net
	h := &shared{
		weight: make([]float64, net.N()), perGen: make([]float64, len(net.Gen.Bus)), ref: make([]int, net.Islands),
		taken: make([]float64, net.Islands), applied: make([]float64, net.Islands),
		column: make([]float64, 2*net.N()), lacking: make([]float64, net.Islands),
	}
	for k := range h.ref {
		h.ref[k] = -1
	}
	for i, kind := range s.kind {
		if kind != grid.Ref {
			continue
		}
		if other := h.ref[net.Island[i]]; other >= 0 {
			return nil, fmt.Errorf("%w: buses %d and %d are both references of one island; a shared slack wants one",
				ErrInput, net.BusID(other), net.BusID(i))
		}
		h.ref[net.Island[i]] = i
	}
	sum := make([]float64, net.Islands)
	for k, b := range net.Gen.Bus {
		h.perGen[k] = weightOf(net, k, participation)
		sum[net.Island[b]] += h.perGen[k]
	}
	for k, b := range net.Gen.Bus {
		part := net.Island[b]
		if !(sum[part] > 0) {
			return nil, fmt.Errorf("%w: no generator of the island of bus %d takes part in the slack", ErrInput, net.BusID(b))
		}
		h.perGen[k] /= sum[part]
		h.weight[b] += h.perGen[k]
	}
	return h, nil
}

func weightOf(net *grid.Network, k int, participation []float64) float64 {
	if participation != nil {
		return max(0, participation[k])
	}
	if most := net.Gen.Pmax[k]; most > 0 && !math.IsInf(most, 0) {
		return most
	}
	return max(0, net.Gen.Pg[k])
}

// put schedules what the generators have taken on so far.
func (h *shared) put(s *Solver) {
	for i, w := range h.weight {
		part := s.net.Island[i]
		s.p[i] += w * (h.taken[part] - h.applied[part])
	}
	copy(h.applied, h.taken)
	s.stale = true
}

// missing is the largest imbalance at a reference.
func (h *shared) missing(s *Solver) float64 {
	largest := 0.0
	for part, i := range h.ref {
		if i < 0 {
			continue
		}
		p, _, _, _ := s.demand(i)
		h.lacking[part] = s.p[i] - p - s.rows.out[2*i]
		if math.IsNaN(h.lacking[part]) {
			return math.Inf(1)
		}
		largest = max(largest, math.Abs(h.lacking[part]))
	}
	return largest
}

// spread borders the step with the islands' unknowns. Islands do not touch, so
// that one column serves all.
func (h *shared) spread(s *Solver, factors solver) bool {
	for i, w := range h.weight {
		h.column[2*i], h.column[2*i+1] = w, 0
		if s.kind[i] == grid.Ref {
			h.column[2*i] = 0
		}
	}
	factors.Solve(h.column)
	for part, ref := range h.ref {
		if ref < 0 {
			continue
		}
		by, given := s.along(ref, h.column), s.along(ref, s.rows.step)
		under := by - h.weight[ref]
		if under == 0 || math.IsNaN(under) {
			return false
		}
		h.lacking[part] = (h.lacking[part] - given) / under
		h.taken[part] += h.lacking[part]
	}
	for i := range h.weight {
		more := h.lacking[s.net.Island[i]]
		s.rows.step[2*i] += more * h.column[2*i]
		s.rows.step[2*i+1] += more * h.column[2*i+1]
	}
	return true
}

// along is how the outflow of a reference bus changes along a step.
func (s *Solver) along(i int, step []float64) float64 {
	r := &s.rows
	ei, fi := r.v[2*i], r.v[2*i+1]
	var sum float64
	for k := r.ptr[i]; k < r.ptr[i+1]; k++ {
		j := r.col[k]
		if int(j) == i {
			continue // angle and magnitude of a reference are held
		}
		ej, fj := r.v[2*j], r.v[2*j+1]
		c, d := ei*ej+fi*fj, fi*ej-ei*fj
		g, b := r.y[2*k], r.y[2*k+1]
		sum += (g*d-b*c)*step[2*j] + (g*c+b*d)*step[2*j+1]
	}
	return sum
}
