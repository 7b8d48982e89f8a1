package backtest

import (
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/market"
)

// window is how many past prices a snapshot shows: three hours of quarter
// hours, as in live running.
const window = 12

// cursor moves along a timeline and keeps the snapshot of where it is. Slices
// of the snapshot are windows into the data; nothing is copied.
type cursor struct {
	line *timeline
	snap market.Snapshot

	settled, runs        int // how many have ended
	daBegin, daKnown     int // day-ahead: first not over, first not yet known
	resBegin, resEnd     int // reserve prices of the current hour
	gpu, load, eea       int // how many are known
	reserveHour          time.Time
	reserveKnown, gpuNow []market.Keyed
}

func (l *timeline) cursor() *cursor {
	return &cursor{line: l, snap: market.Snapshot{Point: l.site.Point}}
}

// at is the snapshot for deciding interval i, as of its start. Intervals must
// be visited in order; the snapshot is good until the next call.
func (c *cursor) at(i int) *market.Snapshot {
	c.snap.Interval = c.line.intervals[i]
	c.snap.AsOf = c.snap.Interval.Start
	c.prices()
	c.dayAhead()
	c.reserve()
	c.rentals()
	c.loads()
	c.peaks()
	c.emergency()
	c.snap.Network.Hashprice = market.Quote{}
	if at := c.line.hashprice[i]; at >= 0 {
		c.snap.Network.Hashprice = c.line.data.Hashprice[at]
	}
	return &c.snap
}

// end is the snapshot after the last interval, in which everything has settled.
func (c *cursor) end() *market.Snapshot {
	last := c.line.intervals[len(c.line.intervals)-1]
	c.snap.Interval = last.Next()
	c.snap.AsOf = last.End().Add(c.line.lag)
	c.prices()
	return &c.snap
}

// prices shows what has ended, and came out since: a price is never visible while
// it is being made.
func (c *cursor) prices() {
	asOf := c.snap.AsOf.Add(-c.line.lag)
	c.settled = ended(c.line.settled, c.settled, asOf)
	c.snap.Settled = c.line.settled[max(0, c.settled-window):c.settled]
	if c.settled > 0 {
		c.snap.SPP = c.line.settled[c.settled-1]
	}
	c.runs = ended(c.line.runs, c.runs, asOf)
	c.snap.SCED = c.line.runs[max(0, c.runs-window):c.runs]
}

// ended is how many quotes are over at a moment, given how many were.
func ended(quotes []market.Quote, from int, at time.Time) int {
	for from < len(quotes) && !quotes[from].Interval().End().After(at) {
		from++
	}
	return from
}

func (c *cursor) dayAhead() {
	da := c.line.data.DayAhead
	c.daBegin = ended(da, c.daBegin, c.snap.AsOf)
	c.daKnown = max(c.daKnown, c.daBegin)
	for c.daKnown < len(da) && !da[c.daKnown].Known.After(c.snap.AsOf) {
		c.daKnown++
	}
	c.snap.DayAhead = da[c.daBegin:c.daKnown]
}

// reserve shows the current hour's capacity prices.
func (c *cursor) reserve() {
	all := c.line.data.Reserve
	hour := c.snap.AsOf.Truncate(time.Hour)
	if len(all) == 0 || hour.Equal(c.reserveHour) {
		return
	}
	c.reserveHour = hour
	for c.resEnd < len(all) && !all[c.resEnd].Start.After(hour) {
		c.resEnd++
	}
	for c.resBegin < c.resEnd && all[c.resBegin].Start.Before(hour) {
		c.resBegin++
	}
	c.reserveKnown = c.reserveKnown[:0]
	for _, q := range all[c.resBegin:c.resEnd] {
		if !q.Known.After(c.snap.AsOf) {
			c.reserveKnown = append(c.reserveKnown, q)
		}
	}
	c.snap.DAReserve = c.reserveKnown
}

// rentals shows the newest price of every model.
func (c *cursor) rentals() {
	all := c.line.data.GPU
	for ; c.gpu < len(all) && !all[c.gpu].Known.After(c.snap.AsOf); c.gpu++ {
		c.rent(all[c.gpu])
	}
	c.snap.GPU = c.gpuNow
}

func (c *cursor) rent(q market.Keyed) {
	for i := range c.gpuNow {
		if c.gpuNow[i].Key == q.Key {
			c.gpuNow[i] = q
			return
		}
	}
	c.gpuNow = append(c.gpuNow, q)
}

// peaks shows the chances that the day's coming hours are their month's peak.
func (c *cursor) peaks() {
	if c.line.peaks != nil {
		c.snap.Peaks = c.line.peaks.chances[c.snap.AsOf.Truncate(time.Hour).Unix()]
	}
}

// emergency shows the emergency level in force.
func (c *cursor) emergency() {
	all := c.line.data.EEA
	for c.eea < len(all) && !all[c.eea].Start.After(c.snap.AsOf) {
		c.snap.System.EEA = all[c.eea]
		c.eea++
	}
}

func (c *cursor) loads() {
	all := c.line.data.Load
	for c.load < len(all) && !all[c.load].Known.After(c.snap.AsOf) {
		c.load++
	}
	if c.load > 0 {
		c.snap.System.Load = all[c.load-1]
	}
}
