package recorder

import (
	"context"
	"errors"
	"fmt"

	"github.com/pouw-dem/pouwdem/internal/core/anchor"
	"github.com/pouw-dem/pouwdem/internal/core/episode"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
)

// follow brings the state of every open transaction up to date and pushes those
// that no block holds yet, which it returns. A transaction that was mined and
// failed counts among them until that is final.
func (r *Recorder) follow(ctx context.Context, view anchor.View, open []anchor.Tx) (unplaced []anchor.Tx, err error) {
	var errs []error
	for _, tx := range open {
		placed, err := r.followOne(ctx, view, &tx)
		if err != nil {
			errs = append(errs, fmt.Errorf("transaction with nonce %d: %w", tx.Nonce, err))
		}
		if !placed && tx.State != anchor.Abandoned {
			unplaced = append(unplaced, tx)
		}
	}
	return unplaced, errors.Join(errs...)
}

func (r *Recorder) followOne(ctx context.Context, view anchor.View, tx *anchor.Tx) (placed bool, err error) {
	hashes := make([]proof.Hash, 0, len(tx.Attempts))
	for _, a := range tx.Attempts {
		hashes = append(hashes, a.Hash)
	}
	mined, ok, err := r.cfg.Chain.Find(ctx, hashes)
	if err != nil {
		return false, err
	}
	if ok {
		delete(r.doubts, tx.Nonce)
		return r.place(ctx, tx, mined)
	}
	if tx.State == anchor.Included {
		tx.State, tx.Inclusion = anchor.Sent, proof.Inclusion{}
		r.cfg.Log.WarnContext(ctx, "a block with recorded decisions was replaced; they are sent again", "nonce", tx.Nonce, "last_batch", tx.Last)
		if err := r.save(ctx, *tx, false, "reorganised"); err != nil {
			return false, err
		}
	}
	if tx.Account != r.ledger.Account {
		tx.State = anchor.Abandoned
		return false, r.save(ctx, *tx, true, "abandoned")
	}
	if view.Nonce > tx.Nonce && r.doubted(tx.Nonce, view.Number) {
		r.halt(fmt.Sprintf("nonce %d of %s was used by a transaction that this recorder did not sign: its key is in use elsewhere; configure a new key for this role", tx.Nonce, tx.Account))
		return false, nil
	}
	if view.Nonce == tx.Nonce {
		delete(r.doubts, tx.Nonce)
	}
	return false, r.push(ctx, view, tx)
}

// place notes in which block a transaction is.
func (r *Recorder) place(ctx context.Context, tx *anchor.Tx, mined anchor.Mined) (placed bool, err error) {
	state := anchor.Included
	switch {
	case mined.Reverted && !mined.Final:
		return false, nil // a reorganisation may still undo it
	case mined.Reverted:
		tx.State, tx.Inclusion = anchor.Failed, mined.Inclusion
		r.cfg.Log.WarnContext(ctx, "a transaction failed on the chain; its batches go into another", "nonce", tx.Nonce, "last_batch", tx.Last)
		return true, r.save(ctx, *tx, true, "failed")
	case mined.Final:
		state = anchor.Final
	}
	if tx.State == state && tx.Inclusion == mined.Inclusion {
		return true, nil
	}
	tx.State, tx.Inclusion = state, mined.Inclusion
	return true, r.save(ctx, *tx, false, string(state))
}

func (r *Recorder) save(ctx context.Context, tx anchor.Tx, release bool, told string) error {
	var at *proof.Inclusion
	if !tx.Inclusion.BlockHash.IsZero() {
		at = &tx.Inclusion
	}
	event, err := r.event(told, tx.First, tx.Last, at)
	if err != nil {
		return err
	}
	r.reached("to save " + told)
	if err := r.cfg.Txs.SaveTx(ctx, tx, release, []episode.Event{event}); err != nil {
		return err
	}
	r.reached("saved " + told)
	return nil
}

// doubted reports whether the chain has contradicted a nonce for long enough to
// be believed: one answer may come from a node that is wrong.
func (r *Recorder) doubted(nonce, block uint64) bool {
	since, ok := r.doubts[nonce]
	if !ok || block < since {
		r.doubts[nonce] = block
		return false
	}
	return block >= since+r.cfg.DoubtFor
}

// push makes a transaction dearer where it has waited too long, and sends its
// newest bytes where no node may have them.
func (r *Recorder) push(ctx context.Context, view anchor.View, tx *anchor.Tx) error {
	newest := tx.Newest()
	waited := view.Number >= newest.Head+r.cfg.BumpAfter
	low, isLow := r.low[newest.Hash]
	// Only the next to be mined can be held up by its price.
	if view.Nonce == tx.Nonce && (waited || isLow && view.Number > low) {
		raised, err := r.raise(ctx, view, tx)
		if err != nil {
			return err
		}
		if raised {
			newest = tx.Newest()
		}
	}
	if at, ok := r.sent[newest.Hash]; ok && view.Number < at+r.cfg.ResendAfter && view.Number >= at && tx.State == anchor.Sent {
		return nil
	}
	return r.send(ctx, view, tx, newest)
}

// raise stores a dearer attempt; false where the bounds leave no room.
func (r *Recorder) raise(ctx context.Context, view anchor.View, tx *anchor.Tx) (bool, error) {
	fees, ok := anchor.Raise(tx.Newest().Fees, anchor.Offer(view.BaseFee, view.Tip, r.cfg.Bounds), r.cfg.Bounds)
	if !ok {
		r.trouble("fee cap", Warning, fmt.Sprintf("the transaction with nonce %d offers as much as it may (%d gwei per gas) and is not mined; it waits for lower fees, or raise chain.max_fee_gwei",
			tx.Nonce, tx.Newest().Fees.Cap/anchor.Gwei))
		return false, nil
	}
	attempt, err := r.cfg.Chain.Resign(ctx, tx.Newest().Raw, fees)
	if err != nil {
		return false, err
	}
	attempt.Head = view.Number
	r.reached("to store attempt")
	if err := r.cfg.Txs.AddAttempt(ctx, *tx, attempt); err != nil {
		return false, err
	}
	r.reached("stored attempt")
	tx.Attempts = append(tx.Attempts, attempt)
	return true, nil
}

// send hands stored bytes to the nodes. What became of them is only known from
// a block: an error leaves all as it is, for the next pass.
func (r *Recorder) send(ctx context.Context, view anchor.View, tx *anchor.Tx, a anchor.Attempt) error {
	err := r.cfg.Chain.Send(ctx, a.Raw)
	r.reached("sent")
	switch {
	case err == nil || errors.Is(err, anchor.ErrKnown):
		r.sent[a.Hash] = view.Number
		delete(r.low, a.Hash)
		if tx.State == anchor.Sent {
			return nil
		}
		tx.State = anchor.Sent
		return r.save(ctx, *tx, false, "sent")
	case errors.Is(err, anchor.ErrNoFunds):
		r.trouble("funds", Grave, fmt.Sprintf("%s cannot pay for the transaction with nonce %d; send it coins, and recording goes on by itself", tx.Account, tx.Nonce))
		return nil
	case errors.Is(err, anchor.ErrUnderpriced):
		if _, noted := r.low[a.Hash]; !noted {
			r.low[a.Hash] = view.Number
		}
		return nil
	case errors.Is(err, anchor.ErrNonceTooLow):
		return nil // a receipt will tell, or the want of one
	}
	return err
}
