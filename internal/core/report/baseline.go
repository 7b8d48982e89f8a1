package report

import (
	"slices"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/episode"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/settle"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Prices is what was paid for hashrate and GPUs over time, oldest first: each
// value holds from its start until the next one's.
type Prices struct {
	Hashprice []market.Observation
	GPU       []market.Observation
}

// at is the newest observation that started by t, of those keep admits.
func at(of []market.Observation, t time.Time, keep func(market.Series) bool) (float64, bool) {
	for i := len(of) - 1; i >= 0; i-- {
		if !of[i].Interval.Start.After(t) && keep(of[i].Series) {
			return of[i].Value, true
		}
	}
	return 0, false
}

// Baselines works out, for every policy that was asked beside the one that was
// followed, what its proposals would have come to at the same settled prices,
// all sites together. A settled interval counts where the policy proposed
// something and the prices of that time are known.
func Baselines(details []SiteDetail) []Baseline {
	var names []string
	sums := make(map[string]*baselineSum)
	for i := range details {
		for name, sum := range siteBaselines(&details[i]) {
			if sums[name] == nil {
				sums[name] = &baselineSum{}
				names = append(names, name)
			}
			sums[name].plus(sum)
		}
	}
	slices.Sort(names)
	rows := make([]Baseline, 0, len(names))
	for _, name := range names {
		s := sums[name]
		rows = append(rows, Baseline{
			Policy: name, From: s.from, To: s.to, Intervals: s.count,
			NetUSD: s.net.USD(), ActualUSD: s.actual.USD(), DifferenceUSD: (s.actual - s.net).USD(),
		})
	}
	return rows
}

type baselineSum struct {
	from, to    time.Time
	count       int
	net, actual unit.MicroUSD
	last        site.Plan // of the interval before, to see what starts
	lastEnd     time.Time
}

func (b *baselineSum) plus(o *baselineSum) {
	if b.count == 0 || o.from.Before(b.from) {
		b.from = o.from
	}
	if o.to.After(b.to) {
		b.to = o.to
	}
	b.count += o.count
	b.net += o.net
	b.actual += o.actual
}

func siteBaselines(d *SiteDetail) map[string]*baselineSum {
	settled := make(map[unit.Interval]*settle.Settlement, len(d.Settled))
	for i := range d.Settled {
		settled[utc(d.Settled[i].Interval)] = &d.Settled[i]
	}
	decisions := slices.Clone(d.Decisions)
	slices.SortFunc(decisions, func(a, b episode.Decision) int { return a.Interval.Start.Compare(b.Interval.Start) })
	sums := make(map[string]*baselineSum)
	for i := range decisions {
		actual := settled[utc(decisions[i].Interval)]
		if actual == nil || isFast(decisions[i].Key) {
			continue
		}
		for _, p := range decisions[i].Proposals {
			if sums[p.Policy] == nil {
				sums[p.Policy] = &baselineSum{}
			}
			sums[p.Policy].interval(d, p.Plan, actual)
		}
	}
	for name, sum := range sums {
		if sum.count == 0 {
			delete(sums, name)
		}
	}
	return sums
}

// interval adds what a plan would have come to in an interval that has been
// settled otherwise.
func (b *baselineSum) interval(d *SiteDetail, plan site.Plan, actual *settle.Settlement) {
	metered, known := meteredAs(d, plan, actual.Interval)
	if !known {
		return
	}
	if b.lastEnd.Equal(actual.Interval.Start) {
		for i := range d.Site.Classes {
			c := &d.Site.Classes[i]
			metered.Starts += policy.StartUSD(c, b.last.ClassMW(c.ID), plan.ClassMW(c.ID))
		}
	}
	if b.count == 0 {
		b.from = actual.Interval.Start
	}
	b.last, b.lastEnd = plan, actual.Interval.End()
	b.net += settle.Interval(&d.Site, &metered, market.Quote{Value: actual.Price}, settle.Estimate).Total
	b.actual += actual.Total
	b.count++
	b.to = actual.Interval.End()
}

// meteredAs is an interval as the meters would show a plan that is followed to
// the letter.
func meteredAs(d *SiteDetail, plan site.Plan, i unit.Interval) (m site.Metered, known bool) {
	m = site.Metered{Interval: i, SiteMWh: d.Site.PlanMeterMW(plan).Over(i.Length), Plan: plan}
	for j := range d.Site.Classes {
		c := &d.Site.Classes[j]
		mined := plan.UseMW(c.ID, site.Mine)
		m.Classes = append(m.Classes, site.ClassMeter{
			Class: c.ID, MWh: c.DrawMW(plan.ClassMW(c.ID)).Over(i.Length), THs: c.HashrateAt(mined),
		})
		if plan.UseMW(c.ID, site.Infer) > 0 {
			usd, ok := at(d.Prices.GPU, i.Start, func(s market.Series) bool { return s.Key == c.Model })
			if ok {
				m.GPU = append(m.GPU, site.GPUPrice{Model: c.Model, USD: usd})
			} else if followsMarket(c, plan) {
				return m, false
			}
		}
		if mined > 0 {
			usd, ok := at(d.Prices.Hashprice, i.Start, func(market.Series) bool { return true })
			if !ok {
				return m, false
			}
			m.Hashprice = unit.USDPerPHDay(usd)
		}
	}
	return m, true
}

// followsMarket reports whether a plan serves a tier that is paid the market's
// price.
func followsMarket(c *site.Class, plan site.Plan) bool {
	for _, a := range plan.Allocations {
		if a.Class != c.ID || a.Use != site.Infer {
			continue
		}
		if tier, ok := c.Tier(a.Tier); ok && tier.USDPerGPUh == 0 {
			return true
		}
	}
	return false
}
