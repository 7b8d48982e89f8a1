package episode

import (
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// bridgeMost is how far back undecided intervals are filled in.
const bridgeMost = 24 * time.Hour

// Bridge fills in the intervals from first up to the snapshot's that passed
// without a decision: machines keep what they were last told, so the plan that
// was then in force went on. They settle at today's prices of hashes and GPUs,
// which is the best that is known of them, and at their own energy price; a
// meter replaces the plan where there is one. Of a longer gap only the last day
// is filled in.
func Bridge(s *site.Site, st site.State, running site.Plan, first unit.Interval, snap *market.Snapshot) site.State {
	if earliest := snap.Interval.Start.Add(-bridgeMost); first.Start.Before(earliest) {
		first.Start = earliest
	}
	next := site.State{Classes: st.Classes, Dropped: st.Dropped}
	next.Pending = append(next.Pending, st.Pending...)
	for i := first; i.Start.Before(snap.Interval.Start); i = i.Next() {
		passed := planned(s, running, 0, snap, &site.Orders{})
		passed.Interval = i
		next.Pending = append(next.Pending, passed)
	}
	return next
}
