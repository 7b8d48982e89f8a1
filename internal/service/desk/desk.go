// Package desk is a site's day in ERCOT's markets: before the day-ahead market
// closes it makes the next operating day's offers, waits for approval where that
// is asked for, and sends them to the QSE; when the market has cleared it takes
// the awards; within the day it offers again every interval; and it hands awards,
// deployments and base points of the real time to the controller.
//
// What is offered and why is core/desk's; deciding and commanding is the
// controller's.
package desk

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/core/desk"
	"github.com/pouw-dem/pouwdem/internal/core/episode"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/settle"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Book keeps operating days and what they led to.
type Book interface {
	// PutDay keeps a day in place of the one before, with its positions.
	PutDay(ctx context.Context, d desk.Day, events []episode.Event) error
	Day(ctx context.Context, site, day string) (d desk.Day, ok bool, err error)
	Positions(ctx context.Context, site string, from, to time.Time) ([]site.Position, error)
}

// Statements keeps what was held against our own settlement.
type Statements interface {
	PutStatement(ctx context.Context, c settle.Comparison) error
	Settlements(ctx context.Context, site string, from, to time.Time) ([]settle.Settlement, error)
}

// Controller knows what is known for a site, and takes what binds it.
type Controller interface {
	Snapshot(ctx context.Context, site string) (market.Snapshot, error)
	Submit(ctx context.Context, site string, ins site.Instruction) (isNew bool, err error)
}

// Orders keeps awards and reads what binds a site.
type Orders interface {
	PutAward(ctx context.Context, site string, a site.Award) error
	Orders(ctx context.Context, site string, at time.Time) (site.Orders, error)
}

// Ledger knows the running plan.
type Ledger interface {
	Decisions(ctx context.Context, site string, from, to time.Time, limit int) ([]episode.Decision, error)
}

// QSE carries offers to ERCOT and awards back.
type QSE interface {
	Submit(ctx context.Context, point string, d desk.Day) (reference string, err error)
	Awards(ctx context.Context, site, day string) (awards []site.Position, published bool, err error)
	Offer(ctx context.Context, r desk.RealTime) error
	Instructions(ctx context.Context, site string) ([]site.Instruction, error)
}

// Config is what a Desk needs.
type Config struct {
	Sites      []site.Site
	Book       Book
	Statements Statements
	Controller Controller
	Orders     Orders
	Ledger     Ledger
	QSE        QSE // nil: offers and awards go by file
	Clock      clock.Clock
	Log        *slog.Logger
}

// Desk works for every site that takes part.
type Desk struct {
	cfg     Config
	members []*member

	mu     sync.Mutex
	timing []time.Duration // from an order of the QSE to the stored decision, on the wall's clock
}

// member is a site that takes part. Its lock serialises what changes its days.
type member struct {
	site *site.Site
	days sync.Mutex

	mu       sync.Mutex
	realTime *desk.RealTime
	trouble  string
	baseMW   *unit.MW
}

// New finds the sites that take part; it does nothing before Run.
func New(cfg Config) *Desk {
	d := &Desk{cfg: cfg}
	for i := range cfg.Sites {
		if cfg.Sites[i].Participation != nil {
			d.members = append(d.members, &member{site: &cfg.Sites[i]})
		}
	}
	return d
}

// ErrNoSite means that no site of that id takes part.
var ErrNoSite = errors.New("no such site in the market")

// ErrState means that an operating day is not where that could be done.
var ErrState = errors.New("not possible now")

func (d *Desk) member(id string) (*member, error) {
	for _, m := range d.members {
		if m.site.ID == id {
			return m, nil
		}
	}
	return nil, fmt.Errorf("site %q: %w", id, ErrNoSite)
}

// The desk's day, Central time. ERCOT's day-ahead market takes offers until
// 10:00 and publishes awards about 13:30.
const (
	sendAt   = 9 * time.Hour
	closesAt = 10 * time.Hour
	awardsAt = 13*time.Hour + 30*time.Minute
	remake   = time.Hour   // draft offers are made anew so often
	pulse    = time.Minute // between looks
	listen   = 10 * time.Second
	leastGap = 250 * time.Millisecond // of the wall, between two looks, however fast the clock runs
)

