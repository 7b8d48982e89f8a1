package dynamics

import (
	"fmt"
	"math"
	"slices"
)

// What can happen.
const (
	Fault         = "fault"          // a short circuit at a bus
	Clear         = "clear"          // its end
	TripBranch    = "trip_branch"    // both ends of a branch open
	TripGenerator = "trip_generator" // a generator is disconnected
	LoadStep      = "load_step"      // demand changes, at a bus or everywhere
)

// Event is something that happens at a time.
type Event struct {
	At        float64 `json:"at_s"`
	Kind      string  `json:"kind"`
	Bus       int     `json:"bus,omitempty"`       // external; of a load step 0 is everywhere, in proportion
	Branch    int     `json:"branch,omitempty"`    // row of the case, from 1
	Generator int     `json:"generator,omitempty"` // row of the case, from 1
	MW        float64 `json:"mw,omitempty"`        // of a load step, at rest; below 0 is a loss
}

// solid is the admittance of a short circuit, per unit: the voltage it leaves
// is below a millionth.
const solid = complex(0, -1e7)

// check refuses times and powers that are none.
func (e Event) check() error {
	if !(e.At >= 0) || math.IsInf(e.At, 0) || math.IsNaN(e.MW) || math.IsInf(e.MW, 0) {
		return fmt.Errorf("%s: at %g s, %g MW: want a time from 0 and a finite power", e.Kind, e.At, e.MW)
	}
	return nil
}

// apply changes the system; voltages are found afterwards.
func (s *System) apply(e Event) error {
	switch e.Kind {
	case Fault, Clear:
		at, known := s.net.Bus.Index[e.Bus]
		if !known {
			return fmt.Errorf("%s: the case has no bus %d", e.Kind, e.Bus)
		}
		s.fault[at] = 0
		if e.Kind == Fault {
			s.fault[at] = solid
		}
	case TripBranch:
		k := slices.Index(s.net.Branch.Row, e.Branch-1)
		if k < 0 {
			return fmt.Errorf("%s: branch row %d is not in service", e.Kind, e.Branch)
		}
		s.out[k] = true
	case TripGenerator:
		return s.tripGenerator(e)
	case LoadStep:
		return s.stepLoad(e)
	default:
		return fmt.Errorf("event %q is unknown: want %s, %s, %s, %s or %s", e.Kind, Fault, Clear, TripBranch, TripGenerator, LoadStep)
	}
	s.connect()
	return nil
}

func (s *System) tripGenerator(e Event) error {
	k := slices.Index(s.net.Gen.Row, e.Generator-1)
	if k < 0 {
		return fmt.Errorf("%s: generator row %d is not in service", e.Kind, e.Generator)
	}
	// Generators are the first devices, in the network's order.
	switch d := s.devices[k].(type) {
	case *machine:
		d.off = true
	case *load:
		d.share = 0
	}
	s.connect()
	return nil
}

// stepLoad changes demand by a share of what it was at rest.
func (s *System) stepLoad(e Event) error {
	total := 0.0
	at := -1
	if e.Bus != 0 {
		i, known := s.net.Bus.Index[e.Bus]
		if !known {
			return fmt.Errorf("%s: the case has no bus %d", e.Kind, e.Bus)
		}
		at = i
	}
	first := len(s.net.Gen.Row) + len(s.soft)
	for i, l := range s.loads {
		if at < 0 || s.bus[first+i] == at {
			total += l.p
		}
	}
	change := e.MW / s.net.BaseMVA
	if total <= 0 || total+change < -1e-9 {
		return fmt.Errorf("%s: %g MW is more than the %g MW of demand there", e.Kind, e.MW, total*s.net.BaseMVA)
	}
	for i, l := range s.loads {
		if at < 0 || s.bus[first+i] == at {
			l.share += change / total
		}
	}
	return nil
}
