package recorder

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/core/anchor"
	"github.com/pouw-dem/pouwdem/internal/core/episode"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
)

// Decisions are what is recorded.
type Decisions interface {
	Decision(ctx context.Context, site, key string) (episode.Decision, bool, error)
	// CollectLeaves takes note of up to limit outbox rows; more says that there
	// are others.
	CollectLeaves(ctx context.Context, ledger string, limit int) (more bool, err error)
	PendingLeaves(ctx context.Context, ledger string, through time.Time, limit int) ([]anchor.Leaf, error)
}

// Batches keeps what is sealed.
type Batches interface {
	SealBatch(ctx context.Context, ledger string, r anchor.Record, file []byte, leaves []anchor.Leaf, events []episode.Event) error
	Records(ctx context.Context, ledger string, limit int) ([]anchor.Record, error) // newest first
	Record(ctx context.Context, ledger string, id uint64) (anchor.Record, bool, error)
	QueuedBatches(ctx context.Context, ledger string, limit int) ([]proof.Batch, error)
}

// Txs keeps what is sent.
type Txs interface {
	OpenTxs(ctx context.Context, ledger string) ([]anchor.Tx, error)
	NewestFinal(ctx context.Context, ledger string) (anchor.Tx, bool, error)
	FreeNonce(ctx context.Context, account string, from uint64) (uint64, error)
	TxWriter
}

// TxWriter changes what is kept of transactions.
type TxWriter interface {
	AddTx(ctx context.Context, ledger string, tx anchor.Tx) error
	AddAttempt(ctx context.Context, tx anchor.Tx, a anchor.Attempt) error
	SaveTx(ctx context.Context, tx anchor.Tx, release bool, events []episode.Event) error
}

// Chain is where batches go.
type Chain interface {
	Look
	// Sign asks the contract first: [anchor.ErrRefused] where it would not take
	// the batches.
	Sign(ctx context.Context, nonce uint64, batches []proof.Batch, fees anchor.Fees) (anchor.Attempt, error)
	Resign(ctx context.Context, raw []byte, fees anchor.Fees) (anchor.Attempt, error)
	Send(ctx context.Context, raw []byte) error
}

// Look is what is seen of the chain.
type Look interface {
	Ledger() anchor.Ledger
	View(ctx context.Context) (anchor.View, error)
	// Find is a mined transaction among hashes; ok is false where no node knows
	// one, and an error means that some did not say.
	Find(ctx context.Context, hashes []proof.Hash) (m anchor.Mined, ok bool, err error)
	Canonical(ctx context.Context, number uint64, hash proof.Hash) (bool, error)
}

// Config is what a Recorder needs. Zero numbers take the defaults that are named.
type Config struct {
	Sites     []string // expected to decide every interval
	Simulated bool     // what is recorded comes from a simulated world
	Bounds    anchor.Bounds

	Grace       time.Duration // from an interval's start to its batch at the latest, on Clock; 0: 4 min
	Poll        time.Duration // between passes, on the wall's clock; 0: 2 s
	MostLeaves  int           // in a batch; 0: 10,000
	MostBatches int           // in a transaction; 0: 64
	BumpAfter   uint64        // blocks before a transaction is replaced by a dearer one; 0: 12
	LateAfter   uint64        // batches that are not on the chain before that is told; 0: 24, two hours
	LowDays     float64       // of funds left before that is told; 0: 7
	BatchGas    uint64        // that a batch uses, for LowDays; 0: 75,000, Polygon's
	ResendAfter uint64        // blocks before the same bytes are sent again; 0: 3
	DoubtFor    uint64        // blocks before a contradiction about a nonce is believed; 0: 12

	Decisions Decisions
	Batches   Batches
	Txs       Txs
	Chain     Chain
	Clock     clock.Clock // the world's, which intervals run on
	Log       *slog.Logger
	Reached   func(step string) // called between any two steps; may be nil
}

// Recorder records. One at a time may run on a ledger and an account.
type Recorder struct {
	cfg    Config
	ledger anchor.Ledger

	sent    map[proof.Hash]uint64 // block at which an attempt was last sent
	low     map[proof.Hash]uint64 // block at which a node found its fees too low
	doubts  map[uint64]uint64     // nonce -> block since which the chain contradicts it
	told    map[string]bool       // troubles that have been logged
	looked  time.Time             // when the chain was last looked at, on Clock
	pending Status                // of the pass under way

	mu     sync.Mutex
	status Status
}

