package privacy_test

import (
	"encoding/json"
	"errors"
	"math"
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"

	"github.com/pouw-dem/pouwdem/internal/core/federate/privacy"
)

// Figures computed beforehand by an independent program; the classic column of the
// first two is that of Abadi et al. 2016 (1.26) and of the TensorFlow Privacy
// tutorial (3.01). Tolerance: their last printed digit.
func TestTheAccountAgreesWithPublishedFigures(t *testing.T) {
	for _, c := range []struct {
		days         int
		batch, sigma float64
		steps        int
		delta        float64
		want, within float64
		classic      float64
	}{
		{days: 100, batch: 1, sigma: 4, steps: 10_000, delta: 1e-5, want: 1.035, within: 0.001, classic: 1.259},
		{days: 60_000, batch: 256, sigma: 1.1, steps: 14_062, delta: 1e-5, want: 2.597, within: 0.001, classic: 3.009},
		{days: 730, batch: 16, sigma: 2, steps: 2000, delta: 1e-4, want: 2.0, within: 0.05},
		{days: 730, batch: 16, sigma: 1, steps: 2000, delta: 1e-4, want: 6.1, within: 0.05},
		{days: 730, batch: 64, sigma: 4, steps: 2000, delta: 1e-4, want: 4.2, within: 0.05},
		{days: 730, batch: 64, sigma: 4, steps: 5000, delta: 1e-4, want: 7.3, within: 0.05},
		{days: 373, batch: 16, sigma: 2, steps: 2000, delta: 1e-4, want: 4.4, within: 0.05},
		{days: 373, batch: 16, sigma: 2, steps: 30 * 500, delta: 1e-4, want: 15.6, within: 0.05},
	} {
		a, err := privacy.NewAccount(privacy.Budget{Epsilon: 100, Delta: c.delta})
		if err != nil {
			t.Fatal(err)
		}
		if err := a.Charge(privacy.Mechanism{Days: c.days, Batch: c.batch, Clip: 1, Sigma: c.sigma, Steps: c.steps}); err != nil {
			t.Fatal(err)
		}
		if got := a.Epsilon(); math.Abs(got-c.want) > c.within {
			t.Errorf("%+v: epsilon %.4f", c, got)
		}
		if c.classic > 0 {
			if got := privacy.Classic(a); math.Abs(got-c.classic) > 0.001 {
				t.Errorf("%+v: classic %.4f", c, got)
			}
		}
	}
}

func TestTheExactGaussianAgreesWithItsOwnDefinitionAndWithRenyiFromBelow(t *testing.T) {
	// Figures worked out apart from this program: 50 releases, epsilon 8.
	for _, c := range []struct{ sigma, delta float64 }{{3.39, 1e-3}, {4.24, 1e-5}} {
		got, err := privacy.GaussianEpsilon(math.Sqrt(50)/c.sigma, c.delta)
		if err != nil || math.Abs(got-8) > 0.03 {
			t.Errorf("%+v: epsilon %.3f %v, want 8", c, got, err)
		}
	}
	// Against numerical integration of the hockey stick of two normal densities.
	for _, mu := range []float64{0.3, 1, 2.5} {
		const eps = 0.7
		sum, step := 0.0, 1e-4
		for x := -12.0; x < 15; x += step {
			p, q := math.Exp(-(x-mu)*(x-mu)/2), math.Exp(-x*x/2)
			sum += max(0, p-math.Exp(eps)*q) / math.Sqrt(2*math.Pi) * step
		}
		if got := privacy.GaussianDelta(mu, eps); math.Abs(got-sum) > 1e-6 {
			t.Errorf("mu %v: delta %v, integral %v", mu, got, sum)
		}
	}
	a, _ := privacy.NewAccount(privacy.Budget{Epsilon: 100, Delta: 1e-5})
	full := privacy.Mechanism{Days: 10, Batch: 10, Clip: 1, Sigma: 5, Steps: 25}
	if err := a.Charge(full); err != nil {
		t.Fatal(err)
	}
	exact, _ := privacy.GaussianEpsilon(1, 1e-5)
	if got := a.Epsilon(); got < exact || got > 1.1*exact {
		t.Errorf("without sampling: %v, exactly %v", got, exact)
	}
}

