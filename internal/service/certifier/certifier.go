// Package certifier brings a day's rewards onto the chain: when a UTC day is
// over it seals the day's lines, proposes them behind a bond, makes them final
// when nobody could show a fault in the window, and then has each certificate
// made. What is done already is read from the contracts, and what was sealed
// from the store, so that a restart repeats nothing and seals no day twice.
//
// It is not for finding what was curtailed (core/reward) nor for keys and
// transactions (adapter/chain/market).
package certifier

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math"
	"sync"
	"time"

	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/core/episode"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
	"github.com/pouw-dem/pouwdem/internal/core/reward"
	"github.com/pouw-dem/pouwdem/internal/core/settle"
)

// Ledger knows what was decided and metered.
type Ledger interface {
	Decisions(ctx context.Context, site string, from, to time.Time, limit int) ([]episode.Decision, error)
	Settlements(ctx context.Context, site string, from, to time.Time) ([]settle.Settlement, error)
}

// Sealed keeps days as they were sealed.
type Sealed interface {
	// SaveRewardDay keeps a day; one that is kept already is not changed.
	SaveRewardDay(ctx context.Context, d reward.Day) error
	RewardDay(ctx context.Context, epoch uint32) (d reward.Day, ok bool, err error)
}

// Payroll knows the tasks that were entered on a day and are final.
type Payroll interface {
	PaidSince(ctx context.Context, epoch uint32) ([]reward.Paid, error)
}

// Days are the rewards contract.
type Days interface {
	Standing(ctx context.Context, epoch uint32) (reward.Standing, error)
	Propose(ctx context.Context, epoch uint32, root proof.SumNode, count uint32) error
	Finalize(ctx context.Context, epoch uint32) error
	// Claim mints the reward of a task's leaf of a final day; one that was minted
	// changes nothing.
	Claim(ctx context.Context, l reward.Leaf, path []proof.SumNode) error
}

// Certificates are the certificates contract.
type Certificates interface {
	// SignClaim signs for a site's meter; digest is what the leaf cites.
	SignClaim(ctx context.Context, c reward.Claim) (digest proof.Hash, signature []byte, err error)
	// Issue makes the certificate of a leaf of a final day; one that was made
	// changes nothing.
	Issue(ctx context.Context, l reward.Leaf, path []proof.SumNode, m reward.Made) error
	// Supersede puts a settled claim in the place of the provisional certificate
	// of the same intervals; where there is none any more it changes nothing.
	Supersede(ctx context.Context, l reward.Leaf, path []proof.SumNode, m reward.Made) error
}

// Members get part of what a day's tasks earned.
type Members interface {
	// Share passes it on, of a day whose rewards are minted; once, however often it
	// is called.
	Share(ctx context.Context, d reward.Day) error
}

// Config is what a Certifier needs.
type Config struct {
	Sites        []string
	Holder       reward.Account     // of the certificates
	DeclaredKW   map[string]float64 // maximum base load by site; a site without one declares none
	Ledger       Ledger
	Sealed       Sealed
	Payroll      Payroll // nil: no task is paid
	Members      Members // nil: nothing is passed on
	Days         Days
	Certificates Certificates
	Clock        clock.Clock
	Log          *slog.Logger
}

// Certifier brings days onto the chain.
type Certifier struct {
	cfg Config

	mu      sync.Mutex
	trouble string
}

// New is a certifier; it does nothing before Run.
func New(cfg Config) *Certifier { return &Certifier{cfg: cfg} }

const (
	every = 30 * time.Minute
	// settleTime is how long after a day its last intervals are settled at least
	// as estimates.
	settleTime = 2 * time.Hour
	// catchUp is how many days back what was missed is made up for.
	catchUp = 7
)

// Run works until ctx ends.
func (c *Certifier) Run(ctx context.Context) error {
	for {
		err := c.Pass(ctx)
		if ctx.Err() != nil {
			return nil
		}
		c.note(err)
		if err != nil {
			c.cfg.Log.WarnContext(ctx, "rewards of some days wait", "error", err)
		}
		if c.cfg.Clock.Sleep(ctx, every) != nil {
			return nil
		}
	}
}

func (c *Certifier) note(err error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.trouble = ""
	if err != nil {
		c.trouble = err.Error()
	}
}

// Trouble is why some day waits; empty where none does.
func (c *Certifier) Trouble() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.trouble
}

