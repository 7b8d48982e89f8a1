package peak

import (
	"fmt"
	"math/rand/v2"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/forecast"
)

// Call is a month's peak, and what the rules said of it.
type Call struct {
	Month    time.Time // its first day
	Peak     time.Time // civil date of the peak, midnight UTC
	Hour     int
	MW       float64
	Chance   float64 // that was given to the hour at its beginning
	Caught   bool    // by the chance
	NaiveGot bool    // by the naive rule
}

// Tally counts a threshold's alerts over all months.
type Tally struct {
	BreakEven  float64
	Peaks      int
	Caught     int
	Hours      int // of alert
	FalseHours int
}

// Precision is peaks caught over days of alert... by the hour: hours that were
// the peak over all hours of alert.
func (t Tally) Precision() float64 {
	if t.Hours == 0 {
		return 0
	}
	return float64(t.Caught) / float64(t.Hours)
}

// Study is a walk over the months of a panel of load that count.
type Study struct {
	Rules     Rules
	BreakEven float64
	Deviation float64 // of the load forecast, a fraction
	Draws     int
	Seed      uint64
	// Load forecasts a day of the panel from what is before it.
	Load func(p *forecast.Panel, day int) (forecast.Day, error)
}

// Walk goes through the months hour by hour: at each hour's beginning it gives
// the chance that the hour is the month's peak, from the loads before it and the
// forecast of the day. The naive rule it is compared with is off in every hour
// that is forecast to be a new highest of the month.
func (s Study) Walk(p *forecast.Panel) (ours, naive Tally, calls []Call, err error) {
	ours.BreakEven = s.BreakEven
	for first := 0; first < p.Days(); first++ {
		date := p.Date(first)
		days := time.Date(date.Year(), date.Month()+1, 0, 0, 0, 0, 0, time.UTC).Day()
		if date.Day() != 1 || !s.Rules.Counts(date.Month()) || first < 63 || first+days > p.Days() {
			continue
		}
		call, err := s.month(p, first, days, &ours, &naive)
		if err != nil {
			return ours, naive, nil, err
		}
		calls = append(calls, call)
	}
	if len(calls) == 0 {
		return ours, naive, nil, fmt.Errorf("%w: the load covers no month that counts after 63 days to learn from", ErrInput)
	}
	return ours, naive, calls, nil
}

func (s Study) month(p *forecast.Panel, first, days int, ours, naive *Tally) (Call, error) {
	call := Call{Month: p.Date(first)}
	for d := first; d < first+days; d++ {
		for h, v := range p.Target[d] {
			if v > call.MW {
				call.Peak, call.Hour, call.MW = p.Date(d), h, v
			}
		}
	}
	ours.Peaks++
	naive.Peaks++
	rng := rand.New(rand.NewPCG(s.Seed, uint64(first)))
	soFar := 0.0
	for d := first; d < first+days; d++ {
		ahead, err := s.Load(p, d)
		if err != nil {
			return call, err
		}
		m := Month{SoFar: soFar, Left: first + days - 1 - d}
		for back := 56; back >= 1; back-- {
			m.Past = append(m.Past, highest(p.Target[d-back]))
		}
		for h := range forecast.Hours {
			today := Today{Now: h, Deviation: s.Deviation, Load: corrected(p.Target[d], ahead, h)}
			chances, err := Forecast(m, today, s.Draws, rng)
			if err != nil {
				return call, err
			}
			isPeak := call.Peak.Equal(p.Date(d)) && call.Hour == h
			if chances.Hour[h] >= s.BreakEven {
				ours.count(isPeak)
				call.Caught = call.Caught || isPeak
			}
			if today.Load[h] > max(soFar, highest(forecast.Day(head(today.Load, h)))) {
				naive.count(isPeak)
				call.NaiveGot = call.NaiveGot || isPeak
			}
			if isPeak {
				call.Chance = chances.Hour[h]
			}
		}
		soFar = max(soFar, highest(p.Target[d]))
	}
	return call, nil
}

func (t *Tally) count(isPeak bool) {
	t.Hours++
	if isPeak {
		t.Caught++
	} else {
		t.FalseHours++
	}
}

func highest(d forecast.Day) float64 {
	out := d[0]
	for _, v := range d {
		out = max(out, v)
	}
	return out
}

// head are the hours before now; those after are zero.
func head(load [24]float64, now int) (out [24]float64) {
	copy(out[:now], load[:now])
	return out
}

// corrected is the day's load as known at an hour: as measured before it, as
// forecast after it, moved by how far off the last hours were.
func corrected(measured, ahead forecast.Day, now int) (out [24]float64) {
	ratio := 1.0
	if now > 0 {
		from := max(0, now-3)
		var is, was float64
		for h := from; h < now; h++ {
			is, was = is+measured[h], was+ahead[h]
		}
		ratio = is / was
	}
	for h := range out {
		out[h] = ahead[h] * ratio
		if h < now {
			out[h] = measured[h]
		}
	}
	return out
}
