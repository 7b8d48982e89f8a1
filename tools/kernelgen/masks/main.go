// Command masks writes the assembly of internal/core/federate/secagg/words, for
// AVX2; "make kernels" runs it.
package main

import (
	. "github.com/mmcloughlin/avo/build" //nolint:staticcheck // avo's own way to write assembly
	. "github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

func main() {
	ConstraintExpr("amd64,!purego")
	combine("add", VPADDD)
	combine("sub", VPSUBD)
	round()
	squares()
	Generate()
}

func pointer(name string) Mem { return Mem{Base: Load(Param(name), GP64())} }

// combine is to = to op from over n bytes, a multiple of 64 above zero.
func combine(name string, op func(ops ...Op)) {
	TEXT(name+"AVX2", NOSPLIT, "func(n int, to, from *byte)")
	Pragma("noescape")
	n, to, from := Load(Param("n"), GP64()), pointer("to"), pointer("from")
	at := GP64()
	XORQ(at, at)
	Label("loop")
	for half := 0; half < 64; half += 32 {
		v := YMM()
		VMOVDQU(to.Idx(at, 1).Offset(half), v)
		op(from.Idx(at, 1).Offset(half), v, v)
		VMOVDQU(v, to.Idx(at, 1).Offset(half))
	}
	ADDQ(U8(64), at)
	CMPQ(at, n)
	JLT(LabelRef("loop"))
	VZEROUPPER()
	RET()
}

func broadcast(name string) reg.VecVirtual {
	at, err := Param(name).Resolve()
	if err != nil {
		panic(err)
	}
	v := YMM()
	VBROADCASTSD(at.Addr, v)
	return v
}

// round turns n reals, a multiple of 4 above zero, into words as the portable
// code does, step by step. It gives 15 where all were between least and most.
func round() {
	TEXT("roundAVX2", NOSPLIT, "func(n int, out *byte, x *float32, draws *byte, per, least, most, unit, shift float64, whole int32) int32")
	Pragma("noescape")
	n, out, x, draws := Load(Param("n"), GP64()), pointer("out"), pointer("x"), pointer("draws")
	per, least, most, unit, shift := broadcast("per"), broadcast("least"), broadcast("most"), broadcast("unit"), broadcast("shift")
	whole, lowest, below, zero := XMM(), XMM(), XMM(), XMM()
	VMOVD(Load(Param("whole"), GP32()), whole)
	VPBROADCASTD(whole, whole)
	VPXOR(zero, zero, zero)
	VPSUBD(whole, zero, lowest) // -whole
	VPCMPEQD(below, below, below)
	VPADDD(lowest, below, below) // -whole-1
	inside, at := YMM(), GP64()
	VPCMPEQD(inside, inside, inside)
	XORQ(at, at)
	Label("loop")
	v, u, compared := YMM(), YMM(), YMM()
	VCVTPS2PD(x.Idx(at, 4), v)
	VMULPD(per, v, v)
	VCMPPD(U8(13), least, v, compared) // v >= least
	VANDPD(compared, inside, inside)
	VCMPPD(U8(2), most, v, compared) // v <= most
	VANDPD(compared, inside, inside)
	drawn := XMM()
	VPMOVZXWD(draws.Idx(at, 2), drawn)
	VCVTDQ2PD(drawn, u)
	VMULPD(unit, u, u)
	VADDPD(u, v, v)
	VADDPD(shift, v, v)
	word := XMM()
	VCVTTPD2DQY(v, word)
	VPADDD(below, word, word)
	VPMINSD(whole, word, word)
	VPMAXSD(lowest, word, word)
	VMOVDQU(word, out.Idx(at, 4))
	ADDQ(U8(4), at)
	CMPQ(at, n)
	JLT(LabelRef("loop"))
	mask := GP32()
	VMOVMSKPD(inside, mask)
	VZEROUPPER()
	Store(mask, ReturnIndex(0))
	RET()
}

// squares adds up the squares of n reals, a multiple of 16 above zero, in 16 rows,
// and gives 4 sums of 4 rows each.
func squares() {
	TEXT("squaresAVX2", NOSPLIT, "func(n int, x *float32, sums *[4]float64)")
	Pragma("noescape")
	n, x, sums := Load(Param("n"), GP64()), pointer("x"), pointer("sums")
	var rows [4]reg.VecVirtual
	for i := range rows {
		rows[i] = YMM()
		VXORPD(rows[i], rows[i], rows[i])
	}
	at := GP64()
	XORQ(at, at)
	Label("loop")
	for i := range rows {
		v := YMM()
		VCVTPS2PD(x.Idx(at, 4).Offset(16*i), v)
		VMULPD(v, v, v)
		VADDPD(v, rows[i], rows[i])
	}
	ADDQ(U8(16), at)
	CMPQ(at, n)
	JLT(LabelRef("loop"))
	VADDPD(rows[1], rows[0], rows[0])
	VADDPD(rows[3], rows[2], rows[2])
	VADDPD(rows[2], rows[0], rows[0])
	VMOVUPD(rows[0], sums)
	VZEROUPPER()
	RET()
}
