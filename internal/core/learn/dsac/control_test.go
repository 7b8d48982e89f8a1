package dsac

import (
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"testing"

	"github.com/pouw-dem/pouwdem/internal/core/nn/kernel"
)

// cartPole is CartPole-v1 (Barto, Sutton and Anderson 1983, as Gymnasium has
// it): a reward of 1 for each of at most 500 steps until the pole falls.
type cartPole struct {
	x, v, angle, spin float64
	steps             int
	rng               *rand.Rand
}

func (c *cartPole) Day() int32 { return 0 }

func (c *cartPole) Reset(state []float32) Mask {
	u := func() float64 { return c.rng.Float64()*0.1 - 0.05 }
	*c = cartPole{x: u(), v: u(), angle: u(), spin: u(), rng: c.rng}
	c.see(state)
	return 0b11
}

func (c *cartPole) see(state []float32) {
	for i, v := range []float64{c.x, c.v, c.angle, c.spin} {
		state[i] = float32(v)
	}
}

func (c *cartPole) Step(action int, state []float32) (float32, Mask, End) {
	const gravity, cart, pole, half, force, dt = 9.8, 1.0, 0.1, 0.5, 10.0, 0.02
	push := force * float64(2*action-1)
	sin, cos := math.Sincos(c.angle)
	t := (push + pole*half*c.spin*c.spin*sin) / (cart + pole)
	spinning := (gravity*sin - cos*t) / (half * (4.0/3 - pole*cos*cos/(cart+pole)))
	moving := t - pole*half*spinning*cos/(cart+pole)
	c.x += dt * c.v
	c.v += dt * moving
	c.angle += dt * c.spin
	c.spin += dt * spinning
	c.steps++
	c.see(state)
	switch {
	case math.Abs(c.x) > 2.4 || math.Abs(c.angle) > 12*2*math.Pi/360:
		return 1, 0b11, Terminated
	case c.steps == 500:
		return 1, 0b11, Truncated
	}
	return 1, 0b11, Going
}

// acrobot is Acrobot-v1 (Sutton 1996, the book's dynamics, as Gymnasium has
// it): a reward of -1 for each of at most 500 steps until the tip swings above
// the bar by one link's length.
type acrobot struct {
	s     [4]float64 // both angles, both speeds
	steps int
	rng   *rand.Rand
}

func (a *acrobot) Day() int32 { return 0 }

func (a *acrobot) Reset(state []float32) Mask {
	for i := range a.s {
		a.s[i] = a.rng.Float64()*0.2 - 0.1
	}
	a.steps = 0
	a.see(state)
	return 0b111
}

func (a *acrobot) see(state []float32) {
	for i, v := range []float64{math.Cos(a.s[0]), math.Sin(a.s[0]), math.Cos(a.s[1]), math.Sin(a.s[1]), a.s[2], a.s[3]} {
		state[i] = float32(v)
	}
}

// slope is the change of the state under a torque.
func (a *acrobot) slope(s [4]float64, torque float64) [4]float64 {
	const m, l, centre, inertia, g = 1.0, 1.0, 0.5, 1.0, 9.8
	d1 := m*centre*centre + m*(l*l+centre*centre+2*l*centre*math.Cos(s[1])) + 2*inertia
	d2 := m*(centre*centre+l*centre*math.Cos(s[1])) + inertia
	phi2 := m * centre * g * math.Cos(s[0]+s[1]-math.Pi/2)
	phi1 := -m*l*centre*s[3]*s[3]*math.Sin(s[1]) - 2*m*l*centre*s[3]*s[2]*math.Sin(s[1]) +
		(m*centre+m*l)*g*math.Cos(s[0]-math.Pi/2) + phi2
	second := (torque + d2/d1*phi1 - m*l*centre*s[2]*s[2]*math.Sin(s[1]) - phi2) / (m*centre*centre + inertia - d2*d2/d1)
	return [4]float64{s[2], s[3], -(d2*second + phi1) / d1, second}
}

