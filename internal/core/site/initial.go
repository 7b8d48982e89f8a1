package site

import (
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// InitialState is the state of a site whose history is unknown: all off, or
// everything on that the limits of site and feeders carry, classes in their
// order. No minimum time binds yet, and no start has been counted on the
// operating day of at.
func (s *Site) InitialState(at time.Time, on bool) State {
	at = at.UTC()
	st := State{Classes: make([]ClassState, len(s.Classes))}
	room := s.MachineMW(s.Limits.SiteMW)
	for i := range s.Classes {
		room -= s.Classes[i].AsleepMW()
	}
	for i := range s.Classes {
		c := &s.Classes[i]
		cs := ClassState{Class: c.ID, Since: at.Add(-max(c.MinUp, c.MinDown)), Day: unit.DayOf(at)}
		if on {
			free := min(room, s.feederRoom(c.Feeder, st.Classes[:i])-c.AsleepMW())
			if mw := min(c.MaxMW(), c.AsleepMW()+free); c.On(mw) {
				cs.MW, cs.On = mw, true
				room -= mw - c.AsleepMW()
			}
		}
		st.Classes[i] = cs
	}
	return st
}

// feederRoom is what a feeder still carries beside the classes already placed
// and the sleep power of the others; a class on no feeder is not limited.
func (s *Site) feederRoom(id string, placed []ClassState) unit.MW {
	room := unlimited
	for i := range s.Limits.Feeders {
		if s.Limits.Feeders[i].ID == id {
			room = s.Limits.Feeders[i].LimitMW
		}
	}
	for i := range s.Classes {
		c := &s.Classes[i]
		switch {
		case c.Feeder != id || i == len(placed):
		case i < len(placed):
			room -= c.DrawMW(placed[i].MW)
		default:
			room -= c.AsleepMW()
		}
	}
	return room
}

// unlimited stands for a limit that is not configured: more than any grid
// carries.
const unlimited unit.MW = 1e9
