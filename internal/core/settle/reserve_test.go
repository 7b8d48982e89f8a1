package settle_test

import (
	"math"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/pouw-dem/pouwdem/internal/core/settle"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// seller is the farm with reserve sold day ahead and in real time.
func seller(dayAhead, realTime unit.MW) (site.Site, site.Metered) {
	s := farm()
	s.Participation = &site.Participation{Type: site.CLR, Failure: 1, Deviation: site.Deviation{Share: 0.03, MW: 0.1, Charge: 1}}
	m := metered(1, 0, time.Hour)
	m.Plan.Reserve = []site.Hold{{Product: "ECRS", MW: realTime, Up: true}}
	m.Awarded = m.Plan.Reserve
	m.Reserve = []site.HoldPrice{{Product: "ECRS", Price: 30}}
	if dayAhead > 0 {
		m.DayAhead = []site.Position{{Product: "ECRS", MW: dayAhead, Price: 8, Start: epoch(), End: epoch().Add(time.Hour)}}
	}
	return s, m
}

func TestReserveSettlesDayAheadAndThenByTheDifference(t *testing.T) {
	for _, c := range []struct {
		dayAhead, realTime unit.MW
		capacity, rest     float64
	}{
		{0.5, 0.5, 4, 0},
		{0.5, 0.8, 4, 9},
		{0.5, 0.2, 4, -9}, // bought back
		{0.5, 0, 4, -15},
		{0, 0.5, 15, 0}, // sold in real time alone
	} {
		s, m := seller(c.dayAhead, c.realTime)
		got := settle.Interval(&s, &m, at(40), settle.Estimate)
		if amount(got, settle.Reserve) != unit.Dollars(c.capacity) || amount(got, settle.Imbalance) != unit.Dollars(c.rest) {
			t.Errorf("%.1f MW day ahead, %.1f in real time: %s and %s, want %.2f and %.2f $",
				float64(c.dayAhead), float64(c.realTime), amount(got, settle.Reserve), amount(got, settle.Imbalance), c.capacity, c.rest)
		}
		if amount(got, settle.Failure) != 0 {
			t.Errorf("charged %s though all was there", amount(got, settle.Failure))
		}
	}
}

func TestWhatIsAwardedAndNotThereIsBoughtBackAndCharged(t *testing.T) {
	s, m := seller(0.5, 0.5)
	m.SiteMWh, m.Classes[0].MWh = 0.2, 0.2 // 0.2 MW of load cannot be dropped by 0.5
	got := settle.Interval(&s, &m, at(40), settle.Estimate)
	if amount(got, settle.Imbalance) != unit.Dollars(-0.3*30) || amount(got, settle.Failure) != unit.Dollars(-0.3*30) {
		t.Errorf("imbalance %s, charge %s; want -9 $ each", amount(got, settle.Imbalance), amount(got, settle.Failure))
	}
}

func TestACallIsJudgedByTheMeterOnceItsTimeToRespondIsOver(t *testing.T) {
	for _, c := range []struct {
		judged bool
		load   unit.MWh
		charge float64
	}{{true, 0.4, 0}, {true, 0.7, -0.3 * 30}, {true, 2, -0.5 * 30}, {false, 2, 0}} {
		s, m := seller(0.5, 0)
		m.Plan.Reserve, m.Awarded = nil, nil
		m.Deployed = []site.Deployment{{Product: "ECRS", MW: 0.5, Ceiling: 0.4, Judged: c.judged}}
		m.SiteMWh = c.load
		got := settle.Interval(&s, &m, at(40), settle.Estimate)
		if amount(got, settle.Failure) != unit.Dollars(c.charge) {
			t.Errorf("judged %v at %.1f MW of at most 0.4: charge %s, want %.2f $", c.judged, float64(c.load), amount(got, settle.Failure), c.charge)
		}
	}
}

func TestEnergyBoughtDayAheadIsWorthWhatThePriceRoseBy(t *testing.T) {
	s := farm()
	plain := metered(1, 0, time.Hour)
	hedged := plain
	hedged.DayAhead = []site.Position{{Product: site.Energy, MW: 0.6, Price: 25}}
	a := settle.Interval(&s, &plain, at(40), settle.Estimate)
	b := settle.Interval(&s, &hedged, at(40), settle.Estimate)
	if got := b.Total - a.Total; got != unit.Dollars(0.6*15) {
		t.Errorf("0.6 MWh bought at 25 and settled at 40 $/MWh are worth %s, want 9 $", got)
	}
}

func TestBeyondTheBandABasePointIsCharged(t *testing.T) {
	for _, c := range []struct {
		base   unit.MW
		charge float64
	}{{1, 0}, {0.95, 0}, {0.8, -0.1 * 40}, {1.2, -0.1 * 40}} {
		s, m := seller(0, 0)
		m.Plan.Reserve, m.Awarded, m.BasePoint = nil, nil, &c.base
		got := settle.Interval(&s, &m, at(40), settle.Estimate)
		if math.Abs(amount(got, settle.DeviationCharge).USD()-c.charge) > 1e-6 {
			t.Errorf("1 MW at a base point of %.2f: %s, want %.2f $", float64(c.base), amount(got, settle.DeviationCharge), c.charge)
		}
	}
}

func TestPricesFromBeforeTheNewMarketSayThatTheImbalanceIsAssumed(t *testing.T) {
	s, m := seller(0.5, 0.2)
	m.Interval.Start = time.Date(2024, 5, 8, 20, 0, 0, 0, time.UTC)
	for _, l := range settle.Interval(&s, &m, at(40), settle.Estimate).Lines {
		if l.Lever == settle.Imbalance && !strings.Contains(l.Note, string(site.PreRTCB)) {
			t.Errorf("the imbalance of 2024 says %q", l.Note)
		}
	}
	if site.RegimeOf(epoch()) != site.RTCB {
		t.Error("2026 is not RTC+B")
	}
}

func TestAPowerCapLosesLessWorkThanPower(t *testing.T) {
	s := farm()
	gpu := &s.Classes[1]
	gpu.Levels = []site.Level{{Name: "idle", Watts: 100}, {Name: "capped", Watts: 940, Output: 0.9}, {Name: "rated", Watts: 1250}}
	full, capped := metered(0, 0.5, time.Hour), metered(0, 0.376, time.Hour)
	// What the plan grants is the power: 0.376 MW of all the GPUs, under the cap.
	capped.Plan.Allocations[1].MW, capped.Plan.Allocations[2].MW = 0.176, 0.2
	a := amount(settle.Interval(&s, &full, at(0), settle.Estimate), settle.Inference).USD()
	b := amount(settle.Interval(&s, &capped, at(0), settle.Estimate), settle.Inference).USD()
	if lost := 1 - b/a; lost < 0.01 || lost > 0.13 {
		t.Errorf("a quarter less power loses %.1f %% of what inference earns, want about 10", 100*lost)
	}
}

func TestPartsOfParticipationAddUpToTheMicroDollar(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		mw := rapid.Float64Range(0, 2)
		price := rapid.Float64Range(-300, 5000)
		s, m := seller(unit.MW(mw.Draw(t, "day ahead")), unit.MW(mw.Draw(t, "real time")))
		m.SiteMWh = unit.MWh(mw.Draw(t, "metered"))
		m.DayAhead = append(m.DayAhead, site.Position{Product: site.Energy, MW: unit.MW(mw.Draw(t, "energy")), Price: price.Draw(t, "energy price")})
		m.Deployed = []site.Deployment{{Product: "NSPIN", MW: unit.MW(mw.Draw(t, "called")), Ceiling: unit.MW(mw.Draw(t, "ceiling")), Judged: rapid.Bool().Draw(t, "judged")}}
		base := unit.MW(mw.Draw(t, "base"))
		m.BasePoint = &base
		m.Starts = mw.Draw(t, "starts")
		got := settle.Interval(&s, &m, at(price.Draw(t, "spp")), settle.Estimate)
		var lines, levers unit.MicroUSD
		for _, l := range got.Lines {
			lines += l.Amount
		}
		for _, sum := range settle.ByLever([]settle.Settlement{got}) {
			levers += sum
		}
		if lines != got.Total || levers != got.Total {
			t.Fatalf("lines %d, levers %d, total %d", lines, levers, got.Total)
		}
	})
}

