package contingency

import (
	"math"
	"slices"
)

// lanes runs four outages at once by the chord method: Newton's with the
// Jacobian of the base case, corrected for each loss by a patch. A lane whose
// mismatch is below the tolerance hands its voltages over and takes up the
// next outage. Lanes never mix, so an answer does not depend on its company.
// It is for one goroutine.
// Source of the idea: T. Cui, R. Yang, G. Hug, F. Franchetti, "Accelerated AC
// contingency calculation on commodity multi-core SIMD CPUs", IEEE PES General
// Meeting 2014.
type lanes struct {
	b       *base
	kernels kernels
	v, x    []cell
	top     peak
	step    quad
	spare   peak
	slots   [width]slot
	special []int32 // positions whose mismatch some lane corrects, ascending
	stale   bool    // special has to be found again
	dry     bool    // the source has no more
	opt     laneOptions
}

type laneOptions struct {
	tolerance  float64
	iterations int
}

// slot is the outage that a lane works on.
type slot struct {
	busy       bool
	job        int
	loss       *loss
	positions  []int32
	patch      *patch
	iterations int
	last       float64 // mismatch of the iteration before
	step       float64 // and its largest correction
	slow       int     // iterations in a row that gained too little
}

func newLanes(b *base, k kernels, opt laneOptions) *lanes {
	w := &lanes{b: b, kernels: k, opt: opt, v: make([]cell, b.n()), x: make([]cell, b.n())}
	for lane := range w.slots {
		w.slots[lane].patch = newPatch(b)
		w.reset(lane)
	}
	return w
}

// source yields the next loss; nil is the end.
type source func() (job int, l *loss)

// sink takes a lane's outcome: converged, or to be tried otherwise.
type sink func(lane int, s *slot, mismatch float64, converged bool)

// run works until the source is dry.
func (w *lanes) run(next source, done sink) {
	for {
		w.evaluate()
		w.harvest(done)
		if !w.refill(next, done) {
			return
		}
		b := w.b
		w.kernels.forward(b.lowerPtr, b.lowerCol, b.lower, w.x)
		for lane := range w.slots {
			if s := &w.slots[lane]; s.busy {
				s.patch.apply(w.x, lane)
				s.iterations++
			}
		}
		w.kernels.backward(b.upperPtr, b.upperCol, b.upper, b.inverse, w.x, w.v, &w.step)
	}
}

// evaluate finds the mismatches of all lanes and their peaks. Rows that a lane
// corrects are left out of the sweep's peak and added after the correction.
func (w *lanes) evaluate() {
	w.findSpecial()
	b := w.b
	w.top = peak{}
	first := 0
	for _, at := range w.special {
		w.kernels.mismatch(b.yPtr, b.yCol, b.y, b.rules, w.v, w.x, &w.top, first, int(at))
		w.kernels.mismatch(b.yPtr, b.yCol, b.y, b.rules, w.v, w.x, &w.spare, int(at), int(at)+1)
		first = int(at) + 1
	}
	w.kernels.mismatch(b.yPtr, b.yCol, b.y, b.rules, w.v, w.x, &w.top, first, b.n())
	w.spare = peak{}
	for lane := range w.slots {
		if s := &w.slots[lane]; s.busy {
			w.correct(lane, s.loss)
		}
	}
	for _, at := range w.special {
		for lane := range width {
			w.top.take(lane, w.x[at].a[lane], w.x[at].b[lane])
		}
	}
}

func (w *lanes) findSpecial() {
	if !w.stale {
		return
	}
	w.stale = false
	w.special = w.special[:0]
	for lane := range w.slots {
		if s := &w.slots[lane]; s.busy {
			w.special = append(w.special, s.positions...)
		}
	}
	slices.Sort(w.special)
	w.special = slices.Compact(w.special)
}

// correct adds what a loss changes to the mismatches of one lane: lost
// branches no longer draw power at their ends, the schedule changes, and a
// released magnitude answers for its reactive power instead.
func (w *lanes) correct(lane int, l *loss) {
	for _, c := range l.changes {
		x := &w.x[c.at]
		x.a[lane] += w.b.rules[c.at].onP * c.dp
		x.b[lane] += w.b.rules[c.at].onQ * c.dq
		if c.release {
			_, q := w.b.injection(w.v, lane, c.at)
			x.b[lane] = w.b.q[c.at] + c.dq - q
		}
	}
	for _, k := range l.branches {
		at := w.b.at[k]
		f, t := &w.v[at.from], &w.v[at.to]
		pf, qf, pt, qt := w.b.weights[k].powers(f.a[lane], f.b[lane], t.a[lane], t.b[lane])
		w.giveBack(lane, l, at.from, pf, qf)
		w.giveBack(lane, l, at.to, pt, qt)
	}
}

