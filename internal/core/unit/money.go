package unit

import (
	"math"
	"strconv"
)

// MicroUSD is money in millionths of a dollar. Sums are exact.
type MicroUSD int64

// Sats is bitcoin in satoshi (1e-8 BTC).
type Sats int64

// Dollars rounds a dollar amount half to even to a micro-dollar. An amount that
// does not fit (beyond 9.2e12 dollars, infinite or not a number) panics: such
// a value is a bug upstream, where outside numbers are checked.
func Dollars(usd float64) MicroUSD {
	micro := math.RoundToEven(usd * 1e6)
	if !(math.Abs(micro) < 1<<63) {
		panic("unit: dollar amount out of range: " + strconv.FormatFloat(usd, 'g', -1, 64))
	}
	return MicroUSD(micro)
}

// USD is m in dollars, for display and for ratios.
func (m MicroUSD) USD() float64 { return float64(m) / 1e6 }

// String prints m in dollars with cents, rounded half to even: "-12.35 $".
func (m MicroUSD) String() string {
	cents := math.RoundToEven(float64(m) / 1e4)
	if cents == 0 {
		cents = 0 // a loss that rounds to nothing has no sign
	}
	return strconv.FormatFloat(cents/100, 'f', 2, 64) + " $"
}
