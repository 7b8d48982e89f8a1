package forecaster

import (
	"context"
	"errors"
	"fmt"
	"math"
	"sync"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/forecast"
	"github.com/pouw-dem/pouwdem/internal/core/forecast/dayahead"
	"github.com/pouw-dem/pouwdem/internal/core/forecast/quantile"
)

// Study is a walk through a panel, each day forecast from what came before it.
type Study struct {
	Panel    *forecast.Panel
	From, To int // days of the panel that are scored, To included
	Warm     int // days before From from which the combination and the bands learn
	Simple   []string
	Given    map[string][]forecast.Day // forecasts of others by name, for the days From to To
	Workers  int
	Progress func(done, total int) // called as days are done; may be nil
}

// Model is how one model did.
type Model struct {
	Name      string
	Scores    forecast.Scores
	Forecasts []forecast.Day
	Bands     *Bands // nil: it has none
}

// Bands is how quantiles did: scores over all hours.
type Bands struct {
	Levels     []float64
	Quantiles  [][][]float64 // by day, hour, level
	Pinball    float64       // mean over levels
	CRPS       float64
	Coverage80 float64 // of the band from the 10 % to the 90 % quantile
}

// Versus is a Diebold-Mariano test of one of our models against another's.
type Versus struct {
	Model, Against string
	Statistic, P   float64
}

// Result of a study.
type Result struct {
	From, To time.Time
	Days     int
	Models   []Model // ours, from the simplest to the combination
	Given    []Model // those of others
	Versus   []Versus
	Took     time.Duration
}

// Evaluate walks through the study.
func Evaluate(ctx context.Context, s Study) (*Result, error) {
	p := s.Panel
	if s.From < 7 || s.To < s.From || s.To >= p.Days() {
		return nil, fmt.Errorf("%w: days %d to %d of a panel of %d", forecast.ErrInput, s.From, s.To, p.Days())
	}
	names := append(append([]string{}, s.Simple...), dayahead.Combined()...)
	first := max(s.From-s.Warm, 0)
	by, err := walk(ctx, s, names, first)
	if err != nil {
		return nil, err
	}
	r := &Result{From: p.Date(s.From), To: p.Date(s.To), Days: s.To - s.From + 1}
	truth, week := p.Target[s.From:s.To+1], p.Target[s.From-7:s.From]
	for i, name := range names {
		m, err := scored(name, truth, by[i][s.From-first:], week)
		if err != nil {
			return nil, err
		}
		if m.Bands, err = bandsOf(p, by[i], first, s.From, s.To); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		r.Models = append(r.Models, m)
	}
	combination, err := combine(p, by[len(s.Simple):], first, s.From, s.To)
	if err != nil {
		return nil, err
	}
	if combination.Scores, err = forecast.Score(truth, combination.Forecasts, week); err != nil {
		return nil, err
	}
	r.Models = append(r.Models, combination)
	return r, r.compare(s, truth, week)
}

// walk makes the members' forecasts of every day from first on, by member, then
// day. Workers take stretches of days, since neighbouring days share
// calibrations.
func walk(ctx context.Context, s Study, names []string, first int) ([][]forecast.Day, error) {
	days := s.To + 1 - first
	by := make([][]forecast.Day, len(names))
	for i := range by {
		by[i] = make([]forecast.Day, days)
	}
	workers := min(max(1, s.Workers), days)
	const stretch = 28
	var mu sync.Mutex
	next, done := 0, 0
	work := func() error {
		members := make([]dayahead.Member, len(names))
		for i, name := range names {
			var err error
			if members[i], err = dayahead.NewMember(name); err != nil {
				return err
			}
		}
		for {
			mu.Lock()
			from := next
			next += stretch
			mu.Unlock()
			if from >= days {
				return nil
			}
			for d := from; d < min(from+stretch, days); d++ {
				if err := ctx.Err(); err != nil {
					return fmt.Errorf("evaluation stopped: %w", err)
				}
				for i, m := range members {
					f, err := m.Forecast(s.Panel, first+d)
					if err != nil {
						return fmt.Errorf("%s of %s: %w", names[i], s.Panel.Date(first+d).Format(time.DateOnly), err)
					}
					by[i][d] = f
				}
				mu.Lock()
				done++
				if s.Progress != nil {
					s.Progress(done, days)
				}
				mu.Unlock()
			}
		}
	}
	errs := make([]error, workers)
	var wg sync.WaitGroup
	for w := range workers {
		wg.Go(func() { errs[w] = work() })
	}
	wg.Wait()
	return by, errors.Join(errs...)
}

