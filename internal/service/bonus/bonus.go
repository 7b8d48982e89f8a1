// Package bonus passes part of what a day's work for the grid earned on to the
// members of the mining pool, by their shares of that day: once a day's rewards
// are minted to the operator, each member's part is sent to its account.
//
// A part cannot be a line of the day's tree itself: the contract takes a line
// only where its account is the task's worker and its amount the task's whole
// reward, and strikes down a day with two lines for one task.
//
// It is not for minting rewards (service/certifier) nor for what pools pay
// (core/payout alone).
package bonus

import (
	"context"
	"fmt"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/payout"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
	"github.com/pouw-dem/pouwdem/internal/core/reward"
)

// Book keeps members' shares and what was divided.
type Book interface {
	// ShareLedger are the entries of the ledger whose shares end after a time.
	ShareLedger(ctx context.Context, after time.Time) ([]payout.Entry, error)
	// Bonus is what was divided of a day; ok is false where nothing was yet.
	Bonus(ctx context.Context, epoch uint32) (b payout.Bonus, ok bool, err error)
	// Bonuses are the newest, newest first.
	Bonuses(ctx context.Context, most int) ([]payout.Bonus, error)
	PutBonus(ctx context.Context, b payout.Bonus) error
}

// Token moves reward tokens out of the operator's account.
type Token interface {
	// Head is the number of the newest block.
	Head(ctx context.Context) (uint64, error)
	// Send returns when the transfer is mined.
	Send(ctx context.Context, to reward.Account, wei proof.Amount) (tx proof.Hash, err error)
	// Sent are the transfers of just so much to an account after a block, in order.
	Sent(ctx context.Context, to reward.Account, wei proof.Amount, after uint64) ([]proof.Hash, error)
}

// Config is what a Sharer needs.
type Config struct {
	Operator reward.Account // whom the tasks are paid to
	PPM      int64          // millionths of a day's rewards that are divided; 0: none
	// Account is where a member gets tokens; false where it has not said.
	Account func(member string) (reward.Account, bool)
	Book    Book
	Token   Token
}

// Sharer passes bonuses on.
type Sharer struct{ cfg Config }

// New is a sharer.
func New(cfg Config) *Sharer { return &Sharer{cfg} }

// Share passes on what is due of a day whose rewards were all minted. A day is
// divided once, at the fraction and to the accounts of then; what was sent is
// not sent again.
func (s *Sharer) Share(ctx context.Context, d reward.Day) error {
	b, ok, err := s.cfg.Book.Bonus(ctx, d.Epoch)
	if err == nil && !ok {
		b, err = s.divide(ctx, d)
	}
	if err != nil {
		return fmt.Errorf("divide the bonus: %w", err)
	}
	for i := range b.Parts {
		if !b.Parts[i].Owed() {
			continue
		}
		if err := s.send(ctx, &b, &b.Parts[i]); err != nil {
			return fmt.Errorf("bonus of %s: %w", b.Parts[i].Member, err)
		}
	}
	return nil
}

func (s *Sharer) divide(ctx context.Context, d reward.Day) (payout.Bonus, error) {
	whole, err := payout.EarnedBy(s.cfg.Operator, d)
	if err != nil || whole == (proof.Amount{}) || s.cfg.PPM == 0 {
		return payout.Bonus{}, err
	}
	from, to := reward.StartOf(d.Epoch), reward.StartOf(d.Epoch+1)
	entries, err := s.cfg.Book.ShareLedger(ctx, from)
	if err != nil {
		return payout.Bonus{}, err
	}
	b := payout.DivideBonus(d.Epoch, whole, s.cfg.PPM, payout.Window(entries, "", from, to), s.account)
	return b, s.cfg.Book.PutBonus(ctx, b)
}

// account is where a member gets tokens; the operator has them already.
func (s *Sharer) account(member string) (reward.Account, bool) {
	a, ok := s.cfg.Account(member)
	return a, ok && a != s.cfg.Operator
}

// send sends a part. That it was begun is kept before, so that after a crash the
// chain is asked whether the transfer is there.
func (s *Sharer) send(ctx context.Context, b *payout.Bonus, p *payout.BonusPart) (err error) {
	if p.Begun {
		p.Tx, p.Sent, err = s.found(ctx, p)
	} else {
		p.Begun = true
		if p.Since, err = s.cfg.Token.Head(ctx); err == nil {
			err = s.cfg.Book.PutBonus(ctx, *b)
		}
	}
	if err != nil {
		return err
	}
	if !p.Sent {
		if p.Tx, err = s.cfg.Token.Send(ctx, p.Account, p.Wei); err != nil {
			return err
		}
		p.Sent = true
	}
	return s.cfg.Book.PutBonus(ctx, *b)
}

// found looks for a transfer that was begun, among those that are no other part's.
func (s *Sharer) found(ctx context.Context, p *payout.BonusPart) (proof.Hash, bool, error) {
	const recent = 40 // days: more than rewards are made up for
	bonuses, err := s.cfg.Book.Bonuses(ctx, recent)
	if err != nil {
		return proof.Hash{}, false, err
	}
	known := map[proof.Hash]bool{}
	for _, b := range bonuses {
		for _, other := range b.Parts {
			known[other.Tx] = true
		}
	}
	sent, err := s.cfg.Token.Sent(ctx, p.Account, p.Wei, p.Since)
	if err != nil {
		return proof.Hash{}, false, err
	}
	for _, tx := range sent {
		if !known[tx] {
			return tx, true, nil
		}
	}
	return proof.Hash{}, false, nil
}
