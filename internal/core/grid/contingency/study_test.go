package contingency_test

import (
	"errors"
	"math"
	"math/cmplx"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
	"github.com/pouw-dem/pouwdem/internal/core/grid/contingency"
	"github.com/pouw-dem/pouwdem/internal/core/grid/powerflow"
	"github.com/pouw-dem/pouwdem/internal/gridtest"
)

func run(t rapid.TB, net *grid.Network, list []contingency.Outage, opt contingency.Options) *contingency.Report {
	t.Helper()
	report, err := contingency.New(net).Run(list, opt)
	if err != nil {
		t.Fatal(err)
	}
	return report
}

// everything is a list with every kind of loss: each branch, each generator,
// pairs of branches, three at once, a branch with a generator.
func everything(net *grid.Network) []contingency.Outage {
	list := append(contingency.AllBranches(net), contingency.AllGenerators(net)...)
	m := len(net.Case.Branches)
	for k := range m {
		list = append(list,
			contingency.Outage{Label: "pair", Branches: []int{k, (k + 3) % m}},
			contingency.Outage{Label: "three", Branches: []int{k, (k + 2) % m, (k + 5) % m}},
			contingency.Outage{Label: "both", Branches: []int{k}, Generators: []int{k % len(net.Case.Gens)}})
	}
	return list
}

// compareVoltages compares two answers to one outage: same status, voltages
// within the tolerance in p.u. Where one of them found no solution the other
// may have: neither method proves that there is none.
func compareVoltages(t rapid.TB, what string, a, b contingency.Result, tolerance float64) {
	t.Helper()
	if a.Status != b.Status {
		t.Fatalf("%s: outage %d is %s (%s) and %s (%s)", what, a.Outage, a.Status, a.Method, b.Status, b.Method)
	}
	for i := range a.Voltage {
		if d := cmplx.Abs(a.Voltage[i] - b.Voltage[i]); !(d <= tolerance) {
			t.Fatalf("%s: outage %d, bus %d: %v (%s) and %v (%s) differ by %g", what, a.Outage, i, a.Voltage[i], a.Method, b.Voltage[i], b.Method, d)
		}
	}
}

// Tolerances: each way stops where no bus is more than 1e-8 p.u. (1e-6 MVA) out
// of balance. What is left of that moves a voltage behind a weak branch by up to
// ten times as much, and gathers over the buses in the reference's power and in
// what flows near it.
func TestLanesNewtonAndTheCaseCompiledAnewAgree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		net := compile(t, ring(t))
		list := everything(net)
		lanes := run(t, net, list, contingency.Options{Voltages: true})
		exact := run(t, net, list, contingency.Options{Voltages: true, Exact: true})
		anew := run(t, net, list, contingency.Options{Voltages: true, Flow: &powerflow.Options{Iterations: 15}})
		for i := range list {
			compareVoltages(t, "lanes and Newton", lanes.Results[i], exact.Results[i], 1e-6)
			compareVoltages(t, "lanes and anew", lanes.Results[i], anew.Results[i], 1e-6)
			compareSummaries(t, lanes.Results[i], anew.Results[i])
		}
	})
}

// compareSummaries compares what two ways of counting say of one outage.
func compareSummaries(t rapid.TB, a, b contingency.Result) {
	t.Helper()
	near := cmpopts.EquateApprox(1e-6, 1e-4)
	skip := cmpopts.IgnoreFields(contingency.Result{}, "Method", "Iterations", "MaxMismatch", "Voltage", "MinVmBus", "MaxVmBus", "MaxFlowBranch", "MaxLoadingBranch", "VoltageExcess")
	if diff := cmp.Diff(a, b, near, skip, cmpopts.EquateNaNs()); diff != "" {
		t.Fatalf("outage %d (%s, %s): %s", a.Outage, a.Method, b.Method, diff)
	}
}

