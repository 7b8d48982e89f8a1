package continuation

import (
	"fmt"
	"math"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
	"github.com/pouw-dem/pouwdem/internal/core/grid/powerflow"
)

// atLimit is how near to its reactive limit a bus counts as having reached it,
// p.u.
const atLimit = 1e-7

// reactiveRange is what the generators of a bus can give together, p.u.
type reactiveRange struct{ least, most float64 }

func reactiveRanges(net *grid.Network) []reactiveRange {
	out := make([]reactiveRange, net.N())
	for k, b := range net.Gen.Bus {
		out[b].least += net.Gen.Qmin[k]
		out[b].most += net.Gen.Qmax[k]
	}
	return out
}

// take starts from a power flow in which some generators were held already.
// A reference that was held there keeps its part in what grows towards the
// target; reactive power that is held does not grow.
func (f *follower) take(start *powerflow.Result) {
	copy(f.vm, start.Vm)
	copy(f.va, start.Va)
	for i, kind := range start.Kind {
		was := f.kind[i]
		f.kind[i] = kind
		if kind != grid.PQ || was == grid.PQ {
			continue
		}
		p, q := -f.net.Bus.Pd[i], -f.net.Bus.Qd[i]
		for k, b := range f.net.Gen.Bus {
			if b == i {
				p, q = p+start.Pg[k], q+start.Qg[k]
			}
		}
		f.q[i], f.dq[i] = q, -f.growthQ[i]
		f.p[i], f.dp[i] = p, f.dp[i]+f.p[i]-p // other than scheduled where it was the reference
		f.tell("generators at bus %d are at their reactive limit in the base case", f.net.BusID(i))
	}
}

func (f *follower) tell(format string, args ...any) {
	f.curve.Events = append(f.curve.Events, Event{f.lambda, fmt.Sprintf(format, args...)})
}

// excess is how far the bus that is furthest beyond its reactive limits is so,
// negative where all are within, and which bus that is; -1 where none controls
// a voltage.
func (f *follower) excess() (by float64, bus int, upper bool) {
	by, bus = math.Inf(-1), -1
	for i, kind := range f.kind {
		if kind != grid.PV && kind != grid.Ref {
			continue
		}
		need := f.qc[i] + f.net.Bus.Qd[i] + f.lambda*f.growthQ[i]
		if over := need - f.ranges[i].most; over > by {
			by, bus, upper = over, i, true
		}
		if under := f.ranges[i].least - need; under > by {
			by, bus, upper = under, i, false
		}
	}
	return by, bus, upper
}

// reach goes from a state to where the first bus meets its limit, between it
// and a step beyond; false where no correction leads there. The step is found
// by false position, halving where one end stays put.
func (f *follower) reach(from state, before, step, after float64) bool {
	low, high := 0.0, step
	for range 100 {
		at := (low*after - high*before) / (after - before)
		if !(at > low && at < high) {
			at = (low + high) / 2
		}
		f.restore(from)
		if !f.advance(at) || f.lambda < from.lambda {
			return false
		}
		by, _, _ := f.excess()
		switch {
		case math.Abs(by) <= atLimit || high-low < 1e-13*step:
			f.orient()
			return true
		case by > 0:
			high, after, before = at, by, before/2
		default:
			low, before, after = at, by, after/2
		}
	}
	return false
}

// meeting is what a limit does to the curve.
type meeting int

const (
	goesOn  meeting = iota
	noseIs          // the limit is where the curve turns back
	noneHas         // nobody is left to hold a voltage
)

// meet holds the generators of a bus at the limit they have reached. A bus at
// its upper limit can only fall from its set voltage, one at the lower only
// rise: where the curve that does so leads back to less load, the limit is the
// nose. Source: Dobson and Lu 1992, "Voltage collapse precipitated by the
// immediate change in stability when generator reactive power limits are
// encountered".
func (f *follower) meet(bus int, upper bool) meeting {
	limit, word, falls := f.ranges[bus].least, "lower", -1.0
	if upper {
		limit, word, falls = f.ranges[bus].most, "upper", 1.0
	}
	if f.kind[bus] == grid.Ref && f.handOn(bus) {
		f.tell("the reference, bus %d, reaches its %s reactive limit and hands the slack on", f.net.BusID(bus), word)
		return f.turn(bus, 0)
	}
	f.tell("generators at bus %d reach their %s reactive limit", f.net.BusID(bus), word)
	if f.kind[bus] == grid.Ref {
		f.tell("no generator is left that holds a voltage")
		return noneHas
	}
	f.kind[bus] = grid.PQ
	f.q[bus], f.dq[bus] = limit-f.net.Bus.Qd[bus], -f.growthQ[bus]
	return f.turn(bus, falls)
}

// turn looks along the curve of the new roles towards more load, on which the
// voltage of a bus must not rise (falls is 1), not fall (-1) or may do either.
func (f *follower) turn(bus int, falls float64) meeting {
	if !f.settle() || !f.slope() || falls*f.toward[2*bus+1] > 0 {
		f.tell("the limit of bus %d is itself the nose", f.net.BusID(bus))
		return noseIs
	}
	clear(f.tangent)
	f.tl = 1
	f.orient()
	return goesOn
}

// handOn makes the first controlled bus the reference of an island in place of
// one whose active power stays as it is; false where there is none. Whether
// the former reference goes beyond its reactive limit then shows on the way.
func (f *follower) handOn(bus int) bool {
	for i, kind := range f.kind {
		if kind == grid.PV && f.net.Island[i] == f.net.Island[bus] {
			f.kind[i], f.kind[bus] = grid.Ref, grid.PV
			f.p[bus], f.dp[bus] = f.pc[bus]+f.lambda*f.growthP[bus], -f.growthP[bus]
			return true
		}
	}
	return false
}
