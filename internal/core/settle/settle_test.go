package settle_test

import (
	"math"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/settle"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

func epoch() time.Time { return time.Date(2026, 1, 1, 6, 0, 0, 0, time.UTC) }

// farm is one MW of ASICs of 20 J/TH and half a MW of GPUs.
func farm() site.Site {
	return site.Site{
		ID: "west", Point: "LZ_WEST",
		Limits: site.Limits{SiteMW: 2, AuxMW: 0.01, AuxShare: 0.05},
		Classes: []site.Class{
			{
				ID: "asic", Kind: site.ASIC, Units: 1000, PoolFee: 0.02,
				Levels: []site.Level{{Name: "sleep", Watts: 0}, {Name: "rated", Watts: 1000, THs: 50}},
			},
			{
				ID: "gpu", Kind: site.GPU, Model: "H100", Units: 400,
				Levels: []site.Level{{Name: "idle", Watts: 100}, {Name: "rated", Watts: 1250}},
				Tiers: []site.Tier{
					{Name: "spot", MaxMW: 0.3, Factor: 0.8, Fee: 0.1, Fill: 0.5},
					{Name: "sold", MaxMW: 0.2, USDPerGPUh: 2.5, Fill: 1, Sold: true, Penalty: 3000},
				},
			},
		},
		Contract: site.Contract{Kind: site.Index},
	}
}

func at(spp float64) market.Quote {
	return market.Quote{Value: spp, Start: epoch(), Length: unit.Settlement, Known: epoch().Add(unit.Settlement)}
}

func metered(asic, gpu unit.MWh, length time.Duration) site.Metered {
	return site.Metered{
		Interval: unit.Interval{Start: epoch(), Length: length},
		Classes: []site.ClassMeter{
			{Class: "asic", MWh: asic, THs: unit.THs(float64(asic) / length.Hours() * 50_000)},
			{Class: "gpu", MWh: gpu},
		},
		SiteMWh: asic + gpu, Hashprice: 48,
		GPU: []site.GPUPrice{{Model: "H100", USD: 2}},
		Plan: site.Plan{Allocations: []site.Allocation{
			{Class: "asic", Use: site.Mine, MW: unit.MW(float64(asic) / length.Hours())},
			{Class: "gpu", Use: site.Infer, Tier: "spot", MW: 0.3},
			{Class: "gpu", Use: site.Infer, Tier: "sold", MW: 0.2},
		}},
	}
}

func amount(s settle.Settlement, l settle.Lever) unit.MicroUSD {
	return settle.ByLever([]settle.Settlement{s})[l]
}

func TestAnHourSettlesToTheFiguresDoneByHand(t *testing.T) {
	s := farm()
	s.Adders = site.Adders{LossFactor: 0.02, Retail: 1, ERCOT: 0.5, Wires: 2}
	m := metered(1, 0.5, time.Hour)
	m.Starts = 7
	got := settle.Interval(&s, &m, at(40), settle.Estimate)
	for lever, want := range map[settle.Lever]float64{
		settle.Energy:    -1.5 * 1.02 * 40,
		settle.Adders:    -1.5 * 3.5,
		settle.Mining:    48 * 50.0 / 24, // 50 PH/s for an hour
		settle.PoolFee:   -48 * 50.0 / 24 * 0.02,
		settle.Inference: 800*0.2*2.5 + 800*0.3*2*0.8*0.9*0.5, // 800 GPU-hours a MWh
		settle.SLA:       0,
		settle.Start:     -7,
	} {
		if got := amount(got, lever).USD(); math.Abs(got-want) > 1e-6 {
			t.Errorf("%s is %.6f $, want %.6f", lever, got, want)
		}
	}
}

func TestSoldInferenceThatWasNotServedIsCredited(t *testing.T) {
	s := farm()
	m := metered(0, 0.15, time.Hour)
	got := settle.Interval(&s, &m, at(40), settle.Estimate)
	if credit := amount(got, settle.SLA); credit != -unit.Dollars(0.05*3000) {
		t.Errorf("credit is %s, want -150.00 $", credit)
	}
	if paid := amount(got, settle.Inference); paid != unit.Dollars(800*0.15*2.5) {
		t.Errorf("inference earned %s: what was served belongs to the sold tier first", paid)
	}
}

func TestMeteredEnergyBeyondThePlanServesNobody(t *testing.T) {
	s := farm()
	plan, more := metered(0, 0.5, time.Hour), metered(0, 0.7, time.Hour)
	a := settle.Interval(&s, &plan, at(0), settle.Estimate)
	b := settle.Interval(&s, &more, at(0), settle.Estimate)
	if amount(a, settle.Inference) != amount(b, settle.Inference) {
		t.Errorf("inference earned %s at the plan and %s beyond it", amount(a, settle.Inference), amount(b, settle.Inference))
	}
}

func TestReserveIsPaidOnlyForLoadThatCouldBeDropped(t *testing.T) {
	s := farm()
	m := metered(0.4, 0, time.Hour)
	m.Plan.Reserve = []site.Hold{{Product: "ECRS", MW: 0.3, Up: true}, {Product: "RRS", MW: 0.3, Up: true}}
	m.Reserve = []site.HoldPrice{{Product: "ECRS", Price: 10}, {Product: "RRS", Price: 20}}
	got := amount(settle.Interval(&s, &m, at(40), settle.Estimate), settle.Reserve)
	if want := unit.Dollars(0.3*10 + 0.1*20); got != want {
		t.Errorf("reserve earned %s, want %s: both together hold no more than the load of 0.4 MW", got, want)
	}
}

func TestGridWorkSettlesAtZero(t *testing.T) {
	s := farm()
	m := metered(0, 0, time.Hour)
	s.Classes[1].Tiers = nil
	m.Plan = site.Plan{Allocations: []site.Allocation{{Class: "gpu", Use: site.Grid, MW: 0.1}}}
	got := settle.Interval(&s, &m, at(40), settle.Estimate)
	if amount(got, settle.Grid) != 0 || got.Lines[0].MWh != 0.1 {
		t.Errorf("grid work settled to %+v", got.Lines)
	}
}

func TestATariffSettlesWhateverTheMarketDoes(t *testing.T) {
	s := farm()
	s.Contract = site.Contract{Kind: site.Fixed, Price: 55}
	m := metered(1, 0, time.Hour)
	got := settle.Interval(&s, &m, at(5000), settle.Estimate)
	if amount(got, settle.Energy) != unit.Dollars(-55) || got.Price != 55 {
		t.Errorf("energy cost %s at %.2f $/MWh", amount(got, settle.Energy), got.Price)
	}
}

func TestTakeOrPayWithoutResaleOwesTheBlockUnused(t *testing.T) {
	s := farm()
	s.Contract = site.Contract{Kind: site.Block, Price: 30, BlockMW: 1, TakeOrPay: true}
	for spp, m := range map[float64]site.Metered{40: metered(0, 0, time.Hour), 4000: metered(1, 0, time.Hour)} {
		if got := amount(settle.Interval(&s, &m, at(spp), settle.Estimate), settle.Energy); got != unit.Dollars(-30) {
			t.Errorf("at %.0f $/MWh the block cost %s, want -30.00 $", spp, got)
		}
	}
}

// drawMetered is any interval that the farm could have had.
func drawMetered(t *rapid.T, length time.Duration) site.Metered {
	share := rapid.Float64Range(0, 1)
	asic, gpu := unit.MWh(share.Draw(t, "asic")*length.Hours()), unit.MWh(0.5*share.Draw(t, "gpu")*length.Hours())
	m := metered(asic, gpu, length)
	m.SiteMWh *= 1.06
	m.Hashprice = unit.USDPerPHDay(rapid.Float64Range(0, 500).Draw(t, "hashprice"))
	m.Starts = rapid.Float64Range(0, 50).Draw(t, "starts")
	return m
}

func drawSite(t *rapid.T) site.Site {
	s := farm()
	s.Adders = site.Adders{LossFactor: rapid.Float64Range(0, 0.1).Draw(t, "loss"), Wires: 3}
	s.Contract = site.Contract{
		Kind:    rapid.SampledFrom([]site.ContractKind{site.Index, site.Block, site.Fixed}).Draw(t, "kind"),
		Price:   unit.USDPerMWh(rapid.Float64Range(-10, 200).Draw(t, "contract price")),
		BlockMW: unit.MW(rapid.Float64Range(0, 2).Draw(t, "block")),
		Resale:  rapid.Bool().Draw(t, "resale"), TakeOrPay: rapid.Bool().Draw(t, "take or pay"),
	}
	return s
}

func drawSPP(t *rapid.T) market.Quote { return at(rapid.Float64Range(-500, 9000).Draw(t, "spp")) }

func TestLinesAddUpToTheTotalExactly(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, m := drawSite(t), drawMetered(t, unit.Control)
		got := settle.Interval(&s, &m, drawSPP(t), settle.Estimate)
		var levers, uses unit.MicroUSD
		for _, sum := range settle.ByLever([]settle.Settlement{got}) {
			levers += sum
		}
		for _, sum := range settle.ByUse([]settle.Settlement{got}) {
			uses += sum
		}
		if levers != got.Total || uses != got.Total {
			t.Fatalf("levers add up to %d, uses to %d, the total is %d micro-dollars", levers, uses, got.Total)
		}
	})
}

