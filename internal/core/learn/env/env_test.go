package env_test

import (
	"encoding/json"
	"math"
	"math/bits"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/pouw-dem/pouwdem/internal/core/episode"
	"github.com/pouw-dem/pouwdem/internal/core/learn/dsac"
	"github.com/pouw-dem/pouwdem/internal/core/learn/env"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/nn/kernel"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/policy/mpc"
	"github.com/pouw-dem/pouwdem/internal/core/settle"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

func noon() time.Time { return time.Date(2026, 7, 14, 17, 0, 0, 0, time.UTC) }

// two is a site of a new and an old class.
func two() *site.Site {
	class := func(id string, jth float64) site.Class {
		return site.Class{
			ID: id, Kind: site.ASIC, Units: 1000, MinUp: 10 * time.Minute, MinDown: 10 * time.Minute, StartUSD: 5, StartsPerDay: 50,
			Levels: []site.Level{{Name: "asleep", Watts: 10}, {Name: "rated", Watts: 3000, THs: unit.THs(2990 / jth)}},
		}
	}
	return &site.Site{
		ID: "s", Point: "LZ_WEST", Limits: site.Limits{SiteMW: 7}, Contract: site.Contract{Kind: site.Index},
		Classes: []site.Class{class("new", 15), class("old", 30)},
	}
}

// hours is a course of hourly prices, each visible once its hour is over.
type hours struct {
	prices []float64
	snap   market.Snapshot
	sold   settle.Sale
}

func (h *hours) Len() int { return len(h.prices) }

func (h *hours) quote(i int) market.Quote {
	start := noon().Add(time.Duration(i) * time.Hour)
	return market.Quote{Value: h.prices[i], Start: start, Length: time.Hour, Known: start.Add(time.Hour)}
}

func (h *hours) At(i int) *market.Snapshot {
	h.snap = market.Snapshot{Interval: unit.Interval{Start: noon().Add(time.Duration(i) * time.Hour), Length: time.Hour}, Point: "LZ_WEST"}
	h.snap.AsOf = h.snap.Interval.Start
	h.snap.Network.Hashprice = market.Quote{Value: 50, Start: noon(), Known: noon()}
	for j := max(0, i-12); j < i; j++ {
		h.snap.Settled = append(h.snap.Settled, h.quote(j))
	}
	if i > 0 {
		h.snap.SPP = h.quote(i - 1)
	}
	return &h.snap
}

func (h *hours) Price(i int) market.Quote          { return h.quote(i) }
func (h *hours) Charge(int, unit.MW) unit.MicroUSD { return 0 }

// Proceeds is what the one sale that there may be brings.
func (h *hours) Proceeds(i int, meter unit.MW) unit.MicroUSD {
	return h.sold.Proceeds(h.quote(i).Interval(), meter)
}

func random(n int, seed uint64) []float64 {
	rng := rand.New(rand.NewPCG(seed, 0))
	prices := make([]float64, n)
	for i := range prices {
		prices[i] = 60 * math.Exp(rng.NormFloat64())
	}
	return prices
}

func environment(t testing.TB, cfg env.Config) *env.Env {
	t.Helper()
	cfg.Features = env.Features(nil)
	if cfg.Modes == nil {
		cfg.Modes = env.Modes()
	}
	e, err := env.New(cfg, rand.NewPCG(1, 1))
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// TestRewardsAreTheDollarsThatStepSettles goes through a course twice: in the
// environment, and by the steps of a back-test, whose settlements come when
// prices show.
func TestRewardsAreTheDollarsThatStepSettles(t *testing.T) {
	s, course := two(), &hours{prices: random(200, 3)}
	e := environment(t, env.Config{Site: s, Course: course})
	row := make([]float32, kernel.Padded(len(env.Names())))
	mask := e.Reset(row)
	state := s.InitialState(noon(), true)
	var rewards, settled float64
	rng := rand.New(rand.NewPCG(5, 5))
	for i, end := 0, dsac.Going; end == dsac.Going; i++ {
		snap := *course.At(i)
		in := policy.Input{Site: s, State: &state, Snapshot: &snap}
		choices := env.Plans(env.Modes(), in)
		if choices.Mask != mask {
			t.Fatalf("step %d: the environment opens %b, a policy would see %b", i, mask, choices.Mask)
		}
		action := rng.IntN(len(env.Modes()))
		for !mask.Valid(action) {
			action = rng.IntN(len(env.Modes()))
		}
		out := episode.Step(in, &site.Orders{}, choices.Plans[action])
		for _, one := range out.Settled {
			settled += one.Total.USD()
		}
		state = out.Next
		var reward float32
		reward, mask, end = e.Step(action, row)
		rewards += float64(reward) * env.Scale(s, snap.Interval)
	}
	last, _ := episode.Settle(s, state, course.At(course.Len()-1))
	for _, one := range last {
		settled += one.Total.USD()
	}
	earned, _ := e.Earned()
	if math.Abs(earned.USD()-settled) > 1e-6 || math.Abs(rewards-settled) > 1e-3*math.Abs(settled) {
		t.Errorf("rewards come to %.6f $, the environment's books to %.6f, settlements to %.6f", rewards, earned.USD(), settled)
	}
}

// TestWhatSoldCertificatesBringIsInTheRewardOfWhoWasOff sells those of the second
// hour, in which the rule would mine.
func TestWhatSoldCertificatesBringIsInTheRewardOfWhoWasOff(t *testing.T) {
	sold := settle.Sale{Site: "s", From: noon().Add(time.Hour), To: noon().Add(2 * time.Hour), Baseline: 6, MWh: 5, Amount: unit.Dollars(200)}
	earn := func(sale settle.Sale, mode string) (rewards []float64, usd float64) {
		course := &hours{prices: []float64{60, 60, 60, 60}, sold: sale}
		e := environment(t, env.Config{Site: two(), Course: course})
		row := make([]float32, kernel.Padded(len(env.Names())))
		action := slices.IndexFunc(env.Modes(), func(m env.Mode) bool { return m.Name == mode })
		e.Reset(row)
		for end := dsac.Going; end == dsac.Going; {
			var reward float32
			reward, _, end = e.Step(action, row)
			rewards = append(rewards, float64(reward)*env.Scale(two(), course.At(0).Interval))
		}
		agent, _ := e.Earned()
		return rewards, agent.USD()
	}
	for mode, want := range map[string]float64{"mine nothing": 200, "mine all": 0} {
		with, earned := earn(sold, mode)
		without, before := earn(settle.Sale{}, mode)
		if math.Abs(earned-before-want) > 1e-6 {
			t.Errorf("%s: sold certificates bring %.6f $, not %.0f", mode, earned-before, want)
		}
		for i := range with {
			more := 0.0
			if i == 1 {
				more = want
			}
			if math.Abs(with[i]-without[i]-more) > 1e-3 {
				t.Errorf("%s: the reward of hour %d is %.4f $ more for it, not %.0f", mode, i, with[i]-without[i], more)
			}
		}
	}
}

// TestNothingThatIsNotKnownYetIsSeen shuffles the future: what is seen and what
// is open before it may not change.
func TestNothingThatIsNotKnownYetIsSeen(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		prices := random(60, rapid.Uint64().Draw(t, "seed"))
		at := rapid.IntRange(1, 58).Draw(t, "at")
		shuffled := append([]float64(nil), prices...)
		rand.New(rand.NewPCG(9, 9)).Shuffle(len(prices)-at, func(i, j int) {
			shuffled[at+i], shuffled[at+j] = shuffled[at+j], shuffled[at+i]
		})
		see := func(prices []float64) ([]float64, dsac.Mask) {
			s := two()
			state := s.InitialState(noon(), true)
			in := policy.Input{Site: s, State: &state, Snapshot: (&hours{prices: prices}).At(at)}
			return env.Observe(in), env.Plans(env.Modes(), in).Mask
		}
		seen, open := see(prices)
		again, openAgain := see(shuffled)
		if diff := cmp.Diff(seen, again); diff != "" || open != openAgain {
			t.Fatalf("hour %d sees the future: %s", at, diff)
		}
	})
}

