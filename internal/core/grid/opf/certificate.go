package opf

import (
	"errors"
	"fmt"
	"math"
	"slices"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
	"github.com/pouw-dem/pouwdem/internal/core/grid/contingency"
)

// ErrCertificate is a certificate that does not hold.
var ErrCertificate = errors.New("the certificate does not hold")

// Certificate is a dispatch with the multipliers that show that it is the best
// one: of the direct-current problem, which is convex, in all; of the
// alternating-current one nearby. p.u. and radians by the network's internal
// numbers, multipliers in $/h for each p.u.
type Certificate struct {
	Vm, Va  []float64    // per bus
	Units   [][4]float64 // per generator in service: P, Q, heights of their piecewise linear costs
	Balance []float64    // multipliers of the balances, of P and Q by turns
	Limits  []float64    // multipliers of all limits, in the order of the problem
	Losses  []Pair       // limits after a loss that the dispatch was held to
}

// Pair is a branch whose limit is kept after the loss of another, internal
// numbers.
type Pair struct{ Branch, Outage int }

// Shown is what a certificate shows.
type Shown struct {
	Objective float64 // $/h
	Gap       float64 // $/h; multipliers times what is left of their limits
	Worst     float64 // largest flow over its limit, a fraction; 0 where none is limited
}

// Tolerances of a check: what rounding and the method's own end leave.
const (
	feasible   = 1e-4 // p.u.
	stationary = 1e-4 // of the steepest cost
	closed     = 1e-5 // gap, of the cost
)

func (s *interior) certificate() Certificate {
	c := Certificate{
		Vm: slices.Clone(s.vm), Va: slices.Clone(s.va), Units: slices.Clone(s.u),
		Balance: slices.Clone(s.lambda), Limits: slices.Clone(s.mu),
	}
	for _, k := range s.cuts {
		c.Losses = append(c.Losses, Pair{k.branch, k.outage})
	}
	return c
}

// Check says whether a certificate shows an optimum: balances and limits are
// kept, the gradient of the Lagrangian is zero, no multiplier is negative, and
// only limits that bind have one. It solves nothing, but for the distribution
// factors of a secure dispatch. Source of the conditions: Karush 1939, Kuhn and
// Tucker 1951.
func Check(net *grid.Network, opt Options, c Certificate) (Shown, error) {
	var linear *contingency.Linear
	var cuts []cut
	var err error
	if opt.Secure {
		if linear, err = contingency.NewLinear(net); err != nil {
			return Shown{}, err
		}
		if cuts, err = cutsOf(net, linear, c.Losses, opt.secureFactor()); err != nil {
			return Shown{}, err
		}
	} else if len(c.Losses) > 0 {
		return Shown{}, fmt.Errorf("%w: it names losses that were not asked about", ErrCertificate)
	}
	p, err := newProblem(net, opt, cuts)
	if err != nil {
		return Shown{}, err
	}
	s := evaluator(p)
	if err := s.put(c); err != nil {
		return Shown{}, err
	}
	s.evaluate()
	s.gradients()
	shown, err := s.holds()
	if err != nil || linear == nil {
		return shown, err
	}
	flow := make([]float64, len(s.branch))
	for k := range flow {
		flow[k] = s.directFlow(k)
	}
	if over := violated(net, linear, flow, opt.secureFactor(), feasible, map[[2]int]bool{}); len(over) > 0 {
		return shown, fmt.Errorf("%w: the loss of branch row %d overloads branch row %d", ErrCertificate, net.Branch.Row[over[0].outage]+1, net.Branch.Row[over[0].branch]+1)
	}
	return shown, nil
}

// cutsOf builds the limits after a loss that a certificate names, with factors
// of our own.
func cutsOf(net *grid.Network, linear *contingency.Linear, pairs []Pair, factor float64) ([]cut, error) {
	n := len(net.Branch.Row)
	if len(pairs) > n*n {
		return nil, fmt.Errorf("%w: %d limits after a loss", ErrCertificate, len(pairs))
	}
	shares := make(map[int][]float64)
	var cuts []cut
	for _, p := range pairs {
		if p.Branch < 0 || p.Branch >= n || p.Outage < 0 || p.Outage >= n || p.Branch == p.Outage {
			return nil, fmt.Errorf("%w: branch %d after the loss of %d", ErrCertificate, p.Branch, p.Outage)
		}
		share, have := shares[p.Outage]
		if !have {
			share = make([]float64, n)
			if !linear.LODFColumn(p.Outage, share) {
				return nil, fmt.Errorf("%w: nothing takes over what branch %d carries", ErrCertificate, p.Outage)
			}
			shares[p.Outage] = share
		}
		cuts = append(cuts, cut{branch: p.Branch, outage: p.Outage, weight: share[p.Branch], most: factor * net.Branch.RateA[p.Branch]})
	}
	return cuts, nil
}

