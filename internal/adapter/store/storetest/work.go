package storetest

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/pouw-dem/pouwdem/internal/core/escrow"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/core/work"
)

func workTests() map[string]func(*testing.T, Engine) {
	return map[string]func(*testing.T, Engine){
		"a task goes from its offer to its receipt, and no further": workIsClosedOnce,
		"a task's bounty is held, and paid or given back, once":     bountyMovesOnce,
		"a task is found by when it was given out, closed or not":   workIsFoundByWhenItWasGiven,
	}
}

func workIsClosedOnce(t *testing.T, e Engine) {
	s := Open(t, e)
	at := time.Date(2026, 7, 1, 12, 0, 0, 0, time.UTC)
	record := func(n byte, state string) work.Record {
		return work.Record{
			Task: proof.Keccak([]byte{n}), State: state, Offered: at.Add(time.Duration(n) * time.Minute), Reveal: proof.Keccak([]byte{n, n}),
			Spec: work.Spec{Version: 1, Kind: work.PowerFlow, Seed: 1 << 63, Deadline: at},
		}
	}
	file := work.File{Format: work.FileFormat, Drawn: 1, Opened: []work.Opening{{Voltages: []byte{1, 2}}}}
	for _, step := range []struct {
		r work.Record
		f *work.File
	}{
		{record(1, work.Offered), nil}, {record(2, work.Offered), nil}, {record(1, work.Verified), &file}, {record(1, work.Refused), nil},
	} {
		if err := s.PutWork(t.Context(), step.r, step.f); err != nil {
			t.Fatal(err)
		}
	}
	got, ok, err := s.Work(t.Context(), proof.Keccak([]byte{1}))
	if err != nil || !ok {
		t.Fatal(ok, err)
	}
	if diff := cmp.Diff(record(1, work.Verified), got); diff != "" {
		t.Error(diff)
	}
	f, ok, err := s.WorkProof(t.Context(), proof.Keccak([]byte{1}))
	if err != nil || !ok || !cmp.Equal(f, file) {
		t.Errorf("%+v %v %v", f, ok, err)
	}
	if _, ok, err := s.WorkProof(t.Context(), proof.Keccak([]byte{2})); ok || err != nil {
		t.Error(ok, err)
	}
	open, err := s.OpenWork(t.Context())
	if err != nil || len(open) != 1 || open[0].Task != proof.Keccak([]byte{2}) {
		t.Errorf("%v %v", open, err)
	}
	newest, err := s.NewestWork(t.Context(), 1)
	if err != nil || len(newest) != 1 || newest[0].Task != proof.Keccak([]byte{2}) {
		t.Errorf("%v %v", newest, err)
	}
	verified, err := s.VerifiedWork(t.Context(), at, at.Add(time.Hour), 10)
	if err != nil || len(verified) != 1 || verified[0].Task != proof.Keccak([]byte{1}) {
		t.Errorf("%v %v", verified, err)
	}
	if none, err := s.VerifiedWork(t.Context(), at.Add(time.Hour), at.Add(2*time.Hour), 10); err != nil || len(none) != 0 {
		t.Errorf("%v %v", none, err)
	}
	rates, err := s.WorkRates(t.Context(), at, time.Hour)
	if err != nil || len(rates) != 2 || rates[0].State != work.Offered || rates[1].Count != 1 || !rates[1].Start.Equal(at) {
		t.Errorf("%+v %v", rates, err)
	}
	counts, err := s.WorkCounts(t.Context(), at)
	if err != nil || counts[work.Verified] != 1 || counts[work.Offered] != 1 {
		t.Errorf("%v %v", counts, err)
	}
}

