package grid_test

import (
	"bytes"
	"errors"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
)

// dataDir is the folder of reference data beside the repository.
func dataDir(t testing.TB, parts ...string) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for dir != filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
		dir = filepath.Dir(dir)
	}
	found := filepath.Join(append([]string{filepath.Dir(dir), "shared", "data", "grid"}, parts...)...)
	if _, err := os.Stat(found); err != nil {
		t.Skipf("no reference data at %s", found)
	}
	return found
}

func readCase(t testing.TB, name string) *grid.Case {
	t.Helper()
	src, err := os.ReadFile(filepath.Join(dataDir(t, "cases"), name))
	if err != nil {
		t.Fatal(err)
	}
	c, err := grid.ReadCase(name, src)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// small is a case with every part of the format in three buses.
const small = `function mpc = small
%SMALL a test of our own
mpc.version = '2';
mpc.baseMVA = 100;
mpc.bus = [
	1	3	0	0	0	0	1	1.02	0	138	1	1.1	0.9;
	7	2	10.5	-2	0	5	1	1	-1.25	138	1	1.1	0.9;	% "PV"
	30	1	90/3	10	0	0	2	1	0	69	2	1.1	0.9;
];
mpc.gen = [
	1	50	0	Inf	-Inf	1.02	100	1	250	10;
	7	0	0	30	-30	1	100	0	100	0;
];
mpc.branch = [
	1	7	0.01	0.1	0.02	250	250	250	0	0	1	-360	360;
	7	30	0	0.05	0	0	0	0	0.978	-30	1	-360	360;
];
mpc.gencost = [
	2	0	0	3	0.11	5	150	0;
	1	10	5	2	0	0	100	2500;
];
mpc.dcline = [
	1	30	1	10	9	0	0	1	1	-20	20	-5	5	-5	5	0.5	0.05;
];
mpc.bus_name = { 'Bus 1 HV'; 'it''s % 7'; 'c;d' };
mpc.genfuel = { 'ng'; 'wind' };
mpc.zones.list = [1 2; 3 4];
mpc.reserves.kind = {'up', 'down'};
`

func TestEveryPartOfACaseIsRead(t *testing.T) {
	c, err := grid.ReadCase("small.m", []byte(small))
	if err != nil {
		t.Fatal(err)
	}
	inf := math.Inf(1)
	if diff := cmp.Diff(grid.Bus{
		ID: 30, Type: grid.PQ, Pd: 30, Qd: 10, Area: 2, Vm: 1, BaseKV: 69, Zone: 2, Vmax: 1.1, Vmin: 0.9,
	}, c.Buses[2]); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(grid.Generator{
		Bus: 1, Pg: 50, Qmax: inf, Qmin: -inf, Vg: 1.02, MBase: 100, Status: 1, Pmax: 250, Pmin: 10,
	}, c.Gens[0]); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(grid.Branch{
		From: 7, To: 30, X: 0.05, Tap: 0.978, Shift: -30, Status: 1, AngMin: -360, AngMax: 360,
	}, c.Branches[1]); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]grid.Cost{
		{Model: grid.Polynomial, Data: []float64{0.11, 5, 150}},
		{Model: grid.PiecewiseLinear, Startup: 10, Shutdown: 5, Data: []float64{0, 0, 100, 2500}},
	}, c.GenCosts); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(grid.DCLine{
		From: 1, To: 30, Status: 1, Pf: 10, Pt: 9, Vf: 1, Vt: 1, Pmin: -20, Pmax: 20,
		QminF: -5, QmaxF: 5, QminT: -5, QmaxT: 5, Loss0: 0.5, Loss1: 0.05,
	}, c.DCLines[0]); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"Bus 1 HV", "it's % 7", "c;d"}, c.BusNames); diff != "" {
		t.Error(diff)
	}
}

func TestFieldsThatNoStudyUsesAreKeptAndNoted(t *testing.T) {
	c, err := grid.ReadCase("small.m", []byte(small))
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"mpc.zones.list (line 27): kept, but no study uses it", "mpc.reserves.kind (line 28): kept, but no study uses it"}
	if diff := cmp.Diff(want, c.Notes); diff != "" {
		t.Error(diff)
	}
	if len(c.Extra) != 2 || c.Extra[0].Name != "zones.list" || c.Extra[1].Name != "reserves.kind" {
		t.Errorf("kept %v", c.Extra)
	}
}

func TestAWrittenCaseReadsBackTheSame(t *testing.T) {
	c, err := grid.ReadCase("small.m", []byte(small))
	if err != nil {
		t.Fatal(err)
	}
	c.Buses[0].Lat, c.Buses[0].Lon = 31.1, -102.000000001
	c.Buses[2].ZipP, c.Buses[2].ZipI = 0.3, 0.2
	c.Branches[0].Pf, c.Branches[0].MuAngMax = 1.0/3, 2
	c.Gens[1].MuPmax = math.Pi
	c.Gens[0].Bus = 7
	if diff := cmp.Diff(c, writtenAndRead(t, c), cmpopts.IgnoreFields(grid.Case{}, "Notes")); diff != "" {
		t.Error(diff)
	}
}

