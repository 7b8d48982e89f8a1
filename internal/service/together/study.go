package together

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"sync"

	"golang.org/x/sync/errgroup"

	"github.com/pouw-dem/pouwdem/internal/core/federate"
	"github.com/pouw-dem/pouwdem/internal/core/federate/privacy"
	"github.com/pouw-dem/pouwdem/internal/core/learn/dsac"
	"github.com/pouw-dem/pouwdem/internal/core/learn/evaluate"
	"github.com/pouw-dem/pouwdem/internal/core/nn/kernel"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Window is how many days of a new site are looked at.
const Window = 30

// Place is a site of a study.
type Place struct {
	ID string
	// Days are a stretch of its days, both ends included.
	Days func(from, to unit.Day) (Stretch, error)
	// Gap is what perfect foresight earns above the rule on each held-out day,
	// dollars.
	Gap []float64
}

// Span is operating days, both ends included.
type Span struct{ From, To unit.Day }

func (s Span) days() int { return int(s.To.Next().Start().Sub(s.From.Start()).Hours()/24 + 0.5) }

// Study asks what training together is worth: to a site that is new, in each
// [Window] of the held-out days, and to all sites over all of these days.
type Study struct {
	Places  []Place
	Agent   dsac.Config
	Plan    federate.Plan // of a round in the clear
	Private federate.Plan // of a round with noise
	Delta   float64       // that the noise is stated at
	Rounds  int
	Learn   Span // days that the sites have
	Held    Span // days that they are scored on
	Fresh   int  // steps that an agent which learns as it goes takes after each week
	Tune    int  // steps that a site takes from the common model on, on its own days
	Seeds   int
	First   int // the first seed's number: no seed that settled anything is scored

	// Settings are how arms are trained where it is not as Agent says.
	Settings Settings
}

// The arms of a study.
const (
	Alone    = "local-only"
	Common   = "federated"
	Tuned    = "federated, fine-tuned"
	Noisy    = "federated with noise"
	Pooled   = "pooled"
	Recorded = "local-only, on the new site's price record"
	// Fresh is local-only at a new site, which learns as days pass, where settings
	// tell it from local-only on a record.
	Fresh = "local-only, as days pass"
)

// Row is how an arm did, dollars above the rule over all sites and days.
type Row struct {
	Arm    string         `json:"arm"`
	Score  evaluate.Score `json:"score"`
	Beside evaluate.Score `json:"beside_local_only"` // paired: the same days and seeds are drawn of both
	Common evaluate.Score `json:"beside_federated"`  // likewise
	Sites  []float64      `json:"sites_usd"`         // mean over the seeds, by site
}

// Result is what a study found.
type Result struct {
	Sites   []string `json:"sites"`
	Days    int      `json:"days"` // scored
	Windows int      `json:"windows"`
	Seeds   int      `json:"seeds"`
	New     []Row    `json:"new_site"`
	All     []Row    `json:"all_sites"`
	GapUSD  float64  `json:"foresight_above_rule_usd"` // that there was to gain
	Epsilon float64  `json:"epsilon"`
	Delta   float64  `json:"delta"`
	Unit    string   `json:"unit"`
	Noise   string   `json:"mechanism"`
}

// played is what an arm earned above the rule: by seed, site and day.
type played map[string][][][]float64

// add enters a site's days of a seed that is played by itself.
func (p played) add(arm string, daily []float64) {
	if p[arm] == nil {
		p[arm] = make([][][]float64, 1)
	}
	p[arm][0] = append(p[arm][0], daily)
}

// follow enters the seeds of other runs after one's own.
func (p played) follow(other played) {
	for arm, seeds := range other {
		p[arm] = append(p[arm], seeds...)
	}
}

// Run answers the study. Seeds are trained side by side, as many at once as the
// program has processors; progress, where there is one, is told how many are done.
// A study that is stopped is answered by the seeds that were done.
func (s Study) Run(ctx context.Context, progress func(done int)) (Result, error) {
	if err := s.check(); err != nil {
		return Result{}, err
	}
	windows := s.windows()
	r := Result{Windows: len(windows), Days: Window * len(windows), Delta: s.Delta, Unit: privacy.Day}
	seeds := make([]*run, s.Seeds)
	err := sideBySide(ctx, s.Seeds, progress, func(ctx context.Context, i int) error {
		seeds[i] = s.run(s.First + i)
		return seeds[i].all(ctx)
	})
	if err != nil && (ctx.Err() == nil || !slices.ContainsFunc(seeds, func(one *run) bool { return one != nil && one.done })) {
		return r, err
	}
	fresh, all := played{}, played{}
	for _, one := range seeds {
		if one == nil || !one.done {
			continue
		}
		r.Seeds++
		fresh.follow(one.fresh)
		all.follow(one.every)
		r.Epsilon, r.Noise = one.epsilon, one.noise // the same for all
	}
	gaps := make([][]float64, len(s.Places))
	for i, p := range s.Places {
		r.Sites, gaps[i] = append(r.Sites, p.ID), p.Gap[:r.Days]
	}
	gap := summed(gaps)
	for _, v := range gap {
		r.GapUSD += v
	}
	if r.New, err = rows(fresh, gap, Alone, Recorded, Common, Tuned, Noisy, Pooled); err != nil {
		return r, err
	}
	r.All, err = rows(all, gap, Alone, Common, Tuned, Noisy, Pooled)
	return r, err
}

