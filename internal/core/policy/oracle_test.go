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
	if len(oracle.Notes) != 1 || !strings.Contains(oracle.Notes[0], "class old meets the limit") {
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
