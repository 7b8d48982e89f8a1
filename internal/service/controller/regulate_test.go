package controller_test

import (
	"math"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/service/controller"
)

// regulated is a bench whose machines follow between 5 and 10 MW, with 2 MW of
// upward regulation awarded.
func regulated(t *testing.T, change func(*controller.Config)) *bench {
	b := newBench(t, func(cfg *controller.Config) {
		s := &cfg.Members[0].Site
		s.Participation = &site.Participation{Type: site.CLR}
		s.Classes[0].Follows = true
		s.Classes[0].Levels = slices.Insert(s.Classes[0].Levels, 1, site.Level{Name: "throttled", Watts: 2000, THs: 70})
		if change != nil {
			change(cfg)
		}
	})
	b.prices(20, 1)
	award := site.Award{Product: site.RegUp, MW: 2, Up: true, Start: begin(), End: begin().Add(time.Hour)}
	if err := b.store.PutAward(t.Context(), "west", award); err != nil {
		t.Fatal(err)
	}
	return b
}

func TestLoadFollowsTheSignalBetweenTicksWithoutADecision(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := regulated(t, nil)
		defer b.close()
		sum := 0.0
		b.during(11*time.Minute, 30*time.Second, func() {
			for n := range 60 { // four minutes: from 0 down to the award and beyond it
				ask := -3 * math.Sin(math.Pi*float64(n)/60)
				sum += max(ask, -2) * 4 / 300
				if err := b.Regulate(t.Context(), "west", unit.MW(ask)); err != nil {
					t.Error(err)
				}
				time.Sleep(4 * time.Second)
			}
			if err := b.Regulate(t.Context(), "west", 0); err != nil {
				t.Error(err)
			}
		})
		all := b.decisions()
		if len(all) != 3 {
			t.Fatalf("decisions %v: want those of three ticks", keysOf(all))
		}
		if lo, hi := slices.Min(b.machines.targets), slices.Max(b.machines.targets); lo != 8 || hi != 10 {
			t.Errorf("told from %g to %g MW: want from 8, which is the award below the plan, to 10", float64(lo), float64(hi))
		}
		for _, d := range all {
			if got := b.fates(d.Key)[0]; got.State != "confirmed" || got.Attempts != 1 {
				t.Errorf("%s: command %+v: want it confirmed at the first attempt", d.Key, got)
			}
		}
		newest := func(n int) site.Metered { return all[n].Input.State.Pending[len(all[n].Input.State.Pending)-1] }
		first, second := newest(1), newest(2)
		got := first.Regulation
		if got == nil || got.Points != 61 || math.Abs(float64(got.MeanMW)-sum) > 0.01 || got.ErrorMW > 1e-6 || got.Read != 60 {
			t.Fatalf("the interval's summary is %+v: want 61 deployments of %.3f MW in the mean, followed", got, sum)
		}
		if off := float64(first.SiteMWh)*12 - 10 - float64(got.MeanMW); math.Abs(off) > 0.02 {
			t.Errorf("the meter is %.3f MW off plan and regulation together", off)
		}
		if second.Regulation != nil && second.Regulation.MeanMW != 0 {
			t.Errorf("nothing was deployed in %s: %+v", second.Interval.Key(), second.Regulation)
		}
	})
}

func TestASignalThatStopsReturnsTheLoadToThePlan(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := regulated(t, nil)
		defer b.close()
		b.during(2*time.Minute, 30*time.Second, func() {
			if err := b.Regulate(t.Context(), "west", -1); err != nil {
				t.Error(err)
			}
			time.Sleep(10 * time.Second)
			b.machines.do(func(m *machines) {
				if m.power["s19"] != 9 {
					t.Errorf("%g MW ten seconds after the signal: want 9", float64(m.power["s19"]))
				}
			})
			time.Sleep(10 * time.Second)
			b.machines.do(func(m *machines) {
				if m.power["s19"] != 10 {
					t.Errorf("%g MW twenty seconds after the signal: want the plan's 10", float64(m.power["s19"]))
				}
			})
		})
		if got, ok := b.Regulation("west"); !ok || got.MovedMW != 0 || got.TargetMW != 10 {
			t.Errorf("%+v", got)
		}
	})
}

func TestANewDecisionKeepsWhatIsDeployedAndItsAward(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := regulated(t, nil)
		defer b.close()
		b.during(time.Minute, 30*time.Second, func() {
			if err := b.Regulate(t.Context(), "west", -2); err != nil {
				t.Error(err)
			}
			limit := unit.MW(9.5)
			ins := site.Instruction{ID: "d1", From: "qse", Kind: "curtail", MaxMW: &limit, Start: begin()}
			if _, err := b.Submit(t.Context(), "west", ins); err != nil {
				t.Error(err)
			}
			time.Sleep(time.Second)
			b.machines.do(func(m *machines) {
				if m.power["s19"] != 7.5 {
					t.Errorf("%g MW: want 2 below the new plan of 9.5", float64(m.power["s19"]))
				}
			})
			if err := b.Stop(t.Context(), "", true, "test"); err != nil {
				t.Error(err)
			}
			time.Sleep(time.Second)
			b.machines.do(func(m *machines) {
				if m.power["s19"] != 0 {
					t.Errorf("%g MW after an emergency stop", float64(m.power["s19"]))
				}
			})
		})
	})
}

func TestMachinesThatDoNotFollowShowInTheError(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := regulated(t, nil)
		defer b.close()
		b.during(time.Minute, 30*time.Second, func() {
			b.machines.do(func(m *machines) { m.obeys = false })
			for range 3 {
				if err := b.Regulate(t.Context(), "west", -1.5); err != nil {
					t.Error(err)
				}
				time.Sleep(4 * time.Second)
			}
			if got, ok := b.Regulation("west"); !ok || !got.Compared || math.Abs(float64(got.ErrorMW)-1.5) > 1e-6 {
				t.Errorf("%+v: want 1.5 MW more than the target", got)
			}
		})
	})
}

func TestRegulationThatCannotBeFollowedIsRefused(t *testing.T) {
	for _, c := range []struct {
		name   string
		mw     unit.MW
		far    bool
		change func(*site.Site)
		want   string
	}{
		{"not a number", unit.MW(math.NaN()), false, nil, "is no power"},
		{"advise", -1, true, nil, "control is advise"},
		{"no Controllable Load Resource", -1, false, func(s *site.Site) { s.Participation.Type = site.NCLR }, "no Controllable"},
		{"nothing follows", -1, false, func(s *site.Site) { s.Classes[0].Follows = false }, "follows_regulation"},
	} {
		synctest.Test(t, func(t *testing.T) {
			b := regulated(t, func(cfg *controller.Config) {
				if c.change != nil {
					c.change(&cfg.Members[0].Site)
				}
			})
			defer b.close()
			b.machines.far = c.far
			b.during(time.Minute, 30*time.Second, func() {
				if err := b.Regulate(t.Context(), "west", c.mw); err == nil || !strings.Contains(err.Error(), c.want) {
					t.Errorf("%s: %v", c.name, err)
				}
			})
		})
	}
}
