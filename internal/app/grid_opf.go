package app

import (
	"fmt"
	"math"

	"github.com/spf13/cobra"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
	"github.com/pouw-dem/pouwdem/internal/core/grid/opf"
)

// The JSON of a dispatch.
type (
	dispatchJSON struct {
		Case       string          `json:"case"`
		Converged  bool            `json:"converged"`
		Objective  float64         `json:"objective_usd_h"`
		Iterations int             `json:"iterations"`
		Residual   float64         `json:"kkt_residual"`
		ElapsedUS  int64           `json:"elapsed_us"`
		Buses      []priceJSON     `json:"buses"`
		Generators []generatorJSON `json:"generators"`
		Branches   []shadowJSON    `json:"branches"`
		Rounds     int             `json:"secure_rounds,omitempty"`
		Secured    []securedJSON   `json:"secured,omitempty"`
		Violations []opf.Violation `json:"violations"`
	}
	priceJSON struct {
		ID         int     `json:"id"`
		Vm         float64 `json:"vm_pu"`
		Va         float64 `json:"va_deg"`
		LMP        float64 `json:"lmp_usd_mwh"`
		Energy     float64 `json:"lmp_energy_usd_mwh"`
		Loss       float64 `json:"lmp_loss_usd_mwh"`
		Congestion float64 `json:"lmp_congestion_usd_mwh"`
	}
	shadowJSON struct {
		branchJSON
		Shadow float64 `json:"shadow_usd_mva_h"`
	}
	securedJSON struct {
		Branch int     `json:"branch_index"`
		Outage int     `json:"outage_index"`
		Shadow float64 `json:"shadow_usd_mw_h"`
	}
)

func newGridDispatch(p Process, dc bool) *cobra.Command {
	var o gridOutput
	opt := opf.Options{DC: dc}
	var model, limit string
	cmd := &cobra.Command{
		Use: "opf CASE.m", Short: "Find the dispatch of least cost", Args: cobra.ExactArgs(1),
		Long: "Finds the dispatch of least cost within the limits of generators, voltages, branches and angles, with nodal prices\n" +
			"split into energy, loss and congestion at the reference bus.",
	}
	if dc {
		cmd.Use, cmd.Short = "dcopf CASE.m", "Find the dispatch of least cost in the direct-current model"
		cmd.Flags().StringVar(&model, "dc-model", "matpower", "matpower (1/(x tap), phase shifts) or powermodels (x/(r^2+x^2), as PGLib's column DC)")
		cmd.Flags().BoolVar(&opt.Secure, "secure", false, "keep every limit after the loss of any one branch that is no bridge")
		cmd.Flags().Float64Var(&opt.SecureFactor, "secure-factor", 1, "ratings after a loss, as a multiple of rate A")
	} else {
		cmd.Flags().StringVar(&limit, "limit", "s", "what ratings bound: s (apparent power), p (active power) or i (current)")
	}
	o.flags(cmd)
	cmd.Flags().BoolVar(&opt.NoAngleLimits, "no-angle-limits", false, "leave limits on angle differences out")
	cmd.Flags().Float64Var(&opt.Tolerance, "tolerance", 1e-6, "of each condition of convergence, relative")
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		var err error
		if dc {
			opt.Model, err = choose("dc-model", model, map[string]opf.Model{"matpower": opf.MATPOWER, "powermodels": opf.PowerModels})
		} else {
			opt.Limit, err = choose("limit", limit, map[string]opf.Limit{"s": opf.Apparent, "p": opf.Active, "i": opf.Current})
		}
		if err != nil {
			return err
		}
		net, err := o.load(p, args[0])
		if err != nil {
			return err
		}
		return o.dispatch(p, net, opt)
	}
	return cmd
}

func (o *gridOutput) dispatch(p Process, net *grid.Network, opt opf.Options) error {
	var r *opf.Result
	var failed error
	elapsed := timed(func() { r, failed = opf.Solve(net, opt) })
	if r == nil {
		return failed
	}
	solved := r.Apply()
	if failed == nil {
		if err := o.write(solved, dispatchTables(solved, opt.DC)...); err != nil {
			return err
		}
		loading := func(k int) float64 { return max(math.Hypot(r.Pf[k], r.Qf[k]), math.Hypot(r.Pt[k], r.Qt[k])) }
		if err := o.plotLoading(net, loading); err != nil {
			return err
		}
	}
	if o.asJSON {
		if err := printJSON(p.Stdout, dispatchToJSON(r, solved, elapsed)); err != nil {
			return err
		}
		return failed
	}
	if failed == nil {
		lo, hi := math.Inf(1), math.Inf(-1)
		for _, price := range r.PriceP {
			lo, hi = min(lo, price), max(hi, price)
		}
		fmt.Fprintf(p.Stdout, "%s: %.4f $/h in %d iterations, residual %.2g, %d us\n", solved.Name, r.Objective, r.Iterations, r.Residual, elapsed)
		fmt.Fprintf(p.Stdout, "nodal prices %.2f to %.2f $/MWh\n", lo, hi)
		if opt.Secure {
			fmt.Fprintf(p.Stdout, "secure against the loss of any branch after %d rounds; %d limits after a loss bind\n", r.SecureRounds, len(r.Contingency))
		}
	}
	return failed
}

func dispatchToJSON(r *opf.Result, solved *grid.Case, elapsed int64) dispatchJSON {
	j := dispatchJSON{
		Case: solved.Name, Converged: r.Converged, Objective: finite(r.Objective), Iterations: r.Iterations,
		Residual: finite(r.Residual), ElapsedUS: elapsed, Rounds: r.SecureRounds,
		Buses: []priceJSON{}, Generators: []generatorJSON{}, Branches: []shadowJSON{}, Violations: []opf.Violation{},
	}
	j.Violations = append(j.Violations, r.Violations...)
	for _, b := range solved.Buses {
		row := priceJSON{ID: b.ID, Vm: finite(b.Vm), Va: finite(b.Va), LMP: finite(b.LamP)}
		if i, in := r.Network.Bus.Index[b.ID]; in {
			parts := r.Parts[i]
			row.Energy, row.Loss, row.Congestion = finite(parts.Energy), finite(parts.Loss), finite(parts.Congestion)
		}
		j.Buses = append(j.Buses, row)
	}
	for _, g := range solved.Gens {
		j.Generators = append(j.Generators, generatorJSON{g.Bus, finite(g.Pg), finite(g.Qg)})
	}
	for _, b := range solved.Branches {
		j.Branches = append(j.Branches, shadowJSON{branchJSON{b.From, b.To, finite(b.Pf), finite(b.Qf), finite(b.Pt), finite(b.Qt)}, finite(b.MuSf)})
	}
	for _, c := range r.Contingency {
		j.Secured = append(j.Secured, securedJSON{r.Network.Branch.Row[c.Branch] + 1, r.Network.Branch.Row[c.Outage] + 1, c.Shadow})
	}
	return j
}
