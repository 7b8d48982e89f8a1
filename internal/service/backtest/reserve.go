package backtest

import (
	"math"
	"slices"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/desk"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// selling is how a policy's reserve is offered for the day ahead.
type selling struct {
	// floor is a fixed price at which everything is offered in every hour, $/MW-h:
	// the static rule. Where peaks are played it holds back in the afternoons of the
	// months that count.
	floor float64
	// ahead offers at what holding costs by the forecast at the time of offering,
	// times a factor that has served best so far.
	ahead bool
	// learned is what the factor was before the first interval; the zero value: nothing.
	learned factor
	// back buys back in real time what the plan does not hold.
	back bool
	// known sells what a schedule of perfect foresight leaves on.
	known *policy.Schedule
}

const (
	// offersAt and awardsAt are when offers for the next operating day are made and
	// when what was taken is known, Central time.
	offersAt = 9 * time.Hour
	awardsAt = 13*time.Hour + 30*time.Minute
)

// reserves is the day-ahead desk of one run. Under the static rule what is
// awarded binds: the load stays on. A policy that buys back has positions instead,
// and of them the real-time award that its plan holds. Nothing is called.
type reserves struct {
	line   *timeline
	sell   selling
	orders *site.Orders
	prices map[int64]map[string]float64 // MCPC by hour and product
	next   int                          // operating day that is offered for next
	awards []site.Award                 // of the days offered for, in time order
	shown  []site.Award                 // known and not over
	factor factor
}

func (l *timeline) reserves(sell selling, orders *site.Orders) *reserves {
	if l.site.Participation == nil {
		return nil
	}
	r := &reserves{line: l, sell: sell, orders: orders, prices: l.mcpc(), factor: sell.learned}
	if r.factor.grid == nil {
		r.factor = newFactor()
	}
	r.factor.days, r.factor.back = slices.Clone(r.factor.days), sell.back
	if sell.known != nil {
		r.planned()
	}
	return r
}

// mcpc are the capacity prices by hour and product.
func (l *timeline) mcpc() map[int64]map[string]float64 {
	out := make(map[int64]map[string]float64)
	for _, q := range l.data.Reserve {
		at := q.Start.Unix()
		if out[at] == nil {
			out[at] = make(map[string]float64, 5)
		}
		out[at][q.Key] = q.Value
	}
	return out
}

// step makes the offers that are due at the beginning of an interval, and puts what
// is known then, and not over, among the orders.
func (r *reserves) step(i int, snap *market.Snapshot, outlook *market.Outlook) {
	if r == nil {
		return
	}
	now := r.line.intervals[i].Start
	for r.sell.known == nil && r.next < len(r.line.days) && !now.Before(r.line.days[r.next].Add(-1).Start().Add(offersAt)) {
		r.offer(r.line.days[r.next], snap, outlook)
		r.next++
	}
	r.shown = r.shown[:0]
	for _, a := range r.awards {
		known := unit.DayOf(a.Start).Add(-1).Start().Add(awardsAt)
		if a.End.After(now) && (r.sell.known != nil && !a.Start.After(now) || r.sell.known == nil && !known.After(now)) {
			r.shown = append(r.shown, a)
		}
	}
	for len(r.awards) > 0 && !r.awards[0].End.After(now) {
		r.awards = r.awards[1:]
	}
	if r.sell.back {
		r.positions()
		return
	}
	r.orders.Awards = r.shown
}

// offer is the day's offers, cleared at the prices that came of it.
func (r *reserves) offer(day unit.Day, snap *market.Snapshot, outlook *market.Outlook) {
	if day == r.line.days[0] {
		return // nothing was decided on the day before the first
	}
	blocks := desk.Blocks(r.line.site, snap)
	for h := range day.Hours() {
		start := day.Start().Add(time.Duration(h) * time.Hour)
		prices, ok := r.prices[start.Unix()]
		costs := r.costs(blocks, start, snap, outlook)
		if !ok || len(costs) == 0 {
			continue
		}
		taken := desk.Taken(r.line.site, costs, desk.Capability(r.line.site, blocks, start), func(product string) (float64, bool) {
			usd, ok := prices[product]
			return usd, ok
		})
		if r.sell.ahead {
			r.factor.remember(offered{start, blocks, costs, prices, r.line.site, spotAhead(snap, start)})
		}
		for _, hold := range taken {
			r.award(start, hold)
		}
	}
}

func (r *reserves) award(start time.Time, hold site.Hold) {
	r.awards = append(r.awards, site.Award{
		Product: hold.Product, MW: hold.MW, Up: true, LowMW: r.line.site.Participation.LowMW, Start: start, End: start.Add(time.Hour),
	})
}

// costs are the prices at which an hour's blocks are offered; none: it is held
// back.
func (r *reserves) costs(blocks []desk.Block, start time.Time, snap *market.Snapshot, outlook *market.Outlook) []desk.Cost {
	if !r.sell.ahead {
		costs := desk.Costs(r.line.site, blocks, desk.Prices{0})
		for k := range costs {
			costs[k].Price = r.sell.floor
		}
		if r.line.peakAfternoon(start) {
			return nil
		}
		return costs
	}
	prices, _, ok := desk.Hourly(outlook, snap.DayAhead, start)
	if !ok {
		return nil
	}
	costs := desk.Costs(r.line.site, blocks, prices)
	scale := r.factor.best(snap.AsOf, r.line)
	if math.IsInf(scale, 1) {
		r.factor.remember(offered{start, blocks, costs, r.prices[start.Unix()], r.line.site, spotAhead(snap, start)})
		return nil
	}
	peak := r.line.peakRisk(start)
	for k := range costs {
		costs[k].Price = scale*costs[k].Price + peak
	}
	return costs
}

// planned sells the most that a schedule leaves on in an hour, as its best product.
func (r *reserves) planned() {
	s := r.line.site
	for i := 0; i < len(r.line.intervals); {
		hour := r.line.intervals[i].Within(time.Hour)
		var most unit.MW
		for ; i < len(r.line.intervals) && hour.Contains(r.line.intervals[i].Start); i++ {
			var held unit.MW
			for k := range s.Classes {
				c := &s.Classes[k]
				held += max(0, c.DrawMW(r.sell.known.MW(k, i))-max(c.AsleepMW(), c.SoldMW()))
			}
			most = max(most, held*unit.MW(1+s.Limits.AuxShare))
		}
		if unit.DayOf(hour.Start) == r.line.days[0] {
			continue
		}
		product, price := bestProduct(s, r.prices[hour.Start.Unix()])
		if mw := most * unit.MW(1-s.Participation.WakeFail); price > 0 && mw > 1e-9 {
			r.award(hour.Start, site.Hold{Product: product, MW: mw, Up: true})
		}
	}
}

// bestProduct is the dearest upward product of an hour that a site may sell.
func bestProduct(s *site.Site, prices map[string]float64) (product string, price float64) {
	if s.Participation == nil {
		return "", 0
	}
	for _, q := range s.Participation.Qualified {
		p, ok := site.ProductFor(s.Participation.Type, q.Product)
		if usd := prices[q.Product]; ok && p.Up && usd > price {
			product, price = q.Product, usd
		}
	}
	return product, price
}

// factor is by what the cost of holding is multiplied: 0 offers at nothing, as the
// static rule does, infinity offers nothing. It is 0 unless another would have
// earned more on the days before by more than a standard error of the
// difference: forecasts are made before the market's prices are known, and a
// price that is high enough to be taken often goes with a dear hour.
type factor struct {
	grid []float64
	back bool    // what costs more than it is bought back at is
	days []gains // newest last
	past []offered
}

// gains are what each factor would have earned on a day, $.
type gains struct {
	day    unit.Day
	earned []float64
}

// offered is an hour as it was offered, to be looked at once its price is known.
type offered struct {
	start  time.Time
	blocks []desk.Block
	costs  []desk.Cost // before the factor
	prices map[string]float64
	site   *site.Site
	spot   float64 // day-ahead price of energy, $/MWh; infinite where none is known
}

func newFactor() factor {
	return factor{grid: []float64{0, 0.1, 0.25, 0.5, 1, 1.5, 2, 3, math.Inf(1)}}
}

const (
	// leastLearned and mostLearned bound the days that a factor is chosen on.
	leastLearned, mostLearned = 28, 90
)

// beforehand is the factor as it was learned on the days before a study, from
// forecasts made then; untaught where they lack prices.
func (st Study) beforehand() factor {
	if st.Site.Participation == nil {
		return factor{}
	}
	from := st.From.Add(-learnDays).Start()
	if len(st.Data.Reserve) == 0 || st.Data.Reserve[0].Start.After(from) {
		return factor{}
	}
	line, err := newTimeline(st, from, st.From.Start())
	if err != nil {
		return factor{}
	}
	r, seer, cursor := line.reserves(selling{ahead: true, back: true}, &site.Orders{}), line.foreseer(st.Forecast), line.cursor()
	for i := range line.intervals {
		snap := cursor.at(i)
		r.step(i, snap, seer.outlook(i))
	}
	return r.factor
}

// learnDays is how many days before a study offers are learned from.
const learnDays = 90

func (f *factor) remember(o offered) { f.past = append(f.past, o) }

// best learns from the hours whose price is known by now.
func (f *factor) best(now time.Time, l *timeline) float64 {
	for len(f.past) > 0 && !f.past[0].start.Add(time.Hour+l.lag).After(now) {
		f.learn(f.past[0], l)
		f.past = f.past[1:]
	}
	if len(f.days) < leastLearned {
		return 0
	}
	best, at := 0.0, 0
	for k := range f.grid {
		if lead := f.lead(k); lead > best {
			best, at = lead, k
		}
	}
	return f.grid[at]
}

// lead is by how much a factor has earned more a day than the static rule, less
// the standard error of that.
func (f *factor) lead(k int) float64 {
	n, mean, square := float64(len(f.days)), 0.0, 0.0
	for _, d := range f.days {
		more := d.earned[k] - d.earned[0]
		mean += more / n
		square += more * more / n
	}
	return mean - math.Sqrt(max(0, square-mean*mean)/n)
}

func (f *factor) learn(o offered, l *timeline) {
	price, ok := l.priceAt(o.start)
	if !ok {
		return
	}
	day := unit.DayOf(o.start)
	if n := len(f.days); n == 0 || f.days[n-1].day != day {
		f.days = append(f.days, gains{day, make([]float64, len(f.grid))})
		f.days = f.days[max(0, len(f.days)-mostLearned):]
	}
	earned := f.days[len(f.days)-1].earned
	for k, scale := range f.grid {
		for _, b := range o.blocks {
			best := 0.0
			for _, c := range o.costs {
				usd, sold := o.prices[c.Product]
				if c.Block == b && sold && !math.IsInf(scale, 1) && usd > scale*c.Option {
					best = max(best, usd)
				}
			}
			if best > 0 {
				lost := max(0, price-float64(b.Value))
				if f.back {
					lost = min(lost, best+l.rise(price, o.spot))
				}
				earned[k] += float64(b.MW) * (best - lost)
			}
		}
	}
}

// priceAt is the mean price of the hour that begins at a moment.
func (l *timeline) priceAt(hour time.Time) (float64, bool) {
	from := search(l.settled, func(q market.Quote) bool { return !q.Start.Before(hour) })
	sum, n := 0.0, 0
	for k := from; k < len(l.settled) && l.settled[k].Start.Before(hour.Add(time.Hour)); k++ {
		sum += l.settled[k].Value
		n++
	}
	return sum / float64(max(1, n)), n > 0
}
