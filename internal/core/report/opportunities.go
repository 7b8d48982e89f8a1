package report

import "time"

// Opportunities is what a MWh can earn, each use ranked, now and in the next
// 48 hours (GET /api/opportunities).
type Opportunities struct {
	At        time.Time           `json:"at_utc"`
	Simulated bool                `json:"simulated"`
	Renewable RenewableRule       `json:"renewable"`
	Sites     []SiteOpportunities `json:"sites"`
}

// SiteOpportunities is one site's part of [Opportunities].
type SiteOpportunities struct {
	Site      string        `json:"site"`
	Name      string        `json:"name"`
	Point     string        `json:"point"`
	Simulated bool          `json:"simulated"`
	Price     Value         `json:"price"`              // expected settlement point price, or the tariff
	Energy    *float64      `json:"energy_usd_per_mwh"` // marginal cost of a machine MWh
	Lambda    *float64      `json:"lambda_usd_per_mwh"` // shadow price of the site's power limit; 0 where it does not bind
	Now       []Opportunity `json:"now"`                // best first; "off" is the row at 0
	Hours     []Hour        `json:"hours"`              // next 48 h by day-ahead price, as far as published
	Useful    Rule          `json:"useful_compute_rule"`
	Curtail   Rule          `json:"curtail_rule"`
}

// Opportunity is one use of a machine MWh of one class now.
type Opportunity struct {
	Rank          int        `json:"rank"`
	Use           string     `json:"use"`
	Class         string     `json:"class"`
	Tier          string     `json:"tier"`
	GrantedMW     float64    `json:"granted_mw"` // what the running plan gives it
	AvailableMW   float64    `json:"available_mw"`
	Revenue       *float64   `json:"revenue_usd_per_mwh"`
	Energy        *float64   `json:"energy_usd_per_mwh"`
	Margin        *float64   `json:"margin_usd_per_mwh"`
	Advantage     *float64   `json:"advantage_usd_per_mwh"` // margin over the class's next best use, off included
	AdvantageUSDH *float64   `json:"advantage_usd_per_h"`   // on the available power
	Until         *time.Time `json:"until_utc"`             // first day-ahead hour in which another use of the class is better; null if none is known
	Terms         []Term     `json:"terms"`                 // the arithmetic, in order
	Text          string     `json:"text"`
	Simulated     bool       `json:"simulated"`
}

// Hour is the best use of each class in one coming hour at its day-ahead price.
type Hour struct {
	Start     time.Time `json:"start_utc"`
	Price     *float64  `json:"price_usd_per_mwh"` // day-ahead price or tariff; null where not published yet
	Source    string    `json:"source"`
	Simulated bool      `json:"simulated"`
	Best      []HourUse `json:"best"` // one row per class
}

// HourUse is a class's best use in an hour.
type HourUse struct {
	Class  string   `json:"class"`
	Use    string   `json:"use"`
	Tier   string   `json:"tier"`
	Margin *float64 `json:"margin_usd_per_mwh"`
}

// Rule is an inequality with its numbers filled in. It holds when the left sum
// exceeds the right one.
type Rule struct {
	Name  string   `json:"name"`
	Text  string   `json:"text"`  // the inequality in words
	Holds *bool    `json:"holds"` // null where a number is not known
	Left  *float64 `json:"left_usd_per_mwh"`
	Right *float64 `json:"right_usd_per_mwh"`
	Terms []Term   `json:"terms"`
	Note  string   `json:"note"`
	Class string   `json:"class"` // the class it was worked out for
}
