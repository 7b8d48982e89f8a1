package app

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"github.com/pouw-dem/pouwdem/internal/config"
	"github.com/pouw-dem/pouwdem/internal/core/federate"
	"github.com/pouw-dem/pouwdem/internal/core/learn/env"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/report"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/service/backtest"
	"github.com/pouw-dem/pouwdem/internal/service/together"
	"github.com/pouw-dem/pouwdem/models"
)

// fedStudyFlags are the flags of federate study.
type fedStudyFlags struct {
	ground                    groundFlags
	learn, days, strategy     string
	step                      time.Duration
	rounds, steps             int
	noisySteps                int
	batch, sigma, clip, delta float64
	fresh, tune, seeds        int
	validate                  string
	leans, temperatures       []float64
	validateSeeds             int
	out                       string
	asJSON                    bool
}

// fedStudy is a study's result and what it was asked.
type fedStudy struct {
	Ground    string `json:"ground"` // "history" or "simulator"
	Simulated bool   `json:"simulated"`
	Learn     string `json:"learn"`
	Scored    string `json:"scored"`
	Rounds    int    `json:"rounds"`
	Steps     int    `json:"steps"`
	Strategy  string `json:"strategy"`
	// Validated is what settings were settled on; empty: they are the product's.
	Validated string           `json:"validated,omitempty"`
	Trials    []together.Trial `json:"trials,omitempty"`
	together.Result
}

func newFederateStudy(p Process) *cobra.Command {
	var f fedStudyFlags
	cmd := &cobra.Command{
		Use: "study", Short: "What training together is worth, to a new site and to all", Args: cobra.NoArgs,
		Long: "Trains agents at sites alone, together in rounds with and without noise, and with all days in one place, and\n" +
			"plays them over days that none of them saw: at each site as if it were new and all others had trained without it,\n" +
			"for the first 30 days, again and again through --days; and at all sites, each with a record of its own. Rounds clip,\n" +
			"quantise and add updates as those of the product do; the masks, which cancel in a sum, are left out.",
		Example: "  pouwdem federate study --history data/market --points LZ_WEST,LZ_HOUSTON,LZ_SOUTH --seeds 5",
	}
	fl := cmd.Flags()
	f.ground.add(cmd)
	fl.StringVar(&f.learn, "learn", "", "days that sites learn from, `FIRST..LAST`; default 2024-02-01..2024-12-31, simulated 2026-03-01..2026-05-29")
	fl.StringVar(&f.days, "days", "", "days to score on, `FIRST..LAST`; default 2025-01-01..2025-06-29, simulated 2026-06-05..2026-08-03")
	fl.DurationVar(&f.step, "step", 0, "length of an interval; as the prices are without it, 15m in the simulated world")
	fl.StringVar(&f.strategy, "strategy", "fedavg", "of the rounds: fedavg, fedprox, fedavgm, fedadam")
	fl.IntVar(&f.rounds, "rounds", 25, "rounds that sites train together")
	fl.IntVar(&f.steps, "steps", federatedSteps, "steps of a site in a round")
	fl.IntVar(&f.noisySteps, "noisy-steps", 40, "steps of a site in a round with noise")
	fl.Float64Var(&f.batch, "noise-batch", 16, "days expected in a noisy step")
	fl.Float64Var(&f.sigma, "noise-sigma", 2, "standard deviation of the noise, in clips")
	fl.Float64Var(&f.clip, "noise-clip", 1, "norm that a day's gradient is clipped to")
	fl.Float64Var(&f.delta, "delta", 1e-4, "that epsilon is stated at")
	fl.IntVar(&f.fresh, "fresh", 400, "steps after each week of an agent that learns at a new site as days pass")
	fl.IntVar(&f.tune, "tune", 1000, "steps of a site from the common model on, on its own days")
	fl.IntVar(&f.seeds, "seeds", 5, "how often all is trained")
	fl.StringVar(&f.validate, "validate", "", "settle each arm's settings on these days, `FIRST..LAST`, having learned from those of --learn before them, with seeds of their own")
	fl.Float64SliceVar(&f.leans, "leans", []float64{federatedLean, 1.5, 0.5}, "grid of --validate: how far the plain rule is preferred before anything is learned")
	fl.Float64SliceVar(&f.temperatures, "temperatures", []float64{0.01, 0.03, 0.1}, "grid of --validate: temperature of a site that trains on from a model")
	fl.IntVar(&f.validateSeeds, "validate-seeds", 2, "how often each point of the grid is trained")
	fl.StringVar(&f.out, "out", "", "write the result to this `FILE` as well, as JSON: federation-study.json in the data folder is shown on the page")
	fl.BoolVar(&f.asJSON, "json", false, "print one JSON object")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error { return f.run(cmd.Context(), p) }
	return cmd
}

