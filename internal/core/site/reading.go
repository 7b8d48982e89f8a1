package site

import (
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Reading is what a meter or a machine group showed at one moment.
type Reading struct {
	Site      string    `json:"site"`
	Class     string    `json:"class,omitempty"` // empty: the settlement meter
	At        time.Time `json:"at"`
	Power     unit.MW   `json:"power_mw"`
	Energy    unit.MWh  `json:"energy_mwh"` // a counter that only grows; a smaller value means it was reset
	THs       unit.THs  `json:"ths"`
	UnitsOn   int       `json:"units_on"`
	Source    string    `json:"source"`
	Simulated bool      `json:"simulated"`
	// Switchgear is the site's breaker and relay, beside its settlement meter; nil:
	// nobody tells.
	Switchgear *Switchgear `json:"switchgear,omitempty"`
}

// Switchgear is the state of a site's breaker and of the under-frequency relay that
// opens it. It is only ever read: a relay trips by itself.
type Switchgear struct {
	Closed  bool `json:"breaker_closed"`
	Armed   bool `json:"relay_armed"`
	Tripped bool `json:"relay_tripped"`
}
