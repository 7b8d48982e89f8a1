package site

import "github.com/pouw-dem/pouwdem/internal/core/unit"

// Step is the stretch of a class's power curve between two neighbouring levels,
// for the whole class.
type Step struct {
	FromMW   unit.MW     `json:"from_mw"`
	ToMW     unit.MW     `json:"to_mw"`
	FromTHs  unit.THs    `json:"from_ths"`
	ToTHs    unit.THs    `json:"to_ths"`
	Marginal unit.JPerTH `json:"marginal_j_per_th"` // watts per extra TH/s; 0 where more power brings no hashes
}

// MaxMW is the power of the whole class at its top level.
func (c *Class) MaxMW() unit.MW {
	if len(c.Levels) == 0 {
		return 0
	}
	return c.scale(c.Levels[len(c.Levels)-1].Watts)
}

// AsleepMW is what the whole class draws when it does nothing.
func (c *Class) AsleepMW() unit.MW {
	if len(c.Levels) == 0 {
		return 0
	}
	return c.scale(c.Levels[0].Watts)
}

// AwakeMW is the power of the whole class at its lowest level above asleep: the
// least it can be throttled to without switching machines off.
func (c *Class) AwakeMW() unit.MW {
	if len(c.Levels) < 2 {
		return c.MaxMW()
	}
	return c.scale(c.Levels[1].Watts)
}

// DrawMW is what the class draws when it is granted so much power: at least
// what it draws asleep, at most its top level.
func (c *Class) DrawMW(granted unit.MW) unit.MW {
	return min(max(granted, c.AsleepMW()), c.MaxMW())
}

// On reports whether a grant of so much power has machines of the class at
// work.
func (c *Class) On(granted unit.MW) bool { return granted > c.AsleepMW() }

// Mines reports whether the class hashes at any level.
func (c *Class) Mines() bool {
	return len(c.Levels) > 0 && c.Levels[len(c.Levels)-1].THs > 0
}

// HashrateAt is the hashrate of the class at a total power of mw. Between two
// levels it is linear, since a part of the machines can be at the one and the
// rest at the other; at or below asleep it is 0, above the top level it is that
// of the top level.
func (c *Class) HashrateAt(mw unit.MW) unit.THs {
	if mw <= c.AsleepMW() {
		return 0
	}
	for i := 1; i < len(c.Levels); i++ {
		below, above := c.Levels[i-1], c.Levels[i]
		from, to := c.scale(below.Watts), c.scale(above.Watts)
		if mw >= to {
			continue
		}
		share := unit.THs((mw - from) / (to - from))
		return unit.THs(c.Units) * (below.THs + share*(above.THs-below.THs))
	}
	return c.MaxTHs()
}

// WorkAt is what a class that does not mine gets done at a total power of mw, as
// the power above asleep at the top level that would do the same: less power by
// a power cap costs less than its share of the work where levels say so (see
// [Level.Output]).
func (c *Class) WorkAt(mw unit.MW) unit.MW {
	asleep := c.AsleepMW()
	full := c.MaxMW() - asleep
	if mw <= asleep || !(full > 0) {
		return 0
	}
	from, done := asleep, 0.0
	for i := 1; i < len(c.Levels); i++ {
		to := c.scale(c.Levels[i].Watts)
		share := c.Levels[i].Output
		if share == 0 || i == len(c.Levels)-1 {
			share = float64((to - asleep) / full)
		}
		if mw < to {
			return full * unit.MW(done+(share-done)*float64((mw-from)/(to-from)))
		}
		from, done = to, share
	}
	return full
}

// MaxTHs is the hashrate of the whole class at its top level.
func (c *Class) MaxTHs() unit.THs {
	if len(c.Levels) == 0 {
		return 0
	}
	return unit.THs(c.Units) * c.Levels[len(c.Levels)-1].THs
}

// Efficiency is the energy that the class spends per terahash when the whole of
// it goes from asleep to its top level; 0 for a class that does not mine.
func (c *Class) Efficiency() unit.JPerTH {
	if !c.Mines() {
		return 0
	}
	return jPerTH(c.MaxMW()-c.AsleepMW(), c.MaxTHs())
}

// Steps are the steps of a mining class's power curve, from asleep upwards; nil
// for a class that does not mine.
func (c *Class) Steps() []Step {
	if !c.Mines() {
		return nil
	}
	return c.AppendSteps(make([]Step, 0, len(c.Levels)-1))
}

// AppendSteps appends [Class.Steps] to dst, for callers that keep a buffer.
func (c *Class) AppendSteps(dst []Step) []Step {
	if !c.Mines() {
		return dst
	}
	for i := 1; i < len(c.Levels); i++ {
		below, above := c.Levels[i-1], c.Levels[i]
		step := Step{
			FromMW: c.scale(below.Watts), ToMW: c.scale(above.Watts),
			FromTHs: unit.THs(c.Units) * below.THs, ToTHs: unit.THs(c.Units) * above.THs,
		}
		step.Marginal = jPerTH(step.ToMW-step.FromMW, step.ToTHs-step.FromTHs)
		dst = append(dst, step)
	}
	return dst
}

// scale is the power of all units at so many watts each.
func (c *Class) scale(watts float64) unit.MW { return unit.MW(float64(c.Units) * watts / 1e6) }

func jPerTH(power unit.MW, rate unit.THs) unit.JPerTH {
	if !(rate > 0) {
		return 0
	}
	return unit.JPerTH(float64(power) * 1e6 / float64(rate))
}
