// Package controller runs sites: every five minutes it takes what is known,
// decides, stores the decision, and only then touches machines; between ticks
// it answers instructions within seconds. Both paths end in the same Guard and
// the same ledger.
//
// It is not for polling the outside (package collector) nor for the rules
// themselves (core/policy, core/episode): it carries values between them, the
// store and the machines.
package controller

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/core/episode"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// History reads observations as they were known at a moment.
type History interface {
	Recent(ctx context.Context, series []market.Series, asOf, since time.Time) ([]market.Observation, error)
	Last(ctx context.Context, series []market.Series, asOf time.Time) ([]market.Observation, error)
}

// Ledger keeps decisions, and the state they lead to, in one transaction each.
type Ledger interface {
	// SaveDecision reports false and changes nothing when the decision exists.
	SaveDecision(ctx context.Context, r episode.Record) (saved bool, err error)
	Decision(ctx context.Context, site, key string) (episode.Decision, bool, error)
	// Decisions are those about intervals that start in [from, to), the newest
	// first, up to limit; without their inputs.
	Decisions(ctx context.Context, site string, from, to time.Time, limit int) ([]episode.Decision, error)
	State(ctx context.Context, site string) (st site.State, at time.Time, ok bool, err error)
}

// Commands keeps what was sent to machines, and its fate.
type Commands interface {
	SaveCommand(ctx context.Context, c episode.Command, events []episode.Event) error
	UnfinishedCommands(ctx context.Context) ([]episode.Command, error)
}

// OrderBook keeps what binds a site from outside.
type OrderBook interface {
	Orders(ctx context.Context, site string, at time.Time) (site.Orders, error)
	PutInstruction(ctx context.Context, site string, ins site.Instruction, events []episode.Event) (isNew bool, err error)
	SetStop(ctx context.Context, site string, on bool, by string, at time.Time) error
}

// Wishes keeps what operators and the desk enter by hand.
type Wishes interface {
	PutOverride(ctx context.Context, site string, o site.Override) error
	CancelOverride(ctx context.Context, site, id string, at time.Time) error
	PutAward(ctx context.Context, site string, a site.Award) error
}

// Meters keeps readings and finds those around a moment.
type Meters interface {
	PutReadings(ctx context.Context, readings []site.Reading) error
	ReadingAt(ctx context.Context, site, class string, at time.Time) (before, after *site.Reading, err error)
}

// Surroundings knows the newest study of the network around a site; nil where
// there is none that was done by asOf.
type Surroundings interface {
	Grid(site string, asOf time.Time) *market.Grid
}

// Outlooks knows the newest forecast of a settlement point's price; nil where
// there is none that was done by asOf.
type Outlooks interface {
	Outlook(point string, asOf time.Time) *market.Outlook
}

// Work knows what waits for power to work for the grid; nil where no task is made.
type Work interface {
	Bids(ctx context.Context, site string, at time.Time) *market.Queue
}

// Peaks knows how likely each of the day's coming hours is to be its month's
// coincident peak; none where nobody has looked.
type Peaks interface {
	Chances(asOf time.Time) []market.Quote
}

// Settings keeps a value under a name.
type Settings interface {
	Setting(ctx context.Context, key string) (value []byte, ok bool, err error)
	PutSetting(ctx context.Context, key string, value []byte) error
}

// Agent is the machines of one site.
type Agent interface {
	Read(ctx context.Context) ([]site.Reading, error)
	// Set asks a class for a power. Asking again with the same request id has
	// no second effect.
	Set(ctx context.Context, class string, target unit.MW, requestID string) error
	// Loopback reports whether the machines are on this computer (simulated),
	// which is the only kind that is commanded in advise mode.
	Loopback() bool
}

// Admitter is an [Agent] that also takes what the plan gives to each tier of
// inference of a class. It is told before the class's power.
type Admitter interface {
	Admit(ctx context.Context, class string, grants []site.Allocation) error
}

