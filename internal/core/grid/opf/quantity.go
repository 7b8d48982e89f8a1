package opf

import (
	"math"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
)

// quantity is something a branch does, as a function of the magnitudes and
// angles at its ends: own*Vf^2 + far*Vt^2 + Vf*Vt*(cos*cos(a) + sin*sin(a)) with
// a the angle across. Active and reactive flows at both ends, and squared
// currents, are all of this form.
type quantity struct{ own, far, cos, sin float64 }

// vector and matrix are over (angle from, magnitude from, angle to, magnitude to).
type (
	vector [4]float64
	matrix [16]float64
)

func flowQuantities(b *grid.BranchArrays, k int) (pf, qf, pt, qt quantity) {
	ff, ft, tf, tt := b.Yff[k], b.Yft[k], b.Ytf[k], b.Ytt[k]
	pf = quantity{own: real(ff), cos: real(ft), sin: imag(ft)}
	qf = quantity{own: -imag(ff), cos: -imag(ft), sin: real(ft)}
	pt = quantity{far: real(tt), cos: real(tf), sin: -imag(tf)}
	qt = quantity{far: -imag(tt), cos: -imag(tf), sin: -real(tf)}
	return pf, qf, pt, qt
}

// currentQuantities are the squared currents at both ends.
func currentQuantities(b *grid.BranchArrays, k int) (from, to quantity) {
	return squared(b.Yff[k], b.Yft[k]), squared(b.Ytf[k], b.Ytt[k])
}

func squared(y, z complex128) quantity {
	re := real(y)*real(z) + imag(y)*imag(z) // of y conj(z)
	im := imag(y)*real(z) - real(y)*imag(z)
	return quantity{
		own: real(y)*real(y) + imag(y)*imag(y), far: real(z)*real(z) + imag(z)*imag(z),
		cos: 2 * re, sin: -2 * im,
	}
}

// ends are the voltages at the ends of a branch, and the sine and cosine of the
// angle across.
type ends struct{ vf, vt, sin, cos float64 }

func endsOf(af, vf, at, vt float64) ends {
	sin, cos := math.Sincos(af - at)
	return ends{vf, vt, sin, cos}
}

func (q *quantity) at(e ends) float64 {
	return q.own*e.vf*e.vf + q.far*e.vt*e.vt + e.vf*e.vt*(q.cos*e.cos+q.sin*e.sin)
}

func (q *quantity) gradient(e ends) vector {
	c, d := q.cos*e.cos+q.sin*e.sin, q.sin*e.cos-q.cos*e.sin
	across := e.vf * e.vt * d
	return vector{across, 2*q.own*e.vf + e.vt*c, -across, 2*q.far*e.vt + e.vf*c}
}

// plus adds w times another quantity.
func (q *quantity) plus(w float64, o *quantity) {
	q.own += w * o.own
	q.far += w * o.far
	q.cos += w * o.cos
	q.sin += w * o.sin
}

func (q *quantity) hessian(e ends, h *matrix) {
	c, d := q.cos*e.cos+q.sin*e.sin, q.sin*e.cos-q.cos*e.sin
	both := e.vf * e.vt * c
	h[0] -= both
	h[2] += both
	h[8] += both
	h[10] -= both
	h.pair(0, 1, e.vt*d)
	h.pair(0, 3, e.vf*d)
	h.pair(2, 1, -e.vt*d)
	h.pair(2, 3, -e.vf*d)
	h.pair(1, 3, c)
	h[5] += 2 * q.own
	h[15] += 2 * q.far
}

func (h *matrix) pair(i, j int, v float64) {
	h[4*i+j] += v
	h[4*j+i] += v
}

// outer adds w times the outer product of g with itself.
func (h *matrix) outer(w float64, g *vector) {
	for i := range 4 {
		by := w * g[i]
		for j := range 4 {
			h[4*i+j] += by * g[j]
		}
	}
}
