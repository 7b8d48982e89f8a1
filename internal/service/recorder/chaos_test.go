package recorder_test

import (
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/pouw-dem/pouwdem/internal/adapter/chain/chaintest"
	"github.com/pouw-dem/pouwdem/internal/core/anchor"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

var (
	scripts = flag.Int("scripts", 500, "how many chaos scripts to run")
	only    = flag.Int("script", -1, "run this chaos script alone")
)

// TestWhateverHappensEveryBatchIsOnTheChainOnceAndInOrder runs seeded scripts of
// kills between any two steps, reorganisations within the finality depth and
// nodes that lag, drop, repeat, lie, hang and refuse. After each, when all is
// quiet again, the chain must hold every batch once, in order, and equal to what
// the stored decisions make.
func TestWhateverHappensEveryBatchIsOnTheChainOnceAndInOrder(t *testing.T) {
	if *only >= 0 {
		runScript(t, uint64(*only), map[string]int{})
		return
	}
	kills := map[string]int{}
	for seed := range *scripts {
		t.Run(fmt.Sprint(seed), func(t *testing.T) { runScript(t, uint64(seed), kills) })
	}
	for _, step := range []string{
		"collected", "to seal", "sealed", "to store transaction", "stored transaction", "sent", "to save sent", "saved sent",
		"to save included", "saved included", "to save final", "saved final", "to save reorganised", "to store attempt", "stored attempt",
	} {
		if *scripts >= 500 && kills["recorder."+step] == 0 {
			t.Errorf("no script killed the process at %q: %v", step, kills)
		}
	}
}

func runScript(t *testing.T, seed uint64, kills map[string]int) {
	rng := rand.New(rand.NewPCG(seed, 9))
	g := newRig(t, 1+rng.IntN(2), "alpha", "beta")
	badness := rng.Float64() * 0.3
	for _, n := range g.nodes {
		n.Faulty = func(string) chaintest.Fault {
			if rng.Float64() >= badness {
				return chaintest.None
			}
			return chaintest.Fault(rng.IntN(int(chaintest.Faults)))
		}
	}
	var cutOff []func()
	for range 10 + rng.IntN(15) {
		script(g, rng, &cutOff)
		if rng.IntN(3) == 0 {
			g.steps = rng.IntN(6)
		}
		g.seen = nil
		if errors.Is(g.pass(), errKilled) {
			kills[g.seen[len(g.seen)-1]]++
		}
		g.steps = -1
	}
	for _, n := range g.nodes {
		n.Faulty, n.Lag = nil, 0
	}
	g.chain.SetBaseFee(30 * anchor.Gwei)
	for _, f := range cutOff {
		f()
	}
	g.interval(g.sites...)
	g.settle()
	g.check()
}

// script is what happens between two passes.
func script(g *rig, rng *rand.Rand, cutOff *[]func()) {
	if rng.IntN(2) == 0 {
		g.interval()
		at := g.clock.at
		for _, s := range g.sites {
			if rng.IntN(5) == 0 {
				*cutOff = append(*cutOff, func() { g.decide(s, at) })
			} else {
				g.decide(s, at)
			}
		}
	}
	if rng.IntN(4) == 0 {
		for _, f := range *cutOff {
			f()
		}
		*cutOff = nil
	}
	if rng.IntN(5) == 0 {
		g.clock.at = g.clock.at.Add(unit.Control * 9 / 10).Truncate(unit.Control)
	}
	g.chain.Mine(rng.IntN(4))
	if rng.IntN(6) == 0 {
		g.chain.Reorg(1+rng.IntN(finality-1), rng.IntN(2) == 0)
	}
	if rng.IntN(8) == 0 {
		g.chain.SetBaseFee(slices.Max([]uint64{30, rng.Uint64N(400)}) * anchor.Gwei)
	}
	if rng.IntN(10) == 0 {
		g.chain.Empty()
	}
	for _, n := range g.nodes {
		n.Lag = uint64(max(0, rng.IntN(8)-4))
	}
}
