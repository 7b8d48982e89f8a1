package market_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/pouw-dem/pouwdem/internal/adapter/chain/market"
	"github.com/pouw-dem/pouwdem/internal/core/anchor"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
	"github.com/pouw-dem/pouwdem/internal/core/reward"
)

// sealedDay is a day that is over in the world's time, with metered energy of
// the site in each of some runs of intervals.
func (w *world) sealedDay(t *testing.T, c *market.Certificates, starts ...uint32) reward.Day {
	t.Helper()
	d := reward.Day{Epoch: reward.EpochOf(w.now) - 1, Claims: map[uint32]reward.Made{}}
	for i, start := range starts {
		claim := reward.Claim{Site: "west", Start: start, N: 12, KWh: 900, Method: proof.Keccak([]byte(reward.LeastOf)), Baseline: proof.Keccak([]byte("b")), Settled: w.settled}
		digest, signature, err := c.SignClaim(t.Context(), claim)
		if err != nil {
			t.Fatal(err)
		}
		d.Claims[uint32(i)] = reward.Made{Claim: claim, Signature: signature}
		d.Leaves = append(d.Leaves, reward.Leaf{
			Epoch: d.Epoch, Index: uint32(i), Account: reward.Account(w.keys["buyer"].Address()), Site: site(), Start: claim.Start, N: claim.N,
			KWh: claim.KWh, Method: claim.Method, WorkHash: digest,
		})
	}
	return d
}

func TestADayIsProposedClosedAndItsCertificatesAreIssuedOnce(t *testing.T) {
	w := newWorld(t)
	rewards := market.NewRewards(w.node, w.contracts, w.accounts["proposer"], w.settle)
	certificates := market.NewCertificates(w.node, w.contracts, w.accounts["proposer"], w.keys["meter"], w.settle)
	d := w.sealedDay(t, certificates, 5_000_000, 5_000_012)
	tree, err := d.Tree()
	if err != nil {
		t.Fatal(err)
	}
	if s, err := rewards.Standing(t.Context(), d.Epoch); err != nil || s.Status != reward.None {
		t.Fatalf("%+v %v", s, err)
	}
	if err := rewards.Propose(t.Context(), d.Epoch, tree.Root(), 2); err != nil {
		t.Fatal(err)
	}
	s, err := rewards.Standing(t.Context(), d.Epoch)
	if err != nil || s.Status != reward.Proposed || s.Root != tree.Root().Hash || s.Count != 2 {
		t.Fatalf("%+v %v", s, err)
	}
	if err := rewards.Finalize(t.Context(), d.Epoch); !errors.Is(err, anchor.ErrRefused) || !strings.Contains(err.Error(), "TooEarly") {
		t.Errorf("within the window: %v", err)
	}
	w.now = s.ClosesAt.Add(time.Minute)
	if err := rewards.Finalize(t.Context(), d.Epoch); err != nil {
		t.Fatal(err)
	}
	for range 2 { // the second time, as after a restart, changes nothing
		for i, leaf := range d.Leaves {
			path, _ := tree.Proof(i)
			if err := certificates.Issue(t.Context(), leaf, path, d.Claims[leaf.Index]); err != nil {
				t.Fatal(err)
			}
		}
	}
	totals, err := certificates.Totals(t.Context())
	if err != nil || totals != (market.Totals{Count: 2, LiveKWh: 1800}) {
		t.Errorf("%+v %v", totals, err)
	}
	newest, err := certificates.Newest(t.Context(), totals.Count, 1)
	if err != nil || len(newest) != 1 || newest[0].ID != 2 || newest[0].KWh != 900 || newest[0].State.String() != "provisional" {
		t.Errorf("%+v %v", newest, err)
	}
	bond, err := market.Balance(t.Context(), w.node, w.contracts.Base.RewardToken, w.keys["proposer"].Address())
	if err != nil || bond.String() != "10000"+strings.Repeat("0", 18) {
		t.Errorf("the bond came back as %v, %v", bond, err)
	}
}

func TestAClaimThatTheMeterDidNotSignIsNotIssued(t *testing.T) {
	w := newWorld(t)
	rewards := market.NewRewards(w.node, w.contracts, w.accounts["proposer"], w.settle)
	forged := market.NewCertificates(w.node, w.contracts, w.accounts["proposer"], w.keys["buyer"], w.settle)
	d := w.sealedDay(t, forged, 5_000_000)
	tree, _ := d.Tree()
	if err := rewards.Propose(t.Context(), d.Epoch, tree.Root(), 1); err != nil {
		t.Fatal(err)
	}
	w.now = w.now.Add(2 * time.Hour)
	if err := rewards.Finalize(t.Context(), d.Epoch); err != nil {
		t.Fatal(err)
	}
	path, _ := tree.Proof(0)
	if err := forged.Issue(t.Context(), d.Leaves[0], path, d.Claims[0]); !errors.Is(err, anchor.ErrRefused) || !strings.Contains(err.Error(), "WrongMeter") {
		t.Errorf("%v", err)
	}
}

