package backtest

import (
	"math/rand/v2"
	"slices"
)

// bootstrap resamples whole operating days, which hold together what is
// correlated most: the hours of one day. The draws are seeded, and the same for
// every policy, so that differences are paired and reports repeat.
type bootstrap struct {
	days  int
	draws [][]int32 // days drawn, by resample
}

const (
	resamples = 2000
	// bootstrapSeed is arbitrary and fixed.
	bootstrapSeed = 20_240_508
)

func newBootstrap(days int) *bootstrap {
	rng := rand.New(rand.NewPCG(bootstrapSeed, uint64(days)))
	b := &bootstrap{days: days, draws: make([][]int32, resamples)}
	for i := range b.draws {
		b.draws[i] = make([]int32, days)
		for j := range b.draws[i] {
			b.draws[i][j] = int32(rng.IntN(days))
		}
	}
	return b
}

// interval is the 95 % percentile interval of the sum of daily values.
func (b *bootstrap) interval(daily []float64) [2]float64 {
	sums := make([]float64, len(b.draws))
	for i, draw := range b.draws {
		sums[i] = sum(daily, draw)
	}
	return middle95(sums)
}

// ratio is the 95 % percentile interval of the ratio of two sums.
func (b *bootstrap) ratio(above, below []float64) [2]float64 {
	ratios := make([]float64, 0, len(b.draws))
	for _, draw := range b.draws {
		// The caller has made sure that all but a sliver of these are positive.
		if d := sum(below, draw); d > 0 {
			ratios = append(ratios, sum(above, draw)/d)
		}
	}
	return middle95(ratios)
}

func sum(daily []float64, draw []int32) float64 {
	var total float64
	for _, day := range draw {
		total += daily[day]
	}
	return total
}

func middle95(values []float64) [2]float64 {
	slices.Sort(values)
	at := func(q float64) float64 { return values[int(q*float64(len(values)-1)+0.5)] }
	return [2]float64{at(0.025), at(0.975)}
}

// diff is a - b, day by day.
func diff(a, b []float64) []float64 {
	d := make([]float64, len(a))
	for i := range a {
		d[i] = a[i] - b[i]
	}
	return d
}
