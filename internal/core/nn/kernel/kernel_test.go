package kernel_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"

	"github.com/pouw-dem/pouwdem/internal/core/nn/kernel"
)

// sets is every set that this processor runs.
func sets() []kernel.Set {
	var all []kernel.Set
	for s := kernel.Portable; s <= kernel.Best(); s++ {
		all = append(all, s)
	}
	return all
}

func numbers(rng *rand.Rand, n int) []float32 {
	x := make([]float32, n)
	for i := range x {
		x[i] = float32(rng.NormFloat64())
	}
	return x
}

func source(t *rapid.T) *rand.Rand {
	return rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
}

func TestTheProductAgreesWithFloat64InEverySetShapeAndStride(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rng := source(t)
		rows, inner := rapid.IntRange(1, 20).Draw(t, "rows"), rapid.IntRange(1, 40).Draw(t, "inner")
		cols := kernel.Lanes * rapid.IntRange(1, 5).Draw(t, "lanes")
		a := kernel.Dense(numbers(rng, rows*inner), rows, inner)
		if rapid.Bool().Draw(t, "transposed") {
			a = kernel.Dense(a.Data, inner, rows).Transposed()
		}
		b := kernel.Dense(numbers(rng, inner*cols), inner, cols)
		init := kernel.Repeated(numbers(rng, cols), rows)
		for _, set := range sets() {
			c := kernel.Dense(make([]float32, rows*cols), rows, cols)
			set.Gemm(c, a, b, init)
			for r := range rows {
				for j := range cols {
					want, size := float64(init.Data[j]), math.Abs(float64(init.Data[j]))
					for k := range inner {
						term := float64(a.Data[r*a.RowStride+k*a.ColStride]) * float64(b.Data[k*cols+j])
						want += term
						size += math.Abs(term)
					}
					// A sum of n terms is off by at most about n/2 units in the last place of the terms' size.
					if got := float64(c.Data[r*cols+j]); math.Abs(got-want) > size*float64(inner+1)*6e-8 {
						t.Fatalf("%s %dx%dx%d: c[%d,%d] is %g, want %g", set, rows, inner, cols, r, j, got, want)
					}
				}
			}
		}
	})
}

func TestTheProductAddsToWhatItIsGiven(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	a, b := kernel.Dense(numbers(rng, 9*5), 9, 5), kernel.Dense(numbers(rng, 5*48), 5, 48)
	for _, set := range sets() {
		once, twice := kernel.Dense(make([]float32, 9*48), 9, 48), kernel.Dense(make([]float32, 9*48), 9, 48)
		zero := kernel.Repeated(make([]float32, 48), 9)
		set.Gemm(once, a, b, zero)
		set.Gemm(twice, a, b, zero)
		set.Gemm(twice, a, b, twice)
		for i, v := range once.Data {
			if math.Abs(float64(twice.Data[i]-2*v)) > 1e-5 {
				t.Fatalf("%s: added twice it is %g, once %g", set, twice.Data[i], v)
			}
		}
	}
}

// TestEverySetGivesTheSameBits is what lets a decision be replayed on another
// processor.
func TestEverySetGivesTheSameBits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rng := source(t)
		n := kernel.Lanes * rapid.IntRange(1, 12).Draw(t, "lanes")
		inner := rapid.IntRange(0, 70).Draw(t, "inner")
		x, d, grad, p, m := numbers(rng, n), numbers(rng, n), numbers(rng, n), numbers(rng, n), numbers(rng, n)
		row, weights := numbers(rng, inner), kernel.Dense(numbers(rng, inner*n), inner, n)
		run := func(set kernel.Set) map[string][]float32 {
			product, xhat, y := make([]float32, n), make([]float32, n), make([]float32, n)
			set.Row(product, row, weights, x)
			rstd := set.LayerNorm(x, xhat, y, 1e-5)
			back := append([]float32(nil), d...)
			set.LayerNormBack(back, xhat, rstd)
			rectified, gated := append([]float32(nil), x...), append([]float32(nil), d...)
			set.ReLU(rectified)
			set.ReLUBack(gated, rectified)
			params, m, v := append([]float32(nil), p...), append([]float32(nil), m...), make([]float32, n)
			for count := 1; count <= 3; count++ {
				set.Adam(params, m, v, grad, kernel.AdamStep{Scale: 0.7, Beta1: 0.9, Beta2: 0.999, Eps: 1e-8, Rate: 3e-4, Count: count})
			}
			blended := append([]float32(nil), p...)
			set.Blend(blended, x, 0.005)
			return map[string][]float32{
				"row": product, "xhat": xhat, "y": y, "rstd": {rstd}, "back": back, "relu": rectified, "gated": gated,
				"adam": params, "first moment": m, "second moment": v, "blend": blended, "squares": {set.SumSquares(x)},
			}
		}
		want := run(kernel.Portable)
		for _, set := range sets() {
			for name, got := range run(set) {
				for i, v := range got {
					if math.Float32bits(v) != math.Float32bits(want[name][i]) && v != want[name][i] {
						t.Fatalf("%s: %s[%d] of %d is %g, portable %g", set, name, i, n, v, want[name][i])
					}
				}
			}
		}
	})
}

func TestARowThatIsTooShortIsRefused(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a product past the end of its memory was made")
		}
	}()
	kernel.Best().Gemm(kernel.Dense(make([]float32, 31), 2, 16), kernel.Dense(make([]float32, 2), 2, 1),
		kernel.Dense(make([]float32, 16), 1, 16), kernel.Repeated(make([]float32, 16), 2))
}

func BenchmarkGemm(b *testing.B) {
	for _, shape := range [][3]int{{256, 48, 256}, {256, 256, 256}, {128, 128, 128}, {256, 256, 16}} {
		rng := rand.New(rand.NewPCG(1, 1))
		m, k, n := shape[0], shape[1], shape[2]
		left, right := kernel.Dense(numbers(rng, m*k), m, k), kernel.Dense(numbers(rng, k*n), k, n)
		out, init := kernel.Dense(make([]float32, m*n), m, n), kernel.Repeated(make([]float32, n), m)
		for _, set := range sets() {
			b.Run(fmt.Sprintf("%dx%dx%d/%s", m, k, n, set), func(b *testing.B) {
				for b.Loop() {
					set.Gemm(out, left, right, init)
				}
				b.ReportMetric(2*float64(m*k*n)*float64(b.N)/1e9/b.Elapsed().Seconds(), "GFLOP/s")
			})
		}
	}
}
