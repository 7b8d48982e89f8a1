package report

import "time"

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
	Uses      []UseROI   `json:"uses"`   // mine, infer, grid, off; nets add up to net_usd
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
	Settled    int      `json:"settled_intervals"`
	Measured   int      `json:"measured_intervals"`  // metered; the rest stand on planned power
	Estimates  int      `json:"estimate_intervals"`  // version "estimate"
	Statements int      `json:"statement_intervals"` // version "initial" and later
	Pending    int      `json:"pending_intervals"`   // decided, not settled yet
	PendingUSD *float64 `json:"pending_usd"`         // expected of the pending ones; null where a price is not known
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
