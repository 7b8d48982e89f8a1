package grid

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/pouw-dem/pouwdem/internal/core/grid/mfile"
)

// WriteCase writes the case as a MATPOWER file of version 2. Every number is
// the shortest that reads back as the same float64, so that reading the file
// gives the same case. Result columns are written where any is not zero.
func (c *Case) WriteCase(w io.Writer) error {
	cw := &caseWriter{w: bufio.NewWriter(w)}
	cw.printf("function mpc = %s\n%%%% MATPOWER Case Format : Version 2\nmpc.version = '2';\n\n", functionName(c.Name))
	cw.printf("%%%% system MVA base\nmpc.baseMVA = %s;\n", number(c.BaseMVA))
	cw.buses(c.Buses)
	cw.gens(c.Gens)
	cw.branches(c.Branches)
	cw.costs("gencost", slices.Concat(c.GenCosts, c.ReactiveCosts))
	cw.dcLines(c.DCLines)
	cw.costs("dclinecost", c.DCLineCosts)
	cw.texts("bus_name", c.BusNames)
	cw.texts("gentype", c.GenTypes)
	cw.texts("genfuel", c.GenFuels)
	cw.additions(c.Buses)
	for _, f := range c.Extra {
		cw.printf("\nmpc.%s = ", f.Name)
		cw.value(f.Value)
		cw.printf(";\n")
	}
	if cw.err != nil {
		return fmt.Errorf("write case %s: %w", c.Name, cw.err)
	}
	if err := cw.w.Flush(); err != nil {
		return fmt.Errorf("write case %s: %w", c.Name, err)
	}
	return nil
}

// functionName makes a name that MATLAB accepts.
func functionName(name string) string {
	valid := strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '_' {
			return r
		}
		return '_'
	}, name)
	if valid == "" || !(valid[0] >= 'a' && valid[0] <= 'z' || valid[0] >= 'A' && valid[0] <= 'Z') {
		valid = "case" + valid
	}
	return valid
}

func number(x float64) string {
	switch {
	case math.IsInf(x, 1):
		return "Inf"
	case math.IsInf(x, -1):
		return "-Inf"
	case math.IsNaN(x):
		return "NaN"
	}
	return strconv.FormatFloat(x, 'g', -1, 64)
}

// caseWriter keeps the first error.
type caseWriter struct {
	w   *bufio.Writer
	err error
}

func (w *caseWriter) printf(format string, args ...any) {
	if w.err == nil {
		_, w.err = fmt.Fprintf(w.w, format, args...)
	}
}

func (w *caseWriter) string(s string) {
	if w.err == nil {
		_, w.err = w.w.WriteString(s)
	}
}

// row writes the first n places as one line of a matrix.
func (w *caseWriter) row(places []any, n int) {
	for _, place := range places[:n] {
		w.string("\t")
		switch place := place.(type) {
		case *float64:
			w.string(number(*place))
		case *int:
			w.string(strconv.Itoa(*place))
		case *BusType:
			w.string(strconv.Itoa(int(*place)))
		}
	}
	w.string(";\n")
}

// rows writes a matrix whose rows are given by their places, as wide as the
// last of the widths before which something is not zero.
func (w *caseWriter) rows(title, name, header string, places [][]any, widths ...int) {
	width := widths[0]
	for i, n := range widths[1:] {
		for _, row := range places {
			if slices.ContainsFunc(row[widths[i]:n], func(place any) bool { return *place.(*float64) != 0 }) {
				width = n
				break
			}
		}
	}
	columns := strings.Fields(header)
	w.printf("\n%%%% %s\n%%\t%s\nmpc.%s = [\n", title, strings.Join(columns[:width], "\t"), name)
	for _, row := range places {
		w.row(row, width)
	}
	w.string("];\n")
}

func (w *caseWriter) buses(buses []Bus) {
	places := make([][]any, len(buses))
	for i := range buses {
		b := buses[i]
		places[i] = b.columns()
	}
	w.rows("bus data", "bus", `bus_i type Pd Qd Gs Bs area Vm Va baseKV zone Vmax Vmin
		lam_P lam_Q mu_Vmax mu_Vmin`, places, 13, 17)
}

func (w *caseWriter) gens(gens []Generator) {
	places := make([][]any, len(gens))
	for i := range gens {
		g := gens[i]
		places[i] = g.columns()
	}
	w.rows("generator data", "gen", `bus Pg Qg Qmax Qmin Vg mBase status Pmax Pmin
		Pc1 Pc2 Qc1min Qc1max Qc2min Qc2max ramp_agc ramp_10 ramp_30 ramp_q apf
		mu_Pmax mu_Pmin mu_Qmax mu_Qmin`, places, 21, 25)
}

