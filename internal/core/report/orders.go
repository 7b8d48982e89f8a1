package report

import "time"

// Orders is everything that binds a site from outside its policy.
type Orders struct {
	Stop         bool          `json:"stop"`
	Instructions []Instruction `json:"instructions"`
	Overrides    []Override    `json:"overrides"`
	Awards       []Award       `json:"awards"`
}

// SiteOrders is [Orders] of one site (GET /api/overrides).
type SiteOrders struct {
	Site string `json:"site"`
	Orders
}

// OrderList is the orders in force at all sites.
type OrderList struct {
	At    time.Time    `json:"at_utc"`
	Sites []SiteOrders `json:"sites"`
}

// Instruction is an order of ERCOT, the TDSP or the QSE.
type Instruction struct {
	ID       string     `json:"id"`
	Revision int        `json:"revision"`
	From     string     `json:"from"`
	Kind     string     `json:"kind"`
	Product  string     `json:"product"`
	MaxMW    *float64   `json:"max_mw"`
	MinMW    *float64   `json:"min_mw"`
	Start    time.Time  `json:"start_utc"`
	End      *time.Time `json:"end_utc"` // null: until recalled
	Received time.Time  `json:"received_utc"`
}

// Override is an operator's manual wish.
type Override struct {
	ID      string    `json:"id"`
	Class   string    `json:"class"` // empty: the whole site
	PowerMW float64   `json:"power_mw"`
	By      string    `json:"by"`
	Reason  string    `json:"reason"`
	Start   time.Time `json:"start_utc"`
	End     time.Time `json:"end_utc"`
}

// Award is ancillary service sold for a time.
type Award struct {
	Product  string    `json:"product"`
	PowerMW  float64   `json:"power_mw"`
	Up       bool      `json:"up"`
	LowMW    float64   `json:"low_mw"`
	Start    time.Time `json:"start_utc"`
	End      time.Time `json:"end_utc"`
	Deployed bool      `json:"deployed"`
}

// Alerts is what needs attention (GET /api/alerts).
type Alerts struct {
	At        time.Time `json:"at_utc"`
	Simulated bool      `json:"simulated"`
	Alerts    []Alert   `json:"alerts"` // gravest first
}

// Alert is one thing that needs attention, with its remedy.
type Alert struct {
	ID        string     `json:"id"`       // stable while the cause lasts
	Severity  string     `json:"severity"` // critical, warning, info
	Site      string     `json:"site"`     // empty: the whole system
	Title     string     `json:"title"`
	Text      string     `json:"text"` // what, where, remedy
	Since     *time.Time `json:"since_utc"`
	Simulated bool       `json:"simulated"`
}
