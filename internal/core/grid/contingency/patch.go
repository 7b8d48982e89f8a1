package contingency

import (
	"math"
	"slices"
)

// rankLimit is the number of changed rows of the Jacobian up to which it is
// cheaper to correct the factors' answers than to factor anew: four for a
// branch, so two branches fit.
const rankLimit = 8

// patch corrects the answers of the intact network's factors for one loss,
// without touching the factors. With J' = L U + E R', E the unit columns of
// the changed rows and R' their change,
//
//	J'^-1 = U^-1 (I - F K H') L^-1,  F = L^-1 E,  H = U^-T R,  K = (I + H'F)^-1
//
// F and H live on the paths of the touched rows to the root of the elimination
// tree, so the correction between forward and backward costs a few dozen rows.
// Sources: O. Alsac, B. Stott, W. F. Tinney, "Sparsity-oriented compensation
// methods for modified network solutions", IEEE Transactions PAS-102 (1983),
// there called mid-compensation; W. F. Tinney, V. Brandwajn, S. M. Chan,
// "Sparse vector methods", PAS-104 (1985).
type patch struct {
	b    *base
	rows []row   // changed rows of the Jacobian
	path []int32 // positions where F and H are not zero, ascending
	f, h []float64
	k    []float64
	mark []int32 // by position: place in path plus one
	dot  [rankLimit]float64
	turn [rankLimit]float64
	gram [rankLimit * rankLimit]float64
}

// row of the Jacobian: component 0 is the active power at a position, 1 the
// reactive one.
type row struct {
	at        int32
	component int32
}

func newPatch(b *base) *patch {
	return &patch{b: b, mark: make([]int32, b.n())}
}

// prepare computes the patch of a loss that touches the positions. It reports
// false where the loss is beyond it: too many rows, or a Jacobian that is
// singular without what is lost.
func (p *patch) prepare(l *loss, positions []int32) bool {
	p.findRows(l, positions)
	if len(p.rows) > rankLimit {
		return false
	}
	p.findPath(l, positions)
	m := len(p.rows)
	size := 2 * m * len(p.path)
	p.f, p.h = zeros(p.f, size), zeros(p.h, size)
	for k, r := range p.rows {
		p.f[p.index(r.at, r.component, k)] = 1
	}
	p.fillChange(l)
	p.eliminate()
	ok := p.invert()
	for _, at := range p.path {
		p.mark[at] = 0
	}
	return ok
}

func zeros(s []float64, size int) []float64 {
	if cap(s) < size {
		return make([]float64, size)
	}
	s = s[:size]
	clear(s)
	return s
}

// findRows lists the rows that change: of every free mismatch at the ends of a
// lost branch, and the one of a magnitude that is released.
func (p *patch) findRows(l *loss, positions []int32) {
	p.rows = p.rows[:0]
	for _, at := range positions {
		angle, magnitude := p.b.free(at)
		_, released := l.releases(at)
		if l.touches(p.b.frame, at) {
			if angle {
				p.rows = append(p.rows, row{at, 0})
			}
			if magnitude || released {
				p.rows = append(p.rows, row{at, 1})
			}
		} else if released {
			p.rows = append(p.rows, row{at, 1})
		}
	}
}

// touches reports whether a lost branch ends at the position.
func (l *loss) touches(f *frame, at int32) bool {
	for _, k := range l.branches {
		if f.at[k].from == at || f.at[k].to == at {
			return true
		}
	}
	return false
}

// findPath unites the ways to the root of all positions with an entry in E or
// R; the change of a released row reaches to its neighbours.
func (p *patch) findPath(l *loss, positions []int32) {
	p.path = p.path[:0]
	for _, at := range positions {
		p.climb(at)
		if _, released := l.releases(at); released {
			for e := p.b.yPtr[at]; e < p.b.yPtr[at+1]; e++ {
				p.climb(p.b.yCol[e])
			}
		}
	}
	slices.Sort(p.path)
	for place, at := range p.path {
		p.mark[at] = int32(place) + 1
	}
}

func (p *patch) climb(at int32) {
	for at >= 0 && p.mark[at] == 0 {
		p.mark[at] = 1
		p.path = append(p.path, at)
		at = p.b.parent[at]
	}
}

// index of entry (at, component) of column k of F or H.
func (p *patch) index(at, component int32, k int) int {
	return (2*int(p.mark[at]-1)+int(component))*len(p.rows) + k
}

func (p *patch) rowOf(at, component int32) int {
	for k, r := range p.rows {
		if r.at == at && r.component == component {
			return k
		}
	}
	return -1
}

// fillChange puts R' into h: minus the derivatives of the lost branches' powers
// at their ends, plus the row of reactive power where a magnitude is released.
func (p *patch) fillChange(l *loss) {
	for _, k := range l.branches {
		w, at := &p.b.weights[k], p.b.at[k]
		vf, vt := p.b.v[at.from], p.b.v[at.to]
		p.loseEnd(at.from, at.to, complex(w.gff, w.bff), complex(w.gft, w.bft), vf, vt)
		p.loseEnd(at.to, at.from, complex(w.gtt, w.btt), complex(w.gtf, w.btf), vt, vf)
	}
	for _, c := range l.changes {
		if c.release {
			p.releaseRow(c.at)
		}
	}
}

