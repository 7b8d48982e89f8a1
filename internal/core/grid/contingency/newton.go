package contingency

import (
	"fmt"
	"math"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
	"github.com/pouw-dem/pouwdem/internal/core/grid/sparse"
)

// newton solves one outage exactly: full Newton steps on the pattern of the
// intact network, whose entries a lost branch merely empties. It is what the
// lanes fall back on. It is for one goroutine.
type newton struct {
	f      *frame
	lu     *sparse.BlockLU
	kind   []grid.BusType // by bus; an outage may release a magnitude
	v      []complex128
	p, q   []float64
	vset2  []float64
	y      []complex128 // Ybus without what is lost
	s      []complex128 // injection at v
	values []float64
	step   []float64
}

func newNewton(f *frame) *newton {
	n, entries := f.n(), len(f.net.Y.Col)
	w := &newton{
		f: f, lu: f.blocks.NewLU(), kind: append([]grid.BusType(nil), f.net.Bus.Kind...),
		v: make([]complex128, n), p: make([]float64, n), q: make([]float64, n), vset2: make([]float64, n),
		y: make([]complex128, entries), s: make([]complex128, n),
		values: make([]float64, 4*entries), step: make([]float64, 2*n),
	}
	w.restoreAdmittance()
	return w
}

func (w *newton) restoreAdmittance() {
	for e := range w.y {
		w.y[e] = complex(w.f.net.Y.G[e], w.f.net.Y.B[e])
	}
}

// load starts from the intact network at voltages v with injections p and q
// (by bus), and returns the squared magnitudes it holds.
func (w *newton) load(v []complex128, p, q []float64) (vset2 []float64) {
	copy(w.v, v)
	copy(w.p, p)
	copy(w.q, q)
	copy(w.kind, w.f.net.Bus.Kind)
	for i, u := range v {
		w.vset2[i] = real(u)*real(u) + imag(u)*imag(u)
	}
	return w.vset2
}

// start is load from a base.
func (w *newton) start(b *base) {
	copy(w.kind, w.f.net.Bus.Kind)
	for at, bus := range b.order {
		w.v[bus], w.p[bus], w.q[bus] = b.v[at], b.p[at], b.q[at]
	}
}

// remove takes what an outage loses out of the network that load prepared.
func (w *newton) remove(l *loss) {
	for _, k := range l.branches {
		w.addBranch(k, -1)
	}
	for _, c := range l.changes {
		bus := w.f.order[c.at]
		w.p[bus] += c.dp
		w.q[bus] += c.dq
		if c.release {
			w.kind[bus] = grid.PQ
		}
	}
}

// restore puts the branches back, from the original numbers so that nothing
// drifts.
func (w *newton) restore(l *loss) {
	y, a := &w.f.net.Y, &w.f.net.Branch
	for _, k := range l.branches {
		f, t := a.From[k], a.To[k]
		for _, e := range []int32{y.Diag[f], y.Diag[t], y.At(f, t), y.At(t, f)} {
			w.y[e] = complex(y.G[e], y.B[e])
		}
	}
}

func (w *newton) addBranch(k int, sign float64) {
	y, a := &w.f.net.Y, &w.f.net.Branch
	f, t := a.From[k], a.To[k]
	s := complex(sign, 0)
	w.y[y.Diag[f]] += s * a.Yff[k]
	w.y[y.Diag[t]] += s * a.Ytt[k]
	w.y[y.At(f, t)] += s * a.Yft[k]
	w.y[y.At(t, f)] += s * a.Ytf[k]
}

