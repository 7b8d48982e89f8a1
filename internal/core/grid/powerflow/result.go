package powerflow

import (
	"math"
	"slices"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
)

// Result of a power flow, per unit and radians, by internal numbers of the
// network.
type Result struct {
	Network     *grid.Network
	Converged   bool
	Start       Start
	Iterations  int
	MaxMismatch float64 // p.u.
	Vm, Va      []float64
	Kind        []grid.BusType // effective at the end; limited buses are PQ
	Pg, Qg      []float64      // per generator in service
	Flow        Flows
	Limited     []Limited // generators held at a reactive limit
	SharedSlack []float64 // what the generators of each island took on; nil without
	Diagnosis   *Diagnosis
}

// Flows per branch in service, p.u., into the branch at either end.
type Flows struct{ Pf, Qf, Pt, Qt []float64 }

// Limited is a generator held at a reactive limit.
type Limited struct {
	Generator int // internal
	AtMax     bool
}

// result gathers the present iterate.
func (s *Solver) result(converged bool, iterations int, mismatch float64) *Result {
	n := len(s.vm)
	r := &Result{
		Network: s.given, Converged: converged, Iterations: iterations, MaxMismatch: mismatch,
		Vm: s.byBus(make([]float64, n), s.vm), Va: s.byBus(make([]float64, n), s.va), Kind: make([]grid.BusType, n),
		Pg: slices.Clone(s.pg), Qg: slices.Clone(s.qg), Flow: s.flows(),
	}
	for k, bus := range s.order {
		r.Kind[bus] = s.kind[k]
	}
	s.reactive(r)
	s.active(r)
	return r
}

func (s *Solver) flows() Flows {
	a, v := &s.net.Branch, s.rows.v
	n := len(a.Row)
	all := make([]float64, 4*n)
	out := Flows{all[:n:n], all[n : 2*n : 2*n], all[2*n : 3*n : 3*n], all[3*n:]}
	for k := range n {
		i, j := 2*a.From[k], 2*a.To[k]
		out.Pf[k], out.Qf[k] = flow(v[i], v[i+1], v[j], v[j+1], a.Yff[k], a.Yft[k])
		out.Pt[k], out.Qt[k] = flow(v[j], v[j+1], v[i], v[i+1], a.Ytt[k], a.Ytf[k])
	}
	return out
}

// flow is the power that leaves the bus with voltage e+if for the one with
// g+ih.
func flow(e, f, g, h float64, own, mutual complex128) (p, q float64) {
	re := real(own)*e - imag(own)*f + real(mutual)*g - imag(mutual)*h
	im := real(own)*f + imag(own)*e + real(mutual)*h + imag(mutual)*g
	return e*re + f*im, f*re - e*im
}

// reactive splits what a controlled bus needs over its generators in
// proportion to their ranges, as MATPOWER's pfsoln does: an infinite limit
// stands for more than anything that occurs, and generators without a range
// miss their limits by equal parts.
func (s *Solver) reactive(r *Result) {
	for b, gens := range s.gens {
		if len(gens) == 0 || s.kind[b] != grid.PV && s.kind[b] != grid.Ref {
			continue
		}
		_, qd, _, _ := s.demand(b)
		total := s.rows.out[2*b+1] + qd
		if len(gens) == 1 {
			r.Qg[gens[0]] = total
			continue
		}
		var least, most float64
		big := math.Abs(total)
		for _, k := range gens {
			big += finite(s.net.Gen.Qmin[k]) + finite(s.net.Gen.Qmax[k])
		}
		for _, k := range gens {
			least += within(s.net.Gen.Qmin[k], big)
			most += within(s.net.Gen.Qmax[k], big)
		}
		for _, k := range gens {
			lo, hi := within(s.net.Gen.Qmin[k], big), within(s.net.Gen.Qmax[k], big)
			if most-least > 1e-14 {
				r.Qg[k] = lo + (total-least)/(most-least)*(hi-lo)
			} else {
				r.Qg[k] = lo + (total-least)/float64(len(gens))
			}
		}
	}
}

func finite(v float64) float64 {
	if math.IsInf(v, 0) {
		return 0
	}
	return math.Abs(v)
}

func within(v, big float64) float64 { return max(-big, min(big, v)) }

// active gives the imbalance of a reference bus to its first generator, or a
// shared slack to all.
func (s *Solver) active(r *Result) {
	net := s.net
	if s.share != nil {
		r.SharedSlack = slices.Clone(s.share.taken)
		for k, b := range net.Gen.Bus {
			r.Pg[k] += s.share.perGen[k] * s.share.taken[net.Island[b]]
		}
		return
	}
	for b, gens := range s.gens {
		if s.kind[b] != grid.Ref || len(gens) == 0 {
			continue
		}
		pd, _, _, _ := s.demand(b)
		r.Pg[gens[0]] += s.rows.out[2*b] + pd - s.p[b]
	}
}

// Losses of the network's branches, p.u.
func (r *Result) Losses() float64 {
	var sum float64
	for k := range r.Flow.Pf {
		sum += r.Flow.Pf[k] + r.Flow.Pt[k]
	}
	return sum
}

// Loading of a branch: the larger apparent flow of its two ends, p.u.
func (r *Result) Loading(k int) float64 {
	return max(math.Hypot(r.Flow.Pf[k], r.Flow.Qf[k]), math.Hypot(r.Flow.Pt[k], r.Flow.Qt[k]))
}

// Apply is the case with the result in it: voltages, generation and flows in
// MW, MVAr and degrees; zero where something is out of service. The case
// itself is not changed.
func (r *Result) Apply() *grid.Case {
	net := r.Network
	c := *net.Case
	c.Buses, c.Gens, c.Branches = slices.Clone(c.Buses), slices.Clone(c.Gens), slices.Clone(c.Branches)
	for i, row := range net.Bus.Row {
		c.Buses[row].Vm, c.Buses[row].Va = r.Vm[i], r.Va[i]*180/math.Pi
	}
	for i := range c.Gens {
		c.Gens[i].Pg, c.Gens[i].Qg = 0, 0
	}
	for k, row := range net.Gen.Row {
		c.Gens[row].Pg, c.Gens[row].Qg = r.Pg[k]*net.BaseMVA, r.Qg[k]*net.BaseMVA
	}
	for i := range c.Branches {
		b := &c.Branches[i]
		b.Pf, b.Qf, b.Pt, b.Qt = 0, 0, 0, 0
	}
	for k, row := range net.Branch.Row {
		b := &c.Branches[row]
		b.Pf, b.Qf = r.Flow.Pf[k]*net.BaseMVA, r.Flow.Qf[k]*net.BaseMVA
		b.Pt, b.Qt = r.Flow.Pt[k]*net.BaseMVA, r.Flow.Qt[k]*net.BaseMVA
	}
	return &c
}
