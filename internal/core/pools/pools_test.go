package pools_test

import (
	"math"
	"math/big"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/pouw-dem/pouwdem/internal/core/pools"
)

func TestAmountsAreExact(t *testing.T) {
	for s, want := range map[string]int64{
		"0.15000000": 15_000_000, "0.000166667": 16_666, "5.6789e-4": 56_789, "0": 0, "21000000": 2_100_000_000_000_000, "-0.00000001": -1, "1E-8": 1,
	} {
		if got, err := pools.ParseBTC(s); err != nil || got != want {
			t.Errorf("%s: %d sats, %v, want %d", s, got, err, want)
		}
	}
	for _, s := range []string{"", "x", "1e400", "1e1000000000", "0x10", "1/3", "NaN", "Inf", "21000001", "e5", strings.Repeat("1", 60)} {
		if got, err := pools.ParseBTC(s); err == nil {
			t.Errorf("%s was taken for %d sats", s, got)
		}
	}
}

func FuzzParseBTC(f *testing.F) {
	f.Add("0.00012345")
	f.Add("1.5e-7")
	f.Fuzz(func(t *testing.T, s string) {
		sats, err := pools.ParseBTC(s)
		if err != nil {
			return
		}
		exact, ok := new(big.Rat).SetString(strings.TrimSpace(s))
		if !ok {
			t.Fatalf("%q was taken", s)
		}
		rest := exact.Mul(exact, big.NewRat(100_000_000, 1))
		rest.Sub(rest, new(big.Rat).SetInt64(sats))
		if rest.Abs(rest).Cmp(big.NewRat(1, 1)) >= 0 {
			t.Fatalf("%q became %d sats", s, sats)
		}
	})
}

func TestUnitsOfHashrate(t *testing.T) {
	for u, want := range map[string]float64{"Gh/s": 1e9, "TH/s": 1e12, "h/s": 1, " Ph/s ": 1e15, "kH/s": 1e3} {
		if got, err := pools.Factor(u); err != nil || got != want {
			t.Errorf("%q: %g, %v", u, got, err)
		}
	}
	for _, u := range []string{"", "G", "bananas", "xh/s"} {
		if _, err := pools.Factor(u); err == nil {
			t.Errorf("%q was taken", u)
		}
	}
}

func TestAWrongUnitIsNotBelieved(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		own := rapid.Float64Range(1e12, 1e19).Draw(t, "own")
		near := own * rapid.Float64Range(0.4, 2.5).Draw(t, "noise")
		if _, ok := pools.Plausible(near, own); !ok {
			t.Fatalf("%g beside %g was refused", near, own)
		}
		for _, factor := range []float64{1e-9, 1e-6, 1e-3, 1e3, 1e6, 1e9} {
			if _, ok := pools.Plausible(near*factor, own); ok {
				t.Fatalf("%g beside %g was believed", near*factor, own)
			}
		}
	})
}

// The network of 12 January 2026: Luxor's published hashprice of that day was
// 0.00043143 BTC per PH and day (shared facts, mining economics), with fees of
// 0.55 % of the reward.
func januaryNetwork() pools.Network {
	return pools.Network{Difficulty: 146.47e12, Subsidy: 312_500_000, Fees: 1_728_260}
}

func TestTheWorthOfWorkIsThePublishedHashprice(t *testing.T) {
	got := 1e15 * 86400 / (1 << 32) * januaryNetwork().SatsPerWork()
	if want := 43_143.0; math.Abs(got/want-1) > 0.001 {
		t.Errorf("%.1f sats per PH and day, Luxor published %.1f", got, want)
	}
}

// account is a reading with whole days at a rate, in which everything adds up.
func account(pool string, scheme pools.Scheme, rate float64, days int) pools.Reading {
	r := pools.Reading{At: time.Date(2026, 2, 1, 0, 0, 0, 0, time.UTC), Pool: pool, Scheme: scheme, PoolHashrate: 7e18, Hashrate: pools.Hashrates{H1: 1e17}}
	worth := 1e17 * 86400 / (1 << 32) * januaryNetwork().SatsPerWork()
	for i := range days {
		day := pools.Day{Day: time.Date(2026, 1, 1+i, 0, 0, 0, 0, time.UTC), Sats: int64(rate * worth), FeeSats: -1, Hashrate: 1e17}
		r.Days = append(r.Days, day)
		r.Balance += day.Sats
	}
	return r
}

func TestWhatAPoolComesToIsMeasured(t *testing.T) {
	r := account("braiins", pools.FPPS, 0.98, 7)
	p := pools.Assess(&r, pools.Shares{Accepted: 990, Stale: 8, Other: 2}, 1.1e17, januaryNetwork())
	if math.Abs(p.Fee-0.02) > 1e-6 || p.StaleRate != 0.008 || p.RejectRate != 0.002 || p.Gap != 0 || !p.GapKnown || p.Quarantined {
		t.Errorf("%+v", p)
	}
	r.Balance -= 1234
	if p = pools.Assess(&r, pools.Shares{}, 0, januaryNetwork()); p.Gap != 1234 {
		t.Errorf("%d sats are missing, want 1234", p.Gap)
	}
	r.Payouts = []pools.Payout{{At: r.At.Add(time.Minute), Sats: 99, State: "confirmed"}} // while the rest was read
	if p = pools.Assess(&r, pools.Shares{}, 0, januaryNetwork()); p.Gap != 1234 {
		t.Errorf("%d sats are missing, want 1234", p.Gap)
	}
	r.Hashrate.H1 *= 1e9
	if p = pools.Assess(&r, pools.Shares{}, 1e17, januaryNetwork()); !p.Quarantined {
		t.Error("hashes per second taken for gigahashes are believed")
	}
}

func TestAPoolIsRecommendedForWhatItLeavesAndNotForItsLuck(t *testing.T) {
	assess := func(r pools.Reading, s pools.Shares) pools.Performance {
		return pools.Assess(&r, s, 1e17, januaryNetwork())
	}
	cheap := assess(account("cheap", pools.FPPS, 0.99, 7), pools.Shares{Accepted: 900, Stale: 50, Other: 50})
	good := assess(account("good", pools.FPPS, 0.98, 7), pools.Shares{Accepted: 1000})
	lucky := assess(account("lucky", pools.TIDES, 1.2, 7), pools.Shares{Accepted: 1000})
	liar := assess(account("liar", pools.FPPS, 22, 7), pools.Shares{Accepted: 1000})
	young := assess(account("young", pools.FPPS, 1, 1), pools.Shares{Accepted: 1000})
	got := pools.Recommend([]pools.Performance{cheap, good, lucky, liar, young})
	if got.Pool != "good" || !strings.Contains(got.Reason, "lucky") {
		t.Errorf("recommended %+v", got)
	}
	if got := pools.Recommend([]pools.Performance{young}); got.Pool != "" || got.Reason == "" {
		t.Errorf("recommended %+v without enough days", got)
	}
}
