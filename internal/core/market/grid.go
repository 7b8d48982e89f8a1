package market

import (
	"math"
	"time"
)

// Grid is what the newest study of a power network found for one site: what a
// megawatt at its bus does to the branches that bind, and what power is worth
// there. It is linear around the state studied, so that a plan can be judged
// without another study.
type Grid struct {
	Network   string    `json:"network"`   // name of the network computed on
	Synthetic bool      `json:"synthetic"` // the network is a generated one, not the operator's
	Case      string    `json:"case"`      // hex SHA-256 of the case file studied
	At        time.Time `json:"at"`        // of the system state put into the study
	Known     time.Time `json:"known"`     // when the study was done
	Simulated bool      `json:"simulated"` // network or state are not real
	Bus       int       `json:"bus"`       // the site's, by the case's number
	StudyMW   float64   `json:"study_mw"`  // the site's load in the study

	PriceUSDPerMWh float64   `json:"price_usd_per_mwh"` // nodal price at the bus
	MeanUSDPerMWh  float64   `json:"mean_usd_per_mwh"`  // load-weighted nodal price of the network
	Binding        []Binding `json:"binding"`           // the tightest branches, tightest first
}

// Binding is a branch near its limit, in the base case or after an outage.
type Binding struct {
	Branch  string  `json:"branch"`
	Outage  string  `json:"outage,omitempty"` // the branch lost; empty in the base case
	FlowMW  float64 `json:"flow_mw"`          // in the direction of the flow, so never negative
	LimitMW float64 `json:"limit_mw"`
	Shift   float64 `json:"shift"` // change of that flow per MW of load at the site's bus
}

// Loading is the flow over the limit when the site takes mw in place of what
// was studied.
func (b Binding) Loading(g *Grid, mw float64) float64 {
	return math.Abs(b.FlowMW+b.Shift*(mw-g.StudyMW)) / b.LimitMW
}

// Effect is what a site's plan does to the network's tightest branches.
type Effect string

// The effects, from best to worst. A change counts from a tenth of a percent
// of the branch's limit on.
const (
	Relieves Effect = "relieves" // the tightest branch it can reach carries less than without the site
	Neutral  Effect = "neutral"
	Adds     Effect = "adds"   // carries more, within its limit
	Causes   Effect = "causes" // carries more than its limit, and would not without the site
)

// Judge says what a plan of mw does, beside the site taking nothing, and which
// binding branch says so (nil where none is moved).
func (g *Grid) Judge(mw float64) (Effect, *Binding) {
	const counts = 0.001
	effect, said := Neutral, (*Binding)(nil)
	for i := range g.Binding {
		b := &g.Binding[i]
		with, without := b.Loading(g, mw), b.Loading(g, 0)
		switch {
		case with > 1 && without <= 1:
			return Causes, b
		case said != nil:
		case with > without+counts:
			effect, said = Adds, b
		case with < without-counts:
			effect, said = Relieves, b
		}
	}
	return effect, said
}
