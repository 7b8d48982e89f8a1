package lear

import (
	"math"

	"github.com/pouw-dem/pouwdem/internal/core/forecast"
)

// design is the regression of one calibration window: rows of days, columns of
// inputs, centred and scaled to variance 1, and the inputs of the day to
// forecast on the same scales.
type design struct {
	rows, columns int
	x             []float64 // rows x columns
	next          []float64
	y             []float64 // one hour's scaled prices, centred
	price         forecast.Scale
	low, high     float64 // scaled prices are kept between
	raw           []forecast.Day
}

// priceLags are the days back of the prices among the inputs.
func priceLags() [4]int { return [4]int{1, 2, 3, 7} }

// knownLags are the days back of the series known a day ahead.
func knownLags() [3]int { return [3]int{0, 1, 7} }

func newDesign(p *forecast.Panel, day, days int) *design {
	from := day - days
	prices, price := scaled(p.Target[from-lag:day], days)
	d := &design{rows: days, price: price, raw: prices[lag:], y: make([]float64, days)}
	var known [][]forecast.Day
	for _, series := range p.Known {
		if isWeekday(p, series[from:day+1], from) {
			continue // the calendar's columns say the same
		}
		values, _ := scaled(series[from-lag:day+1], days)
		known = append(known, values)
	}
	back, ahead := priceLags(), knownLags()
	d.columns = len(back)*forecast.Hours + len(known)*len(ahead)*forecast.Hours + 7
	d.x = make([]float64, d.rows*d.columns)
	d.next = make([]float64, d.columns)
	for r := range days + 1 {
		into := d.next
		if r < days {
			into = d.x[r*d.columns : (r+1)*d.columns]
		}
		at := 0
		for _, days := range back {
			at += copy(into[at:], prices[r+lag-days][:])
		}
		for _, series := range known {
			for _, days := range ahead {
				at += copy(into[at:], series[r+lag-days][:])
			}
		}
		into[at+int(p.Date(from+r).Weekday())] = 1
	}
	d.standardise()
	d.bounds()
	return d
}

// scaled are days on the scale of the last window of them.
func scaled(days []forecast.Day, window int) ([]forecast.Day, forecast.Scale) {
	values := make([]float64, 0, window*forecast.Hours)
	for _, d := range days[lag : lag+window] {
		values = append(values, d[:]...)
	}
	s := forecast.ScaleOf(values)
	out := make([]forecast.Day, len(days))
	for d := range days {
		for h, v := range days[d] {
			out[d][h] = s.Of(v)
		}
	}
	return out, s
}

// isWeekday recognises a series that numbers the weekdays.
func isWeekday(p *forecast.Panel, days []forecast.Day, from int) bool {
	var number [7]float64
	for d := range days {
		weekday := p.Date(from + d).Weekday()
		for _, v := range days[d] {
			if v != days[d][0] {
				return false
			}
		}
		if d >= 7 && number[weekday] != days[d][0] {
			return false
		}
		number[weekday] = days[d][0]
	}
	return true
}

// standardise centres columns and scales them to variance 1. A column that does
// not vary is left out: zero.
func (d *design) standardise() {
	n := float64(d.rows)
	for j := range d.columns {
		var mean, square float64
		for r := range d.rows {
			mean += d.x[r*d.columns+j] / n
		}
		for r := range d.rows {
			v := d.x[r*d.columns+j] - mean
			square += v * v / n
		}
		by := 0.0
		if square > 1e-12 {
			by = 1 / math.Sqrt(square)
		}
		for r := range d.rows {
			d.x[r*d.columns+j] = (d.x[r*d.columns+j] - mean) * by
		}
		d.next[j] = (d.next[j] - mean) * by
	}
}

// bounds are those of the window's prices and one more unit of scale each way.
func (d *design) bounds() {
	d.low, d.high = math.Inf(1), math.Inf(-1)
	for r := range d.raw {
		for _, v := range d.raw[r] {
			d.low, d.high = min(d.low, v-1), max(d.high, v+1)
		}
	}
}

// target sets y to an hour's prices, centred; it gives their mean and variance.
func (d *design) target(hour int) (mean, variance float64) {
	n := float64(d.rows)
	for r := range d.y {
		mean += d.raw[r][hour] / n
	}
	for r := range d.y {
		d.y[r] = d.raw[r][hour] - mean
		variance += d.y[r] * d.y[r] / n
	}
	return mean, variance
}