// Pass does for every recent day what can be done now. A day that fails holds up
// no other.
func (c *Certifier) Pass(ctx context.Context) error {
	now := c.cfg.Clock.Now()
	newest := reward.EpochOf(now.Add(-settleTime)) - 1
	var failed []error
	for epoch := newest - catchUp + 1; epoch <= newest; epoch++ {
		if err := c.day(ctx, epoch, now); err != nil {
			failed = append(failed, fmt.Errorf("rewards of %s: %w", reward.StartOf(epoch).Format(time.DateOnly), err))
		}
	}
	return errors.Join(failed...)
}

func (c *Certifier) day(ctx context.Context, epoch uint32, now time.Time) error {
	d, err := c.sealed(ctx, epoch)
	if err != nil || len(d.Leaves) == 0 {
		return err
	}
	tree, err := d.Tree()
	if err != nil {
		return err
	}
	standing, err := c.cfg.Days.Standing(ctx, epoch)
	if err != nil {
		return err
	}
	if standing.Status == reward.None {
		if standing.Attempt > 0 {
			return errors.New("a proposal was struck down: a person has to look at it before another is bonded")
		}
		return c.cfg.Days.Propose(ctx, epoch, tree.Root(), uint32(len(d.Leaves)))
	}
	if standing.Root != tree.Root().Hash {
		return fmt.Errorf("the chain has root %s of this day, ours is %s", standing.Root, tree.Root().Hash)
	}
	if standing.Status == reward.Proposed {
		if now.Before(standing.ClosesAt) {
			return nil
		}
		if err := c.cfg.Days.Finalize(ctx, epoch); err != nil {
			return err
		}
	}
	for i, leaf := range d.Leaves {
		path, _ := tree.Proof(i)
		made, metered := d.Claims[leaf.Index]
		if metered && made.Supersedes {
			err = c.cfg.Certificates.Supersede(ctx, leaf, path, made)
		} else if metered {
			err = c.cfg.Certificates.Issue(ctx, leaf, path, made)
		} else {
			err = c.cfg.Days.Claim(ctx, leaf, path)
		}
		if err != nil {
			return fmt.Errorf("leaf %d: %w", i, err)
		}
	}
	if c.cfg.Members == nil {
		return nil
	}
	return c.cfg.Members.Share(ctx, d)
}

// sealed is the day as it was sealed, now or before.
func (c *Certifier) sealed(ctx context.Context, epoch uint32) (reward.Day, error) {
	d, ok, err := c.cfg.Sealed.RewardDay(ctx, epoch)
	if err != nil || ok {
		return d, err
	}
	d = reward.Day{Epoch: epoch, Claims: map[uint32]reward.Made{}}
	known := false // a day of which nothing is settled is not ours to seal
	for _, site := range c.cfg.Sites {
		rows, err := c.metered(ctx, site, epoch)
		if err != nil {
			return reward.Day{}, err
		}
		known = known || len(rows) > 0 && !rows[len(rows)-1].Start.Before(reward.StartOf(epoch))
		for _, found := range reward.Curtailments(site, epoch, rows, c.cfg.DeclaredKW[site]) {
			if err := c.add(ctx, &d, found, false); err != nil {
				return reward.Day{}, err
			}
		}
	}
	if err := c.restate(ctx, &d); err != nil {
		return reward.Day{}, err
	}
	if err := c.pay(ctx, &d); err != nil {
		return reward.Day{}, err
	}
	if !known && len(d.Leaves) == 0 {
		return d, nil
	}
	return d, c.cfg.Sealed.SaveRewardDay(ctx, d)
}

// pay adds the lines of the day's tasks.
func (c *Certifier) pay(ctx context.Context, d *reward.Day) error {
	if c.cfg.Payroll == nil {
		return nil
	}
	paid, err := c.cfg.Payroll.PaidSince(ctx, d.Epoch)
	if err != nil {
		return err
	}
	for _, p := range paid {
		if p.Epoch == d.Epoch && p.Final {
			leaf := p.Leaf()
			leaf.Epoch, leaf.Index = d.Epoch, uint32(len(d.Leaves))
			d.Leaves = append(d.Leaves, leaf)
		}
	}
	return nil
}

// finalAfter is how many days after an operating day its settlement is final:
// ERCOT settles on the 55th, and a UTC day ends within the operating day after.
const finalAfter = 57

