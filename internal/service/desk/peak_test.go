package desk_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/settle"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
	service "github.com/pouw-dem/pouwdem/internal/service/desk"
)

// august is a system whose load is highest in one quarter of an hour, and a site
// that draws 2 MW but for that quarter, where it draws 0.4.
type august struct {
	now   time.Time
	peak  unit.Interval
	kept  map[string]settle.Peak
	until time.Time // settled up to here
}

func newAugust() *august {
	now := time.Date(2026, time.August, 20, 23, 0, 0, 0, time.UTC)
	return &august{
		now: now, until: now.Add(-time.Hour), kept: map[string]settle.Peak{},
		peak: unit.Interval{Start: time.Date(2026, time.August, 20, 21, 45, 0, 0, time.UTC), Length: unit.Settlement},
	}
}

func (a *august) Now() time.Time                                   { return a.now }
func (a *august) Sleep(ctx context.Context, _ time.Duration) error { return ctx.Err() }

func (a *august) PutPeak(_ context.Context, p settle.Peak) error {
	a.kept[p.Month.Format("2006-01")+string(p.Status)] = p
	return nil
}

func (a *august) Peaks(context.Context, string, int) (all []settle.Peak, err error) {
	for _, p := range a.kept {
		all = append(all, p)
	}
	return all, nil
}

func (a *august) Range(_ context.Context, _ market.Series, from, to, _ time.Time) (all []market.Observation, err error) {
	for at := from.Truncate(unit.Control); at.Before(to); at = at.Add(unit.Control) {
		mw := 70_000.0
		if a.peak.Contains(at) {
			mw = 84_000
		}
		all = append(all, market.Observation{Interval: unit.Interval{Start: at, Length: unit.Control}, Value: mw})
	}
	return all, nil
}

func (a *august) Settlements(_ context.Context, _ string, from, to time.Time) (all []settle.Settlement, err error) {
	for at := from; at.Before(to) && at.Before(a.until); at = at.Add(unit.Control) {
		mw := unit.MW(2)
		if a.peak.Contains(at) {
			mw = 0.4
		}
		all = append(all, settle.Settlement{Interval: unit.Interval{Start: at, Length: unit.Control}, MWh: mw.Over(unit.Control)})
	}
	return all, nil
}

func payer() []site.Site {
	return []site.Site{{ID: "west", Transmission: &site.Transmission{USDPerMWYear: 66_000}}}
}

func TestTheMonthsHighestIntervalIsTheCandidateOnceItHasSettled(t *testing.T) {
	a := newAugust()
	l := service.NewPeakLedger(service.PeakConfig{Sites: payer(), Store: a, Clock: a})
	a.until = a.peak.Start
	if err := l.Pass(t.Context()); err != nil || len(a.kept) != 0 {
		t.Fatalf("before it settled: %v %v", err, a.kept)
	}
	a.until = a.now
	for range 2 {
		if err := l.Pass(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	p := a.kept["2026-08candidate"]
	if p.Interval != a.peak || p.SystemMW != 84_000 || p.Amount != unit.Dollars(-0.4*66_000/4) || len(a.kept) != 1 {
		t.Errorf("%+v", a.kept)
	}
	a.now = time.Date(2026, time.January, 20, 23, 0, 0, 0, time.UTC)
	if err := l.Pass(t.Context()); err != nil || len(a.kept) != 1 {
		t.Errorf("January counts under 4CP: %v %v", err, a.kept)
	}
}

func TestAPublishedPeakSaysWhatItChanges(t *testing.T) {
	a := newAugust()
	a.until = a.now
	l := service.NewPeakLedger(service.PeakConfig{Sites: payer(), Store: a, Clock: a})
	if err := l.Pass(t.Context()); err != nil {
		t.Fatal(err)
	}
	other := unit.Interval{Start: a.peak.Start.Add(-time.Hour), Length: unit.Settlement}
	all, err := l.Publish(t.Context(), other, 84_100)
	if err != nil || len(all) != 1 || all[0].Difference != unit.Dollars(-1.6*66_000/4) || a.kept["2026-08published"].MW != 2 {
		t.Errorf("%v %+v", err, all)
	}
	if _, err := l.Publish(t.Context(), unit.Interval{Start: a.now.Add(time.Hour), Length: unit.Settlement}, 84_100); !errors.Is(err, service.ErrState) {
		t.Errorf("an interval that has not settled: %v", err)
	}
}
