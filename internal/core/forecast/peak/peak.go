// Package peak tells how likely it is that an interval is its month's coincident
// peak, on which next year's transmission charge depends, and what it is worth to
// be off in it.
//
// The chance that no later day of the month is higher comes from an ensemble of
// the daily peaks that remain, the chance of the hour from where the day's load
// goes. Nothing that comes later is used. Sources: 16 TAC 25.192(b)(1) for the
// rule; Brown, Barcelos and others on simulating the running maximum.
//
// It is not for forecasting the load itself, which it is given.
package peak

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"time"
)

// ErrInput says that loads or rules make no sense.
var ErrInput = errors.New("coincident peak: input is wrong")

// Rules say which intervals count, and for how much.
type Rules struct {
	Name      string
	Months    []time.Month  // that have a peak that counts
	Interval  time.Duration // over which load is averaged
	Weight    float64       // of each month's peak
	USDPerMW  float64       // a year's charge for a megawatt on every peak
	Effective time.Time     // from then on, until another rule takes effect later
}

// Check says what is wrong with rules.
func (r Rules) Check() error {
	switch {
	case r.Name == "":
		return fmt.Errorf("%w: rules without a name", ErrInput)
	case len(r.Months) == 0 || len(r.Months) > 12:
		return fmt.Errorf("%w: %s: %d months", ErrInput, r.Name, len(r.Months))
	case r.Interval < time.Minute || time.Hour%r.Interval != 0:
		return fmt.Errorf("%w: %s: an hour is no multiple of intervals of %s", ErrInput, r.Name, r.Interval)
	case !(r.Weight > 0 && r.Weight <= 1):
		return fmt.Errorf("%w: %s: a month's weight of %v is not within 0 to 1", ErrInput, r.Name, r.Weight)
	case !(r.USDPerMW >= 0 && r.USDPerMW <= 1e6):
		return fmt.Errorf("%w: %s: a charge of %v $/MW-year", ErrInput, r.Name, r.USDPerMW)
	}
	for _, m := range r.Months {
		if m < time.January || m > time.December {
			return fmt.Errorf("%w: %s: month %d", ErrInput, r.Name, int(m))
		}
	}
	return nil
}

// InForce is the one of the rules that took effect last by a moment; ok is false
// where none has.
func InForce(rules []Rules, at time.Time) (in Rules, ok bool) {
	for _, r := range rules {
		if !r.Effective.After(at) && (!ok || r.Effective.After(in.Effective)) {
			in, ok = r, true
		}
	}
	return in, ok
}

// FourCP is the rule in force: June to September, 15 minutes, a quarter each.
func FourCP(usdPerMWYear float64) Rules {
	return Rules{
		Name: "4CP", Interval: 15 * time.Minute, Weight: 0.25, USDPerMW: usdPerMWYear,
		Months: []time.Month{time.June, time.July, time.August, time.September},
	}
}

// TwelveCP is the proposed rule: every month, 30 minutes, a twelfth each.
func TwelveCP(usdPerMWYear float64, effective time.Time) Rules {
	months := make([]time.Month, 12)
	for i := range months {
		months[i] = time.January + time.Month(i)
	}
	return Rules{Name: "12CP", Interval: 30 * time.Minute, Weight: 1.0 / 12, USDPerMW: usdPerMWYear, Months: months, Effective: effective}
}

// Counts says whether a month has a peak that counts.
func (r Rules) Counts(m time.Month) bool { return slices.Contains(r.Months, m) }

// Value of being off on one month's peak, $/MW.
func (r Rules) Value() float64 { return r.USDPerMW * r.Weight }

// BreakEven is the chance of the peak above which a class of machines should be
// off: what an hour off costs, $/MWh, times the hours that a call lasts, over what
// the peak is worth. One that is above 1 never pays.
func (r Rules) BreakEven(marginUSDPerMWh, hours float64) float64 {
	return marginUSDPerMWh * hours / r.Value()
}

// Month is where a month stands on a day.
type Month struct {
	SoFar float64   // highest load of the days before today, MW; 0: none yet
	Left  int       // days after today
	Past  []float64 // daily peaks of the days before today, oldest first, at least 28, MW
}

// Today is what is known of today's load: hours before Now as measured, later
// ones as forecast, MW.
type Today struct {
	Load      [24]float64
	Now       int     // hours measured
	Deviation float64 // of the forecast of an hour some hours ahead, a fraction
	Response  float64 // MW that others and we take off when a peak is near, more than is in the forecast
	Parts     int     // intervals of an hour over which load is averaged; 0: 1
}

