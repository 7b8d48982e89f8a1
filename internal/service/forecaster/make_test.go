package forecaster_test

import (
	"context"
	"errors"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/forecast"
	"github.com/pouw-dem/pouwdem/internal/service/forecaster"
)

func daily(days int) *forecast.Panel {
	rng := rand.New(rand.NewPCG(4, 4))
	p := &forecast.Panel{First: time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC), Names: []string{"load"}, Known: make([][]forecast.Day, 1)}
	for range days {
		var price, load forecast.Day
		for h := range load {
			load[h] = 50 + 10*math.Sin(float64(h)/4) + rng.NormFloat64()
			price[h] = load[h]/2 + rng.NormFloat64()
		}
		p.Target, p.Known[0] = append(p.Target, price), append(p.Known[0], load)
	}
	return p
}

func TestADayIsForecastByTheBestModelThatItsHistoryAllows(t *testing.T) {
	p := daily(120)
	for _, c := range []struct {
		day   int
		model string
		bands bool
	}{{119, "combination", true}, {90, "combination", false}, {40, "lear", false}, {10, "seasonal-naive", false}, {2, "persistence", false}} {
		f, err := forecaster.Make(t.Context(), p, c.day, 20)
		if err != nil {
			t.Fatal(err)
		}
		if f.Model != c.model || (f.Quantiles != nil) != c.bands || (f.Reason == "") != c.bands {
			t.Errorf("day %d: %s (%s), bands %v", c.day, f.Model, f.Reason, f.Quantiles != nil)
		}
	}
	if _, err := forecaster.Make(t.Context(), p, 0, 20); err == nil {
		t.Error("the first day is forecast from nothing")
	}
}

func TestAForecastThatIsLateIsReplacedByTheNextSimplerAndSaysSo(t *testing.T) {
	ctx, cancel := context.WithCancelCause(t.Context())
	cancel(errors.New("not done within a minute"))
	f, err := forecaster.Make(ctx, daily(120), 119, 20)
	if err != nil {
		t.Fatal(err)
	}
	if f.Model != "lear" || !strings.Contains(f.Reason, "late") || !strings.Contains(f.Reason, "not done within a minute") || f.Quantiles != nil {
		t.Errorf("%s (%s)", f.Model, f.Reason)
	}
}

func TestTheDaysThatItLearnsFromAreScoredAsIfTheyHadBeenForecast(t *testing.T) {
	f, err := forecaster.Make(t.Context(), daily(125), 124, 30)
	if err != nil {
		t.Fatal(err)
	}
	w := f.Walked
	if w.Days != 30 || w.MAE >= w.NaiveMAE || w.Banded != 16*24 || w.Coverage80 < 0.6 || w.Coverage80 > 0.95 {
		t.Errorf("%+v", w)
	}
}
