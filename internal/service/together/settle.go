package together

import (
	"context"
	"errors"

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
func (s Study) Settle(ctx context.Context, g Grid, progress func(done int)) (Settings, []Trial, error) {
	if len(g.Leans) == 0 || len(g.Temperatures) == 0 {
		return nil, nil, errors.New("a grid needs one lean and one temperature at least")
	}
	if err := s.check(); err != nil {
		return nil, nil, err
	}
	pieces := make([]trials, s.Seeds*len(g.Leans)) // all seeds of a lean, then the next
	err := sideBySide(ctx, len(pieces), progress, func(ctx context.Context, i int) (err error) {
		pieces[i], err = s.lean(ctx, g.Leans[i/s.Seeds], g.Temperatures, s.First+i%s.Seeds)
		return err
	})
	if err != nil {
		return nil, nil, err
	}
	var all trials
	for _, piece := range pieces {
		for _, one := range piece {
			trial := all.of(one.Arm, one.Setting)
			trial.Seeds = append(trial.Seeds, one.Seeds...)
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

// lean tries one lean with one seed, and all temperatures with it.
func (s Study) lean(ctx context.Context, lean float64, temperatures []float64, seed int) (all trials, err error) {
	s.Settings = Settings{}
	onRecords := []string{Alone, Common, Noisy, Pooled}
	for _, arm := range onRecords {
		s.Settings[arm] = Setting{Lean: lean, Temperature: s.Agent.Temperature.Start}
	}
	r := s.run(seed)
	members := make([]int, len(s.Places))
	for i := range members {
		members[i] = i
	}
	models, err := r.together(ctx, members)
	if err != nil {
		return nil, err
	}
	for i := range s.Places {
		if models[Alone], err = r.alone(ctx, i); err != nil {
			return nil, err
		}
		for _, arm := range onRecords {
			daily, err := r.scored(ctx, i, models[arm])
			if err != nil {
				return nil, err
			}
			all.of(arm, r.Settings[arm]).earn(daily)
		}
		for _, temperature := range temperatures {
			set := Setting{Lean: lean, Temperature: temperature}
			r.Settings[Tuned], r.Settings[Fresh] = set, set
			tuned, fresh, err := r.goingOn(ctx, i, models[Common])
			if err != nil {
				return nil, err
			}
			all.of(Tuned, set).earn(tuned)
			all.of(Fresh, set).earn(fresh)
		}
	}
	return all, nil
}

// goingOn is a site that trains on by itself: from the common model with all days
// that it has, and from the rule as days pass.
func (r *run) goingOn(ctx context.Context, place int, common []float32) (tuned, fresh []float64, err error) {
	params, err := r.continued(ctx, Tuned, place, r.Learn, common, r.Tune)
	if err != nil {
		return nil, nil, err
	}
	if tuned, err = r.scored(ctx, place, params); err != nil {
		return nil, nil, err
	}
	if params, err = r.initial(Fresh); err != nil {
		return nil, nil, err
	}
	fresh, err = r.asDaysPass(ctx, Fresh, place, params)
	return tuned, fresh, err
}

type trials []Trial

// of is an arm's trial of a setting, which is entered where there is none.
func (t *trials) of(arm string, set Setting) *Trial {
	for i, one := range *t {
		if one.Arm == arm && one.Setting == set {
			return &(*t)[i]
		}
	}
	*t = append(*t, Trial{Arm: arm, Setting: set})
	return &(*t)[len(*t)-1]
}

// earn adds a site's days to a trial of one seed.
func (t *Trial) earn(daily []float64) {
	if t.Seeds == nil {
		t.Seeds = make([]float64, 1)
	}
	for _, v := range daily {
		t.Seeds[0] += v
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
