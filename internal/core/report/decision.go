package report

import (
	"time"
)

// Decisions is a page of decisions, newest first (GET /api/decisions).
type Decisions struct {
	Decisions []DecisionRow `json:"decisions"`
	Simulated bool          `json:"simulated"`
	Limit     int           `json:"limit"`
}

// DecisionRow is a decision in a list.
type DecisionRow struct {
	Site      string     `json:"site"`
	Key       string     `json:"key"`
	Start     time.Time  `json:"interval_start_utc"`
	LengthS   float64    `json:"interval_s"`
	DecidedAt time.Time  `json:"decided_at_utc"`
	Policy    string     `json:"policy"`
	Fast      bool       `json:"fast"` // forced by an instruction between ticks
	Degraded  string     `json:"degraded"`
	Simulated bool       `json:"simulated"`
	PowerMW   float64    `json:"power_mw"`
	Uses      []UsePower `json:"uses"`
	Reasons   []Reason   `json:"reasons"`
}

// Decision is one decision with all that led to it and came of it
// (GET /api/decisions/{site}/{key}).
type Decision struct {
	DecisionRow
	Reserve      []Hold       `json:"reserve"`
	Snapshot     Snapshot     `json:"snapshot"`
	Proposals    []Proposal   `json:"proposals"` // the taken one first
	Guard        []Reason     `json:"guard"`     // Guard's reasons alone, in Guard's order
	Orders       Orders       `json:"orders"`
	Commands     []Command    `json:"commands"`
	Settlements  []Settlement `json:"settlements"` // all versions, oldest first; empty until settled
	State        []ClassState `json:"state"`       // before the decision
	SnapshotHash string       `json:"snapshot_hash"`
	PolicyHash   string       `json:"policy_hash"`
	Params       any          `json:"params"` // the taken policy's parameters
}

// Proposal is what one policy would have done.
type Proposal struct {
	Policy  string     `json:"policy"`
	Taken   bool       `json:"taken"`
	PowerMW float64    `json:"power_mw"`
	Uses    []UsePower `json:"uses"`
	Reasons []Reason   `json:"reasons"`
}

// Hold is reserve held on load that stays on.
type Hold struct {
	Product string  `json:"product"`
	PowerMW float64 `json:"power_mw"`
	Up      bool    `json:"up"`
}

// ClassState is what a class was doing.
type ClassState struct {
	Class   string     `json:"class"`
	PowerMW float64    `json:"power_mw"`
	On      bool       `json:"on"`
	Since   *time.Time `json:"since_utc"`
	Starts  int        `json:"starts_today"`
}

// Command is a set-point and its fate.
type Command struct {
	Site     string     `json:"site"`
	Decision string     `json:"decision_key"`
	Class    string     `json:"class"`
	TargetMW float64    `json:"target_mw"`
	ActualMW *float64   `json:"actual_mw"`
	State    string     `json:"state"` // planned, sent, confirmed, unknown, failed, withheld
	Attempts int        `json:"attempts"`
	Error    string     `json:"error"`
	SentAt   *time.Time `json:"sent_at_utc"`
	ReadAt   *time.Time `json:"read_at_utc"`
}

// Snapshot is the outside as a decision saw it (GET /api/snapshot).
type Snapshot struct {
	Site      string    `json:"site"`
	Start     time.Time `json:"interval_start_utc"`
	AsOf      time.Time `json:"as_of_utc"`
	Point     string    `json:"point"`
	Late      bool      `json:"late"` // the tick missed its deadline
	Simulated bool      `json:"simulated"`
	Values    []Value   `json:"values"`    // prices, system, network, GPU, reserve; ages as of as_of_utc
	SCED      []Value   `json:"sced"`      // recent runs at the point
	Settled   []Value   `json:"settled"`   // recent settlement point prices
	DayAhead  []Value   `json:"day_ahead"` // hours from the current one on
}

// Settlement is what one interval came to.
type Settlement struct {
	Site      string           `json:"site"`
	Start     time.Time        `json:"interval_start_utc"`
	LengthS   float64          `json:"interval_s"`
	Version   string           `json:"version"` // estimate, initial, final, true_up
	Price     float64          `json:"price_usd_per_mwh"`
	MWh       float64          `json:"mwh"` // at the settlement meter
	Measured  bool             `json:"measured"`
	Simulated bool             `json:"simulated"`
	TotalUSD  float64          `json:"total_usd"`
	Lines     []SettlementLine `json:"lines"` // amounts add up to the total
}

// SettlementLine is one amount; positive is earned, negative is paid.
type SettlementLine struct {
	Lever     string  `json:"lever"`
	Class     string  `json:"class"`
	Use       string  `json:"use"`
	MWh       float64 `json:"mwh"`
	Price     float64 `json:"price"`
	AmountUSD float64 `json:"amount_usd"`
	Note      string  `json:"note"`
}

// Settlements is a list of settlements, newest first (GET /api/settlements).
type Settlements struct {
	Settlements []Settlement `json:"settlements"`
	Simulated   bool         `json:"simulated"`
	TotalUSD    float64      `json:"total_usd"` // of those listed
	Truncated   bool         `json:"truncated"` // older ones were left out by the limit
}
