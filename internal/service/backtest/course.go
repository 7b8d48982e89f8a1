package backtest

import (
	"fmt"
	"slices"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Course is the intervals of a study one by one, for learning: what was known
// at each, what bound the site, and what it settled at. It serves one reader.
type Course struct {
	*layout
	cursor *cursor
	next   int // that the cursor has not visited
}

// layout is what all readers of a course share.
type layout struct {
	line     *timeline
	price    []int             // by interval: index of the price that it settles at
	outlooks []*market.Outlook // by interval; none where nothing looks ahead
	orders   [2][]*site.Orders // by interval: of who looks ahead, and of the static rule
	sell     selling           // of who looks ahead
	static   policy.Policy
}

// NewCourse lays out a study's intervals, from its first day to its last, with
// the site as its levers leave it. The static rule has the study's threshold
// parameters.
func NewCourse(st Study) (*Course, error) {
	st, err := st.settled()
	if err != nil {
		return nil, err
	}
	line, err := newTimeline(st, st.From.Start(), st.To.Next().Start())
	if err != nil {
		return nil, fmt.Errorf("intervals of %s, %s to %s: %w", st.Site.ID, st.From, st.To, err)
	}
	if line.peaks, err = line.newPeaks(line.margin()); err != nil {
		return nil, fmt.Errorf("peaks of %s, %s to %s: %w", st.Site.ID, st.From, st.To, err)
	}
	l := &layout{line: line, price: make([]int, len(line.intervals))}
	at := 0
	for i, interval := range line.intervals {
		for at+1 < len(line.settled) && !line.settled[at].Interval().Contains(interval.Start) {
			at++
		}
		l.price[i] = at
	}
	var params policy.ThresholdParams
	if st.Threshold != nil {
		params = *st.Threshold
	}
	l.static = policy.Threshold{Params: params}
	if line.peaks != nil {
		l.static = shedding{l.static, line.peaks}
	}
	if line.site.Participation != nil {
		l.orders[1] = l.awarded(selling{floor: st.Floor})
		l.orders[0] = l.orders[1]
	}
	return &Course{layout: l, cursor: line.cursor()}, nil
}

// LookAhead adds the forecast that was there at each interval, and offers reserve
// by it, as for a policy that looks ahead: it buys back what does not pay to hold.
func (c *Course) LookAhead(st Study) error {
	st, err := st.settled()
	if err != nil {
		return err
	}
	c.outlooks = make([]*market.Outlook, len(c.line.intervals))
	seer := c.line.foreseer(st.Forecast)
	for i := range c.outlooks {
		c.outlooks[i] = seer.outlook(i)
	}
	if c.line.site.Participation != nil {
		c.sell = selling{ahead: true, back: true, learned: st.beforehand()}
		c.orders[0] = c.awarded(c.sell)
	}
	return nil
}

// awarded is what a site is told of reserve at each interval when it is sold in a
// way. It hangs on prices and forecasts alone, not on what is decided.
func (l *layout) awarded(sell selling) []*site.Orders {
	out := make([]*site.Orders, len(l.line.intervals))
	var now site.Orders
	desk, cursor := l.line.reserves(sell, &now), l.line.cursor()
	last := &site.Orders{}
	for i := range out {
		var outlook *market.Outlook
		if l.outlooks != nil {
			outlook = l.outlooks[i]
		}
		desk.step(i, cursor.at(i), outlook)
		if !slices.Equal(last.Awards, now.Awards) || !slices.Equal(last.DayAhead, now.DayAhead) {
			last = &site.Orders{Awards: slices.Clone(now.Awards), DayAhead: slices.Clone(now.DayAhead)}
		}
		out[i] = last
	}
	return out
}

// Twin is a second reader of the same intervals.
func (c *Course) Twin() *Course { return &Course{layout: c.layout, cursor: c.line.cursor()} }

// Site is the site as the study's levers leave it.
func (c *Course) Site() *site.Site { return c.line.site }

// Len is how many intervals there are.
func (c *Course) Len() int { return len(c.line.intervals) }

// Interval is interval i.
func (c *Course) Interval(i int) unit.Interval { return c.line.intervals[i] }

// PerDay is how many intervals a day of 24 hours has.
func (c *Course) PerDay() int { return int(24 * time.Hour / c.line.step) }

// At is what was known when interval i was decided. It is good until the next
// call.
func (c *Course) At(i int) *market.Snapshot {
	if i < c.next-1 {
		c.cursor = c.line.cursor()
	}
	c.next = i + 1
	snap := c.cursor.at(i)
	if c.outlooks != nil {
		snap.Outlook = c.outlooks[i]
	}
	return snap
}

// Price is what interval i settles at.
func (c *Course) Price(i int) market.Quote {
	if len(c.line.settled) == 0 {
		return market.Quote{}
	}
	return c.line.settled[c.price[i]]
}

// Charge is what the transmission charge by coincident peak comes to in interval
// i at a power at the meter, which shows once the month is over.
func (c *Course) Charge(i int, meter unit.MW) unit.MicroUSD {
	return unit.Dollars(c.line.peaks.charge(c.line.intervals[i], meter))
}

// Proceeds is what sold certificates bring in interval i at a power at the meter,
// which shows months later.
func (c *Course) Proceeds(i int, meter unit.MW) unit.MicroUSD {
	return c.line.proceeds(c.line.intervals[i], meter)
}

// Orders are the awards and positions of reserve that show at interval i; recorded
// history has no other orders.
func (c *Course) Orders(i int) *site.Orders { return orderOf(c.orders[0], i) }

// StaticOrders are those of the static rule.
func (c *Course) StaticOrders(i int) *site.Orders { return orderOf(c.orders[1], i) }

// Hold is what binds interval i once a plan is offered: of what was sold day
// ahead, the real-time award that the plan holds.
func (c *Course) Hold(i int, wish site.Plan) *site.Orders {
	seen := c.Orders(i)
	if seen == nil || !c.sell.back {
		return seen
	}
	bound := site.Orders{DayAhead: seen.DayAhead}
	desk := reserves{line: c.line, sell: c.sell, orders: &bound}
	desk.hold(wish, c.line.intervals[i].Start)
	return &bound
}

// Reprice puts the real-time price of reserve that is assumed in place of the
// day-ahead price in an interval of who looks ahead.
func (c *Course) Reprice(i int, st *site.State) {
	desk := reserves{line: c.line, sell: c.sell}
	desk.reprice(st, c.At(i))
}

// Static is the static rule that plays the same levers.
func (c *Course) Static() policy.Policy { return c.static }

func orderOf(orders []*site.Orders, i int) *site.Orders {
	if orders == nil {
		return nil
	}
	return orders[i]
}
