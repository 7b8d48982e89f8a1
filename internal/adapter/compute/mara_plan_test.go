package compute_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/pouw-dem/pouwdem/internal/adapter/compute"
)

// served is the inventory that the API served on 2025-06-21, which differs from
// the organisers' handout.
func served() compute.Inventory {
	return compute.Inventory{
		Air:       compute.Machine{Power: 3333, Output: 1000},
		Hydro:     compute.Machine{Power: 5000, Output: 10000},
		Immersion: compute.Machine{Power: 10000, Output: 5000},
		GPU:       compute.Machine{Power: 3333, Output: 1000},
		ASIC:      compute.Machine{Power: 10000, Output: 5000},
	}
}

// handout is the inventory as the organisers announced it.
func handout() compute.Inventory {
	return compute.Inventory{
		Air:       compute.Machine{Power: 3500, Output: 1000},
		Hydro:     compute.Machine{Power: 5000, Output: 5000},
		Immersion: compute.Machine{Power: 10000, Output: 10000},
		GPU:       compute.Machine{Power: 5000, Output: 1000},
		ASIC:      compute.Machine{Power: 15000, Output: 50000},
	}
}

const sitePower = 1_000_000

func TestProfitFollowsTheOrganisersFormulas(t *testing.T) {
	// Logged during the event at 19:10, with the served inventory; to the cent.
	price := compute.Price{Energy: 2.12472283, Hash: 1.57386918, Token: 1.11904018}
	tests := map[string]struct {
		counts        compute.Counts
		revenue, cost float64
	}{
		"100 inference asics":  {compute.Counts{ASIC: 100}, 559_520.09, 2_124_722.83},
		"100 immersion miners": {compute.Counts{Immersion: 100}, 786_934.59, 2_124_722.83},
		"nothing":              {compute.Counts{}, 0, 0},
	}
	for name, test := range tests {
		revenue, cost := compute.ProfitMARA(served(), price, test.counts)
		if math.Abs(revenue-test.revenue) > 0.005 || math.Abs(cost-test.cost) > 0.005 {
			t.Errorf("%s: revenue %.4f, cost %.4f; want %.2f, %.2f", name, revenue, cost, test.revenue, test.cost)
		}
	}
}

func TestPlanPutsAllPowerOnTheBestMarginPerWatt(t *testing.T) {
	price := compute.Price{Energy: 1.74, Hash: 1.59, Token: 1.72} // means over the event
	tests := map[string]struct {
		inventory compute.Inventory
		price     compute.Price
		power     float64
		want      compute.Counts
	}{
		"served: hydro":             {served(), price, sitePower, compute.Counts{Hydro: 200}},
		"handout: asic":             {handout(), price, sitePower, compute.Counts{ASIC: 66, Hydro: 0}},
		"nothing pays":              {served(), compute.Price{Energy: 9, Hash: 1, Token: 1}, sitePower, compute.Counts{}},
		"no power":                  {served(), price, 0, compute.Counts{}},
		"not a number of power":     {served(), price, math.NaN(), compute.Counts{}},
		"the rest to the next best": {handout(), compute.Price{Energy: 0.5, Hash: 2, Token: 3}, sitePower, compute.Counts{ASIC: 66, Hydro: 2}},
	}
	for name, test := range tests {
		if got := compute.PlanMARA(test.inventory, test.price, test.power); got != test.want {
			t.Errorf("%s: %+v, want %+v", name, got, test.want)
		}
	}
}

func TestPlanIsWithinOneMachineOfTheDivisibleOptimum(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		machine := rapid.Custom(func(t *rapid.T) compute.Machine {
			return compute.Machine{Power: rapid.Float64Range(1, 20_000).Draw(t, "power"), Output: rapid.Float64Range(1, 50_000).Draw(t, "output")}
		})
		inventory := compute.Inventory{
			Air: machine.Draw(t, "air"), Hydro: machine.Draw(t, "hydro"), Immersion: machine.Draw(t, "immersion"),
			GPU: machine.Draw(t, "gpu"), ASIC: machine.Draw(t, "asic"),
		}
		amount := rapid.Float64Range(0, 10)
		price := compute.Price{Energy: amount.Draw(t, "energy"), Hash: amount.Draw(t, "hash"), Token: amount.Draw(t, "token")}
		power := rapid.Float64Range(0, 1e6).Draw(t, "power")
		plan := compute.PlanMARA(inventory, price, power)

		// A single type with fractional machines is the divisible optimum of a
		// linear programme with one constraint.
		best, oneMachine := 0.0, 0.0
		for _, x := range []struct {
			m     compute.Machine
			price float64
		}{
			{inventory.Air, price.Hash},
			{inventory.Hydro, price.Hash},
			{inventory.Immersion, price.Hash},
			{inventory.GPU, price.Token},
			{inventory.ASIC, price.Token},
		} {
			margin := x.m.Output*x.price - x.m.Power*price.Energy
			if all := margin * power / x.m.Power; all > best {
				best, oneMachine = all, margin
			}
		}
		revenue, cost := compute.ProfitMARA(inventory, price, plan)
		profit := revenue - cost
		slack := 1e-6 * (1 + revenue) // rounding of sums
		if profit > best+slack || profit < best-oneMachine-slack {
			t.Fatalf("profit %g: want within one machine (%g) below the optimum %g", profit, oneMachine, best)
		}
		used := float64(plan.Air)*inventory.Air.Power + float64(plan.Hydro)*inventory.Hydro.Power +
			float64(plan.Immersion)*inventory.Immersion.Power + float64(plan.GPU)*inventory.GPU.Power + float64(plan.ASIC)*inventory.ASIC.Power
		if used > power*(1+1e-9) {
			t.Fatalf("%g of power used, the limit is %g", used, power)
		}
	})
}
