package controller_test

import (
	"context"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"go.uber.org/goleak"

	"github.com/pouw-dem/pouwdem/internal/core/episode"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/service/controller"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func TestATickTwiceDecidesOnceAndCommandsOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := newBench(t, nil)
		defer b.close()
		b.prices(20, 1)
		interval := unit.IntervalAt(begin(), unit.Control)
		b.during(time.Minute, 30*time.Second, func() { b.Tick(t.Context(), interval, false) })
		if got := b.decisions(); len(got) != 1 {
			t.Fatalf("%d decisions: want one", len(got))
		}
		if len(b.machines.requests) != 1 {
			t.Errorf("commands %q: want one", b.machines.requests)
		}
	})
}

func TestATickThatOutlastsItsIntervalCostsNoDecision(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		slow := true
		b := newBench(t, func(cfg *controller.Config) {
			cfg.Reached = func(step string) {
				if slow && step == "metered" {
					time.Sleep(7 * time.Minute)
					slow = false
				}
			}
		})
		defer b.close()
		b.prices(20, 1)
		b.run(16 * time.Minute)
		got := b.decisions()
		for i := 1; i < len(got); i++ {
			if gap := got[i].Interval.Start.Sub(got[i-1].Interval.Start); gap != 5*time.Minute {
				t.Errorf("%s follows %s after %s: want every interval decided", got[i].Key, got[i-1].Key, gap)
			}
		}
		if len(got) < 4 {
			t.Errorf("%d decisions in 16 minutes: want at least 4", len(got))
		}
	})
}

func TestMachinesAreCommandedOnlyAfterTheDecisionIsStored(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var steps []string
		b := newBench(t, func(cfg *controller.Config) {
			cfg.Reached = func(step string) { steps = append(steps, step) }
		})
		defer b.close()
		b.prices(20, 1)
		b.run(time.Minute)
		if got, want := strings.Join(steps, " "), "metered decided stored dispatched"; got != want {
			t.Errorf("steps %q: want %q", got, want)
		}
	})
}

func TestAdviseCommandsNoMachineThatIsNotOnLoopback(t *testing.T) {
	for _, live := range []bool{false, true} {
		synctest.Test(t, func(t *testing.T) {
			b := newBench(t, func(cfg *controller.Config) { cfg.Live = live })
			defer b.close()
			b.machines.far = true
			b.prices(20, 1)
			b.run(time.Minute)
			want := "withheld"
			if live {
				want = "confirmed"
			}
			if got := b.fates(b.decisions()[0].Key); len(got) != 1 || got[0].State != want {
				t.Errorf("live %t: commands %+v: want one %s", live, got, want)
			}
			if sent := len(b.machines.requests) > 0; sent != live {
				t.Errorf("live %t: sent %q", live, b.machines.requests)
			}
		})
	}
}

func TestALostAnswerIsUnknownUntilTheReadBack(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := newBench(t, nil)
		defer b.close()
		b.prices(20, 1)
		b.machines.lost = true
		b.during(time.Minute, 10*time.Second, func() {
			if got := b.fates(b.decisions()[0].Key); got[0].State != "unknown" {
				t.Errorf("after the attempts %+v: want unknown", got[0])
			}
		})
		got := b.fates(b.decisions()[0].Key)[0]
		if got.State != "confirmed" || got.Attempts != 3 {
			t.Errorf("after the read-back %+v: want confirmed after 3 attempts", got)
		}
		if ids := b.machines.requests; len(ids) != 3 || ids[0] != ids[1] || ids[1] != ids[2] {
			t.Errorf("request ids %q: want the same one three times", ids)
		}
	})
}

func TestACommandThatIsNotFollowedFailsWhenItsIntervalEnds(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := newBench(t, nil)
		defer b.close()
		b.prices(500, 1) // dear: the plan is to switch off
		b.machines.obeys = false
		b.run(6 * time.Minute)
		got := b.fates(b.decisions()[0].Key)[0]
		if got.State != "failed" && got.State != "superseded" {
			t.Errorf("command %+v: want failed or superseded, it was never followed", got)
		}
		if got.Actual == nil || *got.Actual != 10 {
			t.Errorf("command %+v: want the 10 MW that were read back", got)
		}
	})
}

