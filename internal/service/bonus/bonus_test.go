package bonus_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/pouw-dem/pouwdem/internal/core/payout"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
	"github.com/pouw-dem/pouwdem/internal/core/reward"
	"github.com/pouw-dem/pouwdem/internal/service/bonus"
)

const epoch = 20_700

var (
	operator = reward.Account{9}
	accounts = map[string]reward.Account{"east": {1}, "west": {2}, "house": operator}
)

// book keeps copies, as a store does, and fails when it is told to.
type book struct {
	entries []payout.Entry
	kept    map[uint32]payout.Bonus
	fail    int // the put that fails; 0: none
	puts    int
}

func (b *book) ShareLedger(context.Context, time.Time) ([]payout.Entry, error) { return b.entries, nil }

func (b *book) Bonus(_ context.Context, e uint32) (payout.Bonus, bool, error) {
	one, ok := b.kept[e]
	one.Parts = append([]payout.BonusPart{}, one.Parts...)
	return one, ok, nil
}

func (b *book) Bonuses(context.Context, int) (all []payout.Bonus, err error) {
	for _, one := range b.kept {
		all = append(all, one)
	}
	return all, nil
}

func (b *book) PutBonus(_ context.Context, one payout.Bonus) error {
	if b.puts++; b.puts == b.fail {
		return errors.New("the disk is full")
	}
	one.Parts = append([]payout.BonusPart{}, one.Parts...)
	b.kept[one.Epoch] = one
	return nil
}

// token is a chain with a block for each transfer.
type token struct {
	sent []payout.BonusPart // account, amount, transaction
	fail int                // the transfer that is mined, but of which nothing is heard; 0: none
}

func (k *token) Head(context.Context) (uint64, error) { return uint64(len(k.sent)), nil }

func (k *token) Send(_ context.Context, to reward.Account, wei proof.Amount) (proof.Hash, error) {
	tx := proof.Keccak([]byte{byte(len(k.sent))})
	k.sent = append(k.sent, payout.BonusPart{Account: to, Wei: wei, Tx: tx})
	if len(k.sent) == k.fail {
		return proof.Hash{}, errors.New("the node does not answer")
	}
	return tx, nil
}

func (k *token) Sent(_ context.Context, to reward.Account, wei proof.Amount, after uint64) (found []proof.Hash, err error) {
	for _, one := range k.sent[after:] {
		if one.Account == to && one.Wei == wei {
			found = append(found, one.Tx)
		}
	}
	return found, nil
}

func day(e uint32, wei ...uint64) reward.Day {
	d := reward.Day{Epoch: e}
	for _, amount := range wei {
		d.Leaves = append(d.Leaves, reward.Leaf{Epoch: e, Account: operator, Amount: proof.Amount{Lo: amount}})
	}
	return d
}

func shares(at time.Time, lines ...payout.Line) payout.Entry {
	return payout.Entry{Kind: payout.Shares, From: at, To: at.Add(15 * time.Minute), Destination: "pool", Lines: lines}
}

// newCase has two members with accounts, one without, and the operator itself,
// with shares of two days.
func newCase(ppm int64) (*book, *token, *bonus.Sharer) {
	b, k := &book{kept: map[uint32]payout.Bonus{}}, &token{}
	for e := range uint32(2) {
		b.entries = append(b.entries, shares(reward.StartOf(epoch+e).Add(time.Hour),
			payout.Line{Member: "east", Milli: 300}, payout.Line{Member: "west", Milli: 100}, payout.Line{Member: "silent", Milli: 500}, payout.Line{Member: "house", Milli: 100}))
	}
	return b, k, bonus.New(bonus.Config{Operator: operator, PPM: ppm, Book: b, Token: k, Account: func(m string) (reward.Account, bool) {
		a, ok := accounts[m]
		return a, ok
	}})
}

func TestMembersGetTheirPartOfTheDayOnce(t *testing.T) {
	b, k, s := newCase(500_000)
	for range 3 {
		if err := s.Share(t.Context(), day(epoch, 1500, 501)); err != nil {
			t.Fatal(err)
		}
	}
	got := map[reward.Account]uint64{}
	for _, one := range k.sent {
		got[one.Account] += one.Wei.Lo
	}
	if diff := cmp.Diff(map[reward.Account]uint64{{1}: 300, {2}: 100}, got); diff != "" || len(k.sent) != 2 {
		t.Errorf("%s in %d transfers", diff, len(k.sent))
	}
	kept := b.kept[epoch]
	if kept.Kept.Lo != 1601 || kept.Whole.Lo != 2001 {
		t.Errorf("%+v", kept)
	}
	for _, p := range kept.Parts {
		if stays := p.Member == "silent" || p.Member == "house"; stays != (p.Withheld.Lo > 0) || stays == p.Sent {
			t.Errorf("%+v", p)
		}
	}
}

func TestNothingIsPassedOnWithoutAFractionOrADaysTasks(t *testing.T) {
	b, k, off := newCase(0)
	if err := off.Share(t.Context(), day(epoch, 1000)); err != nil || len(k.sent)+len(b.kept) != 0 {
		t.Errorf("off: %v %v %v", err, k.sent, b.kept)
	}
	b, k, on := newCase(1_000_000)
	if err := on.Share(t.Context(), day(epoch)); err != nil || len(k.sent)+len(b.kept) != 0 {
		t.Errorf("no tasks: %v %v %v", err, k.sent, b.kept)
	}
}

// Two days give the same amounts to the same accounts, so that a transfer can be
// taken for another's.
func TestWhateverFailsEachPartIsSentOnce(t *testing.T) {
	both := func(s *bonus.Sharer) error {
		return errors.Join(s.Share(t.Context(), day(epoch, 1000)), s.Share(t.Context(), day(epoch+1, 1000)))
	}
	for put := range 11 {
		for transfer := range 5 {
			b, k, s := newCase(1_000_000)
			b.fail, k.fail = put, transfer
			_, _ = both(s), both(s) // both failures are over
			for range 2 {
				if err := both(s); err != nil {
					t.Fatal(err)
				}
			}
			got := map[reward.Account]uint64{}
			for _, one := range k.sent {
				got[one.Account] += one.Wei.Lo
			}
			if diff := cmp.Diff(map[reward.Account]uint64{{1}: 600, {2}: 200}, got); diff != "" {
				t.Errorf("put %d and transfer %d fail: %s", put, transfer, diff)
			}
		}
	}
}
