package desk

import (
	"context"
	"fmt"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/settle"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Peaks keeps sites' parts in coincident peaks.
type Peaks interface {
	PutPeak(ctx context.Context, p settle.Peak) error
	Peaks(ctx context.Context, site string, most int) ([]settle.Peak, error)
	Settlements(ctx context.Context, site string, from, to time.Time) ([]settle.Settlement, error)
	Range(ctx context.Context, series market.Series, from, to, asOf time.Time) ([]market.Observation, error)
}

// PeakConfig is what a [PeakLedger] needs.
type PeakConfig struct {
	Sites []site.Site
	Store Peaks
	Clock interface {
		Now() time.Time
		Sleep(ctx context.Context, d time.Duration) error
	}
	Warn func(ctx context.Context, err error)
}

// PeakLedger keeps, for every site whose tariff passes the charge through, the
// month's highest interval so far as a candidate, and takes its place by what
// ERCOT publishes.
type PeakLedger struct{ cfg PeakConfig }

// NewPeakLedger does nothing before Run.
func NewPeakLedger(cfg PeakConfig) *PeakLedger { return &PeakLedger{cfg: cfg} }

// Run looks every hour until ctx ends.
func (l *PeakLedger) Run(ctx context.Context) error {
	for l.cfg.Clock.Sleep(ctx, time.Hour) == nil {
		if err := l.Pass(ctx); err != nil && ctx.Err() == nil {
			l.cfg.Warn(ctx, err)
		}
	}
	return nil
}

// lookBack is how far a pass looks for a higher interval: longer than a process
// is usually down, and than a day settles late.
const lookBack = 50 * time.Hour

// Pass looks for intervals of the running month that are higher than its
// candidate, as far as they are settled.
func (l *PeakLedger) Pass(ctx context.Context) error {
	now := l.cfg.Clock.Now()
	var loads []market.Observation
	for i := range l.cfg.Sites {
		s := &l.cfg.Sites[i]
		if s.Transmission == nil || s.Transmission.Value(now) == 0 {
			continue
		}
		if loads == nil {
			var err error
			if loads, err = l.cfg.Store.Range(ctx, market.Series{Kind: market.Load}, now.Add(-lookBack), now, now); err != nil {
				return fmt.Errorf("read the system's load: %w", err)
			}
		}
		if err := l.candidate(ctx, s, loads, now); err != nil {
			return fmt.Errorf("coincident peak of %s: %w", s.ID, err)
		}
	}
	return nil
}

func (l *PeakLedger) candidate(ctx context.Context, s *site.Site, loads []market.Observation, now time.Time) error {
	rule := s.Transmission.RuleAt(now)
	month := monthOf(now)
	known, err := l.standing(ctx, s.ID, month, settle.Candidate)
	if err != nil {
		return err
	}
	best := known
	simulated := false
	for _, bucket := range means(loads, rule.Length) {
		if monthOf(bucket.interval.Start).Equal(month) && bucket.interval.End().Before(now) && bucket.mw > best.SystemMW {
			best.SystemMW, best.Interval = bucket.mw, bucket.interval
			simulated = bucket.simulated
		}
	}
	if best.Interval == known.Interval || best.SystemMW == 0 {
		return nil
	}
	mw, ok, err := l.drawn(ctx, s.ID, best.Interval)
	if err != nil || !ok {
		return err // looked at again once it has settled
	}
	if p, counts := settle.PeakOf(s, best.Interval, best.SystemMW, mw, settle.Candidate, simulated); counts {
		return l.cfg.Store.PutPeak(ctx, p)
	}
	return nil
}

func monthOf(t time.Time) time.Time {
	d := unit.DayOf(t)
	return time.Date(d.Year, d.Month, 1, 0, 0, 0, 0, time.UTC)
}

func (l *PeakLedger) standing(ctx context.Context, siteID string, month time.Time, status settle.PeakStatus) (settle.Peak, error) {
	const twoYears = 48
	peaks, err := l.cfg.Store.Peaks(ctx, siteID, twoYears)
	if err != nil {
		return settle.Peak{}, err
	}
	for _, p := range peaks {
		if p.Month.Equal(month) && p.Status == status {
			return p, nil
		}
	}
	return settle.Peak{}, nil
}

// drawn is a site's mean power in an interval, once all of it has settled.
func (l *PeakLedger) drawn(ctx context.Context, siteID string, i unit.Interval) (mw unit.MW, ok bool, err error) {
	settled, err := l.cfg.Store.Settlements(ctx, siteID, i.Start, i.End())
	if err != nil {
		return 0, false, err
	}
	var energy unit.MWh
	var covered time.Duration
	for _, s := range settled {
		energy += s.MWh
		covered += s.Interval.Length
	}
	if covered < i.Length {
		return 0, false, nil
	}
	return unit.MW(float64(energy) / covered.Hours()), true, nil
}

type loadBucket struct {
	interval  unit.Interval
	mw        unit.MW
	n         int
	simulated bool
}

// means averages loads over intervals of a length.
func means(loads []market.Observation, length time.Duration) []loadBucket {
	var all []loadBucket
	for _, o := range loads {
		i := unit.IntervalAt(o.Interval.Start, length)
		if n := len(all); n == 0 || all[n-1].interval != i {
			all = append(all, loadBucket{interval: i})
		}
		b := &all[len(all)-1]
		b.n++
		b.mw += (unit.MW(o.Value) - b.mw) / unit.MW(b.n)
		b.simulated = b.simulated || o.Simulated
	}
	return all
}

// Publish settles a month's peak at what ERCOT published, at every site whose
// tariff passes it through, and says what that changes of the candidates.
func (l *PeakLedger) Publish(ctx context.Context, i unit.Interval, system unit.MW) ([]settle.Reconciled, error) {
	var all []settle.Reconciled
	for k := range l.cfg.Sites {
		s := &l.cfg.Sites[k]
		if s.Transmission == nil || s.Transmission.Value(i.Start) == 0 {
			continue
		}
		i.Length = s.Transmission.RuleAt(i.Start).Length
		mw, ok, err := l.drawn(ctx, s.ID, i)
		if err != nil {
			return nil, err
		}
		if !ok {
			return nil, fmt.Errorf("peak of %s: site %s has not settled all of %s: %w", i.Start.Format("2006-01"), s.ID, i.Key(), ErrState)
		}
		p, _ := settle.PeakOf(s, i, system, mw, settle.Published, false)
		candidate, err := l.standing(ctx, s.ID, p.Month, settle.Candidate)
		if err != nil {
			return nil, err
		}
		p.Simulated = candidate.Simulated
		if candidate.Site == "" {
			candidate = settle.Peak{Site: p.Site, Month: p.Month}
		}
		r, err := settle.ReconcilePeak(candidate, p)
		if err != nil {
			return nil, err
		}
		if err := l.cfg.Store.PutPeak(ctx, p); err != nil {
			return nil, err
		}
		all = append(all, r)
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("peak of %s: no site pays for a peak of that month: %w", i.Start.Format("2006-01"), ErrState)
	}
	return all, nil
}
