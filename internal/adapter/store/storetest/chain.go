package storetest

import (
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/store"
	"github.com/pouw-dem/pouwdem/internal/core/anchor"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
)

const (
	ledgerName  = "1/0xA"
	accountName = "1/0xB"
)

func chainTests() map[string]func(*testing.T, Engine) {
	return map[string]func(*testing.T, Engine){
		"EveryDecisionWaitsForOneBatch":         waitsForOne,
		"ABatchTakesAllItsLeavesOrNone":         allOrNone,
		"ABatchIsItsOwnOutboxRow":               ownOutbox,
		"SignedBytesAreThereBeforeAnythingElse": signedBytes,
		"ReleasedBatchesWaitAgain":              released,
		"TheLowestFreeNonceIsFound":             freeNonce,
		"AnInclusionComesAndGoes":               inclusion,
	}
}

func sealed(id uint64) anchor.Record {
	return anchor.Record{
		Batch: proof.Batch{ID: id, Interval: uint32(100 + id), Root: proof.EmptyRoot(), DataHash: proof.Keccak([]byte{byte(id)})},
		Head:  proof.Keccak([]byte{byte(id), 1}), Sealed: at(12, int(id)), State: anchor.Queued,
	}
}

func seal(t testing.TB, s *store.Store, ids ...uint64) {
	t.Helper()
	for _, id := range ids {
		ok(t, s.SealBatch(t.Context(), ledgerName, sealed(id), []byte("file"), nil, nil))
	}
}

func attempt(n byte) anchor.Attempt {
	return anchor.Attempt{Hash: proof.Keccak([]byte{n}), Fees: anchor.Fees{Tip: 25 * anchor.Gwei, Cap: 80 * anchor.Gwei}, Raw: []byte{2, n}, Head: 7}
}

func carry(t testing.TB, s *store.Store, nonce, first, last uint64) anchor.Tx {
	t.Helper()
	tx := anchor.Tx{Account: accountName, Nonce: nonce, First: first, Last: last, State: anchor.Signed, Attempts: []anchor.Attempt{attempt(byte(nonce))}}
	ok(t, s.AddTx(t.Context(), ledgerName, tx))
	return tx
}

func collectAll(t testing.TB, s *store.Store) {
	t.Helper()
	for more := true; more; {
		more = must[bool](t)(s.CollectLeaves(t.Context(), ledgerName, 2))
	}
}

func waitsForOne(t *testing.T, e Engine) {
	s := Open(t, e)
	var want []anchor.Leaf
	for n := range 3 {
		r := Tick("alpha", n)
		must[bool](t)(s.SaveDecision(t.Context(), r))
		want = append(want, anchor.Leaf{Site: "alpha", Key: r.Decision.Key, Interval: proof.IntervalNumber(r.Decision.Interval.Start)})
	}
	collectAll(t, s)
	collectAll(t, s)
	through := Tick("alpha", 1).Decision.Interval.Start
	same(t, "up to an interval", must[[]anchor.Leaf](t)(s.PendingLeaves(t.Context(), ledgerName, through, 10)), want[:2])
	ok(t, s.SealBatch(t.Context(), ledgerName, sealed(1), []byte("file"), want[:2], nil))
	same(t, "the rest", must[[]anchor.Leaf](t)(s.PendingLeaves(t.Context(), ledgerName, through.Add(time.Hour), 10)), want[2:])
	if id, in, err := s.BatchOf(t.Context(), ledgerName, "alpha", want[1].Key); err != nil || !in || id != 1 {
		t.Errorf("in batch %d, %v (%v), want 1", id, in, err)
	}
	if _, in, err := s.BatchOf(t.Context(), ledgerName, "alpha", want[2].Key); err != nil || in {
		t.Errorf("a waiting decision is in a batch (%v)", err)
	}
}

func allOrNone(t *testing.T, e Engine) {
	s := Open(t, e)
	r := Tick("alpha", 0)
	must[bool](t)(s.SaveDecision(t.Context(), r))
	collectAll(t, s)
	leaf := anchor.Leaf{Site: "alpha", Key: r.Decision.Key}
	ok(t, s.SealBatch(t.Context(), ledgerName, sealed(1), []byte("file"), []anchor.Leaf{leaf}, nil))
	if err := s.SealBatch(t.Context(), ledgerName, sealed(2), []byte("file"), []anchor.Leaf{leaf}, nil); err == nil {
		t.Error("a decision is in two batches")
	}
	if _, in, err := s.Record(t.Context(), ledgerName, 2); err != nil || in {
		t.Errorf("the batch that could not have its leaf is stored (%v)", err)
	}
	if err := s.SealBatch(t.Context(), ledgerName, sealed(1), []byte("other"), nil, nil); err == nil {
		t.Error("a batch was sealed twice")
	}
}

