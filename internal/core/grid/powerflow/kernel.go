package powerflow

import "math"

// rows is the power balance of every bus and its derivative, evaluated bus by
// bus in one pass: the derivatives by the neighbours' angles and logarithms of
// magnitude add up to what flows out of the bus.
//
// With the neighbour's voltage turned into the frame of the bus, c+id, and
// a = Gc+Bd, b = Gd-Bc, the derivatives of the outflow P+iQ are
// [b a; -a b], the sum of a is P, that of b is Q, and the diagonal block has
// [-Q P; P Q] added. Source: MATPOWER Technical Note 2, "AC power flows,
// generalized OPF costs and their derivatives using complex matrix notation",
// in polar form, with the logarithm of the magnitude for the magnitude.
type rows struct {
	ptr, col, diag []int32
	y              []float64 // per entry: G and B
	v              []float64 // per bus: real and imaginary part
	role           []role    // per bus
	given          []float64 // per bus: scheduled P and Q
	out            []float64 // per bus: P and Q that flow out
	step           []float64 // per bus: what is missing of P and Q where they are scheduled
	jac            []float64 // per entry: a block, row-major

	largest [2]float64 // of what is missing, by P and Q
	sum     [2]float64 // of its absolute values: no number where any is none
}

// role says which of the two equations of a bus hold: that of P, of Q. The
// others are replaced by a step of zero.
type role int32

const (
	neither role = iota
	onlyP
	both
)

// evaluate is the kernel in Go.
func (r *rows) evaluate() {
	r.largest, r.sum = [2]float64{}, [2]float64{}
	for i := range r.diag {
		p, q := r.row(i)
		r.out[2*i], r.out[2*i+1] = p, q
		d := r.jac[4*r.diag[i] : 4*r.diag[i]+4 : 4*r.diag[i]+4]
		d[0], d[1], d[2], d[3] = d[0]-q, d[1]+p, d[2]+p, d[3]+q
		dp, dq := r.given[2*i]-p, r.given[2*i+1]-q
		if r.role[i] == neither {
			clear(r.jac[4*r.ptr[i] : 4*r.ptr[i+1]])
			d[0], dp = 1, 0
		}
		if r.role[i] != both {
			for k := r.ptr[i]; k < r.ptr[i+1]; k++ {
				r.jac[4*k+2], r.jac[4*k+3] = 0, 0
			}
			d[3], dq = 1, 0
		}
		r.step[2*i], r.step[2*i+1] = dp, dq
		for e, x := range [2]float64{math.Abs(dp), math.Abs(dq)} {
			r.largest[e] = max(r.largest[e], x)
			r.sum[e] += x
		}
	}
}

// row fills the blocks of a bus and gives what flows out of it.
func (r *rows) row(i int) (p, q float64) {
	ei, fi := r.v[2*i], r.v[2*i+1]
	for k := r.ptr[i]; k < r.ptr[i+1]; k++ {
		j := r.col[k]
		ej, fj := r.v[2*j], r.v[2*j+1]
		c, d := ei*ej+fi*fj, fi*ej-ei*fj
		g, b := r.y[2*k], r.y[2*k+1]
		x, y := g*c+b*d, g*d-b*c
		out := r.jac[4*k : 4*k+4 : 4*k+4]
		out[0], out[1], out[2], out[3] = y, x, -x, y
		p += x
		q += y
	}
	return p, q
}

// missing is the largest of what is missing; infinite where anything is no
// number.
func (r *rows) missing() float64 {
	if sum := r.sum[0] + r.sum[1]; math.IsNaN(sum) || math.IsInf(sum, 0) {
		return math.Inf(1)
	}
	return max(r.largest[0], r.largest[1])
}

// turn applies a Newton step: angles by what it says, magnitudes by their
// logarithm to first order, and the phasors v by turning and stretching them.
func turn(step, vm, va, v []float64) {
	for i := range vm {
		angle, stretch := step[2*i], 1+step[2*i+1]
		va[i] += angle
		vm[i] *= stretch
		if vm[i] < 0 { // the same phasor with a positive magnitude
			vm[i] = -vm[i]
			va[i] += math.Pi
		}
		sin, cos := sincos(angle)
		e, f := v[2*i], v[2*i+1]
		v[2*i], v[2*i+1] = stretch*(e*cos-f*sin), stretch*(e*sin+f*cos)
	}
}

// sincos is math.Sincos, for the small angles of a step by their power series,
// whose first term left out is below 1e-17 of the value.
func sincos(x float64) (sin, cos float64) {
	if !(math.Abs(x) <= 0.25) {
		return math.Sincos(x)
	}
	z := x * x
	sin = x * (1 + z*(-1./6+z*(1./120+z*(-1./5040+z*(1./362880+z*(-1./39916800+z*(1./6227020800)))))))
	cos = 1 + z*(-1./2+z*(1./24+z*(-1./720+z*(1./40320+z*(-1./3628800+z*(1./479001600))))))
	return sin, cos
}
