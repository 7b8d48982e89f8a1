package stratum

import (
	"context"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/hashsplit"
	"github.com/pouw-dem/pouwdem/internal/core/hashwork"
)

const (
	look        = time.Second      // between two looks at the pools' health
	houseEvery  = 5                // looks between two at the machines
	comeBack    = 10 * time.Second // for a machine that was told to reconnect
	promised    = 5 * time.Minute  // for which its place is kept
	restBetween = 10 * time.Minute // between two reconnects of one machine that are not forced
	longAway    = 10 * time.Minute // after which a machine counts as idle on connection loss
	mostGaps    = 100_000          // machines whose absence is remembered
)

// plan gives machines to destinations every now and then, and at once when pools
// come, go or change.
func (r *Router) plan(ctx context.Context) {
	ticker := time.NewTicker(look)
	defer ticker.Stop()
	next, looks := r.o.Clock.Now(), 0
	for {
		select {
		case <-ctx.Done():
			return
		case destinations := <-r.changed:
			r.apply(ctx, destinations)
			next = time.Time{}
		case <-r.planNow:
			r.announce()
			next = time.Time{}
		case <-ticker.C:
			r.watchPools(ctx)
			if looks++; looks%houseEvery == 0 {
				r.housekeep()
			}
		}
		if now := r.o.Clock.Now(); !now.Before(next) {
			r.balance(ctx, now)
			next = now.Add(r.o.PlanEvery)
		}
	}
}

// announce wakes machines that wait for a pool.
func (r *Router) announce() {
	r.mu.Lock()
	defer r.mu.Unlock()
	close(r.woken)
	r.woken = make(chan struct{})
}

// watchPools sends machines to pools of their own when no pool has been up for a
// while.
func (r *Router) watchPools(ctx context.Context) {
	r.mu.Lock()
	up := false
	for _, d := range r.destinations {
		up = up || d.emptiest() != nil
	}
	now := time.Now()
	var left []*client
	switch {
	case up:
		r.alone, r.lonely = time.Time{}, false
	case r.alone.IsZero():
		r.alone = now
	case !r.lonely && now.Sub(r.alone) > r.o.Alone:
		r.lonely = true
		for c := range r.clients {
			left = append(left, c)
		}
		r.counts.SentAway += len(left)
	}
	r.mu.Unlock()
	if len(left) > 0 {
		r.o.Log.WarnContext(ctx, "no pool is up: machines are sent to their own", "machines", len(left))
	}
	for _, c := range left {
		c.close()
	}
}

// housekeep forgets what is over and cuts off machines that were told to
// reconnect and did not.
func (r *Router) housekeep() {
	r.mu.Lock()
	now := time.Now()
	for id, promise := range r.reserved {
		if now.After(promise.until) {
			delete(r.reserved, id)
		}
	}
	for worker, at := range r.told {
		if now.Sub(at) > restBetween {
			delete(r.told, worker)
		}
	}
	for worker, until := range r.refused {
		if now.After(until) {
			delete(r.refused, worker)
		}
	}
	clients := make([]*client, 0, len(r.clients))
	for c := range r.clients {
		clients = append(clients, c)
	}
	r.mu.Unlock()
	world := r.o.Clock.Now()
	for _, c := range clients {
		c.forget(now)
		c.state.Lock()
		late := !c.moving.IsZero() && now.Sub(c.moving) > comeBack
		c.repace(world)
		c.state.Unlock()
		if late {
			c.close()
		}
	}
}

// balance makes a plan and carries it out.
func (r *Router) balance(ctx context.Context, now time.Time) {
	r.mu.Lock()
	list := r.forSplit()
	for _, d := range r.destinations {
		d.mu.Lock()
		r.book.Delivered(d.Name, d.since*hashwork.HashesPerDifficulty)
		d.since = 0
		d.mu.Unlock()
		d.rate = 0
	}
	byName := make(map[string]*destination, len(r.destinations))
	for _, d := range r.destinations {
		byName[d.Name] = d
	}
	machines := make([]hashsplit.Machine, 0, len(r.clients))
	clients := make(map[uint64]*client, len(r.clients))
	for c := range r.clients {
		m, known := c.machine(now)
		if !known {
			continue
		}
		clients[c.id] = c
		machines = append(machines, m)
		if d := byName[m.At]; d != nil {
			d.rate += m.Rate
		}
	}
	moves := r.book.Plan(list, machines)
	for _, m := range moves {
		if d := byName[m.To]; d != nil {
			r.counts.Moves++
		}
	}
	r.mu.Unlock()
	for _, m := range moves {
		r.shift(clients[m.ID], m.To)
	}
	if len(moves) > 0 {
		r.o.Log.DebugContext(ctx, "machines moved", "moves", len(moves), "machines", len(machines))
	}
}

// machine is the client as the split sees it, and whether it takes part. The
// caller holds the router's mutex.
func (c *client) machine(now time.Time) (hashsplit.Machine, bool) {
	c.state.Lock()
	defer c.state.Unlock()
	if !c.known {
		return hashsplit.Machine{}, false
	}
	m := hashsplit.Machine{ID: c.id, Rate: c.pace.hashrate(&c.r.o, c.difficulty, now), Movable: c.set}
	if !c.moving.IsZero() {
		return m, false // it is on its way
	}
	if c.at.s != nil && c.at.s.up.Load() {
		m.At = c.at.s.d.Name
	}
	if !c.set && len(c.workers) > 0 {
		// A reconnect costs more than a switch: the same machine is asked for it
		// seldom.
		_, told := c.r.told[c.workers[0]]
		m.Movable = !told
	}
	return m, true
}

// shift makes a machine work for a destination, on its open connection where it
// can, else by telling it to reconnect.
func (r *Router) shift(c *client, to string) {
	r.mu.Lock()
	var s *session
	for _, d := range r.destinations {
		if d.Name == to {
			s = d.emptiest()
		}
	}
	if s == nil {
		r.mu.Unlock()
		return
	}
	c.state.Lock()
	movable := c.set
	workers := c.workers
	c.state.Unlock()
	now := time.Now()
	if !movable {
		if len(workers) > 0 {
			r.told[workers[0]] = now
		}
		r.reserve(c, to, now.Add(promised))
		r.counts.Reconnects++
	}
	r.mu.Unlock()
	if movable {
		c.move(s)
		return
	}
	c.tellToReconnect(now)
}

// rehouse finds new places for machines whose connection to a pool ended.
func (r *Router) rehouse(left []*client) {
	if len(left) == 0 {
		return
	}
	r.mu.Lock()
	up := false
	for _, d := range r.destinations {
		up = up || d.emptiest() != nil
	}
	r.counts.Failovers += len(left)
	r.mu.Unlock()
	if up {
		r.wake() // the plan finds homes for those that have none
	}
}
