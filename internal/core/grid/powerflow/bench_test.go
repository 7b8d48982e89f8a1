package powerflow_test

import (
	"testing"

	"github.com/pouw-dem/pouwdem/internal/core/grid/powerflow"
	"github.com/pouw-dem/pouwdem/internal/gridtest"
)

// BenchmarkNewton solves from the case's start on a solver that has solved
// before, result and flows included.
func BenchmarkNewton(b *testing.B) {
	for _, name := range []string{"case118", "case300", "case1354pegase", "case_ACTIVSg2000", "case2869pegase"} {
		b.Run(name, func(b *testing.B) {
			s := powerflow.New(gridtest.Network(b, name))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := s.Solve(powerflow.Options{Start: powerflow.FromCase}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
