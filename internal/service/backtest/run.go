package backtest

import (
	"context"
	"fmt"

	"github.com/pouw-dem/pouwdem/internal/core/episode"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/settle"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// run is what one policy did over a timeline.
type run struct {
	policy  string
	profit  unit.MicroUSD
	levers  map[settle.Lever]unit.MicroUSD
	daily   []float64 // profit by operating day, $
	energy  unit.MWh  // at the settlement meter
	granted float64   // machine MWh
	most    float64   // machine MWh had everything run
	starts  int
	trace   []point
	notes   []note // what Guard did, where the study keeps a trace
}

// note is a sentence of Guard about an interval.
type note struct {
	interval int
	text     string
}

// contestant is a policy, how it sells reserve, and whether it looks ahead.
type contestant struct {
	policy policy.Policy
	sell   selling
	ahead  Forecast
	looks  bool
}

// point is one interval of a run, for charts.
type point struct {
	mw     float32
	held   float32 // reserve, MW
	profit float64 // cumulative, $, as settled by the end of the study
}

// checkEvery is how many intervals pass between looks at the context.
const checkEvery = 4096

// run steps a policy through the timeline, starting with everything on.
func (l *timeline) run(ctx context.Context, who contestant, trace bool) (run, error) {
	p := who.policy
	r := run{policy: p.Name(), levers: make(map[settle.Lever]unit.MicroUSD), daily: make([]float64, len(l.days))}
	if trace {
		r.trace = make([]point, len(l.intervals))
	}
	state := l.site.InitialState(l.intervals[0].Start, true)
	cursor, orders, settled := l.cursor(), &site.Orders{}, 0
	sells := l.reserves(who.sell, orders)
	var seer foreseer = (*seer)(nil)
	if who.looks {
		seer = l.foreseer(who.ahead)
	}
	for i := range l.intervals {
		if i%checkEvery == 0 && ctx.Err() != nil {
			return run{}, fmt.Errorf("back-test of %s stopped: %w", r.policy, context.Cause(ctx))
		}
		in := policy.Input{Site: l.site, State: &state, Snapshot: cursor.at(i), Orders: orders}
		in.Snapshot.Outlook = seer.outlook(i)
		sells.step(i, in.Snapshot, in.Snapshot.Outlook)
		wish := p.Propose(in).Plan
		sells.hold(wish, in.Snapshot.Interval.Start)
		in.Explain = trace
		out := episode.Step(in, orders, wish)
		sells.reprice(&out.Next, in.Snapshot)
		settled = l.book(&r, out.Settled, settled)
		l.count(&r, i, &state, &out)
		meter := l.site.PlanMeterMW(out.Plan)
		l.bookLater(&r, i, settle.PeakCharge, unit.Dollars(-l.peaks.charge(l.intervals[i], meter)))
		l.bookLater(&r, i, settle.Certificates, l.proceeds(l.intervals[i], meter))
		state = out.Next
	}
	last, state := episode.Settle(l.site, state, cursor.end())
	if settled = l.book(&r, last, settled); settled != len(l.intervals) || len(state.Pending) > 0 {
		return run{}, fmt.Errorf("back-test of %s: %d of %d intervals settled: prices do not cover their intervals", r.policy, settled, len(l.intervals))
	}
	for i := 1; i < len(r.trace); i++ {
		r.trace[i].profit += r.trace[i-1].profit
	}
	return r, nil
}

// book adds settlements, which come in the order of the intervals, to the run;
// next is the first interval not settled yet.
func (l *timeline) book(r *run, settled []settle.Settlement, next int) int {
	for i := range settled {
		s := &settled[i]
		r.profit += s.Total
		r.daily[l.day[next]] += s.Total.USD()
		r.energy += s.MWh
		for j := range s.Lines {
			r.levers[s.Lines[j].Lever] += s.Lines[j].Amount
		}
		if r.trace != nil {
			r.trace[next].profit += s.Total.USD()
		}
		next++
	}
	return next
}

// bookLater enters what an interval turns out to cost or bring beside its settlement.
func (l *timeline) bookLater(r *run, i int, lever settle.Lever, amount unit.MicroUSD) {
	if amount == 0 {
		return
	}
	r.profit += amount
	r.daily[l.day[i]] += amount.USD()
	r.levers[lever] += amount
	if r.trace != nil {
		r.trace[i].profit += amount.USD()
	}
}

// proceeds is what sold certificates bring in an interval at a power at the meter.
func (l *timeline) proceeds(i unit.Interval, meter unit.MW) (sum unit.MicroUSD) {
	for k := range l.sales {
		sum += l.sales[k].Proceeds(i, meter)
	}
	return sum
}

// count adds what a step did.
func (l *timeline) count(r *run, i int, before *site.State, out *episode.Outcome) {
	hours := l.intervals[i].Length.Hours()
	granted := float64(out.Plan.MachineMW())
	r.granted += granted * hours
	for k := range l.site.Classes {
		r.most += float64(l.site.Classes[k].MaxMW()) * hours
		if out.Next.Classes[k].On && !before.Classes[k].On {
			r.starts++
		}
	}
	if r.trace == nil {
		return
	}
	r.trace[i].mw = float32(granted)
	for _, h := range out.Plan.Reserve {
		r.trace[i].held += float32(h.MW)
	}
	for _, reason := range out.Reasons {
		r.notes = append(r.notes, note{i, reason.Rule + ": " + reason.Text})
	}
}
