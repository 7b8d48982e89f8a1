package together_test

import (
	"context"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/federate"
	"github.com/pouw-dem/pouwdem/internal/core/federate/strategy"
	"github.com/pouw-dem/pouwdem/internal/core/learn/dsac"
	"github.com/pouw-dem/pouwdem/internal/core/learn/env"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/service/together"
)

// course is hours whose price is dear in the evening, as the day-ahead market
// says and the hour before does not.
type course struct{ from time.Time }

func (c course) interval(i int) unit.Interval {
	return unit.IntervalAt(c.from.Add(time.Duration(i)*time.Hour), time.Hour)
}

func (c course) price(i int) market.Quote {
	at := c.interval(i)
	v := 20.0
	if h := unit.Central(at.Start).Hour(); h >= 18 && h < 20 {
		v = 300
	}
	return market.Quote{Value: v, Start: at.Start, Length: time.Hour, Known: at.End(), Source: "test", Simulated: true}
}

func (c course) At(i int) *market.Snapshot {
	s := market.Snapshot{AsOf: c.interval(i).Start, Interval: c.interval(i)}
	before := c.price(i - 1)
	s.SPP, s.Settled = before, []market.Quote{before}
	for h := range 4 {
		s.DayAhead = append(s.DayAhead, c.price(i+h))
	}
	s.Network.Hashprice = market.Quote{Value: 50, Start: s.AsOf, Length: 24 * time.Hour, Known: s.AsOf, Source: "test"}
	return &s
}

func (c course) Price(i int) market.Quote          { return c.price(i) }
func (course) Charge(int, unit.MW) unit.MicroUSD   { return 0 }
func (course) Proceeds(int, unit.MW) unit.MicroUSD { return 0 }

func machines(id string, watts float64) *site.Site {
	return &site.Site{
		ID: id, Point: "LZ_WEST", Limits: site.Limits{SiteMW: 1}, Contract: site.Contract{Kind: site.Index},
		Classes: []site.Class{{
			ID: "asic", Kind: site.ASIC, Model: "test", Units: 1,
			Levels: []site.Level{{Name: "asleep"}, {Name: "rated", Watts: watts, THs: unit.THs(watts / 25)}},
		}},
	}
}

func config() dsac.Config {
	c := dsac.Default(len(env.Features(nil)), len(env.Modes()), 400)
	c.Hidden, c.Batch, c.Gamma, c.Lean = []int{16, 16}, 16, 0.9, 1
	c.ActorRate, c.CriticRate = 3e-3, 3e-3
	c.Temperature.Mode, c.Temperature.Start, c.Temperature.Most, c.Temperature.Least = dsac.Scheduled, 0.1, 0.1, 0.01
	return c
}

func study() together.Study {
	first := unit.Day{Year: 2026, Month: 1, Dom: 1}
	s := together.Study{
		Agent: config(), Delta: 1e-3, Rounds: 2, Seeds: 2, Fresh: 20, Tune: 20,
		Learn: together.Span{From: first, To: first.Add(6)}, Held: together.Span{From: first.Add(10), To: first.Add(70)},
		Plan: federate.Plan{Version: 1, Strategy: strategy.Settings{Name: "fedavg"}, Clip: 8, Bits: 22, MaxWeight: 366, Steps: 300},
	}
	s.Private = s.Plan
	s.Private.Noise = &federate.Noise{Batch: 2, Clip: 1, Sigma: 4, Steps: 3}
	for _, id := range []string{"one", "two", "three"} {
		at := machines(id, 1e6)
		gap := make([]float64, 61)
		for i := range gap {
			gap[i] = 400
		}
		s.Places = append(s.Places, together.Place{ID: id, Gap: gap, Days: func(from, to unit.Day) (together.Stretch, error) {
			return together.Stretch{Site: at, Rule: policy.Lag1{}, PerDay: 24, Read: func() env.Course { return days{course{from.Start()}, to} }}, nil
		}})
	}
	return s
}

// days are a course up to a day.
type days struct {
	course
	to unit.Day
}

func (d days) Len() int { return int(d.to.Next().Start().Sub(d.from).Hours()) }

