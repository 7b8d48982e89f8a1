package app

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/pouw-dem/pouwdem/internal/config"
	"github.com/pouw-dem/pouwdem/internal/core/federate"
	"github.com/pouw-dem/pouwdem/internal/core/federate/strategy"
	"github.com/pouw-dem/pouwdem/internal/core/learn"
	"github.com/pouw-dem/pouwdem/internal/core/learn/dsac"
	"github.com/pouw-dem/pouwdem/internal/core/learn/env"
	"github.com/pouw-dem/pouwdem/internal/core/nn/kernel"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/report"
	"github.com/pouw-dem/pouwdem/internal/service/trainer"
)

// adoptedName is the policy of the models that sites adopted from training
// together.
const adoptedName = "federated"

// adoptedParams name each site's model, so that a replay finds the same.
type adoptedParams struct {
	Sites    map[string]learn.Params `json:"sites"`
	Fallback policy.ThresholdParams  `json:"fallback"` // elsewhere
}

// adopted decides at each site with the model that the site adopted; where it
// adopted none the threshold rule does.
type adopted struct {
	models map[string]*learn.Policy
	rule   policy.Threshold
}

// adopted is the policy that params name.
func (l library) adopted(params adoptedParams) (adopted, error) {
	a := adopted{models: map[string]*learn.Policy{}, rule: policy.Threshold{Params: params.Fallback}}
	for site, model := range params.Sites {
		model.Fallback = params.Fallback
		p, err := l.policy(model)
		if err != nil {
			return a, fmt.Errorf("the model that %s adopted: %w", site, err)
		}
		a.models[site] = p.Called(adoptedName)
	}
	return a, nil
}

// Name is "federated".
func (adopted) Name() string { return adoptedName }

// Propose asks the site's own model.
func (a adopted) Propose(in policy.Input) policy.Proposal {
	if m, ok := a.models[in.Site.ID]; ok {
		return m.Propose(in)
	}
	out := a.rule.Propose(in)
	out.Policy = adoptedName
	if in.Explain {
		out.Reasons = append(out.Reasons, policy.Reason{Rule: adoptedName, Text: "the threshold rule: this site has adopted no model from training together"})
	}
	return out
}

// settingAdoption is where it is kept which models decide or propose.
const settingAdoption = "policy.federated"

// adoption is which sites adopted which models, and since when.
type adoption struct {
	Sites     map[string]learn.Params `json:"sites"`
	Since     time.Time               `json:"since"` // of the newest
	Evidence  map[string]string       `json:"evidence"`
	RolledAt  *time.Time              `json:"rolled_back_at,omitempty"`
	RolledWhy string                  `json:"rolled_back,omitempty"`
}

func (s *services) adoption(ctx context.Context) (adoption, error) {
	a := adoption{Sites: map[string]learn.Params{}, Evidence: map[string]string{}}
	kept, found, err := s.store.Setting(ctx, settingAdoption)
	if err != nil || !found {
		return a, err
	}
	if err := json.Unmarshal(kept, &a); err != nil {
		return a, fmt.Errorf("read what sites adopted: %w", err)
	}
	return a, nil
}

func (s *services) keepAdoption(ctx context.Context, a adoption) error {
	kept, err := json.Marshal(a)
	if err != nil {
		return fmt.Errorf("keep what sites adopted: %w", err)
	}
	return s.store.PutSetting(ctx, settingAdoption, kept)
}

// adopt puts a model that passed a site's own gate beside what decides there, or
// in its place where agents may be promoted.
func (s *services) adopt(ctx context.Context, site string, params []float32, v strategy.Verdict) error {
	model, err := s.keepAdopted(site, params)
	if err != nil {
		return err
	}
	s.adopting.Lock()
	defer s.adopting.Unlock()
	a, err := s.adoption(ctx)
	if err != nil {
		return err
	}
	a.Sites[site], a.Since, a.RolledAt, a.RolledWhy = model, s.clock.Now(), nil, ""
	a.Evidence[site] = fmt.Sprintf("%+.2f $ a day, at least %+.2f with 95 %% confidence, on %d days that it held out", v.Gain, v.Lower, v.Days)
	if err := s.keepAdoption(ctx, a); err != nil {
		return err
	}
	return s.renewCouncil(ctx)
}