func TestTheBaselineIsTakenOffAndEarnsTheSameWhateverIsDone(t *testing.T) {
	course := &hours{prices: random(100, 4)}
	through := func(pick func(dsac.Mask) int) (agent, baseline unit.MicroUSD, sum float64) {
		e := environment(t, env.Config{Site: two(), Course: course, Baseline: policy.Lag1{}})
		row := make([]float32, kernel.Padded(len(env.Names())))
		mask := e.Reset(row)
		for end := dsac.Going; end == dsac.Going; {
			var reward float32
			reward, mask, end = e.Step(pick(mask), row)
			sum += float64(reward)
		}
		agent, baseline = e.Earned()
		return agent, baseline, sum
	}
	lowest := func(m dsac.Mask) int {
		i := 0
		for !m.Valid(i) {
			i++
		}
		return i
	}
	highest := func(m dsac.Mask) int {
		i := len(env.Modes()) - 1
		for !m.Valid(i) {
			i--
		}
		return i
	}
	a, base, sum := through(lowest)
	b, same, _ := through(highest)
	if a == b || base != same {
		t.Errorf("the agents earn %d and %d, the baseline beside them %d and %d", a, b, base, same)
	}
	want := (a - base).USD() / env.Scale(two(), unit.Interval{Length: time.Hour})
	if math.Abs(sum-want) > 1e-4*math.Abs(want) {
		t.Errorf("rewards sum to %g, want %g", sum, want)
	}
}

