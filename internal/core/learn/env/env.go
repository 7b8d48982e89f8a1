package env

import (
	"errors"
	"math"
	"math/rand/v2"
	"slices"

	"github.com/pouw-dem/pouwdem/internal/core/episode"
	"github.com/pouw-dem/pouwdem/internal/core/learn/dsac"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/nn"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/settle"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Course is a stretch of time that a site goes through, interval by interval.
type Course interface {
	// Len is how many intervals it has.
	Len() int
	// At is what was known when interval i was decided. It is good until the next
	// call; nothing published later is in it.
	At(i int) *market.Snapshot
	// Price is what interval i settles at, which nobody knew then.
	Price(i int) market.Quote
	// Charge is what the transmission charge by coincident peak comes to in interval
	// i at a power at the meter. Nobody knew it then.
	Charge(i int, meter unit.MW) unit.MicroUSD
	// Proceeds is what certificates of interval i that were really sold bring at a
	// power at the meter; 0 where none were. Nobody knew it then.
	Proceeds(i int, meter unit.MW) unit.MicroUSD
}

// Desk sells reserve, in a way of its own for the agent and for the baseline.
type Desk interface {
	// Orders are what the agent is shown of reserve at interval i; nil: nothing.
	Orders(i int) *site.Orders
	// Hold is what binds the agent at interval i once it has chosen a plan.
	Hold(i int, wish site.Plan) *site.Orders
	// Reprice corrects the prices that the interval which was just decided settles
	// its reserve at.
	Reprice(i int, st *site.State)
	// StaticOrders bind the baseline at interval i; nil for none.
	StaticOrders(i int) *site.Orders
}

// Config is how an environment is laid out.
type Config struct {
	Site     *site.Site
	Course   Course
	Desk     Desk // nil: no reserve is sold
	Modes    []Mode
	Features []nn.Feature
	Length   int // intervals of an episode, which begins anywhere; 0: the whole course
	// Baseline, where there is one, goes through the same intervals with a state
	// of its own, and a reward is what was earned above it. What it earns does not
	// hang on what the agent does, so that the best policy stays the best; most of
	// the price's noise goes.
	Baseline policy.Policy
	// BesideFirst takes the first mode as the baseline, in a state of its own and by
	// the agent's orders: rewards are then what other modes earn above it.
	BesideFirst bool
	// Spread draws each episode's hashprice from its recorded one times 1/(1+Spread)
	// to 1+Spread: one course then shows the site at many break-evens. 0: as it was.
	Spread float64
	// Memo, where there is one, remembers the plans ahead of this course. It is not
	// for a spread of hashprices, under which plans differ.
	Memo *Memo
	// Clip bounds the size of a reward.
	Clip float64
}

// Env is a site going through a course. It is a dsac.Environment.
type Env struct {
	cfg    Config
	layout Layout
	scale  float64
	pcg    *rand.PCG
	rng    *rand.Rand

	at, end  int
	factor   float64
	snap     market.Snapshot
	state    site.State
	shadow   site.State // the baseline's
	choices  Choices
	forks    []fork
	moment   *Memo         // plans of the present interval, where cfg.Memo has none
	theirs   float64       // what the baseline was expected to earn in the last step
	earned   unit.MicroUSD // by the agent, all episodes
	baseline unit.MicroUSD
}

// Scale is the dollars that are a reward of 1 for intervals of a length: what
// the site's whole power costs at 50 $/MWh. It is a constant of the site.
func Scale(s *site.Site, i unit.Interval) float64 {
	return math.Max(1e-6, float64(s.Limits.SiteMW)*i.Length.Hours()*50)
}

// New is an environment whose episodes begin where draws say.
func New(cfg Config, draws *rand.PCG) (*Env, error) {
	if cfg.Course.Len() < 2 {
		return nil, errors.New("an environment needs two intervals at least")
	}
	if len(cfg.Modes) == 0 || len(cfg.Modes) > dsac.MostActions {
		return nil, errors.New("an environment needs 1 to 64 operating modes")
	}
	if cfg.Clip <= 0 {
		cfg.Clip = math.Inf(1)
	}
	layout, err := NewLayout(cfg.Features)
	if err != nil {
		return nil, err
	}
	return &Env{cfg: cfg, layout: layout, moment: NewMemo(), pcg: draws, rng: rand.New(draws)}, nil
}

// Reset begins an episode with everything on.
func (e *Env) Reset(state []float32) dsac.Mask {
	length := e.cfg.Length
	if length <= 0 || length >= e.cfg.Course.Len()-1 {
		length = e.cfg.Course.Len() - 1
	}
	e.at = e.rng.IntN(e.cfg.Course.Len() - length)
	e.end = e.at + length
	e.factor = 1
	if e.cfg.Spread > 0 {
		e.factor = math.Exp((2*e.rng.Float64() - 1) * math.Log1p(e.cfg.Spread))
	}
	e.look()
	e.scale = Scale(e.cfg.Site, e.snap.Interval)
	e.state = e.cfg.Site.InitialState(e.snap.Interval.Start, true)
	e.shadow = e.state
	return e.show(state)
}

// Day numbers the operating day that is being decided.
func (e *Env) Day() int32 {
	return int32(unit.DayOf(e.snap.Interval.Start).Start().Unix() / 86400) //nolint:gosec // days since 1970
}

// Earned is what the agent and the baseline have been settled, over all
// episodes.
func (e *Env) Earned() (agent, baseline unit.MicroUSD) { return e.earned, e.baseline }

// look takes the snapshot of the present interval, with the episode's
// hashprice.
func (e *Env) look() {
	e.snap = *e.cfg.Course.At(e.at)
	e.snap.Network.Hashprice.Value *= e.factor
	e.moment.forget()
}

// show writes what the agent sees and works out its choices.
func (e *Env) show(state []float32) dsac.Mask {
	in := e.input(&e.state)
	e.layout.Enter(Observe(in), state)
	e.choices = choicesOf(e.cfg.Modes, in, e.planner())
	return e.choices.Mask
}

func (e *Env) planner() planner {
	if e.cfg.Memo != nil && e.cfg.Spread == 0 {
		return e.cfg.Memo.at(e.at)
	}
	return e.moment.at(e.at)
}

// input is what the agent decides on.
func (e *Env) input(st *site.State) policy.Input {
	in := policy.Input{Site: e.cfg.Site, State: st, Snapshot: &e.snap}
	if e.cfg.Desk != nil {
		in.Orders = e.cfg.Desk.Orders(e.at)
	}
	if in.Orders == nil {
		in.Orders = &site.Orders{}
	}
	return in
}

// Step carries a mode out for one interval and says what it will have earned
// when the interval has settled.
func (e *Env) Step(action int, state []float32) (float32, dsac.Mask, dsac.End) {
	e.theirs = 0
	if e.cfg.Baseline != nil || e.cfg.BesideFirst { // first: it may take a plan that was made for the state as it is
		var theirs unit.MicroUSD
		theirs, e.theirs = e.beside()
		e.baseline += theirs
	}
	mine, expected := e.act(&e.state, e.choices.Plans[action])
	e.earned += mine
	reward := e.reward(expected)
	e.at++
	e.look()
	mask := e.show(state)
	if e.at == e.end {
		return reward, mask, dsac.Truncated
	}
	return reward, mask, dsac.Going
}

// reward is what was earned above the baseline, scaled and bounded.
func (e *Env) reward(expected float64) float32 {
	return float32(min(max((expected-e.theirs)/e.scale, -e.cfg.Clip), e.cfg.Clip))
}

// act lets the interval pass for the agent, or one that goes by the same orders.
func (e *Env) act(st *site.State, wish site.Plan) (settled unit.MicroUSD, expected float64) {
	orders := &site.Orders{}
	if e.cfg.Desk != nil {
		if bound := e.cfg.Desk.Hold(e.at, wish); bound != nil {
			orders = bound
		}
	}
	out := episode.Step(e.input(st), orders, wish)
	if e.cfg.Desk != nil {
		e.cfg.Desk.Reprice(e.at, &out.Next)
	}
	return e.settle(st, out)
}

// beside lets it pass for the baseline: the static rule, which goes by its own
// orders, or the first mode in a state of its own.
func (e *Env) beside() (settled unit.MicroUSD, expected float64) {
	in := e.input(&e.shadow)
	if e.cfg.BesideFirst {
		if slices.Equal(e.shadow.Classes, e.state.Classes) {
			return e.act(&e.shadow, e.choices.Plans[0])
		}
		return e.act(&e.shadow, choicesOf(e.cfg.Modes[:1], in, e.planner()).Plans[0])
	}
	in.Orders = &site.Orders{}
	if e.cfg.Desk != nil {
		if bound := e.cfg.Desk.StaticOrders(e.at); bound != nil {
			in.Orders = bound
		}
	}
	return e.settle(&e.shadow, episode.Step(in, in.Orders, e.cfg.Baseline.Propose(in).Plan))
}

// settle settles the interval that passed at the price that it will have, with what
// sold certificates bring and the charge of the peak that it may turn out to be.
// expected has, in place of that charge, what it was expected to be: the chance of
// the peak times its cost.
func (e *Env) settle(st *site.State, out episode.Outcome) (settled unit.MicroUSD, expected float64) {
	last := len(out.Next.Pending) - 1
	paid := settle.Interval(e.cfg.Site, &out.Next.Pending[last], e.cfg.Course.Price(e.at), settle.Estimate).Total
	*st = out.Next
	st.Pending = nil // settled here: nothing waits for its price
	meter := e.cfg.Site.PlanMeterMW(out.Plan)
	paid += e.cfg.Course.Proceeds(e.at, meter)
	expected = paid.USD() - float64(meter)*peakUSD(e.cfg.Site, &e.snap)*e.snap.Interval.Length.Hours()
	return paid - e.cfg.Course.Charge(e.at, meter), expected
}