func (s Study) check() error {
	if len(s.Places) < 3 {
		return errors.New("a study of training together needs three sites at least: one is new, and two had days before it")
	}
	if s.Seeds < 1 || s.Rounds < 1 {
		return fmt.Errorf("a study of %d seeds and %d rounds: want one at least", s.Seeds, s.Rounds)
	}
	if s.Private.Noise == nil {
		return errors.New("the plan with noise names none")
	}
	if !s.Learn.To.Before(s.Held.From) {
		return errors.New("scored days have to come after those that were learned from")
	}
	windows := s.windows()
	if len(windows) == 0 {
		return fmt.Errorf("%s to %s: a new site is looked at for %d days", s.Held.From, s.Held.To, Window)
	}
	for _, p := range s.Places {
		if len(p.Gap) < Window*len(windows) {
			return fmt.Errorf("%s: foresight of %d days, %d are scored", p.ID, len(p.Gap), Window*len(windows))
		}
	}
	return nil
}

// windows are the whole ones of the held-out days.
func (s Study) windows() (all []Span) {
	for from := s.Held.From; !s.Held.To.Before(from.Add(Window - 1)); from = from.Add(Window) {
		all = append(all, Span{from, from.Add(Window - 1)})
	}
	return all
}

// run is one seed of a study.
type run struct {
	Study
	seed    int // its number
	windows []Span
	gone    map[int]*Local // sites whose days were gone through for private training
	fresh   played         // at new sites
	every   played         // at all sites
	epsilon float64
	noise   string // mechanism
	done    bool
}

func (s Study) run(seed int) *run {
	return &run{Study: s, seed: seed, windows: s.windows(), gone: map[int]*Local{}, fresh: played{}, every: played{}}
}

// all plays the seed.
func (r *run) all(ctx context.Context) error {
	if err := r.everybody(ctx); err != nil {
		return err
	}
	for i := range r.Places {
		if err := r.newcomer(ctx, i); err != nil {
			return fmt.Errorf("%s as a new site: %w", r.Places[i].ID, err)
		}
	}
	r.fresh[Recorded], r.done = r.every[Alone], true
	return nil
}

// sideBySide does pieces of work, as many at once as the program has processors.
func sideBySide(ctx context.Context, pieces int, progress func(done int), do func(ctx context.Context, i int) error) error {
	var mu sync.Mutex
	done := 0
	work, ctx := errgroup.WithContext(ctx)
	work.SetLimit(runtime.GOMAXPROCS(0))
	for i := range pieces {
		work.Go(func() error {
			err := do(ctx, i)
			mu.Lock()
			defer mu.Unlock()
			if done++; progress != nil && err == nil {
				progress(done)
			}
			return err
		})
	}
	return work.Wait()
}

// initial is the model that an arm begins with: that of the product, beside the
// rule by the arm's own lean.
func (s Study) initial(arm string) ([]float32, error) {
	agent, err := dsac.New(s.config(arm), 1, kernel.Best())
	if err != nil {
		return nil, err
	}
	return agent.Params, nil
}

func (r *run) local(place int, days Span) (*Local, error) {
	stretch, err := r.Places[place].Days(days.From, days.To)
	if err != nil {
		return nil, err
	}
	l, err := NewLocal(stretch, r.Agent, r.stream(place))
	if err != nil {
		return nil, err
	}
	// Days that were gone through hang on the seed and the site alone.
	if before := r.gone[place]; before != nil {
		l.private, l.whole = before.private, before.whole
	} else {
		r.gone[place] = l
	}
	return l, nil
}

func (r *run) stream(place int) uint64 { return uint64(r.seed)<<32 | uint64(place) } //nolint:gosec // counts

// alone is local-only training on a site's own record.
func (r *run) alone(ctx context.Context, place int) ([]float32, error) {
	initial, err := r.initial(Alone)
	if err != nil {
		return nil, err
	}
	l, err := r.local(place, r.Learn)
	if err != nil {
		return nil, err
	}
	err = l.steps(ctx, initial, initial, r.Rounds*r.Plan.Steps, func([]float32, []float32, float64) {})
	return l.trainer.Agent.Params, err
}

