package work_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/grid/powerflow"
	"github.com/pouw-dem/pouwdem/internal/core/grid/synth"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
	"github.com/pouw-dem/pouwdem/internal/core/work"
)

// fastest is the shortest of some runs: what the machine needs when it is left
// alone.
func fastest(runs int, f func()) time.Duration {
	best := time.Hour
	for range runs {
		start := time.Now()
		f()
		best = min(best, time.Since(start))
	}
	return best
}

// TestWhatAChecksCosts measures and asserts nothing about time; bench/work.sh
// writes down what it logs.
func TestWhatAChecksCosts(t *testing.T) {
	dir := os.Getenv("GRID_DATA")
	if dir == "" {
		t.Skip("GRID_DATA names no folder with case files: nothing to measure")
	}
	for _, name := range []string{"case1354pegase", "case2869pegase"} {
		path := filepath.Join("..", "..", "..", dir, name+".m")
		text, err := os.ReadFile(path)
		if err != nil {
			t.Skipf("%s is not there: %v", path, err)
		}
		flowCost(t, name, text)
		batchCost(t, name, text, 1000, 64)
	}
}

// TestWhatACheckOfEachKindCosts is the same for every kind of task, on the network
// that the program studies by default.
func TestWhatACheckOfEachKindCosts(t *testing.T) {
	if os.Getenv("GRID_DATA") == "" {
		t.Skip("GRID_DATA names no folder: nothing is measured")
	}
	c, err := synth.Default()
	if err != nil {
		t.Fatal(err)
	}
	var text bytes.Buffer
	if err := c.WriteCase(&text); err != nil {
		t.Fatal(err)
	}
	leaves := map[work.Kind]int{work.N1: 1000, work.Series: 24, work.Adequacy: 1000, work.Screening: 1000, work.Swing: 1}
	for _, kind := range work.Kinds() {
		about := text.Bytes()
		if kind == work.Forecast {
			past, _ := wave(35)
			about, leaves[kind] = past.Text(), 24
		}
		kindCost(t, kind, about, leaves[kind])
	}
}

func kindCost(t *testing.T, kind work.Kind, text []byte, leaves int) {
	s := spec(text, kind, leaves)
	if kind == work.Forecast {
		s.Spread = 0
	}
	q, err := s.Build(text)
	if err != nil {
		t.Fatal(err)
	}
	runs := 5
	if kind.Class() == work.Heavy {
		runs = 1
	}
	var r *work.Result
	solve := fastest(runs, func() {
		if r, err = work.Solve(q, key(1), 1); err != nil {
			t.Fatal(err)
		}
	})
	v := work.NewVerifier(q)
	wanted := v.Sample(r.Commitment, reveal(), proof.Hash{}, 64)
	opened, err := r.Open(wanted)
	if err != nil {
		t.Fatal(err)
	}
	bytes := 0
	for _, o := range opened {
		bytes += len(o.Voltages)
	}
	check := fastest(runs, func() {
		if _, err := v.Openings(r.Commitment, wanted, opened); err != nil {
			t.Fatal(err)
		}
	})
	t.Logf("%-11s %5d leaves in %9v, %2d of them checked in %9v: %5.1f times less, %4d KB opened",
		kind, s.Leaves(), solve.Round(10*time.Microsecond), len(opened), check.Round(10*time.Microsecond), float64(solve)/float64(check), bytes/1000)
}

func flowCost(t *testing.T, name string, text []byte) {
	s := spec(text, work.PowerFlow, 0)
	base := s
	base.Spread = 0
	before, err := base.Build(text)
	if err != nil {
		t.Fatal(err)
	}
	cold, err := powerflow.New(before.Net).Solve(powerflow.Options{})
	if err != nil {
		t.Fatal(err)
	}
	q, err := s.Build(text)
	if err != nil {
		t.Fatal(err)
	}
	// Warm: the task's loads, 2 % off each, from the voltages of the case.
	solver := powerflow.New(q.Net)
	opt := powerflow.Options{Start: powerflow.Warm, Vm: cold.Vm, Va: cold.Va}
	r, err := work.Solve(q, key(1), 1)
	if err != nil {
		t.Fatal(err)
	}
	v := work.NewVerifier(q)
	opened, err := r.Open([]int{0})
	if err != nil {
		t.Fatal(err)
	}
	var solve, check time.Duration
	solve, check = time.Hour, time.Hour
	for range 5 {
		solve = min(solve, fastest(5, func() {
			if _, err := solver.Solve(opt); err != nil {
				t.Fatal(err)
			}
		}))
		check = min(check, fastest(5, func() {
			if _, err := v.Openings(r.Commitment, []int{0}, opened); err != nil {
				t.Fatal(err)
			}
		}))
	}
	residual := fastest(25, func() {
		if err := v.Residual(opened[0]); err != nil {
			t.Fatal(err)
		}
	})
	t.Logf("%-16s power flow: warm solve %v, residual check %v (%.0f times less), whole check with hashing and findings %v (%.1f times less)",
		name, solve.Round(time.Microsecond), residual.Round(time.Microsecond), float64(solve)/float64(residual), check.Round(time.Microsecond), float64(solve)/float64(check))
}

func batchCost(t *testing.T, name string, text []byte, outages, opened int) {
	s := spec(text, work.N1, outages)
	s.Spread = 0
	q, err := s.Build(text)
	if err != nil {
		t.Fatal(err)
	}
	var r *work.Result
	solve := fastest(2, func() {
		if r, err = work.Solve(q, key(1), 1); err != nil {
			t.Fatal(err)
		}
	})
	v := work.NewVerifier(q)
	// Leaves that say that there is no solution are solved again; they are rare,
	// and counted apart.
	wanted := proof.Draw(reveal(), outages, opened)
	leaves, err := r.Open(wanted)
	if err != nil {
		t.Fatal(err)
	}
	var done work.Checked
	check := fastest(5, func() {
		if done, err = v.Openings(r.Commitment, wanted, leaves); err != nil {
			t.Fatal(err)
		}
	})
	t.Logf("%-16s %d outages: batch with its commitment %v, %d openings checked in %v (%.1f times less; %d of them solved again)",
		name, outages, solve.Round(time.Millisecond), opened, check.Round(time.Microsecond), float64(solve)/float64(check), done.Rerun)
}
