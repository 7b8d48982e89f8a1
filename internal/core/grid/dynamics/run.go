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
	Diverged = "diverged" // no voltages were found, or no machine is left: the reason says which
)

// Options of a run. Zero values are the stated defaults.
type Options struct {
	Step    float64 // s; 0: a quarter of a cycle
	Horizon float64 // s; 0: 10
	Every   float64 // s between samples; 0: every step
}

// Result is what happened. Samples are over Time; angles are those of rotors
// against the mean of their part of the network, weighted by inertia. Extremes
// are over every step, sampled or not.
type Result struct {
	Status     string      `json:"status"`
	Why        string      `json:"why,omitempty"`
	Time       []float64   `json:"time_s"`
	Frequency  []float64   `json:"frequency_hz"` // of the part of the network with the most inertia: mean of its machines, weighted by it
	Lowest     []float64   `json:"min_vm_pu"`    // lowest voltage of a bus there
	Machines   []int       `json:"machines"`     // rows of their generators in the case, from 1
	Angle      [][]float64 `json:"angle_deg"`    // by machine, then time
	Separation float64     `json:"max_separation_deg"`
	Zenith     Extreme     `json:"zenith"`
	Nadir      Extreme     `json:"nadir"`
	RoCoF      float64     `json:"rocof_hz_s"` // the steepest over half a second
	End        float64     `json:"end_hz"`
	TripsMW    float64     `json:"electronic_tripped_mw"` // that let go, whether or not it came back
	Dead       []int       `json:"dead_buses,omitempty"`  // left without any machine at the end, numbers of the case
	Steps      int         `json:"steps"`
	Iterations int         `json:"iterations"`
	Residual   float64     `json:"max_residual_pu"`
}

// Extreme is a highest or lowest frequency and its time.
type Extreme struct {
	Hz float64 `json:"hz"`
	At float64 `json:"at_s"`
}

// window is over how long a rate of change of frequency is taken, s.
const window = 0.5

// trace is the frequency at every step.
type trace struct {
	time, hz []float64
	from     int // the oldest within the window
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
	if !(opt.Step > 0) || !(opt.Horizon > 0) || !(opt.Every >= 0) || opt.Horizon/opt.Step > mostSteps {
		return nil, fmt.Errorf("step %g s and horizon %g s: want both above 0, and at most %d steps", opt.Step, opt.Horizon, mostSteps)
	}
	for _, e := range events {
		if err := e.check(); err != nil {
			return nil, err
		}
	}
	events = slices.Clone(events)
	slices.SortStableFunc(events, func(a, b Event) int { return cmp.Compare(a.At, b.At) })
	r, t := s.room(len(events), opt)
	s.sample(r, t, opt.Every)
	err := s.follow(events, opt, r, t)
	if errors.Is(err, ErrDiverged) {
		r.Status, r.Why, err = Diverged, fmt.Sprintf("at %.4f s: %v", s.time, err), nil
	}
	r.finish(s)
	return r, err
}

// mostSteps of a run: an hour at a quarter of a cycle.
const mostSteps = 1_000_000

// room makes all the room that a run needs, so that its steps need none.
func (s *System) room(events int, opt Options) (*Result, *trace) {
	steps := int(opt.Horizon/opt.Step) + 2*events + 3
	samples := int(min(float64(steps), opt.Horizon/opt.Every+float64(2*events+3)))
	r := &Result{
		Status: Stable, Time: make([]float64, 0, samples), Frequency: make([]float64, 0, samples), Lowest: make([]float64, 0, samples),
		Angle: make([][]float64, len(s.rotors)),
	}
	for i, m := range s.rotors {
		r.Machines = append(r.Machines, s.net.Gen.Row[m.index()]+1)
		r.Angle[i] = make([]float64, 0, samples)
	}
	return r, &trace{time: make([]float64, 0, steps), hz: make([]float64, 0, steps)}
}

