package policy

import (
	"fmt"
	"math"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Guard clamps a wish to everything that outranks it, and says why. The order,
// highest first:
//
//  1. physical limits: class, feeder and site power, minimum times, starts a
//     day, ramps, the fleet's cap, staggered return
//  2. emergency stop
//  3. instructions of ERCOT, TDSP, QSE and relays; emergency level; PRC
//  4. manual overrides, which never raise load in an emergency
//  5. real-time reserve awards
//  6. service contracts: sold inference
//  7. data health
//  8. the wish
//
// Rules are applied from the bottom up, so that a higher one has the later
// word. An order to shed load does not wait for ramps down or minimum run
// times.
func Guard(in Input, orders *site.Orders, wish site.Plan) (site.Plan, []Reason) {
	d := newDraft(in, orders, wish)
	d.dataHealth()
	d.contracts()
	d.awards()
	d.overrides()
	d.instructions()
	d.emergency()
	d.stop()
	d.timers()
	d.release()
	d.ramps()
	d.limits()
	return d.plan(wish.Reserve), d.reasons
}

// tiny is the power below which a difference is rounding, MW.
const tiny = 1e-9

// draft is a plan while the rules work on it.
type draft struct {
	in      Input
	orders  *site.Orders
	at      time.Time
	mw      []unit.MW   // by class
	tiers   [][]unit.MW // by class and tier; nil for classes without
	now     []unit.MW   // running power by class
	shed    bool        // an order to shed is in force: ramps down and run times do not hold it up
	reasons []Reason
}

// newDraft reads a wish, leaving out what cannot be: unknown classes and tiers,
// uses a class has not, and power that is not a positive number.
func newDraft(in Input, orders *site.Orders, wish site.Plan) *draft {
	n := len(in.Site.Classes)
	d := &draft{
		in: in, orders: orders, at: in.Snapshot.Interval.Start,
		mw: make([]unit.MW, 2*n), tiers: make([][]unit.MW, n),
	}
	d.mw, d.now = d.mw[:n:n], d.mw[n:]
	if in.Snapshot.AsOf.After(d.at) {
		d.at = in.Snapshot.AsOf
	}
	for i := range in.Site.Classes {
		c := &in.Site.Classes[i]
		if i < len(in.State.Classes) {
			d.now[i] = in.State.Classes[i].MW
		}
		if len(c.Tiers) > 0 {
			d.tiers[i] = make([]unit.MW, len(c.Tiers))
		}
		for _, a := range wish.Allocations {
			if a.Class == c.ID {
				d.admit(i, c, a)
			}
		}
		d.fit(i)
	}
	return d
}

func (d *draft) admit(i int, c *site.Class, a site.Allocation) {
	if !(a.MW > 0) || math.IsInf(float64(a.MW), 0) {
		return
	}
	switch {
	case a.Use == site.Mine && c.Mines():
		d.mw[i] += a.MW
	case a.Use == site.Infer && !c.Mines():
		for j := range c.Tiers {
			if c.Tiers[j].Name == a.Tier {
				room := c.Tiers[j].MaxMW - d.tiers[i][j]
				d.tiers[i][j] += max(0, min(a.MW, room))
			}
		}
	}
}

// fit makes a class's power the sum of its tiers, within its top level.
func (d *draft) fit(i int) {
	c := &d.in.Site.Classes[i]
	if d.tiers[i] == nil {
		d.mw[i] = min(d.mw[i], c.MaxMW())
		return
	}
	var sum unit.MW
	for _, mw := range d.tiers[i] {
		sum += mw
	}
	d.mw[i] = sum
	if sum > c.MaxMW() {
		d.set(i, c.MaxMW())
	}
}

// set takes a class to a power: a mining class as it is, a class with tiers by
// serving the last tiers less or the first ones more.
func (d *draft) set(i int, mw unit.MW) {
	c := &d.in.Site.Classes[i]
	mw = min(max(0, mw), c.MaxMW())
	if d.tiers[i] == nil {
		if c.Mines() {
			d.mw[i] = mw
		} else {
			d.mw[i] = 0
		}
		return
	}
	left := mw
	if mw < d.mw[i] {
		for j := range d.tiers[i] {
			d.tiers[i][j] = min(d.tiers[i][j], left)
			left -= d.tiers[i][j]
		}
	} else {
		left -= d.mw[i]
		for j := range d.tiers[i] {
			more := min(left, max(0, c.Tiers[j].MaxMW-d.tiers[i][j]))
			d.tiers[i][j] += more
			left -= more
		}
	}
	d.mw[i] = 0
	for _, t := range d.tiers[i] {
		d.mw[i] += t
	}
}

// meter is what the settlement meter shows under the draft.
func (d *draft) meter() unit.MW {
	var sum unit.MW
	for i := range d.in.Site.Classes {
		sum += d.in.Site.Classes[i].DrawMW(d.mw[i])
	}
	return d.in.Site.MeterMW(sum)
}

// meterNow is what it shows before the draft takes effect.
func (d *draft) meterNow() unit.MW {
	var sum unit.MW
	for i := range d.in.Site.Classes {
		sum += d.in.Site.Classes[i].DrawMW(d.now[i])
	}
	return d.in.Site.MeterMW(sum)
}

// say records a reason, if reasons are wanted.
func (d *draft) say(rule, class, format string, args ...any) {
	if d.in.Explain {
		d.reasons = append(d.reasons, Reason{Rule: "guard." + rule, Class: class, Text: fmt.Sprintf(format, args...)})
	}
}

// plan writes the draft down, with the reserve that its load still carries.
func (d *draft) plan(reserve []site.Hold) site.Plan {
	p := site.Plan{Allocations: make([]site.Allocation, 0, len(d.mw))}
	for i := range d.in.Site.Classes {
		c := &d.in.Site.Classes[i]
		if d.tiers[i] == nil {
			if d.mw[i] > 0 {
				p.Allocations = append(p.Allocations, site.Allocation{Class: c.ID, Use: site.Mine, MW: d.mw[i]})
			}
			continue
		}
		for j, mw := range d.tiers[i] {
			if mw > 0 {
				p.Allocations = append(p.Allocations, site.Allocation{Class: c.ID, Use: site.Infer, Tier: c.Tiers[j].Name, MW: mw})
			}
		}
	}
	if len(reserve) > 0 {
		p.Reserve = append([]site.Hold(nil), reserve...)
	}
	return p
}
