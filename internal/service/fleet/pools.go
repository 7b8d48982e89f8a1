package fleet

import (
	"context"
	"fmt"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/dispatch"
)

// PoolSetter is a machine whose pools can be set.
type PoolSetter interface {
	SetPools(ctx context.Context, pools []dispatch.Pool) error
}

const (
	poolsEvery = 2 * time.Second // between two machines that are given pools: some restart for it
	poolsOpen  = 0.02            // of a site's machines, at most, that are being given pools
	poolsAgain = time.Hour       // before a machine that did not take them is tried again
)

// point gives machines that are at work the pools that they should have, one at a
// time, where nothing speaks against a restart. The caller holds the lock.
func (f *Fleet) point(ctx context.Context, now time.Time) {
	if f.cfg.Pools == nil || f.around.EEA > 0 || f.around.Award || f.around.Shed || f.around.Unknown || now.Sub(f.pointed) < poolsEvery {
		return
	}
	open := 0
	for _, u := range f.units {
		if u.cmd.Kind == "pools" && u.cmd.open() {
			open++
		}
	}
	if float64(open) >= max(1, poolsOpen*float64(len(f.units))) {
		return
	}
	for i := range f.units {
		u := f.units[(f.pointAt+i)%len(f.units)]
		if !f.misled(u, now) {
			continue
		}
		f.pointAt, f.pointed, u.pointed = (u.index+1)%len(f.units), now, now
		f.issue(ctx, u, "pools", u.told, 1, now)
		return
	}
}

// misled reports whether a machine should be given other pools now.
func (f *Fleet) misled(u *member, now time.Time) bool {
	if u.busy || u.out() || u.told == 0 || u.reading.State != dispatch.Hashing || u.cmd.open() || u.cmd.State == Failed || !u.Can.Pools {
		return false
	}
	if _, can := u.Driver.(PoolSetter); !can || f.allowed(u) != nil || !u.pointed.IsZero() && now.Sub(u.pointed) < poolsAgain {
		return false
	}
	return u.guard == dispatch.NotRouted || u.guard == dispatch.NoFallback
}

// guarding is how the machine's pools stand to those that it should have.
func (f *Fleet) guarding(u *member) dispatch.Guard {
	if f.cfg.Pools == nil || !u.Can.Pools {
		return dispatch.NotSeen
	}
	return dispatch.Guarding(f.cfg.Pools(u.Machine.ID), u.reading.Pools)
}

// tellPools gives a machine its pools.
func (f *Fleet) tellPools(ctx context.Context, u *member) error {
	s, can := u.Driver.(PoolSetter)
	if !can || f.cfg.Pools == nil {
		return dispatch.ErrUnsupported
	}
	return s.SetPools(ctx, f.cfg.Pools(u.Machine.ID))
}

// took reports whether a machine that was given pools shows them.
func (u *member) took() bool {
	return u.cmd.Kind != "pools" || u.guard == dispatch.Guarded || u.guard == dispatch.DeadFallback
}

// bare reports whether the loss of the router would stop the machine.
func (u *member) bare() bool { return u.guard != dispatch.NotSeen && u.guard != dispatch.Guarded }

// idles reports whether the machine idles since no pool gives it work.
func (u *member) idles() bool {
	return u.known && u.misses == 0 && u.told > 0 && u.held == nil && dispatch.IdlesWithout(u.reading)
}

// watchPools raises alarms for machines that the loss of the router would stop,
// and for those that it did. The caller holds the lock.
func (f *Fleet) watchPools(ctx context.Context, c *class, now time.Time) {
	bare, idle, first := 0, 0, ""
	for _, u := range c.members {
		// One whose turn to be given pools has not come is no trouble yet.
		if tried := !u.pointed.IsZero() && !u.cmd.open(); u.bare() && (tried || f.allowed(u) != nil) {
			bare++
		}
		if u.idles() {
			if idle++; first == "" {
				first = u.Machine.ID
			}
		}
	}
	f.alarm(ctx, "pools/"+c.spec.ID, "warning", now, float64(bare) > lostShare*float64(len(c.members)),
		fmt.Sprintf("%d of %d machines of %s have no pool of their own behind the router that answers them: without the router they stop", bare, len(c.members), c.spec.ID))
	f.alarm(ctx, "idle/"+c.spec.ID, "warning", now, idle > 0,
		fmt.Sprintf("%d machines of %s idle without a pool, the first is %s: their firmware waits for the pool that it lost, or has no other", idle, c.spec.ID, first))
}
