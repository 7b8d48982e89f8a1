package report

import "time"

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
