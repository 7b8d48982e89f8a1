package contingency

import (
	"cmp"
	"math"
	"slices"
)

// Status is what became of an outage.
type Status string

// The statuses. Only OK comes with numbers.
const (
	// OK has a solution, checked by its residual.
	OK Status = "ok"
	// Islanded cuts buses off from every reference.
	Islanded Status = "islanded"
	// Diverged is no convergence of Newton's method from the base solution
	// within the iterations allowed. It is no proof that there is no solution.
	Diverged Status = "diverged"
	// NoSolutionFound is the same after every other start was tried too.
	NoSolutionFound Status = "no_solution_found"
)

// Method is how an answer was found.
type Method string

// The methods.
const (
	Chord  Method = "chord"  // constant Jacobian of the base case, corrected for the loss
	Newton Method = "newton" // full Newton steps from the base solution
	Anew   Method = "anew"   // the changed case compiled and solved by the power flow
	Rescue Method = "rescue" // as Anew, after Newton failed from the base solution
)

// Result is the answer for one outage. Buses are external numbers, branches
// rows of the case from 0; -1 where there is none.
type Result struct {
	Outage      int // place in the list that was asked for
	Status      Status
	Method      Method
	Iterations  int
	MaxMismatch float64 // p.u.

	MinVm    float64 // p.u.
	MinVmBus int
	MaxVm    float64
	MaxVmBus int

	MaxFlowMVA    float64 // at the larger end
	MaxFlowBranch int
	// MaxLoading is the largest apparent power over rate A; 0 where no branch
	// has a rating.
	MaxLoading       float64
	MaxLoadingBranch int

	Overloads    int // branches above rate A
	LowVoltages  int // buses below Vmin
	HighVoltages int // buses above Vmax
	// VoltageExcess is how far the lowest or the highest voltage lies outside
	// the band of its bus, as a share of the limit.
	VoltageExcess float64

	SlackMW float64 // net injection at the reference buses
	LossMW  float64 // in the branches

	// CutOffBuses and CutOffMW are what an islanding outage loses.
	CutOffBuses int
	CutOffMW    float64

	// Voltage holds the complex voltages by internal bus where asked for.
	Voltage []complex128
	// Violations lists limits not kept, the worst first, where asked for.
	Violations []Violation
}

// Violation is one limit that is not kept.
type Violation struct {
	// Branch is a row of the case from 0, or -1 for a voltage at Bus.
	Branch, Bus int
	// Value is the loading (1 is rate A) or the magnitude in p.u.
	Value float64
	// Excess is how far beyond its limit, as a share of it.
	Excess float64
}

// Report is the answer to a list of outages.
type Report struct {
	Results []Result // in the order of the list
	// Base is the same summary of the intact network, Outage -1.
	Base Result
}

// Counts of the statuses.
func (r *Report) Counts() map[Status]int {
	out := map[Status]int{}
	for _, one := range r.Results {
		out[one.Status]++
	}
	return out
}

// Severity orders outages, the worst first: what has no solution, then what
// loses load, then by the sum of the worst overload and the worst voltage
// excursion, both as shares of their limits.
type Severity struct {
	Outage int
	Class  int // 3 without solution, 2 islanded, 1 limits not kept, 0 secure
	// Score orders within the class: MW cut off; shares beyond limits, added;
	// or, where all limits hold, the worst loading plus the fall of the lowest
	// voltage.
	Score float64
	// OverloadPct is how far the worst branch is above its rating, and
	// OverloadDeltaPct how much the outage adds to the base's worst loading.
	OverloadPct, OverloadDeltaPct float64
	// MinVmDelta is the change of the lowest voltage against the base, p.u.
	MinVmDelta float64
}

// Rank orders the outages by severity. Ties keep the order of the list.
func (r *Report) Rank() []Severity {
	out := make([]Severity, len(r.Results))
	for i := range r.Results {
		out[i] = r.Results[i].severity(&r.Base)
	}
	slices.SortStableFunc(out, func(a, b Severity) int {
		return cmp.Or(cmp.Compare(b.Class, a.Class), cmp.Compare(b.Score, a.Score))
	})
	return out
}

func (r *Result) severity(base *Result) Severity {
	s := Severity{Outage: r.Outage}
	switch r.Status {
	case Diverged, NoSolutionFound:
		s.Class = 3
		return s
	case Islanded:
		s.Class, s.Score = 2, r.CutOffMW
		return s
	}
	s.OverloadPct = 100 * math.Max(0, r.MaxLoading-1)
	s.OverloadDeltaPct = 100 * (r.MaxLoading - base.MaxLoading)
	s.MinVmDelta = r.MinVm - base.MinVm
	if r.Overloads+r.LowVoltages+r.HighVoltages > 0 {
		s.Class = 1
		s.Score = math.Max(0, r.MaxLoading-1) + r.VoltageExcess
		return s
	}
	s.Score = r.MaxLoading - math.Min(0, s.MinVmDelta)
	return s
}
