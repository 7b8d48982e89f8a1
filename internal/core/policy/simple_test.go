package policy_test

import (
	"math"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/settle"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// ask is a policy's plan for a site that runs in full, at a settled and
// day-ahead price.
func ask(p policy.Policy, s *site.Site, price float64) policy.Proposal {
	st := s.InitialState(at, true)
	snap := snapshot(0, 5000)
	snap.SPP = quote(price)
	ahead := quote(price)
	ahead.Start, ahead.Length = at.Truncate(time.Hour), time.Hour
	snap.DayAhead = []market.Quote{ahead}
	return p.Propose(policy.Input{Site: s, State: &st, Snapshot: snap, Explain: true})
}

func TestEachRuleMinesStrictlyBelowBreakEven(t *testing.T) {
	// One MW that earns 40 $/PH/day at 25 J/TH breaks even at 66.67 $/MWh.
	s := miner()
	s.Classes[0].Levels[1].THs = 40_000
	even := 40.0 / 24 * 40
	for _, p := range []policy.Policy{policy.Lag1{}, policy.DayAhead{}, policy.Threshold{}} {
		for price, want := range map[float64]unit.MW{-50: 1, even - 0.01: 1, even + 0.01: 0, 9000: 0} {
			if got := ask(p, &s, price).Plan.ClassMW("s19"); got != want {
				t.Errorf("%s at %.2f $/MWh plans %.1f MW, want %.1f", p.Name(), price, float64(got), float64(want))
			}
		}
	}
	if got := ask(policy.Always{}, &s, 9000).Plan.ClassMW("s19"); got != 1 {
		t.Errorf("always plans %.1f MW", float64(got))
	}
}

func TestWithoutAnyPriceEverythingRuns(t *testing.T) {
	s := miner()
	st := s.InitialState(at, false)
	snap := &market.Snapshot{Interval: unit.IntervalAt(at, unit.Control), AsOf: at, Point: "LZ_WEST"}
	snap.Network.Hashprice = quote(40)
	for _, p := range []policy.Policy{policy.Lag1{}, policy.DayAhead{}, policy.Threshold{}} {
		if got := p.Propose(policy.Input{Site: &s, State: &st, Snapshot: snap}).Plan.ClassMW("s19"); got != 1 {
			t.Errorf("%s plans %.1f MW before the first price", p.Name(), float64(got))
		}
	}
}

func TestWithoutAHashpriceMinersStayAsTheyAre(t *testing.T) {
	s := miner()
	for _, on := range []bool{true, false} {
		st := s.InitialState(at, on)
		snap := snapshot(0, 5000)
		snap.Network.Hashprice = market.Quote{}
		for _, p := range []policy.Policy{policy.Lag1{}, policy.Threshold{}, policy.Degraded{}} {
			got := p.Propose(policy.Input{Site: &s, State: &st, Snapshot: snap}).Plan.ClassMW("s19")
			if got != st.Classes[0].MW {
				t.Errorf("%s goes from %.1f to %.1f MW", p.Name(), float64(st.Classes[0].MW), float64(got))
			}
		}
	}
}

func TestATariffHoldsWhateverTheMarketDoes(t *testing.T) {
	s := miner()
	s.Point, s.Contract = "", site.Contract{Kind: site.Fixed, Price: 45}
	for _, p := range []policy.Policy{policy.Lag1{}, policy.DayAhead{}, policy.Threshold{Params: policy.ThresholdParams{Up: 3, Down: 3}}} {
		if got := ask(p, &s, 9000).Plan.ClassMW("s19"); got != 1 {
			t.Errorf("%s plans %.1f MW at a tariff of 45 $/MWh", p.Name(), float64(got))
		}
	}
	s.Contract.Price = 75
	if got := ask(policy.Threshold{}, &s, 5).Plan.ClassMW("s19"); got != 0 {
		t.Errorf("threshold plans %.1f MW at a tariff of 75 $/MWh", float64(got))
	}
}

func TestEachPowerLevelHasItsOwnBreakEven(t *testing.T) {
	// At 40 $/PH/day: the first step of the S21 costs 15.5 J/TH and breaks even
	// at 107 $/MWh, the second 21.7 and 76.9, the S19 29.3 and 57.
	s := mixed()
	for _, c := range []struct {
		price    float64
		s19, s21 unit.MW
	}{
		{40, 12.272, 10.5},
		{65, 0, 10.5},
		{90, 0, 6.6},
		{120, 0, 0},
	} {
		s.Limits.AuxShare = 0
		plan := ask(policy.Threshold{}, &s, c.price).Plan
		got := [2]unit.MW{plan.ClassMW("s19"), plan.ClassMW("s21")}
		if diff := cmp.Diff([2]unit.MW{c.s19, c.s21}, got, approx()); diff != "" {
			t.Errorf("at %.0f $/MWh (-want +got):\n%s", c.price, diff)
		}
	}
}

func TestAClassWithinItsHysteresisRunsWhereItLosesLeast(t *testing.T) {
	s := mixed()
	s.Limits.AuxShare = 0
	rule := policy.Threshold{Params: policy.ThresholdParams{Hysteresis: 1.5, Classes: map[string]policy.ThresholdParams{"s19": {}}}}
	p := ask(rule, &s, 120)
	if got := p.Plan.ClassMW("s21"); got < 6.6-1e-9 || got > 6.6+1e-9 {
		t.Errorf("s21 is planned at %.3f MW, want its eco level of 6.6", float64(got))
	}
	if got := p.Plan.ClassMW("s19"); got != 0 {
		t.Errorf("s19, which has parameters of its own, is planned at %.3f MW", float64(got))
	}
	for _, r := range p.Reasons {
		if r.Class == "s21" && !(strings.Contains(r.Text, "not below the break-even") && strings.Contains(r.Text, "hysteresis")) {
			t.Errorf("the reason misleads: %s", r.Text)
		}
	}
}

func TestTiersAreServedWhereTheyEarnMoreThanEnergyAndSoldOnesAlways(t *testing.T) {
	s := mixed()
	st := s.InitialState(at, true)
	snap := snapshot(0, 5000)
	snap.SPP = quote(400)
	snap.GPU = []market.Keyed{{Key: "H100 SXM5", Quote: quote(2.71)}}
	in := policy.Input{Site: &s, State: &st, Snapshot: snap}
	// 2.71 $/GPU-h * 0.4 * 0.7 / 1.59 kW = 477 $/MWh, against 400 * 1.04 = 416.
	for price, want := range map[float64]unit.MW{400: 3, 480: 1} {
		snap.SPP = quote(price)
		if got := (policy.Threshold{}).Propose(in).Plan.ClassMW("h100"); got != want {
			t.Errorf("at %.0f $/MWh %.1f MW are served, want %.1f", price, float64(got), float64(want))
		}
	}
}

func TestTheDegradedRuleLowersButNeverRaises(t *testing.T) {
	s := mixed()
	for _, on := range []bool{true, false} {
		for _, price := range []float64{20, 500} {
			st := s.InitialState(at, on)
			snap := snapshot(0, 5000)
			ahead := quote(price)
			ahead.Start, ahead.Length = at.Truncate(time.Hour), time.Hour
			snap.DayAhead = []market.Quote{ahead}
			p := policy.Degraded{}.Propose(policy.Input{Site: &s, State: &st, Snapshot: snap, Explain: true})
			for i := range s.Classes[:2] {
				got, was := p.Plan.ClassMW(s.Classes[i].ID), st.Classes[i].MW
				if price == 500 && got > 0 || price == 20 && got != was {
					t.Errorf("%s at a day-ahead price of %.0f $/MWh goes from %.3f to %.3f MW", s.Classes[i].ID, price, float64(was), float64(got))
				}
			}
			if len(p.Reasons) == 0 {
				t.Error("no reason is given")
			}
		}
	}
}

func TestABlockThatCannotBeResoldIsUsedUpAndNoFurtherWhenPowerIsDear(t *testing.T) {
	s := miner()
	s.Contract = site.Contract{Kind: site.Block, Price: 40, BlockMW: 0.6, TakeOrPay: true}
	for _, c := range []struct {
		price float64
		want  unit.MW
	}{{30, 1}, {1000, 0.6}} {
		if got := ask(policy.Threshold{}, &s, c.price).Plan.ClassMW("s19"); got-c.want > 1e-9 || c.want-got > 1e-9 {
			t.Errorf("at %.0f $/MWh %.3f MW are planned, want %.3f", c.price, float64(got), float64(c.want))
		}
	}
	s.Contract.Resale = true
	if got := ask(policy.Threshold{}, &s, 1000).Plan.ClassMW("s19"); got != 0 {
		t.Errorf("a block that could be resold at 1000 $/MWh is mined away with %.3f MW", float64(got))
	}
}

// earns is what a plan of one mining class earns in an hour when energy settles
// at spp, $.
func earns(s *site.Site, mw unit.MW, spp float64) float64 {
	c := &s.Classes[0]
	mined := float64(c.HashrateAt(mw)) * 40 / 24_000 * (1 - c.PoolFee)
	return mined - settle.EnergyUSD(s, s.MeterMW(c.DrawMW(mw)).Over(time.Hour), time.Hour, unit.USDPerMWh(spp))
}

func TestNoOtherPowerEarnsMoreAtAKnownPrice(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := miner()
		s.Limits.AuxShare = rapid.Float64Range(0, 0.2).Draw(t, "aux share")
		s.Adders = site.Adders{LossFactor: rapid.Float64Range(0, 0.1).Draw(t, "losses"), Wires: unit.USDPerMWh(rapid.Float64Range(0, 10).Draw(t, "wires"))}
		s.Contract = site.Contract{
			Kind: rapid.SampledFrom([]site.ContractKind{site.Index, site.Block, site.Fixed}).Draw(t, "contract"), Price: 50,
			BlockMW: unit.MW(rapid.Float64Range(0, 1.5).Draw(t, "block")), TakeOrPay: true, Resale: rapid.Bool().Draw(t, "resale"),
		}
		s.Classes[0].PoolFee = rapid.Float64Range(0, 0.04).Draw(t, "pool fee")
		s.Classes[0].Levels = []site.Level{
			{Name: "asleep", Watts: rapid.Float64Range(0, 20_000).Draw(t, "asleep")},
			{Name: "eco", Watts: 600_000, THs: unit.THs(rapid.Float64Range(15_000, 35_000).Draw(t, "eco"))},
			{Name: "full", Watts: 1e6, THs: 45_000},
		}
		spp := rapid.Float64Range(-100, 400).Draw(t, "price")
		got := earns(&s, ask(policy.Threshold{}, &s, spp).Plan.ClassMW("s19"), spp)
		other := unit.MW(rapid.Float64Range(0, 1).Draw(t, "another power"))
		if want := earns(&s, other, spp); want > got+1e-9*(1+math.Abs(want)) {
			t.Fatalf("%.6f MW earns %.6f $, the plan %.6f", float64(other), want, got)
		}
	})
}

