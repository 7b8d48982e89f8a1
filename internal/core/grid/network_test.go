package grid_test

import (
	"errors"
	"math"
	"math/cmplx"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
)

// path is n PQ buses 10, 20, ... in a row, with a reference and its generator
// at the first.
func path(n int) *grid.Case {
	c := &grid.Case{Name: "path", BaseMVA: 100}
	for i := range n {
		c.Buses = append(c.Buses, grid.Bus{ID: 10 * (i + 1), Type: grid.PQ, Vm: 1, Pd: 10})
		if i > 0 {
			c.Branches = append(c.Branches, grid.Branch{From: 10 * i, To: 10 * (i + 1), R: 0.01, X: 0.1, Status: 1})
		}
	}
	c.Buses[0].Type = grid.Ref
	c.Gens = []grid.Generator{{Bus: 10, Vg: 1.05, Status: 1}}
	return c
}

func compiled(t *testing.T, c *grid.Case) *grid.Network {
	t.Helper()
	n, err := grid.Compile(c, grid.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestABusKeepsItsTypeOnlyWithALiveGenerator(t *testing.T) {
	c := path(4)
	c.Buses[1].Type, c.Buses[2].Type = grid.PV, grid.PV
	c.Gens = append(c.Gens,
		grid.Generator{Bus: 20, Vg: 1, Status: 1},
		grid.Generator{Bus: 30, Vg: 1, Status: 0},
		grid.Generator{Bus: 40, Vg: 1.2, Status: 1}) // at a PQ bus: it controls nothing
	n := compiled(t, c)
	if diff := cmp.Diff([]grid.BusType{grid.Ref, grid.PV, grid.PQ, grid.PQ}, n.Bus.Kind); diff != "" {
		t.Error(diff)
	}
	if n.Bus.Vm[3] != 1 {
		t.Errorf("voltage %g at the PQ bus with a generator, want the case's 1", n.Bus.Vm[3])
	}
}

func TestAGeneratorIsInServiceWhenItsStatusIsPositive(t *testing.T) {
	c := path(2)
	c.Gens = append(c.Gens, grid.Generator{Bus: 10, Status: -1}, grid.Generator{Bus: 10, Status: 0.5, Vg: 1})
	if diff := cmp.Diff([]int{0, 2}, compiled(t, c).Gen.Row); diff != "" {
		t.Error(diff)
	}
}

func TestABranchIsInServiceWhenItsStatusIsNotZero(t *testing.T) {
	c := path(3)
	c.Branches[0].Status = -1
	c.Branches = append(c.Branches, grid.Branch{From: 10, To: 30, X: 0.1, Status: 0})
	if diff := cmp.Diff([]int{0, 1}, compiled(t, c).Branch.Row); diff != "" {
		t.Error(diff)
	}
}

func TestTheLastGeneratorAtABusSetsItsVoltage(t *testing.T) {
	c := path(2)
	c.Gens = append(c.Gens, grid.Generator{Bus: 10, Vg: 1.01, Status: 1}, grid.Generator{Bus: 10, Vg: 0.9, Status: 0})
	if got := compiled(t, c).Bus.Vm[0]; got != 1.01 {
		t.Errorf("voltage %g, want 1.01", got)
	}
}

func TestWhatHangsOnAnIsolatedBusIsOutOfService(t *testing.T) {
	c := path(3)
	c.Buses[2].Type = grid.Isolated
	c.Gens = append(c.Gens, grid.Generator{Bus: 30, Status: 1})
	n := compiled(t, c)
	if n.N() != 2 || len(n.Branch.Row) != 1 || len(n.Gen.Row) != 1 {
		t.Errorf("%d buses, %d branches, %d generators, want 2, 1, 1", n.N(), len(n.Branch.Row), len(n.Gen.Row))
	}
}

func TestEachIslandHasAReferenceOfItsOwn(t *testing.T) {
	c := path(6)
	c.Branches[1].Status, c.Branches[3].Status = 0, 0 // 10-20, 30-40, 50-60
	c.Buses[3].Type = grid.PV
	c.Gens = append(c.Gens, grid.Generator{Bus: 40, Vg: 1, Status: 1}, grid.Generator{Bus: 60, Vg: 1, Status: 1})
	n := compiled(t, c)
	if diff := cmp.Diff([]int{0, 0, 1, 1, 2, 2}, n.Island); diff != "" || n.Islands != 3 {
		t.Error(n.Islands, diff)
	}
	if diff := cmp.Diff([]int{0, 3, 5}, n.Refs()); diff != "" || len(n.Dead) != 0 {
		t.Error(n.Dead, diff)
	}
}

func TestAnIslandWithoutALiveGeneratorIsDead(t *testing.T) {
	c := path(4)
	c.Branches[1].Status = 0
	c.Gens = append(c.Gens, grid.Generator{Bus: 40, Vg: 1, Status: 0})
	n := compiled(t, c)
	if diff := cmp.Diff([]int{2, 3}, n.Dead); diff != "" {
		t.Error(diff)
	}
	if n.Bus.Kind[2] != grid.Isolated || n.Bus.Kind[3] != grid.Isolated {
		t.Errorf("kinds %v", n.Bus.Kind)
	}
}

func TestWithoutAReferenceTheFirstVoltageControlledBusIsOne(t *testing.T) {
	c := path(3)
	c.Buses[0].Type, c.Buses[1].Type, c.Buses[2].Type = grid.PQ, grid.PV, grid.PV
	c.Gens = []grid.Generator{{Bus: 30, Vg: 1, Status: 1}, {Bus: 20, Vg: 1, Status: 1}}
	if diff := cmp.Diff([]int{1}, compiled(t, c).Refs()); diff != "" {
		t.Error(diff)
	}
}

func TestParallelBranchesAddUpAndKeepTheirRows(t *testing.T) {
	c := path(2)
	c.Branches = append(c.Branches, grid.Branch{From: 20, To: 10, X: 0.2, Status: 1})
	n := compiled(t, c)
	want := -(1/complex(0.01, 0.1) + 1/complex(0, 0.2))
	if at := n.Y.At(0, 1); cmplx.Abs(complex(n.Y.G[at], n.Y.B[at])-want) > 1e-12 {
		t.Errorf("mutual admittance %g%+gi, want %g", n.Y.G[at], n.Y.B[at], want)
	}
	if len(n.Branch.Row) != 2 {
		t.Errorf("%d branches, want 2", len(n.Branch.Row))
	}
}

// The branch model of MATPOWER's manual, equation 3.2: with series admittance
// y, charging b and ratio N = tap e^(j shift) at the from end, Yff = (y+jb/2)/tap^2,
// Yft = -y/conj(N), Ytf = -y/N, Ytt = y+jb/2.
func TestABranchHasTheAdmittancesOfItsModel(t *testing.T) {
	c := path(2)
	c.Branches[0] = grid.Branch{From: 10, To: 20, R: 0.01, X: -0.1, B: 0.3, Tap: 0.95, Shift: -30, Status: 1}
	c.Buses[1].Gs, c.Buses[1].Bs = 5, -7
	n := compiled(t, c)
	y := 1 / complex(0.01, -0.1)
	ratio := cmplx.Rect(0.95, -math.Pi/6)
	for _, entry := range []struct {
		i, j int
		want complex128
	}{
		{0, 0, (y + 0.15i) / (0.95 * 0.95)},
		{0, 1, -y / cmplx.Conj(ratio)},
		{1, 0, -y / ratio},
		{1, 1, y + 0.15i + complex(0.05, -0.07)},
	} {
		at := n.Y.At(entry.i, entry.j)
		if got := complex(n.Y.G[at], n.Y.B[at]); cmplx.Abs(got-entry.want) > 1e-12 {
			t.Errorf("Y(%d,%d) = %g, want %g", entry.i, entry.j, got, entry.want)
		}
	}
}

func TestARatingOfZeroIsNoLimit(t *testing.T) {
	c := path(3)
	c.Branches[1].RateA = 50
	if diff := cmp.Diff([]float64{math.Inf(1), 0.5}, compiled(t, c).Branch.RateA); diff != "" {
		t.Error(diff)
	}
}

func TestWhatCannotBeCompiledIsAnErrorThatNamesIt(t *testing.T) {
	for want, spoil := range map[string]func(*grid.Case){
		"baseMVA is 0":                             func(c *grid.Case) { c.BaseMVA = 0 },
		"bus row 2 has number -1":                  func(c *grid.Case) { c.Buses[1].ID = -1 },
		"bus 10 stands in rows 1 and 2":            func(c *grid.Case) { c.Buses[1].ID = 10 },
		"bus 20 has type 5":                        func(c *grid.Case) { c.Buses[1].Type = 5 },
		"bus 20 has a value that is not finite":    func(c *grid.Case) { c.Buses[1].Pd = math.NaN() },
		"generator row 1 names bus 99":             func(c *grid.Case) { c.Gens[0].Bus = 99 },
		"generator row 1 at bus 10 has a value":    func(c *grid.Case) { c.Gens[0].Vg = math.Inf(1) },
		"generator row 1 at bus 10 has a limit":    func(c *grid.Case) { c.Gens[0].Qmax = math.NaN() },
		"branch row 1 (10-20) has a rating":        func(c *grid.Case) { c.Branches[0].RateA = math.NaN() },
		"branch row 1 names bus 98":                func(c *grid.Case) { c.Branches[0].To = 98 },
		"branch row 1 (10-20) has a value":         func(c *grid.Case) { c.Branches[0].X = math.NaN() },
		"branch row 1 (10-20) has no impedance":    func(c *grid.Case) { c.Branches[0].R, c.Branches[0].X = 0, 0 },
		"branch row 1 connects bus 10 with itself": func(c *grid.Case) { c.Branches[0].To = 10 },
		"no bus in service":                        func(c *grid.Case) { c.Buses[0].Type, c.Buses[1].Type = 4, 4 },
	} {
		c := path(2)
		spoil(c)
		_, err := grid.Compile(c, grid.Options{})
		if !errors.Is(err, grid.ErrCase) || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v, want %q", err, want)
		}
	}
}

// Limits and signs follow MATPOWER's manual, section 7.6.3: a flow in the line's
// direction is limited at the from end, one against it at the to end.
func TestDirectCurrentLinesAreUsedOnlyWhereAskedFor(t *testing.T) {
	c := path(3)
	c.DCLines = []grid.DCLine{
		{From: 10, To: 30, Status: 1, Pf: 10, Vf: 1.01, Vt: 1.02, Pmin: 2, Pmax: 20, QminF: -1, QmaxF: 2, QminT: -3, QmaxT: 4, Loss0: 1, Loss1: 0.1},
		{From: 30, To: 20, Status: 1, Pf: -5, Vf: 0.97, Vt: 0.98, Pmin: -10, Pmax: 10},
		{From: 20, To: 10, Status: 0, Pf: 9},
	}
	if n := compiled(t, c); len(n.Gen.Row) != 1 || n.Bus.Kind[2] != grid.PQ {
		t.Errorf("the lines are in without being asked for")
	}
	n, err := grid.Compile(c, grid.Options{DCLines: true})
	if err != nil {
		t.Fatal(err)
	}
	inf := math.Inf(1)
	want := []grid.Generator{
		c.Gens[0],
		{Bus: 10, Pg: -10, Qmin: -1, Qmax: 2, Vg: 1.01, MBase: 100, Status: 1, Pmin: -20, Pmax: -2},
		{Bus: 30, Pg: 5, Vg: 0.97, MBase: 100, Status: 1, Pmin: -10, Pmax: inf},
		{Bus: 30, Pg: 8, Qmin: -3, Qmax: 4, Vg: 1.02, MBase: 100, Status: 1, Pmin: -inf, Pmax: inf},
		{Bus: 20, Pg: -5, Vg: 0.98, MBase: 100, Status: 1, Pmin: -10, Pmax: inf},
	}
	if diff := cmp.Diff(want, n.Case.Gens, cmpopts.EquateApprox(0, 1e-12)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]grid.BusType{grid.Ref, grid.PV, grid.PV}, n.Bus.Kind); diff != "" {
		t.Error(diff)
	}
	if n.Bus.Vm[2] != 1.02 {
		t.Errorf("bus 30 is held at %g, want the to end's 1.02", n.Bus.Vm[2])
	}
}

