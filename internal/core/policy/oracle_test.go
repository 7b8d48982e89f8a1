package policy_test

import (
	"math"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/pouw-dem/pouwdem/internal/core/episode"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/settle"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// oracleStart is two hours before a Central midnight, so that days change
// within a short future.
func oracleStart() time.Time { return time.Date(2024, 7, 2, 3, 0, 0, 0, time.UTC) }

// drawFuture is a small mining site with every kind of constraint, and a few
// hours of prices around its break-evens.
func drawFuture(t *rapid.T) policy.Foresight {
	class := site.Class{
		ID: "asic", Kind: site.ASIC, Units: 1000, PoolFee: 0.01,
		Levels: []site.Level{{Name: "asleep", Watts: 20}, {Name: "low", Watts: 500, THs: 28}, {Name: "rated", Watts: 1000, THs: 45}},

		MinUp:        time.Duration(rapid.IntRange(0, 3).Draw(t, "min up")) * time.Hour,
		MinDown:      time.Duration(rapid.IntRange(0, 3).Draw(t, "min down")) * time.Hour,
		StartsPerDay: rapid.IntRange(0, 2).Draw(t, "starts a day"),
		StartUSD:     rapid.Float64Range(0, 40).Draw(t, "start cost"),
	}
	if rapid.Bool().Draw(t, "one level") {
		class.Levels = class.Levels[:2]
	}
	s := &site.Site{
		ID: "s", Point: "P", Classes: []site.Class{class},
		Limits: site.Limits{SiteMW: 2, AuxShare: 0.04},
		Contract: site.Contract{
			Kind:  rapid.SampledFrom([]site.ContractKind{site.Index, site.Block}).Draw(t, "contract"),
			Price: 40, BlockMW: 0.6, TakeOrPay: rapid.Bool().Draw(t, "take or pay"), Resale: rapid.Bool().Draw(t, "resale"),
		},
		Adders: site.Adders{LossFactor: 0.02, Wires: 3},
	}
	start := oracleStart()
	state := s.InitialState(start, rapid.Bool().Draw(t, "on"))
	f := policy.Foresight{Site: s, State: &state}
	for range rapid.IntRange(2, 7).Draw(t, "hours") {
		f.Moments = append(f.Moments, policy.Moment{
			Interval: unit.IntervalAt(start, time.Hour), Hashprice: 50,
			SPP: unit.USDPerMWh(rapid.IntRange(-20, 250).Draw(t, "spp")),
		})
		start = start.Add(time.Duration(rapid.SampledFrom([]int{1, 1, 1, 1, 2}).Draw(t, "gap")) * time.Hour)
	}
	return f
}

// score is what a sequence of wishes earns through the same step, guard and
// settlement as in live running.
func score(f policy.Foresight, wish func(in policy.Input, t int) site.Plan) unit.MicroUSD {
	state, total := *f.State, unit.MicroUSD(0)
	book := func(settled []settle.Settlement) { total += settle.Sum(settled) }
	var settled []market.Quote
	for i, m := range f.Moments {
		snap := &market.Snapshot{Interval: m.Interval, AsOf: m.Interval.Start, Point: "P", Settled: settled}
		snap.Network.Hashprice = market.Quote{Value: float64(m.Hashprice), Known: m.Interval.Start}
		in := policy.Input{Site: f.Site, State: &state, Snapshot: snap}
		out := episode.Step(in, &site.Orders{}, wish(in, i))
		book(out.Settled)
		state = out.Next
		end := m.Interval.End()
		settled = append(settled, market.Quote{Value: float64(m.SPP), Start: m.Interval.Start, Length: time.Hour, Known: end})
	}
	end := f.Moments[len(f.Moments)-1].Interval.End()
	last, _ := episode.Settle(f.Site, state, &market.Snapshot{AsOf: end, Settled: settled})
	book(last)
	return total
}

// levelPlan grants the only class one of its levels.
func levelPlan(c *site.Class, level int) site.Plan {
	if level == 0 {
		return site.Plan{}
	}
	mw := unit.MW(float64(c.Units) * c.Levels[level].Watts / 1e6)
	return site.Plan{Allocations: []site.Allocation{{Class: c.ID, Use: site.Mine, MW: mw}}}
}

func TestTheOracleEarnsWhatTheBestOfAllSequencesEarns(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := drawFuture(t)
		c := &f.Site.Classes[0]
		best := unit.MicroUSD(math.MinInt64)
		levels, n := len(c.Levels), len(f.Moments)
		for code := range int(math.Pow(float64(levels), float64(n))) {
			earned := score(f, func(_ policy.Input, i int) site.Plan {
				return levelPlan(c, code/int(math.Pow(float64(levels), float64(i)))%levels)
			})
			best = max(best, earned)
		}
		oracle := policy.Oracle(f)
		got := score(f, func(in policy.Input, _ int) site.Plan { return oracle.Propose(in).Plan })
		if diff := got - best; diff < -10 || diff > 10 { // lines are rounded to micro-dollars
			t.Fatalf("oracle earns %d, the best of all sequences %d micro-dollars", got, best)
		}
	})
}

