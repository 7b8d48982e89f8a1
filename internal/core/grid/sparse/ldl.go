package sparse

import "math"

// Symmetric is the symbolic LDL of a symmetric matrix. It is found once per
// pattern, never changes, and is shared by the factors that are made from it.
type Symmetric struct {
	n       int
	order   []int32
	rows    []int32 // by node: ptr of the pattern
	scatter []int32 // by entry of the pattern: position of its column
	lptr    []int32 // by position: columns of the row of L, ascending
	lcol    []int32
	cptr    []int32 // by position: rows of the column of L, ascending
	crow    []int32
}

// AnalyzeSymmetric orders the pattern and finds its fill.
func AnalyzeSymmetric(ptr, col []int32) *Symmetric {
	order := MinimumDegree(ptr, col)
	at := inverse(order)
	s := &Symmetric{n: len(ptr) - 1, order: order, rows: ptr, scatter: make([]int32, len(col))}
	for p, c := range col {
		s.scatter[p] = at[c]
	}
	s.cptr, s.crow = fill(ptr, col, order, at)
	s.lptr, s.lcol = transpose(s.n, s.cptr, s.crow)
	return s
}

// Order is the elimination order: Order()[k] is the node eliminated k-th.
func (s *Symmetric) Order() []int32 { return s.order }

// LDL is the numeric factor of a matrix on a [Symmetric]. It is for one
// goroutine; [LDL.Clone] makes another's.
type LDL struct {
	s       *Symmetric
	lower   []float64 // by column
	inverse []float64 // of the diagonal
	filled  []int32   // by column: entries set so far
	work    []float64
}

// NewLDL makes room for a factor.
func (s *Symmetric) NewLDL() *LDL {
	return &LDL{
		s: s, lower: make([]float64, len(s.crow)), inverse: make([]float64, s.n),
		filled: make([]int32, s.n), work: make([]float64, s.n),
	}
}

// Clone shares the numbers of the factor and has its own room to solve in. The
// original must not be factored anew while clones are in use.
func (f *LDL) Clone() *LDL {
	out := *f
	out.work = make([]float64, f.s.n)
	return &out
}

// Factor takes one number per entry of the pattern, in the pattern's order, of
// which both triangles must agree. It allocates nothing. Source: Davis 2005,
// "Algorithm 849: a concise sparse Cholesky factorization package".
func (f *LDL) Factor(values []float64) error {
	s, w := f.s, f.work
	clear(f.filled)
	var given, met float64
	for k := range s.n {
		node := s.order[k]
		for p := s.rows[node]; p < s.rows[node+1]; p++ {
			if to := s.scatter[p]; int(to) <= k {
				w[to] = values[p]
				given = max(given, math.Abs(values[p]))
			}
		}
		d := w[k]
		w[k] = 0
		for p := s.lptr[k]; p < s.lptr[k+1]; p++ {
			j := s.lcol[p]
			y := w[j]
			w[j] = 0
			at := s.cptr[j] + f.filled[j]
			for q := s.cptr[j]; q < at; q++ {
				w[s.crow[q]] -= f.lower[q] * y
			}
			l := y * f.inverse[j]
			d -= l * y
			f.lower[at] = l
			f.filled[j]++
		}
		met = max(met, math.Abs(d))
		if !(math.Abs(d) > 1e-14*given) || math.IsInf(d, 0) {
			clear(w)
			return ErrSingular
		}
		f.inverse[k] = 1 / d
	}
	if met > growthLimit*given {
		return ErrPivot
	}
	return nil
}

// Solve overwrites b, one number per node, with the solution. It allocates
// nothing.
func (f *LDL) Solve(b []float64) {
	s, x := f.s, f.work
	for k, node := range s.order {
		x[k] = b[node]
	}
	for k := range s.n {
		y := x[k]
		if y == 0 {
			continue
		}
		for p := s.cptr[k]; p < s.cptr[k+1]; p++ {
			x[s.crow[p]] -= f.lower[p] * y
		}
	}
	for k := s.n - 1; k >= 0; k-- {
		y := x[k] * f.inverse[k]
		for p := s.cptr[k]; p < s.cptr[k+1]; p++ {
			y -= f.lower[p] * x[s.crow[p]]
		}
		x[k] = y
	}
	for k, node := range s.order {
		b[node] = x[k]
	}
	clear(x)
}
