package report

import (
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/episode"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/settle"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// ROI is what each use has earned over a window (GET /api/roi).
type ROI struct {
	Site      string     `json:"site"` // empty: all sites
	Window    string     `json:"window"`
	From      time.Time  `json:"from_utc"`
	To        time.Time  `json:"to_utc"`
	Simulated bool       `json:"simulated"`
	Bucket    string     `json:"bucket"`  // hour or day
	StartS    []int64    `json:"start_s"` // bucket starts, Unix seconds, oldest first
	NetUSD    float64    `json:"net_usd"`
	MWh       float64    `json:"mwh"`
	Uses      []UseROI   `json:"uses"`   // mine, infer, grid, reserve, off; nets add up to net_usd
	Levers    []LeverSum `json:"levers"` // amounts add up to net_usd
	Realised  Realised   `json:"realised"`
	Baselines []Baseline `json:"baselines"`
}

// UseROI is one use's money with its running total per bucket.
type UseROI struct {
	UseWindow
	Cumulative []float64 `json:"cumulative_usd"` // at the end of each bucket
}

// LeverSum is the sum of one settlement lever: positive is earned, negative is
// paid. The negative ones are the cost split.
type LeverSum struct {
	Lever     string  `json:"lever"`
	AmountUSD float64 `json:"amount_usd"`
}

// Realised says how firm the sums are.
type Realised struct {
	From       time.Time `json:"from_utc"` // intervals are counted from here; sums may reach further back
	Settled    int       `json:"settled_intervals"`
	Measured   int       `json:"measured_intervals"`  // metered; the rest stand on planned power
	Estimates  int       `json:"estimate_intervals"`  // version "estimate"
	Statements int       `json:"statement_intervals"` // version "initial" and later
	Pending    int       `json:"pending_intervals"`   // decided, not settled yet
	PendingUSD *float64  `json:"pending_usd"`         // expected of the pending ones; null where a price is not known
}

// Baseline is what another policy's recorded proposals would have come to at
// the same settled prices, over the part of the window that it could be worked
// out for. Starts are charged by the same rule; Guard is not run again.
type Baseline struct {
	Policy        string    `json:"policy"`
	From          time.Time `json:"from_utc"`
	To            time.Time `json:"to_utc"`
	Intervals     int       `json:"intervals"` // settled intervals with a proposal of this policy
	NetUSD        float64   `json:"net_usd"`
	ActualUSD     float64   `json:"actual_usd"`     // the site's own net over the same intervals
	DifferenceUSD float64   `json:"difference_usd"` // actual minus baseline
}

// ROIInput is what [ROIOf] works from.
type ROIInput struct {
	At     time.Time
	Site   string // empty: all sites
	Window string
	From   time.Time
	Bucket string // hour or day
	Sums   []Sum  // settled, by bucket, from From on
	// Detailed is where Details begin: single intervals are only looked at over
	// the last part of long windows.
	Detailed time.Time
	Details  []SiteDetail
}

// SiteDetail is one site's single intervals.
type SiteDetail struct {
	Site      site.Site
	Newest    *episode.Decision // with its input; nil before the first
	Decisions []episode.Decision
	Settled   []settle.Settlement // newest version of each
	Prices    Prices
}

// ROIOf adds up what each use earned.
func ROIOf(in ROIInput) ROI {
	roi := ROI{
		Site: in.Site, Window: in.Window, From: in.From, To: in.At, Bucket: in.Bucket,
		StartS: []int64{}, Levers: leverSums(in.Sums), Baselines: []Baseline{},
	}
	starts, uses := bucketed(in.Sums)
	var running useAmounts
	cumulative := make([][]float64, useCount)
	for i, start := range starts {
		running.plus(uses[i])
		roi.StartS = append(roi.StartS, start.Unix())
		for u := range cumulative {
			cumulative[u] = append(cumulative[u], (running[u].revenue + running[u].cost).USD())
		}
	}
	roi.NetUSD, roi.MWh = running.net().USD(), float64(running.mwh())
	for u, row := range running.view() {
		if cumulative[u] == nil {
			cumulative[u] = []float64{}
		}
		roi.Uses = append(roi.Uses, UseROI{UseWindow: row, Cumulative: cumulative[u]})
	}
	roi.Realised = realised(in)
	roi.Baselines = Baselines(in.Details)
	for i := range in.Sums {
		roi.Simulated = roi.Simulated || in.Sums[i].Simulated
	}
	return roi
}

func leverSums(sums []Sum) []LeverSum {
	levers := settle.Levers()
	rows := make([]LeverSum, 0, len(levers))
	for _, lever := range levers {
		var amount unit.MicroUSD
		for i := range sums {
			if sums[i].Lever == lever {
				amount += sums[i].Amount
			}
		}
		rows = append(rows, LeverSum{Lever: string(lever), AmountUSD: amount.USD()})
	}
	return rows
}

func realised(in ROIInput) Realised {
	r := Realised{From: in.Detailed, PendingUSD: number(0)}
	for i := range in.Details {
		d := &in.Details[i]
		for j := range d.Settled {
			s := &d.Settled[j]
			r.Settled++
			if s.Measured {
				r.Measured++
			}
			if s.Version == settle.Estimate {
				r.Estimates++
			} else {
				r.Statements++
			}
		}
		count, usd := pending(d.Newest, in.At)
		r.Pending += count
		r.PendingUSD = total(r.PendingUSD, usd)
	}
	return r
}

// pending is the intervals that ended without a settlement price before the
// newest decision, and what they come to at the price expected now.
func pending(d *episode.Decision, at time.Time) (count int, usd *float64) {
	if d == nil {
		return 0, number(0)
	}
	s, snap := &d.Input.Site, &d.Input.Snapshot
	var sum unit.MicroUSD
	expected, known := expectedPrice(s, snap)
	for i := range d.Input.State.Pending {
		m := &d.Input.State.Pending[i]
		if m.Interval.End().After(at) {
			continue
		}
		count++
		price, settled := snap.SettledFor(m.Interval.Start)
		if !settled {
			price = market.Quote{Value: float64(expected)}
		}
		if !settled && !known {
			return count, nil
		}
		sum += settle.Interval(s, m, price, settle.Estimate).Total
	}
	return count, number(sum.USD())
}