// One dear hour between cheap ones at a ramp of a quarter an hour: a very dear
// one is worth going all the way down, a dear one is not.
func TestTheOracleObeysARampThatTakesSeveralIntervals(t *testing.T) {
	for spp, want := range map[unit.USDPerMWh][]float64{
		2000: {0.75, 0.5, 0.25, 0, 0.25, 0.5, 0.75, 1},
		150:  {1, 1, 1, 0.75, 1, 1, 1, 1},
	} {
		f := rampFuture()
		f.Moments[3].SPP = spp
		oracle := policy.Oracle(f)
		score(f, func(in policy.Input, i int) site.Plan {
			plan := oracle.Propose(in).Plan
			guarded, _ := policy.Guard(in, &site.Orders{}, plan)
			for _, got := range []unit.MW{plan.MachineMW(), guarded.MachineMW()} {
				if math.Abs(float64(got)-want[i]) > 1e-9 {
					t.Errorf("%.0f $/MWh, hour %d: %.3f MW, want %.3f", float64(spp), i, float64(got), want[i])
				}
			}
			return plan
		})
	}
}

func rampFuture() policy.Foresight {
	s := &site.Site{
		ID: "s", Point: "P", Limits: site.Limits{SiteMW: 1},
		Classes: []site.Class{{
			ID: "asic", Kind: site.ASIC, Units: 1000, RampMW: 0.25 / 60,
			Levels: []site.Level{{Name: "asleep"}, {Name: "rated", Watts: 1000, THs: 45}},
		}},
		Contract: site.Contract{Kind: site.Index},
	}
	start := oracleStart()
	state := s.InitialState(start, true)
	f := policy.Foresight{Site: s, State: &state}
	for _, spp := range []unit.USDPerMWh{20, 20, 20, 2000, 20, 20, 20, 20} {
		f.Moments = append(f.Moments, policy.Moment{Interval: unit.IntervalAt(start, time.Hour), SPP: spp, Hashprice: 50})
		start = start.Add(time.Hour)
	}
	return f
}

func TestTheOracleSaysWhereLimitsCoupleClasses(t *testing.T) {
	f := rampFuture()
	f.Site.Classes[0].RampMW = 0
	worse := f.Site.Classes[0]
	worse.ID, worse.Levels = "old", []site.Level{{Name: "asleep"}, {Name: "rated", Watts: 1000, THs: 30}}
	f.Site.Classes = append([]site.Class{worse}, f.Site.Classes...)
	state := f.Site.InitialState(oracleStart(), false)
	f.State = &state
	oracle := policy.Oracle(f)
	if len(oracle.Notes) != 1 || !strings.Contains(oracle.Notes[0], "classes were planned together") {
		t.Errorf("notes are %q", oracle.Notes)
	}
	score(f, func(in policy.Input, i int) site.Plan {
		plan := oracle.Propose(in).Plan
		if i == 0 && (plan.ClassMW("asic") != 1 || plan.ClassMW("old") != 0) {
			t.Errorf("the better class does not go first: %+v", plan)
		}
		return plan
	})
}

