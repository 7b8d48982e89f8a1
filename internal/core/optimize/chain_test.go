package optimize_test

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/pouw-dem/pouwdem/internal/core/optimize"
)

// drawChain is an asset with every rule there is, and its rewards.
func drawChain(t *rapid.T, moments int) (*optimize.Chain, []float64, []float64) {
	k := rapid.IntRange(2, 4).Draw(t, "points")
	c := &optimize.Chain{
		Points: k, MinUp: rapid.IntRange(0, 3).Draw(t, "min up"), MinDown: rapid.IntRange(0, 3).Draw(t, "min down"),
		Starts: rapid.IntRange(0, 2).Draw(t, "starts"), FromPoint: rapid.IntRange(0, k-1).Draw(t, "from"),
		FromSteps: rapid.IntRange(0, 3).Draw(t, "since"),
	}
	c.FromUsed = rapid.IntRange(0, c.Starts).Draw(t, "used")
	start := rapid.Float64Range(0, 30).Draw(t, "start cost")
	steep := rapid.Bool().Draw(t, "one point at a time")
	for p := range k {
		row := make([]float64, k)
		for q := range row {
			if p == 0 && q > 0 {
				row[q] = start
			}
			if steep && p > 0 && q > 0 && (q-p > 1 || p-q > 1) {
				row[q] = math.Inf(1)
			}
		}
		c.Change = append(c.Change, row)
	}
	draw := []float64{0}
	for range k - 1 {
		draw = append(draw, draw[len(draw)-1]+rapid.Float64Range(0.5, 3).Draw(t, "draw"))
	}
	var reward []float64
	for m := range moments {
		c.Gap = append(c.Gap, rapid.SampledFrom([]int{1, 1, 1, 2}).Draw(t, "gap"))
		c.DayEnds = append(c.DayEnds, m == moments/2)
		price := rapid.Float64Range(-20, 20).Draw(t, "price")
		for q := range k {
			reward = append(reward, price*draw[q])
		}
	}
	return c, reward, draw
}

// every calls with each sequence of points that breaks no rule of the chain.
func every(c *optimize.Chain, with func(path []uint8)) {
	n := c.Moments()
	path := make([]uint8, n)
	for code := range int(math.Pow(float64(c.Points), float64(n))) {
		for t := range path {
			path[t] = uint8(code % c.Points)
			code /= c.Points
		}
		if c.Allows(path) {
			with(path)
		}
	}
}

func TestAChainEarnsWhatTheBestOfAllSequencesEarns(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, reward, _ := drawChain(t, rapid.IntRange(1, 6).Draw(t, "moments"))
		best := math.Inf(-1)
		first := make([]float64, c.Points)
		for q := range first {
			first[q] = math.Inf(-1)
		}
		every(c, func(path []uint8) {
			v := c.Value(reward, path)
			best = max(best, v)
			first[path[0]] = max(first[path[0]], v)
		})
		solver := optimize.NewSolver(c)
		path, value := solver.Solve(reward, nil)
		if !c.Allows(path) || math.Abs(value-best) > 1e-9 || math.Abs(c.Value(reward, path)-best) > 1e-9 {
			t.Fatalf("path %v earns %g, stated %g; the best of all sequences %g", path, c.Value(reward, path), value, best)
		}
		got := make([]float64, c.Points)
		solver.First(reward, nil, got)
		if top := slices.Max(got); c.Starts == 0 && math.Abs(top-best) > 1e-9 {
			t.Fatalf("the best first point earns %g, the best of all sequences %g", top, best)
		}
		for q := range got {
			if c.Starts == 0 && !(math.Abs(got[q]-first[q]) <= 1e-9 || got[q] == first[q]) {
				t.Fatalf("beginning with point %d earns %g, stated %g", q, first[q], got[q])
			}
		}
	})
}

