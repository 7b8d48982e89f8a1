// Package fleet carries the megawatts of a plan out on single machines: it gives
// each a level, lets changes go no faster than the site may ramp, believes no
// command before it is read back, tries again, reboots, and asks a person before
// it takes anything off its supply. To the controller one site's fleet is one
// agent.
//
// What the levels are and how fast they may change is reckoned in core/dispatch;
// how a firmware is spoken to is adapter/miner's and adapter/node's.
package fleet

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"sync"
	"time"

	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/core/dispatch"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Reader reads a machine.
type Reader interface {
	Read(ctx context.Context) (dispatch.Reading, error)
}

// Switch commands a machine. An error that is [site.ErrUnknown] leaves open
// whether it was done.
type Switch interface {
	Sleep(ctx context.Context) error
	Wake(ctx context.Context) error
	SetPower(ctx context.Context, watts float64) error
	Reboot(ctx context.Context) error
}

// Admitter is a node that is told of which tiers of inference it takes work.
type Admitter interface {
	Admit(ctx context.Context, tiers []string) error
}

// Driver is one machine. One that is an [Admitter] too is told its tiers.
type Driver interface {
	Reader
	Switch
}

// Member is a machine of the fleet.
type Member struct {
	Machine  dispatch.Machine
	Driver   Driver
	Can      dispatch.Capabilities
	Firmware string
	Model    string
	Address  string
	Outlet   string // of the site's PDUs; empty: none is known
	Units    int    // of the class that it holds: 1, or the GPUs of a node; 0: 1
	Loopback bool   // on this computer, which is the only kind that is commanded in advise mode
}

// Groups is the agent of classes whose machines are not listed.
type Groups interface {
	Read(ctx context.Context) ([]site.Reading, error)
	Set(ctx context.Context, class string, target unit.MW, requestID string) error
	Loopback() bool
}

// Meter is the site's settlement meter.
type Meter interface {
	ReadMeter(ctx context.Context) (power unit.MW, energy unit.MWh, err error)
	// ReadSwitchgear is the breaker and the relay beside it; nil: it tells nothing of
	// them.
	ReadSwitchgear(ctx context.Context) (*site.Switchgear, error)
}

// Outlets are the site's power distribution units.
type Outlets interface {
	// Watts is what each outlet delivers.
	Watts(ctx context.Context) (map[string]float64, error)
	// Cycle takes an outlet off and on again.
	Cycle(ctx context.Context, outlet string) error
}

// Situation is what of the outside bears on single machines.
type Situation struct {
	EEA     int  // energy emergency alert level
	Award   bool // a reserve is held on the load
	Shed    bool // an order sheds load: ramps on the way down do not hold
	Unknown bool // it could not be read; the careful answer counts
}

// Surroundings tells the situation.
type Surroundings interface {
	Situation(ctx context.Context, site string) Situation
}

// History keeps when machines were switched, so that minimum times and budgets of
// starts outlive the program.
type History interface {
	SaveSwitched(ctx context.Context, site string, machines []dispatch.Switched) error
	Switched(ctx context.Context, site string) ([]dispatch.Switched, error)
}

// Config is what a Fleet needs.
type Config struct {
	Site    site.Site
	Members []Member
	Groups  Groups // nil: every class is listed by machines
	Meter   Meter  // nil: the site has none that is read here
	Outlets Outlets
	// Pools are those that a machine should have, in their order: the router, and
	// behind it some of its own. Nil: pools are as they are.
	Pools    func(machine string) []dispatch.Pool
	Around   Surroundings
	History  History // nil: it is forgotten
	Live     bool    // command machines that are not on loopback
	Ramp     dispatch.Ramp
	Seed     uint64
	Workers  int           // exchanges with machines at once; 0: 500
	Every    time.Duration // between readings of a machine, on the world's clock; 0: a minute, and no more than one in 20 s of the wall
	Cycles   int           // outlets taken off in an hour at most; 0: 4
	Sim      bool          // the machines are simulated; readings say so
	Clock    clock.Clock
	Log      *slog.Logger
	Alarmed  func(ctx context.Context, a Alarm) // nil: alarms are only shown
	Deadline time.Duration                      // of one command, on the wall's clock; 0: 12 s
}

// Fleet is the machines of one site. Make it with [New], and [Fleet.Run] it.
type Fleet struct {
	cfg   Config
	seats chan struct{}
	poke  chan struct{}
	ops   sync.WaitGroup

	mu       sync.Mutex
	units    []*member
	byID     map[string]*member
	classes  map[string]*class
	order    []string // of classes, as in the site
	pacer    dispatch.Pacer
	stale    bool // the levels have to be assigned anew
	assigned time.Time
	stepped  time.Time
	primed   bool
	around   Situation
	meter    meterState
	outlets  map[string]float64
	outletAt time.Time
	alarms   map[string]*Alarm
	cycles   []time.Time // of outlets
	stats    Stats
	turn     int       // where regular readings go on
	pointed  time.Time // when a machine was last given pools
	pointAt  int
	noted    map[*member]bool // were switched since that was kept last
	noting   bool
}

