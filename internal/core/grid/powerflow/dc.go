package powerflow

import (
	"fmt"
	"slices"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
	"github.com/pouw-dem/pouwdem/internal/core/grid/sparse"
)

// DC is the direct-current power flow: magnitudes one, losses none. Angles are
// radians, the rest p.u.
type DC struct {
	Network *grid.Network
	Va      []float64
	Pg      []float64 // per generator in service
	Flow    []float64 // per branch in service, at its from end
}

// SolveDC solves it. Of the options only Pd, Pg, Shared and Participation
// count. Source: MATPOWER User's Manual 8.0, section 4.2; dcpf, makeBdc.
func SolveDC(net *grid.Network, opt Options) (*DC, error) {
	s := bare(net)
	if err := s.load(opt); err != nil {
		return nil, err
	}
	if s.share != nil {
		s.spreadDC()
	}
	out := &DC{Network: net, Pg: slices.Clone(s.pg)}
	var err error
	if out.Va, err = dcAngles(net, s.pd, s.pg); err != nil {
		return nil, err
	}
	copy(out.Pg, s.pg)
	b := &net.Branch
	out.Flow = make([]float64, len(b.Row))
	into := make([]float64, net.N())
	for k := range b.Row {
		f, t := b.From[k], b.To[k]
		out.Flow[k] = (out.Va[f] - out.Va[t] - b.Shift[k]) / (b.X[k] * b.Tap[k])
		into[f] += out.Flow[k]
		into[t] -= out.Flow[k]
	}
	done := make(map[int]bool)
	for k, bus := range net.Gen.Bus {
		if net.Bus.Kind[bus] != grid.Ref || done[bus] {
			continue
		}
		done[bus] = true
		out.Pg[k] += into[bus] + s.pd[bus] + net.Bus.Gs[bus] - s.p[bus]
	}
	return out, nil
}

// spreadDC gives every generator its part of what is missing in its island.
func (s *Solver) spreadDC() {
	net := s.net
	missing := make([]float64, net.Islands)
	for i, part := range net.Island {
		missing[part] += s.pd[i] + net.Bus.Gs[i] - s.p[i]
	}
	for k, b := range net.Gen.Bus {
		s.pg[k] += s.share.perGen[k] * missing[net.Island[b]]
	}
	s.schedule()
}

// dcAngles solves for the angles of the buses, references at the case's.
func dcAngles(net *grid.Network, pd, pg []float64) ([]float64, error) {
	n, b := net.N(), &net.Branch
	va := make([]float64, n)
	for i := range va {
		va[i] = -pd[i] - net.Bus.Gs[i]
	}
	for k, bus := range net.Gen.Bus {
		va[bus] += pg[k]
	}
	fixed := func(i int) bool { return net.Bus.Kind[i] == grid.Ref || net.Bus.Kind[i] == grid.Isolated }
	values := make([]float64, len(net.Y.Col))
	for k := range b.Row {
		if b.X[k] == 0 {
			return nil, fmt.Errorf("%w: branch row %d has no reactance, which the direct-current model divides by", ErrInput, b.Row[k]+1)
		}
		f, t := b.From[k], b.To[k]
		y := 1 / (b.X[k] * b.Tap[k])
		va[f] += y * b.Shift[k]
		va[t] -= y * b.Shift[k]
		values[net.Y.Diag[f]] += y
		values[net.Y.Diag[t]] += y
		switch {
		case !fixed(f) && !fixed(t):
			values[net.Y.At(f, t)] -= y
			values[net.Y.At(t, f)] -= y
		case fixed(f) && !fixed(t):
			va[t] += y * net.Bus.Va[f]
		case fixed(t) && !fixed(f):
			va[f] += y * net.Bus.Va[t]
		}
	}
	for i := range va {
		if fixed(i) {
			values[net.Y.Diag[i]] = 1
			va[i] = net.Bus.Va[i]
			if net.Bus.Kind[i] == grid.Isolated {
				va[i] = 0
			}
		}
	}
	ldl := sparse.AnalyzeSymmetric(net.Y.Ptr, net.Y.Col).NewLDL()
	if err := ldl.Factor(values); err != nil {
		return nil, fmt.Errorf("direct-current power flow of %s: %w", net.Case.Name, err)
	}
	ldl.Solve(va)
	return va, nil
}

// Apply is the case with the result in it, as [Result.Apply]: reactive power
// zero, magnitudes one.
func (d *DC) Apply() *grid.Case {
	ones := make([]float64, len(d.Va))
	none := make([]float64, len(d.Flow))
	back := make([]float64, len(d.Flow))
	for i := range ones {
		if d.Network.Bus.Kind[i] != grid.Isolated {
			ones[i] = 1
		}
	}
	for k, f := range d.Flow {
		back[k] = -f
	}
	r := Result{Network: d.Network, Vm: ones, Va: d.Va, Pg: d.Pg, Qg: make([]float64, len(d.Pg)), Flow: Flows{d.Flow, none, back, none}}
	return r.Apply()
}
