package boosted_test

import (
	"errors"
	"math"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/forecast"
	"github.com/pouw-dem/pouwdem/internal/core/forecast/boosted"
	"github.com/pouw-dem/pouwdem/internal/core/forecast/trees"
)

// hockey is a market whose price follows a load that is known a day ahead: flat
// below 50 GW, 10 $/MWh for each GW above it. No straight line does that.
func hockey(days int) *forecast.Panel {
	rng := rand.New(rand.NewPCG(7, 7))
	p := &forecast.Panel{First: time.Date(2023, 1, 2, 0, 0, 0, 0, time.UTC), Names: []string{"load"}, Known: make([][]forecast.Day, 1)}
	for range days {
		level := 45 + 8*rng.Float64()
		var price, load forecast.Day
		for h := range load {
			load[h] = level + 4*math.Sin(2*math.Pi*float64(h-9)/24)
			price[h] = 25 + 10*math.Max(0, load[h]-50) + rng.NormFloat64()
		}
		p.Target, p.Known[0] = append(p.Target, price), append(p.Known[0], load)
	}
	return p
}

func small() boosted.Options { return boosted.Options{Every: 14, Trees: trees.Options{Rounds: 120}} }

func TestABendInThePriceIsFollowed(t *testing.T) {
	p := hockey(200)
	m := boosted.New(small())
	var truth, made, naive []forecast.Day
	for day := 182; day < 200; day++ {
		f, err := m.Forecast(p, day)
		if err != nil {
			t.Fatal(err)
		}
		n, err := forecast.Persistence(p, day)
		if err != nil {
			t.Fatal(err)
		}
		truth, made, naive = append(truth, p.Target[day]), append(made, f), append(naive, n)
	}
	ours, _ := forecast.Score(truth, made, nil)
	theirs, _ := forecast.Score(truth, naive, nil)
	if ours.MAE > 4 || ours.MAE > 0.4*theirs.MAE {
		t.Errorf("MAE %.2f, noise alone 0.8; yesterday's %.2f", ours.MAE, theirs.MAE)
	}
}

func TestAForecastDoesNotDependOnThoseMadeBefore(t *testing.T) {
	p := hockey(120)
	used := boosted.New(small())
	for day := 100; day < 115; day++ {
		if _, err := used.Forecast(p, day); err != nil {
			t.Fatal(err)
		}
	}
	for _, day := range []int{115, 103} {
		a, errA := used.Forecast(p, day)
		b, errB := boosted.New(small()).Forecast(p, day)
		if errA != nil || errB != nil || a != b {
			t.Errorf("day %d: %v, %v; %v, %v", day, a[12], b[12], errA, errB)
		}
	}
}

func TestTooLittleToCalibrateOnIsAnError(t *testing.T) {
	if _, err := boosted.New(small()).Forecast(hockey(60), 40); !errors.Is(err, forecast.ErrInput) {
		t.Errorf("%v", err)
	}
}
