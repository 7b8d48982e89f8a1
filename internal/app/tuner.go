package app

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/history"
	"github.com/pouw-dem/pouwdem/internal/config"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/report"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/service/backtest"
)

// tuner retrains: it chooses the threshold rule's parameters on the prices that
// the store has seen, and trains the agent further.
type tuner struct {
	s      *services
	effort effort // of training the agent

	mu     sync.Mutex
	ctx    context.Context
	cancel context.CancelCauseFunc // of the running job
	job    report.Job
	count  int
	done   sync.WaitGroup
}

// errCancelled is why a job that was called off ended.
var errCancelled = errors.New("it was cancelled")

func newTuner(s *services) *tuner { return &tuner{s: s, effort: usualEffort()} }

// start lets jobs run until ctx ends.
func (t *tuner) start(ctx context.Context) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.ctx = ctx
}

func (t *tuner) wait() { t.done.Wait() }

// Retrain starts a job, or gives the id of the one that runs.
func (t *tuner) Retrain(context.Context) (string, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.ctx == nil {
		return "", errors.New("the process is still starting: try again in a moment")
	}
	if t.job.State == "running" {
		return t.job.ID, nil
	}
	t.count++
	now := t.s.clock.Now()
	t.job = report.Job{ID: fmt.Sprintf("retrain-%s-%d", now.Format("20060102T150405Z"), t.count), Kind: "retrain", State: "running", Started: now}
	ctx, cancel := context.WithCancelCause(t.ctx)
	t.cancel = cancel
	t.done.Go(func() {
		defer cancel(nil)
		result, err := t.retrain(ctx)
		t.end(result, err, context.Cause(ctx))
	})
	return t.job.ID, nil
}

// retrain tunes the rule, then trains the agent.
func (t *tuner) retrain(ctx context.Context) (string, error) {
	rule, err := t.tune(ctx)
	if err != nil {
		return "", err
	}
	t.progress(0.1)
	agent, err := t.learn(ctx, t.progress)
	if errors.Is(err, errNoModel) {
		return rule, nil
	}
	if err != nil {
		return "", err
	}
	return "threshold: " + rule + ". Agent: " + agent, nil
}

func (t *tuner) progress(share float64) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.job.Progress = share
}

// Cancel calls the running job off; false where no job of the id runs.
func (t *tuner) Cancel(id string) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.job.ID != id || t.job.State != "running" {
		return false
	}
	t.cancel(errCancelled)
	return true
}

func (t *tuner) end(result string, err, why error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	now := t.s.clock.Now()
	t.job.Ended, t.job.State, t.job.Result, t.job.Progress = &now, "done", result, 1
	switch {
	case err != nil && errors.Is(why, errCancelled):
		t.job.State, t.job.Error = "cancelled", "nothing of the agent was changed"
	case err != nil:
		t.job.State, t.job.Error = "failed", err.Error()
	}
}

// Job is the job of an id; only the newest is remembered.
func (t *tuner) Job(id string) (report.Job, bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.job, t.job.ID == id && id != ""
}

// tuned is what a tuning found, as it is kept beside the parameters.
type tuned struct {
	At     time.Time       `json:"at"`
	Site   string          `json:"site"`
	Tuning backtest.Tuning `json:"tuning"`
}

const settingTuned = "policy.threshold.tuned"

