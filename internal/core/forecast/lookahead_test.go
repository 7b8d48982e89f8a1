package forecast_test

import (
	"math"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/forecast"
	"github.com/pouw-dem/pouwdem/internal/core/forecast/boosted"
	"github.com/pouw-dem/pouwdem/internal/core/forecast/lear"
	"github.com/pouw-dem/pouwdem/internal/core/forecast/trees"
)

// panel is seeded prices that follow a load known a day ahead, with spikes of
// 9,000 and -250 $/MWh.
func panel(days int) *forecast.Panel {
	rng := rand.New(rand.NewPCG(1, 2))
	p := &forecast.Panel{First: time.Date(2023, 1, 1, 0, 0, 0, 0, time.UTC), Names: []string{"load"}, Known: make([][]forecast.Day, 1)}
	for d := range days {
		var price, load forecast.Day
		for h := range load {
			load[h] = 40e3 + 9e3*math.Sin(2*math.Pi*float64(h-9)/24) + 3e3*math.Sin(float64(d)/3) + 500*rng.NormFloat64()
			price[h] = 25 + (load[h]-40e3)/500 + 2*rng.NormFloat64()
			switch rng.IntN(2000) {
			case 0:
				price[h] = 9000
			case 1:
				price[h] = -250
			}
		}
		p.Target = append(p.Target, price)
		p.Known[0] = append(p.Known[0], load)
	}
	return p
}

// forecasters are all that are to keep these promises.
func forecasters() map[string]func(*forecast.Panel, int) (forecast.Day, error) {
	return map[string]func(*forecast.Panel, int) (forecast.Day, error){
		"seasonal naive": forecast.SeasonalNaive,
		"similar day":    forecast.SimilarDay,
		"persistence":    forecast.Persistence,
		"lear": func(p *forecast.Panel, day int) (forecast.Day, error) {
			return lear.New(lear.Options{Windows: []int{56, 150}}).Forecast(p, day)
		},
		"trees": func(p *forecast.Panel, day int) (forecast.Day, error) {
			return boosted.New(boosted.Options{Trees: trees.Options{Rounds: 40}}).Forecast(p, day)
		},
	}
}

// What comes after the decision is set to absurd values; not one bit of the
// forecast may change.
func TestNothingAfterTheDecisionIsSeen(t *testing.T) {
	const day = 180
	for name, make := range forecasters() {
		clean, poisoned := panel(200), panel(200)
		for d := day; d < len(poisoned.Target); d++ {
			for h := range poisoned.Target[d] {
				poisoned.Target[d][h] = 1e12
				if d > day {
					poisoned.Known[0][d][h] = -1e12
				}
			}
		}
		a, errA := make(clean, day)
		b, errB := make(poisoned, day)
		if errA != nil || errB != nil {
			t.Fatalf("%s: %v, %v", name, errA, errB)
		}
		if a != b {
			t.Errorf("%s: the forecast changes with what comes later", name)
		}
	}
}

func TestSpikesLeaveForecastsFinite(t *testing.T) {
	p := panel(200)
	for name, make := range forecasters() {
		for day := 150; day < 160; day++ {
			f, err := make(p, day)
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			for h, v := range f {
				if math.IsNaN(v) || v < -10e3 || v > 20e3 {
					t.Errorf("%s: day %d hour %d: %v", name, day, h, v)
				}
			}
		}
	}
}

func TestTooLittleHistoryIsAnError(t *testing.T) {
	p := panel(200)
	for name, make := range forecasters() {
		if _, err := make(p, 0); err == nil {
			t.Errorf("%s forecasts the first day", name)
		}
		if _, err := make(p, 201); err == nil {
			t.Errorf("%s forecasts beyond the panel", name)
		}
	}
}

func TestModelsFollowTheLoadThatIsKnown(t *testing.T) {
	p := panel(260)
	for _, name := range []string{"lear", "trees"} {
		var truth, made, naive []forecast.Day
		for day := 230; day < 260; day += 3 {
			f, err := forecasters()[name](p, day)
			if err != nil {
				t.Fatal(err)
			}
			n, _ := forecast.SeasonalNaive(p, day)
			truth, made, naive = append(truth, p.Target[day]), append(made, f), append(naive, n)
		}
		ours, _ := forecast.Score(truth, made, nil)
		weekly, _ := forecast.Score(truth, naive, nil)
		if ours.MAE > 0.8*weekly.MAE {
			t.Errorf("%s: MAE %.2f, the weekly rule's is %.2f", name, ours.MAE, weekly.MAE)
		}
	}
}
