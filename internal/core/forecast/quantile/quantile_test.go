package quantile_test

import (
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/pouw-dem/pouwdem/internal/core/forecast/quantile"
)

// draw is a round of 24 points and of truths whose errors hang together from
// hour to hour and grow with the price.
func draw(rng *rand.Rand) (point, truth []float64) {
	e := 0.0
	for h := range 24 {
		f := 30 + 20*math.Sin(float64(h)/4) + 5*rng.NormFloat64()
		e = 0.9*e + 0.44*rng.NormFloat64()
		v := f + 0.2*f*e
		if rng.IntN(500) == 0 {
			v = []float64{-250, 9000}[rng.IntN(2)]
		}
		point, truth = append(point, f), append(truth, v)
	}
	return point, truth
}

func learned(t testing.TB, rounds int, seed uint64) (*quantile.Bands, *rand.Rand) {
	rng := rand.New(rand.NewPCG(seed, 0))
	b := quantile.New(24, quantile.Options{})
	for range rounds {
		if err := b.Learn(draw(rng)); err != nil {
			t.Fatal(err)
		}
	}
	return b, rng
}

func TestEachQuantileIsExceededAsOftenAsItSays(t *testing.T) {
	b, rng := learned(t, 120, 1)
	levels := b.Levels()
	below := make([]float64, len(levels))
	const rounds = 200
	for range rounds {
		point, truth := draw(rng)
		q, err := b.Quantiles(point)
		if err != nil {
			t.Fatal(err)
		}
		for h := range truth {
			for k := range levels {
				if truth[h] <= q[h][k] {
					below[k] += 1.0 / (24 * rounds)
				}
			}
		}
		if err := b.Learn(point, truth); err != nil {
			t.Fatal(err)
		}
	}
	for k, level := range levels {
		if math.Abs(below[k]-level) > 0.025 {
			t.Errorf("level %v covers %.3f", level, below[k])
		}
	}
}

func TestQuantilesNeverCross(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		b, rng := learned(t, rapid.IntRange(14, 40).Draw(rt, "rounds"), rapid.Uint64().Draw(rt, "seed"))
		point, _ := draw(rng)
		point[rapid.IntRange(0, 23).Draw(rt, "hour")] = rapid.Float64Range(-300, 10e3).Draw(rt, "price")
		q, err := b.Quantiles(point)
		if err != nil {
			rt.Fatal(err)
		}
		for h := range q {
			if !slices.IsSorted(q[h]) {
				rt.Fatalf("hour %d: %v", h, q[h])
			}
		}
	})
}

func TestPathsHaveTheQuantilesAndTheCorrelationOfThePast(t *testing.T) {
	b, rng := learned(t, 182, 3)
	point, _ := draw(rng)
	q, err := b.Quantiles(point)
	if err != nil {
		t.Fatal(err)
	}
	paths, err := b.Paths(point, 2000, rng)
	if err != nil {
		t.Fatal(err)
	}
	const hour = 5
	at, together := 0.0, 0.0
	for _, p := range paths {
		if p[hour] <= q[hour][8] {
			at += 1.0 / float64(len(paths))
		}
		if (p[hour] > q[hour][5]) == (p[hour+1] > q[hour+1][5]) {
			together += 1.0 / float64(len(paths))
		}
	}
	if math.Abs(at-0.9) > 0.04 {
		t.Errorf("%.3f of the paths lie under the 90 %% quantile", at)
	}
	// Errors with a correlation of 0.9 are on the same side 1/2 + asin(0.9)/pi = 0.856 of the time.
	if math.Abs(together-0.856) > 0.05 {
		t.Errorf("neighbouring hours are on the same side of the median %.3f of the time, 0.856 expected", together)
	}
}

func TestWithoutAPastThereAreNoQuantiles(t *testing.T) {
	b := quantile.New(24, quantile.Options{})
	if _, err := b.Quantiles(make([]float64, 24)); !errors.Is(err, quantile.ErrTooLittle) {
		t.Error(err)
	}
	if err := b.Learn(make([]float64, 23), make([]float64, 24)); err == nil {
		t.Error("a round of the wrong length is learned")
	}
	bad := make([]float64, 24)
	bad[3] = math.NaN()
	if err := b.Learn(make([]float64, 24), bad); err == nil {
		t.Error("a truth that is no number is learned")
	}
}
