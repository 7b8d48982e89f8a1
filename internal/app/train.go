package app

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"sync"

	"github.com/spf13/cobra"
	"golang.org/x/sync/errgroup"

	"github.com/pouw-dem/pouwdem/internal/core/learn/dsac"
	"github.com/pouw-dem/pouwdem/internal/core/learn/env"
	"github.com/pouw-dem/pouwdem/internal/core/nn"
	"github.com/pouw-dem/pouwdem/internal/core/nn/kernel"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/policy/mpc"
	"github.com/pouw-dem/pouwdem/internal/service/backtest"
	"github.com/pouw-dem/pouwdem/internal/service/trainer"
)

// trainFlags are the flags of train.
type trainFlags struct {
	ground          groundFlags
	out             string
	train, validate string
	seeds           int
	seed            uint64
	steps, hidden   int
	gamma, spread   float64
	lean            float64
	ahead, resume   bool
	ratio           float64
	patience        int
	asJSON          bool
}

// trained is what a model's training was, as its checkpoint and card say.
type trained struct {
	Model      string          `json:"model"`
	Ground     string          `json:"ground"` // "history" or "simulator"
	Train      string          `json:"train"`
	Validate   string          `json:"validate"`
	Sites      []string        `json:"sites"`
	Levers     []string        `json:"levers"`
	Declared   string          `json:"declared,omitempty"` // charges and prices that no record gives
	Seed       uint64          `json:"seed"`
	Seeds      []seedOutcome   `json:"seeds"`
	Steps      int             `json:"steps"`
	Settings   dsac.Config     `json:"settings"`
	Schedule   dsac.Schedule   `json:"schedule"`
	Spread     float64         `json:"hashprice_spread"`
	Baseline   string          `json:"baseline"`
	Simulated  bool            `json:"simulated"`
	WorldSeed  uint64          `json:"world_seed,omitempty"`
	Thresholds json.RawMessage `json:"thresholds"`
}

// staticRule is what rewards are counted above.
const staticRule = "threshold, tuned on the days that were learned from, playing the same levers"

type seedOutcome struct {
	Seed         uint64  `json:"seed"`
	ValidatedUSD float64 `json:"validation_above_threshold_usd"`
	Steps        int     `json:"steps"` // at its best
	Stopped      string  `json:"stopped,omitempty"`
	Shipped      bool    `json:"shipped"` // the median by validation
}

func newTrain(p Process) *cobra.Command {
	var f trainFlags
	cmd := &cobra.Command{
		Use: "train", Short: "Train an agent on history or in the simulated world", Args: cobra.NoArgs,
		Long: "Trains discrete soft actor-critic agents, one for each seed, in environments that step the same guard\n" +
			"and settlement as live running, validates them on days they do not learn from, and writes every seed's\n" +
			"checkpoint, the metrics and a model card to --out. policy.ckpt is the median seed by validation.",
		Example: "  pouwdem train --simulator --out models/default\n" +
			"  pouwdem train --history data/market --points LZ_WEST,LZ_HOUSTON --jth 29.5,17.5 --out models/west",
	}
	fl := cmd.Flags()
	f.ground.add(cmd)
	fl.StringVar(&f.out, "out", "", "`DIR` to write the model to, such as models/NAME")
	fl.StringVar(&f.train, "train", "", "days to learn from, `FIRST..LAST`; default 2024-01-01..2024-12-31, simulated 2026-02-01..2027-01-31")
	fl.StringVar(&f.validate, "validate", "", "days to validate on, `FIRST..LAST`; default 2025-01-01..2025-03-31, simulated 2027-02-08..2027-05-08")
	fl.IntVar(&f.seeds, "seeds", 1, "how many agents to train")
	fl.Uint64Var(&f.seed, "seed", 1, "seed of the first agent")
	fl.IntVar(&f.steps, "steps", 300_000, "intervals to act in, over all sites, for each agent")
	fl.IntVar(&f.hidden, "hidden", 128, "width of the two hidden layers")
	fl.Float64Var(&f.gamma, "gamma", 0.9, "discount of one interval")
	fl.Float64Var(&f.spread, "spread", 0.3, "each episode's hashprice is drawn from its recorded one times 1/(1+spread) to 1+spread")
	fl.Float64Var(&f.lean, "lean", 3, "by how much the first mode, the plain rule, is preferred before anything is learned")
	fl.BoolVar(&f.ahead, "ahead", false, "show the agent the forecast, and let it choose between MPC's plan and the other modes")
	fl.Float64Var(&f.ratio, "ratio", 0.25, "updates for each interval")
	fl.IntVar(&f.patience, "patience", 0, "validations without a better one before an agent's training stops; 0: never")
	fl.BoolVar(&f.resume, "resume", false, "keep each training in --out while it runs, and go on with what was kept there: it comes to the same agents")
	fl.BoolVar(&f.asJSON, "json", false, "print one JSON object")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error { return f.run(cmd.Context(), p) }
	return cmd
}

