package world_test

import (
	"math"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/core/world"
)

// moments draws times over three years around the chain's anchor.
func moments() *rapid.Generator[time.Time] {
	first := time.Date(2024, 11, 1, 0, 0, 0, 0, time.UTC).Unix()
	last := time.Date(2027, 11, 30, 0, 0, 0, 0, time.UTC).Unix()
	return rapid.Custom(func(t *rapid.T) time.Time {
		return time.Unix(rapid.Int64Range(first, last).Draw(t, "second"), 0).UTC()
	})
}

func TestTheSameSeedIsTheSameWorldWhateverWasAskedBefore(t *testing.T) {
	walked := world.New(7, world.Config{})
	rapid.Check(t, func(t *rapid.T) {
		at := moments().Draw(t, "at")
		fresh := world.New(7, world.Config{})
		for name, ask := range map[string]func(*world.World) any{
			"run":      func(w *world.World) any { return w.Run(at) },
			"settled":  func(w *world.World) any { return w.Settle(at) },
			"grid":     func(w *world.World) any { return w.Grid(at) },
			"network":  func(w *world.World) any { return w.Network(at) },
			"rentals":  func(w *world.World) any { return w.Rentals(at) },
			"forecast": func(w *world.World) any { return w.Forecast(at, at.Add(20*time.Hour)) },
			"ahead":    func(w *world.World) any { return w.DayAhead(unit.DayOf(at)) },
		} {
			if diff := cmp.Diff(ask(walked), ask(fresh)); diff != "" {
				t.Fatalf("%s at %s differs between a world that was walked and a fresh one:\n%s", name, at, diff)
			}
		}
	})
}

func TestAnotherSeedIsAnotherWorld(t *testing.T) {
	at := time.Date(2026, 5, 5, 18, 0, 0, 0, time.UTC)
	if cmp.Equal(world.New(1, world.Config{}).Settle(at), world.New(2, world.Config{}).Settle(at)) {
		t.Error("two seeds give the same prices")
	}
}

// The identity is that of ERCOT's settlement: the runs' prices by the time that
// each was in force, plus the adder. Tolerance: half a cent of rounding.
func TestSettlementPriceIsTimeWeightedDispatchPlusAdder(t *testing.T) {
	w := world.New(3, world.Config{})
	rapid.Check(t, func(t *rapid.T) {
		quarter := unit.IntervalAt(moments().Draw(t, "at"), unit.Settlement)
		settled := w.Settle(quarter.Start)
		for i, p := range world.Points() {
			var want float64
			for second := quarter.Start; second.Before(quarter.End()); second = second.Add(time.Second) {
				run := w.Run(second)
				if second.Before(run.Stamp) {
					run = w.Run(second.Add(-unit.Control))
				}
				want += (run.LMP[i] + run.Adder) / 900
			}
			if math.Abs(settled.SPP[i]-want) > 0.0051 {
				t.Fatalf("%s of %s: settles at %g, its runs' mean is %g", p.Name, quarter.Key(), settled.SPP[i], want)
			}
			if i == 3 {
				break // the identity is the same for every point, and slow to check
			}
		}
	})
}

func TestEveryMomentIsWithinWhatTheMarketAllows(t *testing.T) {
	w := world.New(11, world.Config{})
	rapid.Check(t, func(t *rapid.T) {
		at := moments().Draw(t, "at")
		run, grid := w.Run(at), w.Grid(at)
		for i, p := range world.Points() {
			if !(run.LMP[i] >= -75 && run.LMP[i] <= 9000) {
				t.Fatalf("%s at %s: %g $/MWh", p.Name, at, run.LMP[i])
			}
		}
		for i, p := range world.Products() {
			if !(run.MCPC[i] >= 0 && run.MCPC[i] <= 5000) {
				t.Fatalf("%s at %s: %g $/MW per h", p, at, run.MCPC[i])
			}
		}
		if run.Stamp.Before(run.Mark) || run.Stamp.Sub(run.Mark) > 12*time.Second {
			t.Fatalf("the run of %s is stamped %s", run.Mark, run.Stamp)
		}
		if grid.Load < 25_000 || grid.Load > 110_000 || grid.Wind < 0 || grid.Solar < 0 || grid.Gas < 0 {
			t.Fatalf("the grid at %s: %+v", at, grid)
		}
		made := grid.Wind + grid.Solar + grid.Storage + grid.Nuclear + grid.Hydro + grid.Other + grid.Coal + grid.Gas
		if math.Abs(float64(made-grid.Load)) > 1e-6 {
			t.Fatalf("at %s %g MW are made and %g used", at, made, grid.Load)
		}
	})
}

