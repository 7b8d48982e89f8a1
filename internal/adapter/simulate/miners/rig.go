package miners

import (
	"math"
	"math/rand/v2"
	"sync"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/simulate/course"
	"github.com/pouw-dem/pouwdem/internal/clock"
)

// Level is an operating point.
type Level struct {
	Name  string
	Watts float64
	THs   float64
}

// Timing is how long a machine takes, in the world's time. Each duration is
// spread by a fifth from machine to machine and from time to time.
type Timing struct {
	Stop   time.Duration // from the command to sleep power
	Boot   time.Duration // from the command to the first hash
	Ramp   time.Duration // from there to its power
	Adjust time.Duration // from one power to another without a restart
	Tune   time.Duration // until it hashes all that its power allows
}

// Quirks are bad habits, each off unless set.
type Quirks struct {
	Mute     float64       // share of commands that are done and never answered
	Delay    time.Duration // most of a random delay before a Whatsminer V3 stops
	Locked   bool          // a Whatsminer V2 whose password was never changed
	TextOnly bool          // a cgminer that takes no JSON
	Broken   bool          // JSON with stray commas and a NUL
	Strings  bool          // an Antminer that writes its work mode as a string
	// IdleOnLoss waits for a pool that was lost and hashes for no other meanwhile.
	IdleOnLoss bool
	// WakeFails is the share of wakes that fail; 0 draws it from 0.5 to 2 %, less
	// than 0 is never.
	WakeFails float64
}

// Spec is one machine.
type Spec struct {
	Firmware string // cgminer, luxos, braiins, whatsminer2, whatsminer3, antminer
	Model    string
	Levels   []Level // asleep first, in ascending order of power
	Timing   Timing  // zero durations take the firmware's
	Quirks   Quirks
	Password string  // zero: the firmware's own
	Ambient  float64 // degrees C; zero: 25
	Asleep   bool    // begins asleep; else at full power
}

// timings are what docs/fleet.md states, by firmware.
func timings(firmware string) Timing {
	switch firmware {
	case "luxos":
		return Timing{3 * time.Second, 40 * time.Second, 80 * time.Second, 30 * time.Second, 3 * time.Minute}
	case "braiins":
		return Timing{5 * time.Second, time.Minute, 2 * time.Minute, time.Minute, 10 * time.Minute}
	case "whatsminer2", "whatsminer3":
		return Timing{10 * time.Second, 2 * time.Minute, 8 * time.Minute, 0, 2 * time.Minute}
	case "antminer":
		return Timing{35 * time.Second, 90 * time.Second, 90 * time.Second, 0, 2 * time.Minute}
	}
	return Timing{10 * time.Second, 20 * time.Second, 30 * time.Second, 0, time.Minute}
}

const (
	boards      = 3
	bootShare   = 0.12 // of its power that a machine draws before it hashes
	failedShare = 2.   // times its sleep power that it draws after a failed wake
	boardFails  = 0.001
	untuned     = 0.95 // of the hashrate before it is tuned
	hotAbove    = 48.  // degrees over ambient at full power
	tripsAt     = 95.  // degrees at which it switches itself off
	warms       = 3 * time.Minute
	starves     = 20 * time.Second // without work, until its boards idle
	coldBelow   = 10.              // degrees under which a start takes half as long again
	noise       = 0.004
)

// Rig is the body of a machine: its power over time as straight lines between
// turns, so that its energy is exact however seldom it is asked. It is safe for
// concurrent use.
type Rig struct {
	mu     sync.Mutex
	spec   Spec
	clock  clock.Clock
	random *rand.Rand

	turns    course.Course // W
	since    time.Time
	energy   float64 // kWh
	hashes   float64 // TH
	temp     float64
	awake    bool
	limit    float64 // W
	started  time.Time
	hashFrom time.Time
	steady   time.Time // when the ramp ends
	tuned    time.Time
	dead     int // boards
	failed   string
	starved  bool // no pool gives it work
}

