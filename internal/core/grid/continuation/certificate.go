package continuation

import (
	"errors"
	"fmt"
	"math"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
	"github.com/pouw-dem/pouwdem/internal/core/grid/sparse"
)

// ErrCertificate is a certificate that does not hold.
var ErrCertificate = errors.New("the certificate does not hold")

// Certificate shows that a point is a nose: a solution at which no small change
// of the voltages raises the loading. The weights are multipliers of the
// balances: with them every change of voltages nets to none, while one more unit
// of loading nets to one. They are what the Lagrangian of "the most loading that
// the equations allow" has at its optimum. Like any such point it is the best one
// nearby. Source: Canizares 1995, "Conditions for saddle-node bifurcations in
// AC/DC power systems".
type Certificate struct {
	Lambda float64
	Vm, Va []float64 // per bus, p.u. and radians
	Weight []float64 // of the balances, of P and Q by turns
}

// Tolerances of a check.
const (
	balanced = 1e-4 // p.u.
	flat     = 1e-3 // change of the loading by one unit of change of angles and log magnitudes
)

// Certify makes the certificate of a curve that was followed to its nose without
// reactive limits.
func Certify(base, target *grid.Network, c *Curve) (Certificate, error) {
	last := c.Points[len(c.Points)-1]
	out := Certificate{Lambda: last.Lambda, Vm: last.Vm, Va: last.Va}
	f, err := at(base, target, out)
	if err != nil {
		return out, err
	}
	f.lu = sparse.AnalyzeBlocks(base.Y.Ptr, base.Y.Col).NewLU()
	// Where voltages go for one more unit of loading is their direction along the
	// curve; the weights of least slope are its image under the transpose.
	if !f.slope() {
		return out, fmt.Errorf("%w: the Jacobian at the nose is singular to the last digit", ErrLost)
	}
	size := 0.0
	for _, v := range f.toward {
		size += v * v
	}
	out.Weight = append([]float64(nil), f.toward...)
	f.lu.SolveT(out.Weight)
	for i := range out.Weight {
		out.Weight[i] /= size
	}
	return out, nil
}

// at is a follower at the certificate's point, with nothing to solve with.
func at(base, target *grid.Network, c Certificate) (*follower, error) {
	n := base.N()
	if len(c.Vm) != n || len(c.Va) != n {
		return nil, fmt.Errorf("%w: it is of another network", ErrCertificate)
	}
	f, err := newFollower(base, target, Options{})
	if err != nil {
		return nil, err
	}
	copy(f.vm, c.Vm)
	copy(f.va, c.Va)
	f.lambda = c.Lambda
	return f, nil
}

// Check says whether a certificate shows a nose between base and target, at a
// loading above zero. It solves nothing.
func Check(base, target *grid.Network, c Certificate) error {
	f, err := at(base, target, c)
	if err != nil {
		return err
	}
	if len(c.Weight) != 2*base.N() || !(c.Lambda > 0) || math.IsInf(c.Lambda, 0) {
		return fmt.Errorf("%w: %d weights of %d buses, loading %g", ErrCertificate, len(c.Weight), base.N(), c.Lambda)
	}
	for i, kind := range base.Bus.Kind {
		v, a := c.Vm[i], c.Va[i]
		switch {
		case kind == grid.Isolated:
			f.vm[i], f.va[i] = base.Bus.Vm[i], base.Bus.Va[i]
		case !(v > 0) || kind != grid.PQ && !(math.Abs(v-base.Bus.Vm[i]) <= balanced) || kind == grid.Ref && !(math.Abs(a-base.Bus.Va[i]) <= balanced):
			return fmt.Errorf("%w: bus %d is at %g p.u., %g rad", ErrCertificate, base.BusID(i), v, a)
		}
	}
	if size := f.evaluate(); !(size <= balanced) {
		return fmt.Errorf("%w: a bus lacks %.2g per unit", ErrCertificate, size)
	}
	return f.flat(c.Weight)
}

// flat multiplies the weights into the Jacobian and into what loading asks for.
func (f *follower) flat(weight []float64) error {
	f.aim(f.toward)
	along, missed := 0.0, 0.0
	for i, w := range weight {
		along += w * f.toward[i]
		missed += math.Abs(w * f.miss[i])
	}
	if !(math.Abs(along-1) <= flat) {
		return fmt.Errorf("%w: one unit of loading weighs %.4f", ErrCertificate, along)
	}
	if !(missed <= flat) {
		return fmt.Errorf("%w: what the balances miss is worth a loading of %.2g", ErrCertificate, missed)
	}
	moved := make([]float64, 2*len(f.vm))
	y := &f.net.Y
	for i := range f.vm {
		for k := y.Ptr[i]; k < y.Ptr[i+1]; k++ {
			j := y.Col[k]
			b := f.jac[4*k : 4*k+4]
			moved[2*j] += weight[2*i]*b[0] + weight[2*i+1]*b[2]
			moved[2*j+1] += weight[2*i]*b[1] + weight[2*i+1]*b[3]
		}
	}
	size := 0.0
	for _, v := range moved {
		size += v * v
	}
	if size = math.Sqrt(size); !(size <= flat) {
		return fmt.Errorf("%w: a change of voltages moves the loading by %.2g", ErrCertificate, size)
	}
	return nil
}
