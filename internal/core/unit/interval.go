package unit

import (
	"fmt"
	"time"
)

const (
	// Control is the length of a control interval: one decision each.
	Control = 5 * time.Minute
	// Settlement is the length of an ERCOT settlement interval.
	Settlement = 15 * time.Minute
)

// Interval is a half-open span [Start, End) on the UTC axis.
type Interval struct {
	Start  time.Time     `json:"start"`
	Length time.Duration `json:"length_ns"`
}

// IntervalAt is the interval of the given length that contains t, on the grid
// that starts at the Unix epoch.
func IntervalAt(t time.Time, length time.Duration) Interval {
	return Interval{Start: t.UTC().Truncate(length), Length: length}
}

// End is the first instant after the interval.
func (i Interval) End() time.Time { return i.Start.Add(i.Length) }

// Next is the interval of the same length that follows.
func (i Interval) Next() Interval { return Interval{Start: i.End(), Length: i.Length} }

// Prev is the interval of the same length that comes before.
func (i Interval) Prev() Interval { return Interval{Start: i.Start.Add(-i.Length), Length: i.Length} }

// Contains reports whether t lies in [Start, End).
func (i Interval) Contains(t time.Time) bool {
	return !t.Before(i.Start) && t.Before(i.End())
}

// Within is the interval of the given length around i's start, such as the
// settlement interval that a control interval belongs to.
func (i Interval) Within(length time.Duration) Interval { return IntervalAt(i.Start, length) }

// Key is the interval's name in stores, ids and URLs: its start, UTC, as
// 2006-01-02T15:04Z.
func (i Interval) Key() string { return i.Start.UTC().Format(keyLayout) }

const keyLayout = "2006-01-02T15:04Z"

// ParseKey reads [Interval.Key] back. The start must lie on the grid of length,
// and be spelt as Key spells it: one interval has one name.
func ParseKey(key string, length time.Duration) (Interval, error) {
	start, err := time.Parse(keyLayout, key)
	if err != nil || start.Format(keyLayout) != key {
		return Interval{}, fmt.Errorf("interval %q: want a UTC start such as 2026-01-31T18:05Z", key)
	}
	i := IntervalAt(start, length)
	if !i.Start.Equal(start) {
		return Interval{}, fmt.Errorf("interval %q: does not start on a %s boundary", key, length)
	}
	return i, nil
}