// giveBack adds the power that a bus no longer sends into a lost branch.
func (w *lanes) giveBack(lane int, l *loss, at int32, p, q float64) {
	rule, x := &w.b.rules[at], &w.x[at]
	x.a[lane] += rule.onP * p
	onQ := rule.onQ
	if _, released := l.releases(at); released {
		onQ = 1
	}
	x.b[lane] += onQ * q
}

// injection is the power that a bus sends into the intact network.
func (b *base) injection(v []cell, lane int, at int32) (p, q float64) {
	re, im := 0.0, 0.0
	for e := b.yPtr[at]; e < b.yPtr[at+1]; e++ {
		g, s, u := b.y[e][0], b.y[e][1], &v[b.yCol[e]]
		re += g*u.a[lane] - s*u.b[lane]
		im += g*u.b[lane] + s*u.a[lane]
	}
	u := &v[at]
	return u.a[lane]*re + u.b[lane]*im, u.b[lane]*re - u.a[lane]*im
}

// slowStep is the share of its mismatch that a chord step may leave without
// being called slow; after patience slow steps in a row the lane gives up.
const (
	slowStep = 0.8
	patience = 3
)

// harvest takes the lanes that have converged, or never will, out of work.
func (w *lanes) harvest(done sink) {
	for lane := range w.slots {
		s := &w.slots[lane]
		if !s.busy {
			continue
		}
		size, taint := w.top.size[lane], w.top.taint[lane]
		finite := taint == 0 && !math.IsInf(size, 0)
		distance := s.distance(w.step[lane])
		switch {
		case finite && size < w.opt.tolerance && distance < w.opt.tolerance/2:
			w.retire(lane, done, size, true)
		case !finite, s.iterations >= w.opt.iterations, w.isSlow(s, size):
			w.retire(lane, done, size, false)
		}
		s.last = size
	}
}

// distance estimates how far the voltages are from where the steps lead, in
// radians or shares. Chord steps shrink by a steady ratio, so what is left of
// the way is a geometric series. A small mismatch alone does not bound it where
// the Jacobian is nearly singular.
func (s *slot) distance(step float64) float64 {
	before := s.step
	s.step = step
	if s.iterations < 2 || step == 0 {
		return step
	}
	ratio := step / before
	if !(ratio < 1) {
		return math.Inf(1)
	}
	return step * ratio / (1 - ratio)
}

func (w *lanes) isSlow(s *slot, size float64) bool {
	// The first step may well raise the largest mismatch: it spreads it.
	if s.iterations < 3 || size < slowStep*s.last {
		s.slow = 0
		return false
	}
	s.slow++
	return s.slow >= patience
}

func (w *lanes) retire(lane int, done sink, mismatch float64, converged bool) {
	s := &w.slots[lane]
	done(lane, s, mismatch, converged)
	s.busy = false
	w.stale = true
	// An idle lane shows the base case, where nothing moves.
	if w.dry {
		w.reset(lane)
	}
}

// refill gives work to idle lanes; false is the end of all work.
func (w *lanes) refill(next source, done sink) bool {
	working := false
	for lane := range w.slots {
		s := &w.slots[lane]
		if !s.busy && !w.dry {
			w.start(lane, next, done)
		}
		working = working || s.busy
	}
	return working
}

func (w *lanes) start(lane int, next source, done sink) {
	s := &w.slots[lane]
	w.reset(lane)
	for {
		job, l := next()
		if l == nil {
			w.dry = true
			return
		}
		w.stale = true
		*s = slot{job: job, loss: l, positions: l.positions(w.b.frame, s.positions), patch: s.patch, last: math.Inf(1)}
		if !s.patch.prepare(l, s.positions) {
			done(lane, s, math.NaN(), false)
			continue
		}
		// In the base case nothing is missing: all a lane lacks at first is
		// what its own loss changes.
		w.correct(lane, l)
		s.busy = true
		return
	}
}

// reset puts a lane back to the base case, without mismatch.
func (w *lanes) reset(lane int) {
	v, x := w.v, w.x
	for i, u := range w.b.v {
		v[i].a[lane], v[i].b[lane] = real(u), imag(u)
		x[i].a[lane], x[i].b[lane] = 0, 0
	}
}
