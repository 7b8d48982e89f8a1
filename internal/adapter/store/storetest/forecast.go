package storetest

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/pouw-dem/pouwdem/internal/core/forecast"
)

func forecastTests() map[string]func(*testing.T, Engine) {
	return map[string]func(*testing.T, Engine){
		"kept forecasts are found by when they were made": forecastsAreFound,
	}
}

func forecastsAreFound(t *testing.T, e Engine) {
	s := Open(t, e)
	at := time.Date(2026, 7, 1, 12, 0, 0, 0, time.UTC)
	made := func(hour int, model string) forecast.Made {
		return forecast.Made{
			Series: "rt_spp/LZ_WEST", At: at.Add(time.Duration(hour) * time.Hour), Model: model, First: at, Step: 15 * time.Minute,
			Point: []float64{25.5, -250, 9000}, Levels: []float64{0.1, 0.9}, Quantiles: [][]float64{{1, 2}},
		}
	}
	for _, m := range []forecast.Made{made(0, "intraday"), made(1, "persistence"), made(1, "intraday"), made(2, "intraday")} {
		if err := s.PutForecast(t.Context(), m); err != nil {
			t.Fatal(err)
		}
	}
	got, err := s.Forecasts(t.Context(), "rt_spp/LZ_WEST", at, at.Add(2*time.Hour))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]forecast.Made{made(0, "intraday"), made(1, "intraday")}, got); diff != "" {
		t.Error(diff)
	}
	if err := s.PruneForecasts(t.Context(), at.Add(90*time.Minute)); err != nil {
		t.Fatal(err)
	}
	if got, err := s.Forecasts(t.Context(), "rt_spp/LZ_WEST", at, at.Add(9*time.Hour)); err != nil || len(got) != 1 {
		t.Errorf("%d forecasts are left, %v", len(got), err)
	}
}
