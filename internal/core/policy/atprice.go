package policy

import (
	"cmp"
	"slices"

	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// AtPrice is the plan that runs every class at the power that earns most when
// energy settles at spp: what [Lag1] and [DayAhead] do with their prices.
func AtPrice(in Input, spp unit.USDPerMWh) site.Plan { return atPrice("", in, spp, "").Plan }

// MiningShare is [AtPrice] with mining at a share of what the site's limit lets
// it draw, the classes that earn most per MWh first, whatever energy costs.
func MiningShare(in Input, spp unit.USDPerMWh, share float64) site.Plan {
	plan := AtPrice(in, spp)
	order := make([]*site.Class, 0, len(in.Site.Classes))
	var most, other unit.MW
	for i := range in.Site.Classes {
		c := &in.Site.Classes[i]
		if c.Mines() {
			order = append(order, c)
			most += c.MaxMW()
		} else {
			other += c.DrawMW(plan.ClassMW(c.ID))
		}
	}
	if limit := in.Site.Limits.SiteMW; limit > 0 {
		most = min(most, max(0, in.Site.MachineMW(limit)-other))
	}
	slices.SortStableFunc(order, func(a, b *site.Class) int {
		return cmp.Compare(BreakEven(b, 1), BreakEven(a, 1))
	})
	left := most * unit.MW(share)
	granted := make(map[string]unit.MW, len(order))
	for _, c := range order {
		mw := min(left, c.MaxMW())
		granted[c.ID] = mw
		left -= mw
	}
	out := site.Plan{Allocations: make([]site.Allocation, 0, len(plan.Allocations)+len(order))}
	for i := range in.Site.Classes {
		c := &in.Site.Classes[i]
		if c.Mines() {
			if mw := granted[c.ID]; c.On(mw) {
				out.Allocations = append(out.Allocations, site.Allocation{Class: c.ID, Use: site.Mine, MW: mw})
			}
			continue
		}
		for _, a := range plan.Allocations {
			if a.Class == c.ID {
				out.Allocations = append(out.Allocations, a)
			}
		}
	}
	return out
}
