package settle

import (
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Version is how final a settlement is: telemetry first, then meter data and
// statements. A later version supersedes an earlier one and never edits it.
type Version string

// The versions, in the order in which they replace each other.
const (
	Estimate Version = "estimate"
	Initial  Version = "initial"
	Final    Version = "final"
	TrueUp   Version = "true_up"
)

// Lever is the part of the business that a line belongs to.
type Lever string

// The levers. Energy is what energy cost (or its resale earned) before adders.
const (
	Energy    Lever = "energy"
	Adders    Lever = "adders"
	Mining    Lever = "mining"
	PoolFee   Lever = "pool_fee"
	Inference Lever = "inference"
	SLA       Lever = "sla"
	Grid      Lever = "grid"
	Reserve   Lever = "reserve"
	Start     Lever = "start"

	DayAheadEnergy  Lever = "day_ahead_energy"  // energy bought day ahead, against the settlement point price
	Imbalance       Lever = "reserve_imbalance" // real-time award less day-ahead, at the real-time price
	Failure         Lever = "reserve_failure"   // awarded and not there
	Programme       Lever = "programme"         // Emergency Response Service and the like
	DeviationCharge Lever = "deviation"         // off the base point
	PeakCharge      Lever = "peak"              // transmission by coincident peak; see [Peak]
	Certificates    Lever = "certificates"      // certificates that were sold; see [Sale]
)

// Levers are all that an interval settles, in the order in which they are shown:
// what earns, then what is paid. [PeakCharge] and [Certificates], which show
// months later, are no part of an interval.
func Levers() []Lever {
	return []Lever{
		Mining, Inference, Grid, Reserve, Imbalance, Programme, DayAheadEnergy,
		Energy, Adders, PoolFee, SLA, Failure, DeviationCharge, Start,
	}
}

// Line is one amount. Positive is earned, negative is paid.
type Line struct {
	Lever  Lever         `json:"lever"`
	Class  string        `json:"class,omitempty"` // empty: the site as a whole
	Use    site.Use      `json:"use,omitempty"`
	MWh    unit.MWh      `json:"mwh"`
	Price  float64       `json:"price"` // $ per unit of what the line counts, for the reader
	Amount unit.MicroUSD `json:"amount_micro_usd"`
	Note   string        `json:"note,omitempty"`
}

// Settlement is what one interval of one site came to.
type Settlement struct {
	Site      string        `json:"site"`
	Interval  unit.Interval `json:"interval"`
	Version   Version       `json:"version"`
	Price     float64       `json:"price_usd_per_mwh"` // settlement point price or tariff used
	MWh       unit.MWh      `json:"mwh"`               // at the settlement meter
	Measured  bool          `json:"measured"`          // false: planned power stood in for the meter
	Simulated bool          `json:"simulated"`
	Lines     []Line        `json:"lines"`
	Total     unit.MicroUSD `json:"total_micro_usd"` // the sum of the lines
}
