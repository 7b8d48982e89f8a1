package fleet

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/dispatch"
)

// escalate goes one rung further with a machine that did not follow: a reboot,
// then a question to a person. A machine that hashes is not rebooted for being
// off its power; that is an alarm.
func (f *Fleet) escalate(u *member, now time.Time) {
	if u.reading.State == dispatch.Hashing && u.told > 0 {
		u.cmd.Attempts = attempts
		return
	}
	if u.told > 0 && u.Can.Reboot && u.reboots < rebootsMax && f.allowed(u) == nil {
		u.reboots++
		f.stats.Reboots++
		u.cmd = Command{Kind: "reboot", Level: u.told, Watts: u.Machine.Watts(u.told), Attempts: attempts, At: now, State: Sent, Error: u.cmd.Error}
		u.cmd.next, u.cmd.deadline = now.Add(u.latency("wake")/4), now.Add(patience*u.latency("wake"))
		// The seat of the reading that led here is free again by then.
		f.ops.Go(func() { f.reboot(u) })
		return
	}
	f.propose(u, now, u.cmd.Error)
}

func (f *Fleet) reboot(u *member) {
	ctx, cancel := context.WithTimeout(context.Background(), f.cfg.Deadline)
	defer cancel()
	err := u.Driver.Reboot(ctx)
	f.mu.Lock()
	defer f.mu.Unlock()
	if err != nil && u.cmd.Kind == "reboot" {
		u.cmd.Error = err.Error()
	}
	f.cfg.Log.Warn("machine rebooted", "site", f.cfg.Site.ID, "machine", u.Machine.ID, "error", err)
}

// propose gives a machine up until a person acts: it is out of the plan, and its
// outlet, where it has one, is put up for approval.
func (f *Fleet) propose(u *member, now time.Time, why string) {
	if !u.given {
		f.stale = true
	}
	u.given = true
	if u.Outlet != "" && f.cfg.Outlets != nil && u.ask == nil {
		u.ask = &Proposal{At: now, Why: why}
	}
}

// underLoad is the share of its full power above which a machine's outlet is not
// taken off.
const underLoad = 0.1

// mayCycle says why an outlet may not be taken off now.
func (f *Fleet) mayCycle(u *member, around Situation, now time.Time) error {
	recent := 0
	for _, at := range f.cycles {
		if now.Sub(at) < time.Hour {
			recent++
		}
	}
	watts, metered := f.outlets[u.Outlet]
	switch {
	case f.cfg.Outlets == nil || u.Outlet == "":
		return errors.New("no outlet is known for the machine")
	case u.ask == nil:
		return errors.New("nothing was proposed for the machine")
	case f.allowed(u) != nil:
		return f.allowed(u)
	case around.Unknown:
		return errors.New("it is not known whether there is an emergency or a reserve award")
	case around.EEA > 0:
		return fmt.Errorf("energy emergency alert level %d: no load is switched by hand", around.EEA)
	case around.Award:
		return errors.New("a reserve is held on the load")
	case !metered || now.Sub(f.outletAt) > f.meterStale():
		return errors.New("the outlet's power is not known")
	case watts > underLoad*u.Machine.Watts(u.Machine.Top()):
		return fmt.Errorf("the outlet is under load (%.0f W)", watts)
	case recent >= f.cfg.Cycles:
		return fmt.Errorf("%d outlets were taken off in the last hour, which is the most", recent)
	}
	return nil
}

// Cycle takes the outlet of a machine off and on again, where that was proposed
// and nothing speaks against it. By is the person who approves.
func (f *Fleet) Cycle(ctx context.Context, id, by string) error {
	around := f.cfg.Around.Situation(ctx, f.cfg.Site.ID)
	f.mu.Lock()
	u, now := f.byID[id], f.cfg.Clock.Now()
	if u == nil {
		f.mu.Unlock()
		return fmt.Errorf("machine %q: no such machine at site %s", id, f.cfg.Site.ID)
	}
	if err := f.mayCycle(u, around, now); err != nil {
		f.mu.Unlock()
		return fmt.Errorf("outlet %s of machine %s: %w", u.Outlet, id, err)
	}
	f.cycles = append(f.cycles, now)
	f.stats.Cycles++
	u.ask.Approved = by
	f.mu.Unlock()

	err := f.cfg.Outlets.Cycle(ctx, u.Outlet)

	f.mu.Lock()
	defer f.mu.Unlock()
	if err != nil {
		return fmt.Errorf("outlet %s of machine %s: %w", u.Outlet, id, err)
	}
	u.cmd = Command{Kind: "cycle", Level: u.told, Watts: u.Machine.Watts(u.told), Attempts: attempts, At: now, State: Sent}
	u.cmd.next, u.cmd.deadline = now.Add(u.latency("wake")/2), now.Add(patience*u.latency("wake"))
	u.ask, u.given, u.misses = nil, false, 0
	return nil
}
