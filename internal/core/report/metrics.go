package report

import (
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/episode"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

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
	NetUSDPerH        *float64   `json:"net_usd_per_h"`         // after energy, against everything off; null where a price is not known
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
	Uses   []UseWindow `json:"uses"` // mine, infer, grid, reserve, off
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

// SiteRecord is what is stored of one site, for [MetricsOf] and the like.
type SiteRecord struct {
	Site   site.Site
	Newest *episode.Decision  // with its input; nil before the first
	Recent []episode.Decision // of the last hours, without input, any order
	Hourly []Sum              // settled, last 7 days by hour
	Daily  []Sum              // settled, last 30 days by day
}

// MetricsInput is what [MetricsOf] works from.
type MetricsInput struct {
	At        time.Time
	Next      time.Time // next decision; the zero time if none is due
	Speed     float64   // of the clock
	Control   string
	Threshold float64 // of the renewable rule, a fraction
	Sites     []SiteRecord
}

// MetricsOf values what runs now at the prices of the newest decisions, and
// adds up what has been settled.
func MetricsOf(in MetricsInput) Metrics {
	m := Metrics{
		At: in.At, Speed: in.Speed, Control: in.Control,
		NextDecision: instant(in.Next),
		Sites:        make([]SiteMetrics, 0, len(in.Sites)),
		Total:        emptyMoney(),
		Hashprice:    unknown("hashprice", market.HashpriceUSD.Unit()),
		BTC:          unknown("btc_usd", market.BTCUSD.Unit()),
		PRC:          unknown("prc", market.PRC.Unit()),
		EEA:          unknown("eea", market.EEA.Unit()),
	}
	if m.NextDecision != nil {
		m.NextDecisionS = number(max(0, in.Next.Sub(in.At).Seconds()))
	}
	var hourly, daily []Sum
	for i := range in.Sites {
		s := &in.Sites[i]
		row := siteMetrics(s, in.At)
		m.Sites = append(m.Sites, row)
		m.Total.plus(row.Now)
		m.Simulated = m.Simulated || row.Simulated
		hourly, daily = append(hourly, s.Hourly...), append(daily, s.Daily...)
	}
	m.Total.derive()
	m.Renewable = RenewableOf(in.Sites, in.Threshold, in.At)
	if snap := ercotSnapshot(in.Sites); snap != nil {
		m.Hashprice = Of(m.Hashprice.Name, m.Hashprice.Unit, snap.Network.Hashprice, in.At)
		m.BTC = Of(m.BTC.Name, m.BTC.Unit, snap.Network.BTCUSD, in.At)
		m.PRC = Of(m.PRC.Name, m.PRC.Unit, snap.System.PRC, in.At)
		m.EEA = Of(m.EEA.Name, m.EEA.Unit, snap.System.EEA, in.At)
	}
	m.Windows = []Window{
		WindowOf("24h", in.At.Add(-24*time.Hour), in.At, hourly),
		WindowOf("7d", in.At.Add(-7*24*time.Hour), in.At, hourly),
		WindowOf("30d", in.At.Add(-30*24*time.Hour), in.At, finest(hourly, daily, in.At.Add(-7*24*time.Hour))),
	}
	return m
}

// finest is the days that ended before the hours begin to be known, and the
// hours from then on. What no single use caused is shared bucket by bucket, so
// that windows are told alike only where their buckets are the same.
func finest(hourly, daily []Sum, known time.Time) []Sum {
	whole := unit.DayOf(known).Next().Start()
	sums := since(hourly, whole)
	for _, s := range daily {
		if s.Start.Before(whole) {
			sums = append(sums, s)
		}
	}
	return sums
}

// ercotSnapshot is the newest snapshot that shows the grid; without one, the
// newest of any site; nil before the first decision.
func ercotSnapshot(sites []SiteRecord) *market.Snapshot {
	var best *market.Snapshot
	for i := range sites {
		d := sites[i].Newest
		if d == nil {
			continue
		}
		snap := &d.Input.Snapshot
		if best == nil || best.Point == "" && snap.Point != "" || (best.Point == "") == (snap.Point == "") && snap.AsOf.After(best.AsOf) {
			best = snap
		}
	}
	return best
}

func siteMetrics(s *SiteRecord, at time.Time) SiteMetrics {
	row := SiteMetrics{
		Site: s.Site.ID, Name: s.Site.Name, Point: s.Site.Point,
		SPP:         unknown("spp", market.RTSPP.Unit()),
		ExpectedSPP: unknown("expected_spp", market.RTSPP.Unit()),
		Now:         emptyMoney(),
		Trend:       TrendOf(since(s.Hourly, at.Add(-24*time.Hour))),
		Heartbeat:   Heartbeat(s.Recent, at),
	}
	row.Now.LimitMW = float64(s.Site.Limits.SiteMW)
	for i := range s.Site.Classes {
		row.Now.InstalledMW += float64(s.Site.Classes[i].MaxMW())
	}
	d := s.Newest
	if d == nil {
		return row
	}
	in := &d.Input
	row.DecisionKey, row.Start, row.Policy = d.Key, instant(d.Interval.Start), d.Policy
	row.Degraded, row.Simulated = d.Degraded, d.Simulated
	row.SPP = Of("spp", market.RTSPP.Unit(), in.Snapshot.SPP, at)
	row.ExpectedSPP = expectedValue(&in.Site, &in.Snapshot, at)
	if price, known := expectedPrice(&in.Site, &in.Snapshot); known {
		row.Energy = number(float64(policy.EnergyPrice(policy.Input{Site: &in.Site, State: &in.State, Snapshot: &in.Snapshot}, price)))
	}
	row.Now = moneyOf(d)
	return row
}

// expectedValue is the price that a decision stands on, with its origin.
func expectedValue(s *site.Site, snap *market.Snapshot, at time.Time) Value {
	const name, perMWh = "expected_spp", "$/MWh"
	price, known := expectedPrice(s, snap)
	if !known {
		return unknown(name, perMWh)
	}
	if s.Contract.Kind == site.Fixed {
		return Value{Name: name, Value: number(float64(price)), Unit: perMWh, Source: tariffSource, Simulated: snap.Simulated()}
	}
	basis := snap.SPP
	if n := len(snap.SCED); n > 0 {
		basis = snap.SCED[n-1]
	}
	v := Of(name, perMWh, basis, at)
	v.Value = number(float64(price))
	return v
}

func since(sums []Sum, from time.Time) []Sum {
	var kept []Sum
	for _, s := range sums {
		if !s.Start.Before(from) {
			kept = append(kept, s)
		}
	}
	return kept
}

// beats is how many control intervals a heartbeat shows: four hours.
const beats = 48

// Heartbeat is, for the last control intervals up to the running one, oldest
// first, whether each was decided: "ok", "degraded" or "missing".
func Heartbeat(decisions []episode.Decision, at time.Time) []string {
	last := unit.IntervalAt(at, unit.Control)
	first := last.Start.Add(-(beats - 1) * unit.Control)
	row := make([]string, beats)
	for i := range row {
		row[i] = "missing"
	}
	for i := range decisions {
		d := &decisions[i]
		n := int(d.Interval.Start.Sub(first) / unit.Control)
		if d.Interval.Start.Before(first) || n >= beats || isFast(d.Key) {
			continue
		}
		row[n] = "ok"
		if d.Degraded != "" {
			row[n] = "degraded"
		}
	}
	return row
}
