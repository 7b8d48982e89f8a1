package paymaster_test

import (
	"context"
	"errors"
	"log/slog"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
	"github.com/pouw-dem/pouwdem/internal/core/reward"
	"github.com/pouw-dem/pouwdem/internal/core/work"
	"github.com/pouw-dem/pouwdem/internal/service/paymaster"
)

// office is the book and the contract in memory.
type office struct {
	clock.Wall
	at      time.Time
	records []work.Record
	paid    map[proof.Hash]reward.Paid
	entered map[proof.Hash]time.Time
	broken  bool
}

func (o *office) Now() time.Time { return o.at }

func (o *office) NewestWork(context.Context, int) ([]work.Record, error) { return o.records, nil }

func (o *office) PutPaid(_ context.Context, p reward.Paid) error { o.paid[p.Task] = p; return nil }

func (o *office) PaidSince(context.Context, uint32) (all []reward.Paid, err error) {
	for _, p := range o.paid {
		all = append(all, p)
	}
	return all, nil
}

func (o *office) Enter(_ context.Context, task, _ proof.Hash, _ proof.Amount) (proof.Hash, reward.Account, error) {
	if o.broken {
		return proof.Hash{}, reward.Account{}, errors.New("the node does not answer")
	}
	id := proof.Keccak(task[:])
	o.entered[id] = o.at
	return id, reward.Account{7}, nil
}

func (o *office) Close(_ context.Context, id proof.Hash) (bool, error) {
	return o.at.Sub(o.entered[id]) >= 10*time.Minute, nil
}

func record(n byte, worker work.Worker, state string, kind work.Kind) work.Record {
	return work.Record{
		Task: proof.Keccak([]byte{n}), Worker: worker, State: state, Leaves: 32, Spec: work.Spec{Kind: kind, PriceBy: "internal", Spread: 0.02},
		Summary: proof.Summary{Solved: 28, Islanded: 2, Failed: 2}, Checked: work.Checked{Failed: 1},
	}
}

func TestOneVerifiedTaskAnHourOfOurWorkerIsEnteredAndBecomesFinal(t *testing.T) {
	ours := work.Worker{1}
	o := &office{at: time.Date(2026, 7, 1, 12, 0, 0, 0, time.UTC), paid: map[proof.Hash]reward.Paid{}, entered: map[proof.Hash]time.Time{}}
	submitted, promised := record(6, ours, work.Verified, work.N1), record(7, ours, work.Verified, work.N1)
	known := record(8, ours, work.Verified, work.N1)
	submitted.Submitter, promised.Spec.PriceBy, known.Spec.Spread = "ourselves", "bounty", 0
	o.records = []work.Record{
		submitted, promised, known,
		record(1, work.Worker{2}, work.Verified, work.N1), record(2, ours, work.Refused, work.N1), record(3, ours, work.Verified, work.PowerFlow),
		record(4, ours, work.Verified, work.N1), record(5, ours, work.Verified, work.N1),
	}
	p := paymaster.New(paymaster.Config{
		Book: o, Contract: o, Worker: func() (work.Worker, bool) { return ours, true }, Clock: o, Log: slog.New(slog.DiscardHandler),
	})
	o.broken = true
	if err := p.Pass(t.Context()); err == nil || len(o.paid) != 0 {
		t.Fatalf("%v, %d entered", err, len(o.paid))
	}
	o.broken = false
	for range 4 { // within the hour
		if err := p.Pass(t.Context()); err != nil {
			t.Fatal(err)
		}
		o.at = o.at.Add(14 * time.Minute)
	}
	got, ok := o.paid[proof.Keccak([]byte{4})]
	if len(o.paid) != 1 || !ok || !got.Final || got.Amount.Lo != (4*30+1)*2_000_000_000_000_000/4 || got.Account != (reward.Account{7}) {
		t.Fatalf("%+v", o.paid)
	}
	o.at = o.at.Add(time.Hour)
	if err := p.Pass(t.Context()); err != nil {
		t.Fatal(err)
	}
	if _, ok := o.paid[proof.Keccak([]byte{5})]; len(o.paid) != 2 || !ok {
		t.Errorf("%+v", o.paid)
	}
	o.at = o.at.Add(2 * time.Hour)
	if err := p.Pass(t.Context()); err != nil || len(o.paid) != 2 {
		t.Errorf("a task was entered twice: %d, %v", len(o.paid), err)
	}
}
