package report

import (
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/episode"
)

// Allocation is what every megawatt does now (GET /api/allocation).
type Allocation struct {
	Start     *time.Time       `json:"interval_start_utc"` // of the newest decision; null before the first
	Simulated bool             `json:"simulated"`
	Sites     []SiteAllocation `json:"sites"`
}

// SiteAllocation is one site's part of an [Allocation].
type SiteAllocation struct {
	Site    string      `json:"site"`
	Uses    []UseAmount `json:"uses"`
	Reasons []Reason    `json:"reasons"`
}

// UseAmount is the power of a class in a use and what it earns at the prices
// of the decision, after energy and before start costs. Rows of one class,
// off included, add up to the class's greatest power.
type UseAmount struct {
	Use     string   `json:"use"`
	Class   string   `json:"class"`
	PowerMW float64  `json:"power_mw"`
	USDPerH *float64 `json:"usd_per_h"` // null where a price is not known
}

// Timeline is the history of allocations in columns, one row per decision of a
// control interval, oldest first (GET /api/timeline).
type Timeline struct {
	Site      string           `json:"site"`
	Simulated bool             `json:"simulated"`
	From      time.Time        `json:"from_utc"`
	To        time.Time        `json:"to_utc"`
	Keys      []string         `json:"keys"`    // decision keys, for the drawer
	StartS    []int64          `json:"start_s"` // Unix seconds
	MineMW    []float64        `json:"mine_mw"`
	InferMW   []float64        `json:"infer_mw"`
	GridMW    []float64        `json:"grid_mw"`
	OffMW     []float64        `json:"off_mw"`
	ReserveMW []float64        `json:"reserve_mw"`        // lies over mine and infer, not beside them
	PriceUSD  []*float64       `json:"price_usd_per_mwh"` // as settled; null until then
	NetUSD    []*float64       `json:"net_usd"`           // of the interval, as settled; null until then
	Markers   []TimelineMarker `json:"markers"`
	Truncated bool             `json:"truncated"` // older rows were left out by the limit
}

// TimelineMarker is something worth a mark on the timeline.
type TimelineMarker struct {
	StartS int64  `json:"start_s"`
	Key    string `json:"key"`  // decision key
	Kind   string `json:"kind"` // instruction, override, stop, degraded, late
	Text   string `json:"text"`
}

// AllocationOf shows the newest decision of each site.
func AllocationOf(newest []episode.Decision) Allocation {
	a := Allocation{Sites: make([]SiteAllocation, 0, len(newest))}
	for i := range newest {
		d := &newest[i]
		if a.Start == nil || d.Interval.Start.After(*a.Start) {
			a.Start = instant(d.Interval.Start)
		}
		a.Simulated = a.Simulated || d.Simulated
		row := SiteAllocation{Site: d.Site, Uses: []UseAmount{}, Reasons: reasonsOf(d.Reasons)}
		for _, e := range Earnings(&d.Input.Site, &d.Input.Snapshot, d.Plan) {
			row.Uses = append(row.Uses, UseAmount{Use: string(e.Use), Class: e.Class, PowerMW: float64(e.MW), USDPerH: e.Net()})
		}
		a.Sites = append(a.Sites, row)
	}
	return a
}
