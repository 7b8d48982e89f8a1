#include "go_asm.h"
#include "textflag.h"

// A block [a b; c d] is one register, row-major. Products of blocks: rows of
// the left one spread over the lanes (MOVDDUP gives [a a c c], PERMILPD $15
// gives [b b d d]) times the right one's first and second row in both halves.

DATA magnitude<>+0(SB)/8, $0x7fffffffffffffff
DATA magnitude<>+8(SB)/8, $0x7fffffffffffffff
DATA magnitude<>+16(SB)/8, $0x7fffffffffffffff
DATA magnitude<>+24(SB)/8, $0x7fffffffffffffff
GLOBL magnitude<>(SB), RODATA|NOPTR, $32

// adjugate flips the signs of [d b c a].
DATA adjugate<>+0(SB)/8, $0
DATA adjugate<>+8(SB)/8, $0x8000000000000000
DATA adjugate<>+16(SB)/8, $0x8000000000000000
DATA adjugate<>+24(SB)/8, $0
GLOBL adjugate<>(SB), RODATA|NOPTR, $32

DATA smallest<>+0(SB)/8, $1e-14
GLOBL smallest<>(SB), RODATA|NOPTR, $8

// func scatterAVX2(blocks, values *float64, place *int32, count int, largest *[4]float64)
TEXT ·scatterAVX2(SB), NOSPLIT, $0-40
	MOVQ    blocks+0(FP), R8
	MOVQ    values+8(FP), SI
	MOVQ    place+16(FP), DI
	MOVQ    count+24(FP), CX
	MOVQ    largest+32(FP), DX
	VMOVUPD magnitude<>(SB), Y15
	VXORPD  Y14, Y14, Y14

scatter:
	MOVLQZX (DI), AX
	SHLQ    $5, AX
	VMOVUPD (SI), Y0
	VANDPD  Y0, Y15, Y1
	VMAXPD  Y1, Y14, Y14
	VMOVUPD Y0, (R8)(AX*1)
	ADDQ    $32, SI
	ADDQ    $4, DI
	DECQ    CX
	JNZ     scatter
	VMOVUPD Y14, (DX)
	VZEROUPPER
	RET

// func eliminateAVX2(w *sweep) bool
//
// AX pivot's block, BX its x, SI x, R8 blocks, R9 upper blocks, R10 bytes from
// an upper block to its mirror, R11 columns, R12 next pair, R13 row pointers,
// DX to DI the pivot's upper blocks, CX their columns.
TEXT ·eliminateAVX2(SB), NOSPLIT, $0-9
	MOVQ    w+0(FP), AX
	MOVQ    sweep_x(AX), SI
	MOVQ    sweep_blocks(AX), R8
	MOVQ    sweep_n(AX), R9
	SHLQ    $5, R9
	ADDQ    R8, R9
	MOVQ    sweep_mirror(AX), R10
	SHLQ    $5, R10
	MOVQ    sweep_ucol(AX), R11
	MOVQ    sweep_pair(AX), R12
	MOVQ    sweep_uptr(AX), R13
	MOVQ    SI, BX
	MOVQ    R8, AX
	VMOVUPD magnitude<>(SB), Y15
	VXORPD  Y14, Y14, Y14

pivot:
	// The pivot's inverse, if its determinant is not lost in rounding.
	VMOVUPD      (AX), Y0
	VANDPD       Y0, Y15, Y1
	VMAXPD       Y1, Y14, Y14
	VPERMILPD    $1, 16(AX), X2
	VMULPD       X0, X2, X3          // [ad bc]
	VPERMILPD    $1, X3, X4
	VSUBSD       X4, X3, X5          // ad - bc
	VANDPD       X15, X3, X3
	VPERMILPD    $1, X3, X4
	VADDSD       X4, X3, X3
	VMULSD       smallest<>(SB), X3, X3
	VANDPD       X15, X5, X4
	VUCOMISD     X3, X4
	JLS          singular
	VPERMPD      $0x27, Y0, Y0       // [d b c a]
	VXORPD       adjugate<>(SB), Y0, Y0
	VBROADCASTSD X5, Y5
	VDIVPD       Y5, Y0, Y0
	VMOVUPD      Y0, (AX)
	VPERM2F128   $0x00, Y0, Y0, Y1
	VPERM2F128   $0x11, Y0, Y0, Y2
	VBROADCASTF128 (BX), Y3

	MOVLQZX (R13), DX
	MOVLQZX 4(R13), DI
	LEAQ    (R11)(DX*4), CX
	SHLQ    $5, DX
	ADDQ    R9, DX
	SHLQ    $5, DI
	ADDQ    R9, DI
	CMPQ    DX, DI
	JAE     next

scale:
	VMOVDDUP     (DX)(R10*1), Y4
	VPERMILPD    $15, (DX)(R10*1), Y5
	VMULPD       Y1, Y4, Y4
	VFMADD231PD  Y2, Y5, Y4
	VMOVUPD      Y4, (DX)(R10*1)
	VANDPD       (DX), Y15, Y6
	VMAXPD       Y6, Y14, Y14
	VMULPD       Y3, Y4, Y5
	VEXTRACTF128 $1, Y5, X6
	VHADDPD      X6, X5, X5
	MOVLQZX      (CX), R14
	SHLQ         $4, R14
	VMOVUPD      (SI)(R14*1), X6
	VSUBPD       X5, X6, X6
	VMOVUPD      X6, (SI)(R14*1)
	ADDQ         $4, CX
	ADDQ         $32, DX
	CMPQ         DX, DI
	JB           scale

	MOVLQZX (R13), DX
	LEAQ    (R11)(DX*4), CX
	SHLQ    $5, DX
	ADDQ    R9, DX

