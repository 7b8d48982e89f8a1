package sparse

import (
	"errors"
	"math"
)

// ErrSingular is a matrix that cannot be factored: a pivot is zero or no
// number.
var ErrSingular = errors.New("matrix is singular")

// ErrPivot is a matrix on which elimination without pivoting would lose its
// digits. [FactorLU] may still factor it.
var ErrPivot = errors.New("pivots grow too much")

// growthLimit is the ratio of the largest entry met to the largest given
// beyond which digits are lost.
const growthLimit = 1e8

// Blocks is the symbolic LU of a matrix of 2x2 blocks with a symmetric block
// pattern. It is found once per pattern, never changes, and is shared by the
// factors that are made from it.
type Blocks struct {
	n       int
	order   []int32
	at      []int32
	scatter []int32 // by entry of the pattern: position of its column
	rows    []int32 // by node: ptr of the pattern
	lptr    []int32 // by position: lower entries, columns ascending
	lcol    []int32
	uptr    []int32 // by position: upper entries, columns ascending
	ucol    []int32
}

// AnalyzeBlocks orders the pattern and finds its fill.
func AnalyzeBlocks(ptr, col []int32) *Blocks {
	e := eliminate(ptr, col)
	n := len(ptr) - 1
	s := &Blocks{n: n, order: e.order, at: e.at, rows: ptr, scatter: make([]int32, len(col))}
	for p, c := range col {
		s.scatter[p] = e.at[c]
	}
	s.uptr, s.ucol = compress(e.upper)
	s.lptr, s.lcol = transpose(n, s.uptr, s.ucol)
	return s
}

// Order is the elimination order: Order()[k] is the node eliminated k-th.
func (s *Blocks) Order() []int32 { return s.order }

func compress(lists [][]int32) (ptr, col []int32) {
	ptr = make([]int32, len(lists)+1)
	for k, list := range lists {
		col = append(col, list...)
		ptr[k+1] = int32(len(col))
	}
	return ptr, col
}

// transpose is the pattern by columns, each with its rows ascending.
func transpose(n int, ptr, col []int32) (tptr, trow []int32) {
	tptr = make([]int32, n+1)
	for _, c := range col {
		tptr[c+1]++
	}
	for k := range n {
		tptr[k+1] += tptr[k]
	}
	trow = make([]int32, len(col))
	next := append([]int32(nil), tptr[:n]...)
	for r := range n {
		for _, c := range col[ptr[r]:ptr[r+1]] {
			trow[next[c]] = int32(r)
			next[c]++
		}
	}
	return tptr, trow
}

// BlockLU is the numeric factor of a matrix on a [Blocks]. Lower blocks, upper
// blocks and inverted diagonal blocks are row-major. It is for one goroutine.
type BlockLU struct {
	s       *Blocks
	lower   []float64
	upper   []float64
	inverse []float64
	work    []float64
}

// NewLU makes room for a factor.
func (s *Blocks) NewLU() *BlockLU {
	return &BlockLU{
		s: s, lower: make([]float64, 4*len(s.lcol)), upper: make([]float64, 4*len(s.ucol)),
		inverse: make([]float64, 4*s.n), work: make([]float64, 4*s.n),
	}
}

// Factor eliminates row by row, without pivoting between blocks. values holds
// four numbers per entry of the pattern, row-major, in the pattern's order. It
// allocates nothing.
func (f *BlockLU) Factor(values []float64) error {
	s, w := f.s, f.work
	var given, met float64
	for k := range s.n {
		node := s.order[k]
		for p := s.rows[node]; p < s.rows[node+1]; p++ {
			to := 4 * s.scatter[p]
			for e := range int32(4) {
				v := values[4*p+e]
				w[to+e] = v
				given = max(given, math.Abs(v))
			}
		}
		f.eliminateRow(k)
		for p := s.uptr[k]; p < s.uptr[k+1]; p++ {
			from := 4 * s.ucol[p]
			for e := range int32(4) {
				v := w[from+e]
				f.upper[4*p+e] = v
				met = max(met, math.Abs(v))
				w[from+e] = 0
			}
		}
		if err := f.invert(k); err != nil {
			clear(w)
			return err
		}
	}
	if met > growthLimit*given {
		return ErrPivot
	}
	return nil
}