// continued is what a model is after more steps on a site's days, at the arm's
// temperature. It acts at random for one batch alone: a site's first weeks are no
// longer than the random steps that training on a record begins with.
func (r *run) continued(ctx context.Context, arm string, place int, days Span, params []float32, steps int) ([]float32, error) {
	agent := r.config(arm)
	agent.Temperature.Mode = dsac.Constant
	stretch, err := r.Places[place].Days(days.From, days.To)
	if err != nil {
		return nil, err
	}
	t, err := newTrainer([]Stretch{stretch}, agent, r.stream(place), agent.Batch)
	if err != nil {
		return nil, err
	}
	l := Local{days: stretch, config: agent, trainer: t}
	err = l.steps(ctx, params, params, steps, func([]float32, []float32, float64) {})
	return t.Agent.Params, err
}

// scored is what a model earns at a site over all windows.
func (r *run) scored(ctx context.Context, place int, params []float32) ([]float64, error) {
	days, err := r.Places[place].Days(r.windows[0].From, r.windows[len(r.windows)-1].To)
	if err != nil {
		return nil, err
	}
	daily, err := Earns(ctx, days, r.Agent, params)
	if want := Window * len(r.windows); err == nil && len(daily) != want {
		err = fmt.Errorf("%s: prices of %d of the %d days that are scored", r.Places[place].ID, len(daily), want)
	}
	return daily, err
}

// everybody trains all sites alone, together and with their days in one place,
// and scores what comes of it at each.
func (r *run) everybody(ctx context.Context) error {
	members := make([]int, len(r.Places))
	for i := range members {
		members[i] = i
	}
	models, err := r.together(ctx, members)
	if err != nil {
		return err
	}
	for i := range r.Places {
		alone, err := r.alone(ctx, i)
		if err != nil {
			return err
		}
		tuned, err := r.continued(ctx, Tuned, i, r.Learn, models[Common], r.Tune)
		if err != nil {
			return err
		}
		mine := map[string][]float32{
			Alone: alone, Common: models[Common], Tuned: tuned, Noisy: models[Noisy], Pooled: models[Pooled],
		}
		if err := r.enter(ctx, r.every, i, mine); err != nil {
			return err
		}
	}
	return nil
}

// newcomer trains all sites but one together, and scores at that one what comes
// of it, beside an agent that begins with nothing and learns from the site's days
// as they pass.
func (r *run) newcomer(ctx context.Context, place int) error {
	var members []int
	for i := range r.Places {
		if i != place {
			members = append(members, i)
		}
	}
	models, err := r.together(ctx, members)
	if err != nil {
		return err
	}
	initial, err := r.initial(Fresh)
	if err != nil {
		return err
	}
	if err := r.enter(ctx, r.fresh, place, models); err != nil {
		return err
	}
	fresh, err := r.asDaysPass(ctx, Fresh, place, initial)
	if err != nil {
		return err
	}
	r.fresh.add(Alone, fresh)
	tuned, err := r.asDaysPass(ctx, Tuned, place, models[Common])
	r.fresh.add(Tuned, tuned)
	return err
}

// asDaysPass is every window of an agent that learns from the site's days as they
// pass, each window begun anew with the same model.
func (r *run) asDaysPass(ctx context.Context, arm string, place int, start []float32) (daily []float64, err error) {
	for _, w := range r.windows {
		days, err := r.learning(ctx, arm, place, w, start)
		if err != nil {
			return nil, err
		}
		daily = append(daily, days...)
	}
	return daily, nil
}

func (r *run) enter(ctx context.Context, all played, place int, models map[string][]float32) error {
	for arm, params := range models {
		daily, err := r.scored(ctx, place, params)
		if err != nil {
			return err
		}
		all.add(arm, daily)
	}
	return nil
}

// learning is a window of an agent that after each week learns from the site's
// days so far.
func (r *run) learning(ctx context.Context, arm string, place int, w Span, params []float32) (daily []float64, err error) {
	const week = 7
	for from := w.From; !w.To.Before(from); from = from.Add(week) {
		to := from.Add(week - 1)
		if w.To.Before(to) {
			to = w.To
		}
		days, err := r.Places[place].Days(from, to)
		if err != nil {
			return nil, err
		}
		earned, err := Earns(ctx, days, r.Agent, params)
		if err != nil {
			return nil, err
		}
		daily = append(daily, earned...)
		if to == w.To {
			break
		}
		if params, err = r.continued(ctx, arm, place, Span{w.From, to}, params, r.Fresh); err != nil {
			return nil, err
		}
	}
	if len(daily) != Window {
		return nil, fmt.Errorf("%s: prices of %d days of %d from %s on", r.Places[place].ID, len(daily), Window, w.From)
	}
	return daily, nil
}
