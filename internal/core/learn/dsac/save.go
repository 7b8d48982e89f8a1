package dsac

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/pouw-dem/pouwdem/internal/core/nn"
	"github.com/pouw-dem/pouwdem/internal/core/nn/kernel"
)

// Kind is what a checkpoint of an agent says that it is.
const Kind = "dsac"

func netNames() [3]string { return [3]string{"actor", "critic1", "critic2"} }

// saved is what a checkpoint's State holds of an agent and its training.
type saved struct {
	Config   Config     `json:"config"`
	Updates  int        `json:"updates"`
	LogAlpha float64    `json:"log_alpha"`
	AlphaOpt scalarAdam `json:"alpha_adam"`
	Counts   [3]int     `json:"adam_counts"`
	Schedule *Schedule  `json:"schedule,omitempty"`
	Taken    int        `json:"taken,omitempty"`
	Owed     float64    `json:"owed,omitempty"`
	Random   []byte     `json:"random,omitempty"`
	Streams  []int      `json:"streams,omitempty"` // records ever of each
	Most     int        `json:"most,omitempty"`
	Greatest float64    `json:"greatest_priority,omitempty"`
	Weighed  int        `json:"priority_updates,omitempty"`
	Kept     [][]byte   `json:"environments,omitempty"` // where each was; none where they cannot be kept
}

// Save puts the agent's networks into a checkpoint: all that deciding needs.
func (a *Agent) Save(c *nn.Checkpoint) error { return a.save(c, a.saved()) }

func (a *Agent) saved() saved {
	s := saved{Config: a.Config, Updates: a.Updates, LogAlpha: a.logAlpha, AlphaOpt: a.alphaOpt}
	for i, o := range a.optimise {
		s.Counts[i] = o.Count
	}
	return s
}

func (a *Agent) save(c *nn.Checkpoint, s saved) error {
	state, err := json.Marshal(s)
	if err != nil {
		return fmt.Errorf("save an agent: %w", err)
	}
	c.Kind, c.State = Kind, state
	if c.Shapes == nil {
		c.Shapes = map[string]nn.Shape{}
	}
	for i, name := range netNames() {
		c.Shapes[name] = a.Config.actor()
		c.Add(name, a.part(a.Params, i))
	}
	return nil
}

// Load is the agent of a checkpoint.
func Load(c *nn.Checkpoint, set kernel.Set) (*Agent, error) {
	a, _, err := load(c, set)
	return a, err
}

func load(c *nn.Checkpoint, set kernel.Set) (*Agent, saved, error) {
	var s saved
	if c.Kind != Kind {
		return nil, s, fmt.Errorf("the checkpoint is of kind %q, not of an agent (%s)", c.Kind, Kind)
	}
	if err := json.Unmarshal(c.State, &s); err != nil {
		return nil, s, fmt.Errorf("read an agent's checkpoint: %w", err)
	}
	a, err := New(s.Config, 0, set)
	if err != nil {
		return nil, s, fmt.Errorf("read an agent's checkpoint: %w", err)
	}
	for i, name := range netNames() {
		net := a.actor
		if i > 0 {
			net = a.critics[i-1]
		}
		if err := c.Load(name, net); err != nil {
			return nil, s, fmt.Errorf("read an agent's checkpoint: %w", err)
		}
	}
	a.Retarget()
	a.Updates, a.logAlpha, a.alphaOpt = s.Updates, s.LogAlpha, s.AlphaOpt
	return a, s, nil
}

// Save puts the agent, its optimisers and the replay into a checkpoint, so that
// training can go on from there: see [Resume].
func (t *Trainer) Save(c *nn.Checkpoint) error {
	random, err := t.pcg.MarshalBinary()
	if err != nil {
		return fmt.Errorf("save a training: %w", err)
	}
	s := t.Agent.saved()
	s.Schedule, s.Taken, s.Owed, s.Random, s.Most = &t.Schedule, t.Taken, t.owed, random, t.Replay.most
	for i := range t.Replay.streams {
		s.Streams = append(s.Streams, t.Replay.streams[i].next)
	}
	if p := t.Replay.priority; p != nil {
		s.Greatest, s.Weighed = p.greatest, p.updates
	}
	if s.Kept, err = t.keep(); err != nil {
		return err
	}
	if err := t.Agent.save(c, s); err != nil {
		return err
	}
	for name, data := range t.resumed() {
		c.Add(name, data)
	}
	t.Replay.save(c)
	return nil
}

// keep is where the environments are; nil where one cannot be kept.
func (t *Trainer) keep() ([][]byte, error) {
	var all [][]byte
	for _, env := range t.envs {
		k, ok := env.(Keeper)
		if !ok {
			return nil, nil
		}
		kept, err := k.Keep()
		if err != nil {
			return nil, fmt.Errorf("save a training: %w", err)
		}
		all = append(all, kept)
	}
	return all, nil
}

// back returns the environments to where they were kept.
func (t *Trainer) back(kept [][]byte) error {
	for i, where := range kept {
		k, ok := t.envs[i].(Keeper)
		if !ok {
			return fmt.Errorf("resume a training: environment %d cannot go back to where it was", i)
		}
		var err error
		if t.masks[i], err = k.Return(where, t.states[i]); err != nil {
			return fmt.Errorf("resume a training: environment %d: %w", i, err)
		}
	}
	return nil
}

