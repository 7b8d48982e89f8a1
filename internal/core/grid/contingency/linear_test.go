package contingency_test

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"gonum.org/v1/gonum/mat"
	"pgregory.net/rapid"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
	"github.com/pouw-dem/pouwdem/internal/core/grid/contingency"
	"github.com/pouw-dem/pouwdem/internal/core/grid/powerflow"
	"github.com/pouw-dem/pouwdem/internal/gridtest"
)

var factorCases = []string{"case6ww", "case9", "case14", "case30", "case39", "case57", "case118"}

func linear(t testing.TB, net *grid.Network) *contingency.Linear {
	t.Helper()
	l, err := contingency.NewLinear(net)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// Source: MATPOWER's makePTDF and makeLODF (../shared/data/grid/lodf), twelve
// digits. The tables hold noise in the columns of bridges, which the search of
// the graph names here.
func TestFactorsMeetMATPOWER(t *testing.T) {
	for _, name := range factorCases {
		t.Run(name, func(t *testing.T) {
			net := gridtest.Network(t, name)
			l := linear(t, net)
			ptdf := l.PTDF()
			for k, row := range gridtest.Matrix(t, "lodf/"+name+"_ptdf.csv") {
				for i, want := range row {
					if !(math.Abs(ptdf[k][i]-want) < 1e-9) {
						t.Fatalf("PTDF of branch %d for bus %d is %.12g, want %.12g", k+1, i+1, ptdf[k][i], want)
					}
				}
			}
			lodf, want := l.LODF(), gridtest.Matrix(t, "lodf/"+name+"_lodf.csv")
			for k := range lodf {
				for m := range lodf {
					got := lodf[k][m]
					if l.Bridges().Is(k) {
						if !math.IsNaN(got) {
							t.Fatalf("the factor of %d for bridge %d is %g, it must not be a number", m+1, k+1, got)
						}
					} else if !(math.Abs(got-want[m][k]) < 1e-9) {
						t.Fatalf("LODF of branch %d for the loss of %d is %.12g, want %.12g", m+1, k+1, got, want[m][k])
					}
				}
			}
		})
	}
}

func TestRowsAndColumnsOfThePTDFAgree(t *testing.T) {
	net := gridtest.Network(t, "case118")
	l := linear(t, net)
	rows := l.PTDF()
	column := make([]float64, len(net.Branch.Row))
	for bus := range net.N() {
		l.PTDFColumn(bus, column)
		for k, v := range column {
			if math.Abs(v-rows[k][bus]) > 1e-12 {
				t.Fatalf("branch %d, bus %d: %g by column, %g by row", k, bus, v, rows[k][bus])
			}
		}
	}
}

// ring is a random connected network: a ring with chords, some of them
// parallel, plus a tail that hangs on one bus, which makes bridges.
func ring(t *rapid.T) *grid.Case {
	n := rapid.IntRange(3, 12).Draw(t, "ring")
	tail := rapid.IntRange(0, 3).Draw(t, "tail")
	c := &grid.Case{Name: "ring", BaseMVA: 100}
	value := func(lo, hi float64, what string) float64 { return rapid.Float64Range(lo, hi).Draw(t, what) }
	for i := range n + tail {
		c.Buses = append(c.Buses, grid.Bus{
			ID: 10 + 3*i, Type: grid.PQ, Pd: value(0, 20, "pd"), Qd: value(0, 8, "qd"),
			Vm: 1, Vmin: 0.9, Vmax: 1.1,
		})
	}
	c.Buses[0].Type = grid.Ref
	c.Gens = append(c.Gens, grid.Generator{Bus: 10, Vg: 1.02, Status: 1, Qmax: 999, Qmin: -999, Pmax: 999})
	if rapid.Bool().Draw(t, "second generator") {
		c.Buses[n/2].Type = grid.PV
		c.Gens = append(c.Gens, grid.Generator{Bus: 10 + 3*(n/2), Pg: 15, Vg: 1.01, Status: 1, Qmax: 999, Qmin: -999, Pmax: 999})
	}
	join := func(i, j int) {
		c.Branches = append(c.Branches, grid.Branch{
			From: 10 + 3*i, To: 10 + 3*j, R: value(0.001, 0.02, "r"), X: value(0.02, 0.1, "x"), B: value(0, 0.05, "b"),
			RateA: value(20, 100, "rate"), Tap: rapid.SampledFrom([]float64{0, 0.98, 1.03}).Draw(t, "tap"),
			Shift: rapid.SampledFrom([]float64{0, 0, 2}).Draw(t, "shift"), Status: 1,
		})
	}
	for i := range n {
		join(i, (i+1)%n)
	}
	for range rapid.IntRange(0, n).Draw(t, "chords") {
		i := rapid.IntRange(0, n-1).Draw(t, "from")
		join(i, (i+rapid.IntRange(1, n-1).Draw(t, "span"))%n)
	}
	for i := range tail {
		join(n+i-1, n+i)
	}
	return c
}

func compile(t rapid.TB, c *grid.Case) *grid.Network {
	t.Helper()
	net, err := grid.Compile(c, grid.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return net
}

// without compiles the case with branches (rows) switched off.
func without(t rapid.TB, c *grid.Case, rows ...int) *grid.Network {
	out := *c
	out.Branches = slices.Clone(c.Branches)
	for _, row := range rows {
		out.Branches[row].Status = 0
	}
	return compile(t, &out)
}

func TestABridgeIsABranchWithoutWhichThereAreMoreIslands(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := ring(t)
		net := compile(t, c)
		bridges := contingency.FindBridges(net)
		for k := range c.Branches {
			after := without(t, c, k)
			if splits := after.Islands > net.Islands; splits != bridges.Is(k) {
				t.Fatalf("branch %d: bridge %v, islands %d -> %d", k, bridges.Is(k), net.Islands, after.Islands)
			}
			cut := bridges.CutOff(k)
			slices.Sort(cut)
			if got, want := fmt.Sprint(cut), fmt.Sprint(after.Dead); got != want && !noReferenceBehind(after) {
				t.Fatalf("branch %d cuts off %s, want %s", k, got, want)
			}
		}
	})
}

