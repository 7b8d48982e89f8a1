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
)

// dataDir finds the reference data beside the repository.
func dataDir(t testing.TB) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for ; dir != "/"; dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
	}
	data := filepath.Join(dir, "..", "shared", "data", "grid")
	if _, err := os.Stat(data); err != nil {
		t.Skipf("reference data not present at ../shared/data/grid: %v", err)
	}
	return data
}

func network(t testing.TB, name string) *grid.Network {
	t.Helper()
	return compileFile(t, filepath.Join(dataDir(t), "cases", name+".m"))
}

func compileFile(t testing.TB, path string) *grid.Network {
	t.Helper()
	src, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	c, err := grid.ReadCase(filepath.Base(path), src)
	if err != nil {
		t.Fatal(err)
	}
	net, err := grid.Compile(c, grid.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return net
}

func table(t testing.TB, path string) [][]string {
	t.Helper()
	f, err := os.Open(path)
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
			rows := table(t, filepath.Join(dataDir(t), "n1", name+"_n1.csv"))[1:]
			net := network(t, name)
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
