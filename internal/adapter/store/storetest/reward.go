package storetest

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pouw-dem/pouwdem/internal/core/payout"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
	"github.com/pouw-dem/pouwdem/internal/core/reward"
)

func rewardTests() map[string]func(*testing.T, Engine) {
	return map[string]func(*testing.T, Engine){
		"a sealed day of rewards is kept and never changed": sealedDaysStay,
		"paid tasks are found by their day":                 paidTasksAreFound,
		"a day's bonus is kept as it was put last":          bonusesAreKept,
	}
}

func sealedDaysStay(t *testing.T, e Engine) {
	s := Open(t, e)
	day := reward.Day{
		Epoch:  20_700,
		Leaves: []reward.Leaf{{Epoch: 20_700, Site: 1 << 63, Account: reward.Account{1}, KWh: 7, WorkHash: proof.Keccak([]byte("w"))}},
		Claims: map[uint32]reward.Made{0: {Claim: reward.Claim{Site: "west", N: 1, KWh: 7}, Signature: []byte{1, 2}}},
	}
	other := reward.Day{Epoch: 20_700}
	for _, d := range []reward.Day{day, other, {Epoch: 20_701}} {
		if err := s.SaveRewardDay(t.Context(), d); err != nil {
			t.Fatal(err)
		}
	}
	got, ok, err := s.RewardDay(t.Context(), 20_700)
	if err != nil || !ok {
		t.Fatal(ok, err)
	}
	if diff := cmp.Diff(day, got); diff != "" {
		t.Error(diff)
	}
	if _, ok, err := s.RewardDay(t.Context(), 1); ok || err != nil {
		t.Error(ok, err)
	}
	days, err := s.RewardDays(t.Context(), 1)
	if err != nil || len(days) != 1 || days[0].Epoch != 20_701 {
		t.Errorf("%v %v", days, err)
	}
}

func paidTasksAreFound(t *testing.T, e Engine) {
	s := Open(t, e)
	paid := func(n byte, epoch uint32, final bool) reward.Paid {
		return reward.Paid{Task: proof.Keccak([]byte{n}), Epoch: epoch, Final: final, Amount: proof.Amount{Hi: 1, Lo: uint64(n)}}
	}
	for _, p := range []reward.Paid{paid(1, 20_700, false), paid(2, 20_701, false), paid(2, 20_701, true)} {
		if err := s.PutPaid(t.Context(), p); err != nil {
			t.Fatal(err)
		}
	}
	got, err := s.PaidSince(t.Context(), 20_701)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]reward.Paid{paid(2, 20_701, true)}, got); diff != "" {
		t.Error(diff)
	}
}

func bonusesAreKept(t *testing.T, e Engine) {
	s := Open(t, e)
	bonus := func(epoch uint32, sent bool) payout.Bonus {
		part := payout.BonusPart{Member: "west", Milli: 1, Account: reward.Account{1}, Wei: proof.Amount{Hi: 1, Lo: 2}, Begun: true, Since: 9, Sent: sent}
		return payout.Bonus{Epoch: epoch, Whole: proof.Amount{Hi: 1, Lo: 3}, PPM: 500_000, Kept: proof.Amount{Lo: 1}, Parts: []payout.BonusPart{part}}
	}
	for _, b := range []payout.Bonus{bonus(20_700, false), bonus(20_701, false), bonus(20_700, true)} {
		if err := s.PutBonus(t.Context(), b); err != nil {
			t.Fatal(err)
		}
	}
	got, ok, err := s.Bonus(t.Context(), 20_700)
	if diff := cmp.Diff(bonus(20_700, true), got); diff != "" || !ok || err != nil {
		t.Error(diff, ok, err)
	}
	if _, ok, err := s.Bonus(t.Context(), 1); ok || err != nil {
		t.Error(ok, err)
	}
	all, err := s.Bonuses(t.Context(), 1)
	if err != nil || len(all) != 1 || all[0].Epoch != 20_701 {
		t.Errorf("%v %v", all, err)
	}
}
