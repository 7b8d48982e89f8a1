package desk

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/desk"
	"github.com/pouw-dem/pouwdem/internal/core/settle"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Day is what a site offers for an operating day; ok is false where nothing was
// made yet.
func (d *Desk) Day(ctx context.Context, siteID, day string) (desk.Day, bool, error) {
	if _, err := d.member(siteID); err != nil {
		return desk.Day{}, false, err
	}
	return d.cfg.Book.Day(ctx, siteID, day)
}

// change lets do change an operating day, and keeps what came of it.
func (d *Desk) change(ctx context.Context, siteID, day string, do func(m *member, day *desk.Day) error) (desk.Day, error) {
	m, err := d.member(siteID)
	if err != nil {
		return desk.Day{}, err
	}
	m.days.Lock()
	defer m.days.Unlock()
	have, ok, err := d.cfg.Book.Day(ctx, siteID, day)
	if err != nil {
		return desk.Day{}, err
	}
	if !ok {
		return desk.Day{}, fmt.Errorf("offers of %s for %s: none were made: %w", siteID, day, ErrState)
	}
	if err := do(m, &have); err != nil {
		return desk.Day{}, err
	}
	return have, d.put(ctx, have)
}

// open reports why the market of an operating day takes no offers; nil where it
// does.
func (d *Desk) open(day *desk.Day) error {
	of, err := unit.ParseDay(day.Day)
	if err != nil {
		return err
	}
	if now := d.cfg.Clock.Now(); !now.Before(of.Add(-1).Start().Add(closesAt)) {
		return fmt.Errorf("the market of %s closed at 10:00 Central the day before: %w", day.Day, ErrState)
	}
	if day.Status != desk.Draft && day.Status != desk.Approved {
		return fmt.Errorf("the offers for %s are %s: %w", day.Day, day.Status, ErrState)
	}
	return nil
}

// Approve lets offers go out when it is time, or with on false holds them back.
func (d *Desk) Approve(ctx context.Context, siteID, day string, on bool, by string) (desk.Day, error) {
	return d.change(ctx, siteID, day, func(_ *member, day *desk.Day) error {
		if err := d.open(day); err != nil {
			return err
		}
		day.Status, day.By = desk.Draft, by
		if on {
			day.Status = desk.Approved
		}
		return nil
	})
}

// Replace takes the curves of a table in place of the offers' own. They then
// want approval again.
func (d *Desk) Replace(ctx context.Context, siteID, day string, table []byte, by string) (desk.Day, error) {
	return d.change(ctx, siteID, day, func(m *member, day *desk.Day) error {
		if err := d.open(day); err != nil {
			return err
		}
		if err := day.Replace(m.site, table); err != nil {
			return err
		}
		day.Status, day.By = desk.Draft, by
		day.Revision++
		day.Note = "Changed by " + by + "."
		return nil
	})
}

// Enter takes awards by hand or from a file, where no QSE brings them.
func (d *Desk) Enter(ctx context.Context, siteID, day string, awards []site.Position, by string) (desk.Day, error) {
	return d.change(ctx, siteID, day, func(m *member, day *desk.Day) error {
		if day.Status != desk.Submitted && day.Status != desk.Awarded {
			return fmt.Errorf("the offers for %s are %s and have not been submitted: %w", day.Day, day.Status, ErrState)
		}
		for i := range awards {
			awards[i].Simulated = day.Simulated
		}
		if err := day.Award(m.site, awards, d.cfg.Clock.Now()); err != nil {
			return err
		}
		day.Note = "Awards entered by " + by + "."
		return nil
	})
}

// Reconcile holds a statement against our own settlement of the days that it is
// about, and keeps the outcome.
func (d *Desk) Reconcile(ctx context.Context, siteID, name string, table []byte) (settle.Comparison, error) {
	lines, err := settle.ReadStatement(table)
	if err != nil {
		return settle.Comparison{}, err
	}
	lines = slices.DeleteFunc(lines, func(l settle.StatementLine) bool { return l.Site != siteID })
	if len(lines) == 0 {
		return settle.Comparison{}, fmt.Errorf("%w: no line is about site %s", settle.ErrStatement, siteID)
	}
	first, last := lines[0].Day, lines[0].Day
	for _, l := range lines {
		first, last = min(first, l.Day), max(last, l.Day)
	}
	from, err := unit.ParseDay(first)
	if err != nil {
		return settle.Comparison{}, err
	}
	to, err := unit.ParseDay(last)
	if err != nil {
		return settle.Comparison{}, err
	}
	settled, err := d.cfg.Statements.Settlements(ctx, siteID, from.Start(), to.Next().Start())
	if err != nil {
		return settle.Comparison{}, err
	}
	c := settle.Compare(siteID, name, lines, settled, d.cfg.Clock.Now())
	return c, d.cfg.Statements.PutStatement(ctx, c)
}

// State is how the desk does for a site.
type State struct {
	Next     unit.Day // the operating day whose market closes next
	Closes   time.Time
	RealTime *desk.RealTime
	Trouble  string
	Timing   []time.Duration // of the newest orders of the QSE, all sites
}

// State is how the desk does for a site.
func (d *Desk) State(siteID string) (State, error) {
	m, err := d.member(siteID)
	if err != nil {
		return State{}, err
	}
	next := NextDay(d.cfg.Clock.Now())
	st := State{Next: next, Closes: next.Add(-1).Start().Add(closesAt)}
	m.mu.Lock()
	st.RealTime, st.Trouble = m.realTime, m.trouble
	m.mu.Unlock()
	d.mu.Lock()
	st.Timing = slices.Clone(d.timing)
	d.mu.Unlock()
	return st, nil
}
