package dynamics

import (
	"fmt"

	"github.com/pouw-dem/pouwdem/internal/core/grid/powerflow"
)

// Clearing is a critical clearing time: the fault is survived when it is
// cleared after Survived, and not after Lost.
type Clearing struct {
	Bus      int     `json:"bus"`
	Branch   int     `json:"branch,omitempty"` // row that is opened to clear it, from 1; 0: none
	Survived float64 `json:"survived_s"`
	Lost     float64 `json:"lost_s"`
	AtMost   bool    `json:"at_most,omitempty"` // even the longest fault that was tried is survived; Lost is that
	Runs     int     `json:"runs"`
}

// Critical finds by bisection how long a solid fault at a bus may last, to
// within precision seconds and up to longest, when opening a branch (0: none)
// clears it. A run that diverges counts as lost.
func Critical(base *powerflow.Result, data Data, bus, branch int, longest, precision float64, opt Options) (Clearing, error) {
	c := Clearing{Bus: bus, Branch: branch}
	if !(longest > 0) || !(precision > 0) {
		return c, fmt.Errorf("longest fault %g s and precision %g s must be above 0", longest, precision)
	}
	survives := func(clear float64) (bool, error) {
		c.Runs++
		return Survives(base, data, bus, branch, clear, opt)
	}
	whole, err := survives(longest)
	if err != nil {
		return c, err
	}
	if whole {
		c.Survived, c.Lost, c.AtMost = longest, longest, true
		return c, nil
	}
	for c.Lost = longest; c.Lost-c.Survived > precision; {
		middle := (c.Lost + c.Survived) / 2
		stable, err := survives(middle)
		if err != nil {
			return c, err
		}
		if stable {
			c.Survived = middle
		} else {
			c.Lost = middle
		}
	}
	return c, nil
}

// Survives says whether every machine stays in step after a solid fault at a bus
// that lasts for some seconds and is cleared by opening a branch (0: none). A run
// that diverges is not survived.
func Survives(base *powerflow.Result, data Data, bus, branch int, clear float64, opt Options) (bool, error) {
	s, err := New(base, data)
	if err != nil {
		return false, err
	}
	events := []Event{{At: 0, Kind: Fault, Bus: bus}, {At: clear, Kind: Clear, Bus: bus}}
	if branch > 0 {
		events = append(events, Event{At: clear, Kind: TripBranch, Branch: branch})
	}
	r, err := s.Run(events, opt)
	return err == nil && r.Status == Stable, err
}
