package dsac

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/pouw-dem/pouwdem/internal/core/nn"
	"github.com/pouw-dem/pouwdem/internal/core/nn/kernel"
)

func small(actions int) Config {
	c := Default(4, actions, 100)
	c.Hidden, c.Batch = []int{32, 32}, 16
	return c
}

func agent(t testing.TB, c Config, seed uint64) *Agent {
	t.Helper()
	a, err := New(c, seed, kernel.Best())
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func anyMask(rng *rand.Rand, actions int) Mask {
	for {
		if m := Mask(rng.Uint64()) & AllValid(actions); m != 0 {
			return m
		}
	}
}

// filled is a replay of random steps that never take an invalid action.
func filled(t testing.TB, c Config, rng *rand.Rand, streams, steps int) *Replay {
	t.Helper()
	r, err := NewReplay(c, streams, streams*steps)
	if err != nil {
		t.Fatal(err)
	}
	state := make([]float32, kernel.Padded(c.State))
	for i := range streams * steps {
		for j := range c.State {
			state[j] = float32(rng.NormFloat64())
		}
		mask := anyMask(rng, c.Actions)
		r.Add(i%streams, Taken{State: state, Mask: mask, Action: random(mask, rng), Reward: float32(rng.NormFloat64()), Day: int32(i / streams / 8)}, rng.IntN(20) == 0)
	}
	return r
}

func TestAnInvalidActionIsNeverTakenNorPulledAt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rng := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
		actions := rapid.IntRange(2, 20).Draw(t, "actions")
		c := small(actions)
		a, err := New(c, rng.Uint64(), kernel.Best())
		if err != nil {
			t.Fatal(err)
		}
		r, err := NewReplay(c, 1, 200)
		if err != nil {
			t.Fatal(err)
		}
		state := make([]float32, kernel.Padded(c.State))
		for range 100 {
			for j := range c.State {
				state[j] = float32(10 * rng.NormFloat64())
			}
			mask := anyMask(rng, actions)
			action, entropy := a.Act(state, mask, rng.Float64())
			if !mask.Valid(action) || !mask.Valid(a.Best(state, mask)) {
				t.Fatalf("action %d, best %d are not valid by %b", action, a.Best(state, mask), mask)
			}
			if entropy < -1e-6 || float64(entropy) > math.Log(float64(actions))+1e-5 {
				t.Fatalf("entropy %g", entropy)
			}
			r.Add(0, Taken{State: state, Mask: mask, Action: action, Reward: 1}, false)
		}
		b := NewBatch(c, c.Batch)
		r.Sample(c, rng, c.Batch, b)
		a.Update(b)
		for row := range b.Rows {
			var sum float64
			for i := range a.work.pi.width {
				p, d := a.work.pi.p[row*a.work.pi.width+i], a.work.delta[row*a.work.pi.width+i]
				if (i >= actions || !b.Mask[row].Valid(i)) && (p != 0 || d != 0) {
					t.Fatalf("action %d is not valid by %b and has probability %g, gradient %g", i, b.Mask[row], p, d)
				}
				sum += float64(p)
			}
			if math.Abs(sum-1) > 1e-5 {
				t.Fatalf("probabilities sum to %g", sum)
			}
		}
	})
}

func TestAStateWithoutAChoiceTellsTheTemperatureNothing(t *testing.T) {
	c := small(4)
	a := agent(t, c, 1)
	r, _ := NewReplay(c, 1, 100)
	for range 50 {
		r.Add(0, Taken{State: make([]float32, 16), Mask: 0b100, Action: 2}, false)
	}
	b := NewBatch(c, c.Batch)
	r.Sample(c, rand.New(rand.NewPCG(1, 1)), c.Batch, b)
	before := a.Alpha()
	if m := a.Update(b); m.temperature != 0 || m.Entropy > 1e-6 {
		t.Errorf("temperature's gradient %g, entropy %g", m.temperature, m.Entropy)
	}
	if after := a.Alpha(); math.Abs(after-before) > 1e-9 {
		t.Errorf("alpha moved from %g to %g", before, after)
	}
}

func TestTheTemperatureStaysWithinItsClamp(t *testing.T) {
	c := small(4)
	c.Temperature.Rate, c.Temperature.Least, c.Temperature.From, c.Temperature.To = 1, 0.01, 0, 0
	a, rng := agent(t, c, 1), rand.New(rand.NewPCG(1, 1))
	r, b := filled(t, c, rng, 1, 100), NewBatch(c, c.Batch)
	for range 20 {
		r.Sample(c, rng, c.Batch, b)
		a.Update(b)
	}
	if math.Abs(a.Alpha()-0.01) > 1e-9 {
		t.Errorf("alpha is %g, clamped to 0.01", a.Alpha())
	}
}

