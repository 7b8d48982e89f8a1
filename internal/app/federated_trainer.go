package app

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/federate"
	"github.com/pouw-dem/pouwdem/internal/core/federate/strategy"
	"github.com/pouw-dem/pouwdem/internal/core/learn/dsac"
	"github.com/pouw-dem/pouwdem/internal/core/learn/env"
	"github.com/pouw-dem/pouwdem/internal/core/nn/kernel"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/service/backtest"
	"github.com/pouw-dem/pouwdem/internal/service/participant"
	"github.com/pouw-dem/pouwdem/internal/service/together"
)

const (
	federatedDays    = 28 // that a site trains on
	federatedHeldOut = 14 // after them, that it judges global models by
	federatedHidden  = 64
	federatedLean    = 3 // towards the plain rule, before anything is learned
)

// federatedConfig is the agent that sites train together: the same at all of
// them, whatever they saw, and with a temperature on a schedule, which looks at no
// data.
func federatedConfig() dsac.Config {
	const updates = 50_000
	c := dsac.Default(len(env.Features(nil)), len(env.Modes()), updates)
	c.Hidden, c.Batch, c.Gamma, c.Lean = []int{federatedHidden, federatedHidden}, 64, 0.9, federatedLean
	c.Temperature.Mode, c.Temperature.Start, c.Temperature.Most, c.Temperature.Least = dsac.Scheduled, 0.1, 0.1, 0.01
	return c
}

// federatedInitial is the model before the first round.
func federatedInitial() ([]float32, error) {
	a, err := dsac.New(federatedConfig(), 1, kernel.Best())
	if err != nil {
		return nil, err
	}
	return a.Params, nil
}

// siteTrainer trains the common agent on the site's own past.
type siteTrainer struct {
	site *site.Site
	rule policy.Policy // what a reward is counted above, and the incumbent at first
	data func(from, to unit.Day) (backtest.Data, error)
	last func() unit.Day // the newest whole day
	book participant.Book
	turn *sync.Mutex // sites of a process train one after the other
	// adopted is told of a model that the site adopts; nil: nothing decides here.
	adopted func(ctx context.Context, site string, params []float32, v strategy.Verdict) error

	mu        sync.Mutex
	ready     bool
	train     *backtest.Course
	held      *backtest.Course
	local     *together.Local
	incumbent []float32 // parameters that were adopted; nil: the rule
	standing  []float64 // what it earned above the rule, by held-out day
}

// prepare lays out the site's days, once.
func (t *siteTrainer) prepare() error {
	if t.ready {
		return nil
	}
	to := t.last()
	split := to.Add(-federatedHeldOut)
	from := split.Add(-federatedDays + 1)
	data, err := t.data(from, to)
	if err != nil {
		return err
	}
	course := func(from, to unit.Day) (*backtest.Course, error) {
		return backtest.NewCourse(backtest.Study{Site: t.site, From: from, To: to, Data: data})
	}
	if t.train, err = course(from, split); err != nil {
		return err
	}
	if t.held, err = course(split.Next(), to); err != nil {
		return err
	}
	if t.local, err = together.NewLocal(t.stretch(t.train), federatedConfig(), seedOf(t.site.ID)); err != nil {
		return err
	}
	t.ready = true
	return t.recall()
}

// stretch is a course as training reads it.
func (t *siteTrainer) stretch(c *backtest.Course) together.Stretch {
	return together.Stretch{
		Site: t.site, Rule: t.rule, Read: func() env.Course { return c.Twin() }, PerDay: int(24 * time.Hour / c.Interval(0).Length),
	}
}

// seedOf is a number of a site's own.
func seedOf(id string) uint64 {
	h := uint64(14695981039346656037) // FNV-1a
	for _, b := range []byte(id) {
		h = (h ^ uint64(b)) * 1099511628211
	}
	return h
}

// Days is how many days the site trains on.
func (t *siteTrainer) Days() int { return federatedDays }

// Train takes the round's steps from the global model on, in environments of the
// site's own past.
func (t *siteTrainer) Train(ctx context.Context, global []float32, job participant.Job) ([]float32, float64, error) {
	t.turn.Lock()
	defer t.turn.Unlock()
	t.mu.Lock()
	defer t.mu.Unlock()
	if err := t.prepare(); err != nil {
		return nil, 0, fmt.Errorf("lay out the site's days: %w", err)
	}
	if len(global) != t.local.Params() {
		return nil, 0, fmt.Errorf("a model of %d parameters, this program's has %d: bring both sides to the same release", len(global), t.local.Params())
	}
	if job.Noise != nil {
		update, err := t.local.TrainPrivately(ctx, global, job.Steps, job.Noise)
		return update, federatedDays, err
	}
	rule, err := strategy.New(job.Strategy)
	if err != nil {
		return nil, 0, err
	}
	update, err := t.local.Train(ctx, global, job.Steps, rule)
	return update, federatedDays, err
}

// settingAdopted is where the parameters are that a site adopted.
func settingAdopted(site string) string { return "federation.adopted." + site }

// recall reads what the site adopted before.
func (t *siteTrainer) recall() error {
	raw, ok, err := t.book.Setting(context.Background(), settingAdopted(t.site.ID))
	if err != nil || !ok {
		return err
	}
	params, err := federate.DecodeModel(raw)
	if err != nil || len(params) != t.local.Params() {
		return nil //nolint:nilerr // of another release: the rule stands again
	}
	t.incumbent = params
	return nil
}

// Consider goes through the site's held-out days with a global model, and adopts
// it where it is better than the incumbent beyond doubt.
func (t *siteTrainer) Consider(ctx context.Context, model []float32) (strategy.Verdict, error) {
	t.turn.Lock()
	defer t.turn.Unlock()
	t.mu.Lock()
	defer t.mu.Unlock()
	if err := t.prepare(); err != nil {
		return strategy.Verdict{}, fmt.Errorf("lay out the site's days: %w", err)
	}
	if own := t.local.Personal(); own != nil {
		model = own // what the site would use is its own, held near the global one
	}
	candidate, err := t.earns(ctx, model)
	if err != nil {
		return strategy.Verdict{}, err
	}
	if t.standing == nil {
		t.standing = make([]float64, len(candidate))
		if t.incumbent != nil {
			if t.standing, err = t.earns(ctx, t.incumbent); err != nil {
				return strategy.Verdict{}, err
			}
		}
	}
	v, err := strategy.Gate(t.standing, candidate)
	if err != nil || !v.Adopt {
		return v, err
	}
	if t.adopted != nil {
		if err := t.adopted(ctx, t.site.ID, model, v); err != nil {
			return v, err
		}
	}
	if err := t.book.PutSetting(ctx, settingAdopted(t.site.ID), federate.EncodeModel(model)); err != nil {
		return v, err
	}
	t.incumbent, t.standing = slices.Clone(model), candidate
	return v, nil
}

// forget gives up what the site adopted: the rule is the incumbent again.
func (t *siteTrainer) forget(ctx context.Context) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.incumbent, t.standing = nil, nil
	return t.book.PutSetting(ctx, settingAdopted(t.site.ID), []byte{})
}

// earns is what a model earns above the rule on each held-out day, dollars.
func (t *siteTrainer) earns(ctx context.Context, params []float32) ([]float64, error) {
	return together.Earns(ctx, t.stretch(t.held), federatedConfig(), params)
}
