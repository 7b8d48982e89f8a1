package forecaster_test

import (
	"context"
	"errors"
	"log/slog"
	"math"
	"strings"
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
// day-ahead prices at 13:30 Central of the day before unless it has none.
type world struct {
	mu      sync.Mutex
	noAhead bool
	broken  func(market.Kind) error // nil: nothing is
	until   time.Time               // no price of an interval that ends later; zero: all
	kept    []forecast.Made
}

func (w *world) Range(_ context.Context, series market.Series, from, to, asOf time.Time) ([]market.Observation, error) {
	if w.broken != nil {
		if err := w.broken(series.Kind); err != nil {
			return nil, err
		}
	}
	step := 15 * time.Minute
	if oldest := asOf.Add(-8 * 24 * time.Hour); series.Kind == market.RTSPP && from.Before(oldest) {
		from = oldest // enough for paths
	}
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
			known = unit.DayOf(at).Add(-1).Start().Add(13*time.Hour + 30*time.Minute)
		}
		if series.Kind == market.RTSPP && !w.until.IsZero() && at.Add(step).After(w.until) {
			break
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

// outlook is what decisions see after a while.
func outlook(t *testing.T, f *forecaster.Forecaster) *market.Outlook {
	t.Helper()
	o := f.Outlook("LZ_WEST", time.Now())
	if o == nil {
		t.Fatal("no outlook")
	}
	return o
}

func TestDecisionsSeeBandsAndPathsOfTheNewestForecast(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := &world{}
		f := after(t, w, 2*time.Hour+time.Second)
		o := outlook(t, f)
		if o.Model != "intraday" || o.Reason != "" || o.Stale || !o.Simulated || o.Data == "" || o.Source != "forecaster" {
			t.Errorf("%+v", o)
		}
		if len(o.Paths) != 20 || len(o.Levels) != 11 || len(o.Quantiles) != len(o.Point) || o.Known.After(time.Now()) {
			t.Errorf("%d paths, %d levels, %d slots, known %v", len(o.Paths), len(o.Levels), len(o.Point), o.Known)
		}
		if slots := o.Slots(); !slots[0].Contains(time.Now()) {
			t.Errorf("the first slot is %v", slots[0])
		}
		if f.Outlook("LZ_WEST", o.Known.Add(-time.Second)) != nil {
			t.Error("a forecast is seen before it was made")
		}
		if f.Outlook("LZ_SOUTH", time.Now()) != nil {
			t.Error("a point that nobody forecasts has a forecast")
		}
	})
}

func TestALateForecastIsReplacedByTheDayAheadPriceAndThatIsSaid(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := &world{until: time.Now().Add(time.Hour)}
		f := after(t, w, 4*time.Hour+time.Second)
		o, p := outlook(t, f), f.Forecasts()[0]
		if o.Model != "day-ahead-price" || !strings.Contains(o.Reason, "late") || !o.Stale || len(o.Paths) == 0 || len(o.Quantiles) == 0 {
			t.Errorf("%s: %s, stale %v, %d paths", o.Model, o.Reason, o.Stale, len(o.Paths))
		}
		if p.Model != o.Model || p.Status != "reduced" || p.Reason != o.Reason {
			t.Errorf("the page says %s, %s: %s", p.Model, p.Status, p.Reason)
		}
		if slots := o.Slots(); !slots[0].Contains(time.Now()) {
			t.Errorf("begins %v", slots[0])
		}
		if n := len(w.kept); n < 12 || n > 20 { // four by the model, then one each quarter of an hour
			t.Errorf("%d forecasts kept in four hours", n)
		}
	})
}

func TestAFailedForecastIsReplacedUntilItCanBeMadeAgain(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		began := time.Now()
		w := &world{}
		w.broken = func(market.Kind) error {
			if since := time.Since(began); since > time.Hour && since < 2*time.Hour {
				return errors.New("the store is gone")
			}
			return nil
		}
		f := after(t, w, 3*time.Hour+time.Second)
		var instead int
		for _, m := range w.kept {
			if m.Model == "day-ahead-price" && strings.Contains(m.Reason, "the store is gone") {
				instead++
			}
		}
		if instead != 4 {
			t.Errorf("%d forecasts in place of four", instead)
		}
		if o := outlook(t, f); o.Model != "intraday" || o.Reason != "" || o.Stale {
			t.Errorf("once the store is back: %s: %s", o.Model, o.Reason)
		}
	})
}

func TestWithNothingToGoByTheForecastFailsAndSaysSo(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f := after(t, &world{broken: func(market.Kind) error { return errors.New("the store is gone") }}, 5*time.Minute)
		if p := f.Forecasts()[0]; p.Status != "failed" || !strings.Contains(p.Text, "the store is gone") {
			t.Errorf("%s: %s", p.Status, p.Text)
		}
		if o := f.Outlook("LZ_WEST", time.Now()); o != nil {
			t.Errorf("%+v", o)
		}
	})
}
