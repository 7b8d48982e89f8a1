package secagg

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math/bits"
)

// Shamir's secret sharing over the field of 2^61 - 1 elements: a secret of 32
// bytes is five limbs, each the value at 0 of a random polynomial.

const (
	prime     = 1<<61 - 1
	limbs     = 5
	limbBytes = 7
	secretLen = 32
	shareLen  = 8 * limbs
)

var errShares = errors.New("shares do not fit together")

type secret = [secretLen]byte

type share = [shareLen]byte

func mulMod(a, b uint64) uint64 {
	hi, lo := bits.Mul64(a, b)
	return reduce((hi<<3 | lo>>61) + lo&prime)
}

// reduce takes at most 2^62 into the field.
func reduce(v uint64) uint64 {
	v = v&prime + v>>61
	less := v - prime
	keep := uint64(int64(less) >> 63) // all ones where v < prime
	return v&keep | less&^keep
}

func addMod(a, b uint64) uint64 { return reduce(a + b) }

func subMod(a, b uint64) uint64 { return reduce(a + prime - b) }

// invMod is a^(p-2).
func invMod(a uint64) uint64 {
	out := uint64(1)
	for e := uint64(prime - 2); e > 0; e >>= 1 {
		if e&1 == 1 {
			out = mulMod(out, a)
		}
		a = mulMod(a, a)
	}
	return out
}

func limbsOf(s secret) (l [limbs]uint64) {
	for i := range l {
		var b [8]byte
		copy(b[:], s[i*limbBytes:min(secretLen, (i+1)*limbBytes)])
		l[i] = binary.LittleEndian.Uint64(b[:])
	}
	return l
}

func secretOf(l [limbs]uint64) (s secret, ok bool) {
	for i, v := range l {
		var b [8]byte
		binary.LittleEndian.PutUint64(b[:], v)
		n := copy(s[i*limbBytes:min(secretLen, (i+1)*limbBytes)], b[:limbBytes])
		for _, left := range b[n:] {
			if left != 0 {
				return s, false
			}
		}
	}
	return s, true
}

// split makes a share for each holder, any t of which give the secret and fewer
// of which give nothing. A holder's point is its index plus one.
func split(s secret, t int, holders []int, random io.Reader) ([]share, error) {
	coefficients := make([][limbs]uint64, t)
	coefficients[0] = limbsOf(s)
	for i := 1; i < t; i++ {
		for j := range limbs {
			var err error
			if coefficients[i][j], err = element(random); err != nil {
				return nil, err
			}
		}
	}
	out := make([]share, len(holders))
	for h, holder := range holders {
		x := uint64(holder) + 1
		value := coefficients[t-1]
		for i := t - 2; i >= 0; i-- {
			for j := range limbs {
				value[j] = addMod(mulMod(value[j], x), coefficients[i][j])
			}
		}
		for j := range limbs {
			binary.LittleEndian.PutUint64(out[h][8*j:], value[j])
		}
	}
	return out, nil
}

// element is uniform in the field.
func element(random io.Reader) (uint64, error) {
	for {
		var b [8]byte
		if _, err := io.ReadFull(random, b[:]); err != nil {
			return 0, fmt.Errorf("draw a share: %w", err)
		}
		if v := binary.LittleEndian.Uint64(b[:]) & prime; v != prime {
			return v, nil
		}
	}
}

// weights are the Lagrange coefficients at 0 of points one above the holders.
func weights(holders []int) ([]uint64, error) {
	out := make([]uint64, len(holders))
	for i, h := range holders {
		above, below := uint64(1), uint64(1)
		for j, other := range holders {
			if j == i {
				continue
			}
			if other == h {
				return nil, fmt.Errorf("holder %d twice: %w", h, errShares)
			}
			above = mulMod(above, uint64(other)+1)
			below = mulMod(below, subMod(uint64(other)+1, uint64(h)+1))
		}
		out[i] = mulMod(above, invMod(below))
	}
	return out, nil
}

// join gives the secret back from the shares of holders with these weights.
func join(weights []uint64, shares []share) (secret, error) {
	var l [limbs]uint64
	for i, s := range shares {
		for j := range limbs {
			v := binary.LittleEndian.Uint64(s[8*j:])
			if v >= prime {
				return secret{}, errShares
			}
			l[j] = addMod(l[j], mulMod(weights[i], v))
		}
	}
	s, ok := secretOf(l)
	if !ok {
		return secret{}, errShares
	}
	return s, nil
}
