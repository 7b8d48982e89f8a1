package backtest

import (
	"errors"
	"fmt"
	"slices"
	"sort"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/settle"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

var (
	errNoPrices    = errors.New("no settlement point price")
	errNoHashprice = errors.New("no hashprice")
)

// timeline is the intervals of a study and what was known at each. It is shared
// by all policies and never changed once made.
type timeline struct {
	site      *site.Site
	data      Data
	intervals []unit.Interval
	settled   []market.Quote // prices that intervals settle at
	runs      []market.Quote // 5-minute prices, where the data have them
	hashprice []int          // by interval: index into data.Hashprice; -1 where unknown
	day       []int          // by interval: index into days
	days      []unit.Day
	step      time.Duration
	skipped   int           // intervals of the span without a complete price
	lag       time.Duration // after which prices show
	follow    float64       // of energy's rise, by real-time reserve
	peaks     *peaks        // nil: no charge by coincident peak is counted
	sales     []settle.Sale // of the site's certificates
}

// newTimeline lays out the intervals of [from, to) that have a price.
func newTimeline(st Study, from, to time.Time) (*timeline, error) {
	l := &timeline{site: st.Site, data: st.Data, lag: st.Lag, follow: st.Follow}
	for _, s := range st.Data.Sales {
		if s.Site == st.Site.ID && s.From.Before(to) && s.To.After(from) {
			l.sales = append(l.sales, s)
		}
	}
	if !from.Before(to) {
		return nil, errors.New("the first day lies after the last")
	}
	if len(st.Data.Spot) == 0 && st.Site.Contract.Kind == site.Fixed {
		l.hours(from, to)
	} else if err := l.prices(st, from, to); err != nil {
		return nil, err
	}
	if err := l.attachDays(); err != nil {
		return nil, err
	}
	return l, nil
}

// hours are the intervals of a site that no price concerns.
func (l *timeline) hours(from, to time.Time) {
	l.step = time.Hour
	for i := unit.IntervalAt(from, time.Hour); i.Start.Before(to); i = i.Next() {
		l.intervals = append(l.intervals, i)
	}
}

func (l *timeline) prices(st Study, from, to time.Time) error {
	spot := clip(st.Data.Spot, func(q market.Quote) time.Time { return q.Start }, from, to)
	if len(spot) == 0 {
		return fmt.Errorf("%w of %s between %s and %s: check the file and the days",
			errNoPrices, st.Site.Point, from.Format(time.RFC3339), to.Format(time.RFC3339))
	}
	data := spot[0].Length
	for i, q := range spot {
		if q.Length != data {
			return fmt.Errorf("prices change from %s to %s intervals at %s: use one resolution", data, q.Length, q.Start.Format(time.RFC3339))
		}
		if i > 0 && !q.Start.After(spot[i-1].Start) {
			return fmt.Errorf("prices are not in time order at %s", q.Start.Format(time.RFC3339))
		}
	}
	l.step = data
	if st.Step != 0 {
		l.step = st.Step
	}
	if l.step < data || l.step%data != 0 || (l.step != unit.Control && l.step != unit.Settlement && l.step != time.Hour) {
		return fmt.Errorf("a step of %s does not fit prices of %s intervals: want 5, 15 or 60 minutes and no shorter than the data", l.step, data)
	}
	// Load settles on quarter hours at the least.
	l.settled = means(spot, max(l.step, unit.Settlement))
	if l.step < unit.Settlement {
		l.runs = spot
	}
	for _, q := range l.settled {
		for i := unit.IntervalAt(q.Start, l.step); i.Start.Before(q.Interval().End()); i = i.Next() {
			l.intervals = append(l.intervals, i)
		}
	}
	if len(l.intervals) == 0 {
		return fmt.Errorf("%w of %s is complete: every %s has a gap", errNoPrices, st.Site.Point, max(l.step, unit.Settlement))
	}
	l.skipped = int(to.Sub(from)/l.step) - len(l.intervals)
	return nil
}

// means are the averages of prices over longer intervals, of those alone that
// are complete.
func means(spot []market.Quote, length time.Duration) []market.Quote {
	if spot[0].Length == length {
		return spot
	}
	want := int(length / spot[0].Length)
	var out []market.Quote
	for i := 0; i < len(spot); {
		whole := unit.IntervalAt(spot[i].Start, length)
		sum, n := 0.0, 0
		for ; i < len(spot) && whole.Contains(spot[i].Start); i++ {
			sum += spot[i].Value
			n++
		}
		if n == want {
			out = append(out, market.Quote{
				Value: sum / float64(n), Start: whole.Start, Length: length, Known: whole.End(),
				Source: spot[i-1].Source, Simulated: spot[i-1].Simulated,
			})
		}
	}
	return out
}

// attachDays gives every interval its operating day and hashprice.
func (l *timeline) attachDays() error {
	l.day = make([]int, len(l.intervals))
	l.hashprice = make([]int, len(l.intervals))
	var ends time.Time
	for i, interval := range l.intervals {
		if i == 0 || !interval.Start.Before(ends) {
			day := dayOf(interval)
			l.days = append(l.days, day)
			ends = day.Next().Start()
		}
		l.day[i] = len(l.days) - 1
		at, err := l.hashpriceAt(interval)
		if err != nil {
			return err
		}
		l.hashprice[i] = at
	}
	return nil
}

func (l *timeline) hashpriceAt(i unit.Interval) (int, error) {
	hp := l.data.Hashprice
	at := search(hp, func(q market.Quote) bool { return q.Start.After(i.Start) }) - 1
	if at >= 0 && hp[at].Interval().Contains(i.Start) {
		return at, nil
	}
	if !slices.ContainsFunc(l.site.Classes, func(c site.Class) bool { return c.Mines() }) {
		return -1, nil
	}
	return 0, fmt.Errorf("%w for %s: give a file that covers it, or end the study before", errNoHashprice, dayOf(i))
}

// foresight is the whole timeline with its prices, for the oracle.
func (l *timeline) foresight() policy.Foresight {
	start := l.site.InitialState(l.intervals[0].Start, true)
	f := policy.Foresight{Site: l.site, State: &start, Moments: make([]policy.Moment, len(l.intervals))}
	c, prices := l.cursor(), l.mcpc()
	at := 0
	for i, interval := range l.intervals {
		for at < len(l.settled) && !l.settled[at].Interval().Contains(interval.Start) {
			at++
		}
		m := &f.Moments[i]
		m.Interval = interval
		if at < len(l.settled) {
			m.SPP = unit.USDPerMWh(l.settled[at].Value)
		}
		if l.site.Participation != nil && l.day[i] > 0 {
			_, usd := bestProduct(l.site, prices[interval.Start.Truncate(time.Hour).Unix()])
			m.Reserve = unit.USDPerMW(usd * (1 - l.site.Participation.WakeFail))
		}
		m.Peak = l.peaks.charge(interval, 1)
		snap := c.at(i)
		m.Hashprice = unit.USDPerPHDay(snap.Network.Hashprice.Value)
		for _, g := range snap.GPU {
			m.GPU = append(m.GPU, site.GPUPrice{Model: g.Key, USD: g.Value})
		}
	}
	return f
}

// search is the position of the first element for which a condition holds that
// holds for all after it.
func search[T any](series []T, holds func(T) bool) int {
	return sort.Search(len(series), func(i int) bool { return holds(series[i]) })
}
