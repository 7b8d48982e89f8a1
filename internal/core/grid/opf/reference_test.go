package opf_test

import (
	"math"
	"testing"

	"github.com/pouw-dem/pouwdem/internal/core/grid/opf"
	"github.com/pouw-dem/pouwdem/internal/gridtest"
)

// MATPOWER 8.1's MIPS; objectives to 1e-6 relative, prices to 1e-3 relative of
// the largest, since MIPS itself stops at 1e-6.
func TestDispatchMeetsMATPOWERsObjectiveAndPrices(t *testing.T) {
	summary := gridtest.Read(t, "opf/summary.csv")
	for row := range summary.Rows {
		name := summary.Text("case", row)
		for _, kind := range []string{"ac", "dc"} {
			t.Run(name+" "+kind, func(t *testing.T) {
				net := gridtest.Network(t, name)
				r, err := opf.Solve(net, opf.Options{DC: kind == "dc"})
				if err != nil {
					t.Fatal(err)
				}
				want := summary.Number(t, kind+"opf_obj", row)
				if d := math.Abs(r.Objective/want - 1); !(d <= 1e-6) {
					t.Errorf("objective %.8g, MATPOWER finds %.8g, off by %.2g, in %d iterations", r.Objective, want, d, r.Iterations)
				}
				prices := gridtest.Read(t, "opf/"+name+"_"+kind+"_bus.csv")
				largest, worst := 0.0, 0.0
				got := r.Apply()
				for i := range prices.Rows {
					p := prices.Number(t, "lam_P", i)
					largest = max(largest, math.Abs(p))
					worst = max(worst, math.Abs(p-got.Buses[i].LamP))
				}
				if worst > 1e-3*largest {
					t.Errorf("a price is off by %.3g, the largest is %.4g", worst, largest)
				}
			})
		}
	}
}