func TestABlockWithResaleEqualsIndexMinusTheBlocksOverprice(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		block, m, spp := drawSite(t), drawMetered(t, unit.Settlement), drawSPP(t)
		block.Contract.Kind, block.Contract.Resale = site.Block, true
		index := block
		index.Contract = site.Contract{Kind: site.Index}
		c := block.Contract
		got := settle.Interval(&block, &m, spp, settle.Estimate).Total
		want := settle.Interval(&index, &m, spp, settle.Estimate).Total -
			c.BlockMW.Over(unit.Settlement).Cost(c.Price-unit.USDPerMWh(spp.Value))
		if math.Abs(float64(got-want)) > 3 { // each line is rounded once
			t.Fatalf("block with resale earns %d, index less the overprice %d micro-dollars", got, want)
		}
	})
}

func TestNothingMeteredAndNothingOwedSettlesToNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawSite(t)
		s.Contract.TakeOrPay, s.Contract.Resale = false, false
		s.Classes = s.Classes[:1]
		m := site.Metered{
			Interval: unit.Interval{Start: epoch(), Length: unit.Control}, Hashprice: 50,
			Classes: []site.ClassMeter{{Class: "asic"}},
			Plan: site.Plan{
				Allocations: []site.Allocation{{Class: "asic", Use: site.Mine, MW: 1}},
				Reserve:     []site.Hold{{Product: "ECRS", MW: 1, Up: true}},
			},
			Reserve: []site.HoldPrice{{Product: "ECRS", Price: 100}},
		}
		if got := settle.Interval(&s, &m, drawSPP(t), settle.Estimate); got.Total != 0 || len(got.Lines) != 0 {
			t.Fatalf("settled to %+v", got.Lines)
		}
	})
}

