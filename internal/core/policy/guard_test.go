package policy_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

var at = time.Date(2026, 7, 14, 21, 0, 0, 0, time.UTC)

// mixed is a site with old and new miners and rented GPUs, tighter at the meter
// than its machines together.
func mixed() site.Site {
	return site.Site{
		ID: "west-1", Point: "LZ_WEST",
		Limits: site.Limits{
			SiteMW: 26, RampUpMW: 2, RampDown: 4, AuxMW: 0.3, AuxShare: 0.04, ReleaseIn: 600,
			Feeders: []site.Feeder{{ID: "a", LimitMW: 14}},
		},
		Classes: []site.Class{
			{ID: "s19", Kind: site.ASIC, Units: 4000, Feeder: "a", MinUp: 10 * time.Minute, MinDown: 15 * time.Minute, StartsPerDay: 4,
				Levels: []site.Level{{Name: "asleep", Watts: 25}, {Name: "full", Watts: 3068, THs: 104}}},
			{ID: "s21", Kind: site.ASIC, Units: 3000, RampMW: 1.5,
				Levels: []site.Level{{Name: "asleep", Watts: 25}, {Name: "eco", Watts: 2200, THs: 140}, {Name: "full", Watts: 3500, THs: 200}}},
			{ID: "h100", Kind: site.GPU, Model: "H100 SXM5", Units: 2000,
				Levels: []site.Level{{Name: "idle", Watts: 150}, {Name: "full", Watts: 1590}},
				Tiers: []site.Tier{
					{Name: "sold", MaxMW: 1, USDPerGPUh: 2.5, Sold: true, Fill: 1},
					{Name: "batch", MaxMW: 2, Factor: 0.4, Fill: 0.7},
				}},
		},
	}
}

func quote(v float64) market.Quote {
	return market.Quote{Value: v, Start: at, Known: at, Source: "test"}
}

func snapshot(eea, prc float64) *market.Snapshot {
	s := &market.Snapshot{Interval: unit.IntervalAt(at, unit.Control), AsOf: at.Add(20 * time.Second), Point: "LZ_WEST"}
	s.SPP = quote(30)
	s.Settled = []market.Quote{s.SPP}
	s.System.EEA, s.System.PRC = quote(eea), quote(prc)
	s.Network.Hashprice = quote(40)
	return s
}

func meter(s *site.Site, p site.Plan) float64 { return float64(s.PlanMeterMW(p)) }

func everything(s *site.Site) site.Plan {
	st := s.InitialState(at, true)
	return policy.Always{}.Propose(policy.Input{Site: s, State: &st, Snapshot: snapshot(0, 5000)}).Plan
}

func drawState(t *rapid.T, s *site.Site) *site.State {
	st := s.InitialState(at, rapid.Bool().Draw(t, "on"))
	for i := range st.Classes {
		c := &s.Classes[i]
		cs := &st.Classes[i]
		cs.MW = unit.MW(rapid.Float64Range(0, float64(c.MaxMW())).Draw(t, "mw"))
		cs.On = c.On(cs.MW)
		cs.Since = at.Add(-time.Duration(rapid.IntRange(0, 60).Draw(t, "minutes")) * time.Minute)
		cs.Starts = rapid.IntRange(0, 6).Draw(t, "starts")
	}
	if rapid.Bool().Draw(t, "dropped") {
		st.Dropped = at.Add(-time.Duration(rapid.IntRange(0, 20).Draw(t, "since drop")) * time.Minute)
	}
	return &st
}

func drawOrders(t *rapid.T) *site.Orders {
	o := &site.Orders{Stop: rapid.IntRange(0, 9).Draw(t, "stop") == 0}
	mw := func(name string) *unit.MW {
		if rapid.Bool().Draw(t, "has "+name) {
			v := unit.MW(rapid.Float64Range(0, 30).Draw(t, name))
			return &v
		}
		return nil
	}
	for range rapid.IntRange(0, 2).Draw(t, "instructions") {
		o.Instructions = append(o.Instructions, site.Instruction{ID: "i", From: "qse", MaxMW: mw("max"), MinMW: mw("min"), Start: at})
	}
	for range rapid.IntRange(0, 2).Draw(t, "overrides") {
		class := rapid.SampledFrom([]string{"", "s19", "s21", "h100"}).Draw(t, "class")
		o.Overrides = append(o.Overrides, site.Override{Class: class, MW: unit.MW(rapid.Float64Range(0, 40).Draw(t, "override")), Start: at})
	}
	if rapid.Bool().Draw(t, "award") {
		o.Awards = []site.Award{{MW: unit.MW(rapid.Float64Range(0, 10).Draw(t, "award mw")), Up: rapid.Bool().Draw(t, "up"),
			Deployed: rapid.Bool().Draw(t, "deployed"), Start: at}}
	}
	return o
}

