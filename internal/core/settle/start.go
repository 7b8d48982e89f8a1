package settle

import (
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// StartUSD is what it costs to take a class from one power to another: the
// class's start cost, scaled by the share of its machines that wake. Below its
// lowest running level a class has only a part of its machines awake, at or
// above it all of them, so that throttling within the running levels is free
// and waking in small portions saves nothing.
func StartUSD(c *site.Class, from, to unit.MW) float64 {
	if c.StartUSD == 0 {
		return 0
	}
	return c.StartUSD * max(0, awake(c, to)-awake(c, from))
}

// awake is the share of the class's machines that work at a total power.
func awake(c *site.Class, mw unit.MW) float64 {
	asleep, all := c.AsleepMW(), c.AwakeMW()
	if mw <= asleep {
		return 0
	}
	if mw >= all {
		return 1
	}
	return float64((mw - asleep) / (all - asleep))
}