func TestAStudyScoresEveryArmOnTheSameDaysAndIsTheSameAgain(t *testing.T) {
	r, err := study().Run(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if r.Windows != 2 || r.Days != 2*together.Window || r.GapUSD != 3*60*400 {
		t.Errorf("%d windows, %d days, %v $ to gain", r.Windows, r.Days, r.GapUSD)
	}
	if r.Epsilon <= 0 || r.Delta != 1e-3 || !strings.Contains(r.Unit, "one day") || r.Noise == "" {
		t.Errorf("epsilon %v at %v without its unit %q or mechanism %q", r.Epsilon, r.Delta, r.Unit, r.Noise)
	}
	arms := func(rows []together.Row) (names []string) {
		for _, row := range rows {
			names = append(names, row.Arm)
			total := 0.0
			for _, v := range row.Sites {
				total += v
			}
			mean := (row.Score.Seeds[0] + row.Score.Seeds[1]) / 2
			if len(row.Sites) != 3 || math.Abs(total-mean) > 1e-6 {
				t.Errorf("%s: sites come to %v, seeds to %v", row.Arm, total, mean)
			}
			if row.Arm == together.Alone && (row.Beside.AboveUSD != 0 || row.Beside.AboveCI != [2]float64{}) {
				t.Errorf("local-only beside itself: %+v", row.Beside)
			}
			if row.Arm == together.Common && (row.Common.AboveUSD != 0 || row.Common.AboveCI != [2]float64{}) {
				t.Errorf("federated beside itself: %+v", row.Common)
			}
			for seed, usd := range row.Common.Seeds {
				if want := row.Score.Seeds[seed] - common(rows)[seed]; math.Abs(usd-want) > 1e-6 {
					t.Errorf("%s: seed %d is %v $ above federated, want %v", row.Arm, seed, usd, want)
				}
			}
		}
		return names
	}
	if got := arms(r.New); !slices.Equal(got, []string{together.Alone, together.Recorded, together.Common, together.Tuned, together.Noisy, together.Pooled}) {
		t.Errorf("a new site's arms: %q", got)
	}
	if got := arms(r.All); !slices.Equal(got, []string{together.Alone, together.Common, together.Tuned, together.Noisy, together.Pooled}) {
		t.Errorf("all sites' arms: %q", got)
	}
	// The evening is dear every day, and days of three sites are enough to learn it.
	if pooled := r.All[4].Score; pooled.WorstSeed <= 0 {
		t.Errorf("days in one place taught nothing: %+v", pooled)
	}
	same := study()
	same.Seeds = 1
	again, err := same.Run(t.Context(), nil)
	if err != nil || again.New[2].Score.Seeds[0] != r.New[2].Score.Seeds[0] || again.All[3].Score.Seeds[0] != r.All[3].Score.Seeds[0] {
		t.Errorf("the same seed came out otherwise: %v", err)
	}
}

// common is what the agent of the rounds earned, by seed.
func common(rows []together.Row) []float64 {
	i := slices.IndexFunc(rows, func(r together.Row) bool { return r.Arm == together.Common })
	return rows[i].Score.Seeds
}

func TestAnAgentAtANewSiteLearnsFromItsFirstWeeks(t *testing.T) {
	s := study()
	s.Seeds, s.Rounds, s.Plan.Steps, s.Fresh, s.Agent.Lean = 1, 1, 10, 300, 0.2
	s.Held.To = s.Held.From.Add(together.Window - 1)
	r, err := s.Run(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	s.Fresh = 0
	still, err := s.Run(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if got, before := r.New[0].Score.AboveUSD, still.New[0].Score.AboveUSD; got <= before {
		t.Errorf("local-only as days pass earns %v $ above the rule, and %v $ without a step", got, before)
	}
}

func TestAStudyThatIsStoppedIsAnsweredByTheSeedsThatWereDone(t *testing.T) {
	s := study()
	s.Seeds, s.Rounds, s.Plan.Steps = 50, 1, 10
	s.Held.To = s.Held.From.Add(together.Window - 1)
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	r, err := s.Run(ctx, func(int) { stop() })
	if err != nil || r.Seeds < 1 || r.Seeds >= s.Seeds || len(r.All[0].Score.Seeds) != r.Seeds {
		t.Errorf("%d seeds of %d: %v", r.Seeds, s.Seeds, err)
	}
	if _, err := s.Run(ctx, nil); err == nil {
		t.Error("a study of no seed at all is answered")
	}
}

func TestSettingsAreChosenByWhatEachArmEarnsOnTheDaysOfValidation(t *testing.T) {
	s := study()
	s.Seeds, s.First, s.Rounds = 2, 7, 1
	s.Held.To = s.Held.From.Add(together.Window - 1)
	grid := together.Grid{Leans: []float64{20, 0.5}, Temperatures: []float64{0.01, 0.1}}
	chosen, trials, err := s.Settle(t.Context(), grid, nil)
	if err != nil {
		t.Fatal(err)
	}
	if want := 2 * (4 + 2*2); len(trials) != want {
		t.Errorf("%d trials, want %d: four arms and two that train on, at each lean", len(trials), want)
	}
	for _, one := range trials {
		if len(one.Seeds) != 2 {
			t.Errorf("%s: seeds %v", one.Arm, one.Seeds)
		}
		if one.Chosen != (chosen[one.Arm] == one.Setting) {
			t.Errorf("%+v is marked otherwise than chosen: %+v", one, chosen[one.Arm])
		}
		for _, other := range trials {
			// The common model that is tuned is the one that there will be.
			among := one.Arm != together.Tuned || one.Lean == chosen[together.Common].Lean
			if one.Arm == other.Arm && other.Chosen && among && one.MeanUSD() > other.MeanUSD() {
				t.Errorf("%s: chosen %+v, %+v did better", one.Arm, other, one)
			}
		}
	}
	// The rule knows nothing of the evening: an agent that cannot leave it is left.
	if chosen[together.Pooled].Lean != 0.5 || chosen[together.Tuned].Lean != chosen[together.Common].Lean {
		t.Errorf("chosen: %+v", chosen)
	}
	if _, _, err := s.Settle(t.Context(), together.Grid{}, nil); err == nil {
		t.Error("an empty grid is not refused")
	}
}

func TestAStudyThatShowsNothingIsRefused(t *testing.T) {
	for _, test := range []struct {
		name   string
		change func(*together.Study)
	}{
		{"two sites", func(s *together.Study) { s.Places = s.Places[:2] }},
		{"days that were learned from", func(s *together.Study) { s.Held.From = s.Learn.To }},
		{"less than a window", func(s *together.Study) { s.Held.To = s.Held.From.Add(28) }},
		{"no noise", func(s *together.Study) { s.Private.Noise = nil }},
		{"no foresight", func(s *together.Study) { s.Places[1].Gap = s.Places[1].Gap[:5] }},
		{"no seed", func(s *together.Study) { s.Seeds = 0 }},
	} {
		s := study()
		test.change(&s)
		if _, err := s.Run(t.Context(), nil); err == nil {
			t.Errorf("%s: not refused", test.name)
		}
	}
}