func TestDaysOfClockChangesHaveTheirHours(t *testing.T) {
	w := world.New(1, world.Config{})
	for day, hours := range map[unit.Day]int{
		{Year: 2024, Month: time.March, Dom: 10}:    23,
		{Year: 2024, Month: time.March, Dom: 11}:    24,
		{Year: 2024, Month: time.November, Dom: 3}:  25,
		{Year: 2026, Month: time.November, Dom: 1}:  25,
		{Year: 2027, Month: time.March, Dom: 14}:    23,
		{Year: 2026, Month: time.November, Dom: 24}: 24,
	} {
		market := w.DayAhead(day)
		for i, p := range world.Points() {
			if len(market.SPP[i]) != hours {
				t.Errorf("%s: %s has %d day-ahead hours, want %d", day, p.Name, len(market.SPP[i]), hours)
			}
		}
		for at := day.Start(); at.Before(day.Next().Start()); at = at.Add(unit.Control) {
			if got := w.Run(at); !got.Mark.Equal(at) {
				t.Fatalf("the run at %s is for %s", at, got.Mark)
			}
		}
	}
}

func TestEventsChangeRealTimeWhileTheyLastAndStayInThePast(t *testing.T) {
	calm := world.New(5, world.Config{})
	from := time.Date(2026, 4, 7, 15, 2, 0, 0, time.UTC)
	to := from.Add(20 * time.Minute)
	west, _ := calm.Point("LZ_WEST")
	event := calm.With(world.Event{From: from, To: to, EEA: 3, Point: "LZ_WEST", USDPerMWh: 4321})

	if got := event.Run(from); !cmp.Equal(got, calm.Run(from)) {
		t.Error("the dispatch run that was out when the event began has changed")
	}
	if got := event.Grid(from).EEA; got != 3 {
		t.Errorf("the alert level at the event's beginning is %d, want 3 at once", got)
	}
	if got := event.Run(from.Add(5 * time.Minute)); got.LMP[west] != 4321 || got.Lambda < 4999 {
		t.Errorf("in the event LZ_WEST is at %g and the system at %g", got.LMP[west], got.Lambda)
	}
	if got := event.Run(to.Add(5 * time.Minute)); !cmp.Equal(got, calm.Run(to.Add(5*time.Minute))) {
		t.Error("the event outlasts its end")
	}
	if !cmp.Equal(event.DayAhead(unit.DayOf(from)), calm.DayAhead(unit.DayOf(from))) {
		t.Error("the day-ahead market foresaw the event")
	}
	over := event.Until(from.Add(10 * time.Minute))
	if got := over.Run(from.Add(5 * time.Minute)).LMP[west]; got != 4321 {
		t.Errorf("ending the event rewrote the past: LZ_WEST is at %g", got)
	}
	if got := over.Run(from.Add(15 * time.Minute)); !cmp.Equal(got, calm.Run(from.Add(15*time.Minute))) {
		t.Error("the event goes on after it was ended")
	}
}

