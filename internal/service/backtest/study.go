package backtest

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/policy/mpc"
	"github.com/pouw-dem/pouwdem/internal/core/settle"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Study is a question: what would these policies have earned at this site in
// these days.
type Study struct {
	Site     *site.Site
	From, To unit.Day // operating days, both included
	Data     Data
	// Step is the length of an interval, no shorter than the data's: prices are
	// then averaged over it. 0: as the data.
	Step time.Duration
	// Policies are run beside threshold and oracle, which always are.
	Policies []policy.Policy
	// Threshold are the threshold policy's parameters; nil: tuned on the data
	// before From.
	Threshold *policy.ThresholdParams
	// Floor is the price of the static rule's reserve offers where Threshold is
	// given, $/MW-h: see [Tuning].
	Floor float64
	// TuneDays is the fewest operating days to tune on; 0: 28.
	TuneDays int
	// Levers are what is played; none: energy and inference.
	Levers Levers
	// Forecast is what policies that look ahead are given.
	Forecast Forecast
	// Lag is how long after its end a price shows.
	Lag time.Duration
	// Follow is the share of what energy costs above its day-ahead price by which the
	// real-time price of reserve is assumed to be above its own, 0 to 1.
	Follow float64
	// Trace keeps every interval of the report's runs, for charts.
	Trace bool
}

// Data is the recorded outside, each series in time order.
type Data struct {
	Spot      []market.Quote // settlement point prices, 5, 15 or 60 minutes; visible once ended
	DayAhead  []market.Quote // visible from Known on
	Hashprice []market.Quote // one per operating day, in force on that day
	Reserve   []market.Keyed // day-ahead capacity prices by product
	GPU       []market.Keyed // $/GPU-h by model
	Load      []market.Quote // MW
	EEA       []market.Quote // emergency level, each in force from its start on
	Sales     []settle.Sale  // of certificates, of any sites
	Notes     []string       // what a reader of the report must know of the data
	Outlooks  *Outlooks      // forecasts that were made on it; nil: each policy's are made anew
}

// Named are the policies of the given names that are run beside threshold and
// oracle: always, lag1, dayahead, mpc, and greedy, which gives every megawatt to
// what pays best at the newest price, as lag1 does, and buys back reserve by it. The two that always run are
// accepted and add nothing. follow is what mpc expects of real-time reserve prices,
// see [Study.Follow].
func Named(names []string, follow float64) ([]policy.Policy, error) {
	known := map[string]policy.Policy{
		"always": policy.Always{}, "lag1": policy.Lag1{}, "dayahead": policy.DayAhead{}, "greedy": greedy{}, mpc.Name: mpc.Policy{Params: mpc.Params{Follow: follow}},
	}
	var list []policy.Policy
	seen := map[string]bool{"threshold": true, "oracle": true}
	for _, name := range names {
		name = strings.TrimSpace(name)
		if seen[name] {
			continue
		}
		p, ok := known[name]
		if !ok {
			return nil, fmt.Errorf("policy %q is unknown: want always, greedy (or lag1), threshold, dayahead, mpc or oracle", name)
		}
		seen[name] = true
		list = append(list, p)
	}
	return list, nil
}

// greedy is lag1 with the simplest rule for reserve that was sold day ahead: energy
// counts as so much cheaper as buying the reserve back would cost.
type greedy struct{ policy.Lag1 }

func (greedy) Name() string   { return "greedy" }
func (greedy) BuysBack() bool { return true }

func (g greedy) Propose(in policy.Input) policy.Proposal {
	snap := *in.Snapshot
	if in.Orders != nil {
		snap.SPP.Value -= backPrice(in.Orders.DayAhead, snap.Interval.Start)
	}
	in.Snapshot = &snap
	p := g.Lag1.Propose(in)
	p.Policy = g.Name()
	return p
}

