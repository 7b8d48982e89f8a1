package report

import "time"

// MarketCatalogue is every series with its newest value (GET /api/market).
type MarketCatalogue struct {
	At        time.Time      `json:"at_utc"`
	Simulated bool           `json:"simulated"`
	Series    []MarketSeries `json:"series"`
}

// MarketSeries is one series: [Value] with Name as the series' id.
type MarketSeries struct {
	Value
	Kind  string     `json:"kind"`
	Key   string     `json:"key"`
	Title string     `json:"title"` // for people
	Group string     `json:"group"` // prices, reserve, system, network, compute, other
	Count int64      `json:"count"` // observations stored
	First *time.Time `json:"first_utc"`
}

// SeriesData is a series in columns, for a chart (GET /api/market/series).
type SeriesData struct {
	Series    string     `json:"series"`
	Title     string     `json:"title"`
	Unit      string     `json:"unit"`
	From      time.Time  `json:"from_utc"`
	To        time.Time  `json:"to_utc"`
	StepS     float64    `json:"step_s"` // seconds per point when thinned; 0: as stored
	Source    string     `json:"source"`
	Simulated bool       `json:"simulated"`
	StartS    []int64    `json:"start_s"` // Unix seconds
	Values    []*float64 `json:"values"`  // mean of each point
	Min       []*float64 `json:"min"`
	Max       []*float64 `json:"max"`
}
