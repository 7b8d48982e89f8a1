package app

import (
	"fmt"
	"image/color"
	"math"
	"os"
	"path/filepath"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
)

// plotLoading draws the network with its branches coloured by loading, where
// --plot asks for it. Without coordinates the buses stand on a circle. flow is
// in p.u., by branch in service.
func (o *gridOutput) plotLoading(net *grid.Network, flow func(k int) float64) error {
	if o.plot == "" {
		return nil
	}
	at := positions(net)
	p := plot.New()
	p.Title.Text = net.Case.Name + ": loading (grey below 60 % or unlimited, orange to 100 %, red above)"
	p.HideAxes()
	for k := range net.Branch.Row {
		loading := flow(k) / net.Branch.RateA[k]
		line, err := plotter.NewLine(plotter.XYs{at[net.Branch.From[k]], at[net.Branch.To[k]]})
		if err != nil {
			return fmt.Errorf("draw branch row %d: %w", net.Branch.Row[k]+1, err)
		}
		line.Color, line.Width = loadingColour(loading)
		p.Add(line)
	}
	return savePlot(p, o.plot, net.Case.Name+"-loading.svg")
}

func positions(net *grid.Network) []plotter.XY {
	at := make([]plotter.XY, net.N())
	known := false
	for i, row := range net.Bus.Row {
		b := net.Case.Buses[row]
		at[i] = plotter.XY{X: b.Lon, Y: b.Lat}
		known = known || b.Lon != 0 || b.Lat != 0
	}
	if known {
		return at
	}
	for i := range at {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / float64(len(at)))
		at[i] = plotter.XY{X: cos, Y: sin}
	}
	return at
}

func loadingColour(loading float64) (color.Color, vg.Length) {
	switch {
	case loading > 1:
		return color.RGBA{200, 30, 30, 255}, vg.Points(2.2)
	case loading > 0.6:
		return color.RGBA{230, 150, 40, 255}, vg.Points(1.4)
	}
	return color.RGBA{150, 150, 150, 255}, vg.Points(0.6)
}

func savePlot(p *plot.Plot, dir, name string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("make the folder for charts: %w", err)
	}
	if err := p.Save(9*vg.Inch, 9*vg.Inch, filepath.Join(dir, name)); err != nil {
		return fmt.Errorf("write chart %s: %w", name, err)
	}
	return nil
}