func drawWish(t *rapid.T, s *site.Site) site.Plan {
	var p site.Plan
	for _, class := range []string{"s19", "s21", "h100", "nobody"} {
		p.Allocations = append(p.Allocations, site.Allocation{
			Class: class, Use: rapid.SampledFrom([]site.Use{site.Mine, site.Infer, site.Grid}).Draw(t, "use"),
			Tier: rapid.SampledFrom([]string{"sold", "batch", "none"}).Draw(t, "tier"),
			MW:   unit.MW(rapid.Float64Range(-5, 40).Draw(t, "wish")),
		})
	}
	return p
}

func TestGuardKeepsPhysicalLimitsWhateverIsOrdered(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := mixed()
		st := drawState(t, &s)
		in := policy.Input{Site: &s, State: st, Snapshot: snapshot(float64(rapid.IntRange(0, 3).Draw(t, "eea")), 5000)}
		plan, _ := policy.Guard(in, drawOrders(t), drawWish(t, &s))
		const tolerance = 1e-6
		if got := meter(&s, plan); got > 26+tolerance {
			t.Fatalf("the meter shows %.6f MW, the site's limit is 26", got)
		}
		for i := range s.Classes {
			c := &s.Classes[i]
			mw := plan.ClassMW(c.ID)
			if mw > c.MaxMW()+tolerance || mw < 0 {
				t.Fatalf("%s is granted %.6f MW of %.6f", c.ID, float64(mw), float64(c.MaxMW()))
			}
			if c.ID == "s19" && c.DrawMW(mw) > 14+tolerance {
				t.Fatalf("feeder a carries %.6f MW, its limit is 14", float64(mw))
			}
			if on := c.On(mw); on && !st.Classes[i].On && at.Add(20*time.Second).Sub(st.Classes[i].Since) < c.MinDown {
				t.Fatalf("%s starts before its rest is over", c.ID)
			}
		}
		for _, a := range plan.Allocations {
			if a.Class == "nobody" || a.Use == site.Grid || (a.Class != "h100") != (a.Use == site.Mine) {
				t.Fatalf("allocation %+v cannot be", a)
			}
		}
	})
}

func TestNoOverrideRaisesLoadInAnEmergencyOrAgainstAnInstruction(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := mixed()
		st := drawState(t, &s)
		most := unit.MW(rapid.Float64Range(0, 26).Draw(t, "max"))
		eea := rapid.IntRange(0, 3).Draw(t, "eea")
		orders := &site.Orders{}
		if eea == 0 {
			orders.Instructions = []site.Instruction{{ID: "vdi", From: "ercot", MaxMW: &most, Start: at}}
		}
		in := policy.Input{Site: &s, State: st, Snapshot: snapshot(float64(eea), 5000)}
		wish := drawWish(t, &s)
		without, _ := policy.Guard(in, orders, wish)
		orders.Overrides = []site.Override{{Class: rapid.SampledFrom([]string{"", "s19", "s21", "h100"}).Draw(t, "class"), MW: 40, Start: at}}
		with, _ := policy.Guard(in, orders, wish)
		if meter(&s, with) > meter(&s, without)+1e-6 {
			t.Fatalf("the override raises the meter from %.3f to %.3f MW", meter(&s, without), meter(&s, with))
		}
	})
}

