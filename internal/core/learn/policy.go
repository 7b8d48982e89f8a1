package learn

import (
	"encoding/hex"
	"encoding/json"
	"fmt"
	"math"
	"slices"

	"github.com/pouw-dem/pouwdem/internal/core/learn/dsac"
	"github.com/pouw-dem/pouwdem/internal/core/learn/env"
	"github.com/pouw-dem/pouwdem/internal/core/nn"
	"github.com/pouw-dem/pouwdem/internal/core/nn/kernel"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/site"
)

// Name of the policy.
const Name = "dsac"

// Params name the checkpoint that a decision was made with, so that a replay
// finds the same.
type Params struct {
	Model    string                 `json:"model"`  // its name among the models
	SHA256   string                 `json:"sha256"` // hex, of its file
	Fallback policy.ThresholdParams `json:"fallback"`
}

// Policy decides with a trained agent. It is a value without memory: the same
// input gives the same plan, to the bit, on any processor.
type Policy struct {
	Params   Params
	name     string
	judge    *dsac.Judge
	modes    []env.Mode
	features []nn.Feature
	layout   env.Layout
	memo     *env.Memo // nil: plans ahead are made each time
}

// New is the policy of a checkpoint.
func New(model string, c *nn.Checkpoint, fallback policy.ThresholdParams) (*Policy, error) {
	judge, err := dsac.NewJudge(c)
	if err != nil {
		return nil, fmt.Errorf("model %s: %w", model, err)
	}
	p := &Policy{Params: Params{Model: model, SHA256: hex.EncodeToString(c.Sum[:]), Fallback: fallback}, name: Name, judge: judge, features: c.Features}
	if err := json.Unmarshal(c.Actions, &p.modes); err != nil {
		return nil, fmt.Errorf("model %s: read its operating modes: %w", model, err)
	}
	if err := judge.Check(len(p.features), len(p.modes)); err != nil {
		return nil, fmt.Errorf("model %s: %w", model, err)
	}
	if p.layout, err = env.NewLayout(p.features); err != nil {
		return nil, fmt.Errorf("model %s: %w", model, err)
	}
	return p, nil
}

// Called is the policy under another name, for runs that compare several.
func (p *Policy) Called(name string) *Policy {
	other := *p
	other.name = name
	return &other
}

// Remembering is the policy with plans ahead shared by all that go through the same
// course with the same memo.
func (p *Policy) Remembering(m *env.Memo) *Policy {
	other := *p
	other.memo = m
	return &other
}

// Name is "dsac", unless [Policy.Called] otherwise.
func (p *Policy) Name() string { return p.name }

// LooksAhead says whether the agent is shown, or plans by, a forecast.
func (p *Policy) LooksAhead() bool { return env.LookAhead(p.modes) || p.layout.LooksAhead() }

// BuysBack says that an agent that looks ahead weighs what was sold day ahead
// against buying it back.
func (p *Policy) BuysBack() bool { return p.LooksAhead() }

// Propose takes the likeliest mode. Where no settlement point price concerns the
// site, or none or no hashprice is known, the threshold rule stands in.
func (p *Policy) Propose(in policy.Input) policy.Proposal {
	if why := blind(in); why != "" {
		out := policy.Threshold{Params: p.Params.Fallback}.Propose(in)
		out.Policy = p.name
		if in.Explain {
			out.Reasons = append(out.Reasons, policy.Reason{Rule: Name, Text: "the threshold rule stands in for the agent: " + why})
		}
		return out
	}
	row := make([]float32, kernel.Padded(len(p.features)))
	seen := env.Observe(in)
	p.layout.Enter(seen, row)
	choices := p.memo.Plans(p.modes, in)
	d := p.judge.Decide(row, choices.Mask)
	out := policy.Proposal{Policy: p.name, Plan: choices.Plans[d.Best]}
	if in.Explain {
		out.Learned = p.explain(in, row, seen, choices.Mask, d)
		out.Reasons = reasons(out.Learned)
	}
	return out
}

func blind(in policy.Input) string {
	if in.Site.Point == "" || in.Site.Contract.Kind == site.Fixed {
		return "no market price concerns this site"
	}
	if _, _, ok := in.Snapshot.ExpectedSPP(); !ok {
		return "no price is known yet"
	}
	for i := range in.Site.Classes {
		if in.Site.Classes[i].Mines() && !in.Snapshot.Network.Hashprice.OK() {
			return "no hashprice is known"
		}
	}
	return ""
}

// told is how many features are told of a decision.
const told = 5

func (p *Policy) explain(in policy.Input, row []float32, seen []float64, mask dsac.Mask, d dsac.Judgement) *policy.Learned {
	scale := env.Scale(in.Site, in.Snapshot.Interval)
	l := &policy.Learned{Model: p.Params.Model, SHA256: p.Params.SHA256, Mode: p.modes[d.Best].Name}
	for i, m := range p.modes {
		l.Modes = append(l.Modes, policy.LearnedMode{
			Name: m.Name, Open: mask.Valid(i), Probability: rounded(float64(d.Probabilities[i])), ValueUSD: rounded(float64(d.Values[i]) * scale),
		})
	}
	moved := p.judge.Influence(row, mask, d.Best)
	order := make([]int, len(moved))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch x, y := math.Abs(float64(moved[a])), math.Abs(float64(moved[b])); {
		case x > y:
			return -1
		case x < y:
			return 1
		}
		return 0
	})
	for _, i := range order[:min(told, len(order))] {
		if moved[i] != 0 {
			l.Influences = append(l.Influences, policy.LearnedInfluence{Feature: p.features[i].Name, Value: rounded(p.layout.Seen(seen, i)), Effect: rounded(float64(moved[i]))})
		}
	}
	return l
}

// rounded is to four places, which is what a reader can use.
func rounded(v float64) float64 { return math.Round(v*1e4) / 1e4 }

func reasons(l *policy.Learned) []policy.Reason {
	open, chosen := 0, policy.LearnedMode{}
	for _, m := range l.Modes {
		if m.Open {
			open++
		}
		if m.Name == l.Mode {
			chosen = m
		}
	}
	text := fmt.Sprintf("%s: the likeliest of %d modes that differ now, with %.0f %%", l.Mode, open, 100*chosen.Probability)
	for i, f := range l.Influences {
		if i == 0 {
			text += "; most moved by "
		} else {
			text += ", "
		}
		text += fmt.Sprintf("%s (%+.2f)", f.Feature, f.Effect)
	}
	return []policy.Reason{{Rule: Name, Text: text}}
}
