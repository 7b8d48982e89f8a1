package hashwork

import (
	"encoding/binary"
	"math"
	"math/big"
	"math/bits"
	"time"
)

// Target is the greatest hash, as a number, that solves a piece of work, in
// 64-bit words, most significant first.
type Target [4]uint64

// HashesPerDifficulty is how many hashes a share of difficulty 1 stands for, as
// pools count.
const HashesPerDifficulty = 1 << 32

// Hashrate is the hashes per second of a machine that found shares worth
// difficulty in the time; 0 where no time has passed.
func Hashrate(difficulty float64, in time.Duration) float64 {
	if in <= 0 {
		return 0
	}
	return difficulty * HashesPerDifficulty / in.Seconds()
}

// TargetOf is the target of a share of difficulty d: 0xffff * 2^208 / d, rounded
// down, the definition that pools and miners use. A difficulty so low that its
// target has more than 256 bits, or that is not a positive number, gives the
// greatest target there is: the caller has checked it.
func TargetOf(d float64) Target {
	greatest := Target{math.MaxUint64, math.MaxUint64, math.MaxUint64, math.MaxUint64}
	if !(d > 0) {
		return greatest
	}
	if math.IsInf(d, 1) {
		return Target{}
	}
	// d is mantissa * 2^exponent exactly, so that integers divide without error.
	fraction, exponent := math.Frexp(d)
	mantissa, exponent := new(big.Int).SetUint64(uint64(math.Ldexp(fraction, 53))), exponent-53
	one := new(big.Int).Lsh(big.NewInt(0xffff), 208)
	if exponent < 0 {
		one.Lsh(one, uint(-exponent))
	} else {
		mantissa.Lsh(mantissa, uint(exponent))
	}
	quotient := one.Quo(one, mantissa)
	if quotient.BitLen() > 256 {
		return greatest
	}
	var raw [32]byte
	return targetFromBytes(quotient.FillBytes(raw[:]))
}

// TargetOfBits is the target that a header's compact bits stand for, and false
// where they stand for none: negative, zero or beyond 256 bits. It follows
// Bitcoin's SetCompact.
func TargetOfBits(compact uint32) (Target, bool) {
	exponent, mantissa := int(compact>>24), compact&0x007fffff
	if compact&0x00800000 != 0 || mantissa == 0 {
		return Target{}, false
	}
	var raw [32]byte
	for i := range 3 {
		value := byte(mantissa >> (8 * (2 - i)))
		at := 32 - exponent + i
		if at >= 32 || value == 0 {
			continue
		}
		if at < 0 {
			return Target{}, false
		}
		raw[at] = value
	}
	t := targetFromBytes(raw[:])
	return t, t != Target{}
}

func targetFromBytes(raw []byte) Target {
	var t Target
	for i := range t {
		t[i] = binary.BigEndian.Uint64(raw[8*i:])
	}
	return t
}

// Bytes is the target as a number, most significant byte first.
func (t Target) Bytes() [32]byte {
	var raw [32]byte
	for i, word := range t {
		binary.BigEndian.PutUint64(raw[8*i:], word)
	}
	return raw
}

// Difficulty is how much harder than the easiest target of the main network
// this one is, to the precision of a float64; infinite for the target zero.
func (t Target) Difficulty() float64 {
	for i, word := range t {
		if word == 0 {
			continue
		}
		// The leading 64 bits are more than a float64 holds.
		shift := bits.LeadingZeros64(word)
		mantissa := word << shift
		if i < 3 && shift > 0 {
			mantissa |= t[i+1] >> (64 - shift)
		}
		return math.Ldexp(0xffff/float64(mantissa), 208-(64*(3-i)-shift))
	}
	return math.Inf(1)
}
