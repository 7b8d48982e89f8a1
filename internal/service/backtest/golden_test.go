package backtest_test

import (
	"context"
	"errors"
	"io"
	"math"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/history"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/service/backtest"
)

// The figures below were computed from the same public prices by two programs
// that share nothing with this one. 1 MW of S19j Pro (29.5 J/TH), energy at the
// real-time price, no fees.
const (
	goldenTolerance = 0.0002
	jth             = unit.JPerTH(29.5)
)

func TestAYearOfHourlyPricesAgreesWithIndependentComputations(t *testing.T) {
	for _, c := range []struct {
		point  string
		jth    unit.JPerTH
		start  float64
		want   map[string]float64
		starts int // of the oracle; -1: not compared
	}{
		{"LZ_WEST", 29.5, 0, map[string]float64{"always": 487_157, "lag1": 523_233, "dayahead": 517_149, "oracle": 537_431}, -1},
		{"LZ_WEST", 29.5, 20, map[string]float64{"oracle": 533_901}, 148},
		{"LZ_WEST", 17.5, 20, map[string]float64{"oracle": 1_066_991}, 70},
		{"LZ_HOUSTON", 21.5, 0, map[string]float64{"always": 859_862, "lag1": 877_776, "dayahead": 874_921, "oracle": 887_421}, -1},
		{"HB_SOUTH", 29.5, 20, map[string]float64{"oracle": 597_065}, 84},
	} {
		s, err := backtest.Quick(c.point, 1, c.jth, c.start, 0, 0)
		check(t, err)
		r, err := backtest.Run(context.Background(), backtest.Study{
			Site: &s, From: unit.Day{Year: 2024, Month: 1, Dom: 1}, To: unit.Day{Year: 2024, Month: 12, Dom: 31},
			Policies: named(t, "always", "lag1", "dayahead"), Data: hourly(t, c.point),
		})
		check(t, err)
		if r.Intervals != 8_782 {
			t.Errorf("%s: %d hours, want 8,782", c.point, r.Intervals)
		}
		for name, want := range c.want {
			near(t, c.point+" "+name, r.Policies[name].ProfitUSD, want)
		}
		if got := r.Policies["oracle"].Starts; c.starts >= 0 && got != c.starts {
			t.Errorf("%s: the oracle starts %d times, want %d", c.point, got, c.starts)
		}
	}
}

// What hourly means promise, finer prices do not keep: the same 299 days of one
// hub, at 15 minutes and as hourly means.
func TestHourlyMeansOverstateWhatForesightIsWorth(t *testing.T) {
	for _, c := range []struct {
		step  time.Duration
		start float64
		want  map[string]float64
		gap   float64 // oracle above lag1; 0: not compared
	}{
		{unit.Settlement, 0, map[string]float64{"always": 324_346, "lag1": 343_503, "dayahead": 334_358, "oracle": 345_560}, 2_057},
		{time.Hour, 0, map[string]float64{"always": 324_346, "lag1": 339_094, "dayahead": 334_358, "oracle": 344_194}, 5_100},
		{time.Hour, 20, map[string]float64{"oracle": 342_481}, 0},
	} {
		s, err := backtest.Quick("HB_SOUTH", 1, jth, c.start, 0, 0)
		check(t, err)
		const file = "ercot_rtm_spp_15min_HB_SOUTH_2024-06-01_2025-03-27.csv.gz"
		rt, err := history.RealTime(shared(t, file), file, "HB_SOUTH")
		check(t, err)
		da, err := history.DayAhead(shared(t, file), file, "HB_SOUTH")
		check(t, err)
		r, err := backtest.Run(context.Background(), backtest.Study{
			Site: &s, From: unit.Day{Year: 2024, Month: 6, Dom: 1}, To: unit.Day{Year: 2025, Month: 3, Dom: 27}, Step: c.step,
			Policies: named(t, "always", "lag1", "dayahead"),
			Data:     backtest.Data{Spot: rt.Quotes, DayAhead: da.Quotes, Hashprice: hashprice(t)},
		})
		check(t, err)
		for name, want := range c.want {
			near(t, c.step.String()+" "+name, r.Policies[name].ProfitUSD, want)
		}
		gap := r.Policies["oracle"].ProfitUSD - r.Policies["lag1"].ProfitUSD
		if c.gap != 0 && math.Abs(gap-c.gap) > 5 {
			t.Errorf("%s: oracle earns %.0f $ above lag1, want %.0f", c.step, gap, c.gap)
		}
	}
}

func hourly(t testing.TB, point string) backtest.Data {
	t.Helper()
	rt, err := history.RealTime(shared(t, "ercot_rtm_spp_hourly_2023-12_2025-06.csv.gz"), "rt", point)
	check(t, err)
	da, err := history.DayAhead(shared(t, "ercot_dam_spp_hourly_2021-01_2025-06.csv.gz"), "dam", point)
	check(t, err)
	return backtest.Data{Spot: rt.Quotes, DayAhead: da.Quotes, Hashprice: hashprice(t)}
}

func hashprice(t testing.TB) []market.Quote {
	t.Helper()
	hp, err := history.Hashprice(shared(t, "btc_hashprice_daily_2020-06_2025-06.csv"), "hashprice")
	check(t, err)
	return hp.Quotes
}

// shared opens a file of the data set that lies beside the project, if it does.
func shared(t testing.TB, name string) io.Reader {
	t.Helper()
	f, err := os.Open(filepath.Join("..", "..", "..", "..", "shared", "data", "market", name))
	if errors.Is(err, os.ErrNotExist) {
		t.Skipf("the shared data set is not here: %v", err)
	}
	check(t, err)
	t.Cleanup(func() { f.Close() })
	return f
}

func near(t *testing.T, what string, got, want float64) {
	t.Helper()
	if math.Abs(got-want) > goldenTolerance*want {
		t.Errorf("%s earns %.0f $, want %.0f (%+.3f %%)", what, got, want, 100*(got/want-1))
	}
}

func check(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
