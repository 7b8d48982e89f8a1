package forecaster

import (
	"context"
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

// SystemConfig is what a System needs.
type SystemConfig struct {
	Version string
	History History
	Shelf   Shelf
	Filled  <-chan struct{} // closed when older history has come; nil: none will
	Clock   clock.Clock
	Log     *slog.Logger
}

// System forecasts load, wind, sun, net load and the renewable share: it starts
// from the system operator's own forecasts and carries the distance from them
// forward, as the price is forecast.
type System struct {
	cfg      SystemConfig
	subjects []*subject
	seen     time.Time // start of the newest quarter of an hour that was looked at
	good     time.Time // of the newest that was measured
	instead  time.Time // quarter from which the operator's forecasts were taken as they are

	mu    sync.RWMutex
	shown report.SystemOutlook
}

// subject is one quantity that is followed.
type subject struct {
	name, unit string
	tracker    *intraday.Tracker
	past       report.SystemPast
	digits     float64 // rounded to
	published  int     // leads that the operator's forecast reaches
}

// state is the system in a quarter of an hour, measured or expected; NaN where
// it is not known.
type state struct {
	load, wind, solar, share float64
	hourly                   bool // all that is known is the mean of the hour
}

func (s state) of(name string) float64 {
	switch name {
	case "load":
		return s.load
	case "wind":
		return s.wind
	case "solar":
		return s.solar
	case "net_load":
		return s.load - s.wind - s.solar
	}
	return s.share
}

// NewSystem is a forecaster of the system; it does nothing before Run.
func NewSystem(cfg SystemConfig) *System {
	return &System{
		cfg: cfg, subjects: newSubjects(),
		shown: report.SystemOutlook{Text: "The system's state is not known yet.", Series: []report.SystemForecast{}},
	}
}

// newSubjects have seen nothing.
func newSubjects() []*subject {
	follow := func(name, unit string, scale, digits float64) *subject {
		return &subject{
			name: name, unit: unit, tracker: intraday.New(scale), digits: digits, past: report.SystemPast{StartS: []int64{}, Value: []float64{}},
		}
	}
	const gigawatt, fifth = 1000, 0.2
	return []*subject{
		follow("load", "MW", gigawatt, 1), follow("wind", "MW", gigawatt, 1), follow("solar", "MW", gigawatt, 1),
		follow("net_load", "MW", gigawatt, 1), follow("renewable_share", "fraction of load", fifth, 1e4),
	}
}

// learnFrom is how much history is learned from when the process starts.
const learnFrom = 15 * 24 * time.Hour

// Run forecasts as quarters of an hour end, until ctx ends.
func (s *System) Run(ctx context.Context) error {
	for {
		if came(&s.cfg.Filled) {
			s.subjects, s.seen, s.good = newSubjects(), time.Time{}, time.Time{}
		}
		if err := s.look(ctx); err != nil && ctx.Err() == nil {
			s.cfg.Log.WarnContext(ctx, "system not forecast", "error", err)
			s.mu.Lock()
			s.shown.Text = err.Error()
			s.mu.Unlock()
		}
		if s.cfg.Clock.Sleep(ctx, 3*time.Minute) != nil {
			return nil
		}
	}
}

// Outlook is the newest forecast.
func (s *System) Outlook() report.SystemOutlook {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.shown
}

// look takes the quarters that have ended, one after another.
func (s *System) look(ctx context.Context) error {
	now := s.cfg.Clock.Now()
	first := now.Add(-learnFrom).Truncate(intraday.Step)
	if !s.seen.IsZero() {
		first = s.seen.Add(intraday.Step)
	}
	for at := first; !at.Add(intraday.Step).After(now); at = at.Add(intraday.Step) {
		measured, simulated, err := s.measured(ctx, at, now)
		if err != nil {
			return err
		}
		s.seen = at
		if math.IsNaN(measured.load) || measured.hourly && at.Minute() != 45 {
			continue // a hole, or an hour that has not ended; trackers learn nothing of it
		}
		if err := s.step(ctx, at, measured, simulated, at.Add(2*intraday.Step).After(now)); err != nil {
			return err
		}
		s.good = at
	}
	if s.good.IsZero() || now.Sub(s.good) <= 5*intraday.Step {
		return nil
	}
	return s.late(ctx, now)
}

// late takes the operator's forecasts as they are, with the bands of the longest
// lead, where nothing has been measured for an hour.
func (s *System) late(ctx context.Context, now time.Time) error {
	at := now.Truncate(intraday.Step).Add(-intraday.Step)
	if s.instead.Equal(at) {
		return nil
	}
	s.instead = at
	expected, err := s.expected(ctx, at, now, false)
	if err != nil {
		return err
	}
	end := at.Add(intraday.Step)
	reason := "nothing has been measured since " + s.good.Add(intraday.Step).Format(time.RFC3339) + ": the operator's forecasts stand as they are"
	s.mu.RLock()
	view := report.SystemOutlook{Made: &end, Simulated: s.shown.Simulated, Series: make([]report.SystemForecast, 0, len(s.subjects))}
	s.mu.RUnlock()
	for _, one := range s.subjects {
		points := make([]float64, 0, intraday.Leads)
		for _, e := range expected[1:] {
			v := e.of(one.name)
			if math.IsNaN(v) {
				break
			}
			points = append(points, v)
		}
		if len(points) == 0 {
			continue
		}
		made := one.made(end, points, one.tracker.QuantilesOn(points), s.cfg.Version, view.Simulated)
		made.Model, made.Reason = "published", reason
		view.Series = append(view.Series, one.view(made))
		if err := s.cfg.Shelf.PutForecast(ctx, made); err != nil {
			return err
		}
	}
	if len(view.Series) == 0 {
		view.Text = "Nothing has been measured for an hour, and no forecast of the operator's is known."
	}
	s.mu.Lock()
	s.shown = view
	s.mu.Unlock()
	return nil
}

// step takes one quarter, and shows and keeps the forecast from the newest.
func (s *System) step(ctx context.Context, at time.Time, measured state, simulated, newest bool) error {
	end := at.Add(intraday.Step)
	expected, err := s.expected(ctx, at, end, measured.hourly)
	if err != nil {
		return err
	}
	view := report.SystemOutlook{Made: &end, Simulated: simulated, Series: make([]report.SystemForecast, 0, len(s.subjects))}
	for _, one := range s.subjects {
		points := one.step(at, measured.of(one.name), expected)
		if points == nil || !newest {
			continue
		}
		points = points[:reach(points)]
		made := one.made(end, points, one.tracker.Quantiles(points), s.cfg.Version, simulated)
		view.Series = append(view.Series, one.view(made))
		if err := s.cfg.Shelf.PutForecast(ctx, made); err != nil {
			return err
		}
	}
	if newest {
		s.mu.Lock()
		s.shown = view
		s.mu.Unlock()
	}
	return nil
}

func (o *subject) step(at time.Time, value float64, expected []state) []float64 {
	if !intraday.Check(value) {
		return nil
	}
	const day = 96
	o.past.StartS = append(o.past.StartS, at.Unix())
	o.past.Value = append(o.past.Value, o.round(value))
	if n := len(o.past.StartS); n > day {
		o.past.StartS, o.past.Value = o.past.StartS[n-day:], o.past.Value[n-day:]
	}
	last := make(map[int64]float64, day)
	for i, start := range o.past.StartS {
		last[start] = o.past.Value[i]
	}
	o.published = intraday.Leads
	return o.tracker.Step(at, value, func(lead int) (float64, bool) {
		if v := expected[lead].of(o.name); !math.IsNaN(v) {
			return v, true
		}
		o.published = min(o.published, max(lead-1, 0))
		ago := (lead + day - 1) / day * day // whole days
		v, ok := last[at.Add(time.Duration(lead-ago)*intraday.Step).Unix()]
		return v, ok
	})
}

// round also keeps what cannot be negative from being so; net load can.
func (o *subject) round(v float64) float64 {
	if o.name != "net_load" {
		v = math.Max(v, 0)
	}
	return math.Round(v*o.digits) / o.digits
}

// made is a forecast that begins at a moment.
func (o *subject) made(first time.Time, points []float64, quantiles [][]float64, version string, simulated bool) forecast.Made {
	m := forecast.Made{
		Series: o.name, At: first, Model: intraday.Name, Version: version, Simulated: simulated, First: first, Step: intraday.Step,
	}
	switch {
	case o.published == 0:
		m.Model, m.Reason = "yesterday", "no forecast of the operator's is known: the same hours of the last day stand in for it"
	case o.published < intraday.Leads:
		m.Reason = fmt.Sprintf("the operator's forecasts reach %d of %d quarters of an hour; the last day's stand in for the rest", o.published, intraday.Leads)
	}
	for k, v := range points {
		m.Point = append(m.Point, o.round(v))
		if len(m.Quantiles) == k && quantiles[k] != nil {
			row := make([]float64, len(quantiles[k]))
			for i, q := range quantiles[k] {
				row[i] = o.round(q)
			}
			m.Quantiles = append(m.Quantiles, row)
		}
	}
	if len(m.Quantiles) > 0 {
		m.Levels = o.tracker.Levels()
	}
	return m
}

func (o *subject) view(m forecast.Made) report.SystemForecast {
	v := report.SystemForecast{
		Name: o.name, Unit: o.unit, Model: m.Model, Reason: m.Reason, Scores: []report.SystemScore{},
		Past:  report.SystemPast{StartS: append([]int64{}, o.past.StartS...), Value: append([]float64{}, o.past.Value...)},
		Ahead: report.SystemAhead{StartS: []int64{}, Value: []float64{}, Low: []*float64{}, High: []*float64{}},
	}
	for k, value := range m.Point {
		v.Ahead.StartS = append(v.Ahead.StartS, m.First.Add(time.Duration(k)*m.Step).Unix())
		v.Ahead.Value = append(v.Ahead.Value, value)
		low, high := (*float64)(nil), (*float64)(nil)
		if k < len(m.Quantiles) {
			low, high = &m.Quantiles[k][2], &m.Quantiles[k][8]
		}
		v.Ahead.Low, v.Ahead.High = append(v.Ahead.Low, low), append(v.Ahead.High, high)
	}
	for _, s := range o.tracker.Scores() {
		if s.N == 0 {
			continue
		}
		row := report.SystemScore{
			LeadMin: float64(s.Lead) * intraday.Step.Minutes(), N: s.N, MAE: s.MAE, PersistenceMAE: s.PersistenceMAE, PublishedMAE: s.DayAhead,
		}
		if s.Banded > 0 {
			row.Coverage80 = &s.Coverage80
		}
		v.Scores = append(v.Scores, row)
	}
	return v
}

// measured is the system in the quarter that starts at, as known by now: the
// mean of what was seen in it, or else of the hour that it lies in.
func (s *System) measured(ctx context.Context, at, now time.Time) (state, bool, error) {
	simulated := false
	var got state
	mean := func(kind market.Kind) (float64, error) {
		all, err := s.cfg.History.Range(ctx, market.Series{Kind: kind}, at.Truncate(time.Hour), at.Add(intraday.Step), now)
		if err != nil {
			return math.NaN(), err
		}
		sum, n, hour := 0.0, 0.0, math.NaN()
		for _, o := range all {
			simulated = simulated || o.Simulated
			switch {
			case o.Interval.Length >= time.Hour:
				hour = o.Value
			case !o.Interval.Start.Before(at):
				sum, n = sum+o.Value, n+1
			}
		}
		if n == 0 {
			got.hourly = got.hourly || kind == market.Load
			return hour, nil
		}
		return sum / n, nil
	}
	var err error
	for _, one := range []struct {
		kind market.Kind
		into *float64
	}{{market.Load, &got.load}, {market.Wind, &got.wind}, {market.Solar, &got.solar}, {market.RenewableShare, &got.share}} {
		if *one.into, err = mean(one.kind); err != nil {
			return state{}, false, err
		}
	}
	if math.IsNaN(got.share) {
		got.share = (got.wind + got.solar) / got.load
	}
	return got, simulated, nil
}

// expected is the system by lead, from the quarter that starts at, by the
// operator's forecasts that were known at a moment: on a straight line between
// the middles of hours, or by whole hours.
func (s *System) expected(ctx context.Context, at, known time.Time, hourly bool) ([]state, error) {
	to := at.Add((intraday.Leads + 8) * intraday.Step)
	hours := make([]map[int64]float64, 3)
	for i, series := range []market.Series{{Kind: market.LoadForecast, Key: "systemTotal"}, {Kind: market.WindForecast}, {Kind: market.SolarForecast}} {
		all, err := s.cfg.History.Range(ctx, series, at.Add(-2*time.Hour), to, known)
		if err != nil {
			return nil, err
		}
		hours[i] = make(map[int64]float64, len(all))
		for _, o := range all {
			hours[i][o.Interval.Start.Unix()] = o.Value
		}
	}
	out := make([]state, intraday.Leads+1)
	for k := range out {
		t := at.Add(time.Duration(k)*intraday.Step + intraday.Step/2)
		of := between
		if hourly {
			of = within
		}
		out[k] = state{load: of(hours[0], t), wind: of(hours[1], t), solar: of(hours[2], t)}
		out[k].share = (out[k].wind + out[k].solar) / out[k].load
	}
	return out, nil
}

// within is the mean of the hour that a moment lies in; NaN where it is missing.
func within(hours map[int64]float64, t time.Time) float64 {
	v, ok := hours[t.Truncate(time.Hour).Unix()]
	if !ok {
		return math.NaN()
	}
	return v
}

// between is hourly means as a line through the middles of their hours; NaN
// where an hour is missing.
func between(hours map[int64]float64, t time.Time) float64 {
	middle := t.Add(-30 * time.Minute).Truncate(time.Hour)
	before, ok := hours[middle.Unix()]
	after, also := hours[middle.Add(time.Hour).Unix()]
	if !ok || !also {
		return math.NaN()
	}
	share := t.Add(-30 * time.Minute).Sub(middle).Hours()
	return before + share*(after-before)
}
