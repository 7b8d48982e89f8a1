package app

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"

	"github.com/pouw-dem/pouwdem/internal/adapter/history"
	"github.com/pouw-dem/pouwdem/internal/config"
	"github.com/pouw-dem/pouwdem/internal/core/learn"
	"github.com/pouw-dem/pouwdem/internal/core/learn/dsac"
	"github.com/pouw-dem/pouwdem/internal/core/learn/env"
	"github.com/pouw-dem/pouwdem/internal/core/learn/evaluate"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/nn"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/settle"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/core/world"
	"github.com/pouw-dem/pouwdem/internal/service/backtest"
	"github.com/pouw-dem/pouwdem/internal/service/trainer"
)

// effort is how much a retraining takes: days to learn from, to choose the
// checkpoint on, and to decide about promotion on, in this order, and steps. The last
// days are fresh each time.
type effort struct{ learn, choose, held, steps int }

func usualEffort() effort { return effort{learn: 90, choose: 28, held: 28, steps: 30_000} }

func (e effort) days() int { return e.learn + e.choose + e.held }

// worldsApart is added to a seed, so that no training sees the world that is
// lived in.
const worldsApart = 9_000_000

// candidate is a retrained agent and how it did on held-out days.
type candidate struct {
	file  []byte
	score evaluate.Score
	days  string
	where string
}

// learn trains the agent further and promotes it where held-out days say so. It
// returns a sentence for people.
func (t *tuner) learn(ctx context.Context, progress func(float64)) (string, error) {
	st, err := t.s.standing(ctx)
	if err != nil {
		return "", err
	}
	grounds, learned, chosen, held, why, err := t.grounds(ctx, st.Rounds)
	if err != nil || why != "" {
		return why, err
	}
	st.Rounds++
	c, err := t.candidate(ctx, st, grounds, [3]period{learned, chosen, held}, progress)
	if err != nil {
		return "", err
	}
	verdict := fmt.Sprintf("the retrained agent earned %+.2f $ (%+.2f to %+.2f) beside the champion on %s, %s", c.score.AboveUSD, c.score.AboveCI[0], c.score.AboveCI[1], c.days, c.where)
	switch {
	case !(c.score.AboveCI[0] > 0):
		verdict = "not promoted: " + verdict + ", which does not show that it is better"
	case !t.s.cfg.Policy.Promote:
		verdict = "not promoted, as policy.promote is off: " + verdict
	case t.s.cfg.Policy.Model != "" || t.s.cfg.Policy.Name != "threshold" && t.s.cfg.Policy.Name != learn.Name:
		verdict = fmt.Sprintf("not promoted, as the configuration names policy %s and its model: %s", t.s.cfg.Policy.Name, verdict)
	default:
		return t.promote(ctx, st, c, "promoted: "+verdict)
	}
	return verdict, t.s.keepStanding(ctx, st)
}

// promote makes a candidate the champion.
func (t *tuner) promote(ctx context.Context, st standing, c candidate, verdict string) (string, error) {
	now := t.s.clock.Now()
	st.Model = fmt.Sprintf("retrained-%d", st.Rounds)
	st.Champion, st.PromotedAt, st.Evidence, st.RolledAt, st.RolledWhy = true, &now, verdict, nil, ""
	if err := t.s.library().keep(st.Model, c.file); err != nil {
		return "", err
	}
	if err := t.s.keepStanding(ctx, st); err != nil {
		return "", err
	}
	council, err := t.s.storedCouncil(ctx)
	if err != nil {
		return "", err
	}
	t.s.controller.SetCouncil(council)
	return verdict, nil
}

