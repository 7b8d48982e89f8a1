package dynamics

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"
)

// How a run ended.
const (
	Stable   = "stable"   // every machine stayed in step until the end
	Unstable = "unstable" // one turned half a turn away from the others
	Diverged = "diverged" // no voltages were found: no verdict but the reason
)

// Options of a run. Zero values are the stated defaults.
type Options struct {
	Step    float64 // s; 0: a quarter of a cycle
	Horizon float64 // s; 0: 10
	Every   float64 // s between samples; 0: every step
}

// Result is what happened. Samples are over Time; angles are those of rotors
// against the mean of their part of the network, weighted by inertia.
type Result struct {
	Status     string      `json:"status"`
	Why        string      `json:"why,omitempty"`
	Time       []float64   `json:"time_s"`
	Frequency  []float64   `json:"frequency_hz"` // mean of all machines, weighted by inertia
	Lowest     []float64   `json:"min_vm_pu"`    // lowest voltage of a bus that is connected to a machine
	Machines   []int       `json:"machines"`     // rows of their generators in the case, from 1
	Angle      [][]float64 `json:"angle_deg"`    // by machine, then time
	Separation float64     `json:"max_separation_deg"`
	Zenith     Extreme     `json:"zenith"`
	Nadir      Extreme     `json:"nadir"`
	RoCoF      float64     `json:"rocof_hz_s"` // the steepest over half a second
	End        float64     `json:"end_hz"`
	TripsMW    float64     `json:"electronic_tripped_mw"` // that let go, whether or not it came back
	Steps      int         `json:"steps"`
	Iterations int         `json:"iterations"`
	Residual   float64     `json:"max_residual_pu"`
}

// Extreme is a highest or lowest frequency and its time.
type Extreme struct {
	Hz float64 `json:"hz"`
	At float64 `json:"at_s"`
}

// Run lets events happen and follows the system to the horizon, or until it
// has lost its synchronism. An error means bad events; what the system itself
// does, its collapse included, is in the result.
func (s *System) Run(events []Event, opt Options) (*Result, error) {
	if opt.Step == 0 {
		opt.Step = 1 / s.nominal / 4
	}
	if opt.Horizon == 0 {
		opt.Horizon = 10
	}
	if !(opt.Step > 0) || !(opt.Horizon > 0) || math.IsInf(opt.Horizon, 0) {
		return nil, fmt.Errorf("step %g s and horizon %g s must be above 0", opt.Step, opt.Horizon)
	}
	events = slices.Clone(events)
	slices.SortStableFunc(events, func(a, b Event) int { return cmp.Compare(a.At, b.At) })
	r := &Result{Status: Stable}
	for _, m := range s.rotors {
		r.Machines = append(r.Machines, s.net.Gen.Row[m.index()]+1)
	}
	r.Angle = make([][]float64, len(s.rotors))
	s.sample(r, opt.Every)
	err := s.follow(events, opt, r)
	if errors.Is(err, ErrDiverged) {
		r.Status, r.Why, err = Diverged, fmt.Sprintf("at %.4f s: %v", s.time, err), nil
	}
	r.finish(s)
	return r, err
}

func (s *System) follow(events []Event, opt Options, r *Result) error {
	for s.time < opt.Horizon-1e-12 {
		happened := false
		for len(events) > 0 && events[0].At <= s.time+1e-12 {
			if err := s.apply(events[0]); err != nil {
				return err
			}
			events, happened = events[1:], true
		}
		if happened {
			if err := s.settle(); err != nil {
				return err
			}
			s.sample(r, 0)
		}
		h := min(opt.Step, opt.Horizon-s.time)
		if len(events) > 0 {
			h = min(h, events[0].At-s.time)
		}
		if err := s.advance(h); err != nil {
			return err
		}
		s.time += h
		r.Steps++
		if err := s.electronics(h); err != nil {
			return err
		}
		s.sample(r, opt.Every)
		if r.Separation > 180 {
			r.Status = Unstable
			r.Why = fmt.Sprintf("at %.4f s a machine is half a turn away from the others", s.time)
			return nil
		}
	}
	return nil
}

// electronics lets electronic loads act on the voltage they see.
func (s *System) electronics(h float64) error {
	changed := false
	for i, e := range s.soft {
		changed = e.advance(h, s.v[s.softBus[i]]) || changed
	}
	if !changed {
		return nil
	}
	return s.settle()
}

// sample keeps the present if the last sample is at least a while old.
func (s *System) sample(r *Result, every float64) {
	part, inertia := s.partOfMost(), 0.0
	mean, turned := 0.0, 0.0
	for _, m := range s.rotors {
		if weight := m.H * m.MVA; !m.off && s.part[m.bus] == part {
			inertia += weight
			mean += weight * s.x[s.offset[m.device]+speed]
			turned += weight * s.x[s.offset[m.device]+angle]
		}
	}
	mean, turned = mean/inertia, turned/inertia
	for _, m := range s.rotors {
		if !m.off && s.part[m.bus] == part {
			away := math.Abs(s.x[s.offset[m.device]+angle]-turned) * 180 / math.Pi
			r.Separation = max(r.Separation, away)
		}
	}
	if n := len(r.Time); n > 0 && s.time-r.Time[n-1] < every-1e-9 {
		return
	}
	r.Time = append(r.Time, s.time)
	r.Frequency = append(r.Frequency, s.nominal*(1+mean))
	r.Lowest = append(r.Lowest, s.lowestIn(part))
	for i, m := range s.rotors {
		r.Angle[i] = append(r.Angle[i], (s.x[s.offset[m.device]+angle]-turned)*180/math.Pi)
	}
}

// partOfMost is the part of the network with the most inertia.
func (s *System) partOfMost() int {
	best, most := 0, -1.0
	for _, m := range s.rotors {
		sum := 0.0
		part := s.part[m.bus]
		for _, other := range s.rotors {
			if !other.off && s.part[other.bus] == part {
				sum += other.H * other.MVA
			}
		}
		if sum > most {
			best, most = part, sum
		}
		if sum*2 > s.inertia() {
			return part
		}
	}
	return best
}

// inertia of all machines at work, MWs.
func (s *System) inertia() float64 {
	sum := 0.0
	for _, m := range s.rotors {
		if !m.off {
			sum += m.H * m.MVA
		}
	}
	return sum
}

func (s *System) lowestIn(part int) float64 {
	lowest := math.Inf(1)
	for i, v := range s.v {
		if s.part[i] == part {
			lowest = min(lowest, math.Hypot(real(v), imag(v)))
		}
	}
	return lowest
}

func (r *Result) finish(s *System) {
	r.Iterations, r.Residual = s.Iterations, s.Worst
	for _, e := range s.soft {
		r.TripsMW += float64(e.trips) * e.MW
	}
	r.Zenith, r.Nadir = Extreme{r.Frequency[0], r.Time[0]}, Extreme{r.Frequency[0], r.Time[0]}
	from := 0
	for i, hz := range r.Frequency {
		if hz > r.Zenith.Hz {
			r.Zenith = Extreme{hz, r.Time[i]}
		}
		if hz < r.Nadir.Hz {
			r.Nadir = Extreme{hz, r.Time[i]}
		}
		for r.Time[i]-r.Time[from] > 0.5+1e-9 {
			from++
		}
		if span := r.Time[i] - r.Time[from]; span > 0.25 {
			if slope := (hz - r.Frequency[from]) / span; math.Abs(slope) > math.Abs(r.RoCoF) {
				r.RoCoF = slope
			}
		}
	}
	r.End = r.Frequency[len(r.Frequency)-1]
}
