package app

import (
	"errors"
	"fmt"
	"math"
	"os"

	"github.com/spf13/cobra"
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
	"github.com/pouw-dem/pouwdem/internal/core/grid/dynamics"
	"github.com/pouw-dem/pouwdem/internal/core/grid/powerflow"
)

// stability is what `grid stability` was asked.
type stability struct {
	gridOutput
	opt       dynamics.Options
	data      string
	load      string
	faultBus  int
	clear     float64
	open      int
	loseLoad  float64
	loadBus   int
	loseUnit  int
	critical  bool
	precision float64
	modes     bool
	inertia   float64
}

// stabilityJSON is the JSON of a study of stability.
type stabilityJSON struct {
	Case      string             `json:"case"`
	Assumed   int                `json:"assumed_machines"` // with typical values, not their own
	InertiaGW float64            `json:"inertia_gws"`
	Events    []dynamics.Event   `json:"events"`
	Run       *dynamics.Result   `json:"run,omitempty"`
	Critical  *dynamics.Clearing `json:"critical,omitempty"`
	Modes     []dynamics.Mode    `json:"modes,omitempty"`
	ElapsedUS int64              `json:"elapsed_us"`
}

func newGridStability(p Process) *cobra.Command {
	var o stability
	cmd := &cobra.Command{
		Use: "stability CASE.m", Short: "Follow the machines through a fault or a loss", Args: cobra.ExactArgs(1),
		Long: "Starts from the power flow of the case, lets something happen and follows rotors, frequency and voltages by the\n" +
			"trapezoidal rule. Without --machines every unit that turns gets typical values, and the result says so.",
		Example: "  pouwdem grid stability case9.m --fault 7 --clear 0.08 --open 5 --plot charts\n" +
			"  pouwdem grid stability case9.m --fault 7 --open 5 --critical\n" +
			"  pouwdem grid stability texas.m --lose-load 2600 --horizon 30 --json",
	}
	o.flags(cmd)
	f := cmd.Flags()
	f.StringVar(&o.data, "machines", "", "machines and electronic loads, a JSON `FILE` (docs/dynamics.md)")
	f.StringVar(&o.load, "load", "iz", "how demand follows its voltage: z (constant impedance), iz (active power by constant current, reactive by impedance), p (constant power)")
	f.IntVar(&o.faultBus, "fault", 0, "short circuit at this `BUS` at time 0")
	f.Float64Var(&o.clear, "clear", 0.1, "how long it lasts, `S`")
	f.IntVar(&o.open, "open", 0, "the branch `ROW` (from 1) that opens to clear it")
	f.Float64Var(&o.loseLoad, "lose-load", 0, "`MW` of demand lost at time 0; below 0: gained")
	f.IntVar(&o.loadBus, "at", 0, "the `BUS` of that demand; 0: everywhere, in proportion")
	f.IntVar(&o.loseUnit, "lose-generator", 0, "the generator `ROW` (from 1) lost at time 0")
	f.BoolVar(&o.critical, "critical", false, "find how long the fault may last")
	f.Float64Var(&o.precision, "precision", 0.001, "of that, `S`")
	f.Float64Var(&o.inertia, "inertia", 0, "scale all inertia so that machines hold this many `GWS`; 0: as it is")
	f.BoolVar(&o.modes, "modes", false, "eigenvalues of the system at rest")
	f.Float64Var(&o.opt.Step, "step", 1.0/240, "`S` of a step")
	f.Float64Var(&o.opt.Horizon, "horizon", 10, "`S` to follow")
	f.Float64Var(&o.opt.Every, "every", 0, "`S` between samples; 0: every step")
	cmd.RunE = func(_ *cobra.Command, args []string) error { return o.study(p, args[0]) }
	return cmd
}