func TestLanesAgreeWithNewtonOnEveryReferenceCase(t *testing.T) {
	for _, name := range []string{"case30", "case57", "case118", "case300", "case_ACTIVSg200", "case_ACTIVSg500"} {
		net := gridtest.Network(t, name)
		list := append(contingency.AllBranches(net), contingency.AllGenerators(net)...)
		lanes := run(t, net, list, contingency.Options{Voltages: true})
		exact := run(t, net, list, contingency.Options{Voltages: true, Exact: true})
		chord := 0
		for i := range list {
			compareVoltages(t, name, lanes.Results[i], exact.Results[i], 1e-7)
			if lanes.Results[i].Method == contingency.Chord {
				chord++
			}
		}
		if ok := lanes.Counts()[contingency.OK]; chord*10 < ok*9 {
			t.Errorf("%s: only %d of %d outages solved were solved in lanes", name, chord, ok)
		}
	}
}

func TestAnswersDoNotDependOnTheNumberOfWorkers(t *testing.T) {
	net := gridtest.Network(t, "case300")
	list := append(contingency.AllBranches(net), contingency.AllGenerators(net)...)
	one := run(t, net, list, contingency.Options{Rescue: true, Islands: true, Violations: 3})
	two := run(t, net, list, contingency.Options{Rescue: true, Islands: true, Violations: 3, Workers: 2})
	if diff := cmp.Diff(one, two, cmpopts.EquateNaNs()); diff != "" {
		t.Error(diff)
	}
}

func TestGeneratorOutagesAreWhatTheCaseWithoutThemSays(t *testing.T) {
	net := gridtest.Network(t, "case118")
	list := contingency.AllGenerators(net)
	fast := run(t, net, list, contingency.Options{Voltages: true})
	slow := run(t, net, list, contingency.Options{Voltages: true, Flow: &powerflow.Options{}})
	for i := range list {
		compareVoltages(t, "case118", fast.Results[i], slow.Results[i], 1e-7)
	}
	if fast.Counts()[contingency.OK] != len(list) {
		t.Error(fast.Counts())
	}
}

// Source: case118 loses its largest unit of 607 MW at bus 89; the reference bus
// 69 takes it up, with the change of losses.
func TestALostGeneratorLandsOnTheReference(t *testing.T) {
	net := gridtest.Network(t, "case118")
	for row, g := range net.Case.Gens {
		if g.Bus != 89 {
			continue
		}
		r := run(t, net, []contingency.Outage{{Label: "89", Generators: []int{row}}}, contingency.Options{})
		taken := r.Results[0].SlackMW - r.Base.SlackMW
		if want := 607 + r.Results[0].LossMW - r.Base.LossMW; math.Abs(taken-want) > 1e-3 {
			t.Errorf("the reference took up %g MW, want %g", taken, want)
		}
		return
	}
	t.Fatal("no generator at bus 89")
}

func TestASharedSlackSpreadsWhatAGeneratorLeaves(t *testing.T) {
	net := gridtest.Network(t, "case118")
	list := contingency.AllGenerators(net)[:5]
	r := run(t, net, list, contingency.Options{Flow: &powerflow.Options{Shared: true}})
	single := run(t, net, list, contingency.Options{})
	for i := range list {
		if r.Results[i].Status != contingency.OK || math.Abs(r.Results[i].SlackMW-single.Results[i].SlackMW) < 1e-6 && net.Gen.Pg[i] != 0 {
			t.Errorf("outage %d: %+v", i, r.Results[i])
		}
	}
}

func TestAnIslandingOutageSaysWhatItCutsOff(t *testing.T) {
	net := gridtest.Network(t, "case14")
	// Branch 7-8 is the only one of bus 8, a condenser without load.
	list := []contingency.Outage{{Label: "7-8", Branches: []int{13}}, {Label: "bus 14", Branches: []int{16, 19}}}
	r := run(t, net, list, contingency.Options{Islands: true})
	for i, want := range []struct {
		buses int
		mw    float64
	}{{1, 0}, {1, 14.9}} {
		got := r.Results[i]
		if got.Status != contingency.Islanded || got.CutOffBuses != want.buses || math.Abs(got.CutOffMW-want.mw) > 1e-9 {
			t.Errorf("%s: %+v, want %+v", list[i].Label, got, want)
		}
		if !(got.MinVm > 0.9) || got.Method != contingency.Anew {
			t.Errorf("%s: what stays connected was not solved: %+v", list[i].Label, got)
		}
	}
	without := run(t, net, list, contingency.Options{})
	if without.Results[0].MinVm != 0 || without.Results[0].MinVmBus != -1 {
		t.Errorf("numbers without a solution: %+v", without.Results[0])
	}
}

