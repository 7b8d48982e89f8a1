package ercot

import (
	"errors"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/market"
)

// memory is what a feed has reported already. Feeds ask for overlapping spans,
// so that a late or restated row is not missed; memory lets only news through.
type memory struct {
	seen   map[seenKey]seenValue
	newest time.Time      // end of the latest interval seen
	files  map[int64]bool // report files that have been read
}

type seenKey struct {
	series market.Series
	start  int64 // Unix seconds
}

type seenValue struct {
	value  float64
	stated time.Time // published, as the report says it
	end    time.Time
}

// news is the part of read that has not been reported, checked and complete.
// arrived is when the answer came. A value that differs from the one reported,
// under the same publication time, was restated silently: it counts as
// published when it was seen.
func (m *memory) news(read []market.Observation, s stamp) ([]market.Observation, error) {
	if m.seen == nil {
		m.seen = make(map[seenKey]seenValue)
	}
	var out []market.Observation
	var bad []error
	for _, o := range read {
		key := seenKey{o.Series, o.Interval.Start.Unix()}
		before, known := m.seen[key]
		now := seenValue{o.Value, o.Published, o.Interval.End()}
		switch {
		case known && now.stated.Before(before.stated):
			continue
		case known && now.stated.Equal(before.stated) && now.value == before.value:
			continue
		case known && now.stated.Equal(before.stated):
			o.Published = s.fetched
		}
		s.apply(&o)
		if err := o.Check(); err != nil {
			bad = append(bad, err)
			continue
		}
		m.seen[key] = now
		if now.end.After(m.newest) {
			m.newest = now.end
		}
		out = append(out, o)
	}
	return out, errors.Join(bad...)
}

// forget drops what ended before t.
func (m *memory) forget(t time.Time) {
	for key, v := range m.seen {
		if v.end.Before(t) {
			delete(m.seen, key)
		}
	}
}

// stamp completes observations with where they came from and when.
type stamp struct {
	source    string
	fetched   time.Time
	simulated bool
}

// apply: what is published is at the latest as of its arrival, and what does
// not say when it was published was so by then.
func (s stamp) apply(o *market.Observation) {
	if o.Published.IsZero() || o.Published.After(s.fetched) {
		o.Published = s.fetched
	}
	o.Source, o.Fetched, o.Known, o.Simulated = s.source, s.fetched, s.fetched, s.simulated
}