func (f *trainFlags) run(ctx context.Context, p Process) error {
	if f.out == "" {
		return usageError{errors.New("--out is required: the folder of the model, such as models/NAME")}
	}
	if f.seeds < 1 || f.seeds > 100 {
		return usageError{fmt.Errorf("--seeds %d: 1 to 100", f.seeds)}
	}
	train, validate, err := f.periods()
	if err != nil {
		return err
	}
	grounds, hash, err := f.ground.grounds(p, period{train.from, validate.to})
	if err != nil {
		return err
	}
	task, err := f.task(ctx, grounds, train, validate)
	if err != nil {
		return err
	}
	about := f.about(grounds, task, train, validate)
	if err := os.MkdirAll(f.out, 0o755); err != nil {
		return fmt.Errorf("make the model's folder: %w", err)
	}
	shelf := shelf{dir: f.out}
	if f.resume {
		if shelf.of, err = identity(about, hash); err != nil {
			return err
		}
	}
	outcomes, err := f.each(ctx, p, task, &about, shelf)
	if err != nil {
		return err
	}
	if ctx.Err() != nil {
		if f.resume {
			return fmt.Errorf("training stopped, and kept in %s for --resume: %w", f.out, context.Cause(ctx))
		}
		return fmt.Errorf("training stopped: %w", context.Cause(ctx))
	}
	if err := f.write(outcomes, &about, hash, p.Version); err != nil {
		return err
	}
	if err := shelf.clear(); err != nil {
		return err
	}
	if f.asJSON {
		return printJSON(p.Stdout, about)
	}
	fmt.Fprintf(p.Stdout, "%s: %d agents of %d steps, validated on %s\n", f.out, len(outcomes), f.steps, validate)
	for _, s := range about.Seeds {
		mark := ""
		if s.Shipped {
			mark = "  <- policy.ckpt, the median"
		}
		fmt.Fprintf(p.Stdout, "  seed %3d  %+12.2f $ above the threshold rule, after %d steps%s\n", s.Seed, s.ValidatedUSD, s.Steps, mark)
	}
	return nil
}

func (f *trainFlags) periods() (train, validate period, err error) {
	if f.train == "" {
		f.train = "2024-01-01..2024-12-31"
		if f.ground.simulator {
			f.train = "2026-02-01..2027-01-31"
		}
	}
	if f.validate == "" {
		f.validate = "2025-01-01..2025-03-31"
		if f.ground.simulator {
			f.validate = "2027-02-08..2027-05-08"
		}
	}
	if train, err = parsePeriod("train", f.train); err != nil {
		return train, validate, err
	}
	if validate, err = parsePeriod("validate", f.validate); err != nil {
		return train, validate, err
	}
	if !train.to.Before(validate.from) {
		return train, validate, usageError{errors.New("--validate must lie after --train: validation on days that were learned from shows nothing")}
	}
	return train, validate, nil
}

