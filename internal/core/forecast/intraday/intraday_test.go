package intraday_test

import (
	"math"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/forecast/intraday"
)

// world is a price that strays from what was expected a day ahead and returns to
// it by a tenth each interval.
func world(n int) (price, base []float64) {
	rng := rand.New(rand.NewPCG(1, 1))
	off := 0.0
	for i := range n + intraday.Leads {
		b := 30 + 10*math.Sin(2*math.Pi*float64(i)/96)
		off = 0.9*off + 3*rng.NormFloat64()
		price, base = append(price, b+off), append(base, b)
	}
	return price, base
}

func run(n int, change func(i int, price float64) float64) (*intraday.Tracker, []float64) {
	price, base := world(n)
	t := intraday.New(intraday.PriceUnit)
	var points []float64
	start := time.Date(2024, 6, 1, 5, 0, 0, 0, time.UTC)
	for i := range n {
		points = t.Step(start.Add(time.Duration(i)*intraday.Step), change(i, price[i]), func(lead int) (float64, bool) { return base[i+lead], true })
	}
	return t, points
}

func same(_ int, price float64) float64 { return price }

func TestForecastsBeatBothPersistenceAndTheDayAheadPrice(t *testing.T) {
	tracker, _ := run(3000, same)
	for _, s := range tracker.Scores() {
		if s.Lead <= 8 && s.MAE >= math.Min(s.PersistenceMAE, s.DayAhead) {
			t.Errorf("lead %d: %.2f, persistence %.2f, day-ahead %.2f", s.Lead, s.MAE, s.PersistenceMAE, s.DayAhead)
		}
		if s.Lead >= 48 && s.MAE > 1.02*s.DayAhead {
			t.Errorf("lead %d: %.2f, day-ahead %.2f", s.Lead, s.MAE, s.DayAhead)
		}
		if s.Coverage80 < 0.75 || s.Coverage80 > 0.85 {
			t.Errorf("lead %d: the 80 %% band covers %.3f", s.Lead, s.Coverage80)
		}
	}
}

func TestASpikeFadesIntoWhatWasExpected(t *testing.T) {
	_, points := run(1000, func(i int, price float64) float64 {
		if i == 999 {
			return 9000
		}
		return price
	})
	if points[0] < 500 || points[95] > 200 {
		t.Errorf("after a spike: %.0f in 15 minutes, %.0f in a day", points[0], points[95])
	}
	for k, v := range points {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			t.Fatalf("lead %d: %v", k+1, v)
		}
	}
}

func TestWithoutADayAheadPriceThereIsNoForecast(t *testing.T) {
	tracker := intraday.New(intraday.PriceUnit)
	points := tracker.Step(time.Unix(0, 0), 20, func(lead int) (float64, bool) { return 25, lead < 4 })
	if math.IsNaN(points[2]) || !math.IsNaN(points[3]) {
		t.Errorf("%v", points[:5])
	}
	if q := tracker.Quantiles(points); q[0] != nil {
		t.Error("quantiles from nothing")
	}
}