// WithGPUs is a quick site of which a share of the power are GPUs instead of
// miners, at stated prices: H100s of 1.59 kW all in, two fifths of them sold at
// 2.49 $/GPU-h, two fifths offered as interruptible at half of that, of which
// seven tenths find a buyer, and a fifth for batch work at 0.50 $/GPU-h, of which
// nine tenths do; a marketplace takes a fifth of the latter two.
func WithGPUs(s site.Site, share float64) (site.Site, error) {
	if !(share >= 0 && share < 1) {
		return s, fmt.Errorf("quick study: a share of %g of GPUs: want 0 to below 1", share)
	}
	if share == 0 {
		return s, nil
	}
	s.Classes = append([]site.Class(nil), s.Classes...)
	miner := &s.Classes[0]
	whole := miner.MaxMW()
	miner.Levels = append([]site.Level(nil), miner.Levels...)
	for i := range miner.Levels {
		miner.Levels[i].Watts *= 1 - share
		miner.Levels[i].THs *= unit.THs(1 - share)
	}
	miner.StartUSD *= 1 - share
	mw := whole * unit.MW(share)
	const watts = 1590
	units := max(1, int(float64(mw)*1e6/watts))
	s.Classes = append(s.Classes, site.Class{
		ID: "gpu", Kind: site.GPU, Model: "H100 SXM5", Units: units,
		Levels: []site.Level{{Name: "idle", Watts: 0.1 * watts}, {Name: "full", Watts: float64(mw) * 1e6 / float64(units)}},
		Tiers: []site.Tier{
			{Name: "sold", MaxMW: 0.4 * mw, USDPerGPUh: 2.49, Fill: 1, Sold: true, Penalty: 5000},
			{Name: "interruptible", MaxMW: 0.4 * mw, USDPerGPUh: 1.245, Fee: 0.2, Fill: 0.7},
			{Name: "batch", MaxMW: 0.2 * mw, USDPerGPUh: 0.5, Fee: 0.2, Fill: 0.9},
		},
	})
	s.Name = fmt.Sprintf("%s, %.0f %% of it GPUs", s.Name, 100*share)
	return s, nil
}

// Quick is a site for a study without a site file: one class of machines at
// full power or off, all energy at the settlement point's price plus an adder.
// mw is the power of the machines, jth their efficiency, start what it costs to
// wake all of them ($), fee the pool's fraction.
func Quick(point string, mw unit.MW, jth unit.JPerTH, start, fee float64, adder unit.USDPerMWh) (site.Site, error) {
	switch {
	case point == "":
		return site.Site{}, errors.New("quick study: a settlement point such as LZ_WEST is required")
	case !(mw > 0) || mw > 10_000:
		return site.Site{}, fmt.Errorf("quick study: power of %g MW: want more than 0, at most 10,000", float64(mw))
	case !(jth > 0) || jth > 10_000:
		return site.Site{}, fmt.Errorf("quick study: efficiency of %g J/TH: want more than 0, at most 10,000", float64(jth))
	case !(start >= 0) || start > 1e9:
		return site.Site{}, fmt.Errorf("quick study: start cost of %g $: want 0 or more", start)
	case !(fee >= 0 && fee < 1):
		return site.Site{}, fmt.Errorf("quick study: pool fee of %g: want a fraction from 0 to below 1", fee)
	case !(adder >= -1000 && adder <= 1000):
		return site.Site{}, fmt.Errorf("quick study: adder of %g $/MWh: want -1,000 to 1,000", float64(adder))
	}
	watts := float64(mw) * 1e6
	return site.Site{
		ID: "quick", Name: fmt.Sprintf("%g MW of %g J/TH at %s", float64(mw), float64(jth), point), Point: point,
		Limits: site.Limits{SiteMW: mw},
		Classes: []site.Class{{
			ID: "asic", Kind: site.ASIC, Model: fmt.Sprintf("%g J/TH", float64(jth)), Units: 1,
			Levels: []site.Level{
				{Name: "asleep"},
				{Name: "rated", Watts: watts, THs: unit.THs(watts / float64(jth))},
			},
			StartUSD: start, PoolFee: fee,
		}},
		Contract: site.Contract{Kind: site.Index},
		Adders:   site.Adders{Retail: adder},
	}, nil
}

