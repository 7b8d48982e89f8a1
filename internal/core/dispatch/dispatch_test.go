package dispatch_test

import (
	"fmt"
	"math"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/pouw-dem/pouwdem/internal/core/dispatch"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

var now = time.Date(2026, 1, 15, 12, 0, 0, 0, time.UTC)

func levels(pairs ...float64) []site.Level {
	all := []site.Level{{Name: "asleep", Watts: 25}}
	for i := 0; i < len(pairs); i += 2 {
		all = append(all, site.Level{Watts: pairs[i], THs: unit.THs(pairs[i+1])})
	}
	return all
}

func fleet(n int, each func(i int) (dispatch.Machine, dispatch.Standing)) ([]dispatch.Machine, []dispatch.Standing) {
	machines, standings := make([]dispatch.Machine, n), make([]dispatch.Standing, n)
	for i := range n {
		machines[i], standings[i] = each(i)
		machines[i].ID = fmt.Sprint("m", i)
	}
	return machines, standings
}

func TestTheLeastEfficientGoOffFirst(t *testing.T) {
	machines, standings := fleet(100, func(i int) (dispatch.Machine, dispatch.Standing) {
		m := dispatch.Machine{Levels: levels(3250, 95)} // S19
		if i%2 == 0 {
			m.Levels = levels(3500, 200) // S21
		}
		return m, dispatch.Standing{Level: 1}
	})
	a := dispatch.Assign(machines, standings, dispatch.Wish{Watts: 50*3500 + 50*25 + 10*3225, Now: now})
	for i, level := range a.Levels {
		if i%2 == 0 && level == 0 {
			t.Fatalf("an S21 sleeps while %.0f W of S19 run", a.Watts)
		}
	}
	if math.Abs(a.Watts-(50*3500+50*25+10*3225)) > 1 || a.ShortW > 1 {
		t.Errorf("%.0f W", a.Watts)
	}
}

func TestAMachineIsDimmedWhereThatIsCheaperThanOff(t *testing.T) {
	// From 2192 to 2794 W an S19k Pro buys a terahash for 29 J, an S19 for 34.
	machines, standings := fleet(2, func(i int) (dispatch.Machine, dispatch.Standing) {
		if i == 0 {
			return dispatch.Machine{Levels: levels(1080, 54.7, 1657, 80.5, 2192, 101.1, 2794, 121.8), Stepped: true}, dispatch.Standing{Level: 4}
		}
		return dispatch.Machine{Levels: levels(2000, 90)}, dispatch.Standing{Level: 1} // 22 J/TH
	})
	a := dispatch.Assign(machines, standings, dispatch.Wish{Watts: 2000 + 2192 + 1, Now: now})
	if a.Levels[0] != 3 || a.Levels[1] != 1 {
		t.Errorf("levels %v; want the dear top step of the first off, not the second", a.Levels)
	}
}

func TestABetterMachineReplacesARunningOneOnlyForMoreThanARestartCosts(t *testing.T) {
	for better, want := range map[float64][]int{0.97: {1, 0}, 0.9: {0, 1}} {
		machines, standings := fleet(2, func(i int) (dispatch.Machine, dispatch.Standing) {
			if i == 0 {
				return dispatch.Machine{Levels: levels(3000, 100)}, dispatch.Standing{Level: 1}
			}
			return dispatch.Machine{Levels: levels(3000, 100/better)}, dispatch.Standing{}
		})
		if a := dispatch.Assign(machines, standings, dispatch.Wish{Watts: 3025, Now: now}); a.Levels[0] != want[0] || a.Levels[1] != want[1] {
			t.Errorf("at %v of its J/TH: levels %v, want %v", better, a.Levels, want)
		}
		if a := dispatch.Assign(machines, standings, dispatch.Wish{Watts: 3025, Now: now, Hold: true}); a.Levels[0] != 1 {
			t.Errorf("replaced while a reserve is held")
		}
	}
}

func TestMinimumTimesAndStartsBind(t *testing.T) {
	m := dispatch.Machine{Levels: levels(3000, 100), MinUp: 10 * time.Minute, MinDown: 10 * time.Minute, Starts: 2}
	for name, c := range map[string]struct {
		s     dispatch.Standing
		watts float64
		want  int
	}{
		"just woken":      {dispatch.Standing{Level: 1, Since: now.Add(-time.Minute)}, 25, 1},
		"awake long":      {dispatch.Standing{Level: 1, Since: now.Add(-time.Hour)}, 25, 0},
		"just asleep":     {dispatch.Standing{Since: now.Add(-time.Minute)}, 3000, 0},
		"asleep long":     {dispatch.Standing{Since: now.Add(-time.Hour), Starts: 1}, 3000, 1},
		"out of starts":   {dispatch.Standing{Since: now.Add(-time.Hour), Starts: 2}, 3000, 0},
		"out and running": {dispatch.Standing{Level: 1, Out: true, Watts: 100}, 25, 1},
	} {
		if a := dispatch.Assign([]dispatch.Machine{m}, []dispatch.Standing{c.s}, dispatch.Wish{Watts: c.watts, Now: now}); a.Levels[0] != c.want {
			t.Errorf("%s: level %d, want %d", name, a.Levels[0], c.want)
		}
	}
	urgent := dispatch.Assign([]dispatch.Machine{m}, []dispatch.Standing{{Level: 1, Since: now}}, dispatch.Wish{Watts: 25, Now: now, Urgent: true})
	if urgent.Levels[0] != 0 {
		t.Error("a minimum time holds up an emergency")
	}
}

func TestAssignmentsKeepTheWishAndTheFeeders(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 60).Draw(t, "n")
		feeders := map[string]float64{"a": rapid.Float64Range(0, 1e5).Draw(t, "a")}
		machines, standings := fleet(n, func(i int) (dispatch.Machine, dispatch.Standing) {
			m := dispatch.Machine{
				Levels: levels(1080, 54.7, 1657, 80.5, 2794, 121.8), Stepped: rapid.Bool().Draw(t, "stepped"),
				Feeder: rapid.SampledFrom([]string{"", "a"}).Draw(t, "feeder"), MinUp: 5 * time.Minute,
			}
			s := dispatch.Standing{Level: rapid.IntRange(0, 3).Draw(t, "level"), Since: now.Add(-time.Duration(rapid.IntRange(0, 20).Draw(t, "age")) * time.Minute)}
			return m, s
		})
		w := dispatch.Wish{Watts: rapid.Float64Range(0, 2e5).Draw(t, "wish"), Now: now, Feeders: feeders, Seed: 7}
		a := dispatch.Assign(machines, standings, w)
		var sum, bound, onFeeder float64
		for i := range machines {
			sum += machines[i].Watts(a.Levels[i])
			low := machines[i].Watts(0)
			if standings[i].Level > 0 && now.Sub(standings[i].Since) < machines[i].MinUp {
				if low = machines[i].Watts(1); !machines[i].Stepped {
					low = machines[i].Watts(machines[i].Top())
				}
			}
			bound += low
			if machines[i].Feeder == "a" {
				onFeeder += machines[i].Watts(a.Levels[i]) - low
			}
		}
		if math.Abs(sum-a.Watts) > 1e-3 || sum > max(w.Watts, bound)+1e-3 {
			t.Fatalf("%.1f W for a wish of %.1f, %.1f of it bound", sum, w.Watts, bound)
		}
		if onFeeder > 0 && onFeeder > feeders["a"] {
			t.Fatalf("%.1f W added on a feeder of %.1f", onFeeder, feeders["a"])
		}
	})
}

