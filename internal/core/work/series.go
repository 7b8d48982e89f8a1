package work

import (
	"math"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
)

// A time series is the power flow of each hour of a shard: leaf k is hour First+k
// of a run of days whose loads and generation follow a daily shape, highest at
// five in the afternoon and lowest at five in the morning.
const (
	mostHours  = 168
	dailySwing = 0.12
	peakHour   = 17
)

// hourFactor is what loads and generation are multiplied by in an hour.
func hourFactor(hour int) float64 {
	const day = 24
	return 1 + dailySwing*math.Cos(2*math.Pi*float64(hour%day-peakHour)/day)
}

// hourly is the network of an hour: the same, with other loads and generation.
func hourly(net *grid.Network, hour int) *grid.Network {
	at, f := *net, hourFactor(hour)
	at.Bus.Pd, at.Bus.Qd, at.Gen.Pg = scaled(net.Bus.Pd, f), scaled(net.Bus.Qd, f), scaled(net.Gen.Pg, f)
	return &at
}

func scaled(values []float64, by float64) []float64 {
	out := make([]float64, len(values))
	for i, v := range values {
		out[i] = v * by
	}
	return out
}

func solveSeries(q *Question, _ int) (answers, error) {
	var a answers
	for k := range q.Spec.Count {
		if err := a.flow(q.Spec, k, hourly(q.Net, q.Spec.First+k)); err != nil {
			return a, err
		}
	}
	return a, nil
}
