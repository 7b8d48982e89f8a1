package mpc

import (
	"fmt"
	"math"

	"github.com/pouw-dem/pouwdem/internal/core/optimize"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Name of the policy.
const Name = "mpc"

// The optimisers, the best first: what stands when the budget ends.
const (
	stoodMPC       = "mpc"
	stoodDP        = "dp"
	stoodThreshold = "threshold"
)

// Policy plans ahead over scenarios. It is a value without memory: the same input
// gives the same plan.
type Policy struct{ Params Params }

// Name is "mpc".
func (Policy) Name() string { return Name }

// Propose plans. What stands is, in this order: the choice over all scenarios; where
// the tick was late or the budget ends before half of the scenarios were seen,
// the best plan for their mean; where no price or hashprice is known, the threshold rule.
func (m Policy) Propose(in policy.Input) policy.Proposal {
	if why := blind(in); why != "" {
		return m.threshold(in, why)
	}
	p := m.plan(in)
	p.decide()
	return p.proposal()
}

// blind is why nothing can be planned on a snapshot; empty where it can.
func blind(in policy.Input) string {
	if _, _, ok := in.Snapshot.ExpectedSPP(); in.Site.Point != "" && !ok {
		return "no price is known yet"
	}
	for i := range in.Site.Classes {
		if in.Site.Classes[i].Mines() && !in.Snapshot.Network.Hashprice.OK() {
			return "no hashprice is known"
		}
	}
	return ""
}

func (m Policy) threshold(in policy.Input, why string) policy.Proposal {
	p := policy.Threshold{Params: m.Params.Fallback}.Propose(in)
	p.Policy = Name
	if in.Explain {
		p.Ahead = &policy.Ahead{Stood: stoodThreshold, Why: why}
		p.Reasons = append(p.Reasons, policy.Reason{Rule: "mpc.stood", Text: "the threshold rule stood: " + why})
	}
	return p
}

// planning is a proposal in the making.
type planning struct {
	m        Policy
	in       policy.Input
	steps    []unit.Interval
	prospect prospect
	mean     []unit.USDPerMWh
	peaks    []unit.USDPerMWh // what a coincident peak is expected to cost, by step; nil: none
	sold     []policy.Sold    // day ahead, by step
	frame    *policy.Frame
	stood    string
	why      string
	passes   int
	decision optimize.Decision
}

func (m Policy) plan(in policy.Input) *planning {
	p := &planning{m: m, in: in, steps: policy.Taper(in.Snapshot.Interval, m.Params.horizon(), m.Params.Fine)}
	p.prospect = look(in.Site, in.Snapshot, p.steps, m.Params.scenarios())
	p.mean = p.prospect.mean()
	p.peaks = peaks(in, p.steps)
	p.sold = sold(in, p.steps, &p.prospect, m.Params.Follow)
	p.frame = policy.NewFrame(in, p.steps, p.mean, p.sold)
	return p
}

// peaks is what the transmission charge is expected to cost a MWh of machines in
// every step: the chance that its hour is the month's coincident peak, times what
// being on then costs. nil where no charge is passed through, or no chance known.
func peaks(in policy.Input, steps []unit.Interval) []unit.USDPerMWh {
	if in.Site.Transmission == nil || len(in.Snapshot.Peaks) == 0 {
		return nil
	}
	out := make([]unit.USDPerMWh, len(steps))
	for t, step := range steps {
		value := in.Site.Transmission.Value(step.Start) * (1 + in.Site.Limits.AuxShare)
		for _, q := range in.Snapshot.Peaks {
			if value > 0 && q.Interval().Contains(step.Start) {
				out[t] = unit.USDPerMWh(value * q.Value / q.Length.Hours())
			}
		}
	}
	return out
}

// BuysBack says that the policy weighs what was sold day ahead against buying it
// back in real time.
func (Policy) BuysBack() bool { return true }

// LooksAhead says that the policy's plans stand on forecasts of the price.
func (Policy) LooksAhead() bool { return true }

// decide chooses the interval's points: over the mean first, which is cheap, then
// over the scenarios as far as the budget goes.
func (p *planning) decide() {
	one := [][][]float64{p.frame.Rewards(p.mean, p.peaks)}
	mean := optimize.Decide(&p.frame.Problem, one, p.m.Params.effort(), optimize.Risk{}, math.MaxInt)
	p.decision, p.stood, p.passes = mean, stoodDP, mean.Passes
	if p.in.Snapshot.Late {
		p.why = "the tick was late"
		return
	}
	rewards := make([][][]float64, len(p.prospect.paths))
	for s, path := range p.prospect.paths {
		rewards[s] = p.frame.Rewards(path, p.peaks)
	}
	all := optimize.Decide(&p.frame.Problem, rewards, p.m.Params.effort(), p.m.Params.risk(), p.m.Params.passes()-mean.Passes)
	p.passes += all.Passes
	if 2*all.Scenarios < len(rewards) {
		p.why = fmt.Sprintf("the budget of %d passes ended after %d of %d scenarios", p.m.Params.passes(), all.Scenarios, len(rewards))
		return
	}
	p.decision, p.stood = all, stoodMPC
	if all.Scenarios < len(rewards) {
		p.why = fmt.Sprintf("the budget of %d passes ended after %d of %d scenarios", p.m.Params.passes(), all.Scenarios, len(rewards))
	}
}

func (p *planning) proposal() policy.Proposal {
	out := policy.Proposal{Policy: Name, Plan: p.frame.Plan(p.decision.First)}
	if p.in.Explain {
		out.Ahead = p.ahead()
		out.Reasons = p.reasons(out.Ahead)
	}
	return out
}
