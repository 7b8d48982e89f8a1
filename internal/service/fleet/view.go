package fleet

import (
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/dispatch"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Group is a class of machines as it stands.
type Group struct {
	Class    string
	Kind     site.Kind
	Model    string
	Firmware []string
	Machines int
	States   map[dispatch.State]int
	Open     int // commands whose fate is not known yet
	Held     int // machines in a person's hands
	Asked    int // machines that wait for a person
	Bare     int // machines that the loss of the router would stop
	Idle     int // machines that idle without a pool
	TargetMW unit.MW
	ActualMW unit.MW
	Source   dispatch.Trust
	THs      unit.THs
	HottestC float64
	Energy   unit.MWh
}

// State is one machine as it stands.
type State struct {
	ID       string
	Class    string
	Feeder   string
	Model    string
	Firmware string
	Address  string
	State    dispatch.State
	TargetW  float64
	ActualW  float64
	Source   dispatch.Trust
	THs      unit.THs
	NominalT unit.THs // at the target, by its curve
	TempC    float64
	Uptime   time.Duration
	Boards   int
	BoardsOf int
	Starts   int
	ReadAt   time.Time
	ReadErr  string
	Fault    string
	Pools    []dispatch.Pool
	Guard    dispatch.Guard
	Idle     bool     // no pool gives it work
	CapW     float64  // that the machine says it holds; 0: none
	Jobs     int      // of a node
	Tiers    []string // that a node takes work of
	Admit    []string // and those that it should
	Node     bool     // of GPUs
	Command  Command
	Held     *Held
	Ask      *Proposal
	Loopback bool
}

// Classes are the classes whose machines are listed, in the site's order.
func (f *Fleet) Classes() []Group {
	f.mu.Lock()
	defer f.mu.Unlock()
	groups := make([]Group, 0, len(f.order))
	for _, id := range f.order {
		c := f.classes[id]
		t := f.sum(c)
		g := Group{
			Class: id, Kind: c.spec.Kind, Model: c.spec.Model, Machines: len(c.members), States: map[dispatch.State]int{},
			TargetMW: c.wish, ActualMW: t.power, Source: t.source, THs: t.ths, Energy: c.energy,
		}
		seen := map[string]bool{}
		for _, u := range c.members {
			g.States[u.state()]++
			g.HottestC = max(g.HottestC, u.reading.TempC)
			if u.cmd.open() {
				g.Open++
			}
			if u.held != nil {
				g.Held++
			}
			if u.ask != nil {
				g.Asked++
			}
			if u.bare() {
				g.Bare++
			}
			if u.idles() {
				g.Idle++
			}
			if !seen[u.Firmware] {
				seen[u.Firmware] = true
				g.Firmware = append(g.Firmware, u.Firmware)
			}
		}
		groups = append(groups, g)
	}
	return groups
}

// Machines are those of a class, in the order in which they are listed; of every
// class where it is empty.
func (f *Fleet) Machines(class string) []State {
	f.mu.Lock()
	defer f.mu.Unlock()
	var states []State
	for _, u := range f.units {
		if class == "" || u.Machine.Class == class {
			states = append(states, u.view())
		}
	}
	return states
}

func (u *member) view() State {
	target := u.target()
	s := State{
		ID: u.Machine.ID, Class: u.Machine.Class, Feeder: u.Machine.Feeder, Model: u.Model, Firmware: u.Firmware, Address: u.Address,
		State: u.state(), TargetW: u.Machine.Watts(target), ActualW: u.watts, Source: u.source,
		THs: u.reading.THs, NominalT: u.Machine.Levels[target].THs, TempC: u.reading.TempC, Uptime: u.reading.Uptime,
		Boards: u.reading.Boards, BoardsOf: u.reading.BoardsOf, Starts: u.starts,
		ReadAt: u.reading.At, ReadErr: u.readErr, Fault: u.reading.Fault, Pools: u.reading.Pools, Guard: u.guard, Idle: u.idles(),
		CapW: u.reading.LimitW, Jobs: u.reading.Jobs, Tiers: u.reading.Tiers, Admit: u.shouldAdmit(), Node: u.Machine.Capped,
		Command: u.cmd, Loopback: u.Loopback,
	}
	if u.held != nil {
		held := *u.held
		s.Held = &held
	}
	if u.ask != nil {
		ask := *u.ask
		s.Ask = &ask
	}
	return s
}

// MeterState is what the site's meter shows; At is zero where it was never read.
type MeterState struct {
	Has   bool
	Power unit.MW
	At    time.Time
	Error string
}

// MeterNow is the settlement meter as it was last read.
func (f *Fleet) MeterNow() MeterState {
	f.mu.Lock()
	defer f.mu.Unlock()
	return MeterState{Has: f.cfg.Meter != nil, Power: f.meter.power, At: f.meter.at, Error: f.meter.err}
}

// Ramp is how fast the site's machines may change.
func (f *Fleet) Ramp() dispatch.Ramp { return f.cfg.Ramp }