func TestValuesAreNetOfFeesAndOfTheEnergyBehindThem(t *testing.T) {
	s := mixed()
	s.Classes[0].PoolFee = 0.02
	st := s.InitialState(at, true)
	snap := snapshot(0, 5000)
	snap.GPU = []market.Keyed{{Key: "H100 SXM5", Quote: quote(2.71)}}
	got := map[string]policy.UseValue{}
	for _, v := range policy.Values(policy.Input{Site: &s, State: &st, Snapshot: snap}, 50) {
		got[v.Class+"/"+string(v.Use)+"/"+v.Tier] = v
		if v.Use != site.Off && (v.Energy != 52 || v.Margin != v.Revenue-v.Energy) {
			t.Errorf("%+v: energy costs 50 $/MWh and 4 %% of it again for cooling", v)
		}
	}
	// S19: 104 TH/s on 3,043 W above asleep; H100 sold: 2.5 $ an hour on 1.59 kW.
	for key, want := range map[string]float64{
		"s19/mine/":        40 * 1000 / 24.0 * 104 / 3043 * 0.98,
		"h100/infer/sold":  2.5 / 1.59e-3,
		"h100/infer/batch": 2.71 * 0.4 * 0.7 / 1.59e-3,
		"s21/off/":         0,
	} {
		if v := got[key]; math.Abs(float64(v.Revenue)-want) > 1e-6*(1+want) {
			t.Errorf("%s is worth %.4f $/MWh, want %.4f", key, float64(v.Revenue), want)
		}
	}
}

