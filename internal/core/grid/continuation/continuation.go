// Package continuation follows the power flow from a base case towards a
// target, beyond the point where ordinary iterations fail, to the most that the
// network can carry: the nose of the voltage curve.
//
// It says how far the load can go, not what it costs (package opf) or what a
// loss does (package contingency).
package continuation

import (
	"errors"
	"fmt"
	"math"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
	"github.com/pouw-dem/pouwdem/internal/core/grid/powerflow"
	"github.com/pouw-dem/pouwdem/internal/core/grid/sparse"
)

// ErrInput is a base and a target that do not belong together.
var ErrInput = errors.New("bad continuation input")

// ErrLost is a curve that could not be followed to its nose. The curve that
// comes with it goes as far as it was found.
var ErrLost = errors.New("the curve was lost before its nose")

// Options of a continuation; the zero value follows the curve to its nose with
// reactive limits ignored.
type Options struct {
	Step      float64 // first, along the curve; 0: 0.1
	Tolerance float64 // of the power flow, p.u.; 0: 1e-8
	Nose      float64 // the nose is found to within this step along the curve; 0: 1e-6
	Points    int     // at most; 0: 1000
	// QLimits holds generators at their reactive limits as they reach them, from
	// the base case on, as MATPOWER's cpf.enforce_q_lims does: a bus that was held
	// stays so, and a reference that is held hands the slack on.
	QLimits bool
}

// Point of the curve: the loading lambda (0 the base, 1 the target) and the
// voltages there, p.u. and radians by internal bus.
type Point struct {
	Lambda float64
	Vm, Va []float64
}

// Event is something met on the way.
type Event struct {
	Lambda float64
	Text   string
}

// Curve is what was found. MaxLambda is the loading at its last or best point.
type Curve struct {
	Network   *grid.Network
	Points    []Point
	MaxLambda float64
	Nose      bool
	Events    []Event
	// WeakestBus (internal) has the steepest fall of voltage at the end.
	WeakestBus int
}

// Scaled is the case with all demand and generation times a factor: the usual
// target.
func Scaled(c *grid.Case, by float64) *grid.Case {
	out := *c
	out.Buses = append([]grid.Bus(nil), c.Buses...)
	out.Gens = append([]grid.Generator(nil), c.Gens...)
	for i := range out.Buses {
		out.Buses[i].Pd *= by
		out.Buses[i].Qd *= by
	}
	for i := range out.Gens {
		out.Gens[i].Pg *= by
	}
	return &out
}

// Follow traces the curve from base to nose. Both cases must have the same
// buses, branches and generators in service; only their injections may differ.
// Source: Ajjarapu and Christy 1992, "The continuation power flow"; the
// pseudo-arc-length parameterisation of Keller 1977.
func Follow(base, target *grid.Network, opt Options) (*Curve, error) {
	f, err := newFollower(base, target, opt)
	if err != nil {
		return nil, err
	}
	f.lu = sparse.AnalyzeBlocks(base.Y.Ptr, base.Y.Col).NewLU()
	var ask powerflow.Options
	if opt.QLimits {
		ask.QLimits = powerflow.AllAtOnce
	}
	start, err := powerflow.New(base).Solve(ask)
	if err != nil {
		return nil, fmt.Errorf("base case: %w", err)
	}
	f.take(start)
	return f.run()
}

// follower walks along the curve.
type follower struct {
	net     *grid.Network
	opt     Options
	curve   *Curve
	kind    []grid.BusType
	p, q    []float64 // base injection
	dp, dq  []float64 // towards the target
	lu      *sparse.BlockLU
	jac     []float64
	vm, va  []float64
	lambda  float64
	tangent []float64 // two per bus (angle, logarithm of the magnitude)
	tl      float64   // and its part of lambda
	miss    []float64
	toward  []float64
	pc, qc  []float64
	e, g    []float64       // voltages in rectangular coordinates
	ranges  []reactiveRange // by bus

	growthP, growthQ []float64 // of demand towards the target
}

