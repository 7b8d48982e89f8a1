package grid_test

import (
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
)

// changed applies one row of a change table to the case small, whose third
// bus is the only one of area 2. Generator 2 is made a dispatchable load of
// 40 MW, dispatched at 35.
func changed(t *testing.T, row string) *grid.Case {
	t.Helper()
	c, err := grid.ReadCase("small.m", []byte(small))
	if err != nil {
		t.Fatal(err)
	}
	c.Gens[1] = grid.Generator{Bus: 7, Pg: -35, Qg: -3.5, Qmin: -4, Vg: 1, MBase: 100, Status: 1, Pmin: -40}
	out, err := table(t, "1 0 "+row).Apply(c, 1)
	if err != nil {
		t.Fatalf("%s: %v", row, err)
	}
	return out
}

func table(t *testing.T, rows string) *grid.ChangeTable {
	t.Helper()
	changes, err := grid.ReadChanges("tab.m", fmt.Appendf(nil, "function chgtab = tab\ndefine_constants;\nchgtab = [\n%s\n];\n", rows))
	if err != nil {
		t.Fatal(err)
	}
	return changes
}

func TestAChangeReplacesScalesOrAdds(t *testing.T) {
	for row, got := range map[string]func(*grid.Case) (got, want float64){
		"CT_TBRCH 2 BR_STATUS CT_REP 0":  func(c *grid.Case) (float64, float64) { return c.Branches[1].Status, 0 },
		"CT_TBRCH 1 RATE_A CT_REL 0.1":   func(c *grid.Case) (float64, float64) { return c.Branches[0].RateA, 25 },
		"CT_TBUS 0 VMAX CT_ADD -0.25":    func(c *grid.Case) (float64, float64) { return c.Buses[2].Vmax, 1.1 - 0.25 },
		"CT_TGEN 1 PMAX CT_REL 1.2":      func(c *grid.Case) (float64, float64) { return c.Gens[0].Pmax, 300 },
		"CT_TAREABUS 2 PD CT_REP 5":      func(c *grid.Case) (float64, float64) { return c.Buses[2].Pd + c.Buses[1].Pd, 15.5 },
		"CT_TAREABRCH 2 BR_X CT_REL 2":   func(c *grid.Case) (float64, float64) { return c.Branches[1].X + c.Branches[0].X, 0.2 },
		"CT_TAREAGEN 1 PMIN CT_ADD 1":    func(c *grid.Case) (float64, float64) { return c.Gens[0].Pmin + c.Gens[1].Pmin, -28 },
		"CT_TGENCOST 1 COST+1 CT_REP 6":  func(c *grid.Case) (float64, float64) { return c.GenCosts[0].Data[1], 6 },
		"CT_TGENCOST 2 STARTUP CT_ADD 1": func(c *grid.Case) (float64, float64) { return c.GenCosts[1].Startup, 11 },
		"CT_TAREAGENCOST 1 CT_MODCOST_F CT_ADD 10": func(c *grid.Case) (float64, float64) {
			return c.GenCosts[0].Data[2] + c.GenCosts[1].Data[1] + c.GenCosts[1].Data[3], 160 + 10 + 2510
		},
	} {
		if got, want := got(changed(t, row)); math.Abs(got-want) > 1e-12 {
			t.Errorf("%s: %g, want %g", row, got, want)
		}
	}
}

// The fixed loads are 10.5 and 30 MW, the dispatchable one is 40 MW nominal
// and 35 MW as dispatched. Expected values follow the definitions of
// scale_load and total_load in MATPOWER's manual.
func TestAChangeOfLoadScalesWhatItMeans(t *testing.T) {
	for row, want := range map[string][5]float64{ // Pd of buses 2 and 3, Qd of bus 3, Pmin and Qmin of generator 2
		"CT_TLOAD 0 CT_LOAD_ALL_PQ CT_REL 2":      {21, 60, 20, -80, -8},
		"CT_TLOAD 0 CT_LOAD_ALL_P CT_REL 2":       {21, 60, 10, -80, -4},
		"CT_TLOAD 0 CT_LOAD_FIX_P CT_REL 2":       {21, 60, 10, -40, -4},
		"CT_TLOAD 0 CT_LOAD_DIS_PQ CT_REL 2":      {10.5, 30, 10, -80, -8},
		"CT_TLOAD 0 CT_LOAD_ALL_P CT_REP 161":     {21, 60, 10, -80, -4},
		"CT_TLOAD 0 CT_LOAD_FIX_P CT_REP 121":     {21, 60, 10, -40, -4},
		"CT_TLOAD 0 CT_LOAD_DIS_P CT_REP 60.5":    {10.5, 30, 10, -20, -4},
		"CT_TLOAD 0 CT_LOAD_ALL_P CT_ADD 85.5":    {21, 60, 10, -80, -4},
		"CT_TLOAD 3 CT_LOAD_FIX_PQ CT_REP 15":     {10.5, 15, 5, -40, -4},
		"CT_TAREALOAD 2 CT_LOAD_ALL_PQ CT_ADD 15": {10.5, 45, 15, -40, -4},
	} {
		c := changed(t, row)
		got := [5]float64{c.Buses[1].Pd, c.Buses[2].Pd, c.Buses[2].Qd, c.Gens[1].Pmin, c.Gens[1].Qmin}
		if diff := cmp.Diff(want, got, cmpopts.EquateApprox(0, 1e-12)); diff != "" {
			t.Errorf("%s:\n%s", row, diff)
		}
	}
}

