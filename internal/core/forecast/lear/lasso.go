package lear

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/floats"
)

// lasso finds sparse coefficients b of least |y - Xb|^2/(2n) + penalty*|b| by
// coordinate descent on the Gram matrix, along a path of falling penalties, each
// started from the one before. Source: Friedman, Hastie and Tibshirani 2010,
// "Regularization paths for generalized linear models via coordinate descent",
// sections 2.2 (covariance updates) and 2.5.
type lasso struct {
	gram   []float64 // p x p, X'X/n, columns centred and of variance 1 (or 0)
	p, n   int
	b, q   []float64 // coefficients, gram times them
	active []int

	own          []float64 // the active coefficients' part of gram
	slopes, left []float64 // the active coefficients; their products with what is left of y
}

const (
	steps     = 50   // penalties on a path
	patience  = 5    // steps without a better criterion before the path ends
	precision = 1e-3 // of a coefficient, in standard deviations of y
	sweeps    = 200  // at most, for one penalty
)

func newLasso(gram []float64, p, n int) *lasso {
	return &lasso{
		gram: gram, p: p, n: n,
		b: make([]float64, p), q: make([]float64, p),
		own: make([]float64, p*p), slopes: make([]float64, p), left: make([]float64, p),
	}
}

// fit walks the path for a y of variance yy whose products with the columns are
// c = X'y/n, and gives the coefficients that the criterion prefers. perFreedom is
// what a coefficient is charged: 2 is Akaike's, log n Schwarz's.
func (l *lasso) fit(c []float64, yy, perFreedom float64) []float64 {
	clear(l.b)
	clear(l.q)
	l.active = l.active[:0]
	top := 0.0
	for _, v := range c {
		top = max(top, math.Abs(v))
	}
	best := make([]float64, l.p)
	if top == 0 || yy == 0 {
		return best
	}
	// With fewer days than columns the end of the path would fit noise exactly.
	ratio := 1e-3
	if l.n < l.p {
		ratio = 1e-2
	}
	fall := math.Pow(ratio, 1/float64(steps-1))
	least, worse := math.Inf(1), 0
	for penalty, step := top, 0; step < steps && worse < patience; step++ {
		l.descend(c, penalty, precision*math.Sqrt(yy))
		freedom, rest := 0, yy
		for j, b := range l.b {
			if b != 0 {
				freedom++
				rest += b * (l.q[j] - 2*c[j])
			}
		}
		n := float64(l.n)
		if rest < 1e-9*yy || freedom >= l.n-1 {
			break
		}
		value := n*math.Log(rest/n) + perFreedom*float64(freedom)
		if value < least {
			least, worse = value, 0
			copy(best, l.b)
		} else {
			worse++
		}
		penalty *= fall
	}
	return best
}

// descend minimises for one penalty: the active coefficients until they settle,
// then it looks at all once, until none joins.
func (l *lasso) descend(c []float64, penalty, tolerance float64) {
	for range sweeps {
		settled := l.settle(c, penalty, tolerance)
		l.active = slices.DeleteFunc(l.active, func(j int) bool { return l.b[j] == 0 })
		before := len(l.active)
		for j := range l.p {
			if l.b[j] == 0 && l.gram[j*l.p+j] > 0 && math.Abs(c[j]-l.q[j]) > penalty+tolerance {
				l.active = append(l.active, j)
			}
		}
		if settled && len(l.active) == before {
			return
		}
	}
}

// settle sweeps over the active coefficients alone, on their own small Gram
// matrix, and then brings q up to date for all. It reports whether the last sweep
// left them where they were, within the tolerance.
func (l *lasso) settle(c []float64, penalty, tolerance float64) bool {
	k := len(l.active)
	if k == 0 {
		return true
	}
	own, b, left := l.own[:k*k], l.slopes[:k], l.left[:k]
	for i, j := range l.active {
		row := l.gram[j*l.p : (j+1)*l.p]
		for m, to := range l.active {
			own[i*k+m] = row[to]
		}
		b[i], left[i] = l.b[j], c[j]-l.q[j]
	}
	settled := false
	for range sweeps {
		largest := 0.0
		for i := range b {
			row := own[i*k : (i+1)*k]
			next := soft(left[i]+row[i]*b[i], penalty) / row[i]
			d := next - b[i]
			if d == 0 {
				continue
			}
			b[i] = next
			largest = max(largest, math.Abs(d))
			floats.AddScaled(left, -d, row)
		}
		if largest < tolerance {
			settled = true
			break
		}
	}
	for i, j := range l.active {
		if d := b[i] - l.b[j]; d != 0 {
			l.b[j] = b[i]
			floats.AddScaled(l.q, d, l.gram[j*l.p:(j+1)*l.p])
		}
	}
	return settled
}

// soft pulls v towards zero by penalty.
func soft(v, penalty float64) float64 {
	switch {
	case v > penalty:
		return v - penalty
	case v < -penalty:
		return v + penalty
	}
	return 0
}
