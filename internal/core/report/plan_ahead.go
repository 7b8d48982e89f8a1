package report

import (
	"fmt"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/episode"
)

// PlanAhead is what the policy that plans two days ahead intends for the next
// hours, and what limits cost now.
type PlanAhead struct {
	Decides   bool        `json:"decides"` // its plan was taken; else it is asked for the record
	Stood     string      `json:"stood" enum:"mpc,dp,threshold"`
	Why       string      `json:"why"` // not a better one, or what is assumed
	Source    string      `json:"source"`
	Simulated bool        `json:"simulated"`
	Scenarios int         `json:"scenarios"`
	Passes    int         `json:"passes"` // of dynamic programs, which its budget counts
	Shadows   []LimitCost `json:"shadows"`
	Hours     []PlanHour  `json:"hours"`
}

// LimitCost is what a limit costs now: what one more MW for an hour would earn.
type LimitCost struct {
	Limit     string  `json:"limit"`
	USDPerMWh float64 `json:"usd_per_mwh"`
	Text      string  `json:"text"`
}

// PlanHour is an hour of a plan, on the mean of its scenarios.
type PlanHour struct {
	Start time.Time   `json:"start_utc"`
	Price float64     `json:"price_usd_per_mwh"`
	Low   float64     `json:"low_usd_per_mwh"`  // 10 % of the scenarios lie below
	High  float64     `json:"high_usd_per_mwh"` // 10 % lie above
	MW    []ClassPlan `json:"classes"`
}

// ClassPlan is a class's mean power in an hour.
type ClassPlan struct {
	Class string  `json:"class"`
	MW    float64 `json:"power_mw"`
}

// planAheadOf is the plan that was made with a decision; nil where none was.
func planAheadOf(d *episode.Decision) *PlanAhead {
	for _, p := range d.Proposals {
		a := p.Ahead
		if a == nil {
			continue
		}
		view := &PlanAhead{
			Decides: d.Policy == p.Policy, Stood: a.Stood, Why: a.Why, Source: a.Source, Simulated: a.Simulated || d.Simulated,
			Scenarios: a.Scenarios, Passes: a.Passes, Shadows: make([]LimitCost, 0, len(a.Shadows)), Hours: make([]PlanHour, 0, len(a.Hours)),
		}
		for _, s := range a.Shadows {
			view.Shadows = append(view.Shadows, LimitCost{
				Limit: s.Limit, USDPerMWh: float64(s.USDPerMWh),
				Text: fmt.Sprintf("%s costs %.0f $/MW now: one more MW for an hour would earn that", limitName(s.Limit), float64(s.USDPerMWh)),
			})
		}
		for _, h := range a.Hours {
			row := PlanHour{Start: h.Start, Price: float64(h.Price), Low: float64(h.Low), High: float64(h.High)}
			for i, mw := range h.MW {
				if i < len(d.Input.Site.Classes) {
					row.MW = append(row.MW, ClassPlan{Class: d.Input.Site.Classes[i].ID, MW: float64(mw)})
				}
			}
			view.Hours = append(view.Hours, row)
		}
		return view
	}
	return nil
}

func limitName(limit string) string {
	switch limit {
	case "site":
		return "the site limit"
	case "block":
		return "the size of the block"
	case "award":
		return "holding the awarded reserve"
	}
	return limit
}
