package work

import (
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
	"github.com/pouw-dem/pouwdem/internal/core/grid/powerflow"
	"github.com/pouw-dem/pouwdem/internal/core/grid/synth"
)

// The kernels differ in rounding alone, and say of any voltages, right, slightly
// off or wrong, with and without an outage, what looking slowly says.
func TestTheQuickCheckSaysWhatTheSlowOneSays(t *testing.T) {
	c, err := synth.Generate(synth.Options{Seed: 3, Buses: 60})
	if err != nil {
		t.Fatal(err)
	}
	net, err := grid.Compile(c, grid.Options{})
	if err != nil {
		t.Fatal(err)
	}
	r, err := powerflow.New(net).Solve(powerflow.Options{})
	if err != nil {
		t.Fatal(err)
	}
	right := phasors(r.Vm, r.Va)
	b := newBalance(net, Spec{}.targets(net))
	rapid.Check(t, func(t *rapid.T) {
		out := rapid.IntRange(none, len(net.Branch.Row)-1).Draw(t, "outage")
		size := rapid.SampledFrom([]float64{0, 1e-9, 1e-6, 1e-4, 1}).Draw(t, "off by")
		rng := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
		v := make([]complex128, len(right))
		for i := range v {
			v[i] = right[i] + complex(size*rng.NormFloat64(), size*rng.NormFloat64())
		}
		volts, err := b.read(NewSolution(v).Encode())
		if err != nil {
			t.Fatal(err)
		}
		quick, slow := b.check(out), check(net, b.want, out, volts)
		if (quick == nil) != (slow == nil) {
			t.Fatalf("%v, slowly %v", quick, slow)
		}
		b.evaluate()
		plain := b.worst
		b.kernel(b)
		for i, w := range b.worst {
			if d := w - plain[i]; !(d <= 1e-9*(1+plain[i]) && d >= -1e-9*(1+plain[i])) {
				t.Fatalf("the kernels find %v and %v", plain, b.worst)
			}
		}
	})
}
