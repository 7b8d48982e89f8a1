package opf

import (
	"math"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
)

// evaluate works out cost, balances and inequalities at the present iterate.
func (s *interior) evaluate() {
	s.cost = 0
	for i := range s.va {
		square := s.vm[i] * s.vm[i]
		s.g[2*i] = s.net.Bus.Pd[i] + s.net.Bus.Gs[i]*square
		s.g[2*i+1] = s.net.Bus.Qd[i] - s.net.Bus.Bs[i]*square
		if s.opt.DC {
			s.g[2*i+1] = 0
		}
	}
	for k := range s.units {
		u, x := &s.units[k], &s.u[k]
		s.cost += u.value(x)
		s.g[2*u.bus] -= x[atP]
		if !s.opt.DC {
			s.g[2*u.bus+1] -= u.reactive(x)
		}
		for r, h := range u.rows {
			s.h[u.first+r] = h.normal[0]*x[0] + h.normal[1]*x[1] + h.normal[2]*x[2] + h.normal[3]*x[3] - h.most
		}
	}
	for k := range s.branch {
		s.evaluateBranch(k)
	}
	s.evaluateBounds()
	for k := range s.cuts {
		c := &s.cuts[k]
		flow := s.directFlow(c.branch) + c.weight*s.directFlow(c.outage)
		s.h[c.first], s.h[c.first+1] = flow-c.most, -flow-c.most
	}
	for i, kind := range s.net.Bus.Kind {
		if kind == grid.Isolated {
			s.g[2*i], s.g[2*i+1] = 0, 0
		}
	}
}

func (s *interior) directFlow(k int) float64 {
	b := &s.branch[k]
	return b.slope * (s.va[b.from] - s.va[b.to] - b.shift)
}

func (s *interior) evaluateBranch(k int) {
	b := &s.branch[k]
	across := s.va[b.from] - s.va[b.to]
	at := b.firstAngle
	if !math.IsInf(b.angMin, -1) {
		s.h[at] = b.angMin - across
		at++
	}
	if !math.IsInf(b.angMax, 1) {
		s.h[at] = across - b.angMax
	}
	if s.opt.DC {
		flow := s.directFlow(k)
		s.g[2*b.from] += flow
		s.g[2*b.to] -= flow
		if b.first >= 0 {
			s.h[b.first], s.h[b.first+1] = flow-b.limit, -flow-b.limit
		}
		return
	}
	e := endsOf(s.va[b.from], s.vm[b.from], s.va[b.to], s.vm[b.to])
	pf, qf, pt, qt := b.pf.at(e), b.qf.at(e), b.pt.at(e), b.qt.at(e)
	s.g[2*b.from] += pf
	s.g[2*b.from+1] += qf
	s.g[2*b.to] += pt
	s.g[2*b.to+1] += qt
	if b.first < 0 {
		return
	}
	from, to := pf*pf+qf*qf, pt*pt+qt*qt
	switch s.opt.Limit {
	case Active:
		from, to = pf, pt
	case Current:
		from, to = b.cf.at(e), b.ct.at(e)
	}
	s.h[b.first], s.h[b.first+1] = b.scale*(from-b.most), b.scale*(to-b.most)
}

func (s *interior) evaluateBounds() {
	at := s.firstVolt
	for i, fixed := range s.fixVolt {
		if fixed {
			continue
		}
		s.h[at], s.h[at+1] = s.vm[i]-s.vmax[i], s.vmin[i]-s.vm[i]
		at += 2
	}
}

// gradients works out the gradient of the Lagrangian, in the network's
// unknowns (lx) and the generators' (lu), the gradients of the flow limits,
// and each branch's second derivatives weighted by the multipliers.
func (s *interior) gradients() {
	clear(s.lx)
	for i := range s.va {
		if !s.opt.DC {
			s.lx[2*i+1] = 2 * s.vm[i] * (s.lambda[2*i]*s.net.Bus.Gs[i] - s.lambda[2*i+1]*s.net.Bus.Bs[i])
		}
	}
	for k := range s.branch {
		if s.opt.DC {
			s.directGradient(k)
		} else {
			s.branchGradient(k)
		}
	}
	s.boundGradients()
	for k := range s.cuts {
		c := &s.cuts[k]
		by := s.mu[c.first] - s.mu[c.first+1]
		s.alongFlow(c.branch, by)
		s.alongFlow(c.outage, by*c.weight)
	}
	s.unitGradients()
	for i := range s.va {
		if s.fixAngle[i] {
			s.lx[2*i] = 0
		}
		if s.fixVolt[i] {
			s.lx[2*i+1] = 0
		}
	}
}

