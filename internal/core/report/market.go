package report

import (
	"cmp"
	"slices"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/market"
)

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

// SeriesInfo is what is stored of a series.
type SeriesInfo struct {
	Newest market.Observation
	Count  int64
	First  time.Time // start of the oldest observation
}

// Point is one point of a thinned series: the mean and the extremes of what it
// stands for.
type Point struct {
	Start          time.Time
	Mean, Min, Max float64
	Simulated      bool
}

// CatalogueOf shows every series with its newest value, by group and name.
func CatalogueOf(at time.Time, infos []SeriesInfo, limits market.Limits) MarketCatalogue {
	c := MarketCatalogue{At: at, Series: make([]MarketSeries, 0, len(infos))}
	for _, info := range infos {
		o := info.Newest
		limit, limited := limits[o.Series.Kind]
		quote := market.Quote{
			Value: o.Value, Start: o.Interval.Start, Length: o.Interval.Length, Known: o.Known,
			Source: o.Source, Simulated: o.Simulated,
			Stale: limited && at.Sub(o.Interval.End()) > limit,
		}
		title, group := describe(o.Series)
		c.Series = append(c.Series, MarketSeries{
			Value: Of(o.Series.String(), o.Series.Kind.Unit(), quote, at),
			Kind:  string(o.Series.Kind), Key: o.Series.Key, Title: title, Group: group,
			Count: info.Count, First: instant(info.First),
		})
		c.Simulated = c.Simulated || o.Simulated
	}
	slices.SortFunc(c.Series, func(a, b MarketSeries) int {
		return cmp.Or(cmp.Compare(groupRank(a.Group), groupRank(b.Group)), cmp.Compare(a.Name, b.Name))
	})
	return c
}

// SeriesOf puts the points of a series into columns. source is where its newest
// value came from.
func SeriesOf(s market.Series, source string, from, to time.Time, step time.Duration, points []Point) SeriesData {
	title, _ := describe(s)
	data := SeriesData{
		Series: s.String(), Title: title, Unit: s.Kind.Unit(), Source: source, From: from, To: to, StepS: step.Seconds(),
		StartS: make([]int64, 0, len(points)), Values: make([]*float64, 0, len(points)),
		Min: make([]*float64, 0, len(points)), Max: make([]*float64, 0, len(points)),
	}
	for _, p := range points {
		data.StartS = append(data.StartS, p.Start.Unix())
		data.Values = append(data.Values, number(p.Mean))
		data.Min = append(data.Min, number(p.Min))
		data.Max = append(data.Max, number(p.Max))
		data.Simulated = data.Simulated || p.Simulated
	}
	return data
}

// describe is a series in words, and the group it is listed under.
func describe(s market.Series) (title, group string) {
	title, group = describeKind(s.Kind)
	if s.Key != "" {
		title += ", " + s.Key
	}
	return title, group
}

func describeKind(k market.Kind) (title, group string) {
	switch k {
	case market.RTSPP:
		return "Real-time settlement point price", "prices"
	case market.RTLMP:
		return "Real-time LMP by SCED run", "prices"
	case market.DASPP:
		return "Day-ahead settlement point price", "prices"
	case market.SystemLambda:
		return "System lambda", "prices"
	case market.DAMCPC:
		return "Day-ahead capacity price", "reserve"
	case market.RTMCPC:
		return "Real-time capacity price by SCED run", "reserve"
	case market.RTMCPC15:
		return "Real-time capacity price, 15 min", "reserve"
	case market.RTDMCPC:
		return "Indicative capacity price", "reserve"
	case market.Load:
		return "System demand", "system"
	case market.LoadForecast:
		return "Load forecast", "system"
	case market.Wind:
		return "Wind generation", "system"
	case market.WindForecast:
		return "Wind forecast", "system"
	case market.Solar:
		return "Solar generation", "system"
	case market.SolarForecast:
		return "Solar forecast", "system"
	case market.FuelMix:
		return "Generation by fuel", "system"
	case market.RenewableShare:
		return "Renewable share of generation", "system"
	case market.Capacity:
		return "Available capacity", "system"
	case market.PRC:
		return "Physical responsive capability", "system"
	case market.EEA:
		return "Energy emergency alert level", "system"
	case market.GridMargin:
		return "Margin to the nearest violation, network study", "system"
	case market.GridPrice:
		return "Nodal price, network study", "system"
	}
	return describeCompute(k)
}

func describeCompute(k market.Kind) (title, group string) {
	switch k {
	case market.BTCUSD:
		return "Bitcoin price", "network"
	case market.Difficulty:
		return "Difficulty", "network"
	case market.DiffChange:
		return "Projected difficulty change", "network"
	case market.Hashrate:
		return "Network hashrate", "network"
	case market.BlockHeight:
		return "Block height", "network"
	case market.BlockFees:
		return "Fees per block", "network"
	case market.FeeRate:
		return "Recommended fee rate", "network"
	case market.HashpriceUSD:
		return "Hashprice", "network"
	case market.CertificateUSD:
		return "Stability certificates sold", "network"
	case market.GPUHour:
		return "GPU rental price", "compute"
	case market.TokenUSD:
		return "Price of tokens", "compute"
	case market.MARAEnergy:
		return "MARA energy price", "compute"
	case market.MARAHash:
		return "MARA hash price", "compute"
	case market.MARAToken:
		return "MARA token price", "compute"
	}
	return string(k), "other"
}

func groupRank(group string) int {
	return slices.Index([]string{"prices", "reserve", "system", "network", "compute", "other"}, group)
}
