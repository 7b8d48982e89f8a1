package continuation_test

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
	"github.com/pouw-dem/pouwdem/internal/core/grid/continuation"
	"github.com/pouw-dem/pouwdem/internal/gridtest"
)

// MATPOWER 8.1's runcpf with cpf.enforce_q_lims, nose tolerance 1e-7, towards
// 2.5 times demand and generation: the largest lambda, and why it ends there.
func TestWithReactiveLimitsTheEndIsWhereMATPOWERFindsIt(t *testing.T) {
	for _, c := range []struct {
		name   string
		lambda float64
		end    string
	}{
		{"case14", 0.183355660, "no generator is left"},
		{"case_ieee30", 0.091265386, "no generator is left"},
		{"case30", 1.178823130, "no generator is left"},
		{"case57", 0.335341792, "no generator is left"},
		{"case118", 0.703985078, "is itself the nose"},
		{"case300", 0.038353701, "nose"},
	} {
		t.Run(c.name, func(t *testing.T) {
			curve := limited(t, gridtest.Case(t, c.name))
			last := curve.Events[len(curve.Events)-1].Text
			if !curve.Nose || math.Abs(curve.MaxLambda-c.lambda) > 1e-6 || !strings.Contains(last, c.end) {
				t.Errorf("lambda %.9f, MATPOWER %.9f; ends with %q", curve.MaxLambda, c.lambda, last)
			}
		})
	}
}

func limited(t *testing.T, base *grid.Case) *continuation.Curve {
	t.Helper()
	curve, err := continuation.Follow(compile(t, base), compile(t, continuation.Scaled(base, 2.5)), continuation.Options{QLimits: true})
	if err != nil {
		t.Fatal(err)
	}
	return curve
}

// A generator at its upper limit cannot hold its voltage up, and so never finds
// it above what it was set to: MATPOWER follows cases 9 and 39 beyond the points
// where that would be needed, this package calls those points the nose.
func TestABusAtItsUpperLimitIsNeverAboveItsSetVoltage(t *testing.T) {
	for _, name := range []string{"case9", "case39", "case57", "case118"} {
		t.Run(name, func(t *testing.T) {
			curve := limited(t, gridtest.Case(t, name))
			net, end := curve.Network, curve.Points[len(curve.Points)-1]
			for i, kind := range net.Bus.Kind {
				if kind != grid.PV && kind != grid.Ref {
					continue
				}
				for _, e := range curve.Events {
					reached := strings.HasPrefix(e.Text, "generators at bus "+strconv.Itoa(net.BusID(i))+" reach their upper")
					if reached && end.Vm[i] > net.Bus.Vm[i]+1e-6 {
						t.Errorf("bus %d stands at %.6f, set to %.6f", net.BusID(i), end.Vm[i], net.Bus.Vm[i])
					}
				}
			}
		})
	}
}

// A machine holds the middle of a line from a strong source, x = 0.4 p.u. to
// either side. A load P without reactive demand takes from it
// (1-cos a)/x + (1-cos b)/(2x) with sin a = xP and sin b = 2xP.
func TestALimitIsMetWhereTheMachineGivesAllItHas(t *testing.T) {
	supported := func(pd float64) *grid.Case {
		return &grid.Case{
			Name: "supported", BaseMVA: 100,
			Buses: []grid.Bus{
				{ID: 1, Type: grid.Ref, Vm: 1}, {ID: 2, Type: grid.PV, Vm: 1}, {ID: 3, Type: grid.PQ, Pd: pd, Vm: 1},
			},
			Gens: []grid.Generator{
				{Bus: 1, Vg: 1, Status: 1, Pmax: 1000, Qmax: 1000, Qmin: -1000},
				{Bus: 2, Vg: 1, Status: 1, Qmax: 40, Qmin: -40},
			},
			Branches: []grid.Branch{{From: 1, To: 2, X: 0.4, Status: 1}, {From: 2, To: 3, X: 0.4, Status: 1}},
		}
	}
	follow := func(limits bool) *continuation.Curve {
		curve, err := continuation.Follow(compile(t, supported(10)), compile(t, supported(20)), continuation.Options{QLimits: limits})
		if err != nil {
			t.Fatal(err)
		}
		return curve
	}
	free, held := follow(false), follow(true)
	if got := 10 + 10*free.MaxLambda; math.Abs(got-125) > 1e-3 {
		t.Errorf("held up without limit the line carries %.4f MW, by hand 1/(2x) p.u., 125 MW", got)
	}
	p := 0.1 + 0.1*held.Events[0].Lambda
	given := (1-math.Sqrt(1-0.16*p*p))/0.4 + (1-math.Sqrt(1-0.64*p*p))/0.8
	if math.Abs(given-0.4) > 1e-6 {
		t.Errorf("the limit of 0.4 p.u. is met at %.6f p.u., where by hand the machine gives %.7f p.u.", p, given)
	}
	if !held.Nose || held.MaxLambda >= free.MaxLambda {
		t.Errorf("nose at %g with the limit, at %g without", held.MaxLambda, free.MaxLambda)
	}
}
