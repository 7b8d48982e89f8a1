package dsac

import (
	"math/bits"
	"math/rand/v2"

	"github.com/pouw-dem/pouwdem/internal/core/nn/kernel"
)

// Environment is what an agent acts in. States are written into padded rows.
type Environment interface {
	// Reset begins an episode.
	Reset(state []float32) Mask
	// Step takes an action and writes the state after it.
	Step(action int, state []float32) (reward float32, mask Mask, end End)
	// Day numbers the day that the next step belongs to.
	Day() int32
}

// Keeper is an environment that can be left in the middle of an episode and gone
// on with later.
type Keeper interface {
	// Keep is where the environment is.
	Keep() ([]byte, error)
	// Return goes back to where it was kept, and writes the state there.
	Return(kept []byte, state []float32) (Mask, error)
}

// Forker is an environment that knows what other actions would have led to, since
// what comes from outside does not hang on what is done.
type Forker interface {
	// Fork tries other actions for the next step, which is then taken.
	Fork(actions []int)
	// Forked is what try k led to; it writes the state after it.
	Forked(k int, state []float32) (reward float32, mask Mask)
}

// Schedule is how acting and learning alternate.
type Schedule struct {
	Warmup int     `json:"warmup"` // steps of random valid actions before the first update
	Ratio  float64 `json:"ratio"`  // updates for each step, over all environments
	Replay int     `json:"replay"` // steps kept
	// Forks is how many other valid actions are tried at each step, in environments
	// that can: each is one more transition to learn from.
	Forks int `json:"forks,omitempty"`
	// PriorityPower above 0 draws transitions by their errors.
	PriorityPower      float64 `json:"priority_power"`
	PriorityCorrection float64 `json:"priority_correction"`
}

// Trainer lets an agent act in environments and learn from it.
type Trainer struct {
	Agent    *Agent
	Replay   *Replay
	Schedule Schedule
	Taken    int // steps, over all environments
	envs     []Environment
	states   [][]float32
	masks    []Mask
	batch    *Batch
	pcg      *rand.PCG
	rng      *rand.Rand
	before   []float32
	after    []float32
	owed     float64 // updates
	Last     Metrics // of the newest update
	OnReward func(env int, reward float32, end End)
}

// NewTrainer begins an episode in each environment.
func NewTrainer(a *Agent, envs []Environment, s Schedule, seed uint64) (*Trainer, error) {
	streams := len(envs)
	if s.Forks > 0 {
		streams *= 2 // the second half is of what was only tried
	}
	replay, err := NewReplay(a.Config, streams, s.Replay)
	if err != nil {
		return nil, err
	}
	if s.PriorityPower > 0 {
		replay.Prioritise(s.PriorityPower, s.PriorityCorrection, a.Config.Temperature.Updates)
	}
	t := &Trainer{Agent: a, Replay: replay, Schedule: s, envs: envs, pcg: rand.NewPCG(seed, 0xac7), batch: NewBatch(a.Config, a.Config.Batch)}
	t.rng = rand.New(t.pcg)
	t.before, t.after = make([]float32, kernel.Padded(a.Config.State)), make([]float32, kernel.Padded(a.Config.State))
	for _, env := range envs {
		state := make([]float32, kernel.Padded(a.Config.State))
		t.states = append(t.states, state)
		t.masks = append(t.masks, env.Reset(state))
	}
	return t, nil
}

// Step takes one step in every environment and the updates that are due.
func (t *Trainer) Step() {
	for i, env := range t.envs {
		t.act(i, env)
	}
	t.Taken += len(t.envs)
	if t.Taken <= t.Schedule.Warmup {
		return
	}
	for t.owed += t.Schedule.Ratio * float64(len(t.envs)); t.owed >= 1; t.owed-- {
		if !t.Replay.Sample(t.Agent.Config, t.rng, t.Agent.Config.Batch, t.batch) {
			return
		}
		t.Last = t.Agent.Update(t.batch)
		t.Replay.Reprioritise(t.batch, t.Agent.Errors(t.batch))
	}
}

func (t *Trainer) act(i int, env Environment) {
	state, mask := t.states[i], t.masks[i]
	taken := Taken{State: state, Mask: mask, Day: env.Day()}
	taken.Action, taken.Entropy = t.Agent.Act(state, mask, t.rng.Float64())
	if t.Taken < t.Schedule.Warmup {
		taken.Action = random(mask, t.rng)
	}
	t.Replay.Add(i, taken, false) // copies the state before the environment overwrites it
	forks := t.fork(env, taken)
	reward, next, end := env.Step(taken.Action, state)
	t.learnForks(i, env, taken, forks)
	t.masks[i] = next
	t.Replay.amend(i, reward, end == Terminated)
	if end == Truncated {
		t.Replay.Cut(i, state, next)
	}
	if end != Going {
		t.masks[i] = env.Reset(state)
	}
	if t.OnReward != nil {
		t.OnReward(i, reward, end)
	}
}

// fork tries some of the other valid actions.
func (t *Trainer) fork(env Environment, taken Taken) []int {
	f, ok := env.(Forker)
	if !ok || t.Schedule.Forks == 0 {
		return nil
	}
	copy(t.before, taken.State)
	var others []int
	for m := uint64(taken.Mask) &^ (1 << taken.Action); m != 0; m &= m - 1 {
		others = append(others, bits.TrailingZeros64(m))
	}
	t.rng.Shuffle(len(others), func(a, b int) { others[a], others[b] = others[b], others[a] })
	others = others[:min(len(others), t.Schedule.Forks)]
	f.Fork(others)
	return others
}

// learnForks keeps what was tried, each as an episode of one step.
func (t *Trainer) learnForks(i int, env Environment, taken Taken, forks []int) {
	f, ok := env.(Forker)
	if !ok {
		return
	}
	taken.State = t.before
	for k, action := range forks {
		var mask Mask
		taken.Action = action
		taken.Reward, mask = f.Forked(k, t.after)
		t.Replay.Add(len(t.envs)+i, taken, false)
		t.Replay.Cut(len(t.envs)+i, t.after, mask)
	}
}

// random draws a valid action, each as likely as the others.
func random(mask Mask, rng *rand.Rand) int {
	m := uint64(mask)
	for skip := rng.IntN(bits.OnesCount64(m)); skip > 0; skip-- {
		m &= m - 1
	}
	return bits.TrailingZeros64(m)
}
