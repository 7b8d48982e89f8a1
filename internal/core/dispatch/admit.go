package dispatch

import (
	"cmp"
	"slices"
)

// Grant is the power that a plan gives to one tier of inference.
type Grant struct {
	Tier  string
	Watts float64
}

// Admit says which tiers each node takes work of, so that the nodes of a tier may
// together draw what it was granted: the first tier, the one that matters most, is
// given whole nodes until it has its power, the last of which it shares with the
// next. Nodes that have the tier already come first, so that work does not move.
// A node that is asleep, or that no tier needs, admits none.
func Admit(machines []Machine, levels []int, had [][]string, grants []Grant, seed uint64) [][]string {
	admitted := make([][]string, len(machines))
	left := make([]float64, len(machines)) // W that no tier has been given yet
	var order []int
	for i := range machines {
		if levels[i] > 0 {
			left[i] = machines[i].Watts(levels[i])
			order = append(order, i)
		}
	}
	for _, g := range grants {
		slices.SortFunc(order, func(x, y int) int {
			if hasX, hasY := slices.Contains(had[x], g.Tier), slices.Contains(had[y], g.Tier); hasX != hasY {
				return first(hasX)
			}
			return cmp.Or(cmp.Compare(Lot(seed, machines[x].ID), Lot(seed, machines[y].ID)), cmp.Compare(x, y))
		})
		need := g.Watts
		for _, i := range order {
			if need <= slackW {
				break
			}
			if left[i] <= slackW {
				continue
			}
			taken := min(need, left[i])
			admitted[i] = append(admitted[i], g.Tier)
			need -= taken
			left[i] -= taken
		}
	}
	return admitted
}

// slackW is a power that is none.
const slackW = 1.0
