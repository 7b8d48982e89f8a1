package taskmarket

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
	"github.com/pouw-dem/pouwdem/internal/core/work"
)

const (
	pastDays     = 35        // that a forecast is asked on, at most
	ahead        = 24        // hours that are forecast
	foreseeEvery = 4         // rounds
	settling     = time.Hour // after an interval, until its value is published
	truthWait    = 24 * time.Hour
	mostMissing  = 0.05 // of a past's hours
)

// unknown is what a forecast is asked of: a series by hours, or the highest hour
// of each 24, on which coincident peaks hang.
type unknown struct {
	series market.Series
	peak   bool
}

const peakOf = "peak "

func (u unknown) name() string {
	name := strings.TrimSpace(string(u.series.Kind) + " " + u.series.Key)
	if u.peak {
		return peakOf + name
	}
	return name
}

// named is what the name of a past says was asked.
func named(name string) unknown {
	name, peak := strings.CutPrefix(name, peakOf)
	kind, key, _ := strings.Cut(name, " ")
	return unknown{series: market.Series{Kind: market.Kind(kind), Key: key}, peak: peak}
}

// reader is the page that reads how it was foreseen.
func (u unknown) reader() string {
	if u.peak {
		return "page Tasks: how high the next day's load was foreseen, for its peaks"
	}
	return "page Tasks: how well the next 24 hours were foreseen"
}

// unknowns are what forecasts are asked of, in turn.
func (m *Market) unknowns() (all []unknown) {
	for _, s := range m.cfg.Series {
		all = append(all, unknown{series: s})
		if s.Kind == market.Load {
			all = append(all, unknown{series: s, peak: true})
		}
	}
	return all
}

// foresee asks for a forecast of the next unknown in turn, where enough of its past
// is known.
func (m *Market) foresee(ctx context.Context, priority work.Priority, why string) error {
	m.mu.Lock()
	round := m.round
	m.mu.Unlock()
	all := m.unknowns()
	if len(all) == 0 || round%foreseeEvery != 0 {
		return nil
	}
	asked := all[round/foreseeEvery%len(all)]
	past, ok, err := m.past(ctx, asked)
	if err != nil || !ok {
		return err
	}
	text := past.Text()
	s := work.Spec{
		Version: 1, Kind: work.Forecast, Case: proof.Keccak(text), Count: ahead / int(past.Step/time.Hour), Class: work.Forecast.Class(), Priority: work.Forecast.Urgency(priority),
		Deadline: m.cfg.Clock.Now().Add(timeToWork), PriceBy: "internal", Reader: asked.reader(),
	}
	s.EnergyWh = s.Energy()
	s.PriceUSD = s.EnergyWh / 1e6 * valueOf(s.Priority)
	m.remember(text)
	_, err = m.offer(ctx, s, text, work.Record{Case: past.Name, Reason: "more of the series became known", Why: why})
	return err
}

// past is what is known of an unknown, up to the newest hour; false where that is
// too little.
func (m *Market) past(ctx context.Context, u unknown) (work.Past, bool, error) {
	end := m.cfg.Clock.Now().UTC().Truncate(time.Hour)
	p := work.Past{Name: u.name(), Start: end.AddDate(0, 0, -pastDays), Step: time.Hour}
	values, err := m.hourly(ctx, u.series, p.Start, end)
	if err != nil {
		return p, false, err
	}
	known := func(v float64) bool { return !math.IsNaN(v) }
	first := slices.IndexFunc(values, known)
	if first < 0 {
		return p, false, nil
	}
	last := len(values)
	for !known(values[last-1]) {
		last--
	}
	p.Start, p.Values = p.Start.Add(time.Duration(first)*time.Hour), values[first:last]
	missing := 0
	for i, v := range p.Values {
		if !known(v) {
			p.Values[i] = p.Values[i-1]
			missing++
		}
	}
	const least = 15 * 24
	enough := len(p.Values) >= least && float64(missing) <= mostMissing*float64(len(p.Values))
	if u.peak {
		p.Start, p.Step = p.Start.Add(time.Duration(len(p.Values)%ahead)*time.Hour), ahead*time.Hour
		p.Values = peaks(p.Values)
	}
	return p, enough, nil
}

