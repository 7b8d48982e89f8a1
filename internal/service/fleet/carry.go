package fleet

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/dispatch"
	"github.com/pouw-dem/pouwdem/internal/core/site"
)

const (
	attempts   = 3                // of a command, before the machine is rebooted
	retryAfter = 10 * time.Second // of the world's clock
	patience   = 2                // times a latency until a command counts as not followed
	rebootsMax = 1                // in a row, before a person is asked
)

// errAdvise is why a command is withheld.
var errAdvise = errors.New("control is advise: only machines on loopback are commanded; set control: live")

// allowed says whether the machine may be commanded at all.
func (f *Fleet) allowed(u *member) error {
	if !f.cfg.Live && !u.Loopback {
		return errAdvise
	}
	return nil
}

// kindOf names the order from one level to another.
func kindOf(from, to int) string {
	switch {
	case to == 0:
		return "sleep"
	case from == 0:
		return "wake"
	}
	return "power"
}

// command tells a machine a level, in the background. The caller holds the lock.
func (f *Fleet) command(ctx context.Context, u *member, level int, now time.Time) {
	kind := kindOf(u.told, level)
	fresh := u.told == level && u.awry()
	switch {
	case fresh:
		kind = "admit"
	case u.told == level:
		kind = u.cmd.Kind // once more
	}
	tried := 0
	if u.cmd.Level == level && u.cmd.State == Failed && !fresh {
		tried = u.cmd.Attempts
	}
	f.issue(ctx, u, kind, level, tried+1, now)
}

// issue sends a command of a kind, in the background. The caller holds the lock.
func (f *Fleet) issue(ctx context.Context, u *member, kind string, level, attempt int, now time.Time) {
	next := Command{Kind: kind, Level: level, Watts: u.Machine.Watts(level), Attempts: attempt, At: now}
	if err := f.allowed(u); err != nil {
		next.State, next.Error = Withheld, err.Error()
		u.cmd = next
		return
	}
	if !f.start(u, func() { f.send(ctx, u, level) }) {
		return
	}
	if u.tell(level, now) {
		f.noted[u] = true
	}
	u.tiers = u.shouldAdmit()
	next.State = Sent
	next.next, next.deadline = now.Add(u.latency(kind)/4), now.Add(patience*u.latency(kind))
	u.cmd = next
	f.stats.Sent++
}

// send carries the newest command to the machine.
func (f *Fleet) send(ctx context.Context, u *member, level int) {
	bounded, cancel := context.WithTimeout(ctx, f.cfg.Deadline)
	defer cancel()
	f.mu.Lock()
	kind, tiers := u.cmd.Kind, u.tiers
	f.mu.Unlock()
	err := f.drive(bounded, u, kind, level, tiers)
	f.mu.Lock()
	defer f.mu.Unlock()
	u.busy = false
	if err == nil {
		return
	}
	u.cmd.Error = err.Error()
	if errors.Is(err, site.ErrUnknown) || errors.Is(err, context.DeadlineExceeded) {
		u.cmd.State = Unknown
		f.stats.Unknown++
		return
	}
	f.failed(u, f.cfg.Clock.Now())
}

// drive is the exchange itself.
func (f *Fleet) drive(ctx context.Context, u *member, kind string, level int, tiers []string) error {
	switch kind {
	case "admit":
		return u.tellTiers(ctx, tiers)
	case "pools":
		return f.tellPools(ctx, u)
	case "sleep":
		return u.Driver.Sleep(ctx)
	case "reboot":
		return u.Driver.Reboot(ctx)
	case "wake":
		if u.Machine.Stepped {
			// Before it wakes: some firmwares would start over for a new power.
			err := u.Driver.SetPower(ctx, u.Machine.Watts(level))
			if err != nil && !errors.Is(err, dispatch.ErrUnsupported) {
				return err
			}
		}
		if err := u.tellTiers(ctx, tiers); err != nil {
			return err
		}
		return u.Driver.Wake(ctx)
	}
	if err := u.Driver.SetPower(ctx, u.Machine.Watts(level)); err != nil {
		return err
	}
	return u.tellTiers(ctx, tiers)
}

// failed takes note of a command that was refused or not followed.
func (f *Fleet) failed(u *member, now time.Time) {
	u.cmd.State = Failed
	u.retryAt = now.Add(retryAfter)
	f.stats.Failed++
}

// judge looks at what a reading says about the newest command, and about a
// machine that was well and is no more.
func (f *Fleet) judge(u *member, now time.Time) {
	outcome := dispatch.Judge(&u.Machine, u.told, u.reading)
	if outcome == dispatch.Followed && !(u.admits() && u.took()) {
		outcome = dispatch.NotYet
	}
	switch {
	case u.cmd.open() && outcome == dispatch.Followed:
		u.cmd.State, u.cmd.Error, u.cmd.Done = Confirmed, "", now
		f.stats.Confirmed++
		u.reboots, u.given, u.ask = 0, false, nil
	case u.cmd.open() && (outcome == dispatch.Refused || !now.Before(u.cmd.deadline)):
		f.notFollowed(u, now)
	case u.cmd.open():
		u.cmd.next = now.Add(u.latency(u.cmd.Kind) / 4)
	case outcome == dispatch.Followed && u.given:
		// It came back by itself, or by a person's hand.
		u.reboots, u.given, u.ask = 0, false, nil
		f.stale = true
	case f.strayed(u):
		// Somebody else's hand, or a restart that lost what it was told.
		kind := kindOf(1-min(u.told, 1), u.told)
		if u.told > 0 && u.reading.State == dispatch.Hashing {
			kind = "admit"
		}
		u.cmd = Command{Kind: kind, Level: u.told, Watts: u.Machine.Watts(u.told), At: now, State: Failed, Error: "does something else: " + string(u.reading.State)}
		u.retryAt = now
	case outcome == dispatch.Refused && u.told > 0 && !u.given && u.cmd.State != Failed && u.held == nil:
		u.cmd = Command{Kind: "wake", Level: u.told, Watts: u.Machine.Watts(u.told), Attempts: attempts, At: now}
		f.notFollowed(u, now)
	}
}

// strayed reports whether a machine that had followed does the opposite now.
func (f *Fleet) strayed(u *member) bool {
	if u.cmd.State != Confirmed || u.held != nil || f.classes[u.Machine.Class].request == "" {
		return false
	}
	switch u.reading.State {
	case dispatch.Hashing:
		return u.told == 0 || !u.admits()
	case dispatch.Asleep:
		return u.told > 0
	}
	return false
}

// notFollowed tries again, then reboots, then asks a person.
func (f *Fleet) notFollowed(u *member, now time.Time) {
	if u.cmd.Error == "" {
		u.cmd.Error = fmt.Sprintf("not followed: %s at %.0f W", u.reading.State, u.watts)
		if u.reading.Fault != "" {
			u.cmd.Error += ", " + u.reading.Fault
		}
	}
	f.failed(u, now)
	if u.cmd.Attempts < attempts {
		return // the next step tries again
	}
	f.escalate(u, now)
}

// giveUpOn closes a command to a machine that does not answer any more.
func (f *Fleet) giveUpOn(u *member, now time.Time) {
	if u.misses < lostAfter || !u.cmd.open() || now.Before(u.cmd.deadline) {
		return
	}
	u.cmd.State = Unknown
	u.cmd.Error = "the machine does not answer: " + u.readErr
	u.cmd.next = now.Add(f.cfg.Every)
	f.propose(u, now, "does not answer")
}
