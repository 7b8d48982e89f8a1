package app

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"time"

	"github.com/pouw-dem/pouwdem/internal/config"
	"github.com/pouw-dem/pouwdem/internal/core/episode"
	"github.com/pouw-dem/pouwdem/internal/core/learn"
	"github.com/pouw-dem/pouwdem/internal/core/learn/evaluate"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/nn"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/report"
	"github.com/pouw-dem/pouwdem/internal/core/site"
)

// settingAgent is where the agent's standing is kept.
const settingAgent = "policy.agent"

// standing is which agent there is, and whether it decides.
type standing struct {
	Model      string     `json:"model"`
	Champion   bool       `json:"champion"`
	Rounds     int        `json:"rounds"` // trainings so far; each is scored on days of its own
	PromotedAt *time.Time `json:"promoted_at,omitempty"`
	Evidence   string     `json:"evidence,omitempty"`
	RolledAt   *time.Time `json:"rolled_back_at,omitempty"`
	RolledWhy  string     `json:"rolled_back,omitempty"`
}

func (s *services) standing(ctx context.Context) (standing, error) {
	var st standing
	kept, found, err := s.store.Setting(ctx, settingAgent)
	if err != nil || !found {
		return st, err
	}
	if err := json.Unmarshal(kept, &st); err != nil {
		return st, fmt.Errorf("read the agent's standing: %w", err)
	}
	return st, nil
}

func (s *services) keepStanding(ctx context.Context, st standing) error {
	kept, err := json.Marshal(st)
	if err != nil {
		return fmt.Errorf("keep the agent's standing: %w", err)
	}
	return s.store.PutSetting(ctx, settingAgent, kept)
}

// modelOf is the agent's model: as configured, else the one trained here last
// that was promoted, else the one that ships for the world.
func (s *services) modelOf(st standing) string {
	switch {
	case s.cfg.Policy.Model != "":
		return s.cfg.Policy.Model
	case st.Model != "":
		return st.Model
	case s.cfg.World == config.WorldLive:
		return "ercot"
	}
	return "default"
}

// decides is whether the agent is the champion.
func (s *services) decides(st standing) bool {
	return s.cfg.Policy.Name == learn.Name || st.Champion && s.cfg.Policy.Promote && s.cfg.Policy.Name == "threshold"
}

// agentCouncil is a council with the agent in it, and with the models that sites
// adopted from training together: each as champion where it decides, else beside
// the named one. Without a model there is none, which is an error only where it is
// to decide.
func (s *services) agentCouncil(ctx context.Context, name string, params json.RawMessage, fallback policy.ThresholdParams) (episode.Council, error) {
	st, err := s.standing(ctx)
	if err != nil {
		return episode.Council{}, err
	}
	a, err := s.adoption(ctx)
	if err != nil {
		return episode.Council{}, err
	}
	var challengers []policy.Policy
	common := adoptedParams{Sites: a.Sites, Fallback: fallback}
	switch {
	case s.adoptedDecides(st, a):
		name = adoptedName
		if params, err = json.Marshal(common); err != nil {
			return episode.Council{}, fmt.Errorf("encode what sites adopted: %w", err)
		}
	case len(a.Sites) > 0:
		own, err := s.library().adopted(common)
		if err != nil {
			return episode.Council{}, err
		}
		challengers = append(challengers, own)
	}
	agent, err := s.library().policy(learn.Params{Model: s.modelOf(st), Fallback: fallback})
	switch {
	case errors.Is(err, errNoModel) && !s.decides(st):
		return s.library().councilOf(name, params, challengers...)
	case err != nil:
		return episode.Council{}, err
	case !s.decides(st):
		return s.library().councilOf(name, params, append(challengers, agent)...)
	}
	if params, err = json.Marshal(agent.Params); err != nil {
		return episode.Council{}, fmt.Errorf("encode the agent's parameters: %w", err)
	}
	return s.library().councilOf(learn.Name, params, challengers...)
}

