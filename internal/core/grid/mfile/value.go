// Package mfile reads the data language of MATPOWER's .m files: a function
// that assigns matrices, cell arrays, strings and numbers to the fields of its
// output, with the little arithmetic and slicing that some of them do.
//
// It is not MATLAB. It knows the statements and functions that case files,
// change tables and scenario files use; anything else is an error with file,
// line and text, never skipped. It knows nothing of buses: package grid turns
// the fields into a network.
package mfile

import (
	"errors"
	"fmt"
	"slices"
)

// ErrSyntax is source text that is not of the language, or that the
// interpreter does not know.
var ErrSyntax = errors.New("cannot read m-file")

// Kind is what a Value holds.
type Kind int

// The kinds of a Value.
const (
	Matrix Kind = iota // Rows x Cols numbers; a scalar is 1 x 1
	Text               // a string
	Cell               // Rows x Cols values
)

// Value is one value of the language.
type Value struct {
	Kind       Kind
	Rows, Cols int
	Numbers    []float64 // Matrix, by rows
	Text       string    // Text
	Cells      []Value   // Cell, by rows
	Line       int       // where it begins in the source, from 1

	logical bool // truth values: as an index, a mask
}

// Scalar is a number as a Value.
func Scalar(x float64) Value {
	return Value{Rows: 1, Cols: 1, Numbers: []float64{x}}
}

// IsScalar reports whether the value is a single number.
func (v Value) IsScalar() bool { return v.Kind == Matrix && len(v.Numbers) == 1 }

// Row is row i of a matrix, from 0.
func (v Value) Row(i int) []float64 { return v.Numbers[i*v.Cols : (i+1)*v.Cols] }

// Strings are the elements of a cell array of strings; ok is false where the
// value is something else.
func (v Value) Strings() (texts []string, ok bool) {
	if v.Kind != Cell {
		return nil, false
	}
	texts = make([]string, 0, len(v.Cells))
	for _, c := range v.Cells {
		if c.Kind != Text {
			return nil, false
		}
		texts = append(texts, c.Text)
	}
	return texts, true
}

// Equal reports whether two values are the same wherever they stand; a NaN
// equals a NaN.
func (v Value) Equal(o Value) bool {
	if v.Kind != o.Kind || v.Text != o.Text || v.Rows != o.Rows || v.Cols != o.Cols {
		return false
	}
	same := func(a, b float64) bool { return a == b || (a != a && b != b) }
	return slices.EqualFunc(v.Numbers, o.Numbers, same) && slices.EqualFunc(v.Cells, o.Cells, Value.Equal)
}

// truth is MATLAB's: every element is non-zero and there is one.
func (v Value) truth() bool {
	for _, x := range v.Numbers {
		if x == 0 {
			return false
		}
	}
	return len(v.Numbers) > 0
}

func (v Value) describe() string {
	switch v.Kind {
	case Text:
		return "a string"
	case Cell:
		return fmt.Sprintf("a %dx%d cell array", v.Rows, v.Cols)
	default:
		return fmt.Sprintf("a %dx%d matrix", v.Rows, v.Cols)
	}
}

func (v Value) transpose() Value {
	out := v
	out.Rows, out.Cols = v.Cols, v.Rows
	out.Numbers = make([]float64, len(v.Numbers))
	for i := range v.Rows {
		for j := range v.Cols {
			out.Numbers[j*v.Rows+i] = v.Numbers[i*v.Cols+j]
		}
	}
	return out
}

// Field is a field of the output: name "bus", or "reserves.zones" where a
// structure holds it.
type Field struct {
	Name  string
	Value Value
}

// File is what a function returned.
type File struct {
	Name     string // as given to Run, for messages
	Function string // the function's own name
	Value    *Value // its output, where that is no structure
	Fields   []Field
}

// Field finds a field of the output by name.
func (f *File) Field(name string) (Value, bool) {
	at := slices.IndexFunc(f.Fields, func(x Field) bool { return x.Name == name })
	if at < 0 {
		return Value{}, false
	}
	return f.Fields[at].Value, true
}
