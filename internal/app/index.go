package app

import (
	"cmp"
	"context"
	"slices"
	"time"

	"github.com/pouw-dem/pouwdem/contracts/bindings/taskallocation"
	"github.com/pouw-dem/pouwdem/internal/adapter/chain"
	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/config"
	"github.com/pouw-dem/pouwdem/internal/core/report"
	"github.com/pouw-dem/pouwdem/internal/service/indexer"
)

// indexEvery is how long the chain is left alone between looks for new blocks,
// on the wall's clock.
const indexEvery = 2 * time.Second

// startIndex prepares to follow what our contracts tell: on our own chain all of
// them from the first block on, elsewhere the one that records, from now on.
func (l *ledger) startIndex(ctx context.Context, s *session, node *chain.Node) error {
	contract, err := chain.ParseAddress(s.contract)
	if err != nil {
		return err
	}
	sources := []chain.Source{{Name: "TaskAllocation", Address: contract, ABI: taskallocation.NewTaskAllocation().GetABI()}}
	var from uint64
	if s.exchange != nil {
		sources = s.exchange.contracts.Sources()
	}
	events := chain.NewEvents(node, sources)
	if s.exchange == nil {
		head, err := events.Head(ctx)
		if err != nil {
			return err
		}
		from = head.Number
	}
	s.index = indexer.New(indexer.Config{
		Name: s.client.Ledger().Name, From: from, Chain: events, Book: l.s.store,
		Clock: clock.Wall{}, Every: indexEvery, Log: l.s.log,
	})
	return nil
}

// Events are the newest events of our contracts, of one contract and of one name
// where these are given.
func (l *ledger) Events(ctx context.Context, contract, name string, most int) (report.ChainEvents, error) {
	view := report.ChainEvents{
		Simulated: l.s.cfg.World == config.WorldSimulated, Counts: []report.EventCount{}, Events: []report.ChainEvent{},
	}
	s, failure := l.now()
	if s == nil {
		view.Text = "No chain is open. " + failure
		return view, nil
	}
	status := s.index.Status()
	view.Text, view.Tip, view.Head, view.Dropped = status.Trouble, status.Tip.Number, status.Head, status.Dropped
	counts, err := l.s.store.IndexCounts(ctx, s.client.Ledger().Name)
	if err != nil {
		return view, err
	}
	for of, count := range counts {
		view.Counts = append(view.Counts, report.EventCount{Contract: of[0], Name: of[1], Count: count})
	}
	slices.SortFunc(view.Counts, func(a, b report.EventCount) int {
		return cmp.Or(cmp.Compare(a.Contract, b.Contract), cmp.Compare(a.Name, b.Name))
	})
	events, err := l.s.store.IndexEvents(ctx, s.client.Ledger().Name, contract, name, most)
	if err != nil {
		return view, err
	}
	for _, e := range events {
		row := report.ChainEvent{
			Block: e.Block, Index: e.Index, At: e.At, Tx: e.Tx.String(), Contract: e.Contract, Address: e.Address, Name: e.Name, Args: []report.EventArg{},
		}
		for _, a := range e.Args {
			row.Args = append(row.Args, report.EventArg(a))
		}
		view.Events = append(view.Events, row)
	}
	return view, nil
}
