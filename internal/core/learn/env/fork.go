package env

import (
	"slices"

	"github.com/pouw-dem/pouwdem/internal/core/learn/dsac"
	"github.com/pouw-dem/pouwdem/internal/core/site"
)

// fork is what another mode would have led to in the last step.
type fork struct {
	expected float64 // $
	state    site.State
}

// Fork tries other modes for the interval that comes next: prices do not hang on
// what the site does, so that what they would have earned is known as well as
// what the one that is taken earns.
func (e *Env) Fork(actions []int) {
	e.forks = e.forks[:0]
	for _, action := range actions {
		f := fork{state: e.state}
		_, f.expected = e.act(&f.state, e.choices.Plans[action])
		e.forks = append(e.forks, f)
	}
}

// Forked is what try k earned above the same baseline, and what is seen after it.
func (e *Env) Forked(k int, state []float32) (float32, dsac.Mask) {
	f := &e.forks[k]
	in := e.input(&f.state)
	e.layout.Enter(Observe(in), state)
	if slices.Equal(f.state.Classes, e.state.Classes) {
		return e.reward(f.expected), e.choices.Mask
	}
	return e.reward(f.expected), choicesOf(e.cfg.Modes, in, e.planner()).Mask
}
