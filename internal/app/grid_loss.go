package app

import (
	"cmp"
	"fmt"
	"math"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
	"github.com/pouw-dem/pouwdem/internal/core/grid/contingency"
)

// The JSON of a study of outages. Rows count from 1.
type (
	lossesJSON struct {
		Case      string         `json:"case"`
		Outages   []lossJSON     `json:"outages"`
		Counts    map[string]int `json:"counts"`
		Ranking   []int          `json:"ranking"` // branch_index (or place in the list) of the worst, worst first
		ElapsedUS int64          `json:"elapsed_us"`
	}
	lossJSON struct {
		Index      int      `json:"branch_index"` // place in the list where it is not one of branches
		Label      string   `json:"label"`
		From       int      `json:"from"`
		To         int      `json:"to"`
		Status     string   `json:"status"`
		Method     string   `json:"method"`
		Iterations int      `json:"iterations"`
		MinVm      *float64 `json:"min_vm_pu"`
		MinVmBus   *int     `json:"min_vm_bus"`
		MaxLoading *float64 `json:"max_loading_pct"`
		Most       *int     `json:"max_loading_branch"`
		MaxFlow    *float64 `json:"max_flow_mva"`
		CutOffMW   float64  `json:"cut_off_mw"`
		Overloads  int      `json:"overloads"`
	}
)

type lossFlags struct {
	gridOutput
	opt        contingency.Options
	generators bool
	table      string
	pairs      bool
	threshold  float64
}

func newGridLosses(p Process) *cobra.Command {
	var o lossFlags
	cmd := &cobra.Command{
		Use: "n1 CASE.m", Short: "Study the loss of each branch, generator or set of a list", Args: cobra.ExactArgs(1),
		Long: "Solves the power flow after the loss of each branch in turn (or each generator, or each set of a change table), from\n" +
			"the solution of the intact network, and ranks them by severity. What islands is told before it is solved.",
	}
	o.flags(cmd)
	f := cmd.Flags()
	f.BoolVar(&o.generators, "generators", false, "lose generators in place of branches")
	f.StringVar(&o.table, "list", "", "lose the sets of this change table, `FILE.m`")
	f.BoolVar(&o.pairs, "pairs", false, "lose any two branches, by outage factors of the direct-current model (N-2)")
	f.Float64Var(&o.threshold, "threshold", 1, "of --pairs: loading from which on a pair is listed")
	f.BoolVar(&o.opt.Exact, "exact", false, "Newton's method for every outage")
	f.BoolVar(&o.opt.Rescue, "rescue", false, "where that fails, try the other starts too")
	f.BoolVar(&o.opt.Islands, "islands", false, "solve what stays connected after an outage that islands")
	f.IntVar(&o.opt.Workers, "workers", 1, "at once")
	f.Float64Var(&o.opt.Tolerance, "tolerance", 1e-8, "largest mismatch, p.u.")
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		net, err := o.load(p, args[0])
		if err != nil {
			return err
		}
		if o.pairs {
			return o.studyPairs(p, net)
		}
		return o.study(p, net)
	}
	return cmd
}

func (o *lossFlags) list(net *grid.Network) ([]contingency.Outage, error) {
	switch {
	case o.table != "":
		src, err := os.ReadFile(o.table)
		if err != nil {
			return nil, fmt.Errorf("read change table: %w", err)
		}
		table, err := grid.ReadChanges(o.table, src)
		if err != nil {
			return nil, err
		}
		return contingency.FromTable(net.Case, table)
	case o.generators:
		return contingency.AllGenerators(net), nil
	}
	return contingency.AllBranches(net), nil
}

func (o *lossFlags) study(p Process, net *grid.Network) error {
	list, err := o.list(net)
	if err != nil {
		return err
	}
	var r *contingency.Report
	elapsed := timed(func() { r, err = contingency.New(net).Run(list, o.opt) })
	if err != nil {
		return err
	}
	j := lossesToJSON(net, list, r, elapsed)
	if err := o.write(net.Case, lossTable(j, r)); err != nil {
		return err
	}
	if o.asJSON {
		return printJSON(p.Stdout, j)
	}
	j.summary(p, r)
	return nil
}

