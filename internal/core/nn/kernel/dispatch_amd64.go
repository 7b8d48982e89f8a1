//go:build amd64 && !purego

package kernel

import "golang.org/x/sys/cpu"

// Best is the fastest set that this processor runs.
func Best() Set {
	switch {
	case cpu.X86.HasAVX512F && cpu.X86.HasFMA:
		return AVX512
	case cpu.X86.HasAVX2 && cpu.X86.HasFMA:
		return AVX2
	default:
		return Portable
	}
}

func (s Set) tileSize() (rows, cols int) {
	if s == AVX512 {
		return 8, 32
	}
	return 6, 16
}

// tile is the product for up to [Set.tileSize] rows and columns.
func (s Set) tile(rows, cols, k int, a *float32, rs, cs int, b *float32, ldb int, c *float32, ldc int, init *float32, ldi int) {
	if s == AVX2 {
		tile2(rows, k, a, rs, cs, b, ldb, c, ldc, init, ldi)
		return
	}
	if cols == 16 {
		tile512x16(rows, k, a, rs, cs, b, ldb, c, ldc, init, ldi)
		return
	}
	switch rows {
	case 8:
		tile512_8x32(k, a, rs, cs, b, ldb, c, ldc, init, ldi)
	case 7:
		tile512_7x32(k, a, rs, cs, b, ldb, c, ldc, init, ldi)
	case 6:
		tile512_6x32(k, a, rs, cs, b, ldb, c, ldc, init, ldi)
	case 5:
		tile512_5x32(k, a, rs, cs, b, ldb, c, ldc, init, ldi)
	case 4:
		tile512_4x32(k, a, rs, cs, b, ldb, c, ldc, init, ldi)
	case 3:
		tile512_3x32(k, a, rs, cs, b, ldb, c, ldc, init, ldi)
	case 2:
		tile512_2x32(k, a, rs, cs, b, ldb, c, ldc, init, ldi)
	default:
		tile512_1x32(k, a, rs, cs, b, ldb, c, ldc, init, ldi)
	}
}

func tile512x16(rows, k int, a *float32, rs, cs int, b *float32, ldb int, c *float32, ldc int, init *float32, ldi int) {
	switch rows {
	case 8:
		tile512_8x16(k, a, rs, cs, b, ldb, c, ldc, init, ldi)
	case 7:
		tile512_7x16(k, a, rs, cs, b, ldb, c, ldc, init, ldi)
	case 6:
		tile512_6x16(k, a, rs, cs, b, ldb, c, ldc, init, ldi)
	case 5:
		tile512_5x16(k, a, rs, cs, b, ldb, c, ldc, init, ldi)
	case 4:
		tile512_4x16(k, a, rs, cs, b, ldb, c, ldc, init, ldi)
	case 3:
		tile512_3x16(k, a, rs, cs, b, ldb, c, ldc, init, ldi)
	case 2:
		tile512_2x16(k, a, rs, cs, b, ldb, c, ldc, init, ldi)
	default:
		tile512_1x16(k, a, rs, cs, b, ldb, c, ldc, init, ldi)
	}
}

func tile2(rows, k int, a *float32, rs, cs int, b *float32, ldb int, c *float32, ldc int, init *float32, ldi int) {
	switch rows {
	case 6:
		tile2_6x16(k, a, rs, cs, b, ldb, c, ldc, init, ldi)
	case 5:
		tile2_5x16(k, a, rs, cs, b, ldb, c, ldc, init, ldi)
	case 4:
		tile2_4x16(k, a, rs, cs, b, ldb, c, ldc, init, ldi)
	case 3:
		tile2_3x16(k, a, rs, cs, b, ldb, c, ldc, init, ldi)
	case 2:
		tile2_2x16(k, a, rs, cs, b, ldb, c, ldc, init, ldi)
	default:
		tile2_1x16(k, a, rs, cs, b, ldb, c, ldc, init, ldi)
	}
}

// row does the first columns of those left and returns how many.
func (s Set) row(left, k int, a, b *float32, ldb int, c, init *float32) int {
	switch {
	case s == AVX512 && left >= 64:
		row512_64(k, a, b, ldb, c, init)
		return 64
	case s == AVX512:
		row512_16(k, a, b, ldb, c, init)
		return 16
	case left >= 32:
		row2_32(k, a, b, ldb, c, init)
		return 32
	default:
		row2_16(k, a, b, ldb, c, init)
		return 16
	}
}

func (s Set) layerNorm(x, xhat, y []float32, eps float32) float32 {
	var rstd float32
	switch s {
	case AVX512:
		layerNorm512(len(x), &x[0], &xhat[0], &y[0], float32(len(x)), eps, 1, &rstd)
	case AVX2:
		layerNorm2(len(x), &x[0], &xhat[0], &y[0], float32(len(x)), eps, 1, &rstd)
	default:
		rstd = portableLayerNorm(x, xhat, y, eps)
	}
	return rstd
}

func (s Set) layerNormBack(d, xhat []float32, rstd float32) {
	switch s {
	case AVX512:
		layerNormBack512(len(d), &d[0], &xhat[0], float32(len(d)), rstd)
	case AVX2:
		layerNormBack2(len(d), &d[0], &xhat[0], float32(len(d)), rstd)
	default:
		portableLayerNormBack(d, xhat, rstd)
	}
}

func (s Set) relu(x []float32) {
	switch s {
	case AVX512:
		relu512(len(x), &x[0])
	case AVX2:
		relu2(len(x), &x[0])
	default:
		portableReLU(x)
	}
}

func (s Set) reluBack(d, y []float32) {
	switch s {
	case AVX512:
		reluBack512(len(d), &d[0], &y[0])
	case AVX2:
		reluBack2(len(d), &d[0], &y[0])
	default:
		portableReLUBack(d, y)
	}
}

func (s Set) adam(p, m, v, grad []float32, a scalars) {
	switch s {
	case AVX512:
		adam512(len(p), &p[0], &m[0], &v[0], &grad[0], a.scale, a.new1, a.keep2, a.new2, a.eps, a.step, a.root)
	case AVX2:
		adam2(len(p), &p[0], &m[0], &v[0], &grad[0], a.scale, a.new1, a.keep2, a.new2, a.eps, a.step, a.root)
	default:
		portableAdam(p, m, v, grad, a)
	}
}

func (s Set) blend(y, x []float32, share float32) {
	switch s {
	case AVX512:
		blend512(len(y), &y[0], &x[0], share)
	case AVX2:
		blend2(len(y), &y[0], &x[0], share)
	default:
		portableBlend(y, x, share)
	}
}

func (s Set) sumSquares(x []float32) float32 {
	switch s {
	case AVX512:
		return sumSquares512(len(x), &x[0])
	case AVX2:
		return sumSquares2(len(x), &x[0])
	default:
		return portableSumSquares(x)
	}
}
