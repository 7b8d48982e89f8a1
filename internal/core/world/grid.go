package world

import (
	"math"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Grid is the physical state of the system at a moment.
type Grid struct {
	Load     unit.MW
	Wind     unit.MW
	Solar    unit.MW
	Storage  unit.MW // discharging is positive
	Nuclear  unit.MW
	Coal     unit.MW
	Gas      unit.MW
	Hydro    unit.MW
	Other    unit.MW
	Capacity unit.MW // generation that could run now, reserves included
	PRC      unit.MW // physical responsive capability
	EEA      int     // energy emergency alert level, 0 to 3
}

// leastCoal is what coal units make when they run as low as they can.
const leastCoal unit.MW = 1500

// Grid is the state at t: that of its five-minute interval, but for an
// emergency, which begins when it begins.
func (w *World) Grid(t time.Time) Grid {
	s := w.alert(w.at(indexOf(t)), t)
	g := Grid{
		Load:  megawatts(s.load),
		Wind:  megawatts(s.wind),
		Solar: megawatts(s.solar),
		Hydro: megawatts(0.04 + 0.08*math.Max(0, calendarOf(t).daily(18))),
		Other: 35,
		PRC:   megawatts(s.prc),
		EEA:   s.eea,
	}
	net := s.load - s.wind - s.solar
	g.Storage = megawatts(clamp(0.35*(net-w.day(unit.DayOf(t)).net), -6, 7))
	g.Nuclear = megawatts(math.Min(4.95, 0.09*s.available))
	rest := g.Load - g.Wind - g.Solar - g.Storage - g.Nuclear - g.Hydro - g.Other
	if surplus := leastCoal - rest; surplus > 0 { // storage takes what coal at its least leaves over
		g.Storage -= surplus
		rest = leastCoal
	}
	g.Coal = max(leastCoal, min(11_800, 0.28*rest))
	g.Gas = rest - g.Coal
	g.Capacity = g.Load + g.PRC + megawatts(math.Max(0, -s.calm)*0.7)
	return g
}

func mean(xs []float64) float64 {
	var sum float64
	for _, x := range xs {
		sum += x
	}
	return sum / float64(len(xs))
}

func megawatts(gw float64) unit.MW { return unit.MW(math.Round(gw*10_000) / 10) }

// Outlook is an hour as forecast at some earlier moment.
type Outlook struct{ Load, Wind, Solar unit.MW }

// Forecast is the hour that contains `of` as seen at `posted`: what a day ahead
// knows, plus the present error carried forward as far as errors last. An hour
// that has begun is seen as at its start.
func (w *World) Forecast(posted, of time.Time) Outlook {
	hour := of.Unix() / 3600
	lead := hour - posted.Unix()/3600
	weight := math.Pow(errorMemory, math.Max(0, float64(lead)))
	a := w.weatherAt(hour)
	b := w.weatherAt(hour + 1)
	now := w.weatherAt(hour - max(0, lead))
	return Outlook{
		Load:  megawatts((a.load+b.load)/2 + weight*now.loadError),
		Wind:  megawatts(clamp((a.wind+b.wind)/2+weight*now.windError, 0, windPeakGW)),
		Solar: megawatts(clamp((a.solar+b.solar)/2*(1+weight*relative(now.solarError, now.solar)), 0, solarPeakGW)),
	}
}

func relative(part, of float64) float64 {
	if of < 0.5 {
		return 0
	}
	return part / of
}

// Actual is the mean of the hour that contains t, as metered.
func (w *World) Actual(t time.Time) Outlook {
	first := t.Unix() / 3600 * slotsPerHour
	var load, wind, solar float64
	for i := first; i < first+slotsPerHour; i++ {
		s := w.at(i)
		load += s.load / slotsPerHour
		wind += s.wind / slotsPerHour
		solar += s.solar / slotsPerHour
	}
	return Outlook{Load: megawatts(load), Wind: megawatts(wind), Solar: megawatts(solar)}
}

// weatherAt is the weather at an hour since the Unix epoch.
func (w *World) weatherAt(hour int64) weather {
	d := w.day(unit.DayOf(time.Unix(hour*3600, 0)))
	return d.sky[hour-d.first/slotsPerHour]
}
