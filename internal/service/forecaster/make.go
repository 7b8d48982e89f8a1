package forecaster

import (
	"errors"
	"fmt"

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
}

// Make forecasts a day of a panel, with weights and bands from the forecasts of
// so many days before it. Where the combination cannot be made, the next simpler
// model takes its place: LEAR, the same hour a week earlier, that of yesterday.
func Make(p *forecast.Panel, day, warm int) (DayAhead, error) {
	out, best := combined(p, day, warm)
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
func combined(p *forecast.Panel, day, warm int) (DayAhead, error) {
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
	for d := max(day-max(warm, 0), learned); ; d++ {
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
		if d < day {
			if err := e.Learn(made, point, p.Target[d]); err != nil {
				return DayAhead{}, err
			}
			continue
		}
		out := DayAhead{Model: dayahead.Combination, Point: point, Levels: []float64{}}
		q, err := e.Bands().Quantiles(point[:])
		switch {
		case errors.Is(err, quantile.ErrTooLittle):
			out.Reason = err.Error()
		case err != nil:
			return DayAhead{}, err
		default:
			out.Levels, out.Quantiles = e.Bands().Levels(), q
		}
		return out, nil
	}
}
