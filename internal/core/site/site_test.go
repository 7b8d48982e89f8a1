package site_test

import (
	"math"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

var at = time.Date(2026, 7, 14, 21, 0, 0, 0, time.UTC)

// sample is a site of 4,000 miners with the profiles that LuxOS reports for the
// S19k Pro and 2,000 GPUs.
func sample() site.Site {
	return site.Site{
		ID: "west-1", Point: "LZ_WEST",
		Limits: site.Limits{
			SiteMW: 12, AuxMW: 0.3, AuxShare: 0.04,
			Feeders: []site.Feeder{{ID: "a", LimitMW: 9}},
		},
		Contract: site.Contract{Kind: site.Index},
		Adders:   site.Adders{LossFactor: 0.02, Retail: 1, ERCOT: 0.5, Wires: 2.5},
		Classes: []site.Class{
			{ID: "miners", Kind: site.ASIC, Model: "S19k Pro", Units: 4000, Feeder: "a", PoolFee: 0.01, Levels: []site.Level{
				{Name: "asleep", Watts: 25}, {Name: "eco", Watts: 1080, THs: 54.7}, {Name: "mid", Watts: 1657, THs: 80.5}, {Name: "full", Watts: 2794, THs: 121.8},
			}},
			{
				ID: "gpus", Kind: site.GPU, Model: "H100 SXM5", Units: 2000,
				Levels: []site.Level{{Name: "idle", Watts: 150}, {Name: "full", Watts: 1590}},
				Tiers:  []site.Tier{{Name: "sold", MaxMW: 1, USDPerGPUh: 2.5, Sold: true, Fill: 1}, {Name: "batch", MaxMW: 2, Factor: 0.4, Fill: 0.7, Fee: 0.2}},
			},
		},
	}
}

func near(a, b float64) bool { return math.Abs(a-b) <= 1e-9*(1+math.Abs(b)) }

func TestHashrateIsLinearBetweenLevels(t *testing.T) {
	c := &sample().Classes[0]
	for _, k := range []struct{ mw, ths float64 }{
		{-1, 0},
		{0, 0},
		{0.1, 0}, // 4,000 machines of 25 W asleep
		{(0.1 + 4.32) / 2, 4000 * 54.7 / 2},
		{4.32, 4000 * 54.7},
		{(4.32 + 6.628) / 2, 4000 * (54.7 + 80.5) / 2},
		{11.176, 4000 * 121.8},
		{50, 4000 * 121.8},
	} {
		if got := float64(c.HashrateAt(unit.MW(k.mw))); !near(got, k.ths) {
			t.Errorf("%g MW hash at %g TH/s, want %g", k.mw, got, k.ths)
		}
	}
}

func TestStepsChainFromAsleepToTheTop(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := site.Class{Kind: site.ASIC, Units: rapid.IntRange(1, 10_000).Draw(t, "units")}
		watts, ths := rapid.Float64Range(0, 100).Draw(t, "asleep"), 0.0
		c.Levels = []site.Level{{Watts: watts}}
		for range rapid.IntRange(1, 6).Draw(t, "levels") {
			watts += rapid.Float64Range(1, 1000).Draw(t, "watts")
			ths += rapid.Float64Range(0.1, 100).Draw(t, "ths")
			c.Levels = append(c.Levels, site.Level{Watts: watts, THs: unit.THs(ths)})
		}
		power, rate := c.AsleepMW(), unit.THs(0)
		for _, step := range c.Steps() {
			if step.FromMW != power || step.FromTHs != rate {
				t.Fatalf("a step begins at %v MW and %v TH/s, the one before ends at %v and %v", step.FromMW, step.FromTHs, power, rate)
			}
			joules := float64(step.Marginal) * float64(step.ToTHs-step.FromTHs) / 1e6
			if !near(joules, float64(step.ToMW-step.FromMW)) {
				t.Fatalf("%v J/TH do not make %v MW of %v TH/s", step.Marginal, step.ToMW-step.FromMW, step.ToTHs-step.FromTHs)
			}
			if got := c.HashrateAt(step.ToMW); !near(float64(got), float64(step.ToTHs)) {
				t.Fatalf("%v MW hash at %v TH/s, the step says %v", step.ToMW, got, step.ToTHs)
			}
			power, rate = step.ToMW, step.ToTHs
		}
		if power != c.MaxMW() || rate != c.MaxTHs() {
			t.Fatalf("steps end at %v MW and %v TH/s of %v and %v", power, rate, c.MaxMW(), c.MaxTHs())
		}
	})
	if steps := sample().Classes[1].Steps(); steps != nil {
		t.Errorf("GPUs that do not mine have steps: %+v", steps)
	}
}