func (a *acrobot) Step(action int, state []float32) (float32, Mask, End) {
	const dt = 0.2
	torque := float64(action - 1)
	at := func(k [4]float64, h float64) (s [4]float64) {
		for i := range s {
			s[i] = a.s[i] + h*k[i]
		}
		return s
	}
	k1 := a.slope(a.s, torque)
	k2 := a.slope(at(k1, dt/2), torque)
	k3 := a.slope(at(k2, dt/2), torque)
	k4 := a.slope(at(k3, dt), torque)
	for i := range a.s {
		a.s[i] += dt / 6 * (k1[i] + 2*k2[i] + 2*k3[i] + k4[i])
	}
	a.s[0], a.s[1] = math.Remainder(a.s[0], 2*math.Pi), math.Remainder(a.s[1], 2*math.Pi)
	a.s[2] = min(max(a.s[2], -4*math.Pi), 4*math.Pi)
	a.s[3] = min(max(a.s[3], -9*math.Pi), 9*math.Pi)
	a.steps++
	a.see(state)
	switch {
	case -math.Cos(a.s[0])-math.Cos(a.s[1]+a.s[0]) > 1:
		return 0, 0b111, Terminated
	case a.steps == 500:
		return -1, 0b111, Truncated
	}
	return -1, 0b111, Going
}

// task is a control problem and how long it is trained.
type task struct {
	name           string
	state, actions int
	steps          int
	make           func(rng *rand.Rand) Environment
}

func tasks() map[string]task {
	return map[string]task{
		"acrobot":  {"Acrobot-v1", 6, 3, 30_000, func(rng *rand.Rand) Environment { return &acrobot{rng: rng} }},
		"cartpole": {"CartPole-v1", 4, 2, 100_000, func(rng *rand.Rand) Environment { return &cartPole{rng: rng} }},
	}
}

// score is the mean return of the likeliest actions over some episodes.
func score(a *Agent, t task, episodes int, seed uint64) float64 {
	env := t.make(rand.New(rand.NewPCG(seed, 0xe7a1)))
	state, sum := make([]float32, kernel.Padded(t.state)), 0.0
	for range episodes {
		mask := env.Reset(state)
		for end := Going; end == Going; {
			var reward float32
			reward, mask, end = env.Step(a.Best(state, mask), state)
			sum += float64(reward)
		}
	}
	return sum / float64(episodes)
}

// learned is one training of a task.
type learned struct {
	Task  string  `json:"task"`
	Seed  uint64  `json:"seed"`
	Steps int     `json:"steps"`
	Final float64 `json:"final"` // mean of 50 episodes, of the agent at the end
	Best  float64 `json:"best"`  // mean of 50 episodes, of the checkpoint that scored best on 100 others
}

// control trains an agent. Settings are those of the published comparison: two
// layers of 64, batches of 64, an update for each step.
func control(t testing.TB, task task, steps int, seed uint64) learned {
	t.Helper()
	c := Default(task.state, task.actions, steps)
	c.Hidden, c.Batch, c.ActorRate = []int{64, 64}, 64, 1e-3
	a := agent(t, c, seed)
	tr, err := NewTrainer(a, []Environment{task.make(rand.New(rand.NewPCG(seed, 0xe)))}, Schedule{Warmup: 1000, Ratio: 1, Replay: steps}, seed)
	if err != nil {
		t.Fatal(err)
	}
	best, kept := math.Inf(-1), append([]float32(nil), a.Params...)
	for i := 1; i <= steps; i++ {
		tr.Step()
		if i%2500 != 0 {
			continue
		}
		if s := score(a, task, 100, seed+uint64(i)<<8); s > best {
			best = s
			copy(kept, a.Params)
		}
	}
	result := learned{Task: task.name, Seed: seed, Steps: steps, Final: score(a, task, 50, seed)}
	copy(a.Params, kept)
	result.Best = score(a, task, 50, seed)
	return result
}

// TestControlTasksAreLearned is a slice of what docs/results-learning.md shows
// whole: one seed of each task, in fewer steps than there.
func TestControlTasksAreLearned(t *testing.T) {
	for name, want := range map[string]struct {
		steps int
		score float64
	}{"acrobot": {15_000, -110}, "cartpole": {20_000, 200}} {
		got := control(t, tasks()[name], want.steps, 1)
		t.Logf("%+v", got)
		if got.Best < want.score {
			t.Errorf("%s: %g after %d steps, want %g", got.Task, got.Best, want.steps, want.score)
		}
	}
}

// TestControlWhole trains ten seeds of each task and prints a line of JSON for
// each: bench/learn/control.sh runs it.
func TestControlWhole(t *testing.T) {
	if os.Getenv("POUWDEM_CONTROL") == "" {
		t.Skip("the whole comparison takes minutes: bench/learn/control.sh runs it")
	}
	names := []string{}
	for name := range tasks() {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		for seed := range uint64(10) {
			line, err := json.Marshal(control(t, tasks()[name], tasks()[name].steps, seed+1))
			if err != nil {
				t.Fatal(err)
			}
			fmt.Println(string(line))
		}
	}
}
