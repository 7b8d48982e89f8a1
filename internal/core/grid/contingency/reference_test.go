package contingency_test

import (
	"encoding/csv"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
	"github.com/pouw-dem/pouwdem/internal/core/grid/contingency"
	"github.com/pouw-dem/pouwdem/internal/gridtest"
)

// file reads the rows of a reference table as they stand.
func file(t testing.TB, name string) [][]string {
	t.Helper()
	f, err := os.Open(filepath.Join(gridtest.Dir(t), name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func number(t testing.TB, s string) float64 {
	t.Helper()
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// Source: MATPOWER's Newton power flow for every single-branch outage, from
// the base solution, at most 15 iterations to 1e-8 p.u. (../shared/data/grid/n1).
// Its columns have 12 digits. Both sides stop somewhere below the tolerance, so
// voltages agree to 1e-8 p.u.; powers to what that means on their base.
func TestEveryOutageMeetsMATPOWER(t *testing.T) {
	for _, name := range []string{"case14", "case30", "case39", "case57", "case118", "case300", "case1354pegase"} {
		t.Run(name, func(t *testing.T) {
			rows := file(t, "n1/"+name+"_n1.csv")[1:]
			net := gridtest.Network(t, name)
			list := contingency.AllBranches(net)
			if len(list) != len(rows) {
				t.Fatalf("%d outages, the table has %d", len(list), len(rows))
			}
			study := contingency.New(net)
			for mode, opt := range map[string]contingency.Options{"lanes": {}, "exact": {Exact: true}, "portable": {Portable: true}} {
				report, err := study.Run(list, opt)
				if err != nil {
					t.Fatal(err)
				}
				for i, row := range rows {
					compareOutage(t, mode, net, report.Results[i], row)
				}
				t.Log(mode, report.Counts())
			}
		})
	}
}

func compareOutage(t *testing.T, mode string, net *grid.Network, r contingency.Result, row []string) {
	t.Helper()
	want := map[string]contingency.Status{"OK": contingency.OK, "ISLAND": contingency.Islanded, "DIVERGED": contingency.Diverged}[row[3]]
	if r.Status != want {
		t.Errorf("%s: outage %s is %s, want %s (%+v)", mode, row[0], r.Status, want, r)
		return
	}
	if r.Status == contingency.Islanded {
		return
	}
	if r.Method == contingency.Newton && strconv.Itoa(r.Iterations) != row[4] {
		t.Errorf("%s: outage %s took %d iterations, want %s", mode, row[0], r.Iterations, row[4])
	}
	if r.Status != contingency.OK {
		return
	}
	near := func(what string, got, want, tolerance float64) {
		if !(math.Abs(got-want) <= tolerance) {
			t.Errorf("%s: outage %s: %s is %.12g, want %.12g (off by %.2g, %s, %d iterations, mismatch %.2g)", mode, row[0], what, got, want, got-want, r.Method, r.Iterations, r.MaxMismatch)
		}
	}
	near("the lowest voltage", r.MinVm, number(t, row[5]), 1e-8)
	if got := strconv.Itoa(r.MinVmBus); got != row[6] && math.Abs(r.MinVm-number(t, row[5])) > 1e-11 {
		t.Errorf("%s: outage %s: the lowest voltage is at bus %s, want %s", mode, row[0], got, row[6])
	}
	near("the largest flow", r.MaxFlowMVA, number(t, row[7]), 1e-5*net.BaseMVA/100)
	if got := strconv.Itoa(r.MaxFlowBranch + 1); got != row[8] {
		t.Errorf("%s: outage %s: the largest flow is on branch %s, want %s", mode, row[0], got, row[8])
	}
	near("the slack", r.SlackMW, number(t, row[9]), 1e-4)
	near("the losses", r.LossMW, number(t, row[10]), 1e-4)
}
