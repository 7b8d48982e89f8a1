// Package intraday forecasts a price from one settlement interval to the next,
// up to 48 hours ahead: it starts from what is expected a day ahead and carries
// today's distance from that forward, by a share that fades with the lead and is
// learned interval by interval. Of the newest price it takes as much as has
// served best at that lead, which is most of it for the next half hour.
//
// It is not for the day-ahead forecast itself, which it is given.
package intraday

import (
	"math"
	"slices"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/forecast/quantile"
)

const (
	// Step between forecasts, and the length of their intervals.
	Step = 15 * time.Minute
	// Leads is how many intervals are forecast.
	Leads = 192
	// keep is the share of what was learned that is kept at each step: half of it
	// is gone after four weeks.
	keep = 0.99974
	// prior is how many intervals of one unit of distance the first guess is worth.
	prior = 20
)

// Groups are the leads that bands and scores are kept for; a lead between two is
// treated as the next.
func Groups() []int { return []int{1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 160, Leads} }

// Tracker follows one price, or another quantity that is forecast by others. It is for one goroutine.
type Tracker struct {
	unit   float64
	xy, xx [Leads + 1]float64
	missed [Leads + 1][parts + 1]float64 // discounted absolute errors by lead and share of the newest price
	bands  []*quantile.Bands
	scores []Score
	past   map[int64]*round // by start, seconds
	groups []int
	whole  []shape // forecasts of which all has come true, oldest first
}

// round is a forecast that waits for its truths.
type round struct {
	price, distance float64
	base, point     [Leads + 1]float64 // by lead; NaN: no base was known
	carried         [Leads + 1]float64 // base and faded distance alone
	truth           [Leads + 1]float64 // NaN: not seen
	low, high       []float64          // of the 80 % band by group; NaN: none yet
}

// Score is how forecasts of a lead did, $/MWh.
type Score struct {
	Lead                          int // intervals
	N                             int
	MAE, PersistenceMAE, DayAhead float64 // mean absolute errors
	Banded                        int     // forecasts that had a band
	Coverage80                    float64 // of the band from 10 % to 90 %
	sum, sumPersistence, sumAhead float64
	inside                        int
}

// PriceUnit is the unit of distances of a price, $/MWh: a spike of 3,000 is 5.5
// of them on the scale of the hyperbolic sine, not 120.
const PriceUnit = 25

// New gives a tracker that has seen nothing. Distances are measured in units:
// those much larger count by their logarithm.
func New(unit float64) *Tracker {
	t := &Tracker{unit: unit, past: make(map[int64]*round), groups: Groups()}
	for _, g := range t.groups {
		t.bands = append(t.bands, quantile.New(1, quantile.Options{Keep: 8 * 96, Recent: 8 * 96, Rate: 0.001, Every: 12, Least: 96}))
		t.scores = append(t.scores, Score{Lead: g})
	}
	for k := 1; k <= Leads; k++ {
		t.xx[k], t.xy[k] = prior, prior*math.Exp(-float64(k)/8)
	}
	return t
}

// Step takes the price of the interval that starts at, learns from the forecasts
// that were made of it, and forecasts the intervals after it. base is the price
// expected a day ahead for the interval so many after at, as known by now. The
// result has a NaN where no base is known.
func (t *Tracker) Step(at time.Time, price float64, base func(lead int) (float64, bool)) []float64 {
	t.learn(at, price)
	r := &round{price: price}
	now, ok := base(0)
	if !ok {
		now = price
	}
	r.distance = math.Asinh((price - now) / t.unit)
	for k := 1; k <= Leads; k++ {
		b, ok := base(k)
		if !ok {
			b = math.NaN()
		}
		r.base[k], r.truth[k] = b, math.NaN()
		r.carried[k] = b + t.unit*math.Sinh(t.share(k)*r.distance)
		r.point[k] = blend(r.carried[k], price, t.best(k))
	}
	for g, lead := range t.groups {
		low, high := math.NaN(), math.NaN()
		if q, err := t.bands[g].Quantiles([]float64{r.point[lead]}); err == nil && !math.IsNaN(r.point[lead]) {
			low, high = q[0][2], q[0][8]
		}
		r.low, r.high = append(r.low, low), append(r.high, high)
	}
	t.past[at.Unix()] = r
	delete(t.past, at.Add(-(Leads+1)*Step).Unix())
	return r.point[1:]
}

// parts is in how many steps the share of the newest price is tried.
const parts = 8

