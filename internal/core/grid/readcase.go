package grid

import (
	"fmt"
	"math"
	"path"
	"slices"
	"strings"

	"github.com/pouw-dem/pouwdem/internal/core/grid/mfile"
)

// ReadCase reads a MATPOWER case of version 2; name is the file's, for
// messages. Columns that a matrix lacks beyond the required ones are zero.
// Fields that no study uses are kept in Extra, and Notes lists them and
// whatever else was left out. An error says file, line and text, and wraps
// mfile.ErrSyntax or ErrCase. Source of the format: MATPOWER User's Manual
// 8.0, appendix B.
func ReadCase(name string, src []byte) (*Case, error) {
	file, err := mfile.Run(name, src)
	if err != nil {
		return nil, err
	}
	if file.Value != nil {
		return nil, fmt.Errorf("%w: %s: %s returns one value, want a structure with baseMVA, bus, gen and branch", ErrCase, name, file.Function)
	}
	r := &caseReader{file: file, c: &Case{Name: file.Function}}
	if r.c.Name == "" {
		r.c.Name = strings.TrimSuffix(path.Base(name), ".m")
	}
	for _, step := range []func() error{r.head, r.buses, r.gens, r.branches, r.costs, r.dcLines, r.names, r.extras} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	return r.c, nil
}

// caseReader turns the fields of a file into a case.
type caseReader struct {
	file *mfile.File
	c    *Case
}

func (r *caseReader) fail(v mfile.Value, format string, args ...any) error {
	return fmt.Errorf("%w: %s:%d: %s", ErrCase, r.file.Name, v.Line, fmt.Sprintf(format, args...))
}

func (r *caseReader) note(format string, args ...any) {
	r.c.Notes = append(r.c.Notes, fmt.Sprintf(format, args...))
}

// head reads version and baseMVA.
func (r *caseReader) head() error {
	if v, ok := r.file.Field("version"); ok {
		is2 := v.Kind == mfile.Text && v.Text == "2" || v.IsScalar() && v.Numbers[0] == 2
		if !is2 {
			return r.fail(v, "mpc.version must be '2'; convert the case with MATPOWER's loadcase and savecase")
		}
	}
	v, ok := r.file.Field("baseMVA")
	if !ok || !v.IsScalar() {
		return r.fail(v, "mpc.baseMVA must be a number")
	}
	r.c.BaseMVA = v.Numbers[0]
	return nil
}

// table is a matrix of the case with its shape checked.
type table struct {
	r     *caseReader
	name  string
	value mfile.Value
}

// table finds a matrix with at least least columns. known are the numbers of
// columns at which a group of the format's columns is complete: what lies
// beyond the largest that fits is left out, and noted.
func (r *caseReader) table(name string, least int, known ...int) (table, error) {
	v, ok := r.file.Field(name)
	t := table{r: r, name: name, value: v}
	switch {
	case !ok:
		return t, fmt.Errorf("%w: %s: mpc.%s is missing", ErrCase, r.file.Name, name)
	case v.Kind != mfile.Matrix:
		return t, r.fail(v, "mpc.%s must be a matrix", name)
	case v.Rows == 0:
		return t, nil
	case v.Cols < least:
		return t, r.fail(v, "mpc.%s has %d columns, want %d at least", name, v.Cols, least)
	}
	used := v.Cols
	if len(known) > 0 && v.Cols > known[0] {
		for _, n := range known {
			if n <= v.Cols {
				used = n
			}
		}
	}
	if used < v.Cols {
		r.note("mpc.%s: columns %d to %d are not of the format and are left out", name, used+1, v.Cols)
		t.value = narrowed(v, used)
	}
	for i := range v.Rows {
		if at := slices.IndexFunc(t.value.Row(i), math.IsNaN); at >= 0 {
			return t, r.fail(v, "mpc.%s row %d column %d is not a number", name, i+1, at+1)
		}
	}
	return t, nil
}

func narrowed(v mfile.Value, cols int) mfile.Value {
	out := v
	out.Cols, out.Numbers = cols, nil
	for i := range v.Rows {
		out.Numbers = append(out.Numbers, v.Row(i)[:cols]...)
	}
	return out
}

// scan stores row i in the places, in the order of the columns. Places for
// integers must find integers.
func (t table) scan(i int, places ...any) error {
	row := t.value.Row(i)
	for j, place := range places {
		if j >= len(row) {
			return nil
		}
		whole := row[j] == math.Trunc(row[j]) && math.Abs(row[j]) < 1<<31
		switch place := place.(type) {
		case *float64:
			*place = row[j]
			continue
		case *int:
			*place = int(row[j])
		case *BusType:
			*place = BusType(row[j])
		case *CostModel:
			*place = CostModel(row[j])
		}
		if !whole {
			return t.r.fail(t.value, "mpc.%s row %d column %d is %g, want a whole number", t.name, i+1, j+1, row[j])
		}
	}
	return nil
}

func (r *caseReader) buses() error {
	t, err := r.table("bus", 13, 13, 17)
	if err != nil {
		return err
	}
	if t.value.Rows == 0 {
		return r.fail(t.value, "mpc.bus is empty")
	}
	r.c.Buses = make([]Bus, t.value.Rows)
	for i := range r.c.Buses {
		if err := t.scan(i, r.c.Buses[i].columns()...); err != nil {
			return err
		}
	}
	return nil
}

func (r *caseReader) gens() error {
	t, err := r.table("gen", 10, 21, 25)
	if err != nil {
		return err
	}
	r.c.Gens = make([]Generator, t.value.Rows)
	for i := range r.c.Gens {
		if err := t.scan(i, r.c.Gens[i].columns()...); err != nil {
			return err
		}
	}
	return nil
}

