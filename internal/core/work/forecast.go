package work

import (
	"bytes"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/forecast"
	"github.com/pouw-dem/pouwdem/internal/core/forecast/quantile"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
)

// A forecast is asked on the past of a series in place of a case file: leaf k is
// its k-th value after the past's end, as quantiles. Whether they are any good
// nobody can check before the truth is known; then a proper score says it.

// Past is a series up to now.
type Past struct {
	Name   string
	Start  time.Time     // of the first value
	Step   time.Duration // a whole part of a day
	Values []float64
}

const (
	pastFormat = "pouw-dem/past/1"
	mostPast   = 100_000 // values
	leastDays  = 15      // of a past
	weekDays   = 7
	mostAhead  = 96 // values of one task: a day of quarters of an hour
)

// Levels are the probabilities of the quantiles that a forecast gives, ascending.
func Levels() []float64 { return []float64{0.05, 0.25, 0.5, 0.75, 0.95} }

// Text is the past as a file, one value a line.
func (p Past) Text() []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s\n%s\n%d\n%d\n", pastFormat, p.Name, p.Start.Unix(), int(p.Step.Seconds()))
	for _, v := range p.Values {
		b.WriteString(strconv.FormatFloat(v, 'f', 4, 64))
		b.WriteByte('\n')
	}
	return b.Bytes()
}

// ParsePast reads what Text wrote.
func ParsePast(text []byte) (Past, error) {
	lines := strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")
	if len(lines) < 5 || lines[0] != pastFormat || len(lines) > mostPast {
		return Past{}, fmt.Errorf("%w: the past of a series has the format %s and up to %d values", ErrSpec, pastFormat, mostPast)
	}
	start, err := strconv.ParseInt(lines[2], 10, 64)
	step, err2 := strconv.Atoi(lines[3])
	const day = 24 * 3600
	if err != nil || err2 != nil || step < 60 || day%step != 0 || len(lines[1]) > 80 {
		return Past{}, fmt.Errorf("%w: the past of a series: want its name, its start and a step of whole parts of a day, both in seconds", ErrSpec)
	}
	p := Past{Name: lines[1], Start: time.Unix(start, 0).UTC(), Step: time.Duration(step) * time.Second}
	for i, line := range lines[4:] {
		v, err := strconv.ParseFloat(line, 64)
		if err != nil || math.IsNaN(v) || math.Abs(v) > 1e9 {
			return Past{}, fmt.Errorf("%w: value %d of the past of a series is %.20q", ErrSpec, i+1, line)
		}
		p.Values = append(p.Values, v)
	}
	if len(p.Values) < leastDays*p.slots() {
		return Past{}, fmt.Errorf("%w: %d values of the past of a series, want %d days of them", ErrSpec, len(p.Values), leastDays)
	}
	return p, nil
}

// End is when the past ends, and what is forecast begins.
func (p Past) End() time.Time { return p.Start.Add(time.Duration(len(p.Values)) * p.Step) }

// slots of a day.
func (p Past) slots() int { return int(24 * time.Hour / p.Step) }

// days are the whole days before the end, oldest first.
func (p Past) days() [][]float64 {
	n := p.slots()
	return slices.Collect(slices.Chunk(p.Values[len(p.Values)%n:], n))
}

// guesses are what a day may be like: the day before, the same day a week before,
// and the mean of the week.
func guesses(days [][]float64, d int) [3][]float64 {
	mean := make([]float64, len(days[0]))
	for _, day := range days[d-weekDays : d] {
		for slot, v := range day {
			mean[slot] += v / weekDays
		}
	}
	return [3][]float64{days[d-1], days[d-weekDays], mean}
}

