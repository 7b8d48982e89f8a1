package opf_test

import (
	"errors"
	"math"
	"slices"
	"testing"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/optimize/convex/lp"
	"pgregory.net/rapid"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
	"github.com/pouw-dem/pouwdem/internal/core/grid/contingency"
	"github.com/pouw-dem/pouwdem/internal/core/grid/opf"
	"github.com/pouw-dem/pouwdem/internal/core/grid/synth"
	"github.com/pouw-dem/pouwdem/internal/gridtest"
)

// triangle is three buses, a cheap generator at the first, a dear one at the
// second, load at the third, and a limit on the direct line.
func triangle(limit float64) *grid.Case {
	bus := func(id int, kind grid.BusType, pd float64) grid.Bus {
		return grid.Bus{ID: id, Type: kind, Pd: pd, Qd: pd / 5, Vm: 1, Vmax: 1.1, Vmin: 0.9, BaseKV: 138}
	}
	gen := func(bus int) grid.Generator {
		return grid.Generator{Bus: bus, Qmax: 200, Qmin: -200, Vg: 1, Status: 1, Pmax: 200}
	}
	line := func(f, t int, rate float64) grid.Branch {
		return grid.Branch{From: f, To: t, R: 0.01, X: 0.1, RateA: rate, Status: 1}
	}
	return &grid.Case{
		Name: "triangle", BaseMVA: 100,
		Buses:    []grid.Bus{bus(1, grid.Ref, 0), bus(2, grid.PV, 0), bus(3, grid.PQ, 150)},
		Gens:     []grid.Generator{gen(1), gen(2)},
		Branches: []grid.Branch{line(1, 2, 0), line(2, 3, 0), line(1, 3, limit)},
		GenCosts: []grid.Cost{{Model: grid.Polynomial, Data: []float64{20, 0}}, {Model: grid.Polynomial, Data: []float64{50, 0}}},
	}
}

