package world

import (
	"fmt"
	"math"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Moments sum up a year of hourly prices at a point: the mean of each hour's
// four settlement intervals, in real time, and the day-ahead price beside it.
type Moments struct {
	Point string
	Hours int

	Mean, SD, Min, Max float64 // $/MWh
	Negative           int     // hours below 0
	Above100           int     // hours above 100 $/MWh, and so on
	Above250           int
	Above1000          int
	ByHour             [24]float64 // mean by local hour of the day
	NextHour           float64     // correlation of an hour with the next

	AheadMean, AheadSD float64
	AheadNegative      int
	AheadAbove100      int
	WithAhead          float64 // correlation of real time with day ahead
}

// Moments are those of the operating days of a calendar year. A settlement
// point that the world does not have is an error.
func (w *World) Moments(point string, year int) (Moments, error) {
	p, ok := w.Point(point)
	if !ok {
		return Moments{}, fmt.Errorf("settlement point %q: the simulated world has none of that name", point)
	}
	var actual, ahead []float64
	out := Moments{Point: point}
	var byHour [24]int
	first := unit.Day{Year: year, Month: time.January, Dom: 1}
	for d := first; d.Year == year; d = d.Next() {
		market := w.DayAhead(d)
		for h := range d.Hours() {
			start := d.Start().Add(time.Duration(h) * time.Hour)
			price := w.hourly(start, p)
			actual, ahead = append(actual, price), append(ahead, market.SPP[p][h])
			local := unit.Central(start).Hour()
			out.ByHour[local] += price
			byHour[local]++
		}
	}
	for h := range out.ByHour {
		out.ByHour[h] /= float64(byHour[h])
	}
	out.describe(actual, ahead)
	return out, nil
}

// hourly is the mean of the four settlement intervals from start on.
func (w *World) hourly(start time.Time, point int) float64 {
	var sum float64
	for q := range 4 {
		sum += w.Settle(start.Add(time.Duration(q) * unit.Settlement)).SPP[point]
	}
	return sum / 4
}

func (m *Moments) describe(actual, ahead []float64) {
	m.Hours = len(actual)
	m.Mean, m.SD = meanSD(actual)
	m.AheadMean, m.AheadSD = meanSD(ahead)
	m.Min, m.Max = math.Inf(1), math.Inf(-1)
	for i, x := range actual {
		m.Min, m.Max = math.Min(m.Min, x), math.Max(m.Max, x)
		m.Negative += count(x < 0)
		m.Above100 += count(x > 100)
		m.Above250 += count(x > 250)
		m.Above1000 += count(x > 1000)
		m.AheadNegative += count(ahead[i] < 0)
		m.AheadAbove100 += count(ahead[i] > 100)
	}
	m.NextHour = correlation(actual[1:], actual[:len(actual)-1])
	m.WithAhead = correlation(actual, ahead)
}

func count(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

func meanSD(xs []float64) (m, sd float64) {
	m = mean(xs)
	for _, x := range xs {
		sd += (x - m) * (x - m)
	}
	return m, math.Sqrt(sd / float64(len(xs)))
}

// correlation is Pearson's; 0 where a series does not vary.
func correlation(xs, ys []float64) float64 {
	mx, sx := meanSD(xs)
	my, sy := meanSD(ys)
	if sx == 0 || sy == 0 {
		return 0
	}
	var sum float64
	for i := range xs {
		sum += (xs[i] - mx) * (ys[i] - my)
	}
	return sum / float64(len(xs)) / sx / sy
}