func (o *stability) events() ([]dynamics.Event, error) {
	var events []dynamics.Event
	if o.faultBus != 0 {
		events = append(events, dynamics.Event{Kind: dynamics.Fault, Bus: o.faultBus}, dynamics.Event{At: o.clear, Kind: dynamics.Clear, Bus: o.faultBus})
		if o.open > 0 {
			events = append(events, dynamics.Event{At: o.clear, Kind: dynamics.TripBranch, Branch: o.open})
		}
	} else if o.critical || o.open > 0 {
		return nil, usageError{errors.New("--critical and --open need --fault BUS")}
	}
	if o.loseLoad != 0 {
		events = append(events, dynamics.Event{Kind: dynamics.LoadStep, Bus: o.loadBus, MW: -o.loseLoad})
	}
	if o.loseUnit > 0 {
		events = append(events, dynamics.Event{Kind: dynamics.TripGenerator, Generator: o.loseUnit})
	}
	if len(events) == 0 && !o.modes {
		return nil, usageError{errors.New("nothing happens: want --fault, --lose-load, --lose-generator or --modes")}
	}
	return events, nil
}

func (o *stability) study(p Process, path string) error {
	events, err := o.events()
	if err != nil {
		return err
	}
	net, err := o.gridOutput.load(p, path)
	if err != nil {
		return err
	}
	data, err := o.machines(net.Case)
	if err != nil {
		return err
	}
	base, err := powerflow.New(net).Solve(powerflow.Options{})
	if err != nil {
		return fmt.Errorf("power flow to start from: %w", err)
	}
	j := stabilityJSON{Case: net.Case.Name, Events: events}
	for _, m := range data.Machines {
		j.InertiaGW += m.H * m.MVA / 1000
		if m.Assumed {
			j.Assumed++
		}
	}
	j.ElapsedUS = timed(func() { err = o.compute(&j, base, data) })
	if err != nil {
		return err
	}
	if err := o.writeSwing(&j); err != nil {
		return err
	}
	if o.asJSON {
		return printJSON(p.Stdout, j)
	}
	return o.tell(p, &j)
}

func (o *stability) machines(c *grid.Case) (dynamics.Data, error) {
	data := dynamics.Data{Machines: dynamics.Assume(c)}
	if o.data != "" {
		src, err := os.ReadFile(o.data)
		if err != nil {
			return data, fmt.Errorf("read machine data: %w", err)
		}
		if data, err = dynamics.ReadData(o.data, src); err != nil {
			return data, err
		}
		if len(data.Machines) == 0 {
			data.Machines = dynamics.Assume(c)
		}
	}
	if err := o.scaleInertia(data.Machines); err != nil {
		return data, err
	}
	switch o.load {
	case "z":
		data.Load = dynamics.ConstantImpedance()
	case "iz":
		data.Load = dynamics.CurrentAndImpedance()
	case "p":
		data.Load = dynamics.LoadModel{}
	default:
		return data, usageError{fmt.Errorf("--load %s is unknown: want z, iz or p", o.load)}
	}
	return data, nil
}

// scaleInertia makes the sum of all inertia what was asked for: which units are
// at work, and so how heavy the system is, changes from hour to hour.
func (o *stability) scaleInertia(machines []dynamics.Machine) error {
	if o.inertia == 0 {
		return nil
	}
	total := 0.0
	for _, m := range machines {
		total += m.H * m.MVA / 1000
	}
	if !(o.inertia > 0) || total == 0 {
		return usageError{fmt.Errorf("--inertia %g: want GWs above 0, and machines that turn", o.inertia)}
	}
	for i := range machines {
		machines[i].H *= o.inertia / total
	}
	return nil
}

func (o *stability) compute(j *stabilityJSON, base *powerflow.Result, data dynamics.Data) error {
	s, err := dynamics.New(base, data)
	if err != nil {
		return err
	}
	if o.modes {
		if j.Modes, err = s.Modes(); err != nil {
			return err
		}
	}
	if len(j.Events) > 0 {
		if j.Run, err = s.Run(j.Events, o.opt); err != nil {
			return err
		}
	}
	if o.critical {
		c, err := dynamics.Critical(base, data, o.faultBus, o.open, 1, o.precision, o.opt)
		if err != nil {
			return err
		}
		j.Critical = &c
	}
	return nil
}