// peaks are the highest hours of each 24 before the end.
func peaks(hours []float64) (all []float64) {
	for day := range slices.Chunk(hours[len(hours)%ahead:], ahead) {
		all = append(all, slices.Max(day))
	}
	return all
}

// hourly is the mean of a series by hour; not a number where nothing is known.
func (m *Market) hourly(ctx context.Context, series market.Series, from, to time.Time) ([]float64, error) {
	seen, err := m.cfg.History.Range(ctx, series, from, to, m.cfg.Clock.Now())
	if err != nil {
		return nil, err
	}
	n := int(to.Sub(from) / time.Hour)
	sums, counts := make([]float64, n), make([]float64, n)
	for _, o := range seen {
		if h := int(o.Interval.Start.Sub(from) / time.Hour); h >= 0 && h < n {
			sums[h] += o.Value
			counts[h]++
		}
	}
	for h := range sums {
		sums[h] /= counts[h] // not a number where there are none
	}
	return sums, nil
}

// hold keeps a forecast that was checked until the truth is known.
func (m *Market) hold(ctx context.Context, r work.Record, f *work.File) error {
	text, err := m.textOf(ctx, r.Spec.Case)
	if err != nil {
		return err
	}
	past, err := work.ParsePast(text)
	if err != nil {
		return err
	}
	r.Held, r.Awaits = &work.Held{File: *f, Case: text}, past.End().Add(time.Duration(r.Spec.Count)*past.Step+settling)
	r.Reason = "handed in; what it is scored by is known from " + r.Awaits.Format("2006-01-02 15:04Z") + " on"
	return m.cfg.Book.PutWork(ctx, r, f)
}

// score closes a forecast whose truth is known, or has not become known for a day.
func (m *Market) score(ctx context.Context, r work.Record) error {
	now := m.cfg.Clock.Now()
	if now.Before(r.Awaits) || r.Held == nil {
		return nil
	}
	file := &r.Held.File
	score, known, err := m.scored(ctx, r)
	switch {
	case err == nil && !known && now.Before(r.Awaits.Add(truthWait)):
		return nil
	case err == nil && !known:
		r.State, r.Reason = work.Expired, "what it is scored by has not become known"
	case err == nil:
		r.State, r.Checked.Score = work.Verified, &score
		r.Reason = fmt.Sprintf("scored %.4g, what is usual %.4g: a skill of %.2f", score.CRPS, score.Usual, score.Skill())
		m.judge(ctx, r.Operator, true)
	case errors.Is(err, work.ErrWrong):
		r.State, r.Reason, file = work.Refused, err.Error(), nil
		m.judge(ctx, r.Operator, false)
	default:
		return err
	}
	r.Held, r.Closed = nil, now
	return m.cfg.Book.PutWork(ctx, r, file)
}

// scored scores a forecast by what came; false where some of it is not known yet.
func (m *Market) scored(ctx context.Context, r work.Record) (work.Score, bool, error) {
	past, err := work.ParsePast(r.Held.Case)
	if err != nil {
		return work.Score{}, false, err
	}
	asked := named(past.Name)
	truth, err := m.hourly(ctx, asked.series, past.End(), past.End().Add(time.Duration(r.Spec.Count)*past.Step))
	if err != nil || slices.ContainsFunc(truth, math.IsNaN) {
		return work.Score{}, false, err
	}
	if asked.peak {
		truth = peaks(truth)
	}
	score, err := past.Scored(r.Held.File.Opened, truth)
	return score, true, err
}

// waiting are the open tasks that wait for a result.
func (m *Market) waiting(ctx context.Context) ([]work.Record, error) {
	open, err := m.cfg.Book.OpenWork(ctx)
	return slices.DeleteFunc(open, func(r work.Record) bool { return !r.Awaits.IsZero() }), err
}