// grounds are the sites with their outside, and the three spans of days. In the
// simulated world they are worlds of other seeds, another one each time; in the
// live world what the store has recorded. why says why there is nothing to learn
// from.
func (t *tuner) grounds(ctx context.Context, round int) (grounds []ground, learned, chosen, held period, why string, err error) {
	var sites []site.Site
	for _, s := range t.s.sites {
		if s.Point != "" && s.Contract.Kind != site.Fixed {
			sites = append(sites, s)
		}
	}
	if len(sites) == 0 {
		return nil, learned, chosen, held, "the agent has nothing to learn: no site buys at a market price", nil
	}
	first := unit.DayOf(t.s.clock.Now()).Add(-t.effort.days())
	if t.s.cfg.World == config.WorldSimulated {
		first = unit.Day{Year: 2026, Month: 2, Dom: 1}
	}
	learned = period{first, first.Add(t.effort.learn - 1)}
	chosen = period{first.Add(t.effort.learn), first.Add(t.effort.learn + t.effort.choose - 1)}
	held = period{chosen.to.Next(), first.Add(t.effort.days() - 1)}
	for i := range sites {
		g := ground{site: sites[i]}
		if t.s.cfg.World == config.WorldSimulated {
			w := world.New(t.s.cfg.Seed+worldsApart+uint64(round), world.Config{}) //nolint:gosec // counts trainings
			g.data = backtest.Simulated(w, &g.site, first.Add(-30), held.to)
		} else if g.data, why, err = t.recorded(ctx, &g.site, first, held.to); err != nil || why != "" {
			return nil, learned, chosen, held, why, err
		}
		grounds = append(grounds, g)
	}
	return grounds, learned, chosen, held, "", nil
}

// recorded is what the store has of a site's outside.
func (t *tuner) recorded(ctx context.Context, s *site.Site, from, to unit.Day) (d backtest.Data, why string, err error) {
	now := t.s.clock.Now()
	read := func(kind market.Kind, key string) ([]market.Observation, error) {
		return t.s.store.Range(ctx, market.Series{Kind: kind, Key: key}, from.Start(), now, now)
	}
	prices, err := read(market.RTSPP, s.Point)
	if err != nil {
		return d, "", err
	}
	if len(prices) == 0 || prices[0].Interval.Start.After(from.Next().Start()) {
		return d, fmt.Sprintf("the agent stays as it is: prices of %s are recorded for less than the %d days that a training needs",
			s.Point, t.effort.days()), nil
	}
	spot, err := history.FromObservations(prices, market.Series{Kind: market.RTSPP, Key: s.Point})
	if err != nil {
		return d, "", err
	}
	d.Spot = spot.Quotes
	ahead, err := read(market.DASPP, s.Point)
	if err != nil {
		return d, "", err
	}
	if len(ahead) > 0 {
		series, err := history.FromObservations(ahead, market.Series{Kind: market.DASPP, Key: s.Point})
		if err != nil {
			return d, "", err
		}
		d.DayAhead = series.Quotes
	}
	earned, err := read(market.HashpriceUSD, "")
	if err != nil {
		return d, "", err
	}
	d.Hashprice = daily(earned)
	d.Sales, err = soldCertificates(t.s.cfg.DataDir)
	return d, "", err
}

// salesFile is where an operator enters, in the data folder, what certificates
// were sold for in money: nothing on our own chain says so.
const salesFile = "certificate-sales.csv"

// soldCertificates are those that were entered; none without the file.
func soldCertificates(dataDir string) ([]settle.Sale, error) {
	sales, err := readFile(filepath.Join(dataDir, salesFile), history.Sales)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return sales, err
}

