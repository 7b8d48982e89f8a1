package powerflow

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
)

// Diagnosis is what was seen where a power flow found no solution.
type Diagnosis struct {
	Text        string     `json:"text"`
	Mismatches  []Mismatch `json:"mismatches"`   // largest first
	DeadBuses   []int      `json:"dead_buses"`   // in islands without a live generator, case numbers
	Impedances  []Suspect  `json:"impedances"`   // branches whose impedance is unlike any other's
	LowVoltages []int      `json:"low_voltages"` // below 0.5 p.u. at the end, case numbers
	ShortMW     float64    `json:"short_mw"`     // demand beyond what all generators can give; 0: none
}

// Mismatch is what a bus lacks.
type Mismatch struct {
	Bus  int     `json:"bus"`
	MW   float64 `json:"mw"`
	MVAr float64 `json:"mvar"`
}

// Suspect is a branch that may be wrong.
type Suspect struct {
	Row  int    `json:"row"` // from 1
	From int    `json:"from"`
	To   int    `json:"to"`
	Why  string `json:"why"`
}

const shown = 5

func (s *Solver) diagnose(r *Result) *Diagnosis {
	d := &Diagnosis{Mismatches: s.largest(), Impedances: suspects(s.net), ShortMW: s.short()}
	for _, i := range s.net.Dead {
		d.DeadBuses = append(d.DeadBuses, s.net.BusID(i))
	}
	for i, v := range s.vm {
		if s.kind[i] != grid.Isolated && (v < 0.5 || math.IsNaN(v)) {
			d.LowVoltages = append(d.LowVoltages, s.net.BusID(i))
		}
	}
	slices.Sort(d.DeadBuses)
	slices.Sort(d.LowVoltages)
	d.Text = d.sentence(r)
	return d
}

func (s *Solver) largest() []Mismatch {
	s.balance()
	order := make([]int, s.net.N())
	for i := range order {
		order[i] = i
	}
	size := func(i int) float64 {
		v := math.Hypot(s.rows.step[2*i], s.rows.step[2*i+1])
		if math.IsNaN(v) {
			return math.Inf(1)
		}
		return v
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(size(b), size(a)) })
	var list []Mismatch
	for _, i := range order[:min(shown, len(order))] {
		list = append(list, Mismatch{s.net.BusID(i), number(s.rows.step[2*i] * s.net.BaseMVA), number(s.rows.step[2*i+1] * s.net.BaseMVA)})
	}
	return list
}

// number is v, or the largest number where v is none, since reports travel as
// JSON.
func number(v float64) float64 {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return math.MaxFloat64
	}
	return v
}

// short is the demand beyond the capacity of all generators, MW.
func (s *Solver) short() float64 {
	var can, want float64
	for i, pd := range s.pd {
		if s.kind[i] != grid.Isolated {
			want += pd
		}
	}
	for _, most := range s.net.Gen.Pmax {
		if most > 0 {
			can += most
		}
	}
	if math.IsInf(can, 0) || want <= can {
		return 0
	}
	return (want - can) * s.net.BaseMVA
}

// suspects are branches with a reactance a thousand times below or above the
// usual, a negative one, or a resistance that dwarfs it.
func suspects(net *grid.Network) []Suspect {
	b := &net.Branch
	sizes := make([]float64, len(b.Row))
	for k := range b.Row {
		sizes[k] = math.Hypot(b.R[k], b.X[k])
	}
	slices.Sort(sizes)
	if len(sizes) == 0 {
		return nil
	}
	usual := sizes[len(sizes)/2]
	var list []Suspect
	for k, row := range b.Row {
		why := ""
		switch size := math.Hypot(b.R[k], b.X[k]); {
		case size < usual/1000:
			why = fmt.Sprintf("impedance %.3g p.u., a thousandth of the usual %.3g", size, usual)
		case size > usual*1000:
			why = fmt.Sprintf("impedance %.3g p.u., a thousand times the usual %.3g", size, usual)
		case b.X[k] < 0:
			why = fmt.Sprintf("negative reactance %.3g p.u.", b.X[k])
		case b.R[k] < 0:
			why = fmt.Sprintf("negative resistance %.3g p.u.", b.R[k])
		case b.Tap[k] < 0.5 || b.Tap[k] > 2:
			why = fmt.Sprintf("tap ratio %.3g", b.Tap[k])
		}
		if why != "" && len(list) < shown {
			list = append(list, Suspect{row + 1, net.Case.Branches[row].From, net.Case.Branches[row].To, why})
		}
	}
	return list
}

func (d *Diagnosis) sentence(r *Result) string {
	var parts []string
	if len(d.Mismatches) > 0 {
		m := d.Mismatches[0]
		parts = append(parts, fmt.Sprintf("the largest mismatch is at bus %d (%.4g MW, %.4g MVAr)", m.Bus, m.MW, m.MVAr))
	}
	if d.ShortMW > 0 {
		parts = append(parts, fmt.Sprintf("demand exceeds all generation by %.0f MW", d.ShortMW))
	}
	if len(d.LowVoltages) > 0 {
		parts = append(parts, fmt.Sprintf("%d buses end below 0.5 p.u., bus %d among them: the load may be more than the network can carry", len(d.LowVoltages), d.LowVoltages[0]))
	}
	if len(d.DeadBuses) > 0 {
		parts = append(parts, fmt.Sprintf("%d buses have no generator in their island", len(d.DeadBuses)))
	}
	if len(d.Impedances) > 0 {
		i := d.Impedances[0]
		parts = append(parts, fmt.Sprintf("branch row %d (%d-%d) has %s", i.Row, i.From, i.To, i.Why))
	}
	if len(r.Limited) > 0 {
		parts = append(parts, fmt.Sprintf("%d generators are held at reactive limits", len(r.Limited)))
	}
	return strings.Join(parts, "; ")
}
