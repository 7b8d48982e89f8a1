package forecast

import (
	"fmt"
	"math"
	"slices"
)

// Weights for a combination of forecasts of one target, from how they did on the
// days past: inverse squares of their mean absolute errors, which needs no
// regression and cannot go wild. Source: Bates and Granger 1969, "The
// combination of forecasts", with absolute errors for spikes' sake. errs holds
// one mean absolute error by forecast; one that is not positive and finite has
// no part.
func Weights(errs []float64) ([]float64, error) {
	w := make([]float64, len(errs))
	var sum float64
	for i, e := range errs {
		if e > 0 && !math.IsInf(e, 0) {
			w[i] = 1 / (e * e)
			sum += w[i]
		}
	}
	if sum == 0 {
		return nil, fmt.Errorf("%w: no forecast has an error to weigh it by", ErrInput)
	}
	for i := range w {
		w[i] /= sum
	}
	return w, nil
}

// Mean is the weighted mean of forecasts of one day.
func Mean(weights []float64, forecasts ...Day) Day {
	var out Day
	for i, f := range forecasts {
		for h := range out {
			out[h] += weights[i] * f[h]
		}
	}
	return out
}

// Median is the median of forecasts of one day, hour by hour.
func Median(forecasts ...Day) Day {
	var out Day
	at := make([]float64, len(forecasts))
	for h := range out {
		for i := range forecasts {
			at[i] = forecasts[i][h]
		}
		slices.Sort(at)
		out[h] = (at[(len(at)-1)/2] + at[len(at)/2]) / 2
	}
	return out
}