func (w *caseWriter) branches(branches []Branch) {
	places := make([][]any, len(branches))
	for i := range branches {
		b := branches[i]
		places[i] = b.columns()
	}
	w.rows("branch data", "branch", `fbus tbus r x b rateA rateB rateC ratio angle status angmin angmax
		Pf Qf Pt Qt mu_Sf mu_St mu_angmin mu_angmax`, places, 13, 17, 19, 21)
}

func (w *caseWriter) dcLines(lines []DCLine) {
	if len(lines) == 0 {
		return
	}
	places := make([][]any, len(lines))
	for i := range lines {
		l := lines[i]
		places[i] = l.columns()
	}
	w.rows("direct-current line data", "dcline", `fbus tbus status Pf Pt Qf Qt Vf Vt Pmin Pmax
		QminF QmaxF QminT QmaxT loss0 loss1 muPmin muPmax muQminF muQmaxF muQminT muQmaxT`, places, 17, 23)
}

// costs writes a matrix of costs, each row padded with zeros to the longest.
func (w *caseWriter) costs(name string, costs []Cost) {
	if len(costs) == 0 {
		return
	}
	width := 0
	for _, c := range costs {
		width = max(width, len(c.Data))
	}
	w.printf("\n%%%% cost data\n%%\t1\tstartup\tshutdown\tn\tx1\ty1\t...\txn\tyn\n%%\t2\tstartup\tshutdown\tn\tc(n-1)\t...\tc0\nmpc.%s = [\n", name)
	for _, c := range costs {
		n := len(c.Data)
		if c.Model == PiecewiseLinear {
			n /= 2
		}
		w.printf("\t%d\t%s\t%s\t%d", c.Model, number(c.Startup), number(c.Shutdown), n)
		for k := range width {
			x := 0.0
			if k < len(c.Data) {
				x = c.Data[k]
			}
			w.string("\t" + number(x))
		}
		w.string(";\n")
	}
	w.string("];\n")
}

func (w *caseWriter) texts(name string, texts []string) {
	if len(texts) == 0 {
		return
	}
	w.printf("\nmpc.%s = {\n", name)
	for _, s := range texts {
		w.string("\t" + w.quoted(s) + ";\n")
	}
	w.string("};\n")
}

// quoted is a string of the language. It has no way to write a line's end.
func (w *caseWriter) quoted(s string) string {
	if strings.ContainsAny(s, "\r\n") && w.err == nil {
		w.err = fmt.Errorf("%w: the string %q has a line's end in it", ErrCase, s)
	}
	return "'" + strings.ReplaceAll(s, "'", "''") + "'"
}

// additions writes the attributes of buses that the format has no column for.
func (w *caseWriter) additions(buses []Bus) {
	located := slices.ContainsFunc(buses, func(b Bus) bool { return b.Lat != 0 || b.Lon != 0 })
	if located {
		w.printf("\n%%%% latitude and longitude, degrees\nmpc.%s = [\n", locationField)
		for _, b := range buses {
			w.row([]any{&b.Lat, &b.Lon}, 2)
		}
		w.string("];\n")
	}
	if slices.ContainsFunc(buses, func(b Bus) bool { return b.ZipP != 0 || b.ZipI != 0 }) {
		w.printf("\n%%%% shares of demand with constant impedance and constant current\nmpc.%s = [\n", zipField)
		for _, b := range buses {
			w.row([]any{&b.ZipP, &b.ZipI}, 2)
		}
		w.string("];\n")
	}
}

// value writes a kept field as it was read.
func (w *caseWriter) value(v mfile.Value) {
	switch {
	case v.Kind == mfile.Text:
		w.string(w.quoted(v.Text))
	case v.Kind == mfile.Cell:
		w.string("{")
		for i, c := range v.Cells {
			w.value(c)
			w.string(separator(i, v.Cols))
		}
		w.string("}")
	case v.IsScalar():
		w.string(number(v.Numbers[0]))
	case v.Rows == 0 && v.Cols == 0:
		w.string("[]")
	case len(v.Numbers) == 0:
		w.printf("zeros(%d, %d)", v.Rows, v.Cols)
	default:
		w.string("[")
		for i, x := range v.Numbers {
			w.string(number(x) + separator(i, v.Cols))
		}
		w.string("]")
	}
}

// separator stands after element i of rows of n.
func separator(i, n int) string {
	if (i+1)%n == 0 {
		return ";\n"
	}
	return ", "
}
