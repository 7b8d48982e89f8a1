// Package quantile turns point forecasts into quantiles and into scenario paths,
// by what the errors of the forecasts before have been.
//
// Errors are kept on the scale of the hyperbolic sine, on which those of calm and
// of dear hours resemble each other. Quantiles are those of the errors of the
// same and the neighbouring slots, at levels that are steered so that each is
// exceeded as often as it says; they cannot cross. Sources: Nowotarski and Weron
// 2018, "Recent advances in electricity price forecasting", section 3.3
// (historical simulation); Gibbs and Candes 2021, "Adaptive conformal inference
// under distribution shift", equation 2; Schefzik, Thorarinsdottir and Gneiting
// 2013, "Uncertainty quantification in complex simulation models using ensemble
// copula coupling" (paths by the ranks of a past day).
//
// It is not for making the point forecasts.
package quantile

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"

	"github.com/pouw-dem/pouwdem/internal/core/forecast"
)

// ErrTooLittle says that too few forecasts have been scored.
var ErrTooLittle = errors.New("too few past forecasts for quantiles")

// Options of bands.
type Options struct {
	Levels []float64 // ascending probabilities; nil: see [Levels]
	Keep   int       // rounds of errors that are kept; 0: 182
	Rate   float64   // of the steering; 0: 0.02
	Recent int       // rounds that tell whether errors are large of late; 0: 7
	Every  int       // rounds after which errors are sorted anew; 0: 1
	Least  int       // rounds that must have been learned before there are quantiles; 0: 14
}

// Levels are those that are used where none are asked for: eleven.
func Levels() []float64 {
	return []float64{0.01, 0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95, 0.99}
}

// Bands learns from rounds of forecasts: a round is a day's 24 hours, or the
// leads of one forecast. It is for one goroutine.
type Bands struct {
	opt    Options
	slots  int
	steer  []float64 // by level, added to its probability
	rounds []round   // oldest first
	sample [][]float64
	scale  forecast.Scale
	fresh  int     // rounds learned since they were sorted
	swell  float64 // of errors of late against those that are kept
}

type round struct{ point, truth []float64 }

// New gives bands for rounds of so many slots.
func New(slots int, opt Options) *Bands {
	if opt.Levels == nil {
		opt.Levels = Levels()
	}
	if opt.Keep == 0 {
		opt.Keep = 182
	}
	if opt.Rate == 0 {
		opt.Rate = 0.02
	}
	if opt.Recent == 0 {
		opt.Recent = 7
	}
	if opt.Every == 0 {
		opt.Every = 1
	}
	if opt.Least == 0 {
		opt.Least = 14
	}
	return &Bands{opt: opt, slots: slots, steer: make([]float64, len(opt.Levels))}
}

// Levels are the probabilities of the quantiles.
func (b *Bands) Levels() []float64 { return slices.Clone(b.opt.Levels) }

// Learn takes the truth of a round that was forecast as point. Both have as many
// values as there are slots.
func (b *Bands) Learn(point, truth []float64) error {
	if len(point) != b.slots || len(truth) != b.slots {
		return fmt.Errorf("learn %d forecasts and %d truths: %d slots expected", len(point), len(truth), b.slots)
	}
	for i := range point {
		if math.IsNaN(point[i]+truth[i]) || math.IsInf(point[i]+truth[i], 0) {
			return fmt.Errorf("learn slot %d: forecast %v, truth %v", i, point[i], truth[i])
		}
	}
	if len(b.rounds) >= b.opt.Least {
		b.adjust(point, truth)
	}
	b.rounds = append(b.rounds, round{slices.Clone(point), slices.Clone(truth)})
	if len(b.rounds) > b.opt.Keep {
		b.rounds = b.rounds[1:]
	}
	if b.fresh++; b.fresh >= b.opt.Every {
		b.sample = nil
	}
	return nil
}

// adjust moves the levels towards being exceeded as often as they say.
func (b *Bands) adjust(point, truth []float64) {
	b.prepare()
	for k, level := range b.opt.Levels {
		below := 0.0
		for slot := range point {
			if truth[slot] <= b.at(slot, point[slot], level+b.steer[k]) {
				below += 1 / float64(len(point))
			}
		}
		b.steer[k] += b.opt.Rate * (level - below)
	}
}

// Quantiles of a round that is forecast as point, by slot, then level.
func (b *Bands) Quantiles(point []float64) ([][]float64, error) {
	if err := b.ready(point); err != nil {
		return nil, err
	}
	out := make([][]float64, len(point))
	for slot := range point {
		for k, level := range b.opt.Levels {
			out[slot] = append(out[slot], b.at(slot, point[slot], level+b.steer[k]))
		}
		slices.Sort(out[slot])
	}
	return out, nil
}

