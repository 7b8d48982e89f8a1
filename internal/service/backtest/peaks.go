package backtest

import (
	"fmt"
	"math"
	"math/rand/v2"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/forecast/peak"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// peaks is what a timeline knows of coincident peaks: the chance of each hour as
// it begins, whether the static rule calls it, and which hours they turned out
// to be. Hourly load stands in for the quarter hours that settle.
type peaks struct {
	chances map[int64][]market.Quote // by hour: of it and the later ones of its day
	called  map[int64]bool           // by the static rule
	actual  map[int64]float64        // by hour: what a MW at the meter costs in it, $
	ratio   float64                  // of the static rule
	note    string
}

const (
	peakDraws = 400
	// loadDeviation is the error that the load forecast of a day is taken to have, a
	// fraction; the naive forecast that is used here has been off by about as much.
	loadDeviation = 0.03
	peakDays      = 56 // of daily peaks that a month's rest is drawn from
)

// day is the load of an operating day by hour of it, MW.
type loadDay struct {
	day  unit.Day
	load [24]float64
	ok   bool
}

// newPeaks walks through the load. ratio is that of the static rule; 0: the one
// that would have served best in the months before the timeline.
func (l *timeline) newPeaks(margin float64) (*peaks, error) {
	if l.site.Transmission == nil {
		return nil, nil
	}
	days := loadDays(l.data.Load)
	if len(days) < peakDays {
		return nil, fmt.Errorf("lever cp: %d days of load; give a file that begins at least %d days before the study", len(days), peakDays)
	}
	p := &peaks{chances: make(map[int64][]market.Quote), called: make(map[int64]bool), actual: make(map[int64]float64)}
	p.ratio, p.note = l.tuneCalls(days, margin)
	first, last := l.days[0], l.days[len(l.days)-1]
	for k := range days {
		if days[k].day.Before(first) || last.Before(days[k].day) {
			continue
		}
		if l.site.Transmission.Value(days[k].day.Start()) == 0 {
			continue
		}
		if err := p.walk(days, k); err != nil {
			return nil, err
		}
		calls(days, k, p.ratio, func(h int) { p.called[hourOf(days[k].day, h).Unix()] = true })
	}
	for _, top := range monthPeaks(days) {
		if value := l.site.Transmission.Value(top.start); value > 0 && top.whole {
			p.actual[top.start.Unix()] = value
		}
	}
	return p, nil
}

func hourOf(d unit.Day, h int) time.Time { return d.Start().Add(time.Duration(h) * time.Hour) }

// loadDays are the whole days of a load.
func loadDays(load []market.Quote) []loadDay {
	var out []loadDay
	n := 0
	for _, q := range load {
		day := unit.DayOf(q.Start)
		if len(out) == 0 || out[len(out)-1].day != day {
			out, n = append(out, loadDay{day: day}), 0
		}
		d := &out[len(out)-1]
		if h := int(q.Start.Sub(day.Start()) / time.Hour); h < 24 {
			d.load[h] = q.Value
			n++
		}
		d.ok = n >= 23
	}
	for k := range out {
		for h := 1; h < 24; h++ {
			if out[k].load[h] == 0 {
				out[k].load[h] = out[k].load[h-1]
			}
		}
	}
	return out
}

// expected is the load of a day as forecast from the days before it: that of the
// day before, and of a week before, by halves.
func expected(days []loadDay, k int) (out [24]float64) {
	for h := range out {
		out[h] = (days[k-1].load[h] + days[k-7].load[h]) / 2
	}
	return out
}

// corrected is a day's load as known at an hour: measured before it, as forecast
// after, moved by how far off the last three hours were.
func corrected(measured, ahead [24]float64, now int) [24]float64 {
	is, was := 0.0, 0.0
	for h := max(0, now-3); h < now; h++ {
		is, was = is+measured[h], was+ahead[h]
	}
	for h := range ahead {
		switch {
		case h < now:
			ahead[h] = measured[h]
		case was > 0:
			ahead[h] *= is / was
		}
	}
	return ahead
}

func highest24(load [24]float64, before int) (top float64) {
	for h := range before {
		top = max(top, load[h])
	}
	return top
}

// soFar is the highest load of the month before a day.
func soFar(days []loadDay, k int) (top float64, passed int) {
	for j := k - 1; j >= 0 && days[j].day.Month == days[k].day.Month && days[j].day.Year == days[k].day.Year; j-- {
		top = max(top, highest24(days[j].load, 24))
		passed++
	}
	return top, passed
}

// walk gives every hour of a day the chances of it and the later ones.
func (p *peaks) walk(days []loadDay, k int) error {
	if k < peakDays {
		return nil
	}
	day := days[k].day
	top, _ := soFar(days, k)
	month := peak.Month{SoFar: top, Left: daysIn(day) - day.Dom}
	for j := k - peakDays; j < k; j++ {
		month.Past = append(month.Past, highest24(days[j].load, 24))
	}
	ahead := expected(days, k)
	rng := rand.New(rand.NewPCG(uint64(day.Start().Unix()), 4))
	for now := range 24 {
		today := peak.Today{Now: now, Deviation: loadDeviation, Load: corrected(days[k].load, ahead, now)}
		chances, err := peak.Forecast(month, today, peakDraws, rng)
		if err != nil {
			return err
		}
		var quotes []market.Quote
		for h := now; h < 24; h++ {
			quotes = append(quotes, market.Quote{Value: chances.Hour[h], Start: hourOf(day, h), Length: time.Hour, Known: hourOf(day, now), Source: "peak"})
		}
		p.chances[hourOf(day, now).Unix()] = quotes
	}
	return nil
}

func daysIn(d unit.Day) int { return time.Date(d.Year, d.Month+1, 0, 0, 0, 0, 0, time.UTC).Day() }

// calls tells which hours of a day the static rule is off in: those forecast, at
// their beginning, to reach a share of the month's highest load so far.
func calls(days []loadDay, k int, ratio float64, call func(h int)) {
	if k < 7 {
		return
	}
	top, passed := soFar(days, k)
	if passed == 0 {
		top = highest24(days[k-1].load, 24)
	}
	ahead := expected(days, k)
	for h := range 24 {
		load := corrected(days[k].load, ahead, h)
		if load[h] >= ratio*max(top, highest24(load, h)) {
			call(h)
		}
	}
}

type monthPeak struct {
	start time.Time
	mw    float64
	whole bool // all days of the month are known
}

// monthPeaks are the highest hours of the months of a load.
func monthPeaks(days []loadDay) []monthPeak {
	var out []monthPeak
	var count int
	for k, d := range days {
		if k == 0 || days[k-1].day.Month != d.day.Month {
			out, count = append(out, monthPeak{}), 0
		}
		m := &out[len(out)-1]
		count++
		m.whole = count == daysIn(d.day)
		for h, mw := range d.load {
			if mw > m.mw {
				m.mw, m.start = mw, hourOf(d.day, h)
			}
		}
	}
	return out
}

// tuneCalls picks the static rule's share on the months before the timeline:
// what peaks it would have missed cost, against what being off costs an hour.
func (l *timeline) tuneCalls(days []loadDay, margin float64) (float64, string) {
	first := l.days[0]
	tops := make(map[int64]bool)
	months := 0
	for _, top := range monthPeaks(days) {
		if top.whole && top.start.Before(first.Start()) && l.site.Transmission.Value(top.start) > 0 {
			tops[top.start.Unix()] = true
			months++
		}
	}
	if months == 0 {
		return 1, "static rule for peaks: off in hours forecast to be the month's highest so far; untuned"
	}
	best, at := math.Inf(-1), 1.0
	for _, ratio := range []float64{0.94, 0.96, 0.98, 1, 1.02} {
		earned := 0.0
		for k := range days {
			value := l.site.Transmission.Value(days[k].day.Start())
			if !days[k].day.Before(first) || value == 0 {
				continue
			}
			calls(days, k, ratio, func(h int) {
				earned -= margin
				if tops[hourOf(days[k].day, h).Unix()] {
					earned += value
				}
			})
		}
		if earned > best {
			best, at = earned, ratio
		}
	}
	return at, fmt.Sprintf("static rule for peaks: off in hours forecast to reach %.2f of the month's highest so far, the best of five shares on %d months before", at, months)
}

// peakAfternoon reports whether the static rule holds its offers back.
func (l *timeline) peakAfternoon(hour time.Time) bool {
	if l.site.Transmission == nil || l.site.Transmission.Value(hour) == 0 {
		return false
	}
	h := unit.Central(hour).Hour()
	return h >= 15 && h < 19
}

// peakRisk is what it is expected to cost, $/MW, not to be able to go off in an
// hour of a day to come: each afternoon that is left of the month is as likely
// to hold its peak, and each of its four hours.
func (l *timeline) peakRisk(hour time.Time) float64 {
	if !l.peakAfternoon(hour) {
		return 0
	}
	d := unit.DayOf(hour)
	return l.site.Transmission.Value(hour) / float64(daysIn(d)-d.Dom+1) / 4
}

// charge is what the transmission charge adds to an interval, $, at a power at
// the meter.
func (p *peaks) charge(i unit.Interval, meter unit.MW) float64 {
	if p == nil {
		return 0
	}
	return p.actual[i.Start.Truncate(time.Hour).Unix()] * i.Length.Hours() * float64(meter)
}

// shedding turns miners off in the hours that the static rule calls.
type shedding struct {
	policy.Policy
	peaks *peaks
}

func (s shedding) Propose(in policy.Input) policy.Proposal {
	p := s.Policy.Propose(in)
	if !s.peaks.called[in.Snapshot.Interval.Start.Truncate(time.Hour).Unix()] {
		return p
	}
	var left []site.Allocation
	for _, a := range p.Plan.Allocations {
		if a.Use != site.Mine {
			left = append(left, a)
		}
	}
	p.Plan.Allocations = left
	return p
}
