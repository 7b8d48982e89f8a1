package mfile

import (
	"math"
	"slices"
	"strings"
)

// path reads a name and the fields after it: mpc.reserves.zones.
func (p *interpreter) path() (string, error) {
	word, err := p.identifier()
	if err != nil {
		return "", err
	}
	for p.is(".") && !(p.matrix && p.tok.spaced) {
		if err := p.advance(); err != nil {
			return "", err
		}
		field, err := p.identifier()
		if err != nil {
			return "", err
		}
		word += "." + field
	}
	return word, nil
}

// named evaluates a variable, part of one, a constant or a function.
func (p *interpreter) named() (Value, error) {
	start := p.tok
	path, err := p.path()
	if err != nil {
		return Value{}, err
	}
	v, known := p.vars[path]
	called := p.is("(") && !(p.matrix && p.tok.spaced)
	switch {
	case known && called:
		axes, err := p.indices(v)
		if err != nil {
			return Value{}, err
		}
		return p.part(v, axes)
	case known && p.is("{"):
		return Value{}, p.fail("picking from a cell array is not supported")
	case known:
		return v, nil
	case path == "end" && len(p.ends) > 0:
		return Scalar(p.ends[len(p.ends)-1].number()), nil
	case strings.Contains(path, "."):
		return Value{}, p.failAt(start.line, path+" has no value")
	}
	if x, ok := constant(path); ok && !called {
		v := Scalar(x)
		v.Line, v.logical = start.line, path == "true" || path == "false"
		return v, nil
	}
	if !called {
		return Value{}, p.failAt(start.line, path+" has no value")
	}
	args, err := p.arguments()
	if err != nil {
		return Value{}, err
	}
	return p.call(path, args)
}

func (e endOfAxis) number() float64 {
	switch {
	case e.axes == 1:
		return float64(e.value.Rows * e.value.Cols)
	case e.axis == 0:
		return float64(e.value.Rows)
	default:
		return float64(e.value.Cols)
	}
}

// arguments reads ( a, b, ... ).
func (p *interpreter) arguments() ([]Value, error) {
	outer := p.matrix
	p.matrix = false
	defer func() { p.matrix = outer }()
	if err := p.advance(); err != nil {
		return nil, err
	}
	var args []Value
	for !p.is(")") {
		if len(args) > 0 {
			if err := p.expect(","); err != nil {
				return nil, err
			}
		}
		v, err := p.expression()
		if err != nil {
			return nil, err
		}
		args = append(args, v)
	}
	return args, p.advance()
}

// axis is the places that one index names, from 0; all is a bare colon.
type axis struct {
	at  []int
	all bool
	row bool // the index was a row, which shapes the result of a single one
}

// indices reads ( i ) or ( i, j ) into v.
func (p *interpreter) indices(v Value) ([]axis, error) {
	if v.Kind != Matrix {
		return nil, p.fail("cannot index %s", v.describe())
	}
	outer := p.matrix
	p.matrix = false
	defer func() { p.matrix = outer }()
	axes := 1 + p.commasAhead()
	if axes > 2 {
		return nil, p.fail("a matrix has two axes, not %d", axes)
	}
	var out []axis
	for k := range axes {
		if err := p.advance(); err != nil { // the bracket, or the comma
			return nil, err
		}
		a, err := p.index(endOfAxis{value: v, axis: k, axes: axes})
		if err != nil {
			return nil, err
		}
		out = append(out, a)
		if k < axes-1 && !p.is(",") {
			return nil, p.fail("want a comma, found %s", p.tok.describe())
		}
	}
	return out, p.expect(")")
}

// commasAhead counts the commas between the bracket at hand and its partner,
// which tells what "end" will mean before the indices are read.
func (p *interpreter) commasAhead() int {
	ahead := p.lex
	ahead.brackets = slices.Clone(p.lex.brackets)
	level, commas := len(ahead.brackets), 0
	for {
		t, problem := ahead.next()
		if problem != "" || t.kind == endOfFile || len(ahead.brackets) < level {
			return commas
		}
		if t.kind == symbol && t.text == "," && len(ahead.brackets) == level {
			commas++
		}
	}
}

