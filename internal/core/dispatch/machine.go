package dispatch

import (
	"errors"
	"math"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// State is what a machine is doing.
type State string

// The states of a machine. One that starts draws power and does not hash yet, or
// hashes less than it is set to; one that drains takes no new work and has some
// left; one that is lost does not answer. Of a node of GPUs asleep is drained and
// idle, and hashing is at work.
const (
	Asleep   State = "asleep"
	Draining State = "draining"
	Starting State = "starting"
	Hashing  State = "hashing"
	Fault    State = "fault"
	Lost     State = "lost"
)

// Trust says where a power comes from. A higher one is believed before a lower
// one: what miners report of themselves, and their nameplates, are off by 5 to
// 20 %.
type Trust int

// The sources of a power, from none upwards.
const (
	NoPower Trust = iota
	Nameplate
	Reported // by the machine itself
	PDU
	Meter
)

// String is the source's name on screens and in records.
func (t Trust) String() string {
	switch t {
	case Nameplate:
		return "nameplate"
	case Reported:
		return "miner"
	case PDU:
		return "pdu"
	case Meter:
		return "meter"
	}
	return "none"
}

// ErrUnsupported says that a firmware has no such command.
var ErrUnsupported = errors.New("the firmware has no such command")

// Identity is what a machine says it is.
type Identity struct {
	Model    string       `json:"model"`
	Firmware string       `json:"firmware"` // the driver's name: luxos, braiins, ...
	Version  string       `json:"version"`
	MAC      string       `json:"mac,omitempty"`
	Host     string       `json:"host,omitempty"`
	Levels   []site.Level `json:"levels,omitempty"` // the machine's own power curve, asleep first, where it tells one
}

// Pool is where a machine sends its shares. Password is not a secret in mining;
// it still stays out of records.
type Pool struct {
	URL      string `json:"url"`
	User     string `json:"user"`
	Password string `json:"-"`
	Alive    bool   `json:"alive"`
	Active   bool   `json:"active"`
}

// Reading is what a machine showed at one moment. What the firmware does not
// report is zero, a power that it does not report has the source [NoPower].
type Reading struct {
	At       time.Time
	State    State
	Watts    float64
	Source   Trust
	LimitW   float64 // the power target that the machine says it holds; 0: none
	Profile  string
	THs      unit.THs
	TempC    float64 // of the hottest board or chip
	Uptime   time.Duration
	Boards   int // that hash
	BoardsOf int // that there are
	Accepted int64
	Rejected int64
	Pools    []Pool
	Jobs     int      // that run on a node
	Tiers    []string // of inference that a node takes work of
	Fault    string   // what the machine complains of
}

// Capabilities are what a firmware can be told, and how long it then takes.
// Latencies are the ones to expect: to less than 5 % of power, and to 95 %.
type Capabilities struct {
	Sleep    bool          `json:"sleep"`
	Power    bool          `json:"power"`    // a power target in watts, or a profile near it
	Restarts bool          `json:"restarts"` // setting the power restarts mining
	Pools    bool          `json:"pools"`
	Reboot   bool          `json:"reboot"`
	Reports  bool          `json:"reports_power"`
	Stop     time.Duration `json:"stop_ns"`
	Start    time.Duration `json:"start_ns"`
	Adjust   time.Duration `json:"adjust_ns"`
}

// Machine is one machine that orders go to.
type Machine struct {
	ID      string // unique within its site
	Class   string
	Feeder  string       // empty: on the site alone
	Levels  []site.Level // asleep first, in ascending order of power
	Stepped bool         // it can be set between asleep and its top level
	Capped  bool         // a level bounds its power: below that it draws what its work needs
	MinUp   time.Duration
	MinDown time.Duration
	Starts  int // a day at most; 0: no limit
}

// Top is the machine's highest level.
func (m *Machine) Top() int { return len(m.Levels) - 1 }

// Watts is what the machine draws at a level, by its curve.
func (m *Machine) Watts(level int) float64 { return m.Levels[level].Watts }

// LevelAt is the level whose power is nearest to so many watts.
func (m *Machine) LevelAt(watts float64) int {
	nearest := 0
	for i := range m.Levels {
		if math.Abs(m.Levels[i].Watts-watts) < math.Abs(m.Levels[nearest].Watts-watts) {
			nearest = i
		}
	}
	return nearest
}

// Switched is when a machine was last woken or put to sleep, and how often it was
// woken on an operating day.
type Switched struct {
	Machine string
	Since   time.Time
	Day     unit.Day
	Starts  int
}

// Standing is what is known of a machine when orders are made.
type Standing struct {
	Level  int       // it was last told to be at; 0: asleep
	Since  time.Time // when it was last woken or put to sleep
	Starts int       // times it was woken on the operating day
	Out    bool      // not to be counted on: lost, faulty, or held back by a person
	Watts  float64   // what it draws by the best source there is
	Skew   float64   // J/TH as measured over that of its curve; 0: not measured
}
