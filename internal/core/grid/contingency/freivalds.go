package contingency

import (
	"errors"
	"fmt"
	"math"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
)

// ErrAngles are angles that do not solve the direct-current power flow.
var ErrAngles = errors.New("the angles do not balance")

// BaseAngles are the angles, in radians, of the direct-current power flow for the
// injections p in p.u.; the reference of each island is at zero.
func (l *Linear) BaseAngles(p []float64) []float64 {
	out := directInjection(l.net, l.b, p)
	l.angles(out)
	return out
}

// directInjection is what the susceptance matrix times the angles must be.
func directInjection(net *grid.Network, b, p []float64) []float64 {
	out := make([]float64, len(p))
	for i := range p {
		out[i] = p[i] - net.Bus.Gs[i]
	}
	for k, s := range b {
		out[net.Branch.From[k]] += s * net.Branch.Shift[k]
		out[net.Branch.To[k]] -= s * net.Branch.Shift[k]
	}
	return out
}

// OutageAngles fills into with the angles after the loss of branch k, from those
// before. It reports false where k is a bridge. The loss is a change of rank one:
// Sherman and Morrison 1950.
func (l *Linear) OutageAngles(before []float64, k int, into []float64) bool {
	if l.bridges.Is(k) {
		return false
	}
	f, t := l.net.Branch.From[k], l.net.Branch.To[k]
	w := l.transfer(k)
	lost := l.b[k] * (before[f] - before[t] - l.net.Branch.Shift[k])
	by := lost / (1 - l.b[k]*(w[f]-w[t]))
	for i := range into {
		into[i] = before[i] + by*w[i]
	}
	return true
}

// Screening checks angles after losses without solving for any.
type Screening struct {
	net  *grid.Network
	b    []float64
	want []float64
	live []bool // buses whose balance counts
}

// NewScreening is for the injections p, p.u.
func NewScreening(net *grid.Network, p []float64) (*Screening, error) {
	s := &Screening{net: net, b: make([]float64, len(net.Branch.Row)), live: make([]bool, net.N())}
	for k, x := range net.Branch.X {
		if x == 0 {
			return nil, fmt.Errorf("branch row %d has no reactance, which the direct-current model divides by: %w", net.Branch.Row[k]+1, grid.ErrCase)
		}
		s.b[k] = 1 / (x * net.Branch.Tap[k])
	}
	has := make([]bool, net.Islands)
	for i, kind := range net.Bus.Kind {
		reference := kind == grid.Ref && !has[net.Island[i]]
		has[net.Island[i]] = has[net.Island[i]] || reference
		s.live[i] = !reference
	}
	for _, i := range net.Dead {
		s.live[i] = false
	}
	s.want = directInjection(net, s.b, p)
	return s, nil
}

// Balanced says whether angles after losses balance every bus to within a
// tolerance, p.u., all of them at once: with weights that nobody could foresee,
// their weighted sum balances a weighted sum of injections, or one of them does
// not. angles has a row for each lost branch. Where some are wrong by more than
// the tolerance, weights between 1 and 2 in size pass one alone never, and several
// that are to make up for each other with a chance of about the tolerance over
// what is wrong. Source: Freivalds 1977, "Probabilistic machines can use less
// running time".
func (s *Screening) Balanced(lost []int, angles [][]float64, weights []float64, tolerance float64) error {
	sum, missing := make([]float64, s.net.N()), make([]float64, s.net.N())
	total := 0.0
	from, to := s.net.Branch.From, s.net.Branch.To
	for j, row := range angles {
		w := weights[j]
		total += w
		for i, a := range row {
			sum[i] += w * a
		}
		k := lost[j]
		flow := w * s.b[k] * (row[from[k]] - row[to[k]] - s.net.Branch.Shift[k])
		missing[from[k]] += flow
		missing[to[k]] -= flow
	}
	for i, p := range s.want {
		missing[i] += total * p
	}
	for k, b := range s.b {
		flow := b * (sum[from[k]] - sum[to[k]])
		missing[from[k]] -= flow
		missing[to[k]] += flow
	}
	for i, p := range missing {
		if s.live[i] && !(math.Abs(p) <= tolerance) {
			return fmt.Errorf("%w: bus %d lacks %.2g p.u. over %d outages", ErrAngles, s.net.BusID(i), p, len(lost))
		}
		if !s.live[i] && !(math.Abs(sum[i]) <= tolerance) {
			return fmt.Errorf("%w: the reference bus %d is not at zero", ErrAngles, s.net.BusID(i))
		}
	}
	return nil
}

// Worst is the largest flow over its rating, a fraction, that angles give after
// the loss of branch k.
func (s *Screening) Worst(k int, angle []float64) float64 {
	worst := 0.0
	a := &s.net.Branch
	for l, b := range s.b {
		if l != k && !math.IsInf(a.RateA[l], 1) {
			worst = max(worst, math.Abs(b*(angle[a.From[l]]-angle[a.To[l]]-a.Shift[l]))/a.RateA[l])
		}
	}
	return worst
}
