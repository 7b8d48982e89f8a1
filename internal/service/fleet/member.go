package fleet

import (
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/dispatch"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// States of a command to one machine.
const (
	Sent      = "sent"
	Confirmed = "confirmed"
	Unknown   = "unknown"
	Failed    = "failed"
	Withheld  = "withheld"
)

// Command is the newest order to a machine and its fate.
type Command struct {
	Kind     string // sleep, wake, power, admit, pools, reboot, cycle
	Level    int
	Watts    float64
	State    string
	Attempts int
	At       time.Time
	Done     time.Time // when it was read back
	Error    string

	next     time.Time // when to read back
	deadline time.Time // when it counts as not followed
}

func (c *Command) open() bool { return c.State == Sent || c.State == Unknown }

// member is a machine at run time. Its fields are guarded by the fleet's lock.
type member struct {
	Member
	index   int
	phase   time.Duration
	busy    bool // an exchange is under way
	first   time.Time
	known   bool // was read once
	reading dispatch.Reading
	readErr string
	tried   time.Time // of the last reading, good or not
	misses  int
	watts   float64
	source  dispatch.Trust
	told    int
	want    int
	tiers   []string  // it was told to take work of; nil: nothing was said
	admit   []string  // it ought to be told
	pointed time.Time // when it was last given pools
	guard   dispatch.Guard
	since   time.Time
	starts  int
	day     unit.Day
	ready   time.Time // it is not woken before
	cmd     Command
	retryAt time.Time
	reboots int       // since it last followed
	given   bool      // up: nothing that needs no person is left to try
	ask     *Proposal // what a person is asked
	held    *Held     // by a person, in place of the plan
}

// Held is a machine that a person has taken out of the plan's hands.
type Held struct {
	Level  int
	Until  time.Time
	By     string
	Reason string
}

// Proposal is an outlet that should be taken off and on again, if a person says
// so.
type Proposal struct {
	At       time.Time
	Why      string
	Approved string // by whom
}

// lostAfter is how many readings in a row a machine misses before it counts as
// lost.
const lostAfter = 3

// out reports whether a machine is not to be counted on.
func (u *member) out() bool {
	return !u.known || u.misses >= lostAfter || u.given || u.held != nil
}

// state is what the machine does as far as is known.
func (u *member) state() dispatch.State {
	if !u.known || u.misses >= lostAfter {
		return dispatch.Lost
	}
	return u.reading.State
}

// bound is what the machine may draw by now: the more of what it draws and what
// it was told.
func (u *member) bound() float64 {
	return max(u.watts, u.Machine.Watts(u.told))
}

// standing is what the assignment needs to know.
func (u *member) standing(day unit.Day) dispatch.Standing {
	s := dispatch.Standing{Level: u.told, Since: u.since, Out: u.out(), Watts: u.watts, Skew: dispatch.Skew(&u.Machine, u.reading)}
	if u.day == day {
		s.Starts = u.starts
	}
	return s
}

// works reports whether the machine counts as on. A node of GPUs does once it
// takes work: its power does not tell.
func (u *member) works() bool {
	return u.told > 0 && !u.out() && (!u.Machine.Capped || u.reading.State == dispatch.Hashing)
}

// tell writes down that the machine was told a level, and reports whether that
// switches it.
func (u *member) tell(level int, now time.Time) (switched bool) {
	if day := unit.DayOf(now); u.day != day {
		u.day, u.starts = day, 0
	}
	if switched = (u.told == 0) != (level == 0); switched {
		u.since = now
		if level > 0 {
			u.starts++
		}
	}
	u.told = level
	return switched
}

// latency is how long the machine takes to follow.
func (u *member) latency(kind string) time.Duration {
	switch kind {
	case "sleep":
		return max(u.Can.Stop, 2*time.Second)
	case "power", "admit":
		return max(u.Can.Adjust, 5*time.Second)
	}
	return max(u.Can.Start, 5*time.Second)
}

// learn takes a reading in.
func (u *member) learn(r dispatch.Reading, outletW float64, metered bool, now time.Time) {
	u.reading, u.readErr, u.misses = r, "", 0
	u.watts, u.source = dispatch.Power(&u.Machine, u.told, r, outletW, metered)
	if u.known {
		return
	}
	u.known, u.first = true, now
	switch r.State {
	case dispatch.Asleep, dispatch.Draining, dispatch.Fault:
		u.told = 0
	case dispatch.Hashing:
		u.told = u.Machine.Top()
		if u.Machine.Stepped && r.Source >= dispatch.Reported {
			u.told = max(1, u.Machine.LevelAt(r.Watts))
			if u.Machine.Capped {
				u.told = max(1, u.Machine.LevelAt(r.LimitW))
			}
		}
	default:
		u.told = u.Machine.Top()
	}
	u.want = u.told
	u.watts, u.source = dispatch.Power(&u.Machine, u.told, r, outletW, metered)
}
