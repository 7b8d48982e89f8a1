// Package words is the inner loops of secure aggregation: adding masks to
// vectors of 32-bit words, the norm by which reals are clipped, and rounding reals
// to words. There is AVX2 code for them, written by tools/kernelgen/masks, and
// portable code that gives the same bits.
package words
