package opf

import (
	"fmt"
	"math"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
)

// The unknowns of a generator: active and reactive power in p.u., and the
// height of its piecewise linear costs in multiples of their scale.
const (
	atP = iota
	atQ
	atYP
	atYQ
)

// unit is a generator in the problem.
type unit struct {
	bus    int
	use    [4]bool // which unknowns it has
	fixed  [2]float64
	ratio  float64 // of Q to P where locked: a dispatchable load
	locked bool
	cost   [2]polynomial
	scale  [2]float64 // $/h per unit of height
	first  int        // its inequalities, from this one on
	rows   []halfPlane
}

// halfPlane is normal . u <= most over a generator's unknowns.
type halfPlane struct {
	normal [4]float64
	most   float64
}

// polynomial in p.u., lowest power first, $/h.
type polynomial []float64

func (p polynomial) at(x float64) (value, slope, curvature float64) {
	for k := len(p) - 1; k >= 0; k-- {
		curvature = curvature*x + 2*slope
		slope = slope*x + value
		value = value*x + p[k]
	}
	return value, slope, curvature
}

// units builds the generators of a network with their costs and limits.
func units(net *grid.Network, dc bool) ([]unit, error) {
	c := net.Case
	if len(c.GenCosts) == 0 {
		return nil, fmt.Errorf("%w: the case %s has no costs (gencost)", ErrInput, c.Name)
	}
	out := make([]unit, len(net.Gen.Bus))
	for k := range out {
		row := net.Gen.Row[k]
		u := &out[k]
		u.bus = net.Gen.Bus[k]
		u.limits(net, k, dc)
		if row < len(c.GenCosts) {
			if err := u.price(0, c.GenCosts[row], net.BaseMVA, row); err != nil {
				return nil, err
			}
		}
		if !dc && row < len(c.ReactiveCosts) {
			if err := u.price(1, c.ReactiveCosts[row], net.BaseMVA, row); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}

func (u *unit) limits(net *grid.Network, k int, dc bool) {
	g := net.Case.Gens[net.Gen.Row[k]]
	lo, hi := [2]float64{net.Gen.Pmin[k], net.Gen.Qmin[k]}, [2]float64{net.Gen.Pmax[k], net.Gen.Qmax[k]}
	u.use[atP], u.use[atQ] = true, !dc
	// A dispatchable load draws at constant power factor: MATPOWER User's
	// Manual 8.0, section 6.4.2.
	if load := g.Pmin < 0 && g.Pmax == 0; load && !dc && (g.Qmin == 0) != (g.Qmax == 0) {
		u.locked, u.use[atQ] = true, false
		u.ratio = (g.Qmin + g.Qmax) / g.Pmin
	} else if load && !dc && g.Qmin == 0 && g.Qmax == 0 {
		u.locked, u.use[atQ], u.ratio = true, false, 0
	}
	for v := range 2 {
		if !u.use[v] {
			continue
		}
		if hi[v]-lo[v] <= 1e-12 {
			u.use[v], u.fixed[v] = false, (lo[v]+hi[v])/2
			continue
		}
		var normal [4]float64
		normal[v] = 1
		u.bound(normal, hi[v])
		normal[v] = -1
		u.bound(normal, -lo[v])
	}
	if !dc && u.use[atP] && u.use[atQ] {
		u.capability(g, net.BaseMVA)
	}
}

func (u *unit) bound(normal [4]float64, most float64) {
	if most < 1e8 { // beyond that it bounds nothing
		u.rows = append(u.rows, halfPlane{normal, most})
	}
}

// capability adds the sloped sides of the capability curve. Source: MATPOWER
// User's Manual 8.0, section 6.4.3.
func (u *unit) capability(g grid.Generator, base float64) {
	if g.Pc1 == g.Pc2 {
		return
	}
	side := func(q1, q2, sign float64) {
		if q1 == q2 {
			return
		}
		// The line through (Pc1, q1) and (Pc2, q2); above it or below it is out.
		slope := (q2 - q1) / (g.Pc2 - g.Pc1)
		size := math.Hypot(slope, 1)
		u.bound([4]float64{-sign * slope / size, sign / size}, sign*(q1-slope*g.Pc1)/base/size)
	}
	side(g.Qc1max, g.Qc2max, 1)
	side(g.Qc1min, g.Qc2min, -1)
}

// price adds the cost of active (0) or reactive (1) power.
func (u *unit) price(v int, c grid.Cost, base float64, row int) error {
	if c.Model == grid.Polynomial {
		p := make(polynomial, len(c.Data))
		for k := range p {
			p[k] = c.Data[len(c.Data)-1-k] * math.Pow(base, float64(k))
		}
		u.cost[v] = p
		return nil
	}
	points := len(c.Data) / 2
	if points < 2 {
		return fmt.Errorf("%w: generator row %d has a piecewise linear cost of %d points, two are the least", ErrInput, row+1, points)
	}
	slopes := make([]float64, points-1)
	for k := range slopes {
		run := c.Data[2*k+2] - c.Data[2*k]
		if !(run > 0) {
			return fmt.Errorf("%w: generator row %d has a piecewise linear cost whose points do not ascend", ErrInput, row+1)
		}
		slopes[k] = (c.Data[2*k+3] - c.Data[2*k+1]) / run
		if k > 0 && slopes[k] < slopes[k-1]*(1-1e-9)-1e-9 {
			return fmt.Errorf("%w: generator row %d has a piecewise linear cost that is not convex", ErrInput, row+1)
		}
	}
	if points == 2 || !u.use[v] {
		u.cost[v] = line(c, base, slopes, u.fixed[v])
		return nil
	}
	u.heights(v, c, base, slopes)
	return nil
}

// line is a cost of one segment, or the segment at which a fixed output lies.
func line(c grid.Cost, base float64, slopes []float64, at float64) polynomial {
	k := 0
	for k < len(slopes)-1 && at*base > c.Data[2*k+2] {
		k++
	}
	return polynomial{c.Data[2*k+1] - slopes[k]*c.Data[2*k], slopes[k] * base}
}

// heights lets a height lie above every segment and costs it.
func (u *unit) heights(v int, c grid.Cost, base float64, slopes []float64) {
	scale := 1.0
	for _, m := range slopes {
		scale = max(scale, math.Abs(m)*base)
	}
	u.use[atYP+v], u.scale[v] = true, scale
	for k, m := range slopes {
		var normal [4]float64
		normal[v], normal[atYP+v] = m*base/scale, -1
		u.rows = append(u.rows, halfPlane{normal, (m*c.Data[2*k] - c.Data[2*k+1]) / scale})
	}
}

// start is the middle of the limits, and a height above all segments.
func (u *unit) start() (x [4]float64) {
	for v := range 2 {
		x[v] = u.fixed[v]
		if !u.use[v] {
			continue
		}
		lo, hi := math.Inf(-1), math.Inf(1)
		for _, h := range u.rows {
			if only := h.normal[1-v] == 0 && h.normal[atYP] == 0 && h.normal[atYQ] == 0; !only {
				continue
			}
			switch h.normal[v] {
			case 1:
				hi = h.most
			case -1:
				lo = -h.most
			}
		}
		switch {
		case !math.IsInf(lo, 0) && !math.IsInf(hi, 0):
			x[v] = (lo + hi) / 2
		case !math.IsInf(lo, 0):
			x[v] = lo + 1
		case !math.IsInf(hi, 0):
			x[v] = hi - 1
		}
	}
	for v := range 2 {
		if !u.use[atYP+v] {
			continue
		}
		for _, h := range u.rows {
			if h.normal[atYP+v] == -1 {
				x[atYP+v] = max(x[atYP+v], h.normal[v]*x[v]-h.most)
			}
		}
		x[atYP+v] += 0.1 * math.Abs(x[atYP+v])
	}
	return x
}

// reactive is the generator's reactive power at x.
func (u *unit) reactive(x *[4]float64) float64 {
	if u.locked {
		return u.ratio * x[atP]
	}
	return x[atQ]
}

// value is the cost at x, $/h.
func (u *unit) value(x *[4]float64) float64 {
	p, _, _ := u.cost[0].at(x[atP])
	q, _, _ := u.cost[1].at(u.reactive(x))
	return p + q + u.scale[0]*x[atYP] + u.scale[1]*x[atYQ]
}