func TestAnAwardHoldsTheFloorAndItsDeploymentReleasesIt(t *testing.T) {
	s := mixed()
	s.Limits.RampUpMW, s.Limits.RampDown = 0, 0
	st := s.InitialState(at, true)
	in := policy.Input{Site: &s, State: &st, Snapshot: snapshot(0, 5000)}
	orders := &site.Orders{Awards: []site.Award{{Product: "ECRS", MW: 8, Up: true, LowMW: 2, Start: at}}}
	for i := range s.Classes {
		s.Classes[i].MinUp, s.Classes[i].RampMW = 0, 0
	}
	held, _ := policy.Guard(in, orders, site.Plan{})
	if got := meter(&s, held); got < 10-1e-6 {
		t.Errorf("an award of 8 MW over a low limit of 2 MW leaves %.3f MW on", got)
	}
	orders.Awards[0].Deployed = true
	released, _ := policy.Guard(in, orders, site.Plan{})
	if got := meter(&s, released); got > 3 {
		t.Errorf("after the deployment %.3f MW are still on", got)
	}
	orders.Awards[0] = site.Award{Product: "REGDN", MW: 5, Start: at}
	room, _ := policy.Guard(in, orders, everything(&s))
	if got := meter(&s, room); got > 21+1e-6 {
		t.Errorf("5 MW of downward reserve under a limit of 26 MW leave %.3f MW on", got)
	}
}

func TestAnOrderToShedDoesNotWait(t *testing.T) {
	s := mixed()
	st := s.InitialState(at, true)
	for i := range st.Classes {
		st.Classes[i].Since = at
	}
	in := policy.Input{Site: &s, State: &st, Snapshot: snapshot(0, 5000)}
	none := unit.MW(0)
	for name, orders := range map[string]*site.Orders{
		"stop":        {Stop: true},
		"instruction": {Instructions: []site.Instruction{{ID: "vdi", From: "tdsp", MaxMW: &none, Start: at}}},
	} {
		plan, _ := policy.Guard(in, orders, everything(&s))
		if plan.MachineMW() > 1e-9 {
			t.Errorf("%s leaves %.3f MW on", name, float64(plan.MachineMW()))
		}
	}
	in.Snapshot = snapshot(2, 5000)
	plan, _ := policy.Guard(in, &site.Orders{}, everything(&s))
	if got := plan.MachineMW(); got != 1 {
		t.Errorf("at EEA 2 %.3f MW stay on, want the 1 MW of sold inference", float64(got))
	}
}

func TestStalePricesNeverRaiseLoad(t *testing.T) {
	s := mixed()
	st := s.InitialState(at, false)
	snap := snapshot(0, 5000)
	snap.SPP.Stale = true
	in := policy.Input{Site: &s, State: &st, Snapshot: snap, Explain: true}
	plan, reasons := policy.Guard(in, &site.Orders{}, everything(&s))
	if plan.ClassMW("s19")+plan.ClassMW("s21") > 0 {
		t.Errorf("miners were started on stale prices: %+v", plan.Allocations)
	}
	if len(reasons) == 0 || reasons[0].Rule != "guard.data_health" {
		t.Errorf("no reason says so: %+v", reasons)
	}
}

func TestSitesDoNotReturnTogether(t *testing.T) {
	returned := func(id string) unit.MW {
		s := mixed()
		s.ID, s.Limits.RampUpMW = id, 0
		st := s.InitialState(at.Add(-time.Hour), false)
		st.Dropped = at.Add(-5 * time.Minute)
		in := policy.Input{Site: &s, State: &st, Snapshot: snapshot(0, 5000)}
		plan, _ := policy.Guard(in, &site.Orders{}, everything(&s))
		return plan.MachineMW()
	}
	seen := map[unit.MW]bool{}
	for _, id := range []string{"a", "b", "c", "d", "e", "f", "g", "h"} {
		seen[returned(id)] = true
	}
	if len(seen) < 2 {
		t.Errorf("eight sites all return with the same power")
	}
}

func TestGuardDoesNotChangeWhatItIsHanded(t *testing.T) {
	s := mixed()
	st := s.InitialState(at, true)
	snap := snapshot(2, 1000)
	wish := everything(&s)
	wasSite, wasState, wasWish := mixed(), s.InitialState(at, true), wish.Clone()
	policy.Guard(policy.Input{Site: &s, State: &st, Snapshot: snap}, &site.Orders{Stop: true}, wish)
	if diff := cmp.Diff(wasSite, s) + cmp.Diff(wasState, st) + cmp.Diff(wasWish, wish); diff != "" {
		t.Errorf("changed (-want +got):\n%s", diff)
	}
}

func BenchmarkThresholdAndGuard(b *testing.B) {
	s := mixed()
	st := s.InitialState(at, true)
	in := policy.Input{Site: &s, State: &st, Snapshot: snapshot(0, 5000)}
	orders := &site.Orders{}
	for b.Loop() {
		policy.Guard(in, orders, policy.Threshold{}.Propose(in).Plan)
	}
}
