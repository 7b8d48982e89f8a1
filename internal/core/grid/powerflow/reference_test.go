package powerflow_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
	"github.com/pouw-dem/pouwdem/internal/core/grid/powerflow"
	"github.com/pouw-dem/pouwdem/internal/gridtest"
)

// The references are MATPOWER 8.1's. Tolerances: 1e-8 p.u. and 1e-6 degrees in
// voltages (the tables themselves stop at a residual below 1e-8 p.u.), 1e-5 MW
// and MVAr in flows and generation, except where the table's own residual is
// larger than that.
const (
	volts   = 1e-8
	degrees = 1e-6
	powers  = 2e-5
)

func TestNewtonMeetsMATPOWER(t *testing.T) {
	for _, c := range []struct {
		name        string
		case1, flat int // iterations from the case's start and from a flat one
	}{
		{"case4gs", 3, 3},
		{"case5", 3, 3},
		{"case6ww", 3, 3},
		{"case9", 4, 4},
		{"case14", 2, 4},
		{"case24_ieee_rts", 4, 4},
		{"case30", 3, 3},
		{"case_ieee30", 2, 4},
		{"case33bw", 3, 3},
		{"case39", 1, 4},
		{"case57", 3, 4},
		{"case69", 4, 4},
		{"case118", 3, 4},
		{"case_ACTIVSg200", 2, 4},
		{"case300", 5, 5},
		{"case_ACTIVSg500", 3, 4},
		{"case1354pegase", 4, 5},
		{"case_ACTIVSg2000", 3, 5},
		{"case2869pegase", 6, 5},
	} {
		t.Run(c.name, func(t *testing.T) {
			net := gridtest.Network(t, c.name)
			solver := powerflow.New(net)
			r, err := solver.Solve(powerflow.Options{Start: powerflow.FromCase})
			if err != nil {
				t.Fatal(err)
			}
			if r.Iterations != c.case1 {
				t.Errorf("%d iterations from the case, MATPOWER takes %d", r.Iterations, c.case1)
			}
			compare(t, "pf/"+c.name, r.Apply())
			flat, err := solver.Solve(powerflow.Options{Start: powerflow.Flat})
			if err != nil {
				t.Fatal(err)
			}
			if flat.Iterations != c.flat {
				t.Errorf("%d iterations from flat, MATPOWER takes %d", flat.Iterations, c.flat)
			}
		})
	}
}

// compare looks at every bus, branch and generator of a reference.
func compare(t *testing.T, name string, got *grid.Case) {
	t.Helper()
	worst := func(what string, limit float64, rows int, diff func(i int) float64) {
		t.Helper()
		most, at := 0.0, 0
		for i := range rows {
			if d := diff(i); !(d <= most) {
				most, at = d, i
			}
		}
		if !(most <= limit) {
			t.Errorf("%s differs by %.3g at row %d, allowed is %.3g", what, most, at+1, limit)
		}
	}
	bus := gridtest.Read(t, name+"_bus.csv")
	worst("Vm", volts, bus.Rows, func(i int) float64 { return math.Abs(bus.Number(t, "Vm", i) - got.Buses[i].Vm) })
	worst("Va", degrees, bus.Rows, func(i int) float64 { return math.Abs(bus.Number(t, "Va_deg", i) - got.Buses[i].Va) })
	branch := gridtest.Read(t, name+"_branch.csv")
	for column, of := range map[string]func(grid.Branch) float64{
		"Pf": func(b grid.Branch) float64 { return b.Pf }, "Qf": func(b grid.Branch) float64 { return b.Qf },
		"Pt": func(b grid.Branch) float64 { return b.Pt }, "Qt": func(b grid.Branch) float64 { return b.Qt },
	} {
		worst(column, powers, branch.Rows, func(i int) float64 { return math.Abs(branch.Number(t, column, i) - of(got.Branches[i])) })
	}
	gen := gridtest.Read(t, name+"_gen.csv")
	worst("Pg", powers, gen.Rows, func(i int) float64 { return math.Abs(gen.Number(t, "Pg", i) - got.Gens[i].Pg) })
	worst("Qg", powers, gen.Rows, func(i int) float64 { return math.Abs(gen.Number(t, "Qg", i) - got.Gens[i].Qg) })
}

