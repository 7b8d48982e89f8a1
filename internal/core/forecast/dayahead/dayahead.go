// Package dayahead is the day-ahead forecast as it is used: LEAR, boosted trees,
// their combination by how they did of late, and quantiles of the combination.
//
// It is not for keeping forecasts or for telling when to make them.
package dayahead

import (
	"fmt"

	"github.com/pouw-dem/pouwdem/internal/core/forecast"
	"github.com/pouw-dem/pouwdem/internal/core/forecast/boosted"
	"github.com/pouw-dem/pouwdem/internal/core/forecast/lear"
	"github.com/pouw-dem/pouwdem/internal/core/forecast/quantile"
)

// Names of the models, from the simplest to the best.
const (
	Naive       = "seasonal-naive"
	Persistence = "persistence"
	Published   = "day-ahead-price" // the first known series, as it is
	LEAR        = "lear"
	Trees       = "trees"
	Combination = "combination"
)

// Member makes forecasts of its own.
type Member interface {
	Forecast(p *forecast.Panel, day int) (forecast.Day, error)
}

// rule is a member that needs no calibration.
type rule func(p *forecast.Panel, day int) (forecast.Day, error)

func (r rule) Forecast(p *forecast.Panel, day int) (forecast.Day, error) { return r(p, day) }

// NewMember gives the member of that name; members are for one goroutine each.
func NewMember(name string) (Member, error) {
	switch name {
	case Naive:
		return rule(forecast.SeasonalNaive), nil
	case Persistence:
		return rule(forecast.Persistence), nil
	case Published:
		return rule(func(p *forecast.Panel, day int) (forecast.Day, error) {
			if len(p.Known) == 0 {
				return forecast.Day{}, fmt.Errorf("%w: no series is known a day ahead", forecast.ErrInput)
			}
			return p.Known[0][day], p.Check(day, 0)
		}), nil
	case LEAR:
		return lear.New(lear.Options{}), nil
	case Trees:
		return boosted.New(boosted.Options{}), nil
	}
	return nil, fmt.Errorf("%w: no forecaster is called %q", forecast.ErrInput, name)
}

// Combined are the members that the combination is made of.
func Combined() []string { return []string{LEAR, Trees} }

// memory is how many past days weigh the members.
const memory = 56

// Ensemble combines members and learns from the truth. It is for one goroutine.
type Ensemble struct {
	past  [][]float64 // by member: mean absolute errors of the last days
	bands *quantile.Bands
}

// NewEnsemble combines so many members.
func NewEnsemble(members int) *Ensemble {
	return &Ensemble{past: make([][]float64, members), bands: quantile.New(forecast.Hours, quantile.Options{})}
}

// Point is the combination of the members' forecasts of a day.
func (e *Ensemble) Point(members []forecast.Day) (forecast.Day, error) {
	if len(members) != len(e.past) {
		return forecast.Day{}, fmt.Errorf("%w: %d forecasts of %d members", forecast.ErrInput, len(members), len(e.past))
	}
	errs := make([]float64, len(members))
	for i := range errs {
		errs[i] = 1
		if n := len(e.past[i]); n > 0 {
			errs[i] = 0
			for _, v := range e.past[i] {
				errs[i] += v / float64(n)
			}
		}
	}
	weights, err := forecast.Weights(errs)
	if err != nil {
		return forecast.Day{}, err
	}
	return forecast.Mean(weights, members...), nil
}

// Bands are what turns the combination into quantiles and paths.
func (e *Ensemble) Bands() *quantile.Bands { return e.bands }

// Learn takes the truth of a day, the members' forecasts of it, and the
// combination that was made of them.
func (e *Ensemble) Learn(members []forecast.Day, point, truth forecast.Day) error {
	for i, f := range members {
		var off float64
		for h := range f {
			off += abs(f[h]-truth[h]) / forecast.Hours
		}
		e.past[i] = append(e.past[i], off)
		if len(e.past[i]) > memory {
			e.past[i] = e.past[i][1:]
		}
	}
	return e.bands.Learn(point[:], truth[:])
}

func abs(v float64) float64 { return max(v, -v) }
