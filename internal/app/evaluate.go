package app

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/pouw-dem/pouwdem/internal/core/learn"
	"github.com/pouw-dem/pouwdem/internal/core/learn/env"
	"github.com/pouw-dem/pouwdem/internal/core/learn/evaluate"
	"github.com/pouw-dem/pouwdem/internal/core/nn"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/policy/mpc"
	"github.com/pouw-dem/pouwdem/internal/service/backtest"
)

// scoringFlags are the flags of evaluate.
type scoringFlags struct {
	ground groundFlags
	model  string
	days   string
	mpc    bool
	asJSON bool
}

// evaluation is a model scored beside the others.
type evaluation struct {
	Model     string           `json:"model"`
	Days      string           `json:"days"`
	Simulated bool             `json:"simulated"`
	Seeds     int              `json:"seeds"`
	Levers    []string         `json:"levers"`
	Sites     []siteEvaluation `json:"sites"`
	Note      string           `json:"note"`
	Verdict   string           `json:"verdict"`
}

type siteEvaluation struct {
	Site     string         `json:"site"`
	Point    string         `json:"point"`
	DayCount int            `json:"days"`
	Minutes  int            `json:"interval_minutes"`
	Tuned    string         `json:"threshold"` // where its parameters come from
	Policies []policyResult `json:"policies"`
	// BesideMPC is the agent above MPC in place of the threshold rule; nil: MPC was not run.
	BesideMPC *evaluate.Score `json:"beside_mpc,omitempty"`
	Note      string          `json:"note,omitempty"`
}

type policyResult struct {
	Policy string         `json:"policy"`
	Score  evaluate.Score `json:"score"`
	Starts int            `json:"starts"`
	Uptime float64        `json:"uptime"`
	Dear   float64        `json:"uptime_while_dear"` // over intervals that settled at 500 $/MWh or more
}

func newEvaluate(p Process) *cobra.Command {
	var f scoringFlags
	cmd := &cobra.Command{
		Use: "evaluate", Short: "Score a trained model on days it has not seen", Args: cobra.NoArgs,
		Long: "Runs every seed of a model over days that neither training nor validation saw, beside the threshold rule\n" +
			"tuned on the days before, always-on, the newest price, the day-ahead price, MPC and perfect foresight.\n" +
			"Differences are paired by day; intervals resample blocks of days and seeds together.",
		Example: "  pouwdem evaluate --model models/west --history data/market --points LZ_WEST --days 2025-04-01..2025-06-30",
	}
	fl := cmd.Flags()
	f.ground.add(cmd)
	fl.StringVar(&f.model, "model", "", "`DIR` of the model")
	fl.StringVar(&f.days, "days", "", "days to score on, `FIRST..LAST`, after those of training and validation")
	fl.BoolVar(&f.mpc, "mpc", true, "run MPC as well, which takes longest")
	fl.BoolVar(&f.asJSON, "json", false, "print one JSON object")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error { return f.run(cmd.Context(), p) }
	return cmd
}

func (f *scoringFlags) run(ctx context.Context, p Process) error {
	if f.model == "" {
		return usageError{errors.New("--model is required: the folder of a trained model")}
	}
	days, err := parsePeriod("days", f.days)
	if err != nil {
		return err
	}
	agents, about, err := readModel(f.model)
	if err != nil {
		return err
	}
	if err := unseen(about, days); err != nil {
		return err
	}
	year := period{days.from.Add(-365), days.to} // a year before, to tune the threshold on
	grounds, _, err := f.ground.grounds(p, year)
	if err != nil {
		return err
	}
	e := evaluation{Model: about.Model, Days: days.String(), Simulated: f.ground.simulator, Seeds: len(agents), Levers: f.ground.levers.Names()}
	e.Note = fmt.Sprintf("%d seeds, none of which saw these days; figures of dsac are interquartile means over the seeds. Intervals are 95 %%, over blocks of days and seeds together.", len(agents))
	for i := range grounds {
		scored, err := f.site(ctx, &grounds[i], agents, days)
		if err != nil {
			return err
		}
		e.Sites = append(e.Sites, scored)
	}
	e.Verdict = e.verdict()
	if err := writeCard(f.model, about, &e); err != nil {
		return err
	}
	if f.asJSON {
		return printJSON(p.Stdout, e)
	}
	return e.print(p)
}

// unseen refuses days that the model has learned from or was chosen on.
func unseen(about trained, days period) error {
	_, last, _ := strings.Cut(about.Validate, " to ")
	if last != "" && days.from.String() <= last {
		return usageError{fmt.Errorf("--days begin on %s, but the model was trained and chosen on days up to %s: scoring it on those shows nothing", days.from, last)}
	}
	return nil
}

// readModel reads every seed of a model, or its one policy.
func readModel(dir string) ([]*learn.Policy, trained, error) {
	var about trained
	names, err := filepath.Glob(filepath.Join(dir, "seed-*.ckpt"))
	if err != nil || len(names) == 0 {
		names = []string{filepath.Join(dir, "policy.ckpt")}
	}
	var agents []*learn.Policy
	for _, name := range names {
		file, err := os.ReadFile(name)
		if err != nil {
			return nil, about, fmt.Errorf("read the model: %w", err)
		}
		c, err := nn.Decode(file)
		if err != nil {
			return nil, about, fmt.Errorf("%s: %w", name, err)
		}
		if err := json.Unmarshal(c.Training, &about); err != nil {
			return nil, about, fmt.Errorf("%s: read how it was trained: %w", name, err)
		}
		agent, err := learn.New(about.Model, c, policy.ThresholdParams{})
		if err != nil {
			return nil, about, err
		}
		agents = append(agents, agent)
	}
	return agents, about, nil
}

