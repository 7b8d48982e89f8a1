package contingency_test

import (
	"errors"
	"math"
	"slices"
	"testing"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
	"github.com/pouw-dem/pouwdem/internal/core/grid/contingency"
	"github.com/pouw-dem/pouwdem/internal/core/grid/powerflow"
	"github.com/pouw-dem/pouwdem/internal/core/grid/synth"
)

// Angles by one factorisation are those of the case solved without the branch,
// and all of them balance at once; one that is wrong does not.
func TestAnglesAfterALossAreThoseOfTheNetworkWithoutIt(t *testing.T) {
	c, err := synth.Generate(synth.Options{Buses: 60, Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	net, err := grid.Compile(c, grid.Options{})
	if err != nil {
		t.Fatal(err)
	}
	p, _ := net.Injection(nil, nil)
	l := linear(t, net)
	s, err := contingency.NewScreening(net, p)
	if err != nil {
		t.Fatal(err)
	}
	before := l.BaseAngles(p)
	var lost []int
	var rows [][]float64
	var weights []float64
	for k := range net.Branch.Row {
		after := make([]float64, net.N())
		if !l.OutageAngles(before, k, after) {
			continue
		}
		lost, rows, weights = append(lost, k), append(rows, after), append(weights, 1.5)
		without := *c
		without.Branches = slices.Clone(c.Branches)
		without.Branches[net.Branch.Row[k]].Status = 0
		cut, err := grid.Compile(&without, grid.Options{})
		if err != nil {
			t.Fatal(err)
		}
		dc, err := powerflow.SolveDC(cut, powerflow.Options{})
		if err != nil {
			t.Fatal(err)
		}
		b := net.Branch
		for m, flow := range dc.Flow {
			at := slices.Index(b.Row, cut.Branch.Row[m])
			got := (after[b.From[at]] - after[b.To[at]] - b.Shift[at]) / (b.X[at] * b.Tap[at])
			if math.Abs(got-flow) > 1e-8 {
				t.Fatalf("loss of %d: branch %d carries %g, alone %g", k, at, got, flow)
			}
		}
	}
	if err := s.Balanced(lost, rows, weights, 1e-6); err != nil {
		t.Error(err)
	}
	rows[3][20] += 1e-3
	if err := s.Balanced(lost, rows, weights, 1e-4); !errors.Is(err, contingency.ErrAngles) {
		t.Error(err)
	}
}
