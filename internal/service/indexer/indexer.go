// Package indexer keeps what our contracts told on the chain, block by block.
// Events are read by the hash of their block, so that a node which is behind
// says so instead of answering that nothing happened, and a block that is
// reorganised away takes its events with it.
//
// It is not for deciding what is final or recorded: service/recorder asks the
// contract for that. The index is for people and for statistics.
package indexer

import (
	"context"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/core/anchor"
)

// Chain reads blocks and the events in them.
type Chain interface {
	// Head is the newest block.
	Head(ctx context.Context) (anchor.Block, error)
	// Block is the canonical block of a number; ok is false where the node has none.
	Block(ctx context.Context, number uint64) (b anchor.Block, ok bool, err error)
	// Events are those of our contracts in a block, in order. It fails where the
	// node does not know that very block.
	Events(ctx context.Context, b anchor.Block) ([]anchor.Event, error)
}

// Book keeps the index. Blocks are kept without gaps, the newest of them at
// least as far back as a reorganisation may reach.
type Book interface {
	// IndexTip is the newest block that is indexed.
	IndexTip(ctx context.Context, chain string) (b anchor.Block, ok bool, err error)
	// IndexAdd adds a block and its events, and forgets blocks below keepFrom,
	// though not their events.
	IndexAdd(ctx context.Context, chain string, b anchor.Block, events []anchor.Event, keepFrom uint64) error
	// IndexDrop takes back a block and its events. The block before it is the new
	// tip; ok is false where that one is forgotten already.
	IndexDrop(ctx context.Context, chain string, b anchor.Block) (tip anchor.Block, ok bool, err error)
}

// Config is what an Indexer needs.
type Config struct {
	Name  string // of the chain in the book
	From  uint64 // first block that matters; what is indexed already goes before
	Chain Chain
	Book  Book
	Clock clock.Clock
	Every time.Duration // between looks, on the clock
	Log   *slog.Logger
}

// Indexer follows a chain.
type Indexer struct {
	cfg Config

	mu     sync.Mutex
	status Status
}

// Status is how far the index has come.
type Status struct {
	Tip     anchor.Block
	Head    uint64
	Dropped uint64 // blocks taken back since the start
	Trouble string // empty where there is none
}

// New is an indexer; it does nothing before Run.
func New(cfg Config) *Indexer { return &Indexer{cfg: cfg} }

// Status is how far the index has come.
func (x *Indexer) Status() Status {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.status
}

// keep is how many blocks behind the newest can be taken back. Deeper
// reorganisations are no accident of a network; the recorder stops at them.
const keep = 512

// Run follows the chain until ctx ends.
func (x *Indexer) Run(ctx context.Context) error {
	for {
		err := x.Pass(ctx)
		if ctx.Err() != nil {
			return nil
		}
		x.note(ctx, err)
		if x.cfg.Clock.Sleep(ctx, x.cfg.Every) != nil {
			return nil
		}
	}
}

func (x *Indexer) note(ctx context.Context, err error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	was := x.status.Trouble
	x.status.Trouble = ""
	if err != nil {
		x.status.Trouble = err.Error()
	}
	if err != nil && was == "" {
		x.cfg.Log.WarnContext(ctx, "events of the chain are not indexed for now", "error", err)
	}
}

// Pass indexes up to the newest block. After an error what was done stands, and
// the next pass goes on from there.
func (x *Indexer) Pass(ctx context.Context) error {
	head, err := x.cfg.Chain.Head(ctx)
	if err != nil {
		return fmt.Errorf("index events: %w", err)
	}
	tip, ok, err := x.cfg.Book.IndexTip(ctx, x.cfg.Name)
	if err != nil {
		return err
	}
	if ok {
		if tip, ok, err = x.onBranch(ctx, tip); err != nil {
			return err
		}
	}
	next := x.cfg.From
	if ok {
		next = tip.Number + 1
	}
	for next <= head.Number && ctx.Err() == nil {
		b, known, err := x.cfg.Chain.Block(ctx, next)
		if err != nil {
			return fmt.Errorf("index block %d: %w", next, err)
		}
		if !known || ok && b.Parent != tip.Hash {
			return nil // the branch changed under way, or the node is behind: the next pass looks again
		}
		if err := x.add(ctx, b); err != nil {
			return err
		}
		tip, ok, next = b, true, next+1
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	x.status.Tip, x.status.Head = tip, head.Number
	return nil
}

func (x *Indexer) add(ctx context.Context, b anchor.Block) error {
	var events []anchor.Event
	if !b.Quiet {
		var err error
		if events, err = x.cfg.Chain.Events(ctx, b); err != nil {
			return fmt.Errorf("index block %d: %w", b.Number, err)
		}
	}
	return x.cfg.Book.IndexAdd(ctx, x.cfg.Name, b, events, b.Number-min(b.Number, keep))
}

// onBranch takes blocks back until the newest that is indexed stands in the
// chain. A node that has no block of that number is behind and proves nothing.
func (x *Indexer) onBranch(ctx context.Context, tip anchor.Block) (anchor.Block, bool, error) {
	for {
		b, known, err := x.cfg.Chain.Block(ctx, tip.Number)
		if err != nil {
			return tip, true, fmt.Errorf("index block %d: %w", tip.Number, err)
		}
		if !known || b.Hash == tip.Hash {
			return tip, true, nil
		}
		x.cfg.Log.InfoContext(ctx, "a block was reorganised away", "block", tip.Number, "hash", tip.Hash.String())
		before, ok, err := x.cfg.Book.IndexDrop(ctx, x.cfg.Name, tip)
		if err != nil {
			return tip, true, err
		}
		x.mu.Lock()
		x.status.Dropped++
		x.mu.Unlock()
		if !ok {
			return tip, false, fmt.Errorf("the chain was reorganised at block %d, deeper than the index reaches back; compare the configured nodes, then start anew with an empty index", tip.Number)
		}
		tip = before
	}
}
