package taskmarket_test

import (
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/escrow"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/core/work"
	"github.com/pouw-dem/pouwdem/internal/service/taskmarket"
)

// deposit gives ana money.
func (h *hall) deposit(t *testing.T, amount unit.MicroUSD) {
	t.Helper()
	if err := h.money.Add(escrow.Entry{At: h.at, Kind: escrow.Deposit, Account: escrow.Submitter("ana"), Ref: "bank 1", Amount: amount}); err != nil {
		t.Fatal(err)
	}
}

// purse is what an account has, and what of it is held.
func (h *hall) purse(name string) (available, held unit.MicroUSD) {
	for _, a := range h.money.Accounts() {
		if a.Name == name {
			return a.Available, a.Held
		}
	}
	return 0, 0
}

func TestABountyIsHeldAndThenPaidOrGivenBack(t *testing.T) {
	h, m := newHall(t)
	h.listen(t, m)
	o := order(h)
	o.BountyUSD = 0.5
	if _, err := m.Submit(t.Context(), o); !errors.Is(err, taskmarket.ErrNotTaken) || !errors.Is(err, escrow.ErrFunds) {
		t.Fatalf("a bounty that nobody can pay was taken: %v", err)
	}
	h.deposit(t, 1_200_000)
	var tasks []work.Record
	for range 2 {
		r, err := m.Submit(t.Context(), o)
		if err != nil || r.Spec.PriceBy != "bounty" {
			t.Fatal(r, err)
		}
		tasks = append(tasks, r)
	}
	if have, held := h.purse("submitter/ana"); have != 200_000 || held != 1_000_000 {
		t.Errorf("%s are there and %s held", have, held)
	}
	if err := m.GiveOut(t.Context()); err != nil {
		t.Fatal(err)
	}
	for range 2 { // the second time changes nothing
		if err := h.take(t.Context(), h.do(t, tasks[0].Spec, 0)); err != nil {
			t.Fatal(err)
		}
	}
	if got, _ := h.purse("operator/here"); got != 500_000 {
		t.Errorf("its operator has %s", got)
	}
	h.at = h.at.Add(3 * time.Hour) // the other expires
	if err := m.Offer(t.Context()); err != nil {
		t.Fatal(err)
	}
	if have, held := h.purse("submitter/ana"); have != 700_000 || held != 0 || h.book[tasks[1].Task].State != work.Expired {
		t.Errorf("%s are there and %s held of a task that is %s", have, held, h.book[tasks[1].Task].State)
	}
}

func TestWhoDealsTasksToItselfEarnsNothing(t *testing.T) {
	h, m := newHall(t)
	h.workers[0].Operator = "ana" // whose name is the submitter's too
	h.workers = h.workers[:1]
	h.listen(t, m)
	h.deposit(t, 1_000_000)
	o := order(h)
	o.BountyUSD = 1
	r, err := m.Submit(t.Context(), o)
	if err = errors.Join(err, m.GiveOut(t.Context())); err != nil {
		t.Fatal(err)
	}
	done := h.do(t, r.Spec, 0)
	done.Operator = "ana"
	if err := h.take(t.Context(), done); err != nil || h.book[r.Task].State != work.Verified {
		t.Fatal(h.book[r.Task], err)
	}
	paid, _ := h.purse("operator/ana")
	left, held := h.purse("submitter/ana")
	if paid+left+held != 1_000_000 || h.book[r.Task].Spec.PriceBy == "internal" {
		t.Errorf("1 $ became %s: what is minted is for tasks priced within the house alone", paid+left+held)
	}
}

// forged is a second answer to a task: the same leaves under another root.
func (h *hall) forged(t *testing.T, s work.Spec, by byte) work.Handed {
	t.Helper()
	q, err := s.Build(h.text)
	if err != nil {
		t.Fatal(err)
	}
	r, err := work.Solve(q, key(by), 1)
	if err != nil {
		t.Fatal(err)
	}
	return work.Handed{Operator: "here", Commitment: r.Commitment}
}