func TestABudgetThatIsSpentRefusesAndKeepsWhatItWas(t *testing.T) {
	a, err := privacy.NewAccount(privacy.Budget{Epsilon: 3, Delta: 1e-4})
	if err != nil {
		t.Fatal(err)
	}
	m := privacy.Mechanism{Days: 730, Batch: 16, Clip: 1, Sigma: 2, Steps: 500}
	rounds := 0
	for {
		kept, err := json.Marshal(a)
		if err != nil {
			t.Fatal(err)
		}
		before := a.Epsilon()
		err = a.Charge(m)
		if err != nil {
			if !errors.Is(err, privacy.ErrSpent) || a.Epsilon() != before {
				t.Fatalf("%v, epsilon %v after %v", err, a.Epsilon(), before)
			}
			break
		}
		again := new(privacy.Account) // from the disk, with the same history
		if err := json.Unmarshal(kept, again); err != nil || again.Epsilon() != before {
			t.Fatal(err, again.Epsilon(), before)
		}
		rounds++
	}
	if rounds < 4 || rounds > 12 || a.Epsilon() > 3 {
		t.Errorf("%d rounds, epsilon %v", rounds, a.Epsilon())
	}
	if s := a.Statement(); s.Unit == "" || len(s.NotProtected) == 0 || s.Mechanism == "" || s.Epsilon != a.Epsilon() {
		t.Errorf("an epsilon without its unit: %+v", s)
	}
	if _, err := a.Begin(m, rand.NewChaCha8([32]byte{})); !errors.Is(err, privacy.ErrSpent) {
		t.Errorf("noise without an account that covers it: %v", err)
	}
}

func TestNeighbouringDataMoveASumByOneClipAtMost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		clip := rapid.Float64Range(0.01, 10).Draw(t, "clip")
		days := rapid.SliceOfN(rapid.SliceOfN(rapid.Float32(), 3, 3), 1, 6).Draw(t, "gradients")
		sum := func(days [][]float32) []float32 {
			a, _ := privacy.NewAccount(privacy.Budget{Epsilon: 1e9, Delta: 1e-5})
			// All days are taken, and the noise is too small to see.
			n, err := a.Begin(privacy.Mechanism{Days: max(1, len(days)), Batch: float64(max(1, len(days))), Clip: clip, Sigma: 1e-3, Steps: 1}, rand.NewChaCha8([32]byte{}))
			if err != nil {
				t.Fatal(err)
			}
			taken, err := n.Sample()
			if err != nil {
				t.Fatal(err)
			}
			for i := range taken {
				g := []float32{0, 0, 0}
				if i < len(days) {
					g = days[i]
				}
				if err := n.Add(g); err != nil {
					t.Fatal(err)
				}
			}
			out, err := n.Release(3)
			if err != nil {
				t.Fatal(err)
			}
			for i := range out {
				out[i] *= float32(max(1, len(days)))
			}
			return out
		}
		with, without := sum(days), sum(days[1:])
		d := 0.0
		for i := range with {
			d += math.Pow(float64(with[i])-float64(without[i]), 2)
		}
		if math.Sqrt(d) > clip*1.02 {
			t.Fatalf("a day moves the sum by %v, the clip is %v", math.Sqrt(d), clip)
		}
	})
}

func TestNoiseAndSamplesAreWhatTheMechanismSays(t *testing.T) {
	a, _ := privacy.NewAccount(privacy.Budget{Epsilon: 1e9, Delta: 1e-5})
	m := privacy.Mechanism{Days: 200, Batch: 10, Clip: 2, Sigma: 1.5, Steps: 400}
	n, err := a.Begin(m, rand.NewChaCha8([32]byte{3}))
	if err != nil {
		t.Fatal(err)
	}
	if err := n.Add([]float32{1}); !errors.Is(err, privacy.ErrOver) {
		t.Errorf("a gradient before any sample: %v", err)
	}
	taken, squares := 0, 0.0
	for range m.Steps {
		days, err := n.Sample()
		if err != nil {
			t.Fatal(err)
		}
		taken += len(days)
		for range days {
			if err := n.Add(make([]float32, 50)); err != nil {
				t.Fatal(err)
			}
		}
		out, err := n.Release(50)
		if err != nil {
			t.Fatal(err)
		}
		for _, v := range out {
			squares += float64(v) * float64(v)
		}
	}
	// Five standard errors of 80,000 binomial draws and 20,000 normal ones.
	if mean := float64(taken) / float64(m.Steps); math.Abs(mean-10) > 5*math.Sqrt(10./float64(m.Steps)) {
		t.Errorf("%v days a step, want 10", mean)
	}
	if sd := math.Sqrt(squares / 20_000); math.Abs(sd-1.5*2/10) > 5*0.3/math.Sqrt(2*20_000) {
		t.Errorf("noise of %v, want 0.3", sd)
	}
	if _, err := n.Sample(); !errors.Is(err, privacy.ErrOver) {
		t.Errorf("a step more than was charged: %v", err)
	}
}
