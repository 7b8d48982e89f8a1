package mfile

// elements reads what stands between brackets, row by row: element is called
// at each element and row after each row that has any. Commas or white space
// part elements; semicolons or line ends part rows.
func (p *interpreter) elements(closing string, element, row func() error) error {
	outer := p.matrix
	p.matrix = true
	defer func() { p.matrix = outer }()
	if err := p.advance(); err != nil {
		return err
	}
	inRow := false
	for {
		ends := p.is(closing) || p.is(";") || p.tok.kind == newline
		switch {
		case ends && inRow:
			inRow = false
			if err := row(); err != nil {
				return err
			}
		case p.is(closing):
			return p.advance()
		case ends, p.is(",") && inRow:
			if err := p.advance(); err != nil {
				return err
			}
		case p.tok.kind == endOfFile:
			return p.fail("a bracket is never closed with %q", closing)
		default:
			inRow = true
			if err := element(); err != nil {
				return err
			}
			if !p.parts(closing) {
				return p.fail("want white space or a comma before %s", p.tok.describe())
			}
		}
	}
}

// parts reports whether an element ends before the token at hand.
func (p *interpreter) parts(closing string) bool {
	return p.tok.spaced || p.tok.kind == newline || p.tok.kind == endOfFile || p.is(",") || p.is(";") || p.is(closing)
}

// matrixLiteral reads [ ... ], joining the blocks that stand in it.
func (p *interpreter) matrixLiteral() (Value, error) {
	out := Value{Line: p.tok.line}
	var blocks []Value
	element := func() error {
		line := p.tok.line
		v, err := p.expression()
		if err != nil {
			return err
		}
		if v.Kind != Matrix {
			return p.failAt(line, "a matrix holds numbers, not "+v.describe())
		}
		blocks = append(blocks, v)
		return p.make(len(v.Numbers))
	}
	row := func() error {
		rows, cols, err := p.beside(&out, blocks)
		blocks = blocks[:0]
		if err != nil || rows == 0 {
			return err
		}
		if out.Rows > 0 && cols != out.Cols {
			return p.fail("this row has %d elements, the ones above have %d", cols, out.Cols)
		}
		out.Rows, out.Cols = out.Rows+rows, cols
		return nil
	}
	err := p.elements("]", element, row)
	return out, err
}

// beside appends the numbers of matrices of one height that stand side by
// side. Empty ones vanish, as in MATLAB.
func (p *interpreter) beside(out *Value, blocks []Value) (rows, cols int, err error) {
	for _, b := range blocks {
		switch {
		case len(b.Numbers) == 0:
			continue
		case rows == 0:
			rows = b.Rows
		case rows != b.Rows:
			return 0, 0, p.fail("matrices of %d and %d rows cannot stand side by side", rows, b.Rows)
		}
		cols += b.Cols
	}
	for i := range rows {
		for _, b := range blocks {
			if len(b.Numbers) > 0 {
				out.Numbers = append(out.Numbers, b.Row(i)...)
			}
		}
	}
	return rows, cols, nil
}

// cellLiteral reads { ... }.
func (p *interpreter) cellLiteral() (Value, error) {
	out := Value{Kind: Cell, Line: p.tok.line}
	width := 0
	element := func() error {
		v, err := p.expression()
		if err != nil {
			return err
		}
		out.Cells = append(out.Cells, v)
		width++
		return p.make(1)
	}
	row := func() error {
		if out.Rows > 0 && width != out.Cols {
			return p.fail("this row has %d elements, the ones above have %d", width, out.Cols)
		}
		out.Rows, out.Cols = out.Rows+1, width
		width = 0
		return nil
	}
	err := p.elements("}", element, row)
	return out, err
}

// each applies f to every element of a matrix.
func (p *interpreter) each(v Value, f func(float64) float64) (Value, error) {
	if v.Kind != Matrix {
		return Value{}, p.fail("want numbers, found %s", v.describe())
	}
	if err := p.make(len(v.Numbers)); err != nil {
		return Value{}, err
	}
	out := v
	out.logical = false
	out.Numbers = make([]float64, len(v.Numbers))
	for i, x := range v.Numbers {
		out.Numbers[i] = f(x)
	}
	return out, nil
}

// combine applies a binary operator element by element; a scalar meets every
// element of the other side. Products of two matrices are not of the language.
func (p *interpreter) combine(op string, a, b Value) (Value, error) {
	if a.Kind != Matrix || b.Kind != Matrix {
		return Value{}, p.fail("%s joins numbers, not %s and %s", op, a.describe(), b.describe())
	}
	if (op == "*" && !a.IsScalar() && !b.IsScalar()) || (op == "/" && !b.IsScalar()) || (op == "^" && !(a.IsScalar() && b.IsScalar())) {
		return Value{}, p.fail("%s of %s and %s is not supported; element by element it is .%s", op, a.describe(), b.describe(), op)
	}
	f, logical := operation(op)
	if op == "||" || op == "&&" {
		a, b = Scalar(truthOf(a.truth())), Scalar(truthOf(b.truth()))
	}
	var out Value
	var err error
	switch {
	case b.IsScalar():
		y := b.Numbers[0]
		out, err = p.each(a, func(x float64) float64 { return f(x, y) })
	case a.IsScalar():
		x := a.Numbers[0]
		out, err = p.each(b, func(y float64) float64 { return f(x, y) })
	case a.Rows != b.Rows || a.Cols != b.Cols:
		return Value{}, p.fail("%s of %s and %s: their sizes differ", op, a.describe(), b.describe())
	default:
		i := -1
		out, err = p.each(a, func(x float64) float64 { i++; return f(x, b.Numbers[i]) })
	}
	out.logical = logical
	return out, err
}
