package dynamics_test

import (
	"math"
	"slices"
	"testing"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
	"github.com/pouw-dem/pouwdem/internal/core/grid/dynamics"
)

// Four times as many steps allocate as much: what a run needs it takes before
// its first step.
func TestAStepAllocatesNothing(t *testing.T) {
	base := solve(t, wscc())
	data := dynamics.Data{Machines: wsccMachines(), Load: dynamics.CurrentAndImpedance(), Electronic: []dynamics.Electronic{
		{Bus: 8, MW: 50, TripPU: 0.7, Delay: 0.02, BackPU: 0.9, Hold: 0.5, PerSec: 25},
	}}
	for i := range data.Machines {
		data.Machines[i].Governor = &dynamics.Governor{R: 0.05, T1: 0.5, T2: 3, T3: 10, Max: 1.7}
	}
	events := []dynamics.Event{{At: 0.1, Kind: dynamics.Fault, Bus: 7}, {At: 0.18, Kind: dynamics.Clear, Bus: 7}}
	allocs := func(horizon float64) float64 {
		return testing.AllocsPerRun(3, func() {
			if r := run(t, base, data, events, dynamics.Options{Horizon: horizon}); r.Status != dynamics.Stable {
				t.Fatal(r.Status)
			}
		})
	}
	if short, long := allocs(2), allocs(8); short != long {
		t.Errorf("%g allocations in 2 s, %g in 8 s: want as many", short, long)
	}
}

// A valve that stands open gives no more, one that is shut no less, and both
// answer at once when the frequency turns. Machine 2 is at its limit at rest.
func TestValvesStopAtTheirLimitsWithoutWindingUp(t *testing.T) {
	base := solve(t, wscc())
	machines := classical()
	reserve := []float64{0.10, 0, 0.05} // per unit of 100 MVA above what it gives
	for i := range machines {
		pg := base.Pg[i]
		machines[i].Governor = &dynamics.Governor{R: 0.05, T1: 0.2, T2: 0, T3: 0.5, Max: pg + reserve[i], Min: pg - 0.08}
		machines[i].D = 2
	}
	data := dynamics.Data{Machines: machines}
	step := func(mw float64) dynamics.Event { return dynamics.Event{At: 0.5, Kind: dynamics.LoadStep, MW: mw} }

	// 15 MW of reserve meet 30 MW of demand: damping alone carries the rest,
	// 3 machines of 100 MVA with 2 p.u. each, and what the losses change.
	r := run(t, base, data, []dynamics.Event{step(30)}, dynamics.Options{Horizon: 80, Step: 0.01})
	want := 60 * (1 - 0.15/6)
	if r.Status != dynamics.Stable || math.Abs(r.End-want) > 0.15 {
		t.Errorf("%s, %.3f Hz at the end: want %.3f, reserves used up", r.Status, r.End, want)
	}
	// Then the demand goes again: valves have not wound up, and nominal
	// frequency is back.
	back := step(-30)
	back.At = 40
	r = run(t, base, data, []dynamics.Event{step(30), back}, dynamics.Options{Horizon: 80, Step: 0.01})
	if math.Abs(r.End-60) > 1e-3 {
		t.Errorf("%.5f Hz at the end: want 60", r.End)
	}
	r = run(t, base, data, []dynamics.Event{step(-40)}, dynamics.Options{Horizon: 80, Step: 0.01})
	if want := 60 * (1 + (0.40-0.24)/6); math.Abs(r.End-want) > 0.15 {
		t.Errorf("%.3f Hz at the end: want %.3f, valves shut as far as they go", r.End, want)
	}
}

// An exciter at its limit makes the limit's field and no more.
func TestAnExciterStopsAtItsLimit(t *testing.T) {
	base := solve(t, wscc())
	swing := func(most float64) *dynamics.Result {
		machines := wsccMachines()
		for i := range machines {
			e := *machines[i].Exciter
			e.KA, e.KF, e.VRMax, e.VRMin = 200, 0, most, -most
			machines[i].Exciter = &e
		}
		events := []dynamics.Event{{Kind: dynamics.Fault, Bus: 7}, {At: 0.1, Kind: dynamics.Clear, Bus: 7}}
		return run(t, base, dynamics.Data{Machines: machines, Load: dynamics.ConstantImpedance()}, events, dynamics.Options{Horizon: 1})
	}
	weak, strong := swing(2), swing(8)
	if weak.Status != dynamics.Stable || strong.Status != dynamics.Stable || weak.Separation < strong.Separation+0.1 {
		t.Errorf("%s at %.2f degrees with little field, %s at %.2f with much: want the first further apart",
			weak.Status, weak.Separation, strong.Status, strong.Separation)
	}
}

