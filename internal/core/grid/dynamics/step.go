package dynamics

import (
	"errors"
	"fmt"
	"math"

	"github.com/pouw-dem/pouwdem/internal/core/grid/sparse"
)

// ErrDiverged means that no voltages were found for the states: the network
// collapsed, or the step was too long.
var ErrDiverged = errors.New("network equations have no solution that could be found")

const (
	tolerance  = 1e-9 // of every residual, per unit, rad
	iterations = 30
	refreshAt  = 3 // iterations without success before the Jacobian is made anew
)

// linear is a device's derivative at some point, for a step of some length.
type linear struct {
	inverse []float64 // of I - h/2 df/dx, n by n
	gain    []float64 // inverse times -h/2 df/dv, n by 2
	current []float64 // di/dx, 2 by n
}

// solver holds the numbers of a step; it allocates nothing once made.
type solver struct {
	blocks *sparse.Blocks
	lu     *sparse.BlockLU
	jac    []float64
	rhs    []float64
	lin    []linear
	made   float64 // step length that the Jacobian is for; NaN: none

	up, down, work, residual []float64
	fx, fv                   []float64
	square                   []float64
}

func newSolver(ptr, col []int32, devices []device) *solver {
	n, most, all := len(ptr)-1, 0, 0
	s := &solver{blocks: sparse.AnalyzeBlocks(ptr, col), jac: make([]float64, 4*len(col)), rhs: make([]float64, 2*n), made: math.NaN()}
	s.lu = s.blocks.NewLU()
	for _, d := range devices {
		k := d.size()
		s.lin = append(s.lin, linear{make([]float64, k*k), make([]float64, 2*k), make([]float64, 2*k)})
		most, all = max(most, k), all+k
	}
	s.up, s.down, s.work = make([]float64, most), make([]float64, most), make([]float64, most)
	s.residual = make([]float64, all)
	s.fx, s.fv = make([]float64, most*most), make([]float64, 2*most)
	s.square = make([]float64, 2*most*most)
	return s
}

// halvings is how often a step is cut in two where it cannot be made whole.
const halvings = 5

// advance moves the system by h seconds, in shorter steps where it must.
func (s *System) advance(h float64) error { return s.inParts(h, halvings) }

func (s *System) inParts(h float64, depth int) error {
	err := s.step(h)
	if err == nil || depth == 0 {
		return err
	}
	if err := s.inParts(h/2, depth-1); err != nil {
		return err
	}
	return s.inParts(h/2, depth-1)
}

// step moves the system by h seconds; by none, it finds the voltages that
// belong to the states as they are. If it fails, nothing has changed.
func (s *System) step(h float64) error {
	copy(s.before, s.x)
	copy(s.vBefore, s.v)
	for i, x := range s.x {
		// A state at its limit does not move beyond it.
		if x >= s.most[i] && s.rate[i] > 0 || x <= s.least[i] && s.rate[i] < 0 {
			s.rate[i] = 0
		}
	}
	copy(s.rateBefore, s.rate)
	for i := range s.x {
		s.x[i] = min(max(s.x[i]+h*s.rate[i], s.least[i]), s.most[i])
	}
	err := s.iterate(h)
	if err != nil {
		copy(s.x, s.before)
		copy(s.v, s.vBefore)
		copy(s.rate, s.rateBefore)
		s.solver.made = math.NaN()
	}
	return err
}

func (s *System) iterate(h float64) error {
	stale := s.solver.made != h
	for it := range iterations {
		s.evaluate()
		worst, changed := s.mismatch(h)
		if math.IsNaN(worst) {
			return ErrDiverged
		}
		s.Iterations++
		if worst <= tolerance {
			s.Worst = max(s.Worst, worst)
			return nil
		}
		if stale || changed || it > 0 && it%refreshAt == 0 {
			if err := s.linearise(h); err != nil {
				return err
			}
			stale = false
		}
		s.correct()
	}
	return ErrDiverged
}

// evaluate finds the rates of all states, and at every bus the current that is
// left over: what the network takes less what devices inject.
func (s *System) evaluate() {
	y := &s.net.Y
	for i := range s.v {
		var sum complex128
		for k := y.Ptr[i]; k < y.Ptr[i+1]; k++ {
			sum += s.y[k] * s.v[y.Col[k]]
		}
		s.left[i] = sum
	}
	for d, dev := range s.devices {
		from, to := s.offset[d], s.offset[d+1]
		if s.dead[s.bus[d]] {
			clear(s.rate[from:to])
			continue
		}
		s.left[s.bus[d]] -= dev.rates(s.x[from:to], s.v[s.bus[d]], s.rate[from:to])
	}
}

// mismatch fills in the residuals of the trapezoidal rule, in which a state
// stops at its limits, and finds the largest of all, NaN if one is. changed says
// that another state is held at its limit than before.
func (s *System) mismatch(h float64) (worst float64, changed bool) {
	for i := range s.x {
		to := s.before[i] + h/2*(s.rate[i]+s.rateBefore[i])
		held := to > s.most[i] || to < s.least[i]
		if held != s.held[i] {
			s.held[i], changed = held, true
		}
		r := s.x[i] - min(max(to, s.least[i]), s.most[i])
		s.solver.residual[i] = r
		worst = math.Max(worst, math.Abs(r))
	}
	for _, g := range s.left {
		worst = math.Max(worst, math.Abs(real(g)))
		worst = math.Max(worst, math.Abs(imag(g)))
	}
	return worst, changed
}

