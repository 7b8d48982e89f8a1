package world

import (
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Run is a run of security-constrained economic dispatch: it sets prices from
// its time stamp until the next run's.
type Run struct {
	Mark  time.Time // the five-minute mark it is for
	Stamp time.Time // when it ran, a few seconds later
	// Lambda is the system's marginal price in $/MWh.
	Lambda float64
	// LMP is the locational price in $/MWh by point, in the order of [Points].
	LMP []float64
	// MCPC is the capacity price in $/MW per h by product, in the order of
	// [Products].
	MCPC []float64
	// Adder is the reliability deployment adder in $/MWh, which settlement adds
	// to every point.
	Adder float64
}

// Run is the dispatch run of the five-minute interval that contains t.
func (w *World) Run(t time.Time) Run {
	i := indexOf(t)
	s := w.at(i)
	return Run{
		Mark:   time.Unix(i*slotSeconds, 0).UTC(),
		Stamp:  w.seed.stamp(i),
		Lambda: s.lambda,
		LMP:    s.lmp,
		MCPC:   s.mcpc,
		Adder:  s.adder,
	}
}

// Settled is what one settlement interval settles at.
type Settled struct {
	Interval unit.Interval
	SPP      []float64 // $/MWh by point, in the order of [Points]
	MCPC     []float64 // $/MW per h by product, in the order of [Products]
}

// Settle is the settlement interval that contains t: each point's price is the
// mean of the runs' locational prices weighted by the time that each was in
// force, plus the mean of the adder weighted alike. The first seconds belong to
// the run before.
func (w *World) Settle(t time.Time) Settled {
	quarter := unit.IntervalAt(t, unit.Settlement)
	out := Settled{
		Interval: quarter,
		SPP:      make([]float64, len(w.points)),
		MCPC:     make([]float64, len(w.reserves)),
	}
	for run := w.Run(quarter.Start.Add(-1)); run.Stamp.Before(quarter.End()); {
		next := w.Run(run.Mark.Add(unit.Control))
		weight := overlap(quarter, run.Stamp, next.Stamp)
		for i := range out.SPP {
			out.SPP[i] += weight * (run.LMP[i] + run.Adder)
		}
		for i := range out.MCPC {
			out.MCPC[i] += weight * run.MCPC[i]
		}
		run = next
	}
	for i := range out.SPP {
		out.SPP[i] = cents(out.SPP[i])
	}
	for i := range out.MCPC {
		out.MCPC[i] = cents(out.MCPC[i])
	}
	return out
}

// overlap is the share of an interval that [from, to) covers.
func overlap(i unit.Interval, from, to time.Time) float64 {
	if from.Before(i.Start) {
		from = i.Start
	}
	if to.After(i.End()) {
		to = i.End()
	}
	return to.Sub(from).Seconds() / i.Length.Seconds()
}

// DayAhead is the day-ahead market of an operating day. The caller must not
// change it.
func (w *World) DayAhead(d unit.Day) DayAhead { return w.day(d).ahead }

// Indicative is what the look-ahead run of the interval that contains t expects
// capacity to cost ahead of it, by product: today's scarcity fading towards the
// day-ahead market's view.
func (w *World) Indicative(t time.Time, ahead time.Duration) []float64 {
	now := w.at(indexOf(t))
	then := t.Add(ahead)
	market := w.DayAhead(unit.DayOf(then))
	hour := int(then.Sub(market.Day.Start()) / time.Hour)
	fade := 1.0
	for range int(ahead / unit.Control) {
		fade *= 0.9
	}
	out := make([]float64, len(now.mcpc))
	for p := range out {
		out[p] = cents(fade*now.mcpc[p] + (1-fade)*market.MCPC[p][hour])
	}
	return out
}
