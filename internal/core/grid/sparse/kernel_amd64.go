package sparse

import (
	"golang.org/x/sys/cpu"
)

// fastest is the quickest kernel that this machine can run.
func fastest() kernel {
	if cpu.X86.HasAVX2 && cpu.X86.HasFMA {
		return vector{}
	}
	return portable{}
}

// vector is the kernel in assembly for AVX2 and FMA: a block is one register.
// Indices were checked when the pattern was analysed; lengths are here.
type vector struct{}

// sweep is what the assembly works on.
type sweep struct {
	blocks, x        *float64
	uptr, ucol       *int32
	pair             *uint32
	n, mirror, count int // nodes, upper entries, entries of the pattern
	largest          [4]float64
}

func (vector) sweep(f *BlockLU, x []float64) sweep {
	s := f.s
	_ = x[2*s.n-1]
	out := sweep{blocks: &f.blocks[0], x: &x[0], uptr: &s.uptr[0], n: s.n, mirror: len(s.ucol), count: len(s.place)}
	if len(s.ucol) > 0 {
		out.ucol = &s.ucol[0]
	}
	if len(s.pair) > 0 {
		out.pair = &s.pair[0]
	}
	return out
}

func (vector) load(f *BlockLU, values []float64) (largest float64) {
	clear(f.blocks)
	place := f.s.place
	_ = values[4*len(place)-1]
	var most [4]float64
	scatterAVX2(&f.blocks[0], &values[0], &place[0], len(place), &most)
	return max(most[0], most[1], most[2], most[3])
}

func (v vector) eliminate(f *BlockLU, x []float64) (largest float64, ok bool) {
	w := v.sweep(f, x)
	ok = eliminateAVX2(&w)
	return max(w.largest[0], w.largest[1], w.largest[2], w.largest[3]), ok
}

func (v vector) forward(f *BlockLU, x []float64) {
	w := v.sweep(f, x)
	forwardAVX2(&w)
}

func (v vector) backward(f *BlockLU, x []float64) {
	w := v.sweep(f, x)
	backwardAVX2(&w)
}

//go:noescape
func scatterAVX2(blocks, values *float64, place *int32, count int, largest *[4]float64)

//go:noescape
func eliminateAVX2(w *sweep) bool

//go:noescape
func forwardAVX2(w *sweep)

//go:noescape
func backwardAVX2(w *sweep)
