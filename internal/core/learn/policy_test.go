package learn_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/pouw-dem/pouwdem/internal/core/episode"
	"github.com/pouw-dem/pouwdem/internal/core/learn"
	"github.com/pouw-dem/pouwdem/internal/core/learn/dsac"
	"github.com/pouw-dem/pouwdem/internal/core/learn/env"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/nn"
	"github.com/pouw-dem/pouwdem/internal/core/nn/kernel"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/policy/mpc"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

func noon() time.Time { return time.Date(2026, 7, 14, 17, 0, 0, 0, time.UTC) }

func place() site.Site {
	return site.Site{
		ID: "s", Point: "LZ_WEST", Limits: site.Limits{SiteMW: 7}, Contract: site.Contract{Kind: site.Index},
		Classes: []site.Class{{
			ID: "a", Kind: site.ASIC, Units: 1000, StartUSD: 5,
			Levels: []site.Level{{Name: "asleep", Watts: 10}, {Name: "rated", Watts: 3000, THs: 140}},
		}},
	}
}

func snapshot(price float64) market.Snapshot {
	q := market.Quote{Value: price, Start: noon().Add(-unit.Settlement), Length: unit.Settlement, Known: noon()}
	s := market.Snapshot{Interval: unit.IntervalAt(noon(), unit.Control), AsOf: noon(), Point: "LZ_WEST", SPP: q, Settled: []market.Quote{q}}
	s.Network.Hashprice = market.Quote{Value: 50, Start: noon(), Known: noon()}
	return s
}

// checkpoint is an agent that was never trained.
func checkpoint(t testing.TB, features []nn.Feature) *nn.Checkpoint {
	t.Helper()
	return checkpointOf(t, features, env.Modes())
}

func checkpointOf(t testing.TB, features []nn.Feature, list []env.Mode) *nn.Checkpoint {
	t.Helper()
	a, err := dsac.New(dsac.Default(len(features), len(list), 1), 3, kernel.Best())
	if err != nil {
		t.Fatal(err)
	}
	modes, _ := json.Marshal(list)
	c := &nn.Checkpoint{Header: nn.Header{Features: features, Actions: modes}}
	if err := a.Save(c); err != nil {
		t.Fatal(err)
	}
	file, err := c.Encode()
	if err != nil {
		t.Fatal(err)
	}
	if c, err = nn.Decode(file); err != nil {
		t.Fatal(err)
	}
	return c
}

