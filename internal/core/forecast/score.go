package forecast

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// Scores of point forecasts over N hours.
type Scores struct {
	MAE, RMSE float64 // in the target's unit
	RMAE      float64 // MAE over that of the same hour a week earlier
	SMAPE     float64 // a fraction, 2 at most
	N         int
}

// Score compares forecasts with the truth, day by day. before is the week before
// the first day, from which the weekly rule that RMAE divides by is scored; where
// it is nil, that rule is scored from the second week on. Source of all four:
// Lago, Marcjasz, De Schutter and Weron 2021, "Forecasting day-ahead electricity
// prices", section 5.4.
func Score(truth, forecast, before []Day) (Scores, error) {
	var s Scores
	if len(truth) != len(forecast) || len(truth) == 0 {
		return s, fmt.Errorf("%w: %d days of truth, %d of forecasts", ErrInput, len(truth), len(forecast))
	}
	if before != nil && len(before) != 7 {
		return s, fmt.Errorf("%w: %d days before the first, a week expected", ErrInput, len(before))
	}
	var naive float64
	weekly := 0
	for d := range truth {
		var last *Day
		switch {
		case d >= 7:
			last = &truth[d-7]
		case before != nil:
			last = &before[d]
		}
		for h := range truth[d] {
			off := forecast[d][h] - truth[d][h]
			s.MAE += math.Abs(off)
			s.RMSE += off * off
			if size := math.Abs(truth[d][h]) + math.Abs(forecast[d][h]); size > 0 {
				s.SMAPE += 2 * math.Abs(off) / size
			}
			if last != nil {
				naive += math.Abs(truth[d][h] - last[h])
				weekly++
			}
			s.N++
		}
	}
	n := float64(s.N)
	s.MAE, s.SMAPE, s.RMSE = s.MAE/n, s.SMAPE/n, math.Sqrt(s.RMSE/n)
	s.RMAE = math.NaN()
	if naive > 0 {
		s.RMAE = s.MAE / (naive / float64(weekly))
	}
	return s, nil
}

// DieboldMariano tests whether forecast a is no better than b: its p-value is
// small where a is better. The loss of a day is the sum of its absolute errors,
// so that the correlation among the hours of a day is allowed for. Source:
// Diebold and Mariano 1995; the multivariate form of Ziel and Weron 2018, "Day-
// ahead electricity price forecasting with high-dimensional structures",
// section 5.2.
func DieboldMariano(truth, a, b []Day) (statistic, p float64, err error) {
	if len(a) != len(truth) || len(b) != len(truth) || len(truth) < 3 {
		return 0, 0, fmt.Errorf("%w: %d days of truth, %d and %d of forecasts", ErrInput, len(truth), len(a), len(b))
	}
	loss := make([]float64, len(truth))
	var mean, spread float64
	for d := range truth {
		for h := range truth[d] {
			loss[d] += math.Abs(truth[d][h]-a[d][h]) - math.Abs(truth[d][h]-b[d][h])
		}
		mean += loss[d] / float64(len(truth))
	}
	for _, l := range loss {
		spread += (l - mean) * (l - mean) / float64(len(truth))
	}
	if spread == 0 {
		return 0, 0.5, nil
	}
	statistic = mean / math.Sqrt(spread/float64(len(truth)))
	return statistic, distuv.UnitNormal.CDF(statistic), nil
}

// Pinball is the quantile loss of forecasting q at probability tau.
func Pinball(truth, q, tau float64) float64 {
	if truth >= q {
		return tau * (truth - q)
	}
	return (1 - tau) * (q - truth)
}

// CRPS of a forecast by quantiles at ascending probabilities: twice the mean
// pinball loss, each weighted by the probability that it stands for. Source:
// Gneiting and Raftery 2007, "Strictly proper scoring rules", section 4.2.
func CRPS(truth float64, quantiles, probabilities []float64) float64 {
	var sum, weights float64
	for i, tau := range probabilities {
		lo, hi := 0.0, 1.0
		if i > 0 {
			lo = (probabilities[i-1] + tau) / 2
		}
		if i < len(probabilities)-1 {
			hi = (tau + probabilities[i+1]) / 2
		}
		sum += (hi - lo) * Pinball(truth, quantiles[i], tau)
		weights += hi - lo
	}
	return 2 * sum / weights
}
