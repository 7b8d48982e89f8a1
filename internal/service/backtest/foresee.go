package backtest

import (
	"math"
	"math/rand/v2"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/forecast/intraday"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Forecast is what policies that look ahead are given. The zero value is the
// forecast that live running makes, learned from what had been seen by then.
type Forecast struct {
	None     bool    `json:"none,omitempty"`     // nothing: day-ahead prices stand in
	Perfect  bool    `json:"perfect,omitempty"`  // the prices themselves, which nobody has
	Shuffled bool    `json:"shuffled,omitempty"` // its own, with the hours of each dealt out at random
	Errors   float64 `json:"errors,omitempty"`   // its own, with errors so many times as large; 0: as they are
}

// name of a forecast, for people.
func (f Forecast) name() string {
	switch {
	case f.None:
		return "none"
	case f.Perfect:
		return "perfect"
	case f.Shuffled:
		return "own, its hours shuffled"
	case f.Errors != 0 && f.Errors != 1:
		return "own, errors scaled"
	}
	return "own"
}

const (
	// warmUp is how long before the first interval forecasts begin to learn.
	warmUp = 120 * 24 * time.Hour
	// waysAhead is how many paths a forecast has, as in live running.
	waysAhead = 20
	// hoursAhead is how far hourly forecasts reach.
	hoursAhead = 48
)

// seer forecasts the price of a timeline as it goes along: at any interval it
// has seen the prices that had settled by then, and no others. Hourly prices are
// forecast as if they were quarters of an hour, on a clock that is four times as slow.
type seer struct {
	line    *timeline
	mode    Forecast
	tracker *intraday.Tracker
	prices  []market.Quote // of the time before the timeline and in it
	fed     int
	points  []float64 // after the newest price
	ahead   map[int64]market.Quote
	rng     *rand.Rand
	made    *market.Outlook
	madeAt  int
}

func (l *timeline) seer(mode Forecast) *seer {
	if len(l.settled) == 0 || mode.None {
		return nil
	}
	first := l.intervals[0].Start
	past := clip(l.data.Spot, func(q market.Quote) time.Time { return q.Start }, first.Add(-warmUp), first)
	s := &seer{line: l, mode: mode, tracker: intraday.New(intraday.PriceUnit), madeAt: -1, ahead: make(map[int64]market.Quote, len(l.data.DayAhead))}
	if len(past) > 0 {
		s.prices = append(s.prices, means(past, l.settled[0].Length)...)
	}
	s.prices = append(s.prices, l.settled...)
	for _, q := range l.data.DayAhead {
		s.ahead[q.Start.Unix()] = q
	}
	// Arbitrary and fixed.
	s.rng = rand.New(rand.NewPCG(20_240_508, 6))
	return s
}

// slow is a moment on the clock of forecasts.
func (s *seer) slow(t time.Time) time.Time {
	length := int64(s.line.settled[0].Length / time.Second)
	return time.Unix(t.Unix()/length*int64(intraday.Step/time.Second), 0).UTC()
}

// outlook is the forecast that is there at the beginning of an interval; nil
// where too little was seen.
func (s *seer) outlook(i int) *market.Outlook {
	if s == nil {
		return nil
	}
	if s.mode.Perfect {
		return s.truth(i)
	}
	asOf := s.line.intervals[i].Start.Add(-s.line.lag)
	fresh := false
	for ; s.fed < len(s.prices) && !s.prices[s.fed].Interval().End().After(asOf); s.fed++ {
		q := s.prices[s.fed]
		s.points = s.tracker.Step(s.slow(q.Start), q.Value, func(lead int) (float64, bool) {
			return s.expected(q.Start.Add(time.Duration(lead)*q.Length), q.Interval().End())
		})
		fresh = true
	}
	if fresh {
		s.made = s.make()
	}
	return s.made
}

// expected is the day-ahead price for a moment by what was known: its own, or
// that of the same hour of the newest day before.
func (s *seer) expected(t, known time.Time) (float64, bool) {
	hour := t.Truncate(time.Hour)
	for range 10 {
		if q, ok := s.ahead[hour.Unix()]; ok && !q.Known.After(known) {
			return q.Value, true
		}
		hour = hour.Add(-24 * time.Hour)
	}
	return 0, false
}

// make puts the outlook together that follows the newest price.
func (s *seer) make() *market.Outlook {
	newest := s.prices[s.fed-1]
	reach := 0
	for reach < len(s.points) && !math.IsNaN(s.points[reach]) {
		reach++
	}
	var o market.Outlook
	if newest.Length == intraday.Step {
		o = s.tracker.Outlook(newest.Start, s.points[:reach], waysAhead)
	} else {
		o = market.Outlook{At: newest.Interval().End(), First: newest.Interval().End()}
		o.Paths = s.tracker.Paths(s.slow(newest.Start), s.points[:min(reach, hoursAhead)], waysAhead)
		for k := 0; k < min(reach, hoursAhead); k++ {
			o.Minutes, o.Point = append(o.Minutes, int(newest.Length.Minutes())), append(o.Point, s.points[k])
		}
	}
	if len(o.Paths) == 0 {
		return nil
	}
	o.Model, o.Source, o.Known, o.Simulated = intraday.Name, s.line.site.Point, o.At, newest.Simulated
	s.spoil(&o)
	return &o
}

// spoil makes a forecast worse, or better than it can be, as the study asks.
func (s *seer) spoil(o *market.Outlook) {
	if s.mode.Shuffled {
		order := s.rng.Perm(len(o.Minutes))
		for _, path := range o.Paths {
			was := append([]float64(nil), path...)
			for k := range path {
				path[k] = was[order[k]]
			}
		}
	}
	if s.mode.Errors == 0 || s.mode.Errors == 1 {
		return
	}
	for k, slot := range o.Slots() {
		truth, ok := s.mean(slot)
		if !ok {
			continue
		}
		for _, path := range o.Paths {
			path[k] = truth + s.mode.Errors*(path[k]-truth)
		}
	}
}

// truth is the outlook of those who know the future.
func (s *seer) truth(i int) *market.Outlook {
	at := s.line.intervals[i].Start
	o := &market.Outlook{Model: "perfect foresight", Source: s.line.site.Point, At: at, Known: at, First: at, Paths: [][]float64{nil}}
	length := s.line.settled[0].Length
	for slot := unit.IntervalAt(at, length); slot.Start.Before(at.Add(hoursAhead * time.Hour)); slot = slot.Next() {
		truth, ok := s.mean(slot)
		if !ok {
			break
		}
		o.Minutes, o.Paths[0] = append(o.Minutes, int(length.Minutes())), append(o.Paths[0], truth)
	}
	if len(o.Minutes) == 0 {
		return nil
	}
	o.First = unit.IntervalAt(at, length).Start
	return o
}

// mean is the mean price of a slot, which may lie in the future.
func (s *seer) mean(slot unit.Interval) (float64, bool) {
	all := s.line.settled
	from := search(all, func(q market.Quote) bool { return !q.Start.Before(slot.Start) })
	sum, n := 0.0, 0
	for k := from; k < len(all) && all[k].Start.Before(slot.End()); k++ {
		sum += all[k].Value
		n++
	}
	if n == 0 {
		return 0, false
	}
	return sum / float64(n), true
}
