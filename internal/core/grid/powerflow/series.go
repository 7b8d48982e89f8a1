package powerflow

import (
	"fmt"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
)

// Moment is one step of a time series: demand per bus and generation per
// generator in service, p.u.; nil where the network's own hold.
type Moment struct{ Pd, Qd, Pg []float64 }

// Series solves one power flow after the other, each from the voltages of the
// one before, on one symbolic analysis. done is told of each result as it
// comes, converged or not, and ends the series by answering false. Results are
// new each time and may be kept.
func (s *Solver) Series(moments []Moment, opt Options, done func(at int, r *Result, err error) bool) error {
	var last *Result
	for at, m := range moments {
		o := opt
		o.Pd, o.Qd, o.Pg = m.Pd, m.Qd, m.Pg
		o.Start = Ladder
		if last != nil {
			o.Vm, o.Va = last.Vm, last.Va
		}
		r, err := s.Solve(o)
		if r == nil {
			return fmt.Errorf("moment %d of the series: %w", at+1, err)
		}
		if err == nil {
			last = r
		}
		if !done(at, r, err) {
			return nil
		}
	}
	return nil
}

// Scaled are moments that scale all of a network's demand, and generation
// apart from the slack, by the factors given.
func Scaled(net *grid.Network, factors []float64) []Moment {
	moments := make([]Moment, len(factors))
	by := func(values []float64, f float64) []float64 {
		out := make([]float64, len(values))
		for i, v := range values {
			out[i] = v * f
		}
		return out
	}
	for k, f := range factors {
		moments[k] = Moment{by(net.Bus.Pd, f), by(net.Bus.Qd, f), by(net.Gen.Pg, f)}
	}
	return moments
}
