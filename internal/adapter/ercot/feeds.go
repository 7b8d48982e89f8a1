package ercot

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"sync"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/ercot/layout"
	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

const (
	// How far back a feed looks when it has seen nothing, and at most when it
	// has been away.
	intervalLookBack   = 2 * time.Hour
	scedLookBack       = time.Hour
	postingLookBack    = 2 * time.Hour
	correctionLookBack = 30 * 24 * time.Hour
	longestLookBack    = 24 * time.Hour

	// Cadences. A feed whose next value cannot be out yet asks nothing, so that
	// the allowance of 25 requests a minute carries some thirty points.
	priceEvery       = time.Minute
	perPoint         = 4 * time.Second // more points, longer cadence
	indicativeEvery  = 5 * time.Minute
	dayAheadEvery    = 5 * time.Minute
	postingEvery     = 15 * time.Minute
	actualLoadEvery  = time.Hour
	correctionsEvery = 6 * time.Hour
	conditionEvery   = 30 * time.Second
	dashboardEvery   = 5 * time.Minute

	dayAheadEarliest = 12*time.Hour + 30*time.Minute // Central, the day before
)

// Feed is one series of questions to ERCOT, to be polled at its cadence.
type Feed struct {
	name   string
	source string
	every  time.Duration
	client *Client
	clock  clock.Clock

	due   func(now, newest time.Time) bool // nil: always
	fetch func(ctx context.Context, now time.Time, m *memory) ([]market.Observation, []market.Raw, error)
	keep  time.Duration // how long what was reported is remembered

	mu     sync.Mutex
	memory memory
}

// Name is the product and, where the feed is of one, the settlement point.
func (f *Feed) Name() string { return f.name }

// Every is the cadence, on the client's clock.
func (f *Feed) Every() time.Duration { return f.every }

// Poll asks for what is missing as of now and returns what is new. Rows that
// could not be read are reported in the error beside the good ones. A poll at
// which nothing new can be out yet asks nothing and returns an empty batch.
func (f *Feed) Poll(ctx context.Context, now time.Time) (market.Batch, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.due != nil && !f.due(now, f.memory.newest) {
		return market.Batch{}, nil
	}
	read, raws, err := f.fetch(ctx, now, &f.memory)
	arrived := now
	if t := f.clock.Now(); t.After(arrived) {
		arrived = t
	}
	read = f.client.recent(read, arrived.Add(-f.keep))
	observations, bad := f.memory.news(read, stamp{f.source, arrived, f.client.cfg.Simulated})
	f.memory.forget(arrived.Add(-f.keep))
	return market.Batch{Raw: raws, Observations: observations}, errors.Join(err, bad)
}

// Forget makes the next poll report everything within the look-back again. It
// is for a caller that could not store what a poll brought.
func (f *Feed) Forget() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.memory = memory{}
}

// recent drops what is of other settlement points, or ended before from.
func (c *Client) recent(read []market.Observation, from time.Time) []market.Observation {
	kept := read[:0]
	for _, o := range read {
		if c.wanted(o) && !o.Interval.End().Before(from) {
			kept = append(kept, o)
		}
	}
	return kept
}

// Feeds is every series that needs the credentials of the Public API, and the
// dashboards, which the API has no counterpart of.
func (c *Client) Feeds() []*Feed {
	var feeds []*Feed
	every := max(priceEvery, time.Duration(len(c.cfg.Points))*perPoint)
	for _, point := range c.cfg.Points {
		feeds = append(feeds,
			c.quarters(layout.RealTimeSPP(), every, point), c.runs(layout.RealTimeLMP(), every, point), c.dayAhead(layout.DayAheadSPP(), point))
	}
	feeds = append(feeds,
		c.runs(layout.SystemLambda(), priceEvery, ""),
		c.runs(layout.RealTimeMCPC(), priceEvery, ""),
		c.quarters(layout.RealTimeMCPC15(), priceEvery, ""),
		c.dayAhead(layout.DayAheadMCPC(), ""),
		c.indicative(),
		c.postings(layout.LoadForecast(), url.Values{"inUseFlag": {"true"}}),
		c.postings(layout.WindPower(), nil),
		c.postings(layout.SolarPower(), nil),
		c.actualLoad(),
	)
	for _, p := range layout.Corrections() {
		feeds = append(feeds, c.corrected(p))
	}
	return append(feeds, c.dashboards()...)
}

// KeylessFeeds is what ERCOT shows without credentials: the dashboards, and
// prices from the report files of its information system.
func (c *Client) KeylessFeeds() []*Feed {
	feeds := c.dashboards()
	if len(c.points) > 0 {
		feeds = append(feeds,
			c.reports(misSPP, layout.RealTimeSPP(), priceEvery, intervalLookBack, quarterDue),
			c.reports(misLMP, layout.RealTimeLMP(), priceEvery, misLMPLookBack, runDue),
			c.reports(misDayAhead, layout.DayAheadSPP(), postingEvery, misDayLookBack, dayAheadDue),
		)
	}
	return append(feeds, c.reports(misDayAheadMCPC, layout.DayAheadMCPC(), postingEvery, misDayLookBack, dayAheadDue))
}

