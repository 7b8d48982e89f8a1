// Package taskmarket makes tasks of the state of the grid, offers them, checks
// what workers hand in, and writes a receipt for what holds. Each task names the
// page or the decision that reads its result; a result that does not hold is
// refused with the reason, and a worker that is refused again and again is
// suspended.
//
// It is not for solving (service/worker) nor for the checks themselves
// (core/work).
package taskmarket

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"sync"
	"time"

	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/core/grid"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
	"github.com/pouw-dem/pouwdem/internal/core/schedule"
	"github.com/pouw-dem/pouwdem/internal/core/work"
)

// Studies knows the state of the network as it was last studied.
type Studies interface {
	Case() (text []byte, name string, ok bool)
}

// Queue is the coordinator's side of the bus, on which each operator has a queue
// of its own.
type Queue interface {
	Offer(ctx context.Context, operator string, s work.Spec, turn int) error
	Withdraw(ctx context.Context, task proof.Hash) error
	Present() []schedule.Worker
	Results(ctx context.Context, take func(context.Context, work.Handed) error) error
	Dead(ctx context.Context, take func(context.Context, work.DeadLetter) error) error
	Open(ctx context.Context, operator string, w work.Worker, task proof.Hash, indices []int) ([]work.Opening, error)
	Cases
}

// Cases keeps case files for those who work on them.
type Cases interface {
	Keep(ctx context.Context, digest proof.Hash, text []byte) error
	CaseFile(ctx context.Context, digest proof.Hash) ([]byte, error)
}

// Book keeps tasks and proofs.
type Book interface {
	PutWork(ctx context.Context, r work.Record, file *work.File) error
	Work(ctx context.Context, task proof.Hash) (r work.Record, ok bool, err error)
	OpenWork(ctx context.Context) ([]work.Record, error)
	// GivenWork is what was given out in [from, to), closed since or not.
	GivenWork(ctx context.Context, from, to time.Time) ([]work.Record, error)
	SubmittedWork(ctx context.Context, submitter string, since time.Time) (int, error)
}

// Operators knows those whose workers take tasks.
type Operators interface {
	// SiteOf is the site at which an operator's workers stand; empty: none.
	SiteOf(operator string) string
	// Own is whether its workers are in this process: their results are checked
	// like any, but it is not suspended.
	Own(operator string) bool
}

// Settings keeps a value under a name.
type Settings interface {
	Setting(ctx context.Context, key string) (value []byte, ok bool, err error)
	PutSetting(ctx context.Context, key string, value []byte) error
}

// History reads observations as they were known at a moment.
type History interface {
	Last(ctx context.Context, series []market.Series, asOf time.Time) ([]market.Observation, error)
	Range(ctx context.Context, series market.Series, from, to, asOf time.Time) ([]market.Observation, error)
}

// Config is what a Market needs.
type Config struct {
	Studies   Studies
	Queue     Queue
	Book      Book
	Settings  Settings
	Operators Operators
	History   History
	Witness   Witness         // nil: the order of root and sample is attested by the coordinator alone
	Plans     Plans           // nil: no plan grants megawatts, and heavy tasks wait
	Absence   time.Duration   // of an operator, on the wall's clock, until its tasks go to others
	Series    []market.Series // that forecasts are asked of
	Renewable float64         // share from which grid work moves up, a fraction
	Simulated bool            // the state of the network is not real
	Every     time.Duration
	Clock     clock.Clock
	Random    io.Reader
	Log       *slog.Logger
}

// Market makes and checks tasks.
type Market struct {
	cfg Config

	mu    sync.Mutex
	cases map[proof.Hash][]byte
	order []proof.Hash
	next  int // branch that the next shard of outages begins with
	round int

	hard            int            // heavy tasks that were asked
	screened, swung int            // and those of other kinds
	states          int            // of the adequacy study that were asked for
	distrust        map[string]int // what is held against operators
	roots           roots
	kick            chan struct{} // something closed: there is room for the next

	giving sync.Mutex // one gives out at a time
	hands  hands
}

// New is a market; it does nothing before Run.
func New(cfg Config) *Market {
	return &Market{cfg: cfg, cases: map[proof.Hash][]byte{}, distrust: map[string]int{}, roots: roots{}, kick: make(chan struct{}, 1), hands: newHands()}
}

const (
	shard      = 32   // outages of one task
	screen     = 60   // by the direct-current model
	heavyEvery = 12   // rounds
	hoursOfDay = 24   // hours of one task
	states     = 1000 // sampled states of one task
	sampled    = 32   // leaves of larger tasks that are checked
	kept       = 4    // leaves in the proof file of a task that was checked whole
	spread     = 0.02 // of the loads
	keptCases  = 6
	timeToWork = 30 * time.Minute
)