func TestLambdaIsWhatTheLimitHoldsBack(t *testing.T) {
	s := mixed()
	st := s.InitialState(at, true)
	in := policy.Input{Site: &s, State: &st, Snapshot: snapshot(0, 5000)}
	full, _ := policy.Guard(in, &site.Orders{}, everything(&s))
	if got := policy.Lambda(in, full, 30); got <= 0 {
		t.Errorf("the limit binds at 30 $/MWh and lambda is %.2f", float64(got))
	}
	if got := policy.Lambda(in, full, 3000); got != 0 {
		t.Errorf("at 3000 $/MWh nothing is held back and lambda is %.2f", float64(got))
	}
	if got := policy.Lambda(in, site.Plan{}, 30); got != 0 {
		t.Errorf("the limit does not bind and lambda is %.2f", float64(got))
	}
}

func TestTuningCandidatesAreSound(t *testing.T) {
	seen := map[string]bool{}
	for _, p := range policy.ThresholdGrid() {
		if err := p.Check(); err != nil {
			t.Errorf("%+v: %v", p, err)
		}
		key := strings.Join(strings.Fields(cmp.Diff(policy.ThresholdParams{}, p)), "")
		if seen[key] {
			t.Errorf("%+v comes twice", p)
		}
		seen[key] = true
	}
	for _, bad := range []policy.ThresholdParams{
		{Hysteresis: 0.5},
		{Hysteresis: math.NaN()},
		{Down: -1},
		{Up: 99},
		{Immediate: 0.5},
		{Classes: map[string]policy.ThresholdParams{"s19": {Down: -1}}},
	} {
		if bad.Check() == nil {
			t.Errorf("%+v passes", bad)
		}
	}
}
