package grid

import (
	"errors"
	"fmt"
	"math"
	"slices"

	"github.com/pouw-dem/pouwdem/internal/core/grid/mfile"
)

// ErrChange is a change that a case cannot have: a label or row that is not
// there, or a column that changes must not touch.
var ErrChange = errors.New("bad change")

// ChangeTable is a list of named sets of changes to a case: contingencies
// (contab_*.m) or hours of a year (scenarios_*.m).
type ChangeTable struct {
	Name    string
	Changes []Change // sets keep the order of the file
}

// Change is one row of a change table.
type Change struct {
	Label       int     // the set that it belongs to
	Probability float64 // of the set
	Target      ChangeTarget
	Row         int // from 1; 0 is every row; an area number where the target is an area
	Column      int // from 1, or one of the codes of loads and costs
	Kind        ChangeKind
	Value       float64
}

// ChangeTarget is what a change applies to, with MATPOWER's codes.
type ChangeTarget int

// The targets of a change.
const (
	ChangeBus          ChangeTarget = 1
	ChangeGen          ChangeTarget = 2
	ChangeBranch       ChangeTarget = 3
	ChangeAreaBus      ChangeTarget = 4
	ChangeAreaGen      ChangeTarget = 5
	ChangeAreaBranch   ChangeTarget = 6
	ChangeLoad         ChangeTarget = 7
	ChangeAreaLoad     ChangeTarget = 8
	ChangeGenCost      ChangeTarget = 9
	ChangeAreaGenCosts ChangeTarget = 10
)

// ChangeKind is how a change's value is applied, with MATPOWER's codes.
type ChangeKind int

// The kinds of a change.
const (
	Replace ChangeKind = 1
	Scale   ChangeKind = 2
	Add     ChangeKind = 3
)

// Columns of changes to loads and costs that are no columns. The negative of
// a code of loads scales the costs of dispatchable loads too.
const (
	LoadAllPQ          = 1
	LoadFixedPQ        = 2
	LoadDispatchablePQ = 3
	LoadAllP           = 4
	LoadFixedP         = 5
	LoadDispatchableP  = 6
	CostValue          = -1 // the cost function's value
	CostQuantity       = -2 // the cost function's argument
)

// ReadChanges reads a change table, a contab_*.m or scenarios_*.m file: a
// function that returns a matrix of seven columns. Source of the format:
// MATPOWER User's Manual 8.0, section 9.4.
func ReadChanges(name string, src []byte) (*ChangeTable, error) {
	file, err := mfile.Run(name, src)
	if err != nil {
		return nil, err
	}
	if file.Value == nil || file.Value.Kind != mfile.Matrix || file.Value.Cols != 7 {
		return nil, fmt.Errorf("%w: %s: a change table is a matrix of seven columns", ErrChange, name)
	}
	t := table{r: &caseReader{file: file, c: &Case{}}, name: file.Function, value: *file.Value}
	out := &ChangeTable{Name: file.Function, Changes: make([]Change, t.value.Rows)}
	for i := range out.Changes {
		c := &out.Changes[i]
		if slices.ContainsFunc(t.value.Row(i), math.IsNaN) {
			return nil, fmt.Errorf("%w: %s: row %d has a value that is not a number", ErrChange, name, i+1)
		}
		var target, kind int
		if err := t.scan(i, &c.Label, &c.Probability, &target, &c.Row, &c.Column, &kind, &c.Value); err != nil {
			return nil, err
		}
		c.Target, c.Kind = ChangeTarget(target), ChangeKind(kind)
		if problem := c.problem(); problem != "" {
			return nil, fmt.Errorf("%w: %s: row %d: %s", ErrChange, name, i+1, problem)
		}
	}
	return out, nil
}

// problem is what is wrong with the codes of a change; empty where nothing is.
func (c Change) problem() string {
	load := c.Target == ChangeLoad || c.Target == ChangeAreaLoad
	cost := c.Target == ChangeGenCost || c.Target == ChangeAreaGenCosts
	switch {
	case c.Target < ChangeBus || c.Target > ChangeAreaGenCosts:
		return fmt.Sprintf("table %d, want 1 to 10", c.Target)
	case c.Kind < Replace || c.Kind > Add:
		return fmt.Sprintf("kind %d, want 1 (replace), 2 (scale) or 3 (add)", c.Kind)
	case load && (c.Column == 0 || c.Column < -LoadDispatchableP || c.Column > LoadDispatchableP):
		return fmt.Sprintf("load code %d, want 1 to 6 or its negative", c.Column)
	case cost && c.Column < 0 && c.Kind == Replace:
		return "a cost function can be scaled or shifted, not replaced"
	case cost && (c.Column < CostQuantity || c.Column == 0):
		return fmt.Sprintf("cost column %d", c.Column)
	case !load && !cost && !slices.Contains(changeable(c.Target), c.Column):
		return fmt.Sprintf("column %d of this table must not be changed", c.Column)
	}
	return ""
}

