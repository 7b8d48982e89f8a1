// Package reporttest makes stored records for tests of views and of what serves
// them: a small site, its snapshot, decisions made by the real policies, and
// their settlements.
//
// It is for tests only.
package reporttest

import (
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/episode"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/report"
	"github.com/pouw-dem/pouwdem/internal/core/settle"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Hashprice is what the fixture's snapshots show, $/PH/day.
const Hashprice = 40.0

// GPUHour is what they show for the site's GPU model, $/GPU-h.
const GPUHour = 2.5

// Site is 7 MW of miners at 17.5 J/TH and 0.7 MW of GPUs on an index contract.
func Site() site.Site {
	return site.Site{
		ID: "west-1", Name: "West 1", Point: "LZ_WEST",
		Limits: site.Limits{SiteMW: 9, AuxMW: 0.1, AuxShare: 0.03},
		Classes: []site.Class{
			{
				ID: "asic", Kind: site.ASIC, Model: "S21", Units: 2000, PoolFee: 0.02, StartUSD: 50,
				Levels: []site.Level{{Name: "sleep", Watts: 15}, {Name: "normal", Watts: 3500, THs: 200}},
			},
			{
				ID: "gpu", Kind: site.GPU, Model: "H100", Units: 500,
				Levels: []site.Level{{Name: "idle", Watts: 100}, {Name: "full", Watts: 1400}},
				Tiers:  []site.Tier{{Name: "market", MaxMW: 0.7, Factor: 0.8, Fee: 0.1, Fill: 0.5}},
			},
		},
		Contract: site.Contract{Kind: site.Index},
		Adders:   site.Adders{LossFactor: 0.02, Retail: 1},
	}
}

// Snapshot is the outside as known at the start of an interval, with the
// settlement point price and every coming day-ahead hour at price $/MWh.
func Snapshot(i unit.Interval, price float64) market.Snapshot {
	quote := func(value float64, start time.Time, length time.Duration, source string) market.Quote {
		return market.Quote{Value: value, Start: start, Length: length, Known: start.Add(length), Source: source, Simulated: true}
	}
	quarter := unit.IntervalAt(i.Start, unit.Settlement).Prev()
	snap := market.Snapshot{Interval: i, AsOf: i.Start.Add(20 * time.Second), Point: "LZ_WEST"}
	snap.SPP = quote(price, quarter.Start, quarter.Length, "ercot/np6-905-cd")
	snap.Settled = []market.Quote{snap.SPP}
	snap.SCED = []market.Quote{quote(price, i.Start, 0, "ercot/np6-788-cd")}
	hour := i.Start.Truncate(time.Hour)
	for n := range 30 {
		q := quote(price, hour.Add(time.Duration(n)*time.Hour), time.Hour, "ercot/np4-190-cd")
		q.Known = hour.Add(-10 * time.Hour)
		snap.DayAhead = append(snap.DayAhead, q)
	}
	snap.System.RenewableShare = quote(0.41, i.Start, 0, "ercot/fuel-mix")
	snap.System.PRC = quote(6500, i.Start, 0, "ercot/daily-prc")
	snap.System.EEA = quote(0, i.Start, 0, "ercot/daily-prc")
	snap.Network.BTCUSD = quote(90_000, i.Start, 0, "mempool/prices")
	snap.Network.Hashprice = quote(Hashprice, i.Start, 0, "derived")
	snap.Outlook = outlook(quarter.End(), price)
	snap.GPU = []market.Keyed{{Key: "H100", Quote: quote(GPUHour, i.Start, 0, "gpu-market")}}
	return snap
}

// outlook is a forecast of the price that was done half a minute after the
// quarter of an hour before the first: four quarters, then an hour.
func outlook(first time.Time, price float64) *market.Outlook {
	o := &market.Outlook{
		Model: "intraday", Source: "forecaster", Data: "5eed", At: first, Known: first.Add(30 * time.Second), Simulated: true,
		First: first, Levels: []float64{0.1, 0.5, 0.9}, Paths: [][]float64{{}, {}},
	}
	for n, minutes := range []int{15, 15, 15, 15, 60} {
		p := price + float64(n)
		o.Minutes, o.Point = append(o.Minutes, minutes), append(o.Point, p)
		o.Quantiles = append(o.Quantiles, []float64{p - 5, p, p + 12})
		for i, by := range []float64{-3, 4} {
			o.Paths[i] = append(o.Paths[i], p+by)
		}
	}
	return o
}

// Council is the threshold policy, with the others asked for the record.
func Council() episode.Council {
	return episode.Council{
		Champion: policy.Threshold{}, Params: []byte(`{"hysteresis":0}`), Degraded: policy.Degraded{},
		Baselines: []policy.Policy{policy.Threshold{}, policy.DayAhead{}, policy.Lag1{}, policy.Always{}},
	}
}

// Decision is what the threshold policy decides for the site at a price, from a
// state in which everything runs.
func Decision(i unit.Interval, price float64) episode.Decision {
	s := Site()
	in := episode.Input{Site: s, State: s.InitialState(i.Start, true), Snapshot: Snapshot(i, price)}
	d, _ := episode.Decide(in, Council(), i.Start.Add(21*time.Second))
	return d
}

// Decisions are n decisions in a row up to the interval of last, oldest first,
// at prices that go up and down between 10 and 150 $/MWh.
func Decisions(last unit.Interval, n int) []episode.Decision {
	all := make([]episode.Decision, 0, n)
	for k := range n {
		i := unit.Interval{Start: last.Start.Add(-time.Duration(n-1-k) * last.Length), Length: last.Length}
		all = append(all, Decision(i, 10+float64(k*37%140)))
	}
	return all
}

// Settled is what a decision came to, followed to the letter.
func Settled(d *episode.Decision) settle.Settlement {
	s, plan := &d.Input.Site, d.Plan
	m := site.Metered{
		Interval: d.Interval, SiteMWh: s.PlanMeterMW(plan).Over(d.Interval.Length), Measured: true, Simulated: true,
		Plan: plan, Hashprice: Hashprice, GPU: []site.GPUPrice{{Model: "H100", USD: GPUHour}},
	}
	for i := range s.Classes {
		c := &s.Classes[i]
		m.Classes = append(m.Classes, site.ClassMeter{
			Class: c.ID, MWh: c.DrawMW(plan.ClassMW(c.ID)).Over(d.Interval.Length), THs: c.HashrateAt(plan.UseMW(c.ID, site.Mine)),
		})
	}
	return settle.Interval(s, &m, d.Input.Snapshot.SPP, settle.Estimate)
}

// Sums adds settlements up by hour, as a store does.
func Sums(settled []settle.Settlement) []report.Sum {
	var sums []report.Sum
	at := make(map[report.Sum]int)
	for _, s := range settled {
		for _, l := range s.Lines {
			key := report.Sum{
				Start: s.Interval.Start.Truncate(time.Hour), Site: s.Site, Lever: l.Lever, Use: l.Use, Class: l.Class, Simulated: s.Simulated,
			}
			n, seen := at[key]
			if !seen {
				n = len(sums)
				at[key] = n
				sums = append(sums, key)
			}
			sums[n].Amount += l.Amount
			sums[n].MWh += l.MWh
		}
	}
	return sums
}