// near is how far below the month's highest a load may be for loads to respond
// to it: they shed on every day that may hold the peak.
const near = 0.97

// Chances by hour of today; hours measured already are as likely as they turned
// out to be high.
type Chances struct {
	Hour     [24]float64 // that the month's peak is in the hour
	Interval []float64   // that it is the interval, as many an hour as there are parts
	Day      float64     // that the month's peak is today
}

// Forecast draws the rest of the month so many times.
func Forecast(m Month, today Today, draws int, rng *rand.Rand) (Chances, error) {
	parts := max(1, today.Parts)
	c := Chances{Interval: make([]float64, 24*parts)}
	const least = 28
	if len(m.Past) < least || m.Left < 0 || m.Left > 30 || today.Now < 0 || today.Now > 24 || draws < 1 || parts > 12 {
		return c, fmt.Errorf("%w: %d past days, %d left, %d hours measured, %d parts of an hour", ErrInput, len(m.Past), m.Left, today.Now, parts)
	}
	for h, v := range today.Load {
		if !(v > 0) || math.IsInf(v, 0) {
			return c, fmt.Errorf("%w: hour %d has a load of %v MW", ErrInput, h, v)
		}
	}
	rest, err := newWalk(m.Past)
	if err != nil {
		return c, err
	}
	for range draws {
		hour, high := today.draw(m.SoFar, rng)
		if high < m.SoFar || rest.highest(high, m.Left, rng) > high {
			continue
		}
		c.Hour[hour] += 1 / float64(draws)
		c.Interval[hour*parts+today.part(hour, parts, rng)] += 1 / float64(draws)
		c.Day += 1 / float64(draws)
	}
	return c, nil
}

// draw is one way in which today may go: its highest hour.
func (t Today) draw(soFar float64, rng *rand.Rand) (hour int, high float64) {
	// The level is off for all hours to come alike, and each hour a little more.
	level := t.Deviation * rng.NormFloat64()
	for h, v := range t.Load {
		if h >= t.Now {
			ahead := math.Min(1, float64(h-t.Now+1)/6)
			v *= 1 + ahead*level + 0.3*t.Deviation*math.Sqrt(ahead)*rng.NormFloat64()
			if v > near*soFar {
				v = math.Max(v-t.Response, math.Min(v, near*soFar)) // nobody sheds below where the peak is out of reach
			}
		}
		if v > high {
			hour, high = h, v
		}
	}
	return hour, high
}

// part is the highest interval of an hour: load goes on a straight line from the
// middle of one hour to that of the next, and each interval strays a little.
func (t Today) part(hour, parts int, rng *rand.Rand) int {
	if parts == 1 {
		return 0
	}
	const strays = 0.002 // a fraction of load
	best, high := 0, math.Inf(-1)
	for i := range parts {
		middle := (float64(i)+0.5)/float64(parts) - 0.5 // hours from the middle of this one
		beside := hour + 1
		if middle < 0 {
			beside = hour - 1
		}
		beside = min(max(beside, 0), 23)
		v := t.Load[hour] + math.Abs(middle)*(t.Load[beside]-t.Load[hour])
		if v *= 1 + strays*rng.NormFloat64(); v > high {
			best, high = i, v
		}
	}
	return best
}

// walk is how daily peaks follow each other: back towards their mean, with the
// steps that there have been.
type walk struct {
	mean, pull float64
	steps      []float64
}

func newWalk(past []float64) (walk, error) {
	var w walk
	for _, v := range past {
		if !(v > 0) {
			return w, fmt.Errorf("%w: a daily peak of %v MW", ErrInput, v)
		}
	}
	logs := make([]float64, len(past))
	for i, v := range past {
		logs[i] = math.Log(v)
		w.mean += logs[i] / float64(len(past))
	}
	var xy, xx float64
	for i := 1; i < len(logs); i++ {
		x := logs[i-1] - w.mean
		xy, xx = xy+x*(logs[i]-w.mean), xx+x*x
	}
	if xx > 0 {
		w.pull = math.Min(math.Max(xy/xx, 0), 0.98)
	}
	for i := 1; i < len(logs); i++ {
		w.steps = append(w.steps, logs[i]-w.mean-w.pull*(logs[i-1]-w.mean))
	}
	return w, nil
}

// highest of so many days after one of the given peak.
func (w walk) highest(after float64, days int, rng *rand.Rand) float64 {
	x, most := math.Log(after)-w.mean, math.Inf(-1)
	for range days {
		x = w.pull*x + w.steps[rng.IntN(len(w.steps))]
		most = math.Max(most, x)
	}
	return math.Exp(most + w.mean)
}
