package app

import (
	"fmt"
	"io"
	"math"
	"strings"

	"github.com/spf13/cobra"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
	"github.com/pouw-dem/pouwdem/internal/core/grid/powerflow"
)

// The JSON of a power flow.
type (
	flowJSON struct {
		Case        string               `json:"case"`
		Converged   bool                 `json:"converged"`
		Iterations  int                  `json:"iterations"`
		MaxMismatch float64              `json:"max_mismatch_pu"`
		LossesMW    float64              `json:"losses_mw"`
		ElapsedUS   int64                `json:"elapsed_us"`
		Buses       []busJSON            `json:"buses"`
		Generators  []generatorJSON      `json:"generators"`
		Branches    []branchJSON         `json:"branches"`
		Limited     []limitedJSON        `json:"limited"`
		Islands     int                  `json:"islands"`
		DeadBuses   []int                `json:"dead_buses"`
		Diagnosis   *powerflow.Diagnosis `json:"diagnosis,omitempty"`
	}
	busJSON struct {
		ID   int     `json:"id"`
		Type int     `json:"type"`
		Vm   float64 `json:"vm_pu"`
		Va   float64 `json:"va_deg"`
	}
	generatorJSON struct {
		Bus int     `json:"bus"`
		Pg  float64 `json:"pg_mw"`
		Qg  float64 `json:"qg_mvar"`
	}
	branchJSON struct {
		From int     `json:"from"`
		To   int     `json:"to"`
		Pf   float64 `json:"pf_mw"`
		Qf   float64 `json:"qf_mvar"`
		Pt   float64 `json:"pt_mw"`
		Qt   float64 `json:"qt_mvar"`
	}
	limitedJSON struct {
		Bus   int    `json:"bus"`
		Limit string `json:"limit"` // max or min
	}
)

func newGridFlow(p Process) *cobra.Command {
	var o gridOutput
	var method, start, qlim string
	var opt powerflow.Options
	cmd := &cobra.Command{
		Use: "pf CASE.m", Short: "Solve the power flow", Args: cobra.ExactArgs(1),
		Long: "Solves the alternating-current power flow, by Newton's method unless another is asked for, from the case's\n" +
			"voltages, the direct-current solution or a flat start, whichever leads to a solution first.",
	}
	o.flags(cmd)
	f := cmd.Flags()
	f.StringVar(&method, "method", "newton", "newton, fdxb, fdbx or gs")
	f.StringVar(&start, "start", "ladder", "ladder, case, dc or flat")
	f.StringVar(&qlim, "qlim", "off", "reactive limits: off, all (at once), one (at a time) or return (all, given back)")
	f.BoolVar(&opt.Shared, "distributed-slack", false, "share the slack over all generators, by capacity")
	f.Float64Var(&opt.Tolerance, "tolerance", 1e-8, "largest mismatch, p.u.")
	f.IntVar(&opt.Iterations, "iterations", 0, "at most, per start; 0: 10, 30 or 1000 by method")
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		var err error
		if opt.Method, err = choose("method", method, map[string]powerflow.Method{
			"newton": powerflow.Newton, "fdxb": powerflow.DecoupledXB, "fdbx": powerflow.DecoupledBX, "gs": powerflow.GaussSeidel,
		}); err != nil {
			return err
		}
		if opt.Start, err = choose("start", start, map[string]powerflow.Start{
			"ladder": powerflow.Ladder, "case": powerflow.FromCase, "dc": powerflow.FromDC, "flat": powerflow.Flat,
		}); err != nil {
			return err
		}
		if opt.QLimits, err = choose("qlim", qlim, map[string]powerflow.QLimits{
			"off": powerflow.Ignore, "all": powerflow.AllAtOnce, "one": powerflow.OneAtATime, "return": powerflow.WithReturn,
		}); err != nil {
			return err
		}
		net, err := o.load(p, args[0])
		if err != nil {
			return err
		}
		return o.flow(p, net, opt)
	}
	return cmd
}

// choose is the value that a flag's word stands for.
func choose[T any](flag, word string, known map[string]T) (T, error) {
	if v, ok := known[word]; ok {
		return v, nil
	}
	var words []string
	for w := range known {
		words = append(words, w)
	}
	var none T
	return none, usageError{fmt.Errorf("--%s %s: want one of %s", flag, word, strings.Join(sorted(words), ", "))}
}

func (o *gridOutput) flow(p Process, net *grid.Network, opt powerflow.Options) error {
	solver := powerflow.New(net)
	var r *powerflow.Result
	var failed error
	elapsed := timed(func() { r, failed = solver.Solve(opt) })
	if r == nil {
		return failed
	}
	solved := r.Apply()
	if failed == nil {
		if err := o.write(solved, flowTables(solved)...); err != nil {
			return err
		}
		if err := o.plotLoading(net, r.Loading); err != nil {
			return err
		}
	}
	j := flowToJSON(r, solved, elapsed)
	if o.asJSON {
		if err := printJSON(p.Stdout, j); err != nil {
			return err
		}
	} else if failed == nil {
		j.summary(p.Stdout, r)
	}
	return failed
}