func lossesToJSON(net *grid.Network, list []contingency.Outage, r *contingency.Report, elapsed int64) lossesJSON {
	j := lossesJSON{Case: net.Case.Name, Outages: []lossJSON{}, Counts: map[string]int{}, Ranking: []int{}, ElapsedUS: elapsed}
	for k, result := range r.Results {
		l := lossJSON{
			Index: k + 1, Label: list[k].Label, Status: string(result.Status), Method: string(result.Method),
			Iterations: result.Iterations, CutOffMW: result.CutOffMW, Overloads: result.Overloads,
		}
		if rows := list[k].Branches; len(rows) == 1 {
			l.Index, l.From, l.To = rows[0]+1, net.Case.Branches[rows[0]].From, net.Case.Branches[rows[0]].To
		}
		if result.Status == contingency.OK {
			loading, most := 100*result.MaxLoading, result.MaxLoadingBranch+1
			l.MinVm, l.MinVmBus, l.MaxFlow = &result.MinVm, &result.MinVmBus, &result.MaxFlowMVA
			if most > 0 {
				l.MaxLoading, l.Most = &loading, &most
			}
		}
		j.Outages = append(j.Outages, l)
		j.Counts[l.Status]++
	}
	for _, s := range r.Rank() {
		j.Ranking = append(j.Ranking, j.Outages[s.Outage].Index)
	}
	return j
}

// lossTable has MATPOWER's words for the statuses that it knows.
func lossTable(j lossesJSON, r *contingency.Report) table {
	const header = "branch_idx,from,to,status,iters,minVm,minVm_bus,max_Sf_MVA,max_Sf_branch,slack_P_MW,loss_MW"
	words := map[string]string{"ok": "OK", "islanded": "ISLAND", "diverged": "DIVERGED", "no_solution_found": "NO_SOLUTION"}
	return table{"n1", header, len(j.Outages), func(i int) []any {
		l, x := j.Outages[i], r.Results[i]
		row := []any{l.Index, l.From, l.To, words[l.Status]}
		if x.Status != contingency.OK {
			return append(row, nil, nil, nil, nil, nil, nil, nil)
		}
		return append(row, x.Iterations, x.MinVm, x.MinVmBus, x.MaxFlowMVA, x.MaxFlowBranch+1, x.SlackMW, x.LossMW)
	}}
}

func (j lossesJSON) summary(p Process, r *contingency.Report) {
	var counts []string
	for word, n := range j.Counts {
		counts = append(counts, fmt.Sprintf("%d %s", n, word))
	}
	fmt.Fprintf(p.Stdout, "%s: %d outages in %d us: %s\n", j.Case, len(j.Outages), j.ElapsedUS, strings.Join(sorted(counts), ", "))
	rank := r.Rank()
	fmt.Fprintln(p.Stdout, "the worst:")
	for _, s := range rank[:min(10, len(rank))] {
		x, l := r.Results[s.Outage], j.Outages[s.Outage]
		switch {
		case x.Status == contingency.Islanded:
			fmt.Fprintf(p.Stdout, "  %-28s cuts off %d buses, %.1f MW\n", l.Label, x.CutOffBuses, x.CutOffMW)
		case x.Status != contingency.OK:
			fmt.Fprintf(p.Stdout, "  %-28s %s\n", l.Label, x.Status)
		default:
			fmt.Fprintf(p.Stdout, "  %-28s %.1f %% on branch row %d, lowest voltage %.4f p.u. at bus %d\n",
				l.Label, 100*x.MaxLoading, x.MaxLoadingBranch+1, x.MinVm, x.MinVmBus)
		}
	}
}

type pairJSON struct {
	First    int     `json:"first_branch_index"`
	Second   int     `json:"second_branch_index"`
	Islanded bool    `json:"islanded"`
	Loading  float64 `json:"max_loading_pct"`
	Worst    int     `json:"max_loading_branch"`
}