// radial is the nine buses with a load at the end of a line of its own.
func radial() *grid.Case {
	c := wscc()
	c.Buses = append(c.Buses, grid.Bus{ID: 10, Type: grid.PQ, Vm: 1, Pd: 10, Qd: 3}, grid.Bus{ID: 11, Type: grid.PQ, Vm: 1})
	c.Gens = append(c.Gens, grid.Generator{Bus: 11, Pg: 4, Status: 1, Pmax: 5, MBase: 5})
	c.Branches = append(c.Branches,
		grid.Branch{From: 5, To: 10, R: 0.01, X: 0.1, Status: 1}, grid.Branch{From: 10, To: 11, R: 0.01, X: 0.1, Status: 1})
	return c
}

// A part of the network without a machine has no voltage, whatever inverters
// stand in it; the others go on.
func TestWhatLosesItsLastMachineIsDead(t *testing.T) {
	data := dynamics.Data{Machines: classical(), Load: dynamics.CurrentAndImpedance()}
	r := run(t, solve(t, radial()), data, []dynamics.Event{{At: 0.1, Kind: dynamics.TripBranch, Branch: 10}}, dynamics.Options{Horizon: 2})
	if r.Status != dynamics.Stable || !slices.Equal(r.Dead, []int{10, 11}) {
		t.Errorf("%s (%s), dead buses %v: want stable, 10 and 11", r.Status, r.Why, r.Dead)
	}
	if last := r.Lowest[len(r.Lowest)-1]; last < 0.9 {
		t.Errorf("lowest voltage %.3f p.u.: the dead part must not count", last)
	}
	if r.End <= 60 {
		t.Errorf("%.4f Hz at the end: want more, 6 MW net are gone", r.End)
	}
}

func TestAllMachinesGoneIsNoVerdictOfStable(t *testing.T) {
	var events []dynamics.Event
	for row := 1; row <= 3; row++ {
		events = append(events, dynamics.Event{At: 0.1, Kind: dynamics.TripGenerator, Generator: row})
	}
	r := run(t, solve(t, wscc()), dynamics.Data{Machines: classical()}, events, dynamics.Options{Horizon: 1})
	if r.Status != dynamics.Diverged || r.Why == "" {
		t.Errorf("%s (%s): want diverged, with the reason", r.Status, r.Why)
	}
	for _, hz := range r.Frequency {
		if math.IsNaN(hz) {
			t.Fatal("a frequency is not a number")
		}
	}
}

// The loss of a generator: frequency falls at first by P f0 / 2E, E of the
// machines that stay.
func TestFrequencyFallsAfterTheLossOfAGenerator(t *testing.T) {
	base := solve(t, wscc())
	r := run(t, base, dynamics.Data{Machines: classical()}, []dynamics.Event{{At: 0, Kind: dynamics.TripGenerator, Generator: 3}},
		dynamics.Options{Horizon: 0.6})
	if want := -85.0 * 60 / (2 * (2364 + 640)); math.Abs(r.RoCoF-want) > 0.06*math.Abs(want) {
		t.Errorf("falls by %.4f Hz/s: want %.4f, and what the losses change", r.RoCoF, want)
	}
}

func TestEventsAndOptionsThatAreNoneAreRefused(t *testing.T) {
	base, data := againstInfinite(t)
	for _, e := range []dynamics.Event{
		{At: math.NaN(), Kind: dynamics.Fault, Bus: 1}, {At: -1, Kind: dynamics.Fault, Bus: 1}, {Kind: dynamics.LoadStep, MW: math.Inf(1)},
	} {
		s, err := dynamics.New(base, data)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := s.Run([]dynamics.Event{e}, dynamics.Options{}); err == nil {
			t.Errorf("%+v: no error", e)
		}
	}
	for _, o := range []dynamics.Options{{Step: math.NaN()}, {Horizon: math.Inf(1)}, {Every: math.NaN()}, {Step: 1e-12}} {
		s, err := dynamics.New(base, data)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := s.Run(nil, o); err == nil {
			t.Errorf("%+v: no error", o)
		}
	}
}
