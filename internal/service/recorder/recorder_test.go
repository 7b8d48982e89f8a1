package recorder_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/chain"
	"github.com/pouw-dem/pouwdem/internal/adapter/chain/chaintest"
	"github.com/pouw-dem/pouwdem/internal/core/anchor"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/service/recorder"
)

func (g *rig) mustPass() {
	g.t.Helper()
	if err := g.pass(); err != nil {
		g.t.Fatal(err)
	}
}

func (g *rig) file(id uint64) proof.File {
	g.t.Helper()
	raw, _, err := g.store.BatchFile(g.t.Context(), g.ledger(), id)
	if err != nil {
		g.t.Fatal(err)
	}
	f, _, err := proof.ParseFile(raw)
	if err != nil {
		g.t.Fatal(err)
	}
	return f
}

func (g *rig) halted() bool {
	return g.recorder.Status().Halted != ""
}

func (g *rig) inTrouble(name string) bool {
	for _, t := range g.recorder.Status().Troubles {
		if t.Name == name {
			return true
		}
	}
	return false
}

func TestABatchIsSealedWhenEverySiteHasDecidedAndAtTheLatestAfterTheGrace(t *testing.T) {
	g := newRig(t, 1, "alpha", "beta")
	g.interval("alpha")
	g.mustPass()
	if n := len(g.records()); n != 0 {
		t.Fatalf("%d batches while a site may still decide", n)
	}
	g.decide("beta", g.clock.at)
	g.mustPass()
	if n := len(g.records()); n != 1 {
		t.Fatalf("%d batches after every site has decided, want 1", n)
	}
	g.interval("alpha")
	g.clock.at = g.clock.at.Add(4 * time.Minute)
	g.mustPass()
	if f := g.file(2); len(f.Entries) != 1 || len(f.Missing) != 1 || f.Missing[0].Site != "beta" {
		t.Errorf("%+v, want one decision and beta missing", f)
	}
	g.settle()
	g.check()
}

func TestALateDecisionGoesIntoTheNextBatchWithItsOwnInterval(t *testing.T) {
	g := newRig(t, 1, "alpha", "beta")
	g.interval("alpha", "beta")
	g.mustPass()
	first := g.clock.at
	g.interval("alpha")
	cutOff := g.clock.at
	g.clock.at = g.clock.at.Add(unit.Control)
	g.decide("beta", cutOff)
	g.decide("alpha", g.clock.at)
	g.decide("beta", g.clock.at)
	g.settle()
	g.check()
	var late []uint32
	for _, e := range g.file(3).Entries {
		d, err := e.Decision()
		if err != nil {
			t.Fatal(err)
		}
		if d.Interval < g.file(3).Interval {
			late = append(late, d.Interval)
		}
	}
	// The batch of the interval in which beta was cut off is sealed when its time
	// is long over: what has come by then is in it.
	if len(late) != 0 || len(g.file(2).Entries) != 2 || g.file(1).Interval != proof.IntervalNumber(first) {
		t.Errorf("late %v, second batch %+v", late, g.file(2))
	}
	g.decide("beta", first.Add(-unit.Control))
	g.interval("alpha", "beta")
	g.settle()
	g.check()
	if n := len(g.file(4).Entries); n != 3 {
		t.Errorf("the batch after a late decision has %d, want 3", n)
	}
}

func TestEveryMissedIntervalGetsItsBatchAndTheyGoTogether(t *testing.T) {
	g := newRig(t, 2, "alpha")
	g.interval("alpha")
	g.settle()
	for _, n := range g.nodes {
		n.Faulty = func(string) chaintest.Fault { return chaintest.Hang }
	}
	for range 12 {
		g.interval()
		if err := g.pass(); err == nil && len(g.records()) > 1 {
			t.Fatal("no node answers, and the pass says nothing")
		}
	}
	if !g.inTrouble("unreachable") {
		t.Errorf("no trouble is told: %+v", g.recorder.Status())
	}
	for _, n := range g.nodes {
		n.Faulty = nil
	}
	g.interval("alpha")
	g.settle()
	g.check()
	records := g.records()
	if len(records) != 14 || records[1].Root != proof.EmptyRoot() || records[1].Count != 0 {
		t.Errorf("%d batches, the one before the newest %+v; want 14 and an empty one", len(records), records[1])
	}
	if *records[0].Nonce > 4 {
		t.Errorf("13 batches took %d transactions of up to 5", *records[0].Nonce)
	}
}