// agentStatus adds the agent to what decides.
func (s *services) agentStatus(ctx context.Context, status *report.AgentStatus) error {
	st, err := s.standing(ctx)
	if err != nil {
		return err
	}
	status.Role, status.Shadow, status.Decisions = "none", []report.Baseline{}, []report.AgentDecision{}
	status.Promotion = report.AgentPromotion{PromotedAt: st.PromotedAt, Evidence: st.Evidence, RolledBackAt: st.RolledAt, RolledBack: st.RolledWhy}
	name := s.modelOf(st)
	c, err := s.library().checkpoint(name)
	if errors.Is(err, errNoModel) {
		status.Note = "no trained agent is here: pouwdem train makes one"
		return nil
	}
	if err != nil {
		return err
	}
	status.Role, status.Model = "challenger", modelView(name, c)
	status.Note = "a rule decides; the agent proposes at every tick, for the record, and takes its place where it earns more on held-out days"
	if s.decides(st) {
		status.Role, status.Trained = "champion", true
		status.Note = "a trained agent decides; the threshold rule proposes beside it, and takes its place again where the agent earns less"
	}
	now := s.clock.Now()
	if status.Decisions, err = s.agentDecisions(ctx, now); err != nil {
		return err
	}
	var details []report.SiteDetail
	for i := range s.sites {
		d, err := s.detail(ctx, s.sites[i], now.Add(-24*time.Hour), now)
		if err != nil {
			return err
		}
		details = append(details, d)
	}
	status.Shadow = report.Baselines(details)
	return nil
}

func modelView(name string, c *nn.Checkpoint) *report.AgentModel {
	var about trained
	_ = json.Unmarshal(c.Training, &about) // a model without it is shown without it
	v := &report.AgentModel{
		Name: name, SHA256: fmt.Sprintf("%x", c.Sum), Ground: about.Ground, Train: about.Train, Validate: about.Validate,
		Sites: about.Sites, Steps: about.Steps, Seeds: len(about.Seeds), DataHash: c.DataHash, Revision: c.Revision, Kernel: c.Kernel,
		Simulated: about.Simulated, Features: []string{},
	}
	for _, f := range c.Features {
		if f.Scale != 0 {
			v.Features = append(v.Features, f.Name)
		}
	}
	return v
}

// agentDecisions is what the agent made of every site's newest interval.
func (s *services) agentDecisions(ctx context.Context, now time.Time) ([]report.AgentDecision, error) {
	out := []report.AgentDecision{}
	for i := range s.sites {
		newest, err := s.store.Decisions(ctx, s.sites[i].ID, now.Add(-time.Hour), now.Add(time.Hour), 4)
		if err != nil {
			return nil, err
		}
		for _, d := range newest {
			if l := learnedOf(d); l != nil {
				out = append(out, report.AgentDecision{Site: d.Site, Interval: d.Interval.Start, Acts: d.Policy == learn.Name, Learned: l})
				break
			}
		}
	}
	return out, nil
}

func learnedOf(d episode.Decision) *policy.Learned {
	for i := range d.Proposals {
		if d.Proposals[i].Learned != nil {
			return d.Proposals[i].Learned
		}
	}
	return nil
}

// detail is a site's single intervals of a span, with the prices of the time.
func (s *services) detail(ctx context.Context, known site.Site, from, to time.Time) (d report.SiteDetail, err error) {
	d.Site = known
	if d.Decisions, err = s.store.Decisions(ctx, known.ID, from, to, 0); err != nil {
		return d, err
	}
	if d.Settled, err = s.store.Settlements(ctx, known.ID, from, to); err != nil {
		return d, err
	}
	before := from.Add(-48 * time.Hour)
	if d.Prices.Hashprice, err = s.store.Range(ctx, market.Series{Kind: market.HashpriceUSD}, before, to, to); err != nil {
		return d, err
	}
	for i := range known.Classes {
		if known.Classes[i].Kind != site.GPU {
			continue
		}
		of, err := s.store.Range(ctx, market.Series{Kind: market.GPUHour, Key: known.Classes[i].Model}, before, to, to)
		if err != nil {
			return d, err
		}
		d.Prices.GPU = append(d.Prices.GPU, of...)
	}
	return d, nil
}