func TestDCMeetsMATPOWER(t *testing.T) {
	for _, name := range []string{
		"case4gs", "case5", "case6ww", "case9", "case14", "case24_ieee_rts", "case30", "case_ieee30", "case33bw", "case39",
		"case57", "case69", "case118", "case_ACTIVSg200", "case300", "case_ACTIVSg500", "case1354pegase", "case_ACTIVSg2000", "case2869pegase",
	} {
		t.Run(name, func(t *testing.T) {
			r, err := powerflow.SolveDC(gridtest.Network(t, name), powerflow.Options{})
			if err != nil {
				t.Fatal(err)
			}
			got := r.Apply()
			near := func(what string, row int, got, want float64) {
				if !(math.Abs(got-want) <= 1e-9*max(1, math.Abs(want))) {
					t.Fatalf("%s, row %d: %.12g, MATPOWER has %.12g", what, row+1, got, want)
				}
			}
			bus := gridtest.Read(t, "dc/"+name+"_bus.csv")
			for i := range bus.Rows {
				near("Va", i, got.Buses[i].Va, bus.Number(t, "Va_deg", i))
			}
			branch := gridtest.Read(t, "dc/"+name+"_branch.csv")
			for i := range branch.Rows {
				near("Pf", i, got.Branches[i].Pf, branch.Number(t, "Pf", i))
			}
			gen := gridtest.Read(t, "dc/"+name+"_gen.csv")
			for i := range gen.Rows {
				near("Pg", i, got.Gens[i].Pg, gen.Number(t, "Pg", i))
			}
		})
	}
}

func TestReactiveLimitsMeetMATPOWERBothWays(t *testing.T) {
	modes := map[int]powerflow.QLimits{1: powerflow.AllAtOnce, 2: powerflow.OneAtATime}
	for _, name := range []string{
		"case14", "case30", "case39", "case57", "case118", "case_ACTIVSg200", "case300", "case1354pegase", "case_ACTIVSg2000", "case2869pegase",
	} {
		for mode, limits := range modes {
			t.Run(fmt.Sprintf("%s mode %d", name, mode), func(t *testing.T) {
				r, err := powerflow.New(gridtest.Network(t, name)).Solve(powerflow.Options{Start: powerflow.FromCase, QLimits: limits})
				if err != nil {
					t.Fatal(err)
				}
				got := r.Apply()
				bus := gridtest.Read(t, fmt.Sprintf("qlim/%s_m%d_bus.csv", name, mode))
				for i := range bus.Rows {
					if d := math.Abs(got.Buses[i].Vm - bus.Number(t, "Vm", i)); !(d <= volts) {
						t.Fatalf("Vm at row %d differs by %.3g", i+1, d)
					}
					if d := math.Abs(got.Buses[i].Va - bus.Number(t, "Va_deg", i)); !(d <= degrees) {
						t.Fatalf("Va at row %d differs by %.3g", i+1, d)
					}
				}
				gen := gridtest.Read(t, fmt.Sprintf("qlim/%s_m%d_gen.csv", name, mode))
				for i := range gen.Rows {
					if d := math.Abs(got.Gens[i].Qg - gen.Number(t, "Qg", i)); !(d <= 1e-4) {
						t.Fatalf("Qg at row %d differs by %.3g", i+1, d)
					}
				}
			})
		}
	}
}

func TestDecoupledTakesMATPOWERsIterations(t *testing.T) {
	for _, c := range []struct {
		name   string
		xb, bx int
	}{{"case14", 6, 8}, {"case118", 8, 7}, {"case300", 9, 9}, {"case1354pegase", 8, 9}, {"case2869pegase", 9, 11}} {
		t.Run(c.name, func(t *testing.T) {
			net := gridtest.Network(t, c.name)
			solver := powerflow.New(net)
			exact, err := solver.Solve(powerflow.Options{Start: powerflow.FromCase})
			if err != nil {
				t.Fatal(err)
			}
			for method, want := range map[powerflow.Method]int{powerflow.DecoupledXB: c.xb, powerflow.DecoupledBX: c.bx} {
				r, err := solver.Solve(powerflow.Options{Method: method, Start: powerflow.FromCase})
				if err != nil {
					t.Fatal(err)
				}
				if r.Iterations != want {
					t.Errorf("method %d: %d iterations, MATPOWER takes %d", method, r.Iterations, want)
				}
				for i := range r.Vm {
					if d := math.Abs(r.Vm[i] - exact.Vm[i]); d > 1e-7 {
						t.Fatalf("method %d: Vm of bus %d differs from Newton's by %g", method, net.BusID(i), d)
					}
				}
			}
		})
	}
}

func TestGaussSeidelReachesNewtonsSolution(t *testing.T) {
	for _, name := range []string{"case4gs", "case9", "case14", "case30", "case33bw"} {
		t.Run(name, func(t *testing.T) {
			solver := powerflow.New(gridtest.Network(t, name))
			exact, err := solver.Solve(powerflow.Options{})
			if err != nil {
				t.Fatal(err)
			}
			r, err := solver.Solve(powerflow.Options{Method: powerflow.GaussSeidel, Iterations: 5000})
			if err != nil {
				t.Fatal(err)
			}
			for i := range r.Vm {
				if d := math.Abs(r.Vm[i] - exact.Vm[i]); d > 1e-6 {
					t.Fatalf("Vm %d differs by %g", i, d)
				}
			}
		})
	}
}