func (s *services) renewCouncil(ctx context.Context) error {
	council, err := s.storedCouncil(ctx)
	if err == nil {
		s.controller.SetCouncil(council)
	}
	return err
}

// keepAdopted writes a model as every model here is kept.
func (s *services) keepAdopted(site string, params []float32) (learn.Params, error) {
	agent, err := dsac.New(federatedConfig(), 1, kernel.Best())
	if err != nil {
		return learn.Params{}, err
	}
	copy(agent.Params, params)
	hash := federate.HashModel(federate.EncodeModel(params))
	name := fmt.Sprintf("federated-%x", hash[:6])
	about := trained{
		Model: name, Ground: "federation", Sites: []string{site}, Settings: agent.Config, Baseline: "threshold",
		Simulated: s.cfg.World == config.WorldSimulated && s.cfg.Federation.History == "",
	}
	// The days that it was trained on were never in one place, so no hash names them.
	file, err := checkpointFile(&trainer.Outcome{Agent: agent, Features: env.Features(nil)}, env.Modes(), about, "", "")
	if err == nil {
		err = s.library().keep(name, file)
	}
	if err != nil {
		return learn.Params{}, err
	}
	c, err := s.library().checkpoint(name)
	if err != nil {
		return learn.Params{}, err
	}
	return learn.Params{Model: name, SHA256: fmt.Sprintf("%x", c.Sum)}, nil
}

// adoptedDecides is whether adopted models decide, and do not only propose: by the
// rule that promotes agents, and where no agent of the whole process does.
func (s *services) adoptedDecides(st standing, a adoption) bool {
	return len(a.Sites) > 0 && s.cfg.Policy.Promote && s.cfg.Policy.Name == "threshold" && !s.decides(st)
}

// checkAdopted puts the rule back where adopted models earn less than it, beyond
// the 95 % interval of the days since the newest was adopted.
func (s *services) checkAdopted(ctx context.Context) error {
	st, err := s.standing(ctx)
	if err != nil {
		return err
	}
	a, err := s.adoption(ctx)
	if err != nil || !s.adoptedDecides(st, a) {
		return err
	}
	daily, err := s.sinceDays(ctx, a.Since, s.clock.Now())
	if err != nil || len(daily) < driftLeast {
		return err
	}
	why, drifted := driftOf(daily)
	if !drifted {
		return nil
	}
	return s.dropAdopted(ctx, why)
}

// dropAdopted gives up all adopted models: the rule decides, and is what the next
// global model is compared with.
func (s *services) dropAdopted(ctx context.Context, why string) error {
	gone, err := s.emptyAdoption(ctx, why)
	if err != nil {
		return err
	}
	for site := range gone { // a trainer that adopts holds its own lock first, so that this comes after
		if err := s.federation.forget(ctx, site); err != nil {
			return err
		}
	}
	s.log.WarnContext(ctx, "adopted models were rolled back", "why", why)
	return s.alert(ctx, "federation", "models that sites adopted were rolled back: "+why)
}

func (s *services) emptyAdoption(ctx context.Context, why string) (gone map[string]learn.Params, err error) {
	s.adopting.Lock()
	defer s.adopting.Unlock()
	a, err := s.adoption(ctx)
	if err != nil {
		return nil, err
	}
	now := s.clock.Now()
	gone, a.Sites, a.Evidence, a.RolledAt, a.RolledWhy = a.Sites, map[string]learn.Params{}, map[string]string{}, &now, why
	if err := s.keepAdoption(ctx, a); err != nil {
		return nil, err
	}
	return gone, s.renewCouncil(ctx)
}

// adoptedView says of a site whether its adopted model decides.
func (s *services) adoptedView(st standing, a adoption, site string) *report.FederationAdopted {
	model, ok := a.Sites[site]
	if !ok {
		return nil
	}
	v := &report.FederationAdopted{Model: model.Model, Evidence: a.Evidence[site], Role: "challenger"}
	if s.adoptedDecides(st, a) {
		v.Role = "champion"
	}
	return v
}
