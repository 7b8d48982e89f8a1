package market_test

import (
	"math"
	"strings"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

var noon = time.Date(2026, 7, 14, 17, 0, 0, 0, time.UTC)

// observed is a sound observation of a kind.
func observed(kind market.Kind, value float64) market.Observation {
	return market.Observation{
		Series: market.Series{Kind: kind, Key: "LZ_WEST"}, Interval: unit.IntervalAt(noon, unit.Settlement), Value: value,
		Source: "test", Published: noon, Fetched: noon, Known: noon,
	}
}

// kinds are all kinds, each with a value that is sane in its unit.
func kinds() map[market.Kind]float64 {
	return map[market.Kind]float64{
		market.RTSPP: -31.5, market.RTLMP: 5001, market.DASPP: 24, market.SystemLambda: 30,
		market.DAMCPC: 3, market.RTMCPC: 0, market.RTMCPC15: 2, market.RTDMCPC: 1,
		market.Load: 74_000, market.LoadForecast: 80_000, market.Wind: 12_000, market.WindForecast: 11_000,
		market.Solar: -20, market.SolarForecast: 0, market.FuelMix: -700, market.RenewableShare: 0.31,
		market.Capacity: 90_000, market.PRC: 6100, market.EEA: 2, market.BTCUSD: 91_300, market.Difficulty: 146.47e12,
		market.DiffChange: -4.2, market.Hashrate: 1.05e9, market.BlockHeight: 931_000, market.BlockFees: 0.02,
		market.FeeRate: 3, market.HashpriceUSD: 39.53, market.GPUHour: 2.71, market.TokenUSD: 0.32,
		market.MARAEnergy: 0.64, market.MARAHash: 8.4, market.MARAToken: 2.9,
	}
}

func TestSoundObservationsPass(t *testing.T) {
	for kind, value := range kinds() {
		if err := observed(kind, value).Check(); err != nil {
			t.Error(err)
		}
		if kind.Unit() == "" {
			t.Errorf("%s has no unit", kind)
		}
	}
}

func TestAnObservationIsRefusedWithWhatIsWrong(t *testing.T) {
	with := func(change func(*market.Observation)) market.Observation {
		o := observed(market.RTSPP, 30)
		change(&o)
		return o
	}
	for _, c := range []struct {
		o    market.Observation
		says string
	}{
		{observed(market.RTSPP, math.NaN()), "not a finite number"},
		{observed(market.Load, math.Inf(1)), "not a finite number"},
		{observed(market.RTSPP, math.Inf(-1)), "not a finite number"},
		{observed("price", 30), "unknown kind"},
		{observed("", 30), "unknown kind"},
		{observed(market.RTSPP, 45_000), "wrong unit"},      // $/MWh in cents
		{observed(market.RenewableShare, 31), "wrong unit"}, // percent
		{observed(market.Load, 74_000_000), "wrong unit"},   // kW
		{observed(market.Hashrate, 1.05e21), "wrong unit"},  // H/s
		{observed(market.BlockFees, 2_000_000), "wrong unit"},
		{observed(market.HashpriceUSD, -1), "wrong unit"},
		{observed(market.BTCUSD, 0), "wrong unit"},
		{observed(market.BTCUSD, 29_000_000), "wrong unit"}, // thousandths of a dollar
		{observed(market.Difficulty, 5.7e16), "wrong unit"}, // a thousand times that of 2024
		{observed(market.Hashrate, 3.9e11), "wrong unit"},   // GH/s
		{observed(market.BlockFees, 22), "wrong unit"},      // mBTC
		{observed(market.EEA, 4), "wrong unit"},
		{with(func(o *market.Observation) { o.Source = "" }), "required"},
		{with(func(o *market.Observation) { o.Known = time.Time{} }), "required"},
		{with(func(o *market.Observation) { o.Interval = unit.Interval{} }), "required"},
	} {
		if err := c.o.Check(); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s = %g: %v, want an error with %q", c.o.Series, c.o.Value, err, c.says)
		}
	}
}

func FuzzParseSeries(f *testing.F) {
	for _, s := range []string{"rt_spp/LZ_WEST", "eea", "/x", "gpu_hour/H100/SXM", "kind/", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		series, err := market.ParseSeries(s)
		if err != nil {
			return
		}
		if series.Kind == "" {
			t.Errorf("%q is read as a series without a kind", s)
		}
		if again, err := market.ParseSeries(series.String()); err != nil || again != series {
			t.Errorf("%q is read as %+v, which is read as %+v, %v", s, series, again, err)
		}
	})
}
