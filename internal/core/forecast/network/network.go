// Package network forecasts what bitcoin's network does next: its hashrate, the
// difficulty at the next retarget, and with it the hashprice.
//
// The hashrate is never seen, only blocks: as many as Poisson's distribution
// gives at a rate of hashrate over difficulty. A Kalman filter follows its
// logarithm as a random walk with drift, so that early in an epoch the forecast
// leans on the blocks of the epochs before, and late on those of its own.
// Sources: Harvey 1989, "Forecasting, structural time series models and the
// Kalman filter", section 3.2; bitcoin's rule of retargeting.
//
// It is not for prices of bitcoin, which nobody forecasts.
package network

import (
	"errors"
	"fmt"
	"math"
	"time"
)

const (
	// EpochBlocks is how many blocks share a difficulty.
	EpochBlocks = 2016
	// Spacing between blocks that retargeting aims at.
	Spacing = 600 * time.Second
	// most a retarget changes the difficulty by, a factor.
	most = 4
)

// ErrInput says that counts of blocks make no sense.
var ErrInput = errors.New("block counts are wrong")

// Filter follows the network's hashrate.
type Filter struct {
	noise float64 // variance of a day's step of the logarithm
	drift float64 // mean of a day's step
	x, p  float64 // logarithm of the rate at difficulty 1, and its variance
	known bool
	fit   float64 // log-likelihood of what was observed
}

// NewFilter gives a filter for steps of the given daily standard deviation and
// mean, both of the logarithm.
func NewFilter(step, drift float64) *Filter { return &Filter{noise: step * step, drift: drift} }

// Observe takes the blocks that were found in a span at a difficulty. Spans
// follow each other without gaps.
func (f *Filter) Observe(blocks float64, span time.Duration, difficulty float64) error {
	if blocks < 0 || span <= 0 || !(difficulty > 0) || math.IsInf(difficulty+blocks, 0) {
		return fmt.Errorf("%w: %v blocks in %v at difficulty %v", ErrInput, blocks, span, difficulty)
	}
	spacings := span.Seconds() / Spacing.Seconds()
	if !f.known {
		if blocks == 0 {
			return nil
		}
		f.x, f.p, f.known = math.Log(blocks/spacings*difficulty), 1/blocks, true
		return nil
	}
	days := span.Hours() / 24
	f.x += f.drift * days
	f.p += f.noise * days
	expected := math.Exp(f.x) / difficulty * spacings
	// Poisson's variance is its mean: relative to it, one over the mean.
	off, variance := (blocks-expected)/expected, f.p+1/expected
	f.fit -= 0.5 * (math.Log(variance) + off*off/variance)
	gain := f.p / variance
	f.x += gain * off
	f.p *= 1 - gain
	return nil
}

// Hashrate is the estimate in TH/s and its standard deviation as a fraction; ok
// is false before the first block.
func (f *Filter) Hashrate() (thPerS, deviation float64, ok bool) {
	const hashesPerDifficulty = 1 << 32
	return math.Exp(f.x) * hashesPerDifficulty / Spacing.Seconds() / 1e12, math.Sqrt(f.p), f.known
}

// Fit is the log-likelihood of what was observed, to compare filters by.
func (f *Filter) Fit() float64 { return f.fit }

// Outlook is what the next retarget is expected to do.
type Outlook struct {
	Change    float64       // of the difficulty, a fraction
	Deviation float64       // its standard deviation
	Remaining time.Duration // until the retarget
}

// Retarget forecasts the end of an epoch of which so many blocks were found in
// elapsed, at a difficulty.
func (f *Filter) Retarget(found float64, elapsed time.Duration, difficulty float64) (Outlook, error) {
	if !f.known || found < 0 || found > EpochBlocks || elapsed < 0 || !(difficulty > 0) {
		return Outlook{}, fmt.Errorf("%w: retarget after %v blocks in %v", ErrInput, found, elapsed)
	}
	left := EpochBlocks - found
	rate := math.Exp(f.x) / difficulty // blocks per spacing
	days := left / rate * Spacing.Hours() / 24
	// The rate drifts while the rest is found; half of it counts on average.
	rate *= math.Exp(f.drift*days/2 + (f.p+f.noise*days/3)/2)
	rest := left / rate * Spacing.Seconds()
	total := elapsed.Seconds() + rest
	change := EpochBlocks*Spacing.Seconds()/total - 1
	relative := math.Sqrt(f.p + f.noise*days/3 + 1/math.Max(left, 1))
	return Outlook{
		Change:    math.Min(math.Max(change, 1.0/most-1), most-1),
		Deviation: relative * rest / total * (1 + change),
		Remaining: time.Duration(rest * float64(time.Second)),
	}, nil
}

// Mempool is the estimate that mempool.space shows: the pace of this epoch, or,
// before a quarter of it, that of the last 504 blocks, those of the epoch before
// corrected for its retarget. quarter is how long before now the 504th last block
// was found; previous is the last retarget's change, a fraction.
func Mempool(found float64, elapsed, quarter time.Duration, previous float64) float64 {
	const window = EpochBlocks / 4
	var change float64
	if found < window-1 {
		before := math.Max(quarter.Seconds()-elapsed.Seconds(), 0) * (1 + previous)
		change = Spacing.Seconds()/((elapsed.Seconds()+before)/window) - 1
	} else {
		change = Spacing.Seconds()/(elapsed.Seconds()/(found+1)) - 1
	}
	return math.Min(math.Max(change, 1.0/most-1), most-1)
}

// Hashprice is what a petahash per second earns in a day, in bitcoin: subsidy and
// fees per block over the hashes that a block takes. Source: Luxor's definition.
func Hashprice(difficulty, subsidyBTC, feesBTC float64) float64 {
	const hashesPerDifficulty = 1 << 32
	return 1e15 * 86400 / (difficulty * hashesPerDifficulty) * (subsidyBTC + feesBTC)
}

// Subsidy of a block at a height, BTC.
func Subsidy(height int) float64 {
	const halving = 210_000
	return 50 / math.Pow(2, float64(height/halving))
}

// Share is a pool's part of the blocks of a while.
type Share struct {
	Blocks    int
	Share     float64 // of the blocks; the chance of finding the next one
	Low, High float64 // of the share, 95 %
	Luck      float64 // blocks found over those its reported hashrate would find; 0: it reports none
}

// ShareOf gives a pool's share by Wilson's interval, and its luck against the
// hashrate that it reports as a fraction of the network's. Source: Wilson 1927,
// "Probable inference, the law of succession, and statistical inference".
func ShareOf(blocks, of int, reported float64) (Share, error) {
	if of <= 0 || blocks < 0 || blocks > of || reported < 0 || reported > 1 {
		return Share{}, fmt.Errorf("%w: %d of %d blocks, reported share %v", ErrInput, blocks, of, reported)
	}
	const z = 1.959963984540054
	n, p := float64(of), float64(blocks)/float64(of)
	centre := (p + z*z/(2*n)) / (1 + z*z/n)
	half := z / (1 + z*z/n) * math.Sqrt(p*(1-p)/n+z*z/(4*n*n))
	s := Share{Blocks: blocks, Share: p, Low: math.Max(0, centre-half), High: math.Min(1, centre+half)}
	if reported > 0 {
		s.Luck = p / reported
	}
	return s, nil
}