// candidate trains the present agent further and scores it beside the champion.
func (t *tuner) candidate(ctx context.Context, st standing, grounds []ground, days [3]period, progress func(float64)) (candidate, error) {
	from, err := t.s.library().checkpoint(t.s.modelOf(st))
	if err != nil {
		return candidate{}, err
	}
	var modes []env.Mode
	if err := json.Unmarshal(from.Actions, &modes); err != nil {
		return candidate{}, fmt.Errorf("read the modes of model %s: %w", t.s.modelOf(st), err)
	}
	layout, err := env.NewLayout(from.Features)
	if err != nil {
		return candidate{}, fmt.Errorf("model %s: %w", t.s.modelOf(st), err)
	}
	ahead := env.LookAhead(modes) || layout.LooksAhead()
	steps := t.effort.steps
	task := trainer.Task{
		Modes: modes, From: from, Seed: uint64(st.Rounds), Steps: steps, Every: steps / 10, Spread: 0.3, Clip: 3, //nolint:gosec // counts trainings
		Config: dsac.Default(0, 0, steps/4), Schedule: dsac.Schedule{Warmup: 500, Ratio: 0.25, Replay: steps},
	}
	task.Config.Temperature.Start, task.Config.Temperature.Most, task.Config.Temperature.From = 0.03, 0.1, 0.15
	for i := range grounds {
		g := &grounds[i]
		if err := g.tune(ctx, days[1].from); err != nil {
			return candidate{}, err
		}
		course, err := g.course(days[0], ahead)
		if err != nil {
			return candidate{}, err
		}
		task.Length = 7 * course.PerDay()
		task.Train = append(task.Train, place(course))
		watched, err := g.course(days[1], ahead)
		if err != nil {
			return candidate{}, err
		}
		task.Validate = append(task.Validate, place(watched))
	}
	out, err := trainer.Run(ctx, task, func(r trainer.Row) { progress(0.1 + 0.7*float64(r.Steps)/float64(steps)) })
	if err != nil {
		return candidate{}, err
	}
	if ctx.Err() != nil {
		return candidate{}, ctx.Err()
	}
	return t.score(ctx, st, grounds, days, out, from, modes)
}

// score runs the candidate and the champion over the held-out days.
func (t *tuner) score(ctx context.Context, st standing, grounds []ground, days [3]period, out *trainer.Outcome, from *nn.Checkpoint, modes []env.Mode) (candidate, error) {
	c := candidate{days: days[2].String(), where: "recorded prices"}
	about := trained{
		Model: fmt.Sprintf("retrained-%d", st.Rounds), Ground: "history", Train: days[0].String(), Validate: days[1].String(),
		Steps: t.effort.steps, Settings: out.Agent.Config, Baseline: staticRule, Levers: backtest.Levers{Energy: true, Inference: true}.Names(),
	}
	if t.s.cfg.World == config.WorldSimulated {
		about.Ground, about.Simulated, c.where = "simulator", true, "simulated days of a world of its own"
	}
	for i := range grounds {
		about.Sites = append(about.Sites, grounds[i].site.ID)
	}
	about.Seeds = []seedOutcome{{Seed: uint64(st.Rounds), ValidatedUSD: out.Best.Validated, Steps: out.Best.Steps, Shipped: true}} //nolint:gosec // counts trainings
	var err error
	if c.file, err = checkpointFile(out, modes, about, from.DataHash, from.Revision); err != nil {
		return c, err
	}
	decoded, err := nn.Decode(c.file)
	if err != nil {
		return c, err
	}
	agent, err := learn.New(about.Model, decoded, policy.ThresholdParams{})
	if err != nil {
		return c, err
	}
	champion := t.s.controller.Council().Champion
	var base, foresight, mine []float64
	for i := range grounds {
		_, played, err := backtest.Play(ctx, grounds[i].study(days[2]), []policy.Policy{champion, agent.Called("candidate")})
		if err != nil {
			return c, err
		}
		base, mine, foresight = plus(base, played[0].Daily), plus(mine, played[1].Daily), plus(foresight, played[2].Daily)
	}
	c.score, err = evaluate.Of(evaluate.Runs{Baseline: base, Foresight: foresight, Seeds: [][]float64{mine}}, uint64(st.Rounds)) //nolint:gosec // counts trainings
	return c, err
}

func plus(a, b []float64) []float64 {
	if a == nil {
		return append([]float64(nil), b...)
	}
	for i := range b {
		a[i] += b[i]
	}
	return a
}
