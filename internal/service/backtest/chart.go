package backtest

import (
	"errors"
	"fmt"
	"image/color"
	"io"
	"time"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgsvg"
)

// trace is what charts are drawn from.
type trace struct {
	line *timeline
	runs []run
}

const (
	chartWidth  = 14 * vg.Inch
	chartHeight = 12 * vg.Inch
	// fine and coarse bound the points of a line; what lies between two points is
	// summed up. Plans switch on and off, and only their means can be told apart.
	fine, coarse = 1200, 100
)

// WriteChart draws price, plan and cumulative profit over time, one above the
// other, as SVG. The study must have asked for a trace.
func (r Report) WriteChart(w io.Writer) error {
	if r.trace.line == nil {
		return errors.New("chart: the study kept no trace; set Trace")
	}
	price, plan, profit := r.trace.price(r), r.trace.plan(), r.trace.profit()
	canvas := vgsvg.New(chartWidth, chartHeight)
	tiles := draw.Tiles{Rows: 3, Cols: 1, PadTop: vg.Points(8), PadBottom: vg.Points(8), PadRight: vg.Points(12), PadY: vg.Points(14)}
	panels := [][]*plot.Plot{{price}, {plan}, {profit}}
	for row, canvases := range plot.Align(panels, tiles, draw.New(canvas)) {
		panels[row][0].Draw(canvases[0])
	}
	if _, err := canvas.WriteTo(w); err != nil {
		return fmt.Errorf("chart: %w", err)
	}
	return nil
}

func (t trace) price(r Report) *plot.Plot {
	p := panel(fmt.Sprintf("%s, %s to %s (%s)", orTariff(r.Point), r.From, r.To, r.Resolution), "price, $/MWh")
	if len(t.line.settled) == 0 {
		return p
	}
	value := t.settling()
	add(p, "highest of each point", 1, t.points(fine, value, highest))
	add(p, "mean", 0, t.points(fine, value, mean))
	return p
}

// settling is the price by interval.
func (t trace) settling() func(i int) float64 {
	f := t.line.foresight()
	return func(i int) float64 { return float64(f.Moments[i].SPP) }
}

func (t trace) plan() *plot.Plot {
	p := panel("Plan, mean of each point", "machines, MW")
	p.Legend.Top, p.Y.Min = false, 0
	for k := range t.runs {
		r := &t.runs[k]
		add(p, r.policy, k, t.points(coarse, func(i int) float64 { return float64(r.trace[i].mw) }, mean))
	}
	return p
}

func (t trace) profit() *plot.Plot {
	p := panel("Cumulative profit", "$")
	for k := range t.runs {
		r := &t.runs[k]
		add(p, r.policy, k, t.points(fine, func(i int) float64 { return r.trace[i].profit }, last))
	}
	return p
}

func panel(title, y string) *plot.Plot {
	p := plot.New()
	p.Title.Text, p.Y.Label.Text = title, y
	p.X.Tick.Marker = plot.TimeTicks{Format: time.DateOnly}
	p.Legend.Top, p.Legend.Left = true, true
	p.Add(plotter.NewGrid())
	return p
}

func add(p *plot.Plot, name string, at int, xys plotter.XYs) {
	line := &plotter.Line{XYs: xys, LineStyle: plotter.DefaultLineStyle}
	line.Color = shade(at)
	p.Add(line)
	p.Legend.Add(name, line)
}

// shade is the k-th of colours that readers with colour-blindness tell apart
// (Okabe and Ito, 2008).
func shade(k int) color.Color {
	palette := [...]color.RGBA{
		{0, 114, 178, 255}, {213, 94, 0, 255}, {0, 158, 115, 255}, {204, 121, 167, 255}, {230, 159, 0, 255}, {86, 180, 233, 255},
	}
	return palette[k%len(palette)]
}

// points sums up a value by interval to at most so many points.
func (t trace) points(most int, value func(i int) float64, sumUp func([]float64) float64) plotter.XYs {
	n := len(t.line.intervals)
	size := (n + most - 1) / most
	var xys plotter.XYs
	for from := 0; from < n; from += size {
		values := make([]float64, 0, size)
		for i := from; i < min(from+size, n); i++ {
			values = append(values, value(i))
		}
		xys = append(xys, plotter.XY{X: float64(t.line.intervals[from].Start.Unix()), Y: sumUp(values)})
	}
	return xys
}

func mean(values []float64) float64 {
	var sum float64
	for _, v := range values {
		sum += v
	}
	return sum / float64(len(values))
}

func highest(values []float64) float64 {
	top := values[0]
	for _, v := range values {
		top = max(top, v)
	}
	return top
}

func last(values []float64) float64 { return values[len(values)-1] }
