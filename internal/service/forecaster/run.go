package forecaster

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
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
)

// History holds what has been observed.
type History interface {
	Range(ctx context.Context, series market.Series, from, to, asOf time.Time) ([]market.Observation, error)
}

// Shelf keeps forecasts.
type Shelf interface {
	PutForecast(ctx context.Context, m forecast.Made) error
}

// Config is what a Forecaster needs.
type Config struct {
	Points  []string // settlement points
	Version string
	History History
	Shelf   Shelf
	Filled  <-chan struct{} // closed when older history has come; nil: none will
	Daily   *Daily          // day-ahead prices that are not published yet; nil: nobody forecasts them
	Clock   clock.Clock
	Log     *slog.Logger
}

// Forecaster forecasts the price of each point as each settles.
type Forecaster struct {
	cfg    Config
	points []*point
	mu     sync.RWMutex
	shown  []report.PointForecast
	newest map[string]market.Outlook // by point
}

// point is one settlement point's tracker and what it has seen.
type point struct {
	name    string
	tracker *intraday.Tracker
	seen    time.Time            // start of the newest interval that was taken
	prices  []market.Observation // of the last day, oldest first
	ahead   []market.Observation // day-ahead prices as last read
	instead time.Time            // quarter of an hour that a simpler model has forecast from
}

// replay is how much history a tracker learns from when the process starts.
const replay = 33 * 24 * time.Hour

// New checks the configuration.
func New(cfg Config) (*Forecaster, error) {
	if cfg.History == nil || cfg.Shelf == nil || cfg.Clock == nil || cfg.Log == nil {
		return nil, fmt.Errorf("forecaster: history, shelf, clock and log are required")
	}
	f := &Forecaster{cfg: cfg, shown: make([]report.PointForecast, 0, len(cfg.Points)), newest: make(map[string]market.Outlook)}
	for _, name := range cfg.Points {
		f.points = append(f.points, &point{name: name, tracker: intraday.New(intraday.PriceUnit)})
		f.shown = append(f.shown, report.PointForecast{Point: name, Status: "waiting", Text: "No settlement price has been published yet."})
	}
	return f, nil
}

// came says once that a channel has been closed.
func came(filled *<-chan struct{}) bool {
	select {
	case <-*filled:
		*filled = nil
		return true
	default:
		return false
	}
}

// Run forecasts until ctx ends, whenever a price has settled. When older history
// has come it learns again from the beginning.
func (f *Forecaster) Run(ctx context.Context) error {
	for {
		if came(&f.cfg.Filled) {
			for _, p := range f.points {
				*p = point{name: p.name, tracker: intraday.New(intraday.PriceUnit)}
			}
		}
		for i := range f.points {
			f.look(ctx, i)
		}
		if f.cfg.Clock.Sleep(ctx, time.Minute) != nil {
			return nil
		}
	}
}

// look takes the prices that have become known and forecasts from the newest.
// Where that fails, or nothing has become known for too long, the next simpler
// model takes its place.
func (f *Forecaster) look(ctx context.Context, i int) {
	p, now := f.points[i], f.cfg.Clock.Now()
	made, err := f.step(ctx, p, now)
	switch {
	case ctx.Err() != nil:
		return
	case err != nil:
		f.cfg.Log.WarnContext(ctx, "price not forecast", "point", p.name, "error", err)
		made = f.simpler(p, now, "the intraday forecast failed: "+err.Error())
	case made == nil && p.late(now):
		made = f.simpler(p, now, fmt.Sprintf("the intraday forecast is late: no price has become known since %s", p.seen.Add(intraday.Step).Format(time.RFC3339)))
	}
	if made == nil {
		if err != nil && p.instead.IsZero() {
			f.mu.Lock()
			f.shown[i].Status, f.shown[i].Text = "failed", err.Error()
			f.mu.Unlock()
		}
		return
	}
	made.At, made.Version = now, f.cfg.Version
	made.outlook.Known, made.outlook.Source = now, "forecaster"
	if err := f.cfg.Shelf.PutForecast(ctx, made.Made); err != nil && ctx.Err() == nil {
		f.cfg.Log.ErrorContext(ctx, "forecast not kept", "point", p.name, "error", err)
	}
	view := viewOf(p, &made.Made)
	f.mu.Lock()
	f.shown[i], f.newest[p.name] = view, made.outlook
	f.mu.Unlock()
}

// patience is how long a forecast waits for what it reads, on the wall's clock.
const patience = 30 * time.Second

