package together

import (
	"context"
	"errors"
	"maps"

	"github.com/pouw-dem/pouwdem/internal/core/learn/dsac"
)

// Setting is what is settled for an arm before anything is scored.
type Setting struct {
	// Lean is how far the plain rule is preferred before anything is learned. It is
	// of no account where training goes on from a model.
	Lean float64 `json:"lean"`
	// Temperature is that of training on from a model, on a site's own days.
	Temperature float64 `json:"temperature"`
}

// Settings are by arm: those of [Tuned] and [Fresh] hold where a site learns by
// itself from a model on. The lean of [Tuned] is that of [Common].
type Settings map[string]Setting

// Grid is what settings are chosen from. Where two do as well, the first stands.
type Grid struct{ Leans, Temperatures []float64 }

// Trial is how an arm did with a setting on the days of validation.
type Trial struct {
	Arm string `json:"arm"`
	Setting
	Seeds  []float64 `json:"seeds_above_rule_usd"` // over all sites and days
	Chosen bool      `json:"chosen"`
}

// MeanUSD is the mean over the seeds, dollars above the rule.
func (t Trial) MeanUSD() (mean float64) {
	for _, v := range t.Seeds {
		mean += v / float64(len(t.Seeds))
	}
	return mean
}

// config is how an arm is trained. Where nothing is settled, training goes on at
// the temperature that it ended with.
func (s Study) config(arm string) dsac.Config {
	agent := s.Agent
	set, settled := s.Settings[arm]
	switch {
	case settled:
		agent.Lean, agent.Temperature.Start = set.Lean, set.Temperature
	case arm == Tuned || arm == Fresh:
		agent.Temperature.Start = agent.Temperature.Least
	}
	return agent
}

// Settle tries a grid on a study whose scored days are those of validation, each
// arm for itself, and gives what did best of it by the mean over seeds. No new
// site is trained for: the common model that is tuned is that of all sites.
func (s Study) Settle(ctx context.Context, g Grid, progress func(seed int)) (Settings, []Trial, error) {
	if len(g.Leans) == 0 || len(g.Temperatures) == 0 {
		return nil, nil, errors.New("a grid needs one lean and one temperature at least")
	}
	if err := s.check(); err != nil {
		return nil, nil, err
	}
	windows := s.windows()
	result := Result{Days: Window * len(windows)}
	var all trials
	for seed := range s.Seeds {
		if progress != nil {
			progress(seed)
		}
		r := run{Study: s, seed: s.First + seed, at: seed, windows: windows, result: &result, gone: map[int]*Local{}}
		if err := r.leans(ctx, g, &all); err != nil {
			return nil, nil, err
		}
	}
	chosen := Settings{}
	for _, arm := range []string{Alone, Common, Noisy, Pooled, Fresh} {
		chosen[arm] = all.best(arm, func(Trial) bool { return true })
	}
	// A site tunes the common model that there will be.
	chosen[Tuned] = all.best(Tuned, func(t Trial) bool { return t.Lean == chosen[Common].Lean })
	return chosen, all, nil
}

// leans tries the grid with one seed.
func (r run) leans(ctx context.Context, g Grid, all *trials) error {
	members := make([]int, len(r.Places))
	for i := range members {
		members[i] = i
	}
	for _, lean := range g.Leans {
		// With a start of its own an agent's temperature falls as the configuration
		// says: the grid's are those of training on from a model.
		of := func(temperature float64) run {
			set := Setting{Lean: lean, Temperature: temperature}
			with := r
			with.Settings = Settings{}
			for _, arm := range []string{Alone, Common, Noisy, Pooled} {
				with.Settings[arm] = Setting{Lean: lean, Temperature: r.Agent.Temperature.Start}
			}
			with.Settings[Tuned], with.Settings[Fresh] = set, set
			return with
		}
		one := of(g.Temperatures[0])
		models, err := one.together(ctx, members)
		if err != nil {
			return err
		}
		for i := range r.Places {
			mine := maps.Clone(models)
			if mine[Alone], err = one.alone(ctx, i); err != nil {
				return err
			}
			for arm, params := range mine {
				daily, err := one.scored(ctx, i, params)
				if err != nil {
					return err
				}
				all.add(arm, one.Settings[arm], r.at, daily)
			}
			for _, temperature := range g.Temperatures {
				if err := of(temperature).goingOn(ctx, i, models[Common], all); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// goingOn tries a temperature at a site: from the common model on, with all that
// the site has, and from the rule on as days pass.
func (r run) goingOn(ctx context.Context, place int, common []float32, all *trials) error {
	tuned, err := r.continued(ctx, Tuned, place, r.Learn, common, r.Tune)
	if err != nil {
		return err
	}
	daily, err := r.scored(ctx, place, tuned)
	if err != nil {
		return err
	}
	all.add(Tuned, r.Settings[Tuned], r.at, daily)
	initial, err := r.initial(Fresh)
	if err != nil {
		return err
	}
	if daily, err = r.asDaysPass(ctx, Fresh, place, initial); err != nil {
		return err
	}
	all.add(Fresh, r.Settings[Fresh], r.at, daily)
	return nil
}

type trials []Trial

func (t *trials) add(arm string, set Setting, seed int, daily []float64) {
	at := -1
	for i, one := range *t {
		if one.Arm == arm && one.Setting == set {
			at = i
		}
	}
	if at < 0 {
		at = len(*t)
		*t = append(*t, Trial{Arm: arm, Setting: set})
	}
	one := &(*t)[at]
	for len(one.Seeds) <= seed {
		one.Seeds = append(one.Seeds, 0)
	}
	for _, v := range daily {
		one.Seeds[seed] += v
	}
}

// best marks the trial of an arm that did best among some.
func (t trials) best(arm string, among func(Trial) bool) Setting {
	at := -1
	for i, one := range t {
		if one.Arm == arm && among(one) && (at < 0 || one.MeanUSD() > t[at].MeanUSD()) {
			at = i
		}
	}
	t[at].Chosen = true
	return t[at].Setting
}
