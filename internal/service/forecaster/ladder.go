package forecaster

import (
	"fmt"
	"math"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/forecast"
	"github.com/pouw-dem/pouwdem/internal/core/forecast/dayahead"
	"github.com/pouw-dem/pouwdem/internal/core/forecast/intraday"
	"github.com/pouw-dem/pouwdem/internal/core/market"
)

// made is a forecast as it is kept, and as decisions see it.
type made struct {
	forecast.Made
	outlook market.Outlook
}

// paths is how many ways ahead an outlook holds.
const paths = 20

// late says that the price of an interval is overdue: two publications missed.
func (p *point) late(now time.Time) bool {
	return !p.seen.IsZero() && now.Sub(p.seen) > 4*intraday.Step
}

// best is the forecast of the intraday model, or, where no day-ahead price is
// known at all, that the newest price lasts.
func (p *point) best(points []float64, fresh []market.Observation) *made {
	n := reach(points)
	if n == 0 {
		return p.lasting(p.seen, "no day-ahead price is known, which the intraday model starts from", fresh)
	}
	reason := ""
	if n < len(points) {
		reason = fmt.Sprintf("day-ahead prices reach %d of %d intervals", n, len(points))
	}
	return p.made(intraday.Name, reason, p.seen, points[:n], p.tracker.Quantiles(points[:n]), p.tracker.Outlook(p.seen, points[:n], paths), fresh)
}

// simpler takes the place of a forecast that failed or is late: the day-ahead
// prices as they are, or else the newest price for an hour. It is made once for
// each quarter of an hour; nil where that was done, or where nothing is known.
func (f *Forecaster) simpler(p *point, now time.Time, reason string) *made {
	at := now.Truncate(intraday.Step).Add(-intraday.Step) // the forecast begins with the running interval
	if p.instead.Equal(at) || p.seen.IsZero() {
		return nil
	}
	p.instead = at
	expected := expectations(p.ahead)
	points := make([]float64, intraday.Leads)
	for k := range points {
		v, ok := f.expected(p, expected, at.Add(time.Duration(k+1)*intraday.Step), now)
		if !ok {
			v = math.NaN()
		}
		points[k] = v
	}
	n := reach(points)
	if n == 0 {
		return p.lasting(at, reason+"; nor is a day-ahead price known", nil)
	}
	outlook := p.tracker.OutlookOn(at, points[:n], paths)
	return p.made(dayahead.Published, reason, at, points[:n], p.tracker.QuantilesOn(points[:n]), outlook, nil)
}

// lasting is the newest price for an hour, without bands.
func (p *point) lasting(at time.Time, reason string, fresh []market.Observation) *made {
	const hour = 4
	newest := p.prices[len(p.prices)-1]
	points := make([]float64, hour)
	for k := range points {
		points[k] = newest.Value
	}
	o := market.Outlook{First: at.Add(intraday.Step), Levels: []float64{}, Quantiles: [][]float64{}, Paths: [][]float64{}}
	for _, v := range points {
		o.Minutes, o.Point = append(o.Minutes, int(intraday.Step.Minutes())), append(o.Point, v)
	}
	return p.made(dayahead.Persistence, reason, at, points, nil, o, fresh)
}

// made puts a forecast together that begins after the interval that starts at.
func (p *point) made(model, reason string, at time.Time, points []float64, quantiles [][]float64, o market.Outlook, fresh []market.Observation) *made {
	newest := p.prices[len(p.prices)-1]
	if fresh == nil {
		fresh = p.prices
	}
	m := &made{outlook: o, Made: forecast.Made{
		Series: market.Series{Kind: market.RTSPP, Key: p.name}.String(), Model: model, Reason: reason, Simulated: newest.Simulated,
		First: at.Add(intraday.Step), Step: intraday.Step, DataHash: hashOf(fresh, p.ahead), Point: intraday.Round(points),
	}}
	for _, q := range quantiles {
		if q == nil {
			break
		}
		m.Quantiles = append(m.Quantiles, intraday.Round(q))
	}
	if len(m.Quantiles) > 0 {
		m.Levels = p.tracker.Levels()
	}
	m.outlook.Model, m.outlook.Reason, m.outlook.Data, m.outlook.Simulated = model, reason, m.DataHash, m.Simulated
	m.outlook.At = newest.Interval.End()
	return m
}

// reach is how many points are known from the first on.
func reach(points []float64) int {
	n := 0
	for n < len(points) && !math.IsNaN(points[n]) {
		n++
	}
	return n
}

// overdue is how old the newest price in an outlook may be before a newer one
// was due; after gone it says nothing of now any more.
const (
	overdue = 45 * time.Minute
	gone    = 12 * time.Hour
)

// Outlook is the newest forecast of a point's price that was done by asOf; nil
// where there is none.
func (f *Forecaster) Outlook(name string, asOf time.Time) *market.Outlook {
	f.mu.RLock()
	defer f.mu.RUnlock()
	o, ok := f.newest[name]
	if !ok || o.Known.After(asOf) || asOf.Sub(o.At) > gone {
		return nil
	}
	o.Stale = asOf.Sub(o.At) > overdue
	return &o
}
