package together

import (
	"context"
	"math/rand/v2"

	"github.com/pouw-dem/pouwdem/internal/core/federate"
	"github.com/pouw-dem/pouwdem/internal/core/federate/privacy"
	"github.com/pouw-dem/pouwdem/internal/core/federate/strategy"
)

// together is what some sites come to in rounds, in rounds with noise, and with
// their days in one place: after as many intervals of each site.
func (r *run) together(ctx context.Context, members []int) (models map[string][]float32, err error) {
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
func (r *run) noisy(ctx context.Context, initial []float32, all []*Local) ([]float32, error) {
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
	r.epsilon, r.noise = accounts[all[0]].Epsilon(), m.String()
	return model, err
}

// rounds holds rounds of a plan. Updates are clipped, quantised and added as in a
// round of the product; the masks cancel in a sum, and are left out.
func (r *run) rounds(plan federate.Plan, global []float32, all []*Local, train func(l *Local, global []float32) ([]float32, error)) ([]float32, error) {
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
			for i, word := range v.Words() {
				sum[i] += word
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
