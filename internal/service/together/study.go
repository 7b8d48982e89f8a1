package together

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"

	"github.com/pouw-dem/pouwdem/internal/core/federate"
	"github.com/pouw-dem/pouwdem/internal/core/federate/privacy"
	"github.com/pouw-dem/pouwdem/internal/core/federate/strategy"
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

func (p played) add(arm string, seed int, daily []float64) {
	for len(p[arm]) <= seed {
		p[arm] = append(p[arm], nil)
	}
	p[arm][seed] = append(p[arm][seed], daily)
}

// Run answers the study. progress, where there is one, is told of each seed.
func (s Study) Run(ctx context.Context, progress func(seed int)) (Result, error) {
	if err := s.check(); err != nil {
		return Result{}, err
	}
	windows := s.windows()
	r := Result{Windows: len(windows), Days: Window * len(windows), Delta: s.Delta, Unit: privacy.Day}
	fresh, all := played{}, played{}
	for seed := range s.Seeds {
		if progress != nil {
			progress(seed)
		}
		one := run{Study: s, seed: s.First + seed, at: seed, windows: windows, result: &r, gone: map[int]*Local{}}
		if err := one.everybody(ctx, all); err != nil {
			return r, err
		}
		for i := range s.Places {
			if err := one.newcomer(ctx, i, fresh); err != nil {
				return r, fmt.Errorf("%s as a new site: %w", s.Places[i].ID, err)
			}
		}
		fresh[Recorded] = append(fresh[Recorded], all[Alone][seed])
	}
	gaps := make([][]float64, len(s.Places))
	for i, p := range s.Places {
		r.Sites, gaps[i] = append(r.Sites, p.ID), p.Gap[:r.Days]
	}
	gap := summed(gaps)
	for _, v := range gap {
		r.GapUSD += v
	}
	var err error
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
	at      int // its place among those of the study
	windows []Span
	result  *Result
	gone    map[int]*Local // sites whose days were gone through for private training
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

func (r run) local(place int, days Span) (*Local, error) {
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

func (r run) stream(place int) uint64 { return uint64(r.seed)<<32 | uint64(place) } //nolint:gosec // counts

// alone is local-only training on a site's own record.
func (r run) alone(ctx context.Context, place int) ([]float32, error) {
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
func (r run) continued(ctx context.Context, arm string, place int, days Span, params []float32, steps int) ([]float32, error) {
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
func (r run) scored(ctx context.Context, place int, params []float32) ([]float64, error) {
	days, err := r.Places[place].Days(r.windows[0].From, r.windows[len(r.windows)-1].To)
	if err != nil {
		return nil, err
	}
	daily, err := Earns(ctx, days, r.Agent, params)
	if err == nil && len(daily) != r.result.Days {
		err = fmt.Errorf("%s: prices of %d of the %d days that are scored", r.Places[place].ID, len(daily), r.result.Days)
	}
	return daily, err
}

// everybody trains all sites alone, together and with their days in one place,
// and scores what comes of it at each.
func (r run) everybody(ctx context.Context, all played) error {
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
		if err := r.enter(ctx, all, i, mine); err != nil {
			return err
		}
	}
	return nil
}

// newcomer trains all sites but one together, and scores at that one what comes
// of it, beside an agent that begins with nothing and learns from the site's days
// as they pass.
func (r run) newcomer(ctx context.Context, place int, all played) error {
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
	if err := r.enter(ctx, all, place, models); err != nil {
		return err
	}
	fresh, err := r.asDaysPass(ctx, Fresh, place, initial)
	if err != nil {
		return err
	}
	all.add(Alone, r.at, fresh)
	tuned, err := r.asDaysPass(ctx, Tuned, place, models[Common])
	all.add(Tuned, r.at, tuned)
	return err
}

// asDaysPass is every window of an agent that learns from the site's days as they
// pass, each window begun anew with the same model.
func (r run) asDaysPass(ctx context.Context, arm string, place int, start []float32) (daily []float64, err error) {
	for _, w := range r.windows {
		days, err := r.learning(ctx, arm, place, w, start)
		if err != nil {
			return nil, err
		}
		daily = append(daily, days...)
	}
	return daily, nil
}

func (r run) enter(ctx context.Context, all played, place int, models map[string][]float32) error {
	for arm, params := range models {
		daily, err := r.scored(ctx, place, params)
		if err != nil {
			return err
		}
		all.add(arm, r.at, daily)
	}
	return nil
}

// learning is a window of an agent that after each week learns from the site's
// days so far.
func (r run) learning(ctx context.Context, arm string, place int, w Span, params []float32) (daily []float64, err error) {
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

// together is what some sites come to in rounds, in rounds with noise, and with
// their days in one place: after as many intervals of each site.
func (r run) together(ctx context.Context, members []int) (models map[string][]float32, err error) {
	var all []*Local
	var days []Stretch
	for _, m := range members {
		l, err := r.local(m, r.Learn)
		if err != nil {
			return nil, err
		}
		all, days = append(all, l), append(days, l.days)
	}
	begin := map[string][]float32{}
	for _, arm := range []string{Common, Noisy} {
		if begin[arm], err = r.initial(arm); err != nil {
			return nil, err
		}
	}
	pooled, err := newTrainer(days, r.config(Pooled), uint64(r.seed), warmup) //nolint:gosec // a count
	if err != nil {
		return nil, err
	}
	for range r.Rounds * r.Plan.Steps {
		if ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		pooled.Step()
	}
	models = map[string][]float32{Pooled: pooled.Agent.Params}
	rule, err := strategy.New(r.Plan.Strategy)
	if err != nil {
		return nil, err
	}
	models[Common], err = r.rounds(r.Plan, begin[Common], all, func(l *Local, global []float32) ([]float32, error) {
		return l.Train(ctx, global, r.Plan.Steps, rule)
	})
	if err != nil {
		return nil, err
	}
	models[Noisy], err = r.noisy(ctx, begin[Noisy], all)
	return models, err
}

// noisy is rounds with noise, each site with an account of its own.
func (r run) noisy(ctx context.Context, initial []float32, all []*Local) ([]float32, error) {
	const plenty = 1e6 // the study states what was spent, and refuses nobody
	accounts := map[*Local]*privacy.Account{}
	for _, l := range all {
		a, err := privacy.NewAccount(privacy.Budget{Epsilon: plenty, Delta: r.Delta})
		if err != nil {
			return nil, err
		}
		accounts[l] = a
	}
	n := *r.Private.Noise
	m := privacy.Mechanism{Days: r.Learn.days(), Batch: n.Batch, Clip: n.Clip, Sigma: n.Sigma, Steps: n.Steps}
	random := rand.NewChaCha8([32]byte{byte(r.seed), 2}) // a study is done again with the same draws
	model, err := r.rounds(r.Private, initial, all, func(l *Local, global []float32) ([]float32, error) {
		noise, err := accounts[l].Begin(m, random)
		if err != nil {
			return nil, err
		}
		return l.TrainPrivately(ctx, global, n.Steps, noise)
	})
	r.result.Epsilon, r.result.Noise = accounts[all[0]].Epsilon(), m.String()
	return model, err
}

func (s Span) days() int { return int(s.To.Next().Start().Sub(s.From.Start()).Hours()/24 + 0.5) }

// rounds holds rounds of a plan. Updates are clipped, quantised and added as in a
// round of the product; the masks cancel in a sum, and are left out.
func (r run) rounds(plan federate.Plan, global []float32, all []*Local, train func(l *Local, global []float32) ([]float32, error)) ([]float32, error) {
	rule, err := strategy.New(plan.Strategy)
	if err != nil {
		return nil, err
	}
	var memory strategy.Memory
	random := rand.NewChaCha8([32]byte{byte(r.seed), 1})
	for range r.Rounds {
		sum := make([]uint32, federate.Coordinates(len(global)))
		for _, l := range all {
			update, err := train(l, global)
			if err != nil {
				return nil, err
			}
			v, err := plan.Vector(update, plan.MaxWeight, random) // all have as many days
			if err != nil {
				return nil, err
			}
			for i := range sum {
				sum[i] += v[i]
			}
		}
		mean, _, err := plan.Mean(sum)
		if err != nil {
			return nil, err
		}
		if memory, global, err = rule.Apply(memory, global, mean); err != nil {
			return nil, err
		}
	}
	return global, nil
}
