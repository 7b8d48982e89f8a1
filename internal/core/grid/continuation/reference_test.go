package continuation_test

import (
	"errors"
	"math"
	"testing"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
	"github.com/pouw-dem/pouwdem/internal/core/grid/continuation"
	"github.com/pouw-dem/pouwdem/internal/core/grid/powerflow"
	"github.com/pouw-dem/pouwdem/internal/gridtest"
)

func compile(t *testing.T, c *grid.Case) *grid.Network {
	t.Helper()
	net, err := grid.Compile(c, grid.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return net
}

// MATPOWER 8.1's runcpf, nose tolerance 1e-7: the largest lambda to 1e-5.
func TestTheNoseIsWhereMATPOWERFindsIt(t *testing.T) {
	table := gridtest.Read(t, "cpf/summary.csv")
	for row := range table.Rows {
		name, target := table.Text("case", row), table.Text("target", row)
		t.Run(name, func(t *testing.T) {
			base := gridtest.Case(t, name)
			to := continuation.Scaled(base, 2.5)
			if target == "case9target" {
				to = gridtest.Case(t, target)
			}
			curve, err := continuation.Follow(compile(t, base), compile(t, to), continuation.Options{})
			if err != nil {
				t.Fatal(err)
			}
			want := table.Number(t, "max_lam", row)
			if !curve.Nose || math.Abs(curve.MaxLambda-want) > 1e-5 {
				t.Errorf("nose at %.8f, MATPOWER's at %.8f, %d points", curve.MaxLambda, want, len(curve.Points))
			}
		})
	}
}

// line is a source, a line without resistance and a load: solvable up to
// P = V^2/(2X) (1 - sin phi) / cos phi, by hand.
func line(pd, qd float64) *grid.Case {
	return &grid.Case{
		Name: "line", BaseMVA: 100,
		Buses: []grid.Bus{{ID: 1, Type: grid.Ref, Vm: 1}, {ID: 2, Type: grid.PQ, Pd: pd, Qd: qd, Vm: 1}},
		Gens:  []grid.Generator{{Bus: 1, Vg: 1, Status: 1, Pmax: 1000, Qmax: 1000, Qmin: -1000}},
		Branches: []grid.Branch{
			{From: 1, To: 2, X: 0.5, Status: 1},
		},
	}
}

func TestTheNoseOfALineIsTheOneByHand(t *testing.T) {
	tan := 0.3
	curve, err := continuation.Follow(compile(t, line(10, 10*tan)), compile(t, line(20, 20*tan)), continuation.Options{})
	if err != nil {
		t.Fatal(err)
	}
	phi := math.Atan(tan)
	most := 100 / (2 * 0.5) * (1 - math.Sin(phi)) / math.Cos(phi) // MW
	if got := 10 + 10*curve.MaxLambda; math.Abs(got-most) > 1e-4 {
		t.Errorf("nose at %.6f MW, by hand %.6f", got, most)
	}
	if curve.WeakestBus != 1 {
		t.Errorf("the weakest bus is %d", curve.WeakestBus)
	}
}

func TestEveryPointOfTheCurveIsAPowerFlow(t *testing.T) {
	base := line(10, 3)
	curve, err := continuation.Follow(compile(t, base), compile(t, line(20, 6)), continuation.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range curve.Points[:len(curve.Points)/2] {
		net := compile(t, line(10+10*p.Lambda, 3+3*p.Lambda))
		r, err := powerflow.New(net).Solve(powerflow.Options{Start: powerflow.Warm, Vm: p.Vm, Va: p.Va})
		if err != nil || r.Iterations > 1 {
			t.Fatalf("lambda %g: %v in %d iterations", p.Lambda, err, r.Iterations)
		}
	}
}

func TestReactiveLimitsBringTheNoseCloserAndAreTold(t *testing.T) {
	base := gridtest.Case(t, "case14")
	free, err := continuation.Follow(compile(t, base), compile(t, continuation.Scaled(base, 2.5)), continuation.Options{})
	if err != nil {
		t.Fatal(err)
	}
	held, err := continuation.Follow(compile(t, base), compile(t, continuation.Scaled(base, 2.5)), continuation.Options{QLimits: true})
	if err != nil {
		t.Fatal(err)
	}
	if held.MaxLambda >= free.MaxLambda || len(held.Events) < 2 {
		t.Errorf("nose at %g with limits, %g without; events %v", held.MaxLambda, free.MaxLambda, held.Events)
	}
}

func TestATargetThatAsksForNothingIsRefused(t *testing.T) {
	net := compile(t, line(10, 3))
	if _, err := continuation.Follow(net, net, continuation.Options{}); !errors.Is(err, continuation.ErrInput) {
		t.Errorf("got %v", err)
	}
}
