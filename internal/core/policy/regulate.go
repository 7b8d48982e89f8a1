package policy

import (
	"math"

	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Regulate moves a running plan by a deployment of regulation, mw at the meter
// and below 0 where load is to come off, and tells by how much it moved: within
// the awards that are held, and by classes that follow. Guard has the last word:
// where it would have the moved plan otherwise, under the awards less what is
// deployed of them, the plan stays as it is.
func Regulate(in Input, orders *site.Orders, running site.Plan, mw unit.MW) (plan site.Plan, by unit.MW) {
	down, up := orders.Regulating(moment(in), in.Snapshot.Interval.End())
	plan, by = in.Site.Regulate(running, min(max(mw, -down), up))
	if math.Abs(float64(by)) < tiny {
		return running, 0
	}
	left := orders.Regulated(by)
	guarded, _ := Guard(in, &left, plan)
	for i := range in.Site.Classes {
		class := in.Site.Classes[i].ID
		if math.Abs(float64(guarded.ClassMW(class)-plan.ClassMW(class))) > 1e-6 {
			return running, 0
		}
	}
	return plan, by
}