func TestIncludedAndFinalAreTwoStates(t *testing.T) {
	g := newRig(t, 2, "alpha")
	g.interval("alpha")
	state := func() anchor.State {
		g.mustPass()
		return g.records()[0].State
	}
	if s := state(); s != anchor.Sent {
		t.Errorf("after sending it is %s", s)
	}
	g.chain.Mine(1)
	if s := state(); s != anchor.Included {
		t.Errorf("in a block it is %s", s)
	}
	g.chain.Mine(finality)
	g.nodes[1].Lag = 1
	if s := state(); s != anchor.Included {
		t.Errorf("while one node does not call it final it is %s", s)
	}
	g.nodes[1].Lag = 0
	if s := state(); s != anchor.Final {
		t.Errorf("when all nodes call it final it is %s", s)
	}
}

func TestAReorganisedTransactionIsSentAgain(t *testing.T) {
	for _, lost := range []bool{false, true} {
		g := newRig(t, 1, "alpha")
		g.interval("alpha")
		g.mustPass()
		g.chain.Mine(2)
		g.mustPass()
		g.chain.Reorg(2, lost)
		g.interval("alpha")
		g.settle()
		g.check()
	}
}

func TestAReorganisationOfFinalBlocksStopsWithAnAlarm(t *testing.T) {
	g := newRig(t, 1, "alpha")
	g.interval("alpha")
	g.settle()
	g.chain.Reorg(3*finality, true)
	g.interval("alpha")
	before := len(g.chain.Waiting())
	for range 20 {
		g.mustPass()
		g.chain.Mine(1)
	}
	if !g.halted() || !g.inTrouble("halted") || len(g.chain.Waiting()) != before {
		t.Errorf("recording goes on: %+v", g.recorder.Status())
	}
}

func TestANonceThatIsUsedElsewhereStopsWithAnAlarmAndANewKeyGoesOn(t *testing.T) {
	g := newRig(t, 1, "alpha")
	g.interval("alpha")
	g.mustPass()
	g.chain.Empty()
	g.chain.Foreign()
	for range 12 {
		g.mustPass()
		g.chain.Mine(1)
	}
	if status := g.recorder.Status(); !strings.Contains(status.Halted, "key is in use elsewhere") {
		t.Fatalf("not stopped: %+v", status)
	}
	var err error
	if g.key, err = chain.ParseKey(strings.Repeat("02", 32)); err != nil {
		t.Fatal(err)
	}
	// The model counts one account's nonces; the new key's start where they are.
	g.start()
	g.settle()
	g.check()
}

func TestAnotherRecordersBatchesStopWithAnAlarm(t *testing.T) {
	g := newRig(t, 1, "alpha")
	g.interval("alpha")
	g.chain.Put(proof.Batch{ID: 1, Interval: 7, Root: proof.EmptyRoot()})
	g.mustPass()
	if !strings.Contains(g.recorder.Status().Halted, "another recorder") {
		t.Errorf("not stopped: %+v", g.recorder.Status())
	}
	g.chain.Put(proof.Batch{ID: 2, Interval: 8, Root: proof.EmptyRoot()})
	g.mustPass()
	if !strings.Contains(g.recorder.Status().Halted, "which the store has not") {
		t.Errorf("not stopped: %+v", g.recorder.Status())
	}
}

func TestWithoutFundsItWaitsAndGoesOnByItself(t *testing.T) {
	g := newRig(t, 1, "alpha")
	g.chain.SetBalance(big.NewInt(1))
	g.interval("alpha")
	for range 5 {
		g.mustPass()
		g.chain.Mine(1)
	}
	if !g.inTrouble("funds") {
		t.Errorf("no trouble is told: %+v", g.recorder.Status())
	}
	g.chain.SetBalance(pol(2))
	g.settle()
	g.check()
	if !g.inTrouble("runway") {
		t.Errorf("low funds are not told: %+v", g.recorder.Status())
	}
	g.chain.SetBalance(pol(1000))
	g.interval("alpha")
	g.settle()
	if g.inTrouble("runway") || g.inTrouble("funds") {
		t.Error("the trouble outlives its cause")
	}
}