// tune picks parameters on what the store has of the largest mining site's
// prices, keeps them, and puts them in force.
func (t *tuner) tune(ctx context.Context) (string, error) {
	subject, ok := t.subject()
	if !ok {
		return "", errors.New("no site mines at an ERCOT settlement point: there is nothing to tune")
	}
	study, err := t.study(ctx, subject)
	if err != nil {
		return "", err
	}
	params, tuning, err := backtest.Tune(ctx, study)
	if err != nil {
		return "", err
	}
	if tuning.Days == 0 {
		return "parameters are unchanged: " + tuning.Note, nil
	}
	encoded, err := json.Marshal(params)
	if err != nil {
		return "", fmt.Errorf("encode tuned parameters: %w", err)
	}
	about, err := json.Marshal(tuned{At: t.s.clock.Now(), Site: subject.ID, Tuning: tuning})
	if err != nil {
		return "", fmt.Errorf("encode the tuning: %w", err)
	}
	if err := t.s.store.PutSetting(ctx, settingThreshold, encoded); err != nil {
		return "", err
	}
	if err := t.s.store.PutSetting(ctx, settingTuned, about); err != nil {
		return "", err
	}
	council, err := t.s.storedCouncil(ctx)
	if err != nil {
		return "", err
	}
	t.s.controller.SetCouncil(council)
	return fmt.Sprintf("tuned on %d days of %s, best of %d candidates: hysteresis %g, windows %d down and %d up",
		tuning.Days, subject.Point, tuning.Candidates, params.Hysteresis, params.Down, params.Up), nil
}

// subject is the mining site at a settlement point with the largest limit.
func (t *tuner) subject() (best site.Site, ok bool) {
	for _, s := range t.s.sites {
		mines := false
		for i := range s.Classes {
			mines = mines || s.Classes[i].Mines()
		}
		if mines && s.Point != "" && s.Contract.Kind != site.Fixed && s.Limits.SiteMW > best.Limits.SiteMW {
			best, ok = s, true
		}
	}
	return best, ok
}

// study is everything the store knows that tuning may look at.
func (t *tuner) study(ctx context.Context, subject site.Site) (backtest.Study, error) {
	now := t.s.clock.Now()
	first := now.AddDate(-1, 0, 0)
	series := market.Series{Kind: market.RTSPP, Key: subject.Point}
	prices, err := t.s.store.Range(ctx, series, first, now, now)
	if err != nil {
		return backtest.Study{}, err
	}
	spot, err := history.FromObservations(prices, series)
	if err != nil {
		return backtest.Study{}, err
	}
	earned, err := t.s.store.Range(ctx, market.Series{Kind: market.HashpriceUSD}, first, now, now)
	if err != nil {
		return backtest.Study{}, err
	}
	tomorrow := unit.DayOf(now).Next()
	return backtest.Study{
		Site: &subject, From: tomorrow, To: tomorrow,
		Data: backtest.Data{Spot: spot.Quotes, Hashprice: daily(earned)},
	}, nil
}

// daily is the newest hashprice of each operating day.
func daily(observations []market.Observation) []market.Quote {
	var quotes []market.Quote
	for _, o := range observations {
		day := unit.DayOf(o.Interval.Start)
		q := market.Quote{
			Value: o.Value, Start: day.Start(), Length: time.Duration(day.Hours()) * time.Hour,
			Known: day.Start(), Source: o.Source, Simulated: o.Simulated,
		}
		if n := len(quotes); n > 0 && quotes[n-1].Start.Equal(q.Start) {
			quotes[n-1] = q
			continue
		}
		quotes = append(quotes, q)
	}
	return quotes
}

// Agent is what decides, and how it was chosen.
func (t *tuner) Agent(ctx context.Context) (report.AgentStatus, error) {
	council := t.s.controller.Council()
	status := report.AgentStatus{
		Policy: council.Champion.Name(), Params: council.Params, Simulated: t.s.cfg.World == config.WorldSimulated,
	}
	if err := t.s.agentStatus(ctx, &status); err != nil {
		return status, err
	}
	about, found, err := t.s.store.Setting(ctx, settingTuned)
	if err != nil {
		return status, err
	}
	if found {
		var last tuned
		if err := json.Unmarshal(about, &last); err != nil {
			return status, fmt.Errorf("read the last tuning: %w", err)
		}
		status.Tuned, status.ProfitUSD = &last.At, &last.Tuning.ProfitUSD
		status.ScoredOn = fmt.Sprintf("site %s, %s to %s", last.Site, last.Tuning.From, last.Tuning.To)
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.job.ID != "" {
		job := t.job
		status.Job = &job
	}
	return status, nil
}