// mismatch evaluates the powers at v and what they lack of the schedule, in
// w.step. It returns the largest absolute value; NaN stays NaN.
func (w *newton) mismatch() float64 {
	y := &w.f.net.Y
	worst := 0.0
	for i, u := range w.v {
		var current complex128
		for e := y.Ptr[i]; e < y.Ptr[i+1]; e++ {
			current += w.y[e] * w.v[y.Col[e]]
		}
		w.s[i] = u * complex(real(current), -imag(current))
		dp, dq := 0.0, 0.0
		switch w.kind[i] {
		case grid.PQ:
			dp, dq = w.p[i]-real(w.s[i]), w.q[i]-imag(w.s[i])
		case grid.PV:
			dp = w.p[i] - real(w.s[i])
		}
		w.step[2*i], w.step[2*i+1] = dp, dq
		worst = math.Max(worst, math.Max(math.Abs(dp), math.Abs(dq)))
	}
	return worst
}

// jacobian fills the blocks of derivatives of (P, Q) by (angle, relative
// magnitude) at v, after mismatch. Rows of what is held are those of the
// identity, so the pattern is the same for every type of bus.
// Source: J. E. Van Ness, J. H. Griffin (1961); W. F. Tinney, C. E. Hart,
// "Power flow solution by Newton's method", IEEE Transactions PAS-86 (1967).
func (w *newton) jacobian() {
	y := &w.f.net.Y
	for i, u := range w.v {
		angle := w.kind[i] == grid.PQ || w.kind[i] == grid.PV
		magnitude := w.kind[i] == grid.PQ
		for e := y.Ptr[i]; e < y.Ptr[i+1]; e++ {
			j := int(y.Col[e])
			c := w.y[e] * w.v[j]
			s := u * complex(real(c), -imag(c))
			block := [4]float64{imag(s), real(s), -real(s), imag(s)}
			if i == j {
				block = [4]float64{imag(s) - imag(w.s[i]), real(w.s[i]) + real(s), real(w.s[i]) - real(s), imag(w.s[i]) + imag(s)}
			}
			if !angle {
				block[0], block[1] = identity(i == j, 0)
			}
			if !magnitude {
				block[2], block[3] = identity(i == j, 1)
			}
			copy(w.values[4*e:], block[:])
		}
	}
}

func identity(diagonal bool, row int) (float64, float64) {
	if !diagonal {
		return 0, 0
	}
	return float64(1 - row), float64(row)
}

// update takes the Newton step in w.step.
func (w *newton) update() {
	for i := range w.v {
		sin, cos := math.Sincos(w.step[2*i])
		grow := 1 + w.step[2*i+1]
		w.v[i] *= complex(grow*cos, grow*sin)
	}
}

// solve iterates until the largest mismatch is below the tolerance, at most
// the given number of times, and says how often it did and what was left.
func (w *newton) solve(tolerance float64, most int) (iterations int, left float64, ok bool) {
	left = w.mismatch()
	for ; !(left < tolerance); iterations++ {
		if iterations == most || math.IsNaN(left) || math.IsInf(left, 0) {
			return iterations, left, false
		}
		w.jacobian()
		if err := w.lu.Factor(w.values); err != nil {
			return iterations, left, false
		}
		w.lu.Solve(w.step)
		w.update()
		left = w.mismatch()
	}
	return iterations, left, true
}

// polishLimit is the mismatch in p.u. that a base case must reach: so far
// below any tolerance of an outage that its remainder can be called zero.
const polishLimit = 1e-9

// polish brings a solved base to the last digit and leaves the Jacobian
// factored there.
func (w *newton) polish() error {
	left := w.mismatch()
	if !(left < 1e-3) {
		return fmt.Errorf("%w: a largest mismatch of %g p.u. is left", ErrBase, left)
	}
	for range 4 {
		w.jacobian()
		if err := w.lu.Factor(w.values); err != nil {
			return fmt.Errorf("%w: factor its Jacobian: %w", ErrBase, err)
		}
		if left < polishLimit/1000 {
			break
		}
		w.lu.Solve(w.step)
		w.update()
		left = w.mismatch()
	}
	if !(left < polishLimit) {
		return fmt.Errorf("%w: a mismatch of %g p.u. stays", ErrBase, left)
	}
	return nil
}
