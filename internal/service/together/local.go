// Package together trains one agent at several sites, and measures what that is
// worth to them: [Local] is a site's own part of it, in rounds or alone; [Study]
// plays the agents that sites come to alone, together, and with all their days in
// one place over days that none of them saw.
//
// It is not for how updates are hidden (core/federate/secagg), nor for the
// conversation of a round (service/participant).
package together

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"

	"github.com/pouw-dem/pouwdem/internal/core/federate/privacy"
	"github.com/pouw-dem/pouwdem/internal/core/federate/strategy"
	"github.com/pouw-dem/pouwdem/internal/core/learn/dsac"
	"github.com/pouw-dem/pouwdem/internal/core/learn/env"
	"github.com/pouw-dem/pouwdem/internal/core/nn/kernel"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/site"
)

const (
	workers  = 2  // environments of a site
	pullStep = 20 // steps between two pulls towards the global model
	warmup   = 500
	ratio    = 0.25 // updates for each interval
	replay   = 16_384
)

// Stretch is some days of a site.
type Stretch struct {
	Site   *site.Site
	Rule   policy.Policy     // what a reward is counted above
	Read   func() env.Course // a reader of its own, from the first interval on
	PerDay int               // intervals
}

func (s Stretch) environment(length int, seed, stream uint64) (*env.Env, error) {
	return env.New(env.Config{
		Site: s.Site, Course: s.Read(), Modes: env.Modes(), Features: env.Features(nil), Length: length, Baseline: s.Rule, Clip: 3,
	}, rand.NewPCG(seed, stream))
}

// Local trains the common agent on a site's own days. One goroutine uses it at a
// time.
type Local struct {
	days     Stretch
	config   dsac.Config
	seed     uint64
	trainer  *dsac.Trainer
	whole    []dsac.Day // of private training, each once
	private  *dsac.Trainer
	personal []float32 // held near the global model where the strategy is ditto; nil: none
}

// NewLocal lays out a site's environments.
func NewLocal(days Stretch, config dsac.Config, seed uint64) (*Local, error) {
	trainer, err := newTrainer([]Stretch{days}, config, seed, warmup)
	return &Local{days: days, config: config, seed: seed, trainer: trainer}, err
}

// newTrainer is one agent in environments of all stretches, weeks at a time, that
// acts at random for so many intervals of each stretch before it learns.
func newTrainer(all []Stretch, config dsac.Config, seed uint64, random int) (*dsac.Trainer, error) {
	agent, err := dsac.New(config, 1, kernel.Best())
	if err != nil {
		return nil, err
	}
	var envs []dsac.Environment
	for _, days := range all {
		for range workers {
			e, err := days.environment(7*days.PerDay, seed, uint64(len(envs)))
			if err != nil {
				return nil, err
			}
			envs = append(envs, e)
		}
	}
	schedule := dsac.Schedule{Warmup: random * len(all), Ratio: ratio, Replay: replay * len(all)}
	return dsac.NewTrainer(agent, envs, schedule, seed)
}

// Params is how many parameters a model has.
func (l *Local) Params() int { return len(l.trainer.Agent.Params) }

// Personal is the site's own model where the strategy is Ditto; nil: none.
func (l *Local) Personal() []float32 { return l.personal }

// Train takes steps from the global model on and gives the difference to it.
func (l *Local) Train(ctx context.Context, global []float32, steps int, rule strategy.Rule) ([]float32, error) {
	pull := func([]float32, []float32, float64) {}
	if prox, ok := rule.(strategy.FedProx); ok {
		pull = prox.Pull
	}
	if err := l.steps(ctx, global, global, steps, pull); err != nil {
		return nil, err
	}
	params := l.trainer.Agent.Params
	update := Difference(params, global)
	if ditto, ok := rule.(strategy.Ditto); ok {
		if l.personal == nil {
			l.personal = slices.Clone(global)
		}
		if err := l.steps(ctx, l.personal, global, steps, ditto.Personal); err != nil {
			return nil, err
		}
		l.personal = slices.Clone(params)
	}
	return update, nil
}

