package app

import (
	"bufio"
	"fmt"
	"math"
	"os"
	"strconv"
	"strings"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
)

// table is one CSV file: a header, absent for a bare matrix, and rows.
type table struct {
	name   string
	header string
	rows   int
	row    func(i int) []any
}

func (t table) write(path string) error {
	f, err := os.Create(path)
	if err != nil {
		return fmt.Errorf("write table: %w", err)
	}
	w := bufio.NewWriter(f)
	if t.header != "" {
		fmt.Fprintln(w, t.header)
	}
	for i := range t.rows {
		var fields []string
		for _, v := range t.row(i) {
			fields = append(fields, field(v))
		}
		fmt.Fprintln(w, strings.Join(fields, ","))
	}
	if err := w.Flush(); err != nil {
		f.Close()
		return fmt.Errorf("write table %s: %w", path, err)
	}
	return f.Close()
}

// field writes numbers so that they read back exactly; nil is an empty field.
func field(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case float64:
		if math.IsNaN(v) {
			return "NaN"
		}
		return strconv.FormatFloat(v, 'g', -1, 64)
	case string:
		if strings.ContainsAny(v, ",\"\n") {
			return strconv.Quote(v)
		}
		return v
	}
	return fmt.Sprint(v)
}

func status(on bool) int {
	if on {
		return 1
	}
	return 0
}

// flowTables are a power flow's, in the columns that docs/grid.md lists.
func flowTables(c *grid.Case) []table {
	return []table{
		{"bus", "bus,type,Pd,Qd,Vm,Va_deg", len(c.Buses), func(i int) []any {
			b := c.Buses[i]
			return []any{b.ID, int(b.Type), b.Pd, b.Qd, b.Vm, b.Va}
		}},
		{"branch", "from,to,status,Pf,Qf,Pt,Qt", len(c.Branches), func(i int) []any {
			b := c.Branches[i]
			return []any{b.From, b.To, status(b.On()), b.Pf, b.Qf, b.Pt, b.Qt}
		}},
		{"gen", "bus,status,Pg,Qg,Vg", len(c.Gens), func(i int) []any {
			g := c.Gens[i]
			return []any{g.Bus, status(g.On()), g.Pg, g.Qg, g.Vg}
		}},
	}
}

func directTables(c *grid.Case) []table {
	return []table{
		{"bus", "bus,type,Va_deg", len(c.Buses), func(i int) []any {
			return []any{c.Buses[i].ID, int(c.Buses[i].Type), c.Buses[i].Va}
		}},
		{"branch", "from,to,status,Pf", len(c.Branches), func(i int) []any {
			b := c.Branches[i]
			return []any{b.From, b.To, status(b.On()), b.Pf}
		}},
		{"gen", "bus,status,Pg", len(c.Gens), func(i int) []any {
			return []any{c.Gens[i].Bus, status(c.Gens[i].On()), c.Gens[i].Pg}
		}},
	}
}

func dispatchTables(c *grid.Case, dc bool) []table {
	gen := table{"ac_gen", "bus,status,Pg,Qg", len(c.Gens), func(i int) []any {
		g := c.Gens[i]
		return []any{g.Bus, status(g.On()), g.Pg, g.Qg}
	}}
	bus := table{"ac_bus", "bus,Vm,Va_deg,lam_P,lam_Q", len(c.Buses), func(i int) []any {
		b := c.Buses[i]
		return []any{b.ID, b.Vm, b.Va, b.LamP, b.LamQ}
	}}
	if dc {
		gen.name, gen.header = "dc_gen", "bus,status,Pg"
		gen.row = func(i int) []any { return []any{c.Gens[i].Bus, status(c.Gens[i].On()), c.Gens[i].Pg} }
		bus.name, bus.header = "dc_bus", "bus,Va_deg,lam_P"
		bus.row = func(i int) []any { return []any{c.Buses[i].ID, c.Buses[i].Va, c.Buses[i].LamP} }
	}
	return []table{bus, gen}
}