func TestModesThatComeToOnePlanAreOneChoice(t *testing.T) {
	s := two()
	state := s.InitialState(noon(), true)
	open := func(price float64) (names []string) {
		course := &hours{prices: []float64{price, price, price}}
		choices := env.Plans(env.Modes(), policy.Input{Site: s, State: &state, Snapshot: course.At(2)})
		for i, m := range env.Modes() {
			if choices.Mask.Valid(i) {
				names = append(names, m.Name)
			}
		}
		return names
	}
	// The new class breaks even at 139 $/MWh, the old one at 69.
	for _, c := range []struct {
		price float64
		want  []string
	}{
		{10, []string{"by the expected price"}},   // far below both: nothing else makes sense
		{2000, []string{"by the expected price"}}, // far above both
		{100, nil},
	} {
		got := open(c.price)
		if c.price == 100 { // shifted prices come to "mine all" or to the price's own plan
			if len(got) < 4 || got[0] != "by the expected price" || got[1] != "mine nothing" || got[2] != "mine all" {
				t.Errorf("at %g $/MWh: %v", c.price, got)
			}
			continue
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("at %g $/MWh: %s", c.price, diff)
		}
	}
}

func TestEveryModesPlanKeepsWithinTheSite(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := two()
		s.Limits.SiteMW = unit.MW(rapid.Float64Range(0.5, 7).Draw(t, "limit"))
		state := s.InitialState(noon(), rapid.Bool().Draw(t, "on"))
		price := rapid.Float64Range(-50, 500).Draw(t, "price")
		in := policy.Input{Site: s, State: &state, Snapshot: (&hours{prices: []float64{price, price}}).At(1)}
		for i, plan := range env.Plans(env.Modes(), in).Plans {
			guarded, _ := policy.Guard(in, &site.Orders{}, plan)
			if s.PlanMeterMW(guarded) > s.Limits.SiteMW+1e-9 {
				t.Fatalf("%s draws %g MW of %g", env.Modes()[i].Name, float64(s.PlanMeterMW(guarded)), float64(s.Limits.SiteMW))
			}
		}
	})
}

func TestWhatIsSeenIsFiniteNamedAndBounded(t *testing.T) {
	names := env.Names()
	seen := map[string]bool{}
	for _, name := range names {
		if name == "" || seen[name] {
			t.Errorf("feature %q has no name of its own", name)
		}
		seen[name] = true
	}
	rapid.Check(t, func(t *rapid.T) {
		s := two()
		state := s.InitialState(noon(), true)
		course := &hours{prices: rapid.SliceOfN(rapid.Float64Range(-250, 9000), 3, 20).Draw(t, "prices")}
		values := env.Observe(policy.Input{Site: s, State: &state, Snapshot: course.At(course.Len() - 1)})
		if len(values) != len(names) {
			t.Fatalf("%d values, %d names", len(values), len(names))
		}
		for i, v := range values {
			if math.IsNaN(v) || math.Abs(v) > 10 {
				t.Fatalf("%s is %g", names[i], v)
			}
		}
	})
}