func (r *caseReader) branches() error {
	t, err := r.table("branch", 11, 13, 17, 19, 21)
	if err != nil {
		return err
	}
	r.c.Branches = make([]Branch, t.value.Rows)
	for i := range r.c.Branches {
		if err := t.scan(i, r.c.Branches[i].columns()...); err != nil {
			return err
		}
	}
	return nil
}

// costs reads gencost: one row per generator, or two, the second half for
// reactive power.
func (r *caseReader) costs() error {
	if v, ok := r.file.Field("gencost"); !ok || v.Rows == 0 {
		return nil
	}
	rows, err := r.costTable("gencost")
	if err != nil {
		return err
	}
	switch n := len(r.c.Gens); len(rows) {
	case n:
		r.c.GenCosts = rows
	case 2 * n:
		r.c.GenCosts, r.c.ReactiveCosts = rows[:n:n], rows[n:]
	default:
		v, _ := r.file.Field("gencost")
		return r.fail(v, "mpc.gencost has %d rows, want %d or %d: one or two per generator", len(rows), n, 2*n)
	}
	return nil
}

func (r *caseReader) costTable(name string) ([]Cost, error) {
	t, err := r.table(name, 4)
	if err != nil {
		return nil, err
	}
	costs := make([]Cost, t.value.Rows)
	padded := 0
	for i := range costs {
		c := &costs[i]
		var n int
		if err := t.scan(i, &c.Model, &c.Startup, &c.Shutdown, &n); err != nil {
			return nil, err
		}
		numbers := n
		switch c.Model {
		case PiecewiseLinear:
			numbers = 2 * n
		case Polynomial:
		default:
			return nil, r.fail(t.value, "mpc.%s row %d has model %d, want 1 (piecewise linear) or 2 (polynomial)", name, i+1, c.Model)
		}
		data := t.value.Row(i)[4:]
		if n < 0 || numbers > len(data) {
			return nil, r.fail(t.value, "mpc.%s row %d announces %d numbers, it has room for %d", name, i+1, numbers, len(data))
		}
		c.Data = slices.Clone(data[:numbers])
		if slices.ContainsFunc(data[numbers:], func(x float64) bool { return x != 0 }) {
			padded++
		}
	}
	if padded > 0 {
		r.note("mpc.%s: %d rows have numbers beyond those that they announce; they are left out", name, padded)
	}
	return costs, nil
}

func (r *caseReader) dcLines() error {
	if _, ok := r.file.Field("dcline"); !ok {
		return nil
	}
	t, err := r.table("dcline", 17, 17, 23)
	if err != nil {
		return err
	}
	r.c.DCLines = make([]DCLine, t.value.Rows)
	for i := range r.c.DCLines {
		if err := t.scan(i, r.c.DCLines[i].columns()...); err != nil {
			return err
		}
	}
	v, ok := r.file.Field("dclinecost")
	if !ok || v.Rows == 0 {
		return nil
	}
	if r.c.DCLineCosts, err = r.costTable("dclinecost"); err != nil {
		return err
	}
	if len(r.c.DCLineCosts) != len(r.c.DCLines) {
		return r.fail(v, "mpc.dclinecost has %d rows, want %d: one per line", len(r.c.DCLineCosts), len(r.c.DCLines))
	}
	return nil
}

// names reads the cell arrays that go with buses and generators.
func (r *caseReader) names() error {
	lists := []struct {
		name string
		want int
		into *[]string
	}{
		{"bus_name", len(r.c.Buses), &r.c.BusNames},
		{"gentype", len(r.c.Gens), &r.c.GenTypes},
		{"genfuel", len(r.c.Gens), &r.c.GenFuels},
	}
	for _, list := range lists {
		v, ok := r.file.Field(list.name)
		if !ok || v.Rows == 0 {
			continue
		}
		texts, ok := v.Strings()
		if !ok || len(texts) != list.want {
			return r.fail(v, "mpc.%s must be a cell array of %d strings", list.name, list.want)
		}
		*list.into = texts
	}
	return nil
}

// extras reads our own additions to the format, and keeps what is left.
func (r *caseReader) extras() error {
	used := []string{"version", "baseMVA", "bus", "gen", "branch", "gencost", "dcline", "bus_name", "gentype", "genfuel"}
	if len(r.c.DCLines) > 0 {
		used = append(used, "dclinecost")
	}
	for _, f := range r.file.Fields {
		switch {
		case slices.Contains(used, f.Name):
		case f.Name == locationField || f.Name == zipField:
			if err := r.addition(f); err != nil {
				return err
			}
		default:
			r.note("mpc.%s (line %d): kept, but no study uses it", f.Name, f.Value.Line)
			f.Value.Line = 0
			r.c.Extra = append(r.c.Extra, f)
		}
	}
	return nil
}

// addition reads a matrix of two columns per bus that is ours.
func (r *caseReader) addition(f mfile.Field) error {
	t, err := r.table(f.Name, 2, 2)
	if err != nil {
		return err
	}
	if t.value.Rows != len(r.c.Buses) {
		return r.fail(f.Value, "mpc.%s has %d rows, want %d: one per bus", f.Name, t.value.Rows, len(r.c.Buses))
	}
	for i := range r.c.Buses {
		b := &r.c.Buses[i]
		places := []any{&b.Lat, &b.Lon}
		if f.Name == zipField {
			places = []any{&b.ZipP, &b.ZipI}
		}
		if err := t.scan(i, places...); err != nil {
			return err
		}
	}
	return nil
}
