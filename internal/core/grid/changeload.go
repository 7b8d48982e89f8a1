package grid

import (
	"fmt"
	"slices"
)

// changeLoads scales loads at a bus, everywhere or in an area. Replace and Add
// speak of the total active power of the place, which all loads that are meant
// then share in proportion. Source: MATPOWER User's Manual 8.0, functions
// scale_load and total_load.
func (c *Case) changeLoads(ch Change) error {
	rows, err := c.rowsOf(ch)
	if err != nil {
		return err
	}
	code, withCosts := ch.Column, ch.Column < 0
	if withCosts {
		code = -code
	}
	l := loads{c: c, buses: rows, gens: c.dispatchable(rows)}
	l.fixed = code != LoadDispatchablePQ && code != LoadDispatchableP
	l.dispatchable = code != LoadFixedPQ && code != LoadFixedP
	factor := ch.Value
	if ch.Kind != Scale {
		if factor, err = l.factor(ch); err != nil {
			return err
		}
	}
	l.scale(factor, code <= LoadDispatchablePQ, withCosts)
	return nil
}

// loads are the loads of a place that a change means.
type loads struct {
	c                   *Case
	buses               []int // rows
	gens                []int // rows of live generators that are dispatchable loads there
	fixed, dispatchable bool
}

// dispatchable are the rows of live generators at the buses that can only
// consume: Pmin below zero and Pmax zero.
func (c *Case) dispatchable(buses []int) []int {
	at := make(map[int]bool, len(buses))
	for _, row := range buses {
		at[c.Buses[row].ID] = true
	}
	var gens []int
	for row, g := range c.Gens {
		if g.On() && g.Pmin < 0 && g.Pmax == 0 && at[g.Bus] {
			gens = append(gens, row)
		}
	}
	return gens
}

// factor turns a wanted total, or an addition to the present one, into a
// factor on the loads that are meant. The total is nominal (Pmin of a
// dispatchable load), the present one is as dispatched.
func (l loads) factor(ch Change) (float64, error) {
	fixed, nominal, present := 0.0, 0.0, 0.0
	for _, row := range l.buses {
		fixed += l.c.Buses[row].Pd
	}
	for _, row := range l.gens {
		nominal -= l.c.Gens[row].Pmin
		present -= l.c.Gens[row].Pg
	}
	want := ch.Value
	if ch.Kind == Add {
		want += fixed + present
	}
	var base float64
	switch {
	case l.fixed && l.dispatchable:
		base = fixed + nominal
	case l.fixed:
		base, want = fixed, want-nominal
	default:
		base, want = nominal, want-fixed
	}
	switch {
	case base != 0:
		return want / base, nil
	case want == 0:
		return 1, nil
	}
	return 0, fmt.Errorf("%w: there is no load to make it %g MW", ErrChange, want)
}

func (l loads) scale(factor float64, reactive, costs bool) {
	if l.fixed {
		for _, row := range l.buses {
			b := &l.c.Buses[row]
			b.Pd *= factor
			if reactive {
				b.Qd *= factor
			}
		}
	}
	if !l.dispatchable {
		return
	}
	for _, row := range l.gens {
		g := &l.c.Gens[row]
		g.Pg *= factor
		g.Pmin *= factor
		if reactive {
			g.Qg *= factor
			g.Qmin *= factor
			g.Qmax *= factor
		}
		if costs && row < len(l.c.GenCosts) {
			l.c.GenCosts[row].stretch(factor)
		}
		if costs && reactive && row < len(l.c.ReactiveCosts) {
			l.c.ReactiveCosts[row].stretch(factor)
		}
	}
}

// stretch scales value and quantity alike: the same marginal cost for a load
// of another size.
func (c *Cost) stretch(factor float64) {
	c.changeValue(Scale, factor)
	c.changeQuantity(Scale, factor)
}

// changeCosts changes rows of gencost: a column, or the whole function.
func (c *Case) changeCosts(ch Change) error {
	rows, err := c.rowsOf(ch)
	if err != nil {
		return err
	}
	for _, row := range rows {
		cost := c.costRow(row)
		if cost == nil {
			return fmt.Errorf("%w: generator row %d has no cost", ErrChange, row+1)
		}
		switch ch.Column {
		case CostValue:
			cost.changeValue(ch.Kind, ch.Value)
		case CostQuantity:
			cost.changeQuantity(ch.Kind, ch.Value)
		default:
			if err := cost.changeColumn(ch); err != nil {
				return err
			}
		}
	}
	return nil
}

// costRow is a row of the gencost matrix: active costs, then reactive ones.
func (c *Case) costRow(row int) *Cost {
	if row < len(c.GenCosts) {
		return &c.GenCosts[row]
	}
	if row -= len(c.GenCosts); row < len(c.ReactiveCosts) {
		return &c.ReactiveCosts[row]
	}
	return nil
}

// changeColumn changes one column, from 1, of the row as the matrix has it:
// model, start-up, shutdown, count, then the numbers.
func (c *Cost) changeColumn(ch Change) error {
	per := 1
	if c.Model == PiecewiseLinear {
		per = 2
	}
	switch k := ch.Column - 5; {
	case ch.Column == 2:
		c.Startup = ch.apply(c.Startup)
	case ch.Column == 3:
		c.Shutdown = ch.apply(c.Shutdown)
	case ch.Column == 4:
		n := ch.apply(float64(len(c.Data) / per))
		if n != float64(int(n)) || n < 0 || int(n)*per > len(c.Data) {
			return fmt.Errorf("%w: a cost of %d numbers cannot become one of %g points", ErrChange, len(c.Data), n)
		}
		c.Data = c.Data[:int(n)*per]
	case ch.Column > 4 && k < len(c.Data):
		c.Data[k] = ch.apply(c.Data[k])
	default:
		return fmt.Errorf("%w: column %d of a cost of %d numbers", ErrChange, ch.Column, len(c.Data))
	}
	return nil
}

// changeValue scales or shifts the function's value.
func (c *Cost) changeValue(kind ChangeKind, by float64) {
	for k := range c.Data {
		value := c.Model == Polynomial || k%2 == 1
		constant := c.Model == PiecewiseLinear || k == len(c.Data)-1
		switch {
		case kind == Scale && value:
			c.Data[k] *= by
		case kind == Add && value && constant:
			c.Data[k] += by
		}
	}
}

// changeQuantity scales or shifts the function's argument: the cost of x
// becomes that of x/by, or of x-by.
func (c *Cost) changeQuantity(kind ChangeKind, by float64) {
	if c.Model == PiecewiseLinear {
		for k := 0; k < len(c.Data); k += 2 {
			if kind == Scale {
				c.Data[k] *= by
			} else {
				c.Data[k] += by
			}
		}
		return
	}
	if kind == Add {
		c.Data = shiftedPolynomial(c.Data, by)
		return
	}
	power := 1.0
	for k := len(c.Data) - 1; k >= 0; k-- {
		c.Data[k] /= power
		power *= by
	}
}

// shiftedPolynomial are the coefficients, highest power first, of p(x-by), by
// repeated synthetic division (Horner's scheme for the Taylor shift).
func shiftedPolynomial(p []float64, by float64) []float64 {
	out := slices.Clone(p)
	for last := len(out) - 1; last > 0; last-- {
		for k := 1; k <= last; k++ {
			out[k] -= by * out[k-1]
		}
	}
	return out
}
