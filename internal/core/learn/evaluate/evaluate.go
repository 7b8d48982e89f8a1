// Package evaluate scores policies by their daily profits: paired differences
// from a baseline, the share of what perfect foresight earns above it, and the
// uncertainty of both over days and training seeds together. It is pure
// arithmetic: who ran the policies, and where, is not its business.
package evaluate

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
)

// Resamples of the bootstrap, and the mean length of its blocks: a week keeps
// together what weather and demand tie together.
const (
	Resamples = 2000
	blockDays = 7
)

// LeastGap is the share of the best profit that must lie between baseline and
// perfect foresight for a capture ratio to mean anything.
const LeastGap = 0.01

// Runs is what policies earned day by day, $, over the same days.
type Runs struct {
	Baseline  []float64
	Foresight []float64
	Seeds     [][]float64 // of the policy that is scored: a row for each training seed, or one
}

// Score is how a policy did.
type Score struct {
	ProfitUSD   float64     `json:"profit_usd"`         // interquartile mean over the seeds
	AboveUSD    float64     `json:"above_baseline_usd"` // likewise
	AboveCI     [2]float64  `json:"above_baseline_usd_ci95"`
	Capture     *float64    `json:"capture_ratio"` // null where it means nothing
	CaptureCI   *[2]float64 `json:"capture_ratio_ci95"`
	CaptureNote string      `json:"capture_ratio_note,omitempty"`
	Tail        float64     `json:"cvar_5_usd"`    // mean of the worst twentieth of days above the baseline
	WorstDay    float64     `json:"worst_day_usd"` // above the baseline
	WorstWeek   float64     `json:"worst_week_usd"`
	Drawdown    float64     `json:"drawdown_usd"` // largest fall of what is above the baseline
	Seeds       []float64   `json:"seeds_above_baseline_usd"`
	WorstSeed   float64     `json:"worst_seed_usd"`
	Better      float64     `json:"probability_better"` // share of resamples in which it is above the baseline
}

// Of scores runs. The same seed draws the same days whatever is scored, so that
// scores of several policies are paired.
func Of(r Runs, seed uint64) (Score, error) {
	days := len(r.Baseline)
	if days == 0 || len(r.Foresight) != days || len(r.Seeds) == 0 {
		return Score{}, errors.New("scoring needs days, perfect foresight and at least one run")
	}
	gap := difference(r.Foresight, r.Baseline)
	above := make([][]float64, len(r.Seeds))
	var s Score
	for i, daily := range r.Seeds {
		if len(daily) != days {
			return Score{}, fmt.Errorf("run %d has %d days, the baseline %d", i, len(daily), days)
		}
		above[i] = difference(daily, r.Baseline)
		s.Seeds = append(s.Seeds, total(above[i]))
	}
	s.AboveUSD, s.WorstSeed = IQM(s.Seeds), slices.Min(s.Seeds)
	s.ProfitUSD = total(r.Baseline) + s.AboveUSD
	sums, ratios := make([]float64, 0, Resamples), make([]float64, 0, Resamples)
	gaps := make([]float64, 0, Resamples)
	rng := rand.New(rand.NewPCG(seed, 7))
	for range Resamples {
		draw := Blocks(days, rng)
		picked := make([]float64, len(above))
		for i := range picked {
			picked[i] = over(above[rng.IntN(len(above))], draw)
		}
		sum, g := IQM(picked), over(gap, draw)
		sums, gaps = append(sums, sum), append(gaps, g)
		if sum > 0 {
			s.Better += 1.0 / Resamples
		}
		if g > 0 {
			ratios = append(ratios, sum/g)
		}
	}
	s.AboveCI = middle(sums)
	s.risk(above)
	s.capture(total(gap), total(r.Foresight), middle(gaps), ratios)
	return s, nil
}

// capture sets the ratio where it means something, else the note that says why
// not.
func (s *Score) capture(gap, foresight float64, ci [2]float64, ratios []float64) {
	switch {
	case !(gap > 0):
		s.CaptureNote = fmt.Sprintf("no ratio: perfect foresight earns %.0f $ above the baseline", gap)
	case gap < LeastGap*math.Abs(foresight):
		s.CaptureNote = fmt.Sprintf("no ratio: only %.0f $ (%.2f %% of profit) lie between the baseline and perfect foresight, 1 %% is asked for", gap, 100*gap/math.Abs(foresight))
	case ci[0] <= 0:
		s.CaptureNote = fmt.Sprintf("no ratio: the 95 %% interval of the gap, %.0f to %.0f $, touches zero", ci[0], ci[1])
	default:
		ratio, interval := s.AboveUSD/gap, middle(ratios)
		s.Capture, s.CaptureCI = &ratio, &interval
	}
}

// risk is of the median seed's days.
func (s *Score) risk(above [][]float64) {
	order := make([]int, len(above))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		switch {
		case s.Seeds[a] < s.Seeds[b]:
			return -1
		case s.Seeds[a] > s.Seeds[b]:
			return 1
		}
		return 0
	})
	days := above[order[len(order)/2]]
	sorted := slices.Sorted(slices.Values(days))
	worst := sorted[:max(1, len(sorted)/20)]
	s.Tail, s.WorstDay = total(worst)/float64(len(worst)), sorted[0]
	s.WorstWeek = math.Inf(1)
	for i := 0; i+7 <= len(days); i++ {
		s.WorstWeek = min(s.WorstWeek, total(days[i:i+7]))
	}
	if math.IsInf(s.WorstWeek, 1) {
		s.WorstWeek = total(days)
	}
	sum, peak := 0.0, 0.0
	for _, d := range days {
		sum += d
		peak = max(peak, sum)
		s.Drawdown = max(s.Drawdown, peak-sum)
	}
}

// Interval is the 95 % interval of the sum of daily values over resampled blocks
// of days.
func Interval(daily []float64, seed uint64) [2]float64 {
	rng := rand.New(rand.NewPCG(seed, 7))
	sums := make([]float64, Resamples)
	for i := range sums {
		sums[i] = over(daily, Blocks(len(daily), rng))
	}
	return middle(sums)
}

// Blocks draws days with replacement in blocks of geometric length, mean a week,
// round the end (Politis and Romano 1994, the stationary bootstrap).
func Blocks(days int, rng *rand.Rand) []int32 {
	draw := make([]int32, days)
	at := 0
	for i := range draw {
		if i == 0 || rng.Float64() < 1.0/blockDays {
			at = rng.IntN(days)
		} else {
			at = (at + 1) % days
		}
		draw[i] = int32(at) //nolint:gosec // a day of the study
	}
	return draw
}

// IQM is the interquartile mean: of the middle half of the values, those at its
// edges by their part (Agarwal et al. 2021).
func IQM(values []float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	n := float64(len(sorted))
	var sum, weight float64
	for i, v := range sorted {
		w := min(float64(i+1), 0.75*n) - max(float64(i), 0.25*n)
		if w > 0 {
			sum += w * v
			weight += w
		}
	}
	return sum / weight
}

func difference(a, b []float64) []float64 {
	d := make([]float64, len(a))
	for i := range a {
		d[i] = a[i] - b[i]
	}
	return d
}

func total(x []float64) (sum float64) {
	for _, v := range x {
		sum += v
	}
	return sum
}

func over(daily []float64, draw []int32) (sum float64) {
	for _, day := range draw {
		sum += daily[day]
	}
	return sum
}

func middle(values []float64) [2]float64 {
	slices.Sort(values)
	at := func(q float64) float64 { return values[int(q*float64(len(values)-1)+0.5)] }
	return [2]float64{at(0.025), at(0.975)}
}