func TestDeployedRegulationIsNoDeviationAndStaysPaid(t *testing.T) {
	base := unit.MW(1)
	for _, c := range []struct {
		name    string
		meter   unit.MWh
		mean    unit.MW
		charge  float64 // for being off the base point
		failure float64
	}{
		{"followed down", 0.4, -0.6, 0, 0},
		{"followed up", 1.3, 0.3, 0, 0},
		{"deployed and not followed", 1, -0.6, -0.5 * 40, 0},
		{"moved and not told to", 0.4, 0, -0.5 * 40, -0.1 * 30},
	} {
		s, m := seller(0, 0.5)
		m.BasePoint, m.SiteMWh, m.Regulation = &base, c.meter, &site.Regulation{Points: 75, MeanMW: c.mean}
		got := settle.Interval(&s, &m, at(40), settle.Estimate)
		if math.Abs(amount(got, settle.DeviationCharge).USD()-c.charge) > 1e-6 || math.Abs(amount(got, settle.Failure).USD()-c.failure) > 1e-6 {
			t.Errorf("%s: charged %s off the base point and %s for reserve, want %.2f and %.2f $",
				c.name, amount(got, settle.DeviationCharge), amount(got, settle.Failure), c.charge, c.failure)
		}
	}
}

func TestAChargeSaysThatRegulationIsKnownInPart(t *testing.T) {
	base := unit.MW(1)
	for _, partial := range []bool{false, true} {
		s, m := seller(0, 0.5)
		m.BasePoint, m.SiteMWh, m.Regulation = &base, 0.4, &site.Regulation{Points: 3, Partial: partial}
		for _, line := range settle.Interval(&s, &m, at(40), settle.Estimate).Lines {
			if line.Lever == settle.DeviationCharge && strings.Contains(line.Note, "known of a part") != partial {
				t.Errorf("partial %t: %q", partial, line.Note)
			}
		}
	}
}
