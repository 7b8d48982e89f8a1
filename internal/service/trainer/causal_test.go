package trainer_test

import (
	"context"
	"math"
	"math/bits"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/learn/dsac"
	"github.com/pouw-dem/pouwdem/internal/core/learn/env"
	"github.com/pouw-dem/pouwdem/internal/core/learn/evaluate"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/nn/kernel"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/policy/mpc"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/core/world"
	"github.com/pouw-dem/pouwdem/internal/service/trainer"
)

// levels is a Markov chain of prices: the simulated world's at a settlement
// point, quarter hour after quarter hour, in classes of like prices, with chances
// of their own in each hour of the day.
type levels struct {
	edges []float64       // upper, of all but the last
	price []float64       // mean of the class, $/MWh
	next  [24][][]float64 // by hour of the day
}

// simulatedLevels counts a year of the simulated world.
func simulatedLevels() *levels {
	w := world.New(7, world.Config{})
	point, _ := w.Point("LZ_WEST")
	var prices []float64
	for at := (unit.Day{Year: 2026, Month: 2, Dom: 1}).Start(); len(prices) < 365*96; at = at.Add(unit.Settlement) {
		prices = append(prices, w.Settle(at).SPP[point])
	}
	l := &levels{edges: []float64{10, 20, 30, 40, 50, 60, 75, 100, 150, 300, 1000}}
	n := len(l.edges) + 1
	count := make([]float64, n)
	l.price = make([]float64, n)
	for h := range l.next {
		for k := range n {
			l.next[h] = append(l.next[h], make([]float64, n))
			l.next[h][k][k] = 1 // so that no class is without a next
		}
	}
	for i, p := range prices {
		k := l.class(p)
		count[k]++
		l.price[k] += p
		if i+1 < len(prices) {
			l.next[i%96/4][k][l.class(prices[i+1])]++
		}
	}
	for k := range n {
		l.price[k] /= count[k]
		for h := range l.next {
			total := 0.0
			for _, c := range l.next[h][k] {
				total += c
			}
			for j := range l.next[h][k] {
				l.next[h][k][j] /= total
			}
		}
	}
	return l
}

func (l *levels) class(price float64) int {
	k, _ := slices.BinarySearch(l.edges, price)
	return k
}

// walk is a course of prices drawn from the chain.
func (l *levels) walk(n int, seed uint64) *drawn {
	rng := rand.New(rand.NewPCG(seed, 3))
	d := &drawn{levels: l}
	at := l.class(30)
	for i := range n {
		d.prices = append(d.prices, l.price[at])
		at = l.draw(i, at, rng.Float64())
	}
	return d
}

type drawn struct {
	levels *levels
	prices []float64
	snap   market.Snapshot
}

func (d *drawn) Len() int                          { return len(d.prices) }
func (*drawn) Charge(int, unit.MW) unit.MicroUSD   { return 0 }
func (*drawn) Proceeds(int, unit.MW) unit.MicroUSD { return 0 }
func (d *drawn) Price(i int) market.Quote          { return d.quote(i) }
func (d *drawn) start(i int) time.Time {
	return (unit.Day{Year: 2026, Month: 3, Dom: 2}).Start().Add(time.Duration(i) * unit.Settlement)
}

func (d *drawn) quote(i int) market.Quote {
	return market.Quote{Value: d.prices[i], Start: d.start(i), Length: unit.Settlement, Known: d.start(i + 1)}
}

func (d *drawn) At(i int) *market.Snapshot {
	d.snap = market.Snapshot{Interval: unit.Interval{Start: d.start(i), Length: unit.Settlement}, AsOf: d.start(i), Point: "LZ_WEST"}
	d.snap.Network.Hashprice = market.Quote{Value: chainHashprice, Start: d.start(i), Known: d.start(i)}
	for j := max(0, i-4); j < i; j++ {
		d.snap.Settled = append(d.snap.Settled, d.quote(j))
	}
	if i > 0 {
		d.snap.SPP = d.quote(i - 1)
		d.snap.Outlook = d.levels.outlook(i, d.start(i), d.levels.class(d.prices[i-1]))
	}
	return &d.snap
}