func TestStalePricesNeverRaiseLoad(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := newBench(t, nil)
		defer b.close()
		b.prices(500, 1) // and nothing is known of what comes after
		b.run(3 * time.Hour)
		var last unit.MW
		for i, d := range b.decisions() {
			mw := d.Plan.MachineMW()
			if d.Degraded != "" && i > 0 && mw > last {
				t.Errorf("%s: raised from %g to %g MW on bad data (%s)", d.Key, last, mw, d.Degraded)
			}
			last = mw
		}
		newest := b.decisions()[len(b.decisions())-1]
		if newest.Degraded == "" {
			t.Error("two hours after the last price the decision is not degraded")
		}
	})
}

func TestSettlementUsesTheMeterAndFallsBackToThePlan(t *testing.T) {
	for _, silent := range []bool{false, true} {
		synctest.Test(t, func(t *testing.T) {
			b := newBench(t, nil)
			defer b.close()
			b.prices(20, 2)
			b.machines.silent = silent
			b.machines.power["s19"] = 10
			b.run(50 * time.Minute)
			settled, err := b.store.Settlements(t.Context(), "west", begin(), begin().Add(time.Hour))
			if err != nil {
				t.Fatal(err)
			}
			if len(settled) == 0 {
				t.Fatal("nothing settled")
			}
			for _, s := range settled[1:] {
				if s.Measured == silent {
					t.Errorf("silent %t: %s settled as measured %t", silent, s.Interval.Key(), s.Measured)
				}
			}
		})
	}
}

func TestAGapIsBridgedByThePlanThatRan(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := newBench(t, nil)
		defer b.close()
		b.prices(20, 3)
		first := unit.IntervalAt(begin(), unit.Control)
		b.Tick(t.Context(), first, false)
		time.Sleep(30 * time.Minute)
		b.run(time.Minute)
		all := b.decisions()
		if len(all) != 2 {
			t.Fatalf("%d decisions: want the one before and the one after the gap", len(all))
		}
		after := all[1]
		if got := len(after.Input.State.Pending); got == 0 {
			t.Fatal("nothing is pending of the gap")
		}
		for _, p := range after.Input.State.Pending {
			if p.Plan.MachineMW() != all[0].Plan.MachineMW() {
				t.Errorf("%s: bridged with %g MW: want %g, as was running", p.Interval.Key(), p.Plan.MachineMW(), all[0].Plan.MachineMW())
			}
		}
	})
}

func TestAnEmergencyStopIsAtOnceAndOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := newBench(t, nil)
		defer b.close()
		b.prices(20, 1)
		b.during(2*time.Minute, time.Minute, func() {
			if err := b.Stop(t.Context(), "", true, "test"); err != nil {
				t.Error(err)
			}
		})
		all := b.decisions()
		if len(all) != 2 || all[1].Plan.MachineMW() != 0 {
			t.Fatalf("decisions %+v: want the tick's and one that switches off", keysOf(all))
		}
		if got := all[1].DecidedAt.Sub(begin()); got != time.Minute {
			t.Errorf("decided after %s: want at once, after a minute", got)
		}
		if last := b.machines.targets[len(b.machines.targets)-1]; last != 0 {
			t.Errorf("last target %g MW: want 0", last)
		}
	})
}

func TestAnInstructionTwiceIsOneDecision(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := newBench(t, nil)
		defer b.close()
		b.prices(20, 1)
		limit := unit.MW(3)
		ins := site.Instruction{ID: "d1", From: "qse", Kind: "curtail", MaxMW: &limit, Start: begin()}
		b.during(2*time.Minute, time.Minute, func() {
			for _, want := range []bool{true, false} {
				isNew, err := b.Submit(t.Context(), "west", ins)
				if err != nil || isNew != want {
					t.Errorf("new %t, error %v: want new %t", isNew, err, want)
				}
			}
		})
		all := b.decisions()
		if len(all) != 2 || all[1].Plan.MachineMW() > limit {
			t.Errorf("decisions %v: want one more, under %g MW", keysOf(all), limit)
		}
	})
}

