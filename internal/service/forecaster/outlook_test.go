package forecaster_test

import (
	"context"
	"errors"
	"log/slog"
	"math"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/core/forecast/network"
	"github.com/pouw-dem/pouwdem/internal/core/forecast/peak"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/report"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/service/forecaster"
)

// grid is a system whose load has a daily shape, measured every quarter of an
// hour, with an operator who forecasts it 2 % too low.
type grid struct {
	world
	silent time.Time // nothing is measured from then on; zero: all is
	mute   bool      // the operator forecasts nothing
}

func shape(t time.Time) float64 {
	return 50_000 + 15_000*math.Sin(2*math.Pi*float64(t.Unix()%86_400)/86_400-math.Pi/2)
}

func (g *grid) Range(_ context.Context, series market.Series, from, to, asOf time.Time) (out []market.Observation, err error) {
	step, factor := 15*time.Minute, 1.0
	switch series.Kind {
	case market.Load:
	case market.LoadForecast:
		step, factor = time.Hour, 0.98
	case market.Wind, market.Solar, market.WindForecast, market.SolarForecast:
		factor = 0.1
		if series.Kind == market.WindForecast || series.Kind == market.SolarForecast {
			step = time.Hour
		}
	case market.RenewableShare, market.HashpriceUSD:
		at := asOf.Truncate(time.Hour)
		value := map[market.Kind]float64{market.RenewableShare: 0.2, market.HashpriceUSD: 40}[series.Kind]
		return []market.Observation{{Series: series, Interval: unit.Interval{Start: at}, Value: value, Known: at}}, nil
	default:
		return nil, nil
	}
	if oldest := asOf.Add(-5 * 24 * time.Hour); series.Kind != market.Load && from.Before(oldest) {
		from = oldest
	}
	ahead := step == time.Hour
	if ahead && g.mute {
		return nil, nil
	}
	for at := from.Truncate(step); at.Before(to); at = at.Add(step) {
		if at.Before(from) || !ahead && (at.Add(step).After(asOf) || !g.silent.IsZero() && !at.Before(g.silent)) {
			continue
		}
		length := time.Duration(0)
		if ahead {
			length = time.Hour
		}
		out = append(out, market.Observation{Series: series, Interval: unit.Interval{Start: at, Length: length}, Value: factor * shape(at), Known: at, Simulated: true})
	}
	return out, nil
}

func quiet() *slog.Logger { return slog.New(slog.DiscardHandler) }

func TestTheSystemIsForecastFromTheOperatorsForecastAndWhereItIs(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := &grid{}
		s := forecaster.NewSystem(forecaster.SystemConfig{Version: "v", History: g, Shelf: g, Clock: clock.Wall{}, Log: quiet()})
		ctx, cancel := context.WithCancel(t.Context())
		done := make(chan error)
		go func() { done <- s.Run(ctx) }()
		time.Sleep(3 * 24 * time.Hour)
		synctest.Wait()
		o := s.Outlook()
		cancel()
		if err := <-done; err != nil {
			t.Error(err)
		}
		if len(o.Series) != 5 || o.Text != "" || !o.Simulated {
			t.Fatalf("%d series, %q", len(o.Series), o.Text)
		}
		load := o.Series[0]
		at := time.Unix(load.Ahead.StartS[3], 0)
		if want := shape(at); math.Abs(load.Ahead.Value[3]-want) > 0.02*want {
			t.Errorf("load in an hour: %.0f, want %.0f", load.Ahead.Value[3], want)
		}
		for _, score := range load.Scores {
			if score.LeadMin == 60 && (score.MAE >= score.PublishedMAE || score.MAE >= score.PersistenceMAE) {
				t.Errorf("an hour ahead: %+v", score)
			}
		}
		net := o.Series[3]
		if net.Name != "net_load" || math.Abs(net.Ahead.Value[0]/load.Ahead.Value[0]-0.8) > 0.02 {
			t.Errorf("%s is %.0f of a load of %.0f", net.Name, net.Ahead.Value[0], load.Ahead.Value[0])
		}
		if len(g.kept) == 0 || g.kept[0].Version != "v" {
			t.Errorf("%d forecasts are kept", len(g.kept))
		}
	})
}