// New is a recorder; it does nothing before [Recorder.Run] or [Recorder.Pass].
func New(cfg Config) *Recorder {
	cfg.Grace = orElse(cfg.Grace, 4*time.Minute)
	cfg.Poll = orElse(cfg.Poll, 2*time.Second)
	cfg.MostLeaves = orElse(cfg.MostLeaves, 10_000)
	cfg.MostBatches = orElse(cfg.MostBatches, 64)
	cfg.BumpAfter = orElse(cfg.BumpAfter, 12)
	cfg.LateAfter = orElse(cfg.LateAfter, 24)
	cfg.LowDays = orElse(cfg.LowDays, 7)
	cfg.BatchGas = orElse(cfg.BatchGas, 75_000)
	cfg.ResendAfter = orElse(cfg.ResendAfter, 3)
	cfg.DoubtFor = orElse(cfg.DoubtFor, 12)
	if cfg.Reached == nil {
		cfg.Reached = func(string) {}
	}
	ledger := cfg.Chain.Ledger()
	return &Recorder{
		cfg: cfg, ledger: ledger, status: Status{Ledger: ledger},
		sent: map[proof.Hash]uint64{}, low: map[proof.Hash]uint64{}, doubts: map[uint64]uint64{}, told: map[string]bool{},
	}
}

func orElse[T comparable](v, otherwise T) T {
	var zero T
	if v == zero {
		return otherwise
	}
	return v
}

// Run makes a pass every poll until ctx ends. What goes wrong is in the status
// and the log, and is tried again.
func (r *Recorder) Run(ctx context.Context) error {
	for {
		if err := r.Pass(ctx); err != nil && ctx.Err() == nil {
			r.cfg.Log.DebugContext(ctx, "pass of the recorder incomplete", "error", err)
		}
		if (clock.Wall{}).Sleep(ctx, r.cfg.Poll) != nil {
			return nil
		}
	}
}

// idle is how long the chain is left alone while nothing is under way.
const idle = time.Hour

// Pass does all that can be done now: it seals what is due, follows what is
// under way and sends what is next.
func (r *Recorder) Pass(ctx context.Context) error {
	r.pending = Status{Ledger: r.ledger}
	sealErr := r.seal(ctx)
	if sealErr != nil {
		r.trouble("seal", Grave, "batches cannot be sealed: "+sealErr.Error())
	}
	anchorErr := r.anchor(ctx)
	err := errors.Join(sealErr, anchorErr)
	r.publish(ctx, err)
	return err
}

func (r *Recorder) anchor(ctx context.Context) error {
	open, err := r.cfg.Txs.OpenTxs(ctx, r.ledger.Name)
	if err != nil {
		return err
	}
	queued, err := r.cfg.Batches.QueuedBatches(ctx, r.ledger.Name, r.cfg.MostBatches)
	if err != nil {
		return err
	}
	now := r.cfg.Clock.Now()
	if len(open) == 0 && len(queued) == 0 && now.Sub(r.looked) < idle {
		before := r.Status()
		r.pending.View, r.pending.Runway = before.View, before.Runway
		return nil
	}
	r.pending.Queued, r.pending.Open = len(queued), len(open)
	view, err := r.cfg.Chain.View(ctx)
	if err != nil {
		r.trouble("unreachable", Warning, "the chain cannot be read: "+err.Error()+"; decisions wait in the store")
		return err
	}
	r.pending.View, r.looked = view, now
	r.watch(view)
	why, err := r.contradiction(ctx, view)
	if err != nil {
		return err
	}
	if why != "" {
		r.halt(why)
		return nil
	}
	unplaced, followErr := r.follow(ctx, view, open)
	if r.pending.Halted != "" || followErr != nil {
		return followErr
	}
	return r.submit(ctx, view, unplaced)
}

// contradiction is why the chain and the store cannot both be right; empty
// where they agree. It is worked out anew in every pass, so that it ends when
// its cause does.
func (r *Recorder) contradiction(ctx context.Context, view anchor.View) (string, error) {
	final, ok, err := r.cfg.Txs.NewestFinal(ctx, r.ledger.Name)
	if err != nil {
		return "", err
	}
	if ok {
		stands, err := r.cfg.Chain.Canonical(ctx, final.Inclusion.BlockNumber, final.Inclusion.BlockHash)
		if err != nil {
			return "", fmt.Errorf("look at the newest final block: %w", err)
		}
		if !stands {
			return fmt.Sprintf("block %d, which every node had called final and which holds batch %d, has been replaced", final.Inclusion.BlockNumber, final.Last), nil
		}
	}
	if view.Next <= 1 {
		return "", nil
	}
	record, ok, err := r.cfg.Batches.Record(ctx, r.ledger.Name, view.Next-1)
	switch {
	case err != nil:
		return "", err
	case !ok:
		return fmt.Sprintf("the contract holds batch %d, which the store has not: the store is older than the chain, or another recorder uses this contract", view.Next-1), nil
	case record.Head != view.Head:
		return fmt.Sprintf("the contract's head after batch %d is %s, ours is %s: another recorder has written", record.ID, view.Head, record.Head), nil
	}
	return "", nil
}

// reached marks a point between two steps, where a crash must do no harm.
func (r *Recorder) reached(step string) { r.cfg.Reached("recorder." + step) }
