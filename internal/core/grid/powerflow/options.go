// Package powerflow finds the voltages of a network under given injections: by
// Newton's method, fast decoupled or Gauss-Seidel, or in the direct-current
// approximation; with reactive limits, with the slack on one machine or on
// many. Where there is no answer it says what it saw.
//
// It does not choose injections (package opf does) and loses nothing (package
// contingency does).
package powerflow

import "errors"

// ErrNoSolution is a power flow that did not converge. The [Result] that comes
// with it holds the last iterate and a [Diagnosis].
var ErrNoSolution = errors.New("power flow did not converge")

// ErrInput is a question that cannot be asked of the network.
var ErrInput = errors.New("bad power flow input")

// Method of the solution.
type Method int

// The methods. Decoupled are those of Stott and Alsac 1974, in the versions of
// van Amerongen 1989.
const (
	Newton Method = iota
	DecoupledXB
	DecoupledBX
	GaussSeidel
)

// Start is where the iterations begin.
type Start int

// The starts. Ladder tries, until one converges: warm where voltages are
// given, the case's, the angles of the direct-current solution, and flat.
const (
	Ladder Start = iota
	FromCase
	FromDC
	Flat
	Warm // Options.Vm and Options.Va
)

// QLimits says what happens to generators beyond their reactive limits.
type QLimits int

// The ways. AllAtOnce and OneAtATime are MATPOWER's pf.enforce_q_lims 1 and 2:
// a bus that was limited stays so. WithReturn lets it control its voltage
// again once that would bring it back within the limit.
const (
	Ignore QLimits = iota
	AllAtOnce
	OneAtATime
	WithReturn
)

// Options of a solution; the zero value is Newton's method to 1e-8 p.u. up the
// ladder, reactive limits ignored, slack on the reference bus.
type Options struct {
	Method     Method
	Tolerance  float64 // largest mismatch, p.u.; 0: 1e-8
	Iterations int     // at most, per start; 0: 10 (Newton), 30 (decoupled), 1000 (Gauss-Seidel)
	Start      Start
	Vm, Va     []float64 // of a warm start, p.u. and radians, by internal bus

	QLimits QLimits
	// QViolation is how far beyond its limit, in MVAr, a generator is limited;
	// 0: 5e-6, MATPOWER's.
	QViolation float64

	// Shared spreads the slack over the generators of each island.
	Shared bool
	// Participation is each generator's weight in it; nil: its Pmax where
	// finite and positive, else what it generates.
	Participation []float64

	// Pd, Qd per bus and Pg per generator, p.u., in place of the network's.
	Pd, Qd, Pg []float64
}

func (o Options) tolerance() float64 {
	if o.Tolerance > 0 {
		return o.Tolerance
	}
	return 1e-8
}

func (o Options) iterations() int {
	switch {
	case o.Iterations > 0:
		return o.Iterations
	case o.Method == Newton:
		return 10
	case o.Method == GaussSeidel:
		return 1000
	}
	return 30
}

func (o Options) violation() float64 {
	if o.QViolation > 0 {
		return o.QViolation
	}
	return 5e-6
}
