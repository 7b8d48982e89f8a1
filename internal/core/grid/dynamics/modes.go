package dynamics

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"

	"gonum.org/v1/gonum/mat"
)

// Mode is an eigenvalue of the system linearised at rest; of a pair the one
// with the positive frequency.
type Mode struct {
	Real    float64 `json:"real_per_s"`
	Imag    float64 `json:"imag_rad_s"`
	Hz      float64 `json:"frequency_hz"`
	Damping float64 `json:"damping"` // -real/|eigenvalue|; 0 for an eigenvalue of zero
}

// mostStates is how large a system's eigenvalues are sought: a dense matrix.
const mostStates = 2000

// Modes are the eigenvalues at the present point, the least damped first. Two
// of them are zero, to rounding, where nothing holds the common angle and speed.
func (s *System) Modes() ([]Mode, error) {
	n := len(s.x)
	if n > mostStates {
		return nil, fmt.Errorf("%d states are too many for eigenvalues: at most %d", n, mostStates)
	}
	a, err := s.stateMatrix()
	if err != nil {
		return nil, err
	}
	var eigen mat.Eigen
	if !eigen.Factorize(a, mat.EigenNone) {
		return nil, errors.New("eigenvalues of the state matrix did not converge")
	}
	var modes []Mode
	for _, l := range eigen.Values(nil) {
		if imag(l) < 0 {
			continue
		}
		m := Mode{Real: real(l), Imag: imag(l), Hz: imag(l) / (2 * math.Pi)}
		if size := math.Hypot(real(l), imag(l)); size > 1e-6 {
			m.Damping = -real(l) / size
		}
		modes = append(modes, m)
	}
	slices.SortFunc(modes, func(a, b Mode) int { return cmp.Compare(b.Real, a.Real) })
	return modes, nil
}

// stateMatrix is df/dx, voltages eliminated: fx + fv (Y - iv)^-1 ix.
func (s *System) stateMatrix() (*mat.Dense, error) {
	// With no step nothing is eliminated, so that the solver's factor is that of
	// the network with its devices held.
	if err := s.linearise(0); err != nil {
		return nil, err
	}
	s.solver.made = math.NaN()
	n, w := len(s.x), s.solver
	a := mat.NewDense(n, n, nil)
	slopes := make([][]float64, len(s.devices)) // df/dv by device, n by 2
	for d, dev := range s.devices {
		k, from := dev.size(), s.offset[d]
		if _, err := s.derive(d, 0); err != nil {
			return nil, err
		}
		for i := range k {
			for j := range k {
				a.Set(from+i, from+j, w.fx[i*k+j])
			}
		}
		slopes[d] = slices.Clone(w.fv[:2*k])
	}
	for d, dev := range s.devices {
		for j := range dev.size() {
			clear(w.rhs)
			w.rhs[2*s.bus[d]] = w.lin[d].current[j]
			w.rhs[2*s.bus[d]+1] = w.lin[d].current[dev.size()+j]
			w.lu.Solve(w.rhs)
			s.respond(a, slopes, s.offset[d]+j)
		}
	}
	return a, nil
}

// respond adds to a column of the state matrix what the voltages do.
func (s *System) respond(a *mat.Dense, slopes [][]float64, column int) {
	for d, fv := range slopes {
		re, im := s.solver.rhs[2*s.bus[d]], s.solver.rhs[2*s.bus[d]+1]
		for i := range len(fv) / 2 {
			row := s.offset[d] + i
			a.Set(row, column, a.At(row, column)+fv[2*i]*re+fv[2*i+1]*im)
		}
	}
}
