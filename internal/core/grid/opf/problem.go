package opf

import (
	"fmt"
	"math"
	"slices"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
)

// problem is a dispatch to be found, in p.u.
type problem struct {
	net   *grid.Network
	opt   Options
	units []unit

	fixAngle  []bool // references, and dead buses
	fixVolt   []bool // bounds that coincide, dead buses, and all of a direct-current problem
	vmin      []float64
	vmax      []float64
	branch    []branch
	cuts      []cut
	ptr, col  []int32 // pattern: the network's graph and the cuts'
	diag      []int32
	entries   []entry // per branch
	rows      int     // inequalities in all
	firstVolt int
}

// branch is a branch in the problem.
type branch struct {
	from, to       int
	pf, qf, pt, qt quantity
	cf, ct         quantity // squared currents
	slope, shift   float64  // direct current: flow = slope*(across-shift)
	limit          float64  // p.u., +Inf is none
	most, scale    float64  // limit as its inequality has it, squared where that is; the inequality's factor
	first          int      // its flow inequalities, two where limited
	angMin, angMax float64  // radians, infinite is none
	firstAngle     int
}

// entry is where the four blocks of a branch stand in the pattern.
type entry struct{ ff, ft, tf, tt int32 }

// cut bounds a sum of flows after a loss: sum of weight*flow, between -most and
// most; direct current only.
type cut struct {
	branch, outage int
	weight         float64 // of the lost branch's flow
	most           float64
	first          int
}

func newProblem(net *grid.Network, opt Options, cuts []cut) (*problem, error) {
	p := &problem{net: net, opt: opt, cuts: slices.Clone(cuts)}
	var err error
	if p.units, err = units(net, opt.DC); err != nil {
		return nil, err
	}
	if err := p.buses(); err != nil {
		return nil, err
	}
	if err := p.branches(); err != nil {
		return nil, err
	}
	p.layout()
	return p, nil
}

func (p *problem) buses() error {
	n := p.net.N()
	p.fixAngle, p.fixVolt = make([]bool, n), make([]bool, n)
	p.vmin, p.vmax = make([]float64, n), make([]float64, n)
	for i, row := range p.net.Bus.Row {
		b := p.net.Case.Buses[row]
		p.vmin[i], p.vmax[i] = b.Vmin, b.Vmax
		dead := p.net.Bus.Kind[i] == grid.Isolated
		if dead && (b.Pd != 0 || b.Qd != 0 && !p.opt.DC) {
			return fmt.Errorf("%w: bus %d has demand and no generator in its island; switch it off (type 4) or connect it", ErrInput, b.ID)
		}
		if !p.opt.DC && !(b.Vmax >= b.Vmin) {
			return fmt.Errorf("%w: bus %d has Vmin %g above Vmax %g", ErrInput, b.ID, b.Vmin, b.Vmax)
		}
		p.fixAngle[i] = dead || p.net.Bus.Kind[i] == grid.Ref
		p.fixVolt[i] = dead || p.opt.DC || p.vmax[i]-p.vmin[i] <= 1e-12
	}
	return nil
}

func (p *problem) branches() error {
	a := &p.net.Branch
	p.branch = make([]branch, len(a.Row))
	for k, row := range a.Row {
		c := p.net.Case.Branches[row]
		b := branch{from: a.From[k], to: a.To[k], limit: a.RateA[k], angMin: math.Inf(-1), angMax: math.Inf(1)}
		if p.opt.DC {
			if err := b.direct(p.opt.Model, a, k); err != nil {
				return err
			}
		} else {
			b.pf, b.qf, b.pt, b.qt = flowQuantities(a, k)
			b.cf, b.ct = currentQuantities(a, k)
		}
		b.bound(p.opt)
		// Source of what counts as unbounded: MATPOWER's makeAang.
		if unbounded := c.AngMin == 0 && c.AngMax == 0; !unbounded && !p.opt.NoAngleLimits {
			if c.AngMin > -360 {
				b.angMin = c.AngMin * math.Pi / 180
			}
			if c.AngMax < 360 {
				b.angMax = c.AngMax * math.Pi / 180
			}
		}
		p.branch[k] = b
	}
	return nil
}