func TestTheOracleServesSoldInferenceAndTiersThatPay(t *testing.T) {
	f := rampFuture()
	f.Site.Classes = []site.Class{{
		ID: "gpu", Kind: site.GPU, Model: "H100", Units: 800,
		Levels: []site.Level{{Name: "idle", Watts: 100}, {Name: "rated", Watts: 1250}},
		Tiers: []site.Tier{
			{Name: "batch", MaxMW: 0.5, USDPerGPUh: 1, Fill: 1},
			{Name: "sold", MaxMW: 0.4, USDPerGPUh: 2, Fill: 1, Sold: true, Penalty: 100},
		},
	}}
	state := f.Site.InitialState(oracleStart(), true)
	f.State = &state
	oracle := policy.Oracle(f)
	score(f, func(in policy.Input, i int) site.Plan {
		plan := oracle.Propose(in).Plan
		want := unit.MW(0.9)
		if i == 3 { // batch earns 800 $/MWh
			want = 0.4
		}
		if got := plan.ClassMW("gpu"); math.Abs(float64(got-want)) > 1e-9 {
			t.Errorf("hour %d at %.0f $/MWh: %.2f MW, want %.2f", i, float64(f.Moments[i].SPP), float64(got), float64(want))
		}
		return plan
	})
}

func BenchmarkOracleOverAYearOfFiveMinuteIntervals(b *testing.B) {
	f := rampFuture()
	c := &f.Site.Classes[0]
	c.RampMW, c.MinUp, c.MinDown, c.StartsPerDay, c.StartUSD = 0, 30*time.Minute, 30*time.Minute, 4, 10
	start := oracleStart()
	f.Moments = f.Moments[:0]
	for i := range 105_120 {
		spp := unit.USDPerMWh(40 + 60*math.Sin(float64(i)/80))
		f.Moments = append(f.Moments, policy.Moment{Interval: unit.IntervalAt(start, unit.Control), SPP: spp, Hashprice: 50})
		start = start.Add(unit.Control)
	}
	b.ReportAllocs()
	for b.Loop() {
		policy.Oracle(f)
	}
}

// The better class is worth waking for an hour by itself; beside a limit that lets
// one of the two run, the other, which wakes for nothing, earns more.
func TestPerfectForesightWeighsClassesThatShareALimitAgainstEachOther(t *testing.T) {
	class := func(id string, jth, start float64) site.Class {
		return site.Class{ID: id, Kind: site.ASIC, Units: 1000, StartUSD: start, Levels: []site.Level{{Name: "asleep"}, {Name: "rated", Watts: 1000, THs: unit.THs(1000 / jth)}}}
	}
	s := &site.Site{
		ID: "s", Point: "P", Contract: site.Contract{Kind: site.Index}, Limits: site.Limits{SiteMW: 1},
		Classes: []site.Class{class("new", 15, 100), class("old", 30, 0)},
	}
	state := s.InitialState(oracleStart(), false)
	f := policy.Foresight{Site: s, State: &state}
	for h, spp := range []unit.USDPerMWh{20, 500, 500} {
		f.Moments = append(f.Moments, policy.Moment{Interval: unit.IntervalAt(oracleStart().Add(time.Duration(h)*time.Hour), time.Hour), Hashprice: 50, SPP: spp})
	}
	plan := policy.Oracle(f)
	if a, b := plan.MW(0, 0), plan.MW(1, 0); a != 0 || b != 1 {
		t.Errorf("%g MW of the new class and %g of the old; want 0 and 1: %v", float64(a), float64(b), plan.Notes)
	}
	if notes := strings.Join(plan.Notes, "\n"); !strings.Contains(notes, "planned together, within 0.00 %") {
		t.Errorf("notes: %s", notes)
	}
	s.Limits.SiteMW = 2
	if plan = policy.Oracle(f); plan.MW(0, 0) != 1 || plan.MW(1, 0) != 1 || len(plan.Notes) > 0 {
		t.Errorf("where nothing binds: %g and %g MW, %v", float64(plan.MW(0, 0)), float64(plan.MW(1, 0)), plan.Notes)
	}
}