func TestMarginalEfficiencyOfPublishedProfiles(t *testing.T) {
	// LuxOS profiles of the S19k Pro: 54.7 TH/s at 1,080 W, 80.5 at 1,657, 121.8 at 2,794.
	got := sample().Classes[0].Steps()
	for i, want := range []float64{1055 / 54.7, 577 / 25.8, 1137 / 41.3} {
		if !near(float64(got[i].Marginal), want) {
			t.Errorf("step %d costs %.3f J/TH, want %.3f", i, float64(got[i].Marginal), want)
		}
	}
	// All of it: 22.7 J/TH above asleep.
	if got := float64(sample().Classes[0].Efficiency()); !near(got, 2769/121.8) {
		t.Errorf("the class spends %.3f J/TH", got)
	}
}

func TestAClassWithoutLevelsDrawsNothing(t *testing.T) {
	var c site.Class
	if c.MaxMW() != 0 || c.AsleepMW() != 0 || c.HashrateAt(1) != 0 || c.Mines() || c.UnitsPerMW() != 0 || c.Efficiency() != 0 {
		t.Errorf("%+v draws or hashes", c)
	}
}

func TestTheMeterShowsMachinesAndAuxiliaries(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := sample()
		machines := unit.MW(rapid.Float64Range(0, 100).Draw(t, "machines"))
		if got := s.MachineMW(s.MeterMW(machines)); !near(float64(got), float64(machines)) {
			t.Fatalf("%v MW of machines come back as %v", machines, got)
		}
	})
	s := sample()
	if got := float64(s.MeterMW(10)); !near(got, 10.7) {
		t.Errorf("10 MW of machines show as %v MW", got)
	}
	if got := s.MachineMW(0.1); got != 0 {
		t.Errorf("a meter at less than the auxiliaries leaves %v MW of machines", got)
	}
	// Off means asleep: 0.1 MW of miners, 0.3 of GPUs.
	if got := float64(s.PlanMeterMW(site.Plan{})); !near(got, 0.3+0.4*1.04) {
		t.Errorf("all off the meter shows %v MW", got)
	}
}

func TestEnergyCostsAtTheMarginWhatItsContractLeavesOpen(t *testing.T) {
	// 1 + 0.5 + 2.5 $ of adders, 2 % losses, 4 % of auxiliaries.
	delivered := func(price float64) float64 { return (price*1.02 + 4) * 1.04 }
	for _, c := range []struct {
		name          string
		contract      site.Contract
		inside, above float64
	}{
		{"index", site.Contract{Kind: site.Index}, delivered(300), delivered(300)},
		{"tariff", site.Contract{Kind: site.Fixed, Price: 45}, delivered(45), delivered(45)},
		{"block, resold: never its price", site.Contract{Kind: site.Block, Price: 30, BlockMW: 5, TakeOrPay: true, Resale: true}, delivered(300), delivered(300)},
		{"block, resold though not owed", site.Contract{Kind: site.Block, Price: 30, BlockMW: 5, Resale: true}, delivered(300), delivered(300)},
		{"take-or-pay without resale: nothing but adders is saved", site.Contract{Kind: site.Block, Price: 30, BlockMW: 5, TakeOrPay: true}, delivered(0), delivered(300)},
		{"a block that is not owed is a tariff up to its size", site.Contract{Kind: site.Block, Price: 30, BlockMW: 5}, delivered(30), delivered(300)},
	} {
		s := sample()
		s.Contract = c.contract
		if got := float64(s.MarginalEnergy(300)); !near(got, c.inside) {
			t.Errorf("%s: %.4f $/MWh, want %.4f", c.name, got, c.inside)
		}
		if got := float64(s.MarginalEnergyAbove(300)); !near(got, c.above) {
			t.Errorf("%s, beyond the block: %.4f $/MWh, want %.4f", c.name, got, c.above)
		}
	}
	s := sample()
	s.Contract = site.Contract{Kind: site.Block, BlockMW: 5, TakeOrPay: true}
	if mw, ok := s.BlockMachineMW(); !ok || !near(float64(s.MeterMW(mw))*1.02, 5) {
		t.Errorf("%v MW of machines do not settle as the block's 5 MW, %v", mw, ok)
	}
}