func (f *fedStudyFlags) run(ctx context.Context, p Process) error {
	learn, days, err := f.periods()
	if err != nil {
		return err
	}
	grounds, _, err := f.ground.grounds(p, period{learn.from.Add(-30), days.to})
	if err != nil {
		return err
	}
	study := together.Study{
		Agent: federatedConfig(), Plan: federatedPlan(config.Federation{Strategy: f.strategy}), Private: federatedPlan(config.Federation{Strategy: f.strategy}),
		Delta: f.delta, Rounds: f.rounds, Learn: together.Span{From: learn.from, To: learn.to}, Held: together.Span{From: days.from, To: days.to},
		Fresh: f.fresh, Tune: f.tune, Seeds: f.seeds,
	}
	study.Plan.Steps, study.Private.Steps = f.steps, f.noisySteps
	study.Private.Noise = &federate.Noise{Batch: f.batch, Clip: f.clip, Sigma: f.sigma, Steps: f.noisySteps}
	study.Agent.Temperature.Updates = f.rounds * f.steps / 2
	for i := range grounds {
		place, err := f.place(ctx, &grounds[i], learn, days)
		if err != nil {
			return err
		}
		study.Places = append(study.Places, place)
	}
	whole := fedStudy{Ground: "history", Simulated: f.ground.simulator, Learn: learn.String(), Rounds: f.rounds, Steps: f.steps, Strategy: f.strategy}
	if f.ground.simulator {
		whole.Ground = "simulator"
	}
	if f.validate != "" {
		if study.Settings, whole.Trials, err = f.settle(ctx, p, study, grounds, learn); err != nil {
			return err
		}
		whole.Validated = strings.Replace(f.validate, "..", " to ", 1)
	}
	result, err := study.Run(ctx, counted(p.Stderr, "training", f.seeds))
	if err != nil {
		return err
	}
	whole.Scored, whole.Result = period{days.from, days.from.Add(result.Days - 1)}.String(), result
	if f.out != "" {
		if err := writeStudy(f.out, whole); err != nil {
			return err
		}
	}
	if f.asJSON {
		return printJSON(p.Stdout, whole)
	}
	fmt.Fprintf(p.Stdout, "learned from %s, scored on %d days from %s on; %d rounds of %d steps by %s, %d seeds%s\n", learn, result.Days, days.from, f.rounds, f.steps, f.strategy, result.Seeds,
		map[bool]string{true: "; everything is simulated"}[f.ground.simulator])
	if f.validate != "" {
		if err := printTrials(p.Stdout, f.validate, f.validateSeeds, whole.Trials); err != nil {
			return err
		}
	}
	return printStudy(p.Stdout, result)
}

// validationSeeds begin where no study that is scored gets to.
const validationSeeds = 200