// resumed are the agent's vectors that only training needs.
func (t *Trainer) resumed() map[string][]float32 {
	a, all := t.Agent, map[string][]float32{}
	for i, target := range a.targets {
		all["target/"+netNames()[1+i]] = target.Params
	}
	for i, o := range a.optimise {
		all["adam1/"+netNames()[i]], all["adam2/"+netNames()[i]] = o.First, o.Sec
	}
	return all
}

// Resume goes on with a saved training. The agent, its optimisers, the replay
// and the draws are as they were; environments are where they were if they are
// [Keeper]s, else they begin new episodes.
func Resume(c *nn.Checkpoint, envs []Environment, set kernel.Set) (*Trainer, error) {
	a, s, err := load(c, set)
	if err != nil {
		return nil, err
	}
	if s.Schedule == nil {
		return nil, errors.New("resume a training: the checkpoint is of an agent alone")
	}
	t, err := NewTrainer(a, envs, *s.Schedule, 0)
	if err != nil {
		return nil, err
	}
	if len(s.Streams) != len(t.Replay.streams) || len(s.Kept) > len(envs) {
		return nil, fmt.Errorf("resume a training over %d environments: the checkpoint holds one of %d streams", len(envs), len(s.Streams))
	}
	if t.Replay.most != s.Most {
		return nil, fmt.Errorf("resume a training: its replay keeps %d steps of each stream, its schedule says %d", s.Most, t.Replay.most)
	}
	if err := t.pcg.UnmarshalBinary(s.Random); err != nil {
		return nil, fmt.Errorf("resume a training: %w", err)
	}
	t.Taken, t.owed = s.Taken, s.Owed
	for name, into := range t.resumed() {
		from, err := c.Vector(name)
		if err != nil || len(from) != len(into) {
			return nil, fmt.Errorf("resume a training: the checkpoint's %q does not fit (%w)", name, err)
		}
		copy(into, from)
	}
	for i, o := range a.optimise {
		o.Count = s.Counts[i]
	}
	if err := t.Replay.load(c, s); err != nil {
		return nil, fmt.Errorf("resume a training: %w", err)
	}
	return t, t.back(s.Kept)
}

// A replay's records are kept as numbers that float32 holds exactly: masks in
// quarters of sixteen bits.
func (r *Replay) save(c *nn.Checkpoint) {
	for i := range r.streams {
		s, name := &r.streams[i], fmt.Sprintf("replay/%d/", i)
		fields := make([]float32, 0, fieldsOf*len(s.mask))
		for slot, m := range s.mask {
			fields = append(fields, float32(m&0xffff), float32(m>>16&0xffff), float32(m>>32&0xffff), float32(m>>48),
				float32(s.action[slot]), s.reward[slot], s.entropy[slot], float32(s.day[slot]), float32(s.end[slot]))
		}
		c.Add(name+"fields", fields)
		c.Add(name+"states", s.state)
		if r.priority != nil {
			at := len(r.priority.sums)/2 + i*r.most
			priorities := make([]float32, len(s.mask))
			for slot := range priorities {
				priorities[slot] = float32(r.priority.sums[at+slot])
			}
			c.Add(name+"priorities", priorities)
		}
	}
}

const fieldsOf = 9

func (r *Replay) load(c *nn.Checkpoint, saved saved) error {
	for i := range r.streams {
		s, name := &r.streams[i], fmt.Sprintf("replay/%d/", i)
		fields, err := c.Vector(name + "fields")
		if err != nil {
			return err
		}
		states, err := c.Vector(name + "states")
		if err != nil {
			return err
		}
		n := len(fields) / fieldsOf
		if n != min(saved.Streams[i], r.most) || len(fields) != n*fieldsOf || len(states) != n*r.width {
			return fmt.Errorf("stream %d has %d records of %d", i, n, saved.Streams[i])
		}
		for slot := range n {
			if err := r.read(i, fields[slot*fieldsOf:], states[slot*r.width:(slot+1)*r.width]); err != nil {
				return fmt.Errorf("stream %d, record %d: %w", i, slot, err)
			}
		}
		s.next = saved.Streams[i]
		if err := r.loadPriorities(c, i, n, name); err != nil {
			return err
		}
	}
	if r.priority != nil {
		r.priority.greatest, r.priority.updates = saved.Greatest, saved.Weighed
	}
	return nil
}

func (r *Replay) read(at int, f, state []float32) error {
	action, end := int(f[4]), End(f[8])
	if action < onlyState || action >= MostActions || end > Truncated {
		return fmt.Errorf("action %d, end %d", action, end)
	}
	mask := Mask(f[0]) | Mask(f[1])<<16 | Mask(f[2])<<32 | Mask(f[3])<<48
	if mask == 0 || action != onlyState && !mask.Valid(action) {
		return fmt.Errorf("action %d is not valid by its mask %b", action, mask)
	}
	r.put(at, Taken{State: state, Mask: mask, Action: action, Reward: f[5], Entropy: f[6], Day: int32(f[7])}, end)
	return nil
}

func (r *Replay) loadPriorities(c *nn.Checkpoint, i, n int, name string) error {
	if r.priority == nil {
		return nil
	}
	priorities, err := c.Vector(name + "priorities")
	if err != nil || len(priorities) != n {
		return fmt.Errorf("stream %d: its priorities are missing (%w)", i, err)
	}
	for slot, p := range priorities {
		r.priority.put(i*r.most+slot, float64(p))
	}
	return nil
}
