package store

import (
	"cmp"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/market"
)

// PutBatch stores what one poll brought, raw answers and observations, and
// returns how many observations were new. A value that only repeats what was
// last known of its interval is ignored; a different one is a new revision
// beside the old. Where two revisions carry the same times the first stands.
// An observation that fails its check spoils the whole batch.
func (s *Store) PutBatch(ctx context.Context, b market.Batch) (added int, err error) {
	for _, o := range b.Observations {
		if err := o.Check(); err != nil {
			return 0, fmt.Errorf("store batch: %w", err)
		}
	}
	err = s.transact(ctx, "store batch", func(tx *sql.Tx) error {
		for _, r := range b.Raw {
			if err := putRaw(ctx, tx, r); err != nil {
				return err
			}
		}
		added, err = putObservations(ctx, tx, b.Observations)
		return err
	})
	if err != nil {
		return 0, err
	}
	return added, nil
}

func putRaw(ctx context.Context, tx *sql.Tx, r market.Raw) error {
	packed, err := compress(r.Body)
	if err != nil {
		return err
	}
	sum := sha256.Sum256(r.Body)
	_, err = tx.ExecContext(ctx, `
		INSERT INTO raw (source, sha256, request, content_type, fetched_us, last_us, size_bytes, simulated, body_gz)
		VALUES ($1, $2, $3, $4, $5, $5, $6, $7, $8)
		ON CONFLICT (source, sha256) DO UPDATE SET last_us = excluded.last_us WHERE raw.last_us < excluded.last_us`,
		r.Source, hex.EncodeToString(sum[:]), r.Request, r.ContentType, micros(r.Fetched), len(r.Body), r.Simulated, packed)
	if err != nil {
		return fmt.Errorf("raw answer of %s: %w", r.Source, err)
	}
	return nil
}

// insertObservation leaves out a value that the revision just before it, in
// the order in which revisions replace each other, already held: no reader
// would see a difference at any time.
const insertObservation = `
	INSERT INTO observation (series_id, start_us, length_us, published_us, fetched_us, known_us, value, source, simulated)
	SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9
	WHERE NOT EXISTS (
		SELECT 1 FROM (
			SELECT value, simulated, known_us FROM observation
			WHERE series_id = $1 AND start_us = $2 AND length_us = $3 AND (published_us, fetched_us) <= ($4, $5)
			ORDER BY published_us DESC, fetched_us DESC LIMIT 1
		) AS before
		WHERE before.value = $7 AND before.simulated = $9 AND before.known_us <= $6
	)
	ON CONFLICT DO NOTHING`

func putObservations(ctx context.Context, tx *sql.Tx, all []market.Observation) (int, error) {
	if len(all) == 0 {
		return 0, nil
	}
	insert, err := tx.PrepareContext(ctx, insertObservation)
	if err != nil {
		return 0, fmt.Errorf("prepare observations: %w", err)
	}
	defer insert.Close()
	added := 0
	for _, group := range bySeries(all) {
		id, err := seriesID(ctx, tx, group[0].Series)
		if err != nil {
			return 0, err
		}
		fresh := 0
		for _, o := range group {
			result, err := insert.ExecContext(ctx, id, micros(o.Interval.Start), o.Interval.Length.Microseconds(),
				micros(o.Published), micros(o.Fetched), micros(o.Known), o.Value, o.Source, o.Simulated)
			if err != nil {
				return 0, fmt.Errorf("observation %s at %s: %w", o.Series, o.Interval.Key(), err)
			}
			n, err := result.RowsAffected()
			if err != nil {
				return 0, fmt.Errorf("observation %s: %w", o.Series, err)
			}
			fresh += int(n)
		}
		if fresh == 0 {
			continue
		}
		if err := catalogue(ctx, tx, id, fresh); err != nil {
			return 0, fmt.Errorf("catalogue %s: %w", group[0].Series, err)
		}
		added += fresh
	}
	return added, nil
}

// bySeries groups observations, each group in the order given, groups in the
// order of series.
func bySeries(all []market.Observation) [][]market.Observation {
	groups := make(map[market.Series][]market.Observation)
	for _, o := range all {
		groups[o.Series] = append(groups[o.Series], o)
	}
	var sorted [][]market.Observation
	for _, series := range ordered(slices.Collect(maps.Keys(groups))) {
		sorted = append(sorted, groups[series])
	}
	return sorted
}

// ordered is the series without repetition, by kind and key.
func ordered(all []market.Series) []market.Series {
	sorted := slices.Clone(all)
	slices.SortFunc(sorted, func(a, b market.Series) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Key, b.Key))
	})
	return slices.Compact(sorted)
}

func seriesID(ctx context.Context, tx *sql.Tx, series market.Series) (int64, error) {
	var id int64
	err := tx.QueryRowContext(ctx, `SELECT id FROM series WHERE kind = $1 AND key = $2`, string(series.Kind), series.Key).Scan(&id)
	known, err := found(err)
	if err == nil && !known {
		err = tx.QueryRowContext(ctx, `INSERT INTO series (kind, key) VALUES ($1, $2) RETURNING id`,
			string(series.Kind), series.Key).Scan(&id)
	}
	if err != nil {
		return 0, fmt.Errorf("series %s: %w", series, err)
	}
	return id, nil
}

// catalogue brings a series' line up to date after fresh revisions were added.
func catalogue(ctx context.Context, tx *sql.Tx, id int64, fresh int) error {
	_, err := tx.ExecContext(ctx, `
		INSERT INTO series_latest (series_id, revisions, first_us, start_us, length_us,
			published_us, fetched_us, known_us, value, source, simulated)
		SELECT series_id, $2, (SELECT min(start_us) FROM observation WHERE series_id = $1), start_us, length_us,
			published_us, fetched_us, known_us, value, source, simulated
		FROM observation WHERE series_id = $1
		ORDER BY start_us DESC, length_us DESC, published_us DESC, fetched_us DESC LIMIT 1
		ON CONFLICT (series_id) DO UPDATE SET
			revisions = series_latest.revisions + excluded.revisions, first_us = excluded.first_us,
			start_us = excluded.start_us, length_us = excluded.length_us, published_us = excluded.published_us,
			fetched_us = excluded.fetched_us, known_us = excluded.known_us, value = excluded.value,
			source = excluded.source, simulated = excluded.simulated`, id, fresh)
	return err
}

// Prune deletes raw answers last fetched before a time and returns how many.
// Observations stay: they are what decisions were made from.
func (s *Store) Prune(ctx context.Context, rawBefore time.Time) (deleted int64, err error) {
	err = s.transact(ctx, "prune raw answers", func(tx *sql.Tx) error {
		result, err := tx.ExecContext(ctx, `DELETE FROM raw WHERE last_us < $1`, micros(rawBefore))
		if err != nil {
			return err
		}
		deleted, err = result.RowsAffected()
		return err
	})
	return deleted, err
}
