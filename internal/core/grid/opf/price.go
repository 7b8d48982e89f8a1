package opf

import (
	"github.com/pouw-dem/pouwdem/internal/core/grid"
	"github.com/pouw-dem/pouwdem/internal/core/grid/sparse"
)

// split takes nodal prices apart, at the reference of each island: its price is
// energy; what the reference would have to give for one more unit of demand at
// the bus, beyond that unit, is loss; the rest is congestion (of flows, angles
// and voltages). In the direct-current model nothing is lost.
// Source: Litvinov, Zheng, Rosenwald and Shamsollahi 2004, "Marginal loss
// modeling in LMP calculation", with the network's own Jacobian in place of
// loss factors.
func (s *interior) split(r *Result) []PriceParts {
	n := s.net.N()
	energy := make([]float64, s.net.Islands)
	for i, kind := range s.net.Bus.Kind {
		if kind == grid.Ref {
			energy[s.net.Island[i]] = r.PriceP[i]
		}
	}
	parts := make([]PriceParts, n)
	delivered := s.delivered()
	for i := range parts {
		e := energy[s.net.Island[i]]
		parts[i].Energy = e
		if delivered != nil {
			parts[i].Loss = e * (delivered[2*i] - 1)
		}
		parts[i].Congestion = r.PriceP[i] - e - parts[i].Loss
		if s.net.Bus.Kind[i] == grid.Isolated {
			parts[i] = PriceParts{}
		}
	}
	return parts
}

// delivered is what the reference gives for one more unit of demand at each
// bus; nil where that has no answer. As in operation, generators with reactive
// power to spare hold their voltage; elsewhere reactive injections are held.
func (s *interior) delivered() []float64 {
	if s.opt.DC {
		return nil
	}
	net, y := s.net, &s.net.Y
	values := make([]float64, 4*len(y.Col))
	right := make([]float64, 2*net.N())
	add := func(at int32, row, col int, v float64) { values[4*int(at)+2*row+col] += v }
	for i, v := range s.vm {
		add(y.Diag[i], 0, 1, 2*v*net.Bus.Gs[i])
		add(y.Diag[i], 1, 1, -2*v*net.Bus.Bs[i])
	}
	for k := range s.branch {
		b := &s.branch[k]
		e := endsOf(s.va[b.from], s.vm[b.from], s.va[b.to], s.vm[b.to])
		f, t := b.from, b.to
		ft, tf := y.At(f, t), y.At(t, f)
		for row, q := range [2]*quantity{&b.pf, &b.qf} {
			d := q.gradient(e)
			for c := range 2 {
				add(y.Diag[f], row, c, d[c])
				add(ft, row, c, d[2+c])
			}
		}
		for row, q := range [2]*quantity{&b.pt, &b.qt} {
			d := q.gradient(e)
			for c := range 2 {
				add(tf, row, c, d[c])
				add(y.Diag[t], row, c, d[2+c])
			}
		}
	}
	for i, kind := range net.Bus.Kind {
		if kind == grid.Ref || kind == grid.Isolated {
			s.pull(values, right, i, kind == grid.Isolated)
		}
	}
	for k := range s.units {
		if u := &s.units[k]; s.spare(k) && net.Bus.Kind[u.bus] != grid.Isolated {
			s.hold(values, right, u.bus)
		}
	}
	lu := sparse.AnalyzeBlocks(y.Ptr, y.Col).NewLU()
	if lu.Factor(values) != nil {
		return nil
	}
	lu.SolveT(right)
	for i, kind := range net.Bus.Kind {
		if kind == grid.Ref {
			right[2*i] = 1
		}
	}
	return right
}

// spare tells whether a generator is within all of its reactive limits, by more
// than an interior method leaves of a limit that binds.
func (s *interior) spare(k int) bool {
	u := &s.units[k]
	for r := range u.rows {
		if u.rows[r].normal[atQ] != 0 && s.h[u.first+r] > -1e-4 {
			return false
		}
	}
	return u.use[atQ]
}

// hold takes the reactive balance of a bus out of the equations and its
// magnitude out of the unknowns.
func (s *interior) hold(values, right []float64, i int) {
	y := &s.net.Y
	for p := y.Ptr[i]; p < y.Ptr[i+1]; p++ {
		back := int(y.At(int(y.Col[p]), i))
		values[4*int(p)+2], values[4*int(p)+3] = 0, 0
		values[4*back+1], values[4*back+3] = 0, 0
	}
	values[4*int(y.Diag[i])+3] = 1
	right[2*i+1] = 0
}

// pull takes the active balance of a reference out of the equations, as the one
// that answers, and its angle out of the unknowns; of a dead bus both.
func (s *interior) pull(values, right []float64, i int, dead bool) {
	y := &s.net.Y
	for p := y.Ptr[i]; p < y.Ptr[i+1]; p++ {
		j := int(y.Col[p])
		back := int(y.At(j, i))
		if !dead {
			right[2*j] -= values[4*int(p)]
			right[2*j+1] -= values[4*int(p)+1]
		}
		values[4*int(p)], values[4*int(p)+1] = 0, 0
		values[4*back], values[4*back+2] = 0, 0
		if dead {
			values[4*int(p)+2], values[4*int(p)+3] = 0, 0
			values[4*back+1], values[4*back+3] = 0, 0
		}
	}
	values[4*int(y.Diag[i])] = 1
	right[2*i] = 0
	if dead {
		values[4*int(y.Diag[i])+3] = 1
	}
}
