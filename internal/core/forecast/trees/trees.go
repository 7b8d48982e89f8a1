package trees

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
)

// ErrInput says that rows or options cannot be fitted.
var ErrInput = errors.New("boosted trees: input is wrong")

// Options of a fit. The zero value of each means what is said of it.
type Options struct {
	Rounds   int     // trees; 0: 200
	Rate     float64 // share of each tree that is taken; 0: 0.05
	Leaves   int     // of a tree; 0: 31
	Least    int     // rows of a leaf; 0: 20
	Columns  float64 // share of the columns that a tree may use; 0: 0.5
	Rows     float64 // share of the rows that a tree sees; 0: 0.7
	Ridge    float64 // rows' worth of pull towards zero in each leaf; 0: 1
	Quantile float64 // in (0, 1): that quantile; 0: the mean
	Seed     uint64
}

func (o Options) filled() Options {
	if o.Rounds == 0 {
		o.Rounds = 200
	}
	if o.Rate == 0 {
		o.Rate = 0.05
	}
	if o.Leaves == 0 {
		o.Leaves = 31
	}
	if o.Least == 0 {
		o.Least = 20
	}
	if o.Columns == 0 {
		o.Columns = 0.5
	}
	if o.Rows == 0 {
		o.Rows = 0.7
	}
	if o.Ridge == 0 {
		o.Ridge = 1
	}
	return o
}

// node of a tree; a leaf has no children.
type node struct {
	column      int
	threshold   float64 // up to it left, above it right; missing goes left
	missingOnly bool    // only missing goes left
	left, right int
	value       float64
}

// Tree is one regression tree.
type Tree struct{ nodes []node }

// Model is a fitted ensemble. It is safe for use by several goroutines.
type Model struct {
	start   float64
	columns int
	trees   []Tree
}

// Fit fits rows of inputs, by column (NaN: missing), to y.
func Fit(columns [][]float64, y []float64, opt Options) (*Model, error) {
	opt = opt.filled()
	if err := check(columns, y, opt); err != nil {
		return nil, err
	}
	g := &grower{opt: opt, used: make([]bool, len(columns)), pull: make([]float64, len(y)), scratch: make([]int32, 0, len(y))}
	for _, values := range columns {
		g.columns = append(g.columns, cut(values))
	}
	m := &Model{start: centre(slices.Clone(y), opt.Quantile), columns: len(columns)}
	left := make([]float64, len(y)) // what is not explained yet
	for i := range y {
		left[i] = y[i] - m.start
	}
	rng := rand.New(rand.NewPCG(opt.Seed, uint64(len(y))))
	for range opt.Rounds {
		g.order = g.order[:0]
		for i := range left {
			g.pull[i] = gradient(left[i], opt.Quantile)
			if rng.Float64() < opt.Rows {
				g.order = append(g.order, int32(i))
			}
		}
		if len(g.order) < 2*opt.Least {
			for i := range left {
				g.order = append(g.order, int32(i))
			}
		}
		g.grow(rng)
		g.value(left)
		m.trees = append(m.trees, g.tree)
		for i := range left {
			left[i] -= g.binned(i)
		}
	}
	return m, nil
}

func check(columns [][]float64, y []float64, opt Options) error {
	if len(columns) == 0 || len(y) < 2 {
		return fmt.Errorf("%w: %d columns and %d rows: at least 1 and 2 are needed", ErrInput, len(columns), len(y))
	}
	for j := range columns {
		if len(columns[j]) != len(y) {
			return fmt.Errorf("%w: column %d has %d rows, y has %d", ErrInput, j, len(columns[j]), len(y))
		}
	}
	for i, v := range y {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return fmt.Errorf("%w: y of row %d is %v: leave such rows out", ErrInput, i, v)
		}
	}
	if opt.Quantile < 0 || opt.Quantile >= 1 || opt.Leaves < 2 || opt.Rate <= 0 || opt.Rounds < 0 {
		return fmt.Errorf("%w: quantile %v, leaves %d, rate %v, rounds %d", ErrInput, opt.Quantile, opt.Leaves, opt.Rate, opt.Rounds)
	}
	return nil
}

// gradient of the loss of what is left, downhill.
func gradient(left, quantile float64) float64 {
	switch {
	case quantile == 0:
		return left
	case left > 0:
		return quantile
	}
	return quantile - 1
}

// value gives each leaf what suits its rows best: the mean of what is left of
// them, or the quantile.
func (g *grower) value(left []float64) {
	for _, l := range g.leaves {
		rows := g.order[l.from:l.to]
		of := &g.tree.nodes[l.node]
		if g.opt.Quantile == 0 {
			var sum float64
			for _, i := range rows {
				sum += left[i]
			}
			of.value = g.opt.Rate * sum / (float64(len(rows)) + g.opt.Ridge)
			continue
		}
		values := make([]float64, len(rows))
		for k, i := range rows {
			values[k] = left[i]
		}
		of.value = g.opt.Rate * centre(values, g.opt.Quantile)
	}
}

// centre is the mean (quantile 0) or the quantile of values, which it reorders.
func centre(values []float64, quantile float64) float64 {
	if len(values) == 0 {
		return 0
	}
	if quantile == 0 {
		var sum float64
		for _, v := range values {
			sum += v
		}
		return sum / float64(len(values))
	}
	slices.Sort(values)
	at := quantile * float64(len(values)-1)
	low := int(at)
	high := min(low+1, len(values)-1)
	return values[low] + (at-float64(low))*(values[high]-values[low])
}

// binned is the newest tree's value for a row of the fit.
func (g *grower) binned(row int) float64 {
	at := 0
	for {
		n := &g.tree.nodes[at]
		if n.left == 0 {
			return n.value
		}
		at = n.right
		bin := g.columns[n.column].bin[row]
		if bin == 0 || !n.missingOnly && g.columns[n.column].cuts[min(int(bin), len(g.columns[n.column].cuts))-1] <= n.threshold && int(bin) <= len(g.columns[n.column].cuts) {
			at = n.left
		}
	}
}

// Predict is the forecast for one row of inputs, NaN where missing. It panics
// where the row has another number of columns than the fit.
func (m *Model) Predict(row []float64) float64 {
	if len(row) != m.columns {
		panic(fmt.Sprintf("boosted trees: %d columns, fitted on %d", len(row), m.columns))
	}
	out := m.start
	for t := range m.trees {
		nodes := m.trees[t].nodes
		at := 0
		for nodes[at].left != 0 {
			n := &nodes[at]
			v := row[n.column]
			if math.IsNaN(v) || !n.missingOnly && v <= n.threshold {
				at = n.left
			} else {
				at = n.right
			}
		}
		out += nodes[at].value
	}
	return out
}
