package backtest

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
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
	// TuneDays is the fewest operating days to tune on; 0: 28.
	TuneDays int
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
	Notes     []string       // what a reader of the report must know of the data
}

// Named are the policies of the given names that are run beside threshold and
// oracle: always, lag1 and dayahead. The two that always run are accepted and
// add nothing.
func Named(names []string) ([]policy.Policy, error) {
	known := map[string]policy.Policy{"always": policy.Always{}, "lag1": policy.Lag1{}, "dayahead": policy.DayAhead{}}
	var list []policy.Policy
	seen := map[string]bool{"threshold": true, "oracle": true}
	for _, name := range names {
		name = strings.TrimSpace(name)
		if seen[name] {
			continue
		}
		p, ok := known[name]
		if !ok {
			return nil, fmt.Errorf("policy %q is unknown: want always, lag1, threshold, dayahead or oracle", name)
		}
		seen[name] = true
		list = append(list, p)
	}
	return list, nil
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
	if err := st.Site.Validate(); err != nil {
		return Report{}, fmt.Errorf("back-test of %s: %w", st.Site.ID, err)
	}
	line, err := newTimeline(st, st.From.Start(), st.To.Next().Start())
	if err != nil {
		return Report{}, fmt.Errorf("back-test of %s, %s to %s: %w", st.Site.ID, st.From, st.To, err)
	}
	params, tuning, err := Tune(ctx, st)
	if err != nil {
		return Report{}, err
	}
	oracle := policy.Oracle(line.foresight())
	all := append([]policy.Policy(nil), st.Policies...)
	all = append(all, policy.Threshold{Params: params}, oracle)
	runs := make([]run, len(all))
	for i, p := range all {
		if runs[i], err = line.run(ctx, p, st.Trace); err != nil {
			return Report{}, err
		}
	}
	report := line.report(st, runs)
	report.Tuning = tuning
	report.Notes = append(report.Notes, oracle.Notes...)
	return report, nil
}
