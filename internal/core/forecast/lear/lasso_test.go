package lear

import (
	"math"
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"
)

// At the least penalised square the products of the residual with the columns
// are at most the penalty, and equal to it, with the sign of the coefficient,
// where that is not zero. Source: Friedman, Hastie and Tibshirani 2010, equation
// 5; the conditions are sufficient, since the problem is convex.
func TestDescentEndsWhereTheConditionsOfTheOptimumHold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, p := rapid.IntRange(20, 60).Draw(t, "rows"), rapid.IntRange(2, 30).Draw(t, "columns")
		rng := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
		x, y := make([][]float64, p), make([]float64, n)
		for j := range x {
			x[j] = make([]float64, n)
		}
		for i := range y {
			shared := rng.NormFloat64()
			for j := range x {
				x[j][i] = rng.NormFloat64() + shared
			}
			y[i] = 2*x[0][i] - x[p-1][i] + rng.NormFloat64()
		}
		gram, c := products(x, y)
		top := 0.0
		for _, v := range c {
			top = max(top, math.Abs(v))
		}
		l := newLasso(gram, p, n)
		penalty := top * rapid.Float64Range(0.05, 0.9).Draw(t, "share")
		const tolerance = 1e-9
		l.descend(c, penalty, tolerance)
		for j := range p {
			pull := c[j]
			for k := range p {
				pull -= gram[j*p+k] * l.b[k]
			}
			switch {
			case l.b[j] == 0 && math.Abs(pull) > penalty+1e-6:
				t.Fatalf("column %d is left out with a pull of %v over %v", j, pull, penalty)
			case l.b[j] != 0 && math.Abs(pull-math.Copysign(penalty, l.b[j])) > 1e-6:
				t.Fatalf("column %d: coefficient %v, pull %v, penalty %v", j, l.b[j], pull, penalty)
			}
		}
	})
}

func products(x [][]float64, y []float64) (gram, c []float64) {
	p, n := len(x), float64(len(y))
	gram, c = make([]float64, p*p), make([]float64, p)
	for j := range x {
		for i := range y {
			c[j] += x[j][i] * y[i] / n
			for k := range x {
				gram[j*p+k] += x[j][i] * x[k][i] / n
			}
		}
	}
	return gram, c
}

func TestTheCriterionKeepsWhatMattersAndLeavesNoise(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 7))
	const n, p = 400, 50
	x, y := make([][]float64, p), make([]float64, n)
	for j := range x {
		x[j] = make([]float64, n)
		for i := range x[j] {
			x[j][i] = rng.NormFloat64()
		}
	}
	var yy float64
	for i := range y {
		y[i] = 3*x[4][i] - 2*x[9][i] + 0.5*rng.NormFloat64()
		yy += y[i] * y[i] / n
	}
	gram, c := products(x, y)
	b := newLasso(gram, p, n).fit(c, yy, math.Log(n))
	if math.Abs(b[4]-3) > 0.1 || math.Abs(b[9]+2) > 0.1 {
		t.Errorf("coefficients %.3f and %.3f, 3 and -2 expected", b[4], b[9])
	}
	for j, v := range b {
		if j != 4 && j != 9 && math.Abs(v) > 0.1 {
			t.Errorf("noise %d has a coefficient of %.3f", j, v)
		}
	}
}
