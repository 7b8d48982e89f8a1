package network

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"sort"
	"time"
)

// Day is how many blocks were found on a day, UTC.
type Day struct {
	Start  time.Time
	Blocks float64
}

// Epoch is 2,016 blocks of one difficulty.
type Epoch struct {
	Start      time.Time
	Height     int
	Difficulty float64
}

// Call is a forecast of one retarget, made part of the way through its epoch.
type Call struct {
	Epoch              int     // index
	Progress           float64 // of the epoch, a fraction
	Ours, Mempool      float64 // forecasts of the change; no change is 0
	Truth              float64
	Deviation          float64
	NoiseUsed, DriftBy float64 // the filter's daily step and drift
}

// Walk forecasts each retarget at the given progress from the days before alone.
// An epoch's first day counts in proportion to the time that it had left. days
// are without gaps; epochs that days do not cover are left out.
func Walk(days []Day, epochs []Epoch, progress []float64) ([]Call, error) {
	for i := 1; i < len(days); i++ {
		if !days[i].Start.Equal(days[i-1].Start.Add(24 * time.Hour)) {
			return nil, fmt.Errorf("%w: %s follows %s", ErrInput, days[i].Start.Format(time.DateOnly), days[i-1].Start.Format(time.DateOnly))
		}
	}
	w := walker{days: days, epochs: epochs}
	var calls []Call
	for e := 1; e+1 < len(epochs); e++ {
		const learned = 180 // days
		if w.dayOf(epochs[e].Start) < learned || w.dayOf(epochs[e+1].Start) >= len(days) {
			continue
		}
		step, drift := w.learn(w.dayOf(epochs[e].Start))
		for _, share := range progress {
			call, ok, err := w.call(e, share, step, drift)
			if err != nil {
				return nil, err
			}
			if ok {
				calls = append(calls, call)
			}
		}
	}
	return calls, nil
}

type walker struct {
	days   []Day
	epochs []Epoch
}

// dayOf is the index of the day that t lies in; it may be outside.
func (w *walker) dayOf(t time.Time) int {
	return int(math.Floor(t.Sub(w.days[0].Start).Hours() / 24))
}

// difficulty of a day: the one at which its blocks came, on average.
func (w *walker) difficulty(day int) (float64, bool) {
	start := w.days[0].Start.Add(time.Duration(day) * 24 * time.Hour)
	after := sort.Search(len(w.epochs), func(i int) bool { return w.epochs[i].Start.After(start) })
	if after == 0 {
		return 0, false
	}
	old := w.epochs[after-1].Difficulty
	if after == len(w.epochs) {
		return old, true
	}
	share := math.Min(w.epochs[after].Start.Sub(start).Hours()/24, 1)
	return 1 / (share/old + (1-share)/w.epochs[after].Difficulty), true
}

// filter has seen the days before a day.
func (w *walker) filter(before int, step, drift float64) (*Filter, error) {
	const memory = 365 // days
	f := NewFilter(step, drift)
	for d := max(0, before-memory); d < before; d++ {
		if difficulty, ok := w.difficulty(d); ok {
			if err := f.Observe(w.days[d].Blocks, 24*time.Hour, difficulty); err != nil {
				return nil, err
			}
		}
	}
	return f, nil
}

// learn picks the step and the drift that explain the days before best.
func (w *walker) learn(before int) (step, drift float64) {
	best := math.Inf(-1)
	for _, s := range []float64{0.003, 0.005, 0.0075, 0.01, 0.015, 0.02} {
		for _, d := range []float64{0, 0.0005, 0.001, 0.0015} {
			if f, err := w.filter(before, s, d); err == nil && f.Fit() > best {
				best, step, drift = f.Fit(), s, d
			}
		}
	}
	return step, drift
}

// call forecasts an epoch's retarget on the first midnight after the progress.
func (w *walker) call(e int, share, step, drift float64) (Call, bool, error) {
	epoch := w.epochs[e]
	first := w.dayOf(epoch.Start)
	midnight := func(day int) time.Time { return w.days[0].Start.Add(time.Duration(day) * 24 * time.Hour) }
	found := w.days[first].Blocks * midnight(first+1).Sub(epoch.Start).Hours() / 24
	day := first + 1
	for found < share*EpochBlocks && day < len(w.days) {
		found += w.days[day].Blocks
		day++
	}
	if !midnight(day).Before(w.epochs[e+1].Start) || found >= EpochBlocks {
		return Call{}, false, nil
	}
	f, err := w.filter(day, step, drift)
	if err != nil {
		return Call{}, false, err
	}
	elapsed := midnight(day).Sub(epoch.Start)
	o, err := f.Retarget(found, elapsed, epoch.Difficulty)
	if err != nil {
		return Call{}, false, err
	}
	return Call{
		Epoch: e, Progress: share, Ours: o.Change, Deviation: o.Deviation,
		Mempool:   Mempool(found, elapsed, w.quarter(day), epoch.Difficulty/w.epochs[e-1].Difficulty-1),
		Truth:     w.epochs[e+1].Difficulty/epoch.Difficulty - 1,
		NoiseUsed: step, DriftBy: drift,
	}, true, nil
}

