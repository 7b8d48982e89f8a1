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

// Calm is the same world without events.
func (w *World) Calm() *World {
	out := *w
	out.events = nil
	return &out
}

// imposed is a slot with the events that touch it.
func (w *World) imposed(s slot, index int64) slot {
	at := time.Unix(index*slotSeconds, 0)
	end := at.Add(slotSeconds * time.Second)
	for _, e := range w.events {
		if !e.From.Before(end) || !at.Before(e.To) {
			continue
		}
		s = w.emergency(s, e.EEA, index)
		s = w.priced(s, e)
	}
	return s
}

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
