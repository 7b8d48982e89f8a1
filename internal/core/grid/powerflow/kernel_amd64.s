#include "go_asm.h"
#include "textflag.h"

// Signs of [f e -e f] and [-e f -f -e].
DATA signs<>+0(SB)/8, $0
DATA signs<>+8(SB)/8, $0
DATA signs<>+16(SB)/8, $0x8000000000000000
DATA signs<>+24(SB)/8, $0
DATA signs<>+32(SB)/8, $0x8000000000000000
DATA signs<>+40(SB)/8, $0
DATA signs<>+48(SB)/8, $0x8000000000000000
DATA signs<>+56(SB)/8, $0x8000000000000000
// Signs of [-Q P P Q] in the sum [Q P -P Q].
DATA signs<>+64(SB)/8, $0x8000000000000000
DATA signs<>+72(SB)/8, $0
DATA signs<>+80(SB)/8, $0x8000000000000000
DATA signs<>+88(SB)/8, $0
GLOBL signs<>(SB), RODATA|NOPTR, $96

// By role: which lanes of a block hold, the identity in those that do not,
// which lanes of the balance hold; 96 bytes each.
DATA roles<>+0(SB)/8, $0
DATA roles<>+8(SB)/8, $0
DATA roles<>+16(SB)/8, $0
DATA roles<>+24(SB)/8, $0
DATA roles<>+32(SB)/8, $1.0
DATA roles<>+40(SB)/8, $0
DATA roles<>+48(SB)/8, $0
DATA roles<>+56(SB)/8, $1.0
DATA roles<>+64(SB)/8, $0
DATA roles<>+72(SB)/8, $0
DATA roles<>+96(SB)/8, $-1
DATA roles<>+104(SB)/8, $-1
DATA roles<>+112(SB)/8, $0
DATA roles<>+120(SB)/8, $0
DATA roles<>+128(SB)/8, $0
DATA roles<>+136(SB)/8, $0
DATA roles<>+144(SB)/8, $0
DATA roles<>+152(SB)/8, $1.0
DATA roles<>+160(SB)/8, $-1
DATA roles<>+168(SB)/8, $0
DATA roles<>+192(SB)/8, $-1
DATA roles<>+200(SB)/8, $-1
DATA roles<>+208(SB)/8, $-1
DATA roles<>+216(SB)/8, $-1
DATA roles<>+224(SB)/8, $0
DATA roles<>+232(SB)/8, $0
DATA roles<>+240(SB)/8, $0
DATA roles<>+248(SB)/8, $0
DATA roles<>+256(SB)/8, $-1
DATA roles<>+264(SB)/8, $-1
GLOBL roles<>(SB), RODATA|NOPTR, $288

DATA positive<>+0(SB)/8, $0x7fffffffffffffff
DATA positive<>+8(SB)/8, $0x7fffffffffffffff
GLOBL positive<>(SB), RODATA|NOPTR, $16

// func evaluateAVX2(r *rows)
//
// R8 ptr, R9 col, R10 y, R11 v, R12 role, R13 jac, SI offset of the bus in the
// arrays of pairs, DI behind the last, DX and CX entries of the bus.
TEXT ·evaluateAVX2(SB), NOSPLIT, $0-8
	MOVQ    r+0(FP), AX
	MOVQ    rows_ptr(AX), R8
	MOVQ    rows_col(AX), R9
	MOVQ    rows_y(AX), R10
	MOVQ    rows_v(AX), R11
	MOVQ    rows_role(AX), R12
	MOVQ    rows_jac(AX), R13
	MOVQ    (rows_diag+8)(AX), DI
	SHLQ    $4, DI
	XORQ    SI, SI
	MOVLQZX (R8), DX
	VXORPD  X14, X14, X14 // largest
	VXORPD  X13, X13, X13 // sum

bus:
	VBROADCASTF128 (R11)(SI*1), Y2
	VPERMILPD      $9, Y2, Y1
	VXORPD         signs<>+0(SB), Y1, Y1
	VPERMILPD      $6, Y2, Y2
	VXORPD         signs<>+32(SB), Y2, Y2
	MOVLQZX        (R12), BX
	IMULQ          $96, BX
	LEAQ           roles<>(SB), CX
	ADDQ           CX, BX
	VMOVUPD        (BX), Y3
	VXORPD         Y4, Y4, Y4
	MOVLQZX        4(R8), CX
	MOVQ           DX, R14
	SHLQ           $5, R14
	ADDQ           R13, R14

entry:
	MOVLQZX      (R9)(DX*4), R15
	SHLQ         $4, R15
	VBROADCASTSD (R11)(R15*1), Y5
	VBROADCASTSD 8(R11)(R15*1), Y6
	MOVQ         DX, R15
	SHLQ         $4, R15
	VBROADCASTSD (R10)(R15*1), Y7
	VBROADCASTSD 8(R10)(R15*1), Y8
	VMULPD       Y1, Y5, Y9
	VFMADD231PD  Y2, Y6, Y9       // [d c -c d]
	VMULPD       Y2, Y5, Y10
	VFNMADD231PD Y1, Y6, Y10      // [-c d -d -c]
	VMULPD       Y7, Y9, Y9
	VFMADD231PD  Y8, Y10, Y9      // [b a -a b]
	VADDPD       Y9, Y4, Y4
	VANDPD       Y3, Y9, Y9
	VMOVUPD      Y9, (R14)
	ADDQ         $32, R14
	INCQ         DX
	CMPQ         DX, CX
	JB           entry

	// The diagonal.
	MOVQ    rows_diag(AX), R15
	MOVQ    SI, R14
	SHRQ    $2, R14
	MOVLQZX (R15)(R14*1), R15
	SHLQ    $5, R15
	VXORPD  signs<>+64(SB), Y4, Y5
	VADDPD  (R13)(R15*1), Y5, Y5
	VANDPD  Y3, Y5, Y5
	VORPD   32(BX), Y5, Y5
	VMOVUPD Y5, (R13)(R15*1)

	// The balance.
	VPERMILPD $1, X4, X4
	MOVQ      rows_out(AX), R15
	VMOVUPD   X4, (R15)(SI*1)
	MOVQ      rows_given(AX), R15
	VMOVUPD   (R15)(SI*1), X5
	VSUBPD    X4, X5, X5
	VANDPD    64(BX), X5, X5
	MOVQ      rows_step(AX), R15
	VMOVUPD   X5, (R15)(SI*1)
	VANDPD    positive<>(SB), X5, X5
	VMAXPD    X5, X14, X14
	VADDPD    X5, X13, X13

	ADDQ    $4, R8
	ADDQ    $4, R12
	ADDQ    $16, SI
	CMPQ    SI, DI
	JB      bus
	VMOVUPD X14, rows_largest(AX)
	VMOVUPD X13, rows_sum(AX)
	VZEROUPPER
	RET
