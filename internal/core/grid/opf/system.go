package opf

import (
	"math"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
)

// assemble builds the Newton system in the network's unknowns: per bus the
// angle, the magnitude and the multipliers of both balances. Inequalities and
// generators are eliminated into it. weight is added to every primal unknown.
func (s *interior) assemble(weight float64) {
	clear(s.a)
	for i := range s.va {
		s.rhs[4*i], s.rhs[4*i+1] = -s.lx[2*i], -s.lx[2*i+1]
		s.rhs[4*i+2], s.rhs[4*i+3] = -s.g[2*i], -s.g[2*i+1]
		own := s.a[16*s.diag[i] : 16*s.diag[i]+16]
		own[0] += weight
		own[5] += weight
		if !s.opt.DC {
			v := s.vm[i]
			own[5] += 2 * (s.lambda[2*i]*s.net.Bus.Gs[i] - s.lambda[2*i+1]*s.net.Bus.Bs[i])
			own[6], own[9] = own[6]+2*v*s.net.Bus.Gs[i], own[9]+2*v*s.net.Bus.Gs[i]
			own[7], own[13] = own[7]-2*v*s.net.Bus.Bs[i], own[13]-2*v*s.net.Bus.Bs[i]
		}
	}
	for k := range s.branch {
		s.assembleBranch(k)
	}
	s.assembleBounds()
	for k := range s.cuts {
		s.assembleCut(&s.cuts[k])
	}
	for k := range s.units {
		s.assembleUnit(k, weight)
	}
	s.fix()
	copy(s.right, s.rhs)
}

// proximal bounds the weight of an active limit, whose slack goes to zero: a
// change of its multiplier is charged this much. It alters steps and not where
// they end, since there multipliers no longer change. Source: Rockafellar
// 1976, proximal method of multipliers; Friedlander and Orban 2012.
const proximal = 1e-8

// weightOf an inequality in the system, and what it adds to the right side
// along its gradient.
func (s *interior) weightOf(r int) (weight, right float64) {
	under := s.z[r] + s.soft*s.mu[r]
	return s.mu[r] / under, (s.mu[r]*s.h[r] + s.target(r)) / under
}

// target is where the product of a row's slack and multiplier is to go.
func (s *interior) target(r int) float64 {
	if s.correct {
		return s.aim[r]
	}
	return s.ratio
}

func (s *interior) assembleBranch(k int) {
	b := &s.branch[k]
	var m matrix
	var right vector
	if s.opt.DC {
		if b.first >= 0 {
			g := vector{b.slope, 0, -b.slope, 0}
			w0, r0 := s.weightOf(b.first)
			w1, r1 := s.weightOf(b.first + 1)
			m.outer(w0+w1, &g)
			right = vector{b.slope * (r0 - r1), 0, -b.slope * (r0 - r1), 0}
		}
	} else {
		m = s.bent[k]
		if b.first >= 0 {
			for side := range 2 {
				w, r := s.weightOf(b.first + side)
				g := &s.grad[k][side]
				m.outer(w, g)
				for i := range 4 {
					right[i] += r * g[i]
				}
			}
		}
	}
	s.assembleAngles(b, &m, &right)
	s.place(k, &m)
	for i := range 2 {
		s.rhs[4*b.from+i] -= right[i]
		s.rhs[4*b.to+i] -= right[2+i]
	}
}

func (s *interior) assembleAngles(b *branch, m *matrix, right *vector) {
	at := b.firstAngle
	across := vector{1, 0, -1, 0}
	if !math.IsInf(b.angMin, -1) {
		w, r := s.weightOf(at)
		m.outer(w, &across)
		right[0], right[2] = right[0]-r, right[2]+r
		at++
	}
	if !math.IsInf(b.angMax, 1) {
		w, r := s.weightOf(at)
		m.outer(w, &across)
		right[0], right[2] = right[0]+r, right[2]-r
	}
}

