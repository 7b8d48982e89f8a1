package report

import "time"

// Value is one number from the outside with everything a reader needs to trust
// it or not. A value that is not known has null in Value, Start and Known.
type Value struct {
	Name      string     `json:"name"` // stable name, such as "spp" or "gpu_hour/H100"
	Value     *float64   `json:"value"`
	Unit      string     `json:"unit"`
	Start     *time.Time `json:"start_utc"` // start of what it is about
	LengthS   float64    `json:"length_s"`  // length of what it is about, seconds; 0 for an instant
	Known     *time.Time `json:"known_utc"` // when it could first be acted on
	AgeS      *float64   `json:"age_s"`     // since Known
	Source    string     `json:"source"`    // feed and product
	Stale     bool       `json:"stale"`
	Simulated bool       `json:"simulated"`
}

// Reason is one sentence of why, with the rule that said it.
type Reason struct {
	Rule  string `json:"rule"`
	Class string `json:"class"` // empty: about the site
	Text  string `json:"text"`
}

// UsePower is power of one class in one use.
type UsePower struct {
	Use     string  `json:"use"` // mine, infer, grid, off
	Class   string  `json:"class"`
	Tier    string  `json:"tier"` // inference tier, else empty
	PowerMW float64 `json:"power_mw"`
}

// Term is one number of an arithmetic shown to the reader.
type Term struct {
	Label     string   `json:"label"`
	Value     float64  `json:"value"`
	Unit      string   `json:"unit"`
	Source    string   `json:"source"` // feed, contract, nameplate or formula
	AgeS      *float64 `json:"age_s"`
	Stale     bool     `json:"stale"`
	Simulated bool     `json:"simulated"`
}