// class is what of a class is kept.
type class struct {
	spec      *site.Class
	members   []*member
	wish      unit.MW
	wished    time.Time
	request   string
	urgent    bool
	granted   bool             // what follows was said
	grants    []dispatch.Grant // to the tiers, the first first
	energy    unit.MWh
	driftFrom time.Time
}

type meterState struct {
	power  unit.MW
	energy unit.MWh
	gear   *site.Switchgear // nil: not told
	at     time.Time
	err    string
	busy   bool
}

// Stats are counts since the start.
type Stats struct {
	Sent      int `json:"sent"`
	Confirmed int `json:"confirmed"`
	Failed    int `json:"failed"`
	Unknown   int `json:"unknown"`
	Reboots   int `json:"reboots"`
	Cycles    int `json:"cycles"`
	Reads     int `json:"reads"`
	Misses    int `json:"misses"`
}

// New checks the configuration; it reaches no machine.
func New(cfg Config) (*Fleet, error) {
	if cfg.Clock == nil || cfg.Log == nil || cfg.Around == nil {
		return nil, errors.New("fleet: a clock, a log and the surroundings are required")
	}
	if cfg.Workers <= 0 {
		cfg.Workers = 500
	}
	if cfg.Cycles <= 0 {
		cfg.Cycles = 4
	}
	if cfg.Deadline <= 0 {
		cfg.Deadline = 12 * time.Second
	}
	if cfg.Every <= 0 {
		cfg.Every = max(time.Minute, time.Duration(20*float64(time.Second)*cfg.Clock.Speed()))
	}
	f := &Fleet{
		cfg: cfg, seats: make(chan struct{}, cfg.Workers), poke: make(chan struct{}, 1),
		noted: map[*member]bool{}, byID: map[string]*member{}, classes: map[string]*class{}, alarms: map[string]*Alarm{}, stale: true,
	}
	for i := range cfg.Members {
		if err := f.enlist(cfg.Members[i]); err != nil {
			return nil, fmt.Errorf("fleet of site %s: %w", cfg.Site.ID, err)
		}
	}
	for i := range f.cfg.Site.Classes {
		id := f.cfg.Site.Classes[i].ID
		if f.classes[id] != nil {
			f.order = append(f.order, id)
		} else if cfg.Groups == nil {
			return nil, fmt.Errorf("fleet of site %s: class %s has neither machines nor a group agent", cfg.Site.ID, id)
		}
	}
	return f, nil
}

func (f *Fleet) enlist(m Member) error {
	spec, known := f.cfg.Site.Class(m.Machine.Class)
	if !known {
		return fmt.Errorf("machine %s: class %q is none of the site's", m.Machine.ID, m.Machine.Class)
	}
	if m.Machine.ID == "" || f.byID[m.Machine.ID] != nil {
		return fmt.Errorf("machine %q at %s: want an id of its own", m.Machine.ID, m.Address)
	}
	if len(m.Machine.Levels) < 2 {
		return fmt.Errorf("machine %s: want levels from asleep to full", m.Machine.ID)
	}
	u := &member{Member: m, index: len(f.units)}
	// Readings are spread over their period, so that they do not come together.
	u.phase = time.Duration(dispatch.Share(f.cfg.Seed, m.Machine.ID) * float64(f.cfg.Every))
	f.units = append(f.units, u)
	f.byID[m.Machine.ID] = u
	c := f.classes[m.Machine.Class]
	if c == nil {
		c = &class{spec: spec, wish: spec.MaxMW()}
		f.classes[m.Machine.Class] = c
	}
	c.members = append(c.members, u)
	return nil
}

// Loopback reports whether every machine is on this computer.
func (f *Fleet) Loopback() bool {
	if f.cfg.Groups != nil && !f.cfg.Groups.Loopback() {
		return false
	}
	return !slices.ContainsFunc(f.units, func(u *member) bool { return !u.Loopback })
}

// Set takes a power for a class and returns; the machines follow along their
// ramps. Asking again with the same request id changes nothing.
func (f *Fleet) Set(ctx context.Context, id string, target unit.MW, requestID string) error {
	f.mu.Lock()
	c := f.classes[id]
	f.mu.Unlock()
	if c == nil {
		if f.cfg.Groups == nil {
			return fmt.Errorf("set power of class %q at site %s: no such class", id, f.cfg.Site.ID)
		}
		return f.cfg.Groups.Set(ctx, id, target, requestID)
	}
	if requestID == "" {
		return fmt.Errorf("set power of class %s at site %s: a request id is required", id, f.cfg.Site.ID)
	}
	if !(target >= 0) || target > c.spec.MaxMW()*1.001+0.001 {
		return fmt.Errorf("set power of class %s at site %s: target %g MW is outside 0..%g", id, f.cfg.Site.ID, float64(target), float64(c.spec.MaxMW()))
	}
	around := f.cfg.Around.Situation(ctx, f.cfg.Site.ID)
	f.mu.Lock()
	defer f.mu.Unlock()
	f.around = around
	if c.request == requestID {
		return nil
	}
	c.urgent = around.Shed && target < c.wish
	c.request, c.wish, c.wished = requestID, target, f.cfg.Clock.Now()
	c.driftFrom = time.Time{}
	f.stale = true
	f.wake()
	return nil
}

