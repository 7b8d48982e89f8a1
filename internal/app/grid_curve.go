package app

import (
	"fmt"

	"github.com/spf13/cobra"
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
	"github.com/pouw-dem/pouwdem/internal/core/grid/continuation"
)

// The JSON of a continuation.
type (
	curveJSON struct {
		Case       string           `json:"case"`
		MaxLambda  float64          `json:"max_lambda"`
		Nose       bool             `json:"nose"`
		LoadMW     float64          `json:"load_mw"`         // of the base
		NoseLoadMW float64          `json:"load_at_nose_mw"` // at max_lambda
		WeakestBus int              `json:"weakest_bus"`     // steepest fall of voltage at the end
		Points     []curvePointJSON `json:"points"`          // the curve at the weakest bus
		Events     []curveEventJSON `json:"events"`
		ElapsedUS  int64            `json:"elapsed_us"`
	}
	curvePointJSON struct {
		Lambda float64 `json:"lambda"`
		Vm     float64 `json:"vm_pu"`
	}
	curveEventJSON struct {
		Lambda float64 `json:"lambda"`
		Text   string  `json:"text"`
	}
)

func newGridCurve(p Process) *cobra.Command {
	var o gridOutput
	var opt continuation.Options
	var target string
	var scale float64
	cmd := &cobra.Command{
		Use: "cpf CASE.m", Short: "Follow the voltages to the most the network can carry", Args: cobra.ExactArgs(1),
		Long: "Follows the power flow from the case towards a target (all demand and generation times --scale, or the case of\n" +
			"--target) and past it to the nose of the voltage curve, where no more load can be carried.",
	}
	f := cmd.Flags()
	f.BoolVar(&o.asJSON, "json", false, "print one JSON object")
	f.StringVar(&o.plot, "plot", "", "write the voltage curve (SVG) into this `DIR`")
	f.BoolVar(&o.dclines, "dclines", false, "use the direct-current lines of the case")
	f.StringVar(&target, "target", "", "the case at lambda 1, `FILE.m`")
	f.Float64Var(&scale, "scale", 2.5, "demand and generation at lambda 1, as a multiple of the case's")
	f.BoolVar(&opt.QLimits, "qlim", false, "hold generators at their reactive limits as they reach them")
	f.Float64Var(&opt.Step, "step", 0.1, "first step along the curve")
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		base, err := o.load(p, args[0])
		if err != nil {
			return err
		}
		goal := continuation.Scaled(base.Case, scale)
		if target != "" {
			if goal, err = readCase(target); err != nil {
				return err
			}
		}
		to, err := grid.Compile(goal, grid.Options{DCLines: o.dclines && target != ""})
		if err != nil {
			return err
		}
		var curve *continuation.Curve
		var failed error
		elapsed := timed(func() { curve, failed = continuation.Follow(base, to, opt) })
		if curve == nil {
			return failed
		}
		return o.curve(p, curve, to, elapsed, failed)
	}
	return cmd
}

func (o *gridOutput) curve(p Process, curve *continuation.Curve, to *grid.Network, elapsed int64, failed error) error {
	net, weak := curve.Network, curve.WeakestBus
	j := curveJSON{
		Case: net.Case.Name, MaxLambda: curve.MaxLambda, Nose: curve.Nose, WeakestBus: net.BusID(weak),
		Points: []curvePointJSON{}, Events: []curveEventJSON{}, ElapsedUS: elapsed,
	}
	for i, pd := range net.Bus.Pd {
		j.LoadMW += pd * net.BaseMVA
		j.NoseLoadMW += (pd + curve.MaxLambda*(to.Bus.Pd[i]-pd)) * net.BaseMVA
	}
	for _, point := range curve.Points {
		j.Points = append(j.Points, curvePointJSON{point.Lambda, point.Vm[weak]})
	}
	for _, e := range curve.Events {
		j.Events = append(j.Events, curveEventJSON{e.Lambda, e.Text})
	}
	if o.plot != "" {
		if err := j.draw(o.plot); err != nil {
			return err
		}
	}
	if o.asJSON {
		if err := printJSON(p.Stdout, j); err != nil {
			return err
		}
	} else if failed == nil {
		fmt.Fprintf(p.Stdout, "%s: nose at lambda %.6f, %.1f MW of demand in place of %.1f MW; %d points, %d us\n",
			j.Case, j.MaxLambda, j.NoseLoadMW, j.LoadMW, len(j.Points), elapsed)
		fmt.Fprintf(p.Stdout, "the voltage falls most steeply at bus %d\n", j.WeakestBus)
		for _, e := range j.Events {
			fmt.Fprintf(p.Stdout, "  lambda %.4f: %s\n", e.Lambda, e.Text)
		}
	}
	return failed
}

func (j curveJSON) draw(dir string) error {
	chart := plot.New()
	chart.Title.Text = fmt.Sprintf("%s: voltage at bus %d", j.Case, j.WeakestBus)
	chart.X.Label.Text, chart.Y.Label.Text = "lambda", "p.u."
	points := make(plotter.XYs, len(j.Points))
	for i, p := range j.Points {
		points[i] = plotter.XY{X: p.Lambda, Y: p.Vm}
	}
	line, err := plotter.NewLine(points)
	if err != nil {
		return fmt.Errorf("draw the voltage curve: %w", err)
	}
	chart.Add(line, plotter.NewGrid())
	return savePlot(chart, dir, j.Case+"-cpf.svg")
}