// system runs a forecaster of the system for a while.
func system(t *testing.T, g *grid, d time.Duration) report.SystemOutlook {
	t.Helper()
	s := forecaster.NewSystem(forecaster.SystemConfig{Version: "v", History: g, Shelf: g, Clock: clock.Wall{}, Log: quiet()})
	ctx, cancel := context.WithTimeout(t.Context(), d)
	defer cancel()
	if err := s.Run(ctx); err != nil {
		t.Fatal(err)
	}
	return s.Outlook()
}

func TestWithoutTheOperatorsForecastsTheLastDayStandsInAndThatIsSaid(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		load := system(t, &grid{mute: true}, time.Hour).Series[0]
		if load.Model != "yesterday" || load.Reason == "" || len(load.Ahead.Value) != 192 {
			t.Fatalf("%s: %s, %d quarters", load.Model, load.Reason, len(load.Ahead.Value))
		}
		at := time.Unix(load.Ahead.StartS[100], 0)
		if want := shape(at); math.Abs(load.Ahead.Value[100]-want) > 0.02*want {
			t.Errorf("in a day: %.0f, want %.0f as a day before", load.Ahead.Value[100], want)
		}
	})
}

func TestWithoutMeasurementsTheOperatorsForecastsStandAsTheyAreAndThatIsSaid(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		o := system(t, &grid{silent: time.Now()}, 3*time.Hour)
		load := o.Series[0]
		if load.Model != "published" || !strings.Contains(load.Reason, "nothing has been measured since") || load.Ahead.Low[20] == nil {
			t.Fatalf("%s: %s", load.Model, load.Reason)
		}
		at := time.Unix(load.Ahead.StartS[0], 0)
		if want := 0.98 * shape(at); math.Abs(load.Ahead.Value[0]-want) > 0.04*want || time.Since(at) > 15*time.Minute {
			t.Errorf("%.0f at %v, want %.0f from now on", load.Ahead.Value[0], at, want)
		}
	})
}

func TestPeaksNeedAMonthOfLoadAndThenGiveEachHourItsChance(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := &grid{}
		miner := site.Site{ID: "west", Point: "LZ_WEST", Classes: []site.Class{{
			ID: "s19", Kind: site.ASIC, Units: 100, Levels: []site.Level{{Name: "off"}, {Name: "on", Watts: 3250, THs: 110}},
		}, {
			ID: "h100", Kind: site.GPU, Units: 80, Model: "H100", Levels: []site.Level{{Name: "off"}, {Name: "on", Watts: 1_250}},
			Tiers: []site.Tier{{Name: "batch", USDPerGPUh: 0.4, Fill: 1, MaxMW: 0.05}, {Name: "sold", USDPerGPUh: 2.5, Fill: 1, MaxMW: 0.05, Sold: true, Penalty: 500}},
		}}}
		p := forecaster.NewPeaks(forecaster.PeaksConfig{
			Rules: []peak.Rules{peak.FourCP(66e3), peak.TwelveCP(66e3, time.Now().Add(-time.Hour))}, ResponseMW: 2000, Sites: []site.Site{miner}, History: g, Clock: clock.Wall{}, Log: quiet(),
		})
		ctx, cancel := context.WithCancel(t.Context())
		done := make(chan error)
		go func() { done <- p.Run(ctx) }()
		time.Sleep(time.Minute)
		synctest.Wait()
		o := p.Outlook()
		cancel()
		<-done
		if o.Status != "ok" || len(o.Chances) != 24 || !o.Rules[1].Counts || !o.Rules[1].InForce || o.Rules[0].InForce {
			t.Fatalf("%+v", o)
		}
		sum := 0.0
		for _, c := range o.Chances {
			sum += c
		}
		if math.Abs(sum-o.Chance) > 1e-9 || o.Chance < 0 || o.Chance > 1 {
			t.Errorf("hours add up to %v, the day has %v", sum, o.Chance)
		}
		if len(o.Intervals) != 48 || o.IntervalMin != 30 || o.ResponseMW < 1000 {
			t.Errorf("%d intervals of %d minutes, response %.0f MW", len(o.Intervals), o.IntervalMin, o.ResponseMW)
		}
		var uses []string
		for _, c := range o.Classes {
			uses = append(uses, c.Use)
		}
		if !slices.Equal(uses, []string{"mine", "batch", "sold"}) {
			t.Fatalf("%+v", o.Classes)
		}
		mine, batch, sold := o.Classes[0], o.Classes[1], o.Classes[2]
		if mine.BreakEven == nil || batch.BreakEven == nil || sold.BreakEven == nil || *mine.BreakEven >= *batch.BreakEven || *batch.BreakEven >= *sold.BreakEven {
			t.Errorf("each class has a break-even of its own: %+v", o.Classes)
		}
	})
}