update:
	VMOVDDUP       (DX)(R10*1), Y4
	VPERMILPD      $15, (DX)(R10*1), Y5
	VBROADCASTF128 (DX), Y6
	VBROADCASTF128 16(DX), Y7
	MOVLQZX        (CX), R14
	SHLQ           $5, R14
	VMOVUPD        (R8)(R14*1), Y8
	VFNMADD231PD   Y6, Y4, Y8
	VFNMADD231PD   Y7, Y5, Y8
	VMOVUPD        Y8, (R8)(R14*1)
	ADDQ           $4, CX
	ADDQ           $32, DX
	CMPQ           DX, DI
	JAE            next
	MOVQ           DX, R15

both:
	MOVL           (R12), R14
	SHLQ           $5, R14
	ADDQ           R9, R14
	VBROADCASTF128 (R15), Y8
	VBROADCASTF128 16(R15), Y9
	VMOVUPD        (R14), Y10
	VFNMADD231PD   Y8, Y4, Y10
	VFNMADD231PD   Y9, Y5, Y10
	VMOVUPD        Y10, (R14)
	VMOVDDUP       (R15)(R10*1), Y11
	VPERMILPD      $15, (R15)(R10*1), Y12
	VMOVUPD        (R14)(R10*1), Y13
	VFNMADD231PD   Y6, Y11, Y13
	VFNMADD231PD   Y7, Y12, Y13
	VMOVUPD        Y13, (R14)(R10*1)
	ADDQ           $4, R12
	ADDQ           $32, R15
	CMPQ           R15, DI
	JB             both
	JMP            update

next:
	ADDQ $32, AX
	ADDQ $16, BX
	ADDQ $4, R13
	CMPQ AX, R9
	JB   pivot
	MOVB $1, ret+8(FP)
	JMP  done

singular:
	MOVB $0, ret+8(FP)

done:
	MOVQ    w+0(FP), AX
	VMOVUPD Y14, sweep_largest(AX)
	VZEROUPPER
	RET

// func forwardAVX2(w *sweep)
TEXT ·forwardAVX2(SB), NOSPLIT, $0-8
	MOVQ w+0(FP), AX
	MOVQ sweep_x(AX), SI
	MOVQ sweep_n(AX), CX
	MOVQ sweep_mirror(AX), DX
	ADDQ CX, DX
	SHLQ $5, DX
	ADDQ sweep_blocks(AX), DX // lower blocks, one after the other
	MOVQ sweep_ucol(AX), R11
	MOVQ sweep_uptr(AX), R13
	MOVQ SI, BX

column:
	MOVL           4(R13), DI
	SUBL           (R13), DI
	JZ             below
	VBROADCASTF128 (BX), Y3

entry:
	VMULPD       (DX), Y3, Y5
	VEXTRACTF128 $1, Y5, X6
	VHADDPD      X6, X5, X5
	MOVLQZX      (R11), R14
	SHLQ         $4, R14
	VMOVUPD      (SI)(R14*1), X6
	VSUBPD       X5, X6, X6
	VMOVUPD      X6, (SI)(R14*1)
	ADDQ         $32, DX
	ADDQ         $4, R11
	DECL         DI
	JNZ          entry

below:
	ADDQ $4, R13
	ADDQ $16, BX
	DECQ CX
	JNZ  column
	VZEROUPPER
	RET

// func backwardAVX2(w *sweep)
TEXT ·backwardAVX2(SB), NOSPLIT, $0-8
	MOVQ w+0(FP), AX
	MOVQ sweep_x(AX), SI
	MOVQ sweep_n(AX), CX
	MOVQ sweep_mirror(AX), DX
	MOVQ sweep_ucol(AX), R11
	LEAQ (R11)(DX*4), R11     // behind the last column
	ADDQ CX, DX
	SHLQ $5, DX
	ADDQ sweep_blocks(AX), DX // behind the last upper block
	MOVQ sweep_uptr(AX), R13
	LEAQ (R13)(CX*4), R13
	MOVQ CX, R9
	SHLQ $5, R9
	ADDQ sweep_blocks(AX), R9 // behind the last diagonal block
	SHLQ $4, CX
	LEAQ (SI)(CX*1), BX       // behind the last x

row:
	SUBQ   $16, BX
	SUBQ   $32, R9
	SUBQ   $4, R13
	VXORPD Y0, Y0, Y0
	MOVL   4(R13), DI
	SUBL   (R13), DI
	JZ     diagonal

product:
	SUBQ           $32, DX
	SUBQ           $4, R11
	MOVLQZX        (R11), R14
	SHLQ           $4, R14
	VBROADCASTF128 (SI)(R14*1), Y1
	VFMADD231PD    (DX), Y1, Y0
	DECL           DI
	JNZ            product

diagonal:
	VEXTRACTF128 $1, Y0, X1
	VHADDPD      X1, X0, X0
	VMOVUPD      (BX), X2
	VSUBPD       X0, X2, X2
	VINSERTF128  $1, X2, Y2, Y2
	VMULPD       (R9), Y2, Y0
	VEXTRACTF128 $1, Y0, X1
	VHADDPD      X1, X0, X0
	VMOVUPD      X0, (BX)
	CMPQ         BX, SI
	JA           row
	VZEROUPPER
	RET