// TestReturnsAreSummedToTheEndTheStepsOrTheCut compares what is drawn with the
// sums written out by hand.
func TestReturnsAreSummedToTheEndTheStepsOrTheCut(t *testing.T) {
	c := small(2)
	c.Gamma, c.Steps = 0.5, 3
	r, _ := NewReplay(c, 1, 100)
	state := func(x float32) []float32 { return append([]float32{x}, make([]float32, 15)...) }
	add := func(x, reward float32, day int32, terminated bool) {
		r.Add(0, Taken{State: state(x), Mask: 3, Reward: reward, Day: day}, terminated)
	}
	add(0, 1, 0, false)
	add(1, 2, 0, false)
	add(2, 4, 0, true) // terminated
	add(3, 8, 1, false)
	add(4, 16, 1, false)
	r.Cut(0, state(99), 2) // truncated
	add(5, 32, 2, false)
	add(6, 64, 3, false)
	add(7, 128, 3, false)
	add(8, 256, 3, false)
	b := NewBatch(c, 1)
	b.resize(1)
	type row struct{ Return, Discount, Next float32 }
	for number, want := range map[int][2]row{ // free, within the day
		0: {{1 + 1 + 1, 0, 2}, {3, 0, 2}},
		1: {{2 + 2, 0, 2}, {4, 0, 2}},
		3: {{8 + 8, 0.25, 99}, {16, 0.25, 99}},
		4: {{16, 0.5, 99}, {16, 0.5, 99}},
		6: {{32 + 32 + 32, 0.125, 8}, {32, 0.5, 6}},
		7: {{64 + 64, 0.25, 8}, {128, 0.25, 8}}, // 8 is the newest: what follows it is not known
		8: {{128, 0.5, 8}, {128, 0.5, 8}},
	} {
		for i, within := range []bool{false, true} {
			r.fill(c, b, 0, 0, number, within)
			if got := (row{b.Return[0], b.Discount[0], b.Next[0]}); got != want[i] {
				t.Errorf("step %d, within its day %v: %+v, want %+v", number, within, got, want[i])
			}
		}
	}
	if days := r.Days(); !cmp.Equal(days, []Day{{0, 0, 3}, {0, 3, 5}, {0, 6, 7}}) {
		t.Errorf("days %+v", days)
	}
}

func TestOnlyTheNewestStepsAreKeptAndDrawn(t *testing.T) {
	c := small(3)
	rng := rand.New(rand.NewPCG(1, 1))
	r, _ := NewReplay(c, 2, 40)
	for i := range 500 {
		r.Add(i%2, Taken{State: append([]float32{float32(i)}, make([]float32, 15)...), Mask: 7, Action: 1, Day: int32(i / 10)}, false)
	}
	b, seen := NewBatch(c, 64), map[float32]bool{}
	for range 50 {
		r.Sample(c, rng, 64, b)
		for row := range b.Rows {
			at := b.State[row*b.width]
			seen[at] = true
			if ahead := b.Next[row*b.width] - at; at < 460 || ahead <= 0 || ahead > 2*float32(c.Steps) {
				t.Fatalf("drew step %g, followed by %g", at, b.Next[row*b.width])
			}
		}
	}
	if len(seen) != 38 { // the newest of each stream has no successor yet
		t.Errorf("%d different steps were drawn, want 38", len(seen))
	}
	if days := r.Days(); len(days) != 4 {
		t.Errorf("whole days: %+v; the one that is partly gone and the one that goes on do not count", days)
	}
}

func TestPrioritiesDecideHowOftenAStepIsDrawn(t *testing.T) {
	c := small(2)
	rng := rand.New(rand.NewPCG(1, 1))
	r := filled(t, c, rng, 1, 64)
	r.Prioritise(1, 0.4, 100)
	b := NewBatch(c, 1)
	b.resize(1)
	for slot := range 64 {
		b.index[0] = slot
		r.Reprioritise(b, []float32{map[bool]float32{true: 3, false: 1}[slot < 16]})
	}
	large := 0
	const draws = 20000
	for range draws / 100 {
		r.Sample(c, rng, 100, b)
		for row := range b.Rows {
			if b.index[row] < 16 {
				large++
				if b.Weight[row] > 0.999 {
					t.Fatal("a step that is drawn more often weighs no less")
				}
			}
		}
	}
	// 16 of error 3 and 47 of error 1 (the newest cannot be drawn).
	if got, want := float64(large)/draws, 48.0/95; math.Abs(got-want) > 0.015 {
		t.Errorf("a quarter with three times the error makes %.3f of the draws, want %.3f", got, want)
	}
}