func TestAnInstructionToSimulatedMachinesIsToldAsSimulated(t *testing.T) {
	for _, simulated := range []bool{false, true} {
		synctest.Test(t, func(t *testing.T) {
			b := newBench(t, func(cfg *controller.Config) { cfg.Members[0].Simulated = simulated })
			defer b.close()
			b.prices(20, 1)
			limit := unit.MW(3)
			b.during(2*time.Minute, time.Minute, func() {
				if _, err := b.Submit(t.Context(), "west", site.Instruction{ID: "d1", From: "qse", Kind: "curtail", MaxMW: &limit, Start: begin()}); err != nil {
					t.Error(err)
				}
			})
			events, err := b.store.Events(t.Context(), 0, 1000)
			if err != nil {
				t.Fatal(err)
			}
			told := 0
			for _, e := range events {
				if e.Kind == "order" {
					told++
					if e.Simulated != simulated {
						t.Errorf("told as simulated: %t, want %t", e.Simulated, simulated)
					}
				}
			}
			if told != 1 {
				t.Errorf("%d orders were told: want one", told)
			}
		})
	}
}

func TestAnEmergencyLevelIsAnsweredOncePerChange(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := newBench(t, nil)
		defer b.close()
		b.prices(20, 1)
		level := func(v float64) market.Batch {
			now := time.Now()
			return market.Batch{Observations: []market.Observation{{
				Series: market.Series{Kind: market.EEA}, Interval: unit.Interval{Start: now}, Value: v, Source: "test", Published: now, Fetched: now, Known: now,
			}}}
		}
		b.during(3*time.Minute, time.Minute, func() {
			for _, v := range []float64{2, 2, 0, 0} {
				batch := level(v)
				if _, err := b.store.PutBatch(t.Context(), batch); err != nil {
					t.Error(err)
				}
				b.Observe(t.Context(), batch)
				time.Sleep(20 * time.Second)
			}
		})
		if all := b.decisions(); len(all) != 3 {
			t.Errorf("decisions %v: want the tick's, one for level 2, one for level 0", keysOf(all))
		}
	})
}

func TestTheFleetsCapBoundsEveryChange(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := newBench(t, func(cfg *controller.Config) { cfg.FleetMW = 0.4 }) // 2 MW an interval
		defer b.close()
		b.prices(500, 1)
		b.run(24 * time.Minute)
		last := unit.MW(10)
		for _, d := range b.decisions() {
			mw := d.Plan.MachineMW()
			if change := last - mw; change > 2.0001 || change < -2.0001 {
				t.Errorf("%s: from %g to %g MW: want steps of at most 2 MW", d.Key, last, mw)
			}
			last = mw
		}
		if last > 0.1 {
			t.Errorf("still at %g MW: want off after five steps", last)
		}
	})
}

func TestWhatAFormerProcessLeftOpenIsSentAgain(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := newBench(t, nil)
		defer b.close()
		b.prices(500, 1)
		b.machines.silent = true
		b.run(20 * time.Second) // ends before anything was answered
		b.machines.do(func(m *machines) { m.silent = false })
		b.run(time.Minute)
		if all := b.decisions(); len(all) != 1 {
			t.Fatalf("decisions %v: want one", keysOf(all))
		}
		if got := b.fates(b.decisions()[0].Key)[0]; got.State != "confirmed" {
			t.Errorf("command %+v: want it sent again and confirmed", got)
		}
	})
}

func TestSilentMachinesHoldUpNoTick(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := newBench(t, nil)
		defer b.close()
		b.prices(20, 1)
		b.machines.silent = true
		b.run(31 * time.Minute)
		all := b.decisions()
		if len(all) != 7 {
			t.Fatalf("decisions %v: want one for each of seven intervals", keysOf(all))
		}
		for _, d := range all {
			if late := d.DecidedAt.Sub(d.Interval.Start); late > 3*time.Second {
				t.Errorf("%s decided %s after its mark", d.Key, late)
			}
		}
	})
}

