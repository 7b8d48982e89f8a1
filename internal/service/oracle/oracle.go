// Package oracle reports the market to contracts: as each epoch of a feed ends,
// the last observation about it is signed and posted. What was posted before is
// read from the contract, so that a restart leaves nothing out and posts nothing
// twice.
//
// It is not for choosing what stands for an epoch (core/oracle) nor for keys and
// transactions (adapter/chain/market).
package oracle

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/oracle"
)

// History reads observations as they are known at a moment.
type History interface {
	Recent(ctx context.Context, series []market.Series, asOf, since time.Time) ([]market.Observation, error)
}

// Contract is where rounds are posted.
type Contract interface {
	// LastEpoch is the newest epoch of a feed with a round; 0 where it has none.
	LastEpoch(ctx context.Context, f oracle.Feed) (uint32, error)
	// Post signs a round and posts it, and returns when it is on the chain.
	Post(ctx context.Context, f oracle.Feed, r oracle.Round) error
}

// Config is what a Reporter needs.
type Config struct {
	Feeds    []oracle.Feed
	History  History
	Contract Contract
	Clock    clock.Clock
	Log      *slog.Logger
}

// Reporter posts rounds.
type Reporter struct {
	cfg Config

	mu      sync.Mutex
	trouble map[string]string // feed to why its newest round is not posted
}

// New is a reporter; it does nothing before Run.
func New(cfg Config) *Reporter { return &Reporter{cfg: cfg, trouble: map[string]string{}} }

const (
	// every is how often feeds are looked at, on the clock.
	every = 5 * time.Minute
	// most is how many epochs of a feed are made up for at once: older ones stay
	// without a round, which contracts count as missing coverage.
	most = 8
)

// Run reports until ctx ends.
func (r *Reporter) Run(ctx context.Context) error {
	for {
		if err := r.Pass(ctx); err != nil && ctx.Err() == nil {
			r.cfg.Log.WarnContext(ctx, "rounds not posted", "error", err)
		}
		if r.cfg.Clock.Sleep(ctx, every) != nil {
			return nil
		}
	}
}

// Pass posts what is due of every feed. A feed that fails holds up no other.
func (r *Reporter) Pass(ctx context.Context) error {
	var failed []error
	for _, f := range r.cfg.Feeds {
		err := r.report(ctx, f)
		r.note(f, err)
		if err != nil {
			failed = append(failed, fmt.Errorf("feed %s: %w", f.Name, err))
		}
	}
	return errors.Join(failed...)
}

func (r *Reporter) report(ctx context.Context, f oracle.Feed) error {
	last, err := r.cfg.Contract.LastEpoch(ctx, f)
	if err != nil {
		return err
	}
	now := r.cfg.Clock.Now()
	known, err := r.cfg.History.Recent(ctx, []market.Series{f.Series}, now, now.Add(-(most+1)*f.Period))
	if err != nil {
		return err
	}
	rounds, err := oracle.Rounds(f, known, last, now, most)
	if err != nil {
		return err
	}
	for _, round := range rounds {
		if err := r.cfg.Contract.Post(ctx, f, round); err != nil {
			return fmt.Errorf("epoch %d: %w", round.Epoch, err)
		}
	}
	return nil
}

func (r *Reporter) note(f oracle.Feed, err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	delete(r.trouble, f.Name)
	if err != nil {
		r.trouble[f.Name] = err.Error()
	}
}

// Trouble is why a feed's newest round is not posted; empty where all is well.
func (r *Reporter) Trouble(f oracle.Feed) string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.trouble[f.Name]
}
