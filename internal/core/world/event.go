package world

import (
	"math"
	"slices"
	"time"
)

// Event is something imposed on the process for a time, to see what a program
// does: an emergency, or a price at a point. It changes real time only; the
// day-ahead market did not see it coming.
type Event struct {
	From time.Time
	To   time.Time
	// EEA is an energy emergency alert level, 1 to 3; 0 leaves it alone.
	EEA int
	// Point is the settlement point whose price is set; "*" sets all, empty none.
	Point string
	// USDPerMWh is that price.
	USDPerMWh float64
}

// With is the same world with one more event. It shares what w remembers.
func (w *World) With(e Event) *World {
	out := *w
	out.events = append(slices.Clip(w.events), e)
	return &out
}

// Until is the same world whose events end at t, if they have not before. What
// they did to the past stays.
func (w *World) Until(t time.Time) *World {
	out := *w
	out.events = slices.Clone(w.events)
	for i := range out.events {
		if t.Before(out.events[i].To) {
			out.events[i].To = t
		}
	}
	return &out
}

// imposed is a slot with the events that cover its mark: a dispatch run that is
// out already does not change.
func (w *World) imposed(s slot, index int64) slot {
	mark := time.Unix(index*slotSeconds, 0)
	for _, e := range w.events {
		if e.covers(mark) {
			s = w.priced(w.emergency(s, e.EEA, index), e)
		}
	}
	return s
}

// alert is a slot's state of emergency at the very moment t, which does not
// wait for the next dispatch.
func (w *World) alert(s slot, t time.Time) slot {
	for _, e := range w.events {
		if e.covers(t) {
			s = w.emergency(s, e.EEA, indexOf(t))
		}
	}
	return s
}

func (e Event) covers(t time.Time) bool { return !t.Before(e.From) && t.Before(e.To) }

// emergency raises a slot to an alert level: reserves below its threshold, and
// prices as scarce as that.
func (w *World) emergency(s slot, level int, index int64) slot {
	if level <= s.eea || level > 3 {
		return s
	}
	s.eea = level
	s.prc = math.Min(s.prc, []float64{0, 2.4, 1.9, 1.4}[level])
	raise := math.Max(0, []float64{0, 1500, 3000, capUSD}[level]-s.lambda)
	s.lambda += raise
	s.lmp = slices.Clone(s.lmp)
	for i := range s.lmp {
		s.lmp[i] = cents(s.lmp[i] + raise)
	}
	s.adder = 50 * float64(level)
	s.mcpc = w.realTimeReserve(&s, index)
	return s
}

// priced sets the price of a point, or of all.
func (w *World) priced(s slot, e Event) slot {
	if e.Point == "" {
		return s
	}
	s.lmp = slices.Clone(s.lmp)
	for i, p := range w.points {
		if e.Point == "*" || e.Point == p.Name {
			s.lmp[i] = e.USDPerMWh
		}
	}
	return s
}
