package trainer

import (
	"fmt"
	"image/color"
	"io"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgsvg"
)

const chartWidth, chartHeight = 12 * vg.Inch, 10 * vg.Inch

// measure is what a panel of the chart shows of a row.
type measure struct {
	title string
	of    func(Row) float64
}

func measures() [][]measure {
	return [][]measure{
		{
			{"above the static rule on the days of validation, $", func(r Row) float64 { return r.Validated }},
			{"mean reward of a step", func(r Row) float64 { return r.Return }},
		},
		{
			{"entropy of the policy (dashed: its target), nats", func(r Row) float64 { return r.Entropy }},
			{"temperature alpha", func(r Row) float64 { return r.Alpha }},
		},
		{
			{"mean value Q, rewards", func(r Row) float64 { return r.Q }},
			{"critic's loss", func(r Row) float64 { return r.Critic }},
		},
	}
}

// WriteChart draws how trainings went over their steps, as SVG: a line for each,
// the one that is marked thicker.
func WriteChart(w io.Writer, trainings [][]Row, marked int) error {
	var panels [][]*plot.Plot
	for _, line := range measures() {
		var row []*plot.Plot
		for _, m := range line {
			row = append(row, panel(m, trainings, marked))
		}
		panels = append(panels, row)
	}
	dashed := &plotter.Line{LineStyle: plotter.DefaultLineStyle, XYs: points(trainings[marked], func(r Row) float64 { return r.Target })}
	dashed.Dashes = []vg.Length{vg.Points(4), vg.Points(3)}
	panels[1][0].Add(dashed)
	canvas := vgsvg.New(chartWidth, chartHeight)
	tiles := draw.Tiles{Rows: len(panels), Cols: len(panels[0]), PadTop: vg.Points(8), PadBottom: vg.Points(8), PadRight: vg.Points(12), PadX: vg.Points(14), PadY: vg.Points(14)}
	for i, canvases := range plot.Align(panels, tiles, draw.New(canvas)) {
		for j, c := range canvases {
			panels[i][j].Draw(c)
		}
	}
	if _, err := canvas.WriteTo(w); err != nil {
		return fmt.Errorf("chart of a training: %w", err)
	}
	return nil
}

func panel(m measure, trainings [][]Row, marked int) *plot.Plot {
	p := plot.New()
	p.Title.Text, p.X.Label.Text = m.title, "steps"
	p.Add(plotter.NewGrid())
	for i, rows := range trainings {
		line := &plotter.Line{LineStyle: plotter.DefaultLineStyle, XYs: points(rows, m.of)}
		line.Color = color.RGBA{86, 180, 233, 255}
		if i == marked {
			line.Color, line.Width = color.RGBA{0, 114, 178, 255}, vg.Points(2)
		}
		p.Add(line)
	}
	return p
}

func points(rows []Row, of func(Row) float64) plotter.XYs {
	xys := make(plotter.XYs, len(rows))
	for i, r := range rows {
		xys[i] = plotter.XY{X: float64(r.Steps), Y: of(r)}
	}
	return xys
}
