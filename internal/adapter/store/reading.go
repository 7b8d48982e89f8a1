package store

import (
	"context"
	"database/sql"
	"fmt"
	"math"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/site"
)

// PutReadings stores what meters showed. A second reading of the same meter at
// the same moment is ignored.
func (s *Store) PutReadings(ctx context.Context, readings []site.Reading) error {
	for _, r := range readings {
		if sum := float64(r.Power) + float64(r.Energy) + float64(r.THs); math.IsNaN(sum) || math.IsInf(sum, 0) {
			return fmt.Errorf("reading of %q at %s: power, energy and hashrate must be finite", r.Class, r.Site)
		}
	}
	return s.transact(ctx, "store readings", func(tx *sql.Tx) error {
		for _, r := range readings {
			if err := putReading(ctx, tx, r); err != nil {
				return fmt.Errorf("reading of %q at %s: %w", r.Class, r.Site, err)
			}
		}
		return nil
	})
}

func putReading(ctx context.Context, tx *sql.Tx, r site.Reading) error {
	_, err := tx.ExecContext(ctx, `
		INSERT INTO reading (site, class, at_us, power_mw, energy_mwh, ths, units_on, source, simulated)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
		ON CONFLICT (site, class, at_us) DO NOTHING`,
		r.Site, r.Class, micros(r.At), float64(r.Power), float64(r.Energy), float64(r.THs), r.UnitsOn, r.Source, r.Simulated)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `
		INSERT INTO reading_latest (site, class, at_us) VALUES ($1, $2, $3)
		ON CONFLICT (site, class) DO UPDATE SET at_us = excluded.at_us WHERE reading_latest.at_us < excluded.at_us`,
		r.Site, r.Class, micros(r.At))
	return err
}

const readingColumns = `r.site, r.class, r.at_us, r.power_mw, r.energy_mwh, r.ths, r.units_on, r.source, r.simulated`

func scanReading(row interface{ Scan(...any) error }) (site.Reading, error) {
	var r site.Reading
	var at int64
	err := row.Scan(&r.Site, &r.Class, &at, &r.Power, &r.Energy, &r.THs, &r.UnitsOn, &r.Source, &r.Simulated)
	r.At = instant(at)
	return r, err
}

// ReadingAt is the last reading of a meter at or before a moment and the first
// at or after it, the same one twice where there is one at that very moment;
// nil where there is none on that side. An empty class is the settlement meter.
func (s *Store) ReadingAt(ctx context.Context, siteID, class string, at time.Time) (before, after *site.Reading, err error) {
	before, err = s.reading(ctx, `at_us <= $3 ORDER BY at_us DESC`, siteID, class, at)
	if err != nil {
		return nil, nil, err
	}
	after, err = s.reading(ctx, `at_us >= $3 ORDER BY at_us`, siteID, class, at)
	if err != nil {
		return nil, nil, err
	}
	return before, after, nil
}

func (s *Store) reading(ctx context.Context, side, siteID, class string, at time.Time) (*site.Reading, error) {
	row := s.read.QueryRowContext(ctx, `
		SELECT `+readingColumns+` FROM reading r WHERE site = $1 AND class = $2 AND `+side+` LIMIT 1`, siteID, class, micros(at))
	r, err := scanReading(row)
	ok, err := found(err)
	if err != nil {
		return nil, fmt.Errorf("read meter %q of %s: %w", class, siteID, err)
	}
	if !ok {
		return nil, nil
	}
	return &r, nil
}

// LatestReadings is the newest reading of every meter, by site and class.
func (s *Store) LatestReadings(ctx context.Context) ([]site.Reading, error) {
	rows, err := s.read.QueryContext(ctx, `
		SELECT `+readingColumns+`
		FROM reading_latest l JOIN reading r ON r.site = l.site AND r.class = l.class AND r.at_us = l.at_us
		ORDER BY r.site, r.class`)
	readings, err := collect(rows, err, func(rows *sql.Rows) (site.Reading, error) { return scanReading(rows) })
	if err != nil {
		return nil, fmt.Errorf("read newest meter readings: %w", err)
	}
	return readings, nil
}