// eliminateRow subtracts what the rows before contribute to row k.
func (f *BlockLU) eliminateRow(k int) {
	s, w := f.s, f.work
	for p := s.lptr[k]; p < s.lptr[k+1]; p++ {
		j := s.lcol[p]
		a, d := w[4*j:4*j+4:4*j+4], f.inverse[4*j:4*j+4:4*j+4]
		l0, l1 := a[0]*d[0]+a[1]*d[2], a[0]*d[1]+a[1]*d[3]
		l2, l3 := a[2]*d[0]+a[3]*d[2], a[2]*d[1]+a[3]*d[3]
		a[0], a[1], a[2], a[3] = 0, 0, 0, 0
		out := f.lower[4*p : 4*p+4 : 4*p+4]
		out[0], out[1], out[2], out[3] = l0, l1, l2, l3
		for q := s.uptr[j]; q < s.uptr[j+1]; q++ {
			u := f.upper[4*q : 4*q+4 : 4*q+4]
			to := w[4*s.ucol[q] : 4*s.ucol[q]+4 : 4*s.ucol[q]+4]
			to[0] -= l0*u[0] + l1*u[2]
			to[1] -= l0*u[1] + l1*u[3]
			to[2] -= l2*u[0] + l3*u[2]
			to[3] -= l2*u[1] + l3*u[3]
		}
	}
}

func (f *BlockLU) invert(k int) error {
	d := f.work[4*k : 4*k+4 : 4*k+4]
	det := d[0]*d[3] - d[1]*d[2]
	scale := math.Abs(d[0]*d[3]) + math.Abs(d[1]*d[2])
	if !(math.Abs(det) > 1e-14*scale) || math.IsInf(det, 0) {
		return ErrSingular
	}
	out := f.inverse[4*k : 4*k+4 : 4*k+4]
	out[0], out[1], out[2], out[3] = d[3]/det, -d[1]/det, -d[2]/det, d[0]/det
	d[0], d[1], d[2], d[3] = 0, 0, 0, 0
	return nil
}

// Solve overwrites b, two numbers per node, with the solution. It allocates
// nothing.
func (f *BlockLU) Solve(b []float64) {
	s, x := f.s, f.work[:2*f.s.n]
	for k := range s.n {
		node := s.order[k]
		x0, x1 := b[2*node], b[2*node+1]
		for p := s.lptr[k]; p < s.lptr[k+1]; p++ {
			l, y := f.lower[4*p:4*p+4:4*p+4], x[2*s.lcol[p]:2*s.lcol[p]+2]
			x0 -= l[0]*y[0] + l[1]*y[1]
			x1 -= l[2]*y[0] + l[3]*y[1]
		}
		x[2*k], x[2*k+1] = x0, x1
	}
	for k := s.n - 1; k >= 0; k-- {
		x0, x1 := x[2*k], x[2*k+1]
		for p := s.uptr[k]; p < s.uptr[k+1]; p++ {
			u, y := f.upper[4*p:4*p+4:4*p+4], x[2*s.ucol[p]:2*s.ucol[p]+2]
			x0 -= u[0]*y[0] + u[1]*y[1]
			x1 -= u[2]*y[0] + u[3]*y[1]
		}
		d := f.inverse[4*k : 4*k+4 : 4*k+4]
		x[2*k], x[2*k+1] = d[0]*x0+d[1]*x1, d[2]*x0+d[3]*x1
	}
	for k, node := range s.order {
		b[2*node], b[2*node+1] = x[2*k], x[2*k+1]
	}
	clear(x)
}

// SolveT overwrites b with the solution of the transposed system. It allocates
// nothing.
func (f *BlockLU) SolveT(b []float64) {
	s, x := f.s, f.work[:2*f.s.n]
	for k, node := range s.order {
		x[2*k], x[2*k+1] = b[2*node], b[2*node+1]
	}
	for k := range s.n {
		d := f.inverse[4*k : 4*k+4 : 4*k+4]
		y0, y1 := d[0]*x[2*k]+d[2]*x[2*k+1], d[1]*x[2*k]+d[3]*x[2*k+1]
		x[2*k], x[2*k+1] = y0, y1
		for p := s.uptr[k]; p < s.uptr[k+1]; p++ {
			u, to := f.upper[4*p:4*p+4:4*p+4], x[2*s.ucol[p]:2*s.ucol[p]+2]
			to[0] -= u[0]*y0 + u[2]*y1
			to[1] -= u[1]*y0 + u[3]*y1
		}
	}
	for k := s.n - 1; k >= 0; k-- {
		y0, y1 := x[2*k], x[2*k+1]
		for p := s.lptr[k]; p < s.lptr[k+1]; p++ {
			l, to := f.lower[4*p:4*p+4:4*p+4], x[2*s.lcol[p]:2*s.lcol[p]+2]
			to[0] -= l[0]*y0 + l[2]*y1
			to[1] -= l[1]*y0 + l[3]*y1
		}
	}
	for k, node := range s.order {
		b[2*node], b[2*node+1] = x[2*k], x[2*k+1]
	}
	clear(x)
}
