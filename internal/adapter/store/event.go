package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"

	"github.com/pouw-dem/pouwdem/internal/core/episode"
)

// record is transact, with outbox rows that become true with the rest.
func (s *Store) record(ctx context.Context, what string, events []episode.Event, fn func(tx *sql.Tx) error) error {
	if len(events) > 0 {
		// Even after an error: a commit whose answer was lost may have been made.
		defer s.announce()
	}
	return s.transact(ctx, what, func(tx *sql.Tx) error {
		if err := fn(tx); err != nil {
			return err
		}
		return putEvents(ctx, tx, events)
	})
}

func putEvents(ctx context.Context, tx *sql.Tx, events []episode.Event) error {
	if len(events) == 0 {
		return nil
	}
	last, err := count(ctx, tx, "event", len(events))
	if err != nil {
		return err
	}
	insert, err := tx.PrepareContext(ctx, `
		INSERT INTO event (seq, kind, site, key, at_us, simulated, body) VALUES ($1, $2, $3, $4, $5, $6, $7)`)
	if err != nil {
		return fmt.Errorf("prepare events: %w", err)
	}
	defer insert.Close()
	first := last - int64(len(events)) + 1
	for i, e := range events {
		if !json.Valid(e.Body) {
			return fmt.Errorf("event %s %s: body is not JSON", e.Kind, e.Key)
		}
		_, err := insert.ExecContext(ctx, first+int64(i), e.Kind, e.Site, e.Key, micros(e.At), e.Simulated, string(e.Body))
		if err != nil {
			return fmt.Errorf("event %s %s: %w", e.Kind, e.Key, err)
		}
	}
	return nil
}

// count takes n numbers of a counter and returns the last of them.
func count(ctx context.Context, tx *sql.Tx, counter string, n int) (last int64, err error) {
	err = tx.QueryRowContext(ctx, `UPDATE counter SET value = value + $1 WHERE name = $2 RETURNING value`, n, counter).Scan(&last)
	if err != nil {
		return 0, fmt.Errorf("take number of %s: %w", counter, err)
	}
	return last, nil
}

// Events are up to limit outbox rows after a sequence number, in order. The
// numbers follow the order of commits: no row appears later below one that was
// read.
func (s *Store) Events(ctx context.Context, after int64, limit int) ([]episode.Event, error) {
	rows, err := s.read.QueryContext(ctx, `
		SELECT seq, kind, site, key, at_us, simulated, body FROM event
		WHERE seq > $1 ORDER BY seq LIMIT $2`, after, limit)
	events, err := collect(rows, err, func(rows *sql.Rows) (episode.Event, error) {
		var e episode.Event
		var at int64
		err := rows.Scan(&e.Seq, &e.Kind, &e.Site, &e.Key, &at, &e.Simulated, (*[]byte)(&e.Body))
		e.At = instant(at)
		return e, err
	})
	if err != nil {
		return nil, fmt.Errorf("read events after %d: %w", after, err)
	}
	return events, nil
}

// LastSeq is the sequence number of the newest event; 0 without any.
func (s *Store) LastSeq(ctx context.Context) (seq int64, err error) {
	err = s.read.QueryRowContext(ctx, `SELECT value FROM counter WHERE name = 'event'`).Scan(&seq)
	if err != nil {
		return 0, fmt.Errorf("read newest event number: %w", err)
	}
	return seq, nil
}

// Cursor is the last event that a consumer is done with; 0 for a new one.
func (s *Store) Cursor(ctx context.Context, consumer string) (seq int64, err error) {
	err = s.read.QueryRowContext(ctx, `SELECT seq FROM consumer WHERE name = $1`, consumer).Scan(&seq)
	if _, err := found(err); err != nil {
		return 0, fmt.Errorf("read cursor of %s: %w", consumer, err)
	}
	return seq, nil
}

// Advance notes that a consumer is done with all events up to seq. It never
// moves backwards.
func (s *Store) Advance(ctx context.Context, consumer string, seq int64) error {
	return s.transact(ctx, "advance cursor of "+consumer, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `
			INSERT INTO consumer (name, seq) VALUES ($1, $2)
			ON CONFLICT (name) DO UPDATE SET seq = excluded.seq WHERE consumer.seq < excluded.seq`, consumer, seq)
		return err
	})
}
