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
	s        *Quads
	lower    []block // by column
	diagonal []pivoted
	filled   []int32
	work     []block
	x        []float64
}

// NewLDL makes room for a factor.
func (s *Quads) NewLDL() *QuadLDL {
	return &QuadLDL{
		s: s, lower: make([]block, len(s.crow)), diagonal: make([]pivoted, s.n),
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
			l := y
			for i := 0; i < 16; i += 4 {
				f.diagonal[j].solve(l[i : i+4]) // the block is symmetric
			}
			f.lower[at] = l
			d.subtract(&f.lower[at], &y)
			f.filled[j]++
		}
		if !f.diagonal[k].factor(&d) {
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

// pivoted is a factored diagonal block: unit lower and upper triangle packed,
// row i of it being row[i] of the block and column j column[j]. Blocks of an
// interior point method are badly conditioned near its end; multiplying by
// their inverses would lose what solving with pivots keeps.
type pivoted struct {
	lu          block
	row, column [4]uint8
}

// factor eliminates with complete pivoting; false where d is singular or holds
// what is no number.
func (c *pivoted) factor(d *block) bool {
	c.lu = *d
	c.row, c.column = [4]uint8{0, 1, 2, 3}, [4]uint8{0, 1, 2, 3}
	for k := range 4 {
		bi, bj, largest := k, k, 0.0
		for i := k; i < 4; i++ {
			for j := k; j < 4; j++ {
				if v := math.Abs(c.lu[4*i+j]); v > largest {
					bi, bj, largest = i, j, v
				}
			}
		}
		if !(largest > 1e-300) || math.IsInf(largest, 0) {
			return false
		}
		c.swap(k, bi, bj)
		for i := k + 1; i < 4; i++ {
			by := c.lu[4*i+k] / c.lu[5*k]
			c.lu[4*i+k] = by
			for j := k + 1; j < 4; j++ {
				c.lu[4*i+j] -= by * c.lu[4*k+j]
			}
		}
	}
	return true
}

func (c *pivoted) swap(k, i, j int) {
	if i != k {
		for col := range 4 {
			c.lu[4*k+col], c.lu[4*i+col] = c.lu[4*i+col], c.lu[4*k+col]
		}
		c.row[k], c.row[i] = c.row[i], c.row[k]
	}
	if j != k {
		for row := range 4 {
			c.lu[4*row+k], c.lu[4*row+j] = c.lu[4*row+j], c.lu[4*row+k]
		}
		c.column[k], c.column[j] = c.column[j], c.column[k]
	}
}

// solve overwrites b with the block's inverse times b.
func (c *pivoted) solve(b []float64) {
	_ = b[3]
	u := &c.lu
	y0 := b[c.row[0]]
	y1 := b[c.row[1]] - u[4]*y0
	y2 := b[c.row[2]] - u[8]*y0 - u[9]*y1
	y3 := b[c.row[3]] - u[12]*y0 - u[13]*y1 - u[14]*y2
	y3 /= u[15]
	y2 = (y2 - u[11]*y3) / u[10]
	y1 = (y1 - u[6]*y2 - u[7]*y3) / u[5]
	y0 = (y0 - u[1]*y1 - u[2]*y2 - u[3]*y3) / u[0]
	b[c.column[0]], b[c.column[1]], b[c.column[2]], b[c.column[3]] = y0, y1, y2, y3
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
		to := x[4*k : 4*k+4 : 4*k+4]
		f.diagonal[k].solve(to)
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