func ownOutbox(t *testing.T, e Engine) {
	s := Open(t, e)
	seal(t, s, 1, 2, 3)
	same(t, "queued", must[[]proof.Batch](t)(s.QueuedBatches(t.Context(), ledgerName, 2)), []proof.Batch{sealed(1).Batch, sealed(2).Batch})
	same(t, "newest first", must[[]anchor.Record](t)(s.Records(t.Context(), ledgerName, 2)), []anchor.Record{sealed(3), sealed(2)})
	same(t, "from an interval", must[[]anchor.Record](t)(s.RecordsFrom(t.Context(), ledgerName, 102, 1)), []anchor.Record{sealed(2)})
	same(t, "ledgers", must[[]string](t)(s.Ledgers(t.Context())), []string{ledgerName})
	if file, in, err := s.BatchFile(t.Context(), ledgerName, 3); err != nil || !in || string(file) != "file" {
		t.Errorf("file %q, %v (%v)", file, in, err)
	}
}

func signedBytes(t *testing.T, e Engine) {
	s := Open(t, e)
	seal(t, s, 1, 2, 3)
	tx := carry(t, s, 5, 1, 2)
	ok(t, s.AddAttempt(t.Context(), tx, attempt(99)))
	tx.Attempts = append(tx.Attempts, attempt(99))
	same(t, "open", must[[]anchor.Tx](t)(s.OpenTxs(t.Context(), ledgerName)), []anchor.Tx{tx})
	same(t, "queued", must[[]proof.Batch](t)(s.QueuedBatches(t.Context(), ledgerName, 9)), []proof.Batch{sealed(3).Batch})
	again := anchor.Tx{Account: accountName, Nonce: 6, First: 2, Last: 3, Attempts: []anchor.Attempt{attempt(6)}}
	if err := s.AddTx(t.Context(), ledgerName, again); err == nil {
		t.Error("a batch is in two transactions")
	}
	again.Nonce, again.First = 5, 3
	if err := s.AddTx(t.Context(), ledgerName, again); err == nil {
		t.Error("a nonce was taken twice")
	}
}

func released(t *testing.T, e Engine) {
	s := Open(t, e)
	seal(t, s, 1)
	tx := carry(t, s, 5, 1, 1)
	tx.State = anchor.Failed
	ok(t, s.SaveTx(t.Context(), tx, true, nil))
	same(t, "queued", must[[]proof.Batch](t)(s.QueuedBatches(t.Context(), ledgerName, 9)), []proof.Batch{sealed(1).Batch})
	same(t, "open", must[[]anchor.Tx](t)(s.OpenTxs(t.Context(), ledgerName)), []anchor.Tx{})
	carry(t, s, 6, 1, 1)
	tx.Nonce = 77
	if err := s.SaveTx(t.Context(), tx, false, nil); err == nil {
		t.Error("the state of a transaction that is not stored was saved")
	}
}

func freeNonce(t *testing.T, e Engine) {
	s := Open(t, e)
	seal(t, s, 1, 2, 3)
	carry(t, s, 2, 1, 1)
	carry(t, s, 3, 2, 2)
	carry(t, s, 5, 3, 3)
	for from, want := range map[uint64]uint64{0: 0, 2: 4, 3: 4, 5: 6, 9: 9} {
		if got := must[uint64](t)(s.FreeNonce(t.Context(), accountName, from)); got != want {
			t.Errorf("from %d: %d, want %d", from, got, want)
		}
	}
}

func inclusion(t *testing.T, e Engine) {
	s := Open(t, e)
	seal(t, s, 1)
	tx := carry(t, s, 5, 1, 1)
	tx.State, tx.Inclusion = anchor.Final, proof.Inclusion{Hash: attempt(5).Hash, BlockNumber: 9, BlockHash: proof.Keccak([]byte("block"))}
	ok(t, s.SaveTx(t.Context(), tx, false, nil))
	got, in, err := s.NewestFinal(t.Context(), ledgerName)
	if err != nil || !in {
		t.Fatalf("no final transaction (%v)", err)
	}
	same(t, "final", got, tx)
	r, _, err := s.Record(t.Context(), ledgerName, 1)
	ok(t, err)
	if r.State != anchor.Final || r.Tx == nil || *r.Tx != tx.Inclusion || r.Nonce == nil || *r.Nonce != 5 {
		t.Errorf("the batch is %+v", r)
	}
	tx.State, tx.Inclusion = anchor.Sent, proof.Inclusion{}
	ok(t, s.SaveTx(t.Context(), tx, false, nil))
	same(t, "open again", must[[]anchor.Tx](t)(s.OpenTxs(t.Context(), ledgerName)), []anchor.Tx{tx})
}