// linearise makes the Jacobian at the present point for a step of h. States of
// a device are eliminated into the block of its bus.
func (s *System) linearise(h float64) error {
	w, y := s.solver, &s.net.Y
	for k, entry := range s.y {
		g, b := real(entry), imag(entry)
		w.jac[4*k], w.jac[4*k+1], w.jac[4*k+2], w.jac[4*k+3] = g, -b, b, g
	}
	for d := range s.devices {
		injected, err := s.derive(d, h)
		if err != nil {
			return err
		}
		block := w.jac[4*y.Diag[s.bus[d]]:]
		for i, value := range injected {
			block[i] -= value
		}
	}
	w.made = h
	if err := w.lu.Factor(w.jac); err != nil {
		return fmt.Errorf("%w: %w", ErrDiverged, err)
	}
	return nil
}

// derive finds, by central differences, how a device answers; the result is
// the change of its current with the voltage once its states have followed.
func (s *System) derive(d int, h float64) (injected [4]float64, err error) {
	w, lin := s.solver, &s.solver.lin[d]
	dev, n := s.devices[d], s.devices[d].size()
	if s.dead[s.bus[d]] {
		clear(lin.inverse)
		clear(lin.gain)
		clear(lin.current)
		clear(w.fx[:n*n])
		clear(w.fv[:2*n])
		return injected, nil
	}
	x, v := s.x[s.offset[d]:s.offset[d+1]], s.v[s.bus[d]]
	for j := range n {
		kept, step := x[j], 1e-6*(1+math.Abs(x[j]))
		x[j] = kept + step
		up := dev.rates(x, v, w.up[:n])
		x[j] = kept - step
		down := dev.rates(x, v, w.down[:n])
		x[j] = kept
		for i := range n {
			w.fx[i*n+j] = (w.up[i] - w.down[i]) / (2 * step)
		}
		slope := (up - down) / complex(2*step, 0)
		lin.current[j], lin.current[n+j] = real(slope), imag(slope)
	}
	const step = 1e-6
	for j, by := range [2]complex128{step, complex(0, step)} {
		up, down := dev.rates(x, v+by, w.up[:n]), dev.rates(x, v-by, w.down[:n])
		for i := range n {
			w.fv[2*i+j] = (w.up[i] - w.down[i]) / (2 * step)
		}
		slope := (up - down) / (2 * step)
		injected[j], injected[2+j] = real(slope), imag(slope)
	}
	for i, held := range s.held[s.offset[d]:s.offset[d+1]] {
		if held && h > 0 {
			clear(w.fx[i*n : (i+1)*n])
			clear(w.fv[2*i : 2*i+2])
		}
	}
	if err := invert(n, h/2, w.fx, lin.inverse, w.square); err != nil {
		return injected, err
	}
	for i := range n {
		for j := range 2 {
			sum := 0.0
			for k := range n {
				sum -= h / 2 * lin.inverse[i*n+k] * w.fv[2*k+j]
			}
			lin.gain[2*i+j] = sum
		}
	}
	for i := range 2 {
		for j := range 2 {
			for k := range n {
				injected[2*i+j] -= lin.current[i*n+k] * lin.gain[2*k+j]
			}
		}
	}
	return injected, nil
}

// correct takes one Newton step in voltages and states.
func (s *System) correct() {
	w := s.solver
	for i, g := range s.left {
		w.rhs[2*i], w.rhs[2*i+1] = -real(g), -imag(g)
	}
	for d, dev := range s.devices {
		n, lin, at := dev.size(), &w.lin[d], 2*s.bus[d]
		r := w.residual[s.offset[d]:s.offset[d+1]]
		times(n, lin.inverse, r, w.work)
		copy(r, w.work[:n])
		for i := range 2 {
			for k := range n {
				w.rhs[at+i] -= lin.current[i*n+k] * r[k]
			}
		}
	}
	w.lu.Solve(w.rhs)
	for i := range s.v {
		s.v[i] += complex(w.rhs[2*i], w.rhs[2*i+1])
	}
	for d := range s.devices {
		lin, at := &w.lin[d], 2*s.bus[d]
		x, r := s.x[s.offset[d]:s.offset[d+1]], w.residual[s.offset[d]:s.offset[d+1]]
		for i := range x {
			x[i] -= r[i] + lin.gain[2*i]*w.rhs[at] + lin.gain[2*i+1]*w.rhs[at+1]
		}
	}
}

func times(n int, a, x, y []float64) {
	for i := range n {
		sum := 0.0
		for j := range n {
			sum += a[i*n+j] * x[j]
		}
		y[i] = sum
	}
}

// invert finds the inverse of I - c a by Gauss and Jordan with row exchanges.
func invert(n int, c float64, a, inverse, work []float64) error {
	for i := range n {
		for j := range n {
			work[i*2*n+j], work[i*2*n+n+j] = -c*a[i*n+j], 0
		}
		work[i*2*n+i]++
		work[i*2*n+n+i] = 1
	}
	for k := range n {
		pivot := k
		for i := k + 1; i < n; i++ {
			if math.Abs(work[i*2*n+k]) > math.Abs(work[pivot*2*n+k]) {
				pivot = i
			}
		}
		top := work[k*2*n : (k+1)*2*n]
		if pivot != k {
			for j, other := range work[pivot*2*n : (pivot+1)*2*n] {
				work[pivot*2*n+j], top[j] = top[j], other
			}
		}
		if !(math.Abs(top[k]) > 1e-12) {
			return fmt.Errorf("%w: a device's states cannot be solved for", ErrDiverged)
		}
		scale := 1 / top[k]
		for j := range top {
			top[j] *= scale
		}
		for i := range n {
			if factor := work[i*2*n+k]; i != k && factor != 0 {
				for j := range top {
					work[i*2*n+j] -= factor * top[j]
				}
			}
		}
	}
	for i := range n {
		copy(inverse[i*n:(i+1)*n], work[i*2*n+n:(i+1)*2*n])
	}
	return nil
}
