package policy

import (
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// powerCap is the power at which a full class of GPUs earns more under a power
// cap than at its top level, by what its cap loses of the tier that it would come
// off: the last that is served and not sold. ok is false where it does not.
func powerCap(c *site.Class, plan site.Plan, t tariff, base unit.MW, gpuHour float64, granted unit.MW) (mw unit.MW, ok bool) {
	n := len(c.Levels)
	if c.Mines() || n < 3 || c.Levels[n-2].Output == 0 || granted < c.MaxMW()-1e-9 {
		return 0, false // a class that is not full is throttled for nothing
	}
	capped := levelMW(c, n-2)
	if capped < c.SoldMW() {
		return 0, false
	}
	tier := lastTier(c, plan)
	if tier == nil {
		return 0, false
	}
	full := c.MaxMW() - c.AsleepMW()
	lost := float64(full-c.WorkAt(capped)) * float64(c.TierRevenue(tier, gpuHour))
	above := base + c.DrawMW(granted) - c.AsleepMW()
	return capped, t.cost(above-(granted-capped), above) > lost
}

// lastTier is the least valuable tier of a class that a plan serves and that is
// not sold.
func lastTier(c *site.Class, plan site.Plan) *site.Tier {
	for j := len(c.Tiers) - 1; j >= 0; j-- {
		t := &c.Tiers[j]
		for _, a := range plan.Allocations {
			if !t.Sold && a.Class == c.ID && a.Use == site.Infer && a.Tier == t.Name {
				return t
			}
		}
	}
	return nil
}

// shrink takes power off a class's allocations, the last first.
func shrink(all []site.Allocation, c *site.Class, mw unit.MW) []site.Allocation {
	for k := len(all) - 1; k >= 0 && mw > 0; k-- {
		a := &all[k]
		if a.Class != c.ID || a.Use != site.Infer {
			continue
		}
		if t, ok := c.Tier(a.Tier); ok && t.Sold {
			continue
		}
		off := min(mw, a.MW)
		a.MW -= off
		mw -= off
		if a.MW <= tiny {
			all = append(all[:k], all[k+1:]...)
		}
	}
	return all
}
