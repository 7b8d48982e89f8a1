package unit_test

import (
	"math"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// near reports whether a and b agree to a relative tolerance.
func near(a, b, tolerance float64) bool { return math.Abs(a-b) <= tolerance*math.Abs(b) }

func TestAMinersDailyBitcoin(t *testing.T) {
	// One TH/s for a day at difficulty 90.67e12 and a subsidy of 3.125 BTC, by
	// 1e12 * 86400 / (difficulty * 2^32) * subsidy. Four digits.
	if got := float64(unit.BTCPerTHDay(90.67e12, 3.125)); !near(got, 6.933e-7, 1e-4) {
		t.Errorf("1 TH/s earns %g BTC a day, want 6.933e-7", got)
	}
	// At 103,875 $ that is 0.0720 $ a day. Three digits.
	if got := float64(unit.Hashprice(90.67e12, 3.125, 103_875)) / 1000; !near(got, 0.0720, 1e-3) {
		t.Errorf("1 TH/s earns %g $ a day, want 0.0720", got)
	}
	// Luxor, 12 January 2026: difficulty 146.47 T, fees 0.55 % of the reward,
	// published 0.00043143 BTC/PH/day; the formula gives 0.00043157. Five digits.
	if got := 1000 * float64(unit.BTCPerTHDay(146.47e12, 3.125/(1-0.0055))); !near(got, 0.00043157, 1e-5) {
		t.Errorf("1 PH/s earns %g BTC a day, want 0.00043157", got)
	}
	for _, d := range []unit.Difficulty{0, -1, unit.Difficulty(math.NaN())} {
		if got := unit.BTCPerTHDay(d, 3.125); got != 0 {
			t.Errorf("difficulty %v earns %v BTC", d, got)
		}
	}
}

func TestBreakEvenOfLuxorsTable(t *testing.T) {
	// Luxor, 12 January 2026: 39.53 $/PH/day. Three digits.
	for j, want := range map[unit.JPerTH]float64{17: 96.9, 22: 74.9, 32: 51.5} {
		if got := float64(unit.USDPerPHDay(39.53).BreakEven(j)); math.Abs(got-want) > 0.05 {
			t.Errorf("%v J/TH breaks even at %.2f $/MWh, want %.1f", j, got, want)
		}
	}
	for _, j := range []unit.JPerTH{0, -5, unit.JPerTH(math.NaN())} {
		if got := unit.USDPerPHDay(40).BreakEven(j); got != 0 {
			t.Errorf("%v J/TH breaks even at %v", j, got)
		}
	}
}

func TestAtBreakEvenRevenueIsWhatEnergyCosts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		hashprice := unit.USDPerPHDay(rapid.Float64Range(1, 500).Draw(t, "hashprice"))
		j := unit.JPerTH(rapid.Float64Range(5, 100).Draw(t, "J/TH"))
		revenue := float64(hashprice) // 1 PH/s for a day
		cost := unit.MW(1000 * float64(j) / 1e6).Over(24 * time.Hour).Cost(hashprice.BreakEven(j)).USD()
		if math.Abs(revenue-cost) > 1e-6 {
			t.Fatalf("revenue %.6f $, energy %.6f $", revenue, cost)
		}
	})
}

func TestTheSubsidyHalves(t *testing.T) {
	for height, want := range map[int64]unit.Sats{
		-1: 0, 0: 50e8, 209_999: 50e8, 210_000: 25e8, 839_999: 6.25e8, 840_000: 3.125e8, 1_049_999: 3.125e8,
		1_050_000: 1.5625e8, 32 * 210_000: 1, 33 * 210_000: 0, 64 * 210_000: 0, math.MaxInt64: 0,
	} {
		if got := unit.Subsidy(height); got != want {
			t.Errorf("block %d brings %d sat, want %d", height, got, want)
		}
	}
}

func TestSatsSurviveTheWayThroughBitcoin(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := unit.Sats(rapid.Int64Range(-21e14, 21e14).Draw(t, "sats"))
		if got := unit.SatsFromBTC(s.BTC()); got != s {
			t.Fatalf("%d sat come back as %d", s, got)
		}
	})
}

func TestMoneyRoundsHalfToEvenAndAddsUpExactly(t *testing.T) {
	for usd, want := range map[float64]unit.MicroUSD{0.0000005: 0, 0.0000015: 2, 0.0000025: 2, -0.0000015: -2, 12.345678: 12_345_678} {
		if got := unit.Dollars(usd); got != want {
			t.Errorf("%g $ is %d micro-dollars, want %d", usd, got, want)
		}
	}
	var sum unit.MicroUSD
	for range 1_000_000 {
		sum += unit.Dollars(0.1)
	}
	if sum != unit.Dollars(100_000) {
		t.Errorf("a million dimes are %s", sum)
	}
	for m, want := range map[unit.MicroUSD]string{-12_350_000: "-12.35 $", 0: "0.00 $", -1: "0.00 $", 5_000: "0.00 $", 15_000: "0.02 $", 1_234_567_890: "1234.57 $"} {
		if got := m.String(); got != want {
			t.Errorf("%d micro-dollars print as %q, want %q", int64(m), got, want)
		}
	}
}

func TestADollarAmountThatDoesNotFitPanics(t *testing.T) {
	for _, usd := range []float64{math.NaN(), math.Inf(1), math.Inf(-1), 1e13, -1e13} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%g $ passes", usd)
				}
			}()
			unit.Dollars(usd)
		}()
	}
}

func TestEnergyCostsItsPriceInEitherDirection(t *testing.T) {
	for _, c := range []struct {
		mw    unit.MW
		d     time.Duration
		price unit.USDPerMWh
		want  unit.MicroUSD
	}{
		{2, 15 * time.Minute, 40, 20_000_000},
		{2, 5 * time.Minute, -30, -5_000_000},
		{-1, time.Hour, 40, -40_000_000},
		{0, time.Hour, 9000, 0},
	} {
		if got := c.mw.Over(c.d).Cost(c.price); got != c.want {
			t.Errorf("%v MW for %s at %v $/MWh cost %s", c.mw, c.d, c.price, got)
		}
	}
}