// task lays out the environments; the baselines are threshold rules tuned on the
// days that are learned from.
func (f *trainFlags) task(ctx context.Context, grounds []ground, train, validate period) (trainer.Task, error) {
	task := trainer.Task{
		Modes: f.modes(), Steps: f.steps, Every: max(1000, f.steps/20), Patience: f.patience, Spread: f.spread, Clip: 3,
		Config:   dsac.Default(0, 0, int(float64(f.steps)*f.ratio)),
		Schedule: dsac.Schedule{Warmup: min(5000, f.steps/10), Ratio: f.ratio, Replay: min(f.steps, 500_000)},
	}
	task.Config.Hidden, task.Config.Gamma = []int{f.hidden, f.hidden}, f.gamma
	task.Config.Temperature.Start, task.Config.Temperature.Most, task.Config.Lean = 0.1, 0.1, f.lean
	if f.ahead {
		task.Schedule.Forks, task.Every = 3, max(1000, f.steps/10) // a validation tries several preferences
		task.Leans, task.BesideFirst = []float32{0, 0.5, 1, 2, 4, 100}, true
	}
	copies := max(1, 4/len(grounds))
	for i := range grounds {
		g := &grounds[i]
		if err := g.tune(ctx, validate.from); err != nil {
			return task, err
		}
		course, err := g.course(train, f.ahead)
		if err != nil {
			return task, err
		}
		task.Length = 7 * course.PerDay()
		for range copies {
			task.Train = append(task.Train, place(course.Twin()))
		}
		watched, err := g.course(validate, f.ahead)
		if err != nil {
			return task, err
		}
		task.Validate = append(task.Validate, place(watched))
	}
	return task, nil
}

func (f *trainFlags) modes() []env.Mode {
	if f.ahead {
		return env.ModesAhead(mpc.Params{Follow: f.ground.follow})
	}
	return env.Modes()
}

func (f *trainFlags) about(grounds []ground, task trainer.Task, train, validate period) trained {
	about := trained{
		Model: filepath.Base(f.out), Ground: "history", Train: train.String(), Validate: validate.String(), Steps: f.steps,
		Settings: task.Config, Schedule: task.Schedule, Spread: f.spread,
		Baseline: staticRule, Simulated: f.ground.simulator,
		Levers: f.ground.levers.Names(), Declared: f.ground.declared(),
	}
	if f.ground.simulator {
		about.Ground, about.WorldSeed = "simulator", f.ground.seed
	}
	tunings := map[string]policy.ThresholdParams{}
	for i := range grounds {
		about.Sites = append(about.Sites, grounds[i].site.ID)
		tunings[grounds[i].site.ID] = grounds[i].threshold
	}
	about.Thresholds, _ = json.Marshal(tunings)
	return about
}

// each trains the agents, as many at a time as there are processors. An agent is
// the same whatever is trained beside it.
func (f *trainFlags) each(ctx context.Context, p Process, task trainer.Task, about *trained, shelf shelf) ([]*trainer.Outcome, error) {
	outcomes := make([]*trainer.Outcome, f.seeds)
	show := progress(p.Stderr, "training")
	var mu sync.Mutex
	done := make([]int, f.seeds)
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i := range f.seeds {
		group.Go(func() (err error) {
			own := f.twin(task, i)
			if err := shelf.attach(&own); err != nil {
				return err
			}
			outcomes[i], err = trainer.Run(ctx, own, func(r trainer.Row) {
				if show == nil {
					return
				}
				mu.Lock()
				defer mu.Unlock()
				done[i] = min(r.Steps, task.Steps)
				sum := 0
				for _, steps := range done {
					sum += steps
				}
				show(sum, task.Steps*f.seeds)
			})
			return err
		})
	}
	if err := group.Wait(); err != nil {
		return nil, err
	}
	for i, out := range outcomes {
		if math.IsInf(out.Best.Validated, 0) {
			return nil, errors.New("the training was too short for a single validation, or was stopped: give more --steps")
		}
		about.Seeds = append(about.Seeds, seedOutcome{Seed: f.seed + uint64(i), ValidatedUSD: out.Best.Validated, Steps: out.Best.Steps, Stopped: out.Stopped}) //nolint:gosec // 1 to 100
	}
	about.Seeds[median(outcomes)].Shipped = true
	return outcomes, nil
}

// twin is the task of another seed, with readers of its own.
func (f *trainFlags) twin(task trainer.Task, i int) trainer.Task {
	task.Seed = f.seed + uint64(i) //nolint:gosec // 1 to 100
	read := func(places []trainer.Place) []trainer.Place {
		own := slices.Clone(places)
		for k := range own {
			if c, ok := own[k].Course.(*backtest.Course); ok {
				twin := c.Twin()
				own[k].Course, own[k].Desk = twin, twin
			}
		}
		return own
	}
	task.Train, task.Validate = read(task.Train), read(task.Validate)
	return task
}