// writeSwing writes the run as a table and as charts, where asked.
func (o *stability) writeSwing(j *stabilityJSON) error {
	r := j.Run
	if r == nil {
		return nil
	}
	header := "time_s,frequency_hz,min_vm_pu"
	for _, m := range r.Machines {
		header += fmt.Sprintf(",angle_deg_gen%d", m)
	}
	swing := table{"swing", header, len(r.Time), func(i int) []any {
		row := []any{r.Time[i], r.Frequency[i], r.Lowest[i]}
		for k := range r.Angle {
			row = append(row, r.Angle[k][i])
		}
		return row
	}}
	solved := &grid.Case{Name: j.Case}
	if o.out != "" {
		return usageError{errors.New("--out: a study of stability leaves no solved case")}
	}
	if err := o.write(solved, swing); err != nil || o.plot == "" {
		return err
	}
	if err := drawCurves(o.plot, j.Case+"-swing.svg", j.Case+": rotor angles against their mean", "degrees", r.Time, r.Angle); err != nil {
		return err
	}
	return drawCurves(o.plot, j.Case+"-frequency.svg", j.Case+": frequency", "Hz", r.Time, [][]float64{r.Frequency})
}

func drawCurves(dir, file, title, unit string, time []float64, curves [][]float64) error {
	chart := plot.New()
	chart.Title.Text, chart.X.Label.Text, chart.Y.Label.Text = title, "s", unit
	for _, curve := range curves {
		points := make(plotter.XYs, len(time))
		for i := range time {
			points[i] = plotter.XY{X: time[i], Y: curve[i]}
		}
		line, err := plotter.NewLine(points)
		if err != nil {
			return fmt.Errorf("draw %s: %w", title, err)
		}
		chart.Add(line)
	}
	chart.Add(plotter.NewGrid())
	return savePlot(chart, dir, file)
}

func (o *stability) tell(p Process, j *stabilityJSON) error {
	w := p.Stdout
	fmt.Fprintf(w, "%s: %.1f GWs of inertia, %d machines with assumed values\n", j.Case, j.InertiaGW, j.Assumed)
	if r := j.Run; r != nil {
		fmt.Fprintf(w, "%s", r.Status)
		if r.Why != "" {
			fmt.Fprintf(w, ": %s", r.Why)
		}
		fmt.Fprintf(w, "\nrotors at most %.1f degrees from their mean; lowest voltage %.3f p.u.\n", r.Separation, least(r.Lowest))
		fmt.Fprintf(w, "zenith %.4f Hz at %.2f s, nadir %.4f Hz at %.2f s, %.4f Hz at the end, steepest %.4f Hz/s over half a second\n",
			r.Zenith.Hz, r.Zenith.At, r.Nadir.Hz, r.Nadir.At, r.End, r.RoCoF)
	}
	if c := j.Critical; c != nil && c.AtMost {
		fmt.Fprintf(w, "a fault at bus %d may last %.3f s and longer\n", c.Bus, c.Survived)
	} else if c != nil {
		fmt.Fprintf(w, "a fault at bus %d may last %.4f s and not %.4f s\n", c.Bus, c.Survived, c.Lost)
	}
	if len(j.Modes) > 0 {
		fmt.Fprintln(w, "   real 1/s    imag rad/s     Hz   damping")
		for _, m := range j.Modes {
			fmt.Fprintf(w, "%11.4f %13.4f %7.3f %8.4f\n", m.Real, m.Imag, m.Hz, m.Damping)
		}
	}
	fmt.Fprintf(w, "%d us\n", j.ElapsedUS)
	return nil
}

func least(all []float64) float64 {
	lowest := math.Inf(1)
	for _, x := range all {
		lowest = math.Min(lowest, x)
	}
	return lowest
}
