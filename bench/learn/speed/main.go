// Command speed times updates and decisions of a discrete soft actor-critic
// agent in processor time, one JSON object to a line: our side of speed.sh.
package main

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"syscall"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/learn/dsac"
	"github.com/pouw-dem/pouwdem/internal/core/nn/kernel"
)

const (
	state   = 48
	actions = 10
)

func main() {
	if len(os.Args) != 4 {
		fmt.Fprintln(os.Stderr, "usage: speed HIDDEN BATCH SECONDS")
		os.Exit(2)
	}
	var n [3]int
	for i := range n {
		n[i], _ = strconv.Atoi(os.Args[i+1])
	}
	if err := run(n[0], n[1], time.Duration(n[2])*time.Second); err != nil {
		fmt.Fprintln(os.Stderr, "speed:", err)
		os.Exit(1)
	}
}

func run(hidden, rows int, budget time.Duration) error {
	c := dsac.Default(state, actions, 1_000_000)
	c.Hidden, c.Batch = []int{hidden, hidden}, rows
	agent, err := dsac.New(c, 1, kernel.Best())
	if err != nil {
		return err
	}
	replay, batch, err := filled(c, rows)
	if err != nil {
		return err
	}
	_ = replay
	update := timed(budget, func() { agent.Update(batch) })
	judge, row, mask := agent.Judge(), batch.State[:kernel.Padded(state)], dsac.AllValid(actions)
	decide := timed(budget/4, func() { judge.Best(row, mask) })
	return json.NewEncoder(os.Stdout).Encode(map[string]any{
		"kernel": kernel.Best().String(), "hidden": hidden, "batch": rows, "update_us": update, "decision_us": decide,
	})
}

// filled is a replay and a batch drawn from it.
func filled(c dsac.Config, rows int) (*dsac.Replay, *dsac.Batch, error) {
	rng := rand.New(rand.NewPCG(1, 1))
	replay, err := dsac.NewReplay(c, 1, 4096)
	if err != nil {
		return nil, nil, err
	}
	row := make([]float32, kernel.Padded(c.State))
	for range 4096 {
		for i := range c.State {
			row[i] = float32(rng.NormFloat64())
		}
		mask := dsac.AllValid(actions) &^ (1 << rng.IntN(actions))
		action := rng.IntN(actions)
		for !mask.Valid(action) {
			action = rng.IntN(actions)
		}
		replay.Add(0, dsac.Taken{State: row, Mask: mask, Action: action, Reward: float32(rng.NormFloat64())}, false)
	}
	batch := dsac.NewBatch(c, rows)
	replay.Sample(c, rng, rows, batch)
	return replay, batch, nil
}

// timed is the processor time of one call, in microseconds.
func timed(budget time.Duration, call func()) float64 {
	for range 20 {
		call()
	}
	calls := 0
	start := used()
	for used()-start < budget {
		for range 20 {
			call()
		}
		calls += 20
	}
	return float64((used() - start).Nanoseconds()) / 1e3 / float64(calls)
}

// used is the process's processor time so far.
func used() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
