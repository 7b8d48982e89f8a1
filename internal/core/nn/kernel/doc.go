// Package kernel is the inner loops of small dense networks in float32: the
// matrix product, normalisation, and the elementwise steps of training, in
// AVX-512, in AVX2 with FMA, and in portable Go, chosen at run time.
//
// All but [Set.Gemm] give the same bits in every set, on every processor: each
// operation is rounded on its own, and sums run over sixteen lanes in one
// order. [Set.Row] is the matrix product for one row that holds to this too;
// it is what decisions are made with. Widths are multiples of [Lanes].
//
// It is no linear-algebra library: it holds what internal/core/nn calls. The
// assembly is written by tools/kernelgen.
package kernel