func (s *interior) alongFlow(k int, by float64) {
	b := &s.branch[k]
	s.lx[2*b.from] += by * b.slope
	s.lx[2*b.to] -= by * b.slope
}

func (s *interior) directGradient(k int) {
	b := &s.branch[k]
	by := s.lambda[2*b.from] - s.lambda[2*b.to]
	if b.first >= 0 {
		by += s.mu[b.first] - s.mu[b.first+1]
	}
	s.alongFlow(k, by)
}

func (s *interior) branchGradient(k int) {
	b := &s.branch[k]
	e := endsOf(s.va[b.from], s.vm[b.from], s.va[b.to], s.vm[b.to])
	wpf, wqf := s.lambda[2*b.from], s.lambda[2*b.from+1]
	wpt, wqt := s.lambda[2*b.to], s.lambda[2*b.to+1]
	bent := &s.bent[k]
	*bent = matrix{}
	var sum quantity
	if b.first >= 0 {
		muF, muT := b.scale*s.mu[b.first], b.scale*s.mu[b.first+1]
		gf, gt := &s.grad[k][0], &s.grad[k][1]
		switch s.opt.Limit {
		case Active:
			*gf, *gt = b.pf.gradient(e), b.pt.gradient(e)
			wpf, wpt = wpf+muF, wpt+muT
		case Current:
			*gf, *gt = b.cf.gradient(e), b.ct.gradient(e)
			sum.plus(muF, &b.cf)
			sum.plus(muT, &b.ct)
		default:
			pf, qf, pt, qt := b.pf.at(e), b.qf.at(e), b.pt.at(e), b.qt.at(e)
			dpf, dqf, dpt, dqt := b.pf.gradient(e), b.qf.gradient(e), b.pt.gradient(e), b.qt.gradient(e)
			for i := range 4 {
				gf[i] = 2 * (pf*dpf[i] + qf*dqf[i])
				gt[i] = 2 * (pt*dpt[i] + qt*dqt[i])
			}
			wpf, wqf = wpf+2*muF*pf, wqf+2*muF*qf
			wpt, wqt = wpt+2*muT*pt, wqt+2*muT*qt
			bent.outer(2*muF, &dpf)
			bent.outer(2*muF, &dqf)
			bent.outer(2*muT, &dpt)
			bent.outer(2*muT, &dqt)
		}
		for i := range 4 {
			gf[i], gt[i] = b.scale*gf[i], b.scale*gt[i]
		}
	}
	sum.plus(wpf, &b.pf)
	sum.plus(wqf, &b.qf)
	sum.plus(wpt, &b.pt)
	sum.plus(wqt, &b.qt)
	sum.hessian(e, bent)
	d := sum.gradient(e)
	s.lx[2*b.from] += d[0]
	s.lx[2*b.from+1] += d[1]
	s.lx[2*b.to] += d[2]
	s.lx[2*b.to+1] += d[3]
}

func (s *interior) boundGradients() {
	for k := range s.branch {
		b := &s.branch[k]
		at, by := b.firstAngle, 0.0
		if !math.IsInf(b.angMin, -1) {
			by -= s.mu[at]
			at++
		}
		if !math.IsInf(b.angMax, 1) {
			by += s.mu[at]
		}
		s.lx[2*b.from] += by
		s.lx[2*b.to] -= by
	}
	at := s.firstVolt
	for i, fixed := range s.fixVolt {
		if !fixed {
			s.lx[2*i+1] += s.mu[at] - s.mu[at+1]
			at += 2
		}
	}
}

func (s *interior) unitGradients() {
	for k := range s.units {
		u, x, out := &s.units[k], &s.u[k], &s.lu[k]
		_, dp, _ := u.cost[0].at(x[atP])
		_, dq, _ := u.cost[1].at(u.reactive(x))
		*out = [4]float64{dp - s.lambda[2*u.bus], dq, u.scale[0], u.scale[1]}
		if !s.opt.DC {
			out[atQ] -= s.lambda[2*u.bus+1]
		}
		if u.locked {
			out[atP] += u.ratio * out[atQ]
		}
		for r, h := range u.rows {
			for v := range 4 {
				out[v] += s.mu[u.first+r] * h.normal[v]
			}
		}
		for v, used := range u.use {
			if !used {
				out[v] = 0
			}
		}
	}
}
