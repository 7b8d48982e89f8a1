package sparse

import "math"

// BlockLU is the numeric factor of a matrix on a [Blocks]: blocks row-major,
// those of the diagonal inverted. It is for one goroutine.
type BlockLU struct {
	s      *Blocks
	blocks []float64
	work   []float64
	kernel kernel
}

// kernel is the arithmetic of a factor, of which the machine chooses one. All
// work on positions.
type kernel interface {
	// load puts the values of the pattern into their blocks, the rest zero, and
	// gives the largest.
	load(f *BlockLU, values []float64) (largest float64)
	// eliminate factors, and x becomes what the lower factor makes of it. It
	// gives the largest entry of the upper factor and its diagonal, or that a pivot failed.
	eliminate(f *BlockLU, x []float64) (largest float64, ok bool)
	forward(f *BlockLU, x []float64)
	backward(f *BlockLU, x []float64)
}

// NewLU makes room for a factor.
func (s *Blocks) NewLU() *BlockLU {
	return &BlockLU{s: s, blocks: make([]float64, 4*(s.n+2*len(s.ucol))), work: make([]float64, 2*s.n), kernel: fastest()}
}

// Factor takes four numbers per entry of the pattern, row-major, in the
// pattern's order, and eliminates without pivoting between blocks. It
// allocates nothing.
func (f *BlockLU) Factor(values []float64) error { return f.factor(values, f.work) }

// FactorSolve is [BlockLU.Factor] and [BlockLU.Solve] in one, which is quicker
// than one after the other. On an error b is lost.
func (f *BlockLU) FactorSolve(values, b []float64) error {
	x := f.in(b)
	if err := f.factor(values, x); err != nil {
		clear(f.work)
		return err
	}
	f.kernel.backward(f, x)
	f.out(b)
	return nil
}

func (f *BlockLU) factor(values, x []float64) error {
	given := f.kernel.load(f, values)
	met, ok := f.kernel.eliminate(f, x)
	switch {
	case !ok:
		clear(f.work)
		return ErrSingular
	case met > growthLimit*given:
		clear(f.work)
		return ErrPivot
	}
	return nil
}

// Solve overwrites b, two numbers per node, with the solution. It allocates
// nothing.
func (f *BlockLU) Solve(b []float64) {
	x := f.in(b)
	f.kernel.forward(f, x)
	f.kernel.backward(f, x)
	f.out(b)
}

// in is b by position: b itself where nodes keep their own order.
func (f *BlockLU) in(b []float64) []float64 {
	if f.s.order == nil {
		return b[:2*f.s.n]
	}
	for k, node := range f.s.order {
		f.work[2*k], f.work[2*k+1] = b[2*node], b[2*node+1]
	}
	return f.work
}

// out brings what [BlockLU.in] gave back to b, and leaves zeros.
func (f *BlockLU) out(b []float64) {
	if f.s.order == nil {
		return
	}
	for k, node := range f.s.order {
		b[2*node], b[2*node+1] = f.work[2*k], f.work[2*k+1]
	}
	clear(f.work)
}

// SolveT overwrites b with the solution of the transposed system. It allocates
// nothing.
func (f *BlockLU) SolveT(b []float64) {
	s, x := f.s, f.in(b)
	upper := f.blocks[4*s.n:]
	lower := upper[4*len(s.ucol):]
	for k := range s.n {
		d := f.blocks[4*k : 4*k+4 : 4*k+4]
		y0, y1 := d[0]*x[2*k]+d[2]*x[2*k+1], d[1]*x[2*k]+d[3]*x[2*k+1]
		x[2*k], x[2*k+1] = y0, y1
		for p := s.uptr[k]; p < s.uptr[k+1]; p++ {
			u, to := upper[4*p:4*p+4:4*p+4], x[2*s.ucol[p]:2*s.ucol[p]+2]
			to[0] -= u[0]*y0 + u[2]*y1
			to[1] -= u[1]*y0 + u[3]*y1
		}
	}
	for k := s.n - 1; k >= 0; k-- {
		y0, y1 := x[2*k], x[2*k+1]
		for p := s.uptr[k]; p < s.uptr[k+1]; p++ {
			l, y := lower[4*p:4*p+4:4*p+4], x[2*s.ucol[p]:2*s.ucol[p]+2]
			y0 -= l[0]*y[0] + l[2]*y[1]
			y1 -= l[1]*y[0] + l[3]*y[1]
		}
		x[2*k], x[2*k+1] = y0, y1
	}
	f.out(b)
}

// Parts copies the numbers of the last factorisation for those who solve in
// their own way: one row-major 2x2 block per entry of [Blocks.Lower] and of
// [Blocks.Upper], and the inverted diagonal blocks of the upper factor.
func (f *BlockLU) Parts() (lower, upper, inverse [][4]float64) {
	at := func(block int) [4]float64 { return [4]float64(f.blocks[4*block:]) }
	n, m := f.s.n, len(f.s.ucol)
	lower, upper, inverse = make([][4]float64, m), make([][4]float64, m), make([][4]float64, n)
	for k := range inverse {
		inverse[k] = at(k)
	}
	for p := range upper {
		upper[p] = at(n + p)
		lower[p] = at(n + m + int(f.s.lrow[p]))
	}
	return lower, upper, inverse
}