func agent(t testing.TB) *learn.Policy {
	t.Helper()
	p, err := learn.New("untrained", checkpoint(t, env.Features(nil)), policy.ThresholdParams{})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestADecisionSaysWhatTheAgentThoughtAndIsMadeAgainToTheBit(t *testing.T) {
	p := agent(t)
	params, err := json.Marshal(p.Params)
	if err != nil {
		t.Fatal(err)
	}
	council := episode.Council{Champion: p, Params: params, Degraded: policy.Degraded{}, Baselines: []policy.Policy{policy.Threshold{}}}
	s := place()
	in := episode.Input{Site: s, State: s.InitialState(noon(), true), Snapshot: snapshot(70)}
	d, _ := episode.Decide(in, council, noon())
	if err := episode.Replay(d, council); err != nil {
		t.Error(err)
	}
	l := d.Proposals[0].Learned
	if d.Policy != learn.Name || l == nil || len(l.Modes) != len(env.Modes()) || len(l.Influences) == 0 || len(l.SHA256) != 64 {
		t.Fatalf("policy %s says %+v", d.Policy, l)
	}
	var sum float64
	for _, m := range l.Modes {
		sum += m.Probability
		if !m.Open && (m.Probability != 0 || m.ValueUSD != 0) {
			t.Errorf("%s is not open and has probability %g, value %g", m.Name, m.Probability, m.ValueUSD)
		}
	}
	if sum < 0.999 || sum > 1.001 || !strings.Contains(d.Reasons[0].Text, l.Mode) {
		t.Errorf("probabilities sum to %g; reason: %s", sum, d.Reasons[0].Text)
	}
	other, err := learn.New("other", checkpoint(t, env.Features(nil)), policy.ThresholdParams{Hysteresis: 2})
	if err != nil {
		t.Fatal(err)
	}
	params, _ = json.Marshal(other.Params)
	if err := episode.Replay(d, episode.Council{Champion: other, Params: params, Degraded: policy.Degraded{}}); err == nil {
		t.Error("a replay with other parameters went unnoticed")
	}
}

func TestTheThresholdRuleStandsInWhereTheAgentCannotSee(t *testing.T) {
	p, s := agent(t), place()
	state := s.InitialState(noon(), true)
	tariff := place()
	tariff.Point, tariff.Contract = "", site.Contract{Kind: site.Fixed, Price: 60}
	blind := snapshot(70)
	blind.SPP, blind.Settled = market.Quote{}, nil
	poor := snapshot(70)
	poor.Network.Hashprice = market.Quote{}
	for name, in := range map[string]policy.Input{
		"a tariff":     {Site: &tariff, State: &state, Snapshot: ptr(snapshot(70)), Explain: true},
		"no price":     {Site: &s, State: &state, Snapshot: &blind, Explain: true},
		"no hashprice": {Site: &s, State: &state, Snapshot: &poor, Explain: true},
	} {
		got, want := p.Propose(in), policy.Threshold{}.Propose(in)
		if got.Learned != nil || !cmp.Equal(got.Plan, want.Plan) || !strings.Contains(got.Reasons[len(got.Reasons)-1].Text, "stands in") {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

func TestACheckpointOfOtherFeaturesIsRefused(t *testing.T) {
	features := env.Features(nil)
	features[3].Name = "something else"
	if _, err := learn.New("m", checkpoint(t, features), policy.ThresholdParams{}); err == nil || !strings.Contains(err.Error(), "train it again") {
		t.Errorf("taken: %v", err)
	}
}

func ptr[T any](v T) *T { return &v }

func BenchmarkPropose(b *testing.B) {
	p, s, snap := agent(b), place(), snapshot(70)
	state := s.InitialState(noon(), true)
	for b.Loop() {
		p.Propose(policy.Input{Site: &s, State: &state, Snapshot: &snap})
	}
}

// TestACheckpointThatWasShownLessRunsAsItDid leaves out what it does not list.
func TestACheckpointThatWasShownLessRunsAsItDid(t *testing.T) {
	older := env.Features(nil)[:40]
	p, err := learn.New("older", checkpoint(t, older), policy.ThresholdParams{})
	if err != nil {
		t.Fatal(err)
	}
	s, snap := place(), snapshot(70)
	state := s.InitialState(noon(), true)
	before := p.Propose(policy.Input{Site: &s, State: &state, Snapshot: &snap, Explain: true})
	snap.Certificate = market.Quote{Value: 20, Known: noon()} // shown since
	after := p.Propose(policy.Input{Site: &s, State: &state, Snapshot: &snap, Explain: true})
	if diff := cmp.Diff(before, after); diff != "" || before.Learned == nil {
		t.Errorf("what it does not list changed its decision: %s", diff)
	}
}

// TestAnAgentThatLooksAheadPlansByTheForecastInTheDecision decides live, as a
// champion and in another's shadow, and is replayed from what the decision keeps.
func TestAnAgentThatLooksAheadPlansByTheForecastInTheDecision(t *testing.T) {
	p, err := learn.New("ahead", checkpointOf(t, env.Features(nil), env.ModesAhead(mpc.Params{})), policy.ThresholdParams{})
	if err != nil || !p.LooksAhead() {
		t.Fatal(err)
	}
	params, err := json.Marshal(p.Params)
	if err != nil {
		t.Fatal(err)
	}
	s := place()
	snap := snapshot(70)
	plan := func(later float64, memo *env.Memo) (episode.Decision, float64) {
		o := &market.Outlook{Model: "test", First: noon(), At: noon(), Known: noon(), Minutes: []int{15, 105, 60 * 46}}
		o.Paths = [][]float64{{95, later, 40}, {95, later, 40}}
		snap.Outlook = o
		in := episode.Input{Site: s, State: s.InitialState(noon(), false), Snapshot: snap}
		council := episode.Council{Champion: p.Remembering(memo), Params: params, Degraded: policy.Degraded{}, Baselines: []policy.Policy{policy.Threshold{}}}
		d, _ := episode.Decide(in, council, noon())
		kept, err := json.Marshal(d)
		if err != nil {
			t.Fatal(err)
		}
		var again episode.Decision
		if err := json.Unmarshal(kept, &again); err != nil {
			t.Fatal(err)
		}
		if err := episode.Replay(again, council); err != nil {
			t.Errorf("with %g $/MWh ahead: %v", later, err)
		}
		rule := episode.Council{Champion: policy.Threshold{}, Degraded: policy.Degraded{}, Baselines: []policy.Policy{p}}
		shadowed, _ := episode.Decide(in, rule, noon())
		if err := episode.Replay(shadowed, rule); err != nil || len(shadowed.Proposals) != 2 || shadowed.Proposals[1].Learned == nil {
			t.Errorf("in the shadow, with %g $/MWh ahead: %v, %d proposals", later, err, len(shadowed.Proposals))
		}
		own := env.Plans(env.ModesAhead(mpc.Params{})[:1], policy.Input{Site: &s, State: &in.State, Snapshot: &snap, Orders: &in.Orders})
		return d, float64(own.Plans[0].ClassMW("a"))
	}
	cheap, stays := plan(-200, nil)
	dear, goes := plan(900, nil)
	if !(stays > 0) || goes != 0 {
		t.Errorf("the plan draws %g MW before a cheap hour, %g before a dear one: the forecast does not matter", stays, goes)
	}
	memo := env.NewMemo()
	first, _ := plan(900, memo)
	second, _ := plan(900, memo)
	if diff := cmp.Diff(dear, first); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(dear, second); diff != "" || cmp.Equal(cheap, dear) {
		t.Error(diff)
	}
}
