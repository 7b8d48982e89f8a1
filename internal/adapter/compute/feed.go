package compute

import (
	"context"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Feed is one thing to poll.
type Feed struct {
	name  string
	every time.Duration
	poll  func(ctx context.Context, now time.Time) (market.Batch, error)
}

// Name is the feed's stable name.
func (f *Feed) Name() string { return f.name }

// Every is how often to poll, on the world's clock.
func (f *Feed) Every() time.Duration { return f.every }

// Poll fetches what is new. What could be read comes together with the errors
// of what could not.
func (f *Feed) Poll(ctx context.Context, now time.Time) (market.Batch, error) {
	return f.poll(ctx, now)
}

// sighting is a value that a source dated itself.
type sighting struct {
	series market.Series
	value  float64
	at     time.Time
}

func (h *host) observe(s sighting, source string, now time.Time) (market.Observation, error) {
	known := now
	if s.at.After(known) {
		known = s.at
	}
	o := market.Observation{
		Series: s.series, Interval: unit.Interval{Start: s.at}, Value: s.value,
		Source: source, Published: s.at, Fetched: now, Known: known, Simulated: h.simulated,
	}
	return o, o.Check()
}
