package nn

// Scratch is the memory of [Net.Infer].
type Scratch struct {
	xhat  []float32
	layer [2][]float32
}

// NewScratch is a scratch for networks of the shape.
func NewScratch(shape Shape) *Scratch {
	widest := 0
	for _, width := range shape.widths() {
		widest = max(widest, width)
	}
	row := func() []float32 { return make([]float32, widest) }
	return &Scratch{xhat: row(), layer: [2][]float32{row(), row()}}
}

// Infer runs one row of inputs through the network, without fused
// multiply-add and in one order: the result is the same to the bit on every
// processor. It is the scratch's own until its next use.
func (n *Net) Infer(s *Scratch, x []float32) []float32 {
	for i, l := range n.layers {
		to := s.layer[i%2][:l.out]
		n.set.Row(to, x, n.matrix(l), n.biasOf(l))
		switch {
		case i == len(n.layers)-1:
		case n.Shape.LayerNorm:
			n.set.LayerNorm(to, s.xhat[:l.out], to, layerNormEps)
		default:
			n.set.ReLU(to)
		}
		x = to
	}
	return x
}
