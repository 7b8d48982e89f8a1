package trainer

import (
	"context"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"

	"github.com/pouw-dem/pouwdem/internal/core/learn/dsac"
	"github.com/pouw-dem/pouwdem/internal/core/learn/env"
	"github.com/pouw-dem/pouwdem/internal/core/nn"
	"github.com/pouw-dem/pouwdem/internal/core/nn/kernel"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Place is a site and a course that it goes through.
type Place struct {
	Site     *site.Site
	Course   env.Course
	Desk     env.Desk      // nil: no reserve is sold
	Memo     *env.Memo     // nil: plans ahead are not remembered
	Baseline policy.Policy // what a reward is counted above; nil: nothing
}

// Task is what to train, on what.
type Task struct {
	Train    []Place // an environment each
	Validate []Place // each gone through once, with the likeliest modes
	Modes    []env.Mode
	Config   dsac.Config // State and Actions are set from the modes and features
	Schedule dsac.Schedule
	Seed     uint64
	// From, where there is one, is an agent to go on from, with its features; of
	// Config only the temperature is then looked at.
	From *nn.Checkpoint

	// Keep, where there is one, is handed the whole training after each validation,
	// and Resume is one to go on with: it comes to the same agent, to the bit.
	Keep   func(*nn.Checkpoint) error
	Resume *nn.Checkpoint

	// Leans are preferences for the first mode that are tried at each validation on
	// top of what was learned; none: no more than that. A large one is the first mode
	// itself, so that nothing is kept that does worse than it there.
	Leans []float32
	// BesideFirst learns from what modes earn above the first, in place of the
	// baselines.
	BesideFirst bool

	Steps    int // over all environments
	Every    int // steps between validations
	Patience int // validations without a better one before it stops; 0: none stops it
	Length   int // intervals of an episode
	Spread   float64
	Clip     float64
}

// Row is a line of the training's metrics.
type Row struct {
	Steps     int     `json:"steps"`
	Updates   int     `json:"updates"`
	Return    float64 `json:"return_per_step"` // mean reward since the row before
	Entropy   float64 `json:"entropy"`
	Target    float64 `json:"target_entropy"`
	Alpha     float64 `json:"alpha"`
	Q         float64 `json:"q"`
	Critic    float64 `json:"critic_loss"`
	Actor     float64 `json:"actor_loss"`
	Gradient  float64 `json:"critic_gradient"`
	Validated float64 `json:"validation_usd"` // above the baseline
	Lean      float64 `json:"lean,omitempty"` // preference for the first mode that did best there
	Best      bool    `json:"best"`
}

// Outcome is a finished training.
type Outcome struct {
	Agent    *dsac.Agent // with the parameters that did best in validation
	Features []nn.Feature
	Rows     []Row
	Best     Row
	Stopped  string // why, if not because all steps were taken
}

// Run trains. progress, where there is one, is told of every row; training stops
// with what it has when ctx ends.
func Run(ctx context.Context, t Task, progress func(Row)) (*Outcome, error) {
	if len(t.Train) == 0 || len(t.Validate) == 0 {
		return nil, errors.New("training needs days to learn from and others to validate on")
	}
	agent, features, err := t.agent()
	if err != nil {
		return nil, err
	}
	envs := make([]dsac.Environment, len(t.Train))
	for i, p := range t.Train {
		e, err := t.environment(p, features, uint64(i), t.Length, t.Spread, t.BesideFirst)
		if err != nil {
			return nil, fmt.Errorf("train at %s: %w", p.Site.ID, err)
		}
		envs[i] = e
	}
	if t.Resume != nil {
		return t.resume(ctx, envs, features, progress)
	}
	trainer, err := dsac.NewTrainer(agent, envs, t.Schedule, t.Seed)
	if err != nil {
		return nil, err
	}
	out := &Outcome{Agent: agent, Features: features, Best: Row{Validated: math.Inf(-1)}}
	return t.loop(ctx, &course{trainer: trainer, out: out, due: t.Every, kept: slices.Clone(agent.Params)}, progress)
}

// agent is a fresh one, or the one to go on from.
func (t Task) agent() (*dsac.Agent, []nn.Feature, error) {
	if t.From == nil {
		features := env.Features(changing(t))
		t.Config.State, t.Config.Actions = len(features), len(t.Modes)
		agent, err := dsac.New(t.Config, t.Seed, kernel.Best())
		return agent, features, err
	}
	agent, err := dsac.Load(t.From, kernel.Best())
	if err != nil {
		return nil, nil, err
	}
	if agent.Config.State != len(t.From.Features) || agent.Config.Actions != len(t.Modes) {
		return nil, nil, errors.New("the agent to go on from sees or does other things than its checkpoint lists: train a fresh one")
	}
	agent.Config.Temperature, agent.Updates = t.Config.Temperature, 0
	return agent, t.From.Features, nil
}

func (t Task) environment(p Place, features []nn.Feature, stream uint64, length int, spread float64, beside bool) (*env.Env, error) {
	return env.New(env.Config{
		Site: p.Site, Course: p.Course, Desk: p.Desk, Memo: p.Memo, Modes: t.Modes, Features: features, Length: length,
		Baseline: p.Baseline, BesideFirst: beside, Spread: spread, Clip: t.Clip,
	}, rand.NewPCG(t.Seed, stream))
}

// course is a training under way.
type course struct {
	trainer *dsac.Trainer
	out     *Outcome
	kept    []float32 // parameters that did best
	due     int       // steps at the next validation
	since   int       // validations since the best
	// static is what the baseline earned in each place of validation: it goes the same
	// way whatever agent is beside it.
	static []unit.MicroUSD
}

func (t Task) loop(ctx context.Context, c *course, progress func(Row)) (*Outcome, error) {
	sum, count := 0.0, 0
	c.trainer.OnReward = func(_ int, reward float32, _ dsac.End) {
		sum += float64(reward)
		count++
	}
	for c.trainer.Taken < t.Steps && c.out.Stopped == "" {
		if ctx.Err() != nil {
			c.out.Stopped = "it was cancelled"
			break
		}
		c.trainer.Step()
		if c.trainer.Taken < c.due {
			continue
		}
		row := rowOf(c.trainer, sum/float64(max(count, 1)))
		sum, count = 0, 0
		if err := t.look(c, row, progress); err != nil {
			return nil, err
		}
	}
	agent := c.trainer.Agent
	copy(agent.Params, c.kept)
	agent.Retarget()
	return c.out, nil
}

// look validates the agent as it is, and keeps it where it is the best so far.
func (t Task) look(c *course, row Row, progress func(Row)) (err error) {
	c.due += t.Every
	leans := t.Leans
	if len(leans) == 0 {
		leans = []float32{0}
	}
	agent, most := c.trainer.Agent, math.Inf(-1)
	for _, lean := range leans {
		agent.Leaning(lean, func() {
			var usd float64
			if usd, err = t.validate(agent, c); err != nil || !(usd > most) {
				return
			}
			most, row.Validated, row.Lean = usd, usd, float64(lean)
			if c.trainer.Taken > t.Schedule.Warmup && usd > c.out.Best.Validated {
				row.Best, c.since = true, -1
				c.out.Best = row
				copy(c.kept, agent.Params)
			}
		})
		if err != nil {
			return err
		}
	}
	c.since++
	c.out.Rows = append(c.out.Rows, row)
	if progress != nil {
		progress(row)
	}
	if t.Patience > 0 && c.since >= t.Patience {
		c.out.Stopped = fmt.Sprintf("%d validations in a row were no better than the one after %d steps", c.since, c.out.Best.Steps)
	}
	if t.Keep == nil {
		return nil
	}
	return t.keep(c)
}

func rowOf(t *dsac.Trainer, mean float64) Row {
	m := t.Last
	return Row{
		Steps: t.Taken, Updates: t.Agent.Updates, Return: mean, Entropy: m.Entropy, Target: m.Target, Alpha: m.Alpha,
		Q: m.Q, Critic: m.Critic, Actor: m.Actor, Gradient: m.CriticNorm,
	}
}

// validate is what the agent's likeliest modes earn above the baselines, in
// dollars, over all places of validation.
func (t Task) validate(a *dsac.Agent, c *course) (float64, error) {
	total := 0.0
	state := make([]float32, kernel.Padded(len(c.out.Features)))
	for i, p := range t.Validate {
		if i < len(c.static) {
			p.Baseline = nil
		}
		e, err := t.environment(p, c.out.Features, 0, 0, 0, false)
		if err != nil {
			return 0, fmt.Errorf("validate at %s: %w", p.Site.ID, err)
		}
		mask := e.Reset(state)
		for end := dsac.Going; end == dsac.Going; {
			_, mask, end = e.Step(a.Best(state, mask), state)
		}
		agent, baseline := e.Earned()
		if i == len(c.static) {
			c.static = append(c.static, baseline)
		}
		total += (agent - c.static[i]).USD()
	}
	return total, nil
}

// changing is which features differ between moments of the training's courses:
// the others tell nothing here, and are held at 0 so that they cannot surprise
// later.
func changing(t Task) []bool {
	const looks = 400
	var first []float64
	var used []bool
	for _, p := range t.Train {
		state := p.Site.InitialState(p.Course.At(0).Interval.Start, true)
		for k := range looks {
			snap := p.Course.At(k * (p.Course.Len() - 1) / looks)
			seen := env.Observe(policy.Input{Site: p.Site, State: &state, Snapshot: snap})
			if first == nil {
				first, used = seen, make([]bool, len(seen))
			}
			for i, v := range seen {
				used[i] = used[i] || v != first[i]
			}
		}
	}
	// What the site itself does is always told: the state above stood still.
	for i, name := range env.Names() {
		used[i] = used[i] || env.OfSite(name)
	}
	return used
}
