package report

import (
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/episode"
	"github.com/pouw-dem/pouwdem/internal/core/site"
)

// System is the program itself (GET /api/system).
type System struct {
	At         time.Time    `json:"at_utc"` // on the world's clock
	Simulated  bool         `json:"simulated"`
	Version    string       `json:"version"`
	Commit     string       `json:"commit"`
	Go         string       `json:"go"`
	Role       string       `json:"role"`
	Control    string       `json:"control"` // advise or live
	World      string       `json:"world"`   // simulated or live
	Speed      float64      `json:"clock_speed"`
	Started    time.Time    `json:"started_utc"` // on the world's clock
	Sites      []SiteInfo   `json:"sites"`
	Config     []Setting    `json:"config"`
	Feeds      []FeedHealth `json:"feeds"`
	Checks     []Check      `json:"checks"`
	StopAll    bool         `json:"stop_all"`    // every site is stopped
	StopSites  []string     `json:"stop_sites"`  // sites that are stopped
	EventsLast int64        `json:"events_last"` // newest event's sequence number
	Streams    int          `json:"streams"`     // open live streams
}

// SiteInfo is a site as configured.
type SiteInfo struct {
	Site     string      `json:"site"`
	Name     string      `json:"name"`
	Point    string      `json:"point"`
	LimitMW  float64     `json:"limit_mw"`
	Contract string      `json:"contract"`
	Classes  []ClassInfo `json:"classes"`
}

// ClassInfo is a class of machines as configured.
type ClassInfo struct {
	Class string  `json:"class"`
	Kind  string  `json:"kind"`
	Model string  `json:"model"`
	Units int     `json:"units"`
	MaxMW float64 `json:"max_mw"`
}

// Setting is one configured value and where it came from.
type Setting struct {
	Name   string `json:"name"`
	Value  string `json:"value"`  // masked where secret
	Source string `json:"source"` // default, file, env, flag
	Secret bool   `json:"secret"`
}

// FeedHealth is how a feed is doing.
type FeedHealth struct {
	Name         string     `json:"name"`
	EveryS       float64    `json:"every_s"`
	State        string     `json:"state"` // ok, late, failing, waiting
	LastOK       *time.Time `json:"last_ok_utc"`
	AgeS         *float64   `json:"age_s"` // since LastOK
	LastError    string     `json:"last_error"`
	LastErrorAt  *time.Time `json:"last_error_utc"`
	Failures     int        `json:"failures_in_a_row"`
	Observations int64      `json:"observations"` // brought since start
	Simulated    bool       `json:"simulated"`
}

// Check is one readiness check.
type Check struct {
	Name   string `json:"name"`
	OK     bool   `json:"ok"`
	Detail string `json:"detail"`
}

// Health is the answer of /readyz.
type Health struct {
	OK     bool    `json:"ok"`
	Checks []Check `json:"checks"`
}

// Event is something that happened, as the live stream tells it (GET
// /api/events). Body has the kind's own shape.
type Event struct {
	Seq       int64     `json:"seq"`
	Kind      string    `json:"kind"` // decision, settlement, command, alert, feed, order
	Site      string    `json:"site"`
	Key       string    `json:"key"`
	At        time.Time `json:"at_utc"`
	Simulated bool      `json:"simulated"`
	Body      any       `json:"body"`
}

// EventOf shows an event.
func EventOf(e *episode.Event) Event {
	return Event{
		Seq: e.Seq, Kind: e.Kind, Site: e.Site, Key: e.Key, At: e.At, Simulated: e.Simulated, Body: paramsOf(e.Body),
	}
}

// SitesOf shows sites as they are configured.
func SitesOf(sites []site.Site) []SiteInfo {
	rows := make([]SiteInfo, 0, len(sites))
	for i := range sites {
		s := &sites[i]
		row := SiteInfo{
			Site: s.ID, Name: s.Name, Point: s.Point, LimitMW: float64(s.Limits.SiteMW),
			Contract: string(s.Contract.Kind), Classes: make([]ClassInfo, 0, len(s.Classes)),
		}
		for j := range s.Classes {
			c := &s.Classes[j]
			row.Classes = append(row.Classes, ClassInfo{
				Class: c.ID, Kind: string(c.Kind), Model: c.Model, Units: c.Units, MaxMW: float64(c.MaxMW()),
			})
		}
		rows = append(rows, row)
	}
	return rows
}