// Run makes tasks and checks results until ctx ends.
func (m *Market) Run(ctx context.Context) error {
	if err := m.recall(ctx); err != nil {
		return err
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	checking := make(chan error, 3)
	go func() { checking <- m.cfg.Queue.Results(ctx, m.take) }()
	go func() { checking <- m.cfg.Queue.Dead(ctx, m.bury) }()
	go func() { checking <- m.giveOut(ctx) }()
	for {
		if err := m.Offer(ctx); err != nil && ctx.Err() == nil {
			m.cfg.Log.WarnContext(ctx, "no task was offered", "error", err)
		}
		select {
		case err := <-checking:
			cancel()
			return errors.Join(err, <-checking, <-checking)
		default:
		}
		if m.cfg.Clock.Sleep(ctx, m.pause()) != nil {
			return errors.Join(<-checking, <-checking, <-checking)
		}
	}
}

// leastPause is the least time of the wall between tasks: solving and checking
// take as long in a world that runs faster.
const leastPause = 5 * time.Second

// pause is the time between tasks, on the market's clock.
func (m *Market) pause() time.Duration {
	return max(m.cfg.Every, time.Duration(float64(leastPause)*m.cfg.Clock.Speed()))
}

// Offer makes the tasks of the newest study, closes those that nobody did in
// time, and gives out what may be given out.
func (m *Market) Offer(ctx context.Context) error {
	if err := m.expire(ctx); err != nil {
		return err
	}
	text, name, ok := m.cfg.Studies.Case()
	if !ok {
		return nil
	}
	priority, why, err := m.urgency(ctx, name)
	if err != nil {
		return err
	}
	c, err := grid.ReadCase(name, text)
	if err != nil {
		return fmt.Errorf("read the newest study: %w", err)
	}
	branches := 0
	for _, b := range c.Branches {
		if b.On() {
			branches++
		}
	}
	m.remember(text)
	if err := m.foresee(ctx, priority, why); err != nil {
		return err
	}
	for _, kind := range m.turn(priority == work.Critical) {
		s := work.Spec{
			Version: 1, Kind: kind, Case: proof.Keccak(text), Spread: spread, Class: kind.Class(), Priority: kind.Urgency(priority),
			Deadline: m.cfg.Clock.Now().Add(timeToWork), PriceBy: "internal", Buses: len(c.Buses),
		}
		m.ask(&s, branches)
		s.EnergyWh = s.Energy()
		s.PriceUSD = s.EnergyWh / 1e6 * valueOf(s.Priority)
		if _, err := m.offer(ctx, s, text, work.Record{Case: name, Reason: "the network was studied anew", Why: why}); err != nil {
			return err
		}
	}
	return m.GiveOut(ctx)
}

// turn is the kinds of the next round: outages and one state of the system each
// time, what else is light by turns, and now and then something heavy; which of
// them, by turns too. In an emergency something heavy is asked in each round.
func (m *Market) turn(emergency bool) []work.Kind {
	m.mu.Lock()
	defer m.mu.Unlock()
	light := []work.Kind{work.Series, work.Adequacy, work.Screening}
	heavy := []work.Kind{work.Nose, work.Dispatch, work.Swing, work.Secure}
	kinds := []work.Kind{work.PowerFlow, work.N1, light[m.round%len(light)]}
	if emergency || m.round%heavyEvery == 1 {
		kinds = append(kinds, heavy[m.hard%len(heavy)])
		m.hard++
	}
	m.round++
	return kinds
}

// ask says what a task of a kind asks, and who reads the answer.
func (m *Market) ask(s *work.Spec, branches int) {
	switch s.Kind {
	case work.PowerFlow:
		s.QLimits = true
		s.Reader = "page Tasks: voltages with loads off by 2 %, within reactive limits"
	case work.N1:
		s.First, s.Count = m.shard(&m.next, shard, branches)
		s.Reader = "page Tasks: outages that overload a branch if loads are off by 2 %"
	case work.Series:
		s.Count = hoursOfDay
		s.Reader = "page Tasks: hours of the day in which a limit is not kept"
	case work.Adequacy:
		m.mu.Lock()
		s.First, s.Count = m.states, states
		m.states += states
		m.mu.Unlock()
		s.Reader = "page Tasks: states in which generators that are left cannot serve the load"
	case work.Screening:
		s.First, s.Count = m.shard(&m.screened, screen, branches)
		s.Reader = "page Tasks: outages that overload a branch by the direct-current model"
	case work.Dispatch:
		s.Reader = "page Tasks: what the least cost dispatch loads and how low its voltages are"
	case work.Secure:
		s.Reader = "page Tasks: whether a dispatch exists that no single loss overloads"
	case work.Nose:
		s.Reader = "page Tasks: how far loads can grow until voltages collapse"
	case work.Swing:
		s.First, s.Count = m.shard(&m.swung, 1, branches)
		s.Reader = "page Tasks: faults that lose a machine though cleared in 100 ms"
	}
}

// shard is the next run of outages, of at most so many.
func (m *Market) shard(next *int, most, branches int) (first, count int) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if *next >= branches {
		*next = 0
	}
	first, count = *next, min(most, branches-*next)
	*next += count
	return first, count
}

