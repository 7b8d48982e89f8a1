package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/episode"
	"github.com/pouw-dem/pouwdem/internal/core/site"
)

// errExists ends a transaction that would repeat a decision.
var errExists = errors.New("decision exists")

// SaveDecision stores a decision with its input, the state it leads to, the
// settlements, planned commands and outbox rows that came with it, all or
// nothing. Where (site, key) is taken, saved is false and nothing changes.
func (s *Store) SaveDecision(ctx context.Context, r episode.Record) (saved bool, err error) {
	row, err := rowOf(r.Decision)
	if err != nil {
		return false, err
	}
	what := fmt.Sprintf("save decision %s of %s", r.Decision.Key, r.Decision.Site)
	err = s.record(ctx, what, r.Events, func(tx *sql.Tx) error {
		if err := row.insert(ctx, tx); err != nil {
			return err
		}
		if err := putState(ctx, tx, r.Decision, r.Next); err != nil {
			return err
		}
		if err := putSettlements(ctx, tx, r.Settled); err != nil {
			return err
		}
		return putCommands(ctx, tx, r.Commands)
	})
	if errors.Is(err, errExists) {
		return false, nil
	}
	return err == nil, err
}

// decisionRow is a decision as stored: the body is its JSON without the input,
// which is as large as the rest together.
type decisionRow struct {
	site, key      string
	start, decided int64
	body           string
	input          []byte
}

func rowOf(d episode.Decision) (decisionRow, error) {
	row := decisionRow{site: d.Site, key: d.Key, start: micros(d.Interval.Start), decided: micros(d.DecidedAt)}
	var err error
	// The outer field hides the input of the embedded decision.
	row.body, err = encode("decision", struct {
		episode.Decision
		Input *episode.Input `json:"input,omitempty"`
	}{Decision: d})
	if err != nil {
		return row, err
	}
	input, err := json.Marshal(d.Input)
	if err != nil {
		return row, fmt.Errorf("encode input of decision: %w", err)
	}
	row.input, err = compress(input)
	return row, err
}

func (row decisionRow) insert(ctx context.Context, tx *sql.Tx) error {
	result, err := tx.ExecContext(ctx, `
		INSERT INTO decision (site, key, start_us, decided_us, body, input_gz) VALUES ($1, $2, $3, $4, $5, $6)
		ON CONFLICT (site, key) DO NOTHING`, row.site, row.key, row.start, row.decided, row.body, row.input)
	if err != nil {
		return err
	}
	n, err := result.RowsAffected()
	if err == nil && n == 0 {
		err = errExists
	}
	return err
}

// putState keeps the state of the newest interval; a decision about an older
// one does not bring its state back.
func putState(ctx context.Context, tx *sql.Tx, d episode.Decision, next site.State) error {
	body, err := encode("state", next)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `
		INSERT INTO site_state (site, start_us, decision, body) VALUES ($1, $2, $3, $4)
		ON CONFLICT (site) DO UPDATE SET start_us = excluded.start_us, decision = excluded.decision, body = excluded.body
		WHERE site_state.start_us <= excluded.start_us`, d.Site, micros(d.Interval.Start), d.Key, body)
	if err != nil {
		return fmt.Errorf("state: %w", err)
	}
	return nil
}

// Decision is a stored decision with its input; ok is false where there is none.
func (s *Store) Decision(ctx context.Context, site, key string) (d episode.Decision, ok bool, err error) {
	var body string
	var packed []byte
	err = s.read.QueryRowContext(ctx, `SELECT body, input_gz FROM decision WHERE site = $1 AND key = $2`, site, key).Scan(&body, &packed)
	if ok, err = found(err); err == nil && ok {
		d, err = unpack(body, packed)
	}
	if err != nil {
		return episode.Decision{}, false, fmt.Errorf("read decision %s of %s: %w", key, site, err)
	}
	return d, ok, nil
}

func unpack(body string, packed []byte) (d episode.Decision, err error) {
	if err := decode("decision", body, &d); err != nil {
		return d, err
	}
	input, err := decompress(packed)
	if err != nil {
		return d, err
	}
	return d, decode("input of decision", string(input), &d.Input)
}

// Decisions are those about intervals that start in [from, to), newest first,
// up to limit (0: all), without their inputs. An empty site means all sites.
func (s *Store) Decisions(ctx context.Context, site string, from, to time.Time, limit int) ([]episode.Decision, error) {
	if limit <= 0 {
		limit = math.MaxInt32
	}
	query, args := `SELECT body FROM decision WHERE start_us >= $1 AND start_us < $2`, []any{micros(from), micros(to), limit}
	if site != "" {
		query, args = query+` AND site = $4`, append(args, site)
	}
	rows, err := s.read.QueryContext(ctx, query+` ORDER BY start_us DESC, decided_us DESC, site, key LIMIT $3`, args...)
	decisions, err := collect(rows, err, scanBody[episode.Decision])
	if err != nil {
		return nil, fmt.Errorf("read decisions: %w", err)
	}
	return decisions, nil
}

// State is the state that the newest decision of a site led to, and the start
// of the interval that it decided; ok is false before the first one.
func (s *Store) State(ctx context.Context, siteID string) (st site.State, at time.Time, ok bool, err error) {
	var body string
	var start int64
	err = s.read.QueryRowContext(ctx, `SELECT start_us, body FROM site_state WHERE site = $1`, siteID).Scan(&start, &body)
	if ok, err = found(err); err == nil && ok {
		err = decode("state", body, &st)
	}
	if err != nil {
		return site.State{}, time.Time{}, false, fmt.Errorf("read state of %s: %w", siteID, err)
	}
	if !ok {
		return site.State{}, time.Time{}, false, nil
	}
	return st, instant(start), true, nil
}
