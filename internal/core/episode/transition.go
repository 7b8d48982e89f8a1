package episode

import (
	"slices"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// advance is the state of every class once plan holds, from at on, and what
// waking machines for it costs, in dollars.
func advance(s *site.Site, st *site.State, plan site.Plan, at time.Time) (next []site.ClassState, startUSD float64) {
	next = make([]site.ClassState, len(s.Classes))
	day := unit.DayOf(at)
	for i := range s.Classes {
		c := &s.Classes[i]
		was := classState(st, i, c.ID)
		now := site.ClassState{
			Class: c.ID, MW: plan.ClassMW(c.ID),
			Since: was.Since, Starts: was.Starts, Day: day,
		}
		now.On = c.On(now.MW)
		if was.Day != day {
			now.Starts = 0
		}
		if now.On != was.On {
			now.Since = at
		}
		if now.On && !was.On {
			now.Starts++
		}
		startUSD += policy.StartUSD(c, was.MW, now.MW)
		next[i] = now
	}
	return next, startUSD
}

// classState is the state of the class at position i, as states list them in
// the site's order; a class they do not know yet is off.
func classState(st *site.State, i int, class string) site.ClassState {
	if i < len(st.Classes) && st.Classes[i].Class == class {
		return st.Classes[i]
	}
	at := slices.IndexFunc(st.Classes, func(cs site.ClassState) bool { return cs.Class == class })
	if at < 0 {
		return site.ClassState{Class: class}
	}
	return st.Classes[at]
}

// dropped is when an order last made load go away. While the order keeps it
// away the moment moves along, so that a staggered return counts from the
// release and not from the drop.
func dropped(in policy.Input, orders *site.Orders, next []site.ClassState, at time.Time) time.Time {
	was := in.State.Dropped
	if !shedOrdered(in, orders, at) {
		return was
	}
	held := !was.IsZero() && at.Sub(was) <= 2*in.Snapshot.Interval.Length
	for i, now := range next {
		fell := classState(in.State, i, now.Class).On
		if !now.On && (fell || held) {
			return at
		}
	}
	return was
}

// shedEEA is the emergency level from which interruptible load is off.
const shedEEA = 2

// shedOrdered reports whether anything makes the site shed load at a moment:
// the emergency stop, an instruction that lowers load (one to curtail or deploy
// does so without a number too), or the grid's emergency level.
// Base points are dispatch, which a site follows without a pause.
func shedOrdered(in policy.Input, orders *site.Orders, at time.Time) bool {
	if orders.Stop || in.Site.Point != "" && in.Snapshot.System.EEA.Value >= shedEEA {
		return true
	}
	return slices.ContainsFunc(orders.Instructions, func(i site.Instruction) bool {
		lowers := i.MaxMW != nil || i.Kind == "curtail" || i.Kind == "deploy"
		return lowers && i.Kind != "base_point" && site.In(at, i.Start, i.End)
	})
}
