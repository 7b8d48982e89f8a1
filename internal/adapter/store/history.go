package store

import (
	"context"
	"database/sql"
	"fmt"
	"math"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// everKnown is an as-of time after every other.
const everKnown = math.MaxInt64

const observationColumns = `o.start_us, o.length_us, o.published_us, o.fetched_us, o.known_us, o.value, o.source, o.simulated`

func scanObservation(rows interface{ Scan(...any) error }, series market.Series) (market.Observation, error) {
	o := market.Observation{Series: series}
	var start, length, published, fetched, known int64
	err := rows.Scan(&start, &length, &published, &fetched, &known, &o.Value, &o.Source, &o.Simulated)
	o.Interval = unit.Interval{Start: instant(start), Length: time.Duration(length) * time.Microsecond}
	o.Published, o.Fetched, o.Known = instant(published), instant(fetched), instant(known)
	return o, err
}

// Recent is what was known at asOf of the intervals that start at since or
// later: per series and interval the newest revision. Series come in order of
// kind and key, intervals in order of time.
func (s *Store) Recent(ctx context.Context, series []market.Series, asOf, since time.Time) ([]market.Observation, error) {
	var all []market.Observation
	for _, one := range ordered(series) {
		err := s.walk(ctx, one, micros(since), math.MaxInt64, micros(asOf), func(o market.Observation) { all = append(all, o) })
		if err != nil {
			return nil, err
		}
	}
	return all, nil
}

// Range is what was known at asOf of the intervals of a series that start in
// [from, to), in order of time.
func (s *Store) Range(ctx context.Context, series market.Series, from, to, asOf time.Time) ([]market.Observation, error) {
	var all []market.Observation
	err := s.walk(ctx, series, micros(from), micros(to), micros(asOf), func(o market.Observation) { all = append(all, o) })
	return all, err
}

// walk visits the newest revision known at asOf of every interval that starts
// in [from, to).
func (s *Store) walk(ctx context.Context, series market.Series, from, to, asOf int64, visit func(market.Observation)) error {
	rows, err := s.read.QueryContext(ctx, `
		SELECT `+observationColumns+`
		FROM observation o
		WHERE o.series_id = (SELECT id FROM series WHERE kind = $1 AND key = $2) AND o.start_us >= $3 AND o.start_us < $4 AND o.known_us <= $5
		ORDER BY o.start_us, o.length_us, o.published_us, o.fetched_us`,
		string(series.Kind), series.Key, from, to, asOf)
	if err != nil {
		return fmt.Errorf("read series %s: %w", series, err)
	}
	defer rows.Close()
	var newest market.Observation
	held := false
	for rows.Next() {
		o, err := scanObservation(rows, series)
		if err != nil {
			return fmt.Errorf("read series %s: %w", series, err)
		}
		if held && o.Interval != newest.Interval {
			visit(newest)
		}
		newest, held = o, true
	}
	if err := rows.Err(); err != nil {
		return fmt.Errorf("read series %s: %w", series, err)
	}
	if held {
		visit(newest)
	}
	return nil
}

// Last is, per series, the newest interval of which anything was known at asOf,
// in its newest revision of then. A series of which nothing was known is left
// out; the others come in order of kind and key.
func (s *Store) Last(ctx context.Context, series []market.Series, asOf time.Time) ([]market.Observation, error) {
	var all []market.Observation
	for _, one := range ordered(series) {
		row := s.read.QueryRowContext(ctx, `
			SELECT `+observationColumns+`
			FROM observation o
			WHERE o.series_id = (SELECT id FROM series WHERE kind = $1 AND key = $2) AND o.known_us <= $3
			ORDER BY o.start_us DESC, o.length_us DESC, o.published_us DESC, o.fetched_us DESC LIMIT 1`,
			string(one.Kind), one.Key, micros(asOf))
		o, err := scanObservation(row, one)
		known, err := found(err)
		if err != nil {
			return nil, fmt.Errorf("read newest of series %s: %w", one, err)
		}
		if known {
			all = append(all, o)
		}
	}
	return all, nil
}

// Point is what a series did within one step of a chart, over the newest
// revisions of the intervals that start in it.
type Point struct {
	Start     time.Time `json:"start"`
	Mean      float64   `json:"mean"`
	Min       float64   `json:"min"`
	Max       float64   `json:"max"`
	Count     int       `json:"count"`
	Simulated bool      `json:"simulated"` // any of the values was
}

// Downsample thins a series for a chart: one point per step, on the grid that
// starts at the Unix epoch. A step without a value has no point.
func (s *Store) Downsample(ctx context.Context, series market.Series, from, to time.Time, step time.Duration) ([]Point, error) {
	if step < time.Second {
		return nil, fmt.Errorf("thin series %s: step %s is below 1s", series, step)
	}
	var points []Point
	err := s.walk(ctx, series, micros(from), micros(to), everKnown, func(o market.Observation) {
		start := unit.IntervalAt(o.Interval.Start, step).Start
		if len(points) == 0 || !points[len(points)-1].Start.Equal(start) {
			points = append(points, Point{Start: start, Min: o.Value, Max: o.Value})
		}
		points[len(points)-1].add(o)
	})
	return points, err
}

func (p *Point) add(o market.Observation) {
	p.Count++
	p.Mean += (o.Value - p.Mean) / float64(p.Count)
	p.Min, p.Max = min(p.Min, o.Value), max(p.Max, o.Value)
	p.Simulated = p.Simulated || o.Simulated
}

// SeriesInfo is a series' line in the catalogue.
type SeriesInfo struct {
	Series    market.Series      `json:"series"`
	Newest    market.Observation `json:"newest"`    // of the newest interval, its newest revision
	Revisions int64              `json:"revisions"` // values stored, superseded ones included
	First     time.Time          `json:"first"`     // start of the oldest interval
	Last      time.Time          `json:"last"`      // start of the newest interval
}

// Catalogue is every series in the store, in order of kind and key.
func (s *Store) Catalogue(ctx context.Context) ([]SeriesInfo, error) {
	rows, err := s.read.QueryContext(ctx, `
		SELECT s.kind, s.key, o.revisions, o.first_us, `+observationColumns+`
		FROM series_latest o JOIN series s ON s.id = o.series_id
		ORDER BY s.kind, s.key`)
	all, err := collect(rows, err, func(rows *sql.Rows) (SeriesInfo, error) {
		var line SeriesInfo
		var first int64
		lead := []any{&line.Series.Kind, &line.Series.Key, &line.Revisions, &first}
		newest, err := scanObservation(prefixed{rows, lead}, market.Series{})
		newest.Series = line.Series
		line.Newest, line.First, line.Last = newest, instant(first), newest.Interval.Start
		return line, err
	})
	if err != nil {
		return nil, fmt.Errorf("read catalogue: %w", err)
	}
	return all, nil
}

// prefixed scans some columns of its own before those asked for.
type prefixed struct {
	rows *sql.Rows
	lead []any
}

func (p prefixed) Scan(dest ...any) error { return p.rows.Scan(append(p.lead, dest...)...) }
