package sparse

import (
	"errors"
	"math"
	"testing"

	"pgregory.net/rapid"
)

// ladder is the pattern of a ladder of n rungs with k more links drawn.
func ladder(t *rapid.T) (ptr, col []int32) {
	n := rapid.IntRange(1, 60).Draw(t, "n")
	linked := make([]map[int]bool, n)
	for i := range linked {
		linked[i] = map[int]bool{i: true}
	}
	for k := range 2 * n {
		i, j := k%n, (k+1)%n
		if k >= n {
			i, j = rapid.IntRange(0, n-1).Draw(t, "i"), rapid.IntRange(0, n-1).Draw(t, "j")
		}
		linked[i][j], linked[j][i] = true, true
	}
	ptr = make([]int32, 1, n+1)
	for i := range n {
		for j := range n {
			if linked[i][j] {
				col = append(col, int32(j))
			}
		}
		ptr = append(ptr, int32(len(col)))
	}
	return ptr, col
}

// The two kernels add in the same order; the vector one fuses products and
// sums. On diagonally dominant blocks they agree to 1e-12 of the largest.
func TestKernelsAgree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ptr, col := ladder(t)
		s := AnalyzeOrdered(ptr, col)
		values := make([]float64, 4*len(col))
		for i := range s.n {
			for p := ptr[i]; p < ptr[i+1]; p++ {
				for e := range int32(4) {
					values[4*p+e] = rapid.Float64Range(-1, 1).Draw(t, "value")
				}
				if int(col[p]) == i {
					values[4*p] += 3 * float64(ptr[i+1]-ptr[i])
					values[4*p+3] += 3 * float64(ptr[i+1]-ptr[i])
				}
			}
		}
		b := make([]float64, 2*s.n)
		for i := range b {
			b[i] = rapid.Float64Range(-1, 1).Draw(t, "b")
		}
		near := func(what string, got, want []float64) {
			for i := range got {
				if !(math.Abs(got[i]-want[i]) <= 1e-12*max(1, math.Abs(want[i]))) {
					t.Fatalf("%s[%d]: %g and %g", what, i, got[i], want[i])
				}
			}
		}
		fast, slow := s.NewLU(), s.NewLU()
		slow.kernel = portable{}
		x, y := append([]float64(nil), b...), append([]float64(nil), b...)
		if err := errors.Join(fast.FactorSolve(values, x), slow.FactorSolve(values, y)); err != nil {
			t.Fatal(err)
		}
		near("block", fast.blocks, slow.blocks)
		near("solution", x, y)
		copy(x, b)
		copy(y, b)
		fast.Solve(x)
		slow.Solve(y)
		near("solved", x, y)
	})
}

func TestNoKernelTakesWhatCannotBeFactored(t *testing.T) {
	ptr, col := []int32{0, 2, 4}, []int32{0, 1, 0, 1}
	regular := []float64{1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 3, 0, 0, 3}
	with := func(at int, v float64) []float64 {
		out := append([]float64(nil), regular...)
		out[at] = v
		return out
	}
	for _, k := range []kernel{portable{}, fastest()} {
		f := AnalyzeOrdered(ptr, col).NewLU()
		f.kernel = k
		if err := f.Factor(regular); err != nil {
			t.Fatalf("%T refuses a regular matrix: %v", k, err)
		}
		for at := range regular {
			for _, v := range []float64{math.NaN(), math.Inf(1)} {
				if err := f.Factor(with(at, v)); err == nil {
					t.Errorf("%T takes %g at %d", k, v, at)
				}
			}
		}
		if err := f.Factor(with(0, 0)); !errors.Is(err, ErrSingular) {
			t.Errorf("%T, singular pivot: %v", k, err)
		}
		if err := f.Factor(with(0, 1e-10)); !errors.Is(err, ErrPivot) {
			t.Errorf("%T, tiny pivot: %v", k, err)
		}
		b := []float64{1, 2, 3, 4}
		if err := f.Factor(regular); err != nil {
			t.Fatal(err)
		}
		f.Solve(b)
		for i, want := range []float64{0, 1, 1, 1} {
			if b[i] != want {
				t.Errorf("%T after failures: x[%d] = %g, want %g", k, i, b[i], want)
			}
		}
	}
}