// changeable are the columns, from 1, that a change may touch.
func changeable(target ChangeTarget) []int {
	switch target {
	case ChangeBus, ChangeAreaBus:
		return []int{3, 4, 5, 6, 12, 13}
	case ChangeGen, ChangeAreaGen:
		return []int{4, 5, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21}
	default:
		return []int{3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13}
	}
}

// Labels are the sets of the table, in the order of the file.
func (t *ChangeTable) Labels() []int {
	var labels []int
	seen := map[int]bool{}
	for _, c := range t.Changes {
		if !seen[c.Label] {
			seen[c.Label] = true
			labels = append(labels, c.Label)
		}
	}
	return labels
}

// Apply is the case with one set of changes made, in the order of the file.
// The case itself stays as it is.
func (t *ChangeTable) Apply(c *Case, label int) (*Case, error) {
	out := c.clone()
	found := false
	for i, change := range t.Changes {
		if change.Label != label {
			continue
		}
		found = true
		if err := out.change(change); err != nil {
			return nil, fmt.Errorf("%s, set %d, row %d: %w", t.Name, label, i+1, err)
		}
	}
	if !found {
		return nil, fmt.Errorf("%w: %s has no set %d", ErrChange, t.Name, label)
	}
	return out, nil
}

// clone copies what changes may touch.
func (c *Case) clone() *Case {
	out := *c
	out.Buses = slices.Clone(c.Buses)
	out.Gens = slices.Clone(c.Gens)
	out.Branches = slices.Clone(c.Branches)
	out.GenCosts = cloneCosts(c.GenCosts)
	out.ReactiveCosts = cloneCosts(c.ReactiveCosts)
	return &out
}

func cloneCosts(costs []Cost) []Cost {
	out := slices.Clone(costs)
	for i := range out {
		out[i].Data = slices.Clone(out[i].Data)
	}
	return out
}

// apply is the changed value.
func (c Change) apply(old float64) float64 {
	switch c.Kind {
	case Replace:
		return c.Value
	case Scale:
		return c.Value * old
	default:
		return c.Value + old
	}
}

// change makes one change in place.
func (c *Case) change(ch Change) error {
	switch ch.Target {
	case ChangeLoad, ChangeAreaLoad:
		return c.changeLoads(ch)
	case ChangeGenCost, ChangeAreaGenCosts:
		return c.changeCosts(ch)
	}
	rows, err := c.rowsOf(ch)
	if err != nil {
		return err
	}
	for _, row := range rows {
		var places []any
		switch ch.Target {
		case ChangeBus, ChangeAreaBus:
			places = c.Buses[row].columns()
		case ChangeGen, ChangeAreaGen:
			places = c.Gens[row].columns()
		default:
			places = c.Branches[row].columns()
		}
		place := places[ch.Column-1].(*float64)
		*place = ch.apply(*place)
	}
	return nil
}

// rowsOf are the rows, from 0, that a change means.
func (c *Case) rowsOf(ch Change) ([]int, error) {
	var count int
	var inArea func(row int) bool
	switch ch.Target {
	case ChangeBus, ChangeLoad:
		count = len(c.Buses)
	case ChangeGen:
		count = len(c.Gens)
	case ChangeGenCost:
		count = len(c.GenCosts) + len(c.ReactiveCosts)
	case ChangeBranch:
		count = len(c.Branches)
	case ChangeAreaBus, ChangeAreaLoad:
		count, inArea = len(c.Buses), func(row int) bool { return c.Buses[row].Area == ch.Row }
	case ChangeAreaGen, ChangeAreaGenCosts:
		in := c.busesOf(ch.Row)
		count, inArea = len(c.Gens), func(row int) bool { return in[c.Gens[row].Bus] }
	case ChangeAreaBranch:
		in := c.busesOf(ch.Row)
		count, inArea = len(c.Branches), func(row int) bool { return in[c.Branches[row].From] || in[c.Branches[row].To] }
	}
	if inArea == nil && (ch.Row < 0 || ch.Row > count) {
		return nil, fmt.Errorf("%w: row %d, the case has %d", ErrChange, ch.Row, count)
	}
	if inArea == nil && ch.Row > 0 {
		return []int{ch.Row - 1}, nil
	}
	var rows []int
	for row := range count {
		if inArea == nil || inArea(row) {
			rows = append(rows, row)
		}
	}
	return rows, nil
}

// busesOf are the external numbers of an area's buses.
func (c *Case) busesOf(area int) map[int]bool {
	in := make(map[int]bool)
	for _, b := range c.Buses {
		if b.Area == area {
			in[b.ID] = true
		}
	}
	return in
}
