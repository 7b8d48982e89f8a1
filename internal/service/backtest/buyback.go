package backtest

import (
	"cmp"
	"math"
	"slices"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// rise is by how much the real-time price of reserve is assumed to be above the
// day-ahead price, $/MW-h, where energy that was sold at spot day ahead costs
// price: a share of the difference. History from before RTC+B has no real-time price
// of reserve; a share of 1 makes buying back cost all that it saves.
func (l *timeline) rise(price, spot float64) float64 {
	return l.follow * max(0, price-spot)
}

// spotAhead is the day-ahead price of energy for an hour; infinite where none is
// known, so that nothing rises above it.
func spotAhead(snap *market.Snapshot, hour time.Time) float64 {
	if q, ok := snap.DayAheadFor(hour); ok {
		return q.Value
	}
	return math.Inf(1)
}

// positions makes of what was awarded day ahead positions in money; what binds is
// the real-time award, see [reserves.hold].
func (r *reserves) positions() {
	r.orders.Awards, r.orders.DayAhead = nil, r.orders.DayAhead[:0]
	for _, a := range r.shown {
		r.orders.DayAhead = append(r.orders.DayAhead, site.Position{
			Product: a.Product, MW: a.MW, Price: r.prices[a.Start.Unix()][a.Product], Start: a.Start, End: a.End,
		})
	}
}

// hold is the real-time award of an interval: what of the positions a plan holds
// above the low power consumption, the dearest product first. It binds.
func (r *reserves) hold(wish site.Plan, now time.Time) {
	if r == nil || !r.sell.back {
		return
	}
	s := r.line.site
	left := s.PlanMeterMW(wish) - s.Participation.LowMW
	sold := slices.Clone(r.orders.DayAhead)
	slices.SortStableFunc(sold, func(a, b site.Position) int { return cmp.Compare(b.Price, a.Price) })
	for _, p := range sold {
		if mw := min(p.MW, left); mw > 1e-9 && site.In(now, p.Start, p.End) {
			r.orders.Awards = append(r.orders.Awards, site.Award{
				Product: p.Product, MW: mw, Up: true, LowMW: s.Participation.LowMW, Start: p.Start, End: p.End,
			})
			left -= mw
		}
	}
}

// reprice puts the assumed real-time price of reserve in place of the day-ahead
// price in the interval that was just decided.
func (r *reserves) reprice(st *site.State, snap *market.Snapshot) {
	if r == nil || !r.sell.back || r.line.follow == 0 || len(st.Pending) == 0 {
		return
	}
	m := &st.Pending[len(st.Pending)-1]
	at := search(r.line.settled, func(q market.Quote) bool { return q.Interval().End().After(m.Interval.Start) })
	if at == len(r.line.settled) {
		return
	}
	more := r.line.rise(r.line.settled[at].Value, spotAhead(snap, m.Interval.Start))
	for k := range m.Reserve {
		m.Reserve[k].Price += unit.USDPerMW(more)
	}
}

// backPrice is the mean price of what is sold day ahead at a moment, $/MW-h; 0 where
// nothing is.
func backPrice(sold []site.Position, at time.Time) float64 {
	worth, mw := 0.0, 0.0
	for _, p := range sold {
		if site.In(at, p.Start, p.End) {
			worth, mw = worth+float64(p.MW)*p.Price, mw+float64(p.MW)
		}
	}
	if mw == 0 {
		return 0
	}
	return worth / mw
}