// place adds a branch's second derivatives and its part of the balances'
// derivatives to the four blocks of its ends.
func (s *interior) place(k int, m *matrix) {
	b, at := &s.branch[k], s.entries[k]
	ff, ft := s.a[16*at.ff:16*at.ff+16], s.a[16*at.ft:16*at.ft+16]
	tf, tt := s.a[16*at.tf:16*at.tf+16], s.a[16*at.tt:16*at.tt+16]
	for i := range 2 {
		for j := range 2 {
			ff[4*i+j] += m[4*i+j]
			ft[4*i+j] += m[4*i+2+j]
			tf[4*i+j] += m[8+4*i+j]
			tt[4*i+j] += m[8+4*i+2+j]
		}
	}
	var pf, qf, pt, qt vector
	if s.opt.DC {
		pf = vector{b.slope, 0, -b.slope, 0}
		pt = vector{-b.slope, 0, b.slope, 0}
	} else {
		e := endsOf(s.va[b.from], s.vm[b.from], s.va[b.to], s.vm[b.to])
		pf, qf, pt, qt = b.pf.gradient(e), b.qf.gradient(e), b.pt.gradient(e), b.qt.gradient(e)
	}
	for i := range 2 {
		for row, d := range [2]*vector{&pf, &qf} { // balances at the from bus
			ff[4*(2+row)+i] += d[i]
			ff[4*i+2+row] += d[i]
			ft[4*(2+row)+i] += d[2+i]
			tf[4*i+2+row] += d[2+i]
		}
		for row, d := range [2]*vector{&pt, &qt} { // balances at the to bus
			tf[4*(2+row)+i] += d[i]
			ft[4*i+2+row] += d[i]
			tt[4*(2+row)+i] += d[2+i]
			tt[4*i+2+row] += d[2+i]
		}
	}
}

func (s *interior) assembleBounds() {
	at := s.firstVolt
	for i, fixed := range s.fixVolt {
		if fixed {
			continue
		}
		w0, r0 := s.weightOf(at)
		w1, r1 := s.weightOf(at + 1)
		s.a[16*s.diag[i]+5] += w0 + w1
		s.rhs[4*i+1] -= r0 - r1
		at += 2
	}
}

func (s *interior) assembleCut(c *cut) {
	w0, r0 := s.weightOf(c.first)
	w1, r1 := s.weightOf(c.first + 1)
	nodes, g := s.nodes(*c), s.cutGradient(c)
	for i, a := range nodes {
		s.rhs[4*a] -= (r0 - r1) * g[i]
		for j, b := range nodes {
			s.a[16*s.at(a, b)] += (w0 + w1) * g[i] * g[j]
		}
	}
}

// cutGradient is over the angles of the cut's four buses.
func (s *interior) cutGradient(c *cut) [4]float64 {
	l, k := s.branch[c.branch].slope, c.weight*s.branch[c.outage].slope
	return [4]float64{l, -l, k, -k}
}

// assembleUnit eliminates a generator: its own system is inverted, and what it
// leaves in the multipliers of its bus added there.
func (s *interior) assembleUnit(k int, weight float64) {
	u, x, out := &s.units[k], &s.u[k], &s.local[k]
	var m matrix
	_, _, cp := u.cost[0].at(x[atP])
	_, _, cq := u.cost[1].at(u.reactive(x))
	m[0] = cp + weight
	if u.locked {
		m[0] += u.ratio * u.ratio * cq
	} else {
		m[5] = cq + weight
	}
	out.right = [4]float64{-s.lu[k][0], -s.lu[k][1], -s.lu[k][2], -s.lu[k][3]}
	for r := range u.rows {
		w, right := s.weightOf(u.first + r)
		normal := vector(u.rows[r].normal)
		m.outer(w, &normal)
		for v := range 4 {
			out.right[v] -= right * normal[v]
		}
	}
	for v, used := range u.use {
		if used {
			m[5*v] += 1e-9 // an unknown without cost or bound has no curvature of its own
			continue
		}
		for j := range 4 {
			m[4*v+j], m[4*j+v] = 0, 0
		}
		m[5*v], out.right[v] = 1, 0
	}
	out.inverse = inverse(m)
	// What one more unit of either multiplier moves: P directly, Q directly or
	// by the locked ratio.
	e := s.incidence(u)
	own := s.a[16*s.diag[u.bus] : 16*s.diag[u.bus]+16]
	for i := range 2 {
		for j := range 2 {
			own[4*(2+i)+2+j] -= form(&out.inverse, &e[i], &e[j])
		}
		s.rhs[4*u.bus+2+i] += form(&out.inverse, &e[i], &out.right)
	}
}

