package policy

import (
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Ahead is what a policy that plans beyond the interval intends, and what it
// stood on.
type Ahead struct {
	// Stood is the optimiser whose plan stands: "mpc", "dp" where its budget
	// ended before the scenarios did, "threshold" where there was nothing to plan on.
	Stood     string        `json:"stood"`
	Why       string        `json:"why,omitempty"` // not a better one
	Source    string        `json:"source"`        // of the prices ahead
	Simulated bool          `json:"simulated"`
	Scenarios int           `json:"scenarios"`
	Passes    int           `json:"passes"` // of dynamic programs, which the budget counts
	Shadows   []ShadowPrice `json:"shadows,omitempty"`
	Hours     []AheadHour   `json:"hours,omitempty"`
}

// ShadowPrice is what a limit costs now: what one more MW of room for an hour
// would earn, at the meter. Limit is "site", "block", "award",
// "position" (reserve sold day ahead) or "feeder" and its id.
type ShadowPrice struct {
	Limit     string         `json:"limit"`
	USDPerMWh unit.USDPerMWh `json:"usd_per_mwh"`
}

// AheadHour is what is planned for an hour to come, on the mean of the
// scenarios. Low and High are the tenth and the ninetieth percentile of its price.
type AheadHour struct {
	Start   time.Time      `json:"start"`
	Minutes int            `json:"minutes"`
	Price   unit.USDPerMWh `json:"price_usd_per_mwh"`
	Low     unit.USDPerMWh `json:"low_usd_per_mwh"`
	High    unit.USDPerMWh `json:"high_usd_per_mwh"`
	MW      []unit.MW      `json:"power_mw"` // by class of the site
}