// drawProblem is two chains that share a limit, a floor and a ramp.
func drawProblem(t *rapid.T) *optimize.Problem {
	p := &optimize.Problem{}
	n := rapid.IntRange(1, 4).Draw(t, "moments")
	before, most := 0.0, 0.0
	for range 2 {
		c, reward, draw := drawChain(t, n)
		for m := range c.Gap {
			c.Gap[m] = 1
		}
		p.Chains, p.Reward, p.Draw = append(p.Chains, c), append(p.Reward, reward), append(p.Draw, draw)
		before += draw[c.FromPoint]
		most += draw[len(draw)-1]
	}
	g := optimize.Group{Name: "site", Before: before}
	for range n {
		g.Most = append(g.Most, most*rapid.Float64Range(0.3, 1).Draw(t, "limit"))
		g.Least = append(g.Least, most*rapid.SampledFrom([]float64{0, 0, 0.2}).Draw(t, "floor"))
		g.Rise = append(g.Rise, most*rapid.Float64Range(0.3, 1).Draw(t, "rise"))
		g.Fall = append(g.Fall, most*rapid.Float64Range(0.3, 1).Draw(t, "fall"))
	}
	prices := func(of string) []float64 { return rapid.SliceOfN(rapid.Float64Range(0, 15), n, n).Draw(t, of) }
	switch rapid.SampledFrom([]string{"hard", "excess", "short"}).Draw(t, "level") {
	case "excess":
		g.Least, g.Excess = nil, prices("excess")
	case "short":
		g.Most, g.Short = nil, prices("short")
	}
	if rapid.Bool().Draw(t, "no ramps") {
		g.Rise, g.Fall = nil, nil
	}
	p.Groups = []optimize.Group{g}
	return p
}

// earns is what a pair of paths earns, and whether it keeps to the limits.
func earns(p *optimize.Problem, paths [][]uint8) (value float64, keeps bool) {
	for i, c := range p.Chains {
		value += c.Value(p.Reward[i], paths[i])
	}
	keeps = true
	for _, g := range p.Groups {
		before := g.Before
		for t := range paths[0] {
			sum := 0.0
			for i := range paths {
				if g.Members == nil || slices.Contains(g.Members, i) {
					sum += p.Draw[i][paths[i][t]]
				}
			}
			over, under := 0.0, 0.0
			if g.Most != nil {
				over = math.Max(0, sum-g.Most[t])
			}
			if g.Least != nil {
				under = math.Max(0, g.Least[t]-sum)
			}
			if g.Excess != nil {
				value -= over * g.Excess[t]
				over = 0
			}
			if g.Short != nil {
				value -= under * g.Short[t]
				under = 0
			}
			keeps = keeps && over <= 1e-8 && under <= 1e-8 &&
				(g.Rise == nil || sum-before <= g.Rise[t]+1e-8) && (g.Fall == nil || before-sum <= g.Fall[t]+1e-8)
			before = sum
		}
	}
	return value, keeps
}

func TestTwoChainsEarnWhatTheBestOfAllSequencesEarnsAndTheBoundHolds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawProblem(t)
		best := math.Inf(-1)
		every(p.Chains[0], func(a []uint8) {
			every(p.Chains[1], func(b []uint8) {
				if v, ok := earns(p, [][]uint8{a, b}); ok {
					best = math.Max(best, v)
				}
			})
		})
		sol := optimize.Solve(p, optimize.Usual())
		value, keeps := earns(p, sol.Paths)
		if math.IsInf(best, -1) {
			if keeps || sol.Broken <= 0 {
				t.Fatalf("nothing keeps to the limits, the solution says it does")
			}
			return
		}
		if !keeps || sol.Broken > 0 || math.Abs(value-sol.Value) > 1e-6 || math.Abs(value-best) > 1e-6 {
			t.Fatalf("earns %g (stated %g, keeps to limits: %v), the best of all sequences %g", value, sol.Value, keeps, best)
		}
		if sol.Bound < best-1e-6 {
			t.Fatalf("the bound %g lies below the optimum %g", sol.Bound, best)
		}
	})
}
