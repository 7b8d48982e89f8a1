// Package pools is what is known of mining pools: what their accounts say, in
// common units, whether that can be true beside our own shares, what a pool's
// terms come to, and which pool would be best.
//
// It reads no account and moves no hashrate.
package pools

import (
	"errors"
	"fmt"
	"math/big"
	"strings"
	"time"
)

// Scheme is how a pool pays.
type Scheme string

// The schemes.
const (
	FPPS  Scheme = "FPPS"  // every share at its expected worth, fees of transactions included
	TIDES Scheme = "TIDES" // the last shares before each block that the pool finds
)

// Hashrates are hashes per second over windows; 0 where the pool does not say.
type Hashrates struct{ M5, H1, D1 float64 }

// Worker is a machine as a pool knows it.
type Worker struct {
	Name      string
	Hashrate  Hashrates
	LastShare time.Time // zero: not said
	Online    bool
}

// Day is what a pool credited for a UTC day.
type Day struct {
	Day      time.Time
	Sats     int64   // net of the pool's fee
	FeeSats  int64   // -1: not said
	Hashrate float64 // hashes per second, mean of the day; 0: not said
	Partial  bool    // the day is not over
}

// Payout is money that left a pool.
type Payout struct {
	At    time.Time
	Sats  int64
	Fee   int64 // sats
	State string
	Ref   string // transaction or the pool's own number
}

// Reading is what an account says at a moment. Money is in satoshi.
type Reading struct {
	Pool, Account string
	At            time.Time // it was read
	Source        time.Time // the pool's own time of it; zero: not said
	Scheme        Scheme
	Hashrate      Hashrates // of the account
	Unit          string    // in which the pool gave it
	Workers       []Worker
	Balance       int64 // -1: not said
	Days          []Day // oldest first
	Payouts       []Payout
	PoolHashrate  float64 // of all its miners; 0: not said
	Missing       []string
	Bodies        [][32]byte // SHA-256 of each answer
	Simulated     bool
}

// ErrUnit is returned for a unit of hashrate that is not known.
var ErrUnit = errors.New("unknown unit of hashrate")

// Factor is how many hashes per second a unit such as "Gh/s" is.
func Factor(unit string) (float64, error) {
	u := strings.ToLower(strings.TrimSpace(unit))
	u, ok := strings.CutSuffix(u, "h/s")
	if !ok {
		return 0, fmt.Errorf("%w: %q", ErrUnit, unit)
	}
	f := 1.0
	for _, prefix := range []string{"", "k", "m", "g", "t", "p", "e", "z"} {
		if u == prefix {
			return f, nil
		}
		f *= 1000
	}
	return 0, fmt.Errorf("%w: %q", ErrUnit, unit)
}

// ErrAmount is returned for what is no amount of bitcoin.
var ErrAmount = errors.New("no amount of bitcoin")

// ParseBTC is an amount of bitcoin in satoshi, exactly; what is smaller than one
// is dropped. It takes decimals, and the exponents with which some pools write
// small numbers.
func ParseBTC(s string) (int64, error) {
	const longest, allBTC = 48, 21_000_000
	s = strings.TrimSpace(s)
	mantissa, exponent, found := strings.Cut(strings.ToLower(s), "e")
	if found && len(strings.TrimLeft(exponent, "+-0")) > 1 || mantissa == "" || len(s) > longest || strings.ContainsAny(s, "/_xXbBoOpP") {
		return 0, fmt.Errorf("%w: %.60q", ErrAmount, s)
	}
	amount, ok := new(big.Rat).SetString(s)
	if !ok {
		return 0, fmt.Errorf("%w: %.60q", ErrAmount, s)
	}
	amount.Mul(amount, big.NewRat(100_000_000, 1))
	sats := new(big.Int).Quo(amount.Num(), amount.Denom())
	if sats.CmpAbs(big.NewInt(allBTC*100_000_000)) > 0 {
		return 0, fmt.Errorf("%w: %.60q is more than there is", ErrAmount, s)
	}
	return sats.Int64(), nil
}
