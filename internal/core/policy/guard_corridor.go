package policy

import (
	"math"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// tiny is the power below which a difference is rounding, MW.
const tiny = 1e-9

// boundless stands for a limit that is not configured, MW.
const boundless unit.MW = 1e9

// guarding is Guard at work: a corridor of power for each class and for all of
// them together, and the wish that has to fit in. All powers are what machines
// draw, sleep power included.
//
// The corridor is never empty: every class has lo <= hi; the lows of a feeder
// fit its limit and all lows fit the site's high; the site's low can be reached
// with the highs that feeders let through. The four ways to narrow it keep that
// so, and stop where it would not be.
type guarding struct {
	in      Input
	orders  *site.Orders
	wish    site.Plan
	at      time.Time
	classes []corridor // in the order of the site's
	lo, hi  unit.MW    // of all classes together
	reasons []Reason
}

// corridor is what a class may draw, beside what it draws and should draw.
type corridor struct {
	lo, hi unit.MW
	now    unit.MW // drawn in the interval before
	wish   unit.MW // drawn under the wish
	feeder int     // position among the site's feeders; -1: none
	rungs  []rung  // uses by merit; nil for a class that only mines
	on     bool    // was at work in the interval before
	state  *site.ClassState
}

func newGuarding(in Input, orders *site.Orders, wish site.Plan) *guarding {
	g := &guarding{in: in, orders: orders, wish: wish, at: moment(in), hi: boundless}
	g.classes = make([]corridor, len(in.Site.Classes))
	for i := range g.classes {
		c := &in.Site.Classes[i]
		k := &g.classes[i]
		k.lo, k.hi = c.AsleepMW(), c.MaxMW()
		k.feeder = feederOf(in.Site, c.Feeder)
		k.state = stateOf(in.State, i, c.ID)
		k.now = c.DrawMW(0)
		if k.state != nil {
			k.now, k.on = c.DrawMW(k.state.MW), k.state.On
		}
		k.rungs, k.wish = ladder(c, wish)
	}
	return g
}

// moment is when the plan takes effect: the start of its interval, or later
// where an order comes in the middle of it.
func moment(in Input) time.Time {
	i := in.Snapshot.Interval
	if i.Contains(in.Snapshot.AsOf) {
		return in.Snapshot.AsOf
	}
	return i.Start
}

// stateOf is the state of the class at position i; nil where the state does not
// know it. States list classes in the site's order.
func stateOf(st *site.State, i int, id string) *site.ClassState {
	if i < len(st.Classes) && st.Classes[i].Class == id {
		return &st.Classes[i]
	}
	for j := range st.Classes {
		if st.Classes[j].Class == id {
			return &st.Classes[j]
		}
	}
	return nil
}

func feederOf(s *site.Site, id string) int {
	for f := range s.Limits.Feeders {
		if id != "" && s.Limits.Feeders[f].ID == id {
			return f
		}
	}
	return -1
}

// capClass lowers the most that a class may draw. It reports whether the wish
// is above that.
func (g *guarding) capClass(i int, hi unit.MW) bool {
	k := &g.classes[i]
	if hi >= k.hi {
		return false
	}
	k.hi = max(hi, k.lo)
	if lack := g.lo - g.reach(); lack > 0 {
		k.hi += lack
	}
	return k.wish > k.hi+tiny
}

// floorClass raises the least that a class may draw. It reports whether the
// wish is below that.
func (g *guarding) floorClass(i int, lo unit.MW) bool {
	k := &g.classes[i]
	room := g.hi - g.sumLow(-1)
	if k.feeder >= 0 {
		room = min(room, g.feederLimit(k.feeder)-g.sumLow(k.feeder))
	}
	lo = min(lo, k.hi, k.lo+room)
	if lo <= k.lo {
		return false
	}
	k.lo = lo
	return k.wish < lo-tiny
}

// capSite lowers the most that all classes may draw together. It reports
// whether the wish is above that.
func (g *guarding) capSite(hi unit.MW) bool {
	hi = max(hi, g.lo, g.sumLow(-1))
	if hi >= g.hi {
		return false
	}
	g.hi = hi
	return g.wished() > hi+tiny
}

// floorSite raises the least that all classes must draw together. It reports
// whether the wish is below that.
func (g *guarding) floorSite(lo unit.MW) bool {
	lo = min(lo, g.hi, g.reach())
	if lo <= g.lo {
		return false
	}
	g.lo = lo
	return g.wished() < lo-tiny
}

// reach is the most that classes can draw through their feeders.
func (g *guarding) reach() unit.MW {
	sum := g.sumHigh(-1)
	for f := range g.in.Site.Limits.Feeders {
		sum += min(0, g.feederLimit(f)-g.sumHigh(f))
	}
	return sum
}

// sumLow is the sum of the lows on a feeder, or (-1) of all.
func (g *guarding) sumLow(feeder int) unit.MW {
	var sum unit.MW
	for i := range g.classes {
		if k := &g.classes[i]; feeder < 0 || k.feeder == feeder {
			sum += k.lo
		}
	}
	return sum
}

// sumHigh is the sum of the highs on a feeder, or (-1) of all.
func (g *guarding) sumHigh(feeder int) unit.MW {
	var sum unit.MW
	for i := range g.classes {
		if k := &g.classes[i]; feeder < 0 || k.feeder == feeder {
			sum += k.hi
		}
	}
	return sum
}

// feederLimit is what a feeder carries. Machines draw their sleep power even
// where that is more.
func (g *guarding) feederLimit(f int) unit.MW {
	var asleep unit.MW
	for i := range g.classes {
		if g.classes[i].feeder == f {
			asleep += g.in.Site.Classes[i].AsleepMW()
		}
	}
	return max(asleep, g.in.Site.Limits.Feeders[f].LimitMW)
}

func (g *guarding) wished() unit.MW {
	var sum unit.MW
	for i := range g.classes {
		sum += g.classes[i].wish
	}
	return sum
}

// drawn is what all classes drew in the interval before.
func (g *guarding) drawn() unit.MW {
	var sum unit.MW
	for i := range g.classes {
		sum += g.classes[i].now
	}
	return sum
}

// byWorth calls do for every class, the most valuable first, so that whoever
// cannot give to all gives to the better part.
func byWorth(s *site.Site, do func(i int)) {
	last, lastAt := math.Inf(1), -1
	for range s.Classes {
		next, nextAt := math.Inf(-1), -1
		for i := range s.Classes {
			w := worth(&s.Classes[i])
			if after := w < last || w == last && i > lastAt; after && w > next {
				next, nextAt = w, i
			}
		}
		do(nextAt)
		last, lastAt = next, nextAt
	}
}

// worth ranks classes: inference above mining, efficient miners above others.
func worth(c *site.Class) float64 {
	if len(c.Tiers) > 0 {
		return rankTier
	}
	return rankMine(c.Efficiency(), c.PoolFee)
}
