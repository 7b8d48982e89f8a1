package episode

import (
	"github.com/pouw-dem/pouwdem/internal/core/market"
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
// the meter before the interval settles (see [site.State]).
func Step(in policy.Input, orders *site.Orders, wish site.Plan) Outcome {
	panic("unwritten")
}

var _ = market.Snapshot{}