// bound sets what the branch's inequality is held below. Squares of small limits
// are tiny, and their multipliers would be huge: they are scaled to 1.
func (b *branch) bound(opt Options) {
	b.most, b.scale = b.limit, 1
	if !opt.DC && opt.Limit != Active {
		b.most = b.limit * b.limit
		b.scale = 1 / min(1, max(b.most, leastSquare))
	}
}

// leastSquare bounds how much an inequality is scaled: a limit of 10 kVA.
const leastSquare = 1e-8

func (b *branch) direct(m Model, a *grid.BranchArrays, k int) error {
	r, x := a.R[k], a.X[k]
	switch m {
	case PowerModels:
		b.slope = x / (r*r + x*x)
	default:
		if x == 0 {
			return fmt.Errorf("%w: branch row %d has no reactance, which the direct-current model divides by", ErrInput, a.Row[k]+1)
		}
		b.slope, b.shift = 1/(x*a.Tap[k]), a.Shift[k]
	}
	return nil
}

// layout numbers the inequalities and finds the pattern.
func (p *problem) layout() {
	for k := range p.branch {
		if b := &p.branch[k]; !math.IsInf(b.limit, 1) {
			b.first = p.rows
			p.rows += 2
		} else {
			b.first = -1
		}
	}
	for k := range p.branch {
		b := &p.branch[k]
		b.firstAngle = p.rows
		if !math.IsInf(b.angMin, -1) {
			p.rows++
		}
		if !math.IsInf(b.angMax, 1) {
			p.rows++
		}
	}
	p.firstVolt = p.rows
	for _, fixed := range p.fixVolt {
		if !fixed {
			p.rows += 2
		}
	}
	for k := range p.units {
		p.units[k].first = p.rows
		p.rows += len(p.units[k].rows)
	}
	for k := range p.cuts {
		p.cuts[k].first = p.rows
		p.rows += 2
	}
	p.pattern()
}

// pattern is the network's graph, with the buses of each cut connected.
func (p *problem) pattern() {
	y := &p.net.Y
	p.ptr, p.col = y.Ptr, y.Col
	if len(p.cuts) > 0 {
		p.ptr, p.col = p.widened()
	}
	n := p.net.N()
	p.diag = make([]int32, n)
	for i := range n {
		p.diag[i] = p.at(i, i)
	}
	p.entries = make([]entry, len(p.branch))
	for k := range p.branch {
		f, t := p.branch[k].from, p.branch[k].to
		p.entries[k] = entry{p.diag[f], p.at(f, t), p.at(t, f), p.diag[t]}
	}
}

func (p *problem) widened() (ptr, col []int32) {
	y := &p.net.Y
	n := p.net.N()
	rows := make([][]int32, n)
	for i := range n {
		rows[i] = slices.Clone(y.Col[y.Ptr[i]:y.Ptr[i+1]])
	}
	for _, c := range p.cuts {
		nodes := p.nodes(c)
		for _, i := range nodes {
			for _, j := range nodes {
				rows[i] = append(rows[i], int32(j))
			}
		}
	}
	ptr = make([]int32, n+1)
	for i, row := range rows {
		slices.Sort(row)
		col = append(col, slices.Compact(row)...)
		ptr[i+1] = int32(len(col))
	}
	return ptr, col
}

func (p *problem) nodes(c cut) [4]int {
	l, k := &p.branch[c.branch], &p.branch[c.outage]
	return [4]int{l.from, l.to, k.from, k.to}
}

func (p *problem) at(i, j int) int32 {
	row := p.col[p.ptr[i]:p.ptr[i+1]]
	at, _ := slices.BinarySearch(row, int32(j))
	return p.ptr[i] + int32(at)
}
