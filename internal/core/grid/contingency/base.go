package contingency

import (
	"errors"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
)

// ErrBase is a base case without a solution: there is nothing to lose from.
var ErrBase = errors.New("base case has no solution")

// base is the solved network before the loss, with the factors of its
// Jacobian, all by position. It is shared by the workers and never changes.
type base struct {
	*frame
	v                     []complex128
	p, q                  []float64 // scheduled injection, p.u.
	rules                 []rule
	lower, upper, inverse [][4]float64
}

// newBase starts from voltages close to the solution (by bus), brings them to
// the last digit, and factors the Jacobian there.
func newBase(f *frame, n *newton, v []complex128, p, q []float64) (*base, error) {
	b := &base{frame: f}
	vset2 := n.load(v, p, q)
	if err := n.polish(); err != nil {
		return nil, err
	}
	b.v, b.p, b.q = make([]complex128, f.n()), make([]float64, f.n()), make([]float64, f.n())
	b.rules = make([]rule, f.n())
	for at, bus := range f.order {
		b.v[at], b.p[at], b.q[at] = n.v[bus], p[bus], q[bus]
		b.rules[at] = ruleFor(f.kind[at], p[bus], q[bus], vset2[bus])
	}
	b.lower, b.upper, b.inverse = n.lu.Parts()
	return b, nil
}

func ruleFor(kind grid.BusType, p, q, vset2 float64) rule {
	held := rule{p: p, onP: 1, q: 0.5, onV: 0.5 / vset2}
	switch kind {
	case grid.PQ:
		return rule{p: p, onP: 1, q: q, onQ: 1}
	case grid.PV:
		return held
	case grid.Ref:
		held.p, held.onP = 0, 0
		return held
	default: // a dead bus wants nothing and stays at zero
		return rule{}
	}
}
