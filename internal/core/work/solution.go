package work

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"math/cmplx"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
)

// Quantum of voltages and admittances in solutions, p.u.: with it, rounding moves
// no residual of the networks in use by more than half the tolerance.
const Quantum = 1e-10

// Tolerance of powers and voltages in a check, p.u., the contract's.
const Tolerance = 1e-4

// The band that voltages of a solution lie in, p.u.: what is below is the other,
// unstable solution of the equations.
const (
	LowestVm  = 0.8
	HighestVm = 1.2
)

// ErrWrong is a solution that does not solve what was asked.
var ErrWrong = errors.New("the solution is wrong")

// Solution is the voltages of all buses in service as they are committed:
// rectangular, in quanta.
type Solution struct{ E, F []int64 }

// NewSolution rounds voltages.
func NewSolution(v []complex128) Solution {
	s := Solution{E: make([]int64, len(v)), F: make([]int64, len(v))}
	for i, x := range v {
		s.E[i], s.F[i] = quanta(real(x)), quanta(imag(x))
	}
	return s
}

func quanta(v float64) int64 {
	const most = 9e8 // p.u.; far beyond any network's admittances
	return int64(math.Round(max(-most, min(most, v)) / Quantum))
}

// Encode is 16 bytes for each bus.
func (s Solution) Encode() []byte {
	out := make([]byte, 0, 16*len(s.E))
	for i := range s.E {
		out = binary.BigEndian.AppendUint64(out, uint64(s.E[i]))
		out = binary.BigEndian.AppendUint64(out, uint64(s.F[i]))
	}
	return out
}

// DecodeSolution reads what Encode wrote for n buses.
func DecodeSolution(raw []byte, n int) (Solution, error) {
	if len(raw) != 16*n {
		return Solution{}, fmt.Errorf("%w: %d bytes for %d buses, want %d", ErrWrong, len(raw), n, 16*n)
	}
	s := Solution{E: make([]int64, n), F: make([]int64, n)}
	for i := range n {
		s.E[i] = int64(binary.BigEndian.Uint64(raw[16*i:]))
		s.F[i] = int64(binary.BigEndian.Uint64(raw[16*i+8:]))
	}
	return s, nil
}

// Hash commits the solution.
func (s Solution) Hash() proof.Hash { return HashShown(s.Encode()) }

// HashShown commits what a leaf shows: SHA-256, which machines have instructions
// for. Nothing on a chain reads it.
func HashShown(shown []byte) proof.Hash { return sha256.Sum256(shown) }

func (s Solution) voltages() []complex128 {
	v := make([]complex128, len(s.E))
	for i := range v {
		v[i] = complex(float64(s.E[i])*Quantum, float64(s.F[i])*Quantum)
	}
	return v
}

// none is no branch lost.
const none = -1

// inBand says whether the square of a voltage is one that a check takes.
func inBand(square float64) bool {
	const low, high = LowestVm - Tolerance, HighestVm + Tolerance
	return square >= low*low && square <= high*high
}

// check holds voltages against the network without one branch (internal number,
// or none): the power of every bus, the set voltages, the reference's phasor and
// the band. Where reactive limits are not part of the question, a machine that
// holds its voltage gives what that takes.
func check(net *grid.Network, want asked, out int, v []complex128) error {
	if len(v) != net.N() {
		return fmt.Errorf("%w: %d voltages of %d buses", ErrWrong, len(v), net.N())
	}
	for i := range v {
		square := squared(v[i])
		if !inBand(square) {
			return fmt.Errorf("%w: bus %d is at %.4f of its base voltage", ErrWrong, net.BusID(i), math.Sqrt(square))
		}
		kind := net.Bus.Kind[i]
		if kind == grid.Ref {
			if !referenceKept(net, want, i, v[i]) {
				return fmt.Errorf("%w: the reference bus %d has another phasor", ErrWrong, net.BusID(i))
			}
			continue
		}
		re, im := current(net, out, i, v)
		p := real(v[i])*re + imag(v[i])*im
		if !(math.Abs(p-want.p[i]) <= Tolerance) {
			return fmt.Errorf("%w: bus %d lacks %.2g p.u. of power", ErrWrong, net.BusID(i), p-want.p[i])
		}
		q := imag(v[i])*re - real(v[i])*im
		if kind == grid.PV {
			if err := want.controlled(net, i, math.Sqrt(square), q); err != nil {
				return err
			}
			continue
		}
		if !(math.Abs(q-want.q[i]) <= Tolerance) {
			return fmt.Errorf("%w: bus %d lacks %.2g p.u. of reactive power", ErrWrong, net.BusID(i), q-want.q[i])
		}
	}
	return nil
}