// outlook is ways in which prices may go on from a class, drawn from the chain.
func (l *levels) outlook(i int, at time.Time, from int) *market.Outlook {
	const paths, ahead = 20, 32
	rng := rand.New(rand.NewPCG(uint64(i), 5)) //nolint:gosec // counts intervals
	o := &market.Outlook{Model: "chain", At: at, Known: at, First: at}
	o.Minutes, o.Point = slices.Repeat([]int{15}, ahead), make([]float64, ahead)
	for range paths {
		class, path := from, make([]float64, ahead)
		for k := range path {
			class = l.draw(i+k-1, class, rng.Float64())
			path[k] = l.price[class]
			o.Point[k] += path[k] / paths
		}
		o.Paths = append(o.Paths, path)
	}
	return o
}

// draw is the class after that of interval i.
func (l *levels) draw(i, class int, u float64) int {
	next := l.next[i%96/4][class]
	for j, p := range next {
		if u -= p; u < 0 {
			return j
		}
	}
	return len(next) - 1
}

// A site where what was done before matters: a start costs more than two hours of
// mining bring, and machines that went off stay off for three.
const (
	chainHashprice = 30.0 // $/PH/day
	startUSD       = 100
	restQuarters   = 12
	jth            = 29.5
)

func slow() *site.Site {
	return &site.Site{
		ID: "slow", Point: "LZ_WEST", Limits: site.Limits{SiteMW: 1}, Contract: site.Contract{Kind: site.Index},
		Classes: []site.Class{{
			ID: "a", Kind: site.ASIC, Units: 1, StartUSD: startUSD, MinDown: restQuarters * unit.Settlement,
			Levels: []site.Level{{Name: "asleep"}, {Name: "rated", Watts: 1e6, THs: 1e6 / jth}},
		}},
	}
}

// causal is the best that can be done without knowing the future, by dynamic
// programming over the chain: the newest price and how long the machines have
// been off are all that matters. run says whether they are to run, by class of
// price and quarters off (0: on).
type causal struct {
	levels *levels
	run    [96][][restQuarters + 1]bool // by quarter hour of the day
}

// solve is dynamic programming back from a year ahead (Puterman 1994, 4.5): by then
// nothing hangs on how it ends.
func (l *levels) solve() causal {
	const mined = chainHashprice / 24 * 1000 / jth / 4 // $ that a quarter of an hour of mining brings
	n := len(l.price)
	c := causal{levels: l}
	for q := range c.run {
		c.run[q] = make([][restQuarters + 1]bool, n)
	}
	value := make([][restQuarters + 1]float64, n) // at the beginning of the next quarter, by the newest class
	for at := 365 * 96; at > 0; at-- {
		q := (at + 95) % 96 // of the interval before, whose class is known
		now := make([][restQuarters + 1]float64, n)
		for k := range n {
			for off := range restQuarters + 1 {
				rest, on := 0.0, mined
				for j, p := range l.next[q/4][k] {
					rest += p * value[j][min(off+1, restQuarters)]
					on += p * (value[j][0] - l.price[j]/4)
				}
				if off > 0 {
					on -= startUSD
				}
				run := on > rest && (off == 0 || off == restQuarters)
				c.run[at%96][k][off] = run
				now[k][off] = rest
				if run {
					now[k][off] = on
				}
			}
		}
		value = now
	}
	return c
}

func (causal) Name() string { return "causal optimum" }

func (c causal) Propose(in policy.Input) policy.Proposal {
	was := in.State.Classes[0]
	off := 0
	if !was.On {
		off = min(int(in.Snapshot.Interval.Start.Sub(was.Since)/unit.Settlement), restQuarters)
	}
	day := unit.DayOf(in.Snapshot.Interval.Start).Start()
	quarter := int(in.Snapshot.Interval.Start.Sub(day)/unit.Settlement) % 96
	share := 0.0
	if !in.Snapshot.SPP.OK() || c.run[quarter][c.levels.class(in.Snapshot.SPP.Value)][off] {
		share = 1
	}
	return policy.Proposal{Policy: c.Name(), Plan: policy.MiningShare(in, 0, share)}
}

// through goes through a course by the modes that pick says.
func through(t *testing.T, cfg env.Config, pick func(row []float32, mask dsac.Mask) int) (agent, baseline float64) {
	t.Helper()
	e, err := env.New(cfg, rand.NewPCG(1, 1))
	if err != nil {
		t.Fatal(err)
	}
	row := make([]float32, kernel.Padded(len(cfg.Features)))
	mask := e.Reset(row)
	for end := dsac.Going; end == dsac.Going; {
		_, mask, end = e.Step(pick(row, mask), row)
	}
	own, theirs := e.Earned()
	return own.USD(), theirs.USD()
}

