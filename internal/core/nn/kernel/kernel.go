package kernel

import "fmt"

// Lanes is what every width is a multiple of.
const Lanes = 16

// Set is an instruction set.
type Set uint8

// The sets. Each processor that has one has those before it.
const (
	Portable Set = iota
	AVX2         // with FMA
	AVX512
)

func (s Set) String() string {
	switch s {
	case AVX2:
		return "avx2"
	case AVX512:
		return "avx512"
	default:
		return "portable"
	}
}

// Padded is the least multiple of [Lanes] that holds n.
func Padded(n int) int { return (n + Lanes - 1) / Lanes * Lanes }

// Matrix is rows×cols numbers at Data[r*RowStride+c*ColStride]. A stride of 0
// repeats one row or column.
type Matrix struct {
	Data                 []float32
	Rows, Cols           int
	RowStride, ColStride int
}

// Dense is a matrix whose rows follow each other.
func Dense(data []float32, rows, cols int) Matrix {
	return Matrix{Data: data, Rows: rows, Cols: cols, RowStride: cols, ColStride: 1}
}

// Repeated is rows times the same row.
func Repeated(row []float32, rows int) Matrix {
	return Matrix{Data: row, Rows: rows, Cols: len(row), ColStride: 1}
}

// Transposed is m with rows for columns, of the same memory.
func (m Matrix) Transposed() Matrix {
	return Matrix{Data: m.Data, Rows: m.Cols, Cols: m.Rows, RowStride: m.ColStride, ColStride: m.RowStride}
}

func (m Matrix) check(what string, rows, cols int) {
	if m.Rows != rows || m.Cols != cols {
		panic(fmt.Sprintf("kernel: %s is %dx%d, not %dx%d", what, m.Rows, m.Cols, rows, cols))
	}
	if last := (rows-1)*m.RowStride + (cols-1)*m.ColStride; rows > 0 && cols > 0 && last >= len(m.Data) {
		panic(fmt.Sprintf("kernel: %s of %dx%d wants %d numbers, has %d", what, rows, cols, last+1, len(m.Data)))
	}
}

// Gemm sets c = init + a·b. b, c and init have columns next to each other, a
// multiple of [Lanes] of them; c may be init. a may have any strides, so a
// transposed matrix is no copy. Sums run in the order of a's columns.
func (s Set) Gemm(c, a, b, init Matrix) {
	c.check("the product", a.Rows, b.Cols)
	a.check("the left factor", c.Rows, b.Rows)
	b.check("the right factor", a.Cols, c.Cols)
	init.check("the initial value", c.Rows, c.Cols)
	if c.ColStride != 1 || b.ColStride != 1 || init.ColStride != 1 || c.Cols%Lanes != 0 {
		panic("kernel: the product's columns do not lie next to each other in whole lanes")
	}
	if s == Portable || a.Cols == 0 {
		portableGemm(c, a, b, init)
		return
	}
	high, wide := s.tileSize()
	for col := 0; col < c.Cols; {
		cols := min(wide, c.Cols-col)
		for row := 0; row < c.Rows; row += high {
			rows := min(high, c.Rows-row)
			s.tile(rows, cols, a.Cols, &a.Data[row*a.RowStride], a.RowStride, a.ColStride,
				&b.Data[col], b.RowStride, &c.Data[row*c.RowStride+col], c.RowStride,
				&init.Data[row*init.RowStride+col], init.RowStride)
		}
		col += cols
	}
}

// Row sets c = init + a·b for one row a, to the same bits in every set.
func (s Set) Row(c, a []float32, b Matrix, init []float32) {
	b.check("the right factor", len(a), len(c))
	if len(init) != len(c) || len(c)%Lanes != 0 || b.ColStride != 1 {
		panic("kernel: a row's columns do not lie next to each other in whole lanes")
	}
	if s == Portable || len(a) == 0 {
		portableRow(c, a, b, init)
		return
	}
	for col := 0; col < len(c); {
		col += s.row(len(c)-col, len(a), &a[0], &b.Data[col], b.RowStride, &c[col], &init[col])
	}
}

// whole panics where arrays differ in length or end within lanes.
func whole(n int, arrays ...[]float32) {
	for _, x := range arrays {
		if len(x) != n || n%Lanes != 0 {
			panic("kernel: arrays differ in length or do not fill whole lanes")
		}
	}
}

// LayerNorm normalises a row to mean 0 and variance 1 (Ba et al. 2016, without
// gain and bias) into xhat and its positive part into y, and returns one over
// the standard deviation. eps is added to the variance.
func (s Set) LayerNorm(x, xhat, y []float32, eps float32) float32 {
	whole(len(x), xhat, y)
	if len(x) == 0 {
		return 0
	}
	return s.layerNorm(x, xhat, y, eps)
}

// LayerNormBack turns d, the gradient of [Set.LayerNorm]'s y, into that of its
// x, in place.
func (s Set) LayerNormBack(d, xhat []float32, rstd float32) {
	whole(len(d), xhat)
	if len(d) > 0 {
		s.layerNormBack(d, xhat, rstd)
	}
}

// ReLU takes the positive part of x, in place.
func (s Set) ReLU(x []float32) {
	whole(len(x), x)
	if len(x) > 0 {
		s.relu(x)
	}
}

// ReLUBack sets d to 0 where [Set.ReLU] gave y = 0.
func (s Set) ReLUBack(d, y []float32) {
	whole(len(d), y)
	if len(d) > 0 {
		s.reluBack(d, y)
	}
}

// AdamStep is the scalars of one step of Adam.
type AdamStep struct {
	Scale        float32 // multiplies the gradient: clipping
	Beta1, Beta2 float64
	Eps          float32
	Rate         float64 // the learning rate
	Count        int     // this step's number, from 1
}

// Adam moves p against the gradient (Kingma and Ba 2015, algorithm 1, with eps
// outside the corrected root as in PyTorch); m and v are its moments.
func (s Set) Adam(p, m, v, grad []float32, step AdamStep) {
	whole(len(p), m, v, grad)
	if len(p) > 0 {
		s.adam(p, m, v, grad, step.scalars())
	}
}

// Blend moves y towards x by a share of the difference.
func (s Set) Blend(y, x []float32, share float32) {
	whole(len(y), x)
	if len(y) > 0 {
		s.blend(y, x, share)
	}
}

// SumSquares is the sum of x's squares.
func (s Set) SumSquares(x []float32) float32 {
	whole(len(x), x)
	if len(x) == 0 {
		return 0
	}
	return s.sumSquares(x)
}