// incidence of a generator's unknowns in the balances of its bus.
func (s *interior) incidence(u *unit) (e [2][4]float64) {
	if u.use[atP] {
		e[0][atP] = 1
		if u.locked {
			e[1][atP] = u.ratio
		}
	}
	if u.use[atQ] && !s.opt.DC {
		e[1][atQ] = 1
	}
	return e
}

func form(m *[16]float64, a, b *[4]float64) (sum float64) {
	for i := range 4 {
		for j := range 4 {
			sum += a[i] * m[4*i+j] * b[j]
		}
	}
	return sum
}

// inverse of a symmetric positive definite matrix of order four.
func inverse(d matrix) (c [16]float64) {
	for k := range 4 {
		c[5*k] = 1
	}
	for k := range 4 {
		pivot := d[5*k]
		for j := range 4 {
			d[4*k+j] /= pivot
			c[4*k+j] /= pivot
		}
		for i := range 4 {
			by := d[4*i+k]
			if i == k || by == 0 {
				continue
			}
			for j := range 4 {
				d[4*i+j] -= by * d[4*k+j]
				c[4*i+j] -= by * c[4*k+j]
			}
		}
	}
	return c
}

// fix takes what is given out of the system: its rows and columns become the
// identity's.
func (s *interior) fix() {
	for i := range s.va {
		dead := s.net.Bus.Kind[i] == grid.Isolated
		for v, fixed := range [4]bool{s.fixAngle[i], s.fixVolt[i], dead, dead || s.opt.DC} {
			if !fixed {
				continue
			}
			for p := s.ptr[i]; p < s.ptr[i+1]; p++ {
				back := s.at(int(s.col[p]), i)
				for j := range 4 {
					s.a[16*int(p)+4*v+j] = 0
					s.a[16*int(back)+4*j+v] = 0
				}
			}
			s.a[16*int(s.diag[i])+5*v] = 1
			s.rhs[4*i+v] = 0
		}
	}
}

// refinements of the step, at most.
const refinements = 4

// expand solves the system and turns the solution into the step of every
// unknown. A generator without curvature makes its bus's multiplier stiff: its
// step is then more than the multiplier's last digit can say. So the step is
// refined against the balances, with the generators' part added up on its own.
func (s *interior) expand() {
	copy(s.d, s.rhs)
	s.kkt.Solve(s.d)
	for k := range s.units {
		s.step.u[k] = s.localStep(k, s.d, &s.local[k].right)
	}
	last := math.Inf(1)
	for range refinements {
		size := s.residual(s.rhs)
		if !(size < last/2) || size < 1e-13 {
			break
		}
		last = size
		s.kkt.Solve(s.rhs)
		for i, v := range s.rhs {
			s.d[i] += v
		}
		for k := range s.units {
			more := s.localStep(k, s.rhs, &[4]float64{})
			for v := range 4 {
				s.step.u[k][v] += more[v]
			}
		}
	}
	for i := range s.va {
		s.step.va[i], s.step.vm[i] = s.d[4*i], s.d[4*i+1]
		s.step.lambda[2*i], s.step.lambda[2*i+1] = s.d[4*i+2], s.d[4*i+3]
	}
	s.expandInequalities()
}