// noReferenceBehind reports that the part that fell off found a reference of
// its own among its generators, so that it is not dead.
func noReferenceBehind(after *grid.Network) bool { return len(after.Refs()) > 1 }

// The direct-current power flow without the branch says the same as the factor
// of its loss: both are exact in that model. 1e-9 p.u.
func TestOutageFactorsSayWhatTheFlowWithoutTheBranchSays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := ring(t)
		net := compile(t, c)
		l, err := contingency.NewLinear(net)
		if err != nil {
			t.Fatal(err)
		}
		p, _ := net.Injection(nil, nil)
		base := l.BaseFlows(p)
		compareDC(t, net, base, nil)
		column := make([]float64, len(base))
		for k := range base {
			if !l.LODFColumn(k, column) {
				continue
			}
			after := slices.Clone(base)
			for m := range after {
				after[m] += column[m] * base[k]
			}
			after[k] = 0
			compareDC(t, without(t, c, k), after, []int{k})
		}
	})
}

// compareDC compares flows by rows with those of the power flow.
func compareDC(t *rapid.T, net *grid.Network, want []float64, lost []int) {
	t.Helper()
	dc, err := powerflow.SolveDC(net, powerflow.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for k, row := range net.Branch.Row {
		if got := dc.Flow[k]; !(math.Abs(got-want[row]) < 1e-9*(1+math.Abs(got))) {
			t.Fatalf("without %v, branch %d carries %.12g p.u., the factors say %.12g", lost, row, got, want[row])
		}
	}
}

func TestPairsSayWhatTheFlowWithoutBothBranchesSays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := ring(t)
		net := compile(t, c)
		l, err := contingency.NewLinear(net)
		if err != nil {
			t.Fatal(err)
		}
		p, _ := net.Injection(nil, nil)
		report := l.Pairs(l.BaseFlows(p), contingency.PairOptions{Keep: 10000})
		if report.Studied != report.Islanded+report.Over || len(report.Pairs) != report.Studied {
			t.Fatalf("%d pairs studied, %d islanded, %d kept, %d returned", report.Studied, report.Islanded, report.Over, len(report.Pairs))
		}
		for _, pair := range report.Pairs {
			after := without(t, c, pair.First, pair.Second)
			if splits := after.Islands > net.Islands; splits != pair.Islanded {
				t.Fatalf("%+v: islands %d -> %d", pair, net.Islands, after.Islands)
			}
			if pair.Islanded {
				continue
			}
			dc, err := powerflow.SolveDC(after, powerflow.Options{})
			if err != nil {
				t.Fatal(err)
			}
			worst := 0.0
			for k := range after.Branch.Row {
				worst = math.Max(worst, math.Abs(dc.Flow[k])/after.Branch.RateA[k])
			}
			if !(math.Abs(worst-pair.Loading) < 1e-8*(1+worst)) {
				t.Fatalf("%+v: the flow without both says %.12g", pair, worst)
			}
		}
	})
}

func TestPairsDoNotDependOnTheNumberOfWorkers(t *testing.T) {
	net := gridtest.Network(t, "case118")
	for i := range net.Branch.RateA {
		net.Branch.RateA[i] = 1
	}
	l := linear(t, net)
	p, _ := net.Injection(nil, nil)
	base := l.BaseFlows(p)
	one := l.Pairs(base, contingency.PairOptions{Threshold: 1, Keep: 100})
	three := l.Pairs(base, contingency.PairOptions{Threshold: 1, Keep: 100, Workers: 3})
	if fmt.Sprint(one) != fmt.Sprint(three) {
		t.Error("one worker and three disagree")
	}
	if len(one.Pairs) != 100 || one.Studied != 177*176/2 || one.Over == 0 {
		t.Errorf("%d kept of %d studied, %d over", len(one.Pairs), one.Studied, one.Over)
	}
}

// The sparse factors against a dense inverse.
func TestTheSparsePTDFEqualsTheDenseOne(t *testing.T) {
	net := gridtest.Network(t, "case57")
	l := linear(t, net)
	n := net.N()
	b := mat.NewDense(n, n, nil)
	for k, x := range net.Branch.X {
		f, to, y := net.Branch.From[k], net.Branch.To[k], 1/(x*net.Branch.Tap[k])
		b.Set(f, f, b.At(f, f)+y)
		b.Set(to, to, b.At(to, to)+y)
		b.Set(f, to, b.At(f, to)-y)
		b.Set(to, f, b.At(to, f)-y)
	}
	ref := net.Refs()[0]
	for i := range n {
		b.Set(ref, i, 0)
		b.Set(i, ref, 0)
	}
	b.Set(ref, ref, 1)
	var inverse mat.Dense
	if err := inverse.Inverse(b); err != nil {
		t.Fatal(err)
	}
	ptdf := l.PTDF()
	for k, x := range net.Branch.X {
		for i := range n {
			want := (inverse.At(net.Branch.From[k], i) - inverse.At(net.Branch.To[k], i)) / (x * net.Branch.Tap[k])
			if i == ref {
				want = 0
			}
			if math.Abs(ptdf[k][i]-want) > 1e-10 {
				t.Fatalf("branch %d, bus %d: %g, dense %g", k, i, ptdf[k][i], want)
			}
		}
	}
}
