package market

import (
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Quote is a value in a snapshot, with everything a reader needs to trust it or
// not. The zero Quote means that nothing is known.
type Quote struct {
	Value     float64       `json:"value"`
	Start     time.Time     `json:"start"` // start of what it is about
	Length    time.Duration `json:"length_ns"`
	Known     time.Time     `json:"known"`
	Source    string        `json:"source"`
	Simulated bool          `json:"simulated"`
	Stale     bool          `json:"stale"` // older than its limit when the snapshot was taken
}

// OK reports whether there is a value at all, stale or not.
func (q Quote) OK() bool { return !q.Known.IsZero() }

// Fresh reports whether there is a value and it is not stale.
func (q Quote) Fresh() bool { return q.OK() && !q.Stale }

// Age is how long before t the value became known.
func (q Quote) Age(t time.Time) time.Duration { return t.Sub(q.Known) }

// Interval is what the value is about.
func (q Quote) Interval() unit.Interval { return unit.Interval{Start: q.Start, Length: q.Length} }

// Keyed is a quote of a series that has several keys: a product, a GPU model.
type Keyed struct {
	Key string `json:"key"`
	Quote
}

// System is the state of the grid as a whole.
type System struct {
	Lambda         Quote `json:"lambda"`          // $/MWh
	Load           Quote `json:"load"`            // MW
	LoadForecast   Quote `json:"load_forecast"`   // MW, for the current hour
	Wind           Quote `json:"wind"`            // MW
	Solar          Quote `json:"solar"`           // MW
	Capacity       Quote `json:"capacity"`        // MW
	RenewableShare Quote `json:"renewable_share"` // fraction
	PRC            Quote `json:"prc"`             // MW
	EEA            Quote `json:"eea"`             // 0 to 3
}

// Network is the state of bitcoin.
type Network struct {
	BTCUSD     Quote `json:"btc_usd"`
	Difficulty Quote `json:"difficulty"`
	DiffChange Quote `json:"diff_change"`
	Hashrate   Quote `json:"hashrate"`
	Height     Quote `json:"height"`
	BlockFees  Quote `json:"block_fees"`
	Hashprice  Quote `json:"hashprice"` // $/PH/day, derived from the four above or read from history
}

// Snapshot is the outside at one moment, as one site needs it. It holds only
// what was known at AsOf: nothing published later is visible, in live running
// and in back-tests alike. Slices are in time order, oldest first, or in key
// order.
type Snapshot struct {
	Interval unit.Interval `json:"interval"` // the interval to be decided
	AsOf     time.Time     `json:"as_of"`
	Point    string        `json:"point"` // settlement point; empty outside ERCOT

	SPP      Quote   `json:"spp"`       // newest settlement point price
	SCED     []Quote `json:"sced"`      // LMPs of recent SCED runs at the point, the running settlement interval's last
	Settled  []Quote `json:"settled"`   // recent settlement point prices, to settle intervals that have ended
	DayAhead []Quote `json:"day_ahead"` // hourly day-ahead prices from the current hour on, as far as published

	DAReserve []Keyed `json:"da_reserve"` // day-ahead MCPC of the current hour by product
	RTReserve []Keyed `json:"rt_reserve"` // newest real-time MCPC by product

	// Peaks is the chance that each of the day's coming hours is its month's
	// coincident peak, a fraction; empty where nobody has looked.
	Peaks []Quote `json:"peaks,omitempty"`

	System  System  `json:"system"`
	Network Network `json:"network"`
	GPU     []Keyed `json:"gpu"`              // $/GPU-h by model
	Tokens  []Keyed `json:"tokens,omitempty"` // $ per million tokens by language model

	// Grid is the newest study of the power network around the site; nil where
	// there is none.
	Grid *Grid `json:"grid,omitempty"`

	// Outlook is the newest forecast of the point's price; nil where there is
	// none. It is an input like the others, so that a replay sees the same.
	Outlook *Outlook `json:"outlook,omitempty"`

	// Certificate is what a megawatt-hour of certified curtailment was last sold
	// for, $/MWh; the zero Quote where none was sold.
	Certificate Quote `json:"certificate,omitzero"`

	// Work is what waits for power to work for the grid; nil where no task is made.
	Work *Queue `json:"work,omitempty"`

	// Late says that the tick missed its deadline. A policy that computes until
	// then must do without the rest. It is an input like the others: a replay
	// sees it too.
	Late bool `json:"late,omitempty"`
}

// ExpectedSPP is the settlement point price to be expected of the settlement
// interval that the decided interval belongs to, in $/MWh: the time-weighted
// mean of the SCED runs already seen in it, the newest holding for the rest.
// One dear run so keeps the whole interval dear. Without a SCED run it is the
// newest settlement point price (last interval's price persists). ok is false
// when neither is known; stale is true when what it stands on is.
func (s *Snapshot) ExpectedSPP() (price unit.USDPerMWh, stale, ok bool) {
	if len(s.SCED) == 0 {
		return unit.USDPerMWh(s.SPP.Value), s.SPP.Stale, s.SPP.OK()
	}
	last := s.SCED[len(s.SCED)-1]
	quarter := s.Interval.Within(unit.Settlement)
	if s.Interval.Length > unit.Settlement {
		quarter = s.Interval
	}
	var weighted float64
	at := quarter.Start
	for i, run := range s.SCED[:len(s.SCED)-1] {
		until := s.SCED[i+1].Start
		if until.After(at) && until.Before(quarter.End()) {
			weighted += run.Value * until.Sub(at).Hours()
			at = until
		}
	}
	weighted += last.Value * quarter.End().Sub(at).Hours()
	return unit.USDPerMWh(weighted / quarter.Length.Hours()), last.Stale, true
}

// DayAheadFor is the day-ahead price of the hour that contains t.
func (s *Snapshot) DayAheadFor(t time.Time) (Quote, bool) {
	for _, q := range s.DayAhead {
		if q.Interval().Contains(t) {
			return q, true
		}
	}
	return Quote{}, false
}

// SettledFor is the settlement point price of the settlement interval that
// contains t, once it is known.
func (s *Snapshot) SettledFor(t time.Time) (Quote, bool) {
	for i := len(s.Settled) - 1; i >= 0; i-- {
		if s.Settled[i].Interval().Contains(t) {
			return s.Settled[i], true
		}
	}
	return Quote{}, false
}