// settle chooses settings on days that are neither learned from at that time nor
// scored after it; the rule that they are counted above is tuned before them.
func (f *fedStudyFlags) settle(ctx context.Context, p Process, study together.Study, grounds []ground, learn period) (together.Settings, []together.Trial, error) {
	days, err := parsePeriod("validate", f.validate)
	if err != nil {
		return nil, nil, err
	}
	if !learn.from.Before(days.from) || !days.to.Before(study.Held.From) {
		return nil, nil, usageError{errors.New("--validate: its days have to begin after the first of --learn, and to end before those of --days")}
	}
	learn.to = days.from.Add(-1)
	study.Learn, study.Held = together.Span{From: learn.from, To: learn.to}, together.Span{From: days.from, To: days.to}
	study.Seeds, study.First, study.Places = f.validateSeeds, validationSeeds, nil
	for _, g := range grounds { // tuned anew, each a copy
		place, err := f.place(ctx, &g, learn, days)
		if err != nil {
			return nil, nil, err
		}
		study.Places = append(study.Places, place)
	}
	return study.Settle(ctx, together.Grid{Leans: f.leans, Temperatures: f.temperatures}, counted(p.Stderr, "settling", len(f.leans)*f.validateSeeds))
}

// counted shows how much is done: as a bar on a terminal, else line by line.
func counted(w io.Writer, what string, of int) func(done int) {
	if show := progress(w, what); show != nil {
		return func(done int) { show(done, of) }
	}
	return func(done int) { fmt.Fprintf(w, "%s: %d of %d done\n", what, done, of) }
}

func printTrials(out io.Writer, days string, seeds int, trials []together.Trial) error {
	fmt.Fprintf(out, "\nSettled on %s with %d seeds of its own: $ above the rule over all sites and days\n", days, seeds)
	w := tabwriter.NewWriter(out, 0, 4, 2, ' ', 0)
	fmt.Fprintln(w, "\tlean\ttemperature\tmean\tseeds\t")
	for _, t := range trials {
		fmt.Fprintf(w, "%s\t%g\t%g\t%+.0f\t", t.Arm, t.Lean, t.Temperature, t.MeanUSD())
		for _, v := range t.Seeds {
			fmt.Fprintf(w, "%+.0f ", v)
		}
		fmt.Fprintln(w, map[bool]string{true: "\tchosen"}[t.Chosen])
	}
	return w.Flush()
}

func writeStudy(path string, s fedStudy) error {
	raw, err := json.MarshalIndent(s, "", "  ")
	if err == nil {
		err = os.WriteFile(path, append(raw, '\n'), 0o600)
	}
	if err != nil {
		return fmt.Errorf("write the study: %w", err)
	}
	return nil
}

// studyFile is the study that the page shows, in the data folder; without it the
// one that ships is shown.
const studyFile = "federation-study.json"

func shownStudy(dataDir string) (*report.FederationStudy, error) {
	raw, err := os.ReadFile(filepath.Join(dataDir, studyFile))
	if errors.Is(err, fs.ErrNotExist) {
		raw, err = models.FederationStudy, nil
	}
	var s fedStudy
	if err == nil {
		err = json.Unmarshal(raw, &s)
	}
	if err != nil {
		return nil, fmt.Errorf("read the study of training together: %w", err)
	}
	return &report.FederationStudy{
		Simulated: s.Simulated, Learn: s.Learn, Settled: s.Validated, Scored: s.Scored, Sites: s.Sites, Seeds: s.Seeds, Rounds: s.Rounds, GapUSD: s.GapUSD,
		Epsilon: s.Epsilon, Delta: s.Delta, Unit: s.Unit, Mechanism: s.Noise, Window: together.Window, Times: s.Windows, New: armViews(s.New), All: armViews(s.All),
	}, nil
}

func armViews(rows []together.Row) (arms []report.FederationArm) {
	for _, r := range rows {
		arms = append(arms, report.FederationArm{
			Arm: r.Arm, AboveUSD: r.Score.AboveUSD, AboveCI: r.Score.AboveCI, BesideUSD: r.Beside.AboveUSD, BesideCI: r.Beside.AboveCI,
			CommonUSD: r.Common.AboveUSD, CommonCI: r.Common.AboveCI,
		})
	}
	return arms
}