func TestWhoAbortsOnceItHasSeenTheSampleCommitsNoSecondTime(t *testing.T) {
	h, m := newHall(t)
	h.listen(t, m)
	h.at = h.at.Add(time.Minute)
	if err := m.Offer(t.Context()); err != nil {
		t.Fatal(err)
	}
	s := h.offered[slices.IndexFunc(h.offered, func(s work.Spec) bool { return s.Kind == work.Adequacy })] // sampled, not checked whole
	first, second := h.do(t, s, 0), h.forged(t, s, 2)
	h.withheld = true // it sees which leaves are asked for, and says nothing
	if err := h.take(t.Context(), first); err != nil {
		t.Fatal(err)
	}
	h.withheld = false
	h.results[s.Digest()] = nil
	if err := h.take(t.Context(), second); err != nil {
		t.Fatal(err)
	}
	if r := h.book[s.Digest()]; r.State != work.Refused || r.Worker != first.Commitment.Worker {
		t.Errorf("after an abort the second commitment made it %s by %s: %s", r.State, r.Worker, r.Reason)
	}
}

func TestOfSeveralRootsAtOnceTheFirstIsFinal(t *testing.T) {
	h, m := newHall(t)
	h.listen(t, m)
	s := h.offered[slices.IndexFunc(h.offered, func(s work.Spec) bool { return s.Kind == work.N1 })]
	first, second := h.do(t, s, 0), h.forged(t, s, 2)
	h.withheld, h.asked, h.goOn = true, make(chan struct{}), make(chan struct{})
	var checking sync.WaitGroup
	checking.Go(func() {
		if err := h.take(t.Context(), first); err != nil {
			t.Error(err)
		}
	})
	<-h.asked // the first is being checked, and its worker stalls
	if err := h.take(t.Context(), second); err != nil {
		t.Error(err)
	}
	if r := h.book[s.Digest()]; r.State != work.Offered {
		t.Errorf("the second root made it %s while the first was being checked", r.State)
	}
	close(h.goOn)
	checking.Wait()
	if r := h.book[s.Digest()]; r.State != work.Refused {
		t.Errorf("%+v", r)
	}
}

func TestTheCoordinatorCannotChooseItsNumberOnceItHasSeenTheRoot(t *testing.T) {
	h, m := newHall(t)
	h.listen(t, m)
	s := h.offered[slices.IndexFunc(h.offered, func(s work.Spec) bool { return s.Kind == work.N1 })]
	if err := h.take(t.Context(), h.do(t, s, 0)); err != nil {
		t.Fatal(err)
	}
	f := *h.files[s.Digest()]
	if _, err := f.Check(h.text); err != nil {
		t.Fatal(err)
	}
	for n := range 100 { // any other number than the one whose hash is in the task
		f.Reveal = proof.Keccak([]byte{byte(n)})
		if _, err := f.Check(h.text); !errors.Is(err, work.ErrWrong) {
			t.Fatalf("another number passed: %v", err)
		}
	}
	// Nor can it change the number in the task: its digest, which was signed, is another then.
	f.Spec.Commit = proof.Keccak(f.Reveal[:])
	if _, err := f.Check(h.text); !errors.Is(err, work.ErrWrong) {
		t.Errorf("another task's number passed: %v", err)
	}
}

// TestGrindingRootsGainsAWorkerNothing tries root after root for one whose sample
// misses the wrong leaves, by a guess of the coordinator's number: the true number
// finds them as often as the formula says. Tolerance: 4 standard deviations.
func TestGrindingRootsGainsAWorkerNothing(t *testing.T) {
	const leaves, wrong, drawn, trials = 1000, 10, 30, 2000
	rng := rand.New(rand.NewPCG(7, 7))
	hash := func() (x proof.Hash) {
		for i := range x {
			x[i] = byte(rng.Uint32())
		}
		return x
	}
	hits := func(indices []int) bool { return slices.ContainsFunc(indices, func(i int) bool { return i < wrong }) }
	found := 0
	for range trials {
		task, guess, number, root := hash(), hash(), hash(), hash()
		for hits(proof.Draw(proof.DrawSeed(task, root, guess, proof.Hash{}), leaves, drawn)) {
			root = hash()
		}
		if hits(proof.Draw(proof.DrawSeed(task, root, number, proof.Hash{}), leaves, drawn)) {
			found++
		}
	}
	want := work.Detection(float64(wrong)/leaves, drawn)
	got, sd := float64(found)/trials, math.Sqrt(want*(1-want)/trials)
	if math.Abs(got-want) > 4*sd {
		t.Errorf("%.3f of the lies were found, %.3f were to be", got, want)
	}
}
