package sparse

import (
	"math"
	"slices"
)

// LU is a factor with row pivoting, column by column, of a matrix of any
// pattern. It costs more than [BlockLU] and takes what that refuses.
type LU struct {
	n          int
	ptr, col   []int32 // the matrix, by rows, for refinement
	values     []float64
	order      []int32 // columns in the order of elimination
	row        []int32 // pivot row of each position
	lptr, lrow []int32 // by column of L, unit diagonal left out; rows as given
	lval       []float64
	uptr, urow []int32 // by column of U, diagonal last; rows as positions
	uval       []float64
}

// FactorLU factors the matrix with rows col[ptr[i]:ptr[i+1]]. order is the
// order of its columns, nil for the given one. Of the rows that may be the
// pivot, the diagonal one is kept when it is at least threshold times the
// largest; 1 is plain partial pivoting.
// Source: Gilbert and Peierls 1988, "Sparse partial pivoting in time
// proportional to arithmetic operations".
func FactorLU(n int, ptr, col []int32, values []float64, order []int32, threshold float64) (*LU, error) {
	f := &LU{n: n, ptr: ptr, col: col, values: values, order: order, row: make([]int32, n)}
	if order == nil {
		f.order = make([]int32, n)
		for k := range f.order {
			f.order[k] = int32(k)
		}
	}
	cptr, crow := transpose(n, ptr, col)
	cval := transposeValues(n, ptr, col, values, cptr)
	g := newReach(n)
	f.lptr, f.uptr = append(f.lptr, 0), append(f.uptr, 0)
	for k, j := range f.order {
		g.begin(int32(k))
		for p := cptr[j]; p < cptr[j+1]; p++ {
			g.reach(f, crow[p])
			g.x[crow[p]] += cval[p]
		}
		g.solve(f)
		if err := f.pivot(g, k, j, threshold); err != nil {
			return nil, err
		}
	}
	return f, nil
}

func transposeValues(n int, ptr, col []int32, values []float64, cptr []int32) []float64 {
	out := make([]float64, len(values))
	next := slices.Clone(cptr[:n])
	for r := range n {
		for p := ptr[r]; p < ptr[r+1]; p++ {
			out[next[col[p]]] = values[p]
			next[col[p]]++
		}
	}
	return out
}

// reach finds which rows a column meets, in an order in which they can be
// eliminated.
type reach struct {
	x     []float64
	seen  []int32
	place []int32 // position at which a row became pivot; -1 before
	topo  []int32 // rows met, last first
	stack []int32
	next  []int32
	mark  int32
}

func newReach(n int) *reach {
	g := &reach{x: make([]float64, n), seen: make([]int32, n), place: make([]int32, n), next: make([]int32, n)}
	for i := range n {
		g.seen[i], g.place[i] = -1, -1
	}
	return g
}

func (g *reach) begin(k int32) {
	g.mark = k
	g.topo = g.topo[:0]
}

func (g *reach) reach(f *LU, row int32) {
	if g.seen[row] == g.mark {
		return
	}
	g.visit(f, row)
	for len(g.stack) > 0 {
		r := g.stack[len(g.stack)-1]
		k := g.place[r]
		if k < 0 || g.next[r] == f.lptr[k+1] {
			g.stack = g.stack[:len(g.stack)-1]
			g.topo = append(g.topo, r)
			continue
		}
		to := f.lrow[g.next[r]]
		g.next[r]++
		if g.seen[to] != g.mark {
			g.visit(f, to)
		}
	}
}

func (g *reach) visit(f *LU, row int32) {
	g.seen[row] = g.mark
	if k := g.place[row]; k >= 0 {
		g.next[row] = f.lptr[k]
	}
	g.stack = append(g.stack, row)
}

// solve is the triangular solve with the columns of L found so far.
func (g *reach) solve(f *LU) {
	for i := len(g.topo) - 1; i >= 0; i-- {
		r := g.topo[i]
		k := g.place[r]
		if k < 0 {
			continue
		}
		for p := f.lptr[k]; p < f.lptr[k+1]; p++ {
			g.x[f.lrow[p]] -= f.lval[p] * g.x[r]
		}
	}
}

func (f *LU) pivot(g *reach, k int, diagonal int32, threshold float64) error {
	best, largest := int32(-1), 0.0
	for _, r := range g.topo {
		if g.place[r] < 0 && math.Abs(g.x[r]) > largest {
			best, largest = r, math.Abs(g.x[r])
		}
	}
	if best < 0 || math.IsInf(largest, 0) || math.IsNaN(largest) {
		return ErrSingular
	}
	if g.seen[diagonal] == g.mark && g.place[diagonal] < 0 && math.Abs(g.x[diagonal]) >= threshold*largest {
		best = diagonal
	}
	at := g.x[best]
	for _, r := range g.topo {
		v := g.x[r]
		g.x[r] = 0
		switch {
		case g.place[r] >= 0:
			f.urow, f.uval = append(f.urow, g.place[r]), append(f.uval, v)
		case r != best:
			f.lrow, f.lval = append(f.lrow, r), append(f.lval, v/at)
		}
	}
	f.urow, f.uval = append(f.urow, int32(k)), append(f.uval, at)
	f.lptr, f.uptr = append(f.lptr, int32(len(f.lrow))), append(f.uptr, int32(len(f.urow)))
	g.place[best], f.row[k] = int32(k), best
	return nil
}

// Solve overwrites b with the solution, refined until its residual stops
// falling, three times at most.
func (f *LU) Solve(b []float64) {
	given := slices.Clone(b)
	f.solve(b)
	rest, last := make([]float64, f.n), math.Inf(1)
	for range 3 {
		size := f.residual(given, b, rest)
		if !(size < last/2) || size == 0 {
			return
		}
		last = size
		f.solve(rest)
		for i := range b {
			b[i] += rest[i]
		}
	}
}

func (f *LU) residual(b, x, into []float64) (size float64) {
	for i := range f.n {
		r := b[i]
		for p := f.ptr[i]; p < f.ptr[i+1]; p++ {
			r -= f.values[p] * x[f.col[p]]
		}
		into[i] = r
		size = max(size, math.Abs(r))
	}
	return size
}

func (f *LU) solve(b []float64) {
	y := make([]float64, f.n)
	for k, r := range f.row {
		v := b[r]
		y[k] = v
		for p := f.lptr[k]; p < f.lptr[k+1]; p++ {
			b[f.lrow[p]] -= f.lval[p] * v
		}
	}
	for k := f.n - 1; k >= 0; k-- {
		last := f.uptr[k+1] - 1
		y[k] /= f.uval[last]
		for p := f.uptr[k]; p < last; p++ {
			y[f.urow[p]] -= f.uval[p] * y[k]
		}
	}
	for k, j := range f.order {
		b[j] = y[k]
	}
}
