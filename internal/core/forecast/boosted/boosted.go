// Package boosted forecasts the 24 prices of the next day with boosted trees:
// one model for all hours, whose inputs are what the hour, the days before and
// the series known a day ahead say about it.
//
// It is not for quantiles; see package quantile.
package boosted

import (
	"fmt"
	"math"

	"github.com/pouw-dem/pouwdem/internal/core/forecast"
	"github.com/pouw-dem/pouwdem/internal/core/forecast/trees"
)

// Options of a model.
type Options struct {
	Window int // days of calibration; 0: 1456
	Every  int // days between calibrations, each of which takes a second or more; 0: 28
	Trees  trees.Options
}

// Model forecasts day after day. It keeps the newest calibration and is for one
// goroutine.
type Model struct {
	opt   Options
	at    int // day before which it was calibrated; -1: not yet
	panel *forecast.Panel
	fit   *trees.Model
	scale forecast.Scale
}

const (
	lag   = 14 // of the oldest input, days
	least = 28 // days of calibration
)

// New gives a model.
func New(opt Options) *Model {
	if opt.Window == 0 {
		opt.Window = 1456
	}
	if opt.Every == 0 {
		opt.Every = 28
	}
	return &Model{opt: opt, at: -1}
}

// Forecast gives the prices of a day from what is before it in the panel. The
// calibration is that of the last day that is a multiple of Options.Every, so
// that a forecast does not depend on which were made before.
func (m *Model) Forecast(p *forecast.Panel, day int) (forecast.Day, error) {
	var out forecast.Day
	if err := p.Check(day, lag+least+m.opt.Every); err != nil {
		return out, fmt.Errorf("boosted: %w", err)
	}
	if at := day - day%m.opt.Every; at != m.at || p != m.panel {
		if err := m.calibrate(p, at); err != nil {
			return out, err
		}
	}
	for h := range out {
		row := inputs(p, m.scale, day, h, nil)
		v := m.fit.Predict(row) + base(p, m.scale, day, h)
		out[h] = m.scale.Back(v)
	}
	return out, nil
}

func (m *Model) calibrate(p *forecast.Panel, day int) error {
	from := max(lag, day-m.opt.Window)
	var values []float64
	for d := from; d < day; d++ {
		values = append(values, p.Target[d][:]...)
	}
	m.scale = forecast.ScaleOf(values)
	var columns [][]float64
	var y, row []float64
	for d := from; d < day; d++ {
		for h := range forecast.Hours {
			row = inputs(p, m.scale, d, h, row[:0])
			if columns == nil {
				columns = make([][]float64, len(row))
			}
			for j, v := range row {
				columns[j] = append(columns[j], v)
			}
			y = append(y, m.scale.Of(p.Target[d][h])-base(p, m.scale, d, h))
		}
	}
	fit, err := trees.Fit(columns, y, m.opt.Trees)
	if err != nil {
		return fmt.Errorf("boosted: %w", err)
	}
	m.fit, m.at, m.panel = fit, day, p
	return nil
}

// base is the level that the trees forecast the distance from: trees cannot
// follow a level that they have not seen.
func base(p *forecast.Panel, s forecast.Scale, day, hour int) float64 {
	var sum float64
	for back := 1; back <= 7; back++ {
		sum += s.Of(p.Target[day-back][hour]) / 7
	}
	return sum
}

// inputs of an hour, appended to row: the calendar, prices of the days before
// relative to the level, and the known series.
func inputs(p *forecast.Panel, s forecast.Scale, day, hour int, row []float64) []float64 {
	date := p.Date(day)
	turn := 2 * math.Pi * float64(date.YearDay()) / 365.25
	level := base(p, s, day, hour)
	row = append(row, float64(hour), float64(date.Weekday()), math.Sin(turn), math.Cos(turn), level)
	for _, back := range [...]int{1, 2, 3, 7, 14} {
		row = append(row, s.Of(p.Target[day-back][hour])-level)
	}
	yesterday := p.Target[day-1]
	last := s.Of(yesterday[forecast.Hours-1])
	low, high, mean := spread(yesterday)
	row = append(row, last-s.Of(p.Target[day-2][forecast.Hours-1]), s.Of(low)-level, s.Of(high)-level, s.Of(mean)-level)
	row = append(row, s.Of(yesterday[max(0, hour-1)])-level, s.Of(yesterday[min(forecast.Hours-1, hour+1)])-level)
	_, _, before := spread(p.Target[day-2])
	row = append(row, s.Of(mean)-s.Of(before))
	for _, series := range p.Known {
		row = known(series, day, hour, row)
	}
	return row
}

// known appends what a series known a day ahead says about an hour.
func known(series []forecast.Day, day, hour int, row []float64) []float64 {
	today := series[day]
	low, high, mean := spread(today)
	_, _, meanBefore := spread(series[day-1])
	var week float64
	for back := 1; back <= 7; back++ {
		week += series[day-back][hour] / 7
	}
	return append(row, today[hour], today[hour]-series[day-1][hour], today[hour]-series[day-7][hour], today[hour]-week,
		mean, mean-meanBefore, today[hour]-mean, today[hour]-low, high-today[hour],
		today[hour]-today[max(0, hour-1)], today[min(forecast.Hours-1, hour+1)]-today[hour])
}

func spread(d forecast.Day) (low, high, mean float64) {
	low, high = math.Inf(1), math.Inf(-1)
	for _, v := range d {
		low, high, mean = min(low, v), max(high, v), mean+v/forecast.Hours
	}
	return low, high, mean
}
