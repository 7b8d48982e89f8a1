package forecaster

import (
	"context"
	"errors"
	"fmt"
	"math"

	"github.com/pouw-dem/pouwdem/internal/core/forecast"
	"github.com/pouw-dem/pouwdem/internal/core/forecast/dayahead"
	"github.com/pouw-dem/pouwdem/internal/core/forecast/quantile"
)

// DayAhead is the forecast of one day, and by whom.
type DayAhead struct {
	Model     string
	Reason    string // why not a better model; empty where it is the best
	Point     forecast.Day
	Levels    []float64
	Quantiles [][]float64 // by hour, then level; nil where there are none
	Walked    Walked      // of the days before, from which it learned
}

// Walked is how the forecasts of the days before would have done.
type Walked struct {
	Days          int
	MAE, NaiveMAE float64 // of the combination; of the same hour a week earlier
	Banded        int     // hours that had a band
	Coverage80    float64 // of the band from 10 % to 90 %
}

// Make forecasts a day of a panel, with weights and bands from the forecasts of
// so many days before it. Where the combination cannot be made, or is not done
// when ctx ends, the next simpler model takes its place: LEAR, the same hour a
// week earlier, that of yesterday.
func Make(ctx context.Context, p *forecast.Panel, day, warm int) (DayAhead, error) {
	out, best := combined(ctx, p, day, warm)
	if best == nil {
		return out, nil
	}
	for _, name := range []string{dayahead.LEAR, dayahead.Naive, dayahead.Persistence} {
		m, err := dayahead.NewMember(name)
		if err != nil {
			return DayAhead{}, err
		}
		point, err := m.Forecast(p, day)
		if err == nil {
			return DayAhead{Model: name, Reason: best.Error(), Point: point, Levels: []float64{}}, nil
		}
	}
	return DayAhead{}, fmt.Errorf("forecast day %d: not even yesterday is known: %w", day, best)
}

// combined is the combination and its bands.
func combined(ctx context.Context, p *forecast.Panel, day, warm int) (DayAhead, error) {
	names := dayahead.Combined()
	members := make([]dayahead.Member, len(names))
	for i, name := range names {
		var err error
		if members[i], err = dayahead.NewMember(name); err != nil {
			return DayAhead{}, err
		}
	}
	const learned = 84 // days that the slowest member needs
	e := dayahead.NewEnsemble(len(names))
	out := DayAhead{Model: dayahead.Combination, Levels: []float64{}}
	for d := max(day-max(warm, 0), learned); ; d++ {
		if ctx.Err() != nil {
			return DayAhead{}, fmt.Errorf("the combination is late: %w", context.Cause(ctx))
		}
		made := make([]forecast.Day, len(members))
		for i, m := range members {
			var err error
			if made[i], err = m.Forecast(p, min(d, day)); err != nil {
				return DayAhead{}, err
			}
		}
		point, err := e.Point(made)
		if err != nil {
			return DayAhead{}, err
		}
		q, err := e.Bands().Quantiles(point[:])
		if err != nil && !errors.Is(err, quantile.ErrTooLittle) {
			return DayAhead{}, err
		}
		if d < day {
			out.Walked.add(p, d, point, q, e.Bands().Levels())
			if err := e.Learn(made, point, p.Target[d]); err != nil {
				return DayAhead{}, err
			}
			continue
		}
		out.Point = point
		if err != nil {
			out.Reason = err.Error()
			return out, nil
		}
		out.Levels, out.Quantiles = e.Bands().Levels(), q
		return out, nil
	}
}

// add takes one day whose truth is known.
func (w *Walked) add(p *forecast.Panel, day int, point forecast.Day, quantiles [][]float64, levels []float64) {
	low, high := indexOf(levels, 0.1), indexOf(levels, 0.9)
	n := float64(w.Days * forecast.Hours)
	w.MAE, w.NaiveMAE = w.MAE*n, w.NaiveMAE*n
	inside := w.Coverage80 * float64(w.Banded)
	for h, truth := range p.Target[day] {
		w.MAE += math.Abs(point[h] - truth)
		w.NaiveMAE += math.Abs(p.Target[day-7][h] - truth)
		if quantiles == nil {
			continue
		}
		w.Banded++
		if quantiles[h][low] <= truth && truth <= quantiles[h][high] {
			inside++
		}
	}
	w.Days++
	n = float64(w.Days * forecast.Hours)
	w.MAE, w.NaiveMAE = w.MAE/n, w.NaiveMAE/n
	if w.Banded > 0 {
		w.Coverage80 = inside / float64(w.Banded)
	}
}
