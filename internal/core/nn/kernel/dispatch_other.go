//go:build !amd64 || purego

package kernel

// Best is the fastest set that this processor runs.
func Best() Set { return Portable }

func (s Set) tileSize() (rows, cols int) { return 1, Lanes }

func (s Set) tile(int, int, int, *float32, int, int, *float32, int, *float32, int, *float32, int) {
	panic("kernel: no assembly for this processor")
}

func (s Set) row(int, int, *float32, *float32, int, *float32, *float32) int {
	panic("kernel: no assembly for this processor")
}

func (s Set) layerNorm(x, xhat, y []float32, eps float32) float32 {
	return portableLayerNorm(x, xhat, y, eps)
}

func (s Set) layerNormBack(d, xhat []float32, rstd float32) { portableLayerNormBack(d, xhat, rstd) }
func (s Set) relu(x []float32)                              { portableReLU(x) }
func (s Set) reluBack(d, y []float32)                       { portableReLUBack(d, y) }
func (s Set) adam(p, m, v, grad []float32, a scalars)       { portableAdam(p, m, v, grad, a) }
func (s Set) blend(y, x []float32, share float32)           { portableBlend(y, x, share) }
func (s Set) sumSquares(x []float32) float32                { return portableSumSquares(x) }