// steps trains from some parameters on, pulled towards an anchor now and then.
func (l *Local) steps(ctx context.Context, from, anchor []float32, steps int, pull func(params, anchor []float32, rate float64)) error {
	agent := l.trainer.Agent
	copy(agent.Params, from)
	agent.Retarget()
	for step := range steps {
		if step%pullStep == 0 {
			if ctx.Err() != nil {
				return context.Cause(ctx)
			}
			pull(agent.Params, anchor, pullStep*l.trainer.Schedule.Ratio)
		}
		l.trainer.Step()
	}
	return nil
}

// TrainPrivately takes noisy steps on joint gradients of whole days. The days are
// gone through once, with random valid actions, so that each is there once and
// what was done in it hangs on no model that was trained on others.
func (l *Local) TrainPrivately(ctx context.Context, global []float32, steps int, noise *privacy.Noiser) ([]float32, error) {
	if l.private == nil {
		if err := l.goThrough(ctx); err != nil {
			return nil, err
		}
	}
	agent, err := dsac.New(l.config, 1, kernel.Best()) // fresh moments: those of earlier rounds are of other noise
	if err != nil {
		return nil, err
	}
	copy(agent.Params, global)
	agent.Retarget()
	batch, gradient := dsac.NewBatch(l.config, l.days.PerDay), make([]float32, len(global))
	for range steps {
		if ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		drawn, err := noise.Sample()
		if err != nil {
			return nil, err
		}
		for _, d := range drawn {
			clear(gradient)
			if d < len(l.whole) {
				l.private.Replay.FillDay(l.config, l.whole[d], batch)
				agent.AddClipped(gradient, batch, math.MaxFloat64) // the noise clips
			}
			if err := noise.Add(gradient); err != nil {
				return nil, err
			}
		}
		noisy, err := noise.Release(len(gradient))
		if err != nil {
			return nil, err
		}
		agent.Apply(noisy)
	}
	return Difference(agent.Params, global), nil
}

// WholeDays is how many days private training draws from; 0 before the first.
func (l *Local) WholeDays() int { return len(l.whole) }

func (l *Local) goThrough(ctx context.Context) error {
	const stream = 99
	e, err := l.days.environment(0, l.seed, stream)
	if err != nil {
		return err
	}
	agent, err := dsac.New(l.config, 1, kernel.Best())
	if err != nil {
		return err
	}
	steps := l.days.Read().Len() - 1
	private, err := dsac.NewTrainer(agent, []dsac.Environment{e}, dsac.Schedule{Warmup: steps + 1, Replay: steps + 1}, l.seed)
	if err != nil {
		return err
	}
	for range steps {
		if ctx.Err() != nil {
			return context.Cause(ctx)
		}
		private.Step()
	}
	l.private, l.whole = private, private.Replay.Days()
	return nil
}

// Difference is a less b.
func Difference(a, b []float32) []float32 {
	d := make([]float32, len(a))
	for i := range d {
		d[i] = a[i] - b[i]
	}
	return d
}

// Earns is what a model's likeliest modes earn above the rule on each day of a
// stretch, dollars.
func Earns(ctx context.Context, days Stretch, config dsac.Config, params []float32) ([]float64, error) {
	agent, err := dsac.New(config, 1, kernel.Best())
	if err != nil {
		return nil, err
	}
	if len(params) != len(agent.Params) {
		return nil, fmt.Errorf("a model of %d parameters, this program's has %d: bring both sides to the same release", len(params), len(agent.Params))
	}
	copy(agent.Params, params)
	e, err := days.environment(0, 0, 0)
	if err != nil {
		return nil, err
	}
	state := make([]float32, kernel.Padded(config.State))
	mask := e.Reset(state)
	var daily []float64
	day, before := int32(-1), 0.0
	for end := dsac.Going; end == dsac.Going; {
		if ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		if e.Day() != day {
			day = e.Day()
			daily = append(daily, 0)
		}
		_, mask, end = e.Step(agent.Best(state, mask), state)
		own, rule := e.Earned()
		now := (own - rule).USD()
		daily[len(daily)-1] += now - before
		before = now
	}
	return daily, nil
}
