package storetest

import (
	"errors"
	"testing"

	"github.com/pouw-dem/pouwdem/internal/adapter/store"
	"github.com/pouw-dem/pouwdem/internal/core/anchor"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
)

func indexTests() map[string]func(*testing.T, Engine) {
	return map[string]func(*testing.T, Engine){
		"events go with their block, and outlive its being forgotten": eventsGoWithTheirBlock,
		"a block that does not stand on the newest is refused whole":  gapsAreRefused,
	}
}

func indexed(number uint64) (anchor.Block, []anchor.Event) {
	hash := func(n uint64) proof.Hash { return proof.Keccak([]byte{byte(n)}) }
	b := anchor.Block{Number: number, Hash: hash(number), Parent: hash(number - 1), Time: at(12, int(number))}
	return b, []anchor.Event{
		{Block: number, BlockHash: b.Hash, At: b.Time, Index: 0, Contract: "TaskAllocation", Name: "BatchAnchored", Args: []anchor.Arg{{Name: "id", Value: "7"}}},
		{Block: number, BlockHash: b.Hash, At: b.Time, Index: 3, Contract: "RewardToken", Name: "Transfer", Args: []anchor.Arg{}},
	}
}

func eventsGoWithTheirBlock(t *testing.T, e Engine) {
	s := Open(t, e)
	for n := uint64(1); n <= 4; n++ {
		b, events := indexed(n)
		ok(t, s.IndexAdd(t.Context(), "1/0xa", b, events, n-1))
	}
	third, _ := indexed(3)
	fourth, _ := indexed(4)
	tip, known, err := s.IndexDrop(t.Context(), "1/0xa", fourth)
	ok(t, err)
	same(t, "tip", tip, third)
	same(t, "known", known, true)
	_, known, err = s.IndexDrop(t.Context(), "1/0xa", third)
	ok(t, err)
	same(t, "the block before is forgotten", known, false)

	got := must[[]anchor.Event](t)(s.IndexEvents(t.Context(), "1/0xa", "", "", 3))
	_, second := indexed(2)
	_, first := indexed(1)
	same(t, "events", got, []anchor.Event{second[1], second[0], first[1]})
	same(t, "of one name", must[[]anchor.Event](t)(s.IndexEvents(t.Context(), "1/0xa", "TaskAllocation", "BatchAnchored", 9)), []anchor.Event{second[0], first[0]})
	same(t, "of another chain", must[[]anchor.Event](t)(s.IndexEvents(t.Context(), "2/0xa", "", "", 9)), []anchor.Event{})
	same(t, "counts", must[map[[2]string]int](t)(s.IndexCounts(t.Context(), "1/0xa")), map[[2]string]int{{"TaskAllocation", "BatchAnchored"}: 2, {"RewardToken", "Transfer"}: 2})
}

func gapsAreRefused(t *testing.T, e Engine) {
	s := Open(t, e)
	first, events := indexed(1)
	third, _ := indexed(3)
	ok(t, s.IndexAdd(t.Context(), "1/0xa", first, nil, 0))
	if err := s.IndexAdd(t.Context(), "1/0xa", third, events, 0); !errors.Is(err, store.ErrIndexGap) {
		t.Fatalf("got %v", err)
	}
	same(t, "events", must[[]anchor.Event](t)(s.IndexEvents(t.Context(), "1/0xa", "", "", 9)), []anchor.Event{})
}