// newRig is a machine at rest at the clock's now.
func newRig(spec Spec, seed, serial uint64, c clock.Clock) *Rig {
	own := timings(spec.Firmware)
	for _, t := range []struct{ have, default_ *time.Duration }{
		{&spec.Timing.Stop, &own.Stop},
		{&spec.Timing.Boot, &own.Boot},
		{&spec.Timing.Ramp, &own.Ramp},
		{&spec.Timing.Adjust, &own.Adjust},
		{&spec.Timing.Tune, &own.Tune},
	} {
		if *t.have == 0 {
			*t.have = *t.default_
		}
	}
	if spec.Ambient == 0 {
		spec.Ambient = 25
	}
	r := &Rig{spec: spec, clock: c, random: rand.New(rand.NewPCG(seed, serial)), since: c.Now()}
	if spec.Quirks.WakeFails == 0 {
		const least, most = 0.005, 0.02
		r.spec.Quirks.WakeFails = least + (most-least)*r.random.Float64()
	}
	r.limit = r.top()
	r.awake = !spec.Asleep
	watts := r.floor()
	r.temp = spec.Ambient
	if r.awake {
		watts = r.limit
		r.temp += hotAbove
		r.started, r.hashFrom, r.steady, r.tuned = r.since.Add(-24*time.Hour), r.since, r.since, r.since
	}
	r.turns = course.From(r.since, watts)
	return r
}

func (r *Rig) top() float64   { return r.spec.Levels[len(r.spec.Levels)-1].Watts }
func (r *Rig) floor() float64 { return r.spec.Levels[0].Watts }

// spread is a duration, a fifth more or less.
func (r *Rig) spread(d time.Duration) time.Duration {
	return time.Duration(float64(d) * (0.8 + 0.4*r.random.Float64()))
}

func (r *Rig) power(t time.Time) float64 { return r.turns.At(t) }

// reckon brings the counters and the temperature up to now.
func (r *Rig) reckon() time.Time {
	now := r.clock.Now()
	if !now.After(r.since) {
		return r.since
	}
	energy, ahead := r.turns.Reckon(r.since, now)
	r.energy += energy / 1000
	end := ahead[0].Power
	r.hashes += (r.rate(r.since) + r.rate(now)) / 2 * now.Sub(r.since).Seconds()
	target := r.spec.Ambient + hotAbove*end/r.top()
	r.temp = target + (r.temp-target)*math.Exp(-now.Sub(r.since).Seconds()/warms.Seconds())
	r.turns, r.since = ahead, now
	if r.awake && r.temp > tripsAt {
		r.failed = "overheated"
		r.fall(now, 0)
	}
	return now
}

// rate is the true hashrate.
func (r *Rig) rate(t time.Time) float64 {
	if !r.awake || r.failed != "" || r.starved || t.Before(r.hashFrom) {
		return 0
	}
	ths := r.along(r.power(t) * boards / max(1, float64(boards-r.dead)))
	if t.Before(r.tuned) {
		ths *= untuned
	}
	return ths * float64(boards-r.dead) / boards
}

// along is the power curve.
func (r *Rig) along(watts float64) float64 {
	levels := r.spec.Levels
	for i := 1; i < len(levels); i++ {
		a, b := levels[i-1], levels[i]
		if watts <= b.Watts {
			return max(0, a.THs+(b.THs-a.THs)*(watts-a.Watts)/(b.Watts-a.Watts))
		}
	}
	return levels[len(levels)-1].THs
}

// fall lays the way down to sleep after a delay.
func (r *Rig) fall(now time.Time, delay time.Duration) {
	from := r.power(now)
	begins := now.Add(delay)
	r.turns = course.From(now, from).To(begins, from).To(begins.Add(r.spread(r.spec.Timing.Stop)), r.floor())
}

// rise lays the way up through a boot, short of what fails.
func (r *Rig) rise(now time.Time) {
	r.failed, r.dead = "", 0
	boot, ramp := r.spread(r.spec.Timing.Boot), r.spread(r.spec.Timing.Ramp)
	if r.temp < coldBelow {
		boot += boot / 2
	}
	r.started = now
	if r.random.Float64() < r.spec.Quirks.WakeFails {
		r.failed = "boards not found"
		r.turns = course.From(now, r.power(now)).To(now.Add(10*time.Second), failedShare*r.floor())
		return
	}
	if r.random.Float64() < boardFails {
		r.dead = 1
	}
	r.hashFrom, r.steady = now.Add(boot), now.Add(boot+ramp)
	r.tuned = r.steady.Add(r.spread(r.spec.Timing.Tune))
	low := max(r.floor(), bootShare*r.limit)
	r.turns = course.From(now, r.power(now)).To(now.Add(5*time.Second), low).To(r.hashFrom, low).To(r.steady, r.drawn())
}

// feed tells the machine whether a pool gives it work. Without any its boards
// idle, and it ramps up again when there is some.
func (r *Rig) feed(work bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	now := r.reckon()
	if r.starved == !work {
		return
	}
	r.starved = !work
	if !r.awake || r.failed != "" || now.Before(r.hashFrom) {
		return
	}
	within := starves
	if work {
		within = r.spread(r.spec.Timing.Ramp)
	}
	r.steady = now.Add(within)
	r.turns = course.From(now, r.power(now)).To(r.steady, r.drawn())
}

