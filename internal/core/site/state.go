package site

import (
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// State is what a site is doing at the start of an interval. It is a value:
// package episode returns the next one and never changes this one.
type State struct {
	Classes []ClassState `json:"classes"` // in the order of the site's classes
	Pending []Metered    `json:"pending"` // intervals that ended without a settlement price yet, oldest first
	Dropped time.Time    `json:"dropped"` // when an order last made load go away; the zero time if never
}

// ClassState is what one class is doing.
type ClassState struct {
	Class  string    `json:"class"`
	MW     unit.MW   `json:"power_mw"` // granted in the interval that just ended
	On     bool      `json:"on"`
	Since  time.Time `json:"since"`  // when it last went on or off
	Starts int       `json:"starts"` // off-to-on transitions in the operating day Day
	Day    unit.Day  `json:"day"`
}

// Metered is what an interval consumed and produced, before money.
type Metered struct {
	Interval  unit.Interval `json:"interval"`
	Classes   []ClassMeter  `json:"classes"`
	SiteMWh   unit.MWh      `json:"site_mwh"`            // at the settlement meter, auxiliaries included
	Measured  bool          `json:"measured"`            // false: planned power stands in for a meter
	Simulated bool          `json:"simulated,omitempty"` // a price it was decided on was simulated
	Starts    float64       `json:"start_usd"`           // start costs incurred at its beginning, $
	Plan      Plan          `json:"plan"`
	// Hashprice and GPU are the prices of the interval itself, in force when it
	// was decided: $/PH/day, and $/GPU-h by model.
	Hashprice unit.USDPerPHDay `json:"hashprice"`
	GPU       []GPUPrice       `json:"gpu,omitempty"`
	Reserve   []HoldPrice      `json:"reserve,omitempty"`
	// DayAhead are the positions of the day-ahead market, Awarded the real-time
	// awards that bound and were not called on, Deployed those that were.
	DayAhead []Position   `json:"day_ahead,omitempty"`
	Awarded  []Hold       `json:"awarded,omitempty"`
	Deployed []Deployment `json:"deployed,omitempty"`
	// BasePoint is what SCED told a Controllable Load Resource to draw; nil where
	// it told nothing.
	BasePoint *unit.MW `json:"base_point_mw,omitempty"`
	// Regulation is what the four-second signal added to the plan; nil where none
	// came.
	Regulation *Regulation `json:"regulation,omitempty"`
}

// RegulatedMW is the mean power by which regulation moved the meter.
func (m *Metered) RegulatedMW() unit.MW {
	if m.Regulation == nil {
		return 0
	}
	return m.Regulation.MeanMW
}

// Deployment is an upward award that was called on.
type Deployment struct {
	Product string  `json:"product"`
	MW      unit.MW `json:"power_mw"`
	Ceiling unit.MW `json:"ceiling_mw"` // that the meter must not show more than
	Judged  bool    `json:"judged"`     // the time to respond was over before the interval began
}

// ClassMeter is a submeter's share of an interval.
type ClassMeter struct {
	Class string   `json:"class"`
	MWh   unit.MWh `json:"mwh"`
	THs   unit.THs `json:"ths"` // mean hashrate delivered
}

// GPUPrice is the market price of a GPU model, $/GPU-h.
type GPUPrice struct {
	Model string  `json:"model"`
	USD   float64 `json:"usd_per_gpu_h"`
}

// HoldPrice is what a held reserve is paid, $/MW per h.
type HoldPrice struct {
	Product string        `json:"product"`
	Price   unit.USDPerMW `json:"usd_per_mw_h"`
}
