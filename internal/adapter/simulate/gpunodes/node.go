package gpunodes

import (
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"sync"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/simulate/course"
	"github.com/pouw-dem/pouwdem/internal/clock"
)

// Spec is what a node is like. Zero values take the defaults, which are those of a
// server of eight H100.
type Spec struct {
	Model     string
	GPUs      int
	GPUW      float64  // of one GPU without a cap; 700
	LeastW    float64  // the lowest cap of one GPU; 200
	RatedW    float64  // of the node at the wall at full work, cooling included
	IdleW     float64  // and with nothing to do
	Overhead  float64  // W at the wall for a watt in the rack; 1.25
	Tiers     []string // of work that there is, and that it lets in at first
	Asleep    bool     // begins drained; else at full work
	Demand    float64  // share of the cap that the work draws; 1
	Mute      float64  // share of commands that are done and never answered
	WakeFails float64  // share of wakes that fail; 0 draws it from 0.5 to 2 %, less than 0 is never
	Long      bool     // its work ends only when it is ended
}

func (s *Spec) fill() error {
	for _, d := range []struct {
		have     *float64
		default_ float64
	}{{&s.GPUW, 700}, {&s.LeastW, 200}, {&s.RatedW, 12720}, {&s.IdleW, 1272}, {&s.Overhead, 1.25}, {&s.Demand, 1}} {
		if *d.have == 0 {
			*d.have = d.default_
		}
	}
	if s.GPUs == 0 {
		s.GPUs = 8
	}
	if s.Model == "" {
		s.Model = "NVIDIA H100 80GB HBM3"
	}
	if s.wall(s.LeastW) <= s.IdleW || s.RatedW <= s.IdleW {
		return errors.New("simulated nodes: the lowest cap leaves less than what the node draws idle")
	}
	return nil
}

// wall is the most that the node draws at a cap.
func (s *Spec) wall(limit float64) float64 {
	return s.RatedW - s.Overhead*float64(s.GPUs)*(s.GPUW-limit)
}

// How long things take, in the world's time.
const (
	capAfter  = 2 * time.Second  // to a cap
	loadAfter = 40 * time.Second // from a resume to the first work: models are read in
	fillAfter = 50 * time.Second // from there to full work
	jobsEnd   = 90 * time.Second // until the last of the work ends by itself at most
	gpuWarms  = 40 * time.Second
	warmest   = 42.0 // degrees over the air at full power
	airC      = 28.0
	sensors   = 0.01
)

// Node is the body of a node: its power over time as straight lines between turns,
// so that its energy is exact however seldom it is asked. It is safe for concurrent
// use.
type Node struct {
	name   string
	spec   Spec
	clock  clock.Clock
	random *rand.Rand

	mu      sync.Mutex
	turns   course.Course // W
	since   time.Time
	energy  float64 // kWh
	temp    float64
	limit   float64 // W of each GPU
	tiers   []string
	drained bool
	reason  string
	changed time.Time // of the reason
	ends    time.Time // when the last of the work is over, while it drains
	works   time.Time // from when it works, after a resume
	failed  string
	booted  time.Time
	dead    int // GPUs
}

func newNode(name string, spec Spec, seed, serial uint64, c clock.Clock) *Node {
	n := &Node{name: name, spec: spec, clock: c, random: rand.New(rand.NewPCG(seed, serial)), since: c.Now(), limit: spec.GPUW, temp: airC}
	n.booted, n.works = n.since.Add(-24*time.Hour), n.since
	if spec.WakeFails == 0 {
		n.spec.WakeFails = 0.005 + 0.015*n.random.Float64()
	}
	n.drained = spec.Asleep
	if spec.Asleep {
		n.changed, n.ends = n.since, n.since
	} else {
		n.tiers = slices.Clone(spec.Tiers)
	}
	n.turns = course.From(n.since, n.aim())
	return n
}

// aim is what the node draws once all has come to rest.
func (n *Node) aim() float64 {
	if n.failed != "" || n.drained && !n.ends.After(n.since) || len(n.tiers) == 0 && !n.drained {
		return n.spec.IdleW
	}
	alive := float64(n.spec.GPUs-n.dead) / float64(n.spec.GPUs)
	return n.spec.IdleW + (n.spec.wall(n.limit)-n.spec.IdleW)*n.spec.Demand*alive
}

func (n *Node) power(t time.Time) float64 { return n.turns.At(t) }

// reckon brings the counters up to now.
func (n *Node) reckon() time.Time {
	now := n.clock.Now()
	if !now.After(n.since) {
		return n.since
	}
	energy, ahead := n.turns.Reckon(n.since, now)
	n.energy += energy / 1000
	end := ahead[0].Power
	target := airC + warmest*(end-n.spec.IdleW)/(n.spec.RatedW-n.spec.IdleW)
	n.temp = target + (n.temp-target)*math.Exp(-now.Sub(n.since).Seconds()/gpuWarms.Seconds())
	n.turns, n.since = ahead, now
	return now
}