// loseEnd subtracts the derivatives of V (Yown V + Yother Vo)* at one end.
func (p *patch) loseEnd(at, other int32, own, mutual, v, vo complex128) {
	s := v * conj(own*v)
	t := v * conj(mutual*vo)
	if k := p.rowOf(at, 0); k >= 0 {
		p.h[p.index(at, 0, k)] += imag(t)
		p.h[p.index(at, 1, k)] -= 2*real(s) + real(t)
		p.h[p.index(other, 0, k)] -= imag(t)
		p.h[p.index(other, 1, k)] -= real(t)
	}
	if k := p.rowOf(at, 1); k >= 0 {
		p.h[p.index(at, 0, k)] -= real(t)
		p.h[p.index(at, 1, k)] -= 2*imag(s) + imag(t)
		p.h[p.index(other, 0, k)] += real(t)
		p.h[p.index(other, 1, k)] -= imag(t)
	}
}

// releaseRow replaces the identity row of a held magnitude by that of the
// reactive power.
func (p *patch) releaseRow(at int32) {
	k := p.rowOf(at, 1)
	b := p.b
	p.h[p.index(at, 1, k)] -= 1
	for e := b.yPtr[at]; e < b.yPtr[at+1]; e++ {
		j := b.yCol[e]
		y := complex(b.y[e][0], b.y[e][1])
		s := b.v[at] * conj(y*b.v[j])
		if j == at {
			p.h[p.index(at, 1, k)] += 2 * imag(s)
			continue
		}
		p.h[p.index(at, 0, k)] += real(s)
		p.h[p.index(at, 1, k)] += imag(s)
		p.h[p.index(j, 0, k)] -= real(s)
		p.h[p.index(j, 1, k)] += imag(s)
	}
}

func conj(z complex128) complex128 { return complex(real(z), -imag(z)) }

// eliminate solves L F = E and U'H = R along the path.
func (p *patch) eliminate() {
	b, m := p.b, len(p.rows)
	for place, at := range p.path {
		f0 := p.f[2*place*m : (2*place+1)*m]
		f1 := p.f[(2*place+1)*m : (2*place+2)*m]
		h0 := p.h[2*place*m : (2*place+1)*m]
		h1 := p.h[(2*place+1)*m : (2*place+2)*m]
		d := &b.inverse[at]
		for k := range m {
			h0[k], h1[k] = d[0]*h0[k]+d[2]*h1[k], d[1]*h0[k]+d[3]*h1[k]
		}
		for e := b.upperPtr[at]; e < b.upperPtr[at+1]; e++ {
			to := 2 * int(p.mark[b.upperCol[e]]-1) * m
			low, up := &b.lower[b.mirror[e]], &b.upper[e]
			g0, g1 := p.f[to:to+m], p.f[to+m:to+2*m]
			q0, q1 := p.h[to:to+m], p.h[to+m:to+2*m]
			for k := range m {
				g0[k] -= low[0]*f0[k] + low[1]*f1[k]
				g1[k] -= low[2]*f0[k] + low[3]*f1[k]
				q0[k] -= up[0]*h0[k] + up[2]*h1[k]
				q1[k] -= up[1]*h0[k] + up[3]*h1[k]
			}
		}
	}
}

// singularBelow is the pivot of I + H'F under which the network without what
// is lost counts as having no solution near the base.
const singularBelow = 1e-10

// invert fills k with (I + H'F)^-1 by Gauss-Jordan with partial pivoting.
func (p *patch) invert() bool {
	m := len(p.rows)
	a := p.gram[:m*m]
	clear(a)
	p.k = zeros(p.k, m*m)
	for i := range m {
		p.k[i*m+i], a[i*m+i] = 1, 1
	}
	for r := 0; r < len(p.f); r += m {
		for i := range m {
			for j := range m {
				a[i*m+j] += p.h[r+i] * p.f[r+j]
			}
		}
	}
	for c := range m {
		best := c
		for r := c + 1; r < m; r++ {
			if math.Abs(a[r*m+c]) > math.Abs(a[best*m+c]) {
				best = r
			}
		}
		pivot := a[best*m+c]
		if !(math.Abs(pivot) > singularBelow) {
			return false
		}
		for j := range m {
			a[c*m+j], a[best*m+j] = a[best*m+j], a[c*m+j]
			p.k[c*m+j], p.k[best*m+j] = p.k[best*m+j], p.k[c*m+j]
		}
		for j := range m {
			a[c*m+j] /= pivot
			p.k[c*m+j] /= pivot
		}
		for r := range m {
			factor := a[r*m+c]
			if r == c || factor == 0 {
				continue
			}
			for j := range m {
				a[r*m+j] -= factor * a[c*m+j]
				p.k[r*m+j] -= factor * p.k[c*m+j]
			}
		}
	}
	return true
}

// apply corrects lane k of what the forward solve left in x.
func (p *patch) apply(x []cell, lane int) {
	m := len(p.rows)
	dot, turn := p.dot[:m], p.turn[:m]
	clear(dot)
	for place, at := range p.path {
		a, b := x[at].a[lane], x[at].b[lane]
		h0 := p.h[2*place*m : (2*place+1)*m]
		h1 := p.h[(2*place+1)*m : (2*place+2)*m]
		for k := range dot {
			dot[k] += h0[k]*a + h1[k]*b
		}
	}
	for i := range turn {
		turn[i] = 0
		for j, d := range dot {
			turn[i] += p.k[i*m+j] * d
		}
	}
	for place, at := range p.path {
		f0 := p.f[2*place*m : (2*place+1)*m]
		f1 := p.f[(2*place+1)*m : (2*place+2)*m]
		a, b := 0.0, 0.0
		for k, t := range turn {
			a += f0[k] * t
			b += f1[k] * t
		}
		x[at].a[lane] -= a
		x[at].b[lane] -= b
	}
}
