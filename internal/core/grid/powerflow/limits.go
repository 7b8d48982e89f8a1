package powerflow

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
)

// maxRounds bounds the outer loop of reactive limits; each round fixes or frees
// at least one generator.
const maxRounds = 200

// limit holds generators at their reactive limits and solves again until none
// is beyond. A limited generator keeps its bus from being controlled; where
// that was the reference, the first controlled bus takes over, and the angles
// are turned back so that the former reference keeps its own. Source:
// MATPOWER's runpf.
func (s *Solver) limit(opt Options, out *Result) (*Result, error) {
	refs := s.references()
	angles := make([]float64, len(refs))
	for i, ref := range refs {
		angles[i] = s.va[ref]
	}
	held := make([]int, len(s.net.Gen.Bus)) // -1 at the minimum, +1 at the maximum
	freed := make([]bool, len(held))
	iterations := out.Iterations
	for range maxRounds {
		if opt.QLimits == WithReturn && s.free(held, freed) {
			s.balance()
		} else if beyond := s.beyond(opt, out, held); len(beyond) == 0 {
			s.turnBack(refs, angles)
			final := s.result(true, iterations, out.MaxMismatch)
			final.Start = out.Start
			s.fill(final, held)
			return final, nil
		} else if err := s.holdAt(opt, out, beyond, held); err != nil {
			out.Converged = false
			out.Diagnosis = s.diagnose(out)
			return out, err
		}
		converged, n, mismatch := s.iterate(opt)
		iterations += n
		start := out.Start
		out = s.result(converged, iterations, mismatch)
		out.Start = start
		s.fill(out, held)
		if !converged {
			out.Diagnosis = s.diagnose(out)
			return out, fmt.Errorf("%w with %d generators at their reactive limits: %s", ErrNoSolution, len(out.Limited), out.Diagnosis.Text)
		}
	}
	out.Converged = false
	out.Diagnosis = s.diagnose(out)
	return out, fmt.Errorf("%w: reactive limits do not settle in %d rounds", ErrNoSolution, maxRounds)
}

func (s *Solver) references() []int {
	var refs []int
	for i, kind := range s.kind {
		if kind == grid.Ref {
			refs = append(refs, i)
		}
	}
	return refs
}

type excess struct {
	generator int
	atMax     bool
	by        float64
}

// beyond lists the free generators outside their limits.
func (s *Solver) beyond(opt Options, out *Result, held []int) []excess {
	allowed := opt.violation() / s.net.BaseMVA
	var list []excess
	for k := range s.net.Gen.Bus {
		over, under := out.Qg[k]-s.net.Gen.Qmax[k], s.net.Gen.Qmin[k]-out.Qg[k]
		switch {
		case held[k] != 0:
		case over > allowed:
			list = append(list, excess{k, true, over})
		case under > allowed:
			list = append(list, excess{k, false, under})
		}
	}
	if opt.QLimits == OneAtATime && len(list) > 1 {
		list = []excess{slices.MaxFunc(list, func(a, b excess) int { return cmp.Compare(a.by, b.by) })}
	}
	return list
}

// holdAt fixes generators at their limits and gives up control at their buses.
func (s *Solver) holdAt(opt Options, out *Result, beyond []excess, held []int) error {
	if opt.QLimits != OneAtATime && s.allBeyond(beyond) {
		return fmt.Errorf("%w: every generator that controls a voltage is beyond the same reactive limit", ErrNoSolution)
	}
	for _, x := range beyond {
		b := s.net.Gen.Bus[x.generator]
		if s.kind[b] == grid.Ref && s.share != nil {
			return fmt.Errorf("%w: the reference, bus %d, is beyond its reactive limit, which a shared slack cannot hand on",
				ErrNoSolution, s.net.BusID(b))
		}
		held[x.generator] = -1
		s.qg[x.generator] = s.net.Gen.Qmin[x.generator]
		if x.atMax {
			held[x.generator] = 1
			s.qg[x.generator] = s.net.Gen.Qmax[x.generator]
		}
		s.kind[b] = grid.PQ
	}
	if s.share == nil {
		copy(s.pg, out.Pg) // a reference that gives up its role keeps what it generated
	}
	for k, b := range s.net.Gen.Bus {
		if s.kind[b] == grid.PQ && s.net.Bus.Kind[b] != grid.PQ && held[k] == 0 {
			s.qg[k] = out.Qg[k] // beside one that is held: what it gives stays
		}
	}
	s.schedule()
	return s.appoint()
}

func (s *Solver) allBeyond(beyond []excess) bool {
	controlling := 0
	for _, b := range s.net.Gen.Bus {
		if s.kind[b] == grid.PV || s.kind[b] == grid.Ref {
			controlling++
		}
	}
	same := !slices.ContainsFunc(beyond, func(x excess) bool { return x.atMax != beyond[0].atMax })
	return same && len(beyond) == controlling
}

// appoint gives every live island a reference again.
func (s *Solver) appoint() error {
	has := make([]bool, s.net.Islands)
	for i, kind := range s.kind {
		if kind == grid.Ref {
			has[s.net.Island[i]] = true
		}
	}
	for _, i := range s.at { // the first by the order of the case
		if part := s.net.Island[i]; s.kind[i] == grid.PV && !has[part] {
			s.kind[i], has[part] = grid.Ref, true
		}
	}
	for i, kind := range s.kind {
		if kind != grid.Isolated && !has[s.net.Island[i]] {
			return fmt.Errorf("%w: no generator of the island of bus %d controls a voltage within its reactive limits", ErrNoSolution, s.net.BusID(i))
		}
	}
	return nil
}

// free gives control back to buses whose voltage says that the limit no longer
// binds: above the set point at the maximum, below it at the minimum. Each
// generator is freed once, so that the loop ends.
func (s *Solver) free(held []int, freed []bool) bool {
	any := false
	for k, b := range s.net.Gen.Bus {
		over := s.vm[b] - s.net.Bus.Vm[b]
		if held[k] == 0 || freed[k] || !(float64(held[k])*over > 1e-9) {
			continue
		}
		held[k], freed[k], any = 0, true, true
		s.kind[b] = grid.PV
		s.vm[b] = s.net.Bus.Vm[b]
	}
	if any {
		s.schedule()
		s.rotate()
	}
	return any
}

// turnBack turns every island whose reference moved, so that the former one
// has its angle again.
func (s *Solver) turnBack(refs []int, angles []float64) {
	for n, ref := range refs {
		by := angles[n] - s.va[ref]
		if by == 0 || math.IsNaN(by) {
			continue
		}
		for i := range s.va {
			if s.net.Island[i] == s.net.Island[ref] && s.kind[i] != grid.Isolated {
				s.va[i] += by
			}
		}
	}
	s.rotate()
}

func (s *Solver) fill(r *Result, held []int) {
	r.Limited = nil
	for k, side := range held {
		if side != 0 {
			r.Limited = append(r.Limited, Limited{k, side > 0})
			r.Qg[k] = s.qg[k]
		}
	}
}