func workIsFoundByWhenItWasGiven(t *testing.T, e Engine) {
	s := Open(t, e)
	at := time.Date(2026, 7, 1, 12, 0, 0, 0, time.UTC)
	put := func(n byte, state, to string, given time.Time) {
		t.Helper()
		r := work.Record{Task: proof.Keccak([]byte{n}), State: state, Offered: at.Add(-time.Hour), To: to, Site: to, Given: given}
		if err := s.PutWork(t.Context(), r, nil); err != nil {
			t.Fatal(err)
		}
	}
	found := func(want ...byte) {
		t.Helper()
		got, err := s.GivenWork(t.Context(), at, at.Add(5*time.Minute))
		if err != nil || len(got) != len(want) {
			t.Fatalf("%d tasks were given in the interval, want %d: %v", len(got), len(want), err)
		}
		for i, n := range want {
			if got[i].Task != proof.Keccak([]byte{n}) || got[i].Site != "webb" || got[i].Given.IsZero() {
				t.Errorf("%+v", got[i])
			}
		}
	}
	put(1, work.Offered, "", time.Time{})
	put(2, work.Offered, "webb", at.Add(-time.Microsecond))
	put(3, work.Offered, "webb", at.Add(5*time.Minute))
	found()
	put(1, work.Offered, "webb", at.Add(time.Minute))
	put(4, work.Offered, "webb", at)
	found(4, 1)
	put(4, work.Verified, "webb", at) // it is closed, and counts all the same
	put(1, work.Offered, "", time.Time{})
	found(4)
}

func bountyMovesOnce(t *testing.T, e Engine) {
	s := Open(t, e)
	at := time.Date(2026, 7, 1, 12, 0, 0, 0, time.UTC)
	record := func(n byte, state string, bounty unit.MicroUSD) work.Record {
		return work.Record{Task: proof.Keccak([]byte{n}), State: state, Submitter: "ana", Operator: "here", Escrow: bounty, Offered: at, Closed: at, Leaves: 2, Summary: proof.Summary{Solved: 2}}
	}
	deposit := escrow.Entry{At: at, Kind: escrow.Deposit, Account: escrow.Submitter("ana"), Ref: "bank 1", Amount: 100}
	if err := s.AddEscrow(t.Context(), deposit); err != nil {
		t.Fatal(err)
	}
	if err := s.AddEscrow(t.Context(), deposit); !errors.Is(err, escrow.ErrEntry) {
		t.Errorf("the same deposit again: %v", err)
	}
	if err := s.PutWork(t.Context(), record(9, work.Offered, 101), nil); !errors.Is(err, escrow.ErrFunds) {
		t.Errorf("more than there is: %v", err)
	}
	if _, ok, err := s.Work(t.Context(), proof.Keccak([]byte{9})); ok || err != nil {
		t.Errorf("a task is there that nobody can pay: %v %v", ok, err)
	}
	part := record(3, work.Verified, 8) // 5 quarters of 8
	part.Summary, part.Checked = proof.Summary{Solved: 1, Failed: 1}, work.Checked{Failed: 1}
	for _, r := range []work.Record{
		record(1, work.Offered, 60), record(1, work.Offered, 60), record(2, work.Offered, 30), // given out: nothing moves
		record(1, work.Verified, 60), record(1, work.Verified, 60), record(1, work.Refused, 60), record(2, work.Expired, 30),
		record(3, work.Offered, 8), part, part,
	} {
		if err := s.PutWork(t.Context(), r, nil); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.AddEscrow(t.Context(), escrow.Entry{At: at, Kind: escrow.Payout, Account: escrow.Operator("here"), Ref: "bank 1", Amount: 66}); !errors.Is(err, escrow.ErrFunds) {
		t.Errorf("more left than was earned: %v", err)
	}
	if err := s.AddEscrow(t.Context(), escrow.Entry{At: at, Kind: escrow.Payout, Account: escrow.Operator("here"), Ref: "bank 1", Amount: 60}); err != nil {
		t.Error(err)
	}
	for since, want := range map[time.Time]int{at: 3, at.Add(time.Second): 0} {
		if n, err := s.SubmittedWork(t.Context(), "ana", since); err != nil || n != want {
			t.Errorf("%d tasks since %s, %v", n, since, err)
		}
	}
	entries, err := s.Escrow(t.Context())
	if err != nil || len(entries) != 9 {
		t.Fatalf("%+v %v", entries, err)
	}
	b := escrow.NewBook()
	for _, e := range entries {
		if err := b.Add(e); err != nil {
			t.Error(err)
		}
	}
	want := []escrow.Account{{Name: "operator/here", Available: 5, In: 65, Out: 60}, {Name: "submitter/ana", Available: 35, In: 100, Out: 65}}
	if diff := cmp.Diff(want, b.Accounts()); diff != "" {
		t.Error(diff)
	}
}