// quarter is how long before a midnight the 504th last block was found.
func (w *walker) quarter(day int) time.Duration {
	left := float64(EpochBlocks / 4)
	for d := day - 1; d >= 0; d-- {
		if w.days[d].Blocks >= left {
			return time.Duration(day-1-d)*24*time.Hour + time.Duration(left/w.days[d].Blocks*24*float64(time.Hour))
		}
		left -= w.days[d].Blocks
	}
	return 0
}

// Errors are root mean squares, in percentage points, at one progress.
type Errors struct {
	Progress                float64
	N                       int
	Ours, NoChange, Mempool float64
}

// Score sums calls up by progress.
func Score(calls []Call) []Errors {
	by := map[float64]*Errors{}
	for _, c := range calls {
		e := by[c.Progress]
		if e == nil {
			e = &Errors{Progress: c.Progress}
			by[c.Progress] = e
		}
		e.N++
		e.Ours += (c.Ours - c.Truth) * (c.Ours - c.Truth)
		e.NoChange += c.Truth * c.Truth
		e.Mempool += (c.Mempool - c.Truth) * (c.Mempool - c.Truth)
	}
	out := make([]Errors, 0, len(by))
	for _, e := range by {
		n := float64(e.N)
		e.Ours, e.NoChange, e.Mempool = 100*math.Sqrt(e.Ours/n), 100*math.Sqrt(e.NoChange/n), 100*math.Sqrt(e.Mempool/n)
		out = append(out, *e)
	}
	slices.SortFunc(out, func(a, b Errors) int { return int(math.Copysign(1, a.Progress-b.Progress)) })
	return out
}

// Simulate scores forecasts on epochs whose hashrate changes from one to the next
// by a factor whose logarithm has the given standard deviation, block by block.
// The filter looks every two hours.
func Simulate(epochs int, deviation float64, progress []float64, rng *rand.Rand) ([]Errors, error) {
	const look = 2 * time.Hour
	step := deviation / math.Sqrt(EpochBlocks*Spacing.Hours()/24)
	f := NewFilter(step, 0)
	var calls []Call
	var recent []float64 // spacings of the last 504 blocks, seconds
	difficulty, rate, previous := 1.0, 1.0, 0.0
	since, blocks := 0.0, 0.0 // of the look that runs
	for e := range epochs {
		elapsed, next := 0.0, 0
		epoch := make([]Call, 0, len(progress))
		for n := range EpochBlocks {
			wait := rng.ExpFloat64() * Spacing.Seconds() * difficulty / rate
			elapsed, since, blocks = elapsed+wait, since+wait, blocks+1
			if recent = append(recent, wait); len(recent) > EpochBlocks/4 {
				recent = recent[1:]
			}
			due := next < len(progress) && float64(n+1) >= progress[next]*EpochBlocks
			if due || since >= look.Seconds() || n == EpochBlocks-1 {
				if err := f.Observe(blocks, time.Duration(since*float64(time.Second)), difficulty); err != nil {
					return nil, err
				}
				since, blocks = 0, 0
			}
			if !due {
				continue
			}
			span := time.Duration(elapsed * float64(time.Second))
			o, err := f.Retarget(float64(n+1), span, difficulty)
			if err != nil {
				return nil, err
			}
			var quarter float64
			for _, w := range recent {
				quarter += w
			}
			epoch = append(epoch, Call{
				Epoch: e, Progress: progress[next], Ours: o.Change,
				Mempool: Mempool(float64(n+1), span, time.Duration(quarter*float64(time.Second)), previous),
			})
			next++
		}
		previous = EpochBlocks*Spacing.Seconds()/elapsed - 1
		for i := range epoch {
			epoch[i].Truth = previous
		}
		if e >= 8 { // the filter has settled
			calls = append(calls, epoch...)
		}
		difficulty *= 1 + previous
		rate *= math.Exp(deviation * rng.NormFloat64())
	}
	return Score(calls), nil
}
