package market

import (
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Queue is the work for the grid that waits for power, as a decision sees it.
// Light tasks take no megawatts and are not in it.
type Queue struct {
	// Bids are heavy tasks that some worker can hold, in the order in which the
	// scheduler fills what is granted.
	Bids []Bid `json:"bids"`
	// Servers is how many workers take heavy tasks, one at a time each.
	Servers int `json:"servers"`
	// RenewableFrom is the share of renewables from which grid tasks move up, a
	// fraction.
	RenewableFrom float64 `json:"renewable_from"`
	// Why says why the queue is not known, where it is not: then no bids are here.
	Why string `json:"why,omitempty"`
}

// MostBids is how many bids one decision sees.
const MostBids = 32

// Bid is one task's offer for energy.
type Bid struct {
	Task     string    `json:"task"` // digest
	Class    string    `json:"class"`
	Priority int       `json:"priority"` // 0 LOW to 3 CRITICAL
	Own      bool      `json:"own"`      // made by the coordinator itself
	Deadline time.Time `json:"deadline"`
	EnergyWh float64   `json:"energy_wh"`
	// Pays is what it pays for each MWh that it takes, and who says so: "bounty"
	// for what a submitter pays, "internal" for what it is worth to the house, or
	// "none".
	Pays    unit.USDPerMWh `json:"pays_usd_per_mwh"`
	PriceBy string         `json:"price_by"`
}
