package site

import (
	"slices"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// The products that follow the four-second signal of load-frequency control.
const (
	RegUp   = "REGUP"
	RegDown = "REGDN"
)

// Regulation is what of an interval went by the four-second signal, at the
// settlement meter.
type Regulation struct {
	Points  int     `json:"points"`   // deployments that were taken
	MeanMW  unit.MW `json:"mean_mw"`  // deployed, over the whole interval; below 0: load was taken off
	ErrorMW unit.MW `json:"error_mw"` // mean distance of the meter from what it was to show when the next one came
	Read    int     `json:"read"`     // comparisons behind ErrorMW
	// Partial says that the process was not there for some of the interval while a
	// signal came: what was asked then is not counted, and what stood on the
	// machines is taken to have stood on.
	Partial bool `json:"partial,omitempty"`
}

// Regulating is how far regulation may move the meter between at and end: down by
// the upward awards that are held, up by the downward ones.
func (o *Orders) Regulating(at, end time.Time) (down, up unit.MW) {
	for _, a := range o.Awards {
		switch {
		case !o.Held(a, at, end):
		case a.Product == RegUp:
			down += a.MW
		case a.Product == RegDown:
			up += a.MW
		}
	}
	return down, up
}

// Regulated is what binds while regulation has moved the meter by mw: what is
// deployed of an award is not held any more, and a base point moves along.
func (o *Orders) Regulated(mw unit.MW) Orders {
	r := *o
	r.Awards, r.Instructions = slices.Clone(o.Awards), slices.Clone(o.Instructions)
	deployed := map[string]unit.MW{RegUp: max(0, -mw), RegDown: max(0, mw)}
	for i := range r.Awards {
		a := &r.Awards[i]
		taken := min(a.MW, deployed[a.Product])
		a.MW -= taken
		deployed[a.Product] -= taken
	}
	for i := range r.Instructions {
		if ins := &r.Instructions[i]; ins.Kind == "base_point" {
			ins.MaxMW, ins.MinMW = moved(ins.MaxMW, mw), moved(ins.MinMW, mw)
		}
	}
	return r
}

func moved(bound *unit.MW, mw unit.MW) *unit.MW {
	if bound == nil {
		return nil
	}
	to := max(0, *bound+mw)
	return &to
}

// Regulate is a plan with its load moved by mw at the meter, and by how much it
// could be. Only classes that follow the signal and are at work move, between
// their lowest level above asleep and their top, so that no machine is switched;
// inference stays as it is.
func (s *Site) Regulate(p Plan, mw unit.MW) (to Plan, by unit.MW) {
	share := unit.MW(1 + s.Limits.AuxShare)
	left := mw / share
	to = p.Clone()
	for i := range s.Classes {
		c := &s.Classes[i]
		from := p.ClassMW(c.ID)
		k := slices.IndexFunc(to.Allocations, func(a Allocation) bool { return a.Class == c.ID && a.Use == Mine })
		if !c.Follows || k < 0 || from < c.AwakeMW() || from > c.MaxMW() {
			continue
		}
		step := max(min(left, c.MaxMW()-from), c.AwakeMW()-from, -to.Allocations[k].MW)
		to.Allocations[k].MW += step
		left -= step
	}
	return to, mw - left*share
}

// RegulationRoom is how far the classes that follow the signal can be moved at
// the meter, from their lowest level above asleep to their top; 0 where none does.
func (s *Site) RegulationRoom() unit.MW {
	var sum unit.MW
	for i := range s.Classes {
		if c := &s.Classes[i]; c.Follows {
			sum += c.MaxMW() - c.AwakeMW()
		}
	}
	return sum * unit.MW(1+s.Limits.AuxShare)
}

// RegulationRamp is how fast those classes may be moved at the meter, MW a minute;
// 0: as fast as they are told to.
func (s *Site) RegulationRamp() unit.MW {
	var sum unit.MW
	for i := range s.Classes {
		if c := &s.Classes[i]; c.Follows {
			if c.RampMW == 0 {
				return 0
			}
			sum += c.RampMW
		}
	}
	return sum * unit.MW(1+s.Limits.AuxShare)
}
