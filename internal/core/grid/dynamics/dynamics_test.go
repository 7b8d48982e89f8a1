package dynamics_test

import (
	"math"
	"math/cmplx"
	"slices"
	"testing"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
	"github.com/pouw-dem/pouwdem/internal/core/grid/dynamics"
	"github.com/pouw-dem/pouwdem/internal/core/grid/powerflow"
)

func solve(t testing.TB, c *grid.Case) *powerflow.Result {
	t.Helper()
	net, err := grid.Compile(c, grid.Options{})
	if err != nil {
		t.Fatal(err)
	}
	r, err := powerflow.New(net).Solve(powerflow.Options{Tolerance: 1e-12})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// againstInfinite is a machine behind two parallel lines to a bus that holds
// its voltage, on 100 MVA: X'd 0.3 and lines of 0.4 each; 80 MW.
func againstInfinite(t testing.TB) (*powerflow.Result, dynamics.Data) {
	c := &grid.Case{
		Name: "smib", BaseMVA: 100,
		Buses: []grid.Bus{{ID: 1, Type: grid.PV, Vm: 1}, {ID: 2, Type: grid.Ref, Vm: 1}},
		Gens: []grid.Generator{
			{Bus: 1, Pg: 80, Vg: 1.05, Status: 1, Qmax: 999, Qmin: -999, Pmax: 100, MBase: 100},
			{Bus: 2, Vg: 1, Status: 1, Qmax: 999, Qmin: -999, Pmax: 999, MBase: 100},
		},
		Branches: []grid.Branch{{From: 1, To: 2, X: 0.4, Status: 1}, {From: 1, To: 2, X: 0.4, Status: 1}},
	}
	data := dynamics.Data{Load: dynamics.ConstantImpedance(), Machines: []dynamics.Machine{
		{Generator: 1, MVA: 100, H: 4, XdT: 0.3},
		{Generator: 2, MVA: 100, H: 1e9, XdT: 1e-5},
	}}
	return solve(t, c), data
}

func run(t testing.TB, base *powerflow.Result, data dynamics.Data, events []dynamics.Event, opt dynamics.Options) *dynamics.Result {
	t.Helper()
	s, err := dynamics.New(base, data)
	if err != nil {
		t.Fatal(err)
	}
	r, err := s.Run(events, opt)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// At the machine's terminals no power flows during the fault, and both lines
// are there again after it, so that the equal-area criterion has the closed
// form: cos dc = sin d0 (pi - 2 d0) - cos d0, tc = sqrt(4 H (dc-d0) / (ws Pm)).
func TestCriticalClearingTimeIsThatOfEqualAreas(t *testing.T) {
	base, data := againstInfinite(t)
	v := cmplx.Rect(base.Vm[0], base.Va[0])
	current := cmplx.Conj(complex(base.Pg[0], base.Qg[0]) / v)
	e := v + complex(0, 0.3)*current
	d0 := cmplx.Phase(e) - base.Va[1]
	dc := math.Acos(math.Sin(d0)*(math.Pi-2*d0) - math.Cos(d0))
	want := math.Sqrt(4 * 4 * (dc - d0) / (2 * math.Pi * 60 * 0.8))

	got, err := dynamics.Critical(base, data, 1, 0, 1, 1e-5, dynamics.Options{Step: 0.0005, Horizon: 4})
	if err != nil {
		t.Fatal(err)
	}
	if got.Survived > want+1e-4 || got.Lost < want-1e-4 {
		t.Errorf("critical clearing time in [%.5f, %.5f] s: want %.5f", got.Survived, got.Lost, want)
	}
}

// The drift is that of E = H ws w^2 - Pm d - Pmax cos d; the trapezoidal rule
// is of second order.
func TestEnergyOfALosslessSwingDriftsWithTheSquareOfTheStep(t *testing.T) {
	base, data := againstInfinite(t)
	energy := func(step float64) float64 {
		s, err := dynamics.New(base, data)
		if err != nil {
			t.Fatal(err)
		}
		low, high := math.Inf(1), math.Inf(-1)
		events := []dynamics.Event{{At: 0, Kind: dynamics.Fault, Bus: 1}, {At: 0.08, Kind: dynamics.Clear, Bus: 1}}
		r, err := s.Run(events, dynamics.Options{Step: step, Horizon: 3})
		if err != nil {
			t.Fatal(err)
		}
		v := cmplx.Rect(base.Vm[0], base.Va[0])
		e := v + complex(0, 0.3)*cmplx.Conj(complex(base.Pg[0], base.Qg[0])/v)
		pmax := cmplx.Abs(e) / (0.5 + 1e-5)
		for i := 1; i+1 < len(r.Time); i++ {
			if r.Time[i] < 0.1 {
				continue
			}
			d := r.Angle[0][i] * math.Pi / 180
			w := (r.Angle[0][i+1] - r.Angle[0][i-1]) * math.Pi / 180 / (r.Time[i+1] - r.Time[i-1]) / (2 * math.Pi * 60)
			total := 4*2*math.Pi*60*w*w - 0.8*d - pmax*math.Cos(d)
			low, high = min(low, total), max(high, total)
		}
		return high - low
	}
	coarse, fine := energy(0.004), energy(0.002)
	if ratio := coarse / fine; ratio < 3.7 || ratio > 4.3 {
		t.Errorf("energy moves by %.3g and %.3g at half the step: a ratio of %.2f, want 4", coarse, fine, ratio)
	}
}

func TestNothingMovesWhereNothingHappens(t *testing.T) {
	c := wscc()
	base := solve(t, c)
	s, err := dynamics.New(base, dynamics.Data{Machines: wsccMachines(), Load: dynamics.CurrentAndImpedance()})
	if err != nil {
		t.Fatal(err)
	}
	if s.Rest() > 1e-9 {
		t.Errorf("at rest a state moves by %.3g per second", s.Rest())
	}
	r, err := s.Run(nil, dynamics.Options{Horizon: 5})
	if err != nil {
		t.Fatal(err)
	}
	if r.Status != dynamics.Stable || r.Zenith.Hz-r.Nadir.Hz > 1e-6 {
		t.Errorf("%s, frequency between %.9f and %.9f Hz: want 60", r.Status, r.Nadir.Hz, r.Zenith.Hz)
	}
}

// A small swing of two machines has the frequency
// sqrt(ws K (1/2H1 + 1/2H2)), K the synchronising power.
func TestTwoMachinesSwingAtTheirAnalyticFrequency(t *testing.T) {
	base, data := againstInfinite(t)
	data.Machines[1] = dynamics.Machine{Generator: 2, MVA: 100, H: 8, XdT: 0.2}
	s, err := dynamics.New(base, data)
	if err != nil {
		t.Fatal(err)
	}
	inner := func(k int, x float64) complex128 {
		v := cmplx.Rect(base.Vm[k], base.Va[k])
		return v + complex(0, x)*cmplx.Conj(complex(base.Pg[k], base.Qg[k])/v)
	}
	e1, e2 := inner(0, 0.3), inner(1, 0.2)
	k := cmplx.Abs(e1) * cmplx.Abs(e2) / 0.7 * math.Cos(cmplx.Phase(e1)-cmplx.Phase(e2))
	want := math.Sqrt(2 * math.Pi * 60 * k * (1/(2*4.0) + 1/(2*8.0)))
	modes, err := s.Modes()
	if err != nil {
		t.Fatal(err)
	}
	got := 0.0
	for _, m := range modes {
		got = max(got, m.Imag)
	}
	if math.Abs(got-want) > 1e-6*want {
		t.Errorf("swing at %.8f rad/s: want %.8f", got, want)
	}
}

func TestFaultsOfBadInputAreTold(t *testing.T) {
	base, data := againstInfinite(t)
	for name, spoil := range map[string]func(*dynamics.Data){
		"no machine":     func(d *dynamics.Data) { d.Machines = nil },
		"no inertia":     func(d *dynamics.Data) { d.Machines[0].H = 0 },
		"NaN":            func(d *dynamics.Data) { d.Machines[0].XdT = math.NaN() },
		"unknown row":    func(d *dynamics.Data) { d.Machines[0].Generator = 7 },
		"given twice":    func(d *dynamics.Data) { d.Machines[0].Generator = 2 },
		"too much load":  func(d *dynamics.Data) { d.Electronic = []dynamics.Electronic{{Bus: 1, MW: 5}} },
		"no such a load": func(d *dynamics.Data) { d.Electronic = []dynamics.Electronic{{Bus: 9, MW: 5}} },
	} {
		own := data
		own.Machines = append([]dynamics.Machine(nil), data.Machines...)
		spoil(&own)
		if _, err := dynamics.New(base, own); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	for _, e := range []dynamics.Event{
		{Kind: "quake"},
		{Kind: dynamics.Fault, Bus: 9},
		{Kind: dynamics.TripBranch, Branch: 9},
		{Kind: dynamics.TripGenerator, Generator: 9},
		{Kind: dynamics.LoadStep, MW: -1},
	} {
		s, err := dynamics.New(base, data)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := s.Run([]dynamics.Event{e}, dynamics.Options{Horizon: 0.1}); err == nil {
			t.Errorf("%+v: no error", e)
		}
	}
}

// Before governors act, losing demand of P lets a system of kinetic energy E
// (MWs) rise by P f0 / 2E hertz each second. Once they have acted, it stands
// above nominal by P times the droop of all governors, and the deadband.
func TestFrequencyAfterALossOfDemandIsThatOfInertiaAndDroop(t *testing.T) {
	base := solve(t, wscc())
	machines := classical()
	energy, stiff := 0.0, 0.0
	for i := range machines {
		m := &machines[i]
		m.Governor = &dynamics.Governor{R: 0.05, T1: 0.5, T2: 3, T3: 10, Max: 3, Deadband: 0.017}
		energy += m.H * m.MVA
		stiff += m.MVA / m.Governor.R
	}
	// With demand as constant power, what it loses is what is lost.
	data := dynamics.Data{Machines: machines}
	lost := []dynamics.Event{{At: 0.5, Kind: dynamics.LoadStep, MW: -30}}
	r := run(t, base, data, lost, dynamics.Options{Horizon: 60, Step: 0.01})
	if r.Status != dynamics.Stable {
		t.Fatalf("%s: %s", r.Status, r.Why)
	}
	// Over half a second the governors take a few percent off. Losses fall with
	// the flows by less than one MW of 5.
	if want := 30 * 60 / (2 * energy); math.Abs(r.RoCoF-want) > 0.08*want {
		t.Errorf("rises by %.4f Hz/s: want %.4f", r.RoCoF, want)
	}
	if want := 60 + 0.017 + 60*30/stiff; math.Abs(r.End-want) > 60*1/stiff {
		t.Errorf("ends at %.4f Hz: want %.4f", r.End, want)
	}
	if r.Zenith.Hz < r.End || r.Nadir.Hz < 60-1e-6 {
		t.Errorf("zenith %.4f, nadir %.4f, end %.4f Hz: out of order", r.Zenith.Hz, r.Nadir.Hz, r.End)
	}
	lost[0].MW = 30
	if r := run(t, base, data, lost, dynamics.Options{Horizon: 60, Step: 0.01}); r.Nadir.Hz > r.End || r.End > 60 {
		t.Errorf("more demand: nadir %.4f, end %.4f Hz: want below 60", r.Nadir.Hz, r.End)
	}
}

func TestAnElectronicLoadLetsGoAndComesBackByItsRamp(t *testing.T) {
	base := solve(t, wscc())
	data := dynamics.Data{Machines: wsccMachines(), Load: dynamics.CurrentAndImpedance(), Electronic: []dynamics.Electronic{
		{Bus: 8, MW: 50, TripPU: 0.7, Delay: 0.02, BackPU: 0.9, Hold: 0.5, PerSec: 25},
	}}
	fault := func(last float64) []dynamics.Event {
		return []dynamics.Event{{At: 0.1, Kind: dynamics.Fault, Bus: 7}, {At: 0.1 + last, Kind: dynamics.Clear, Bus: 7}}
	}
	if r := run(t, base, data, fault(0.01), dynamics.Options{Horizon: 1}); r.TripsMW != 0 {
		t.Errorf("a dip of 10 ms tripped %g MW", r.TripsMW)
	}
	r := run(t, base, data, fault(0.08), dynamics.Options{Horizon: 8})
	if r.TripsMW != 50 || r.Status != dynamics.Stable {
		t.Fatalf("a dip of 80 ms tripped %g MW, %s: want 50, stable", r.TripsMW, r.Status)
	}
	stays := data
	stays.Electronic = []dynamics.Electronic{{Bus: 8, MW: 50, TripPU: 0.7, Delay: 0.02}}
	gone := run(t, base, stays, fault(0.08), dynamics.Options{Horizon: 8})
	if gone.End < r.End+0.05 {
		t.Errorf("frequency %.3f Hz without it and %.3f Hz with it back: want a difference", gone.End, r.End)
	}
}

func TestLossOfSynchronismAndCollapseAreTold(t *testing.T) {
	base := solve(t, wscc())
	long := []dynamics.Event{{At: 0, Kind: dynamics.Fault, Bus: 7}, {At: 0.5, Kind: dynamics.Clear, Bus: 7}}
	r := run(t, base, dynamics.Data{Machines: classical(), Load: dynamics.ConstantImpedance()}, long, dynamics.Options{})
	if r.Status != dynamics.Unstable || r.Separation <= 180 || r.Why == "" {
		t.Errorf("%s at %.1f degrees (%s): want unstable", r.Status, r.Separation, r.Why)
	}
	for _, series := range [][]float64{r.Frequency, r.Lowest, r.Angle[1]} {
		for _, x := range series {
			if math.IsNaN(x) {
				t.Fatal("a sample is not a number")
			}
		}
	}
}

// Buses and branches in another order are the same system.
func TestOrderDoesNotMatter(t *testing.T) {
	events := []dynamics.Event{{At: 0, Kind: dynamics.Fault, Bus: 7}, {At: 0.1, Kind: dynamics.Clear, Bus: 7}}
	data := dynamics.Data{Machines: wsccMachines(), Load: dynamics.CurrentAndImpedance()}
	want := run(t, solve(t, wscc()), data, events, dynamics.Options{Horizon: 2})
	turned := wscc()
	slices.Reverse(turned.Buses)
	slices.Reverse(turned.Branches)
	got := run(t, solve(t, turned), data, events, dynamics.Options{Horizon: 2})
	for k := range want.Angle {
		for i := range want.Angle[k] {
			if math.Abs(got.Angle[k][i]-want.Angle[k][i]) > 1e-6 {
				t.Fatalf("machine %d at %.3f s: %.9f and %.9f degrees", k, want.Time[i], want.Angle[k][i], got.Angle[k][i])
			}
		}
	}
}

// The trapezoidal rule is of second order: against a step ten times finer, half
// a step leaves a quarter of the error.
func TestErrorFallsWithTheSquareOfTheStep(t *testing.T) {
	base := solve(t, wscc())
	data := dynamics.Data{Machines: wsccMachines(), Load: dynamics.ConstantImpedance()}
	at := func(step float64) float64 {
		events := []dynamics.Event{{At: 0, Kind: dynamics.Fault, Bus: 7}, {At: 0.08, Kind: dynamics.Clear, Bus: 7}}
		r := run(t, base, data, events, dynamics.Options{Step: step, Horizon: 1})
		return r.Angle[1][len(r.Time)-1]
	}
	exact := at(0.0005)
	if ratio := math.Abs(at(0.008)-exact) / math.Abs(at(0.004)-exact); ratio < 3.6 || ratio > 4.4 {
		t.Errorf("error falls by %.2f: want 4", ratio)
	}
}

func TestAssumedMachinesSayThatTheyAre(t *testing.T) {
	c := wscc()
	c.GenFuels = []string{"nuclear", "wind", "ng"}
	machines := dynamics.Assume(c)
	if len(machines) != 2 || machines[0].Generator != 1 || machines[1].Generator != 3 {
		t.Fatalf("machines %+v: want those of rows 1 and 3, the wind does not turn", machines)
	}
	for _, m := range machines {
		if !m.Assumed {
			t.Errorf("machine %d does not say that it is assumed", m.Generator)
		}
	}
	r := run(t, solve(t, c), dynamics.Data{Machines: machines, Load: dynamics.CurrentAndImpedance()}, nil, dynamics.Options{Horizon: 2})
	if r.Status != dynamics.Stable || math.Abs(r.End-60) > 1e-6 {
		t.Errorf("%s, %.6f Hz: want nothing to move", r.Status, r.End)
	}
}

func FuzzReadData(f *testing.F) {
	f.Add([]byte(`{"machines":[{"generator":1,"mva":100,"h_s":4,"xd_transient":0.3}]}`))
	f.Add([]byte(`{"machines":[],"x":1}`))
	base, _ := againstInfinite(f)
	f.Fuzz(func(t *testing.T, src []byte) {
		data, err := dynamics.ReadData("fuzz", src)
		if err != nil {
			return
		}
		s, err := dynamics.New(base, data)
		if err != nil {
			return
		}
		if r, err := s.Run(nil, dynamics.Options{Horizon: 0.05}); err == nil && r.Status == dynamics.Stable && math.IsNaN(r.End) {
			t.Error("stable and not a number")
		}
	})
}

// Ten seconds of the nine buses, a fault at their beginning.
func BenchmarkTenSeconds(b *testing.B) {
	base := solve(b, wscc())
	data := dynamics.Data{Machines: wsccMachines(), Load: dynamics.CurrentAndImpedance()}
	events := []dynamics.Event{{Kind: dynamics.Fault, Bus: 7}, {At: 0.08, Kind: dynamics.Clear, Bus: 7}}
	steps := 0
	b.ReportAllocs()
	for b.Loop() {
		s, err := dynamics.New(base, data)
		if err != nil {
			b.Fatal(err)
		}
		r, err := s.Run(events, dynamics.Options{Every: 0.1})
		if err != nil || r.Status != dynamics.Stable {
			b.Fatal(r.Status, err)
		}
		steps += r.Steps
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(steps), "ns/step")
}