func TestTheBreakEvenPriceIsWhereTheMarginIsZero(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := sample()
		value := unit.USDPerMWh(rapid.Float64Range(-50, 2000).Draw(t, "value"))
		spp, ok := s.BreakEvenSPP(value)
		if !ok || !near(float64(s.MarginalEnergyAbove(spp)), float64(value)) {
			t.Fatalf("at %v $/MWh energy costs %v, want %v", spp, s.MarginalEnergyAbove(spp), value)
		}
	})
	s := sample()
	s.Contract.Kind = site.Fixed
	if _, ok := s.BreakEvenSPP(50); ok {
		t.Error("a tariff has a break-even market price")
	}
}

func TestInferenceEarnsNetOfFeeAndIdleHours(t *testing.T) {
	c := &sample().Classes[1]
	sold, batch := &c.Tiers[0], &c.Tiers[1]
	// 628.9 GPUs of 1.59 kW to the MW.
	if got := float64(c.TierRevenue(sold, 9)); !near(got, 2.5/1.59e-3) {
		t.Errorf("sold at a fixed 2.50 $: %.2f $/MWh", got)
	}
	if got := float64(c.TierRevenue(batch, 2.71)); !near(got, 2.71*0.4*0.8*0.7/1.59e-3) {
		t.Errorf("batch at 2.71 $: %.2f $/MWh", got)
	}
	if got := c.SoldMW(); got != 1 {
		t.Errorf("%v MW are sold", got)
	}
}

func TestTheFirstStateIsWithinLimits(t *testing.T) {
	s := sample()
	s.Classes[0].MinDown = time.Hour
	off := s.InitialState(at, false)
	if diff := cmp.Diff(site.ClassState{Class: "miners", Since: at.Add(-time.Hour), Day: unit.DayOf(at)}, off.Classes[0]); diff != "" {
		t.Errorf("off (-want +got):\n%s", diff)
	}
	on := s.InitialState(at, true)
	var draw unit.MW
	for i := range s.Classes {
		draw += s.Classes[i].DrawMW(on.Classes[i].MW)
	}
	if on.Classes[0].MW != 9 || s.MeterMW(draw) > 12+1e-9 || s.MeterMW(draw) < 12-1e-9 {
		t.Errorf("miners at %v MW (their feeder carries 9), the meter at %v (limit 12)", on.Classes[0].MW, s.MeterMW(draw))
	}
}

func TestASoundSiteIsValid(t *testing.T) {
	s := sample()
	if err := s.Validate(); err != nil {
		t.Error(err)
	}
}

