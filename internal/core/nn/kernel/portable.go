package kernel

import "math"

// The conversions to float32 in this file round each product before it is
// added: the compiler may fuse x*y + z on some processors, but not
// float32(x*y) + z.

func portableGemm(c, a, b, init Matrix) {
	for r := range c.Rows {
		row := c.Data[r*c.RowStride:][:c.Cols]
		copy(row, init.Data[r*init.RowStride:][:c.Cols])
		for k := range a.Cols {
			factor := a.Data[r*a.RowStride+k*a.ColStride]
			for i, x := range b.Data[k*b.RowStride:][:len(row)] {
				row[i] += float32(factor * x)
			}
		}
	}
}

func portableRow(c, a []float32, b Matrix, init []float32) {
	copy(c, init)
	for k, factor := range a {
		for i, x := range b.Data[k*b.RowStride:][:len(c)] {
			c[i] += float32(factor * x)
		}
	}
}

// lanes is sixteen sums that are added at the end, in one order.
type lanes [Lanes]float32

func (l *lanes) sum() float32 {
	for half := Lanes / 2; half > 0; half /= 2 {
		for i := range half {
			l[i] += l[i+half]
		}
	}
	return l[0]
}

func portableLayerNorm(x, xhat, y []float32, eps float32) float32 {
	width := float32(len(x))
	var sums, squares lanes
	for i, v := range x {
		sums[i%Lanes] += v
	}
	mean := sums.sum() / width
	for i, v := range x {
		v -= mean
		squares[i%Lanes] += float32(v * v)
	}
	rstd := 1 / float32(math.Sqrt(float64(squares.sum()/width+eps)))
	for i, v := range x {
		xhat[i] = float32((v - mean) * rstd)
		y[i] = positive(xhat[i])
	}
	return rstd
}

func portableLayerNormBack(d, xhat []float32, rstd float32) {
	width := float32(len(d))
	var sums, dots lanes
	for i, h := range xhat {
		if !(h > 0) {
			d[i] = 0
		}
		sums[i%Lanes] += d[i]
		dots[i%Lanes] += float32(d[i] * h)
	}
	mean, slope := sums.sum()/width, dots.sum()/width
	for i, h := range xhat {
		d[i] = float32((d[i] - mean - float32(h*slope)) * rstd)
	}
}

func positive(x float32) float32 {
	if x > 0 {
		return x
	}
	return 0
}

func portableReLU(x []float32) {
	for i, v := range x {
		x[i] = positive(v)
	}
}

func portableReLUBack(d, y []float32) {
	for i, v := range y {
		if !(v > 0) {
			d[i] = 0
		}
	}
}

// scalars is what one step of Adam does to each number, ready to multiply with.
type scalars struct {
	scale, new1, keep2, new2, eps, step, root float32
}

func (a AdamStep) scalars() scalars {
	count := float64(a.Count)
	return scalars{
		scale: a.Scale,
		new1:  float32(1 - a.Beta1),
		keep2: float32(a.Beta2),
		new2:  float32(1 - a.Beta2),
		eps:   a.Eps,
		step:  float32(a.Rate / (1 - math.Pow(a.Beta1, count))),
		root:  float32(1 / math.Sqrt(1-math.Pow(a.Beta2, count))),
	}
}

func portableAdam(p, m, v, grad []float32, a scalars) {
	for i, g := range grad {
		g = float32(g * a.scale)
		m[i] += float32((g - m[i]) * a.new1)
		v[i] = float32(v[i]*a.keep2) + float32(float32(g*g)*a.new2)
		root := float32(math.Sqrt(float64(v[i])))
		p[i] -= float32(m[i]*a.step) / (float32(root*a.root) + a.eps)
	}
}

func portableBlend(y, x []float32, share float32) {
	for i, v := range x {
		y[i] += float32((v - y[i]) * share)
	}
}

func portableSumSquares(x []float32) float32 {
	var sums lanes
	for i, v := range x {
		sums[i%Lanes] += float32(v * v)
	}
	return sums.sum()
}