// Member is a site under control, with its machines.
type Member struct {
	Site  site.Site
	Agent Agent // nil: nothing to command or read; power is as planned
	// Simulated marks what is told of commands to machines that are not real.
	Simulated bool
}

// ErrNoSite means that no site of that id is under control here.
var ErrNoSite = errors.New("unknown site")

// Config is what a Controller needs.
type Config struct {
	Members  []Member
	Council  episode.Council
	Limits   market.Limits
	Live     bool          // command machines that are not on loopback
	Offset   time.Duration // after the mark, to let feeds settle
	Deadline time.Duration // after the mark plus Offset a tick counts as late
	FleetMW  unit.MW       // all sites together may change by this much a minute; 0: no cap
	History  History
	Ledger   Ledger
	Commands Commands
	Orders   OrderBook
	Wishes   Wishes
	Meters   Meters
	Settings Settings     // nil: a restart forgets what regulation came to
	Around   Surroundings // nil: no network is studied
	Ahead    Outlooks     // nil: nothing is forecast
	Peaks    Peaks        // nil: nobody looks for coincident peaks
	Work     Work         // nil: no task is made
	Clock    clock.Clock
	Log      *slog.Logger
	// Reached, where set, is told of each step of a tick as it is reached.
	// Crash tests end the process there.
	Reached func(step string)
}

// Controller runs the sites of one process.
type Controller struct {
	cfg   Config
	units map[string]*unitOf
	order []string

	mu      sync.Mutex
	council episode.Council
	next    time.Time
	last    TickStats
}

// unitOf is one site at run time. Its lock serialises ticks and the fast path.
type unitOf struct {
	Member
	mu       sync.Mutex
	spec     market.Spec
	cancel   context.CancelCauseFunc // ends the running dispatch
	dispatch sync.WaitGroup
	eea      int
	reg      *regulating // nil: no regulation can move the site
}

// TickStats is how the newest tick went.
type TickStats struct {
	Interval unit.Interval `json:"interval"`
	Took     time.Duration `json:"took_ns"` // wall clock, all sites, devices excluded
	Late     bool          `json:"late"`
	Decided  int           `json:"decided"`
	Failed   int           `json:"failed"`
}

// New checks the configuration.
func New(cfg Config) (*Controller, error) {
	if len(cfg.Members) == 0 {
		return nil, errors.New("no site to control: configure at least one under sites")
	}
	c := &Controller{cfg: cfg, units: make(map[string]*unitOf), council: cfg.Council}
	for _, m := range cfg.Members {
		if _, twice := c.units[m.Site.ID]; twice {
			return nil, fmt.Errorf("site %q is configured twice: ids must be unique", m.Site.ID)
		}
		u := &unitOf{Member: m, spec: specOf(&m.Site, cfg.Limits)}
		u.reg = newRegulating(&u.Site)
		c.units[m.Site.ID] = u
		c.order = append(c.order, m.Site.ID)
	}
	return c, nil
}

func specOf(s *site.Site, limits market.Limits) market.Spec {
	spec := market.Spec{Point: s.Point, Limits: limits}
	for i := range s.Classes {
		if s.Classes[i].Kind == site.GPU {
			spec.GPUs = append(spec.GPUs, s.Classes[i].Model)
			for _, rate := range s.Classes[i].Tokens {
				spec.Tokens = append(spec.Tokens, rate.Model)
			}
		}
	}
	return spec
}

// Run decides the running interval at once, then every interval as it comes,
// until ctx ends; it returns when no command is under way any more.
func (c *Controller) Run(ctx context.Context) error {
	defer c.quiet()
	if err := c.resume(ctx); err != nil {
		return err
	}
	defer c.keepTrails(ctx)
	var meters sync.WaitGroup
	meters.Go(func() { c.runMeters(ctx) })
	meters.Go(func() { c.expire(ctx) })
	defer meters.Wait()

	interval := unit.IntervalAt(c.cfg.Clock.Now(), unit.Control)
	c.Tick(ctx, interval, false)
	for {
		now := c.cfg.Clock.Now()
		running := unit.IntervalAt(now.Add(-c.cfg.Offset), unit.Control)
		if running.Start.After(interval.Start) {
			interval = running // the tick before outlasted its interval: late is better than never
		} else {
			interval = running.Next()
		}
		c.setNext(interval.Start.Add(c.cfg.Offset))
		if err := c.cfg.Clock.Sleep(ctx, interval.Start.Add(c.cfg.Offset).Sub(now)); err != nil {
			return nil
		}
		late := c.cfg.Clock.Now().After(interval.Start.Add(c.cfg.Offset + c.cfg.Deadline))
		c.Tick(ctx, interval, late)
	}
}

