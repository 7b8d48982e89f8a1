package payout_test

import (
	"math/big"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/pouw-dem/pouwdem/internal/core/payout"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
	"github.com/pouw-dem/pouwdem/internal/core/reward"
)

func TestPartsOfABonusAndWhatIsKeptAreTheWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		whole := proof.Amount{Hi: rapid.Uint64().Draw(t, "hi"), Lo: rapid.Uint64().Draw(t, "lo")}
		ppm, shares := rapid.Int64Range(0, 1_000_000).Draw(t, "ppm"), drawShares(t)
		stated := rapid.SliceOfDistinct(rapid.SampledFrom([]string{"a", "b", "c", "d", "e", "f"}), rapid.ID).Draw(t, "stated")
		accounts := map[string]reward.Account{}
		for _, m := range stated {
			accounts[m] = reward.Account{m[0]}
		}
		b := payout.DivideBonus(7, whole, ppm, shares, func(m string) (reward.Account, bool) {
			a, ok := accounts[m]
			return a, ok
		})
		sum, divided, work := b.Kept.Big(), new(big.Int), new(big.Int)
		for i := range b.Parts {
			p := &b.Parts[i]
			_, ok := accounts[p.Member]
			if p.Account != accounts[p.Member] || ok && p.Withheld != (proof.Amount{}) || !ok && p.Wei != (proof.Amount{}) {
				t.Fatalf("with an account: %v; %+v", ok, p)
			}
			sum.Add(sum, p.Wei.Big())
			divided.Add(divided, p.Wei.Big()).Add(divided, p.Withheld.Big())
			work.Add(work, big.NewInt(p.Milli))
		}
		if sum.Cmp(whole.Big()) != 0 {
			t.Fatalf("%v wei became %v", whole.Big(), sum)
		}
		most := new(big.Int).Mul(whole.Big(), big.NewInt(ppm))
		if most.Quo(most, big.NewInt(1_000_000)); work.Sign() > 0 && divided.Cmp(most) != 0 {
			t.Fatalf("%v wei are divided, %v were to be", divided, most)
		}
		for i := range b.Parts { // each is within a wei of its proportion
			p := &b.Parts[i]
			got := new(big.Int).Mul(new(big.Int).Add(p.Wei.Big(), p.Withheld.Big()), work)
			got.Sub(got, new(big.Int).Mul(divided, big.NewInt(p.Milli)))
			if got.CmpAbs(work) >= 0 {
				t.Fatalf("%s is off its proportion: %+v", p.Member, p)
			}
		}
	})
}

func TestOnlyTheOperatorsTasksOfADayAreDivided(t *testing.T) {
	operator, other := reward.Account{1}, reward.Account{2}
	d := reward.Day{Epoch: 7, Leaves: []reward.Leaf{
		{Account: operator, Amount: proof.Amount{Lo: 5}},
		{Account: other, Amount: proof.Amount{Lo: 11}},
		{Account: operator, N: 12, KWh: 900},
		{Account: operator, Amount: proof.Amount{Hi: 1, Lo: 2}},
	}}
	got, err := payout.EarnedBy(operator, d)
	if diff := cmp.Diff(proof.Amount{Hi: 1, Lo: 7}, got); diff != "" || err != nil {
		t.Error(diff, err)
	}
	d.Leaves[0].Amount.Hi = ^uint64(0)
	if _, err := payout.EarnedBy(operator, d); err == nil {
		t.Error("a sum above 128 bits passes")
	}
}
