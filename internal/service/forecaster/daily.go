package forecaster

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math"
	"sync"
	"time"

	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/core/forecast"
	"github.com/pouw-dem/pouwdem/internal/core/forecast/intraday"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/report"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// DailyConfig is what a Daily needs.
type DailyConfig struct {
	Points  []string // settlement points
	Version string
	History History
	Shelf   Shelf
	Filled  <-chan struct{} // closed when older history has come; nil: none will
	Clock   clock.Clock
	Log     *slog.Logger
}

// Daily forecasts the day-ahead market's prices of the first day that has none
// yet: when the day before it is published, and again on the morning before the
// market closes.
type Daily struct {
	cfg    DailyConfig
	points []*daily

	mu    sync.RWMutex
	shown map[string]report.DayAheadForecast
	hours map[string]map[int64]ahead // forecasts by point and hour
}

// ahead is a price that is forecast for an hour, since a moment.
type ahead struct {
	price float64
	known time.Time
}

// daily is one settlement point's.
type daily struct {
	name   string
	next   unit.Day // the day that made is of
	at     time.Time
	made   *DayAhead
	scored Walked // forecasts whose prices have come since the process started
}

const (
	dailyPanel = 128 // days of prices that are learned from
	dailyWarm  = 28  // days that are walked through for weights and bands
	dailyHour  = 9 * time.Hour
	dailyTakes = 60 * time.Second // at most, on the wall's clock
	dailyEvery = 5 * time.Minute
)

// NewDaily is a forecaster of day-ahead prices; it does nothing before Run.
func NewDaily(cfg DailyConfig) *Daily {
	d := &Daily{cfg: cfg, shown: make(map[string]report.DayAheadForecast), hours: make(map[string]map[int64]ahead)}
	for _, name := range cfg.Points {
		d.points = append(d.points, &daily{name: name})
		d.hours[name] = make(map[int64]ahead)
	}
	return d
}

// Run forecasts until ctx ends.
func (d *Daily) Run(ctx context.Context) error {
	for {
		filled := came(&d.cfg.Filled)
		for _, p := range d.points {
			if err := d.look(ctx, p, filled); err != nil && ctx.Err() == nil {
				d.cfg.Log.WarnContext(ctx, "day-ahead price not forecast", "point", p.name, "error", err)
				d.show(p.name, report.DayAheadForecast{Status: "failed", Text: err.Error()})
			}
		}
		if d.cfg.Clock.Sleep(ctx, dailyEvery) != nil {
			return nil
		}
	}
}

func (d *Daily) show(name string, v report.DayAheadForecast) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.shown[name] = v
}

// At is the price forecast for an hour that has no day-ahead price, by what was
// known at a moment.
func (d *Daily) At(point string, hour, known time.Time) (float64, bool) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	a, ok := d.hours[point][hour.Unix()]
	return a.price, ok && !a.known.After(known)
}

// Forecast is the newest of a point; nil where nothing was looked at.
func (d *Daily) Forecast(point string) *report.DayAheadForecast {
	d.mu.RLock()
	defer d.mu.RUnlock()
	v, ok := d.shown[point]
	if !ok {
		return nil
	}
	return &v
}

// look forecasts where that is due.
func (d *Daily) look(ctx context.Context, p *daily, again bool) error {
	now := d.cfg.Clock.Now()
	series := market.Series{Kind: market.DASPP, Key: p.name}
	prices, err := d.cfg.History.Range(ctx, series, unit.DayOf(now).Add(-dailyPanel).Start(), unit.DayOf(now).Add(4).Start(), now)
	if err != nil {
		return err
	}
	if len(prices) == 0 {
		d.show(p.name, report.DayAheadForecast{Status: "waiting", Text: "No day-ahead price has been published yet."})
		return nil
	}
	prices, next := whole(prices)
	if len(prices) == 0 {
		return errors.New("no day has all of its day-ahead prices")
	}
	newest := prices[len(prices)-1]
	if p.made != nil && p.next.Before(next) {
		p.score(prices)
		again = true
	}
	morning := next.Add(-1).Start().Add(dailyHour)
	if p.made != nil && !again && !(p.at.Before(morning) && !now.Before(morning)) {
		return nil
	}
	panel, err := d.panel(ctx, prices, next, now)
	if err != nil {
		return err
	}
	limited, cancel := context.WithTimeoutCause(ctx, dailyTakes, fmt.Errorf("not done within %s", dailyTakes))
	defer cancel()
	made, err := Make(limited, panel, panel.Days()-1, dailyWarm)
	if err != nil {
		return err
	}
	p.next, p.at, p.made = next, now, &made
	return d.keep(ctx, p, panel, newest, hashOf(prices))
}

// whole is the prices up to the last day that has all of its own, and the day
// after it.
func whole(prices []market.Observation) ([]market.Observation, unit.Day) {
	var day unit.Day
	for n := len(prices); n > 0; {
		day = unit.DayOf(prices[n-1].Interval.Start)
		first := n
		for first > 0 && unit.DayOf(prices[first-1].Interval.Start) == day {
			first--
		}
		if n-first == day.Hours() {
			return prices[:n], day.Next()
		}
		n = first
	}
	return nil, day
}

