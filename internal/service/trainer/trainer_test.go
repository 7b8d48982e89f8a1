package trainer_test

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pouw-dem/pouwdem/internal/core/learn/dsac"
	"github.com/pouw-dem/pouwdem/internal/core/learn/env"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/nn"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/service/trainer"
)

// saw is a price that gives itself away: after two quarters of an
// hour at 40 $/MWh come two at 120, while the rule that goes by the newest price
// is a quarter late each time.
type saw struct{ snap market.Snapshot }

func (*saw) Len() int { return 400 }

func (*saw) price(i int) market.Quote {
	start := unit.Day{Year: 2026, Month: 3, Dom: 2}.Start()
	at := unit.Interval{Start: start, Length: unit.Settlement}
	for range i {
		at = at.Next()
	}
	value := 40.0
	if i/2%2 == 1 {
		value = 120
	}
	return market.Quote{Value: value, Start: at.Start, Length: at.Length, Known: at.End()}
}

func (s *saw) At(i int) *market.Snapshot {
	now := s.price(i)
	s.snap = market.Snapshot{Interval: now.Interval(), AsOf: now.Start, Point: "LZ_WEST"}
	s.snap.Network.Hashprice = market.Quote{Value: 48, Start: now.Start, Known: now.Start}
	for j := max(0, i-4); j < i; j++ {
		s.snap.Settled = append(s.snap.Settled, s.price(j))
	}
	if i > 0 {
		s.snap.SPP = s.price(i - 1)
	}
	return &s.snap
}

func (s *saw) Price(i int) market.Quote          { return s.price(i) }
func (*saw) Charge(int, unit.MW) unit.MicroUSD   { return 0 }
func (*saw) Proceeds(int, unit.MW) unit.MicroUSD { return 0 }

func task() trainer.Task {
	place := &site.Site{
		ID: "s", Point: "LZ_WEST", Limits: site.Limits{SiteMW: 1}, Contract: site.Contract{Kind: site.Index},
		Classes: []site.Class{{ID: "a", Kind: site.ASIC, Units: 1, Levels: []site.Level{{Name: "asleep"}, {Name: "rated", Watts: 1e6, THs: 1e6 / 25}}}},
	}
	t := trainer.Task{
		Train: []trainer.Place{{Site: place, Course: &saw{}, Baseline: policy.Lag1{}}}, Validate: []trainer.Place{{Site: place, Course: &saw{}, Baseline: policy.Lag1{}}},
		Modes: env.Modes(), Config: dsac.Default(0, 0, 1500), Schedule: dsac.Schedule{Warmup: 300, Ratio: 0.5, Replay: 5000},
		Steps: 6000, Every: 500, Length: 96, Clip: 3, Seed: 1,
	}
	t.Config.Hidden, t.Config.Batch, t.Config.Gamma, t.Config.ActorRate = []int{32, 32}, 32, 0.5, 1e-3
	t.Config.Temperature.Start, t.Config.Temperature.Most = 0.1, 0.1
	return t
}

// TestAnAgentLearnsWhatTheRuleBesideItCannotSee: half of the time it has the
// price wrong.
func TestAnAgentLearnsWhatTheRuleBesideItCannotSee(t *testing.T) {
	out, err := trainer.Run(context.Background(), task(), nil)
	if err != nil {
		t.Fatal(err)
	}
	// 399 quarters of an hour, half of which the rule has wrong by 40 $/MWh.
	const most = 399.0 / 2 * 40 / 4
	if out.Best.Validated < 0.9*most {
		t.Errorf("the agent earns %.0f $ above the rule, perfect foresight %.0f", out.Best.Validated, most)
	}
}

func TestTrainingStopsWhereItNoLongerGetsBetterAndWhereItIsCancelled(t *testing.T) {
	one := task()
	one.Patience, one.Steps = 2, 50_000
	one.Config.ActorRate, one.Config.CriticRate = 0, 0 // it can only stand still
	out, err := trainer.Run(context.Background(), one, nil)
	if err != nil || out.Stopped == "" || len(out.Rows) > 5 {
		t.Errorf("%d rows, stopped %q, %v", len(out.Rows), out.Stopped, err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	seen := 0
	out, err = trainer.Run(ctx, task(), func(trainer.Row) {
		if seen++; seen == 2 {
			cancel()
		}
	})
	if err != nil || seen != 2 || out.Stopped == "" {
		t.Errorf("cancelled after %d rows: %q, %v", seen, out.Stopped, err)
	}
}

func TestTheSameSeedTrainsTheSameAgent(t *testing.T) {
	short := task()
	short.Steps = 1500
	one, err := trainer.Run(context.Background(), short, nil)
	if err != nil {
		t.Fatal(err)
	}
	two, err := trainer.Run(context.Background(), short, nil)
	if err != nil {
		t.Fatal(err)
	}
	if !cmp.Equal(one.Agent.Params, two.Agent.Params) || !cmp.Equal(one.Rows, two.Rows) {
		t.Error("two trainings from one seed differ")
	}
}

// TestAResumedTrainingComesToTheSameAgent is cut off in the middle of an episode,
// and goes on from a file.
func TestAResumedTrainingComesToTheSameAgent(t *testing.T) {
	whole := task()
	whole.Steps, whole.Spread, whole.Schedule.Forks = 2500, 0.3, 2
	want, err := trainer.Run(context.Background(), whole, nil)
	if err != nil {
		t.Fatal(err)
	}
	cut := whole
	ctx, cancel := context.WithCancel(context.Background())
	var file []byte
	seen := 0
	cut.Keep = func(c *nn.Checkpoint) (err error) {
		if seen++; seen == 3 {
			cancel()
		}
		file, err = c.Encode()
		return err
	}
	if out, err := trainer.Run(ctx, cut, nil); err != nil || len(out.Rows) != 3 {
		t.Fatalf("%d rows, %v", len(out.Rows), err)
	}
	rest := whole
	if rest.Resume, err = nn.Decode(file); err != nil {
		t.Fatal(err)
	}
	got, err := trainer.Run(context.Background(), rest, nil)
	if err != nil {
		t.Fatal(err)
	}
	if !cmp.Equal(want.Agent.Params, got.Agent.Params) || !cmp.Equal(want.Rows, got.Rows) {
		t.Errorf("the resumed training came to another agent:\n%s", cmp.Diff(want.Rows, got.Rows))
	}
}