func TestMoreEnergyNeverEarnsMoreAtAPriceThatIsNotNegative(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, m := drawSite(t), drawMetered(t, unit.Settlement)
		s.Contract.Price = max(s.Contract.Price, 0)
		spp := at(rapid.Float64Range(0, 9000).Draw(t, "spp"))
		more := m
		more.SiteMWh += unit.MWh(rapid.Float64Range(0, 1).Draw(t, "more"))
		a := settle.Interval(&s, &m, spp, settle.Estimate).Total
		b := settle.Interval(&s, &more, spp, settle.Estimate).Total
		if b > a+5 { // a micro-dollar of rounding for each line
			t.Fatalf("unexplained energy raised the total from %d to %d micro-dollars", a, b)
		}
	})
}

func TestThreePiecesSettleToTheirQuarter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, spp := drawSite(t), drawSPP(t)
		s.Classes = s.Classes[:1]
		pieces := make([]site.Metered, 3)
		for i := range pieces {
			pieces[i] = drawMetered(t, unit.Control)
			pieces[i].Classes = pieces[i].Classes[:1]
			pieces[i].Interval.Start = epoch().Add(time.Duration(i) * unit.Control)
			pieces[i].Hashprice = 50
		}
		whole := settle.Merge(pieces)
		if whole.Interval != unit.IntervalAt(epoch(), unit.Settlement) {
			t.Fatalf("merged interval is %+v", whole.Interval)
		}
		got := settle.Sum(settle.Together(&s, pieces, spp, settle.Estimate))
		want := settle.Interval(&s, &whole, spp, settle.Estimate).Total
		if math.Abs(float64(got-want)) > 20 { // at most seven lines a piece, each rounded once
			t.Fatalf("pieces settle to %d, their quarter to %d micro-dollars", got, want)
		}
	})
}