// panel has the day-ahead prices of the days before next, next without, and
// those of the operator's forecasts that were known on the morning before each
// of its days.
func (d *Daily) panel(ctx context.Context, prices []market.Observation, next unit.Day, now time.Time) (*forecast.Panel, error) {
	first := unit.DayOf(prices[0].Interval.Start)
	if first.Start().Before(prices[0].Interval.Start) {
		first = first.Next()
	}
	var known []Named
	for _, s := range []market.Series{{Kind: market.LoadForecast, Key: "systemTotal"}, {Kind: market.WindForecast}, {Kind: market.SolarForecast}} {
		quotes, whole, err := d.expected(ctx, s, first, next, now)
		if err != nil {
			return nil, err
		}
		if whole {
			known = append(known, Named{Name: string(s.Kind), Quotes: quotes})
		}
	}
	return PanelOf(quotesOf(prices), known, next)
}

// expected is a series as it was forecast on the morning before each day; whole
// is false where an hour is missing.
func (d *Daily) expected(ctx context.Context, s market.Series, first, next unit.Day, now time.Time) (out []market.Quote, whole bool, err error) {
	for day := first; !next.Before(day); day = day.Next() {
		morning := day.Add(-1).Start().Add(dailyHour)
		if now.Before(morning) {
			morning = now
		}
		all, err := d.cfg.History.Range(ctx, s, day.Start(), day.Next().Start(), morning)
		if err != nil {
			return nil, false, err
		}
		if len(all) < day.Hours() {
			return nil, false, nil
		}
		out = append(out, quotesOf(all)...)
	}
	return out, true, nil
}

func quotesOf(all []market.Observation) []market.Quote {
	out := make([]market.Quote, len(all))
	for i, o := range all {
		out[i] = market.Quote{Value: o.Value, Start: o.Interval.Start, Length: o.Interval.Length, Known: o.Known, Source: o.Source, Simulated: o.Simulated}
	}
	return out
}

// score compares the forecast with the prices that have come.
func (p *daily) score(prices []market.Observation) {
	truth := make(map[int64]float64)
	for _, o := range prices {
		truth[o.Interval.Start.Unix()] = o.Value
	}
	week := 7 * 24 * time.Hour
	of := forecast.Panel{Target: make([]forecast.Day, 8)}
	for i := range forecast.Hours {
		at := p.next.Start().Add(time.Duration(i) * time.Hour)
		v, ok := truth[at.Unix()]
		before, also := truth[at.Add(-week).Unix()]
		if !ok || !also {
			return
		}
		of.Target[7][i], of.Target[0][i] = v, before
	}
	p.scored.add(&of, 7, p.made.Point, p.made.Quantiles, p.made.Levels)
}

// keep puts the newest forecast on the shelf and shows it.
func (d *Daily) keep(ctx context.Context, p *daily, panel *forecast.Panel, newest market.Observation, hash string) error {
	m := forecast.Made{
		Series: market.Series{Kind: market.DASPP, Key: p.name}.String(), At: p.at, Model: p.made.Model, Reason: p.made.Reason,
		Version: d.cfg.Version, DataHash: hash, Simulated: newest.Simulated, First: p.next.Start(), Step: time.Hour,
		Levels: p.made.Levels,
	}
	v := report.DayAheadForecast{
		Status: "ok", Day: p.next.String(), Model: m.Model, Reason: m.Reason, Version: m.Version, DataSHA256: hash, Made: &m.At,
		Simulated: m.Simulated, Known: append([]string{}, panel.Names...),
		Ahead:  report.ForecastAhead{StartS: []int64{}, Value: []float64{}, Low: []*float64{}, High: []*float64{}},
		Walked: walkedView(p.made.Walked), Scored: walkedView(p.scored),
	}
	if m.Reason != "" {
		v.Status = "reduced"
	}
	low, high := indexOf(m.Levels, 0.1), indexOf(m.Levels, 0.9)
	hours := make(map[int64]ahead)
	for i := range p.next.Hours() {
		h := hourOf(p.next, i)
		at := p.next.Start().Add(time.Duration(i) * time.Hour)
		price := math.Round(p.made.Point[h]*100) / 100
		hours[at.Unix()] = ahead{price, p.at}
		m.Point = append(m.Point, price)
		v.Ahead.StartS, v.Ahead.Value = append(v.Ahead.StartS, at.Unix()), append(v.Ahead.Value, price)
		var from, to *float64
		if p.made.Quantiles != nil {
			q := intraday.Round(p.made.Quantiles[h])
			m.Quantiles = append(m.Quantiles, q)
			from, to = &q[low], &q[high]
		}
		v.Ahead.Low, v.Ahead.High = append(v.Ahead.Low, from), append(v.Ahead.High, to)
	}
	d.mu.Lock()
	d.shown[p.name], d.hours[p.name] = v, hours
	d.mu.Unlock()
	if err := d.cfg.Shelf.PutForecast(ctx, m); err != nil {
		return errors.Join(errors.New("forecast not kept"), err)
	}
	return nil
}

// hourOf is the hour of a panel's day that the i-th hour of a day is in: the day
// of 23 hours lacks its third, the day of 25 has its second twice.
func hourOf(day unit.Day, i int) int {
	switch hours := day.Hours(); {
	case hours < forecast.Hours && i >= 2:
		return i + 1
	case hours > forecast.Hours && i >= 2:
		return i - 1
	}
	return i
}

func walkedView(w Walked) report.DayAheadScore {
	out := report.DayAheadScore{Days: w.Days, MAE: w.MAE, NaiveMAE: w.NaiveMAE}
	if w.Banded > 0 {
		out.Coverage80 = &w.Coverage80
	}
	return out
}