// median is the agent in the middle by validation: neither the luckiest nor the
// unluckiest is shipped.
func median(outcomes []*trainer.Outcome) int {
	order := make([]int, len(outcomes))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case outcomes[a].Best.Validated < outcomes[b].Best.Validated:
			return -1
		case outcomes[a].Best.Validated > outcomes[b].Best.Validated:
			return 1
		}
		return 0
	})
	return order[len(order)/2]
}

// write puts the model's files into its folder.
func (f *trainFlags) write(outcomes []*trainer.Outcome, about *trained, hash, version string) error {
	for i, out := range outcomes {
		about.Seed = about.Seeds[i].Seed
		file, err := checkpointFile(out, f.modes(), *about, hash, version)
		if err != nil {
			return err
		}
		names := []string{fmt.Sprintf("seed-%d.ckpt", about.Seed)}
		if about.Seeds[i].Shipped {
			names = append(names, "policy.ckpt")
		}
		if len(outcomes) == 1 {
			names = names[1:]
		}
		for _, name := range names {
			if err := os.WriteFile(filepath.Join(f.out, name), file, 0o644); err != nil { //nolint:gosec // a model is no secret
				return fmt.Errorf("write the model: %w", err)
			}
		}
	}
	if err := writeMetrics(filepath.Join(f.out, "metrics.csv"), outcomes, about.Seeds); err != nil {
		return err
	}
	if err := writeCurves(filepath.Join(f.out, curves), outcomes, about.Seeds); err != nil {
		return err
	}
	return writeCard(f.out, *about, nil)
}

// curves is the file of a model's training, drawn.
const curves = "training.svg"

func writeCurves(path string, outcomes []*trainer.Outcome, seeds []seedOutcome) error {
	file, err := os.Create(path)
	if err != nil {
		return fmt.Errorf("draw the training: %w", err)
	}
	rows := make([][]trainer.Row, len(outcomes))
	for i, out := range outcomes {
		rows[i] = out.Rows
	}
	shipped := slices.IndexFunc(seeds, func(s seedOutcome) bool { return s.Shipped })
	return errors.Join(trainer.WriteChart(file, rows, max(shipped, 0)), file.Close())
}

// checkpointFile is an agent's checkpoint.
func checkpointFile(out *trainer.Outcome, modes []env.Mode, about trained, hash, version string) ([]byte, error) {
	encoded, err := json.Marshal(modes)
	if err != nil {
		return nil, fmt.Errorf("encode the operating modes: %w", err)
	}
	training, err := json.Marshal(about)
	if err != nil {
		return nil, fmt.Errorf("encode the training: %w", err)
	}
	c := &nn.Checkpoint{Header: nn.Header{
		Features: out.Features, Actions: encoded, Training: training, DataHash: hash, Revision: version, Kernel: kernel.Best().String(),
	}}
	if err := out.Agent.Save(c); err != nil {
		return nil, err
	}
	return c.Encode()
}

func writeMetrics(path string, outcomes []*trainer.Outcome, seeds []seedOutcome) error {
	file, err := os.Create(path)
	if err != nil {
		return fmt.Errorf("write the metrics: %w", err)
	}
	w := csv.NewWriter(file)
	_ = w.Write([]string{"seed", "steps", "updates", "return_per_step", "entropy", "target_entropy", "alpha", "q", "critic_loss", "actor_loss", "validation_usd"})
	for i, out := range outcomes {
		for _, r := range out.Rows {
			row := []string{strconv.FormatUint(seeds[i].Seed, 10), strconv.Itoa(r.Steps), strconv.Itoa(r.Updates)}
			for _, v := range []float64{r.Return, r.Entropy, r.Target, r.Alpha, r.Q, r.Critic, r.Actor, r.Validated} {
				row = append(row, strconv.FormatFloat(v, 'g', 6, 64))
			}
			_ = w.Write(row)
		}
	}
	w.Flush()
	if err := errors.Join(w.Error(), file.Close()); err != nil {
		return fmt.Errorf("write the metrics: %w", err)
	}
	return nil
}
