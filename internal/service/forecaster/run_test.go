package forecaster_test

import (
	"context"
	"log/slog"
	"math"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/core/forecast"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/service/forecaster"
)

// world publishes a price every quarter of an hour once it has ended, and the
// day-ahead prices at 18:30 UTC of the day before unless it has none.
type world struct {
	mu      sync.Mutex
	noAhead bool
	kept    []forecast.Made
}

func (w *world) Range(_ context.Context, series market.Series, from, to, asOf time.Time) ([]market.Observation, error) {
	step := 15 * time.Minute
	if series.Kind == market.DASPP {
		step = time.Hour
		if w.noAhead {
			return nil, nil
		}
	}
	var out []market.Observation
	for at := from.Truncate(step); at.Before(to); at = at.Add(step) {
		known := at.Add(step)
		if series.Kind == market.DASPP {
			known = at.Truncate(24 * time.Hour).Add(-5*time.Hour - 30*time.Minute)
		}
		if at.Before(from) || known.After(asOf) {
			continue
		}
		v := 30 + 10*math.Sin(float64(at.Unix())/3600/4)
		if series.Kind == market.RTSPP {
			v += 5
		}
		out = append(out, market.Observation{Series: series, Interval: unit.Interval{Start: at, Length: step}, Known: known, Value: v, Source: "test", Simulated: true})
	}
	return out, nil
}

func (w *world) PutForecast(_ context.Context, m forecast.Made) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.kept = append(w.kept, m)
	return nil
}

// after runs a forecaster for a while and gives what it kept.
func after(t *testing.T, w *world, d time.Duration) *forecaster.Forecaster {
	t.Helper()
	f, err := forecaster.New(forecaster.Config{
		Points: []string{"LZ_WEST"}, Version: "test", History: w, Shelf: w, Clock: clock.Wall{}, Log: slog.New(slog.DiscardHandler),
	})
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), d)
	defer cancel()
	if err := f.Run(ctx); err != nil {
		t.Fatal(err)
	}
	return f
}

func TestAForecastIsMadeAndKeptWheneverAPriceSettles(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := &world{}
		f := after(t, w, 2*time.Hour+time.Second)
		if n := len(w.kept); n != 9 { // at once, and eight quarters
			t.Errorf("%d forecasts in two hours", n)
		}
		p := f.Forecasts()[0]
		if p.Model != "intraday" || len(p.Ahead.Value) != 192 || !p.Simulated || p.Made == nil || p.DataSHA256 == "" {
			t.Errorf("%s, %d intervals, %s", p.Model, len(p.Ahead.Value), p.Text)
		}
		if p.Ahead.Low[0] == nil || *p.Ahead.Low[0] > *p.Ahead.High[0] || len(p.Scores) == 0 {
			t.Error("two weeks of history give no bands or no scores")
		}
		if p.Ahead.StartS[0] != p.Past.StartS[len(p.Past.StartS)-1]+900 {
			t.Error("the forecast does not begin where prices end")
		}
		// The price is 5 over the day-ahead price, always: that is soon known.
		if s := p.Scores[0]; s.MAE > 0.5*s.DayAheadMAE {
			t.Errorf("%+v", s)
		}
	})
}

func TestWithoutDayAheadPricesTheNewestPriceIsTakenAndThatIsSaid(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := &world{noAhead: true}
		p := after(t, w, time.Minute).Forecasts()[0]
		if p.Model != "persistence" || p.Status != "reduced" || p.Reason == "" || len(p.Ahead.Value) != 4 {
			t.Errorf("%+v", p)
		}
	})
}
