package history

import (
	"fmt"
	"io"
	"slices"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Series is one column of a file.
type Series struct {
	Quotes  []market.Quote // in time order, each start once
	Step    time.Duration  // length of an interval
	Missing int            // rows with an empty field
	Filled  int            // rows kept that the file says were filled from a week earlier
	Dropped int            // rows left out that the file says were interpolated
}

// Notes say what a reader of results must know of the series, if anything. name
// is the file's.
func (s Series) Notes(name string) []string {
	var notes []string
	if s.Filled > 0 {
		notes = append(notes, fmt.Sprintf("%s: %d values are not prices of their own interval: the file says they were filled from a week earlier", name, s.Filled))
	}
	if s.Dropped > 0 {
		notes = append(notes, fmt.Sprintf("%s: %d interpolated values were left out", name, s.Dropped))
	}
	return notes
}

// RealTime reads the real-time settlement point prices of one settlement point,
// $/MWh, from a file with a column of that name (or the name and _RTM). Each is
// known once its interval has ended. Rows marked interpolated are left out, as
// nobody was ever charged such a price; rows marked filled_from_lag are kept and
// counted.
func RealTime(r io.Reader, name, point string) (Series, error) {
	return read(r, name, spec{
		series:  market.Series{Kind: market.RTSPP, Key: point},
		columns: []string{point, point + "_RTM"},
		known:   func(i unit.Interval) (time.Time, error) { return i.End(), nil },
	})
}

// DayAhead reads the day-ahead settlement point prices of one settlement point,
// $/MWh, from a file with a column of that name (or the name and _DAM). Each is
// known from 13:30 Central of the day before.
func DayAhead(r io.Reader, name, point string) (Series, error) {
	return read(r, name, spec{
		series:  market.Series{Kind: market.DASPP, Key: point},
		columns: []string{point, point + "_DAM"},
		known:   dayAheadKnown,
	})
}

// Reserve reads the day-ahead prices of every ancillary service that the file
// has a column for, $/MW per hour.
func Reserve(r io.Reader, name string) ([]market.Keyed, error) {
	t, err := open(r, name)
	if err != nil {
		return nil, err
	}
	var specs []spec
	for _, product := range market.Products() {
		if t.optional(product) >= 0 {
			specs = append(specs, spec{
				series:  market.Series{Kind: market.DAMCPC, Key: product},
				columns: []string{product},
				known:   dayAheadKnown,
			})
		}
	}
	if len(specs) == 0 {
		return nil, fmt.Errorf("%s:1: no column of an ancillary service (%v); the file has %s",
			name, market.Products(), excerpt(t.header))
	}
	read, err := t.columns(specs)
	if err != nil {
		return nil, err
	}
	var all []market.Keyed
	for i, s := range specs {
		for _, q := range read[i].Quotes {
			all = append(all, market.Keyed{Key: s.series.Key, Quote: q})
		}
	}
	slices.SortStableFunc(all, func(a, b market.Keyed) int { return a.Start.Compare(b.Start) })
	return all, nil
}

// Load reads the system's load, MW, from a column ERCOT. Each value is known
// once its interval has ended.
func Load(r io.Reader, name string) (Series, error) { return Power(r, name, market.Load, "ERCOT") }

// Power reads hourly megawatts of a kind from a column: a zone's load, or what
// wind generated. Each value is known once its interval has ended.
func Power(r io.Reader, name string, kind market.Kind, column string) (Series, error) {
	return read(r, name, spec{
		series:  market.Series{Kind: kind, Key: column},
		columns: []string{column},
		known:   func(i unit.Interval) (time.Time, error) { return i.End(), nil },
	})
}

// FromObservations is the series of one settlement point among observations,
// such as those of ERCOT's own files. A real-time price counts as known once its
// interval has ended, as in [RealTime].
func FromObservations(all []market.Observation, series market.Series) (Series, error) {
	var s Series
	for _, o := range all {
		if o.Series != series {
			continue
		}
		q := market.Quote{
			Value: o.Value, Start: o.Interval.Start, Length: o.Interval.Length,
			Known: o.Known, Source: o.Source, Simulated: o.Simulated,
		}
		if series.Kind == market.RTSPP {
			q.Known = o.Interval.End()
		}
		s.Quotes = append(s.Quotes, q)
	}
	if len(s.Quotes) == 0 {
		return Series{}, fmt.Errorf("no value of %s among %d observations: check the settlement point's name", series, len(all))
	}
	slices.SortStableFunc(s.Quotes, func(a, b market.Quote) int { return a.Start.Compare(b.Start) })
	s.Quotes = newest(s.Quotes)
	s.Step = s.Quotes[0].Length
	return s, nil
}

// newest keeps the last of several values for one start: a later file corrects
// an earlier one.
func newest(quotes []market.Quote) []market.Quote {
	kept := quotes[:0]
	for i, q := range quotes {
		if i+1 == len(quotes) || !quotes[i+1].Start.Equal(q.Start) {
			kept = append(kept, q)
		}
	}
	return kept
}

// dayAheadKnown is when the day-ahead market's results for an interval are out:
// by 13:30 Central of the day before (ERCOT Protocols 4.5.3).
func dayAheadKnown(i unit.Interval) (time.Time, error) {
	hour, err := unit.DayOf(i.Start).Add(-1).HourEnding(14, false)
	if err != nil {
		return time.Time{}, err
	}
	return hour.Add(30 * time.Minute), nil
}

// spec says how to read one column.
type spec struct {
	series  market.Series
	columns []string // names, in order of preference
	known   func(unit.Interval) (time.Time, error)
}

func read(r io.Reader, name string, s spec) (Series, error) {
	t, err := open(r, name)
	if err != nil {
		return Series{}, err
	}
	all, err := t.columns([]spec{s})
	if err != nil {
		return Series{}, err
	}
	if len(all[0].Quotes) == 0 {
		return Series{}, fmt.Errorf("%s: column %s holds no value", name, s.columns[0])
	}
	return all[0], nil
}

// columns reads several columns in one pass.
func (t *table) columns(specs []spec) ([]Series, error) {
	start, err := t.column("interval_start_utc")
	if err != nil {
		return nil, err
	}
	at := make([]int, len(specs))
	for i, s := range specs {
		if at[i], err = t.column(s.columns...); err != nil {
			return nil, err
		}
	}
	out := make([]Series, len(specs))
	interpolated, filled := t.optional("interpolated"), t.optional("filled_from_lag")
	var last time.Time
	var step time.Duration
	for {
		more, err := t.next()
		if err != nil {
			return nil, err
		}
		if !more {
			break
		}
		began, err := t.instant(start)
		if err != nil {
			return nil, err
		}
		if !last.IsZero() {
			if !began.After(last) {
				return nil, t.fault(start, "%s does not come after %s: rows must be in time order, each interval once",
					began.Format(time.RFC3339), last.Format(time.RFC3339))
			}
			if gap := began.Sub(last); step == 0 || gap < step {
				step = gap
			}
		}
		last = began
		for i := range specs {
			if err := t.take(&out[i], at[i], specs[i].series, began, t.flag(interpolated), t.flag(filled)); err != nil {
				return nil, err
			}
		}
	}
	return out, t.finish(out, specs, step)
}

// take adds the field at a column of the current row to a series.
func (t *table) take(s *Series, column int, series market.Series, start time.Time, interpolated, filled bool) error {
	value, ok, err := t.number(column)
	if err != nil {
		return err
	}
	switch {
	case !ok:
		s.Missing++
		return nil
	case interpolated:
		s.Dropped++
		return nil
	case filled:
		s.Filled++
	}
	o := market.Observation{
		Series: series, Value: value, Source: sourceOf(series.Kind),
		Interval: unit.Interval{Start: start}, Known: start,
	}
	if err := o.Check(); err != nil {
		return t.fault(column, "%v", err)
	}
	s.Quotes = append(s.Quotes, market.Quote{Value: value, Start: start, Source: o.Source})
	return nil
}

// finish sets lengths and known times once the step of the file is known.
func (t *table) finish(out []Series, specs []spec, step time.Duration) error {
	switch step {
	case 0:
		step = time.Hour // a single row
	case unit.Control, unit.Settlement, time.Hour:
	default:
		return fmt.Errorf("%s: rows are %s apart: want intervals of 5, 15 or 60 minutes", t.name, step)
	}
	for i := range out {
		out[i].Step = step
		for j := range out[i].Quotes {
			q := &out[i].Quotes[j]
			q.Length = step
			if !q.Start.Truncate(step).Equal(q.Start) {
				return fmt.Errorf("%s: %s does not start on a %s boundary", t.name, q.Start.Format(time.RFC3339), step)
			}
			known, err := specs[i].known(q.Interval())
			if err != nil {
				return fmt.Errorf("%s: when %s became known: %w", t.name, q.Start.Format(time.RFC3339), err)
			}
			q.Known = known
		}
	}
	return nil
}

// sourceOf names what a kind's history was published as.
func sourceOf(k market.Kind) string { return "history/" + string(k) }
