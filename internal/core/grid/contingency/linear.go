package contingency

import (
	"fmt"
	"math"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
	"github.com/pouw-dem/pouwdem/internal/core/grid/sparse"
)

// Linear answers questions about the direct-current model of a network: how
// an injection, a transfer or a lost branch moves the flows. One sparse
// factorisation serves all of them. It is not safe for concurrent use; Clone
// is cheap.
type Linear struct {
	net     *grid.Network
	bridges *Bridges
	factors *sparse.LDL
	b       []float64 // 1/(x*tap) per branch
	pinned  []bool    // the reference of each island, and what is dead
	work    []float64
}

// NewLinear factors the susceptance matrix. Each island is referred to its
// first reference bus. It fails where that matrix is singular, as series
// compensation can make it.
// Source: MATPOWER User's Manual 8.0, sections 3.7 (DC model) and 4.4
// (makePTDF, makeLODF).
func NewLinear(net *grid.Network) (*Linear, error) {
	l := &Linear{net: net, bridges: FindBridges(net), work: make([]float64, net.N())}
	l.b = make([]float64, len(net.Branch.Row))
	for k, x := range net.Branch.X {
		if x == 0 {
			return nil, fmt.Errorf("branch row %d has no reactance, which the direct-current model divides by: %w", net.Branch.Row[k]+1, grid.ErrCase)
		}
		l.b[k] = 1 / (x * net.Branch.Tap[k])
	}
	l.pin()
	l.factors = sparse.AnalyzeSymmetric(net.Y.Ptr, net.Y.Col).NewLDL()
	if err := l.factors.Factor(l.susceptance()); err != nil {
		return nil, fmt.Errorf("factor the susceptance matrix of %s: %w", net.Case.Name, err)
	}
	return l, nil
}

func (l *Linear) pin() {
	l.pinned = make([]bool, l.net.N())
	has := make([]bool, l.net.Islands)
	for i, kind := range l.net.Bus.Kind {
		if kind == grid.Ref && !has[l.net.Island[i]] {
			l.pinned[i], has[l.net.Island[i]] = true, true
		}
	}
	for _, i := range l.net.Dead {
		l.pinned[i] = true
	}
}

// susceptance is B' on the pattern of Ybus, with identity rows and columns at
// pinned buses.
func (l *Linear) susceptance() []float64 {
	y := &l.net.Y
	values := make([]float64, len(y.Col))
	for k, b := range l.b {
		f, t := l.net.Branch.From[k], l.net.Branch.To[k]
		values[y.Diag[f]] += b
		values[y.Diag[t]] += b
		if !l.pinned[f] && !l.pinned[t] {
			values[y.At(f, t)] -= b
			values[y.At(t, f)] -= b
		}
	}
	for i, pinned := range l.pinned {
		if pinned {
			values[y.Diag[i]] = 1
		}
	}
	return values
}

// angles solves for the angles in radians that the injections cause; p is
// overwritten with them.
func (l *Linear) angles(p []float64) {
	for i, pinned := range l.pinned {
		if pinned {
			p[i] = 0
		}
	}
	l.factors.Solve(p)
}

// transfer fills the angles of one p.u. moved along branch k.
func (l *Linear) transfer(k int) []float64 {
	clear(l.work)
	l.work[l.net.Branch.From[k]] = 1
	l.work[l.net.Branch.To[k]] = -1
	l.angles(l.work)
	return l.work
}

// Clone shares the factors, with memory of its own to solve in.
func (l *Linear) Clone() *Linear {
	out := *l
	out.factors = l.factors.Clone()
	out.work = make([]float64, len(l.work))
	return &out
}

// Bridges of the network.
func (l *Linear) Bridges() *Bridges { return l.bridges }

// PTDFRow fills into, of one entry per bus in service, with the flow on
// branch k (internal number) caused by one MW injected at each bus and
// withdrawn at the reference of its island. The susceptance matrix is
// symmetric, so one solve yields the row.
func (l *Linear) PTDFRow(k int, into []float64) {
	w := l.transfer(k)
	for i, v := range w {
		into[i] = l.b[k] * v
	}
}

// PTDFColumn fills into, of one entry per branch in service, with the flow
// caused by one MW injected at a bus (internal number) and withdrawn at the
// reference of its island.
func (l *Linear) PTDFColumn(bus int, into []float64) {
	clear(l.work)
	l.work[bus] = 1
	l.angles(l.work)
	l.flows(l.work, into)
}

// PTDF is the whole matrix by rows: branches in service times buses in
// service.
func (l *Linear) PTDF() [][]float64 {
	rows := newRows(len(l.b), l.net.N())
	for k := range rows {
		l.PTDFRow(k, rows[k])
	}
	return rows
}

// LODFColumn fills into, of one entry per branch in service, with the share
// of the lost flow of branch k that each other branch takes over; -1 for k
// itself. It reports false and fills in NaN where k is a bridge: nobody takes
// over what an island loses.
func (l *Linear) LODFColumn(k int, into []float64) bool {
	if l.bridges.Is(k) {
		for i := range into {
			into[i] = math.NaN()
		}
		return false
	}
	w := l.transfer(k)
	l.flows(w, into)
	rest := 1 - into[k]
	for i := range into {
		into[i] /= rest
	}
	into[k] = -1
	return true
}

// LODF is the whole matrix by columns: LODF()[k] says where the flow of branch
// k goes once k is lost.
func (l *Linear) LODF() [][]float64 {
	columns := newRows(len(l.b), len(l.b))
	for k := range columns {
		l.LODFColumn(k, columns[k])
	}
	return columns
}

// flows turns angles into flows from end to end.
func (l *Linear) flows(angle, into []float64) {
	from, to := l.net.Branch.From, l.net.Branch.To
	for k, b := range l.b {
		into[k] = b * (angle[from[k]] - angle[to[k]])
	}
}

// BaseFlows are the flows of the direct-current power flow in p.u. for the
// injections p in p.u. (one per bus in service, see grid.Network.Injection):
// shunt conductances and phase shifts count, losses do not.
func (l *Linear) BaseFlows(p []float64) []float64 {
	a := &l.net.Branch
	for i := range p {
		l.work[i] = p[i] - l.net.Bus.Gs[i]
	}
	for k, b := range l.b {
		l.work[a.From[k]] += b * a.Shift[k]
		l.work[a.To[k]] -= b * a.Shift[k]
	}
	// A reference away from zero shifts its whole island: differences stay.
	l.angles(l.work)
	out := make([]float64, len(l.b))
	l.flows(l.work, out)
	for k, b := range l.b {
		out[k] -= b * a.Shift[k]
	}
	return out
}

func newRows(rows, columns int) [][]float64 {
	all := make([]float64, rows*columns)
	out := make([][]float64, rows)
	for k := range out {
		out[k] = all[k*columns : (k+1)*columns : (k+1)*columns]
	}
	return out
}
