package report

import "time"

// SystemOutlook is what the power system is expected to do (GET
// /api/forecasts/system).
type SystemOutlook struct {
	Simulated bool             `json:"simulated"`
	Text      string           `json:"text"` // why nothing is forecast; empty where it is
	Made      *time.Time       `json:"made_utc"`
	Series    []SystemForecast `json:"series"`
}

// SystemForecast is the forecast of one quantity of the system, by quarter of an
// hour: ERCOT's own forecast, carried from where the system is now.
type SystemForecast struct {
	Name   string        `json:"name"` // load, wind, solar, net_load or renewable_share
	Unit   string        `json:"unit"`
	Model  string        `json:"model"`
	Reason string        `json:"reason"` // why not a better model; empty where it is the best
	Past   SystemPast    `json:"past"`
	Ahead  SystemAhead   `json:"ahead"`
	Scores []SystemScore `json:"scores"`
}

// SystemPast are values as measured, by start in seconds since 1970.
type SystemPast struct {
	StartS []int64   `json:"start_s"`
	Value  []float64 `json:"value"`
}

// SystemAhead are forecasts with the 10 % and the 90 % quantile; null where too
// few forecasts have been scored for them.
type SystemAhead struct {
	StartS []int64    `json:"start_s"`
	Value  []float64  `json:"value"`
	Low    []*float64 `json:"low"`
	High   []*float64 `json:"high"`
}

// SystemScore is how forecasts of one lead did beside the newest value and
// ERCOT's own forecast, in the quantity's unit.
type SystemScore struct {
	LeadMin        float64  `json:"lead_min"`
	N              int      `json:"n"`
	MAE            float64  `json:"mae"`
	PersistenceMAE float64  `json:"persistence_mae"`
	PublishedMAE   float64  `json:"published_mae"`
	Coverage80     *float64 `json:"coverage_80"`
}

// BitcoinOutlook is what bitcoin's network is expected to do (GET
// /api/forecasts/bitcoin).
type BitcoinOutlook struct {
	Simulated bool       `json:"simulated"`
	Source    string     `json:"source"`
	Text      string     `json:"text"` // why something is missing; empty where nothing is
	Made      *time.Time `json:"made_utc"`

	Height       int        `json:"block_height"`
	BlocksLeft   int        `json:"blocks_left"` // until the retarget
	Retarget     *time.Time `json:"retarget_utc"`
	Change       float64    `json:"change"` // of the difficulty at the next retarget, a fraction
	Deviation    float64    `json:"change_deviation"`
	MempoolSays  float64    `json:"change_by_explorer"`
	HashrateEHs  float64    `json:"hashrate_eh_s"`
	HashrateDev  float64    `json:"hashrate_deviation"`     // a fraction
	ReportedEHs  *float64   `json:"hashrate_reported_eh_s"` // by what pools say that they have; null where none does
	Hashprice    *float64   `json:"hashprice_usd_per_ph_day"`
	HashpriceAft *float64   `json:"hashprice_after_usd_per_ph_day"` // after the retarget, at today's bitcoin price and fees

	Next   *NextBlock   `json:"next_block"` // as it would be made of what waits; null where unknown
	Flow   TxFlow       `json:"flow"`
	Blocks []MinedBlock `json:"blocks"` // newest first
	Pools  []PoolShare  `json:"pools"`  // of the last week, largest first
}

// NextBlock is what the next block is expected to pay.
type NextBlock struct {
	Txs         int     `json:"transactions"`
	FeesBTC     float64 `json:"fees_btc"`
	MedianSatVB float64 `json:"median_sat_per_vb"`
	LowSatVB    float64 `json:"low_sat_per_vb"`
	HighSatVB   float64 `json:"high_sat_per_vb"`
	Projected   int     `json:"blocks_waiting"` // that what waits would fill
}

// TxFlow sums the newest blocks up.
type TxFlow struct {
	Blocks      int     `json:"blocks"`
	Txs         int     `json:"transactions"`
	TxPerS      float64 `json:"transactions_per_s"`
	FeesBTC     float64 `json:"fees_btc"`
	FeeShare    float64 `json:"fee_share"` // of what miners were paid
	MedianSatVB float64 `json:"median_sat_per_vb"`
	PerHour     float64 `json:"blocks_per_hour"`
}

// MinedBlock is a block.
type MinedBlock struct {
	Height      int       `json:"height"`
	Time        time.Time `json:"time_utc"`
	Pool        string    `json:"pool"`
	Txs         int       `json:"transactions"`
	FeesBTC     float64   `json:"fees_btc"`
	MedianSatVB float64   `json:"median_sat_per_vb"`
	Filled      float64   `json:"filled"` // of the most that a block may weigh
}

// PoolShare is a pool's part of the last week's blocks, which is the chance that
// it finds the next one.
type PoolShare struct {
	Name   string   `json:"name"`
	Blocks int      `json:"blocks"`
	Share  float64  `json:"share"`
	Low    float64  `json:"share_low"` // 95 % interval
	High   float64  `json:"share_high"`
	Luck   *float64 `json:"luck"` // blocks found over those its reported hashrate would find; null where it reports none
}

// PeakOutlook is how likely today's hours are to be the month's coincident peak
// (GET /api/forecasts/peaks).
type PeakOutlook struct {
	Simulated   bool        `json:"simulated"`
	Status      string      `json:"status" enum:"waiting,ok"`
	Text        string      `json:"text"`
	Made        *time.Time  `json:"made_utc"`
	Day         string      `json:"day"`           // operating day, Central time
	SoFarMW     float64     `json:"month_peak_mw"` // the month's highest hour before today
	TodayMW     float64     `json:"today_peak_mw"` // expected
	Chance      float64     `json:"chance_today"`  // that the month's peak is today
	StartS      []int64     `json:"start_s"`       // of today's hours
	LoadMW      []float64   `json:"load_mw"`       // measured, then expected
	Measured    int         `json:"hours_measured"`
	Chances     []float64   `json:"chance"`          // that the month's peak is in the hour
	Intervals   []float64   `json:"interval_chance"` // that it is the interval, from midnight on
	IntervalMin int         `json:"interval_min"`    // length of those intervals, by the rule in force
	ResponseMW  float64     `json:"response_mw"`     // that others and we are expected to take off near a peak
	Rules       []PeakRule  `json:"rules"`
	Classes     []PeakClass `json:"classes"`
}

// PeakRule is a rule by which peaks count.
type PeakRule struct {
	Name        string  `json:"name"`
	Counts      bool    `json:"month_counts"`
	USDPerMW    float64 `json:"usd_per_mw_month"` // what being off on the month's peak saves
	Since       string  `json:"effective"`        // empty: always was
	InForce     bool    `json:"in_force"`         // the rule that took effect last
	Months      []int   `json:"months"`
	IntervalMin float64 `json:"interval_min"`
	Weight      float64 `json:"weight"` // of a month's peak in the year's charge
}

// PeakClass is the chance from which one class of machines is better off, by
// what it would be doing.
type PeakClass struct {
	Site      string   `json:"site"`
	Class     string   `json:"class"`
	Use       string   `json:"use"` // mine, or the tier of inference
	Margin    float64  `json:"margin_usd_per_mwh"`
	BreakEven *float64 `json:"break_even"` // null where being off never pays, or no rule counts this month
	OffHours  []int    `json:"off_hours"`  // of today, by their index
}
