package trees_test

import (
	"errors"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/pouw-dem/pouwdem/internal/core/forecast/trees"
)

// friedman draws Friedman's first test function: ten uniform inputs, of which
// five matter. Source: Friedman 1991, "Multivariate adaptive regression splines",
// section 4.3.
func friedman(n int, seed uint64) (columns [][]float64, y []float64) {
	rng := rand.New(rand.NewPCG(seed, 1))
	columns = make([][]float64, 10)
	for j := range columns {
		columns[j] = make([]float64, n)
		for i := range columns[j] {
			columns[j][i] = rng.Float64()
		}
	}
	y = make([]float64, n)
	for i := range y {
		x := func(j int) float64 { return columns[j-1][i] }
		y[i] = 10*math.Sin(math.Pi*x(1)*x(2)) + 20*(x(3)-0.5)*(x(3)-0.5) + 10*x(4) + 5*x(5) + rng.NormFloat64()
	}
	return columns, y
}

func row(columns [][]float64, i int) []float64 {
	out := make([]float64, len(columns))
	for j := range columns {
		out[j] = columns[j][i]
	}
	return out
}

// The noise alone has a standard deviation of 1; scikit-learn 1.5's histogram
// boosting with the same rounds, rate and leaves scores 1.25 to 1.35 on such draws.
func TestAFunctionWithInteractionsIsLearned(t *testing.T) {
	x, y := friedman(2000, 1)
	m, err := trees.Fit(x, y, trees.Options{Rounds: 300, Leaves: 15})
	if err != nil {
		t.Fatal(err)
	}
	fresh, truth := friedman(2000, 2)
	var square float64
	for i := range truth {
		off := m.Predict(row(fresh, i)) - truth[i]
		square += off * off / float64(len(truth))
	}
	if rmse := math.Sqrt(square); rmse > 1.4 {
		t.Errorf("rmse %.3f on fresh rows, 1.4 at most", rmse)
	}
}

func TestAQuantileIsExceededAsOftenAsItSays(t *testing.T) {
	for _, tau := range []float64{0.1, 0.5, 0.9} {
		x, y := friedman(3000, 3)
		m, err := trees.Fit(x, y, trees.Options{Quantile: tau, Rounds: 200, Leaves: 15})
		if err != nil {
			t.Fatal(err)
		}
		fresh, truth := friedman(3000, 4)
		below := 0
		for i := range truth {
			if truth[i] <= m.Predict(row(fresh, i)) {
				below++
			}
		}
		if share := float64(below) / float64(len(truth)); math.Abs(share-tau) > 0.08 {
			t.Errorf("quantile %v covers %v of fresh rows", tau, share)
		}
	}
}

func TestMissingValuesAreAnInputOfTheirOwn(t *testing.T) {
	const n = 400
	x, y := [][]float64{make([]float64, n)}, make([]float64, n)
	for i := range y {
		x[0][i], y[i] = float64(i%7), 1
		if i%2 == 0 {
			x[0][i], y[i] = math.NaN(), 5
		}
	}
	m, err := trees.Fit(x, y, trees.Options{Rounds: 200, Rate: 0.1})
	if err != nil {
		t.Fatal(err)
	}
	if got := m.Predict([]float64{math.NaN()}); math.Abs(got-5) > 0.1 {
		t.Errorf("missing: %v, 5 expected", got)
	}
	if got := m.Predict([]float64{3}); math.Abs(got-1) > 0.1 {
		t.Errorf("present: %v, 1 expected", got)
	}
}

func TestTheSameSeedGivesTheSameTrees(t *testing.T) {
	x, y := friedman(500, 5)
	a, errA := trees.Fit(x, y, trees.Options{Rounds: 20, Seed: 9})
	b, errB := trees.Fit(x, y, trees.Options{Rounds: 20, Seed: 9})
	if err := errors.Join(errA, errB); err != nil {
		t.Fatal(err)
	}
	for i := range y {
		if a.Predict(row(x, i)) != b.Predict(row(x, i)) {
			t.Fatalf("row %d differs", i)
		}
	}
}

func TestWhatCannotBeFittedIsRefused(t *testing.T) {
	for name, c := range map[string]struct {
		x   [][]float64
		y   []float64
		opt trees.Options
	}{
		"no columns":     {nil, []float64{1, 2}, trees.Options{}},
		"uneven columns": {[][]float64{{1}}, []float64{1, 2}, trees.Options{}},
		"no truth":       {[][]float64{{1, 2}}, []float64{1, math.NaN()}, trees.Options{}},
		"no quantile":    {[][]float64{{1, 2}}, []float64{1, 2}, trees.Options{Quantile: 1}},
	} {
		if _, err := trees.Fit(c.x, c.y, c.opt); !errors.Is(err, trees.ErrInput) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