// combine walks through the days in order: combines, gives quantiles, learns.
func combine(p *forecast.Panel, by [][]forecast.Day, first, from, to int) (Model, error) {
	e := dayahead.NewEnsemble(len(by))
	m := Model{Name: dayahead.Combination}
	bands := &Bands{Levels: e.Bands().Levels()}
	for day := first; day <= to; day++ {
		members := make([]forecast.Day, len(by))
		for i := range by {
			members[i] = by[i][day-first]
		}
		point, err := e.Point(members)
		if err != nil {
			return m, err
		}
		if day >= from {
			m.Forecasts = append(m.Forecasts, point)
			if q, err := e.Bands().Quantiles(point[:]); err == nil && bands != nil {
				bands.Quantiles = append(bands.Quantiles, q)
			} else {
				bands = nil
			}
		}
		if err := e.Learn(members, point, p.Target[day]); err != nil {
			return m, err
		}
	}
	if bands != nil {
		bands.score(p.Target[from : to+1])
		m.Bands = bands
	}
	return m, nil
}

// bandsOf gives a model's forecasts quantiles from its own past errors, as the
// combination has them; nil where too few days came before.
func bandsOf(p *forecast.Panel, made []forecast.Day, first, from, to int) (*Bands, error) {
	q := quantile.New(forecast.Hours, quantile.Options{})
	b := &Bands{Levels: q.Levels()}
	for day := first; day <= to; day++ {
		point := made[day-first]
		if day >= from {
			of, err := q.Quantiles(point[:])
			if err != nil {
				return nil, nil // not enough was learned from
			}
			b.Quantiles = append(b.Quantiles, of)
		}
		if err := q.Learn(point[:], p.Target[day][:]); err != nil {
			return nil, err
		}
	}
	b.score(p.Target[from : to+1])
	return b, nil
}

func (b *Bands) score(truth []forecast.Day) {
	low, high := indexOf(b.Levels, 0.1), indexOf(b.Levels, 0.9)
	n := float64(len(truth) * forecast.Hours)
	for d := range truth {
		for h, v := range truth[d] {
			q := b.Quantiles[d][h]
			for k, level := range b.Levels {
				b.Pinball += forecast.Pinball(v, q[k], level) / n / float64(len(q))
			}
			b.CRPS += forecast.CRPS(v, q, b.Levels) / n
			if low >= 0 && high >= 0 && q[low] <= v && v <= q[high] {
				b.Coverage80 += 1 / n
			}
		}
	}
}

func indexOf(levels []float64, level float64) int {
	for k, v := range levels {
		if math.Abs(v-level) < 1e-9 {
			return k
		}
	}
	return -1
}

func scored(name string, truth, made, week []forecast.Day) (Model, error) {
	s, err := forecast.Score(truth, made, week)
	if err != nil {
		return Model{}, fmt.Errorf("%s: %w", name, err)
	}
	return Model{Name: name, Scores: s, Forecasts: made}, nil
}

// compare scores the forecasts of others and tests ours against them.
func (r *Result) compare(s Study, truth, week []forecast.Day) error {
	for _, name := range sortedKeys(s.Given) {
		m, err := scored(name, truth, s.Given[name], week)
		if err != nil {
			return err
		}
		r.Given = append(r.Given, m)
	}
	for _, ours := range r.Models[len(s.Simple):] {
		for _, theirs := range r.Given {
			statistic, p, err := forecast.DieboldMariano(truth, ours.Forecasts, theirs.Forecasts)
			if err != nil {
				return err
			}
			r.Versus = append(r.Versus, Versus{ours.Name, theirs.Name, statistic, p})
		}
	}
	return nil
}
