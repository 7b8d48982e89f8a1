package dynamics_test

import (
	"math"
	"slices"
	"testing"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
	"github.com/pouw-dem/pouwdem/internal/core/grid/dynamics"
)

// wscc is the network of three machines and nine buses of Anderson and Fouad,
// Power System Control and Stability, 1977, section 2.10, with the numbers of
// Sauer and Pai, 1998, section 7.3.
func wscc() *grid.Case {
	line := func(from, to int, r, x, b float64) grid.Branch {
		return grid.Branch{From: from, To: to, R: r, X: x, B: b, Status: 1}
	}
	c := &grid.Case{Name: "wscc9", BaseMVA: 100}
	for id := 1; id <= 9; id++ {
		c.Buses = append(c.Buses, grid.Bus{ID: id, Type: grid.PQ, Vm: 1})
	}
	c.Buses[0].Type, c.Buses[1].Type, c.Buses[2].Type = grid.Ref, grid.PV, grid.PV
	c.Buses[4].Pd, c.Buses[4].Qd = 125, 50
	c.Buses[5].Pd, c.Buses[5].Qd = 90, 30
	c.Buses[7].Pd, c.Buses[7].Qd = 100, 35
	gen := func(bus int, p, v float64) grid.Generator {
		return grid.Generator{Bus: bus, Pg: p, Vg: v, Status: 1, Qmax: 999, Qmin: -999, Pmax: 300, MBase: 100}
	}
	c.Gens = []grid.Generator{gen(1, 71.6, 1.04), gen(2, 163, 1.025), gen(3, 85, 1.025)}
	c.Branches = []grid.Branch{
		line(1, 4, 0, 0.0576, 0), line(2, 7, 0, 0.0625, 0), line(3, 9, 0, 0.0586, 0),
		line(4, 5, 0.010, 0.085, 0.176), line(4, 6, 0.017, 0.092, 0.158), line(5, 7, 0.032, 0.161, 0.306),
		line(6, 9, 0.039, 0.170, 0.358), line(7, 8, 0.0085, 0.072, 0.149), line(8, 9, 0.0119, 0.1008, 0.209),
	}
	return c
}

func wsccMachines() []dynamics.Machine {
	exciter := &dynamics.Exciter{KA: 20, TA: 0.2, KE: 1, TE: 0.314, KF: 0.063, TF: 0.35, Ax: 0.0039, Bx: 1.555}
	return []dynamics.Machine{
		{Generator: 1, MVA: 100, H: 23.64, Xd: 0.146, Xq: 0.0969, XdT: 0.0608, XqT: 0.0969, Td0: 8.96, Tq0: 0.31, Exciter: exciter},
		{Generator: 2, MVA: 100, H: 6.4, Xd: 0.8958, Xq: 0.8645, XdT: 0.1198, XqT: 0.1969, Td0: 6.0, Tq0: 0.535, Exciter: exciter},
		{Generator: 3, MVA: 100, H: 3.01, Xd: 1.3125, Xq: 1.2578, XdT: 0.1813, XqT: 0.25, Td0: 5.89, Tq0: 0.6, Exciter: exciter},
	}
}

func classical() []dynamics.Machine {
	var machines []dynamics.Machine
	for _, m := range wsccMachines() {
		machines = append(machines, dynamics.Machine{Generator: m.Generator, MVA: m.MVA, H: m.H, XdT: m.XdT})
	}
	return machines
}

// The eigenvalues are those of Sauer and Pai, table 8.1 (two-axis machines,
// exciters, constant power loads, no damping). The table is printed to four
// digits and its inertias are rounded to three: the fastest mode is off by
// 3e-3, hence the tolerance of 5e-3.
func TestEigenvaluesAreThoseOfSauerAndPai(t *testing.T) {
	s, err := dynamics.New(solve(t, wscc()), dynamics.Data{Machines: wsccMachines()})
	if err != nil {
		t.Fatal(err)
	}
	modes, err := s.Modes()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []complex128{
		-0.7209 + 12.7486i, -0.1908 + 8.3672i, -5.4875 + 7.9487i, -5.3236 + 7.9220i, -5.2218 + 7.8161i,
		-5.1761, -3.3995, -0.4445 + 1.2104i, -0.4394 + 0.7392i, -0.4260 + 0.4960i, -3.2258,
	} {
		if !slices.ContainsFunc(modes, func(m dynamics.Mode) bool {
			return math.Abs(m.Real-real(want)) < 5e-3 && math.Abs(m.Imag-imag(want)) < 5e-3
		}) {
			t.Errorf("no eigenvalue near %.4f", want)
		}
	}
	if t.Failed() {
		for _, m := range modes {
			t.Logf("%.4f %+.4fi", m.Real, m.Imag)
		}
	}
}

// Anderson and Fouad, example 2.7: the fault near bus 7 that is cleared after
// five cycles by opening line 5-7 is survived. Published critical times of the
// classical model lie between 0.162 and 0.164 s.
func TestCriticalClearingTimeOfTheNineBusSystem(t *testing.T) {
	base := solve(t, wscc())
	data := dynamics.Data{Machines: classical(), Load: dynamics.ConstantImpedance()}
	got, err := dynamics.Critical(base, data, 7, 6, 0.5, 0.0005, dynamics.Options{Step: 0.002, Horizon: 3})
	if err != nil {
		t.Fatal(err)
	}
	if got.Survived < 0.160 || got.Lost > 0.166 {
		t.Errorf("critical clearing time in [%.4f, %.4f] s: want about 0.163", got.Survived, got.Lost)
	}
}
