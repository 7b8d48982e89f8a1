package evaluate_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/pouw-dem/pouwdem/internal/core/learn/evaluate"
)

func TestTheInterquartileMeanIsOfTheMiddleHalf(t *testing.T) {
	for _, c := range []struct {
		values []float64
		want   float64
	}{
		{[]float64{5}, 5},
		{[]float64{100, 1, 2, -100}, 1.5},
		{[]float64{0, 1, 2, 3, 4, 5, 6, 1000}, 3.5},
		// Of ten values the middle half begins and ends in the middle of one.
		{[]float64{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, 5.5},
		{[]float64{1, 2, 3, 4, 10}, (0.75*2 + 3 + 0.75*4) / 2.5},
	} {
		if got := evaluate.IQM(c.values); math.Abs(got-c.want) > 1e-12 {
			t.Errorf("%v: %g, want %g", c.values, got, c.want)
		}
	}
}

// made is days of noise in which the policy earns half of what foresight does.
func made(days, seeds int, share float64) evaluate.Runs {
	rng := rand.New(rand.NewPCG(1, 1))
	r := evaluate.Runs{Seeds: make([][]float64, seeds)}
	for range days {
		base := 1000 + 100*rng.NormFloat64()
		gap := 100 * rng.ExpFloat64()
		r.Baseline, r.Foresight = append(r.Baseline, base), append(r.Foresight, base+gap)
		for i := range r.Seeds {
			r.Seeds[i] = append(r.Seeds[i], base+share*gap+5*rng.NormFloat64())
		}
	}
	return r
}

func TestAPolicyThatEarnsHalfOfTheGapCapturesHalf(t *testing.T) {
	s, err := evaluate.Of(made(120, 5, 0.5), 1)
	if err != nil {
		t.Fatal(err)
	}
	if s.Capture == nil || math.Abs(*s.Capture-0.5) > 0.03 || s.CaptureCI[0] > 0.5 || s.CaptureCI[1] < 0.5 || s.CaptureCI[1]-s.CaptureCI[0] > 0.1 {
		t.Errorf("capture %v, interval %v", s.Capture, s.CaptureCI)
	}
	if s.AboveCI[0] <= 0 || s.Better < 0.999 || s.WorstSeed > s.AboveUSD {
		t.Errorf("%+v", s)
	}
}

func TestABadPolicyHasANegativeTailAndDrawdown(t *testing.T) {
	s, err := evaluate.Of(made(120, 1, -0.3), 1)
	if err != nil {
		t.Fatal(err)
	}
	if *s.Capture > -0.25 || s.Tail >= 0 || s.WorstDay > s.Tail || s.WorstWeek >= 0 || s.Drawdown < -s.AboveUSD*0.99 || s.Better > 0.001 {
		t.Errorf("%+v", s)
	}
}

func TestNoRatioIsGivenWhereItWouldMeanNothing(t *testing.T) {
	tiny := made(60, 1, 0.5)
	for i := range tiny.Foresight {
		tiny.Foresight[i] = tiny.Baseline[i] + 1
	}
	none := made(60, 1, 0.5)
	copy(none.Foresight, none.Baseline)
	rare := made(60, 1, 0.5)
	for i := range rare.Foresight {
		rare.Foresight[i] = rare.Baseline[i]
	}
	rare.Foresight[7] += 5000 // a single day makes the gap: half of the resamples may miss it
	for name, r := range map[string]evaluate.Runs{"below 1 % of profit": tiny, "no gap": none, "an interval that touches zero": rare} {
		if s, err := evaluate.Of(r, 1); err != nil || s.Capture != nil || s.CaptureNote == "" {
			t.Errorf("%s: %+v, %v", name, s, err)
		}
	}
}

func TestBlocksAreWeeksOfDaysThatFollowEachOther(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	breaks, n := 0, 0
	for range 200 {
		draw := evaluate.Blocks(91, rng)
		for i := 1; i < len(draw); i++ {
			n++
			if draw[i] != (draw[i-1]+1)%91 {
				breaks++
			}
		}
	}
	if mean := float64(n) / float64(breaks); mean < 6.5 || mean > 7.6 {
		t.Errorf("blocks last %.2f days, want 7", mean)
	}
}

func TestRunsOfDifferentLengthAreRefused(t *testing.T) {
	r := made(30, 2, 0.5)
	r.Seeds[1] = r.Seeds[1][:29]
	if _, err := evaluate.Of(r, 1); err == nil {
		t.Error("runs of 30 and 29 days were scored together")
	}
}