func TestTheCostOfADirectCurrentLineGoesToItsFromEnd(t *testing.T) {
	c := path(2)
	c.GenCosts = []grid.Cost{{Model: grid.Polynomial, Data: []float64{1, 2}}}
	c.DCLines = []grid.DCLine{{From: 10, To: 20, Status: 1, Vf: 1, Vt: 1}, {From: 20, To: 10, Status: 1, Vf: 1, Vt: 1}}
	c.DCLineCosts = []grid.Cost{
		{Model: grid.Polynomial, Data: []float64{4, 3, 2, 1}},
		{Model: grid.PiecewiseLinear, Data: []float64{0, 0, 10, 50}},
	}
	n, err := grid.Compile(c, grid.Options{DCLines: true})
	if err != nil {
		t.Fatal(err)
	}
	free := grid.Cost{Model: grid.Polynomial, Data: []float64{0, 0}}
	want := []grid.Cost{
		c.GenCosts[0],
		{Model: grid.Polynomial, Data: []float64{-4, 3, -2, 1}},
		{Model: grid.PiecewiseLinear, Data: []float64{-10, 50, 0, 0}},
		free, free,
	}
	if diff := cmp.Diff(want, n.Case.GenCosts, cmp.Comparer(func(a, b float64) bool { return a == b })); diff != "" {
		t.Error(diff)
	}
}