// Quantiles forecasts the day after the past, by slot and level: the guesses by how
// well each has done, and around their mean what its errors have been.
func (p Past) Quantiles() ([][]float64, error) {
	days := p.days()
	bands := quantile.New(p.slots(), quantile.Options{Levels: Levels(), Least: weekDays})
	errs := [3]float64{1e-9, 1e-9, 1e-9} // all alike at first
	combined := func(d int) (point []float64, from [3][]float64, err error) {
		from = guesses(days, d)
		weights, err := forecast.Weights(errs[:])
		point = make([]float64, p.slots())
		for i := range weights {
			for slot, v := range from[i] {
				point[slot] += weights[i] * v
			}
		}
		return point, from, err
	}
	for d := weekDays; d < len(days); d++ {
		point, from, err := combined(d)
		if err == nil {
			err = bands.Learn(point, days[d])
		}
		if err != nil {
			return nil, fmt.Errorf("%w: %w", ErrSpec, err)
		}
		for i := range from {
			for slot, v := range from[i] {
				errs[i] += math.Abs(v - days[d][slot])
			}
		}
	}
	point, _, err := combined(len(days))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrSpec, err)
	}
	return bands.Quantiles(point)
}

// usual is what a slot has been, by level: what a forecast is to beat.
func (p Past) usual(slot int) []float64 {
	var seen []float64
	for _, day := range p.days() {
		seen = append(seen, day[slot])
	}
	slices.Sort(seen)
	var out []float64
	for _, level := range Levels() {
		out = append(out, seen[int(level*float64(len(seen)-1)+0.5)])
	}
	return out
}

func solveForecast(q *Question, _ int) (answers, error) {
	var a answers
	all, err := q.Past.Quantiles()
	if err != nil {
		return a, err
	}
	for k := range q.Spec.Count {
		raw := appendQuanta(nil, dualQuantum, all[k]...)
		a.add(forecastLeaf(k, raw), raw)
	}
	return a, nil
}

func forecastLeaf(index int, raw []byte) Leaf {
	return Leaf{Index: index, Status: Solved, Solution: HashShown(raw), Summary: proof.Summary{Lowest: proof.NoVoltage, Solved: 1}}
}

func decodeQuantiles(raw []byte) ([]float64, error) {
	r := reader{raw: raw}
	out := r.quanta(len(Levels()), dualQuantum)
	if err := r.end(); err != nil {
		return nil, err
	}
	if !slices.IsSorted(out) {
		return nil, fmt.Errorf("%w: quantiles cross: %v", ErrWrong, out)
	}
	return out, nil
}

// foreseen checks all of an opened leaf of a forecast that can be before the truth
// is known.
func (v *Verifier) foreseen(o Opening, done *Checked) error {
	if o.Leaf.Status != Solved {
		return fmt.Errorf("%w: status %d of a forecast", ErrWrong, o.Leaf.Status)
	}
	if err := committed(o); err != nil {
		return err
	}
	if _, err := decodeQuantiles(o.Voltages); err != nil {
		return err
	}
	done.Residue++
	return same(o.Leaf, forecastLeaf(o.Leaf.Index, o.Voltages))
}

// Score is how a forecast did: the mean continuous ranked probability score of its
// leaves, and that of what the series usually is, in the series' unit. Source:
// Gneiting and Raftery 2007, "Strictly proper scoring rules".
type Score struct {
	CRPS  float64 `json:"crps"`
	Usual float64 `json:"usual"`
}

// Skill is 0 for a forecast that says no more than what is usual, or less, and 1
// for one that knows the truth.
func (s Score) Skill() float64 {
	if !(s.Usual > 0) {
		return 0
	}
	return max(0, 1-s.CRPS/s.Usual)
}

// worthless is how many times what is usual a score may be until the forecast is
// none.
const worthless = 3

// Scored scores opened leaves by what came, one value each from the past's end on.
func (p Past) Scored(opened []Opening, truth []float64) (Score, error) {
	var s Score
	for _, o := range opened {
		q, err := decodeQuantiles(o.Voltages)
		if err != nil {
			return s, err
		}
		if o.Leaf.Index < 0 || o.Leaf.Index >= len(truth) || o.Leaf.Index >= p.slots() {
			return s, fmt.Errorf("%w: leaf %d of %d values", ErrWrong, o.Leaf.Index, len(truth))
		}
		came := truth[o.Leaf.Index]
		s.CRPS += forecast.CRPS(came, q, Levels()) / float64(len(opened))
		s.Usual += forecast.CRPS(came, p.usual(o.Leaf.Index), Levels()) / float64(len(opened))
	}
	if s.CRPS > worthless*s.Usual {
		return s, fmt.Errorf("%w: the forecast scores %.4g where what is usual scores %.4g", ErrWrong, s.CRPS, s.Usual)
	}
	return s, nil
}
