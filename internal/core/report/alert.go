package report

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/episode"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// The severities, gravest first.
const (
	Critical = "critical"
	Warning  = "warning"
	Info     = "info"
)

// AlertInput is what [AlertsOf] works from.
type AlertInput struct {
	At       time.Time
	Sites    []SiteRecord
	Orders   map[string]site.Orders // by site
	Commands []episode.Command      // of the newest decisions
	Feeds    []FeedHealth
	Checks   []Check

	Recording []ChainTrouble // what keeps decisions off the chain
	Fleets    []Alert        // of machines that are driven one by one
}

// AlertsOf is what needs attention now, gravest first. Alerts are worked out
// from the state of things, so that one ends when its cause does.
func AlertsOf(in AlertInput) Alerts {
	view := Alerts{At: in.At, Alerts: []Alert{}}
	for i := range in.Sites {
		s := &in.Sites[i]
		view.Alerts = append(view.Alerts, decisionAlerts(s, in.At)...)
		view.Alerts = append(view.Alerts, orderAlerts(s.Site.ID, in.Orders[s.Site.ID])...)
		view.Alerts = append(view.Alerts, commandAlerts(s.Site.ID, in.Commands)...)
		view.Simulated = view.Simulated || s.Newest != nil && s.Newest.Simulated
	}
	view.Alerts = append(view.Alerts, emergencyAlerts(in.Sites)...)
	view.Alerts = append(view.Alerts, feedAlerts(in.Feeds)...)
	view.Alerts = append(view.Alerts, in.Fleets...)
	for _, t := range in.Recording {
		view.Alerts = append(view.Alerts, Alert{ID: "chain/" + t.Name, Severity: t.Severity, Title: "Recording on the chain", Text: t.Text})
	}
	for _, c := range in.Checks {
		if !c.OK {
			view.Alerts = append(view.Alerts, Alert{
				ID: "check/" + c.Name, Severity: Critical, Title: "Check failing: " + c.Name, Text: c.Detail,
			})
		}
	}
	slices.SortStableFunc(view.Alerts, func(a, b Alert) int { return cmp.Compare(gravity(a), gravity(b)) })
	return view
}

func gravity(a Alert) int { return slices.Index([]string{Critical, Warning, Info}, a.Severity) }

func decisionAlerts(s *SiteRecord, at time.Time) []Alert {
	d := s.Newest
	if d == nil {
		return []Alert{{
			ID: "undecided/" + s.Site.ID, Severity: Warning, Site: s.Site.ID, Title: "No decision yet",
			Text: "nothing has been decided for this site; the log says why if this lasts longer than one interval",
		}}
	}
	if missed := at.Sub(d.Interval.End()); missed > unit.Control {
		return []Alert{{
			ID: "undecided/" + s.Site.ID, Severity: Critical, Site: s.Site.ID, Title: "Decisions have stopped",
			Text:  fmt.Sprintf("the newest decision is for %s; machines hold their last set-point until the log's error is dealt with", d.Interval.Key()),
			Since: instant(d.Interval.End()), Simulated: d.Simulated,
		}}
	}
	if d.Degraded == "" {
		return nil
	}
	return []Alert{{
		ID: "degraded/" + s.Site.ID, Severity: Warning, Site: s.Site.ID, Title: "Deciding on bad data",
		Text:  d.Degraded + "; the degraded policy decides until the feed recovers",
		Since: instant(d.Interval.Start), Simulated: d.Simulated,
	}}
}

func orderAlerts(siteID string, o site.Orders) []Alert {
	var alerts []Alert
	if o.Stop {
		alerts = append(alerts, Alert{
			ID: "stop/" + siteID, Severity: Critical, Site: siteID, Title: "Stopped",
			Text: "the kill switch is on: every class is off until it is released",
		})
	}
	for _, i := range o.Instructions {
		alerts = append(alerts, Alert{
			ID: "instruction/" + siteID + "/" + i.ID, Severity: Warning, Site: siteID,
			Title: "Instruction from " + i.From,
			Text:  fmt.Sprintf("%s %s, revision %d, binds this site until it ends or is recalled", i.Kind, i.ID, i.Revision),
			Since: instant(i.Start),
		})
	}
	for _, v := range o.Overrides {
		of := "the whole site"
		if v.Class != "" {
			of = v.Class
		}
		alerts = append(alerts, Alert{
			ID: "override/" + siteID + "/" + v.ID, Severity: Info, Site: siteID, Title: "Manual override",
			Text:  fmt.Sprintf("%s asked for %.3f MW of %s until %s: %s", v.By, float64(v.MW), of, v.End.UTC().Format(time.RFC3339), v.Reason),
			Since: instant(v.Start),
		})
	}
	return alerts
}

// commandAlerts gathers a site's commands that were not followed. Commands
// withheld in advise mode are told once for the site.
func commandAlerts(siteID string, commands []episode.Command) []Alert {
	var alerts []Alert
	withheld := false
	for i := range commands {
		c := &commands[i]
		switch {
		case c.Site != siteID:
		case c.State == "failed" || c.State == "unknown":
			alerts = append(alerts, Alert{
				ID: "command/" + siteID + "/" + c.Class, Severity: Warning, Site: siteID,
				Title: "Command " + c.State + ": " + c.Class,
				Text:  fmt.Sprintf("asked for %.3f MW in decision %s: %s", float64(c.Target), c.Decision, c.Error),
				Since: instant(c.SentAt),
			})
		case c.State == "withheld":
			withheld = true
		}
	}
	if withheld {
		alerts = append(alerts, Alert{
			ID: "advise/" + siteID, Severity: Info, Site: siteID, Title: "Advice only",
			Text: "control is advise: decisions are shown and recorded, machines are not commanded; set control: live to command them",
		})
	}
	return alerts
}

func emergencyAlerts(sites []SiteRecord) []Alert {
	snap := ercotSnapshot(sites)
	if snap == nil || !snap.System.EEA.Fresh() || snap.System.EEA.Value < 1 {
		return nil
	}
	return []Alert{{
		ID: "eea", Severity: Critical, Title: fmt.Sprintf("Energy emergency alert, level %.0f", snap.System.EEA.Value),
		Text:  "the grid operator has declared an emergency: load is not raised, and is shed as the level demands",
		Since: instant(snap.System.EEA.Known), Simulated: snap.System.EEA.Simulated,
	}}
}

func feedAlerts(feeds []FeedHealth) []Alert {
	var alerts []Alert
	for _, f := range feeds {
		if f.State != "failing" {
			continue
		}
		alerts = append(alerts, Alert{
			ID: "feed/" + f.Name, Severity: Warning, Title: "Feed failing: " + f.Name,
			Text:  fmt.Sprintf("%d polls in a row failed: %s", f.Failures, f.LastError),
			Since: f.LastErrorAt, Simulated: f.Simulated,
		})
	}
	return alerts
}
