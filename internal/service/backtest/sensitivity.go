package backtest

import (
	"errors"
	"fmt"
	"io"
	"text/tabwriter"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgsvg"
)

// Sensitivity is one study under several values of one assumption.
type Sensitivity struct {
	Of      string   `json:"of"`     // the assumption, as the command names it
	Values  []string `json:"values"` // in the order of the reports
	Reports []Report `json:"reports"`
}

// PerMWYear is a policy's profit, dollars per MW of machines and year.
func (r Report) PerMWYear(policy string) float64 { return r.Policies[policy].ProfitUSD / r.MWYears }

// WriteTable prints a line for each value.
func (s Sensitivity) WriteTable(w io.Writer) error {
	out := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	p := &printer{w: out}
	head := s.Of + "\t"
	for _, name := range s.policies() {
		head += name + " $/MW-year\t"
	}
	p.line("%scapture of the first\t95 %%\t", head)
	for i, r := range s.Reports {
		cells := s.Values[i] + "\t"
		for _, name := range s.policies() {
			cells += fmt.Sprintf("%.0f\t", r.PerMWYear(name))
		}
		capture, ci := "-", "-"
		if v := r.Policies[r.Order[0]]; v.Capture != nil {
			capture, ci = fmt.Sprintf("%.1f %%", 100**v.Capture), fmt.Sprintf("%.1f..%.1f", 100*v.CaptureCI[0], 100*v.CaptureCI[1])
		}
		p.line("%s%s\t%s\t", cells, capture, ci)
	}
	if p.err != nil {
		return p.err
	}
	return out.Flush()
}

func (s Sensitivity) policies() []string {
	if len(s.Reports) == 0 {
		return nil
	}
	return s.Reports[0].Order
}

// WriteChart draws what each policy earns above the tuned threshold at every
// value, with its 95 % interval, as SVG: what all earn alike would hide the rest.
func (s Sensitivity) WriteChart(w io.Writer) error {
	if len(s.Reports) == 0 {
		return errors.New("chart: no value was studied")
	}
	r := s.Reports[0]
	p := plot.New()
	p.Title.Text = fmt.Sprintf("%s, %s to %s, %d-minute intervals", orTariff(r.Point), r.From, r.To, r.Step)
	p.X.Label.Text, p.Y.Label.Text = s.Of, "above the tuned threshold, $/MW-year"
	p.Legend.Top = true
	p.Add(plotter.NewGrid())
	p.NominalX(s.Values...)
	p.X.Min, p.X.Max = -0.2, float64(len(s.Values))-0.5
	p.Add(plotter.NewFunction(func(float64) float64 { return 0 }))
	k := 0
	for _, name := range s.policies() {
		if name == "threshold" {
			continue
		}
		if err := s.draw(p, name, k); err != nil {
			return fmt.Errorf("chart of %s: %w", name, err)
		}
		k++
	}
	canvas := vgsvg.New(8*vg.Inch, 5*vg.Inch)
	p.Draw(draw.New(canvas))
	if _, err := canvas.WriteTo(w); err != nil {
		return fmt.Errorf("chart: %w", err)
	}
	return nil
}

// band is points with their intervals.
type band struct {
	plotter.XYs
	plotter.YErrors
}

func (s Sensitivity) draw(p *plot.Plot, name string, k int) error {
	var b band
	for i, r := range s.Reports {
		v := r.Policies[name]
		mid := v.AboveUSD / r.MWYears
		b.XYs = append(b.XYs, plotter.XY{X: float64(i) + 0.06*float64(k), Y: mid})
		b.YErrors = append(b.YErrors, struct{ Low, High float64 }{mid - v.AboveCI[0]/r.MWYears, v.AboveCI[1]/r.MWYears - mid})
	}
	bars, err := plotter.NewYErrorBars(b)
	if err != nil {
		return err
	}
	bars.Color = shade(k)
	p.Add(bars)
	add(p, name, k, b.XYs)
	return nil
}
