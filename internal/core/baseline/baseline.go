// Package baseline says what a site would have drawn had it not been curtailed,
// by four methods, and how far each can be off: it runs each where nothing was
// curtailed, and calls what it then finds an error.
//
// The methods are those of ERCOT's Demand Response Baseline Methodologies
// (statistical regression, the middle eight of ten like days, meter before and
// after) and NAESB's maximum base load. It is not for claiming anything
// (core/reward).
package baseline

import (
	"math"
	"slices"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Point is a control interval at a settlement meter.
type Point struct {
	Start    time.Time
	KWh      float64
	Price    float64 // settlement point price, $/MWh; NaN where none is known
	Measured bool
	Excluded bool // curtailed, or an outage: no like interval
}

// Method names a baseline.
type Method string

// The methods.
const (
	MeterBefore Method = "meter_before" // mean of the hour before
	EightOfTen  Method = "eight_of_ten" // middle eight of ten like days, adjusted by the hours before
	Regression  Method = "regression"   // on price, hour and kind of day
	MaxBase     Method = "max_base"     // a declared maximum base load: held or not, no energy
)

// Methods are those that find energy, in the order in which equals are taken.
func Methods() []Method { return []Method{MeterBefore, EightOfTen, Regression} }

// Estimate is what a method finds for a window.
type Estimate struct {
	Method  Method  `json:"method"`
	KWh     float64 `json:"baseline_kwh"`
	Why     string  `json:"why,omitempty"` // why there is none; empty where there is
	Placebo Placebo `json:"placebo"`
}

// Placebo is what a method finds where nothing was curtailed, as shares of what
// was drawn: it should be nothing.
type Placebo struct {
	Windows int     `json:"windows"`
	Bias    float64 `json:"bias"`  // mean of the error; above 0: it finds energy that was not saved
	RRMSE   float64 `json:"rrmse"` // root mean square of the error
	Band    float64 `json:"band"`  // nine tenths of the errors are no further above 0
}

const (
	hour        = int(time.Hour / unit.Control)
	day         = 24 * hour
	likeDays    = 10
	kept        = 8
	mostWindows = 60
	leastPlaced = 10 // windows below which an error is not known
	capAdjust   = 1.2
)

// series looks points up by their start.
type series struct {
	points []Point
	at     map[int64]int
	fit    *fitted // lazily
}

func newSeries(points []Point) *series {
	s := &series{points: points, at: make(map[int64]int, len(points))}
	for i, p := range points {
		s.at[p.Start.Unix()] = i
	}
	return s
}

// Estimates runs every method for the window of n points from the one at start,
// and its placebo. Only points before the window, and like ones of other days
// before it, are looked at.
func Estimates(points []Point, start time.Time, n int) []Estimate {
	s := newSeries(points)
	first, ok := s.at[start.Unix()]
	var out []Estimate
	for _, m := range Methods() {
		e := Estimate{Method: m}
		if !ok {
			e.Why = "the window is not among the points"
		} else if e.KWh, e.Why = s.estimate(m, first, n); e.Why == "" {
			e.Placebo = s.placebo(m, first, n)
			if e.Placebo.Windows < leastPlaced {
				e.Why = "too few ordinary windows to know its error by"
			}
		}
		out = append(out, e)
	}
	return out
}

// Best is the estimate whose placebo is off least; ok is false where no method
// applies.
func Best(all []Estimate) (e Estimate, ok bool) {
	for _, c := range all {
		if c.Why == "" && (!ok || c.Placebo.RRMSE < e.Placebo.RRMSE) {
			e, ok = c, true
		}
	}
	return e, ok
}

// Held reports whether a site kept to a declared maximum base load over a
// window: the mean power of every interval was at most so much.
func Held(points []Point, start time.Time, n int, declaredKW float64) (held bool, share float64) {
	s := newSeries(points)
	first, ok := s.at[start.Unix()]
	if !ok || first+n > len(points) || n == 0 {
		return false, 0
	}
	under := 0
	for _, p := range points[first : first+n] {
		if p.Measured && p.KWh*float64(hour) <= declaredKW*(1+1e-9) {
			under++
		}
	}
	return under == n, float64(under) / float64(n)
}

// estimate is a method's energy for a window, or why there is none.
func (s *series) estimate(m Method, first, n int) (kWh float64, why string) {
	switch m {
	case MeterBefore:
		return s.before(first, n)
	case EightOfTen:
		return s.like(first, n)
	case Regression:
		return s.regress(first, n)
	}
	return 0, "no such method"
}

// before is the mean of the last hour of ordinary intervals, which lies within
// three before the window.
func (s *series) before(first, n int) (float64, string) {
	sum, count := 0.0, 0
	for i := first - 1; i >= 0 && i >= first-3*hour && count < hour; i-- {
		if p := s.points[i]; p.Measured && !p.Excluded {
			sum += p.KWh
			count++
		}
	}
	if count < hour {
		return 0, "the three hours before have no hour without curtailment"
	}
	return sum / float64(count) * float64(n), ""
}

// like is the mean of the same hours of the middle eight of the ten like days
// before, adjusted by what the two hours before the window drew against the same
// on those days, by at most a fifth.
func (s *series) like(first, n int) (float64, string) {
	type dayOf struct{ window, before float64 }
	var days []dayOf
	start := s.points[first].Start
	weekend := isWeekend(start)
	for back := 1; back <= 45 && len(days) < likeDays; back++ {
		at := start.AddDate(0, 0, -back)
		if isWeekend(at) != weekend {
			continue
		}
		window, ok := s.sum(at, n)
		before, okBefore := s.sum(at.Add(-2*time.Hour), 2*hour)
		if ok && okBefore {
			days = append(days, dayOf{window, before})
		}
	}
	if len(days) < likeDays {
		return 0, "fewer than ten like days without curtailment in those hours"
	}
	slices.SortFunc(days, func(a, b dayOf) int {
		switch {
		case a.window < b.window:
			return -1
		case a.window > b.window:
			return 1
		}
		return 0
	})
	var window, before float64
	for _, d := range days[1 : 1+kept] {
		window += d.window / kept
		before += d.before / kept
	}
	if drawn, ok := s.sum(start.Add(-2*time.Hour), 2*hour); ok && before > 0 {
		window *= min(max(drawn/before, 1/capAdjust), capAdjust)
	}
	return window, ""
}

// sum is the energy of n ordinary points from a moment; ok is false where one is
// missing or no ordinary one.
func (s *series) sum(start time.Time, n int) (kWh float64, ok bool) {
	first, ok := s.at[start.Unix()]
	if !ok || first+n > len(s.points) {
		return 0, false
	}
	for _, p := range s.points[first : first+n] {
		if !p.Measured || p.Excluded {
			return 0, false
		}
		kWh += p.KWh
	}
	return kWh, s.points[first+n-1].Start.Equal(start.Add(time.Duration(n-1) * unit.Control))
}

func isWeekend(t time.Time) bool {
	d := unit.Central(t).Weekday()
	return d == time.Saturday || d == time.Sunday
}

// placebo runs a method over windows of the same length that were not curtailed,
// spread over the days before.
func (s *series) placebo(m Method, first, n int) Placebo {
	var errs []float64
	var p Placebo
	step := max(hour, first/(3*mostWindows))
	for at := first - n; at > 0 && len(errs) < mostWindows; at -= step {
		actual, ok := s.sum(s.points[at].Start, n)
		if !ok || actual <= 0 {
			continue
		}
		found, why := s.estimate(m, at, n)
		if why != "" {
			continue
		}
		e := (found - actual) / actual
		errs = append(errs, e)
		p.Bias += e
		p.RRMSE += e * e
	}
	if p.Windows = len(errs); p.Windows == 0 {
		return p
	}
	p.Bias /= float64(p.Windows)
	p.RRMSE = math.Sqrt(p.RRMSE / float64(p.Windows))
	slices.Sort(errs)
	p.Band = max(0, errs[min(len(errs)-1, int(0.9*float64(len(errs))))])
	return p
}