// Run answers a study.
func Run(ctx context.Context, st Study) (Report, error) {
	st, err := st.settled()
	if err != nil {
		return Report{}, err
	}
	line, err := newTimeline(st, st.From.Start(), st.To.Next().Start())
	if err != nil {
		return Report{}, fmt.Errorf("back-test of %s, %s to %s: %w", st.Site.ID, st.From, st.To, err)
	}
	params, tuning, err := Tune(ctx, st)
	if err != nil {
		return Report{}, err
	}
	if line.peaks, err = line.newPeaks(line.margin()); err != nil {
		return Report{}, fmt.Errorf("back-test of %s: %w", st.Site.ID, err)
	}
	oracle := policy.Oracle(line.foresight())
	st.Policies = append(slices.Clone(st.Policies), policy.Threshold{Params: params})
	runs, err := line.all(ctx, st, tuning.ReserveFloor, oracle)
	if err != nil {
		return Report{}, err
	}
	report := line.report(st, runs)
	report.Tuning = tuning
	report.Notes = append(report.Notes, oracle.Notes...)
	return report, nil
}

// settled is a study that has been checked, with its site as its levers leave it.
func (st Study) settled() (Study, error) {
	if err := st.Site.Validate(); err != nil {
		return st, fmt.Errorf("back-test of %s: %w", st.Site.ID, err)
	}
	if st.Levers == (Levers{}) {
		st.Levers = usualLevers()
	}
	if st.Levers.Reserve && len(st.Data.Reserve) == 0 {
		return st, errors.New("lever as: no day-ahead capacity prices; give a file of them, or leave the lever out")
	}
	if !(st.Follow >= 0 && st.Follow <= 1) {
		return st, fmt.Errorf("real-time reserve follows energy by a share of %g: want 0 to 1", st.Follow)
	}
	if st.Lag < 0 || st.Lag > 3*time.Hour {
		return st, fmt.Errorf("a lag of %s: want 0 to 3h", st.Lag)
	}
	s, err := st.Levers.Subject(st.Site)
	if err != nil {
		return st, err
	}
	st.Site = s
	return st, nil
}

// all runs the study's policies, then the oracle.
func (l *timeline) all(ctx context.Context, st Study, floor float64, oracle *policy.Schedule) ([]run, error) {
	var contestants []contestant
	var learned factor
	for _, p := range st.Policies {
		looks := looksAhead(p)
		if looks && learned.grid == nil {
			learned = st.beforehand()
		}
		c := contestant{policy: p, sell: selling{floor: floor, ahead: looks, back: buysBack(p), learned: learned}, ahead: st.Forecast, looks: looks}
		if _, always := p.(policy.Always); l.peaks != nil && !looks && !always {
			c.policy = shedding{p, l.peaks}
		}
		contestants = append(contestants, c)
	}
	contestants = append(contestants, contestant{policy: oracle, sell: selling{known: oracle, back: true}})
	runs := make([]run, len(contestants))
	for i, c := range contestants {
		if !st.Levers.Energy {
			c.policy = kept{c.policy}
		}
		var err error
		if runs[i], err = l.run(ctx, c, st.Trace); err != nil {
			return nil, err
		}
	}
	return runs, nil
}

// forward is a policy that is given a forecast where it says that it looks ahead.
type forward interface{ LooksAhead() bool }

func looksAhead(p policy.Policy) bool {
	f, ok := p.(forward)
	return ok && f.LooksAhead()
}

// buyer is a policy that says that it buys back reserve which it sold day ahead.
type buyer interface{ BuysBack() bool }

func buysBack(p policy.Policy) bool {
	b, ok := p.(buyer)
	return ok && b.BuysBack()
}

// margin is what a MW at the meter earns an hour by mining, on the mean of the
// timeline's first week: what being off for an hour costs.
func (l *timeline) margin() float64 {
	f := l.foresight()
	earned, mwh := 0.0, 0.0
	for i := range f.Moments {
		if f.Moments[i].Interval.Start.Sub(f.Moments[0].Interval.Start) > 7*24*time.Hour {
			break
		}
		for k := range l.site.Classes {
			c := &l.site.Classes[k]
			if !c.Mines() {
				continue
			}
			spp := float64(l.site.MarginalEnergy(f.Moments[i].SPP)) / (1 + l.site.Limits.AuxShare)
			even := float64(policy.BreakEven(c, f.Moments[i].Hashprice)) / (1 + l.site.Limits.AuxShare)
			earned += float64(c.MaxMW()) * max(0, even-spp)
			mwh += float64(c.MaxMW())
		}
	}
	if mwh == 0 {
		return 0
	}
	return earned / mwh
}