func writtenAndRead(t *testing.T, c *grid.Case) *grid.Case {
	t.Helper()
	var file bytes.Buffer
	if err := c.WriteCase(&file); err != nil {
		t.Fatal(err)
	}
	back, err := grid.ReadCase("written.m", file.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return back
}

func TestThePublicCasesReadCompileAndReadBackTheSame(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(dataDir(t, "cases"), "case*.m"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		c := readCase(t, filepath.Base(file))
		if diff := cmp.Diff(c, writtenAndRead(t, c), cmpopts.IgnoreFields(grid.Case{}, "Notes")); diff != "" {
			t.Errorf("%s:\n%s", c.Name, diff)
		}
		if _, err := grid.Compile(c, grid.Options{}); err != nil {
			t.Errorf("%s: %v", c.Name, err)
		}
	}
}

func TestTheExecutableTailOfADistributionCaseIsExecuted(t *testing.T) {
	// Row 2 of the bus and row 1 of the branch matrix of case33bw: 100 kW,
	// 60 kVAr; 0.0922 and 0.0470 ohm at 12.66 kV and 100 MVA.
	c := readCase(t, "case33bw.m")
	if got := c.Buses[1]; got.Pd != 100.0/1e3 || got.Qd != 60.0/1e3 {
		t.Errorf("demand %g MW %g MVAr, want 0.1 and 0.06", got.Pd, got.Qd)
	}
	base := (12.66e3 * 12.66e3) / (c.BaseMVA * 1e6)
	if got := c.Branches[0]; math.Abs(got.R-0.0922/base) > 1e-15 || math.Abs(got.X-0.0470/base) > 1e-15 {
		t.Errorf("impedance %g + j%g, want %g + j%g", got.R, got.X, 0.0922/base, 0.0470/base)
	}
	// In case141 the first load is 75 kVA at a power factor of 0.85.
	c = readCase(t, "case141.m")
	for _, b := range c.Buses {
		if b.Pd > 0 && math.Abs(b.Qd/b.Pd-math.Tan(math.Acos(0.85))) > 1e-12 {
			t.Errorf("bus %d has %g MW and %g MVAr, want a power factor of 0.85", b.ID, b.Pd, b.Qd)
		}
	}
}

func TestReactiveCostsAreTheSecondHalfOfTwiceAsManyRows(t *testing.T) {
	c := readCase(t, "case9Q.m")
	if len(c.GenCosts) != 3 || len(c.ReactiveCosts) != 3 {
		t.Errorf("%d active and %d reactive costs, want 3 and 3", len(c.GenCosts), len(c.ReactiveCosts))
	}
}

func TestABadCaseIsAnErrorThatNamesFileAndPlace(t *testing.T) {
	replaced := func(old, with string) string {
		if !strings.Contains(small, old) {
			t.Fatalf("the case has no %q", old)
		}
		return strings.Replace(small, old, with, 1)
	}
	for want, src := range map[string]string{
		"bad.m:3: mpc.version must be '2'":                         replaced("'2'", "'1'"),
		"bad.m:4: mpc.baseMVA must be a number":                    replaced("100;", "[1 2];"),
		"mpc.bus row 2 column 1 is 7.5, want a whole number":       replaced("\t7\t2\t10.5", "\t7.5\t2\t10.5"),
		"mpc.bus row 2 column 3 is not a number":                   replaced("10.5", "NaN"),
		"mpc.gencost row 2 has model 3":                            replaced("\t1\t10\t5\t2", "\t3\t10\t5\t2"),
		"mpc.gencost row 2 announces 6 numbers, it has room for 4": replaced("\t1\t10\t5\t2", "\t1\t10\t5\t3"),
		"mpc.bus_name must be a cell array of 3 strings":           replaced("; 'c;d'", ""),
		"mpc.gencost has 3 rows, want 2 or 4":                      replaced("mpc.gencost = [", "mpc.gencost = [ 2 0 0 3 0 0 0 0;"),
		"mpc.branch is missing":                                    replaced("mpc.branch", "mpc.brunch"),
		"mpc.gen has 9 columns, want 10 at least":                  replaced("mpc.dcline", "mpc.gen = mpc.gen(:, 1:9);\nmpc.dcline"),
		"mpc.bus is empty":                                         replaced("mpc.dcline", "mpc.bus = zeros(0, 13);\nmpc.dcline"),
	} {
		_, err := grid.ReadCase("bad.m", []byte(src))
		if !errors.Is(err, grid.ErrCase) || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v, want %q", err, want)
		}
	}
}

func TestColumnsBeyondTheFormatAreLeftOutAndNoted(t *testing.T) {
	c, err := grid.ReadCase("wide.m", []byte(strings.Replace(small, "mpc.dcline", "mpc.branch = [mpc.branch [99; 98]];\nmpc.dcline", 1)))
	if err != nil {
		t.Fatal(err)
	}
	if len(c.Notes) == 0 || !strings.Contains(c.Notes[0], "columns 14 to 14 are not of the format") || c.Branches[0].Pf != 0 {
		t.Errorf("notes %q, flow %g", c.Notes, c.Branches[0].Pf)
	}
}

func FuzzReadCase(f *testing.F) {
	f.Add([]byte(small))
	f.Add([]byte("function mpc = a\nmpc.baseMVA = 1;\nmpc.bus = [1 3 0 0 0 0 1 1 0 1 1 1 1];\nmpc.gen = zeros(0, 10);\nmpc.branch = zeros(0, 13);\nmpc.x = {[], {'a' 1}};"))
	f.Fuzz(func(t *testing.T, src []byte) {
		c, err := grid.ReadCase("fuzz.m", src)
		if err != nil {
			return
		}
		if diff := cmp.Diff(c, writtenAndRead(t, c), cmpopts.IgnoreFields(grid.Case{}, "Notes"), cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("not the same after writing:\n%s", diff)
		}
		_, _ = grid.Compile(c, grid.Options{DCLines: true})
	})
}
