package grid

import "slices"

// withDCLines is the case with each direct-current line in service replaced
// by a generator at either end that injects its terminal power. Losses are
// Loss0 + Loss1*Pf, so Pt = Pf - (Loss0 + Loss1*Pf). Source: MATPOWER User's
// Manual 8.0, section 7.6.3, function toggle_dcline.
func (c *Case) withDCLines() *Case {
	out := *c
	out.Buses = slices.Clone(c.Buses)
	out.Gens = slices.Clone(c.Gens)
	for _, l := range c.DCLines {
		if l.Status <= 0 {
			continue
		}
		pt := l.Pf - (l.Loss0 + l.Loss1*l.Pf)
		out.Gens = append(out.Gens,
			Generator{
				Bus: l.From, Pg: -l.Pf, Qg: l.Qf, Qmin: l.QminF, Qmax: l.QmaxF, Vg: l.Vf,
				MBase: c.BaseMVA, Status: 1, Pmin: -l.Pmax, Pmax: -l.Pmin,
			},
			Generator{
				Bus: l.To, Pg: pt, Qg: l.Qt, Qmin: l.QminT, Qmax: l.QmaxT, Vg: l.Vt,
				MBase: c.BaseMVA, Status: 1, Pmin: l.Pmin - (l.Loss0 + l.Loss1*l.Pmin), Pmax: l.Pmax - (l.Loss0 + l.Loss1*l.Pmax),
			})
		for i := range out.Buses {
			if b := &out.Buses[i]; (b.ID == l.From || b.ID == l.To) && b.Type == PQ {
				b.Type = PV
			}
		}
	}
	return &out
}
