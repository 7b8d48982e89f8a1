// Package opf dispatches a network at least cost within its limits: the full
// alternating-current problem and its direct-current approximation, by one
// primal-dual interior point method on the network's own graph; and the
// dispatch that stays within limits after any single loss.
//
// It takes commitment as given and knows one moment only.
package opf

import "errors"

// ErrInfeasible is a problem without a dispatch within its limits, as far as
// the method can tell. The [Result] that comes with it says which limits are
// violated most.
var ErrInfeasible = errors.New("no dispatch within the limits was found")

// ErrInput is a problem that cannot be posed.
var ErrInput = errors.New("bad optimal power flow input")

// Limit is what a branch's rating bounds.
type Limit int

// The kinds of rating: apparent power, active power, current (MVA at 1 p.u.).
const (
	Apparent Limit = iota
	Active
	Current
)

// Model of the direct-current approximation. The two differ in the
// susceptance of a branch and in what they call its limit.
type Model int

// MATPOWER's model takes 1/(x*tap) and phase shifts; PowerModels' takes
// x/(r^2+x^2) without tap ratios, which is what PGLib's column DC was made with.
const (
	MATPOWER Model = iota
	PowerModels
)

// Options of a dispatch; the zero value is the alternating-current problem,
// apparent-power limits, to 1e-6 in each of the four conditions of convergence.
type Options struct {
	DC         bool
	Model      Model
	Limit      Limit
	Iterations int     // at most; 0: 150
	Tolerance  float64 // 0: 1e-6 for feasibility, gradient, complementarity and cost
	// NoAngleLimits leaves out limits on angle differences.
	NoAngleLimits bool
	// Secure makes a direct-current dispatch keep every limit after the loss of
	// any branch that is no bridge.
	Secure bool
	// SecureFactor scales the ratings after a loss; 0: 1.
	SecureFactor float64
}

func (o Options) iterations() int {
	if o.Iterations > 0 {
		return o.Iterations
	}
	return 150
}

func (o Options) tolerance() float64 {
	if o.Tolerance > 0 {
		return o.Tolerance
	}
	return 1e-6
}

func (o Options) secureFactor() float64 {
	if o.SecureFactor > 0 {
		return o.SecureFactor
	}
	return 1
}
