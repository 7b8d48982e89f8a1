package nn

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"

	"github.com/pouw-dem/pouwdem/internal/core/nn/kernel"
)

// Bounds of a shape: far above what is used, so that a file cannot ask for all
// memory.
const (
	widest  = 4096
	deepest = 8
)

// Shape is a network's: In numbers, through hidden layers, to Out numbers.
type Shape struct {
	In        int   `json:"in"`
	Hidden    []int `json:"hidden"` // widths, multiples of kernel.Lanes
	Out       int   `json:"out"`
	LayerNorm bool  `json:"layer_norm"` // before each rectifier, without gain and bias
}

// Validate says what is wrong with a shape.
func (s Shape) Validate() error {
	if s.In < 1 || s.In > widest || s.Out < 1 || s.Out > widest {
		return fmt.Errorf("a network of %d inputs and %d outputs: both must be 1 to %d", s.In, s.Out, widest)
	}
	if len(s.Hidden) == 0 || len(s.Hidden) > deepest {
		return fmt.Errorf("a network has 1 to %d hidden layers, not %d", deepest, len(s.Hidden))
	}
	for _, width := range s.Hidden {
		if width < 1 || width > widest || width%kernel.Lanes != 0 {
			return fmt.Errorf("a hidden layer is %d wide: it must be a multiple of %d up to %d", width, kernel.Lanes, widest)
		}
	}
	return nil
}

// widths are those of the layers' inputs and of the output, in whole lanes.
func (s Shape) widths() []int {
	all := append([]int{kernel.Padded(s.In)}, s.Hidden...)
	return append(all, kernel.Padded(s.Out))
}

// Params is how many parameters a network of the shape has, those that only
// fill lanes included.
func (s Shape) Params() int {
	widths, n := s.widths(), 0
	for i := 1; i < len(widths); i++ {
		n += (widths[i-1] + 1) * widths[i]
	}
	return n
}

// Row is how wide a row of inputs is: In and zeros up to whole lanes.
func (s Shape) Row() int { return kernel.Padded(s.In) }

// OutRow is how wide a row of outputs is. What is beyond Out means nothing.
func (s Shape) OutRow() int { return kernel.Padded(s.Out) }

// layer is the weights from one width to the next, within the flat vector.
type layer struct {
	in, out int
	weights int // where in×out weights begin, rows by input
	bias    int
}

// Net is a network. Methods do not change it, so goroutines may share one as
// long as nobody writes Params.
type Net struct {
	Shape  Shape
	Params []float32 // flat: each layer's weights by rows of inputs, then its bias
	layers []layer
	set    kernel.Set
}

// New is a network with all parameters 0, which trains with the instruction set.
func New(shape Shape, set kernel.Set) (*Net, error) {
	if err := shape.Validate(); err != nil {
		return nil, err
	}
	n := &Net{Shape: shape, Params: make([]float32, shape.Params()), set: set}
	widths, at := shape.widths(), 0
	for i := 1; i < len(widths); i++ {
		l := layer{in: widths[i-1], out: widths[i], weights: at, bias: at + widths[i-1]*widths[i]}
		n.layers = append(n.layers, l)
		at = l.bias + l.out
	}
	return n, nil
}

// Init draws each layer's parameters from U(±1/√fan-in), as PyTorch's Linear
// does, and scales the last layer's by last. Parameters that only fill lanes
// stay 0.
func (n *Net) Init(rng *rand.Rand, last float32) {
	clear(n.Params)
	for i, l := range n.layers {
		fanIn, width, scale := l.in, l.out, float32(1)
		if i == 0 {
			fanIn = n.Shape.In
		}
		if i == len(n.layers)-1 {
			width, scale = n.Shape.Out, last
		}
		bound := 1 / math.Sqrt(float64(fanIn))
		draw := func() float32 { return scale * float32((2*rng.Float64()-1)*bound) }
		for r := range fanIn {
			for c := range width {
				n.Params[l.weights+r*l.out+c] = draw()
			}
		}
		for c := range width {
			n.Params[l.bias+c] = draw()
		}
	}
}

// Copy takes over another network's parameters.
func (n *Net) Copy(from *Net) error {
	if len(n.Params) != len(from.Params) {
		return errors.New("parameters of a network of another shape")
	}
	copy(n.Params, from.Params)
	return nil
}

// Follow moves the parameters towards another network's by a share (Polyak).
func (n *Net) Follow(other *Net, share float32) { n.set.Blend(n.Params, other.Params, share) }

func (n *Net) matrix(l layer) kernel.Matrix {
	return kernel.Dense(n.Params[l.weights:l.bias], l.in, l.out)
}

func (n *Net) biasOf(l layer) []float32 { return n.Params[l.bias : l.bias+l.out] }
