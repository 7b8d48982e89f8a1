package mfile

import (
	"math"
	"slices"
)

func truthOf(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// operation is a binary operator on two numbers, and whether it yields truth
// values.
func operation(op string) (f func(x, y float64) float64, logical bool) {
	switch op {
	case "+":
		return func(x, y float64) float64 { return x + y }, false
	case "-":
		return func(x, y float64) float64 { return x - y }, false
	case "*", ".*":
		return func(x, y float64) float64 { return x * y }, false
	case "/", "./":
		return func(x, y float64) float64 { return x / y }, false
	case "^", ".^":
		return math.Pow, false
	case "==":
		return func(x, y float64) float64 { return truthOf(x == y) }, true
	case "~=", "!=":
		return func(x, y float64) float64 { return truthOf(x != y) }, true
	case "<":
		return func(x, y float64) float64 { return truthOf(x < y) }, true
	case "<=":
		return func(x, y float64) float64 { return truthOf(x <= y) }, true
	case ">":
		return func(x, y float64) float64 { return truthOf(x > y) }, true
	case ">=":
		return func(x, y float64) float64 { return truthOf(x >= y) }, true
	case "&", "&&":
		return func(x, y float64) float64 { return truthOf(x != 0 && y != 0) }, true
	default: // "|", "||"
		return func(x, y float64) float64 { return truthOf(x != 0 || y != 0) }, true
	}
}

// constant is a number with a name of its own.
func constant(word string) (x float64, ok bool) {
	switch word {
	case "pi":
		return math.Pi, true
	case "Inf", "inf":
		return math.Inf(1), true
	case "NaN", "nan", "NA":
		return math.NaN(), true
	case "eps":
		return 0x1p-52, true
	case "true":
		return 1, true
	case "false":
		return 0, true
	}
	return 0, false
}

// elementary is a function of one number, applied element by element.
func elementary(word string) (f func(float64) float64, logical, ok bool) {
	switch word {
	case "sqrt":
		return math.Sqrt, false, true
	case "sin":
		return math.Sin, false, true
	case "cos":
		return math.Cos, false, true
	case "tan":
		return math.Tan, false, true
	case "asin":
		return math.Asin, false, true
	case "acos":
		return math.Acos, false, true
	case "atan":
		return math.Atan, false, true
	case "exp":
		return math.Exp, false, true
	case "log":
		return math.Log, false, true
	case "log10":
		return math.Log10, false, true
	case "abs":
		return math.Abs, false, true
	case "round":
		return math.Round, false, true
	case "floor":
		return math.Floor, false, true
	case "ceil":
		return math.Ceil, false, true
	case "fix":
		return math.Trunc, false, true
	case "double":
		return func(x float64) float64 { return x }, false, true
	case "isinf":
		return func(x float64) float64 { return truthOf(math.IsInf(x, 0)) }, true, true
	case "isnan":
		return func(x float64) float64 { return truthOf(math.IsNaN(x)) }, true, true
	case "isfinite":
		return func(x float64) float64 { return truthOf(!math.IsInf(x, 0) && !math.IsNaN(x)) }, true, true
	}
	return nil, false, false
}

// call applies a function to its arguments.
func (p *interpreter) call(word string, args []Value) (Value, error) {
	for _, a := range args {
		if a.Kind != Matrix && !slices.Contains([]string{"numel", "length", "size"}, word) {
			return Value{}, p.fail("%s of %s", word, a.describe())
		}
	}
	if f, logical, ok := elementary(word); ok {
		if len(args) != 1 {
			return Value{}, p.fail("%s takes one argument, not %d", word, len(args))
		}
		v, err := p.each(args[0], f)
		v.logical = logical
		return v, err
	}
	switch word {
	case "zeros", "ones":
		return p.filled(word, args)
	case "numel", "length", "size":
		return p.measure(word, args)
	case "find", "sum", "max", "min", "any", "all":
		if len(args) != 1 {
			return Value{}, p.fail("%s takes one argument here, not %d", word, len(args))
		}
		return p.reduce(word, args[0])
	}
	return Value{}, p.fail("%s is neither a variable nor a function of the language", word)
}

func (p *interpreter) filled(word string, args []Value) (Value, error) {
	size := []float64{1, 1}
	for i, a := range args {
		if i > 1 || !a.IsScalar() || !(a.Numbers[0] >= 0 && a.Numbers[0] <= maxArray) || a.Numbers[0] != math.Trunc(a.Numbers[0]) {
			return Value{}, p.fail("%s takes a number of rows and a number of columns", word)
		}
		size[i] = a.Numbers[0]
	}
	if len(args) == 1 {
		size[1] = size[0]
	}
	if size[0]*size[1] > maxArray {
		return Value{}, p.fail("%s would make more than %d numbers", word, maxArray)
	}
	rows, cols := int(size[0]), int(size[1])
	if err := p.make(rows * cols); err != nil {
		return Value{}, err
	}
	v := Value{Rows: rows, Cols: cols, Numbers: make([]float64, rows*cols), Line: p.tok.line}
	if word == "ones" {
		for i := range v.Numbers {
			v.Numbers[i] = 1
		}
	}
	return v, nil
}

func (p *interpreter) measure(word string, args []Value) (Value, error) {
	if len(args) == 0 || len(args) > 2 || (len(args) == 2 && word != "size") {
		return Value{}, p.fail("%s of %d arguments", word, len(args))
	}
	rows, cols := args[0].Rows, args[0].Cols
	switch {
	case word == "numel":
		return Scalar(float64(rows * cols)), nil
	case word == "length" && rows*cols == 0:
		return Scalar(0), nil
	case word == "length":
		return Scalar(float64(max(rows, cols))), nil
	case len(args) == 1:
		return Value{Rows: 1, Cols: 2, Numbers: []float64{float64(rows), float64(cols)}, Line: p.tok.line}, nil
	case args[1].IsScalar() && args[1].Numbers[0] == 1:
		return Scalar(float64(rows)), nil
	case args[1].IsScalar() && args[1].Numbers[0] == 2:
		return Scalar(float64(cols)), nil
	}
	return Value{}, p.fail("size takes 1 for rows or 2 for columns")
}

// reduce applies a function along the first axis that is longer than one, or
// finds the non-zero elements of a vector.
func (p *interpreter) reduce(word string, v Value) (Value, error) {
	if err := p.make(len(v.Numbers)); err != nil {
		return Value{}, err
	}
	if word == "find" {
		return p.find(v)
	}
	if v.Rows == 1 {
		v = v.transpose()
	}
	out := Value{Rows: 1, Cols: v.Cols, Numbers: make([]float64, v.Cols), Line: p.tok.line, logical: word == "any" || word == "all"}
	for j := range v.Cols {
		column := make([]float64, v.Rows)
		for i := range v.Rows {
			column[i] = v.Numbers[i*v.Cols+j]
		}
		if len(column) == 0 {
			return Value{}, p.fail("%s of nothing", word)
		}
		out.Numbers[j] = reduced(word, column)
	}
	return out, nil
}

func reduced(word string, column []float64) float64 {
	isZero := func(x float64) bool { return x == 0 }
	switch word {
	case "max":
		return slices.Max(column)
	case "min":
		return slices.Min(column)
	case "any":
		return truthOf(slices.ContainsFunc(column, func(x float64) bool { return x != 0 }))
	case "all":
		return truthOf(!slices.ContainsFunc(column, isZero))
	}
	total := 0.0
	for _, x := range column {
		total += x
	}
	return total
}

func (p *interpreter) find(v Value) (Value, error) {
	if v.Rows > 1 && v.Cols > 1 {
		return Value{}, p.fail("find of a matrix with several rows and columns is not supported")
	}
	var at []float64
	for i, x := range v.Numbers {
		if x != 0 {
			at = append(at, float64(i+1))
		}
	}
	if v.Rows == 1 {
		return Value{Rows: 1, Cols: len(at), Numbers: at, Line: p.tok.line}, nil
	}
	return Value{Rows: len(at), Cols: 1, Numbers: at, Line: p.tok.line}, nil
}
