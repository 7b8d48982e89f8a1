package site

import (
	"errors"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// ErrUnknown says that a command to machines may or may not have been carried
// out: the answer was lost, not refused. A read-back tells.
var ErrUnknown = errors.New("outcome unknown")

// Orders is everything that binds a site from outside its policy at one moment.
type Orders struct {
	Stop         bool          `json:"stop"` // emergency stop
	Instructions []Instruction `json:"instructions,omitempty"`
	Overrides    []Override    `json:"overrides,omitempty"`
	Awards       []Award       `json:"awards,omitempty"`
	DayAhead     []Position    `json:"day_ahead,omitempty"` // not over; binding in money alone
	Fleet        *FleetShare   `json:"fleet,omitempty"`     // nil: no cap over all sites
}

// Instruction is an order of ERCOT, the TDSP or the QSE: consume at most or at
// least so much until it ends or is recalled. A higher revision of the same id
// replaces a lower one.
type Instruction struct {
	ID       string    `json:"id"`
	Revision int       `json:"revision"`
	From     string    `json:"from"` // "ercot", "tdsp", "qse", "ufr", "openadr"
	Kind     string    `json:"kind"` // "curtail", "deploy", "recall", "base_point"
	Product  string    `json:"product,omitempty"`
	MaxMW    *unit.MW  `json:"max_mw,omitempty"` // at the meter
	MinMW    *unit.MW  `json:"min_mw,omitempty"`
	Start    time.Time `json:"start"`
	End      time.Time `json:"end"` // the zero time: until recalled
	Received time.Time `json:"received"`
}

// Override is an operator's manual wish for a class, or for the whole site
// where Class is empty. It always ends.
type Override struct {
	ID     string    `json:"id"`
	Class  string    `json:"class,omitempty"`
	MW     unit.MW   `json:"power_mw"`
	By     string    `json:"by"`
	Reason string    `json:"reason"`
	Start  time.Time `json:"start"`
	End    time.Time `json:"end"`
}

// Award is ancillary service sold for a time, on load that is on: upward (the
// load can be dropped) or downward (it can be raised). Under RTC+B the
// real-time award is what binds.
type Award struct {
	Product  string    `json:"product"`
	MW       unit.MW   `json:"power_mw"`
	Up       bool      `json:"up"`
	LowMW    unit.MW   `json:"low_mw"` // low power consumption limit at the meter
	Start    time.Time `json:"start"`
	End      time.Time `json:"end"`
	Deployed bool      `json:"deployed"` // a deployment releases the floor
}

// Position is what the day-ahead market awarded for an hour: reserve, or
// energy bought. It is a financial position: nothing has to be held for it, but
// what the real-time award or the meter differs by settles at real-time prices.
type Position struct {
	Product   string    `json:"product"` // an ancillary service, or [Energy]
	MW        unit.MW   `json:"power_mw"`
	Price     float64   `json:"price"` // $/MW per h, or $/MWh
	Start     time.Time `json:"start"`
	End       time.Time `json:"end"`
	Simulated bool      `json:"simulated,omitempty"`
}

// In reports whether [start, end) covers t; a zero end never ends.
func In(t, start, end time.Time) bool {
	return !t.Before(start) && (end.IsZero() || t.Before(end))
}

// FleetShare is what a site may change of its power in the coming interval so
// that all sites together stay under the fleet's cap, MW up and down. Orders
// that shed load are not held back by it.
type FleetShare struct {
	Up   unit.MW `json:"up_mw"`
	Down unit.MW `json:"down_mw"`
}

// InForce reports whether an instruction binds between at and end: it overlaps
// them, is no recall, and no higher revision replaced it.
func (o *Orders) InForce(ins *Instruction, at, end time.Time) bool {
	if ins.Kind == "recall" || !ins.Start.Before(end) || !(ins.End.IsZero() || ins.End.After(at)) {
		return false
	}
	for k := range o.Instructions {
		if other := &o.Instructions[k]; other.ID == ins.ID && other.Revision > ins.Revision {
			return false
		}
	}
	return true
}

// CalledOn reports whether an award is deployed between at and end, by its own
// record or by an instruction, and since when.
func (o *Orders) CalledOn(a Award, at, end time.Time) (since time.Time, ok bool) {
	if a.Deployed {
		return a.Start, true
	}
	for k := range o.Instructions {
		ins := &o.Instructions[k]
		if ins.Kind == "deploy" && ins.Product != "" && ins.Product == a.Product && o.InForce(ins, at, end) {
			return ins.Start, true
		}
	}
	return time.Time{}, false
}

// Held reports whether an award binds at a moment: it is in force and not
// called on.
func (o *Orders) Held(a Award, at, end time.Time) bool {
	if !(a.MW > 0) || !In(at, a.Start, a.End) {
		return false
	}
	_, called := o.CalledOn(a, at, end)
	return !called
}

// Upward is the low limit and the sum of the upward awards that are held: what
// the meter must show at least is the two together.
func (o *Orders) Upward(at, end time.Time) (low, sum unit.MW) {
	for _, a := range o.Awards {
		if a.Up && o.Held(a, at, end) {
			low, sum = max(low, a.LowMW), sum+a.MW
		}
	}
	return low, sum
}