func TestAVerifiedTaskIsEnteredMadeFinalAndItsRewardMintedOnce(t *testing.T) {
	w := newWorld(t)
	if err := w.owner.Pay(t.Context(), w.accounts["buyer"].Address(), 10); err != nil {
		t.Fatal(err)
	}
	tasks := market.NewTasks(w.node, w.contracts, w.accounts["proposer"], w.accounts["buyer"], w.settle)
	rewards := market.NewRewards(w.node, w.contracts, w.accounts["proposer"], w.settle)
	amount := proof.Amount{Lo: 64_000_000_000_000_000}
	id, account, err := tasks.Enter(t.Context(), proof.Keccak([]byte("task")), proof.Keccak([]byte("root")), amount)
	if err != nil || account != reward.Account(w.accounts["buyer"].Address()) {
		t.Fatal(account, err)
	}
	if final, err := tasks.Close(t.Context(), id); err != nil || final {
		t.Errorf("within the window: %v %v", final, err)
	}
	w.now = w.now.Add(11 * time.Minute)
	for range 2 {
		if final, err := tasks.Close(t.Context(), id); err != nil || !final {
			t.Fatalf("after the window: %v %v", final, err)
		}
	}
	leaf := reward.Paid{ChainID: id, Account: account, Amount: amount}.Leaf()
	leaf.Epoch = reward.EpochOf(w.now)
	d := reward.Day{Epoch: leaf.Epoch, Leaves: []reward.Leaf{leaf}}
	tree, err := d.Tree()
	if err != nil {
		t.Fatal(err)
	}
	w.now = reward.StartOf(d.Epoch + 1).Add(time.Hour)
	if err := rewards.Propose(t.Context(), d.Epoch, tree.Root(), 1); err != nil {
		t.Fatal(err)
	}
	w.now = w.now.Add(2 * time.Hour)
	if err := rewards.Finalize(t.Context(), d.Epoch); err != nil {
		t.Fatal(err)
	}
	path, _ := tree.Proof(0)
	for range 2 {
		if err := rewards.Claim(t.Context(), leaf, path); err != nil {
			t.Fatal(err)
		}
	}
	got, err := market.Balance(t.Context(), w.node, w.contracts.Base.RewardToken, w.accounts["buyer"].Address())
	if err != nil || got.Uint64() != amount.Lo {
		t.Errorf("the worker has %v, %v", got, err)
	}
	// The same task entered again: another entry, which nobody is paid for.
	again, _, err := tasks.Enter(t.Context(), proof.Keccak([]byte("task")), proof.Keccak([]byte("root")), amount)
	if err != nil {
		t.Fatal(err)
	}
	if spent, err := tasks.Spent(t.Context(), w.contracts, again); err != nil || !spent {
		t.Errorf("the second entry can be paid: %v %v", spent, err)
	}
}

func TestATransferOfRewardTokensIsFoundAgainFromTheBlockBefore(t *testing.T) {
	w := newWorld(t)
	transfers := market.NewTransfers(w.node, w.contracts, w.accounts["proposer"], w.settle)
	member, wei := reward.Account(w.keys["recorder"].Address()), proof.Amount{Lo: 64_000_000_000_000_001}
	var sent []proof.Hash
	before, err := transfers.Head(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		tx, err := transfers.Send(t.Context(), member, wei)
		if err != nil {
			t.Fatal(err)
		}
		sent = append(sent, tx)
	}
	if _, err := transfers.Send(t.Context(), reward.Account{1}, wei); err != nil {
		t.Fatal(err)
	}
	newest, err := transfers.Head(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct {
		wei   proof.Amount
		after uint64
		want  []proof.Hash
	}{
		"both":           {wei, before, sent},
		"another amount": {proof.Amount{Lo: 1}, before, nil},
		"too late":       {wei, newest, nil},
	} {
		got, err := transfers.Sent(t.Context(), member, test.wei, test.after)
		if diff := cmp.Diff(test.want, got); diff != "" || err != nil {
			t.Errorf("%s: %s %v", name, diff, err)
		}
	}
	has, err := market.Balance(t.Context(), w.node, w.contracts.Base.RewardToken, w.keys["recorder"].Address())
	if err != nil || has.Uint64() != 2*wei.Lo {
		t.Errorf("the member has %v, %v", has, err)
	}
	if _, err := transfers.Send(t.Context(), member, proof.Amount{Hi: 1 << 40}); !errors.Is(err, anchor.ErrRefused) {
		t.Errorf("more than there is: %v", err)
	}
}
