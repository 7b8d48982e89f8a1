package mpc_test

import (
	"encoding/json"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/policy/mpc"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

func noon() time.Time { return time.Date(2026, 7, 14, 17, 0, 0, 0, time.UTC) }

// two is a site of a new and an old class that both earn at 40 $/MWh: at 50
// $/PH/day the new one breaks even at 139 $/MWh, the old one at 69.
func two(limit unit.MW) site.Site {
	class := func(id string, jth float64) site.Class {
		return site.Class{
			ID: id, Kind: site.ASIC, Units: 1000, MinUp: 15 * time.Minute, MinDown: 15 * time.Minute, StartUSD: 5, StartsPerDay: 6,
			Levels: []site.Level{{Name: "asleep", Watts: 10}, {Name: "rated", Watts: 3000, THs: unit.THs(2990 / jth)}},
		}
	}
	return site.Site{
		ID: "s", Point: "LZ_WEST", Limits: site.Limits{SiteMW: limit}, Contract: site.Contract{Kind: site.Index},
		Classes: []site.Class{class("new", 15), class("old", 30)},
	}
}

func quote(v float64) market.Quote {
	return market.Quote{Value: v, Start: noon().Add(-unit.Settlement), Length: unit.Settlement, Known: noon()}
}

// snapshot has an outlook in which the price of the next hours is one of some,
// and 40 $/MWh after them.
func snapshot(now float64, next ...float64) market.Snapshot {
	s := market.Snapshot{Interval: unit.IntervalAt(noon(), unit.Control), AsOf: noon(), Point: "LZ_WEST", SPP: quote(now)}
	s.Network.Hashprice = quote(50)
	if len(next) > 0 {
		o := &market.Outlook{Model: "test", First: noon(), At: noon(), Known: noon(), Minutes: []int{120, 60 * 46}}
		for _, v := range next {
			o.Paths = append(o.Paths, []float64{v, 40})
		}
		s.Outlook = o
	}
	return s
}

func propose(s site.Site, st site.State, snap market.Snapshot, p mpc.Params) policy.Proposal {
	return mpc.Policy{Params: p}.Propose(policy.Input{Site: &s, State: &st, Snapshot: &snap, Explain: true})
}

func powers(p policy.Proposal) [2]float64 {
	return [2]float64{float64(p.Plan.ClassMW("new")), float64(p.Plan.ClassMW("old"))}
}

func TestEachClassRunsWhereItPaysOnTheMeanOfTheScenarios(t *testing.T) {
	s := two(10)
	st := s.InitialState(noon(), true)
	for _, c := range []struct {
		name string
		next []float64
		want [2]float64
	}{
		{"cheap", []float64{30, 50}, [2]float64{3, 3}},
		{"too dear for the old", []float64{90, 110}, [2]float64{3, 0}},
		{"most likely cheap, but one spike outweighs it", []float64{30, 30, 30, 30, 2000}, [2]float64{0, 0}},
		{"negative", []float64{-20, -10}, [2]float64{3, 3}},
	} {
		if got := powers(propose(s, st, snapshot(40, c.next...), mpc.Params{})); got != c.want {
			t.Errorf("%s: %v MW, want %v", c.name, got, c.want)
		}
	}
}

func TestABriefSpikeIsNotWorthARestart(t *testing.T) {
	s := two(10)
	s.Classes[1].StartUSD = 100
	st := s.InitialState(noon(), true)
	snap := snapshot(40, 40, 40)
	for _, path := range [][]float64{{75, 40}, {85, 40}} {
		snap.Outlook.Minutes = []int{15, 60 * 47}
		snap.Outlook.Paths = append(snap.Outlook.Paths[:0], path, path)
		if got := powers(propose(s, st, snap, mpc.Params{})); got[1] != 3 {
			t.Errorf("at %v $/MWh for a quarter of an hour the old class goes to %v MW for a restart of 100 $", path[0], got[1])
		}
	}
	snap.Outlook.Paths = [][]float64{{400, 40}}
	if got := powers(propose(s, st, snap, mpc.Params{})); got[1] != 0 {
		t.Errorf("at 400 $/MWh it stays at %v MW", got[1])
	}
}

func TestTheSiteLimitCostsTheMarginThatItHoldsBack(t *testing.T) {
	s := two(4)
	st := s.InitialState(noon(), false)
	p := propose(s, st, snapshot(40, 40, 40), mpc.Params{})
	if got := powers(p); got[0] != 3 || math.Abs(got[1]-1) > 1e-9 {
		t.Errorf("%v MW, want the new class full and the old one in what is left", got)
	}
	// The old class earns 69.4 $/MWh and pays 40; starting more of it costs 5 $ per 2.99 MW,
	// which the interval's 1/12 h makes 20 $/MWh.
	margin := 50.0/24*1000/30 - 40
	if len(p.Ahead.Shadows) != 1 || p.Ahead.Shadows[0].Limit != "site" {
		t.Fatalf("shadow prices: %+v", p.Ahead.Shadows)
	}
	got := float64(p.Ahead.Shadows[0].USDPerMWh)
	if got < margin-25 || got > margin+25 {
		t.Errorf("the limit costs %.1f $/MWh, want about the margin of %.1f it holds back", got, margin)
	}
	said := ""
	for _, r := range p.Reasons {
		said += r.Rule + ": " + r.Text + "\n"
	}
	if !strings.Contains(said, "the site limit costs") || !strings.Contains(said, "MPC stood") {
		t.Errorf("reasons:\n%s", said)
	}
}

func TestWhatStandsWhenThereIsNoTimeOrNothingToPlanOn(t *testing.T) {
	s := two(10)
	st := s.InitialState(noon(), true)
	full := snapshot(40, 30, 50, 60, 70)
	late := full
	late.Late = true
	blind := full
	blind.SPP = market.Quote{}
	hashless := full
	hashless.Network.Hashprice = market.Quote{}
	plain := snapshot(40)
	for _, c := range []struct {
		name   string
		snap   market.Snapshot
		params mpc.Params
		stood  string
	}{
		{"all is well", full, mpc.Params{}, "mpc"},
		{"no forecast", plain, mpc.Params{}, "mpc"},
		{"the budget ends", full, mpc.Params{Passes: 3}, "dp"},
		{"the tick is late", late, mpc.Params{}, "dp"},
		{"no price", blind, mpc.Params{}, "threshold"},
		{"no hashprice", hashless, mpc.Params{}, "threshold"},
	} {
		p := propose(s, st, c.snap, c.params)
		if p.Policy != "mpc" || p.Ahead == nil || p.Ahead.Stood != c.stood || c.name != "all is well" && p.Ahead.Why == "" {
			t.Errorf("%s: %+v stood, want %s with a reason", c.name, p.Ahead, c.stood)
		}
	}
}

func TestAnAwardHoldsLoadUpAndCostsWhatHoldingItLoses(t *testing.T) {
	s := two(10)
	st := s.InitialState(noon(), true)
	snap := snapshot(300, 300, 300)
	orders := site.Orders{Awards: []site.Award{{Product: "ECRS", MW: 2, Up: true, Start: noon(), End: noon().Add(time.Hour)}}}
	p := mpc.Policy{}.Propose(policy.Input{Site: &s, State: &st, Snapshot: &snap, Orders: &orders, Explain: true})
	if got := powers(p); got[0]+got[1] < 2-0.02-1e-9 || got[1] > 0 {
		t.Errorf("%v MW, want 2 MW of the new class held for the award", got)
	}
	if len(p.Ahead.Shadows) != 1 || p.Ahead.Shadows[0].Limit != "award" || p.Ahead.Shadows[0].USDPerMWh < 100 {
		t.Errorf("shadow prices: %+v", p.Ahead.Shadows)
	}
}

func TestTheSameInputGivesTheSameProposalAndNothingHandedInChanges(t *testing.T) {
	s := two(4)
	st := s.InitialState(noon(), true)
	snap := snapshot(60, 30, 90, 200, -10)
	before, _ := json.Marshal([]any{s, st, snap})
	first := propose(s, st, snap, mpc.Params{TailWeight: 0.3})
	second := propose(s, st, snap, mpc.Params{TailWeight: 0.3})
	if diff := cmp.Diff(first, second); diff != "" {
		t.Errorf("twice the same (-first +second):\n%s", diff)
	}
	if after, _ := json.Marshal([]any{s, st, snap}); string(before) != string(after) {
		t.Error("the input was changed")
	}
	explained := first
	plain := mpc.Policy{Params: mpc.Params{TailWeight: 0.3}}.Propose(policy.Input{Site: &s, State: &st, Snapshot: &snap})
	if diff := cmp.Diff(explained.Plan, plain.Plan); diff != "" {
		t.Errorf("explaining changes the plan:\n%s", diff)
	}
}

func TestATickInTheMiddleOfItsIntervalIsPlannedToo(t *testing.T) {
	s := two(10)
	st := s.InitialState(noon(), true)
	snap := snapshot(40)
	snap.AsOf = noon().Add(4 * time.Minute)
	p := propose(s, st, snap, mpc.Params{})
	if _, err := json.Marshal(p); err != nil || p.Ahead.Stood != "mpc" {
		t.Errorf("%v: %+v", err, p.Ahead)
	}
}

func TestWeightOnTheWorstScenariosTurnsAwayFromSpikes(t *testing.T) {
	s := two(10)
	st := s.InitialState(noon(), true)
	next := []float64{30, 30, 30, 30, 30, 30, 30, 30, 30, 400}
	if got := powers(propose(s, st, snapshot(40, next...), mpc.Params{})); got[1] != 3 {
		t.Errorf("by the mean the old class goes to %v MW, want it on", got[1])
	}
	if got := powers(propose(s, st, snapshot(40, next...), mpc.Params{TailWeight: 1, TailShare: 0.1})); got[1] != 0 {
		t.Errorf("by the worst tenth the old class stays at %v MW, want it off", got[1])
	}
}

func TestParametersThatCannotBeMeantAreRefused(t *testing.T) {
	for _, p := range []mpc.Params{{Scenarios: -1}, {Hours: 200}, {TailWeight: 2}, {TailShare: -1}, {Prices: 1e6}, {Passes: -1}, {Fallback: policy.ThresholdParams{Hysteresis: 0.5}}} {
		if p.Check() == nil {
			t.Errorf("%+v passes", p)
		}
	}
}

func BenchmarkThreeClassesTwoDays(b *testing.B) { benchmark(b, 3, mpc.Params{}) }

func BenchmarkThreeClassesTwoDaysAtFiveMinutes(b *testing.B) {
	benchmark(b, 3, mpc.Params{Fine: true})
}

func BenchmarkAHundredClassesTwoDaysAtFiveMinutes(b *testing.B) {
	benchmark(b, 100, mpc.Params{Fine: true, Passes: 50_000})
}

func benchmark(b *testing.B, classes int, p mpc.Params) {
	s := two(0)
	base := s.Classes
	s.Classes = nil
	for i := range classes {
		c := base[i%2]
		c.ID = string(rune('a'+i%26)) + string(rune('a'+i/26))
		c.Levels = append([]site.Level(nil), c.Levels...)
		c.Levels[1].THs *= unit.THs(1 + 0.01*float64(i%7))
		s.Classes = append(s.Classes, c)
	}
	s.Limits.SiteMW = unit.MW(2.2 * float64(classes))
	st := s.InitialState(noon(), true)
	snap := snapshot(60)
	o := &market.Outlook{First: noon(), At: noon(), Known: noon()}
	for t := range 192 {
		o.Minutes = append(o.Minutes, 15)
		for k := range 20 {
			if t == 0 {
				o.Paths = append(o.Paths, nil)
			}
			o.Paths[k] = append(o.Paths[k], 60+40*math.Sin(float64(t+3*k)/9)+float64(k))
		}
	}
	snap.Outlook = o
	in := policy.Input{Site: &s, State: &st, Snapshot: &snap}
	all := mpc.Policy{Params: p}.Propose(policy.Input{Site: &s, State: &st, Snapshot: &snap, Explain: true}).Ahead
	if all.Stood != "mpc" || all.Scenarios != 20 {
		b.Fatalf("%s stood on %d scenarios: %s", all.Stood, all.Scenarios, all.Why)
	}
	b.ReportAllocs()
	for b.Loop() {
		mpc.Policy{Params: p}.Propose(in)
	}
}

// At 150 $/MWh an hour of the new class loses 11 $/MW, of the old one 81.
func TestReserveSoldDayAheadIsHeldWhereBuyingItBackCostsMore(t *testing.T) {
	for _, c := range []struct {
		name  string
		price float64
		rt    []market.Keyed
		want  [2]float64
		says  string
	}{
		{name: "cheaper than any holding", price: 5, want: [2]float64{0, 0}, says: "6.000 of 6.000 MW sold day ahead are bought back at 5.00"},
		{name: "between the two", price: 20, want: [2]float64{3, 0}, says: "3.000 of 6.000 MW sold day ahead are bought back at 20.00"},
		{name: "dearer than any holding", price: 100, want: [2]float64{3, 3}, says: "6.000 MW sold day ahead are held"},
		{name: "the newest real-time price says more", price: 20, rt: []market.Keyed{{Key: "ECRS", Quote: quote(100)}}, want: [2]float64{3, 3}, says: "100.00 $"},
	} {
		s := two(10)
		for i := range s.Classes {
			s.Classes[i].Levels[0].Watts = 0
		}
		s.Participation = &site.Participation{Type: site.NCLR, Qualified: []site.Qualified{{Product: "ECRS"}}}
		st := s.InitialState(noon(), true)
		snap := snapshot(150, 150)
		snap.DAReserve, snap.RTReserve = []market.Keyed{{Key: "ECRS", Quote: quote(c.price)}}, c.rt
		orders := site.Orders{DayAhead: []site.Position{{Product: "ECRS", MW: 6, Price: c.price, Start: noon(), End: noon().Add(2 * time.Hour)}}}
		got := mpc.Policy{}.Propose(policy.Input{Site: &s, State: &st, Snapshot: &snap, Orders: &orders, Explain: true})
		if powers(got) != c.want {
			t.Errorf("%s: %v MW, want %v", c.name, powers(got), c.want)
		}
		if said := words(got); !strings.Contains(said, c.says) {
			t.Errorf("%s: it does not say %q:\n%s", c.name, c.says, said)
		}
		orders.Instructions = []site.Instruction{{ID: "c", Revision: 1, Kind: "deploy", Product: "ECRS", Start: noon()}}
		if called := (mpc.Policy{}).Propose(policy.Input{Site: &s, State: &st, Snapshot: &snap, Orders: &orders}); powers(called) != [2]float64{0, 0} {
			t.Errorf("%s: what is called on keeps %v MW on", c.name, powers(called))
		}
	}
}

func words(p policy.Proposal) string {
	var all []string
	for _, r := range p.Reasons {
		all = append(all, r.Text)
	}
	return strings.Join(all, "\n")
}