// earns is what a rule earns over a course.
func earns(t *testing.T, course env.Course, rule policy.Policy) float64 {
	t.Helper()
	cfg := env.Config{Site: slow(), Course: course, Modes: env.Modes(), Features: env.Features(nil), Baseline: rule}
	_, usd := through(t, cfg, func(_ []float32, mask dsac.Mask) int { return bits.TrailingZeros64(uint64(mask)) })
	return usd
}

// TestAnAgentComesNearTheCausalOptimumOfTheSimulatedPrices trains on prices of the
// simulated world as a Markov chain, where the causal optimum is known, and scores
// on fresh ones beside the threshold rule, tuned on those that were learned from.
// POUWDEM_CAUSAL is a number of seeds to do it with at length.
func TestAnAgentComesNearTheCausalOptimumOfTheSimulatedPrices(t *testing.T) {
	const asked = 0.1 // above the rule; how far is in docs/results-learning.md
	seeds, steps, past, days := 1, 4000, 60, 30
	if n, err := strconv.Atoi(os.Getenv("POUWDEM_CAUSAL")); err == nil {
		seeds, steps, past, days = n, 30_000, 180, 120
	}
	chain := simulatedLevels()
	optimum := chain.solve()
	fresh := chain.walk(days*96, 99)
	var shares []float64
	for seed := range seeds {
		learned, watched := chain.walk(past*96, 1+uint64(seed)), chain.walk(30*96, 1001+uint64(seed)) //nolint:gosec // a few
		task := causalTask(learned, watched, steps, 1+uint64(seed))                                   //nolint:gosec // a few
		out, err := trainer.Run(context.Background(), task, nil)
		if err != nil {
			t.Fatal(err)
		}
		var best policy.Policy
		most := math.Inf(-1)
		for _, p := range policy.ThresholdGrid() {
			if usd := earns(t, learned, policy.Threshold{Params: p}); usd > most {
				best, most = policy.Threshold{Params: p}, usd
			}
		}
		rule, top, planned := earns(t, fresh, best), earns(t, fresh, optimum), earns(t, fresh, mpc.Policy{Params: *modes()[0].Plan})
		agent, _ := through(t, env.Config{Site: slow(), Course: fresh, Modes: modes(), Features: out.Features}, out.Agent.Best)
		shares = append(shares, (agent-rule)/(top-rule))
		t.Logf("seed %d: over %d days the tuned rule earns %.0f $, MPC %.0f, the agent %.0f, the causal optimum %.0f: %.2f of what lies between", 1+seed, days, rule, planned, agent, top, shares[seed])
	}
	t.Logf("interquartile mean %.2f, worst %.2f of %d seeds", evaluate.IQM(shares), slices.Min(shares), seeds)
	if got := evaluate.IQM(shares); got < asked || got > 1.2 { // the optimum is so on the mean, not on every course
		t.Errorf("the agent closes %.2f of the gap from the tuned rule to the causal optimum, %.1f at least is expected", got, asked)
	}
}

// modes are those of an agent that looks ahead.
func modes() []env.Mode { return env.ModesAhead(mpc.Params{Hours: 8}) }

func causalTask(learned, watched env.Course, steps int, seed uint64) trainer.Task {
	t := trainer.Task{
		Train:    []trainer.Place{{Site: slow(), Course: learned, Baseline: policy.Lag1{}}},
		Validate: []trainer.Place{{Site: slow(), Course: watched, Baseline: policy.Lag1{}, Memo: env.NewMemo()}},
		Modes:    modes(), Config: dsac.Default(0, 0, steps/2), Schedule: dsac.Schedule{Warmup: 1000, Ratio: 0.5, Replay: 4 * steps, Forks: 3},
		Steps: steps, Every: steps / 6, Length: 7 * 96, Clip: 3, Seed: seed,
	}
	t.Leans, t.BesideFirst = []float32{0, 1, 100}, true
	t.Config.Lean = 3
	t.Config.Hidden, t.Config.Batch, t.Config.Gamma, t.Config.ActorRate = []int{64, 64}, 64, 0.98, 1e-3
	t.Config.Temperature.Start, t.Config.Temperature.Most = 0.05, 0.05
	return t
}
