package indexer_test

import (
	"context"
	"encoding/binary"
	"errors"
	"log/slog"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/pouw-dem/pouwdem/internal/adapter/store"
	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/core/anchor"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
	"github.com/pouw-dem/pouwdem/internal/service/indexer"
)

// chain is a chain with events, seen through a node that may be behind or fail.
type chain struct {
	blocks []anchor.Block
	events map[proof.Hash][]anchor.Event
	salt   uint64
	behind int
	failAt int // calls until one fails; negative: none does
}

var errNode = errors.New("no answer")

func newChain() *chain {
	c := &chain{events: map[proof.Hash][]anchor.Event{}, failAt: -1}
	c.mine(1, 0)
	return c
}

func (c *chain) mine(n, events int) {
	for range n {
		c.salt++
		b := anchor.Block{Number: uint64(len(c.blocks)), Hash: proof.Keccak(binary.BigEndian.AppendUint64(nil, c.salt)), Time: time.Unix(int64(c.salt), 0).UTC(), Quiet: events == 0}
		if len(c.blocks) > 0 {
			b.Parent = c.blocks[len(c.blocks)-1].Hash
		}
		for i := range events {
			c.events[b.Hash] = append(c.events[b.Hash], anchor.Event{
				Block: b.Number, BlockHash: b.Hash, At: b.Time, Index: uint32(i), Contract: "TaskAllocation", Name: "BatchAnchored", Args: []anchor.Arg{},
			})
		}
		c.blocks = append(c.blocks, b)
	}
}

func (c *chain) reorg(depth, events int) {
	depth = min(depth, len(c.blocks)-1)
	c.blocks = c.blocks[:len(c.blocks)-depth]
	c.mine(depth+1, events)
}

func (c *chain) seen() []anchor.Block { return c.blocks[:max(1, len(c.blocks)-c.behind)] }

func (c *chain) fails() bool {
	c.failAt--
	return c.failAt == -1
}

func (c *chain) Head(context.Context) (anchor.Block, error) {
	if c.fails() {
		return anchor.Block{}, errNode
	}
	return c.seen()[len(c.seen())-1], nil
}

func (c *chain) Block(_ context.Context, number uint64) (anchor.Block, bool, error) {
	if c.fails() {
		return anchor.Block{}, false, errNode
	}
	if number >= uint64(len(c.seen())) {
		return anchor.Block{}, false, nil
	}
	return c.blocks[number], true, nil
}

func (c *chain) Events(_ context.Context, b anchor.Block) ([]anchor.Event, error) {
	if c.fails() {
		return nil, errNode
	}
	return c.events[b.Hash], nil
}

func newStore(t testing.TB, dir string) *store.Store {
	st, err := store.Open(context.Background(), "sqlite:"+filepath.Join(dir, "x.db"), store.Options{Readers: 1})
	if err != nil {
		t.Fatal(err)
	}
	return st
}

func newIndexer(name string, c *chain, st *store.Store) *indexer.Indexer {
	return indexer.New(indexer.Config{Name: name, Chain: c, Book: st, Clock: clock.Wall{}, Every: time.Second, Log: slog.New(slog.DiscardHandler)})
}

// Whatever the chain and its node do in between, an index that has caught up
// holds the events of the canonical chain and no others, in order.
func TestTheIndexHoldsTheCanonicalEventsThroughReorganisationsAndFaults(t *testing.T) {
	st := newStore(t, t.TempDir())
	defer st.Close()
	run := 0
	rapid.Check(t, func(t *rapid.T) {
		run++
		c, name := newChain(), string(rune('a'+run%26))+time.Duration(run).String()
		x := newIndexer(name, c, st)
		for range rapid.IntRange(1, 12).Draw(t, "steps") {
			switch rapid.SampledFrom([]string{"mine", "reorg", "behind", "fail", "restart"}).Draw(t, "what") {
			case "mine":
				c.mine(rapid.IntRange(1, 3).Draw(t, "blocks"), rapid.IntRange(0, 2).Draw(t, "events"))
			case "reorg":
				c.reorg(rapid.IntRange(1, 4).Draw(t, "depth"), rapid.IntRange(0, 2).Draw(t, "events"))
			case "behind":
				c.behind = rapid.IntRange(0, 3).Draw(t, "blocks")
			case "fail":
				c.failAt = rapid.IntRange(0, 5).Draw(t, "calls")
			case "restart":
				x = newIndexer(name, c, st)
			}
			if err := x.Pass(context.Background()); err != nil && !errors.Is(err, errNode) {
				t.Fatal(err)
			}
		}
		c.behind, c.failAt = 0, -1
		if err := x.Pass(context.Background()); err != nil {
			t.Fatal(err)
		}
		var want []anchor.Event
		for i := len(c.blocks) - 1; i >= 0; i-- {
			for j := len(c.events[c.blocks[i].Hash]) - 1; j >= 0; j-- {
				want = append(want, c.events[c.blocks[i].Hash][j])
			}
		}
		got, err := st.IndexEvents(context.Background(), name, "", "", 1000)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatal(diff)
		}
		if tip := x.Status().Tip; tip.Hash != c.blocks[len(c.blocks)-1].Hash {
			t.Fatalf("the index ends at block %d", tip.Number)
		}
	})
}

func TestAReorganisationDeeperThanTheIndexReachesIsTold(t *testing.T) {
	st := newStore(t, t.TempDir())
	defer st.Close()
	c := newChain()
	x := newIndexer("deep", c, st)
	c.mine(600, 1)
	if err := x.Pass(t.Context()); err != nil {
		t.Fatal(err)
	}
	c.reorg(590, 1)
	if err := x.Pass(t.Context()); err == nil {
		t.Fatal("590 blocks were replaced and nothing was told")
	}
}
