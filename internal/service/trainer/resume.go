package trainer

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"slices"

	"github.com/pouw-dem/pouwdem/internal/core/learn/dsac"
	"github.com/pouw-dem/pouwdem/internal/core/nn"
	"github.com/pouw-dem/pouwdem/internal/core/nn/kernel"
)

// keptVector is where a training's best parameters are in its checkpoint.
const keptVector = "best"

// standing is what a training's checkpoint holds beside the agent, its optimisers,
// the replay and the environments.
type standing struct {
	Rows    []Row  `json:"rows"`
	Best    *Row   `json:"best,omitempty"` // none yet
	Due     int    `json:"due"`
	Since   int    `json:"since"`
	Stopped string `json:"stopped,omitempty"`
}

func (t Task) keep(c *course) error {
	s := standing{Rows: c.out.Rows, Due: c.due, Since: c.since, Stopped: c.out.Stopped}
	if !math.IsInf(c.out.Best.Validated, 0) {
		s.Best = &c.out.Best
	}
	state, err := json.Marshal(s)
	if err != nil {
		return fmt.Errorf("keep a training: %w", err)
	}
	file := &nn.Checkpoint{Header: nn.Header{Features: c.out.Features, Training: state}}
	if err := c.trainer.Save(file); err != nil {
		return err
	}
	file.Add(keptVector, c.kept)
	return t.Keep(file)
}

// resume goes on with a training that was kept.
func (t Task) resume(ctx context.Context, envs []dsac.Environment, features []nn.Feature, progress func(Row)) (*Outcome, error) {
	if !slices.Equal(t.Resume.Features, features) {
		return nil, fmt.Errorf("resume a training: it was shown other features: begin it anew")
	}
	var s standing
	if err := json.Unmarshal(t.Resume.Training, &s); err != nil {
		return nil, fmt.Errorf("resume a training: %w", err)
	}
	trainer, err := dsac.Resume(t.Resume, envs, kernel.Best())
	if err != nil {
		return nil, err
	}
	best, err := t.Resume.Vector(keptVector)
	if err != nil || len(best) != len(trainer.Agent.Params) {
		return nil, fmt.Errorf("resume a training: its best parameters do not fit (%w)", err)
	}
	out := &Outcome{Agent: trainer.Agent, Features: features, Rows: s.Rows, Best: Row{Validated: math.Inf(-1)}, Stopped: s.Stopped}
	if s.Best != nil {
		out.Best = *s.Best
	}
	return t.loop(ctx, &course{trainer: trainer, out: out, due: s.Due, since: s.Since, kept: slices.Clone(best)}, progress)
}
