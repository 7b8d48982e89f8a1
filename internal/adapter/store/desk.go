package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/desk"
	"github.com/pouw-dem/pouwdem/internal/core/episode"
	"github.com/pouw-dem/pouwdem/internal/core/settle"
	"github.com/pouw-dem/pouwdem/internal/core/site"
)

// The kinds of desk records.
const (
	kindDay       = "day"
	kindPeak      = "peak"
	kindStatement = "statement"
)

// PutDay keeps an operating day's offers and what came of them, in place of
// those before, with its positions in the day-ahead market and the outbox rows
// that tell of it.
func (s *Store) PutDay(ctx context.Context, d desk.Day, events []episode.Event) error {
	return s.record(ctx, "store offers of "+d.Day, events, func(tx *sql.Tx) error {
		if err := putRecord(ctx, tx, d.Site, kindDay, d.Day, d.Made, d); err != nil {
			return err
		}
		if d.Status != desk.Awarded || len(d.Hours) == 0 {
			return nil
		}
		from, to := d.Hours[0].Start, d.Hours[len(d.Hours)-1].Start.Add(time.Hour)
		if _, err := tx.ExecContext(ctx, `DELETE FROM position WHERE site = $1 AND start_us >= $2 AND start_us < $3`,
			d.Site, micros(from), micros(to)); err != nil {
			return err
		}
		for _, p := range d.Awards {
			body, err := encode("position", p)
			if err != nil {
				return err
			}
			if _, err := tx.ExecContext(ctx, `
				INSERT INTO position (site, product, start_us, end_us, body) VALUES ($1, $2, $3, $4, $5)
				ON CONFLICT (site, start_us, product) DO UPDATE SET end_us = excluded.end_us, body = excluded.body`,
				d.Site, p.Product, micros(p.Start), micros(p.End), body); err != nil {
				return err
			}
		}
		return nil
	})
}

func putRecord(ctx context.Context, tx *sql.Tx, siteID, kind, key string, at time.Time, v any) error {
	body, err := json.Marshal(v)
	if err != nil {
		return fmt.Errorf("encode %s %s of %s: %w", kind, key, siteID, err)
	}
	_, err = tx.ExecContext(ctx, `
		INSERT INTO desk_record (site, kind, key, at_us, body) VALUES ($1, $2, $3, $4, $5)
		ON CONFLICT (site, kind, key) DO UPDATE SET at_us = excluded.at_us, body = excluded.body`,
		siteID, kind, key, micros(at), string(body))
	return err
}

// Day is what a site offers for an operating day; ok is false where nothing was
// made yet.
func (s *Store) Day(ctx context.Context, siteID, day string) (d desk.Day, ok bool, err error) {
	var body string
	err = s.read.QueryRowContext(ctx, `SELECT body FROM desk_record WHERE site = $1 AND kind = $2 AND key = $3`, siteID, kindDay, day).Scan(&body)
	if ok, err = found(err); err != nil || !ok {
		if err != nil {
			err = fmt.Errorf("read offers of %s for %s: %w", siteID, day, err)
		}
		return desk.Day{}, false, err
	}
	return d, true, decode("offers", body, &d)
}

// PutPeak keeps a site's part in a month's coincident peak: one candidate and
// one published peak a month.
func (s *Store) PutPeak(ctx context.Context, p settle.Peak) error {
	return s.transact(ctx, "store coincident peak", func(tx *sql.Tx) error {
		return putRecord(ctx, tx, p.Site, kindPeak, p.Month.Format("2006-01")+"/"+string(p.Status), p.Month, p)
	})
}

// Peaks are the newest coincident peaks of a site, or of all where siteID is
// empty, newest month first.
func (s *Store) Peaks(ctx context.Context, siteID string, most int) ([]settle.Peak, error) {
	return records[settle.Peak](ctx, s, siteID, kindPeak, most)
}

// PutStatement keeps a statement that was held against our own settlement.
func (s *Store) PutStatement(ctx context.Context, c settle.Comparison) error {
	return s.transact(ctx, "store statement", func(tx *sql.Tx) error {
		return putRecord(ctx, tx, c.Site, kindStatement, c.Name, c.At, c)
	})
}

// Statements are the newest reconciled statements of a site, or of all where
// siteID is empty, newest first.
func (s *Store) Statements(ctx context.Context, siteID string, most int) ([]settle.Comparison, error) {
	return records[settle.Comparison](ctx, s, siteID, kindStatement, most)
}

func records[T any](ctx context.Context, s *Store, siteID, kind string, most int) ([]T, error) {
	rows, err := s.read.QueryContext(ctx, `
		SELECT body FROM desk_record WHERE kind = $1 AND ($2 = '' OR site = $2) ORDER BY at_us DESC, site, key LIMIT $3`, kind, siteID, most)
	all, err := collect(rows, err, scanBody[T])
	if err != nil {
		return nil, fmt.Errorf("read records of kind %s: %w", kind, err)
	}
	return all, nil
}

// Positions of a site in the day-ahead market that overlap [from, to), in order
// of their start.
func (s *Store) Positions(ctx context.Context, siteID string, from, to time.Time) ([]site.Position, error) {
	rows, err := s.read.QueryContext(ctx, `
		SELECT body FROM position WHERE site = $1 AND end_us > $2 AND start_us < $3 ORDER BY start_us, product`,
		siteID, micros(from), micros(to))
	all, err := collect(rows, err, scanBody[site.Position])
	if err != nil {
		return nil, fmt.Errorf("read positions of %s: %w", siteID, err)
	}
	return all, nil
}