func TestLoadRisesNoFasterThanItsRampAndWithinItsBounds(t *testing.T) {
	const n, ramp = 2000, 20.0 // kW/s
	var p dispatch.Pacer
	var changes []dispatch.Change
	for i := range n {
		changes = append(changes, dispatch.Change{Machine: i, Feeder: string(rune('a' + i%4)), FromW: 25, ToW: 3500, Rank: float64(i)})
	}
	bounds := dispatch.Bounds{SiteW: 5e6, Feeders: map[string]float64{"a": 1e6}, FeederDrawW: map[string]float64{}}
	gone := map[string]float64{}
	for s := 0; len(changes) > 0 && s < 1000; s++ {
		var kept []dispatch.Change
		released := map[int]bool{}
		for _, i := range p.Release(now.Add(time.Duration(s)*time.Second), changes, dispatch.Ramp{Up: ramp}, bounds) {
			released[i] = true
		}
		for i, c := range changes {
			if !released[i] {
				kept = append(kept, c)
				continue
			}
			bounds.DrawW += c.ToW - c.FromW
			bounds.FeederDrawW[c.Feeder] += c.ToW - c.FromW
			gone[c.Feeder] += c.ToW - c.FromW
		}
		changes = kept
		if most := ramp*float64(s+1)*1000 + 3500; bounds.DrawW > most {
			t.Fatalf("%.0f W after %d s; want at most %.0f", bounds.DrawW, s, most)
		}
	}
	if bounds.DrawW > bounds.SiteW || bounds.DrawW < bounds.SiteW-4*3500 {
		t.Errorf("%.0f W at a site of %.0f", bounds.DrawW, bounds.SiteW)
	}
	if gone["a"] > 1e6 {
		t.Errorf("feeder a carries %.0f W", gone["a"])
	}
}

