package forecaster_test

import (
	"context"
	"log/slog"
	"testing"
	"testing/synctest"
	"time"

	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/service/forecaster"
)

// days runs a forecaster of day-ahead prices for a while.
func days(t *testing.T, w *world, d time.Duration) *forecaster.Daily {
	t.Helper()
	f := forecaster.NewDaily(forecaster.DailyConfig{
		Points: []string{"LZ_WEST"}, Version: "test", History: w, Shelf: w, Clock: clock.Wall{}, Log: slog.New(slog.DiscardHandler),
	})
	ctx, cancel := context.WithTimeout(t.Context(), d)
	defer cancel()
	if err := f.Run(ctx); err != nil {
		t.Fatal(err)
	}
	return f
}

// A bubble's time begins at 18:00 Central, when the next day's prices are out.
func TestTheFirstDayWithoutDayAheadPricesIsForecastWhenItIsKnownAndOnItsEve(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := &world{}
		f := days(t, w, 44*time.Hour)
		var at []time.Time
		var of []time.Time
		for _, m := range w.kept {
			if m.Series != "da_spp/LZ_WEST" || m.DataHash == "" || m.Step != time.Hour {
				t.Errorf("%+v", m)
			}
			at, of = append(at, m.At), append(of, m.First)
		}
		start := time.Now().Add(-44 * time.Hour)
		for i, m := range w.kept {
			if m.First.Sub(m.At) < 15*time.Hour {
				t.Errorf("the forecast of %v was made at %v, after the market closed", m.First, m.At)
			}
			if i > 0 && m.First.Before(w.kept[i-1].First) {
				t.Errorf("%v after %v", m.First, w.kept[i-1].First)
			}
		}
		if len(w.kept) != 5 { // at once, and each day at nine and when the market is out
			t.Errorf("made %v of %v, beginning at %v", at, of, start)
		}
		v := f.Forecast("LZ_WEST")
		if v == nil || v.Model != "combination" || v.Status != "ok" || len(v.Ahead.Value) != 24 || v.Ahead.Low[3] == nil || !v.Simulated {
			t.Fatalf("%+v", v)
		}
		if v.Scored.Days != 2 || v.Walked.Days != 28 || v.Scored.MAE > 5 {
			t.Errorf("scored %+v, walked %+v", v.Scored, v.Walked)
		}
		hour := time.Unix(v.Ahead.StartS[5], 0)
		price, ok := f.At("LZ_WEST", hour, time.Now())
		if !ok || price != v.Ahead.Value[5] {
			t.Errorf("%v, %v", price, ok)
		}
		if _, ok := f.At("LZ_WEST", hour, v.Made.Add(-time.Second)); ok {
			t.Error("it is known before it was made")
		}
	})
}

func TestWithoutDayAheadPricesNothingIsForecastAndThatIsSaid(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		if v := days(t, &world{noAhead: true}, time.Minute).Forecast("LZ_WEST"); v == nil || v.Status != "waiting" || v.Text == "" {
			t.Errorf("%+v", v)
		}
	})
}