func TestForecastsImproveAsTheirHourComes(t *testing.T) {
	w := world.New(9, world.Config{})
	first := time.Date(2026, 2, 1, 0, 0, 0, 0, time.UTC)
	squares := func(lead time.Duration) (load, wind float64) {
		for h := range 24 * 60 {
			hour := first.Add(time.Duration(h) * time.Hour)
			is, was := w.Actual(hour), w.Forecast(hour.Add(-lead), hour)
			load += math.Pow(float64(is.Load-was.Load), 2)
			wind += math.Pow(float64(is.Wind-was.Wind), 2)
		}
		return load, wind
	}
	nearLoad, nearWind := squares(time.Hour)
	farLoad, farWind := squares(36 * time.Hour)
	if nearLoad > farLoad/2 || nearWind > farWind/2 {
		t.Errorf("squared errors an hour ahead: load %.3g, wind %.3g; 36 hours ahead: %.3g, %.3g",
			nearLoad, nearWind, farLoad, farWind)
	}
}

func TestScarcityMakesReservesDear(t *testing.T) {
	w := world.New(2, world.Config{})
	at := time.Date(2026, 8, 11, 22, 0, 0, 0, time.UTC)
	short := w.With(world.Event{From: at, To: at.Add(time.Hour), EEA: 2})
	calm, dear := w.Run(at).MCPC, short.Run(at).MCPC
	for i, p := range world.Products() {
		if dear[i] < 500 || dear[i] <= calm[i] {
			t.Errorf("%s costs %g in an emergency and %g before", p, dear[i], calm[i])
		}
	}
}

// The bands are wide enough for a change of a few parameters and narrow enough
// to notice that the world no longer resembles 2024 (docs/simulated-world.md).
func TestMomentsLieNearThoseOf2024(t *testing.T) {
	const seeds = 4
	var mean, negative, above100, above250, above1000, ahead, together float64
	var byHour [24]float64
	for seed := range uint64(seeds) {
		m, err := world.New(seed+1, world.Config{}).Moments("LZ_WEST", 2024)
		if err != nil {
			t.Fatal(err)
		}
		mean += m.Mean / seeds
		negative += float64(m.Negative) / seeds
		above100 += float64(m.Above100) / seeds
		above250 += float64(m.Above250) / seeds
		above1000 += float64(m.Above1000) / seeds
		ahead += m.AheadMean / seeds
		together += m.WithAhead / seeds
		for h := range byHour {
			byHour[h] += m.ByHour[h] / seeds
		}
	}
	for _, c := range []struct {
		name           string
		got, low, high float64
	}{
		{"mean", mean, 30, 42},
		{"hours below 0", negative, 500, 870},
		{"hours above 100", above100, 300, 560},
		{"hours above 250", above250, 30, 100},
		{"hours above 1000", above1000, 3, 25},
		{"day-ahead mean", ahead, 31, 44},
		{"correlation with the day ahead", together, 0.4, 0.8},
		{"evening peak, hour ending 20", byHour[19], 60, 120},
		{"noon, hour ending 12", byHour[11], 8, 22},
		{"night, hour ending 3", byHour[2], 26, 42},
	} {
		if c.got < c.low || c.got > c.high {
			t.Errorf("%s: %.4g is outside %g to %g", c.name, c.got, c.low, c.high)
		}
	}
}

func TestMomentsOfAnUnknownPointAreAnError(t *testing.T) {
	if _, err := world.New(1, world.Config{}).Moments("LZ_NOWHERE", 2024); err == nil {
		t.Error("no error")
	}
}

func BenchmarkAYearOfRealTime(b *testing.B) {
	for b.Loop() {
		if _, err := world.New(1, world.Config{}).Moments("LZ_WEST", 2024); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkFromNothingToEverythingNow(b *testing.B) {
	at := time.Date(2026, 11, 24, 18, 7, 0, 0, time.UTC)
	for b.Loop() {
		w := world.New(1, world.Config{})
		w.Settle(at)
		w.DayAhead(unit.DayOf(at).Next())
		w.Network(at)
		w.Rentals(at)
	}
}
