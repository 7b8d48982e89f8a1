package opf

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
)

// Result of a dispatch, p.u. and radians by internal numbers of the network;
// prices in $/MWh and $/MVArh.
type Result struct {
	Network    *grid.Network
	DC         bool
	Converged  bool
	Iterations int
	Objective  float64 // $/h
	// Residual is the largest of the four relative conditions at the end:
	// feasibility, gradient of the Lagrangian, complementarity, change of cost.
	Residual float64

	Vm, Va       []float64
	Pg, Qg       []float64 // per generator in service
	Pf, Qf       []float64 // per branch in service, into it at its from end
	Pt, Qt       []float64
	PriceP       []float64 // nodal price of active power
	PriceQ       []float64
	Parts        []PriceParts
	ShadowFlow   []float64 // per branch in service: $/h per MVA (MW) of limit, both directions
	ShadowVmax   []float64 // per bus: $/h per p.u.
	ShadowVmin   []float64
	Violations   []Violation // where no dispatch was found; worst first
	Contingency  []Secured   // limits after a loss that bind, worst first
	SecureRounds int         // dispatches it took to keep all limits after a loss
	Certificate  Certificate // shows that the dispatch is the best one nearby, see [Check]
}

// PriceParts splits a nodal price, $/MWh.
type PriceParts struct{ Energy, Loss, Congestion float64 }

// Violation is a limit that could not be kept.
type Violation struct {
	What string  `json:"what"`
	By   float64 `json:"by"` // in the unit that What names
}

// Secured is a limit after a loss that the dispatch was held to. Branches are
// internal numbers.
type Secured struct {
	Branch, Outage int
	Shadow         float64 // $/h per MW
}

// Solve finds the dispatch of least cost. On [ErrInfeasible] the result holds
// the last iterate and what it violates.
func Solve(net *grid.Network, opt Options) (*Result, error) {
	if opt.Secure {
		return secure(net, opt)
	}
	return dispatch(net, opt, nil)
}

func dispatch(net *grid.Network, opt Options, cuts []cut) (*Result, error) {
	p, err := newProblem(net, opt, cuts)
	if err != nil {
		return nil, err
	}
	s := newInterior(p)
	s.correct = opt.DC && p.rows > 0
	converged, iterations, last := s.run()
	if !converged {
		s, converged, iterations, last = again(p, s, iterations, last)
	}
	r := s.result(converged, iterations, last)
	if !converged {
		r.Violations = s.violations()
		return r, fmt.Errorf("%w in %d iterations for %s: %s", ErrInfeasible, iterations, net.Case.Name, describe(r.Violations))
	}
	return r, nil
}

// attempt is a way to solve a problem.
type attempt struct {
	angles  []float64 // to start from; nil: level
	caution float64   // largest change of an angle in one step, radians; 0: any
	correct bool
}

// again tries a problem that did not converge in other ways: without corrected
// steps where it was with them, and an alternating-current one also from the
// angles of the direct-current one, and with cautious steps. It gives the first
// attempt back where none converges.
func again(p *problem, first *interior, spent int, before conditions) (s *interior, converged bool, iterations int, last conditions) {
	attempts := []attempt{{nil, 0, false}}
	if !p.opt.DC {
		var angles []float64
		direct := p.opt
		direct.DC = true
		if dc, err := dispatch(p.net, direct, nil); err == nil {
			angles = dc.Va
		}
		attempts = []attempt{
			{nil, 0, true},
			{angles, 0, true},
			{angles, 0.2, true},
			{angles, 0, false},
			{angles, 0.2, false},
			{nil, 0.2, false},
			{angles, 0.05, false},
		}
	}
	iterations = spent
	for _, a := range attempts {
		s = newInterior(p)
		s.angles, s.caution, s.correct = a.angles, a.caution, a.correct && p.rows > 0
		var n int
		converged, n, last = s.run()
		iterations += n
		if converged {
			return s, true, iterations, last
		}
	}
	return first, false, iterations, before
}

func (s *interior) result(converged bool, iterations int, last conditions) *Result {
	base, n := s.net.BaseMVA, s.net.N()
	r := &Result{
		Network: s.net, DC: s.opt.DC, Converged: converged, Iterations: iterations, Objective: s.cost, Residual: last.largest(),
		Vm: slices.Clone(s.vm), Va: slices.Clone(s.va), PriceP: make([]float64, n), PriceQ: make([]float64, n),
		ShadowVmax: make([]float64, n), ShadowVmin: make([]float64, n), ShadowFlow: make([]float64, len(s.branch)),
	}
	for i := range n {
		r.PriceP[i], r.PriceQ[i] = s.lambda[2*i]/base, s.lambda[2*i+1]/base
		if s.net.Bus.Kind[i] == grid.Isolated {
			r.Vm[i], r.Va[i] = 0, 0
		}
	}
	for k := range s.units {
		r.Pg = append(r.Pg, s.u[k][atP])
		q := 0.0
		if !s.opt.DC {
			q = s.units[k].reactive(&s.u[k])
		}
		r.Qg = append(r.Qg, q)
	}
	at := s.firstVolt
	for i, fixed := range s.fixVolt {
		if !fixed {
			r.ShadowVmax[i], r.ShadowVmin[i] = s.mu[at], s.mu[at+1]
			at += 2
		}
	}
	s.fillFlows(r)
	r.Certificate = s.certificate()
	r.Parts = s.split(r)
	for k := range s.cuts {
		c := &s.cuts[k]
		if shadow := (s.mu[c.first] + s.mu[c.first+1]) / base; shadow > 1e-6 {
			r.Contingency = append(r.Contingency, Secured{c.branch, c.outage, shadow})
		}
	}
	slices.SortStableFunc(r.Contingency, func(a, b Secured) int { return cmp.Compare(b.Shadow, a.Shadow) })
	return r
}

