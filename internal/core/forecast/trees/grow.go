package trees

import (
	"math/rand/v2"
)

// sum is what a bin of a histogram holds.
type sum struct {
	pull float64 // of the gradients
	rows int
}

// histogram is by column, then bin.
type histogram [][bins + 1]sum

// leaf is a part of the rows that a tree under growth has not cut yet.
type leaf struct {
	node     int
	from, to int // of grower.order
	hist     histogram
	all      sum
	gain     float64 // of its best cut; 0: none
	column   int
	bin      uint8 // rows up to it go left
}

// grower grows one tree after another on the same columns.
type grower struct {
	opt     Options
	columns []column
	used    []bool // columns that this tree may cut
	order   []int32
	scratch []int32
	pull    []float64
	leaves  []leaf
	tree    Tree
	free    []histogram
}

// grow makes a tree of the rows in order for the gradients pull. Afterwards the
// leaves say which rows each of them holds.
func (g *grower) grow(rng *rand.Rand) {
	g.tree = Tree{nodes: []node{{}}}
	for _, l := range g.leaves {
		g.free = append(g.free, l.hist)
	}
	g.leaves = g.leaves[:0]
	g.choose(rng)
	root := leaf{to: len(g.order), hist: g.histogram()}
	g.count(&root)
	g.best(&root)
	g.leaves = append(g.leaves, root)
	for len(g.leaves) < g.opt.Leaves {
		at := 0
		for i := range g.leaves {
			if g.leaves[i].gain > g.leaves[at].gain {
				at = i
			}
		}
		if g.leaves[at].gain <= 0 {
			return
		}
		g.split(at)
	}
}

// choose draws the columns of a tree.
func (g *grower) choose(rng *rand.Rand) {
	some := false
	for j := range g.used {
		g.used[j] = rng.Float64() < g.opt.Columns
		some = some || g.used[j]
	}
	if !some {
		g.used[rng.IntN(len(g.used))] = true
	}
}

func (g *grower) histogram() histogram {
	if n := len(g.free); n > 0 {
		h := g.free[n-1]
		g.free = g.free[:n-1]
		clear(h)
		return h
	}
	return make(histogram, len(g.columns))
}

// count fills a leaf's histogram.
func (g *grower) count(l *leaf) {
	rows := g.order[l.from:l.to]
	l.all = sum{rows: len(rows)}
	for _, i := range rows {
		l.all.pull += g.pull[i]
	}
	for j := range g.columns {
		if !g.used[j] {
			continue
		}
		into, bin := &l.hist[j], g.columns[j].bin
		for _, i := range rows {
			s := &into[bin[i]]
			s.pull += g.pull[i]
			s.rows++
		}
	}
}

// best finds the cut of a leaf that lowers the squared distance to the gradients
// most.
func (g *grower) best(l *leaf) {
	l.gain = 0
	whole := l.all.worth(g.opt.Ridge)
	for j := range l.hist {
		if !g.used[j] {
			continue
		}
		var left sum
		for b := range len(g.columns[j].cuts) + 1 {
			left.pull += l.hist[j][b].pull
			left.rows += l.hist[j][b].rows
			right := sum{l.all.pull - left.pull, l.all.rows - left.rows}
			if left.rows < g.opt.Least || right.rows < g.opt.Least {
				continue
			}
			if gain := left.worth(g.opt.Ridge) + right.worth(g.opt.Ridge) - whole; gain > l.gain*(1+1e-12)+1e-12 {
				l.gain, l.column, l.bin = gain, j, uint8(b)
			}
		}
	}
}

func (s sum) worth(ridge float64) float64 { return s.pull * s.pull / (float64(s.rows) + ridge) }

// split cuts a leaf into two: the smaller is counted, the larger is the rest.
func (g *grower) split(at int) {
	l := g.leaves[at]
	middle := g.partition(l)
	n := len(g.tree.nodes)
	cuts := g.columns[l.column].cuts
	threshold := cuts[max(0, int(l.bin)-1)]
	g.tree.nodes[l.node] = node{column: l.column, threshold: threshold, missingOnly: l.bin == 0, left: n, right: n + 1}
	g.tree.nodes = append(g.tree.nodes, node{}, node{})
	left := leaf{node: n, from: l.from, to: middle}
	right := leaf{node: n + 1, from: middle, to: l.to}
	small, large := &left, &right
	if right.to-right.from < left.to-left.from {
		small, large = large, small
	}
	small.hist = g.histogram()
	g.count(small)
	large.hist = l.hist
	large.all = sum{l.all.pull - small.all.pull, l.all.rows - small.all.rows}
	for j := range large.hist {
		for b := range large.hist[j] {
			large.hist[j][b].pull -= small.hist[j][b].pull
			large.hist[j][b].rows -= small.hist[j][b].rows
		}
	}
	g.best(small)
	g.best(large)
	g.leaves[at] = left
	g.leaves = append(g.leaves, right)
}

// partition puts the rows that go left first, each side in its order.
func (g *grower) partition(l leaf) (middle int) {
	bin := g.columns[l.column].bin
	middle = l.from
	rest := g.scratch[:0]
	for _, i := range g.order[l.from:l.to] {
		if bin[i] <= l.bin {
			g.order[middle] = i
			middle++
		} else {
			rest = append(rest, i)
		}
	}
	copy(g.order[middle:l.to], rest)
	return middle
}