// feed is a feed of one product of the Public API, of one settlement point or
// of all.
func (c *Client) feed(p layout.Product, every, lookBack time.Duration, point string, ask func(now, from time.Time) url.Values) *Feed {
	f := &Feed{name: p.Source(), source: p.Source(), every: every, client: c, clock: c.cfg.Clock, keep: longestLookBack + lookBack}
	if point != "" {
		f.name += " " + point
	}
	f.fetch = func(ctx context.Context, now time.Time, m *memory) ([]market.Observation, []market.Raw, error) {
		read, raws, err := c.query(ctx, p, ask(now, missingFrom(now, m.newest, lookBack)))
		if err == nil && len(read) == 0 && point != "" && m.newest.IsZero() {
			err = fmt.Errorf("%s: nothing for settlement point %s in the last %s: check its name", p.Path, point, lookBack)
		}
		return read, raws, err
	}
	return f
}

// missingFrom is the start of what is missing: the look-back, or the end of
// what is known where that is longer ago, within bounds.
func missingFrom(now, newest time.Time, lookBack time.Duration) time.Time {
	from := now.Add(-lookBack)
	if newest.IsZero() || !newest.Before(from) {
		return from
	}
	if bound := now.Add(-max(longestLookBack, lookBack)); newest.Before(bound) {
		return bound
	}
	return newest
}

func atPoint(params url.Values, point string) url.Values {
	if point == "" {
		return params
	}
	return with(params, "settlementPoint", point)
}

// quarters feeds a product of 15-minute intervals.
func (c *Client) quarters(p layout.Product, every time.Duration, point string) *Feed {
	f := c.feed(p, every, intervalLookBack, point, func(now, from time.Time) url.Values {
		return atPoint(days("deliveryDate", unit.DayOf(from), unit.DayOf(now)), point)
	})
	f.due = quarterDue
	return f
}

// runs feeds a product of dispatch runs.
func (c *Client) runs(p layout.Product, every time.Duration, point string) *Feed {
	f := c.feed(p, every, scedLookBack, point, func(_, from time.Time) url.Values {
		return atPoint(since("SCEDTimestamp", from), point)
	})
	f.due = runDue
	return f
}

// dayAhead feeds a product of the day-ahead market: today's and, once it is
// out, tomorrow's.
func (c *Client) dayAhead(p layout.Product, point string) *Feed {
	f := c.feed(p, dayAheadEvery, intervalLookBack, point, func(now, _ time.Time) url.Values {
		today := unit.DayOf(now)
		return atPoint(days("deliveryDate", today, today.Next()), point)
	})
	f.due = dayAheadDue
	return f
}

func (c *Client) indicative() *Feed {
	return c.feed(layout.IndicativeMCPC(), indicativeEvery, scedLookBack, "", func(now, _ time.Time) url.Values {
		return since("RTDTimestamp", now.Add(-indicativeEvery))
	})
}

// postings feeds a report that is posted whole every hour.
func (c *Client) postings(p layout.Product, filter url.Values) *Feed {
	return c.feed(p, postingEvery, postingLookBack, "", func(now, _ time.Time) url.Values {
		params := since("postedDatetime", now.Add(-postingLookBack))
		for field, values := range filter {
			params[field] = values
		}
		return params
	})
}

func (c *Client) actualLoad() *Feed {
	return c.feed(layout.ActualLoad(), actualLoadEvery, 3*24*time.Hour, "", func(now, from time.Time) url.Values {
		return days("operatingDay", unit.DayOf(from), unit.DayOf(now))
	})
}

// corrected feeds a report of price corrections.
func (c *Client) corrected(p layout.Product) *Feed {
	f := c.feed(p, correctionsEvery, correctionLookBack, "", func(now, _ time.Time) url.Values {
		from := now.Add(-correctionLookBack)
		if p.ByRun() {
			return since("SCEDTimestamp", from)
		}
		return days("deliveryDate", unit.DayOf(from), unit.DayOf(now).Next())
	})
	f.name = "ercot" + p.Path
	return f
}

// quarterDue: the interval after the newest has ended.
func quarterDue(now, newest time.Time) bool { return !now.Before(newest.Add(unit.Settlement)) }

// runDue: the dispatch run after the newest has its mark behind it.
func runDue(now, newest time.Time) bool { return !now.Before(newest) }

// dayAheadDue: today is incomplete, or tomorrow is and may be out.
func dayAheadDue(now, newest time.Time) bool {
	today := unit.DayOf(now)
	if now.Before(today.Start().Add(dayAheadEarliest)) {
		return newest.Before(today.Next().Start())
	}
	return newest.Before(today.Add(2).Start())
}