// explorer is a quiet network, or one that does not answer.
type explorer struct{ broken bool }

func (e explorer) err() error {
	if e.broken {
		return errors.New("no answer")
	}
	return nil
}

func (e explorer) Standing(context.Context) (network.Standing, error) {
	return network.Standing{Height: 900_000, EpochStart: time.Now().UTC().AddDate(0, 0, -7), Left: 1008, Mempool: 0.01}, e.err()
}

func (e explorer) Daily(context.Context) (days []network.Day, epochs []network.Epoch, err error) {
	today := time.Now().UTC().Truncate(24 * time.Hour)
	for d := -90; d < 0; d++ {
		days = append(days, network.Day{Start: today.AddDate(0, 0, d), Blocks: 144})
	}
	return days, []network.Epoch{{Start: today.AddDate(0, 0, -91), Difficulty: 1e14}}, e.err()
}

func (e explorer) Pools(context.Context) ([]network.PoolCount, error) {
	return []network.PoolCount{{Name: "a", Blocks: 900, ReportedHs: 450 * 1e14 * math.Exp2(32) / 604_800}, {Name: "b", Blocks: 100}}, e.err()
}

func (e explorer) Blocks(context.Context) ([]network.Block, error) {
	return []network.Block{{Height: 900_000, Time: time.Now(), Txs: 10, FeesSats: 1e6, RewardSats: 313_500_000, Pool: "a"}}, nil
}

func (e explorer) Projected(context.Context) ([]network.Projected, error) {
	return []network.Projected{{Txs: 3000, FeesSats: 2e6}}, nil
}

func TestBitcoinsNetworkIsForecastAndWhatIsMissingIsSaid(t *testing.T) {
	for _, broken := range []bool{false, true} {
		synctest.Test(t, func(t *testing.T) {
			n := forecaster.NewNetwork(forecaster.NetworkConfig{Explorer: explorer{broken}, History: &grid{}, Clock: clock.Wall{}, Log: quiet()})
			ctx, cancel := context.WithCancel(t.Context())
			done := make(chan error)
			go func() { done <- n.Run(ctx) }()
			time.Sleep(time.Minute)
			synctest.Wait()
			o := n.Outlook()
			cancel()
			<-done
			if len(o.Blocks) != 1 || o.Next == nil || o.Next.FeesBTC != 0.02 {
				t.Errorf("what could be read: %+v", o)
			}
			if broken {
				if !strings.Contains(o.Text, "no answer") || o.Retarget != nil {
					t.Errorf("%+v", o)
				}
				return
			}
			if o.Text != "" || o.Retarget == nil || math.Abs(o.Change) > 0.03 || o.Pools[0].Share != 0.9 || o.Pools[0].Luck == nil || math.Abs(*o.Pools[0].Luck-2) > 1e-9 || o.ReportedEHs == nil || o.HashpriceAft == nil {
				t.Errorf("%+v", o)
			}
		})
	}
}
