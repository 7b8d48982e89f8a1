package policy_test

import (
	"math"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

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
			{
				ID: "s19", Kind: site.ASIC, Units: 4000, Feeder: "a", MinUp: 10 * time.Minute, MinDown: 15 * time.Minute, StartsPerDay: 4,
				Levels: []site.Level{{Name: "asleep", Watts: 25}, {Name: "full", Watts: 3068, THs: 104}},
			},
			{
				ID: "s21", Kind: site.ASIC, Units: 3000, RampMW: 1.5,
				Levels: []site.Level{{Name: "asleep", Watts: 25}, {Name: "eco", Watts: 2200, THs: 140}, {Name: "full", Watts: 3500, THs: 200}},
			},
			{
				ID: "h100", Kind: site.GPU, Model: "H100 SXM5", Units: 2000,
				Levels: []site.Level{{Name: "idle", Watts: 150}, {Name: "full", Watts: 1590}},
				Tiers: []site.Tier{
					{Name: "sold", MaxMW: 1, USDPerGPUh: 2.5, Sold: true, Fill: 1},
					{Name: "batch", MaxMW: 2, Factor: 0.4, Fill: 0.7},
				},
			},
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

func TestSoldInferenceIsServedWhateverThePolicyWishesAndThePlanSaysWhy(t *testing.T) {
	s, st := calm()
	plan, reasons := guard(&s, &st, snapshot(0, 5000), site.Orders{}, site.Plan{})
	if got := plan.ClassMW("h100"); got != 1 || !said(reasons, "guard.contract") {
		t.Errorf("h100 gets %.3f MW, want the 1 MW that is sold; reasons %+v", float64(got), reasons)
	}
	_, reasons = guard(&s, &st, snapshot(0, 5000), site.Orders{}, everything(&s))
	if said(reasons, "guard.contract") {
		t.Errorf("a plan that serves it anyhow blames the contract: %+v", reasons)
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
	if !said(reasons, "guard.data_health") {
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

func said(reasons []policy.Reason, rule string) bool {
	return slices.ContainsFunc(reasons, func(r policy.Reason) bool { return r.Rule == rule })
}

// calm is the mixed site without minimum times and ramps, all of it running.
func calm() (site.Site, site.State) {
	s := mixed()
	s.Limits.RampUpMW, s.Limits.RampDown = 0, 0
	for i := range s.Classes {
		s.Classes[i].MinUp, s.Classes[i].MinDown, s.Classes[i].RampMW = 0, 0, 0
	}
	return s, s.InitialState(at, true)
}

func guard(s *site.Site, st *site.State, snap *market.Snapshot, orders site.Orders, wish site.Plan) (site.Plan, []policy.Reason) {
	return policy.Guard(policy.Input{Site: s, State: st, Snapshot: snap, Explain: true}, &orders, wish)
}

func mw(v float64) *unit.MW { return new(unit.MW(v)) }

func TestTheLeastValuableUseGivesWayFirst(t *testing.T) {
	s, st := calm()
	wish := everything(&s)
	sold, unsold := site.Allocation{Class: "h100", Use: site.Infer, Tier: "sold", MW: 1}, site.Allocation{Class: "h100", Use: site.Infer, Tier: "batch", MW: 2}
	mine := func(class string, mw unit.MW) site.Allocation {
		return site.Allocation{Class: class, Use: site.Mine, MW: mw}
	}
	// Asleep, s19 draws 0.1 MW, s21 0.075, h100 0.3.
	for _, c := range []struct {
		name     string
		machines unit.MW
		want     []site.Allocation
	}{
		// The top step of the S21 costs 21.7 J/TH, the S19 29.3, the S21's first step 15.5.
		{"the oldest miners", 20, []site.Allocation{mine("s19", 6.5), mine("s21", 10.5), sold, unsold}},
		{"then the dear step of the new ones", 11, []site.Allocation{mine("s21", 7.9), sold, unsold}},
		{"then all of them", 3.175, []site.Allocation{sold, unsold}},
		{"then unsold inference", 2.175, []site.Allocation{sold, {Class: "h100", Use: site.Infer, Tier: "batch", MW: 1}}},
		{"then what is sold", 0.675, []site.Allocation{{Class: "h100", Use: site.Infer, Tier: "sold", MW: 0.5}}},
	} {
		orders := site.Orders{Instructions: []site.Instruction{{ID: "vdi", From: "qse", Kind: "curtail", MaxMW: new(s.MeterMW(c.machines)), Start: at}}}
		plan, _ := guard(&s, &st, snapshot(0, 5000), orders, wish)
		if diff := cmp.Diff(c.want, plan.Allocations, approx()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// approx compares powers to a watt.
func approx() cmp.Option {
	return cmp.Comparer(func(a, b unit.MW) bool { return a-b < 1e-6 && b-a < 1e-6 })
}

func TestInstructionsBindInTheirNewestRevisionWhileTheyLast(t *testing.T) {
	s, st := calm()
	order := func(kind string, revision int, most *unit.MW) site.Instruction {
		return site.Instruction{ID: "vdi", Revision: revision, From: "ercot", Kind: kind, MaxMW: most, Start: at}
	}
	later := order("curtail", 1, mw(5))
	later.Start = at.Add(3 * time.Minute)
	tomorrow := order("curtail", 1, mw(5))
	tomorrow.Start = at.Add(24 * time.Hour)
	over := order("curtail", 1, mw(5))
	over.Start, over.End = at.Add(-time.Hour), at
	for _, c := range []struct {
		name   string
		orders []site.Instruction
		most   float64
	}{
		{"in force", []site.Instruction{order("curtail", 1, mw(5))}, 5},
		{"replaced", []site.Instruction{order("curtail", 2, mw(9)), order("curtail", 1, mw(5))}, 9},
		{"recalled", []site.Instruction{order("curtail", 1, mw(5)), order("recall", 2, nil)}, 26},
		{"begins within the interval", []site.Instruction{later}, 5},
		{"not yet", []site.Instruction{tomorrow}, 26},
		{"no longer", []site.Instruction{over}, 26},
		{"curtail without a figure means all", []site.Instruction{order("curtail", 1, nil)}, float64(s.PlanMeterMW(site.Plan{}))},
		{"two that differ: the lower", []site.Instruction{order("curtail", 1, mw(5)), {ID: "b", Kind: "base_point", MaxMW: mw(7), MinMW: mw(7), Start: at}}, 5},
	} {
		plan, _ := guard(&s, &st, snapshot(0, 5000), site.Orders{Instructions: c.orders}, everything(&s))
		if got := meter(&s, plan); got < c.most-1e-6 || got > c.most+1e-6 {
			t.Errorf("%s: the meter shows %.3f MW, want %.3f", c.name, got, c.most)
		}
	}
}

func TestAnInstructionToConsumeRaisesLoadButNotInAnEmergency(t *testing.T) {
	s, st := calm()
	orders := site.Orders{Instructions: []site.Instruction{{ID: "bp", From: "ercot", Kind: "base_point", MinMW: mw(12), Start: at}}}
	plan, _ := guard(&s, &st, snapshot(0, 5000), orders, site.Plan{})
	if got := meter(&s, plan); got < 12-1e-6 {
		t.Errorf("the meter shows %.3f MW, want 12", got)
	}
	plan, _ = guard(&s, &st, snapshot(1, 2400), orders, site.Plan{})
	if got := meter(&s, plan); got > 3 {
		t.Errorf("at EEA 1 the instruction keeps %.3f MW on", got)
	}
}

func TestADeploymentWithoutAFigureLeavesWhatOtherAwardsHold(t *testing.T) {
	s, st := calm()
	orders := site.Orders{
		Awards: []site.Award{
			{Product: "RRS", MW: 6, Up: true, LowMW: 3, Start: at},
			{Product: "ECRS", MW: 4, Up: true, LowMW: 3, Start: at},
		},
		Instructions: []site.Instruction{{ID: "vdi", From: "ercot", Kind: "deploy", Product: "RRS", Start: at}},
	}
	plan, _ := guard(&s, &st, snapshot(0, 5000), orders, everything(&s))
	if got := meter(&s, plan); got < 7-1e-6 || got > 7+1e-6 {
		t.Errorf("the meter shows %.3f MW, want the low limit of 3 MW and 4 MW of ECRS", got)
	}
	want := []site.Hold{{Product: "ECRS", MW: 4, Up: true}}
	if diff := cmp.Diff(want, plan.Reserve, approx()); diff != "" {
		t.Errorf("reserve held (-want +got):\n%s", diff)
	}
}

func TestReserveIsHeldOnlyWhereItIsAwardedAndBacked(t *testing.T) {
	s, st := calm()
	offered := everything(&s)
	offered.Reserve = []site.Hold{{Product: "NSPIN", MW: 5, Up: true}}
	plan, _ := guard(&s, &st, snapshot(0, 5000), site.Orders{}, offered)
	if len(plan.Reserve) > 0 {
		t.Errorf("an offer nobody took is held: %+v", plan.Reserve)
	}
	awards := site.Orders{Awards: []site.Award{{Product: "RRS", MW: 40, Up: true, LowMW: 1, Start: at}, {Product: "REGDN", MW: 2, Start: at}}}
	plan, _ = guard(&s, &st, snapshot(0, 5000), awards, everything(&s))
	want := []site.Hold{{Product: "RRS", MW: 23, Up: true}, {Product: "REGDN", MW: 2}}
	if diff := cmp.Diff(want, plan.Reserve, approx()); diff != "" {
		t.Errorf("reserve held (-want +got):\n%s", diff)
	}
}

func TestTheNewestOverridePrevails(t *testing.T) {
	s, st := calm()
	orders := site.Orders{Overrides: []site.Override{
		{ID: "a", Class: "s21", MW: 2, By: "night shift", Start: at.Add(-time.Hour), End: at.Add(time.Hour)},
		{ID: "b", Class: "s21", MW: 4, By: "day shift", Start: at.Add(-time.Minute), End: at.Add(time.Hour)},
		{ID: "c", Class: "s21", MW: 6, By: "tomorrow", Start: at.Add(time.Hour), End: at.Add(2 * time.Hour)},
	}}
	plan, reasons := guard(&s, &st, snapshot(0, 5000), orders, everything(&s))
	if got := plan.ClassMW("s21"); got != 4 {
		t.Errorf("s21 is granted %.3f MW, want the 4 MW of the newest override in force", float64(got))
	}
	if !said(reasons, "guard.override") {
		t.Errorf("no reason says so: %+v", reasons)
	}
}

func TestAnOverrideCutsSoldInferenceAndASiteWideOneIsReadAtTheMeter(t *testing.T) {
	s, st := calm()
	end := at.Add(time.Hour)
	plan, _ := guard(&s, &st, snapshot(0, 5000), site.Orders{Overrides: []site.Override{{Class: "h100", MW: 0, Start: at, End: end}}}, everything(&s))
	if got := plan.ClassMW("h100"); got != 0 {
		t.Errorf("h100 is granted %.3f MW against the override", float64(got))
	}
	plan, _ = guard(&s, &st, snapshot(0, 5000), site.Orders{Overrides: []site.Override{{MW: 9, Start: at, End: end}}}, site.Plan{})
	if got := meter(&s, plan); got < 9-1e-6 || got > 9+1e-6 {
		t.Errorf("the meter shows %.3f MW, want the 9 MW of the override", got)
	}
}

func TestStartsAndRestsHoldAClassOff(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*site.ClassState)
		rule   string
	}{
		{"rests", func(cs *site.ClassState) { cs.Since = at.Add(-10 * time.Minute) }, "guard.min_down"},
		{"has used its starts", func(cs *site.ClassState) { cs.Starts = 4 }, "guard.starts"},
	} {
		s := mixed()
		st := s.InitialState(at, false)
		c.change(&st.Classes[0])
		plan, reasons := guard(&s, &st, snapshot(0, 5000), site.Orders{}, everything(&s))
		if plan.ClassMW("s19") > 0 || !said(reasons, c.rule) {
			t.Errorf("%s: granted %.3f MW, reasons %+v", c.name, float64(plan.ClassMW("s19")), reasons)
		}
	}
}

func TestYesterdaysStartsDoNotCount(t *testing.T) {
	s, _ := calm()
	s.Limits.SiteMW = 40
	st := s.InitialState(at.Add(-24*time.Hour), false)
	st.Classes[0].Starts = 9
	plan, _ := guard(&s, &st, snapshot(0, 5000), site.Orders{}, everything(&s))
	if plan.ClassMW("s19") == 0 {
		t.Errorf("s19 is held off by yesterday's starts")
	}
}

func TestAClassThatCameOnLatelyKeepsItsLowestRunningLevel(t *testing.T) {
	s, st := calm()
	s.Classes[1].MinUp = time.Hour
	st.Classes[1].Since = at.Add(-time.Minute)
	plan, reasons := guard(&s, &st, snapshot(0, 5000), site.Orders{}, site.Plan{})
	if got := plan.ClassMW("s21"); got < 6.6-1e-9 || got > 6.6+1e-9 || !said(reasons, "guard.min_up") {
		t.Errorf("s21 is granted %.3f MW, want its eco level of 6.6; reasons %+v", float64(got), reasons)
	}
}

func TestTheFleetsCapBoundsBothDirectionsButNotShedding(t *testing.T) {
	s, st := calm()
	fleet := &site.FleetShare{Up: 1, Down: 2}
	now := float64(s.MeterMW(17))
	st.Classes[0].MW, st.Classes[1].MW, st.Classes[2].MW = 12, 2, 3
	plan, _ := guard(&s, &st, snapshot(0, 5000), site.Orders{Fleet: fleet}, site.Plan{})
	if got := meter(&s, plan); got < now-2-1e-6 {
		t.Errorf("the meter falls from %.3f to %.3f MW, the fleet's share is 2 down", now, got)
	}
	plan, _ = guard(&s, &st, snapshot(0, 5000), site.Orders{Fleet: fleet}, everything(&s))
	if got := meter(&s, plan); got > now+1+1e-6 {
		t.Errorf("the meter rises from %.3f to %.3f MW, the fleet's share is 1 up", now, got)
	}
	plan, _ = guard(&s, &st, snapshot(0, 5000), site.Orders{Fleet: fleet, Stop: true}, everything(&s))
	if plan.MachineMW() > 0 {
		t.Errorf("a stop leaves %.3f MW on", float64(plan.MachineMW()))
	}
}

func TestEmergencyLevels(t *testing.T) {
	s, st := calm()
	st.Classes[0].MW, st.Classes[1].MW, st.Classes[2].MW = 6, 4, 2
	now := float64(s.MeterMW(12))
	asleep := float64(s.PlanMeterMW(site.Plan{}))
	for _, c := range []struct {
		name     string
		eea, prc float64
		most     float64
	}{
		{"watch: PRC below 3,000 MW", 0, 2999, now},
		{"level 1", 1, 2400, now},
		{"level 2: sold inference alone", 2, 1900, float64(s.MeterMW(1 + 0.1 + 0.075))},
		{"level 3: auxiliaries and machines asleep", 3, 1400, asleep},
	} {
		plan, _ := guard(&s, &st, snapshot(c.eea, c.prc), site.Orders{}, everything(&s))
		if got := meter(&s, plan); got < c.most-1e-6 || got > c.most+1e-6 {
			t.Errorf("%s: the meter shows %.3f MW, want %.3f", c.name, got, c.most)
		}
	}
	s.Point = ""
	plan, _ := guard(&s, &st, snapshot(3, 1400), site.Orders{}, everything(&s))
	if got := meter(&s, plan); got < 25 {
		t.Errorf("outside ERCOT its emergency leaves %.3f MW on, want the site's limit", got)
	}
}

func TestWhatCannotBeIsNotPlanned(t *testing.T) {
	s, st := calm()
	nan := unit.MW(math.NaN())
	wish := site.Plan{Allocations: []site.Allocation{
		{Class: "s21", Use: site.Infer, Tier: "batch", MW: 3},
		{Class: "s21", Use: site.Grid, MW: 3},
		{Class: "s19", Use: site.Mine, MW: nan},
		{Class: "nobody", Use: site.Mine, MW: 3},
		{Class: "h100", Use: site.Mine, MW: 3},
		{Class: "h100", Use: site.Infer, Tier: "unheard of", MW: 3},
		{Class: "h100", Use: site.Infer, Tier: "batch", MW: -1},
		{Class: "h100", Use: site.Infer, Tier: "sold", MW: 7},
		{Class: "h100", Use: site.Grid, MW: 0.5},
	}}
	plan, _ := guard(&s, &st, snapshot(0, 5000), site.Orders{}, wish)
	want := []site.Allocation{
		{Class: "h100", Use: site.Infer, Tier: "sold", MW: 1},
		{Class: "h100", Use: site.Grid, MW: 0.5},
	}
	if diff := cmp.Diff(want, plan.Allocations); diff != "" {
		t.Errorf("planned (-want +got):\n%s", diff)
	}
}
