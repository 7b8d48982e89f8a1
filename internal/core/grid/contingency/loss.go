package contingency

import (
	"slices"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
)

// loss is an outage in internal numbers, as the fast paths understand it.
type loss struct {
	branches []int // internal, in service, each once
	changes  []change
	// general says that the network has to be compiled anew: the reference
	// moves, a set point changes hands, or the case itself changed.
	general bool
	// cut lists the internal buses that no reference reaches any more.
	cut []int
}

// change of the schedule at one position. Where release is set, the bus no
// longer holds its magnitude.
type change struct {
	at      int32
	dp, dq  float64
	release bool
}

// lossFinder translates outages.
type lossFinder struct {
	f        *frame
	bridges  *Bridges
	reach    *reach
	branchOf map[int]int // row to internal number
	genOf    map[int]int
	gensAt   [][]int // by bus, in the order of the case
}

func newLossFinder(f *frame) *lossFinder {
	net := f.net
	l := &lossFinder{
		f: f, bridges: FindBridges(net), reach: newReach(net, newAdjacency(net)),
		branchOf: make(map[int]int, len(net.Branch.Row)), genOf: make(map[int]int, len(net.Gen.Row)),
		gensAt: make([][]int, net.N()),
	}
	for k, row := range net.Branch.Row {
		l.branchOf[row] = k
	}
	for g, row := range net.Gen.Row {
		l.genOf[row] = g
		l.gensAt[net.Gen.Bus[g]] = append(l.gensAt[net.Gen.Bus[g]], g)
	}
	return l
}

// find translates one outage. pg and qg are the schedule of the generators in
// service in p.u.
func (l *lossFinder) find(o Outage, pg, qg []float64) loss {
	if o.Changed != nil {
		return loss{general: true}
	}
	var out loss
	for _, row := range o.Branches {
		if k, live := l.branchOf[row]; live && !slices.Contains(out.branches, k) {
			out.branches = append(out.branches, k)
		}
	}
	switch len(out.branches) {
	case 0:
	case 1:
		out.cut = l.bridges.CutOff(out.branches[0])
	default:
		out.cut = l.reach.cutOff(out.branches)
	}
	l.loseGenerators(&out, o.Generators, pg, qg)
	return out
}

func (l *lossFinder) loseGenerators(out *loss, rows []int, pg, qg []float64) {
	var lost, buses []int
	for _, row := range rows {
		g, live := l.genOf[row]
		if !live || slices.Contains(lost, g) {
			continue
		}
		lost = append(lost, g)
		if bus := l.f.net.Gen.Bus[g]; !slices.Contains(buses, bus) {
			buses = append(buses, bus)
		}
	}
	for _, bus := range buses {
		l.loseAt(out, bus, lost, pg, qg)
	}
}

func (l *lossFinder) loseAt(out *loss, bus int, lost []int, pg, qg []float64) {
	gen := &l.f.net.Gen
	c := change{at: l.f.place[bus]}
	before, after := -1, -1 // the last generator's set point wins
	qAll := 0.0
	for _, g := range l.gensAt[bus] {
		before = g
		qAll += qg[g]
		if slices.Contains(lost, g) {
			c.dp -= pg[g]
			c.dq -= qg[g]
			continue
		}
		after = g
	}
	switch l.f.net.Bus.Kind[bus] {
	case grid.PQ:
	case grid.Isolated:
		return
	case grid.Ref:
		if after < 0 || gen.Vg[after] != gen.Vg[before] {
			out.general = true
		}
		return // the reference takes up what it loses
	case grid.PV:
		c.dq = 0
		if after < 0 {
			c.release, c.dq = true, -qAll
		} else if gen.Vg[after] != gen.Vg[before] {
			out.general = true
		}
	}
	out.changes = append(out.changes, c)
}

// positions lists where the loss touches the network, each once, ascending.
func (l *loss) positions(f *frame, into []int32) []int32 {
	into = into[:0]
	for _, k := range l.branches {
		into = append(into, f.at[k].from, f.at[k].to)
	}
	for _, c := range l.changes {
		into = append(into, c.at)
	}
	slices.Sort(into)
	return slices.Compact(into)
}

// releases reports whether the loss frees the magnitude at a position.
func (l *loss) releases(at int32) (float64, bool) {
	for _, c := range l.changes {
		if c.at == at && c.release {
			return c.dq, true
		}
	}
	return 0, false
}