// Run works until ctx ends.
func (d *Desk) Run(ctx context.Context) error {
	if len(d.members) == 0 {
		<-ctx.Done()
		return nil
	}
	var listening sync.WaitGroup
	if d.cfg.QSE != nil {
		listening.Go(func() { d.listen(ctx) })
	}
	defer listening.Wait()
	for {
		for _, m := range d.members {
			err := d.pass(ctx, m)
			if ctx.Err() != nil {
				return nil
			}
			if isNew := m.note(err); isNew {
				d.cfg.Log.WarnContext(ctx, "the desk's work waits", "site", m.site.ID, "error", err)
			}
		}
		if d.rest(ctx, pulse) != nil {
			return nil
		}
	}
}

// rest waits on the site's clock, but not less than a moment of the wall's.
func (d *Desk) rest(ctx context.Context, on time.Duration) error {
	least := time.Duration(float64(leastGap) * d.cfg.Clock.Speed())
	return d.cfg.Clock.Sleep(ctx, max(on, least))
}

// note keeps what holds the work up, and reports whether it is trouble that was
// not there before.
func (m *member) note(err error) (isNew bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	was := m.trouble
	m.trouble = ""
	if err != nil {
		m.trouble = err.Error()
	}
	return err != nil && was == ""
}

// NextDay is the operating day whose market is the next to close.
func NextDay(now time.Time) unit.Day {
	today := unit.DayOf(now)
	if now.Before(today.Start().Add(closesAt)) {
		return today.Add(1)
	}
	return today.Add(2)
}

// pass does what is due for a site: it is the same whenever it is called.
func (d *Desk) pass(ctx context.Context, m *member) error {
	now := d.cfg.Clock.Now()
	today := unit.DayOf(now)
	return errors.Join(
		d.offerNext(ctx, m, now),
		d.closeDay(ctx, m, today.Add(1), now),
		d.award(ctx, m, today.Add(1), now),
		d.award(ctx, m, today, now),
		d.within(ctx, m),
	)
}

// offerNext makes the next market's offers, and sends them when it is time.
func (d *Desk) offerNext(ctx context.Context, m *member, now time.Time) error {
	m.days.Lock()
	defer m.days.Unlock()
	day := NextDay(now)
	have, ok, err := d.cfg.Book.Day(ctx, m.site.ID, day.String())
	if err != nil {
		return err
	}
	market := day.Add(-1)
	due := now.After(market.Start().Add(sendAt))
	if !ok || have.Status == desk.Draft && have.By == "" && !due && now.Sub(have.Made) >= remake {
		if have, err = d.makeDay(ctx, m, day, have.Revision, now); err != nil {
			return err
		}
	}
	if !due || unit.DayOf(now) != market {
		return nil
	}
	if have.Status == desk.Draft && m.site.Participation.Auto {
		have.Status, have.By = desk.Approved, "policy"
		if err := d.put(ctx, have); err != nil {
			return err
		}
	}
	if have.Status == desk.Approved {
		return d.send(ctx, m, have, now)
	}
	return nil
}

func (d *Desk) makeDay(ctx context.Context, m *member, day unit.Day, revision int, now time.Time) (desk.Day, error) {
	snap, err := d.cfg.Controller.Snapshot(ctx, m.site.ID)
	if err != nil {
		return desk.Day{}, fmt.Errorf("offers for %s: %w", day, err)
	}
	made, err := desk.Make(desk.Input{Site: m.site, Snapshot: &snap, Outlook: snap.Outlook, Made: now}, day)
	if err != nil {
		return desk.Day{}, fmt.Errorf("offers for %s: %w", day, err)
	}
	made.Revision = revision + 1
	return made, d.put(ctx, made)
}

