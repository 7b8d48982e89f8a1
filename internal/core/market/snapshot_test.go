package market_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// run is the price of the SCED run that began so many minutes after noon.
func run(minutes int, value float64) market.Quote {
	start := noon.Add(time.Duration(minutes) * time.Minute)
	return market.Quote{Value: value, Start: start, Length: unit.Control, Known: start.Add(20 * time.Second), Source: "test"}
}

func TestTheExpectedPriceWeighsTheRunsOfItsSettlementInterval(t *testing.T) {
	for _, c := range []struct {
		name   string
		minute int // of the decided interval
		runs   []market.Quote
		want   float64
	}{
		{"the first run stands for the whole", 0, []market.Quote{run(0, 30)}, 30},
		{"earlier intervals do not count", 0, []market.Quote{run(-10, 500), run(-5, 700), run(0, 30)}, 30},
		{"one dear run keeps the interval dear", 5, []market.Quote{run(0, 3000), run(5, 30)}, 1020},
		{"to its end", 10, []market.Quote{run(0, 3000), run(5, 30), run(10, 30)}, 1020},
		{"the next one starts afresh", 15, []market.Quote{run(0, 3000), run(5, 30), run(10, 30), run(15, 30)}, 30},
		{"the newest holds for the rest", 5, []market.Quote{run(0, 30), run(5, 300)}, 210},
		{"a run before the interval holds until one in it", 5, []market.Quote{run(-5, 60), run(5, 30)}, 40},
		{"no run in the interval yet: the last one holds", 15, []market.Quote{run(5, 80), run(10, 45)}, 45},
		{"runs do not keep to the marks", 10, []market.Quote{run(-4, 90), run(1, 30), run(7, 60)}, (1*90.0 + 6*30 + 8*60) / 15},
	} {
		s := market.Snapshot{Interval: unit.IntervalAt(noon.Add(time.Duration(c.minute)*time.Minute), unit.Control), SCED: c.runs}
		s.SPP = market.Quote{Value: 999, Known: noon}
		if got, _, ok := s.ExpectedSPP(); !ok || float64(got)-c.want > 1e-9 || c.want-float64(got) > 1e-9 {
			t.Errorf("%s: %v, %v, want %v", c.name, got, ok, c.want)
		}
	}
}

func TestTheExpectedPriceLiesBetweenTheRunsSeen(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := market.Snapshot{Interval: unit.IntervalAt(noon.Add(time.Duration(rapid.IntRange(0, 50).Draw(t, "minute"))*time.Minute), unit.Control)}
		least, most := 1e9, -1e9
		minute := -20
		for range rapid.IntRange(1, 8).Draw(t, "runs") {
			minute += rapid.IntRange(1, 9).Draw(t, "gap")
			value := rapid.Float64Range(-250, 5000).Draw(t, "price")
			s.SCED = append(s.SCED, run(minute, value))
			least, most = min(least, value), max(most, value)
		}
		got, _, ok := s.ExpectedSPP()
		if !ok || float64(got) < least-1e-6 || float64(got) > most+1e-6 {
			t.Fatalf("%v, %v is not between %v and %v", got, ok, least, most)
		}
	})
}

func TestWithoutARunTheLastSettledPricePersists(t *testing.T) {
	s := market.Snapshot{Interval: unit.IntervalAt(noon, unit.Control)}
	if _, _, ok := s.ExpectedSPP(); ok {
		t.Error("a price is expected of nothing")
	}
	s.SPP = market.Quote{Value: 42, Known: noon, Stale: true}
	if got, stale, ok := s.ExpectedSPP(); got != 42 || !stale || !ok {
		t.Errorf("got %v, stale %v, %v", got, stale, ok)
	}
	s.SCED = []market.Quote{run(0, 17)}
	if got, stale, ok := s.ExpectedSPP(); got != 17 || stale || !ok {
		t.Errorf("with a fresh run: %v, stale %v, %v", got, stale, ok)
	}
	s.SCED[0].Stale = true
	if _, stale, _ := s.ExpectedSPP(); !stale {
		t.Error("a stale run makes a fresh expectation")
	}
}

func TestAnHourlyStudyExpectsOverItsOwnInterval(t *testing.T) {
	s := market.Snapshot{Interval: unit.IntervalAt(noon, time.Hour), SCED: []market.Quote{run(0, 100), run(30, 40)}}
	if got, _, _ := s.ExpectedSPP(); got != 70 {
		t.Errorf("got %v, want 70", got)
	}
}

func TestPricesAreFoundByTheirInterval(t *testing.T) {
	hour := func(h int, value float64) market.Quote {
		return market.Quote{Value: value, Start: noon.Add(time.Duration(h) * time.Hour), Length: time.Hour, Known: noon}
	}
	s := market.Snapshot{DayAhead: []market.Quote{hour(0, 20), hour(1, 30)}, Settled: []market.Quote{run(0, 7), run(5, 8), run(5, 9)}}
	if q, ok := s.DayAheadFor(noon.Add(119 * time.Minute)); !ok || q.Value != 30 {
		t.Errorf("second hour: %v, %v", q.Value, ok)
	}
	if _, ok := s.DayAheadFor(noon.Add(2 * time.Hour)); ok {
		t.Error("an hour that was not published has a price")
	}
	if q, ok := s.SettledFor(noon.Add(6 * time.Minute)); !ok || q.Value != 9 {
		t.Errorf("the newest of two: %v, %v", q.Value, ok)
	}
	if _, ok := s.SettledFor(noon.Add(-time.Minute)); ok {
		t.Error("an interval without a price has one")
	}
}

func TestASnapshotShowsNothingOfTheFutureAndTheNewestOfThePast(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		spec := market.Spec{Point: "LZ_WEST", Limits: market.DefaultLimits()}
		asOf := noon.Add(time.Duration(rapid.IntRange(0, 60).Draw(t, "as of")) * time.Minute)
		var all []market.Observation
		newest := -1
		for minute := range 90 {
			o := observed(market.RTLMP, float64(minute))
			o.Interval = unit.Interval{Start: noon.Add(time.Duration(minute) * time.Minute), Length: unit.Control}
			o.Known = o.Interval.Start.Add(time.Duration(rapid.IntRange(0, 5).Draw(t, "delay")) * time.Minute)
			all = append(all, o)
			if !o.Known.After(asOf) {
				newest = minute
			}
		}
		s := spec.Assemble(unit.IntervalAt(asOf, unit.Control), asOf, all)
		for _, q := range s.SCED {
			if q.Known.After(asOf) {
				t.Fatalf("at %s the run known at %s shows", asOf, q.Known)
			}
		}
		if newest >= 0 && (len(s.SCED) == 0 || s.SCED[len(s.SCED)-1].Value != float64(newest)) {
			t.Fatalf("run %d is known and does not show last: %+v", newest, s.SCED)
		}
	})
}

func TestAValueGrowsStaleByTheAgeOfWhatItIsAbout(t *testing.T) {
	spec := market.Spec{Point: "LZ_WEST", Limits: market.Limits{market.RTSPP: 40 * time.Minute}}
	o := observed(market.RTSPP, 30)
	for after, want := range map[time.Duration]bool{30 * time.Minute: false, 55 * time.Minute: false, 56 * time.Minute: true} {
		asOf := noon.Add(after)
		s := spec.Assemble(unit.IntervalAt(asOf, unit.Control), asOf, []market.Observation{o})
		if s.SPP.Stale != want || !s.SPP.OK() || s.SPP.Fresh() == want {
			t.Errorf("%s after its interval began: stale is %v", after, s.SPP.Stale)
		}
	}
}
