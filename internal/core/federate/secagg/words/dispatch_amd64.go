//go:build amd64 && !purego

package words

import "golang.org/x/sys/cpu"

// Each of these does what it can and gives how much it did: the portable code
// does the rest.

func add(to, from []byte) int {
	n := len(to) &^ 63
	if n == 0 || !cpu.X86.HasAVX2 {
		return 0
	}
	addAVX2(n, &to[0], &from[0])
	return n
}

func sub(to, from []byte) int {
	n := len(to) &^ 63
	if n == 0 || !cpu.X86.HasAVX2 {
		return 0
	}
	subAVX2(n, &to[0], &from[0])
	return n
}

func (r Rounding) round(out []byte, x []float32, draws []byte) int {
	n := len(x) &^ 3
	if n == 0 || !cpu.X86.HasAVX2 {
		return 0
	}
	least, most, shift := r.bounds()
	if roundAVX2(n, &out[0], &x[0], &draws[0], r.Per, least, most, unit, shift, r.Top) != 15 {
		return 0 // the portable code finds the one that is outside
	}
	return n
}

func squares(x []float32) (sums [4]float64, done int) {
	n := len(x) &^ (rows - 1)
	if n == 0 || !cpu.X86.HasAVX2 {
		return sums, 0
	}
	squaresAVX2(n, &x[0], &sums)
	return sums, n
}
