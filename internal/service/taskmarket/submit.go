package taskmarket

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/escrow"
	"github.com/pouw-dem/pouwdem/internal/core/grid"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/core/work"
)

// Limits of what is submitted from outside.
const (
	mostCase      = 8 << 20   // bytes of a case file
	mostBuses     = 20_000    // of its network
	mostLeafBuses = 2_000_000 // buses times leaves: 32 MB of voltages, which are all kept
	mostEnergy    = 200       // Wh of one task, as estimated: an hour of a server
	mostOpen      = 8         // tasks of one submitter that wait at a time
	mostADay      = 200       // tasks of one submitter in 24 hours
	longest       = 24 * time.Hour
)

// ErrNotTaken is why a task from outside is not taken.
var ErrNotTaken = errors.New("the task is not taken")

// Order is a task from outside.
type Order struct {
	Submitter string
	Name      string // of the case, for people
	Text      []byte // the case file
	Kind      work.Kind
	First     int
	Count     int // 0: for outages, all from the first on
	Seed      uint64
	Spread    float64
	Heavy     bool
	Priority  work.Priority
	Within    time.Duration
	BountyUSD float64
}

// Submit takes a task from outside, or says why it does not. Its bounty is held from
// the submitter's money until the task is closed; nothing is minted for it.
func (m *Market) Submit(ctx context.Context, o Order) (work.Record, error) {
	refuse := func(format string, args ...any) (work.Record, error) {
		return work.Record{}, fmt.Errorf("%w: "+format, append([]any{ErrNotTaken}, args...)...)
	}
	switch {
	case o.Submitter == "":
		return refuse("nobody submits it")
	case len(o.Text) > mostCase:
		return refuse("the case file has %d bytes, at most %d are taken", len(o.Text), mostCase)
	case o.Within <= 0 || o.Within > longest:
		return refuse("a deadline in %s: want up to %s", o.Within, longest)
	case o.Priority > work.High:
		return refuse("CRITICAL is for the coordinator's own tasks in an emergency")
	}
	if o.Kind == work.Forecast {
		return refuse("a forecast is scored by what comes, which the coordinator knows of its own series alone")
	}
	if err := m.quota(ctx, o.Submitter); err != nil {
		return work.Record{}, err
	}
	c, err := grid.ReadCase(o.Name, o.Text)
	if err != nil {
		return refuse("%w", err)
	}
	if len(c.Buses) > mostBuses {
		return refuse("the network has %d buses, at most %d are taken", len(c.Buses), mostBuses)
	}
	if (o.Kind == work.N1 || o.Kind == work.Screening) && o.Count == 0 {
		for _, b := range c.Branches {
			if b.On() {
				o.Count++
			}
		}
		o.Count -= o.First
	}
	if n := len(c.Buses) * max(1, o.Count); n > mostLeafBuses && o.Kind != work.Adequacy {
		return refuse("%d buses times %d leaves is %d, at most %d are taken: submit it in shards with first and count", len(c.Buses), max(1, o.Count), n, mostLeafBuses)
	}
	s := work.Spec{
		Version: 1, Kind: o.Kind, Case: proof.Keccak(o.Text), Seed: o.Seed, Spread: o.Spread, First: o.First, Count: o.Count,
		Class: work.Light, Priority: o.Priority, Deadline: m.cfg.Clock.Now().Add(o.Within), PriceUSD: o.BountyUSD, PriceBy: "none",
		Reader: "whoever submitted it", Buses: len(c.Buses),
	}
	if s.EnergyWh = s.Energy(); s.EnergyWh > mostEnergy {
		return refuse("it would take some %.0f Wh, at most %d are taken: submit it in shards, or on a smaller network", s.EnergyWh, mostEnergy)
	}
	if o.Heavy {
		s.Class = work.Heavy
	}
	bounty := unit.Dollars(o.BountyUSD)
	if bounty > 0 {
		s.PriceBy = "bounty"
	}
	if _, err := s.Build(o.Text); err != nil {
		return refuse("%w", err)
	}
	m.remember(o.Text)
	defer m.nudge()
	r, err := m.offer(ctx, s, o.Text, work.Record{
		Case: o.Name, Submitter: o.Submitter, Escrow: bounty, Reason: "submitted by " + o.Submitter, Why: "as its submitter asked",
	})
	if errors.Is(err, escrow.ErrFunds) {
		return refuse("%w; an admin books what comes in: pouwdem work deposit", err)
	}
	return r, err
}

// quota refuses a submitter who has too much under way.
func (m *Market) quota(ctx context.Context, submitter string) error {
	open, err := m.cfg.Book.OpenWork(ctx)
	if err != nil {
		return err
	}
	waiting := 0
	for _, r := range open {
		if r.Submitter == submitter {
			waiting++
		}
	}
	if waiting >= mostOpen {
		return fmt.Errorf("%w: %d tasks of %s wait already, at most %d may: try again when one is done", ErrNotTaken, waiting, submitter, mostOpen)
	}
	today, err := m.cfg.Book.SubmittedWork(ctx, submitter, m.cfg.Clock.Now().Add(-24*time.Hour))
	if err == nil && today >= mostADay {
		err = fmt.Errorf("%w: %s has submitted %d tasks in 24 hours, which is all that a day has", ErrNotTaken, submitter, mostADay)
	}
	return err
}