// draws is the seed of the bootstrap; arbitrary and fixed.
const draws = 20_240_508

// site scores all policies at one site.
func (f *scoringFlags) site(ctx context.Context, g *ground, agents []*learn.Policy, days period) (siteEvaluation, error) {
	out := siteEvaluation{Site: g.site.ID, Point: g.site.Point, DayCount: days.days()}
	if err := g.tune(ctx, days.from); err != nil {
		return out, err
	}
	out.Tuned = fmt.Sprintf("tuned on %d days before", g.tuning.Days)
	if g.tuning.Note != "" {
		out.Tuned = g.tuning.Note
	}
	policies := []policy.Policy{policy.Threshold{Params: g.threshold}, policy.Always{}, policy.Lag1{}, policy.DayAhead{}}
	if f.mpc {
		policies = append(policies, mpc.Policy{Params: mpc.Params{Fallback: g.threshold, Follow: g.follow}})
	}
	first, memo := len(policies), env.NewMemo()
	for i, a := range agents {
		policies = append(policies, a.Called(fmt.Sprintf("dsac %d", i+1)).Remembering(memo))
	}
	ran, played, err := backtest.Play(ctx, g.study(days), policies)
	if err != nil {
		return out, err
	}
	out.DayCount, out.Minutes = len(ran), int(played[0].Step.Minutes())
	base, foresight := played[0].Daily, played[len(played)-1].Daily
	var seeds [][]float64
	for _, seed := range played[first : len(played)-1] {
		seeds = append(seeds, seed.Daily)
	}
	if f.mpc {
		score, err := evaluate.Of(evaluate.Runs{Baseline: played[first-1].Daily, Foresight: foresight, Seeds: seeds}, draws)
		if err != nil {
			return out, err
		}
		out.BesideMPC = &score
	}
	for i := range played {
		if i > first && i < len(played)-1 {
			continue // the other seeds are scored with the first
		}
		r := policyResult{Policy: played[i].Policy, Starts: played[i].Starts, Uptime: played[i].Uptime, Dear: played[i].Dear}
		runs := evaluate.Runs{Baseline: base, Foresight: foresight, Seeds: [][]float64{played[i].Daily}}
		if i == first {
			r.Policy, runs.Seeds = learn.Name, seeds
		}
		if r.Score, err = evaluate.Of(runs, draws); err != nil {
			return out, err
		}
		if r.Policy == learn.Name {
			out.Note = r.Score.CaptureNote
		}
		out.Policies = append(out.Policies, r)
	}
	return out, nil
}

// besideMPC says what the agent earned above MPC, day by day.
func (s *siteEvaluation) besideMPC() string {
	return fmt.Sprintf("the agent above mpc, $ (95 %%): %s", aboveOf(*s.BesideMPC))
}

// verdict says in a sentence where the agent won and where it lost.
func (e *evaluation) verdict() string {
	var won, lost, even []string
	for _, s := range e.Sites {
		i := slices.IndexFunc(s.Policies, func(r policyResult) bool { return r.Policy == learn.Name })
		switch ci := s.Policies[i].Score.AboveCI; {
		case ci[0] > 0:
			won = append(won, s.Site)
		case ci[1] < 0:
			lost = append(lost, s.Site)
		default:
			even = append(even, s.Site)
		}
	}
	said := []string{}
	for _, part := range []struct {
		sites []string
		text  string
	}{
		{won, "the agent earned more than the threshold rule, beyond its 95 % interval"},
		{even, "the agent cannot be told from the threshold rule"},
		{lost, "the agent earned less than the threshold rule, beyond its 95 % interval"},
	} {
		if len(part.sites) > 0 {
			said = append(said, "at "+strings.Join(part.sites, ", ")+" "+part.text)
		}
	}
	return strings.Join(said, "; ") + "."
}

func (e *evaluation) print(p Process) error {
	fmt.Fprintf(p.Stdout, "%s on %s; levers: %s. %s\n", e.Model, e.Days, strings.Join(e.Levers, ", "), e.Note)
	for _, s := range e.Sites {
		fmt.Fprintf(p.Stdout, "\n%s at %s, %d days, intervals of %d minutes; threshold %s\n", s.Site, s.Point, s.DayCount, s.Minutes, s.Tuned)
		w := tabwriter.NewWriter(p.Stdout, 0, 0, 2, ' ', 0)
		fmt.Fprintln(w, "policy\tprofit $\tabove threshold $ (95 %)\tcapture (95 %)\tworst 5 % of days\tstarts\ton while dear")
		for _, r := range s.Policies {
			fmt.Fprintf(w, "%s\t%.0f\t%s\t%s\t%.1f\t%d\t%.0f %%\n", r.Policy, r.Score.ProfitUSD, aboveOf(r.Score), captureOf(r.Score), r.Score.Tail, r.Starts, 100*r.Dear)
		}
		if err := w.Flush(); err != nil {
			return fmt.Errorf("print result: %w", err)
		}
		if s.Note != "" {
			fmt.Fprintln(p.Stdout, s.Note)
		}
		if s.BesideMPC != nil {
			fmt.Fprintln(p.Stdout, s.besideMPC())
		}
	}
	_, err := fmt.Fprintf(p.Stdout, "\n%s\n", e.Verdict)
	return err
}