// portable is the kernel in Go.
type portable struct{}

func (portable) load(f *BlockLU, values []float64) (largest float64) {
	clear(f.blocks)
	for p, to := range f.s.place {
		v, block := values[4*p:4*p+4:4*p+4], f.blocks[4*to:4*to+4:4*to+4]
		for e, x := range v {
			block[e] = x
			largest = max(largest, math.Abs(x))
		}
	}
	return largest
}

func (portable) eliminate(f *BlockLU, x []float64) (largest float64, ok bool) {
	s := f.s
	upper := f.blocks[4*s.n:]
	lower := upper[4*len(s.ucol):]
	pair := s.pair
	for k := range s.n {
		d := f.blocks[4*k : 4*k+4]
		largest = max(largest, size(d))
		if !invert(d) {
			return largest, false
		}
		largest = max(largest, f.scale(k, upper, lower, x))
		last := s.uptr[k+1]
		for p := s.uptr[k]; p < last; p++ {
			l, u := lower[4*p:4*p+4:4*p+4], upper[4*p:4*p+4:4*p+4]
			subtract(f.blocks[4*s.ucol[p]:], l, u)
			for q := p + 1; q < last; q++ {
				to := pair[0]
				pair = pair[1:]
				subtract(upper[4*to:], l, upper[4*q:])
				subtract(lower[4*to:], lower[4*q:], u)
			}
		}
	}
	return largest, true
}

// scale makes the column of the lower factor below pivot k, and takes the
// pivot out of x.
func (f *BlockLU) scale(k int, upper, lower, x []float64) (largest float64) {
	s := f.s
	d := f.blocks[4*k : 4*k+4 : 4*k+4]
	x0, x1 := x[2*k], x[2*k+1]
	for p := s.uptr[k]; p < s.uptr[k+1]; p++ {
		a := lower[4*p : 4*p+4 : 4*p+4]
		a[0], a[1], a[2], a[3] = a[0]*d[0]+a[1]*d[2], a[0]*d[1]+a[1]*d[3], a[2]*d[0]+a[3]*d[2], a[2]*d[1]+a[3]*d[3]
		to := x[2*s.ucol[p] : 2*s.ucol[p]+2]
		to[0] -= a[0]*x0 + a[1]*x1
		to[1] -= a[2]*x0 + a[3]*x1
		largest = max(largest, size(upper[4*p:4*p+4]))
	}
	return largest
}

// size of a block is its largest entry.
func size(b []float64) float64 {
	return max(math.Abs(b[0]), math.Abs(b[1]), math.Abs(b[2]), math.Abs(b[3]))
}

// subtract takes the product of two blocks from a third.
func subtract(from, a, b []float64) {
	from, a, b = from[:4:4], a[:4:4], b[:4:4]
	from[0] -= a[0]*b[0] + a[1]*b[2]
	from[1] -= a[0]*b[1] + a[1]*b[3]
	from[2] -= a[2]*b[0] + a[3]*b[2]
	from[3] -= a[2]*b[1] + a[3]*b[3]
}

// smallest is the determinant of a pivot block, by the size of its two
// products, below which it is taken for zero.
const smallest = 1e-14

// invert makes a block its own inverse. What is no number is no pivot: it
// fails every comparison.
func invert(d []float64) bool {
	a, b := d[0]*d[3], d[1]*d[2]
	det := a - b
	if !(math.Abs(det) > smallest*(math.Abs(a)+math.Abs(b))) || math.IsInf(det, 0) {
		return false
	}
	d[0], d[1], d[2], d[3] = d[3]/det, -d[1]/det, -d[2]/det, d[0]/det
	return true
}

func (portable) forward(f *BlockLU, x []float64) {
	s := f.s
	lower := f.blocks[4*(s.n+len(s.ucol)):]
	for k := range s.n {
		x0, x1 := x[2*k], x[2*k+1]
		for p := s.uptr[k]; p < s.uptr[k+1]; p++ {
			l, to := lower[4*p:4*p+4:4*p+4], x[2*s.ucol[p]:2*s.ucol[p]+2]
			to[0] -= l[0]*x0 + l[1]*x1
			to[1] -= l[2]*x0 + l[3]*x1
		}
	}
}

func (portable) backward(f *BlockLU, x []float64) {
	s := f.s
	upper := f.blocks[4*s.n:]
	for k := s.n - 1; k >= 0; k-- {
		x0, x1 := x[2*k], x[2*k+1]
		for p := s.uptr[k]; p < s.uptr[k+1]; p++ {
			u, y := upper[4*p:4*p+4:4*p+4], x[2*s.ucol[p]:2*s.ucol[p]+2]
			x0 -= u[0]*y[0] + u[1]*y[1]
			x1 -= u[2]*y[0] + u[3]*y[1]
		}
		d := f.blocks[4*k : 4*k+4 : 4*k+4]
		x[2*k], x[2*k+1] = d[0]*x0+d[1]*x1, d[2]*x0+d[3]*x1
	}
}
