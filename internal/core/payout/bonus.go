package payout

import (
	"fmt"
	"math/big"

	"github.com/pouw-dem/pouwdem/internal/core/proof"
	"github.com/pouw-dem/pouwdem/internal/core/reward"
)

// Bonus is what members have of a day's rewards for grid work, in wei of the
// reward token. Kept and the parts add up to Whole.
type Bonus struct {
	Epoch uint32       `json:"epoch"`     // UTC day, days since 1970-01-01
	Whole proof.Amount `json:"whole_wei"` // of the operator's tasks of the day
	PPM   int64        `json:"ppm"`       // millionths of it that are divided
	Kept  proof.Amount `json:"kept_wei"`  // stays with the operator
	Parts []BonusPart  `json:"parts"`
}

// BonusPart is a member's. A member without an account gets nothing: its part is
// Withheld, and in what the operator keeps.
type BonusPart struct {
	Member   string         `json:"member"`
	Milli    int64          `json:"milli"` // of the day's shares: thousandths of difficulty
	Account  reward.Account `json:"account"`
	Wei      proof.Amount   `json:"wei"`
	Withheld proof.Amount   `json:"withheld_wei"`

	// Begun is set before a transfer is sent, with the newest block then: a
	// restart looks for the transfer from there on before it sends another.
	Begun bool       `json:"begun"`
	Since uint64     `json:"since_block"`
	Sent  bool       `json:"sent"`
	Tx    proof.Hash `json:"tx"`
}

// Owed reports whether something is still to be sent.
func (p *BonusPart) Owed() bool { return p.Wei != (proof.Amount{}) && !p.Sent }

// EarnedBy is what a day's tasks earned an account.
func EarnedBy(account reward.Account, d reward.Day) (proof.Amount, error) {
	var total proof.Amount
	for _, l := range d.Leaves {
		if l.N != 0 || l.Account != account {
			continue
		}
		sum, ok := total.Add(l.Amount)
		if !ok {
			return total, fmt.Errorf("the rewards of day %d do not fit into 128 bits", d.Epoch)
		}
		total = sum
	}
	return total, nil
}

// DivideBonus divides so many millionths of what a day's tasks earned by the
// shares of the day, to the last wei; ppm is at most a million. Without any
// shares all of it is kept. Account is where a member gets tokens; false: nowhere.
func DivideBonus(epoch uint32, whole proof.Amount, ppm int64, shares []Line, account func(member string) (reward.Account, bool)) Bonus {
	b := Bonus{Epoch: epoch, Whole: whole, PPM: ppm, Kept: whole, Parts: []BonusPart{}}
	work := workOf(shares)
	if len(work) == 0 {
		return b
	}
	kept := whole.Big()
	for _, p := range split(millionths(whole.Big(), ppm), work) {
		line := BonusPart{Member: p.member, Milli: work[p.member]}
		if to, ok := account(p.member); ok {
			line.Account, line.Wei = to, part128(p.amount)
			kept.Sub(kept, p.amount)
		} else {
			line.Withheld = part128(p.amount)
		}
		b.Parts = append(b.Parts, line)
	}
	b.Kept = part128(kept)
	return b
}

// part128 is a part of an amount of 128 bits, which fits into as many.
func part128(v *big.Int) proof.Amount {
	lo := new(big.Int).SetUint64(^uint64(0))
	return proof.Amount{Hi: new(big.Int).Rsh(v, 64).Uint64(), Lo: lo.And(lo, v).Uint64()}
}