func (o *lossFlags) studyPairs(p Process, net *grid.Network) error {
	linear, err := contingency.NewLinear(net)
	if err != nil {
		return err
	}
	injection, _ := net.Injection(nil, nil)
	var r *contingency.PairReport
	elapsed := timed(func() {
		r = linear.Pairs(linear.BaseFlows(injection), contingency.PairOptions{Threshold: o.threshold, Workers: o.opt.Workers})
	})
	pairs := []pairJSON{}
	for _, x := range r.Pairs {
		pairs = append(pairs, pairJSON{x.First + 1, x.Second + 1, x.Islanded, finite(100 * x.Loading), x.Worst + 1})
	}
	if o.asJSON {
		return printJSON(p.Stdout, map[string]any{
			"case": net.Case.Name, "studied": r.Studied, "islanded": r.Islanded, "over": r.Over, "pairs": pairs, "elapsed_us": elapsed,
		})
	}
	fmt.Fprintf(p.Stdout, "%s: %d pairs in %d us: %d island, %d load a branch above %.0f %%\n",
		net.Case.Name, r.Studied, elapsed, r.Islanded, r.Over, 100*o.threshold)
	return nil
}

func newGridFactors(p Process, kind string) *cobra.Command {
	var o gridOutput
	cmd := &cobra.Command{
		Use: kind + " CASE.m", Short: "Shift factors: branches by buses", Args: cobra.ExactArgs(1),
		Long: "The share of a MW injected at each bus, and withdrawn at the reference, that flows over each branch.",
	}
	if kind == "lodf" {
		cmd.Short = "Outage factors: branches by lost branches"
		cmd.Long = "The share of a lost branch's flow that each branch takes over; NaN where the lost branch is a bridge, -1 for itself."
	}
	o.flags(cmd)
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		net, err := o.load(p, args[0])
		if err != nil {
			return err
		}
		linear, err := contingency.NewLinear(net)
		if err != nil {
			return err
		}
		rows := shiftRows(net, linear)
		if kind == "lodf" {
			rows = outageRows(net, linear)
		}
		m := table{name: kind, rows: len(rows), row: func(i int) []any {
			out := make([]any, len(rows[i]))
			for k, v := range rows[i] {
				out[k] = v
			}
			return out
		}}
		if err := o.write(net.Case, m); err != nil {
			return err
		}
		if o.asJSON {
			return printJSON(p.Stdout, map[string]any{"case": net.Case.Name, kind: nullable(rows)})
		}
		fmt.Fprintf(p.Stdout, "%s: %s of %d rows; --csv DIR or --json shows them\n", net.Case.Name, kind, len(rows))
		return nil
	}
	return cmd
}

// shiftRows are by branch and bus of the case; zero where out of service.
func shiftRows(net *grid.Network, linear *contingency.Linear) [][]float64 {
	rows := zeros(len(net.Case.Branches), len(net.Case.Buses))
	into := make([]float64, net.N())
	for k, row := range net.Branch.Row {
		linear.PTDFRow(k, into)
		for i, v := range into {
			rows[row][net.Bus.Row[i]] = v
		}
	}
	return rows
}

// outageRows are by monitored and lost branch of the case.
func outageRows(net *grid.Network, linear *contingency.Linear) [][]float64 {
	rows := zeros(len(net.Case.Branches), len(net.Case.Branches))
	into := make([]float64, len(net.Branch.Row))
	for k, lost := range net.Branch.Row {
		linear.LODFColumn(k, into)
		for l, v := range into {
			rows[net.Branch.Row[l]][lost] = v
		}
	}
	return rows
}

func zeros(rows, columns int) [][]float64 {
	out := make([][]float64, rows)
	for i := range out {
		out[i] = make([]float64, columns)
	}
	return out
}

// nullable has null where a number is none, which JSON cannot hold.
func nullable(rows [][]float64) [][]*float64 {
	out := make([][]*float64, len(rows))
	for i, row := range rows {
		out[i] = make([]*float64, len(row))
		for k, v := range row {
			if !math.IsNaN(v) {
				out[i][k] = &row[k]
			}
		}
	}
	return out
}

func sorted[T cmp.Ordered](values []T) []T {
	slices.Sort(values)
	return values
}