func TestDownGoesBeforeUpAndAnEmergencyAtOnce(t *testing.T) {
	var p dispatch.Pacer
	changes := []dispatch.Change{{FromW: 25, ToW: 3000}}
	for range 50 {
		changes = append(changes, dispatch.Change{FromW: 3000, ToW: 25})
	}
	gone := p.Release(now, changes, dispatch.Ramp{Up: 10, Down: 10}, dispatch.Bounds{})
	if len(gone) != 5 || gone[len(gone)-1] != 0 {
		t.Errorf("went: %v; want four down within 10 kW and then the one up", gone)
	}
	for i := range changes[1:] {
		changes[i+1].Urgent = true
	}
	if gone = p.Release(now, changes, dispatch.Ramp{Up: 10, Down: 10}, dispatch.Bounds{}); len(gone) < 50 {
		t.Errorf("only %d go in an emergency", len(gone))
	}
}

func TestReleasesAreSpreadAndDifferFromSiteToSite(t *testing.T) {
	var mean float64
	same := 0
	for i := range 1000 {
		id := fmt.Sprint("m", i)
		a, b := dispatch.Delay(1, "pecos", id, 10*time.Minute), dispatch.Delay(1, "navarro", id, 10*time.Minute)
		mean += a.Minutes() / 1000
		if (a - b).Abs() < time.Second {
			same++
		}
	}
	// The mean of 1000 even draws over 10 min has a standard error of 5.5 s.
	if math.Abs(mean-5) > 0.3 || same > 20 {
		t.Errorf("mean %.2f min, %d of 1000 machines at the same second on two sites", mean, same)
	}
}

func TestReadingsAreJudged(t *testing.T) {
	m := dispatch.Machine{Levels: levels(1080, 54.7, 2794, 121.8), Stepped: true}
	plain := dispatch.Machine{Levels: levels(3500, 200)}
	for name, c := range map[string]struct {
		m     dispatch.Machine
		level int
		r     dispatch.Reading
		want  dispatch.Outcome
	}{
		"asleep":           {m, 0, dispatch.Reading{State: dispatch.Asleep}, dispatch.Followed},
		"on its way":       {m, 0, dispatch.Reading{State: dispatch.Hashing, Watts: 900, Source: dispatch.Reported}, dispatch.NotYet},
		"starting":         {m, 2, dispatch.Reading{State: dispatch.Starting}, dispatch.NotYet},
		"there":            {m, 2, dispatch.Reading{State: dispatch.Hashing, Watts: 2750, Source: dispatch.Reported}, dispatch.Followed},
		"still above":      {m, 1, dispatch.Reading{State: dispatch.Hashing, Watts: 2000, Source: dispatch.Reported}, dispatch.NotYet},
		"failed":           {m, 2, dispatch.Reading{State: dispatch.Fault}, dispatch.Refused},
		"without its word": {plain, 1, dispatch.Reading{State: dispatch.Hashing, THs: 200}, dispatch.Followed},
		"a board short":    {m, 2, dispatch.Reading{State: dispatch.Hashing, Watts: 1860, Source: dispatch.Reported, Boards: 2, BoardsOf: 3}, dispatch.Followed},
	} {
		if got := dispatch.Judge(&c.m, c.level, c.r); got != c.want {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

func TestTheBestSourceOfPowerIsBelieved(t *testing.T) {
	m := dispatch.Machine{Levels: levels(3500, 200)}
	if w, s := dispatch.Power(&m, 1, dispatch.Reading{Watts: 3300, Source: dispatch.Reported}, 3450, true); w != 3450 || s != dispatch.PDU {
		t.Errorf("%v W by %s", w, s)
	}
	if w, s := dispatch.Power(&m, 1, dispatch.Reading{Watts: 3300, Source: dispatch.Reported}, 0, false); w != 3300 || s != dispatch.Reported {
		t.Errorf("%v W by %s", w, s)
	}
	if w, s := dispatch.Power(&m, 1, dispatch.Reading{State: dispatch.Hashing, THs: 100}, 0, false); w != 1750 || s != dispatch.Nameplate {
		t.Errorf("%v W by %s", w, s)
	}
}

func BenchmarkAssign(b *testing.B) {
	machines, standings := fleet(30_000, func(i int) (dispatch.Machine, dispatch.Standing) {
		return dispatch.Machine{Levels: levels(1080, 54.7, 1657, 80.5, 2192, 101.1, 2794, 121.8-float64(i%7)), Stepped: true}, dispatch.Standing{Level: 4 * (i % 2)}
	})
	for b.Loop() {
		dispatch.Assign(machines, standings, dispatch.Wish{Watts: 40e6, Now: now})
	}
}
