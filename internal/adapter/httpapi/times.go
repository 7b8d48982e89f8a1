package httpapi

import (
	"time"

	"github.com/danielgtaylor/huma/v2"

	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// The widest span that one request may ask for, and the times it may lie in:
// stores count microseconds from 1970.
const (
	longest  = 10 * 366 * 24 * time.Hour
	usual    = 24 * time.Hour
	lastYear = 2200
)

// times reads a span: by default the 24 hours up to the end of the running
// control interval.
func (s *Server) times(in Span) (from, to time.Time, err error) {
	to = unit.IntervalAt(s.deps.Clock.Now(), unit.Control).End()
	if in.To != "" {
		if to, err = moment("query.to", in.To); err != nil {
			return from, to, err
		}
	}
	from = to.Add(-usual)
	if in.From != "" {
		if from, err = moment("query.from", in.From); err != nil {
			return from, to, err
		}
	}
	if !from.Before(to) {
		return from, to, invalid("query.from", in.From, "must be before to")
	}
	if to.Sub(from) > longest {
		return from, to, invalid("query.from", in.From, "a span of more than ten years is not served")
	}
	return from, to, nil
}

// moment reads an instant: RFC 3339, or the form of an interval's key.
func moment(where, text string) (time.Time, error) {
	for _, layout := range []string{time.RFC3339Nano, "2006-01-02T15:04Z"} {
		t, err := time.Parse(layout, text)
		if err == nil && t.Year() >= 1970 && t.Year() < lastYear {
			return t.UTC(), nil
		}
	}
	return time.Time{}, invalid(where, text, "want an instant between 1970 and 2200, such as 2026-01-31T18:05:00Z")
}

// invalid refuses one field, with the reason.
func invalid(where string, value any, reason string) error {
	return huma.Error422UnprocessableEntity("validation failed", &huma.ErrorDetail{
		Location: where, Message: reason, Value: value,
	})
}
