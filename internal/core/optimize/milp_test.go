package optimize_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"io"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"github.com/pouw-dem/pouwdem/internal/core/optimize"
)

// optima are the optima of random instances as HiGHS found them; see
// bench/optimum.sh, which writes the file and checks it.
type optima struct {
	Solver    string    `json:"solver"`
	Instances []optimum `json:"instances"`
}

type optimum struct {
	Instance int      `json:"instance"`
	Hash     string   `json:"hash"`    // of the instance
	Optimum  *float64 `json:"optimum"` // null: no schedule keeps to the limits
}

const instances = 200

// instance is the problem of a number: two to five assets with every rule, over
// 12 to 24 moments, sharing a limit, and some of them a floor, a ramp, a feeder
// or a block with dearer energy beyond it. wear is what waking each costs and
// awake the share of its machines that a point wakes, which the changes are made of.
func instance(number int) (p *optimize.Problem, wear []float64, awake [][]float64) {
	r := rand.New(rand.NewPCG(uint64(number), 2024))
	n := 12 + r.IntN(13)
	between := func(lo, hi float64) float64 { return math.Round((lo+(hi-lo)*r.Float64())*100) / 100 }
	price := make([]float64, n)
	level := between(20, 60)
	for t := range price {
		level = math.Max(-20, level+between(-12, 12))
		price[t] = math.Round(level*100) / 100
		if r.IntN(12) == 0 {
			price[t] += between(100, 900)
		}
	}
	p = &optimize.Problem{}
	before, most := 0.0, 0.0
	for range 2 + r.IntN(4) {
		c, draw, reward, cost, share := asset(r, price, between)
		p.Chains, p.Draw, p.Reward = append(p.Chains, c), append(p.Draw, draw), append(p.Reward, reward)
		wear, awake = append(wear, cost), append(awake, share)
		before += draw[c.FromPoint]
		most += draw[len(draw)-1]
	}
	p.Groups = groups(r, p, n, before, most, between)
	return p, wear, awake
}

// asset is one chain with its draws, rewards, cost of waking and shares awake.
func asset(r *rand.Rand, price []float64, between func(lo, hi float64) float64) (*optimize.Chain, []float64, []float64, float64, []float64) {
	k, n := 2+r.IntN(3), len(price)
	c := &optimize.Chain{Points: k, MinUp: r.IntN(5), MinDown: r.IntN(5), FromPoint: r.IntN(k), FromSteps: r.IntN(6)}
	if r.IntN(3) == 0 {
		c.Starts = 1 + r.IntN(2)
		c.FromUsed = r.IntN(c.Starts + 1)
	}
	draw, earns := []float64{0}, []float64{0}
	worth := between(30, 140)
	for q := 1; q < k; q++ {
		step := between(0.5, 4)
		draw = append(draw, draw[q-1]+step)
		earns = append(earns, earns[q-1]+math.Round(step*worth*(1.15-0.12*float64(q))*100)/100)
	}
	share := make([]float64, k)
	for q := 1; q < k; q++ {
		share[q] = 1
	}
	if k > 2 {
		share[1] = 0.5
	}
	cost := between(0, 60)
	steep := k > 2 && r.IntN(4) == 0
	for a := range k {
		row := make([]float64, k)
		for q := range row {
			row[q] = cost * math.Max(0, share[q]-share[a])
			if steep && (q-a > 1 || a-q > 1) && a > 0 && q > 0 {
				row[q] = math.Inf(1)
			}
		}
		c.Change = append(c.Change, row)
	}
	var reward []float64
	for t := range n {
		c.Gap, c.DayEnds = append(c.Gap, 1), append(c.DayEnds, t == n/2)
		for q := range k {
			reward = append(reward, earns[q]-price[t]*draw[q])
		}
	}
	return c, draw, reward, cost, share
}

func groups(r *rand.Rand, p *optimize.Problem, n int, before, most float64, between func(lo, hi float64) float64) []optimize.Group {
	site := optimize.Group{Name: "site", Before: before}
	limit := math.Round(most*between(0.4, 0.95)*100) / 100
	floor, from := 0.0, r.IntN(n)
	if r.IntN(2) == 0 {
		floor = math.Round(limit*between(0.1, 0.5)*100) / 100
	}
	for t := range n {
		site.Most = append(site.Most, limit)
		least := math.Inf(-1)
		if floor > 0 && t >= from && t < from+6 {
			least = floor
		}
		site.Least = append(site.Least, least)
	}
	if r.IntN(3) == 0 {
		ramp := math.Round(most*between(0.25, 0.6)*100) / 100
		for range n {
			site.Rise, site.Fall = append(site.Rise, ramp), append(site.Fall, ramp)
		}
	}
	all := []optimize.Group{site}
	if len(p.Chains) > 2 && r.IntN(2) == 0 {
		feeder := optimize.Group{Name: "feeder", Members: []int{0, 1}}
		carries := p.Draw[0][len(p.Draw[0])-1] + p.Draw[1][len(p.Draw[1])-1]
		for range n {
			feeder.Most = append(feeder.Most, math.Round(carries*70)/100)
		}
		all = append(all, feeder)
	}
	if r.IntN(3) == 0 {
		block := optimize.Group{Name: "block"}
		for range n {
			block.Most = append(block.Most, math.Round(most*50)/100)
			block.Excess = append(block.Excess, between(0, 40))
		}
		all = append(all, block)
	}
	return all
}