// TestOneDayMovesTheSumByAtMostTheClip is the sensitivity that differential
// privacy stands on.
func TestOneDayMovesTheSumByAtMostTheClip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rng := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
		c := small(4)
		a, _ := New(c, 3, kernel.Best())
		r, _ := NewReplay(c, 1, 100)
		scale := rapid.Float64Range(0, 1e4).Draw(t, "scale")
		for i := range 40 {
			state := make([]float32, 16)
			for j := range 4 {
				state[j] = float32(scale * rng.NormFloat64())
			}
			r.Add(0, Taken{State: state, Mask: 15, Action: rng.IntN(4), Reward: float32(scale * rng.NormFloat64()), Day: int32(i / 24)}, false)
		}
		const clip = 0.7
		b, sum := NewBatch(c, 24), make([]float32, len(a.Params))
		before := append([]float32(nil), a.Params...)
		r.FillDay(c, r.Days()[0], b)
		norm := a.AddClipped(sum, b, clip)
		var moved float64
		for _, v := range sum {
			moved += float64(v) * float64(v)
		}
		moved = math.Sqrt(moved)
		if moved > clip || norm <= clip && math.Abs(moved-norm) > 1e-5*norm {
			t.Fatalf("a day of norm %g moves the sum by %g, clip %g", norm, moved, clip)
		}
		if !cmp.Equal(before, a.Params) {
			t.Fatal("asking for a gradient changed the agent")
		}
	})
}

func TestPrivateTrainingLearnsFromClippedDaysOnItsSchedule(t *testing.T) {
	c := small(3)
	c.Temperature.Mode, c.Temperature.Start, c.Temperature.Least, c.Temperature.Updates = Scheduled, 1, 0.01, 10
	a, rng := agent(t, c, 1), rand.New(rand.NewPCG(1, 1))
	r := filled(t, c, rng, 1, 200)
	b, sum := NewBatch(c, 8), make([]float32, len(a.Params))
	before := append([]float32(nil), a.Params...)
	for range 10 {
		clear(sum)
		for _, d := range Poisson(r.Days(), 0.5, rng) {
			r.FillDay(c, d, b)
			a.AddClipped(sum, b, 1)
		}
		a.Apply(sum)
	}
	if math.Abs(a.Alpha()-0.01) > 1e-9 || cmp.Equal(before, a.Params) {
		t.Errorf("alpha is %g after its schedule", a.Alpha())
	}
}

// line is a corridor: left and right, reward at its right end.
type line struct{ at, steps int }

func (l *line) Day() int32 { return int32(l.steps / 10) }

func (l *line) Reset(state []float32) Mask {
	*l = line{}
	return l.see(state)
}

func (l *line) see(state []float32) Mask {
	clear(state)
	state[min(l.at, 3)] = 1
	if l.at == 0 {
		return 0b10
	}
	return 0b11
}

func (l *line) Step(action int, state []float32) (float32, Mask, End) {
	l.at += 2*action - 1
	l.steps++
	mask := l.see(state)
	switch {
	case l.at == 3:
		return 1, mask, Terminated
	case l.steps == 20:
		return 0, mask, Truncated
	}
	return 0, mask, Going
}

func training(t testing.TB, seed uint64) *Trainer {
	t.Helper()
	c := small(2)
	tr, err := NewTrainer(agent(t, c, seed), []Environment{&line{}, &line{}},
		Schedule{Warmup: 40, Ratio: 0.5, Replay: 120, PriorityPower: 0.6, PriorityCorrection: 0.4}, seed)
	if err != nil {
		t.Fatal(err)
	}
	return tr
}