// localStep is a generator's step under that of its bus's multipliers.
func (s *interior) localStep(k int, d []float64, right *[4]float64) (out [4]float64) {
	u, l := &s.units[k], &s.local[k]
	at := *right
	for i, e := range s.incidence(u) {
		for v := range 4 {
			at[v] += e[v] * d[4*u.bus+2+i]
		}
	}
	for v := range 4 {
		for j := range 4 {
			out[v] += l.inverse[4*v+j] * at[j]
		}
	}
	return out
}

// residual fills into with what the step in d and in the generators leaves of
// the network's equations, and gives the largest.
func (s *interior) residual(into []float64) float64 {
	for i := range s.va {
		row := into[4*i : 4*i+4 : 4*i+4]
		row[0], row[1], row[2], row[3] = s.right[4*i], s.right[4*i+1], -s.g[2*i], -s.g[2*i+1]
		for p := s.ptr[i]; p < s.ptr[i+1]; p++ {
			a, x := s.a[16*p:16*p+16:16*p+16], s.d[4*s.col[p]:4*s.col[p]+4]
			own := p == s.diag[i]
			for v := range 4 {
				row[v] -= a[4*v]*x[0] + a[4*v+1]*x[1]
				if !own || v < 2 {
					row[v] -= a[4*v+2]*x[2] + a[4*v+3]*x[3]
				}
			}
		}
	}
	for k := range s.units {
		u := &s.units[k]
		for i, e := range s.incidence(u) {
			for v := range 4 {
				into[4*u.bus+2+i] += e[v] * s.step.u[k][v]
			}
		}
	}
	largest := 0.0
	for i := range s.va {
		dead := s.net.Bus.Kind[i] == grid.Isolated
		for v, fixed := range [4]bool{s.fixAngle[i], s.fixVolt[i], dead, dead || s.opt.DC} {
			if fixed {
				into[4*i+v] = 0
			}
			largest = max(largest, math.Abs(into[4*i+v]))
		}
	}
	return largest
}

func (s *interior) expandInequalities() {
	set := func(r int, along float64) {
		s.step.mu[r] = (s.target(r) + s.mu[r]*(s.h[r]+along)) / (s.z[r] + s.soft*s.mu[r])
		s.step.z[r] = -s.h[r] - s.z[r] - along + s.soft*s.step.mu[r]
	}
	for k := range s.branch {
		b := &s.branch[k]
		d := vector{s.step.va[b.from], s.step.vm[b.from], s.step.va[b.to], s.step.vm[b.to]}
		at := b.firstAngle
		if !math.IsInf(b.angMin, -1) {
			set(at, d[2]-d[0])
			at++
		}
		if !math.IsInf(b.angMax, 1) {
			set(at, d[0]-d[2])
		}
		switch {
		case b.first < 0:
		case s.opt.DC:
			set(b.first, b.slope*(d[0]-d[2]))
			set(b.first+1, b.slope*(d[2]-d[0]))
		default:
			for side := range 2 {
				g := &s.grad[k][side]
				set(b.first+side, g[0]*d[0]+g[1]*d[1]+g[2]*d[2]+g[3]*d[3])
			}
		}
	}
	at := s.firstVolt
	for i, fixed := range s.fixVolt {
		if !fixed {
			set(at, s.step.vm[i])
			set(at+1, -s.step.vm[i])
			at += 2
		}
	}
	for k := range s.units {
		u := &s.units[k]
		for r, h := range u.rows {
			x := &s.step.u[k]
			set(u.first+r, h.normal[0]*x[0]+h.normal[1]*x[1]+h.normal[2]*x[2]+h.normal[3]*x[3])
		}
	}
	for k := range s.cuts {
		c := &s.cuts[k]
		var along float64
		g := s.cutGradient(c)
		for i, a := range s.nodes(*c) {
			along += g[i] * s.step.va[a]
		}
		set(c.first, along)
		set(c.first+1, -along)
	}
}
