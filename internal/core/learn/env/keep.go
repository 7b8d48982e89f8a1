package env

import (
	"encoding/json"
	"fmt"

	"github.com/pouw-dem/pouwdem/internal/core/learn/dsac"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// kept is where an environment is in its episode.
type kept struct {
	Draws    []byte        `json:"draws"`
	At       int           `json:"at"`
	End      int           `json:"end"`
	Factor   float64       `json:"hashprice_factor"`
	State    site.State    `json:"state"`
	Shadow   site.State    `json:"shadow"`
	Earned   unit.MicroUSD `json:"earned"`
	Baseline unit.MicroUSD `json:"baseline"`
}

// Keep is where the environment is.
func (e *Env) Keep() ([]byte, error) {
	draws, err := e.pcg.MarshalBinary()
	if err != nil {
		return nil, fmt.Errorf("keep an environment: %w", err)
	}
	return json.Marshal(kept{draws, e.at, e.end, e.factor, e.state, e.shadow, e.earned, e.baseline})
}

// Return goes back to where an environment of the same course was kept.
func (e *Env) Return(where []byte, state []float32) (dsac.Mask, error) {
	var k kept
	if err := json.Unmarshal(where, &k); err != nil {
		return 0, fmt.Errorf("read where an environment was: %w", err)
	}
	if k.At < 0 || k.End < k.At || k.End >= e.cfg.Course.Len() || len(k.State.Classes) != len(e.cfg.Site.Classes) ||
		len(k.Shadow.Classes) != len(e.cfg.Site.Classes) {
		return 0, fmt.Errorf("interval %d of an episode to %d does not fit a course of %d at %s", k.At, k.End, e.cfg.Course.Len(), e.cfg.Site.ID)
	}
	if err := e.pcg.UnmarshalBinary(k.Draws); err != nil {
		return 0, fmt.Errorf("read an environment's draws: %w", err)
	}
	e.at, e.end, e.factor, e.state, e.shadow, e.earned, e.baseline = k.At, k.End, k.Factor, k.State, k.Shadow, k.Earned, k.Baseline
	e.look()
	e.scale = Scale(e.cfg.Site, e.snap.Interval)
	return e.show(state), nil
}