func TestTrainingIsTheSameFromTheSameSeed(t *testing.T) {
	one, two, other := training(t, 5), training(t, 5), training(t, 6)
	for range 200 {
		one.Step()
		two.Step()
		other.Step()
	}
	if !cmp.Equal(one.Agent.Params, two.Agent.Params) || cmp.Equal(one.Agent.Params, other.Agent.Params) {
		t.Error("parameters differ for one seed, or agree for two")
	}
	if one.Agent.Best([]float32{0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, 0b11) != 1 {
		t.Error("it has not learned to go right")
	}
}

// TestAResumedTrainingGoesOnAsItWouldHave compares updates from the same replay;
// environments begin anew, so acting differs from there on.
func TestAResumedTrainingGoesOnAsItWouldHave(t *testing.T) {
	one := training(t, 5)
	for range 150 {
		one.Step()
	}
	saved := &nn.Checkpoint{}
	if err := one.Save(saved); err != nil {
		t.Fatal(err)
	}
	file, err := saved.Encode()
	if err != nil {
		t.Fatal(err)
	}
	read, err := nn.Decode(file)
	if err != nil {
		t.Fatal(err)
	}
	two, err := Resume(read, []Environment{&line{}, &line{}}, kernel.Best())
	if err != nil {
		t.Fatal(err)
	}
	if one.Replay.Len() != two.Replay.Len() || one.Taken != two.Taken || one.Agent.Updates != two.Agent.Updates {
		t.Errorf("resumed at %d steps, %d updates, %d kept", two.Taken, two.Agent.Updates, two.Replay.Len())
	}
	for _, tr := range []*Trainer{one, two} {
		for range 30 {
			tr.Replay.Sample(tr.Agent.Config, tr.rng, 16, tr.batch)
			tr.Agent.Update(tr.batch)
			tr.Replay.Reprioritise(tr.batch, tr.Agent.Errors(tr.batch))
		}
	}
	if diff := cmp.Diff(one.Agent.Params, two.Agent.Params); diff != "" {
		t.Error("30 updates after resuming the parameters differ")
	}
	if _, err := Resume(read, []Environment{&line{}}, kernel.Best()); err == nil {
		t.Error("a training over two environments went on with one")
	}
}

func TestASavedAgentDecidesAsBefore(t *testing.T) {
	c := small(5)
	a, rng := agent(t, c, 8), rand.New(rand.NewPCG(2, 2))
	r, b := filled(t, c, rng, 1, 100), NewBatch(c, 16)
	for range 20 {
		r.Sample(c, rng, 16, b)
		a.Update(b)
	}
	saved := &nn.Checkpoint{}
	if err := a.Save(saved); err != nil {
		t.Fatal(err)
	}
	back, err := Load(saved, kernel.Portable)
	if err != nil {
		t.Fatal(err)
	}
	state := make([]float32, 16)
	for range 50 {
		for j := range 4 {
			state[j] = float32(rng.NormFloat64())
		}
		p, q := a.Explain(state, 0b10110)
		p2, q2 := back.Explain(state, 0b10110)
		if !cmp.Equal(p, p2) || !cmp.Equal(q, q2) || a.Best(state, 0b10110) != back.Best(state, 0b10110) {
			t.Fatalf("before %v %v, after %v %v", p, q, p2, q2)
		}
	}
}

func TestAnUpdateAllocatesNothing(t *testing.T) {
	c := small(5)
	a, rng := agent(t, c, 8), rand.New(rand.NewPCG(2, 2))
	r, b := filled(t, c, rng, 1, 100), NewBatch(c, 16)
	if n := testing.AllocsPerRun(20, func() {
		r.Sample(c, rng, 16, b)
		a.Update(b)
	}); n != 0 {
		t.Errorf("an update allocates %g times", n)
	}
}

func TestAConfigurationThatCannotWorkSaysWhy(t *testing.T) {
	for name, change := range map[string]func(*Config){
		"65 actions":     func(c *Config) { c.Actions = 65 },
		"gamma above 1":  func(c *Config) { c.Gamma = 1.5 },
		"no steps":       func(c *Config) { c.Steps = 0 },
		"odd width":      func(c *Config) { c.Hidden = []int{100} },
		"unknown mode":   func(c *Config) { c.Temperature.Mode = "auto" },
		"clamped at 0":   func(c *Config) { c.Temperature.Least = 0 },
		"starts at 0":    func(c *Config) { c.Temperature.Start = 0 },
		"not a number":   func(c *Config) { c.Tau = math.NaN() },
		"no batch":       func(c *Config) { c.Batch = 0 },
		"negative lcb":   func(c *Config) { c.Pessimism = -1 },
		"no state":       func(c *Config) { c.State = 0 },
		"rate above 1":   func(c *Config) { c.ActorRate = 2 },
		"critic's below": func(c *Config) { c.CriticRate = -1 },
	} {
		c := small(4)
		change(&c)
		if _, err := New(c, 1, kernel.Portable); err == nil {
			t.Errorf("%s was taken", name)
		}
	}
}

func BenchmarkUpdate(b *testing.B) {
	for _, size := range []int{64, 128, 256} {
		c := Default(48, 10, 1000)
		c.Hidden, c.Batch = []int{size, size}, size
		a, rng := agent(b, c, 1), rand.New(rand.NewPCG(1, 1))
		r, batch := filled(b, c, rng, 1, 5000), NewBatch(c, size)
		r.Sample(c, rng, size, batch)
		b.Run(map[int]string{64: "64", 128: "128", 256: "256"}[size], func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				a.Update(batch)
			}
		})
	}
}