func TestWhatEnergyIsSaidToCostAtTheMarginIsWhatSettles(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, spp := drawSite(t), rapid.Float64Range(-500, 9000).Draw(t, "spp")
		s.Limits.AuxMW = 0
		price := unit.USDPerMWh(spp)
		machines := unit.MW(rapid.Float64Range(0.1, 1).Draw(t, "machines"))
		const more = unit.MW(0.001)
		cost := func(mw unit.MW) float64 {
			return settle.EnergyUSD(&s, s.MeterMW(mw).Over(time.Hour), time.Hour, price)
		}
		if s.Contract.Kind == site.Block && !s.Contract.Resale {
			t.Skip("the margin depends on the side of the block")
		}
		got, want := (cost(machines+more)-cost(machines))/float64(more), float64(s.MarginalEnergy(price))
		if math.Abs(got-want) > 1e-6*(1+math.Abs(want)) {
			t.Fatalf("one more MWh settles at %.6f $, the margin is said to be %.6f", got, want)
		}
	})
}

func TestALaterVersionSupersedesAnEarlierOneAndNeverItself(t *testing.T) {
	order := []settle.Version{settle.Estimate, settle.Initial, settle.Final, settle.TrueUp}
	for i, v := range order {
		for j, w := range order {
			if v.Supersedes(w) != (i > j) {
				t.Errorf("%s supersedes %s: %v", v, w, v.Supersedes(w))
			}
		}
	}
	interval := unit.IntervalAt(epoch(), unit.Settlement)
	all := []settle.Settlement{
		{Site: "a", Interval: interval, Version: settle.Final, Total: 3},
		{Site: "a", Interval: interval, Version: settle.Estimate, Total: 1},
		{Site: "b", Interval: interval, Version: settle.Estimate, Total: 10},
		{Site: "a", Interval: interval.Next(), Version: settle.Estimate, Total: 100},
	}
	if got := settle.Sum(settle.Current(all)); got != 113 {
		t.Errorf("settlements in force add up to %d, want 113", got)
	}
}

func TestMetersReconcileWithinTheirTolerance(t *testing.T) {
	s := farm() // auxiliaries: 10 kW and 5 %
	for name, c := range map[string]struct {
		site, unmetered float64
		ok              bool
	}{
		"exact":       {0.01 + 1.5*1.05, 0, true},
		"within 2 %":  {0.01 + 1.5*1.05 + 0.03, 0.03, true},
		"a leak":      {0.01 + 1.5*1.05 + 0.2, 0.2, false},
		"too little":  {1.5, 1.5 - 0.01 - 1.5*1.05, false},
		"wrong units": {1585, 1585 - 0.01 - 1.5*1.05, false},
	} {
		m := metered(1, 0.5, time.Hour)
		m.SiteMWh = unit.MWh(c.site)
		unmetered, err := settle.Reconcile(m, &s)
		if (err == nil) != c.ok || math.Abs(float64(unmetered)-c.unmetered) > 1e-9 {
			t.Errorf("%s: unmetered %.4f MWh, error %v", name, float64(unmetered), err)
		}
	}
}
