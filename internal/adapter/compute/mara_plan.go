package compute

import (
	"cmp"
	"math"
	"slices"
)

// PlanMARA is the allocation that earns most under the power limit at one row
// of prices. Payoffs are linear and power is the one constraint, so the best
// margin per unit of power takes all of it, the next best what is left, and a
// type that loses money nothing. For machines that could be divided this is the
// exact optimum; whole machines fall short of it by less than one machine of
// the best type.
func PlanMARA(inventory Inventory, price Price, power float64) Counts {
	var counts Counts
	if !(power > 0) {
		return counts
	}
	types := inventory.types(price, &counts)
	slices.SortStableFunc(types, func(a, b maraType) int { return cmp.Compare(b.density(), a.density()) })
	for _, t := range types {
		if t.margin() <= 0 {
			break
		}
		*t.count = int(math.Floor(min(power/t.machine.Power, maxMachines)))
		power -= float64(*t.count) * t.machine.Power
	}
	return counts
}

// ProfitMARA is revenue less the cost of power, both by the organisers'
// formulas: count x output x price of the output, and power x price of energy.
func ProfitMARA(inventory Inventory, price Price, counts Counts) (revenue, powerCost float64) {
	for _, t := range inventory.types(price, &counts) {
		revenue += float64(*t.count) * t.machine.Output * t.price
		powerCost += float64(*t.count) * t.machine.Power * price.Energy
	}
	return revenue, powerCost
}

// maraType is one type of machine with the price of what it makes.
type maraType struct {
	machine Machine
	price   float64
	energy  float64
	count   *int
}

func (i Inventory) types(p Price, c *Counts) []maraType {
	return []maraType{
		{i.Air, p.Hash, p.Energy, &c.Air},
		{i.Hydro, p.Hash, p.Energy, &c.Hydro},
		{i.Immersion, p.Hash, p.Energy, &c.Immersion},
		{i.GPU, p.Token, p.Energy, &c.GPU},
		{i.ASIC, p.Token, p.Energy, &c.ASIC},
	}
}

// margin is what one machine earns.
func (t maraType) margin() float64 { return t.machine.Output*t.price - t.machine.Power*t.energy }

// density is the margin per unit of power.
func (t maraType) density() float64 { return t.margin() / t.machine.Power }
