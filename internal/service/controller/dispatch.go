package controller

import (
	"context"
	"errors"
	"math"
	"slices"
	"sync"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/episode"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// States of a command.
const (
	statePlanned   = "planned"
	stateSent      = "sent"
	stateConfirmed = "confirmed"
	stateUnknown   = "unknown"
	stateFailed    = "failed"
	stateWithheld  = "withheld"

	// A newer decision took over before the read-back said anything.
	stateSuperseded = "superseded"
)

// errSuperseded is why a dispatch ends when a newer decision takes over.
var errSuperseded = errors.New("superseded by a newer decision")

const (
	attempts    = 3
	retryAfter  = 2 * time.Second
	readBack    = 15 * time.Second
	sendTimeout = 5 * time.Second // of the wall clock, each attempt
	// tolerance is how far, as a share of its target, a class may be off and
	// still count as following; smallMW keeps that meaningful near zero.
	tolerance = 0.03
	smallMW   = unit.MW(0.02)
)

// planned are the commands that carry a decision out, one a class.
func planned(u *unitOf, d episode.Decision) []episode.Command {
	if u.Agent == nil {
		return nil
	}
	commands := make([]episode.Command, 0, len(u.Site.Classes))
	for i := range u.Site.Classes {
		class := u.Site.Classes[i].ID
		commands = append(commands, episode.Command{
			Site: d.Site, Decision: d.Key, Class: class,
			Target: d.Plan.ClassMW(class), Grants: grants(&u.Site.Classes[i], d.Plan), State: statePlanned,
		})
	}
	return commands
}

// grants are what a plan gives to the tiers of a class, in the class's order; nil
// for a class that has none.
func grants(class *site.Class, p site.Plan) []site.Allocation {
	var granted []site.Allocation
	for i := range class.Tiers {
		g := site.Allocation{Class: class.ID, Use: site.Infer, Tier: class.Tiers[i].Name}
		for _, a := range p.Allocations {
			if a.Class == g.Class && a.Use == g.Use && a.Tier == g.Tier {
				g.MW += a.MW
			}
		}
		granted = append(granted, g)
	}
	return granted
}

// startDispatch sends commands in the background, in place of any that are
// still under way for the site. The caller holds the site's lock.
func (c *Controller) startDispatch(ctx context.Context, u *unitOf, commands []episode.Command) {
	if len(commands) == 0 {
		return
	}
	if u.cancel != nil {
		u.cancel(errSuperseded)
		u.dispatch.Wait()
	}
	// The request that forced a decision may end before its commands are read
	// back; only a newer decision or the end of the process cuts them short.
	ctx, u.cancel = context.WithCancelCause(context.WithoutCancel(ctx))
	// Just after a mark the interval before still runs, until the tick decides:
	// what is sent then has the new interval's time to be followed.
	until := unit.IntervalAt(c.cfg.Clock.Now(), unit.Control).End()
	u.dispatch.Go(func() { c.dispatch(ctx, u, commands, until) })
}

// dispatch sends the commands side by side, so that a class that does not
// answer delays no other, then reads back until all are followed or the interval
// ends. Success is never believed before it is read back.
func (c *Controller) dispatch(ctx context.Context, u *unitOf, commands []episode.Command, until time.Time) {
	var sends sync.WaitGroup
	for i := range commands {
		sends.Go(func() { c.send(ctx, u, &commands[i]) })
	}
	sends.Wait()
	c.reached("dispatched")
	for slices.ContainsFunc(commands, unsettled) && c.cfg.Clock.Now().Before(until) {
		if c.cfg.Clock.Sleep(ctx, readBack) != nil {
			break
		}
		c.confirm(ctx, u, commands)
	}
	switch {
	case errors.Is(context.Cause(ctx), errSuperseded):
		c.closeOpen(ctx, commands, stateSuperseded, errSuperseded.Error())
	case ctx.Err() == nil:
		c.closeOpen(ctx, commands, stateFailed, "not followed within its interval")
	}
}

// closeOpen ends the commands that no read-back has confirmed, and those that
// were cut short before they were sent.
func (c *Controller) closeOpen(ctx context.Context, commands []episode.Command, state, why string) {
	for i := range commands {
		if unsettled(commands[i]) || commands[i].State == statePlanned {
			commands[i].State, commands[i].Error = state, why
			c.saveCommand(ctx, commands[i])
		}
	}
}

func (c *Controller) send(ctx context.Context, u *unitOf, cmd *episode.Command) {
	if !c.cfg.Live && !u.Agent.Loopback() {
		cmd.State = stateWithheld
		cmd.Error = "control is advise: only machines on loopback are commanded; set control: live"
		c.saveCommand(ctx, *cmd)
		return
	}
	var err error
	for cmd.Attempts < attempts {
		cmd.Attempts++
		cmd.SentAt = c.cfg.Clock.Now()
		if err = c.set(ctx, u, *cmd); err == nil {
			cmd.State, cmd.Error = stateSent, ""
			c.saveCommand(ctx, *cmd)
			return
		}
		if c.cfg.Clock.Sleep(ctx, retryAfter) != nil {
			return
		}
	}
	cmd.State, cmd.Error = stateFailed, err.Error()
	if errors.Is(err, site.ErrUnknown) || errors.Is(err, context.DeadlineExceeded) {
		cmd.State = stateUnknown
	}
	c.cfg.Log.WarnContext(ctx, "command not sent", "site", cmd.Site, "class", cmd.Class, "decision", cmd.Decision, "error", err)
	c.saveCommand(ctx, *cmd)
}

func (c *Controller) set(ctx context.Context, u *unitOf, cmd episode.Command) error {
	ctx, cancel := context.WithTimeout(ctx, sendTimeout)
	defer cancel()
	if a, ok := u.Agent.(Admitter); ok && len(cmd.Grants) > 0 {
		if err := a.Admit(ctx, cmd.Class, cmd.Grants); err != nil {
			return err
		}
	}
	target := cmd.Target
	if u.reg != nil {
		target = u.reg.target(cmd.Class, target)
	}
	return u.Agent.Set(ctx, cmd.Class, target, cmd.Site+"/"+cmd.Decision+"/"+cmd.Class)
}

// confirm reads the machines and marks the commands that they follow.
func (c *Controller) confirm(ctx context.Context, u *unitOf, commands []episode.Command) {
	readings, err := u.Agent.Read(ctx)
	if err != nil {
		return // the next read-back or the interval's end tells
	}
	for i := range commands {
		cmd := &commands[i]
		if !unsettled(*cmd) {
			continue
		}
		for _, r := range readings {
			if r.Class != cmd.Class {
				continue
			}
			actual := r.Power
			cmd.Actual, cmd.ReadAt = &actual, r.At
			if follows(r, cmd.Target, u.Site) || u.regulated(r) {
				cmd.State, cmd.Error = stateConfirmed, ""
				c.saveCommand(ctx, *cmd)
			}
		}
	}
}

// follows reports whether a class draws what it was told to. Sleeping machines
// draw a little, which counts as off. GPUs are capped: those that are on may draw
// less, as much as their work needs.
func follows(r site.Reading, target unit.MW, s site.Site) bool {
	actual := r.Power
	cl, ok := s.Class(r.Class)
	if !ok {
		return false
	}
	if target <= cl.AsleepMW() {
		return actual <= cl.AsleepMW()+smallMW+tolerance*cl.MaxMW()
	}
	slack := tolerance*target + smallMW
	if cl.Kind == site.GPU && actual < target {
		return unit.MW(float64(r.UnitsOn)/float64(cl.Units))*cl.MaxMW() >= target-slack
	}
	return unit.MW(math.Abs(float64(actual-target))) <= slack
}

// regulated reports whether a class draws something between the least and the most
// that regulation had it draw since the plan was decided: on its way from the one
// to the other it follows.
func (u *unitOf) regulated(r site.Reading) bool {
	if u.reg == nil {
		return false
	}
	lo, hi, ok := u.reg.span(r.Class)
	return ok && (lo <= r.Power && r.Power <= hi || follows(r, lo, u.Site) || follows(r, hi, u.Site))
}

// unsettled reports whether a command was sent and its fate is still open.
func unsettled(cmd episode.Command) bool {
	return cmd.State == stateSent || cmd.State == stateUnknown
}

func (c *Controller) saveCommand(ctx context.Context, cmd episode.Command) {
	u := c.units[cmd.Site]
	event, err := eventOf("command", cmd.Site, cmd.Decision, c.cfg.Clock.Now(), u != nil && u.Simulated, cmd)
	if err == nil {
		err = c.cfg.Commands.SaveCommand(context.WithoutCancel(ctx), cmd, []episode.Event{event})
	}
	if err != nil {
		c.cfg.Log.ErrorContext(ctx, "fate of a command lost", "site", cmd.Site, "class", cmd.Class, "decision", cmd.Decision, "error", err)
	}
}

// resume sends again what a previous run of the process had planned or sent
// for a site's newest decision about an interval that still runs. Commands of
// older decisions are closed, as superseded or as unknown.
func (c *Controller) resume(ctx context.Context) error {
	unfinished, err := c.cfg.Commands.UnfinishedCommands(ctx)
	if err != nil {
		return err
	}
	current := unit.IntervalAt(c.cfg.Clock.Now(), unit.Control)
	bySite := make(map[string][]episode.Command)
	for _, cmd := range unfinished {
		newest, found, err := c.newest(ctx, cmd.Site, current)
		if err != nil {
			return err
		}
		if found && newest.Key == cmd.Decision && c.units[cmd.Site] != nil {
			cmd.State, cmd.Attempts = statePlanned, 0
			bySite[cmd.Site] = append(bySite[cmd.Site], cmd)
			continue
		}
		c.closeOld(ctx, cmd)
	}
	for _, id := range c.order {
		if u := c.units[id]; u.reg != nil {
			if err := c.rejoin(ctx, u); err != nil {
				c.cfg.Log.WarnContext(ctx, "regulation of the running interval not taken up", "site", id, "error", err)
			}
		}
	}
	for id, commands := range bySite {
		u := c.units[id]
		u.mu.Lock()
		c.startDispatch(ctx, u, commands)
		u.mu.Unlock()
	}
	return nil
}

// closeOld ends a command that a former process left open and that no longer
// says what its class should do. One that is known to be unknown stays so.
func (c *Controller) closeOld(ctx context.Context, cmd episode.Command) {
	switch cmd.State {
	case statePlanned:
		cmd.State, cmd.Error = stateSuperseded, "the process ended before it was sent"
	case stateSent:
		cmd.State, cmd.Error = stateUnknown, "the process ended before it was read back"
	default:
		return
	}
	c.saveCommand(ctx, cmd)
}