// drawn is what the boards that live draw at the limit.
func (r *Rig) drawn() float64 {
	if r.starved {
		return max(r.floor(), bootShare*r.limit)
	}
	return max(r.floor(), r.limit*float64(boards-r.dead)/boards)
}

// stop puts the machine to sleep after a random delay of at most so long.
func (r *Rig) stop(delay time.Duration) {
	r.mu.Lock()
	defer r.mu.Unlock()
	now := r.reckon()
	if !r.awake {
		return
	}
	if delay > 0 {
		delay = time.Duration(r.random.Float64() * float64(delay))
	}
	r.awake, r.failed = false, ""
	r.fall(now, delay)
}

// start wakes the machine. One that is awake and well stays as it is.
func (r *Rig) start() {
	r.mu.Lock()
	defer r.mu.Unlock()
	now := r.reckon()
	if r.awake && r.failed == "" {
		return
	}
	r.awake = true
	r.rise(now)
}

// reboot restarts the machine in the mode that it was in.
func (r *Rig) reboot() {
	r.mu.Lock()
	defer r.mu.Unlock()
	now := r.reckon()
	if r.awake {
		r.rise(now)
		return
	}
	r.turns = course.From(now, r.power(now)).To(now.Add(time.Second), r.floor())
}

// setLimit sets the power, at once or with a restart of mining.
func (r *Rig) setLimit(watts float64, restart bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	now := r.reckon()
	least := r.floor()
	if len(r.spec.Levels) > 1 {
		least = r.spec.Levels[1].Watts * 0.25
	}
	r.limit = min(max(watts, least), r.top())
	if !r.awake || r.failed != "" {
		return
	}
	if restart {
		r.rise(now)
		return
	}
	if now.Before(r.hashFrom) {
		r.turns[len(r.turns)-1].Power = r.drawn()
		return
	}
	r.steady = now.Add(r.spread(r.spec.Timing.Adjust))
	r.turns = course.From(now, r.power(now)).To(r.steady, r.drawn())
}

// look is a machine as its firmware sees it.
type look struct {
	now           time.Time
	watts, limit  float64
	ths, temp     float64
	awake, hashes bool
	steady, tuned bool
	failed        string
	dead          int
	uptime        float64 // s
	shares        int64
}

// look reads the machine, with the noise of its sensors.
func (r *Rig) look() look {
	r.mu.Lock()
	defer r.mu.Unlock()
	now := r.reckon()
	shake := func(x float64) float64 { return x * (1 + noise*(2*r.random.Float64()-1)) }
	l := look{
		now: now, watts: shake(r.power(now)), limit: r.limit, ths: shake(r.rate(now)), temp: r.temp, awake: r.awake,
		steady: !now.Before(r.steady), tuned: !now.Before(r.tuned), failed: r.failed, dead: r.dead,
		// A share of difficulty 2^17 stands for 2^49 hashes.
		shares: int64(r.hashes * 1e12 / math.Exp2(49)),
	}
	l.hashes = l.ths > 0
	if r.awake {
		l.uptime = now.Sub(r.started).Seconds()
	}
	return l
}

// mute reports whether this answer is one that never comes.
func (r *Rig) mute() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.random.Float64() < r.spec.Quirks.Mute
}

// Watts is the true power, and EnergyKWh the true energy, which no firmware
// knows but a meter does.
func (r *Rig) Watts() float64 {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.power(r.reckon())
}

// EnergyKWh is the energy drawn since the machine began.
func (r *Rig) EnergyKWh() float64 {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.reckon()
	return r.energy
}

// THs is the true hashrate.
func (r *Rig) THs() float64 {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.rate(r.reckon())
}

// Cut takes the supply away for a moment, as a PDU does: the machine boots as
// after a wake.
func (r *Rig) Cut() { r.reboot() }

// Break makes boards fail, all of them or some, until the next start.
func (r *Rig) Break(dead int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	now := r.reckon()
	r.dead = min(dead, boards)
	if r.dead == boards {
		r.failed = "no boards"
	}
	r.turns = course.From(now, r.power(now)).To(now.Add(time.Second), r.drawn())
}

// SetAmbient changes the temperature of the air.
func (r *Rig) SetAmbient(celsius float64) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.reckon()
	r.spec.Ambient = celsius
}