const (
	driftEvery = time.Hour
	driftDays  = 14 // looked back at most
	driftLeast = 3  // days before anything is said
)

// watchAgent puts the threshold rule back where a promoted agent earns less than
// it, beyond the 95 % interval of the days since it was promoted.
func (s *services) watchAgent(ctx context.Context) error {
	for {
		if s.clock.Sleep(ctx, driftEvery) != nil {
			return nil
		}
		if err := errors.Join(s.checkDrift(ctx), s.checkAdopted(ctx)); err != nil && ctx.Err() == nil {
			s.log.WarnContext(ctx, "the agent was not compared with the rule", "error", err)
		}
	}
}

func (s *services) checkDrift(ctx context.Context) error {
	st, err := s.standing(ctx)
	if err != nil || !st.Champion || st.PromotedAt == nil || !s.decides(st) || s.cfg.Policy.Name == learn.Name {
		return err
	}
	daily, err := s.sinceDays(ctx, *st.PromotedAt, s.clock.Now())
	if err != nil || len(daily) < driftLeast {
		return err
	}
	why, drifted := driftOf(daily)
	if !drifted {
		return nil
	}
	now := s.clock.Now()
	st.Champion, st.Model, st.RolledAt, st.RolledWhy = false, "", &now, why
	if err := s.keepStanding(ctx, st); err != nil {
		return err
	}
	council, err := s.storedCouncil(ctx)
	if err != nil {
		return err
	}
	s.controller.SetCouncil(council)
	s.log.WarnContext(ctx, "the agent was rolled back", "why", why)
	return s.alert(ctx, "agent", "the agent was rolled back: "+why)
}

// driftOf says whether daily differences of the agent from the rule show that it
// has got worse than the rule.
func driftOf(daily []float64) (why string, drifted bool) {
	ci := evaluate.Interval(daily, 1)
	if !(ci[1] < 0) {
		return "", false
	}
	sum := 0.0
	for _, d := range daily {
		sum += d
	}
	return fmt.Sprintf("over %d days it earned %.2f $ less than the threshold rule would have (95 %%: %.2f to %.2f)", len(daily), math.Abs(sum), math.Abs(ci[1]), math.Abs(ci[0])), true
}

// sinceDays is, for each day since a moment, what was earned above what the
// threshold rule's proposals would have come to.
func (s *services) sinceDays(ctx context.Context, since, now time.Time) ([]float64, error) {
	var daily []float64
	for from := since; len(daily) < driftDays && !from.Add(24*time.Hour).After(now); from = from.Add(24 * time.Hour) {
		var details []report.SiteDetail
		for i := range s.sites {
			d, err := s.detail(ctx, s.sites[i], from, from.Add(24*time.Hour))
			if err != nil {
				return nil, err
			}
			details = append(details, d)
		}
		for _, b := range report.Baselines(details) {
			if b.Policy == "threshold" && b.Intervals > 0 {
				daily = append(daily, b.DifferenceUSD)
			}
		}
	}
	return daily, nil
}

// alert puts a warning into the outbox.
func (s *services) alert(ctx context.Context, key, text string) error {
	body, err := json.Marshal(map[string]string{"severity": "warning", "text": text})
	if err != nil {
		return fmt.Errorf("encode an alert: %w", err)
	}
	return s.store.SaveSettlements(ctx, nil, []episode.Event{{
		Kind: "agent", Key: key + "/" + s.clock.Now().Format(time.RFC3339), At: s.clock.Now(), Simulated: s.cfg.World == config.WorldSimulated, Body: body,
	}})
}