func TestPlannedTogetherPerfectForesightEarnsWhatTheBestOfAllSequencesEarns(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := drawFuture(t)
		f.Site.Contract = site.Contract{Kind: site.Index}
		f.Site.Adders, f.Site.Limits.AuxShare = site.Adders{}, 0
		f.Moments = f.Moments[:min(len(f.Moments), 4)]
		second := f.Site.Classes[0]
		second.ID, second.StartUSD, second.MinUp, second.MinDown, second.StartsPerDay = "second", rapid.Float64Range(0, 40).Draw(t, "second start"), 0, 0, 0
		second.Levels = []site.Level{{Name: "asleep", Watts: 20}, {Name: "rated", Watts: 1000, THs: unit.THs(rapid.Float64Range(20, 60).Draw(t, "second rate"))}}
		f.Site.Classes = append(f.Site.Classes, second)
		f.Site.Limits.SiteMW = 1.02
		state := f.Site.InitialState(f.Moments[0].Interval.Start, false)
		f.State = &state
		plan := policy.Oracle(f)
		best := 0.0
		each(len(f.Moments), func(one []bool) {
			each(len(f.Moments), func(two []bool) {
				best = max(best, pairEarns(f, one, two))
			})
		})
		if got := planEarns(t, f, plan); got < best-1e-6*(1+best) {
			t.Fatalf("earns %g, the best of all sequences %g; %v", got, best, plan.Notes)
		}
	})
}

// planEarns is what a schedule earns, whose classes may run at part of their power.
func planEarns(t *rapid.T, f policy.Foresight, plan *policy.Schedule) float64 {
	sum := 0.0
	was := make([]unit.MW, len(f.Site.Classes))
	for m := range f.Moments {
		var draw unit.MW
		for k := range f.Site.Classes {
			c, mw := &f.Site.Classes[k], plan.MW(k, m)
			sum += settle.MiningUSD(c.HashrateAt(mw), f.Moments[m].Hashprice, 1)*(1-c.PoolFee) -
				float64(f.Moments[m].SPP)*float64(c.DrawMW(mw)-c.AsleepMW()) - policy.StartUSD(c, was[k], mw)
			was[k] = mw
			draw += c.DrawMW(mw)
		}
		if draw > f.Site.Limits.SiteMW+1e-9 {
			t.Fatalf("machines draw %g MW of %g", float64(draw), float64(f.Site.Limits.SiteMW))
		}
	}
	return sum
}

// each calls a function with every sequence of on and off.
func each(n int, call func(on []bool)) {
	for bits := range 1 << n {
		on := make([]bool, n)
		for m := range on {
			on[m] = bits>>m&1 == 1
		}
		call(on)
	}
}

// pairEarns is what two classes earn that run at full power or sleep, as said; less
// than nothing where they break a limit.
func pairEarns(f policy.Foresight, one, two []bool) float64 {
	sum := 0.0
	for k, on := range [][]bool{one, two} {
		c := &f.Site.Classes[k]
		was, since, starts, day := false, 1000, 0, unit.Day{}
		for m := range f.Moments {
			start := f.Moments[m].Interval.Start
			if m > 0 {
				since += int(start.Sub(f.Moments[m-1].Interval.Start) / time.Hour)
			}
			if d := unit.DayOf(start); d != day {
				day, starts = d, 0
			}
			if on[m] != was {
				least := c.MinDown
				if was {
					least = c.MinUp
				}
				if time.Duration(since)*time.Hour < least {
					return -1
				}
				since = 0
				if on[m] {
					sum -= c.StartUSD
					if starts++; c.StartsPerDay > 0 && starts > c.StartsPerDay {
						return -1
					}
				}
			}
			if on[m] && one[m] && two[m] {
				return -1
			}
			if on[m] {
				moment := f.Moments[m]
				sum += settle.MiningUSD(c.HashrateAt(c.MaxMW()), moment.Hashprice, 1)*(1-c.PoolFee) - float64(moment.SPP)*float64(c.MaxMW()-c.AsleepMW())
			}
			was = on[m]
		}
	}
	return sum
}
