package unit

import "math"

// THs is hashrate in terahashes per second.
type THs float64

// JPerTH is the energy a machine spends per terahash, in joules; the same
// number as watts per TH/s.
type JPerTH float64

// Difficulty is bitcoin's proof-of-work difficulty (dimensionless).
type Difficulty float64

// BTC is an amount of bitcoin where a real number is the natural form, such as
// an average of fees. Balances and payouts are [Sats].
type BTC float64

// BTCPerPHDay is mining revenue in bitcoin per petahash/s and day.
type BTCPerPHDay float64

// USDPerPHDay is hashprice: mining revenue in dollars per petahash/s and day.
type USDPerPHDay float64

const (
	hashesPerDifficulty = 1 << 32
	secondsPerDay       = 86400
)

// BTCPerTHDay is the expected bitcoin earned by 1 TH/s in a day:
// 1e12 * 86400 / (difficulty * 2^32) blocks, each worth reward (subsidy plus
// average fees). It is 0 for a difficulty that is not positive.
func BTCPerTHDay(d Difficulty, reward BTC) BTC {
	if !(d > 0) {
		return 0
	}
	return BTC(1e12 * secondsPerDay / (float64(d) * hashesPerDifficulty) * float64(reward))
}

// Hashprice is the revenue of 1 PH/s in a day at the given difficulty, block
// reward (subsidy plus average fees) and bitcoin price in dollars.
func Hashprice(d Difficulty, reward BTC, usdPerBTC float64) USDPerPHDay {
	return USDPerPHDay(1000 * float64(BTCPerTHDay(d, reward)) * usdPerBTC)
}

// BreakEven is the all-in energy price at which a machine of efficiency j earns
// nothing: hashprice * 1000 / (24 * J/TH). With the marginal J/TH between two
// power levels it is the price at which the step pays. It is 0 for an
// efficiency that is not positive.
func (h USDPerPHDay) BreakEven(j JPerTH) USDPerMWh {
	if !(j > 0) {
		return 0
	}
	return USDPerMWh(float64(h) * 1000 / (24 * float64(j)))
}

// Subsidy is the block subsidy at a block height, which halves every 210,000
// blocks from 50 BTC, in whole satoshi as consensus computes it.
func Subsidy(height int64) Sats {
	halvings := height / 210_000
	if height < 0 || halvings >= 64 {
		return 0
	}
	return Sats(5_000_000_000 >> uint(halvings))
}

// BTC is s as a real number of bitcoin.
func (s Sats) BTC() BTC { return BTC(float64(s) / 1e8) }

// SatsFromBTC rounds an amount of bitcoin to whole satoshi, half to even.
func SatsFromBTC(b BTC) Sats { return Sats(math.RoundToEven(float64(b) * 1e8)) }
