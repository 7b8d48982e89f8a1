package report

import "time"

// Metrics is money and power now and over time (GET /api/metrics).
type Metrics struct {
	At            time.Time     `json:"at_utc"`
	Simulated     bool          `json:"simulated"`
	NextDecision  *time.Time    `json:"next_decision_utc"`
	NextDecisionS *float64      `json:"next_decision_in_s"` // seconds of the world's clock
	Speed         float64       `json:"clock_speed"`        // world seconds per wall second; 1 when live
	Control       string        `json:"control"`            // advise or live
	Total         Money         `json:"total"`
	Sites         []SiteMetrics `json:"sites"`
	Windows       []Window      `json:"windows"` // all sites over 24 h, 7 d and 30 d
	Hashprice     Value         `json:"hashprice"`
	BTC           Value         `json:"btc_usd"`
	Renewable     RenewableRule `json:"renewable"`
	PRC           Value         `json:"prc"`
	EEA           Value         `json:"eea"`
}

// Money is a rate of earning now, at the prices of the newest decisions.
type Money struct {
	NetUSDPerH        *float64   `json:"net_usd_per_h"`         // after energy; null where a price is not known
	AlwaysMineUSDPerH *float64   `json:"always_mine_usd_per_h"` // the same for the always-mine proposal
	AdvantageUSDPerH  *float64   `json:"advantage_usd_per_h"`   // net minus always-mine
	USDPerWYear       *float64   `json:"usd_per_w_year"`        // net, per watt of installed machine power, at this rate for a year
	PowerMW           float64    `json:"power_mw"`              // machines
	MeterMW           float64    `json:"meter_mw"`              // with auxiliaries
	LimitMW           float64    `json:"limit_mw"`              // at the meter
	InstalledMW       float64    `json:"installed_mw"`          // machines at full power
	ReserveMW         float64    `json:"reserve_mw"`            // held on running load
	Uses              []UseMoney `json:"uses"`                  // mine, infer, grid, off, in this order
}

// UseMoney is the money of one use, now.
type UseMoney struct {
	Use         string   `json:"use"`
	PowerMW     float64  `json:"power_mw"`
	RevenueUSDH *float64 `json:"revenue_usd_per_h"`
	EnergyUSDH  *float64 `json:"energy_usd_per_h"`
	NetUSDH     *float64 `json:"net_usd_per_h"`
	USDPerMWh   *float64 `json:"usd_per_mwh"`    // net per machine MWh; null at no power
	USDPerWYear *float64 `json:"usd_per_w_year"` // net per watt used, at this rate for a year; null at no power
}

// SiteMetrics is one site's money now, its price and its recent health.
type SiteMetrics struct {
	Site        string     `json:"site"`
	Name        string     `json:"name"`
	Point       string     `json:"point"`        // settlement point; empty on a tariff
	DecisionKey string     `json:"decision_key"` // newest decision; empty before the first
	Start       *time.Time `json:"interval_start_utc"`
	Policy      string     `json:"policy"`
	Degraded    string     `json:"degraded"` // why the degraded policy decided; empty in good health
	Simulated   bool       `json:"simulated"`
	SPP         Value      `json:"spp"`                // newest settlement point price
	ExpectedSPP Value      `json:"expected_spp"`       // of the running settlement interval; what the decision stands on
	Energy      *float64   `json:"energy_usd_per_mwh"` // marginal cost of a machine MWh: price, losses, auxiliaries, avoidable adders
	Now         Money      `json:"now"`
	Trend       Trend      `json:"trend"`     // settled net by hour, last 24 h
	Heartbeat   []string   `json:"heartbeat"` // last 48 control intervals, oldest first: ok, degraded, missing
}

// Trend is settled net over time, in columns.
type Trend struct {
	StartS []int64   `json:"start_s"` // Unix seconds
	NetUSD []float64 `json:"net_usd"`
}

// Window is settled money by use over a time.
type Window struct {
	Window string      `json:"window"` // 24h, 7d, 30d
	From   time.Time   `json:"from_utc"`
	To     time.Time   `json:"to_utc"`
	NetUSD float64     `json:"net_usd"`
	MWh    float64     `json:"mwh"`
	Uses   []UseWindow `json:"uses"` // mine, infer, grid, off
}

// UseWindow is one use's part of a [Window]. Net adds up over uses to the
// window's net.
type UseWindow struct {
	Use         string   `json:"use"`
	MWh         float64  `json:"mwh"`
	RevenueUSD  float64  `json:"revenue_usd"`
	CostUSD     float64  `json:"cost_usd"` // positive is paid
	NetUSD      float64  `json:"net_usd"`
	USDPerMWh   *float64 `json:"usd_per_mwh"`
	USDPerWYear *float64 `json:"usd_per_w_year"` // net per watt of mean power, scaled to a year
}

// RenewableRule is the second seed rule with its numbers: at or above the
// threshold grid tasks move up in priority.
type RenewableRule struct {
	Share     Value   `json:"share"` // fraction of generation
	Threshold float64 `json:"threshold"`
	Holds     bool    `json:"holds"`
	Text      string  `json:"text"`
}
