// Package anchor is how a batch of decisions gets onto a chain, as values: the
// transaction that carries it, the attempts at that transaction, and what they
// may cost. It signs nothing, sends nothing and stores nothing; see
// service/recorder, adapter/chain and adapter/store.
package anchor

import (
	"errors"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/proof"
)

// What a node may answer to a transaction that is sent to it, beyond success.
var (
	// ErrKnown: the node has these bytes already. As good as success.
	ErrKnown = errors.New("transaction is known already")
	// ErrNonceTooLow: a transaction with this nonce has been mined.
	ErrNonceTooLow = errors.New("nonce is used already")
	// ErrUnderpriced: another with this nonce waits and pays about as much, or
	// the fee is below the node's floor.
	ErrUnderpriced = errors.New("fee is too low")
	// ErrNoFunds: the sender cannot pay for it.
	ErrNoFunds = errors.New("sender's balance is too low")
	// ErrRefused: the contract would not take it; the error's text says why.
	ErrRefused = errors.New("the contract refuses it")
)

// State is how far a batch has come.
type State string

// The states, in order. Only a reorganisation of the chain leads back, from
// Included to Sent.
const (
	Queued   State = "queued"   // sealed, in no transaction yet
	Signed   State = "signed"   // in a stored transaction that no node is known to have
	Sent     State = "sent"     // a node has it
	Included State = "included" // in a block that may still be reorganised away
	Final    State = "final"    // in a block that every configured node calls final
)

// The states of a transaction that carries nothing any more: its batches go
// into another. Its nonce stays taken.
const (
	Failed    State = "failed"    // mined and reverted, finally
	Abandoned State = "abandoned" // of an account that is not the recorder's any more
)

// Ledger names where batches go and who sends them.
type Ledger struct {
	Name    string // chain id and contract: batches are numbered within it
	Account string // chain id and sender: nonces are numbered within it
}

// Attempt is one signed version of a transaction. Its bytes are stored before
// any node sees them: after a crash the same bytes are sent again.
type Attempt struct {
	Hash proof.Hash
	Fees Fees
	Raw  []byte
	Head uint64 // number of the chain's newest block when it was signed
}

// Tx is a transaction that anchors batches First to Last, under a nonce of our
// own. At most one of its attempts is ever mined, since they share the nonce.
type Tx struct {
	Account     string // see [Ledger]
	Nonce       uint64
	First, Last uint64
	State       State
	Attempts    []Attempt // oldest first
	Inclusion   proof.Inclusion
}

// Newest is the attempt that counts for fees; there always is one.
func (t Tx) Newest() Attempt { return t.Attempts[len(t.Attempts)-1] }

// View is the chain at one block.
type View struct {
	Number   uint64     // of the block
	BaseFee  uint64     // wei per gas of the next block
	Tip      uint64     // wei per gas that recent blocks took; 0 where unknown
	Nonce    uint64     // of the sender: transactions mined so far
	Next     uint64     // the id that the contract expects
	Head     proof.Hash // the contract's fold of all commitments
	GasFunds uint64     // units of gas that the sender can pay for at BaseFee and Tip
}

// Record is a sealed batch as it is kept.
type Record struct {
	proof.Batch
	Head   proof.Hash // fold of the commitments up to this batch, see [proof.Fold]
	Sealed time.Time
	Nonce  *uint64 // of the transaction that carries it; nil while in none
	State  State
	Tx     *proof.Inclusion // nil until included
}

// Leaf names a stored decision that a batch takes or has taken.
type Leaf struct {
	Site, Key string
	Interval  uint32 // see [proof.IntervalNumber]
}

// Mined is where an attempt stands in the chain.
type Mined struct {
	proof.Inclusion
	Reverted bool
	Final    bool // every configured node calls this very block final
}