func flowToJSON(r *powerflow.Result, solved *grid.Case, elapsed int64) flowJSON {
	j := flowJSON{
		Case: solved.Name, Converged: r.Converged, Iterations: r.Iterations, MaxMismatch: finite(r.MaxMismatch),
		LossesMW: finite(r.Losses() * r.Network.BaseMVA), ElapsedUS: elapsed, Islands: r.Network.Islands,
		Buses: []busJSON{}, Generators: []generatorJSON{}, Branches: []branchJSON{}, Limited: []limitedJSON{}, DeadBuses: []int{},
		Diagnosis: r.Diagnosis,
	}
	for _, b := range solved.Buses {
		j.Buses = append(j.Buses, busJSON{b.ID, int(b.Type), finite(b.Vm), finite(b.Va)})
	}
	for _, g := range solved.Gens {
		j.Generators = append(j.Generators, generatorJSON{g.Bus, finite(g.Pg), finite(g.Qg)})
	}
	for _, b := range solved.Branches {
		j.Branches = append(j.Branches, branchJSON{b.From, b.To, finite(b.Pf), finite(b.Qf), finite(b.Pt), finite(b.Qt)})
	}
	for _, l := range r.Limited {
		side := "min"
		if l.AtMax {
			side = "max"
		}
		j.Limited = append(j.Limited, limitedJSON{r.Network.BusID(r.Network.Gen.Bus[l.Generator]), side})
	}
	for _, i := range r.Network.Dead {
		j.DeadBuses = append(j.DeadBuses, r.Network.BusID(i))
	}
	return j
}

// finite keeps what is no number out of JSON, where a failed solution may hold
// it: the largest number stands for it.
func finite(v float64) float64 {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return math.MaxFloat64
	}
	return v
}

func (j flowJSON) summary(w io.Writer, r *powerflow.Result) {
	lo, hi := math.Inf(1), math.Inf(-1)
	var at, top int
	for i, v := range r.Vm {
		if v > 0 && v < lo {
			lo, at = v, r.Network.BusID(i)
		}
		if v > hi {
			hi, top = v, r.Network.BusID(i)
		}
	}
	fmt.Fprintf(w, "%s: solved in %d iterations, mismatch %.2g p.u., %d us\n", j.Case, j.Iterations, j.MaxMismatch, j.ElapsedUS)
	fmt.Fprintf(w, "%d buses, %d branches, %d generators in service, %d islands\n", r.Network.N(), len(r.Network.Branch.Row), len(r.Network.Gen.Row), j.Islands)
	fmt.Fprintf(w, "losses %.3f MW; voltage %.4f p.u. (bus %d) to %.4f p.u. (bus %d)\n", j.LossesMW, lo, at, hi, top)
	over, worst, which := 0, 0.0, 0
	for k, rate := range r.Network.Branch.RateA {
		loading := r.Loading(k) / rate
		if loading > 1 {
			over++
		}
		if loading > worst {
			worst, which = loading, r.Network.Branch.Row[k]
		}
	}
	if worst > 0 {
		b := r.Network.Case.Branches[which]
		fmt.Fprintf(w, "%d branches above rate A; the most loaded is row %d (%d-%d) at %.1f %%\n", over, which+1, b.From, b.To, 100*worst)
	}
	if len(j.Limited) > 0 {
		fmt.Fprintf(w, "%d generators held at a reactive limit\n", len(j.Limited))
	}
	if len(j.DeadBuses) > 0 {
		fmt.Fprintf(w, "%d buses have no generator in their island and are dead\n", len(j.DeadBuses))
	}
}

func newGridDirect(p Process) *cobra.Command {
	var o gridOutput
	var opt powerflow.Options
	cmd := &cobra.Command{
		Use: "dcpf CASE.m", Short: "Solve the direct-current power flow", Args: cobra.ExactArgs(1),
		Long: "Solves the direct-current approximation: voltages of one, no losses, no reactive power.",
	}
	o.flags(cmd)
	cmd.Flags().BoolVar(&opt.Shared, "distributed-slack", false, "share the slack over all generators, by capacity")
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		net, err := o.load(p, args[0])
		if err != nil {
			return err
		}
		var d *powerflow.DC
		elapsed := timed(func() { d, err = powerflow.SolveDC(net, opt) })
		if err != nil {
			return err
		}
		solved := d.Apply()
		if err := o.write(solved, directTables(solved)...); err != nil {
			return err
		}
		if err := o.plotLoading(net, func(k int) float64 { return math.Abs(d.Flow[k]) }); err != nil {
			return err
		}
		if o.asJSON {
			r := powerflow.Result{Network: net, Converged: true, Flow: powerflow.Flows{Pf: nil}}
			return printJSON(p.Stdout, flowToJSON(&r, solved, elapsed))
		}
		fmt.Fprintf(p.Stdout, "%s: direct-current power flow solved in %d us\n", solved.Name, elapsed)
		return nil
	}
	return cmd
}