// referenceKept says whether a reference has its phasor; any other bus that is
// neither PQ nor PV has no solution to have.
func referenceKept(net *grid.Network, want asked, i int, v complex128) bool {
	return net.Bus.Kind[i] == grid.Ref && cmplx.Abs(v-cmplx.Rect(want.vm[i], net.Bus.Va[i])) <= Tolerance
}

// current that flows from a bus into the network without one branch.
func current(net *grid.Network, out, i int, v []complex128) (re, im float64) {
	from, to := net.Y.Ptr[i], net.Y.Ptr[i+1]
	col, g, b := net.Y.Col[from:to], net.Y.G[from:to], net.Y.B[from:to]
	for k, c := range col {
		x := v[c]
		re += g[k]*real(x) - b[k]*imag(x)
		im += g[k]*imag(x) + b[k]*real(x)
	}
	if out == none {
		return re, im
	}
	lost := complex128(0)
	br := &net.Branch
	if br.From[out] == i {
		lost += br.Yff[out]*v[i] + br.Yft[out]*v[br.To[out]]
	}
	if br.To[out] == i {
		lost += br.Ytf[out]*v[br.From[out]] + br.Ytt[out]*v[i]
	}
	return re - real(lost), im - imag(lost)
}

// asked is what the case asks of each bus, p.u. Least and most reactive power are
// nil where limits are not part of the question.
type asked struct{ p, q, vm, least, most []float64 }

func (s Spec) targets(net *grid.Network) asked {
	a := asked{vm: append([]float64(nil), net.Bus.Vm...)}
	a.p, a.q = net.Injection(nil, nil)
	if !s.QLimits {
		return a
	}
	a.least, a.most = make([]float64, net.N()), make([]float64, net.N())
	for i, q := range net.Bus.Qd {
		a.least[i], a.most[i] = -q, -q
	}
	for k, bus := range net.Gen.Bus {
		a.least[bus] += net.Gen.Qmin[k]
		a.most[bus] += net.Gen.Qmax[k]
	}
	return a
}

// controlled holds a bus with generators against its voltage and its limits:
// within them it has the voltage that is set; at the most that they give it may be
// below it, at the least above.
func (a asked) controlled(net *grid.Network, i int, vm, q float64) error {
	off := vm - a.vm[i]
	if a.most == nil {
		if !(math.Abs(off) <= Tolerance) {
			return fmt.Errorf("%w: bus %d is at %.5f p.u., set to %.5f", ErrWrong, net.BusID(i), vm, a.vm[i])
		}
		return nil
	}
	switch {
	case !(q >= a.least[i]-Tolerance && q <= a.most[i]+Tolerance):
		return fmt.Errorf("%w: bus %d gives %.4f p.u. of reactive power, beyond its limits of %.4f and %.4f", ErrWrong, net.BusID(i), q, a.least[i], a.most[i])
	case off < -Tolerance && q < a.most[i]-Tolerance, off > Tolerance && q > a.least[i]+Tolerance:
		return fmt.Errorf("%w: bus %d is at %.5f p.u., set to %.5f, though its reactive limits do not bind", ErrWrong, net.BusID(i), vm, a.vm[i])
	}
	return nil
}

// finding is what a solved outage shows.
type finding struct {
	worst, lowest uint32 // see proof.Summary
	violating     bool
}

// examine finds loadings and voltages.
func examine(net *grid.Network, out int, v []complex128) finding {
	b := &net.Branch
	loading := 0.0 // squared
	for k := range b.Row {
		if k == out || math.IsInf(b.RateA[k], 1) {
			continue
		}
		from, to := v[b.From[k]], v[b.To[k]]
		most := max(squared(from)*squared(b.Yff[k]*from+b.Yft[k]*to), squared(to)*squared(b.Ytf[k]*from+b.Ytt[k]*to))
		loading = max(loading, most/(b.RateA[k]*b.RateA[k]))
	}
	f := finding{worst: basisPoints(math.Sqrt(loading)), lowest: proof.NoVoltage}
	f.violating = f.worst > 10_000
	for i, x := range v {
		size := basisPoints(math.Sqrt(squared(x)))
		f.lowest = min(f.lowest, size)
		row := &net.Case.Buses[net.Bus.Row[i]]
		f.violating = f.violating || size < basisPoints(row.Vmin) || size > basisPoints(row.Vmax)
	}
	return f
}

func squared(x complex128) float64 { return real(x)*real(x) + imag(x)*imag(x) }

func basisPoints(v float64) uint32 {
	const most = 4e9
	return uint32(math.Round(min(max(v, 0)*10_000, most)))
}
