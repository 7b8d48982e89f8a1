package sparse_test

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/mat"
	"pgregory.net/rapid"

	"github.com/pouw-dem/pouwdem/internal/core/grid/sparse"
)

// graph draws a connected symmetric pattern with every diagonal present.
func graph(t *rapid.T) (n int, ptr, col []int32) {
	n = rapid.IntRange(1, 40).Draw(t, "n")
	linked := make([][]bool, n)
	for i := range linked {
		linked[i] = make([]bool, n)
		linked[i][i] = true
	}
	link := func(i, j int) { linked[i][j], linked[j][i] = true, true }
	for i := 1; i < n; i++ {
		link(i, rapid.IntRange(0, i-1).Draw(t, "parent"))
	}
	for range rapid.IntRange(0, n).Draw(t, "extra") {
		link(rapid.IntRange(0, n-1).Draw(t, "i"), rapid.IntRange(0, n-1).Draw(t, "j"))
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
	return n, ptr, col
}

func number(t *rapid.T) float64 { return rapid.Float64Range(-1, 1).Draw(t, "value") }

// wantSolution compares with gonum's dense LU: 1e-9 of the largest entry.
func wantSolution(t *rapid.T, a *mat.Dense, b, got []float64) {
	n, _ := a.Dims()
	var want mat.VecDense
	if err := want.SolveVec(a, mat.NewVecDense(n, append([]float64(nil), b...))); err != nil {
		t.Skip("badly conditioned")
	}
	size := mat.Norm(&want, math.Inf(1))
	for i, v := range got {
		if !(math.Abs(v-want.AtVec(i)) <= 1e-9*(1+size)) {
			t.Fatalf("x[%d] = %g, dense says %g", i, v, want.AtVec(i))
		}
	}
}

func TestBlockLUSolvesAsDenseLUDoesAndTransposed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, ptr, col := graph(t)
		values := make([]float64, 4*len(col))
		a := mat.NewDense(2*n, 2*n, nil)
		for i := range n {
			for p := ptr[i]; p < ptr[i+1]; p++ {
				for e := range 4 {
					v := number(t)
					if int(col[p]) == i && (e == 0 || e == 3) {
						v += 2 * float64(ptr[i+1]-ptr[i]) // dominant, as without pivoting it has to be
					}
					values[4*int(p)+e] = v
					a.Set(2*i+e/2, 2*int(col[p])+e%2, v)
				}
			}
		}
		b := make([]float64, 2*n)
		for i := range b {
			b[i] = number(t)
		}
		lu := sparse.AnalyzeBlocks(ptr, col).NewLU()
		if err := lu.Factor(values); err != nil {
			t.Fatal(err)
		}
		x := append([]float64(nil), b...)
		lu.Solve(x)
		wantSolution(t, a, b, x)
		copy(x, b)
		lu.SolveT(x)
		wantSolution(t, mat.DenseCopyOf(a.T()), b, x)
	})
}

func TestLDLSolvesAsDenseLUDoes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, ptr, col := graph(t)
		a := mat.NewDense(n, n, nil)
		for i := range n {
			for p := ptr[i]; p < ptr[i+1]; p++ {
				if j := int(col[p]); j < i {
					v := number(t)
					a.Set(i, j, v)
					a.Set(j, i, v)
				} else if j == i {
					a.Set(i, i, 1+float64(n))
				}
			}
		}
		values := make([]float64, len(col))
		for i := range n {
			for p := ptr[i]; p < ptr[i+1]; p++ {
				values[p] = a.At(i, int(col[p]))
			}
		}
		f := sparse.AnalyzeSymmetric(ptr, col).NewLDL()
		if err := f.Factor(values); err != nil {
			t.Fatal(err)
		}
		b := make([]float64, n)
		for i := range b {
			b[i] = number(t)
		}
		x := append([]float64(nil), b...)
		f.Clone().Solve(x)
		wantSolution(t, a, b, x)
	})
}

func TestLUPivotsWhereTheDiagonalIsZero(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, ptr, col := graph(t)
		values := make([]float64, len(col))
		a := mat.NewDense(n, n, nil)
		for i := range n {
			for p := ptr[i]; p < ptr[i+1]; p++ {
				if int(col[p]) != i || n == 1 {
					values[p] = 1 + number(t)/2
				}
				a.Set(i, int(col[p]), values[p])
			}
		}
		if math.Abs(mat.Det(a)) < 1e-3 {
			t.Skip("singular")
		}
		f, err := sparse.FactorLU(n, ptr, col, values, sparse.MinimumDegree(ptr, col), 0.1)
		if err != nil {
			t.Fatal(err)
		}
		b := make([]float64, n)
		for i := range b {
			b[i] = number(t)
		}
		x := append([]float64(nil), b...)
		f.Solve(x)
		wantSolution(t, a, b, x)
	})
}

func TestASingularMatrixIsRefused(t *testing.T) {
	ptr, col := []int32{0, 2, 4}, []int32{0, 1, 0, 1}
	if err := sparse.AnalyzeBlocks(ptr, col).NewLU().Factor(make([]float64, 16)); err == nil {
		t.Error("block LU factored zeros")
	}
	if err := sparse.AnalyzeSymmetric(ptr, col).NewLDL().Factor([]float64{1, 1, 1, 1}); err == nil {
		t.Error("LDL factored a matrix of rank one")
	}
	if _, err := sparse.FactorLU(2, ptr, col, []float64{1, 2, 2, 4}, nil, 1); err == nil {
		t.Error("LU factored a matrix of rank one")
	}
	nan := []float64{math.NaN(), 1, 1, 1}
	if err := sparse.AnalyzeSymmetric(ptr, col).NewLDL().Factor(nan); err == nil {
		t.Error("LDL factored what is no number")
	}
}