func TestWhatNewtonCannotSolveIsNotCalledUnsolvable(t *testing.T) {
	net := gridtest.Network(t, "case300")
	list := contingency.AllBranches(net)
	plain := run(t, net, list, contingency.Options{})
	rescued := run(t, net, list, contingency.Options{Rescue: true})
	for i, r := range plain.Results {
		after := rescued.Results[i]
		switch r.Status {
		case contingency.Diverged:
			if after.Status != contingency.NoSolutionFound && after.Method != contingency.Rescue {
				t.Errorf("outage %d: %+v", i+1, after)
			}
		default:
			if after.Status != r.Status {
				t.Errorf("outage %d: %s became %s", i+1, r.Status, after.Status)
			}
		}
	}
	if plain.Counts()[contingency.NoSolutionFound] != 0 {
		t.Error("no solution was looked for, yet it is said that none was found")
	}
}

// Source: contab_ACTIVSg200.m, whose 245 sets are the loss of each branch.
func TestAChangeTableIsAListOfOutages(t *testing.T) {
	net := gridtest.Network(t, "case_ACTIVSg200")
	path := filepath.Join(gridtest.Dir(t), "cases", "contab_ACTIVSg200.m")
	src, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	changes, err := grid.ReadChanges(path, src)
	if err != nil {
		t.Fatal(err)
	}
	list, err := contingency.FromTable(net.Case, changes)
	if err != nil {
		t.Fatal(err)
	}
	all := contingency.AllBranches(net)
	if len(list) != 245 || len(all) != 245 {
		t.Fatalf("%d sets, %d branches", len(list), len(all))
	}
	a, b := run(t, net, list, contingency.Options{}), run(t, net, all, contingency.Options{})
	if diff := cmp.Diff(a, b, cmpopts.EquateNaNs()); diff != "" {
		t.Error(diff)
	}
}

func TestASetThatChangesMoreThanStatusesIsSolvedAnew(t *testing.T) {
	net := gridtest.Network(t, "case14")
	changes := &grid.ChangeTable{Name: "more load", Changes: []grid.Change{
		{Label: 1, Target: grid.ChangeBus, Row: 14, Column: 3, Kind: grid.Scale, Value: 1.5},
		{Label: 2, Target: grid.ChangeBranch, Row: 1, Column: 11, Kind: grid.Scale, Value: 0},
	}}
	list, err := contingency.FromTable(net.Case, changes)
	if err != nil {
		t.Fatal(err)
	}
	r := run(t, net, list, contingency.Options{})
	if got := r.Results[0]; got.Method != contingency.Anew || got.Status != contingency.OK || !(got.LossMW > r.Base.LossMW) {
		t.Errorf("more load: %+v", got)
	}
	if diff := cmp.Diff(list[1].Branches, []int{0}); diff != "" || list[1].Changed != nil {
		t.Errorf("a status scaled to zero is a loss: %+v", list[1])
	}
}

// Every moment of a series is what a study of the case at that moment says.
func TestASeriesIsTheStudyOfEachMoment(t *testing.T) {
	net := gridtest.Network(t, "case118")
	list := append(contingency.AllBranches(net)[:40], contingency.AllGenerators(net)[:10]...)
	factors := []float64{0.8, 1, 1.1}
	moments := powerflow.Scaled(net, factors)
	study := contingency.New(net)
	seen := 0
	study.Series(list, moments, contingency.Options{Voltages: true}, func(at int, got *contingency.Report, err error) bool {
		if err != nil {
			t.Fatal(err)
		}
		c := *net.Case
		c.Buses = append([]grid.Bus(nil), c.Buses...)
		c.Gens = append([]grid.Generator(nil), c.Gens...)
		for i := range c.Buses {
			c.Buses[i].Pd *= factors[at]
			c.Buses[i].Qd *= factors[at]
		}
		for k, row := range net.Gen.Row {
			c.Gens[row].Pg = moments[at].Pg[k] * net.BaseMVA
		}
		want := run(t, compile(t, &c), list, contingency.Options{Voltages: true})
		for i := range list {
			compareVoltages(t, "series", got.Results[i], want.Results[i], 1e-7)
		}
		seen++
		return at < 1
	})
	if seen != 2 {
		t.Errorf("%d moments, want the two until the answer was false", seen)
	}
}

