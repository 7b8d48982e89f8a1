// Command kernelgen writes the assembly of internal/core/nn/kernel; "make
// kernels" runs it.
//
// Every function exists for AVX-512 and for AVX2 (with FMA). Vectors are
// sixteen lanes in both: one register, or two. What sums over lanes adds them
// in one order, so that all but the matrix product give the same bits at
// either width, and in the portable code.
package main

import (
	"fmt"

	. "github.com/mmcloughlin/avo/build" //nolint:staticcheck // avo's own way to write assembly
	. "github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

// isa is an instruction set: how many registers sixteen lanes take, and which.
type isa struct {
	name string
	regs int // registers for sixteen lanes
}

func main() {
	ConstraintExpr("amd64,!purego")
	for _, set := range []isa{{"512", 1}, {"2", 2}} {
		if set.regs == 1 {
			for rows := 1; rows <= 8; rows++ {
				set.tile(rows, 2)
				set.tile(rows, 1)
			}
			set.row(4)
		} else {
			for rows := 1; rows <= 6; rows++ {
				set.tile(rows, 1)
			}
			set.row(2)
		}
		set.row(1)
		set.layerNorm()
		set.layerNormBack()
		set.relu()
		set.reluBack()
		set.adam()
		set.blend()
		set.sumSquares()
	}
	Generate()
}

// vec is sixteen lanes.
type vec []reg.VecVirtual

func (s isa) vec() vec {
	v := make(vec, s.regs)
	for i := range v {
		if s.regs == 1 {
			v[i] = ZMM()
		} else {
			v[i] = YMM()
		}
	}
	return v
}

func (s isa) bytes() int { return 64 / s.regs }

func (s isa) load(m Mem, v vec) {
	for i := range v {
		VMOVUPS(m.Offset(i*s.bytes()), v[i])
	}
}

func (s isa) store(v vec, m Mem) {
	for i := range v {
		VMOVUPS(v[i], m.Offset(i*s.bytes()))
	}
}

func (s isa) broadcast(m Op, v vec) {
	VBROADCASTSS(m, v[0])
	for i := 1; i < len(v); i++ {
		VMOVAPS(v[0], v[i])
	}
}

func (s isa) zero(v vec) {
	for i := range v {
		if s.regs == 1 {
			VPXORD(v[i], v[i], v[i])
		} else {
			VXORPS(v[i], v[i], v[i])
		}
	}
}

func each(op func(...Op), a, b, to vec) {
	for i := range to {
		op(a[i], b[i], to[i])
	}
}

// sum adds the lanes of v, l with l+8, then l+4, l+2 and l+1, and spreads the
// result over all lanes of to.
func (s isa) sum(v, to vec) {
	low := v[0].AsY()
	high := YMM()
	if s.regs == 1 {
		VEXTRACTF64X4(U8(1), v[0], high)
	} else {
		high = v[1]
	}
	eight := YMM()
	VADDPS(high, low, eight)
	four, other := eight.AsX(), XMM()
	VEXTRACTF128(U8(1), eight, other)
	VADDPS(other, four, four)
	VMOVHLPS(four, four, other)
	VADDPS(other, four, four)
	VMOVSHDUP(four, other)
	VADDPS(other, four, four)
	VBROADCASTSS(four, to[0])
	for i := 1; i < len(to); i++ {
		VMOVAPS(to[0], to[i])
	}
}

// argument is where a scalar parameter lies.
func argument(name string) Op {
	at, err := Param(name).Resolve()
	if err != nil {
		panic(err)
	}
	return at.Addr
}

func pointer(name string) Mem { return Mem{Base: Load(Param(name), GP64())} }

func stride(name string) reg.GPVirtual {
	by := GP64()
	Load(Param(name), by)
	SHLQ(U8(2), by)
	return by
}

func (s isa) ret() {
	VZEROUPPER()
	RET()
}

// tile is c = init + a·b for rows rows and 16·panels columns. a is addressed by
// two strides, b, c and init by rows; a stride of 0 repeats a row.
func (s isa) tile(rows, panels int) {
	TEXT(fmt.Sprintf("tile%s_%dx%d", s.name, rows, 16*panels), NOSPLIT,
		"func(k int, a *float32, rs, cs int, b *float32, ldb int, c *float32, ldc int, init *float32, ldi int)")
	Pragma("noescape")
	acc := make([][]vec, rows)
	from, step := pointer("init"), stride("ldi")
	for r := range acc {
		acc[r] = make([]vec, panels)
		for p := range acc[r] {
			acc[r][p] = s.vec()
			s.load(from.Offset(64*p), acc[r][p])
		}
		if r < rows-1 {
			ADDQ(step, from.Base)
		}
	}
	k := Load(Param("k"), GP64())
	a, b := pointer("a"), pointer("b")
	rs, cs, ldb := stride("rs"), stride("cs"), stride("ldb")
	multiple := map[int]reg.GPVirtual{}
	for _, m := range []int{3, 5, 7} {
		if rows > m {
			multiple[m] = GP64()
			IMUL3Q(I8(int8(m)), rs, multiple[m])
		}
	}
	at := func(r int) Mem {
		switch r {
		case 0:
			return a
		case 1, 2, 4:
			return a.Idx(rs, uint8(r)) //nolint:gosec // 1, 2 or 4
		case 6:
			return a.Idx(multiple[3], 2)
		default:
			return a.Idx(multiple[r], 1)
		}
	}
	columns := make([]vec, panels)
	for p := range columns {
		columns[p] = s.vec()
	}
	factor := s.vec()[:1]
	TESTQ(k, k)
	JZ(LabelRef("done"))
	Label("loop")
	for p := range columns {
		s.load(b.Offset(64*p), columns[p])
	}
	for r := range acc {
		s.broadcast(at(r), factor)
		for p := range columns {
			for i := range columns[p] {
				VFMADD231PS(columns[p][i], factor[0], acc[r][p][i])
			}
		}
	}
	ADDQ(cs, a.Base)
	ADDQ(ldb, b.Base)
	DECQ(k)
	JNZ(LabelRef("loop"))
	Label("done")
	c, ldc := pointer("c"), stride("ldc")
	for r := range acc {
		for p := range acc[r] {
			s.store(acc[r][p], c.Offset(64*p))
		}
		if r < rows-1 {
			ADDQ(ldc, c.Base)
		}
	}
	s.ret()
}

// row is c = init + a·b for one row and 16·panels columns, each product rounded
// before it is added, in the order of k: what a portable loop gives.
func (s isa) row(panels int) {
	TEXT(fmt.Sprintf("row%s_%d", s.name, 16*panels), NOSPLIT,
		"func(k int, a, b *float32, ldb int, c, init *float32)")
	Pragma("noescape")
	acc := make([]vec, panels)
	from := pointer("init")
	for p := range acc {
		acc[p] = s.vec()
		s.load(from.Offset(64*p), acc[p])
	}
	k := Load(Param("k"), GP64())
	a, b, ldb := pointer("a"), pointer("b"), stride("ldb")
	factor := s.vec()[:1]
	TESTQ(k, k)
	JZ(LabelRef("done"))
	Label("loop")
	s.broadcast(a, factor)
	for p := range acc {
		product := s.vec()
		for i := range product {
			VMULPS(b.Offset(64*p+i*s.bytes()), factor[0], product[i])
			VADDPS(product[i], acc[p][i], acc[p][i])
		}
	}
	ADDQ(U8(4), a.Base)
	ADDQ(ldb, b.Base)
	DECQ(k)
	JNZ(LabelRef("loop"))
	Label("done")
	c := pointer("c")
	for p := range acc {
		s.store(acc[p], c.Offset(64*p))
	}
	s.ret()
}

// over loops over n/16 blocks of the arrays.
func over(label string, n reg.GPVirtual, arrays []Mem, body func(at []Mem)) {
	index := GP64()
	XORQ(index, index)
	Label(label)
	at := make([]Mem, len(arrays))
	for i, m := range arrays {
		at[i] = m.Idx(index, 4)
	}
	body(at)
	ADDQ(U8(16), index)
	CMPQ(index, n)
	JLT(LabelRef(label))
}

func length() reg.GPVirtual {
	n := GP64()
	Load(Param("n"), n)
	return n
}

// layerNorm normalises one row and rectifies it.
func (s isa) layerNorm() {
	TEXT("layerNorm"+s.name, NOSPLIT, "func(n int, x, xhat, y *float32, width, eps, one float32, rstd *float32)")
	Pragma("noescape")
	n := length()
	x, xhat, y := pointer("x"), pointer("xhat"), pointer("y")
	width, mean, acc, t := s.vec(), s.vec(), s.vec(), s.vec()
	s.broadcast(argument("width"), width)
	s.zero(acc)
	over("mean", n, []Mem{x}, func(at []Mem) {
		s.load(at[0], t)
		each(VADDPS, t, acc, acc)
	})
	s.sum(acc, mean)
	each(VDIVPS, width, mean, mean)
	s.zero(acc)
	over("variance", n, []Mem{x}, func(at []Mem) {
		s.load(at[0], t)
		each(VSUBPS, mean, t, t)
		each(VMULPS, t, t, t)
		each(VADDPS, t, acc, acc)
	})
	scale := s.vec()
	s.sum(acc, scale)
	each(VDIVPS, width, scale, scale)
	s.broadcast(argument("eps"), t)
	each(VADDPS, t, scale, scale)
	for i := range scale {
		VSQRTPS(scale[i], scale[i])
	}
	s.broadcast(argument("one"), t)
	each(VDIVPS, scale, t, scale)
	to := pointer("rstd")
	VMOVSS(scale[0].AsX(), to)
	s.zero(acc)
	over("scale", n, []Mem{x, xhat, y}, func(at []Mem) {
		s.load(at[0], t)
		each(VSUBPS, mean, t, t)
		each(VMULPS, scale, t, t)
		s.store(t, at[1])
		each(VMAXPS, acc, t, t)
		s.store(t, at[2])
	})
	s.ret()
}

// positive keeps the lanes of v where key is above zero.
func (s isa) positive(v, key, zero vec) {
	for i := range v {
		if s.regs == 1 {
			above := K()
			VCMPPS(U8(30), zero[i], key[i], above) // greater than, quiet
			VMOVUPS_Z(v[i], above, v[i])
			continue
		}
		above := YMM()
		VCMPPS(U8(30), zero[i], key[i], above)
		VANDPS(above, v[i], v[i])
	}
}

// layerNormBack turns the gradient of layerNorm's y into that of its x, in
// place.
func (s isa) layerNormBack() {
	TEXT("layerNormBack"+s.name, NOSPLIT, "func(n int, d, xhat *float32, width, rstd float32)")
	Pragma("noescape")
	n := length()
	d, xhat := pointer("d"), pointer("xhat")
	zero, sum, dot, t, h := s.vec(), s.vec(), s.vec(), s.vec(), s.vec()
	s.zero(zero)
	s.zero(sum)
	s.zero(dot)
	over("sums", n, []Mem{d, xhat}, func(at []Mem) {
		s.load(at[0], t)
		s.load(at[1], h)
		s.positive(t, h, zero)
		s.store(t, at[0])
		each(VADDPS, t, sum, sum)
		each(VMULPS, h, t, t)
		each(VADDPS, t, dot, dot)
	})
	width := s.vec()
	s.broadcast(argument("width"), width)
	mean, slope := s.vec(), s.vec()
	s.sum(sum, mean)
	each(VDIVPS, width, mean, mean)
	s.sum(dot, slope)
	each(VDIVPS, width, slope, slope)
	rstd := s.vec()
	s.broadcast(argument("rstd"), rstd)
	over("apply", n, []Mem{d, xhat}, func(at []Mem) {
		s.load(at[0], t)
		s.load(at[1], h)
		each(VMULPS, slope, h, h)
		each(VSUBPS, mean, t, t)
		each(VSUBPS, h, t, t)
		each(VMULPS, rstd, t, t)
		s.store(t, at[0])
	})
	s.ret()
}

func (s isa) relu() {
	TEXT("relu"+s.name, NOSPLIT, "func(n int, x *float32)")
	Pragma("noescape")
	n := length()
	zero, t := s.vec(), s.vec()
	s.zero(zero)
	over("loop", n, []Mem{pointer("x")}, func(at []Mem) {
		s.load(at[0], t)
		each(VMAXPS, zero, t, t)
		s.store(t, at[0])
	})
	s.ret()
}

func (s isa) reluBack() {
	TEXT("reluBack"+s.name, NOSPLIT, "func(n int, d, y *float32)")
	Pragma("noescape")
	n := length()
	zero, t, h := s.vec(), s.vec(), s.vec()
	s.zero(zero)
	over("loop", n, []Mem{pointer("d"), pointer("y")}, func(at []Mem) {
		s.load(at[0], t)
		s.load(at[1], h)
		s.positive(t, h, zero)
		s.store(t, at[0])
	})
	s.ret()
}

// adam is one step of Adam; see the portable code for the formula.
func (s isa) adam() {
	TEXT("adam"+s.name, NOSPLIT, "func(n int, p, m, v, grad *float32, scale, new1, keep2, new2, eps, step, root float32)")
	Pragma("noescape")
	n := length()
	named := func(name string) vec {
		v := s.vec()[:1]
		VBROADCASTSS(argument(name), v[0])
		if s.regs == 2 {
			return vec{v[0], v[0]}
		}
		return v
	}
	scale, new1, keep2, new2 := named("scale"), named("new1"), named("keep2"), named("new2")
	eps, step, root := named("eps"), named("step"), named("root")
	over("loop", n, []Mem{pointer("p"), pointer("m"), pointer("v"), pointer("grad")}, func(at []Mem) {
		gradient, m, v := s.vec(), s.vec(), s.vec()
		s.load(at[3], gradient)
		each(VMULPS, scale, gradient, gradient)
		s.load(at[1], m)
		t := s.vec()
		each(VSUBPS, m, gradient, t)
		each(VMULPS, new1, t, t)
		each(VADDPS, t, m, m)
		s.store(m, at[1])
		s.load(at[2], v)
		each(VMULPS, keep2, v, v)
		each(VMULPS, gradient, gradient, gradient)
		each(VMULPS, new2, gradient, gradient)
		each(VADDPS, gradient, v, v)
		s.store(v, at[2])
		for i := range v {
			VSQRTPS(v[i], v[i])
		}
		each(VMULPS, root, v, v)
		each(VADDPS, eps, v, v)
		each(VMULPS, step, m, m)
		each(VDIVPS, v, m, m)
		s.load(at[0], t)
		each(VSUBPS, m, t, t)
		s.store(t, at[0])
	})
	s.ret()
}

// blend moves y towards x by a share.
func (s isa) blend() {
	TEXT("blend"+s.name, NOSPLIT, "func(n int, y, x *float32, share float32)")
	Pragma("noescape")
	n := length()
	share, t, h := s.vec(), s.vec(), s.vec()
	s.broadcast(argument("share"), share)
	over("loop", n, []Mem{pointer("y"), pointer("x")}, func(at []Mem) {
		s.load(at[0], t)
		s.load(at[1], h)
		each(VSUBPS, t, h, h)
		each(VMULPS, share, h, h)
		each(VADDPS, h, t, t)
		s.store(t, at[0])
	})
	s.ret()
}

func (s isa) sumSquares() {
	TEXT("sumSquares"+s.name, NOSPLIT, "func(n int, x *float32) float32")
	Pragma("noescape")
	n := length()
	acc, t := s.vec(), s.vec()
	s.zero(acc)
	over("loop", n, []Mem{pointer("x")}, func(at []Mem) {
		s.load(at[0], t)
		each(VMULPS, t, t, t)
		each(VADDPS, t, acc, acc)
	})
	total := s.vec()
	s.sum(acc, total)
	Store(total[0].AsX(), ReturnIndex(0))
	s.ret()
}
