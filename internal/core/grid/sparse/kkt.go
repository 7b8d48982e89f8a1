package sparse

import "math"

// Quads is the symbolic LDL of a symmetric matrix of 4x4 blocks with a
// symmetric block pattern: the optimality system of a network, with two
// unknowns and two multipliers at each bus. It never changes and is shared.
type Quads struct {
	n       int
	order   []int32
	rows    []int32 // by node: ptr of the pattern
	scatter []int32 // by entry of the pattern: position of its column
	lptr    []int32
	lcol    []int32
	cptr    []int32
	crow    []int32
}

// AnalyzeQuads orders the pattern and finds its fill.
func AnalyzeQuads(ptr, col []int32) *Quads {
	s := AnalyzeSymmetric(ptr, col)
	return &Quads{s.n, s.order, s.rows, s.scatter, s.lptr, s.lcol, s.cptr, s.crow}
}

type block [16]float64 // row-major

// QuadLDL is the numeric factor of a matrix on a [Quads], by blocks, without
// pivoting between them. The matrix may be indefinite: what has to be regular
// is each bus's own block, as it is where a bus's balance depends on its own
// voltage. It is for one goroutine.
type QuadLDL struct {
	s       *Quads
	lower   []block // by column
	inverse []block // of the diagonal blocks
	filled  []int32
	work    []block
	x       []float64
}

// NewLDL makes room for a factor.
func (s *Quads) NewLDL() *QuadLDL {
	return &QuadLDL{
		s: s, lower: make([]block, len(s.crow)), inverse: make([]block, s.n),
		filled: make([]int32, s.n), work: make([]block, s.n), x: make([]float64, 4*s.n),
	}
}

// Factor takes sixteen numbers per entry of the pattern, row-major, in the
// pattern's order; both triangles must agree. It allocates nothing.
func (f *QuadLDL) Factor(values []float64) error {
	s, w := f.s, f.work
	clear(f.filled)
	for k := range s.n {
		node := s.order[k]
		for p := s.rows[node]; p < s.rows[node+1]; p++ {
			if to := s.scatter[p]; int(to) <= k {
				w[to] = block(values[16*p : 16*p+16])
			}
		}
		d := w[k]
		w[k] = block{}
		for p := s.lptr[k]; p < s.lptr[k+1]; p++ {
			j := s.lcol[p]
			y := w[j]
			w[j] = block{}
			at := s.cptr[j] + f.filled[j]
			for q := s.cptr[j]; q < at; q++ {
				w[s.crow[q]].subtract(&y, &f.lower[q])
			}
			f.lower[at].product(&y, &f.inverse[j])
			d.subtract(&f.lower[at], &y)
			f.filled[j]++
		}
		if !f.inverse[k].invert(d) {
			clear(w)
			return ErrSingular
		}
	}
	return nil
}

// subtract takes a times b transposed away.
func (c *block) subtract(a, b *block) {
	for i := 0; i < 16; i += 4 {
		a0, a1, a2, a3 := a[i], a[i+1], a[i+2], a[i+3]
		c[i] -= a0*b[0] + a1*b[1] + a2*b[2] + a3*b[3]
		c[i+1] -= a0*b[4] + a1*b[5] + a2*b[6] + a3*b[7]
		c[i+2] -= a0*b[8] + a1*b[9] + a2*b[10] + a3*b[11]
		c[i+3] -= a0*b[12] + a1*b[13] + a2*b[14] + a3*b[15]
	}
}

// product is a times b.
func (c *block) product(a, b *block) {
	for i := 0; i < 16; i += 4 {
		a0, a1, a2, a3 := a[i], a[i+1], a[i+2], a[i+3]
		for j := range 4 {
			c[i+j] = a0*b[j] + a1*b[4+j] + a2*b[8+j] + a3*b[12+j]
		}
	}
}

// invert by Gauss-Jordan elimination with row pivoting; false where d is
// singular or holds what is no number.
func (c *block) invert(d block) bool {
	*c = block{0: 1, 5: 1, 10: 1, 15: 1}
	for k := range 4 {
		best := k
		for i := k + 1; i < 4; i++ {
			if math.Abs(d[4*i+k]) > math.Abs(d[4*best+k]) {
				best = i
			}
		}
		pivot := d[4*best+k]
		if !(math.Abs(pivot) > 1e-300) || math.IsInf(pivot, 0) {
			return false
		}
		for j := range 4 {
			d[4*k+j], d[4*best+j] = d[4*best+j], d[4*k+j]
			c[4*k+j], c[4*best+j] = c[4*best+j], c[4*k+j]
		}
		for j := range 4 {
			d[4*k+j] /= pivot
			c[4*k+j] /= pivot
		}
		for i := range 4 {
			if by := d[4*i+k]; i != k && by != 0 {
				for j := range 4 {
					d[4*i+j] -= by * d[4*k+j]
					c[4*i+j] -= by * c[4*k+j]
				}
			}
		}
	}
	return true
}

// Solve overwrites b, four numbers per node, with the solution. It allocates
// nothing.
func (f *QuadLDL) Solve(b []float64) {
	s, x := f.s, f.x
	for k, node := range s.order {
		copy(x[4*k:4*k+4], b[4*node:4*node+4])
	}
	for k := range s.n {
		y := x[4*k : 4*k+4 : 4*k+4]
		for p := s.cptr[k]; p < s.cptr[k+1]; p++ {
			l, to := &f.lower[p], x[4*s.crow[p]:4*s.crow[p]+4]
			for i := range 4 {
				to[i] -= l[4*i]*y[0] + l[4*i+1]*y[1] + l[4*i+2]*y[2] + l[4*i+3]*y[3]
			}
		}
	}
	for k := s.n - 1; k >= 0; k-- {
		d, y := &f.inverse[k], [4]float64(x[4*k:4*k+4])
		to := x[4*k : 4*k+4 : 4*k+4]
		for i := range 4 {
			to[i] = d[4*i]*y[0] + d[4*i+1]*y[1] + d[4*i+2]*y[2] + d[4*i+3]*y[3]
		}
		for p := s.cptr[k]; p < s.cptr[k+1]; p++ {
			l, from := &f.lower[p], x[4*s.crow[p]:4*s.crow[p]+4]
			for j := range 4 {
				to[j] -= l[j]*from[0] + l[4+j]*from[1] + l[8+j]*from[2] + l[12+j]*from[3]
			}
		}
	}
	for k, node := range s.order {
		copy(b[4*node:4*node+4], x[4*k:4*k+4])
	}
}
