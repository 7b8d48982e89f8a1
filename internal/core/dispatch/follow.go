package dispatch

import "math"

// Outcome is what a read-back says about an order.
type Outcome int

// The outcomes: not yet is no failure before its time is over.
const (
	NotYet Outcome = iota
	Followed
	Refused // the machine does something else, or says that it failed
)

// powerSlack is how far a machine's power may be from its level's, as a share,
// for the level to count as reached; nameplates and sensors are no better.
const powerSlack = 0.08

// Judge says what a reading tells about the order to be at a level.
func Judge(m *Machine, level int, r Reading) Outcome {
	if level == 0 {
		switch {
		case r.State == Asleep:
			return Followed
		case r.Source >= Reported && r.Watts <= m.Watts(0)+0.03*m.Watts(m.Top()):
			return Followed
		}
		return NotYet
	}
	switch {
	case r.State == Fault:
		return Refused
	case r.State != Hashing:
		return NotYet
	case !m.Stepped || r.Source < Reported:
		return Followed
	}
	want := m.Watts(level)
	if m.Capped {
		if math.Abs(r.LimitW-want) <= powerSlack*want && r.Watts <= (1+powerSlack)*want {
			return Followed
		}
		return NotYet
	}
	if math.Abs(r.Watts-want) <= powerSlack*want || r.Boards < r.BoardsOf && r.Watts < want {
		return Followed
	}
	return NotYet
}

// Power is what a machine draws by the best source at hand: an outlet's meter,
// the machine's word, or its nameplate at the level that its state suggests.
func Power(m *Machine, told int, r Reading, outletW float64, metered bool) (watts float64, source Trust) {
	if metered {
		return outletW, PDU
	}
	if r.Source >= Reported {
		return r.Watts, r.Source
	}
	switch r.State {
	case Asleep, Fault:
		return m.Watts(0), Nameplate
	case Draining:
		return m.Watts(max(told, 1)), Nameplate
	case Hashing:
		// What it hashes tells what it draws, where its curve does.
		top := m.Levels[m.Top()]
		if top.THs > 0 && r.THs > 0 {
			share := math.Min(1, float64(r.THs)/float64(top.THs))
			return math.Max(m.Watts(0), share*top.Watts), Nameplate
		}
		return m.Watts(max(told, 1)), Nameplate
	}
	// Starting or lost: the more of what it may be drawing.
	return m.Watts(told), Nameplate
}

// Skew is how a machine's measured J/TH compares with its curve; 0 where it
// cannot be told.
func Skew(m *Machine, r Reading) float64 {
	if r.State != Hashing || r.Source < Reported || !(r.THs > 0) || !(r.Watts > m.Watts(0)) {
		return 0
	}
	level := m.LevelAt(r.Watts)
	if level == 0 || !(m.Levels[level].THs > 0) {
		return 0
	}
	return r.Watts / float64(r.THs) / (m.Levels[level].Watts / float64(m.Levels[level].THs))
}
