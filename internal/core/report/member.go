package report

import "time"

// Members are who may join the coordinator's bus (GET /api/members).
type Members struct {
	At      time.Time `json:"at_utc"`
	Text    string    `json:"text"`    // why nobody can be let in here; empty where they can
	BusURL  string    `json:"bus_url"` // where they join; empty: nowhere
	LeafURL string    `json:"leaf_url"`
	Members []Member  `json:"members"`
}

// Member is a site or a worker in a process of its own.
type Member struct {
	Name      string     `json:"name"`
	Role      string     `json:"role" enum:"site,worker"`
	Site      string     `json:"site"` // where its workers stand; empty: nowhere
	Text      string     `json:"text"` // what it may not do, and what to do about it
	State     string     `json:"state" enum:"invited,enrolled,revoked"`
	Key       string     `json:"key"` // public; empty until enrolled
	Connected *bool      `json:"connected"`
	Invited   time.Time  `json:"invited_utc"`
	Expires   time.Time  `json:"expires_utc"` // of its token
	Joined    *time.Time `json:"joined_utc"`
}

// Invitation is a token, told once.
type Invitation struct {
	Name    string    `json:"name"`
	Role    string    `json:"role"`
	Site    string    `json:"site"`  // where its workers will stand; empty: nowhere
	Token   string    `json:"token"` // good once; kept nowhere
	Expires time.Time `json:"expires_utc"`
	BusURL  string    `json:"bus_url"`
}
