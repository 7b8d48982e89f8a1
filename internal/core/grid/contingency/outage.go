// Package contingency asks what a network does when it loses something: shift
// and outage factors, pairs of outages by those factors, and the full
// alternating-current answer for every branch, generator or list, with its
// status told honestly and the worst of them ranked.
//
// It does not choose remedies and does not price anything; the optimal power
// flow does. It does not read files: a list of outages comes as values.
package contingency

import (
	"errors"
	"fmt"
	"slices"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
)

// ErrOutage is an outage that the network cannot have: a row that is not
// there, or nothing lost at all.
var ErrOutage = errors.New("bad outage")

// Outage is what is lost at once. Rows count from 0 in the case; a row that
// is out of service already changes nothing.
type Outage struct {
	Label      string
	Branches   []int
	Generators []int
	// Changed is the case after the outage where more than statuses changed,
	// as a change table may ask for. Branches and Generators are ignored then.
	Changed *grid.Case
}

// AllBranches lists the loss of each branch in service, in the order of the
// case.
func AllBranches(net *grid.Network) []Outage {
	list := make([]Outage, len(net.Branch.Row))
	for k, row := range net.Branch.Row {
		b := net.Case.Branches[row]
		list[k] = Outage{Label: fmt.Sprintf("branch %d (%d-%d)", row+1, b.From, b.To), Branches: []int{row}}
	}
	return list
}

// AllGenerators lists the loss of each generator in service, in the order of
// the case. Generators that stand for direct-current lines are not among them.
func AllGenerators(net *grid.Network) []Outage {
	list := make([]Outage, 0, len(net.Gen.Row))
	for _, row := range net.Gen.Row {
		bus := net.Case.Gens[row].Bus
		list = append(list, Outage{Label: fmt.Sprintf("generator %d (bus %d)", row+1, bus), Generators: []int{row}})
	}
	return list
}

// Columns, from 1, that hold the status of a branch and of a generator.
const (
	branchStatus    = 11
	generatorStatus = 8
)

// FromTable lists the sets of a change table as outages, in the order of the
// table. Sets that only switch single branches and generators off become
// rows, which the fast path understands; others keep the changed case.
func FromTable(c *grid.Case, table *grid.ChangeTable) ([]Outage, error) {
	sets := make(map[int][]grid.Change)
	for _, change := range table.Changes {
		sets[change.Label] = append(sets[change.Label], change)
	}
	var list []Outage
	for _, label := range table.Labels() {
		name := fmt.Sprintf("%s %d", table.Name, label)
		o := Outage{Label: name}
		if !o.switchOff(sets[label]) {
			after, err := table.Apply(c, label)
			if err != nil {
				return nil, fmt.Errorf("%w: %w", ErrOutage, err)
			}
			o = Between(name, c, after)
		}
		if err := o.check(c); err != nil {
			return nil, err
		}
		list = append(list, o)
	}
	return list, nil
}

// switchOff takes over changes that only switch something off; false where
// there are others among them.
func (o *Outage) switchOff(changes []grid.Change) bool {
	for _, change := range changes {
		off := change.Kind == grid.Replace && change.Value == 0 && change.Row > 0
		switch {
		case off && change.Target == grid.ChangeBranch && change.Column == branchStatus:
			o.Branches = append(o.Branches, change.Row-1)
		case off && change.Target == grid.ChangeGen && change.Column == generatorStatus:
			o.Generators = append(o.Generators, change.Row-1)
		default:
			return false
		}
	}
	return true
}

// Between describes as an outage what changed from one case to the other, as
// the application of a change table does. Where only statuses were switched
// off it names the rows, which the fast path understands.
func Between(label string, before, after *grid.Case) Outage {
	out := Outage{Label: label}
	if !sameButStatus(before, after) {
		out.Changed = after
		return out
	}
	for row, b := range before.Branches {
		switch on := after.Branches[row].On(); {
		case b.On() && !on:
			out.Branches = append(out.Branches, row)
		case !b.On() && on:
			out.Changed = after
		}
	}
	for row, g := range before.Gens {
		switch on := after.Gens[row].On(); {
		case g.On() && !on:
			out.Generators = append(out.Generators, row)
		case !g.On() && on:
			out.Changed = after
		}
	}
	if len(out.Branches)+len(out.Generators) == 0 {
		out.Changed = after
	}
	return out
}

func sameButStatus(a, b *grid.Case) bool {
	sameBranch := func(x, y grid.Branch) bool { x.Status = y.Status; return x == y }
	sameGen := func(x, y grid.Generator) bool { x.Status = y.Status; return x == y }
	return a.BaseMVA == b.BaseMVA && slices.Equal(a.Buses, b.Buses) && slices.Equal(a.DCLines, b.DCLines) &&
		slices.EqualFunc(a.Branches, b.Branches, sameBranch) && slices.EqualFunc(a.Gens, b.Gens, sameGen)
}

// without is the case with the outage's rows switched off.
func (o Outage) without(c *grid.Case) *grid.Case {
	if o.Changed != nil {
		return o.Changed
	}
	out := *c
	out.Branches = slices.Clone(c.Branches)
	out.Gens = slices.Clone(c.Gens)
	for _, row := range o.Branches {
		out.Branches[row].Status = 0
	}
	for _, row := range o.Generators {
		out.Gens[row].Status = 0
	}
	return &out
}

// check refuses rows that the case does not have.
func (o Outage) check(c *grid.Case) error {
	if o.Changed == nil && len(o.Branches)+len(o.Generators) == 0 {
		return fmt.Errorf("%w: %q loses nothing; name a branch or a generator", ErrOutage, o.Label)
	}
	for _, row := range o.Branches {
		if row < 0 || row >= len(c.Branches) {
			return fmt.Errorf("%w: %q names branch row %d, the case has %d", ErrOutage, o.Label, row+1, len(c.Branches))
		}
	}
	for _, row := range o.Generators {
		if row < 0 || row >= len(c.Gens) {
			return fmt.Errorf("%w: %q names generator row %d, the case has %d", ErrOutage, o.Label, row+1, len(c.Gens))
		}
	}
	return nil
}