func TestTheWorstOutageComesFirst(t *testing.T) {
	net := gridtest.Network(t, "case300")
	r := run(t, net, contingency.AllBranches(net), contingency.Options{})
	rank := r.Rank()
	if len(rank) != len(r.Results) {
		t.Fatalf("%d ranked of %d", len(rank), len(r.Results))
	}
	for i := 1; i < len(rank); i++ {
		a, b := rank[i-1], rank[i]
		if a.Class < b.Class || a.Class == b.Class && a.Score < b.Score {
			t.Fatalf("place %d: %+v before %+v", i, a, b)
		}
	}
	if first := r.Results[rank[0].Outage]; first.Status != contingency.Diverged {
		t.Errorf("first is %+v", first)
	}
}

func TestViolationsAreWhatTheCountsSay(t *testing.T) {
	net := gridtest.Network(t, "case_ACTIVSg500")
	r := run(t, net, contingency.AllBranches(net), contingency.Options{Violations: 1 << 20})
	found := 0
	for _, one := range r.Results {
		if got := one.Overloads + one.LowVoltages + one.HighVoltages; got != len(one.Violations) {
			t.Fatalf("outage %d: %d counted, %d listed", one.Outage+1, got, len(one.Violations))
		}
		found += len(one.Violations)
		for _, v := range one.Violations {
			if v.Branch >= 0 && v.Value > one.MaxLoading+1e-12 {
				t.Fatalf("outage %d: %+v beyond the largest loading %g", one.Outage+1, v, one.MaxLoading)
			}
		}
	}
	if found == 0 {
		t.Error("no violation in the whole study: nothing was tested")
	}
}

func TestABadListIsRefused(t *testing.T) {
	net := gridtest.Network(t, "case9")
	study := contingency.New(net)
	for _, o := range []contingency.Outage{{Label: "nothing"}, {Branches: []int{9}}, {Branches: []int{-1}}, {Generators: []int{3}}} {
		if _, err := study.Run([]contingency.Outage{o}, contingency.Options{}); !errors.Is(err, contingency.ErrOutage) {
			t.Errorf("%+v: %v", o, err)
		}
	}
}

func TestWithoutABaseThereIsNoStudy(t *testing.T) {
	c := *gridtest.Case(t, "case9")
	c.Buses = append([]grid.Bus(nil), c.Buses...)
	for i := range c.Buses {
		c.Buses[i].Pd *= 40
	}
	net := compile(t, &c)
	_, err := contingency.New(net).Run(contingency.AllBranches(net), contingency.Options{})
	if !errors.Is(err, powerflow.ErrNoSolution) || !strings.Contains(err.Error(), "case9") {
		t.Errorf("error is %v", err)
	}
}

func TestAStudyStopsWhenTold(t *testing.T) {
	net := gridtest.Network(t, "case118")
	asked := 0
	_, err := contingency.New(net).Run(contingency.AllBranches(net), contingency.Options{Interrupt: func() bool {
		asked++
		return asked > 10
	}})
	if !errors.Is(err, contingency.ErrInterrupted) || asked > 20 {
		t.Errorf("asked %d times, error %v", asked, err)
	}
}

// The order of buses and branches in the file is no matter.
func TestTheOrderOfTheCaseIsNoMatter(t *testing.T) {
	c := gridtest.Case(t, "case57")
	turned := *c
	turned.Buses, turned.Branches = nil, nil
	for i := range c.Buses {
		turned.Buses = append(turned.Buses, c.Buses[len(c.Buses)-1-i])
	}
	for i := range c.Branches {
		turned.Branches = append(turned.Branches, c.Branches[len(c.Branches)-1-i])
	}
	a, b := compile(t, c), compile(t, &turned)
	ra := run(t, a, contingency.AllBranches(a), contingency.Options{})
	rb := run(t, b, contingency.AllBranches(b), contingency.Options{})
	for i, x := range ra.Results {
		y := rb.Results[len(rb.Results)-1-i]
		if x.Status != y.Status || math.Abs(x.MinVm-y.MinVm) > 1e-7 || x.Status == contingency.OK && x.MinVmBus != y.MinVmBus {
			t.Errorf("outage %d: %+v and %+v", i+1, x, y)
		}
	}
}