// blend takes so many parts of the newest price.
func blend(carried, price float64, part int) float64 {
	share := float64(part) / parts
	return (1-share)*carried + share*price
}

// best is the share of the newest price that has served best at a lead, in
// parts.
func (t *Tracker) best(lead int) int {
	best := 0
	for part, missed := range t.missed[lead] {
		if missed < t.missed[lead][best] {
			best = part
		}
	}
	return best
}

// share of today's distance that is left after a lead.
func (t *Tracker) share(lead int) float64 {
	return math.Min(math.Max(t.xy[lead]/t.xx[lead], 0), 1)
}

func (t *Tracker) learn(at time.Time, price float64) {
	for k := 1; k <= Leads; k++ {
		r, ok := t.past[at.Add(-time.Duration(k)*Step).Unix()]
		if !ok || math.IsNaN(r.base[k]) {
			continue
		}
		r.truth[k] = price
		t.xx[k] = keep*t.xx[k] + r.distance*r.distance
		t.xy[k] = keep*t.xy[k] + r.distance*math.Asinh((price-r.base[k])/t.unit)
		for part := range t.missed[k] {
			t.missed[k][part] = keep*t.missed[k][part] + math.Abs(price-blend(r.carried[k], r.price, part))
		}
	}
	t.remember(at.Add(-Leads * Step))
	for g, lead := range t.groups {
		r, ok := t.past[at.Add(-time.Duration(lead)*Step).Unix()]
		if !ok || math.IsNaN(r.base[lead]) {
			continue
		}
		t.scores[g].add(price, r, lead, g)
		// Lengths agree and values are finite, so that this cannot fail.
		_ = t.bands[g].Learn([]float64{r.point[lead]}, []float64{price})
	}
}

func (s *Score) add(price float64, r *round, lead, group int) {
	s.N++
	s.sum += math.Abs(price - r.point[lead])
	s.sumPersistence += math.Abs(price - r.price)
	s.sumAhead += math.Abs(price - r.base[lead])
	n := float64(s.N)
	s.MAE, s.PersistenceMAE, s.DayAhead = s.sum/n, s.sumPersistence/n, s.sumAhead/n
	if math.IsNaN(r.low[group]) {
		return
	}
	s.Banded++
	if r.low[group] <= price && price <= r.high[group] {
		s.inside++
	}
	s.Coverage80 = float64(s.inside) / float64(s.Banded)
}

// Quantiles of a forecast, by lead from 1, then level; nil where a lead has too
// few past forecasts or no point.
func (t *Tracker) Quantiles(points []float64) [][]float64 { return t.quantiles(points, t.group) }

// QuantilesOn are those of the prices expected a day ahead, as they are.
func (t *Tracker) QuantilesOn(expected []float64) [][]float64 {
	return t.quantiles(expected, t.furthest)
}

// group is the one that a lead belongs to.
func (t *Tracker) group(lead int) int {
	g, _ := slices.BinarySearch(t.groups, lead)
	return g
}

// furthest is the group of the longest leads, where a forecast is hardly more
// than what was expected a day ahead.
func (t *Tracker) furthest(int) int { return len(t.groups) - 1 }

// ready is the group, or else the next of longer leads, that has learned enough:
// bands that are rather too wide.
func (t *Tracker) ready(group int) (int, bool) {
	for g := group; g < len(t.groups); g++ {
		if t.bands[g].Ready() {
			return g, true
		}
	}
	return 0, false
}

func (t *Tracker) quantiles(points []float64, group func(lead int) int) [][]float64 {
	out := make([][]float64, len(points))
	for i, v := range points {
		if math.IsNaN(v) {
			continue
		}
		if g, ok := t.ready(group(i + 1)); ok {
			if q, err := t.bands[g].Quantiles([]float64{v}); err == nil {
				out[i] = q[0]
			}
		}
	}
	return out
}

// Levels are the probabilities of the quantiles.
func (t *Tracker) Levels() []float64 { return quantile.Levels() }

// Scores are how forecasts did so far, by group of leads.
func (t *Tracker) Scores() []Score { return append([]Score(nil), t.scores...) }

// Check that a price can be tracked.
func Check(price float64) bool { return !math.IsNaN(price) && !math.IsInf(price, 0) }

// Name of the model among kept forecasts.
const Name = "intraday"

// Round puts values to cents, for keeping; NaN stays.
func Round(values []float64) []float64 {
	out := make([]float64, len(values))
	for i, v := range values {
		out[i] = math.Round(v*100) / 100
	}
	return out
}
