package strategy_test

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/pouw-dem/pouwdem/internal/core/federate/strategy"
)

var near = cmpopts.EquateApprox(0, 1e-6)

// Two rounds of each rule from (1, 0) with means (0.1, -0.2) and (0.3, 0), worked
// out by hand from the papers' formulas.
func TestEachRuleDoesWhatItsPaperSays(t *testing.T) {
	adam := func(rate, tau float64, means ...float64) float64 {
		w, m, v := 0.0, 0.0, tau*tau
		for _, d := range means {
			m, v = 0.9*m+0.1*d, 0.99*v+0.01*d*d
			w += rate * m / (math.Sqrt(v) + tau)
		}
		return w
	}
	for name, want := range map[string][]float32{
		"fedavg":  {1.4, -0.2},
		"fedprox": {1.4, -0.2},
		"ditto":   {1.4, -0.2},
		"fedavgm": {1 + 0.1 + (0.09 + 0.3), -0.2 - 0.18},
		"fedadam": {float32(1 + adam(0.01, 0.001, 0.1, 0.3)), float32(adam(0.01, 0.001, -0.2, 0))},
	} {
		rule, err := strategy.New(strategy.Settings{Name: name})
		if err != nil {
			t.Fatal(err)
		}
		w, m := []float32{1, 0}, strategy.Memory{}
		for _, mean := range [][]float32{{0.1, -0.2}, {0.3, 0}} {
			if m, w, err = rule.Apply(m, w, mean); err != nil {
				t.Fatal(err)
			}
		}
		if diff := cmp.Diff(want, w, near); diff != "" || m.Rounds != 2 || rule.Name() != name {
			t.Errorf("%s after %d rounds: (-want +got)\n%s", name, m.Rounds, diff)
		}
		if _, _, err := rule.Apply(m, w, []float32{1}); err == nil {
			t.Errorf("%s takes a mean of another length", name)
		}
	}
	if _, err := strategy.New(strategy.Settings{Name: "krum"}); err == nil {
		t.Error("an unknown rule is accepted")
	}
}

func TestProximalStepsMinimiseTheirObjective(t *testing.T) {
	// (v - 3)^2/(2 rate) + mu (v - 1)^2/2 is least at (3 + rate mu)/(1 + rate mu).
	v := []float32{3}
	strategy.FedProx{Mu: 0.5}.Pull(v, []float32{1}, 0.2)
	if want := float32((3 + 0.1) / 1.1); math.Abs(float64(v[0]-want)) > 1e-6 {
		t.Errorf("%v, want %v", v, want)
	}
	// A personal model of strong pull is the global one, of none its own.
	for lambda, want := range map[float64]float32{0: 3, 1e9: 1} {
		v := []float32{3}
		strategy.Ditto{Lambda: lambda}.Personal(v, []float32{1}, 0.2)
		if math.Abs(float64(v[0]-want)) > 1e-6 {
			t.Errorf("lambda %v: %v", lambda, v)
		}
	}
}

func TestAModelIsAdoptedOnlyWhereItIsBetterBeyondDoubt(t *testing.T) {
	days := func(n int, gain, noise float64) (a, b []float64) {
		for i := range n {
			a = append(a, 100)
			b = append(b, 100+gain+noise*float64(i%2*2-1))
		}
		return a, b
	}
	for _, c := range []struct {
		n           int
		gain, noise float64
		adopt       bool
	}{
		{30, 1, 1, true},
		{30, 1, 10, false}, // not beyond doubt
		{30, -1, 1, false},
		{30, 0, 0, false}, // the same
		{6, 5, 1, false},  // too few days
	} {
		a, b := days(c.n, c.gain, c.noise)
		v, err := strategy.Gate(a, b)
		if err != nil || v.Adopt != c.adopt || v.Reason == "" {
			t.Errorf("%+v: %+v %v", c, v, err)
		}
	}
	// Four days of +2 and four of 0: mean 1, standard error 1/sqrt(7), t(7) = 1.895.
	v, err := strategy.Gate(make([]float64, 8), []float64{2, 0, 2, 0, 2, 0, 2, 0})
	if want := 1 - 1.8946/math.Sqrt(7); err != nil || math.Abs(v.Lower-want) > 0.003 {
		t.Errorf("%+v %v, want a bound of %v", v, err, want)
	}
	if _, err := strategy.Gate([]float64{1}, nil); err == nil {
		t.Error("unequal days: accepted")
	}
}

func TestASumFarBeyondEarlierOnesIsRefused(t *testing.T) {
	earlier := []float64{1, 1.2, 0.9, 1.1, 1}
	for norm, ok := range map[float64]bool{1.5: true, 2.9: true, 3.1: false, math.NaN(): false} {
		if err := strategy.Plausible(norm, earlier); (err == nil) != ok {
			t.Errorf("norm %v: %v", norm, err)
		}
	}
	if err := strategy.Plausible(100, earlier[:4]); err != nil {
		t.Errorf("with four earlier rounds nothing is known: %v", err)
	}
}
