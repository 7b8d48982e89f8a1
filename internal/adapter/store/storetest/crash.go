package storetest

import (
	"context"
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/store"
	"github.com/pouw-dem/pouwdem/internal/core/episode"
	"github.com/pouw-dem/pouwdem/internal/core/settle"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

func crashTests() map[string]func(*testing.T, Engine) {
	return map[string]func(*testing.T, Engine){
		"ATransactionEndedAtAnyPointLeavesNothing": endedAnywhere,
	}
}

// fuse is a context that ends when it has been looked at a number of times.
// Everything that waits looks at it, so that each number ends the work at
// another point.
type fuse struct {
	context.Context
	cancel context.CancelFunc

	mu   sync.Mutex
	left int
}

func newFuse(looks int) *fuse {
	ctx, cancel := context.WithCancel(context.Background())
	return &fuse{Context: ctx, cancel: cancel, left: looks}
}

func (f *fuse) burn() {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.left--; f.left == 0 {
		f.cancel()
	}
}

func (f *fuse) Done() <-chan struct{} {
	f.burn()
	return f.Context.Done()
}

func (f *fuse) Err() error {
	f.burn()
	return f.Context.Err()
}

// endedAnywhere ends the transaction of a decision at its first look at the
// context, at its second, and so on, until it gets through.
func endedAnywhere(t *testing.T, e Engine) {
	s := Open(t, e)
	r := Record("alpha", at(12, 0))
	for looks := 1; ; looks++ {
		if looks > 5000 {
			t.Fatal("the transaction never got through")
		}
		ctx := newFuse(looks)
		saved, err := s.SaveDecision(ctx, r)
		spent := ctx.Err() != nil
		ctx.cancel()
		if err == nil && saved {
			everything(t, s, r)
			if looks < 20 {
				t.Errorf("only %d points were tried", looks)
			}
			return
		}
		if !spent {
			t.Fatalf("look %d: saved %v, error %v, though the context had not ended", looks, saved, err)
		}
		// A server may still be at work on what was given up: its turn ends first.
		ok(t, s.Advance(t.Context(), "after the end", int64(looks)))
		if _, found, err := s.Decision(t.Context(), "alpha", r.Decision.Key); err != nil {
			t.Fatal(err)
		} else if found {
			// The answer to a commit was lost on its way: then all of it is there.
			everything(t, s, r)
			return
		}
		nothing(t, s, r)
	}
}

// nothing checks that no part of a record is stored.
func nothing(t testing.TB, s *store.Store, r episode.Record) {
	t.Helper()
	ctx := t.Context()
	_, found, err := s.Decision(ctx, r.Decision.Site, r.Decision.Key)
	ok(t, err)
	_, _, state, err := s.State(ctx, r.Decision.Site)
	ok(t, err)
	left := fmt.Sprint(found, state,
		len(must[[]episode.Command](t)(s.UnfinishedCommands(ctx))),
		len(must[[]settle.Settlement](t)(s.Settlements(ctx, "", at(0, 0), at(24, 0)))),
		len(must[[]store.RollupRow](t)(s.Rollup(ctx, "", at(-24, 0), at(24, 0), "hour"))),
		len(must[[]episode.Event](t)(s.Events(ctx, 0, 10))),
		must[int64](t)(s.LastSeq(ctx)))
	if left != fmt.Sprint(false, false, 0, 0, 0, 0, 0) {
		t.Fatalf("left behind (decision, state, commands, settlements, sums, events, last number): %s", left)
	}
}

// everything checks that all parts of a record are stored.
func everything(t testing.TB, s *store.Store, r episode.Record) {
	t.Helper()
	ctx := t.Context()
	d, found, err := s.Decision(ctx, r.Decision.Site, r.Decision.Key)
	ok(t, err)
	if !found {
		t.Fatal("the decision is missing")
	}
	same(t, "decision", d, r.Decision)
	same(t, "commands", must[[]episode.Command](t)(s.Commands(ctx, d.Site, d.Key)), r.Commands)
	same(t, "settlements", must[[]settle.Settlement](t)(s.Settlements(ctx, d.Site, at(0, 0), at(24, 0))), r.Settled)
	same(t, "sums", must[[]store.RollupRow](t)(s.Rollup(ctx, d.Site, at(0, 0), at(24, 0), "hour")), recomputed(r.Settled, "hour"))
	if n := len(must[[]episode.Event](t)(s.Events(ctx, 0, 100))); n != len(r.Events) {
		t.Fatalf("%d events, want %d", n, len(r.Events))
	}
}

func concurrencyTests() map[string]func(*testing.T, Engine) {
	return map[string]func(*testing.T, Engine){
		"WritersAndReadersShareAStore":     share,
		"TwoProcessesMayShareADatabase":    twoProcesses,
		"OneOfTwoEqualDecisionsIsSaved":    oneIsSaved,
		"AReaderMeetsEventsInOrderOfTurns": inOrderOfTurns,
	}
}

func share(t *testing.T, e Engine) {
	s := Open(t, e)
	var all sync.WaitGroup
	for n := range 4 {
		all.Go(func() {
			for i := range 10 {
				if _, err := s.SaveDecision(t.Context(), Record(fmt.Sprintf("site-%d", n), at(12, 5*i))); err != nil {
					t.Error(err)
				}
			}
		})
		all.Go(func() {
			for range 20 {
				if _, err := s.Decisions(t.Context(), "", at(0, 0), at(24, 0), 10); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	if n := len(must[[]episode.Decision](t)(s.Decisions(t.Context(), "", at(0, 0), at(24, 0), 0))); n != 40 {
		t.Errorf("%d decisions, want 40", n)
	}
}

func twoProcesses(t *testing.T, e Engine) {
	url := e.URL(t)
	one, two := open(t, url), open(t, url)
	settled := func(n int) []settle.Settlement {
		return []settle.Settlement{Settled("alpha", quarter(n%3), settle.Initial, n+1)}
	}
	var all sync.WaitGroup
	for _, s := range []*store.Store{one, two} {
		for n := range 3 {
			all.Go(func() {
				for i := range 10 {
					if err := s.SaveSettlements(t.Context(), settled(n*10+i), nil); err != nil {
						t.Error(err)
					}
				}
			})
		}
	}
	all.Wait()
	newest := must[[]settle.Settlement](t)(one.Settlements(t.Context(), "", at(0, 0), at(24, 0)))
	same(t, "sums", must[[]store.RollupRow](t)(two.Rollup(t.Context(), "", at(0, 0), at(24, 0), "hour")), recomputed(newest, "hour"))
}

func oneIsSaved(t *testing.T, e Engine) {
	url := e.URL(t)
	stores := []*store.Store{open(t, url), open(t, url)}
	saved := make(chan bool, 8)
	var all sync.WaitGroup
	for n := range 8 {
		all.Go(func() {
			won, err := stores[n%2].SaveDecision(t.Context(), Record("alpha", at(12, 0)))
			if err != nil {
				t.Error(err)
			}
			saved <- won
		})
	}
	all.Wait()
	close(saved)
	winners := 0
	for won := range saved {
		if won {
			winners++
		}
	}
	if winners != 1 {
		t.Errorf("%d were saved, want 1", winners)
	}
	everything(t, stores[0], Record("alpha", at(12, 0)))
}

// inOrderOfTurns reads the outbox while several writers fill it: a number below
// the last one read must never appear.
func inOrderOfTurns(t *testing.T, e Engine) {
	url := e.URL(t)
	stores := []*store.Store{open(t, url), open(t, url)}
	const writers, each = 4, 25
	var all sync.WaitGroup
	for n := range writers {
		all.Go(func() {
			for i := range each {
				c := episode.Command{Site: "alpha", Decision: fmt.Sprint(n), Class: fmt.Sprint(i), State: "sent"}
				if err := stores[n%2].SaveCommand(t.Context(), c, []episode.Event{event("command", "alpha", "x")}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	done := make(chan struct{})
	go func() { all.Wait(); close(done) }()
	var last int64
	for last < writers*each {
		for _, e := range must[[]episode.Event](t)(stores[0].Events(t.Context(), last, 7)) {
			if e.Seq != last+1 {
				t.Fatalf("number %d after %d: rows between are missing or came late", e.Seq, last)
			}
			last = e.Seq
		}
		select {
		case <-done:
			if seq := must[int64](t)(stores[0].LastSeq(t.Context())); seq != writers*each {
				t.Fatalf("%d events were written, want %d", seq, writers*each)
			}
		default:
		}
	}
	<-done
}

// Tick is the record of the n-th control interval after noon, for tests that
// count.
func Tick(siteID string, n int) episode.Record {
	return Record(siteID, at(12, 0).Add(time.Duration(n)*unit.Control))
}