// put takes the certificate's point over. What the problem fixes is not taken
// from it.
func (s *interior) put(c Certificate) error {
	n := s.net.N()
	if len(c.Vm) != n || len(c.Va) != n || len(c.Units) != len(s.units) || len(c.Balance) != 2*n || len(c.Limits) != s.rows {
		return fmt.Errorf("%w: it is of another problem", ErrCertificate)
	}
	copy(s.lambda, c.Balance)
	copy(s.mu, c.Limits)
	for i := range s.va {
		s.va[i], s.vm[i] = c.Va[i], c.Vm[i]
		if s.fixAngle[i] {
			s.va[i] = s.net.Bus.Va[i]
		}
		switch {
		case s.opt.DC || s.net.Bus.Kind[i] == grid.Isolated:
			s.vm[i] = 1
		case s.fixVolt[i]:
			s.vm[i] = (s.vmin[i] + s.vmax[i]) / 2
		}
	}
	for k := range s.units {
		s.u[k] = s.units[k].start()
		for v, used := range s.units[k].use {
			if used {
				s.u[k][v] = c.Units[k][v]
			}
		}
	}
	return nil
}

// holds looks at the conditions one by one. Their scales are the problem's:
// those of the method go by the size of the multipliers, which here are what is
// in doubt.
func (s *interior) holds() (Shown, error) {
	shown := Shown{Objective: s.cost}
	for i, g := range s.g {
		if !(math.Abs(g) <= feasible) {
			return shown, fmt.Errorf("%w: bus %d lacks %.2g per unit", ErrCertificate, s.net.BusID(i/2), g)
		}
	}
	for r, h := range s.h {
		if !(h <= feasible) {
			return shown, fmt.Errorf("%w: a limit is passed by %.2g per unit", ErrCertificate, h)
		}
		if !(s.mu[r] >= -1e-6) {
			return shown, fmt.Errorf("%w: a limit has the multiplier %.2g", ErrCertificate, s.mu[r])
		}
		shown.Gap += math.Abs(s.mu[r] * h)
	}
	if !(shown.Gap <= closed*(1+math.Abs(s.cost))) {
		return shown, fmt.Errorf("%w: limits that do not bind have multipliers, worth %.3g $/h", ErrCertificate, shown.Gap)
	}
	most := stationary * (1 + s.dearest())
	for i, d := range s.lx {
		if !(math.Abs(d) <= most) {
			return shown, fmt.Errorf("%w: it would pay to move the voltage of bus %d, by %.3g $/h for each p.u. of it", ErrCertificate, s.net.BusID(i/2), d)
		}
	}
	for k := range s.lu {
		for _, d := range s.lu[k] {
			if !(math.Abs(d) <= most) {
				return shown, fmt.Errorf("%w: it would pay to move the generator in row %d, by %.3g $/h for each p.u. of it", ErrCertificate, s.net.Gen.Row[k]+1, d)
			}
		}
	}
	for k := range s.branch {
		if b := &s.branch[k]; !math.IsInf(b.limit, 1) {
			shown.Worst = max(shown.Worst, s.flow(k)/b.limit)
		}
	}
	return shown, nil
}

// flow of a branch in what its limit bounds, the larger of both ends.
func (s *interior) flow(k int) float64 {
	b := &s.branch[k]
	if s.opt.DC {
		return math.Abs(s.directFlow(k))
	}
	e := endsOf(s.va[b.from], s.vm[b.from], s.va[b.to], s.vm[b.to])
	switch s.opt.Limit {
	case Active:
		return max(math.Abs(b.pf.at(e)), math.Abs(b.pt.at(e)))
	case Current:
		return math.Sqrt(max(b.cf.at(e), b.ct.at(e)))
	}
	return max(math.Hypot(b.pf.at(e), b.qf.at(e)), math.Hypot(b.pt.at(e), b.qt.at(e)))
}

// dearest is the largest slope of a generator's cost, $/h per p.u.
func (s *interior) dearest() float64 {
	largest := 0.0
	for k := range s.units {
		u := &s.units[k]
		_, p, _ := u.cost[0].at(s.u[k][atP])
		_, q, _ := u.cost[1].at(u.reactive(&s.u[k]))
		largest = max(largest, math.Abs(p)+u.scale[0], math.Abs(q)+u.scale[1])
	}
	return largest
}
