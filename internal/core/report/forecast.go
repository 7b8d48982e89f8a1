package report

import "time"

// Forecasts are the newest of each settlement point.
type Forecasts struct {
	Simulated bool            `json:"simulated"`
	Points    []PointForecast `json:"points"`
}

// PointForecast is the forecast of one settlement point's real-time price, with
// the prices before it and how forecasts have done since the process started and
// in the two weeks that it learned from.
type PointForecast struct {
	Point      string          `json:"point"`
	Status     string          `json:"status" enum:"waiting,ok,reduced,failed"`
	Text       string          `json:"text"`
	Model      string          `json:"model"`
	Reason     string          `json:"reason"` // why not a better model; empty where it is the best
	Version    string          `json:"version"`
	DataSHA256 string          `json:"data_sha256"` // of the values that it was made from
	Made       *time.Time      `json:"made_utc"`
	Simulated  bool            `json:"simulated"`
	Past       ForecastPast    `json:"past"`
	Ahead      ForecastAhead   `json:"ahead"`
	Scores     []ForecastScore `json:"scores"`

	DayAhead *DayAheadForecast `json:"day_ahead"` // of the first day without day-ahead prices; null where it was not looked at
}

// DayAheadForecast is the forecast of the day-ahead market's prices of one day,
// made before they were.
type DayAheadForecast struct {
	Status     string        `json:"status" enum:"waiting,ok,reduced,failed"`
	Text       string        `json:"text"`
	Day        string        `json:"day"` // operating day, Central time
	Model      string        `json:"model"`
	Reason     string        `json:"reason"` // why not a better model; empty where it is the best
	Version    string        `json:"version"`
	DataSHA256 string        `json:"data_sha256"`
	Made       *time.Time    `json:"made_utc"`
	Simulated  bool          `json:"simulated"`
	Known      []string      `json:"known"` // series known a day ahead that it uses
	Ahead      ForecastAhead `json:"ahead"`
	Walked     DayAheadScore `json:"walked"` // the days before, walked through
	Scored     DayAheadScore `json:"scored"` // forecasts whose prices have come since the process started
}

// DayAheadScore is how day-ahead forecasts did beside the same hour a week
// earlier.
type DayAheadScore struct {
	Days       int      `json:"days"`
	MAE        float64  `json:"mae_usd_per_mwh"`
	NaiveMAE   float64  `json:"naive_mae_usd_per_mwh"`
	Coverage80 *float64 `json:"coverage_80"` // null where there was no band
}

// ForecastPast are prices as they settled, $/MWh, by start of their interval in
// seconds since 1970.
type ForecastPast struct {
	StartS []int64   `json:"start_s"`
	Value  []float64 `json:"usd_per_mwh"`
}

// ForecastAhead are forecasts, $/MWh, with the 10 % and the 90 % quantile; null
// where too few forecasts have been scored for them.
type ForecastAhead struct {
	StartS []int64    `json:"start_s"`
	Value  []float64  `json:"usd_per_mwh"`
	Low    []*float64 `json:"low_usd_per_mwh"`
	High   []*float64 `json:"high_usd_per_mwh"`
}

// ForecastScore is how forecasts of one lead did beside the simple rules, $/MWh.
type ForecastScore struct {
	LeadMin        float64  `json:"lead_min"`
	N              int      `json:"n"`
	MAE            float64  `json:"mae_usd_per_mwh"`
	PersistenceMAE float64  `json:"persistence_mae_usd_per_mwh"`
	DayAheadMAE    float64  `json:"day_ahead_mae_usd_per_mwh"`
	Coverage80     *float64 `json:"coverage_80"` // of the band from 10 % to 90 %, a fraction
}

// Listed gives the forecasts with every list present, as pages want them.
func Listed(points []PointForecast) Forecasts {
	f := Forecasts{Points: make([]PointForecast, 0, len(points))}
	for _, p := range points {
		f.Simulated = f.Simulated || p.Simulated
		if p.Past.StartS == nil {
			p.Past = ForecastPast{StartS: []int64{}, Value: []float64{}}
		}
		if p.Ahead.StartS == nil {
			p.Ahead = ForecastAhead{StartS: []int64{}, Value: []float64{}, Low: []*float64{}, High: []*float64{}}
		}
		if p.Scores == nil {
			p.Scores = []ForecastScore{}
		}
		f.Points = append(f.Points, p)
	}
	return f
}