func (s *interior) fillFlows(r *Result) {
	n := len(s.branch)
	r.Pf, r.Qf, r.Pt, r.Qt = make([]float64, n), make([]float64, n), make([]float64, n), make([]float64, n)
	for k := range s.branch {
		b := &s.branch[k]
		if s.opt.DC {
			r.Pf[k] = s.directFlow(k)
			r.Pt[k] = -r.Pf[k]
		} else {
			e := endsOf(s.va[b.from], s.vm[b.from], s.va[b.to], s.vm[b.to])
			r.Pf[k], r.Qf[k], r.Pt[k], r.Qt[k] = b.pf.at(e), b.qf.at(e), b.pt.at(e), b.qt.at(e)
		}
		if b.first < 0 {
			continue
		}
		r.ShadowFlow[k] = b.scale * (s.mu[b.first] + s.mu[b.first+1]) / s.net.BaseMVA
		if !s.opt.DC && s.opt.Limit != Active {
			r.ShadowFlow[k] *= 2 * b.limit // the constraint is on the square
		}
	}
}

// violations lists the limits and balances that the last iterate misses most.
func (s *interior) violations() []Violation {
	base := s.net.BaseMVA
	var list []Violation
	add := func(by float64, format string, args ...any) {
		if by > 1e-4 || math.IsNaN(by) {
			list = append(list, Violation{fmt.Sprintf(format, args...), by})
		}
	}
	for i := range s.va {
		id := s.net.BusID(i)
		add(math.Abs(s.g[2*i])*base, "balance of bus %d, MW", id)
		add(math.Abs(s.g[2*i+1])*base, "reactive balance of bus %d, MVAr", id)
		if !s.fixVolt[i] {
			add(s.vm[i]-s.vmax[i], "highest voltage of bus %d, p.u.", id)
			add(s.vmin[i]-s.vm[i], "lowest voltage of bus %d, p.u.", id)
		}
	}
	for k := range s.branch {
		b := &s.branch[k]
		if b.first < 0 {
			continue
		}
		c := s.net.Case.Branches[s.net.Branch.Row[k]]
		over := max(s.h[b.first], s.h[b.first+1]) / b.scale
		if !s.opt.DC && s.opt.Limit != Active {
			over = math.Sqrt(max(0, over)+b.most) - b.limit
		}
		add(over*base, "limit of branch row %d (%d-%d), MVA", s.net.Branch.Row[k]+1, c.From, c.To)
	}
	for k := range s.units {
		u := &s.units[k]
		for r := range u.rows {
			add(s.h[u.first+r]*base, "limit of generator row %d at bus %d, MW or MVAr", s.net.Gen.Row[k]+1, s.net.BusID(u.bus))
		}
	}
	slices.SortStableFunc(list, func(a, b Violation) int { return cmp.Compare(b.By, a.By) })
	return list[:min(10, len(list))]
}

func describe(list []Violation) string {
	if len(list) == 0 {
		return "limits are kept, but costs did not settle"
	}
	var parts []string
	for _, v := range list[:min(3, len(list))] {
		parts = append(parts, fmt.Sprintf("%s: missed by %.4g", v.What, v.By))
	}
	return strings.Join(parts, "; ")
}

// Apply is the case with the dispatch in it: voltages, set points, generation,
// flows, prices and shadow prices in the columns that MATPOWER uses.
func (r *Result) Apply() *grid.Case {
	net := r.Network
	c := *net.Case
	c.Buses, c.Gens, c.Branches = slices.Clone(c.Buses), slices.Clone(c.Gens), slices.Clone(c.Branches)
	for i, row := range net.Bus.Row {
		b := &c.Buses[row]
		b.Vm, b.Va = r.Vm[i], r.Va[i]*180/math.Pi
		b.LamP, b.LamQ, b.MuVmax, b.MuVmin = r.PriceP[i], r.PriceQ[i], r.ShadowVmax[i], r.ShadowVmin[i]
	}
	for i := range c.Gens {
		c.Gens[i].Pg, c.Gens[i].Qg = 0, 0
	}
	for k, row := range net.Gen.Row {
		g := &c.Gens[row]
		g.Pg, g.Qg = r.Pg[k]*net.BaseMVA, r.Qg[k]*net.BaseMVA
		if !r.DC {
			g.Vg = r.Vm[net.Gen.Bus[k]]
		}
	}
	for i := range c.Branches {
		b := &c.Branches[i]
		b.Pf, b.Qf, b.Pt, b.Qt = 0, 0, 0, 0
	}
	for k, row := range net.Branch.Row {
		b := &c.Branches[row]
		b.Pf, b.Qf = r.Pf[k]*net.BaseMVA, r.Qf[k]*net.BaseMVA
		b.Pt, b.Qt = r.Pt[k]*net.BaseMVA, r.Qt[k]*net.BaseMVA
		b.MuSf = r.ShadowFlow[k]
	}
	return &c
}