// TestFeaturesThatAreNotUsedAreHeldAtZero is what keeps a value that training
// never saw from surprising the agent.
func TestFeaturesThatAreNotUsedAreHeldAtZero(t *testing.T) {
	used := make([]bool, len(env.Names()))
	used[0] = true
	features := env.Features(used)
	row := make([]float32, kernel.Padded(len(used)))
	observed := make([]float64, len(used))
	for i := range observed {
		observed[i] = 3
	}
	layout, err := env.NewLayout(features)
	if err != nil {
		t.Fatal(err)
	}
	layout.Enter(observed, row)
	for i, v := range row {
		if want := map[bool]float32{true: 3}[i == 0]; v != want {
			t.Errorf("input %d is %g, want %g", i, v, want)
		}
	}
	if _, err := json.Marshal(features); err != nil {
		t.Error(err)
	}
}

// TestAForkIsWhatTheOtherModeWouldHaveLedTo steps two environments by different
// modes from the same moment.
func TestAForkIsWhatTheOtherModeWouldHaveLedTo(t *testing.T) {
	course := &hours{prices: random(60, 8)}
	rows := [2][]float32{make([]float32, kernel.Padded(len(env.Names()))), make([]float32, kernel.Padded(len(env.Names())))}
	compared := 0
	for n := range 50 { // steps gone by the first open mode
		var envs [2]*env.Env
		var mask dsac.Mask
		first := func(m dsac.Mask) int { return bits.TrailingZeros64(uint64(m)) }
		for k := range envs {
			envs[k] = environment(t, env.Config{Site: two(), Course: course, Baseline: policy.Lag1{}, Clip: 3})
			mask = envs[k].Reset(rows[k])
			for range n {
				_, mask, _ = envs[k].Step(first(mask), rows[k])
			}
		}
		other := bits.Len64(uint64(mask)) - 1
		if other == first(mask) {
			continue
		}
		compared++
		envs[0].Fork([]int{other})
		envs[0].Step(first(mask), rows[0])
		reward, open := envs[0].Forked(0, rows[0])
		want, wantOpen, _ := envs[1].Step(other, rows[1])
		if reward != want || open != wantOpen || !cmp.Equal(rows[0], rows[1]) {
			t.Fatalf("step %d: the fork earns %g and opens %b, the step %g and %b", n, reward, open, want, wantOpen)
		}
	}
	if compared < 10 {
		t.Errorf("only %d steps had a choice", compared)
	}
}

// TestARememberedPlanAheadIsTheOneThatWouldBeMadeAgain goes through a course in
// which machines must rest and have a budget of starts, and one in which they
// need not, by modes at random.
func TestARememberedPlanAheadIsTheOneThatWouldBeMadeAgain(t *testing.T) {
	free := two()
	for i := range free.Classes {
		free.Classes[i].MinUp, free.Classes[i].MinDown, free.Classes[i].StartsPerDay = 0, 0, 0
	}
	modes := env.ModesAhead(mpc.Params{Hours: 6})
	for name, s := range map[string]*site.Site{"free": free, "bound": two()} {
		memo := env.NewMemo()
		for seed := range uint64(3) {
			rng := rand.New(rand.NewPCG(seed, 1))
			course := &hours{prices: random(40, 6)}
			e := environment(t, env.Config{Site: s, Course: course, Modes: modes, Memo: memo, BesideFirst: true})
			row := make([]float32, kernel.Padded(len(env.Names())))
			state := s.InitialState(noon(), true)
			mask := e.Reset(row)
			for i, end := 0, dsac.Going; end == dsac.Going; i++ {
				snap := *course.At(i)
				in := policy.Input{Site: s, State: &state, Snapshot: &snap}
				choices := env.Plans(modes, in)
				if choices.Mask != mask {
					t.Fatalf("%s, step %d: %b is open, and %b where nothing is remembered", name, i, mask, choices.Mask)
				}
				action := rng.IntN(len(modes))
				for !mask.Valid(action) {
					action = rng.IntN(len(modes))
				}
				state = episode.Step(in, &site.Orders{}, choices.Plans[action]).Next
				_, mask, end = e.Step(action, row)
			}
		}
	}
}
