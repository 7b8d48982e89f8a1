package grid

import (
	"math"
	"slices"
)

// withDCLines is the case with each direct-current line in service replaced
// by a generator at either end that injects its terminal power: first the
// from ends, then the to ends, so that at a shared bus a to end sets the
// voltage. Losses are Loss0 + Loss1*Pf, so Pt = Pf - (Loss0 + Loss1*Pf).
// Source: MATPOWER User's Manual 8.0, section 7.6.3, function toggle_dcline.
// A line whose end is isolated carries nothing, where MATPOWER stops.
func (c *Case) withDCLines() *Case {
	out := c.clone()
	isolated := make(map[int]bool)
	for _, b := range c.Buses {
		isolated[b.ID] = b.Type == Isolated
	}
	ends := make(map[int]bool)
	var from, to []Generator
	var fromCosts []Cost
	for i, l := range c.DCLines {
		if l.Status <= 0 || isolated[l.From] || isolated[l.To] {
			continue
		}
		from, to = append(from, l.fromEnd()), append(to, l.toEnd())
		cost := noCost()
		if i < len(c.DCLineCosts) {
			cost = c.DCLineCosts[i].mirrored()
		}
		fromCosts = append(fromCosts, cost)
		ends[l.From], ends[l.To] = true, true
	}
	out.Gens = slices.Concat(out.Gens, from, to)
	if len(c.GenCosts) > 0 {
		out.GenCosts = slices.Concat(out.GenCosts, fromCosts, slices.Repeat([]Cost{noCost()}, len(to)))
	}
	if len(c.ReactiveCosts) > 0 {
		out.ReactiveCosts = slices.Concat(out.ReactiveCosts, slices.Repeat([]Cost{noCost()}, len(from)+len(to)))
	}
	for i := range out.Buses {
		if b := &out.Buses[i]; ends[b.ID] && b.Type == PQ {
			b.Type = PV
		}
	}
	return out
}

// fromEnd injects -Pf. The limits of a flow in the line's direction bind here,
// those of a flow against it at the to end: each where power enters the line.
func (l DCLine) fromEnd() Generator {
	g := Generator{
		Bus: l.From, Pg: -l.Pf, Qg: l.Qf, Qmin: l.QminF, Qmax: l.QmaxF, Vg: l.Vf, MBase: dcLineBase, Status: 1,
		Pmin: math.Inf(-1), Pmax: math.Inf(1),
	}
	if l.Pmin >= 0 {
		g.Pmax = -l.Pmin
	}
	if l.Pmax >= 0 {
		g.Pmin = -l.Pmax
	}
	return g.noLoad()
}

func (l DCLine) toEnd() Generator {
	g := Generator{
		Bus: l.To, Pg: l.Pf - (l.Loss0 + l.Loss1*l.Pf), Qg: l.Qt, Qmin: l.QminT, Qmax: l.QmaxT, Vg: l.Vt, MBase: dcLineBase, Status: 1,
		Pmin: math.Inf(-1), Pmax: math.Inf(1),
	}
	if l.Pmin < 0 {
		g.Pmin = l.Pmin
	}
	if l.Pmax < 0 {
		g.Pmax = l.Pmax
	}
	return g.noLoad()
}

const (
	dcLineBase = 100   // MVA, as MATPOWER gives the generators of a line
	noLoadPmax = -1e-6 // MW: keeps a terminal that only consumes from passing for a dispatchable load
)

func (g Generator) noLoad() Generator {
	if g.Pmin < 0 && g.Pmax == 0 {
		g.Pmax = noLoadPmax
	}
	return g
}

func noCost() Cost { return Cost{Model: Polynomial, Data: []float64{0, 0}} }

// mirrored is the cost of -x: the line's cost is of Pf, its generator's of -Pf.
func (c Cost) mirrored() Cost {
	out := c
	out.Data = slices.Clone(c.Data)
	n := len(out.Data)
	if c.Model == Polynomial {
		for k := n - 2; k >= 0; k -= 2 {
			out.Data[k] = -out.Data[k]
		}
		return out
	}
	for k := 0; k+1 < n; k += 2 {
		out.Data[k], out.Data[k+1] = -c.Data[n-2-k], c.Data[n-1-k]
	}
	return out
}