// hash names an instance, so that an optimum is never held against another.
func hash(p *optimize.Problem) string {
	h := fnv.New64a()
	writeLP(h, p, make([]float64, len(p.Chains)), make([][]float64, len(p.Chains)))
	fmt.Fprint(h, p.Chains[0].Change)
	return fmt.Sprintf("%016x", h.Sum64())
}

func TestSchedulesComeWithinHalfAPerCentOfTheOptimumThatHiGHSFinds(t *testing.T) {
	text, err := os.ReadFile("testdata/optima.json")
	if err != nil {
		t.Fatal(err)
	}
	var known optima
	if err := json.Unmarshal(text, &known); err != nil {
		t.Fatal(err)
	}
	if len(known.Instances) != instances {
		t.Fatalf("%d optima are known, want %d", len(known.Instances), instances)
	}
	var worst, mean float64
	feasible, exact, slackest := 0, 0, 0.0
	for _, o := range known.Instances {
		p, _, _ := instance(o.Instance)
		if h := hash(p); h != o.Hash {
			t.Fatalf("instance %d hashes to %s, its optimum is that of %s: run bench/optimum.sh", o.Instance, h, o.Hash)
		}
		sol := optimize.Solve(p, optimize.Usual())
		value, keeps := earns(p, sol.Paths)
		if o.Optimum == nil {
			if keeps {
				t.Errorf("instance %d: a schedule keeps to the limits, the MILP has none", o.Instance)
			}
			continue
		}
		feasible++
		for i, c := range p.Chains {
			keeps = keeps && c.Allows(sol.Paths[i])
		}
		gap := (*o.Optimum - value) / math.Max(1, math.Abs(*o.Optimum))
		if !keeps || sol.Broken > 0 || gap > 0.005 || gap < -1e-6 {
			t.Errorf("instance %d: %.4f of %.4f (gap %.4f %%), keeps to limits: %v", o.Instance, value, *o.Optimum, 100*gap, keeps)
		}
		if sol.Bound < *o.Optimum-1e-6*math.Abs(*o.Optimum) {
			t.Errorf("instance %d: the bound %.4f lies below the optimum %.4f", o.Instance, sol.Bound, *o.Optimum)
		}
		worst, mean = math.Max(worst, gap), mean+math.Max(0, gap)
		slackest = math.Max(slackest, sol.Gap())
		if gap < 1e-9 {
			exact++
		}
	}
	t.Logf("%d instances against %s: %d have a schedule, %d of these at the optimum, worst gap %.3f %%, mean %.4f %%; widest bound %.2f %%",
		len(known.Instances), known.Solver, feasible, exact, 100*worst, 100*mean/float64(feasible), 100*slackest)
	if feasible < instances*3/4 {
		t.Errorf("only %d instances have a schedule", feasible)
	}
}

// Writes every instance as an LP file into the folder that POUWDEM_MILP names,
// for bench/optimum.sh.
func TestWriteInstances(t *testing.T) {
	dir := os.Getenv("POUWDEM_MILP")
	if dir == "" {
		t.Skip("POUWDEM_MILP names no folder")
	}
	var index []optimum
	for k := range instances {
		p, wear, awake := instance(k)
		f, err := os.Create(filepath.Join(dir, fmt.Sprintf("%03d.lp", k)))
		if err != nil {
			t.Fatal(err)
		}
		w := bufio.NewWriter(f)
		writeLP(w, p, wear, awake)
		if err := w.Flush(); err != nil {
			t.Fatal(err)
		}
		f.Close()
		index = append(index, optimum{Instance: k, Hash: hash(p)})
	}
	text, _ := json.Marshal(index)
	if err := os.WriteFile(filepath.Join(dir, "index.json"), text, 0o644); err != nil {
		t.Fatal(err)
	}
}