// wake has the loop step at once. The caller need not hold the lock.
func (f *Fleet) wake() {
	select {
	case f.poke <- struct{}{}:
	default:
	}
}

// Read is one reading per class and the settlement meter's. Classes behind the
// group agent are read there.
func (f *Fleet) Read(ctx context.Context) ([]site.Reading, error) {
	var grouped []site.Reading
	var err error
	if f.cfg.Groups != nil {
		grouped, err = f.cfg.Groups.Read(ctx)
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if !f.primed {
		return grouped, errors.Join(err, fmt.Errorf("fleet of site %s: not every machine has been read yet", f.cfg.Site.ID))
	}
	now := f.cfg.Clock.Now()
	var readings []site.Reading
	for _, r := range grouped {
		if f.classes[r.Class] == nil && (r.Class != "" || f.cfg.Meter == nil) {
			readings = append(readings, r)
		}
	}
	var machines unit.MW
	var energy unit.MWh
	for _, id := range f.order {
		c := f.classes[id]
		sum := f.sum(c)
		machines += sum.power
		energy += c.energy
		readings = append(readings, site.Reading{
			Site: f.cfg.Site.ID, Class: id, At: now, Power: sum.power, Energy: c.energy, THs: sum.ths, UnitsOn: sum.on,
			Source: "fleet/" + f.cfg.Site.ID + " by " + sum.source.String(), Simulated: f.cfg.Sim,
		})
	}
	if f.cfg.Meter == nil && f.cfg.Groups != nil {
		return readings, err
	}
	r := site.Reading{Site: f.cfg.Site.ID, At: now, Simulated: f.cfg.Sim}
	if f.cfg.Meter != nil {
		if f.meter.at.IsZero() || now.Sub(f.meter.at) > f.meterStale() {
			return readings, errors.Join(err, fmt.Errorf("meter of site %s: not read since %s: %s", f.cfg.Site.ID, f.meter.at.Format(time.RFC3339), f.meter.err))
		}
		r.At, r.Power, r.Energy, r.Source = f.meter.at, f.meter.power, f.meter.energy, "meter/"+f.cfg.Site.ID
		r.Switchgear = f.meter.gear
	} else {
		hours := now.Sub(f.stats0()).Hours()
		r.Power, r.Source = f.cfg.Site.MeterMW(machines), "fleet/"+f.cfg.Site.ID+" summed, no meter"
		r.Energy = energy*unit.MWh(1+f.cfg.Site.Limits.AuxShare) + unit.MWh(float64(f.cfg.Site.Limits.AuxMW)*hours)
	}
	return append(readings, r), err
}

// meterDue is how often the meter and the outlets are read. In a world that runs
// faster than time the wall's clock sets the pace.
func (f *Fleet) meterDue() time.Duration {
	return max(meterEvery, time.Duration(float64(meterWall)*f.cfg.Clock.Speed()))
}

// meterStale is how old a reading of the meter may be and still be its power:
// five minutes, or two readings missed where they are further apart.
func (f *Fleet) meterStale() time.Duration {
	return max(5*time.Minute, 3*f.meterDue())
}

// stats0 is when energy began to be counted.
func (f *Fleet) stats0() time.Time {
	for _, u := range f.units {
		if !u.first.IsZero() {
			return u.first
		}
	}
	return f.cfg.Clock.Now()
}

// total is what a class does now.
type total struct {
	power  unit.MW
	ths    unit.THs
	on     int
	source dispatch.Trust
}

// sum adds a class up. Where the class is all that the site's meter sees, the
// meter is believed before the machines. The caller holds the lock.
func (f *Fleet) sum(c *class) total {
	t := total{source: dispatch.PDU}
	watts := 0.0
	for _, u := range c.members {
		watts += u.watts
		t.source = min(t.source, max(u.source, dispatch.Nameplate))
		t.ths += u.reading.THs
		if u.works() {
			t.on += max(1, u.Units)
		}
	}
	t.power = unit.MW(watts / 1e6)
	if f.onlyClass(c) && f.cfg.Meter != nil && !f.meter.at.IsZero() && f.cfg.Clock.Now().Sub(f.meter.at) <= f.meterStale() {
		t.power, t.source = f.cfg.Site.MachineMW(f.meter.power), dispatch.Meter
	}
	return t
}

func (f *Fleet) onlyClass(c *class) bool {
	return len(f.cfg.Site.Classes) == 1 && f.cfg.Site.Classes[0].ID == c.spec.ID
}
