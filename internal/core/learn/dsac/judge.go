package dsac

import (
	"fmt"
	"math"

	"github.com/pouw-dem/pouwdem/internal/core/nn"
	"github.com/pouw-dem/pouwdem/internal/core/nn/kernel"
)

// Judge is a trained agent that only decides. Goroutines may share one.
type Judge struct {
	Config  Config
	actor   *nn.Net
	critics [2]*nn.Net
}

// NewJudge is the agent of a checkpoint, to decide with.
func NewJudge(c *nn.Checkpoint) (*Judge, error) {
	a, err := Load(c, kernel.Best())
	if err != nil {
		return nil, err
	}
	return a.Judge(), nil
}

// Judge is the agent as it decides now. It shares the agent's parameters.
func (a *Agent) Judge() *Judge { return &Judge{Config: a.Config, actor: a.actor, critics: a.critics} }

// Judgement is what an agent makes of a state.
type Judgement struct {
	Best          int
	Probabilities []float32
	Values        []float32 // by the mean of the critics, in scaled reward
}

// Decide judges a state, a padded row: the same to the bit on every processor.
func (j *Judge) Decide(state []float32, mask Mask) Judgement {
	scratch := nn.NewScratch(j.Config.actor())
	logits := j.actor.Infer(scratch, state)
	d := Judgement{Best: best(logits, mask), Probabilities: make([]float32, len(logits)), Values: make([]float32, j.Config.Actions)}
	softmax(logits, mask, d.Probabilities, nil)
	d.Probabilities = d.Probabilities[:j.Config.Actions]
	for i := range j.critics {
		for action, q := range j.critics[i].Infer(scratch, state)[:j.Config.Actions] {
			if mask.Valid(action) {
				d.Values[action] += q / 2
			}
		}
	}
	return d
}

// Influence is how much each input moved a decision: by how much the chosen
// action's logit would lose on the best other's if that input had been 0, which
// is its usual value. Positive spoke for the choice.
func (j *Judge) Influence(state []float32, mask Mask, chosen int) []float32 {
	scratch := nn.NewScratch(j.Config.actor())
	margin := func() float32 {
		logits := j.actor.Infer(scratch, state)
		other := best(logits, mask&^(1<<chosen))
		if other < 0 {
			return 0
		}
		return logits[chosen] - logits[other]
	}
	whole := margin()
	out := make([]float32, j.Config.State)
	for i := range out {
		was := state[i]
		if was == 0 {
			continue
		}
		state[i] = 0
		out[i] = whole - margin()
		state[i] = was
	}
	return out
}

// Check says what is wrong with a checkpoint's use for states and actions of
// these numbers.
func (j *Judge) Check(states, actions int) error {
	if j.Config.State != states || j.Config.Actions != actions {
		return fmt.Errorf("the agent has %d inputs and %d actions, its checkpoint lists %d and %d", j.Config.State, j.Config.Actions, states, actions)
	}
	for _, net := range []*nn.Net{j.actor, j.critics[0], j.critics[1]} {
		for _, p := range net.Params {
			if math.IsNaN(float64(p)) || math.IsInf(float64(p), 0) {
				return fmt.Errorf("the agent has a parameter that is not finite")
			}
		}
	}
	return nil
}

// Best is the likeliest action in a state, a padded row, and nothing else.
func (j *Judge) Best(state []float32, mask Mask) int {
	return best(j.actor.Infer(nn.NewScratch(j.Config.actor()), state), mask)
}