func TestEveryProblemOfASiteIsNamed(t *testing.T) {
	nan := math.NaN()
	for says, change := range map[string]func(*site.Site){
		"id is empty":                   func(s *site.Site) { s.ID = "" },
		"site_mw is 0":                  func(s *site.Site) { s.Limits.SiteMW = 0 },
		"site_mw is NaN":                func(s *site.Site) { s.Limits.SiteMW = unit.MW(nan) },
		"machines asleep draw":          func(s *site.Site) { s.Limits.SiteMW = 0.5 },
		"aux_share is 4":                func(s *site.Site) { s.Limits.AuxShare = 4 },
		"feeder id \"a\" is used twice": func(s *site.Site) { s.Limits.Feeders = append(s.Limits.Feeders, s.Limits.Feeders[0]) },
		"feeder a carries 0.05 MW":      func(s *site.Site) { s.Limits.Feeders[0].LimitMW = 0.05 },
		"contract.kind is \"ppa\"":      func(s *site.Site) { s.Contract.Kind = "ppa" },
		"the site has no point":         func(s *site.Site) { s.Point = "" },
		"block_mw is 0":                 func(s *site.Site) { s.Contract.Kind = site.Block },
		"loss_factor is -0.1":           func(s *site.Site) { s.Adders.LossFactor = -0.1 },
		"adders.wires_usd_per_mwh":      func(s *site.Site) { s.Adders.Wires = unit.USDPerMWh(math.Inf(1)) },
		"classes is empty":              func(s *site.Site) { s.Classes = nil },
		"class id \"gpus\" is used":     func(s *site.Site) { s.Classes[0].ID = "gpus" },
		"kind is \"fpga\"":              func(s *site.Site) { s.Classes[0].Kind = "fpga" },
		"units is 0":                    func(s *site.Site) { s.Classes[0].Units = 0 },
		"feeder \"b\" is none":          func(s *site.Site) { s.Classes[0].Feeder = "b" },
		"min_up -1s":                    func(s *site.Site) { s.Classes[0].MinUp = -time.Second },
		"starts_per_day is -1":          func(s *site.Site) { s.Classes[0].StartsPerDay = -1 },
		"pool_fee is 2":                 func(s *site.Site) { s.Classes[0].PoolFee = 2 },
		"want asleep first":             func(s *site.Site) { s.Classes[0].Levels = s.Classes[0].Levels[:1] },
		"does not hash":                 func(s *site.Site) { s.Classes[0].Levels[0].THs = 5 },
		"of the level below":            func(s *site.Site) { s.Classes[0].Levels[2].Watts = 1000 },
		"levels[1].ths is NaN":          func(s *site.Site) { s.Classes[0].Levels[1].THs = unit.THs(nan) },
		"hash nowhere":                  func(s *site.Site) { s.Classes[1].Kind, s.Classes[1].Tiers = site.ASIC, nil },
		"belong to a gpu class":         func(s *site.Site) { s.Classes[1].Kind = site.CPU },
		"tier name \"sold\" is used":    func(s *site.Site) { s.Classes[1].Tiers[1].Name = "sold" },
		"earns nothing":                 func(s *site.Site) { s.Classes[1].Tiers[1].Factor = 0 },
		"more than the class's":         func(s *site.Site) { s.Classes[1].Tiers[0].MaxMW = 4 },
		"no more than the class draws":  func(s *site.Site) { s.Classes[1].Tiers[0].MaxMW = 0.2 },
		"fill is 1.5":                   func(s *site.Site) { s.Classes[1].Tiers[0].Fill = 1.5 },
	} {
		s := sample()
		change(&s)
		if err := s.Validate(); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("want an error with %q, got: %v", says, err)
		}
	}
}

func TestAnOrderHoldsFromItsStartToItsEnd(t *testing.T) {
	for _, c := range []struct {
		start, end time.Time
		want       bool
	}{
		{at, at.Add(1), true},
		{at.Add(1), at.Add(2), false},
		{at.Add(-1), at, false},
		{at.Add(-1), time.Time{}, true},
	} {
		if got := site.In(at, c.start, c.end); got != c.want {
			t.Errorf("%s in [%s, %s): %v", at, c.start, c.end, got)
		}
	}
}

// 2,500 tokens a second on 1.38 kW at 0.32 $ for a million, all of them sold, are
// 2.88 $ an hour: 9 million tokens.
func TestTokensAreWorthWhatAKilowattServes(t *testing.T) {
	rate := site.TokenRate{PerSKW: 2500 / 1.38, Fill: 1}
	perHour := float64(rate.USDPerMWh(0.32)) * 1.38 / 1000
	if math.Abs(perHour-2.88) > 0.005 {
		t.Errorf("%.4f $ an hour, want 2.88", perHour)
	}
	rate.Fill, rate.Fee = 0.5, 0.1
	if got, want := float64(rate.USDPerMWh(0.32))*1.38/1000, 2.88*0.45; math.Abs(got-want) > 0.005 {
		t.Errorf("%.4f $ an hour when half is sold and a tenth goes in fees, want %.4f", got, want)
	}
}