// send gives approved offers to the QSE.
func (d *Desk) send(ctx context.Context, m *member, day desk.Day, now time.Time) error {
	if d.cfg.QSE == nil {
		day.Status, day.Submitted, day.Reference = desk.Submitted, now, "by file"
		day.Note = "No QSE is configured: export the offers, and enter the awards."
		return d.put(ctx, day)
	}
	reference, err := d.cfg.QSE.Submit(ctx, m.site.Point, day)
	if err != nil {
		return fmt.Errorf("send the offers for %s: %w", day.Day, err)
	}
	day.Status, day.Submitted, day.Reference = desk.Submitted, now, reference
	return d.put(ctx, day)
}

// closeDay says so of offers that did not go out in time.
func (d *Desk) closeDay(ctx context.Context, m *member, day unit.Day, now time.Time) error {
	if now.Before(day.Add(-1).Start().Add(closesAt)) {
		return nil
	}
	m.days.Lock()
	defer m.days.Unlock()
	have, ok, err := d.cfg.Book.Day(ctx, m.site.ID, day.String())
	if err != nil || !ok || have.Status != desk.Draft && have.Status != desk.Approved {
		return err
	}
	have.Note = "The market closed at 10:00 Central before the offers went out: nobody had approved them."
	if have.Status == desk.Approved {
		have.Note = "The market closed at 10:00 Central before the QSE took the offers."
	}
	have.Status = desk.Missed
	return d.put(ctx, have)
}

// award takes a day's awards once they are published.
func (d *Desk) award(ctx context.Context, m *member, day unit.Day, now time.Time) error {
	if d.cfg.QSE == nil || now.Before(day.Add(-1).Start().Add(awardsAt)) {
		return nil
	}
	m.days.Lock()
	defer m.days.Unlock()
	have, ok, err := d.cfg.Book.Day(ctx, m.site.ID, day.String())
	if err != nil || !ok || have.Status != desk.Submitted {
		return err
	}
	awards, published, err := d.cfg.QSE.Awards(ctx, m.site.ID, have.Day)
	if err != nil || !published {
		return err
	}
	if err := have.Award(m.site, awards, now); err != nil {
		return fmt.Errorf("awards for %s: %w", have.Day, err)
	}
	return d.put(ctx, have)
}

// put keeps a day and tells of it.
func (d *Desk) put(ctx context.Context, day desk.Day) error {
	body, err := json.Marshal(map[string]any{"operating_day": day.Day, "status": day.Status, "revision": day.Revision, "note": day.Note})
	if err != nil {
		return fmt.Errorf("encode the desk's event: %w", err)
	}
	events := []episode.Event{{Kind: "desk", Site: day.Site, Key: day.Day, At: d.cfg.Clock.Now(), Simulated: day.Simulated, Body: body}}
	return d.cfg.Book.PutDay(ctx, day, events)
}

// within offers again for the running interval, once.
func (d *Desk) within(ctx context.Context, m *member) error {
	snap, err := d.cfg.Controller.Snapshot(ctx, m.site.ID)
	if err != nil {
		return err
	}
	m.mu.Lock()
	done := m.realTime != nil && m.realTime.Interval == snap.Interval
	m.mu.Unlock()
	if done {
		return nil
	}
	decisions, err := d.cfg.Ledger.Decisions(ctx, m.site.ID, snap.Interval.Start.Add(-unit.Control), snap.Interval.End(), 1)
	if err != nil || len(decisions) == 0 {
		return err
	}
	positions, err := d.cfg.Book.Positions(ctx, m.site.ID, snap.Interval.Start, snap.Interval.End())
	if err != nil {
		return err
	}
	offer, ok := desk.Within(m.site, &snap, decisions[0].Plan, positions)
	if !ok {
		return nil
	}
	m.mu.Lock()
	m.realTime = &offer
	m.mu.Unlock()
	if d.cfg.QSE == nil {
		return nil
	}
	if err := d.cfg.QSE.Offer(ctx, offer); err != nil {
		return fmt.Errorf("offer for %s: %w", snap.Interval.Key(), err)
	}
	return nil
}
