// Package ven carries instructions of an OpenADR program into the fast path, each
// when it begins, acknowledges those that were taken, and recalls those that the
// program has withdrawn.
//
// It is not for what an instruction means to a plan: that is Guard's.
package ven

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"time"

	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/core/site"
)

// Source is where a program's instructions come from.
type Source interface {
	Instructions(ctx context.Context) (map[string][]site.Instruction, error)
	Acknowledge(ctx context.Context, siteID string, ins site.Instruction, at time.Time) error
}

// Controller takes what binds a site at once.
type Controller interface {
	Submit(ctx context.Context, site string, ins site.Instruction) (isNew bool, err error)
}

// Orders reads what binds a site.
type Orders interface {
	Orders(ctx context.Context, site string, at time.Time) (site.Orders, error)
}

// Config is what a Node needs.
type Config struct {
	Source     Source
	From       string // of the source's instructions
	Sites      []string
	Controller Controller
	Orders     Orders
	Clock      clock.Clock
	Log        *slog.Logger
}

// Node listens to one program.
type Node struct {
	cfg  Config
	owed []owed
}

// owed is an acknowledgement that could not be delivered yet.
type owed struct {
	site string
	ins  site.Instruction
	at   time.Time
}

// The cadence of looking for instructions, on the sites' clock, and its least on
// the wall's; and how many acknowledgements are kept for later.
const (
	every    = 10 * time.Second
	least    = 250 * time.Millisecond
	mostOwed = 1000
)

// New makes a node; it does nothing before Run.
func New(cfg Config) *Node { return &Node{cfg: cfg} }

// Run listens until ctx ends. A source that does not answer is asked again; what
// runs stays in force meanwhile.
func (n *Node) Run(ctx context.Context) error {
	failing := false
	for n.cfg.Clock.Sleep(ctx, max(every, time.Duration(float64(least)*n.cfg.Clock.Speed()))) == nil {
		err := n.Look(ctx)
		if err != nil && ctx.Err() == nil && !failing {
			n.cfg.Log.WarnContext(ctx, "openadr program not followed", "error", err)
		}
		failing = err != nil
	}
	return nil
}

// Look asks once and carries out what has begun or was withdrawn. Where some of
// the program cannot be read nothing is taken as withdrawn.
func (n *Node) Look(ctx context.Context) error {
	all, err := n.cfg.Source.Instructions(ctx)
	errs := []error{err}
	for _, id := range n.cfg.Sites {
		errs = append(errs, n.begin(ctx, id, all[id]))
		if err == nil {
			errs = append(errs, n.withdraw(ctx, id, all[id]))
		}
	}
	return errors.Join(append(errs, n.deliver(ctx))...)
}

// begin submits what holds now.
func (n *Node) begin(ctx context.Context, siteID string, asked []site.Instruction) error {
	now := n.cfg.Clock.Now()
	for _, ins := range asked {
		if !site.In(now, ins.Start, ins.End) {
			continue
		}
		isNew, err := n.cfg.Controller.Submit(ctx, siteID, ins)
		if err != nil {
			return fmt.Errorf("instruction %s for %s: %w", ins.ID, siteID, err)
		}
		if isNew && len(n.owed) < mostOwed {
			n.owed = append(n.owed, owed{siteID, ins, n.cfg.Clock.Now()})
		}
	}
	return nil
}

// withdraw recalls what runs and is not asked for any more.
func (n *Node) withdraw(ctx context.Context, siteID string, asked []site.Instruction) error {
	now := n.cfg.Clock.Now()
	orders, err := n.cfg.Orders.Orders(ctx, siteID, now)
	if err != nil {
		return err
	}
	for _, ins := range orders.Instructions {
		stands := slices.ContainsFunc(asked, func(a site.Instruction) bool { return a.ID == ins.ID && site.In(now, a.Start, a.End) })
		if ins.From != n.cfg.From || stands {
			continue
		}
		recall := site.Instruction{ID: ins.ID, Revision: ins.Revision + 1, From: ins.From, Kind: "recall", Start: now}
		if _, err := n.cfg.Controller.Submit(ctx, siteID, recall); err != nil {
			return fmt.Errorf("recall of %s for %s: %w", ins.ID, siteID, err)
		}
	}
	return nil
}

// deliver acknowledges what was taken, oldest first, and keeps what does not get
// through.
func (n *Node) deliver(ctx context.Context) error {
	for len(n.owed) > 0 {
		o := n.owed[0]
		if err := n.cfg.Source.Acknowledge(ctx, o.site, o.ins, o.at); err != nil {
			return fmt.Errorf("acknowledge %s for %s: %w", o.ins.ID, o.site, err)
		}
		n.owed = n.owed[1:]
	}
	return nil
}