// Tick decides one interval for every site, or for none where ctx ends before the
// first. Doing it again changes nothing. A site that fails is logged and does not
// hold up the others.
func (c *Controller) Tick(ctx context.Context, interval unit.Interval, late bool) {
	stats := TickStats{Interval: interval, Late: late}
	c.readAll(ctx)
	c.reached("metered")
	if ctx.Err() != nil {
		return // whoever runs next decides it
	}
	ctx = context.WithoutCancel(ctx) // begun for one site, it is decided for all
	began := time.Now()
	for _, id := range c.order {
		if err := c.tickSite(ctx, c.units[id], interval, late); err != nil {
			stats.Failed++
			c.cfg.Log.ErrorContext(ctx, "site not decided", "site", id, "interval", interval.Key(), "error", err)
			continue
		}
		stats.Decided++
	}
	stats.Took = time.Since(began)
	c.mu.Lock()
	c.last = stats
	c.mu.Unlock()
	c.cfg.Log.DebugContext(ctx, "tick done", "interval", interval.Key(), "took", stats.Took, "late", late)
}

func (c *Controller) tickSite(ctx context.Context, u *unitOf, interval unit.Interval, late bool) error {
	u.mu.Lock()
	defer u.mu.Unlock()
	in, err := c.input(ctx, u, interval)
	if err != nil {
		return err
	}
	in.Snapshot.Late = late
	in.Orders.Fleet = c.share(u)
	decision, out := episode.Decide(in, c.Council(), c.cfg.Clock.Now())
	c.reached("decided")
	return c.commit(ctx, u, decision, out)
}

// commit stores a decision, and carries it out if it was not there before.
func (c *Controller) commit(ctx context.Context, u *unitOf, d episode.Decision, out episode.Outcome) error {
	d.Simulated = d.Simulated || u.Simulated // one without any data has nothing else to tell it by
	record := episode.Record{Decision: d, Next: out.Next, Settled: out.Settled, Commands: planned(u, d)}
	events, err := eventsOf(record)
	if err != nil {
		return err
	}
	record.Events = events
	saved, err := c.cfg.Ledger.SaveDecision(ctx, record)
	if err != nil {
		return fmt.Errorf("store decision %s of %s: %w", d.Key, d.Site, err)
	}
	c.reached("stored")
	if saved {
		if u.reg != nil {
			u.reg.rebase(&d, out.Next, c.cfg.Clock.Now())
		}
		c.startDispatch(ctx, u, record.Commands)
	}
	return nil
}

func (c *Controller) reached(step string) {
	if c.cfg.Reached != nil {
		c.cfg.Reached(step)
	}
}

// Council is the policies in force.
func (c *Controller) Council() episode.Council {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.council
}

// SetCouncil puts other policies in force from the next decision on.
func (c *Controller) SetCouncil(council episode.Council) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.council = council
}

// Next is when the next tick is due, on the controller's clock, and how the
// newest one went.
func (c *Controller) Next() (time.Time, TickStats) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.next, c.last
}

func (c *Controller) setNext(t time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.next = t
}

// quiet ends running dispatches and waits for them.
func (c *Controller) quiet() {
	for _, u := range c.units {
		u.mu.Lock()
		if u.cancel != nil {
			u.cancel(context.Canceled)
		}
		u.mu.Unlock()
		u.dispatch.Wait()
	}
}
