package episode

import (
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/settle"
	"github.com/pouw-dem/pouwdem/internal/core/site"
)

// Outcome is what one step led to.
type Outcome struct {
	Plan    site.Plan
	Reasons []policy.Reason // Guard's
	Next    site.State      // Pending ends with the decided interval as planned
	Settled []settle.Settlement
}

// Step lets one interval pass: pending intervals whose price the snapshot now
// shows are settled, Guard clamps the wish to limits and orders, and the next
// state holds the decided interval as planned. A live tick replaces the plan by
// the meter before the interval settles (see [Measure]).
//
// It is pure and shares no memory that it changes with its arguments.
func Step(in policy.Input, orders *site.Orders, wish site.Plan) Outcome {
	settled, pending := settleEnded(in.Site, in.State.Pending, in.Snapshot, settle.Estimate)
	plan, reasons := policy.Guard(in, orders, wish)
	classes, startUSD := advance(in.Site, in.State, plan, in.Snapshot.Interval.Start)

	return Outcome{
		Plan:    plan,
		Reasons: reasons,
		Settled: settled,
		Next: site.State{
			Classes: classes,
			Pending: append(pending, planned(in.Site, plan, startUSD, in.Snapshot, orders)),
			Dropped: dropped(in, orders, classes, in.Snapshot.Interval.Start),
		},
	}
}

// Redirect changes the running interval's plan at the snapshot's AsOf, because
// an order came between ticks: the running plan goes through Guard again, and
// what is pending of the interval becomes the old plan until now and the new
// one from now on. Nothing is settled: ticks do that.
func Redirect(in policy.Input, orders *site.Orders, running site.Plan) Outcome {
	snap := in.Snapshot
	plan, reasons := policy.Guard(in, orders, running)
	at := snap.AsOf
	if at.Before(snap.Interval.Start) {
		at = snap.Interval.Start
	}
	classes, startUSD := advance(in.Site, in.State, plan, at)

	pending := make([]site.Metered, len(in.State.Pending), len(in.State.Pending)+1)
	copy(pending, in.State.Pending)
	rest := planned(in.Site, plan, startUSD, snap, orders)
	if n := len(pending); n > 0 && pending[n-1].Interval == snap.Interval {
		pending[n-1] = blend(pending[n-1], rest, gone(snap.Interval.Start, at, snap.Interval.Length))
	} else {
		pending = append(pending, rest)
	}
	return Outcome{
		Plan:    plan,
		Reasons: reasons,
		Next:    site.State{Classes: classes, Pending: pending, Dropped: dropped(in, orders, classes, at)},
	}
}

// gone is the share of an interval that has passed at a moment, 0 to 1.
func gone(start, at time.Time, length time.Duration) float64 {
	if length <= 0 {
		return 0
	}
	return min(max(float64(at.Sub(start))/float64(length), 0), 1)
}