func compile(t testing.TB, c *grid.Case) *grid.Network {
	t.Helper()
	net, err := grid.Compile(c, grid.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return net
}

func dispatch(t testing.TB, c *grid.Case, opt opf.Options) *opf.Result {
	t.Helper()
	r, err := opf.Solve(compile(t, c), opt)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// Two thirds of what bus 1 gives and a third of what bus 2 gives flow over the
// limited line: 2/3 p1 + 1/3 p2 = 80 with p1 + p2 = 150 gives p1 = 90. One more
// MW at bus 3 then needs 2 MW more of the dear and 1 MW less of the cheap.
func TestCongestionPricesATriangleAsByHand(t *testing.T) {
	r := dispatch(t, triangle(80), opf.Options{DC: true, Tolerance: 1e-9})
	for what, pair := range map[string][2]float64{
		"p1": {r.Pg[0] * 100, 90}, "p2": {r.Pg[1] * 100, 60}, "cost": {r.Objective, 90*20 + 60*50},
		"price 1": {r.PriceP[0], 20}, "price 2": {r.PriceP[1], 50}, "price 3": {r.PriceP[2], 80},
		"congestion 3": {r.Parts[2].Congestion, 60}, "loss 3": {r.Parts[2].Loss, 0},
		"shadow": {r.ShadowFlow[2], 90},
	} {
		if math.Abs(pair[0]-pair[1]) > 1e-4 {
			t.Errorf("%s is %g, by hand %g", what, pair[0], pair[1])
		}
	}
}

func TestPartsOfAPriceAddUpAndLossesRaiseItDownstream(t *testing.T) {
	r := dispatch(t, triangle(0), opf.Options{})
	for i, p := range r.Parts {
		if d := p.Energy + p.Loss + p.Congestion - r.PriceP[i]; math.Abs(d) > 1e-9 {
			t.Errorf("bus %d: parts miss the price by %g", i, d)
		}
		if math.Abs(p.Congestion) > 1e-6 {
			t.Errorf("bus %d: congestion of %g where no flow binds", i, p.Congestion)
		}
	}
	if r.Parts[2].Loss < 0.3 || r.Parts[0].Loss != 0 {
		t.Errorf("loss parts %+v", r.Parts)
	}
}

// A price is what one more MW costs, found by asking for it.
func TestAPriceIsTheCostOfOneMoreMegawatt(t *testing.T) {
	c := triangle(80)
	r := dispatch(t, c, opf.Options{Tolerance: 1e-9})
	for i := range c.Buses {
		more := *c
		more.Buses = slices.Clone(c.Buses)
		more.Buses[i].Pd += 0.01
		dearer := dispatch(t, &more, opf.Options{Tolerance: 1e-9})
		if by := (dearer.Objective - r.Objective) / 0.01; math.Abs(by-r.PriceP[i]) > 1e-2*r.PriceP[i] {
			t.Errorf("bus %d: price %g, one more MW costs %g", i+1, r.PriceP[i], by)
		}
	}
}

// Random direct-current dispatches with linear costs against gonum's simplex.
func TestDirectDispatchIsTheLinearProgramsOptimum(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(3, 6).Draw(t, "buses")
		c := &grid.Case{Name: "random", BaseMVA: 100}
		for i := range n {
			c.Buses = append(c.Buses, grid.Bus{ID: i + 1, Type: grid.PQ, Pd: rapid.Float64Range(0, 50).Draw(t, "pd"), Vm: 1, Vmax: 1.1, Vmin: 0.9})
			c.Branches = append(c.Branches, grid.Branch{
				From: i + 1, To: (i+1)%n + 1, X: rapid.Float64Range(0.05, 0.3).Draw(t, "x"),
				RateA: rapid.Float64Range(40, 120).Draw(t, "rate"), Status: 1,
			})
			c.Gens = append(c.Gens, grid.Generator{Bus: i + 1, Status: 1, Vg: 1, Pmax: 100})
			c.GenCosts = append(c.GenCosts, grid.Cost{Model: grid.Polynomial, Data: []float64{rapid.Float64Range(5, 80).Draw(t, "cost"), 0}})
		}
		c.Buses[0].Type = grid.Ref
		net, err := grid.Compile(c, grid.Options{})
		if err != nil {
			t.Fatal(err)
		}
		want, ok := simplex(t, net)
		r, err := opf.Solve(net, opf.Options{DC: true, Tolerance: 1e-8})
		if !ok {
			return
		}
		if err != nil || math.Abs(r.Objective-want) > 1e-5*(1+want) {
			t.Fatalf("dispatch costs %v (%v), the linear program %g", r.Objective, err, want)
		}
	})
}

// simplex solves with flows by shift factors: units p, slacks of the limits.
func simplex(t *rapid.T, net *grid.Network) (float64, bool) {
	linear, err := contingency.NewLinear(net)
	if err != nil {
		t.Fatal(err)
	}
	n, l := len(net.Gen.Bus), len(net.Branch.Row)
	rows, columns := 1+n+2*l, n+n+2*l
	a, b, cost := mat.NewDense(rows, columns, nil), make([]float64, rows), make([]float64, columns)
	var demand float64
	for i, pd := range net.Bus.Pd {
		demand += pd
		cost[i] = net.Case.GenCosts[i].Data[0] * net.BaseMVA
		a.Set(0, i, 1)
		a.Set(1+i, i, 1)
		a.Set(1+i, n+i, 1)
		b[1+i] = net.Gen.Pmax[i]
	}
	b[0] = demand
	factors := make([]float64, net.N())
	for k := range l {
		linear.PTDFRow(k, factors)
		var drawn float64
		for i, f := range factors {
			drawn += f * net.Bus.Pd[i]
			a.Set(1+n+2*k, i, f)
			a.Set(2+n+2*k, i, -f)
		}
		a.Set(1+n+2*k, 2*n+2*k, 1)
		a.Set(2+n+2*k, 2*n+2*k+1, 1)
		b[1+n+2*k], b[2+n+2*k] = net.Branch.RateA[k]+drawn, net.Branch.RateA[k]-drawn
	}
	value, _, err := lp.Simplex(cost, a, b, 1e-10, nil)
	return value, err == nil
}

