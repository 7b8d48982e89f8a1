package work_test

import (
	"errors"
	"math"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/proof"
	"github.com/pouw-dem/pouwdem/internal/core/work"
)

// wave is a load with a daily shape and some noise, and what comes after it.
func wave(days int) (past work.Past, truth []float64) {
	rng := rand.New(rand.NewPCG(1, 2))
	past = work.Past{Name: "load", Start: time.Date(2026, 6, 1, 0, 0, 0, 0, time.UTC), Step: time.Hour}
	for h := range 24 * (days + 1) {
		v := 50_000 + 9000*math.Sin(float64(h%24)*math.Pi/12) + 400*float64(h/24) + 300*rng.NormFloat64()
		if h < 24*days {
			past.Values = append(past.Values, v)
		} else {
			truth = append(truth, v)
		}
	}
	return past, truth
}

func forecastJob(t *testing.T) (job, []float64) {
	t.Helper()
	past, truth := wave(30)
	j := job{text: past.Text()}
	j.spec = spec(j.text, work.Forecast, 24)
	j.spec.Spread = 0
	var err error
	if j.q, err = j.spec.Build(j.text); err != nil {
		t.Fatal(err)
	}
	if j.result, err = work.Solve(j.q, key(1), 1); err != nil {
		t.Fatal(err)
	}
	return j, truth
}

func TestAForecastIsScoredByWhatCameAndPaidByItsSkill(t *testing.T) {
	j, truth := forecastJob(t)
	f := j.file(t, 24)
	done, err := f.Check(j.text)
	if err != nil || done.Opened != 24 || done.Score != nil {
		t.Fatalf("%+v %v", done, err)
	}
	score, err := j.q.Past.Scored(f.Opened, truth)
	if err != nil || !(score.CRPS < score.Usual/2) || !(score.Skill() > 0.5) {
		t.Fatalf("%+v %v", score, err)
	}
	r := work.Record{State: work.Verified, Leaves: 24, Spec: j.spec, Checked: work.Checked{Score: &score}}
	if got := r.Earned(); got < 4*12 || got > 4*24 {
		t.Errorf("%d quarters for a skill of %.2f", got, score.Skill())
	}
	// The score is of what came: the same forecast of another day is worth nothing.
	for i := range truth {
		truth[i] += 60_000
	}
	if bad, err := j.q.Past.Scored(f.Opened, truth); err == nil && bad.Skill() > 0.2 {
		t.Errorf("%+v", bad)
	}
}

func TestAForecastThatIsNoneIsFound(t *testing.T) {
	honest, truth := forecastJob(t)
	for name, attack := range map[string]func(*work.Leaf, []byte) []byte{
		"quantiles that cross": moved(0, 1e15), "short": truncated, "long": longer,
	} {
		j := forged(t, honest, attack)
		f := j.file(t, 24)
		if _, err := f.Check(j.text); !errors.Is(err, work.ErrWrong) {
			t.Errorf("%s: %v", name, err)
		}
	}
	var leaves []work.Leaf
	var shown [][]byte
	for i := range 24 { // zeros keep every rule, and say nothing
		raw := make([]byte, 8*len(work.Levels()))
		leaves = append(leaves, work.Leaf{Index: i, Status: work.Solved, Solution: work.HashShown(raw), Summary: proof.Summary{Lowest: proof.NoVoltage, Solved: 1}})
		shown = append(shown, raw)
	}
	lazy := honest
	var err error
	if lazy.result, err = work.Commit(lazy.spec, leaves, shown, key(1)); err != nil {
		t.Fatal(err)
	}
	f := lazy.file(t, 24)
	if _, err := f.Check(lazy.text); err != nil {
		t.Fatal(err)
	}
	if _, err := honest.q.Past.Scored(f.Opened, truth); !errors.Is(err, work.ErrWrong) {
		t.Error(err)
	}
}

func FuzzPast(f *testing.F) {
	past, _ := wave(16)
	f.Add(past.Text())
	f.Add([]byte("pouw-dem/past/1\nx\n0\n3600\n1\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		p, err := work.ParsePast(text)
		if err != nil {
			return
		}
		if _, err := p.Quantiles(); err != nil && !errors.Is(err, work.ErrSpec) {
			t.Error(err)
		}
	})
}
