package recorder

import (
	"context"
	"errors"
	"fmt"

	"github.com/pouw-dem/pouwdem/internal/core/anchor"
)

// submit signs, stores and sends a transaction with the batches that wait for
// one, unless an earlier transaction is still on its way. Whatever gathers in
// the meantime goes together.
func (r *Recorder) submit(ctx context.Context, view anchor.View, unplaced []anchor.Tx) error {
	nonce, err := r.cfg.Txs.FreeNonce(ctx, r.ledger.Account, view.Nonce)
	if err != nil {
		return err
	}
	for _, tx := range unplaced {
		if tx.Nonce < nonce {
			return nil
		}
	}
	// What is left waits behind a nonce that nothing has, as happens where a node
	// gave too high a count: its batches go under the nonce that is next.
	for _, tx := range unplaced {
		if !r.doubted(tx.Nonce, view.Number) {
			return nil
		}
		if err := r.save(ctx, tx, true, "passed over"); err != nil {
			return err
		}
	}
	queued, err := r.cfg.Batches.QueuedBatches(ctx, r.ledger.Name, r.cfg.MostBatches)
	if err != nil || len(queued) == 0 {
		return err
	}
	// Batches that were passed over may not follow each other.
	run := 1
	for run < len(queued) && queued[run].ID == queued[run-1].ID+1 {
		run++
	}
	queued = queued[:run]
	fees := anchor.Offer(view.BaseFee, view.Tip, r.cfg.Bounds)
	attempt, err := r.cfg.Chain.Sign(ctx, nonce, queued, fees)
	if errors.Is(err, anchor.ErrRefused) {
		r.trouble("refused", Grave, fmt.Sprintf("batch %d cannot be recorded: %s", queued[0].ID, err))
	}
	if err != nil {
		return err
	}
	attempt.Head = view.Number
	tx := anchor.Tx{
		Account: r.ledger.Account, Nonce: nonce, First: queued[0].ID, Last: queued[len(queued)-1].ID,
		State: anchor.Signed, Attempts: []anchor.Attempt{attempt},
	}
	r.reached("to store transaction")
	if err := r.cfg.Txs.AddTx(ctx, r.ledger.Name, tx); err != nil {
		return err
	}
	r.reached("stored transaction")
	return r.send(ctx, view, &tx, attempt)
}