func TestACostThatIsStretchedOrShiftedIsTheSameFunctionElsewhere(t *testing.T) {
	cost := func(c grid.Cost, x float64) float64 {
		if c.Model == grid.PiecewiseLinear {
			d := c.Data
			return d[1] + (x-d[0])*(d[3]-d[1])/(d[2]-d[0])
		}
		y := 0.0
		for _, a := range c.Data {
			y = y*x + a
		}
		return y
	}
	before, err := grid.ReadCase("small.m", []byte(small))
	if err != nil {
		t.Fatal(err)
	}
	shifted := changed(t, "CT_TGENCOST 0 CT_MODCOST_X CT_ADD 20")
	scaled := changed(t, "CT_TGENCOST 0 CT_MODCOST_X CT_REL 1.5")
	stretched := changed(t, "CT_TLOAD 0 -CT_LOAD_DIS_P CT_REL 3")
	for row := range before.GenCosts {
		for _, x := range []float64{0, 13, 77} {
			want := cost(before.GenCosts[row], x)
			if got := cost(shifted.GenCosts[row], x+20); math.Abs(got-want) > 1e-9 {
				t.Errorf("row %d shifted: %g, want %g", row+1, got, want)
			}
			if got := cost(scaled.GenCosts[row], 1.5*x); math.Abs(got-want) > 1e-9 {
				t.Errorf("row %d scaled: %g, want %g", row+1, got, want)
			}
		}
	}
	for _, x := range []float64{0, 13, 77} {
		if got, want := cost(stretched.GenCosts[1], 3*x), 3*cost(before.GenCosts[1], x); math.Abs(got-want) > 1e-9 {
			t.Errorf("a load three times as large costs %g at %g, want %g", got, 3*x, want)
		}
	}
}

func TestASetIsAppliedInOrderAndLeavesTheCaseAlone(t *testing.T) {
	c, err := grid.ReadCase("small.m", []byte(small))
	if err != nil {
		t.Fatal(err)
	}
	changes := table(t, "5 0.1 CT_TBUS 3 PD CT_REP 8\n6 0 CT_TBRCH 1 BR_STATUS CT_REP 0\n5 0.1 CT_TBUS 3 PD CT_REL 2")
	if diff := cmp.Diff([]int{5, 6}, changes.Labels()); diff != "" {
		t.Error(diff)
	}
	out, err := changes.Apply(c, 5)
	if err != nil || out.Buses[2].Pd != 16 || c.Buses[2].Pd != 30 {
		t.Errorf("%v: demand %g and before %g, want 16 and 30", err, out.Buses[2].Pd, c.Buses[2].Pd)
	}
	for label, want := range map[int]string{7: "no set 7"} {
		if _, err := changes.Apply(c, label); !errors.Is(err, grid.ErrChange) || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v, want %q", err, want)
		}
	}
	if _, err := table(t, "1 0 CT_TBRCH 9 BR_STATUS CT_REP 0").Apply(c, 1); !errors.Is(err, grid.ErrChange) {
		t.Errorf("row 9 of 2: error %v", err)
	}
}

func TestACodeThatIsNotOfTheFormatIsRefusedWhenRead(t *testing.T) {
	for row, want := range map[string]string{
		"1 0 11 1 1 CT_REP 0":                     "table 11",
		"1 0 CT_TBUS 1 PD 4 0":                    "kind 4",
		"1 0 CT_TBUS 1 VM CT_REP 1":               "column 8 of this table must not be changed",
		"1 0 CT_TLOAD 1 7 CT_REP 1":               "load code 7",
		"1 0 CT_TGENCOST 1 CT_MODCOST_F CT_REP 1": "scaled or shifted",
		"1.5 0 CT_TBUS 1 PD CT_REP 1":             "want a whole number",
		"1 0 CT_TBUS 1 PD CT_REP NaN":             "not a number",
		"1 0 CT_TBUS 1 PD CT_REP":                 "seven columns",
	} {
		_, err := grid.ReadChanges("tab.m", []byte("function c = tab\ndefine_constants;\nc = ["+row+"];"))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: error %v, want %q", row, err, want)
		}
	}
}

func TestThePublicContingencyListAppliesToItsCase(t *testing.T) {
	const name = "contab_ACTIVSg200.m"
	src, err := os.ReadFile(filepath.Join(dataDir(t, "cases"), name))
	if err != nil {
		t.Fatal(err)
	}
	changes, err := grid.ReadChanges(name, src)
	if err != nil {
		t.Fatal(err)
	}
	c := readCase(t, "case_ACTIVSg200.m")
	labels := changes.Labels()
	if len(labels) != 245 {
		t.Errorf("%d sets, want 245", len(labels))
	}
	for _, label := range labels {
		out, err := changes.Apply(c, label)
		if err != nil {
			t.Fatal(err)
		}
		if b := out.Branches[changes.Changes[label-1].Row-1]; b.On() {
			t.Errorf("set %d leaves branch %d-%d in service", label, b.From, b.To)
		}
	}
}

func FuzzReadChanges(f *testing.F) {
	f.Add([]byte("function c = t\ndefine_constants;\nc = [1 0 CT_TLOAD 0 CT_LOAD_ALL_PQ CT_REP 50; 1 0 CT_TGENCOST 0 NCOST CT_ADD -1];"))
	f.Fuzz(func(t *testing.T, src []byte) {
		changes, err := grid.ReadChanges("fuzz.m", src)
		if err != nil {
			return
		}
		c, err := grid.ReadCase("small.m", []byte(small))
		if err != nil {
			t.Fatal(err)
		}
		for _, label := range changes.Labels() {
			_, _ = changes.Apply(c, label)
		}
	})
}
