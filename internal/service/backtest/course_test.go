package backtest_test

import (
	"context"
	"math"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/settle"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/core/world"
	"github.com/pouw-dem/pouwdem/internal/service/backtest"
)

// TestACourseShowsNothingBeforeItHasEndedAndSettlesEveryInterval visits the
// intervals back and forth.
func TestACourseShowsNothingBeforeItHasEndedAndSettlesEveryInterval(t *testing.T) {
	st := backtest.Study{Site: quick(t, 0), From: firstDay(), To: firstDay().Add(2), Data: made(4, unit.Control, wave(30))}
	c, err := backtest.NewCourse(st)
	check(t, err)
	if c.Len() != 3*288 {
		t.Fatalf("%d intervals", c.Len())
	}
	for _, i := range []int{0, 1, 400, 399, 401, 5, c.Len() - 1} {
		snap := c.At(i)
		if snap.Interval != c.Interval(i) || snap.AsOf != snap.Interval.Start {
			t.Errorf("interval %d: as of %s for %s", i, snap.AsOf, snap.Interval.Start)
		}
		for _, q := range snap.Settled {
			if q.Interval().End().After(snap.AsOf) {
				t.Errorf("interval %d sees the price of %s", i, q.Start)
			}
		}
		if !c.Price(i).Interval().Contains(snap.Interval.Start) {
			t.Errorf("interval %d settles at the price of %s", i, c.Price(i).Start)
		}
	}
}

// TestPlayedDaysAddUpToTheReport compares the days of a policy with the figures
// of the study's report.
func TestPlayedDaysAddUpToTheReport(t *testing.T) {
	st := backtest.Study{
		Site: quick(t, 3), From: firstDay().Add(1), To: firstDay().Add(5), Data: made(8, unit.Settlement, wave(9)),
		Policies: []policy.Policy{policy.Always{}}, Threshold: &policy.ThresholdParams{},
	}
	report, err := backtest.Run(context.Background(), st)
	check(t, err)
	days, played, err := backtest.Play(context.Background(), st, []policy.Policy{policy.Always{}, policy.Threshold{}})
	check(t, err)
	if len(days) != 5 || len(played) != 3 {
		t.Fatalf("%d days of %d policies", len(days), len(played))
	}
	for _, p := range played {
		var sum float64
		for _, d := range p.Daily {
			sum += d
		}
		if want := report.Policies[p.Policy].ProfitUSD; math.Abs(sum-want) > 1e-6 {
			t.Errorf("%s: days add up to %.6f $, reported are %.6f", p.Policy, sum, want)
		}
	}
}

// TestTheSimulatedWorldIsARecordLikeAnyOther settles a quarter of an hour from
// the record at the price that the world itself settles it at, but for the
// seconds by which a dispatch run comes after its mark.
func TestTheSimulatedWorldIsARecordLikeAnyOther(t *testing.T) {
	w := world.New(5, world.Config{})
	s := quick(t, 0)
	from := unit.Day{Year: 2026, Month: 3, Dom: 2}
	data := backtest.Simulated(w, s, from, from.Add(1))
	c, err := backtest.NewCourse(backtest.Study{Site: s, From: from, To: from, Data: data})
	check(t, err)
	point, _ := w.Point("LZ_WEST")
	for i := 0; i < c.Len(); i += 7 {
		at := c.Interval(i).Start
		got, want := c.Price(i).Value, w.Settle(at).SPP[point]
		if math.Abs(got-want) > 1+0.15*math.Abs(want) {
			t.Errorf("%s: %.2f $/MWh, the world settles at %.2f", at.Format(time.RFC3339), got, want)
		}
		if !c.Price(i).Simulated {
			t.Fatal("a simulated price does not say so")
		}
	}
	m := site.Metered{Interval: c.Interval(0), SiteMWh: 1}
	if one := settle.Interval(s, &m, c.Price(0), settle.Estimate); !one.Simulated {
		t.Error("a settlement at a simulated price does not say so")
	}
}
