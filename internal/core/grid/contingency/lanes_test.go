package contingency

import (
	"math"
	"testing"

	"github.com/pouw-dem/pouwdem/internal/core/grid/powerflow"
	"github.com/pouw-dem/pouwdem/internal/gridtest"
)

// prepared is a base of a reference case and the losses of its branches that
// do not island.
func prepared(t testing.TB, name string) (*base, []loss) {
	t.Helper()
	net := gridtest.Network(t, name)
	s := New(net)
	found, err := s.solver.Solve(powerflow.Options{})
	if err != nil {
		t.Fatal(err)
	}
	v := make([]complex128, net.N())
	for i := range v {
		sin, cos := math.Sincos(found.Va[i])
		v[i] = complex(found.Vm[i]*cos, found.Vm[i]*sin)
	}
	p, q := net.Injection(nil, nil)
	b, err := newBase(s.frame, s.newton, v, p, q)
	if err != nil {
		t.Fatal(err)
	}
	var losses []loss
	for _, o := range AllBranches(net) {
		if l := s.finder.find(o, net.Gen.Pg, net.Gen.Qg); len(l.cut) == 0 {
			losses = append(losses, l)
		}
	}
	return b, losses
}

func feed(losses []loss) source {
	next := 0
	return func() (int, *loss) {
		if next == len(losses) {
			return -1, nil
		}
		next++
		return next - 1, &losses[next-1]
	}
}

func TestAPoisonedLaneIsNotCalledSolvedAndSparesTheOthers(t *testing.T) {
	b, losses := prepared(t, "case118")
	want := map[int]float64{}
	w := newLanes(b, fastest(), laneOptions{1e-8, chordIterations})
	w.run(feed(losses[:4]), func(lane int, s *slot, _ float64, converged bool) {
		if !converged {
			t.Fatalf("outage %d did not converge", s.job)
		}
		want[s.job] = w.v[17].a[lane]
	})
	for _, poison := range []float64{math.NaN(), math.Inf(1), math.Inf(-1)} {
		w = newLanes(b, fastest(), laneOptions{1e-8, chordIterations})
		inner := feed(losses[:4])
		seen := 0
		w.run(func() (int, *loss) {
			job, l := inner()
			if l == nil {
				// All four lanes are under way or done: spoil the second.
				w.v[40].b[1] = poison
			}
			return job, l
		}, func(lane int, s *slot, _ float64, converged bool) {
			seen++
			if converged == (s.job == 1) {
				t.Errorf("%g: outage %d in lane %d: converged is %v", poison, s.job, lane, converged)
			}
			if converged && w.v[17].a[lane] != want[s.job] {
				t.Errorf("%g: outage %d changed its answer", poison, s.job)
			}
		})
		if seen != 4 {
			t.Errorf("%g: %d outages answered", poison, seen)
		}
	}
}

func TestALaneAtWorkAllocatesNothing(t *testing.T) {
	b, losses := prepared(t, "case118")
	w := newLanes(b, fastest(), laneOptions{1e-8, chordIterations})
	work := func() {
		w.dry = false
		w.run(feed(losses), func(int, *slot, float64, bool) {})
	}
	work()
	// The source and the sink are closures of this test.
	if allocs := testing.AllocsPerRun(5, work); allocs > 4 {
		t.Errorf("%g allocations for %d outages", allocs, len(losses))
	}
}

// The answer of the patched factors against that of factors made anew for the
// changed Jacobian: same system, so same step up to rounding.
func TestThePatchSolvesWhatTheChangedJacobianWould(t *testing.T) {
	b, losses := prepared(t, "case57")
	w := newLanes(b, portable{}, laneOptions{1e-8, chordIterations})
	n := newNewton(b.frame)
	for i := range losses {
		l := &losses[i]
		at := l.positions(b.frame, nil)
		if !w.slots[0].patch.prepare(l, at) {
			t.Fatalf("loss %d has no patch", i)
		}
		w.reset(0)
		w.correct(0, l)
		w.kernels.forward(b.lowerPtr, b.lowerCol, b.lower, w.x)
		w.slots[0].patch.apply(w.x, 0)
		w.kernels.backward(b.upperPtr, b.upperCol, b.upper, b.inverse, w.x, w.v, &w.step)

		n.start(b)
		n.remove(l)
		n.mismatch()
		n.jacobian()
		if err := n.lu.Factor(n.values); err != nil {
			t.Fatal(err)
		}
		n.lu.Solve(n.step)
		n.restore(l)
		for place, bus := range b.order {
			da, db := w.x[place].a[0]-n.step[2*bus], w.x[place].b[0]-n.step[2*bus+1]
			if scale := 1 + math.Abs(n.step[2*bus]) + math.Abs(n.step[2*bus+1]); !(math.Abs(da)+math.Abs(db) < 1e-8*scale) {
				t.Fatalf("loss %d, bus %d: the step differs by %g and %g", i, bus, da, db)
			}
		}
	}
}

func TestTheJacobianIsTheDerivativeOfTheMismatch(t *testing.T) {
	b, _ := prepared(t, "case30")
	n := newNewton(b.frame)
	n.start(b)
	n.mismatch()
	n.jacobian()
	size := 2 * b.n()
	dense := make([][]float64, size)
	for r := range dense {
		dense[r] = make([]float64, size)
	}
	y := &b.net.Y
	for i := range b.n() {
		for e := y.Ptr[i]; e < y.Ptr[i+1]; e++ {
			j := int(y.Col[e])
			for r := range 2 {
				for c := range 2 {
					dense[2*i+r][2*j+c] = n.values[4*int(e)+2*r+c]
				}
			}
		}
	}
	const h = 1e-6
	for column := range size {
		probe := func(by float64) []float64 {
			n.start(b)
			clear(n.step)
			n.step[column] = by
			n.update()
			n.mismatch()
			return append([]float64(nil), n.step...)
		}
		up, down := probe(h), probe(-h)
		for r := range size {
			angle, magnitude := b.free(b.place[r/2])
			if r%2 == 0 && !angle || r%2 == 1 && !magnitude {
				continue // held: an identity row
			}
			if want := -(up[r] - down[r]) / (2 * h); math.Abs(dense[r][column]-want) > 1e-5*(1+math.Abs(want)) {
				t.Fatalf("row %d, column %d: %g, differences say %g", r, column, dense[r][column], want)
			}
		}
	}
}
