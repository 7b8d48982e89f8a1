package continuation

import (
	"math"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
)

// corrections at most per point.
const corrections = 10

// slope finds where the solution goes as lambda does, in toward, and what flows
// at the present point.
func (f *follower) slope() bool {
	f.evaluate()
	if f.lu.Factor(f.jac) != nil {
		return false
	}
	f.aim(f.toward)
	f.lu.Solve(f.toward)
	return !math.IsNaN(f.toward[0])
}

// orient makes the unit tangent of where the solution goes, in the direction of
// the present one.
func (f *follower) orient() {
	size, along := 1.0, f.tl
	for i, v := range f.toward {
		size += v * v
		along += v * f.tangent[i]
	}
	size = math.Sqrt(size)
	if along < 0 {
		size = -size
	}
	for i, v := range f.toward {
		f.tangent[i] = v / size
	}
	f.tl = 1 / size
}

// aim is what one more unit of lambda asks of every equation.
func (f *follower) aim(into []float64) {
	for i, kind := range f.kind {
		into[2*i], into[2*i+1] = f.dp[i], f.dq[i]
		if kind == grid.Ref || kind == grid.Isolated {
			into[2*i] = 0
		}
		if kind != grid.PQ {
			into[2*i+1] = 0
		}
	}
}

// advance goes a step along the tangent and back to the curve, keeping the
// distance gone along the tangent.
func (f *follower) advance(step float64) bool {
	for i := range f.vm {
		f.va[i] += step * f.tangent[2*i]
		f.vm[i] *= math.Exp(step * f.tangent[2*i+1])
	}
	f.lambda += step * f.tl
	for range corrections {
		size := f.evaluate()
		if f.lu.Factor(f.jac) != nil || math.IsNaN(size) || math.IsInf(size, 0) {
			return false
		}
		f.aim(f.toward)
		f.lu.Solve(f.toward)
		if size < f.opt.Tolerance {
			return true
		}
		f.lu.Solve(f.miss)
		under, over := f.tl, 0.0
		for i, t := range f.tangent {
			under += t * f.toward[i]
			over += t * f.miss[i]
		}
		if under == 0 {
			return false
		}
		dl := -over / under
		for i := range f.vm {
			f.va[i] += f.miss[2*i] + dl*f.toward[2*i]
			f.vm[i] *= 1 + max(-0.5, min(0.5, f.miss[2*i+1]+dl*f.toward[2*i+1]))
		}
		f.lambda += dl
	}
	return false
}

// settle solves again at the present lambda, after a bus changed its role.
func (f *follower) settle() bool {
	for range corrections {
		size := f.evaluate()
		if size < f.opt.Tolerance {
			return true
		}
		if f.lu.Factor(f.jac) != nil || math.IsNaN(size) {
			return false
		}
		f.lu.Solve(f.miss)
		for i := range f.vm {
			f.va[i] += f.miss[2*i]
			f.vm[i] *= 1 + max(-0.5, min(0.5, f.miss[2*i+1]))
		}
	}
	return false
}

// evaluate fills what is missing at every bus and the Jacobian, and gives the
// largest missing; infinite where anything is no number.
func (f *follower) evaluate() float64 {
	y, e, g := &f.net.Y, f.e, f.g
	for i := range e {
		sin, cos := math.Sincos(f.va[i])
		e[i], g[i] = f.vm[i]*cos, f.vm[i]*sin
	}
	largest, sum := 0.0, 0.0
	for i, kind := range f.kind {
		f.pc[i], f.qc[i] = 0, 0
		for k := y.Ptr[i]; k < y.Ptr[i+1]; k++ {
			j := y.Col[k]
			c, d := e[i]*e[j]+g[i]*g[j], g[i]*e[j]-e[i]*g[j]
			a, b := y.G[k]*c+y.B[k]*d, y.G[k]*d-y.B[k]*c
			f.pc[i] += a
			f.qc[i] += b
			out := f.jac[4*k : 4*k+4 : 4*k+4]
			out[0], out[1], out[2], out[3] = b, a, -a, b
		}
		own := f.jac[4*y.Diag[i] : 4*y.Diag[i]+4]
		own[0] -= f.qc[i]
		own[1] += f.pc[i]
		own[2] += f.pc[i]
		own[3] += f.qc[i]
		dp, dq := f.p[i]+f.lambda*f.dp[i]-f.pc[i], f.q[i]+f.lambda*f.dq[i]-f.qc[i]
		if kind == grid.Ref || kind == grid.Isolated {
			dp = 0
			f.given(i, 0)
		}
		if kind != grid.PQ {
			dq = 0
			f.given(i, 1)
		}
		f.miss[2*i], f.miss[2*i+1] = dp, dq
		largest = max(largest, math.Abs(dp), math.Abs(dq))
		sum += dp + dq
	}
	if math.IsNaN(sum) || math.IsInf(sum, 0) {
		return math.Inf(1)
	}
	return largest
}

// given makes a row of a bus the identity's.
func (f *follower) given(i, row int) {
	y := &f.net.Y
	for k := y.Ptr[i]; k < y.Ptr[i+1]; k++ {
		f.jac[4*int(k)+2*row], f.jac[4*int(k)+2*row+1] = 0, 0
	}
	f.jac[4*int(y.Diag[i])+3*row] = 1
}