// writeLP writes a problem in CPLEX's LP format: z is a point being taken, u and
// v going on and off, w the share of machines that wakes, x what is drawn beyond
// a block.
func writeLP(w io.Writer, p *optimize.Problem, wear []float64, awake [][]float64) {
	out := func(format string, args ...any) { fmt.Fprintf(w, format, args...) }
	n := p.Chains[0].Moments()
	out("Maximize\n obj:")
	for i, c := range p.Chains {
		for t := range n {
			for q := range c.Points {
				out(" %+.6f z_%d_%d_%d", p.Reward[i][t*c.Points+q], i, t, q)
			}
			out(" %+.6f w_%d_%d\n", -wear[i], i, t)
		}
	}
	for g := range p.Groups {
		for t := 0; p.Groups[g].Excess != nil && t < n; t++ {
			out(" %+.6f x_%d_%d\n", -p.Groups[g].Excess[t], g, t)
		}
	}
	out("\nSubject To\n")
	for i, c := range p.Chains {
		chainLP(out, i, c, awake[i])
	}
	for g := range p.Groups {
		groupLP(out, p, g)
	}
	out("Bounds\n")
	out("Binary\n")
	for i, c := range p.Chains {
		for t := range n {
			for q := range c.Points {
				out(" z_%d_%d_%d", i, t, q)
			}
			out(" u_%d_%d v_%d_%d\n", i, t, i, t)
		}
	}
	out("End\n")
}

func chainLP(out func(string, ...any), i int, c *optimize.Chain, awake []float64) {
	n := c.Moments()
	on := 0
	if c.FromPoint > 0 {
		on = 1
	}
	for t := range n {
		for q := range c.Points {
			out(" + z_%d_%d_%d", i, t, q)
		}
		out(" = 1\n")
		// Off is point 0: on is 1 less it.
		if t == 0 {
			out(" - z_%d_0_0 - u_%d_0 + v_%d_0 = %d\n", i, i, i, on-1)
		} else {
			out(" - z_%d_%d_0 + z_%d_%d_0 - u_%d_%d + v_%d_%d = 0\n", i, t, i, t-1, i, t, i, t)
		}
		out(" u_%d_%d + v_%d_%d <= 1\n", i, t, i, t)
		stays(out, i, t, "u", c.MinUp, "", 1)
		stays(out, i, t, "v", c.MinDown, "-", 0)
		if on == 1 && t < c.MinUp-c.FromSteps {
			out(" z_%d_%d_0 = 0\n", i, t)
		}
		if on == 0 && t < c.MinDown-c.FromSteps {
			out(" z_%d_%d_0 = 1\n", i, t)
		}
		changesLP(out, i, c, awake, t)
	}
	for t, used := 0, c.FromUsed; c.Starts > 0 && t < n; t++ {
		out(" + u_%d_%d", i, t)
		if c.DayEnds[t] || t == n-1 {
			out(" <= %d\n", max(0, c.Starts-used))
			used = 0
		}
	}
}

// stays says that going on (off) in the last so many moments means being on (off).
func stays(out func(string, ...any), i, t int, kind string, moments int, sign string, most int) {
	if moments < 2 {
		return
	}
	for k := max(0, t-moments+1); k <= t; k++ {
		out(" + %s_%d_%d", kind, i, k)
	}
	if sign == "" {
		sign = "+"
	}
	out(" %s z_%d_%d_0 <= %d\n", sign, i, t, most)
}

func changesLP(out func(string, ...any), i int, c *optimize.Chain, awake []float64, t int) {
	out(" w_%d_%d", i, t)
	before := 0.0
	for q, share := range awake {
		if share == 0 {
			continue
		}
		out(" %+.6f z_%d_%d_%d", -share, i, t, q)
		if t > 0 {
			out(" %+.6f z_%d_%d_%d", share, i, t-1, q)
		} else if q == c.FromPoint {
			before = share
		}
	}
	out(" >= %.6f\n", -before)
	for p := range c.Points {
		for q := range c.Points {
			if !math.IsInf(c.Change[p][q], 1) {
				continue
			}
			if t > 0 {
				out(" z_%d_%d_%d + z_%d_%d_%d <= 1\n", i, t-1, p, i, t, q)
			} else if p == c.FromPoint {
				out(" z_%d_0_%d = 0\n", i, q)
			}
		}
	}
}

func groupLP(out func(string, ...any), p *optimize.Problem, g int) {
	group := &p.Groups[g]
	members := group.Members
	if members == nil {
		for i := range p.Chains {
			members = append(members, i)
		}
	}
	sum := func(t int, sign float64) {
		for _, i := range members {
			for q, d := range p.Draw[i] {
				if d != 0 {
					out(" %+.6f z_%d_%d_%d", sign*d, i, t, q)
				}
			}
		}
		out("\n")
	}
	for t := range group.Most {
		sum(t, 1)
		if group.Excess != nil {
			out(" - x_%d_%d", g, t)
		}
		out(" <= %.6f\n", group.Most[t])
		if group.Least != nil && !math.IsInf(group.Least[t], -1) {
			sum(t, 1)
			out(" >= %.6f\n", group.Least[t])
		}
		if group.Rise == nil {
			continue
		}
		before := 0.0
		sum(t, 1)
		if t > 0 {
			sum(t-1, -1)
		} else {
			before = group.Before
		}
		out(" <= %.6f\n", group.Rise[t]+before)
		sum(t, -1)
		if t > 0 {
			sum(t-1, 1)
		}
		out(" <= %.6f\n", group.Fall[t]-before)
	}
}
