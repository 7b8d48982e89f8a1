// Package lear forecasts the 24 prices of the next day by LASSO-estimated
// autoregression: a linear model with hundreds of inputs for each hour, of which
// an L1 penalty keeps few, recalibrated every day on windows of several lengths
// whose forecasts are averaged.
//
// Source: Uniejewski, Nowotarski and Weron 2016; Lago, Marcjasz, De Schutter and
// Weron 2021, "Forecasting day-ahead electricity prices: a review of state-of-
// the-art algorithms, best practices and an open-access benchmark", section 4.2.
//
// It is not for quantiles and not for series with other than 24 values a day.
package lear

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/blas/blas64"

	"github.com/pouw-dem/pouwdem/internal/core/forecast"
)

// Options of a model.
type Options struct {
	Windows []int   // calibration windows, days; nil: 56, 84, 364, 728, 1092, 1456
	Charge  float64 // of a coefficient in the criterion; 0: Akaike's 2
}

// Model forecasts day after day. It keeps nothing between days.
type Model struct{ opt Options }

// New gives a model.
func New(opt Options) *Model {
	if opt.Windows == nil {
		opt.Windows = []int{56, 84, 364, 728, 1092, 1456}
	}
	if opt.Charge == 0 {
		opt.Charge = 2
	}
	return &Model{opt}
}

// lag of the oldest input, days.
const lag = 7

// least days that a window must have in the panel to be used at all.
const least = 28

// Forecast gives the prices of a day from what is before it in the panel. Windows
// longer than what there is are shortened; those shortened to the same length
// count once.
func (m *Model) Forecast(p *forecast.Panel, day int) (forecast.Day, error) {
	var sum forecast.Day
	each, err := m.Members(p, day)
	if err != nil {
		return sum, err
	}
	for _, f := range each {
		for h := range sum {
			sum[h] += f[h] / float64(len(each))
		}
	}
	return sum, nil
}

// Members are the forecasts of the windows, in their order.
func (m *Model) Members(p *forecast.Panel, day int) ([]forecast.Day, error) {
	if err := p.Check(day, lag+least); err != nil {
		return nil, fmt.Errorf("lear: %w", err)
	}
	var out []forecast.Day
	used := map[int]bool{}
	for _, window := range m.opt.Windows {
		window = min(window, day-lag)
		if used[window] {
			continue
		}
		used[window] = true
		out = append(out, m.window(p, day, window))
	}
	return out, nil
}

// window calibrates on the days before day and forecasts it.
func (m *Model) window(p *forecast.Panel, day, days int) forecast.Day {
	d := newDesign(p, day, days)
	gram := d.gram()
	l := newLasso(gram, d.columns, d.rows)
	var out forecast.Day
	product := make([]float64, d.columns)
	for h := range out {
		mean, variance := d.target(h)
		d.products(product)
		b := l.fit(product, variance, m.opt.Charge)
		sum := mean
		for j, v := range b {
			if v != 0 {
				sum += v * d.next[j]
			}
		}
		out[h] = d.price.Back(clamp(sum, d.low, d.high))
	}
	return out
}

// clamp keeps a forecast within what scaled prices can be: the hyperbolic sine
// turns a small excess into an absurd price.
func clamp(v, low, high float64) float64 { return math.Min(math.Max(v, low), high) }

// gram is X'X/rows.
func (d *design) gram() []float64 {
	out := make([]float64, d.columns*d.columns)
	blas64.Syrk(blas.Trans, 1/float64(d.rows),
		blas64.General{Rows: d.rows, Cols: d.columns, Stride: d.columns, Data: d.x}, 0,
		blas64.Symmetric{Uplo: blas.Upper, N: d.columns, Stride: d.columns, Data: out})
	for i := range d.columns {
		for j := range i {
			out[i*d.columns+j] = out[j*d.columns+i]
		}
	}
	return out
}

// products is X'y/rows.
func (d *design) products(into []float64) {
	blas64.Gemv(blas.Trans, 1/float64(d.rows),
		blas64.General{Rows: d.rows, Cols: d.columns, Stride: d.columns, Data: d.x},
		blas64.Vector{N: d.rows, Inc: 1, Data: d.y}, 0,
		blas64.Vector{N: d.columns, Inc: 1, Data: into})
}