func TestADemandThatHangsOnVoltageIsRespected(t *testing.T) {
	c := *gridtest.Case(t, "case14")
	c.Buses = append([]grid.Bus(nil), c.Buses...)
	for i := range c.Buses {
		c.Buses[i].ZipP, c.Buses[i].ZipI = 0.3, 0.3
	}
	net := compile(t, &c)
	r := run(t, net, contingency.AllBranches(net), contingency.Options{})
	constant := run(t, gridtest.Network(t, "case14"), contingency.AllBranches(net), contingency.Options{})
	for i, one := range r.Results {
		if one.Status == contingency.OK && (one.Method != contingency.Anew || one.LossMW == constant.Results[i].LossMW) {
			t.Errorf("outage %d: %+v", i+1, one)
		}
	}
}

// Two copies of a network in one case, the second without a reference of its
// own in the file, and a piece without any generator beside them.
func TestIslandsOfTheBaseCaseAreStudiedEachOnItsOwn(t *testing.T) {
	single := gridtest.Case(t, "case9")
	c := *single
	c.Buses = append([]grid.Bus(nil), c.Buses...)
	c.Gens = append([]grid.Generator(nil), c.Gens...)
	c.Branches = append([]grid.Branch(nil), c.Branches...)
	for _, b := range single.Buses {
		b.ID += 100
		if b.Type == grid.Ref {
			b.Type = grid.PV
		}
		c.Buses = append(c.Buses, b)
	}
	for _, g := range single.Gens {
		g.Bus += 100
		c.Gens = append(c.Gens, g)
	}
	for _, b := range single.Branches {
		b.From, b.To = b.From+100, b.To+100
		c.Branches = append(c.Branches, b)
	}
	c.Buses = append(c.Buses, grid.Bus{ID: 900, Type: grid.PQ, Pd: 5, Vm: 1, Vmax: 1.1, Vmin: 0.9}, grid.Bus{ID: 901, Type: grid.PQ, Vm: 1, Vmax: 1.1, Vmin: 0.9}, grid.Bus{ID: 902, Type: grid.Isolated})
	c.Branches = append(c.Branches, grid.Branch{From: 900, To: 901, X: 0.1, Status: 1}, grid.Branch{From: 901, To: 902, X: 0.1, Status: 1})
	net, alone := compile(t, &c), compile(t, single)
	r := run(t, net, contingency.AllBranches(net), contingency.Options{Voltages: true})
	want := run(t, alone, contingency.AllBranches(alone), contingency.Options{Voltages: true})
	m := len(single.Branches)
	for i, one := range want.Results {
		for copied, got := range []contingency.Result{r.Results[i], r.Results[i+m]} {
			if got.Status != one.Status {
				t.Fatalf("outage %d, copy %d: %s, alone it is %s", i+1, copied, got.Status, one.Status)
			}
			if got.Status != contingency.OK {
				continue
			}
			for bus := range single.Buses {
				if d := cmplx.Abs(got.Voltage[bus+9*copied]) - cmplx.Abs(one.Voltage[bus]); math.Abs(d) > 1e-8 {
					t.Fatalf("outage %d, copy %d, bus %d: off by %g", i+1, copied, bus, d)
				}
			}
			if got.MinVm < 0.5 {
				t.Fatalf("outage %d: the dead buses count as low: %+v", i+1, got)
			}
		}
	}
	if last := r.Results[2*m]; last.Status != contingency.OK || math.Abs(last.LossMW-r.Base.LossMW) > 1e-6 {
		t.Errorf("a loss in the dead piece changed something: %+v, base %+v", last, r.Base)
	}
}
