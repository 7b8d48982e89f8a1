package stratum

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/hashsplit"
)

// Tally is what a destination was given since the router started. Work is in
// units of difficulty: one stands for 2^32 hashes.
type Tally struct {
	Accepted     int     // shares found good here
	Work         float64 // their difficulty
	Stale        int
	Duplicate    int
	Low          int // above the target
	Wrong        int // malformed, unauthorized or out of range
	Forwarded    int // that the pool wants too
	PoolAccepted int
	PoolWork     float64
	PoolStale    int
	PoolRejected int // for other reasons
	Unanswered   int // lost with a connection to the pool
	Blocks       int
	Joined, Left int // machines
}

// MachineTally is what a machine sent on its present connection.
type MachineTally struct {
	Accepted, Stale, Rejected int
	Work                      float64
}

// Counts are of the router itself since it started.
type Counts struct {
	Connections int // taken
	Full        int // turned away because there were too many
	Floods      int // cut off for too many lines or wrong shares
	Malformed   int // cut off for lines that are none
	Unnamed     int // cut off without a name
	Moves       int
	Reconnects  int // machines told to come back
	Failovers   int // machines whose pool was lost
	PoolLosses  int // connections to pools that ended or could not be made
	SentAway    int // machines sent to pools of their own
}

// DestinationStatus is how a destination stands.
type DestinationStatus struct {
	Name, User       string
	URLs             []string
	Weight, Contract float64
	Backup, Up       bool
	Connections      int // that are up
	Machines         int
	Hashrate         float64 // hashes per second of its machines, by their shares
	Target           float64 // hashes per second that it should have
	Difficulty       float64 // that the pool asks for
	Failing          string  // why it was lost last; empty: it never was
	Tally            Tally
}

// MachineStatus is how a machine stands.
type MachineStatus struct {
	Worker, Host, Agent string
	Destination         string
	Difficulty          float64
	Hashrate            float64
	Movable             bool // without a new connection
	Rolling             bool // rolls version bits
	Tally               MachineTally
	Since, LastShare    time.Time // LastShare is zero before the first
}

// gap is a worker's absence.
type gap struct {
	left  time.Time
	times int
}

// Absence is a machine that did not come back: it hashes at a pool of its own,
// idles, or is off. Its meter tells which.
type Absence struct {
	Worker string
	Left   time.Time
	Times  int // it was lost
}

// Status is how a router stands.
type Status struct {
	Machines     int
	Lonely       bool // machines are sent to pools of their own
	Destinations []DestinationStatus
	Counts       Counts
	Away         []Absence
}

// wentAway remembers when a worker was lost. The caller holds the mutex.
func (r *Router) wentAway(c *client) {
	c.state.Lock()
	workers, told := c.workers, !c.moving.IsZero()
	c.state.Unlock()
	if told {
		return
	}
	for _, w := range workers {
		if _, known := r.ended[w]; known || len(r.ended) < mostGaps {
			r.ended[w] = gap{left: time.Now(), times: r.ended[w].times + 1}
		}
	}
}

// cameBack is the other end. The caller holds the mutex.
func (r *Router) cameBack(worker string) {
	if g, ok := r.ended[worker]; ok {
		g.left = time.Time{}
		r.ended[worker] = g
	}
}

// Refuse keeps a worker out for a while, to see whether it goes to a pool of its
// own. Its connection is closed.
func (r *Router) Refuse(worker string, until time.Time) bool {
	r.mu.Lock()
	r.refused[worker] = until
	var of []*client
	for c := range r.clients {
		c.state.Lock()
		if slices.Contains(c.workers, worker) {
			of = append(of, c)
		}
		c.state.Unlock()
	}
	r.mu.Unlock()
	for _, c := range of {
		c.close()
	}
	return len(of) > 0
}

// Status tells how the router stands.
func (r *Router) Status() Status {
	now := r.o.Clock.Now()
	r.mu.Lock()
	defer r.mu.Unlock()
	s := Status{Machines: len(r.clients), Lonely: r.lonely, Counts: r.counts}
	rates, counts := make(map[string]float64), make(map[string]int)
	total := 0.0
	for c := range r.clients {
		m, known := c.machine(now)
		if !known {
			continue
		}
		rates[m.At] += m.Rate
		counts[m.At]++
		total += m.Rate
	}
	list := r.forSplit()
	targets := hashsplit.Targets(list, total)
	for i, d := range r.destinations {
		v := DestinationStatus{
			Name: d.Name, User: d.User, URLs: d.URLs, Weight: d.Weight, Contract: d.Contract, Backup: d.Backup, Up: list[i].Up,
			Machines: counts[d.Name], Hashrate: rates[d.Name], Target: targets[d.Name], Failing: d.failing,
		}
		for one := range d.sessions {
			if one.up.Load() {
				v.Connections++
				v.Difficulty = one.ceiling()
			}
		}
		d.mu.Lock()
		v.Tally = d.tally
		d.mu.Unlock()
		s.Destinations = append(s.Destinations, v)
	}
	for w, g := range r.ended {
		if !g.left.IsZero() && time.Since(g.left) > longAway {
			s.Away = append(s.Away, Absence{Worker: w, Left: g.left, Times: g.times})
		}
	}
	slices.SortFunc(s.Away, func(a, b Absence) int { return strings.Compare(a.Worker, b.Worker) })
	return s
}

// Machines are those that are connected and named, by worker.
func (r *Router) Machines() []MachineStatus {
	now := r.o.Clock.Now()
	r.mu.Lock()
	clients := make([]*client, 0, len(r.clients))
	for c := range r.clients {
		clients = append(clients, c)
	}
	r.mu.Unlock()
	machines := make([]MachineStatus, 0, len(clients))
	for _, c := range clients {
		c.state.Lock()
		if c.known && len(c.workers) > 0 {
			m := MachineStatus{
				Worker: c.workers[0], Host: c.host, Agent: c.agent, Difficulty: c.difficulty, Movable: c.set, Rolling: c.rolling != 0,
				Hashrate: c.pace.hashrate(&r.o, c.difficulty, now), Tally: c.tally, Since: c.opened, LastShare: c.last,
			}
			if c.at.s != nil {
				m.Destination = c.at.s.d.Name
			}
			machines = append(machines, m)
		}
		c.state.Unlock()
	}
	slices.SortFunc(machines, func(a, b MachineStatus) int {
		return cmp.Or(strings.Compare(a.Worker, b.Worker), strings.Compare(a.Host, b.Host))
	})
	return machines
}
