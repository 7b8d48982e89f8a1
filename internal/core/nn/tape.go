package nn

import "github.com/pouw-dem/pouwdem/internal/core/nn/kernel"

// layerNormEps is added to the variance, as in PyTorch.
const layerNormEps = 1e-5

// Tape is the memory of one forward pass over a batch, which the backward pass
// reads. It serves networks of one shape, one at a time.
type Tape struct {
	shape  Shape
	rows   int // of the last forward pass
	most   int
	inputs [][]float32 // of each layer; the first is the caller's
	xhat   [][]float32 // normalised, before rectifying; of hidden layers
	rstd   [][]float32
	out    []float32
	delta  [2][]float32 // gradients travelling backward
	turned []float32    // a layer's weights, transposed
	one    [1]float32
	zero   []float32
}

// NewTape is a tape for batches of up to the given rows.
func NewTape(shape Shape, rows int) *Tape {
	t := &Tape{shape: shape, most: rows, one: [1]float32{1}}
	widths := shape.widths()
	widest, largest := 0, 0
	for i, width := range widths {
		widest = max(widest, width)
		if i > 0 {
			largest = max(largest, widths[i-1]*width)
		}
	}
	t.inputs = make([][]float32, len(widths)-1)
	for _, width := range shape.Hidden {
		t.xhat = append(t.xhat, make([]float32, rows*width))
		t.rstd = append(t.rstd, make([]float32, rows))
	}
	for i := 1; i < len(t.inputs); i++ {
		t.inputs[i] = make([]float32, rows*widths[i])
	}
	t.out = make([]float32, rows*shape.OutRow())
	t.delta = [2][]float32{make([]float32, rows*widest), make([]float32, rows*widest)}
	t.turned, t.zero = make([]float32, largest), make([]float32, widest)
	return t
}

// Forward runs rows of inputs, [Shape.Row] wide each, through the network. The
// result, [Shape.OutRow] wide rows, is the tape's own until its next pass; x is
// read again by [Net.Backward].
func (n *Net) Forward(t *Tape, x []float32, rows int) []float32 {
	if rows > t.most || len(x) < rows*n.Shape.Row() {
		panic("nn: a batch larger than its tape or its inputs")
	}
	t.rows, t.inputs[0] = rows, x[:rows*n.Shape.Row()]
	last := len(n.layers) - 1
	for i, l := range n.layers {
		to := t.out
		if i < last {
			to = t.inputs[i+1]
		}
		product := to
		if i < last && n.Shape.LayerNorm {
			product = t.xhat[i]
		}
		n.set.Gemm(kernel.Dense(product, rows, l.out), kernel.Dense(t.inputs[i], rows, l.in), n.matrix(l), kernel.Repeated(n.biasOf(l), rows))
		switch {
		case i == last:
		case n.Shape.LayerNorm:
			for r := range rows {
				row := t.xhat[i][r*l.out : (r+1)*l.out]
				t.rstd[i][r] = n.set.LayerNorm(row, row, to[r*l.out:(r+1)*l.out], layerNormEps)
			}
		default:
			n.set.ReLU(to[:rows*l.out])
		}
	}
	return t.out[:rows*n.Shape.OutRow()]
}

// Backward sets grad, laid out as Params, to the gradient of a loss whose
// gradient with respect to the last forward pass's result is d.
func (n *Net) Backward(t *Tape, d, grad []float32) {
	rows := t.rows
	for i := len(n.layers) - 1; i >= 0; i-- {
		l := n.layers[i]
		deltas := kernel.Dense(d, rows, l.out)
		weights := kernel.Dense(grad[l.weights:l.bias], l.in, l.out)
		n.set.Gemm(weights, kernel.Dense(t.inputs[i], rows, l.in).Transposed(), deltas, kernel.Repeated(t.zero[:l.out], l.in))
		bias := kernel.Dense(grad[l.bias:l.bias+l.out], 1, l.out)
		ones := kernel.Matrix{Data: t.one[:], Rows: 1, Cols: rows}
		n.set.Gemm(bias, ones, deltas, kernel.Repeated(t.zero[:l.out], 1))
		if i == 0 {
			return
		}
		below := t.delta[i%2]
		turn(t.turned, n.Params[l.weights:l.bias], l.in, l.out)
		n.set.Gemm(kernel.Dense(below, rows, l.in), deltas, kernel.Dense(t.turned, l.out, l.in), kernel.Repeated(t.zero[:l.in], rows))
		if n.Shape.LayerNorm {
			for r := range rows {
				at := r * l.in
				n.set.LayerNormBack(below[at:at+l.in], t.xhat[i-1][at:at+l.in], t.rstd[i-1][r])
			}
		} else {
			n.set.ReLUBack(below[:rows*l.in], t.inputs[i][:rows*l.in])
		}
		d = below[:rows*l.in]
	}
}

// turn writes a matrix of rows×cols as its transpose, in blocks that stay in
// the nearest cache.
func turn(to, from []float32, rows, cols int) {
	const block = kernel.Lanes
	for r0 := 0; r0 < rows; r0 += block {
		for c := range cols {
			line := to[c*rows+r0:][:block]
			at := r0*cols + c
			for i := range line {
				line[i] = from[at]
				at += cols
			}
		}
	}
}
