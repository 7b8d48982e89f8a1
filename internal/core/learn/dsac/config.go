package dsac

import (
	"fmt"
	"math"

	"github.com/pouw-dem/pouwdem/internal/core/nn"
)

// MostActions is how many actions a mask holds.
const MostActions = 64

// Config is an agent's settings. [Default] is what is recommended; each switch
// says what it changes.
type Config struct {
	State     int   `json:"state"`   // numbers in a state
	Actions   int   `json:"actions"` // at most MostActions
	Hidden    []int `json:"hidden"`  // of the actor and of each critic, which share nothing
	LayerNorm bool  `json:"layer_norm"`

	Gamma float64 `json:"gamma"` // discount of one step
	Steps int     `json:"steps"` // rewards that are summed before a critic is asked
	// Pessimism k makes the critics' joint value their mean less k times half
	// their difference: 0 is the mean, 1 the minimum (clipped double Q).
	Pessimism float64 `json:"pessimism"`
	// Soft adds the entropy's worth to targets (the soft Bellman equation);
	// without it the entropy acts on the actor alone (Asad et al. 2025).
	Soft bool `json:"soft"`
	// ClipQ bounds how far a critic moves from its target network in one update:
	// the loss is the larger one of the plain and of the clipped error (Zhou et
	// al. 2022, for each sample). 0 is off.
	ClipQ float64 `json:"clip_q"`
	// EntropyPenalty times half the squared change of a state's entropy since its
	// step was taken is added to the actor's loss (Zhou et al. 2022). 0 is off.
	EntropyPenalty float64 `json:"entropy_penalty"`

	Temperature Temperature `json:"temperature"`

	// Lean is by how much the first action's logit stands above the others' before
	// anything is learned: where the first action is a rule that is known to be
	// good, learning begins beside it. 0 begins nearly uniform.
	Lean float64 `json:"lean"`

	ActorRate  float64 `json:"actor_rate"` // Adam's
	CriticRate float64 `json:"critic_rate"`
	ClipNorm   float64 `json:"clip_norm"` // of each network's gradient; 0 is off
	Tau        float64 `json:"tau"`       // share by which target networks follow, each update
	Batch      int     `json:"batch"`
}

// Temperature is the price of entropy, alpha.
type Temperature struct {
	Mode  Mode    `json:"mode"`
	Start float64 `json:"start"` // alpha at first, and for good where it is Constant
	Rate  float64 `json:"rate"`  // Adam's, of log alpha
	Least float64 `json:"least"` // clamp
	Most  float64 `json:"most"`
	// The target entropy is a share of the logarithm of the number of valid
	// actions that falls from From to To over the first Updates·Falling updates.
	// Where alpha is Scheduled it falls geometrically from Start to Least
	// instead, and looks at no data.
	From    float64 `json:"from"`
	To      float64 `json:"to"`
	Falling float64 `json:"falling"`
	Updates int     `json:"updates"`
}

// Mode is how alpha is chosen.
type Mode string

// The modes.
const (
	Target    Mode = "target"    // learned, so that the entropy meets its target
	Constant  Mode = "constant"  // Start
	Scheduled Mode = "scheduled" // by the number of updates alone, as private training needs
)

// Default is the recommended configuration for a number of planned updates.
func Default(state, actions, updates int) Config {
	return Config{
		State: state, Actions: actions, Hidden: []int{128, 128}, LayerNorm: true,
		Gamma: 0.99, Steps: 3, Soft: true,
		Temperature: Temperature{
			Mode: Target, Start: 1, Rate: 1e-3, Least: 1e-4, Most: 1,
			From: 0.7, To: 0.05, Falling: 0.6, Updates: updates,
		},
		ActorRate: 3e-4, CriticRate: 1e-3, ClipNorm: 10, Tau: 0.005, Batch: 128,
	}
}

// Validate says what is wrong with a configuration.
func (c Config) Validate() error {
	if err := c.actor().Validate(); err != nil {
		return err
	}
	if c.Actions > MostActions {
		return fmt.Errorf("%d actions: at most %d", c.Actions, MostActions)
	}
	for _, bound := range []struct {
		name               string
		value, least, most float64
	}{
		{"gamma", c.Gamma, 0, 1},
		{"steps", float64(c.Steps), 1, 1000},
		{"pessimism", c.Pessimism, 0, 10},
		{"tau", c.Tau, 0, 1},
		{"lean", c.Lean, 0, 20},
		{"batch", float64(c.Batch), 1, 1 << 16},
		{"temperature.start", c.Temperature.Start, 0, math.MaxFloat64},
		{"actor_rate", c.ActorRate, 0, 1},
		{"critic_rate", c.CriticRate, 0, 1},
	} {
		if !(bound.value >= bound.least && bound.value <= bound.most) {
			return fmt.Errorf("%s is %g: it must be %g to %g", bound.name, bound.value, bound.least, bound.most)
		}
	}
	return c.Temperature.validate()
}

func (t Temperature) validate() error {
	switch t.Mode {
	case Constant:
		return nil
	case Target, Scheduled:
		if !(t.Least > 0 && t.Least <= t.Most) {
			return fmt.Errorf("temperature is clamped to %g..%g: both must be above 0, in order", t.Least, t.Most)
		}
		if t.Start <= 0 {
			return fmt.Errorf("temperature.start is %g: a temperature that moves starts above 0", t.Start)
		}
		return nil
	default:
		return fmt.Errorf("temperature.mode is %q: it must be target, constant or scheduled", t.Mode)
	}
}

func (c Config) actor() nn.Shape {
	return nn.Shape{In: c.State, Hidden: c.Hidden, Out: c.Actions, LayerNorm: c.LayerNorm}
}

// progress is how much of a fall over the first share of the updates is done.
func (t Temperature) progress(updates int) float64 {
	over := float64(t.Updates) * t.Falling
	if over <= 0 {
		return 1
	}
	return min(1, float64(updates)/over)
}

// share is the target entropy's share of the greatest after some updates.
func (t Temperature) share(updates int) float64 {
	return t.From + (t.To-t.From)*t.progress(updates)
}

// scheduled is alpha after some updates where it is Scheduled.
func (t Temperature) scheduled(updates int) float64 {
	return t.Start * math.Pow(t.Least/t.Start, t.progress(updates))
}