// settle lays the way to where the node is heading, within a time.
func (n *Node) settle(now time.Time, within time.Duration) {
	n.turns = course.From(now, n.power(now)).To(now.Add(within), n.aim())
	switch {
	case n.drained && n.ends.After(now):
		// At its cap first, then down as the work ends.
		idle := n.spec.IdleW
		n.turns = n.turns.To(n.ends.Add(within), n.turns[1].Power).To(n.ends.Add(within+time.Second), idle)
	case !n.drained && n.works.After(now):
		n.turns = course.From(now, n.power(now)).To(n.works, n.spec.IdleW).To(n.works.Add(fillAfter), n.aim())
	}
}

// setLimit caps each GPU, W.
func (n *Node) setLimit(watts float64) {
	n.mu.Lock()
	defer n.mu.Unlock()
	now := n.reckon()
	n.limit = min(max(watts, n.spec.LeastW), n.spec.GPUW)
	n.settle(now, capAfter)
}

// admit lets work of these tiers in.
func (n *Node) admit(tiers []string) {
	n.mu.Lock()
	defer n.mu.Unlock()
	now := n.reckon()
	n.tiers = slices.Clone(tiers)
	n.settle(now, capAfter)
}

// drain lets no more work in; what there is ends by itself, or is ended after the
// grace. Draining what drains changes nothing.
func (n *Node) drain(reason string, grace time.Duration) {
	n.mu.Lock()
	defer n.mu.Unlock()
	now := n.reckon()
	if n.drained {
		return
	}
	n.drained, n.reason, n.changed = true, reason, now
	n.ends = now.Add(min(grace, time.Duration((0.2+0.8*n.random.Float64())*float64(jobsEnd))))
	if n.spec.Long {
		n.ends = now.Add(grace)
	}
	if len(n.tiers) == 0 || n.failed != "" {
		n.ends = now
	}
	n.settle(now, capAfter)
}

// end puts an end to the work of a node that drains.
func (n *Node) end(reason string) {
	n.mu.Lock()
	defer n.mu.Unlock()
	now := n.reckon()
	n.drained, n.reason, n.changed, n.ends = true, reason, now, now
	n.settle(now, time.Second)
}

// resume lets work in again.
func (n *Node) resume() {
	n.mu.Lock()
	defer n.mu.Unlock()
	now := n.reckon()
	if !n.drained && n.failed == "" {
		return
	}
	n.drained, n.reason, n.failed, n.works = false, "", "", now.Add(loadAfter)
	if n.random.Float64() < n.spec.WakeFails {
		n.failed = "a GPU has fallen off the bus"
	}
	n.settle(now, loadAfter)
}

// Break makes GPUs fail, until the node is told otherwise.
func (n *Node) Break(gpus int) {
	n.mu.Lock()
	defer n.mu.Unlock()
	now := n.reckon()
	n.dead = min(gpus, n.spec.GPUs)
	n.settle(now, time.Second)
}

// Hold is a person's hand: the node is drained for a reason of theirs.
func (n *Node) Hold(reason string) { n.drain(reason, 0) }

// Watts is the true power at the wall.
func (n *Node) Watts() float64 {
	n.mu.Lock()
	defer n.mu.Unlock()
	return n.power(n.reckon())
}

// EnergyKWh is the energy drawn since the node began.
func (n *Node) EnergyKWh() float64 {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.reckon()
	return n.energy
}

// mute reports whether this answer is one that never comes.
func (n *Node) mute() bool {
	n.mu.Lock()
	defer n.mu.Unlock()
	return n.random.Float64() < n.spec.Mute
}

// sight is a node as its own sensors see it.
type sight struct {
	now, changed, booted time.Time
	rack                 float64 // W in the rack, the whole node
	gpu                  float64 // W of each GPU that lives
	limit, temp          float64
	tiers                []string
	jobs, alive          int
	drained, over, loads bool // over: no work is left; loads: it is not at work yet
	reason, failed       string
}

func (n *Node) look() sight {
	n.mu.Lock()
	defer n.mu.Unlock()
	now := n.reckon()
	watts := n.power(now) * (1 + sensors*(2*n.random.Float64()-1))
	s := sight{
		now: now, changed: n.changed, booted: n.booted, rack: watts / n.spec.Overhead, limit: n.limit, temp: n.temp, tiers: slices.Clone(n.tiers),
		alive: n.spec.GPUs - n.dead, drained: n.drained, over: n.drained && !n.ends.After(now), reason: n.reason, failed: n.failed,
		loads: !n.drained && n.works.After(now),
	}
	busy := (n.power(now) - n.spec.IdleW) / (n.spec.RatedW - n.spec.IdleW)
	const restW = 70.
	s.gpu = min(s.limit, restW+max(0, busy)*(n.spec.GPUW-restW))
	if !s.over && !s.loads && len(n.tiers) > 0 && n.failed == "" {
		s.jobs = s.alive
	}
	return s
}
