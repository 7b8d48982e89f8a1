package report

import (
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

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

// OrdersOf shows the orders in force.
func OrdersOf(o *site.Orders) Orders {
	view := Orders{
		Stop:         o.Stop,
		Instructions: make([]Instruction, 0, len(o.Instructions)),
		Overrides:    make([]Override, 0, len(o.Overrides)),
		Awards:       make([]Award, 0, len(o.Awards)),
	}
	for _, i := range o.Instructions {
		view.Instructions = append(view.Instructions, Instruction{
			ID: i.ID, Revision: i.Revision, From: i.From, Kind: i.Kind, Product: i.Product,
			MaxMW: megawatts(i.MaxMW), MinMW: megawatts(i.MinMW),
			Start: i.Start, End: instant(i.End), Received: i.Received,
		})
	}
	for _, v := range o.Overrides {
		view.Overrides = append(view.Overrides, OverrideOf(v))
	}
	for _, a := range o.Awards {
		view.Awards = append(view.Awards, Award{
			Product: a.Product, PowerMW: float64(a.MW), Up: a.Up, LowMW: float64(a.LowMW),
			Start: a.Start, End: a.End, Deployed: a.Deployed,
		})
	}
	return view
}

// OverrideOf shows an override.
func OverrideOf(o site.Override) Override {
	return Override{
		ID: o.ID, Class: o.Class, PowerMW: float64(o.MW), By: o.By, Reason: o.Reason, Start: o.Start, End: o.End,
	}
}

func megawatts(mw *unit.MW) *float64 {
	if mw == nil {
		return nil
	}
	return number(float64(*mw))
}