func newFollower(base, target *grid.Network, opt Options) (*follower, error) {
	n := base.N()
	if target.N() != n || len(target.Gen.Bus) != len(base.Gen.Bus) || len(target.Branch.Row) != len(base.Branch.Row) {
		return nil, fmt.Errorf("%w: base and target differ in what is in service", ErrInput)
	}
	for i := range n {
		if base.BusID(i) != target.BusID(i) {
			return nil, fmt.Errorf("%w: bus %d of the base is bus %d of the target", ErrInput, base.BusID(i), target.BusID(i))
		}
	}
	if opt.Step <= 0 {
		opt.Step = 0.1
	}
	if opt.Tolerance <= 0 {
		opt.Tolerance = 1e-8
	}
	if opt.Nose <= 0 {
		opt.Nose = 1e-6
	}
	if opt.Points <= 0 {
		opt.Points = 1000
	}
	f := &follower{
		net: base, opt: opt, curve: &Curve{Network: base}, kind: append([]grid.BusType(nil), base.Bus.Kind...),
		jac: make([]float64, 4*len(base.Y.Col)),
		vm:  make([]float64, n), va: make([]float64, n), tangent: make([]float64, 2*n),
		miss: make([]float64, 2*n), toward: make([]float64, 2*n), pc: make([]float64, n), qc: make([]float64, n),
		e: make([]float64, n), g: make([]float64, n), growthP: make([]float64, n), growthQ: make([]float64, n),
		ranges: reactiveRanges(base),
	}
	f.p, f.q = base.Injection(nil, nil)
	f.dp, f.dq = target.Injection(nil, nil)
	moves := 0.0
	for i := range n {
		f.dp[i] -= f.p[i]
		f.dq[i] -= f.q[i]
		f.growthP[i] = target.Bus.Pd[i] - base.Bus.Pd[i]
		f.growthQ[i] = target.Bus.Qd[i] - base.Bus.Qd[i]
		moves += math.Abs(f.dp[i]) + math.Abs(f.dq[i])
	}
	if moves == 0 {
		return nil, fmt.Errorf("%w: base and target have the same injections", ErrInput)
	}
	return f, nil
}

// run predicts along the tangent and corrects, with steps that shrink where
// the correction is hard and near the nose.
func (f *follower) run() (*Curve, error) {
	f.keep()
	step := f.opt.Step
	f.tl = 1
	if !f.slope() {
		return f.curve, fmt.Errorf("%w: the base case is singular", ErrLost)
	}
	f.orient()
	for len(f.curve.Points) < f.opt.Points {
		from := f.save()
		before, _, _ := f.excess()
		if !f.advance(step) {
			f.restore(from)
			if step /= 2; step < f.opt.Nose {
				return f.end(false)
			}
			continue
		}
		f.orient()
		if f.tl < 0 || f.lambda < from.lambda { // beyond the nose: go back and approach it more slowly
			if step < f.opt.Nose {
				f.tell("nose")
				return f.end(true)
			}
			f.restore(from)
			step /= 2
			continue
		}
		if over, _, _ := f.excess(); f.opt.QLimits && over > atLimit {
			if !f.reach(from, min(before, 0), step, over) {
				f.restore(from)
				if step /= 2; step < f.opt.Nose {
					return f.end(false)
				}
				continue
			}
			f.keep()
			if _, bus, upper := f.excess(); f.meet(bus, upper) != goesOn {
				return f.end(true)
			}
			continue
		}
		f.keep()
		if step > f.opt.Nose*4 {
			step = min(step*1.2, 5*f.opt.Step)
		}
	}
	return f.end(false)
}

func (f *follower) keep() {
	f.curve.Points = append(f.curve.Points, Point{f.lambda, append([]float64(nil), f.vm...), append([]float64(nil), f.va...)})
	f.curve.MaxLambda = max(f.curve.MaxLambda, f.lambda)
}

func (f *follower) end(nose bool) (*Curve, error) {
	f.curve.MaxLambda = max(f.curve.MaxLambda, f.lambda)
	f.curve.Nose = nose
	steepest := 0.0
	for i := range f.vm {
		if fall := -f.tangent[2*i+1]; fall > steepest {
			steepest, f.curve.WeakestBus = fall, i
		}
	}
	if !nose {
		return f.curve, fmt.Errorf("%w at lambda %.6g after %d points", ErrLost, f.lambda, len(f.curve.Points))
	}
	return f.curve, nil
}

type state struct {
	vm, va, tangent []float64
	lambda, tl      float64
}

func (f *follower) save() state {
	clone := func(v []float64) []float64 { return append([]float64(nil), v...) }
	return state{clone(f.vm), clone(f.va), clone(f.tangent), f.lambda, f.tl}
}

func (f *follower) restore(s state) {
	copy(f.vm, s.vm)
	copy(f.va, s.va)
	copy(f.tangent, s.tangent)
	f.lambda, f.tl = s.lambda, s.tl
}
