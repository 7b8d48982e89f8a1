package forecast_test

import (
	"errors"
	"math"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/forecast"
)

func date(day int) time.Time { return time.Date(2024, 3, day, 0, 0, 0, 0, time.UTC) }

// rows of a date, numbered from 0.
func rows(day, n int) []forecast.Row {
	out := make([]forecast.Row, n)
	for i := range out {
		out[i] = forecast.Row{Date: date(day), Target: float64(i), Known: []float64{float64(10 * i)}}
	}
	return out
}

func TestTheSpringDayHasItsThirdHourFilledFromTheSecond(t *testing.T) {
	p, err := forecast.NewPanel(append(rows(9, 24), rows(10, 23)...), []string{"load"})
	if err != nil {
		t.Fatal(err)
	}
	got := p.Target[1]
	if got[1] != 1 || got[2] != 1 || got[3] != 2 || got[23] != 22 || p.Filled != 2 {
		t.Errorf("hours 1, 2, 3 and 23 are %v %v %v %v, %d filled", got[1], got[2], got[3], got[23], p.Filled)
	}
}

func TestTheAutumnDayHasItsDoubledHourAveraged(t *testing.T) {
	p, err := forecast.NewPanel(rows(3, 25), []string{"load"})
	if err != nil {
		t.Fatal(err)
	}
	got := p.Target[0]
	if got[0] != 0 || got[1] != 1.5 || got[2] != 3 || got[23] != 24 || p.Known[0][0][1] != 15 {
		t.Errorf("got %v", got)
	}
}

func TestHolesAreFilledFromWhatCameBefore(t *testing.T) {
	in := append(rows(1, 24), rows(3, 24)...)
	in[30].Target = math.NaN()
	p, err := forecast.NewPanel(in, []string{"load"})
	if err != nil {
		t.Fatal(err)
	}
	if p.Days() != 3 || p.Target[1] != p.Target[0] {
		t.Errorf("the missing day is %v", p.Target[1])
	}
	if p.Target[2][6] != 5 {
		t.Errorf("the missing hour is %v, 5 (the hour before) expected", p.Target[2][6])
	}
}

func TestDaysThatAreNotWholeAtEitherEndAreLeftOut(t *testing.T) {
	in := append(append(rows(1, 5), rows(2, 24)...), append(rows(3, 24), rows(4, 7)...)...)
	p, err := forecast.NewPanel(in, []string{"load"})
	if err != nil {
		t.Fatal(err)
	}
	if p.Days() != 2 || !p.First.Equal(date(2)) || p.Filled != 0 {
		t.Errorf("%d days from %v, %d filled", p.Days(), p.First, p.Filled)
	}
}

func TestWhatIsMissingBeforeASeriesBeginsHasItsFirstValue(t *testing.T) {
	in := append(rows(1, 24), rows(2, 24)...)
	for i := range 30 {
		in[i].Known[0] = math.NaN()
	}
	p, err := forecast.NewPanel(in, []string{"load"})
	if err != nil {
		t.Fatal(err)
	}
	if p.Known[0][0][0] != 60 || p.Known[0][1][5] != 60 || p.Known[0][1][7] != 70 || p.Filled != 30 {
		t.Errorf("%v, %d filled", p.Known[0][0], p.Filled)
	}
}

func TestRowsThatMakeNoPanelAreRefused(t *testing.T) {
	double := append(rows(1, 24), rows(1, 24)...)
	for name, in := range map[string][]forecast.Row{
		"none": nil, "a day twice": double, "days that go back": append(rows(2, 24), rows(1, 24)...),
		"a century apart": append(rows(1, 24), forecast.Row{Date: time.Date(2199, 1, 1, 0, 0, 0, 0, time.UTC), Known: []float64{1}}),
		"uneven series":   append(rows(1, 24), forecast.Row{Date: date(2)}),
	} {
		if _, err := forecast.NewPanel(in, []string{"load"}); !errors.Is(err, forecast.ErrInput) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestScoresAreThoseOfTheirDefinitions(t *testing.T) {
	truth, guess := make([]forecast.Day, 14), make([]forecast.Day, 14)
	for d := range truth {
		for h := range truth[d] {
			truth[d][h] = float64(10 + d) // seven days apart: 7
			guess[d][h] = truth[d][h] + 2
		}
	}
	s, err := forecast.Score(truth, guess, nil)
	if err != nil {
		t.Fatal(err)
	}
	if s.MAE != 2 || s.RMSE != 2 || math.Abs(s.RMAE-2.0/7) > 1e-12 || s.N != 14*24 {
		t.Errorf("%+v", s)
	}
	if with, err := forecast.Score(truth, guess, truth[:7]); err != nil || math.Abs(with.RMAE-4.0/7) > 1e-12 {
		t.Errorf("a week before that was all the same: %+v, %v", with, err)
	}
	if worse, p, err := forecast.DieboldMariano(truth, guess, truth); err != nil || worse < 0 || p < 0.5 {
		t.Errorf("a worse forecast has statistic %v and p %v (%v)", worse, p, err)
	}
}

// The continuous ranked probability score of a sure forecast is its absolute
// error. Source: Gneiting and Raftery 2007, section 4.2.
func TestTheScoreOfASureForecastIsItsAbsoluteError(t *testing.T) {
	levels := []float64{0.1, 0.3, 0.5, 0.7, 0.9}
	q := []float64{5, 5, 5, 5, 5}
	if got := forecast.CRPS(8, q, levels); math.Abs(got-3) > 1e-9 {
		t.Errorf("%v, 3 expected", got)
	}
}

func TestScalesAreUndone(t *testing.T) {
	s := forecast.ScaleOf([]float64{20, 25, 30, 35, 9000, -250})
	for _, v := range []float64{-250, 0, 27.5, 9000} {
		if back := s.Back(s.Of(v)); math.Abs(back-v) > 1e-9*math.Max(1, math.Abs(v)) {
			t.Errorf("%v comes back as %v", v, back)
		}
	}
}
