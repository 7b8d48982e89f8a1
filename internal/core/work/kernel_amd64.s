#include "go_asm.h"
#include "textflag.h"

DATA positive<>+0(SB)/8, $0x7fffffffffffffff
DATA positive<>+8(SB)/8, $0x7fffffffffffffff
DATA positive<>+16(SB)/8, $0x7fffffffffffffff
DATA positive<>+24(SB)/8, $0x7fffffffffffffff
GLOBL positive<>(SB), RODATA|NOPTR, $32

// func evaluateAVX2(b *balance)
//
// R8 ptr, R9 col, R10 y, R11 v, R12 ask, R13 slack, SI offset of the place in the
// arrays of pairs, DI behind the last, DX and CX entries of the row.
TEXT ·evaluateAVX2(SB), NOSPLIT, $0-8
	MOVQ    b+0(FP), AX
	MOVQ    balance_ptr(AX), R8
	MOVQ    balance_col(AX), R9
	MOVQ    balance_y(AX), R10
	MOVQ    balance_v(AX), R11
	MOVQ    balance_ask(AX), R12
	MOVQ    balance_slack(AX), R13
	MOVQ    (balance_v+8)(AX), DI
	SHLQ    $3, DI
	XORQ    SI, SI
	MOVLQZX (R8), DX
	VXORPD  Y14, Y14, Y14         // worst
	VMOVUPD positive<>(SB), Y13

place:
	VXORPD  X4, X4, X4
	VXORPD  X5, X5, X5
	MOVLQZX 4(R8), CX

entry:
	MOVLQZX     (R9)(DX*4), R15
	SHLQ        $4, R15
	VMOVUPD     (R11)(R15*1), X6
	MOVQ        DX, R14
	SHLQ        $4, R14
	VMOVDDUP    (R10)(R14*1), X7
	VMOVDDUP    8(R10)(R14*1), X8
	VFMADD231PD X6, X7, X4        // G times e, f
	VFMADD231PD X6, X8, X5        // B times e, f
	INCQ        DX
	CMPQ        DX, CX
	JB          entry

	// The current, then P, -Q and the squared magnitude twice.
	VPERMILPD   $1, X5, X5
	VADDSUBPD   X5, X4, X4
	VMOVUPD     (R11)(SI*1), X6
	VMULPD      X4, X6, X7
	VPERMILPD   $1, X4, X8
	VMULPD      X8, X6, X8
	VHADDPD     X7, X7, X9
	VHSUBPD     X8, X8, X10
	VUNPCKLPD   X10, X9, X9
	VMULPD      X6, X6, X6
	VHADDPD     X6, X6, X6
	VINSERTF128 $1, X6, Y9, Y9
	VSUBPD      (R12), Y9, Y9
	VANDPD      Y13, Y9, Y9
	VSUBPD      (R13), Y9, Y9
	VMAXPD      Y9, Y14, Y14

	ADDQ    $32, R12
	ADDQ    $32, R13
	ADDQ    $4, R8
	ADDQ    $16, SI
	CMPQ    SI, DI
	JB      place
	VMOVUPD Y14, balance_worst(AX)
	VZEROUPPER
	RET
