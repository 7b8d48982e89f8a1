package secagg

import (
	"crypto/aes"
	"crypto/cipher"
	"encoding/binary"
	"math/bits"
	"slices"
)

// Degree is how many neighbours each of n members has: all others in small
// groups, else about 3 log2 n + 40, even (Bell et al. 2020, section 3).
func Degree(n int) int {
	if complete(n) {
		return n - 1
	}
	k := 3*bits.Len(uint(n-1)) + 40
	return min(n-1, k+k%2)
}

// complete reports whether each of a roster of n is every other's neighbour: then
// who is whose neighbour is known before anybody shows a nonce.
func complete(n int) bool { return n <= CompleteUpTo }

// neighbours are those of each member of an attempt, in order: everybody in small
// groups; else the nearest on a circle in an order that the context draws. Every
// member's nonce is in the context, and committed before any is shown.
func neighbours(present []int, context [32]byte) map[int][]int {
	n := len(present)
	out := make(map[int][]int, n)
	k := Degree(n)
	if k >= n-1 {
		for i, m := range present {
			out[m] = slices.Concat(present[:i], present[i+1:])
		}
		return out
	}
	order := shuffled(present, context)
	for at, m := range order {
		near := make([]int, 0, k)
		for d := 1; d <= k/2; d++ {
			near = append(near, order[(at+d)%n], order[(at-d+n)%n])
		}
		slices.Sort(near)
		out[m] = near
	}
	return out
}

// shuffled is a permutation drawn by Fisher and Yates with a key stream.
func shuffled(members []int, context [32]byte) []int {
	block, err := aes.NewCipher(derive(context[:], "graph", context, nil, 16))
	if err != nil {
		panic(err) // a key of 16 bytes is one
	}
	ctr := cipher.NewCTR(block, make([]byte, aes.BlockSize))
	order := slices.Clone(members)
	for i := len(order) - 1; i > 0; i-- {
		var b [8]byte
		ctr.XORKeyStream(b[:], b[:])
		// Of 64 bits: a bias of i / 2^64.
		j, _ := bits.Mul64(binary.LittleEndian.Uint64(b[:]), uint64(i+1))
		order[i], order[j] = order[j], order[i]
	}
	return order
}
