package simulate

import (
	"math"
	"math/rand/v2"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/simulate/course"
)

// AgentSite is a site whose machines are simulated behind an agent.
type AgentSite struct {
	ID string
	// Token is the bearer token that the agent asks for; empty asks for none.
	Token string
	// AuxKW and AuxShare are auxiliary load at the meter: a fixed part, and a
	// part per kW of machines.
	AuxKW    float64
	AuxShare float64
	Groups   []AgentGroup
}

// AgentGroup is a class of like machines.
type AgentGroup struct {
	ID    string
	Units int
	// Levels are one machine's operating points in ascending order of power; the
	// first is asleep.
	Levels []AgentLevel
	// WakeAfter is how long a machine that is woken takes before its power rises,
	// and Ramp how long it then rises. Zero takes one and two minutes.
	WakeAfter time.Duration
	Ramp      time.Duration
	// Asleep starts the group asleep; else it is already at full power.
	Asleep bool
}

// AgentLevel is an operating point of one machine.
type AgentLevel struct {
	KW  float64
	THs float64 // 0 for machines that do not mine
}

const (
	sleepAfter = 5 * time.Second // from a command to the lower power
	// throttleAfter is from a command to another power at which all machines are at
	// work: the middle of what a firmware that throttles without a restart takes.
	throttleAfter = 8 * time.Second
	failedLeast   = 0.005 // share of machines whose wake fails at first
	failedMost    = 0.02
	meterNoise    = 0.003 // largest relative error of a power reading
)

// group is the state of a class: its power over time as straight lines between
// turns, so that its energy is exact however seldom it is read.
type group struct {
	spec    AgentGroup
	random  *rand.Rand
	turns   course.Course // kW
	target  float64
	seen    map[string]bool // request ids
	order   []string
	energy  float64 // kWh up to since
	since   time.Time
	failing time.Time // the group is down until then
}

func newGroup(spec AgentGroup, random *rand.Rand, now time.Time) *group {
	if spec.WakeAfter <= 0 {
		spec.WakeAfter = time.Minute
	}
	if spec.Ramp <= 0 {
		spec.Ramp = 2 * time.Minute
	}
	g := &group{spec: spec, random: random, seen: map[string]bool{}, since: now}
	g.target = g.full()
	if spec.Asleep {
		g.target = 0
	}
	g.turns = course.From(now, math.Max(g.target, g.floor()))
	return g
}

func (g *group) full() float64 {
	return float64(g.spec.Units) * g.spec.Levels[len(g.spec.Levels)-1].KW
}

func (g *group) floor() float64 { return float64(g.spec.Units) * g.spec.Levels[0].KW }

// awake is the least power at which every machine is at work; 0 for machines that
// are on or off.
func (g *group) awake() float64 {
	if len(g.spec.Levels) < 3 {
		return 0
	}
	return float64(g.spec.Units) * g.spec.Levels[1].KW
}

// power is the true power at t, no earlier than the last reckoning.
func (g *group) power(t time.Time) float64 { return g.turns.At(t) }

// reckon brings the energy counter up to now and forgets the turns before.
func (g *group) reckon(now time.Time) {
	if !now.After(g.since) {
		return
	}
	energy, ahead := g.turns.Reckon(g.since, now)
	g.energy += energy
	g.turns = ahead
	g.since = now
}

// set gives the group a new target in kW. A request that was seen before has no
// second effect.
func (g *group) set(target float64, request string, now time.Time) {
	if g.seen[request] {
		return
	}
	g.remember(request)
	g.reckon(now)
	g.target = target
	g.head(now)
}

// remember keeps the last thousand request ids.
func (g *group) remember(request string) {
	g.seen[request] = true
	g.order = append(g.order, request)
	if len(g.order) > 1000 {
		delete(g.seen, g.order[0])
		g.order = g.order[1:]
	}
}

// head lays the way to the target: between powers at work a throttle, down at once; up after the wake latency along
// a ramp, short of the machines whose wake fails, which are tried again.
func (g *group) head(now time.Time) {
	from, to := g.power(now), math.Max(g.target, g.floor())
	if now.Before(g.failing) {
		g.turns = course.From(now, from).To(now.Add(time.Second), 0)
		return
	}
	if least := g.awake(); least > 0 && from >= least && to >= least {
		g.turns = course.From(now, from).To(now.Add(throttleAfter), to)
		return
	}
	if to <= from {
		g.turns = course.From(now, from).To(now.Add(sleepAfter), to)
		return
	}
	failed := failedLeast + (failedMost-failedLeast)*g.random.Float64()
	short := math.Floor(failed*float64(g.spec.Units)+0.5) / float64(g.spec.Units)
	start, ready := now.Add(g.spec.WakeAfter), now.Add(g.spec.WakeAfter+g.spec.Ramp)
	g.turns = course.From(now, from).To(start, from).To(ready, to-short*(to-from))
	if short > 0 {
		again := ready.Add(g.spec.WakeAfter)
		g.turns = g.turns.To(again, to-short*(to-from)).To(again.Add(g.spec.Ramp), to)
	}
}

// fail takes the group down until a time; its machines then wake as after a
// command.
func (g *group) fail(now, until time.Time) {
	g.reckon(now)
	g.failing = until
	g.turns = course.From(now, g.power(now)).To(now.Add(time.Second), 0)
}

// recover ends a failure whose time has come.
func (g *group) recover(now time.Time) {
	if g.failing.IsZero() || now.Before(g.failing) {
		return
	}
	at := g.failing
	g.reckon(at)
	g.failing = time.Time{}
	g.head(at)
}

// state is the group's word for what it does.
func (g *group) state(now time.Time) string {
	if now.Before(g.failing) {
		return "fault"
	}
	if now.Before(g.turns[len(g.turns)-1].At) {
		return "ramping"
	}
	if g.power(now) <= g.floor() {
		return "asleep"
	}
	return "running"
}

// hashrate is the fleet's at a power: each machine between two levels.
func (g *group) hashrate(kw float64) float64 {
	each := kw / float64(g.spec.Units)
	levels := g.spec.Levels
	if each <= levels[0].KW {
		return 0
	}
	for i := 1; i < len(levels); i++ {
		a, b := levels[i-1], levels[i]
		if each <= b.KW {
			return float64(g.spec.Units) * (a.THs + (b.THs-a.THs)*(each-a.KW)/(b.KW-a.KW))
		}
	}
	return float64(g.spec.Units) * levels[len(levels)-1].THs
}

// on is how many machines are awake at a power, if as few as possible are.
func (g *group) on(kw float64) int {
	sleep, full := g.spec.Levels[0].KW, g.spec.Levels[len(g.spec.Levels)-1].KW
	n := math.Ceil((kw-float64(g.spec.Units)*sleep)/(full-sleep) - 1e-9)
	return int(math.Min(float64(g.spec.Units), math.Max(0, n)))
}

// noisy is a reading of a power.
func (g *group) noisy(kw float64) float64 {
	return kw * (1 + meterNoise*(2*g.random.Float64()-1))
}
