// Package paymaster enters verified tasks on the chain, so that the rewards of
// their day can pay them: one task an hour of the worker in this process, and
// only tasks that the coordinator made itself. A task is paid once whatever
// happens: the contract keeps the digests of what was paid.
//
// It is not for checking work (service/taskmarket) nor for the rewards of a day
// (service/certifier).
package paymaster

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
	"github.com/pouw-dem/pouwdem/internal/core/reward"
	"github.com/pouw-dem/pouwdem/internal/core/work"
)

// Book knows verified tasks and those that were entered.
type Book interface {
	NewestWork(ctx context.Context, most int) ([]work.Record, error)
	PutPaid(ctx context.Context, p reward.Paid) error
	PaidSince(ctx context.Context, epoch uint32) ([]reward.Paid, error)
}

// Contract is where tasks are entered.
type Contract interface {
	// Enter puts a task with its result's root on the chain.
	Enter(ctx context.Context, task, root proof.Hash, amount proof.Amount) (chainID proof.Hash, worker reward.Account, err error)
	// Close makes an entry final; false while its window is open.
	Close(ctx context.Context, chainID proof.Hash) (final bool, err error)
}

// Config is what a Paymaster needs.
type Config struct {
	Book     Book
	Contract Contract
	// Worker is the key of the worker whose account the contract's worker is;
	// false where there is none yet.
	Worker func() (work.Worker, bool)
	Clock  clock.Clock
	Log    *slog.Logger
}

// Paymaster enters tasks.
type Paymaster struct{ cfg Config }

// New is a paymaster; it does nothing before Run.
func New(cfg Config) *Paymaster { return &Paymaster{cfg} }

// every is how often a task is paid.
const every = time.Hour

// Run enters tasks until ctx ends.
func (p *Paymaster) Run(ctx context.Context) error {
	for {
		if err := p.Pass(ctx); err != nil && ctx.Err() == nil {
			p.cfg.Log.WarnContext(ctx, "no task was entered to be paid", "error", err)
		}
		if p.cfg.Clock.Sleep(ctx, every/4) != nil {
			return nil
		}
	}
}

// Pass closes what can be closed, and enters a task where the last was entered
// an hour ago or more.
func (p *Paymaster) Pass(ctx context.Context) error {
	now := p.cfg.Clock.Now()
	const days = 3
	entered, err := p.cfg.Book.PaidSince(ctx, reward.EpochOf(now)-days)
	if err != nil {
		return err
	}
	var failed []error
	seen, last := map[proof.Hash]bool{}, time.Time{}
	for _, e := range entered {
		seen[e.Task] = true
		if e.Entered.After(last) {
			last = e.Entered
		}
		if e.Final {
			continue
		}
		if e.Final, err = p.cfg.Contract.Close(ctx, e.ChainID); err == nil && e.Final {
			err = p.cfg.Book.PutPaid(ctx, e)
		}
		if err != nil {
			failed = append(failed, fmt.Errorf("close task %s: %w", e.Task, err))
		}
	}
	if now.Sub(last) >= every {
		failed = append(failed, p.enter(ctx, now, seen))
	}
	return errors.Join(failed...)
}

// perOutage is what one outage of a verified task is paid, wei of the reward
// token: two thousandths of a token. Tasks are priced by kind and size, never by
// what a worker reports of time or energy.
const perOutage = 2_000_000_000_000_000

func (p *Paymaster) enter(ctx context.Context, now time.Time, seen map[proof.Hash]bool) error {
	worker, ok := p.cfg.Worker()
	if !ok {
		return nil
	}
	const look = 40
	newest, err := p.cfg.Book.NewestWork(ctx, look)
	if err != nil {
		return err
	}
	for _, r := range newest {
		if r.State != work.Verified || r.Worker != worker || r.Spec.Kind != work.N1 || seen[r.Task] {
			continue
		}
		if r.Submitter != "" || r.Spec.PriceBy != "internal" || !(r.Spec.Spread > 0) {
			continue // nobody mints by tasks that they deal to themselves, nor by one whose answer was there before
		}
		if r.Earned() == 0 {
			continue
		}
		amount := proof.Amount{Lo: perOutage / 4 * r.Earned()}
		id, account, err := p.cfg.Contract.Enter(ctx, r.Task, r.Root, amount)
		if err != nil {
			return fmt.Errorf("enter task %s: %w", r.Task, err)
		}
		return p.cfg.Book.PutPaid(ctx, reward.Paid{
			Task: r.Task, ChainID: id, Epoch: reward.EpochOf(now), Entered: now, Account: account, Amount: amount,
		})
	}
	return nil
}