func TestDecisionsOfTheControllerReplay(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := newBench(t, nil)
		defer b.close()
		b.prices(60, 1)
		b.run(20 * time.Minute)
		for _, d := range b.decisions() {
			if err := episode.Replay(d, council(policy.Threshold{})); err != nil {
				t.Errorf("%s: %v", d.Key, err)
			}
		}
	})
}

// prophet expects one price, which it has known since a moment.
type prophet struct{ known time.Time }

func (p prophet) Outlook(point string, asOf time.Time) *market.Outlook {
	if p.known.After(asOf) {
		return nil
	}
	return &market.Outlook{
		Model: "intraday", Source: point, Known: p.known, First: p.known, Minutes: []int{15, 15}, Point: []float64{31.25, 40.5},
		Levels: []float64{0.1, 0.9}, Quantiles: [][]float64{{20, 60}, {10, 400}}, Paths: [][]float64{{25, 390}, {55, 12}},
	}
}

func TestWhatIsForecastIsPartOfTheInputThatIsHashedAndReplayed(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := newBench(t, func(cfg *controller.Config) { cfg.Ahead = prophet{known: begin().Add(7 * time.Minute)} })
		defer b.close()
		b.prices(60, 1)
		b.run(20 * time.Minute)
		all := b.decisions()
		for i, d := range all {
			if (d.Input.Snapshot.Outlook != nil) != (i > 1) {
				t.Errorf("%s: outlook %v", d.Key, d.Input.Snapshot.Outlook)
			}
			if err := episode.Replay(d, council(policy.Threshold{})); err != nil {
				t.Errorf("%s: %v", d.Key, err)
			}
		}
		last := all[len(all)-1]
		if got := last.Input.Snapshot.Outlook; got == nil || got.Paths[0][1] != 390 || got.Source != "LZ_WEST" {
			t.Fatalf("%+v", got)
		}
		last.Input.Snapshot.Outlook.Paths[0][1]++
		if err := episode.Replay(last, council(policy.Threshold{})); err == nil {
			t.Error("a forecast that was changed afterwards is not noticed")
		}
	})
}

func keysOf(all []episode.Decision) (keys []string) {
	for _, d := range all {
		keys = append(keys, d.Key)
	}
	return keys
}

func TestADecisionWithoutAnyDataIsSimulatedWhereItsMachinesAre(t *testing.T) {
	for _, simulated := range []bool{false, true} {
		synctest.Test(t, func(t *testing.T) {
			b := newBench(t, func(cfg *controller.Config) { cfg.Members[0].Simulated = simulated })
			defer b.close()
			b.run(2 * time.Minute)
			d := b.decisions()[0]
			if d.Degraded == "" || d.Simulated != simulated {
				t.Errorf("degraded %q, simulated %t: want %t", d.Degraded, d.Simulated, simulated)
			}
		})
	}
}

func TestAStopLeavesATickWholeOrNotBegun(t *testing.T) {
	for step, want := range map[string]int{"metered": 0, "stored": 1} {
		synctest.Test(t, func(t *testing.T) {
			ctx, stop := context.WithCancel(t.Context())
			b := newBench(t, func(cfg *controller.Config) {
				second := tenMegawatts()
				second.ID = "second"
				cfg.Members = append(cfg.Members, controller.Member{Site: second, Agent: &machines{power: map[string]unit.MW{"s19": 10}, obeys: true}})
				cfg.Reached = func(reached string) {
					if reached == step {
						stop()
					}
				}
			})
			defer b.close()
			if err := b.Run(ctx); err != nil {
				t.Fatal(err)
			}
			for _, id := range []string{"west", "second"} {
				made, err := b.store.Decisions(t.Context(), id, begin().Add(-time.Hour), begin().Add(time.Hour), 10)
				if err != nil || len(made) != want {
					t.Errorf("stopped when a site was %s, %s has %d decisions, want %d (%v)", step, id, len(made), want, err)
				}
			}
		})
	}
}
