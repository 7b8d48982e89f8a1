package report

import (
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
)

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

// Of is a quote as a [Value], its age taken at the moment at.
func Of(name, unit string, q market.Quote, at time.Time) Value {
	v := Value{Name: name, Unit: unit, LengthS: q.Length.Seconds(), Source: q.Source, Stale: q.Stale, Simulated: q.Simulated}
	if !q.OK() {
		return v
	}
	v.Value, v.Start, v.Known = number(q.Value), instant(q.Start), instant(q.Known)
	v.AgeS = number(q.Age(at).Seconds())
	return v
}

// unknown is a value of which nothing is known.
func unknown(name, unit string) Value { return Value{Name: name, Unit: unit} }

func reasonsOf(reasons []policy.Reason) []Reason {
	out := make([]Reason, 0, len(reasons))
	for _, r := range reasons {
		out = append(out, Reason{Rule: r.Rule, Class: r.Class, Text: r.Text})
	}
	return out
}

func number(f float64) *float64 { return &f }

// instant is t for a view; nil for the zero time.
func instant(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	t = t.UTC()
	return &t
}

// total adds numbers of which any may be unknown; then so is the sum.
func total(parts ...*float64) *float64 {
	var sum float64
	for _, p := range parts {
		if p == nil {
			return nil
		}
		sum += *p
	}
	return &sum
}

// per divides where it makes sense: nil for an unknown number or a divisor that
// is not positive.
func per(n *float64, by float64) *float64 {
	if n == nil || !(by > 0) {
		return nil
	}
	return number(*n / by)
}

// minus is a - b, unknown where either is.
func minus(a, b *float64) *float64 {
	if a == nil || b == nil {
		return nil
	}
	return number(*a - *b)
}
