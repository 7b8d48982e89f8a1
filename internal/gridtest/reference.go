// Package gridtest reads the reference cases and solutions that tests of the
// grid engine compare with. It is for tests alone.
package gridtest

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
)

// Dir is the folder of the reference data, beside the repository; the test is
// skipped where there is none.
func Dir(t testing.TB) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			t.Fatal("no go.mod above the test")
		}
		dir = parent
	}
	data := filepath.Join(dir, "..", "shared", "data", "grid")
	if _, err := os.Stat(data); err != nil {
		t.Skipf("no reference data at %s: the comparison with MATPOWER's solutions is skipped", data)
	}
	return data
}

// Case reads a reference case by name, such as "case14".
func Case(t testing.TB, name string) *grid.Case {
	t.Helper()
	path := filepath.Join(Dir(t), "cases", name+".m")
	src, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	c, err := grid.ReadCase(path, src)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// Network compiles a reference case.
func Network(t testing.TB, name string) *grid.Network {
	t.Helper()
	net, err := grid.Compile(Case(t, name), grid.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return net
}

// Table is a reference table: its columns by name, an empty field as NaN-free
// absence in Has.
type Table struct {
	Rows    int
	columns map[string][]string
}

// Read reads a table with a header, such as "pf/case14_bus.csv".
func Read(t testing.TB, name string) Table {
	t.Helper()
	records := records(t, name)
	out := Table{Rows: len(records) - 1, columns: make(map[string][]string)}
	for c, title := range records[0] {
		for _, r := range records[1:] {
			out.columns[title] = append(out.columns[title], r[c])
		}
	}
	return out
}

// Matrix reads a table of numbers without a header.
func Matrix(t testing.TB, name string) [][]float64 {
	t.Helper()
	var rows [][]float64
	for _, r := range records(t, name) {
		row := make([]float64, len(r))
		for k, text := range r {
			v, err := strconv.ParseFloat(text, 64)
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			row[k] = v
		}
		rows = append(rows, row)
	}
	return rows
}

func records(t testing.TB, name string) [][]string {
	t.Helper()
	f, err := os.Open(filepath.Join(Dir(t), filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	records, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return records
}

// Text is a field.
func (t Table) Text(column string, row int) string { return t.columns[column][row] }

// Has reports whether a field is filled in.
func (t Table) Has(column string, row int) bool { return t.columns[column][row] != "" }

// Number is a field as a number; a field that is none fails the test.
func (t Table) Number(tb testing.TB, column string, row int) float64 {
	tb.Helper()
	v, err := strconv.ParseFloat(t.columns[column][row], 64)
	if err != nil {
		tb.Fatalf("column %s, row %d: %v", column, row+1, err)
	}
	return v
}