func (s *System) follow(events []Event, opt Options, r *Result, t *trace) error {
	for s.time < opt.Horizon-1e-12 {
		happened := false
		for len(events) > 0 && events[0].At <= s.time+1e-12 {
			if err := s.apply(events[0]); err != nil {
				return err
			}
			events, happened = events[1:], true
		}
		if happened {
			if s.inertia() == 0 {
				return fmt.Errorf("%w: no machine is left", ErrDiverged)
			}
			if err := s.settle(); err != nil {
				return err
			}
			s.sample(r, t, 0)
		}
		h := min(opt.Step, opt.Horizon-s.time)
		if len(events) > 0 {
			h = min(h, events[0].At-s.time)
		}
		if err := s.move(h); err != nil {
			return err
		}
		r.Steps++
		s.sample(r, t, opt.Every)
		if r.Separation > 180 {
			r.Status = Unstable
			r.Why = fmt.Sprintf("at %.4f s a machine is half a turn away from the others", s.time)
			return nil
		}
	}
	return nil
}

// move takes a step. Electronic loads that come back have what they draw at its
// end; those that let go do so after it.
func (s *System) move(h float64) error {
	for _, e := range s.soft {
		e.rise(h)
	}
	if err := s.advance(h); err != nil {
		return err
	}
	s.time += h
	changed := false
	for i, e := range s.soft {
		changed = e.watch(h, s.v[s.softBus[i]]) || changed
	}
	if !changed {
		return nil
	}
	return s.settle()
}

// sample notes the present, and keeps it if the last sample is at least a while
// old.
func (s *System) sample(r *Result, t *trace, every float64) {
	clear(s.weight)
	clear(s.turned)
	part, mean := s.part[s.rotors[0].bus], 0.0
	for _, m := range s.rotors {
		if weight, p := m.H*m.MVA, s.part[m.bus]; !m.off {
			s.weight[p] += weight
			s.turned[p] += weight * s.x[s.offset[m.device]+angle]
			if s.weight[p] > s.weight[part] {
				part = p
			}
		}
	}
	for _, m := range s.rotors {
		if p := s.part[m.bus]; !m.off {
			away := math.Abs(s.x[s.offset[m.device]+angle]-s.turned[p]/s.weight[p]) * 180 / math.Pi
			r.Separation = max(r.Separation, away)
			if p == part {
				mean += m.H * m.MVA / s.weight[p] * s.x[s.offset[m.device]+speed]
			}
		}
	}
	hz := s.nominal * (1 + mean)
	r.note(t, s.time, hz)
	if n := len(r.Time); n > 0 && s.time-r.Time[n-1] < every-1e-9 {
		return
	}
	r.Time, r.Frequency, r.Lowest = append(r.Time, s.time), append(r.Frequency, hz), append(r.Lowest, s.lowestIn(part))
	for i, m := range s.rotors {
		mean := 0.0
		if p := s.part[m.bus]; s.weight[p] > 0 {
			mean = s.turned[p] / s.weight[p]
		}
		r.Angle[i] = append(r.Angle[i], (s.x[s.offset[m.device]+angle]-mean)*180/math.Pi)
	}
}

// note keeps what is extreme.
func (r *Result) note(t *trace, time, hz float64) {
	t.time, t.hz = append(t.time, time), append(t.hz, hz)
	if len(t.time) == 1 {
		r.Zenith, r.Nadir = Extreme{hz, time}, Extreme{hz, time}
	}
	if hz > r.Zenith.Hz {
		r.Zenith = Extreme{hz, time}
	}
	if hz < r.Nadir.Hz {
		r.Nadir = Extreme{hz, time}
	}
	r.End = hz
	for time-t.time[t.from] > window+1e-9 {
		t.from++
	}
	if span := time - t.time[t.from]; span > window/2 {
		if slope := (hz - t.hz[t.from]) / span; math.Abs(slope) > math.Abs(r.RoCoF) {
			r.RoCoF = slope
		}
	}
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
	for i, dead := range s.dead {
		if dead {
			r.Dead = append(r.Dead, s.net.BusID(i))
		}
	}
}