// urgency is what the state of the system, and of the network that was studied,
// make of grid work, and why.
func (m *Market) urgency(ctx context.Context, network string) (work.Priority, string, error) {
	known, err := m.cfg.History.Last(ctx, []market.Series{{Kind: market.EEA}, {Kind: market.PRC}, {Kind: market.GridMargin, Key: network}, {Kind: market.RenewableShare}}, m.cfg.Clock.Now())
	if err != nil {
		return work.Medium, "", err
	}
	const (
		scarce = 3000 // MW of physical responsive capability
		over   = -0.2 // of a branch's limit, in the base case or after an outage
	)
	priority, why := work.Medium, "the system is in its normal state"
	for _, o := range known {
		switch {
		case o.Series.Kind == market.EEA && o.Value > 0:
			return work.Critical, fmt.Sprintf("energy emergency alert, level %.0f", o.Value), nil
		case o.Series.Kind == market.PRC && o.Value < scarce:
			return work.Critical, fmt.Sprintf("physical responsive capability is %.0f MW", o.Value), nil
		case o.Series.Kind == market.GridMargin && o.Value < over:
			return work.Critical, fmt.Sprintf("a branch of the network carries %.0f %% more than its limit, now or after an outage", -100*o.Value), nil
		case o.Series.Kind == market.RenewableShare && policy.RenewablePriority(o.Value, m.cfg.Renewable):
			priority, why = work.High, fmt.Sprintf("%.0f %% of generation is renewable", 100*o.Value)
		}
	}
	return priority, why, nil
}

// valueOf is what the coordinator's own tasks are worth, $/MWh of their energy:
// what the compute would cost elsewhere (an accelerator of 1.59 kW for 2 $ an hour
// is some 1,260 $/MWh), three quarters or half of it where less presses, and in an
// emergency ERCOT's offer cap. It is a price within the house: nobody is paid it.
func valueOf(p work.Priority) float64 { return [...]float64{600, 900, 1200, 5000}[min(max(p, 0), 3)] }

// offer keeps the task's case and records the task; it waits until it is given
// out.
func (m *Market) offer(ctx context.Context, s work.Spec, text []byte, r work.Record) (work.Record, error) {
	var random [41]byte
	if _, err := io.ReadFull(m.cfg.Random, random[:]); err != nil {
		return r, fmt.Errorf("draw a task's secret: %w", err)
	}
	r.Reveal, r.State = proof.Hash(random[:32]), work.Offered
	r.Offered, r.EnergyWh, r.EnergyBy = m.cfg.Clock.Now(), s.EnergyWh, "estimate"
	r.Simulated = m.cfg.Simulated && r.Submitter == ""
	if r.Submitter == "" {
		s.Seed = binary.BigEndian.Uint64(random[32:40])
	}
	s.Commit = proof.Keccak(r.Reveal[:])
	r.Spec, r.Task = s, s.Digest()
	if r.Submitter == "" && s.Class == work.Light && random[40] < canaryShare {
		var err error
		if r.Known, err = m.known(s, text); err != nil {
			return r, err
		}
	}
	if err := m.cfg.Queue.Keep(ctx, s.Case, text); err != nil {
		return r, err
	}
	return r, m.cfg.Book.PutWork(ctx, r, nil)
}

func (m *Market) remember(text []byte) {
	m.mu.Lock()
	defer m.mu.Unlock()
	digest := proof.Keccak(text)
	if _, ok := m.cases[digest]; ok {
		return
	}
	m.cases[digest], m.order = text, append(m.order, digest)
	if len(m.order) > keptCases {
		delete(m.cases, m.order[0])
		m.order = m.order[1:]
	}
}

func (m *Market) expire(ctx context.Context) error {
	open, err := m.cfg.Book.OpenWork(ctx)
	if err != nil {
		return err
	}
	now := m.cfg.Clock.Now()
	for _, r := range open {
		if !r.Awaits.IsZero() {
			if err := m.score(ctx, r); err != nil {
				return err
			}
			continue
		}
		if now.After(r.Spec.Deadline.Add(timeToWork)) {
			r.State, r.Reason, r.Closed = work.Expired, "nobody handed a result in", now
			if r.To == "" && r.Because != "" {
				r.Reason = "it was never given out: " + r.Because
			}
			if err := m.cfg.Book.PutWork(ctx, r, nil); err != nil {
				return err
			}
			if r.To == "" {
				continue
			}
			if err := m.cfg.Queue.Withdraw(ctx, r.Task); err != nil {
				return err
			}
		}
	}
	return nil
}

// textOf is the case file of a task: at hand, or from where its workers get it.
func (m *Market) textOf(ctx context.Context, digest proof.Hash) ([]byte, error) {
	m.mu.Lock()
	text, ok := m.cases[digest]
	m.mu.Unlock()
	if ok {
		return text, nil
	}
	text, err := m.cfg.Queue.CaseFile(ctx, digest)
	if err != nil {
		return nil, err
	}
	m.remember(text)
	return text, nil
}

// CaseOf is the case file of a task; it is kept for a day.
func (m *Market) CaseOf(ctx context.Context, digest proof.Hash) ([]byte, error) {
	return m.textOf(ctx, digest)
}
