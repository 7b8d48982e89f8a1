package contingency

import "golang.org/x/sys/cpu"

// fastest are the quickest kernels that this machine can run.
func fastest() kernels {
	if cpu.X86.HasAVX2 && cpu.X86.HasFMA {
		return vector{}
	}
	return portable{}
}

// vector runs the kernels in assembly for AVX2 and FMA. Its methods check the
// extent of what they hand over by address.
type vector struct{}

func (vector) mismatch(ptr, col []int32, y [][2]float64, rules []rule, v, out []cell, top *peak, first, last int) {
	if first >= last {
		return
	}
	_, _, _, _ = rules[last-1], v[last-1], out[last-1], y[ptr[last]-1]
	mismatch4(&ptr[0], &col[0], &y[0], &rules[0], &v[0], &out[0], top, first, last)
}

func (vector) forward(ptr, col []int32, l [][4]float64, x []cell) {
	if len(col) == 0 {
		return
	}
	_ = l[ptr[len(x)]-1]
	forward4(&ptr[0], &col[0], &l[0], &x[0], len(x))
}

func (vector) backward(ptr, col []int32, u, inverse [][4]float64, x, v []cell, step *quad) {
	if len(col) == 0 {
		portable{}.backward(ptr, col, u, inverse, x, v, step)
		return
	}
	_, _, _ = u[ptr[len(x)]-1], inverse[len(x)-1], v[len(x)-1]
	backward4(&ptr[0], &col[0], &u[0], &inverse[0], &x[0], &v[0], step, len(x))
}

func (vector) flows(at []ends, w []weights, v []cell, top *flowPeaks, first, last int) {
	if first >= last {
		return
	}
	_, _ = at[last-1], w[last-1]
	flows4(&at[0], &w[0], &v[0], top, first, last)
}

func (vector) volts(bands []band, v []cell, top *voltPeaks, first, last int) {
	if first >= last {
		return
	}
	_, _ = bands[last-1], v[last-1]
	volts4(&bands[0], &v[0], top, first, last)
}

//go:noescape
func mismatch4(ptr, col *int32, y *[2]float64, rules *rule, v, out *cell, top *peak, first, last int)

//go:noescape
func forward4(ptr, col *int32, l *[4]float64, x *cell, n int)

//go:noescape
func backward4(ptr, col *int32, u, inverse *[4]float64, x, v *cell, step *quad, n int)

//go:noescape
func flows4(at *ends, w *weights, v *cell, top *flowPeaks, first, last int)

//go:noescape
func volts4(bands *band, v *cell, top *voltPeaks, first, last int)
