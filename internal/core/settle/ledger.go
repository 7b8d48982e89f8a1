package settle

import (
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Rank orders versions: a higher rank replaces a lower one. An unknown version
// ranks below all.
func (v Version) Rank() int {
	switch v {
	case Estimate:
		return 1
	case Initial:
		return 2
	case Final:
		return 3
	case TrueUp:
		return 4
	}
	return 0
}

// Supersedes reports whether a settlement of version v replaces one of version
// w for the same interval. A version never replaces itself: what was settled is
// not edited.
func (v Version) Supersedes(w Version) bool { return v.Rank() > w.Rank() }

// Current is, of settlements of one or more sites, the one in force for each
// interval: that of the highest version. Order is kept.
func Current(all []Settlement) []Settlement {
	type key struct {
		site     string
		interval unit.Interval
	}
	best := make(map[key]int, len(all))
	for i := range all {
		k := key{all[i].Site, all[i].Interval}
		if j, seen := best[k]; !seen || all[i].Version.Supersedes(all[j].Version) {
			best[k] = i
		}
	}
	current := make([]Settlement, 0, len(best))
	for i := range all {
		if best[key{all[i].Site, all[i].Interval}] == i {
			current = append(current, all[i])
		}
	}
	return current
}

// Sum is the total of all settlements. Pass [Current] ones, or versions of one
// interval are counted together.
func Sum(all []Settlement) unit.MicroUSD {
	var total unit.MicroUSD
	for i := range all {
		total += all[i].Total
	}
	return total
}

// ByLever is the profit and loss of all settlements by lever; the values add up
// to [Sum].
func ByLever(all []Settlement) map[Lever]unit.MicroUSD {
	sums := make(map[Lever]unit.MicroUSD)
	for i := range all {
		for _, l := range all[i].Lines {
			sums[l.Lever] += l.Amount
		}
	}
	return sums
}

// ByUse is the profit and loss of all settlements by use; the empty use holds
// what no single use caused, such as energy. The values add up to [Sum].
func ByUse(all []Settlement) map[site.Use]unit.MicroUSD {
	sums := make(map[site.Use]unit.MicroUSD)
	for i := range all {
		for _, l := range all[i].Lines {
			sums[l.Use] += l.Amount
		}
	}
	return sums
}
