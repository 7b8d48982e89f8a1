package fleet

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/dispatch"
)

// Action is what a person asks of machines by hand.
type Action struct {
	Kind     string   // sleep, wake, power, reboot, cycle, or return to the plan
	Class    string   // every machine of it
	Machines []string // or these
	Watts    float64  // of power
	For      time.Duration
	DryRun   bool
	By       string
	Reason   string
}

// Effect is what an action does, or would do.
type Effect struct {
	Machines []string
	Refused  map[string]string // machine to reason
	DeltaMW  float64           // by the machines' curves
	Until    time.Time         // when the plan has them back
}

// The bounds of how long machines are held by hand.
const (
	heldFor  = time.Hour
	heldMost = 24 * time.Hour
)

// Act does what a person asks, or says what it would do. Sleep, wake and power
// hold for a time, after which the plan has the machines back; ramps and limits
// hold for them too. Load is not raised by hand in an emergency or against an
// order to shed.
func (f *Fleet) Act(ctx context.Context, a Action) (Effect, error) {
	if a.For == 0 {
		a.For = heldFor
	}
	if a.For < time.Minute || a.For > heldMost {
		return Effect{}, fmt.Errorf("held for %s: want a minute to %s", a.For, heldMost)
	}
	if a.Reason == "" || a.By == "" {
		return Effect{}, errors.New("an action needs a reason and whose it is")
	}
	around := f.cfg.Around.Situation(ctx, f.cfg.Site.ID)
	f.mu.Lock()
	defer f.mu.Unlock()
	f.around = around
	chosen, err := f.chosen(a)
	if err != nil {
		return Effect{}, err
	}
	now := f.cfg.Clock.Now()
	e := Effect{Refused: map[string]string{}, Until: now.Add(a.For)}
	for _, u := range chosen {
		level, err := levelFor(u, a)
		if err == nil {
			err = f.allowedByHand(u, a.Kind, level, around)
		}
		if err == nil && a.Kind == "cycle" {
			err = f.mayCycle(u, around, now)
		}
		if errors.Is(err, errRaises) {
			return Effect{}, err
		}
		if err != nil {
			e.Refused[u.Machine.ID] = err.Error()
			continue
		}
		e.Machines = append(e.Machines, u.Machine.ID)
		e.DeltaMW += (u.Machine.Watts(level) - u.Machine.Watts(u.told)) / 1e6
		if !a.DryRun {
			f.take(ctx, u, a, level, now)
		}
	}
	f.wake()
	return e, nil
}

// chosen are the machines that an action is about.
func (f *Fleet) chosen(a Action) ([]*member, error) {
	if !slices.Contains([]string{"sleep", "wake", "power", "reboot", "cycle", "return"}, a.Kind) {
		return nil, fmt.Errorf("action %q: want sleep, wake, power, reboot, cycle or return", a.Kind)
	}
	if a.Class != "" {
		c := f.classes[a.Class]
		if c == nil {
			return nil, fmt.Errorf("class %q: site %s has no such class of single machines", a.Class, f.cfg.Site.ID)
		}
		return c.members, nil
	}
	var chosen []*member
	for _, id := range a.Machines {
		u := f.byID[id]
		if u == nil {
			return nil, fmt.Errorf("machine %q: no such machine at site %s", id, f.cfg.Site.ID)
		}
		chosen = append(chosen, u)
	}
	if len(chosen) == 0 {
		return nil, errors.New("no machine is named")
	}
	return chosen, nil
}

// levelFor is the level that an action asks for.
func levelFor(u *member, a Action) (int, error) {
	switch a.Kind {
	case "sleep":
		return 0, nil
	case "wake":
		return u.Machine.Top(), nil
	case "power":
		if !u.Machine.Stepped {
			return 0, dispatch.ErrUnsupported
		}
		if !(a.Watts > 0) {
			return 0, fmt.Errorf("a power of %g W: want more than 0", a.Watts)
		}
		return max(1, u.Machine.LevelAt(a.Watts)), nil
	case "return":
		return u.want, nil
	}
	return u.told, nil
}

// errRaises says that an action would raise load when it must not.
var errRaises = errors.New("load is not raised by hand in an emergency or against an order to shed")

func (f *Fleet) allowedByHand(u *member, kind string, level int, around Situation) error {
	if err := f.allowed(u); err != nil {
		return err
	}
	raises := u.Machine.Watts(level) > u.Machine.Watts(u.told)
	if raises && kind != "return" && (around.EEA > 0 || around.Shed || around.Unknown) {
		return errRaises
	}
	return nil
}

// take carries an action out on one machine.
func (f *Fleet) take(ctx context.Context, u *member, a Action, level int, now time.Time) {
	switch a.Kind {
	case "return":
		u.held, u.given, f.stale = nil, false, true
	case "reboot":
		if u.busy {
			return
		}
		u.cmd = Command{Kind: "reboot", Level: u.told, Watts: u.Machine.Watts(u.told), Attempts: attempts, At: now, State: Sent}
		u.cmd.next, u.cmd.deadline = now.Add(u.latency("wake")/4), now.Add(patience*u.latency("wake"))
		f.start(u, func() { f.send(context.WithoutCancel(ctx), u, u.told) })
		f.stats.Reboots++
	case "cycle":
		id, by := u.Machine.ID, a.By
		f.ops.Go(func() {
			if err := f.Cycle(context.WithoutCancel(ctx), id, by); err != nil {
				f.cfg.Log.Warn("outlet not switched", "site", f.cfg.Site.ID, "machine", id, "error", err)
			}
		})
	default:
		u.held = &Held{Level: level, Until: now.Add(a.For), By: a.By, Reason: a.Reason}
		u.ready = time.Time{}
		f.stale = true
	}
}