// Paths are n ways in which a round that is forecast as point may come out: in
// each the slots stand among their quantiles as they stood on one past round.
func (b *Bands) Paths(point []float64, n int, rng *rand.Rand) ([][]float64, error) {
	if err := b.ready(point); err != nil {
		return nil, err
	}
	out := make([][]float64, n)
	order := rng.Perm(len(b.rounds))
	for i := range out {
		if i > 0 && i%len(order) == 0 {
			order = rng.Perm(len(b.rounds))
		}
		past := b.rounds[order[i%len(order)]]
		path := make([]float64, len(point))
		for slot := range path {
			e := b.scale.Of(past.truth[slot]) - b.scale.Of(past.point[slot])
			rank, _ := slices.BinarySearch(b.sample[slot], e)
			level := (float64(rank) + rng.Float64()) / float64(len(b.sample[slot])+1)
			path[slot] = b.at(slot, point[slot], level+b.steering(level))
		}
		out[i] = path
	}
	return out, nil
}

// Strata are n values by slot, ascending and all as likely as each other: the
// means of the slot's distribution over n equal shares of probability. So their
// mean is the distribution's, with what lies in its tails.
func (b *Bands) Strata(point []float64, n int) ([][]float64, error) {
	if err := b.ready(point); err != nil {
		return nil, err
	}
	const cuts = 8 // of a share
	out := make([][]float64, len(point))
	for slot := range out {
		out[slot] = make([]float64, n)
		for i := range n * cuts {
			level := (float64(i) + 0.5) / float64(n*cuts)
			out[slot][i/cuts] += b.at(slot, point[slot], level+b.steering(level)) / cuts
		}
		slices.Sort(out[slot])
	}
	return out, nil
}

// Ready says that enough rounds have been learned for quantiles.
func (b *Bands) Ready() bool { return len(b.rounds) >= b.opt.Least }

func (b *Bands) ready(point []float64) error {
	if len(point) != b.slots {
		return fmt.Errorf("quantiles of %d values: %d slots expected", len(point), b.slots)
	}
	if len(b.rounds) < b.opt.Least {
		return fmt.Errorf("%w: %d of %d", ErrTooLittle, len(b.rounds), b.opt.Least)
	}
	b.prepare()
	return nil
}

// steering at any level is between that of its neighbours.
func (b *Bands) steering(level float64) float64 {
	levels := b.opt.Levels
	k, _ := slices.BinarySearch(levels, level)
	switch {
	case k == 0:
		return b.steer[0]
	case k == len(levels):
		return b.steer[k-1]
	}
	share := (level - levels[k-1]) / (levels[k] - levels[k-1])
	return b.steer[k-1] + share*(b.steer[k]-b.steer[k-1])
}

// prepare sorts the errors by slot, with those of the slots beside it.
func (b *Bands) prepare() {
	if b.sample != nil {
		return
	}
	var all []float64
	for _, r := range b.rounds {
		all = append(all, r.truth...)
	}
	b.fresh = 0
	b.scale = forecast.ScaleOf(all)
	b.sample = make([][]float64, b.slots)
	var late, ever float64
	for i, r := range b.rounds {
		for slot := range r.point {
			e := b.scale.Of(r.truth[slot]) - b.scale.Of(r.point[slot])
			ever += math.Abs(e) / float64(len(b.rounds))
			if i >= len(b.rounds)-b.opt.Recent {
				late += math.Abs(e) / float64(b.opt.Recent)
			}
			for to := max(0, slot-1); to <= min(b.slots-1, slot+1); to++ {
				b.sample[to] = append(b.sample[to], e)
			}
		}
	}
	for slot := range b.sample {
		slices.Sort(b.sample[slot])
	}
	b.swell = 1
	if ever > 0 {
		b.swell = math.Sqrt(min(max(late/ever, 0.25), 4))
	}
}

// at is the quantile of a slot at a level: with n errors, the k-th smallest is at
// the level k/(n+1).
func (b *Bands) at(slot int, point, level float64) float64 {
	sample := b.sample[slot]
	n := len(sample)
	where := min(max(level*float64(n+1)-1, 0), float64(n-1))
	low := int(where)
	high := min(low+1, n-1)
	e := sample[low] + (where-float64(low))*(sample[high]-sample[low])
	return b.scale.Back(b.scale.Of(point) + b.swell*e)
}