func TestAStuckTransactionIsReplacedUpToTheCapAndThenTold(t *testing.T) {
	g := newRig(t, 1, "alpha")
	g.interval("alpha")
	g.mustPass()
	g.chain.SetBaseFee(5000 * anchor.Gwei)
	for range 80 {
		g.mustPass()
		g.chain.Mine(1)
	}
	open, err := g.store.OpenTxs(t.Context(), g.ledger())
	if err != nil || len(open) != 1 {
		t.Fatalf("%d transactions (%v), want 1", len(open), err)
	}
	newest := open[0].Newest()
	if len(open[0].Attempts) < 2 || newest.Fees.Cap > 1000*anchor.Gwei || !g.inTrouble("fee cap") {
		t.Errorf("%d attempts, the newest offers %+v; %+v", len(open[0].Attempts), newest.Fees, g.recorder.Status())
	}
	g.chain.SetBaseFee(50 * anchor.Gwei)
	g.settle()
	g.check()
}

func TestADecisionIsProvenFromTheStoreAlone(t *testing.T) {
	g := newRig(t, 1, "alpha", "beta", "gamma")
	g.interval("alpha", "beta", "gamma")
	g.settle()
	d, _, err := g.store.Decision(t.Context(), "beta", unit.IntervalAt(g.clock.at, unit.Control).Key())
	if err != nil {
		t.Fatal(err)
	}
	evidence, err := recorder.Prove(t.Context(), g.store, g.ledger(), "beta", d.Key)
	if err != nil {
		t.Fatal(err)
	}
	encoded, err := json.Marshal(evidence)
	if err != nil {
		t.Fatal(err)
	}
	parsed, err := proof.ParseEvidence(encoded)
	if err != nil {
		t.Fatal(err)
	}
	leaf, err := parsed.Check()
	if err != nil {
		t.Fatal(err)
	}
	if parsed.State != "final" || parsed.Tx == nil || parsed.ChainID != chaintest.ID || parsed.Contract != contract().Hex() ||
		leaf.MineBps != 3250 || leaf.InferBps != 1000 || leaf.IdleBps != 5750 || leaf.KW != 4250 || leaf.Price != proof.NoPrice {
		t.Errorf("%s\nleaf %+v", encoded, leaf)
	}
	forged, err := proof.ParseEvidence(bytes.Replace(encoded, []byte("3.25"), []byte("3.26"), 1))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := forged.Check(); err == nil {
		t.Error("a proof with another plan passes")
	}
	if _, err := recorder.Prove(t.Context(), g.store, g.ledger(), "alpha", g.decide("alpha", g.clock.at.Add(unit.Control)).Key); !errors.Is(err, recorder.ErrNotRecorded) {
		t.Errorf("a decision that waits: %v", err)
	}
}

func TestAbsenceIsProvenOnceTheBoundIsOver(t *testing.T) {
	g := newRig(t, 1, "alpha", "beta")
	g.interval("alpha", "beta")
	g.mustPass()
	g.interval("alpha") // beta is cut off
	missed := g.clock.at
	for range 3 {
		g.interval("alpha", "beta")
	}
	g.settle()
	within := 2 * unit.Control
	a, err := recorder.ProveAbsent(t.Context(), g.store, g.ledger(), "beta", missed, within)
	if err != nil {
		t.Fatal(err)
	}
	if until, err := a.Check(); err != nil || until != proof.IntervalNumber(missed.Add(within)) || a.ChainID != chaintest.ID {
		t.Errorf("until %d (%v): %+v", until, err, a)
	}
	for _, c := range []struct {
		what, site string
		start      time.Time
	}{
		{"a decision that is recorded", "alpha", missed},
		{"an interval whose bound is not over", "beta", g.clock.at},
	} {
		if _, err := recorder.ProveAbsent(t.Context(), g.store, g.ledger(), c.site, c.start, within); err == nil {
			t.Errorf("%s is proven absent", c.what)
		}
	}
}
