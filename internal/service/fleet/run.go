package fleet

import (
	"context"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/dispatch"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

const (
	stepWorld   = time.Second            // between steps, of the world's clock
	stepWall    = 100 * time.Millisecond // and of the wall's, at least
	assignEvery = 5 * time.Minute        // levels are assigned anew without a cause
	aroundEvery = 10 * time.Second
	meterEvery  = 10 * time.Second
	meterWall   = time.Second
)

// Run reads and commands the machines until ctx ends; it returns when no
// exchange is under way any more.
func (f *Fleet) Run(ctx context.Context) error {
	if err := f.recall(ctx); err != nil {
		return err
	}
	defer f.keep(context.WithoutCancel(ctx))
	defer f.ops.Wait()
	pause := max(stepWorld, time.Duration(float64(stepWall)*f.cfg.Clock.Speed()))
	for {
		f.Step(ctx)
		slept := make(chan struct{})
		waiting, stop := context.WithCancel(ctx)
		go func() {
			defer close(slept)
			_ = f.cfg.Clock.Sleep(waiting, pause) // woken early is as well
		}()
		select {
		case <-slept:
		case <-f.poke:
			stop()
			<-slept
		}
		stop()
		if ctx.Err() != nil {
			return nil
		}
	}
}

// Step does what is due now: energy is counted, levels assigned, changes let go
// as the ramp allows, machines read. Exchanges go on in the background.
func (f *Fleet) Step(ctx context.Context) {
	now := f.cfg.Clock.Now()
	f.mu.Lock()
	due := f.stepped.IsZero() || now.Sub(f.stepped) > 0
	needAround := f.assigned.IsZero() || f.stale
	f.mu.Unlock()
	if needAround {
		around := f.cfg.Around.Situation(ctx, f.cfg.Site.ID)
		f.mu.Lock()
		f.around = around
		f.mu.Unlock()
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if due {
		f.count(now)
	}
	if !f.primed {
		f.prime()
	}
	if f.primed {
		f.release(now)
		if f.stale || now.Sub(f.assigned) >= assignEvery {
			f.assign(now)
		}
		f.launch(ctx, now)
		f.point(ctx, now)
		f.watch(ctx, now)
	}
	f.readDue(ctx, now)
	f.note(ctx)
}

// prime waits until every machine was asked once.
func (f *Fleet) prime() {
	for _, u := range f.units {
		if u.tried.IsZero() {
			return
		}
	}
	f.primed, f.stale = true, true
}

// count adds the energy since the last step up.
func (f *Fleet) count(now time.Time) {
	if !f.stepped.IsZero() {
		hours := now.Sub(f.stepped).Hours()
		for _, id := range f.order {
			c := f.classes[id]
			c.energy += unit.MWh(float64(f.sum(c).power) * hours)
		}
	}
	f.stepped = now
}

// againAfter is when a machine that was given up is tried once more.
const againAfter = time.Hour

// release gives machines back to the plan whose time with a person is over, and
// tries those again that answer and were given up.
func (f *Fleet) release(now time.Time) {
	for _, u := range f.units {
		if u.given && u.ask == nil && u.misses < lostAfter && now.Sub(u.cmd.At) >= againAfter {
			u.given, u.reboots, u.cmd.Attempts, f.stale = false, 0, 0, true
		}
		if u.held != nil && !now.Before(u.held.Until) {
			u.held, f.stale = nil, true
		}
	}
}

// assign gives each machine of each class its level.
func (f *Fleet) assign(now time.Time) {
	f.stale, f.assigned = false, now
	for _, id := range f.order {
		c := f.classes[id]
		if c.request == "" {
			continue // nothing was decided yet: machines stay as they are
		}
		machines, standings := make([]dispatch.Machine, len(c.members)), make([]dispatch.Standing, len(c.members))
		for i, u := range c.members {
			machines[i], standings[i] = u.Machine, u.standing(unit.DayOf(now))
		}
		a := dispatch.Assign(machines, standings, dispatch.Wish{
			Watts: float64(c.wish) * 1e6, AtLeast: f.around.Award, Hold: f.around.Award, Urgent: c.urgent,
			Seed: f.cfg.Seed, Now: now, Feeders: f.feederRoom(c),
		})
		for i, u := range c.members {
			if u.out() {
				continue
			}
			if a.Levels[i] > 0 && u.want == 0 {
				u.ready = now.Add(dispatch.Delay(f.cfg.Seed, f.cfg.Site.ID+c.request, u.Machine.ID, f.jitter()))
			}
			u.want = a.Levels[i]
		}
		f.admit(c, machines)
	}
}

// jitter is over how long wakes of one decision are spread at random, beside the
// ramp: sites that share this program must not move together.
func (f *Fleet) jitter() time.Duration {
	const most = 30 * time.Second
	if spread := f.cfg.Site.Limits.ReleaseIn.Duration(); spread > 0 {
		return min(most, spread)
	}
	return 0
}

// feederRoom is what each feeder carries beside the other classes.
func (f *Fleet) feederRoom(c *class) map[string]float64 {
	room := map[string]float64{}
	for _, feeder := range f.cfg.Site.Limits.Feeders {
		room[feeder.ID] = float64(feeder.LimitMW) * 1e6
	}
	for _, id := range f.order {
		if other := f.classes[id]; other != c {
			for _, u := range other.members {
				if _, limited := room[u.Machine.Feeder]; limited {
					room[u.Machine.Feeder] -= u.Machine.Watts(u.want)
				}
			}
		}
	}
	return room
}

// launch sends the changes that the ramp lets go.
func (f *Fleet) launch(ctx context.Context, now time.Time) {
	bounds := dispatch.Bounds{Feeders: map[string]float64{}, FeederDrawW: map[string]float64{}}
	for _, feeder := range f.cfg.Site.Limits.Feeders {
		bounds.Feeders[feeder.ID] = float64(feeder.LimitMW) * 1e6
	}
	if f.cfg.Groups == nil {
		bounds.SiteW = float64(f.cfg.Site.MachineMW(f.cfg.Site.Limits.SiteMW)) * 1e6
	}
	var changes []dispatch.Change
	for i, u := range f.units {
		bounds.DrawW += u.bound()
		bounds.FeederDrawW[u.Machine.Feeder] += u.bound()
		if !f.wants(u, now) {
			continue
		}
		c := dispatch.Change{
			Machine: i, Feeder: u.Machine.Feeder, FromW: u.Machine.Watts(u.told), ToW: u.Machine.Watts(u.target()),
			Rank: dispatch.Share(f.cfg.Seed, u.Machine.ID), Urgent: f.classes[u.Machine.Class].urgent,
		}
		if c.ToW > c.FromW {
			c.Ready = u.ready
		}
		changes = append(changes, c)
	}
	for _, i := range f.pacer.Release(now, changes, f.cfg.Ramp, bounds) {
		u := f.units[changes[i].Machine]
		f.command(ctx, u, u.target(), now)
	}
}

// target is the level that the machine ought to be told.
func (u *member) target() int {
	if u.held != nil {
		return u.held.Level
	}
	return u.want
}

// wants reports whether a machine is to be told something now.
func (f *Fleet) wants(u *member, now time.Time) bool {
	target := u.target()
	switch {
	case u.busy || !u.known || u.misses >= lostAfter || u.given && u.held == nil:
		return false
	case u.told != target:
		return u.cmd.State != Withheld || u.cmd.Level != target
	case u.cmd.State == Failed && u.cmd.Level == target && u.cmd.Attempts < attempts:
		return !now.Before(u.retryAt)
	}
	return u.awry() && u.cmd.State != Withheld
}

// readDue starts the readings that are due, those that a command waits for
// first. Readings leave a part of the seats free, so that they never hold up a
// command.
func (f *Fleet) readDue(ctx context.Context, now time.Time) {
	start := func(u *member, most int) bool {
		return u.busy || len(f.seats) < most && f.start(u, func() { f.read(ctx, u) })
	}
	for _, u := range f.units {
		if u.cmd.open() && !now.Before(u.cmd.next) {
			start(u, max(1, cap(f.seats)*3/4))
		}
	}
	// Where there are more machines than seats each gets its turn.
	from := f.turn
	for i := range f.units {
		u := f.units[(from+i)%len(f.units)]
		due := u.tried.IsZero() || now.Sub(u.tried) >= f.cfg.Every || now.Sub(u.tried) >= f.cfg.Every/2 && f.inPhase(u, now)
		if due && !start(u, max(1, cap(f.seats)/2)) {
			f.turn = u.index
			break
		}
	}
	f.readMeter(ctx, now)
}

// inPhase spreads readings over their period.
func (f *Fleet) inPhase(u *member, now time.Time) bool {
	at := time.Duration(now.UnixNano() % int64(f.cfg.Every))
	return at >= u.phase && at < u.phase+f.cfg.Every/8
}

// start runs an exchange in the background if a seat is free.
func (f *Fleet) start(u *member, exchange func()) bool {
	select {
	case f.seats <- struct{}{}:
	default:
		return false
	}
	u.busy = true
	f.ops.Go(func() {
		defer func() { <-f.seats }()
		exchange()
	})
	return true
}

func (f *Fleet) read(ctx context.Context, u *member) {
	bounded, cancel := context.WithTimeout(ctx, f.cfg.Deadline)
	defer cancel()
	r, err := u.Driver.Read(bounded)
	f.mu.Lock()
	defer f.mu.Unlock()
	u.busy = false
	if ctx.Err() != nil {
		return
	}
	now := f.cfg.Clock.Now()
	u.tried = now
	f.stats.Reads++
	wasOut := u.out()
	if err != nil {
		f.stats.Misses++
		u.misses++
		u.readErr = err.Error()
		u.cmd.next = now.Add(u.latency(u.cmd.Kind) / 4)
		if u.misses == lostAfter {
			u.source = dispatch.Nameplate
		}
		f.giveUpOn(u, now)
	} else {
		outlet, metered := f.outlets[u.Outlet]
		u.learn(r, outlet, metered && u.Outlet != "" && now.Sub(f.outletAt) < f.meterStale(), now)
		if g := f.guarding(u); g != dispatch.NotSeen || r.State != dispatch.Asleep {
			u.guard = g // some firmwares tell no pools asleep
		}
		f.judge(u, now) //nolint:contextcheck // a reboot outlives the step that ordered it
	}
	if u.out() != wasOut {
		f.stale = true
	}
}

// readMeter reads the site's meter and outlets, when they are due.
func (f *Fleet) readMeter(ctx context.Context, now time.Time) {
	if f.cfg.Meter == nil && f.cfg.Outlets == nil || f.meter.busy {
		return
	}
	if last := max(f.meter.at.UnixNano(), f.outletAt.UnixNano()); last > 0 && now.Sub(time.Unix(0, last)) < f.meterDue() {
		return
	}
	f.meter.busy = true
	f.ops.Go(func() {
		bounded, cancel := context.WithTimeout(ctx, f.cfg.Deadline)
		defer cancel()
		var power unit.MW
		var energy unit.MWh
		var gear *site.Switchgear
		var meterErr, outletErr error
		var outlets map[string]float64
		if f.cfg.Meter != nil {
			power, energy, meterErr = f.cfg.Meter.ReadMeter(bounded)
			// Breaker and relay are told beside the power, and are no part of it: where
			// they cannot be read nothing is told of them.
			gear, _ = f.cfg.Meter.ReadSwitchgear(bounded)
		}
		if f.cfg.Outlets != nil {
			outlets, outletErr = f.cfg.Outlets.Watts(bounded)
		}
		f.mu.Lock()
		defer f.mu.Unlock()
		f.meter.busy = false
		at := f.cfg.Clock.Now()
		switch {
		case f.cfg.Meter == nil:
		case meterErr != nil:
			f.meter.err = meterErr.Error()
		default:
			f.meter.power, f.meter.energy, f.meter.gear, f.meter.at, f.meter.err = power, energy, gear, at, ""
		}
		if f.cfg.Outlets != nil && outletErr == nil {
			f.outlets, f.outletAt = outlets, at
			for _, u := range f.units {
				if watts, metered := outlets[u.Outlet]; metered && u.Outlet != "" && u.known {
					u.watts, u.source = watts, dispatch.PDU
				}
			}
		}
	})
}

var _ Groups = (*Fleet)(nil)

// asleepMW is for drift: what counts as nothing.
func asleepMW(c *site.Class) unit.MW { return c.AsleepMW() }