func (f *fedStudyFlags) periods() (learn, days period, err error) {
	choose := func(text *string, recorded, simulated string) {
		switch {
		case *text != "":
		case f.ground.simulator:
			*text = simulated
		default:
			*text = recorded
		}
	}
	choose(&f.learn, "2024-02-01..2024-12-31", "2026-03-01..2026-05-29")
	choose(&f.days, "2025-01-01..2025-06-29", "2026-06-05..2026-08-03")
	if f.ground.simulator && f.step == 0 {
		f.step = unit.Settlement
	}
	if learn, err = parsePeriod("learn", f.learn); err != nil {
		return learn, days, err
	}
	days, err = parsePeriod("days", f.days)
	return learn, days, err
}

// place lays out a site: its rule is tuned before the days that are learned from,
// and what perfect foresight earns above it is what there is to gain.
func (f *fedStudyFlags) place(ctx context.Context, g *ground, learn, days period) (together.Place, error) {
	place := together.Place{ID: g.site.ID}
	if err := g.tune(ctx, days.from); err != nil {
		return place, err
	}
	rule := policy.Threshold{Params: g.threshold}
	study := func(from, to unit.Day) backtest.Study {
		st := g.study(period{from, to})
		st.Step = f.step
		return st
	}
	_, played, err := backtest.Play(ctx, study(days.from, days.to), []policy.Policy{rule})
	if err != nil {
		return place, err
	}
	for d, best := range played[1].Daily {
		place.Gap = append(place.Gap, best-played[0].Daily[d])
	}
	place.Days = func(from, to unit.Day) (together.Stretch, error) {
		course, err := backtest.NewCourse(study(from, to))
		if err != nil {
			return together.Stretch{}, err
		}
		return together.Stretch{
			Site: &g.site, Rule: rule, Read: func() env.Course { return course.Twin() }, PerDay: int(24 * time.Hour / course.Interval(0).Length),
		}, nil
	}
	return place, nil
}

func printStudy(out io.Writer, r together.Result) error {
	fmt.Fprintf(out, "perfect foresight earns %.0f $ above the rule at %d sites\n", r.GapUSD, len(r.Sites))
	fmt.Fprintf(out, "noise: %s; epsilon %.2f at delta %g, unit: %s\n", r.Noise, r.Epsilon, r.Delta, r.Unit)
	table := func(title string, rows []together.Row) error {
		fmt.Fprintf(out, "\n%s: $ above the rule, and paired above local-only and above federated, with 95 %% intervals over days and seeds\n", title)
		w := tabwriter.NewWriter(out, 0, 4, 2, ' ', 0)
		fmt.Fprint(w, "\tabove the rule\t95 %\tabove local-only\t95 %\tabove federated\t95 %\tworst seed")
		for _, id := range r.Sites {
			fmt.Fprint(w, "\t"+id)
		}
		fmt.Fprintln(w)
		for _, row := range rows {
			fmt.Fprintf(w, "%s\t%+.0f\t%+.0f to %+.0f\t%+.0f\t%+.0f to %+.0f\t%+.0f\t%+.0f to %+.0f\t%+.0f", row.Arm, row.Score.AboveUSD, row.Score.AboveCI[0], row.Score.AboveCI[1],
				row.Beside.AboveUSD, row.Beside.AboveCI[0], row.Beside.AboveCI[1],
				row.Common.AboveUSD, row.Common.AboveCI[0], row.Common.AboveCI[1], row.Score.WorstSeed)
			for _, v := range row.Sites {
				fmt.Fprintf(w, "\t%+.0f", v)
			}
			fmt.Fprintln(w)
		}
		return w.Flush()
	}
	if err := table(fmt.Sprintf("A new site's first %d days, %d times over", together.Window, r.Windows), r.New); err != nil {
		return err
	}
	return table("All sites, each with a record of its own", r.All)
}