func (p *interpreter) index(e endOfAxis) (axis, error) {
	if p.is(":") {
		return axis{all: true}, p.advance()
	}
	p.ends = append(p.ends, e)
	v, err := p.expression()
	p.ends = p.ends[:len(p.ends)-1]
	if err != nil {
		return axis{}, err
	}
	if v.Kind != Matrix {
		return axis{}, p.fail("an index is a number, not %s", v.describe())
	}
	limit := int(endOfAxis{e.value, e.axis, e.axes}.number())
	a := axis{row: v.Rows == 1 && v.Cols != 1}
	if v.logical && len(v.Numbers) <= limit {
		for i, x := range v.Numbers {
			if x != 0 {
				a.at = append(a.at, i)
			}
		}
		return a, nil
	}
	for _, x := range v.Numbers {
		if x != math.Trunc(x) || x < 1 || x > float64(limit) {
			return axis{}, p.fail("index %g, want 1 to %d", x, limit)
		}
		a.at = append(a.at, int(x)-1)
	}
	return a, nil
}

// places are the positions in v.Numbers that the axes name, by rows of the
// result, and its shape. A single index counts by columns, as MATLAB does.
func places(v Value, axes []axis) (at []int, rows, cols int) {
	for k := range axes {
		if axes[k].all {
			n := int(endOfAxis{v, k, len(axes)}.number())
			axes[k].at = make([]int, n)
			for i := range n {
				axes[k].at[i] = i
			}
		}
	}
	if len(axes) == 1 {
		for _, i := range axes[0].at {
			at = append(at, i%v.Rows*v.Cols+i/v.Rows)
		}
		if axes[0].row || (v.Rows == 1 && !axes[0].all) {
			return at, 1, len(at)
		}
		return at, len(at), 1
	}
	for _, i := range axes[0].at {
		for _, j := range axes[1].at {
			at = append(at, i*v.Cols+j)
		}
	}
	return at, len(axes[0].at), len(axes[1].at)
}

// part is v(axes).
func (p *interpreter) part(v Value, axes []axis) (Value, error) {
	if err := p.roomFor(v, axes); err != nil {
		return Value{}, err
	}
	at, rows, cols := places(v, axes)
	out := Value{Rows: rows, Cols: cols, Numbers: make([]float64, len(at)), Line: v.Line, logical: v.logical}
	for k, i := range at {
		out.Numbers[k] = v.Numbers[i]
	}
	return out, nil
}

// roomFor accounts for the numbers that the axes name.
func (p *interpreter) roomFor(v Value, axes []axis) error {
	count := 1
	for k, a := range axes {
		n := len(a.at)
		if a.all {
			n = int(endOfAxis{v, k, len(axes)}.number())
		}
		if n > 0 && count > maxElements/n {
			return p.fail("an index that names more than %d numbers", maxElements)
		}
		count *= n
	}
	return p.make(count)
}

// assignment executes path = expression and path(indices) = expression.
func (p *interpreter) assignment() error {
	path, err := p.path()
	if err != nil {
		return err
	}
	switch {
	case p.is("("):
		return p.assignPart(path)
	case !p.is("="):
		return p.fail("%s is no statement that case files use", path)
	}
	if err := p.advance(); err != nil {
		return err
	}
	if p.isName("idx_dcline") {
		for i, word := range namedConstants("idx_dcline") {
			if err := p.set(path+"."+word, Scalar(constantValue("idx_dcline", i))); err != nil {
				return err
			}
		}
		return p.advance()
	}
	line := p.tok.line
	v, err := p.expression()
	if err != nil {
		return err
	}
	v.Line = line
	return p.set(path, v)
}

func (p *interpreter) assignPart(path string) error {
	v, known := p.vars[path]
	if !known {
		return p.fail("%s has no value to change a part of", path)
	}
	axes, err := p.indices(v)
	if err != nil {
		return err
	}
	if err := p.expect("="); err != nil {
		return err
	}
	from, err := p.expression()
	if err != nil {
		return err
	}
	if err := p.roomFor(v, axes); err != nil {
		return err
	}
	at, rows, cols := places(v, axes)
	fits := from.Rows == rows && from.Cols == cols || len(axes) == 1 && len(from.Numbers) == len(at)
	if from.Kind != Matrix || !fits && !from.IsScalar() {
		return p.fail("%s cannot fill %d rows and %d columns", from.describe(), rows, cols)
	}
	if len(axes) == 1 {
		from = from.byColumns()
	}
	out := v
	out.Numbers = slices.Clone(v.Numbers)
	if err := p.make(len(v.Numbers)); err != nil {
		return err
	}
	for k, i := range at {
		out.Numbers[i] = from.Numbers[k%len(from.Numbers)]
	}
	return p.set(path, out)
}

// byColumns is a matrix as the vector of its columns.
func (v Value) byColumns() Value {
	if v.Rows == 1 || v.Cols == 1 {
		return v
	}
	return v.transpose()
}
