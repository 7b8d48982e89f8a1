package dsac

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/pouw-dem/pouwdem/internal/core/nn/kernel"
)

// chain is a random decision process of states that are told apart by one
// input each. Each action leads to one of parts states, each as likely.
type chain struct {
	states, actions int
	mask            []Mask
	reward          []float64 // by state and action
	next            []int     // by state, action and part
}

const parts = 4

func newChain(states, actions int, rng *rand.Rand) *chain {
	c := &chain{states: states, actions: actions}
	for range states {
		c.mask = append(c.mask, anyMask(rng, actions))
		for range actions {
			c.reward = append(c.reward, rng.NormFloat64())
			for range parts {
				c.next = append(c.next, rng.IntN(states))
			}
		}
	}
	return c
}

// solve is soft value iteration: Q = r + γ Σ p(s') α log Σ exp(Q(s',a)/α).
func (c *chain) solve(gamma, alpha float64) []float64 {
	q := make([]float64, c.states*c.actions)
	for range 2000 {
		value := make([]float64, c.states)
		for s := range value {
			most := math.Inf(-1)
			for a := range c.actions {
				if c.mask[s].Valid(a) {
					most = max(most, q[s*c.actions+a])
				}
			}
			sum := 0.0
			for a := range c.actions {
				if c.mask[s].Valid(a) {
					sum += math.Exp((q[s*c.actions+a] - most) / alpha)
				}
			}
			value[s] = most + alpha*math.Log(sum)
		}
		for i := range q {
			q[i] = c.reward[i]
			for _, s := range c.next[i*parts : (i+1)*parts] {
				q[i] += gamma * value[s] / parts
			}
		}
	}
	return q
}

func (c *chain) see(at int, state []float32) Mask {
	clear(state)
	state[at] = 1
	return c.mask[at]
}

// fill puts every transition into the replay, as often as it is likely, each an
// episode that is cut after one step.
func (c *chain) fill(r *Replay, state []float32) {
	for at := range c.states {
		for i := at * c.actions * parts; i < (at+1)*c.actions*parts; i++ {
			action := i / parts % c.actions
			if mask := c.see(at, state); mask.Valid(action) {
				r.Add(0, Taken{State: state, Mask: mask, Action: action, Reward: float32(c.reward[i/parts])}, false)
				mask = c.see(c.next[i], state)
				r.Cut(0, state, mask)
			}
		}
	}
}

// TestTheCriticsFindWhatSoftValueIterationFinds compares values of all valid
// actions of a random process of 20 states with its exact solution: within 2 %
// of their range.
func TestTheCriticsFindWhatSoftValueIterationFinds(t *testing.T) {
	c := newChain(20, 4, rand.New(rand.NewPCG(3, 3)))
	config := Default(20, 4, 1)
	config.Hidden, config.LayerNorm, config.Steps, config.Gamma, config.Batch = []int{64, 64}, false, 1, 0.9, 256
	config.Temperature = Temperature{Mode: Constant, Start: 0.3}
	config.ActorRate, config.CriticRate, config.Tau = 1e-3, 1e-3, 0.02
	a := agent(t, config, 1)
	r, err := NewReplay(config, 1, 2*20*4*parts)
	if err != nil {
		t.Fatal(err)
	}
	state := make([]float32, kernel.Padded(20))
	c.fill(r, state)
	rng, b := rand.New(rand.NewPCG(9, 9)), NewBatch(config, config.Batch)
	const updates = 5000
	for i := range updates {
		for _, o := range a.optimise { // the rate falls, so that what is left is not noise
			o.Rate.Rate = 1e-3 * (1 - 0.97*float64(i)/updates)
		}
		r.Sample(config, rng, config.Batch, b)
		a.Update(b)
	}
	want := c.solve(0.9, 0.3)
	low, high, worst := math.Inf(1), math.Inf(-1), 0.0
	for at := range c.states {
		mask := c.see(at, state)
		_, q := a.Explain(state, mask)
		for action := range c.actions {
			if mask.Valid(action) {
				exact := want[at*c.actions+action]
				low, high = min(low, exact), max(high, exact)
				worst = max(worst, math.Abs(float64(q[action])-exact))
			}
		}
	}
	t.Logf("values %.2f to %.2f, worst error %.4f: %.2f %%", low, high, worst, 100*worst/(high-low))
	if worst > 0.02*(high-low) {
		t.Errorf("worst error %.4f of a range of %.4f", worst, high-low)
	}
}