// step gives nothing where no new price is known.
func (f *Forecaster) step(ctx context.Context, p *point, now time.Time) (*made, error) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	from := now.Add(-replay)
	if !p.seen.IsZero() {
		from = p.seen.Add(intraday.Step)
	}
	fresh, err := f.cfg.History.Range(ctx, market.Series{Kind: market.RTSPP, Key: p.name}, from, now, now)
	if err != nil {
		return nil, err
	}
	if len(fresh) == 0 && !p.late(now) {
		return nil, nil
	}
	ahead, err := f.cfg.History.Range(ctx, market.Series{Kind: market.DASPP, Key: p.name}, from.Add(-3*24*time.Hour), now.Add(3*24*time.Hour), now)
	if err != nil {
		return nil, err
	}
	p.ahead = ahead
	expected := expectations(ahead)
	var points []float64
	for _, o := range fresh {
		if o.Interval.Start.Before(p.seen.Add(intraday.Step)) && !p.seen.IsZero() || !intraday.Check(o.Value) {
			continue
		}
		points = p.tracker.Step(o.Interval.Start, o.Value, func(lead int) (float64, bool) {
			return f.expected(p, expected, o.Interval.Start.Add(time.Duration(lead)*intraday.Step), o.Known)
		})
		p.seen = o.Interval.Start
		p.prices = append(p.prices, o)
	}
	if points == nil {
		return nil, nil
	}
	const day = 96
	p.prices = p.prices[max(0, len(p.prices)-day):]
	p.instead = time.Time{}
	return p.best(points, fresh), nil
}

// expected is the price expected for a moment by what was known: its day-ahead
// price, or else what that is forecast to be, or else that of the same hour of
// the newest day before.
func (f *Forecaster) expected(p *point, e expected, t, known time.Time) (float64, bool) {
	if v, ok := e.published(t, known); ok {
		return v, true
	}
	if f.cfg.Daily != nil {
		if v, ok := f.cfg.Daily.At(p.name, t.Truncate(time.Hour), known); ok {
			return v, true
		}
	}
	return e.at(t, known)
}

// expected are day-ahead prices by hour, each with when it became known.
type expected map[int64]market.Observation

func expectations(ahead []market.Observation) expected {
	e := make(expected, len(ahead))
	for _, o := range ahead {
		e[o.Interval.Start.Unix()] = o
	}
	return e
}

// published is the day-ahead price of the hour that a moment lies in.
func (e expected) published(t, known time.Time) (float64, bool) {
	o, ok := e[t.Truncate(time.Hour).Unix()]
	return o.Value, ok && !o.Known.After(known)
}

// at is the price expected for a moment by what was known: its own day-ahead
// price, or that of the same hour of the newest day before.
func (e expected) at(t, known time.Time) (float64, bool) {
	hour := t.Truncate(time.Hour)
	for range 3 {
		if o, ok := e[hour.Unix()]; ok && !o.Known.After(known) {
			return o.Value, true
		}
		hour = hour.Add(-24 * time.Hour)
	}
	return 0, false
}

// hashOf identifies what a forecast saw, value by value.
func hashOf(all ...[]market.Observation) string {
	h := sha256.New()
	var b [16]byte
	for _, observations := range all {
		for _, o := range observations {
			binary.BigEndian.PutUint64(b[:8], uint64(o.Interval.Start.UnixMicro()))
			binary.BigEndian.PutUint64(b[8:], math.Float64bits(o.Value))
			h.Write(b[:])
		}
	}
	return hex.EncodeToString(h.Sum(nil))
}

// Forecasts are the newest, by point.
func (f *Forecaster) Forecasts() []report.PointForecast {
	f.mu.RLock()
	defer f.mu.RUnlock()
	all := append([]report.PointForecast{}, f.shown...)
	if f.cfg.Daily != nil {
		for i := range all {
			all[i].DayAhead = f.cfg.Daily.Forecast(all[i].Point)
		}
	}
	return all
}

// viewOf shows a forecast with the prices before it and its running scores.
func viewOf(p *point, m *forecast.Made) report.PointForecast {
	v := report.PointForecast{
		Point: p.name, Status: "ok", Model: m.Model, Reason: m.Reason, Version: m.Version, DataSHA256: m.DataHash,
		Made: &m.At, Simulated: m.Simulated, Text: fmt.Sprintf("%d intervals of 15 minutes ahead.", len(m.Point)),
	}
	if m.Reason != "" {
		v.Status = "reduced"
	}
	for _, o := range p.prices {
		v.Past.StartS = append(v.Past.StartS, o.Interval.Start.Unix())
		v.Past.Value = append(v.Past.Value, o.Value)
	}
	for k, value := range m.Point {
		v.Ahead.StartS = append(v.Ahead.StartS, m.First.Add(time.Duration(k)*m.Step).Unix())
		v.Ahead.Value = append(v.Ahead.Value, value)
		low, high := (*float64)(nil), (*float64)(nil)
		if k < len(m.Quantiles) {
			q := m.Quantiles[k]
			low, high = &q[2], &q[8]
		}
		v.Ahead.Low, v.Ahead.High = append(v.Ahead.Low, low), append(v.Ahead.High, high)
	}
	for _, s := range p.tracker.Scores() {
		if s.N == 0 {
			continue
		}
		row := report.ForecastScore{
			LeadMin: float64(s.Lead) * intraday.Step.Minutes(), N: s.N, MAE: s.MAE, PersistenceMAE: s.PersistenceMAE, DayAheadMAE: s.DayAhead,
		}
		if s.Banded > 0 {
			row.Coverage80 = &s.Coverage80
		}
		v.Scores = append(v.Scores, row)
	}
	if v.Scores == nil {
		v.Scores = []report.ForecastScore{}
	}
	return v
}