func TestASecureDispatchOverloadsNothingAfterAnyLoss(t *testing.T) {
	c, err := synth.Generate(synth.Options{Buses: 100, Seed: 2})
	if err != nil {
		t.Fatal(err)
	}
	for i := range c.Branches { // tight enough that cuts are needed
		c.Branches[i].RateA *= 0.85
	}
	net := compile(t, c)
	plain, err := opf.Solve(net, opf.Options{DC: true})
	if err != nil {
		t.Fatal(err)
	}
	r, err := opf.Solve(net, opf.Options{DC: true, Secure: true})
	if err != nil {
		t.Fatal(err)
	}
	if r.SecureRounds < 2 || r.Objective < plain.Objective*(1-1e-6) {
		t.Fatalf("%d rounds, %g $/h secure, %g $/h plain: the test binds nothing", r.SecureRounds, r.Objective, plain.Objective)
	}
	linear, err := contingency.NewLinear(net)
	if err != nil {
		t.Fatal(err)
	}
	share := make([]float64, len(r.Pf))
	for k := range r.Pf {
		if !linear.LODFColumn(k, share) {
			continue
		}
		for l, s := range share {
			if over := math.Abs(r.Pf[l]+s*r.Pf[k]) - net.Branch.RateA[l]; l != k && over > 1e-4 {
				t.Fatalf("branch %d is %g p.u. over its limit after the loss of %d", l, over, k)
			}
		}
	}
}

func TestDemandBeyondAllGenerationIsInfeasibleAndSaysWhere(t *testing.T) {
	for _, dc := range []bool{true, false} {
		c := triangle(0)
		c.Buses[2].Pd = 500
		r, err := opf.Solve(compile(t, c), opf.Options{DC: dc})
		if !errors.Is(err, opf.ErrInfeasible) || r.Converged || len(r.Violations) == 0 {
			t.Errorf("direct current %v: %v, %+v", dc, err, r)
		}
	}
}

func TestPiecewiseLinearAndReactiveCostsAreServed(t *testing.T) {
	for _, name := range []string{"case30pwl", "case9Q", "case30Q"} {
		c := gridtest.Case(t, name)
		r := dispatch(t, c, opf.Options{})
		var cost float64
		for k, row := range r.Network.Gen.Row {
			cost += costOf(c.GenCosts[row], r.Pg[k]*c.BaseMVA)
			if len(c.ReactiveCosts) > 0 {
				cost += costOf(c.ReactiveCosts[row], r.Qg[k]*c.BaseMVA)
			}
		}
		if math.Abs(cost-r.Objective) > 1e-4*(1+math.Abs(cost)) {
			t.Errorf("%s: the dispatch costs %g, its objective is %g", name, cost, r.Objective)
		}
	}
}

func costOf(c grid.Cost, x float64) (sum float64) {
	if c.Model == grid.Polynomial {
		for _, coefficient := range c.Data {
			sum = sum*x + coefficient
		}
		return sum
	}
	sum = math.Inf(-1) // convex: the highest of the segments' lines
	for k := 0; k+3 < len(c.Data); k += 2 {
		slope := (c.Data[k+3] - c.Data[k+1]) / (c.Data[k+2] - c.Data[k])
		sum = max(sum, c.Data[k+1]+slope*(x-c.Data[k]))
	}
	return sum
}

func TestOrderOfTheCaseDoesNotChangeTheDispatch(t *testing.T) {
	c := gridtest.Case(t, "case30")
	want := dispatch(t, c, opf.Options{})
	turned := *c
	turned.Buses, turned.Branches = slices.Clone(c.Buses), slices.Clone(c.Branches)
	slices.Reverse(turned.Buses)
	slices.Reverse(turned.Branches)
	got := dispatch(t, &turned, opf.Options{})
	if math.Abs(got.Objective/want.Objective-1) > 1e-8 {
		t.Errorf("%g and %g $/h", got.Objective, want.Objective)
	}
}

func BenchmarkDispatchOf1354Buses(b *testing.B) { benchmark(b, "case1354pegase") }
func BenchmarkDispatchOf2869Buses(b *testing.B) { benchmark(b, "case2869pegase") }

func benchmark(b *testing.B, name string) {
	net := gridtest.Network(b, name)
	for b.Loop() {
		if _, err := opf.Solve(net, opf.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
