package powerflow_test

import (
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
	"github.com/pouw-dem/pouwdem/internal/core/grid/powerflow"
)

// ring is a small network: n buses in a circle, the first the reference, every
// third controlled.
func ring(n int) *grid.Case {
	c := &grid.Case{Name: "ring", BaseMVA: 100}
	for i := range n {
		b := grid.Bus{ID: 10 * (i + 1), Type: grid.PQ, Pd: 20 + float64(i%4), Qd: 5, Vm: 1, BaseKV: 138, Vmax: 1.1, Vmin: 0.9}
		if i%3 == 0 {
			b.Type = grid.PV
			c.Gens = append(c.Gens, grid.Generator{Bus: b.ID, Pg: 50, Qmax: 100, Qmin: -100, Vg: 1.02, Status: 1, Pmax: 200})
		}
		c.Buses = append(c.Buses, b)
		c.Branches = append(c.Branches, grid.Branch{From: b.ID, To: 10 * ((i+1)%n + 1), R: 0.01, X: 0.08, B: 0.02, Status: 1})
	}
	c.Buses[0].Type = grid.Ref
	return c
}

func compile(t *testing.T, c *grid.Case) *grid.Network {
	t.Helper()
	net, err := grid.Compile(c, grid.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return net
}

func solve(t *testing.T, c *grid.Case, opt powerflow.Options) *powerflow.Result {
	t.Helper()
	r, err := powerflow.New(compile(t, c)).Solve(opt)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestWhatIsGeneratedIsConsumedOrLost(t *testing.T) {
	for _, shared := range []bool{false, true} {
		c := ring(12)
		c.Buses[4].Gs = 3
		r := solve(t, c, powerflow.Options{Shared: shared})
		var generated, consumed float64
		for _, p := range r.Pg {
			generated += p
		}
		for i, b := range c.Buses {
			consumed += (b.Pd + b.Gs*r.Vm[i]*r.Vm[i]) / c.BaseMVA
		}
		if d := generated - consumed - r.Losses(); math.Abs(d) > 1e-8 {
			t.Errorf("shared %v: %g p.u. appear from nowhere", shared, d)
		}
	}
}

func TestOrderOfTheCaseDoesNotMatter(t *testing.T) {
	c := ring(20)
	want := solve(t, c, powerflow.Options{})
	shuffled := *c
	shuffled.Buses, shuffled.Branches = slices.Clone(c.Buses), slices.Clone(c.Branches)
	rng := rand.New(rand.NewPCG(1, 2))
	rng.Shuffle(len(shuffled.Buses), func(i, j int) {
		shuffled.Buses[i], shuffled.Buses[j] = shuffled.Buses[j], shuffled.Buses[i]
	})
	rng.Shuffle(len(shuffled.Branches), func(i, j int) {
		shuffled.Branches[i], shuffled.Branches[j] = shuffled.Branches[j], shuffled.Branches[i]
	})
	got := solve(t, &shuffled, powerflow.Options{})
	for i, b := range c.Buses {
		j := got.Network.Bus.Index[b.ID]
		if math.Abs(want.Vm[i]-got.Vm[j]) > 1e-11 || math.Abs(want.Va[i]-got.Va[j]) > 1e-11 {
			t.Fatalf("bus %d: %g at %g, shuffled %g at %g", b.ID, want.Vm[i], want.Va[i], got.Vm[j], got.Va[j])
		}
	}
}

func TestSharedSlackIsSharedByWeight(t *testing.T) {
	c := ring(9)
	alone := solve(t, c, powerflow.Options{})
	r := solve(t, c, powerflow.Options{Shared: true, Participation: []float64{1, 2, 1}})
	taken := r.SharedSlack[0]
	for k, weight := range []float64{0.25, 0.5, 0.25} {
		if d := r.Pg[k] - 0.5 - weight*taken; math.Abs(d) > 1e-10 {
			t.Errorf("generator %d gives %g p.u., want %g", k, r.Pg[k], 0.5+weight*taken)
		}
	}
	if math.Abs(taken-(alone.Pg[0]-0.5)) > 0.01 {
		t.Errorf("the generators take %g p.u. together, one alone takes %g", taken, alone.Pg[0]-0.5)
	}
	dc, err := powerflow.SolveDC(compile(t, c), powerflow.Options{Shared: true, Participation: []float64{1, 2, 1}})
	if err != nil {
		t.Fatal(err)
	}
	var demand float64
	for _, b := range c.Buses {
		demand += b.Pd / c.BaseMVA
	}
	more := demand - 1.5
	for k, weight := range []float64{0.25, 0.5, 0.25} {
		if d := dc.Pg[k] - 0.5 - weight*more; math.Abs(d) > 1e-12 {
			t.Errorf("direct current: generator %d gives %g p.u., want %g", k, dc.Pg[k], 0.5+weight*more)
		}
	}
}

func TestIslandsHaveReferencesOfTheirOwnAndDeadOnesAreNamed(t *testing.T) {
	c := ring(9)
	c.Branches[2].Status, c.Branches[5].Status = 0, 0 // 40, 50, 60 stand alone with a generator at 40
	c.Buses = append(c.Buses, grid.Bus{ID: 999, Type: grid.PQ, Pd: 1, Vm: 1}, grid.Bus{ID: 7, Type: grid.Isolated, Vm: 1})
	r := solve(t, c, powerflow.Options{})
	net := r.Network
	if net.Islands != 3 || len(net.Dead) != 1 || net.BusID(net.Dead[0]) != 999 {
		t.Fatalf("%d islands, dead %v", net.Islands, net.Dead)
	}
	if r.Kind[net.Bus.Index[40]] != grid.Ref || r.Vm[net.Dead[0]] != 0 {
		t.Errorf("bus 40 has role %d, the dead bus %g p.u.", r.Kind[net.Bus.Index[40]], r.Vm[net.Dead[0]])
	}
}

func TestLoadsOfConstantImpedanceAreShunts(t *testing.T) {
	asLoad, asShunt := ring(9), ring(9)
	for i := range asLoad.Buses {
		asLoad.Buses[i].ZipP = 1
		b := &asShunt.Buses[i]
		b.Gs, b.Bs, b.Pd, b.Qd = b.Pd, -b.Qd, 0, 0
	}
	a, b := solve(t, asLoad, powerflow.Options{}), solve(t, asShunt, powerflow.Options{})
	for i := range a.Vm {
		if math.Abs(a.Vm[i]-b.Vm[i]) > 1e-9 || math.Abs(a.Va[i]-b.Va[i]) > 1e-9 {
			t.Fatalf("bus %d: %g as a load, %g as a shunt", i, a.Vm[i], b.Vm[i])
		}
	}
}

func TestALimitThatNoLongerBindsIsGivenBack(t *testing.T) {
	c := ring(9)
	c.Gens[1].Qmax, c.Gens[1].Qmin = 0, -1 // too little to hold 1.02 p.u. at bus 40
	r := solve(t, c, powerflow.Options{QLimits: powerflow.WithReturn})
	if len(r.Limited) != 1 || r.Limited[0].Generator != 1 || !r.Limited[0].AtMax {
		t.Fatalf("limited: %+v", r.Limited)
	}
	if r.Qg[1] != 0 || r.Vm[3] >= 1.02 {
		t.Errorf("generator at its limit gives %g p.u., bus at %g", r.Qg[1], r.Vm[3])
	}
}

func TestNoSolutionIsSaidAndExplained(t *testing.T) {
	c := ring(9)
	for i := range c.Buses {
		c.Buses[i].Pd *= 200
	}
	r, err := powerflow.New(compile(t, c)).Solve(powerflow.Options{})
	if !errors.Is(err, powerflow.ErrNoSolution) || r.Converged || r.Diagnosis == nil || r.Diagnosis.ShortMW <= 0 {
		t.Fatalf("error %v, diagnosis %+v", err, r.Diagnosis)
	}
	if len(r.Diagnosis.Mismatches) == 0 {
		t.Error("no bus is named")
	}
}

func TestWhatIsNoNumberIsNeverASolution(t *testing.T) {
	net := compile(t, ring(9))
	nan := make([]float64, net.N())
	nan[3] = math.NaN()
	if _, err := powerflow.New(net).Solve(powerflow.Options{Pd: nan}); !errors.Is(err, powerflow.ErrInput) {
		t.Errorf("got %v", err)
	}
	huge := make([]float64, net.N())
	for i := range huge {
		huge[i] = 1e300
	}
	if r, err := powerflow.New(net).Solve(powerflow.Options{Pd: huge}); err == nil || r.Converged {
		t.Errorf("demand of 1e300 p.u. was met: %v", err)
	}
}

func TestNewtonDoesNotAllocateWhileItIterates(t *testing.T) {
	s := powerflow.New(compile(t, ring(60)))
	few := testing.AllocsPerRun(5, func() { _, _ = s.Solve(powerflow.Options{Start: powerflow.Flat, Tolerance: 0.5}) })
	many := testing.AllocsPerRun(5, func() { _, _ = s.Solve(powerflow.Options{Start: powerflow.Flat, Tolerance: 1e-10}) })
	if many > few {
		t.Errorf("%g allocations with more iterations, %g with fewer", many, few)
	}
}

func TestSeriesStartsFromTheMomentBefore(t *testing.T) {
	net := compile(t, ring(12))
	var iterations []int
	err := powerflow.New(net).Series(powerflow.Scaled(net, []float64{1, 1, 1.01}), powerflow.Options{}, func(_ int, r *powerflow.Result, err error) bool {
		if err != nil {
			t.Fatal(err)
		}
		iterations = append(iterations, r.Iterations)
		return true
	})
	if err != nil || len(iterations) != 3 || iterations[1] != 0 || iterations[2] > iterations[0] {
		t.Errorf("iterations %v, error %v", iterations, err)
	}
}