// restate adds the claims of a day whose settlement has become final: they take
// the place of the provisional ones of the same intervals, of no energy where
// settled metering shows none.
func (c *Certifier) restate(ctx context.Context, d *reward.Day) error {
	if d.Epoch < finalAfter {
		return nil
	}
	was, ok, err := c.cfg.Sealed.RewardDay(ctx, d.Epoch-finalAfter)
	if err != nil || !ok {
		return err
	}
	rows := map[string][]reward.Metered{}
	for i := range uint32(len(was.Leaves)) {
		made, metered := was.Claims[i]
		if !metered || made.Claim.Settled {
			continue
		}
		site := made.Claim.Site
		if rows[site] == nil {
			if rows[site], err = c.metered(ctx, site, was.Epoch); err != nil {
				return err
			}
		}
		if again, settled := reward.Restate(made, rows[site], c.cfg.DeclaredKW[site]); settled {
			if err := c.add(ctx, d, again, true); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c *Certifier) add(ctx context.Context, d *reward.Day, found reward.Curtailed, supersedes bool) error {
	digest, signature, err := c.cfg.Certificates.SignClaim(ctx, found.Claim)
	if err != nil {
		return err
	}
	index := uint32(len(d.Leaves))
	d.Claims[index] = reward.Made{Claim: found.Claim, Baseline: found.Baseline, Signature: signature, Supersedes: supersedes}
	d.Leaves = append(d.Leaves, reward.Leaf{
		Epoch: d.Epoch, Index: index, Account: c.cfg.Holder, Site: proof.SiteNumber(found.Claim.Site),
		Start: found.Claim.Start, N: found.Claim.N, KWh: found.Claim.KWh, Method: found.Claim.Method, WorkHash: digest,
	})
	return nil
}

// likeBack is how many days before a day are read for baselines, of which the
// last two with their decisions.
const likeBack = 40

// metered are the intervals of a day and of those before, in order.
func (c *Certifier) metered(ctx context.Context, site string, epoch uint32) ([]reward.Metered, error) {
	from, to := reward.StartOf(epoch-likeBack), reward.StartOf(epoch+1)
	settled, err := c.cfg.Ledger.Settlements(ctx, site, from, to)
	if err != nil {
		return nil, err
	}
	const all = 10_000 // more decisions than two days have
	recent := reward.StartOf(epoch - 1)
	decisions, err := c.cfg.Ledger.Decisions(ctx, site, recent, to, all)
	if err != nil {
		return nil, err
	}
	decided := map[time.Time]*episode.Decision{}
	for i := range decisions { // newest first: the last word about an interval
		at := decisions[i].Interval.Start.UTC()
		if _, ok := decided[at]; !ok {
			decided[at] = &decisions[i]
		}
	}
	rows := make([]reward.Metered, 0, len(settled))
	for i := range settled {
		s := &settled[i]
		start := s.Interval.Start.UTC()
		row := reward.Metered{
			Start: start, KWh: float64(s.MWh) * 1000, Measured: s.Measured, Settled: s.Version.Rank() >= settle.Final.Rank(),
			Simulated: s.Simulated, Price: s.Price, Economic: math.NaN(), Paid: paid(s),
		}
		d, known := decided[start]
		switch {
		case known:
			hours := d.Interval.Length.Hours()
			row.Planned = float64(d.Plan.MachineMW()) * 1000 * hours
			row.Order = orderOf(d)
			for _, p := range d.Proposals {
				if p.Policy == "lag1" {
					row.Economic = float64(p.Plan.MachineMW()) * 1000 * hours
				}
			}
		case start.Before(recent):
			row.Planned = row.KWh // of days long past the meter alone is read
		default:
			row.Measured = false
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// orderOf is what told a site's load to go down, by Guard's reasons; empty where
// nothing did.
func orderOf(d *episode.Decision) string {
	for _, r := range d.Reasons {
		switch r.Rule {
		case "guard.instruction", "guard.emergency", "guard.deployed", "guard.stop":
			return r.Text
		}
	}
	return ""
}

// paid are the products and programmes that paid in an interval for load that
// could be dropped.
func paid(s *settle.Settlement) []string {
	var all []string
	for _, l := range s.Lines {
		if (l.Lever == settle.Reserve || l.Lever == settle.Programme) && l.Amount > 0 {
			all = append(all, l.Note)
		}
	}
	return all
}
