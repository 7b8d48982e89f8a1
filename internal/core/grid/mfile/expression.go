package mfile

// expression reads and evaluates: || && | & comparison : +- */ unary ^ '.
func (p *interpreter) expression() (Value, error) {
	if p.depth++; p.depth > 4*maxDepth {
		return Value{}, p.fail("an expression nested too deep")
	}
	defer func() { p.depth-- }()
	return p.binary(1)
}

// precedence of a binary operator, 1 binding loosest; 0 for what is none.
// Powers bind tighter than signs and are read in power.
func precedence(op string) int {
	switch op {
	case "||":
		return 1
	case "&&":
		return 2
	case "|":
		return 3
	case "&":
		return 4
	case "==", "~=", "!=", "<", "<=", ">", ">=":
		return 5
	case ":":
		return rangePrecedence
	case "+", "-":
		return 7
	case "*", "/", ".*", "./":
		return 8
	}
	return 0
}

const rangePrecedence = 6

// binary reads operands joined by operators that bind at least so tight.
func (p *interpreter) binary(least int) (Value, error) {
	left, err := p.signed()
	for err == nil {
		level := p.operator()
		if level == 0 || level < least {
			return left, nil
		}
		if level == rangePrecedence {
			left, err = p.span(left)
			continue
		}
		op := p.tok.text
		if err = p.advance(); err != nil {
			break
		}
		var right Value
		if right, err = p.binary(level + 1); err == nil {
			left, err = p.combine(op, left, right)
		}
	}
	return Value{}, err
}

// operator is the precedence of the operator at hand. In a matrix "1 -2" is
// two elements, while "1 - 2" and "1-2" are one.
func (p *interpreter) operator() int {
	if p.tok.kind != symbol {
		return 0
	}
	sign := p.tok.text == "+" || p.tok.text == "-"
	if p.matrix && sign && p.tok.spaced && p.tok.tight {
		return 0
	}
	return precedence(p.tok.text)
}

// span reads the rest of first:last or first:step:last.
func (p *interpreter) span(first Value) (Value, error) {
	parts := []Value{first}
	for p.is(":") {
		if err := p.advance(); err != nil {
			return Value{}, err
		}
		part, err := p.binary(rangePrecedence + 1)
		if err != nil {
			return Value{}, err
		}
		parts = append(parts, part)
	}
	if len(parts) > 3 {
		return Value{}, p.fail("a range has at most first:step:last")
	}
	for _, part := range parts {
		if !part.IsScalar() {
			return Value{}, p.fail("a range runs between numbers, not %s", part.describe())
		}
	}
	step := 1.0
	if len(parts) == 3 {
		step = parts[1].Numbers[0]
	}
	return p.sequence(first.Numbers[0], step, parts[len(parts)-1].Numbers[0])
}

func (p *interpreter) sequence(first, step, last float64) (Value, error) {
	count := 0.0
	if step != 0 && (last-first)/step >= 0 {
		count = (last-first)/step + 1 + 1e-10
	}
	if !(count <= maxArray) {
		return Value{}, p.fail("a range of more than %d numbers", maxArray)
	}
	n := int(count)
	if err := p.make(n); err != nil {
		return Value{}, err
	}
	out := Value{Rows: 1, Cols: n, Numbers: make([]float64, n), Line: p.tok.line}
	for i := range n {
		out.Numbers[i] = first + float64(float64(i)*step)
	}
	return out, nil
}

// signed reads a sign or negation before a power.
func (p *interpreter) signed() (Value, error) {
	if !p.is("-") && !p.is("+") && !p.is("~") && !p.is("!") {
		return p.power()
	}
	op := p.tok.text
	if p.depth++; p.depth > 4*maxDepth {
		return Value{}, p.fail("an expression nested too deep")
	}
	defer func() { p.depth-- }()
	if err := p.advance(); err != nil {
		return Value{}, err
	}
	v, err := p.signed()
	if err != nil || op == "+" {
		return v, err
	}
	if op == "-" {
		return p.each(v, func(x float64) float64 { return -x })
	}
	v, err = p.each(v, func(x float64) float64 { return truthOf(x == 0) })
	v.logical = true
	return v, err
}

// power reads a value raised to powers, from left to right as MATLAB does.
func (p *interpreter) power() (Value, error) {
	base, err := p.postfix()
	if err != nil {
		return Value{}, err
	}
	for p.is("^") || p.is(".^") {
		op := p.tok.text
		if err := p.advance(); err != nil {
			return Value{}, err
		}
		exponent, err := p.exponent()
		if err != nil {
			return Value{}, err
		}
		if base, err = p.combine(op, base, exponent); err != nil {
			return Value{}, err
		}
	}
	return base, nil
}

// exponent may carry a sign of its own: 10^-3.
func (p *interpreter) exponent() (Value, error) {
	negative := false
	for p.is("-") || p.is("+") {
		negative = negative != p.is("-")
		if err := p.advance(); err != nil {
			return Value{}, err
		}
	}
	v, err := p.postfix()
	if err != nil || !negative {
		return v, err
	}
	return p.each(v, func(x float64) float64 { return -x })
}

// postfix reads a primary value and its transposes.
func (p *interpreter) postfix() (Value, error) {
	v, err := p.primary()
	if err != nil {
		return Value{}, err
	}
	for p.is("'") || p.is(".'") {
		if v.Kind != Matrix {
			return Value{}, p.fail("cannot transpose %s", v.describe())
		}
		if err := p.make(len(v.Numbers)); err != nil {
			return Value{}, err
		}
		v = v.transpose()
		if err := p.advance(); err != nil {
			return Value{}, err
		}
	}
	return v, nil
}

func (p *interpreter) primary() (Value, error) {
	line := p.tok.line
	switch {
	case p.tok.kind == number:
		v := Scalar(p.tok.value)
		v.Line = line
		return v, p.advance()
	case p.tok.kind == text:
		v := Value{Kind: Text, Rows: 1, Cols: len(p.tok.text), Text: p.tok.text, Line: line}
		return v, p.advance()
	case p.is("("):
		return p.grouped()
	case p.is("["):
		return p.matrixLiteral()
	case p.is("{"):
		return p.cellLiteral()
	case p.tok.kind == name:
		return p.named()
	}
	return Value{}, p.fail("want a value, found %s", p.tok.describe())
}

func (p *interpreter) grouped() (Value, error) {
	outer := p.matrix
	p.matrix = false
	defer func() { p.matrix = outer }()
	if err := p.advance(); err != nil {
		return Value{}, err
	}
	v, err := p.expression()
	if err != nil {
		return Value{}, err
	}
	return v, p.expect(")")
}
