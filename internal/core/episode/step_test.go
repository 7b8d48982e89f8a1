package episode_test

import (
	"math"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/pouw-dem/pouwdem/internal/core/episode"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/settle"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

func noon() time.Time { return time.Date(2026, 1, 15, 18, 0, 0, 0, time.UTC) }

func mine() *site.Site {
	return &site.Site{
		ID: "west", Point: "LZ_WEST",
		Limits: site.Limits{SiteMW: 2, AuxMW: 0.1, AuxShare: 0.1},
		Classes: []site.Class{{
			ID: "asic", Kind: site.ASIC, Units: 1000, StartUSD: 12,
			Levels: []site.Level{{Name: "asleep", Watts: 10}, {Name: "low", Watts: 500, THs: 28}, {Name: "rated", Watts: 1000, THs: 50}},
		}},
		Contract: site.Contract{Kind: site.Index},
	}
}

// world is a site that steps through time under given prices.
type world struct {
	site   *site.Site
	state  site.State
	orders site.Orders
	snap   market.Snapshot
}

func newWorld(s *site.Site, on bool) *world {
	w := &world{site: s, state: s.InitialState(noon(), on)}
	w.snap = market.Snapshot{Interval: unit.IntervalAt(noon(), unit.Control), AsOf: noon(), Point: s.Point}
	w.snap.SPP = market.Quote{Value: 30, Start: noon().Add(-unit.Settlement), Length: unit.Settlement, Known: noon()}
	w.snap.Network.Hashprice = market.Quote{Value: 48, Start: noon(), Known: noon()}
	return w
}

func (w *world) input() policy.Input {
	return policy.Input{Site: w.site, State: &w.state, Snapshot: &w.snap}
}

// step lets an interval pass with a wish for the only class.
func (w *world) step(mw unit.MW) episode.Outcome {
	out := episode.Step(w.input(), &w.orders, wish(mw))
	w.state = out.Next
	w.snap.Interval = w.snap.Interval.Next()
	w.snap.AsOf = w.snap.Interval.Start
	return out
}

func wish(mw unit.MW) site.Plan {
	if mw == 0 {
		return site.Plan{}
	}
	return site.Plan{Allocations: []site.Allocation{{Class: "asic", Use: site.Mine, MW: mw}}}
}

func (w *world) publish(start time.Time, value float64) {
	w.snap.Settled = append(w.snap.Settled, market.Quote{
		Value: value, Start: start, Length: unit.Settlement, Known: start.Add(unit.Settlement),
	})
}

func TestIntervalsSettleTogetherOnceTheirQuarterHoursPriceShows(t *testing.T) {
	w := newWorld(mine(), true)
	for i := range 5 {
		if out := w.step(1); len(out.Settled) != 0 {
			t.Fatalf("step %d settled %d intervals before any price showed", i, len(out.Settled))
		}
	}
	w.publish(noon(), 100)
	out := w.step(1)
	if len(out.Settled) != 3 || len(out.Next.Pending) != 3 {
		t.Fatalf("settled %d intervals, %d pending; want 3 and 3", len(out.Settled), len(out.Next.Pending))
	}
	// 0.1 MW of fixed auxiliaries and 10 % on 1 MW of machines, for 5 minutes.
	const mwh = 1.2 / 12
	want := 48*50.0/24/12 - mwh*100
	if got := out.Settled[0].Total.USD(); math.Abs(got-want) > 1e-6 {
		t.Errorf("five minutes earned %.6f $, want %.6f", got, want)
	}
}

func TestATariffSettlesAsSoonAsTheIntervalHasEnded(t *testing.T) {
	s := mine()
	s.Point, s.Contract = "", site.Contract{Kind: site.Fixed, Price: 60}
	w := newWorld(s, true)
	if out := w.step(1); len(out.Settled) != 0 {
		t.Error("the interval settled before it began")
	}
	if out := w.step(1); len(out.Settled) != 1 || out.Settled[0].Price != 60 {
		t.Errorf("settled %+v", out.Settled)
	}
}

func TestMachinesThatAreOffStillDrawTheirSleepPower(t *testing.T) {
	w := newWorld(mine(), false)
	m := w.step(0).Next.Pending[0]
	if want := unit.MW(0.1 + 1.1*0.01).Over(unit.Control); math.Abs(float64(m.SiteMWh-want)) > 1e-12 || m.Classes[0].THs != 0 {
		t.Errorf("asleep the site draws %g MWh, want %g", float64(m.SiteMWh), float64(want))
	}
}

func TestAStartCostsTheShareOfMachinesThatWakes(t *testing.T) {
	w := newWorld(mine(), false)
	for i, c := range []struct {
		mw   unit.MW
		cost float64
	}{
		{0.255, 6}, // half way from asleep to the lowest running level: half the machines
		{0.5, 6},   // the other half
		{1, 0},     // all awake: throttling up is free
		{0, 0},
		{1, 12},
	} {
		out := w.step(c.mw)
		if got := out.Next.Pending[len(out.Next.Pending)-1].Starts; math.Abs(got-c.cost) > 1e-9 {
			t.Errorf("step %d to %.3f MW costs %.3f $, want %.3f", i, float64(c.mw), got, c.cost)
		}
	}
	if got := w.state.Classes[0].Starts; got != 2 {
		t.Errorf("%d starts counted, want 2", got)
	}
}

func TestStartsAreCountedByCentralOperatingDay(t *testing.T) {
	s := mine()
	w := newWorld(s, false)
	beforeMidnight := time.Date(2026, 7, 2, 4, 50, 0, 0, time.UTC) // 23:50 CDT
	w.state = s.InitialState(beforeMidnight, false)
	w.snap.Interval, w.snap.AsOf = unit.IntervalAt(beforeMidnight, unit.Control), beforeMidnight
	for i, want := range []int{1, 1, 1, 1} {
		out := w.step(unit.MW((i + 1) % 2)) // on, off, on, off: midnight comes before the third
		if i == 2 && out.Next.Classes[0].Day.String() != "2026-07-02" {
			t.Errorf("day is %s", out.Next.Classes[0].Day)
		}
		if got := out.Next.Classes[0].Starts; got != want {
			t.Errorf("after step %d %d starts are counted, want %d", i, got, want)
		}
	}
}

func TestTheMeterReplacesThePlanBeforeItSettles(t *testing.T) {
	w := newWorld(mine(), true)
	w.step(1)
	before := w.state
	measured := site.Metered{
		Interval: unit.IntervalAt(noon(), unit.Control),
		Classes:  []site.ClassMeter{{Class: "asic", MWh: 0.07, THs: 40_000}}, SiteMWh: 0.09,
	}
	w.state = episode.Measure(w.state, measured)
	if before.Pending[0].Measured {
		t.Error("measuring changed the state it was handed")
	}
	w.publish(noon(), 100)
	w.snap.AsOf = noon().Add(unit.Settlement)
	settled, after := episode.Settle(w.site, w.state, &w.snap)
	if len(settled) != 1 || len(after.Pending) != 0 || !settled[0].Measured {
		t.Fatalf("settled %+v, pending %d", settled, len(after.Pending))
	}
	want := 48*40.0/24/12 - 0.09*100
	if got := settled[0].Total.USD(); math.Abs(got-want) > 1e-6 {
		t.Errorf("earned %.6f $, want %.6f by the meter", got, want)
	}
	if again := episode.Measure(after, measured); !cmp.Equal(again, after) {
		t.Error("measuring an interval that has settled changed the state")
	}
}

func TestAnOrderBetweenTicksSplitsTheRunningInterval(t *testing.T) {
	w := newWorld(mine(), true)
	w.step(1)
	w.snap.Interval, w.snap.AsOf = unit.IntervalAt(noon(), unit.Control), noon().Add(2*time.Minute)
	w.orders.Stop = true
	out := episode.Redirect(w.input(), &w.orders, wish(1))
	if len(out.Next.Pending) != 1 || out.Plan.MachineMW() != 0 {
		t.Fatalf("plan %+v, %d pending", out.Plan, len(out.Next.Pending))
	}
	m := out.Next.Pending[0]
	want := unit.MW(1).Over(2*time.Minute) + unit.MW(0.01).Over(3*time.Minute)
	if math.Abs(float64(m.Classes[0].MWh-want)) > 1e-9 || math.Abs(float64(m.Classes[0].THs)-20_000) > 1e-6 {
		t.Errorf("two of five minutes at full power: %g MWh at %g TH/s", float64(m.Classes[0].MWh), float64(m.Classes[0].THs))
	}
	if since := out.Next.Classes[0].Since; !since.Equal(w.snap.AsOf) || !out.Next.Dropped.Equal(w.snap.AsOf) {
		t.Errorf("off since %s, dropped %s", since, out.Next.Dropped)
	}
	if w.state.Pending[0].Classes[0].THs != 50_000 {
		t.Error("the state that was handed in was changed")
	}
}

func TestADropLastsAsLongAsItsOrder(t *testing.T) {
	w := newWorld(mine(), true)
	w.orders.Stop = true
	for range 4 {
		w.step(1)
	}
	if want := noon().Add(15 * time.Minute); !w.state.Dropped.Equal(want) {
		t.Errorf("dropped at %s, want %s: the last moment the order held", w.state.Dropped, want)
	}
	w.orders.Stop = false
	w.step(0)
	if want := noon().Add(15 * time.Minute); !w.state.Dropped.Equal(want) {
		t.Errorf("dropped moved to %s without an order", w.state.Dropped)
	}
}

func TestAnInstructionWithoutANumberIsADropToo(t *testing.T) {
	for _, kind := range []string{"curtail", "deploy"} {
		w := newWorld(mine(), true)
		w.orders.Instructions = []site.Instruction{{ID: "i", From: "ercot", Kind: kind, Product: "ECRS", Start: noon()}}
		w.orders.Awards = []site.Award{{Product: "ECRS", MW: 2, Up: true, Start: noon(), End: noon().Add(time.Hour)}}
		out := w.step(1)
		if out.Plan.MachineMW() != 0 || !w.state.Dropped.Equal(noon()) {
			t.Errorf("%s: %.3f MW, dropped at %s: the return would not be staggered", kind, float64(out.Plan.MachineMW()), w.state.Dropped)
		}
	}
}

func TestSteppingIsPureAndDoesNotChangeItsInput(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := newWorld(mine(), rapid.Bool().Draw(t, "on"))
		for range rapid.IntRange(0, 5).Draw(t, "steps") {
			w.step(unit.MW(rapid.Float64Range(0, 1.2).Draw(t, "mw")))
		}
		if rapid.Bool().Draw(t, "published") {
			w.publish(noon(), rapid.Float64Range(-50, 500).Draw(t, "spp"))
		}
		w.orders.Stop = rapid.Bool().Draw(t, "stop")
		plan := wish(unit.MW(rapid.Float64Range(0, 1.2).Draw(t, "wish")))
		copied := w.state
		copied.Classes = append([]site.ClassState(nil), w.state.Classes...)
		copied.Pending = append([]site.Metered(nil), w.state.Pending...)
		a := episode.Step(w.input(), &w.orders, plan)
		b := episode.Step(w.input(), &w.orders, plan)
		if diff := cmp.Diff(a, b); diff != "" {
			t.Fatalf("the same step came out differently:\n%s", diff)
		}
		if diff := cmp.Diff(copied, w.state); diff != "" {
			t.Fatalf("the step changed its input:\n%s", diff)
		}
	})
}

func TestEveryIntervalSettlesExactlyOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := newWorld(mine(), true)
		seen := make(map[string]int)
		note := func(all []settle.Settlement) {
			for _, s := range all {
				seen[s.Interval.Key()]++
			}
		}
		const quarters = 6
		next := 0
		for i := range 3 * quarters {
			// Prices show late, and several at a time.
			for ; next < i/3 && rapid.Bool().Draw(t, "published"); next++ {
				w.publish(noon().Add(time.Duration(next)*unit.Settlement), 30)
			}
			note(w.step(1).Settled)
		}
		for ; next < quarters; next++ {
			w.publish(noon().Add(time.Duration(next)*unit.Settlement), 30)
		}
		last, state := episode.Settle(w.site, w.state, &w.snap)
		note(last)
		if len(seen) != 3*quarters || len(state.Pending) != 0 {
			t.Fatalf("%d intervals settled, %d pending, of %d", len(seen), len(state.Pending), 3*quarters)
		}
		for key, n := range seen {
			if n != 1 {
				t.Fatalf("%s settled %d times", key, n)
			}
		}
	})
}
