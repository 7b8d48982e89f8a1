package dsac

import (
	"fmt"
	"math"
	"math/rand/v2"

	"github.com/pouw-dem/pouwdem/internal/core/nn"
	"github.com/pouw-dem/pouwdem/internal/core/nn/kernel"
)

// Agent is the networks, their optimisers and the memory of an update. One
// goroutine uses it at a time.
type Agent struct {
	Config  Config
	Updates int // taken

	// Params is the actor's and the two critics' parameters, one after the
	// other: what a federation shares. After writing to it call [Agent.Retarget].
	Params []float32

	actor    *nn.Net
	critics  [2]*nn.Net
	targets  [2]*nn.Net
	optimise [3]*nn.Adam
	logAlpha float64
	alphaOpt scalarAdam

	grad    []float32 // laid out as Params
	work    workspace
	scratch *nn.Scratch
}

// workspace is the memory of one update, for some rows.
type workspace struct {
	rows     int
	now      *nn.Tape // actor in the state
	after    *nn.Tape // actor in the next state
	critic   [2]*nn.Tape
	target   [2]*nn.Tape
	pi, next distribution
	y        []float32
	delta    []float32
	old      [2][]float32 // target networks' values of the taken actions
	errors   []float32    // mean absolute error of the critics
	one      []float32    // a distribution of one state
}

// New is an agent with fresh networks.
func New(c Config, seed uint64, set kernel.Set) (*Agent, error) {
	if err := c.Validate(); err != nil {
		return nil, fmt.Errorf("configure an agent: %w", err)
	}
	a := &Agent{Config: c, scratch: nn.NewScratch(c.actor())}
	size := c.actor().Params()
	a.Params, a.grad = make([]float32, 3*size), make([]float32, 3*size)
	rates := [3]float64{c.ActorRate, c.CriticRate, c.CriticRate}
	nets := [3]**nn.Net{&a.actor, &a.critics[0], &a.critics[1]}
	rng := rand.New(rand.NewPCG(seed, 0x5eed))
	for i, net := range nets {
		made, err := nn.New(c.actor(), set)
		if err != nil {
			return nil, fmt.Errorf("configure an agent: %w", err)
		}
		made.Params = a.part(a.Params, i)
		*net = made
		a.optimise[i] = nn.NewAdam(size, nn.AdamRate(rates[i], c.ClipNorm), set)
	}
	a.actor.Init(rng, 0.01) // nearly uniform at first
	a.actor.Params[size-c.actor().OutRow()] += float32(c.Lean)
	for i, critic := range a.critics {
		critic.Init(rng, 1)
		target, err := nn.New(c.actor(), set)
		if err != nil {
			return nil, fmt.Errorf("configure an agent: %w", err)
		}
		a.targets[i] = target
	}
	a.Retarget()
	a.logAlpha = math.Log(c.Temperature.Start)
	a.work.one = make([]float32, c.actor().OutRow())
	a.reserve(c.Batch)
	return a, nil
}

// part is one network's piece of a vector laid out as Params: 0 the actor's, 1
// and 2 the critics'.
func (a *Agent) part(flat []float32, i int) []float32 {
	size := len(flat) / 3
	return flat[i*size : (i+1)*size : (i+1)*size]
}

// Retarget makes the target networks the critics.
func (a *Agent) Retarget() {
	for i, target := range a.targets {
		copy(target.Params, a.critics[i].Params)
	}
}

// reserve makes room for a batch.
func (a *Agent) reserve(rows int) {
	if rows <= a.work.rows {
		return
	}
	shape, w := a.Config.actor(), &a.work
	w.rows = rows
	w.now, w.after = nn.NewTape(shape, rows), nn.NewTape(shape, rows)
	for i := range w.critic {
		w.critic[i], w.target[i] = nn.NewTape(shape, rows), nn.NewTape(shape, rows)
		w.old[i] = make([]float32, rows)
	}
	w.pi, w.next = newDistribution(rows, shape.OutRow()), newDistribution(rows, shape.OutRow())
	w.y, w.errors = make([]float32, rows), make([]float32, rows)
	w.delta = make([]float32, rows*shape.OutRow())
}

// Alpha is the price of entropy now.
func (a *Agent) Alpha() float64 {
	switch t := a.Config.Temperature; t.Mode {
	case Constant:
		return t.Start
	case Scheduled:
		return t.scheduled(a.Updates)
	default:
		return math.Exp(a.logAlpha)
	}
}

// Act draws an action of the policy; u is uniform in [0,1). It also returns the
// policy's entropy. state is a padded row.
func (a *Agent) Act(state []float32, mask Mask, u float64) (action int, entropy float32) {
	logp := a.work.delta[:len(a.work.one)]
	entropy = softmax(a.actor.Infer(a.scratch, state), mask, a.work.one, logp)
	return draw(a.work.one, mask, u), entropy
}

// Best is the policy's likeliest action.
func (a *Agent) Best(state []float32, mask Mask) int {
	return best(a.actor.Infer(a.scratch, state), mask)
}

// Explain is the policy's probabilities in a state and each action's value by
// the critics, 0 for those that are not valid. Both are the same to the bit on
// every processor.
func (a *Agent) Explain(state []float32, mask Mask) (probabilities, values []float32) {
	probabilities, values = make([]float32, len(a.work.one)), make([]float32, a.Config.Actions)
	softmax(a.actor.Infer(a.scratch, state), mask, probabilities, nil)
	for i := range a.critics {
		for action, q := range a.critics[i].Infer(a.scratch, state)[:a.Config.Actions] {
			if mask.Valid(action) {
				values[action] += q / 2
			}
		}
	}
	return probabilities[:a.Config.Actions], values
}

// scalarAdam is Adam of one number.
type scalarAdam struct {
	First float64 `json:"first"`
	Sec   float64 `json:"second"`
	Count int     `json:"count"`
}

func (s *scalarAdam) step(gradient, rate float64) (change float64) {
	s.Count++
	s.First += 0.1 * (gradient - s.First)
	s.Sec = 0.999*s.Sec + 0.001*gradient*gradient
	first := s.First / (1 - math.Pow(0.9, float64(s.Count)))
	root := math.Sqrt(s.Sec / (1 - math.Pow(0.999, float64(s.Count))))
	return -rate * first / (root + 1e-8)
}

// Leaning does something while the agent prefers its first action by more than it
// has learned to, by so much of its logit.
func (a *Agent) Leaning(by float32, do func()) {
	bias := &a.actor.Params[len(a.actor.Params)-a.Config.actor().OutRow()]
	was := *bias
	*bias += by
	do()
	*bias = was
}
