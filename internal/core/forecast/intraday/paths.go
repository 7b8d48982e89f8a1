package intraday

import (
	"cmp"
	"math"
	"slices"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/forecast/quantile"
	"github.com/pouw-dem/pouwdem/internal/core/market"
)

// shape is how a past forecast went wrong from lead to lead.
type shape struct {
	start  time.Time
	missed [Leads + 1]float64 // on the scale of distances
}

const (
	shapeEvery = 2 * time.Hour
	shapesKept = 14 * 12
	fewest     = 8 // shapes without which there are no paths
)

// remember keeps the shape of the forecast made at a moment, once all has come
// true.
func (t *Tracker) remember(start time.Time) {
	r, ok := t.past[start.Unix()]
	if !ok || !start.Equal(start.Truncate(shapeEvery)) {
		return
	}
	s := shape{start: start}
	for k := 1; k <= Leads; k++ {
		s.missed[k] = math.Asinh(r.truth[k]/t.unit) - math.Asinh(r.point[k]/t.unit)
		if math.IsNaN(s.missed[k]) {
			return
		}
	}
	t.whole = append(t.whole, s)
	t.whole = t.whole[max(0, len(t.whole)-shapesKept):]
}

// Paths are n ways, or as many as past forecasts allow, in which the intervals
// after the one that starts at may go, by path, then lead from 1. At each lead
// the paths share out the distribution whose quantiles [Tracker.Quantiles] are;
// which path is how high follows how past forecasts were off there, those from
// the same time of day first. Nothing is drawn by lot. nil where too few past
// forecasts have come true. Source: Clark, Gangopadhyay, Hay, Rajagopalan and
// Wilby 2004, "The Schaake shuffle: a method for reconstructing space-time
// variability in forecasted precipitation and temperature fields", section 3.
func (t *Tracker) Paths(at time.Time, points []float64, n int) [][]float64 {
	return t.paths(at, points, n, t.group)
}

func (t *Tracker) paths(at time.Time, points []float64, n int, group func(lead int) int) [][]float64 {
	chosen := t.alike(at, n)
	if len(chosen) < fewest || len(points) == 0 {
		return nil
	}
	paths := make([][]float64, len(chosen))
	for i := range paths {
		paths[i] = make([]float64, len(points))
	}
	order := make([]int, len(chosen))
	for i, v := range points {
		g, ok := t.ready(group(i + 1))
		if !ok {
			return nil
		}
		strata, err := t.bands[g].Strata([]float64{v}, len(chosen))
		if err != nil {
			return nil
		}
		for c := range order {
			order[c] = c
		}
		slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(chosen[a].missed[i+1], chosen[b].missed[i+1]) })
		for rank, c := range order {
			paths[c][i] = strata[0][rank]
		}
	}
	return paths
}

// alike are at most n shapes, those that began nearest to the time of day first,
// among them the newest first.
func (t *Tracker) alike(at time.Time, n int) []shape {
	const day = 24 * time.Hour
	apart := func(s shape) time.Duration {
		off := s.start.Sub(at).Abs() % day
		return min(off, day-off)
	}
	all := slices.Clone(t.whole)
	slices.SortFunc(all, func(a, b shape) int {
		return cmp.Or(cmp.Compare(apart(a), apart(b)), b.start.Compare(a.start))
	})
	return all[:min(n, len(all))]
}

// Outlook is the forecast made at the interval that starts at, with so many
// paths, in the slots of [market.Outlook]. points are those of [Tracker.Step] up
// to the first that is not known. Where it comes from is for the caller to add.
func (t *Tracker) Outlook(at time.Time, points []float64, paths int) market.Outlook {
	return outlook(at, points, t.quantiles(points, t.group), t.paths(at, points, paths, t.group))
}

// OutlookOn is an outlook that takes the prices expected a day ahead as they
// are, with the bands of the longest lead: what is left when the newest prices
// are missing.
func (t *Tracker) OutlookOn(at time.Time, expected []float64, paths int) market.Outlook {
	return outlook(at, expected, t.quantiles(expected, t.furthest), t.paths(at, expected, paths, t.furthest))
}

func outlook(at time.Time, points []float64, quantiles, made [][]float64) market.Outlook {
	first := at.Add(Step)
	o := market.Outlook{
		At: first, First: first, Minutes: []int{},
		Point: []float64{}, Levels: []float64{}, Quantiles: [][]float64{}, Paths: [][]float64{},
	}
	for range made {
		o.Paths = append(o.Paths, []float64{})
	}
	if !slices.ContainsFunc(quantiles, func(q []float64) bool { return q == nil }) && len(points) > 0 {
		o.Levels = quantile.Levels()
	}
	for from, to := 0, 0; from < len(points); from = to {
		if to = from + slot(first, from); to > len(points) {
			break
		}
		o.Minutes = append(o.Minutes, (to-from)*int(Step.Minutes()))
		o.Point = append(o.Point, cents(points[from:to]))
		for i, path := range made {
			o.Paths[i] = append(o.Paths[i], cents(path[from:to]))
		}
		if len(o.Levels) > 0 {
			o.Quantiles = append(o.Quantiles, together(quantiles[from:to]))
		}
	}
	return o
}

// slot is how many quarters of an hour the slot has that begins so many after
// the first.
func slot(first time.Time, from int) int {
	const fine = 24 // quarters one by one
	start := first.Add(time.Duration(from) * Step)
	if from < fine || !start.Equal(start.Truncate(time.Hour)) {
		return 1
	}
	return int(time.Hour / Step)
}

// together are the quantiles of the mean of neighbouring quarters, which move
// together.
func together(of [][]float64) []float64 {
	out := make([]float64, len(of[0]))
	at := make([]float64, len(of))
	for k := range out {
		for i := range of {
			at[i] = of[i][k]
		}
		out[k] = cents(at)
	}
	return out
}

// cents is the mean of values, to the cent.
func cents(values []float64) float64 {
	var sum float64
	for _, v := range values {
		sum += v
	}
	return math.Round(sum/float64(len(values))*100) / 100
}
