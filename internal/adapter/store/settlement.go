package store

import (
	"context"
	"database/sql"
	"fmt"
	"math"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/episode"
	"github.com/pouw-dem/pouwdem/internal/core/settle"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// rank is the place of a version in the order in which versions replace each
// other.
func rank(v settle.Version) (int, error) {
	for i, known := range []settle.Version{settle.Estimate, settle.Initial, settle.Final, settle.TrueUp} {
		if v == known {
			return i, nil
		}
	}
	return 0, fmt.Errorf("settlement version %q is not known", v)
}

// SaveSettlements adds versions of settled intervals, with the outbox rows that
// tell of them. Storing the same again changes nothing; a correction within a
// version is kept beside what it corrects, and replaces it in sums. A settlement
// whose lines do not add up to its total is refused.
func (s *Store) SaveSettlements(ctx context.Context, settled []settle.Settlement, events []episode.Event) error {
	return s.record(ctx, "save settlements", events, func(tx *sql.Tx) error {
		return putSettlements(ctx, tx, settled)
	})
}

func putSettlements(ctx context.Context, tx *sql.Tx, settled []settle.Settlement) error {
	changes := make(sums)
	for _, st := range settled {
		if err := checkSettlement(st); err != nil {
			return err
		}
		if err := putSettlement(ctx, tx, st, changes); err != nil {
			return fmt.Errorf("settlement of %s at %s: %w", st.Site, st.Interval.Key(), err)
		}
	}
	return changes.store(ctx, tx)
}

// checkSettlement refuses what would spoil sums for good.
func checkSettlement(st settle.Settlement) error {
	var total unit.MicroUSD
	for _, line := range st.Lines {
		total += line.Amount
		if !(math.Abs(float64(line.MWh)) < maxMWh) {
			return fmt.Errorf("settlement of %s at %s: line %s has %g MWh", st.Site, st.Interval.Key(), line.Lever, float64(line.MWh))
		}
	}
	if total != st.Total {
		return fmt.Errorf("settlement of %s at %s: lines add up to %d micro-USD, the total says %d",
			st.Site, st.Interval.Key(), int64(total), int64(st.Total))
	}
	return nil
}

// settlementRow is a stored version, in the order in which they replace each other.
type settlementRow struct {
	rank, revision int
	body           string
}

// putSettlement adds a version, unless it repeats the newest of its rank, and
// moves the sums from the version it supersedes, if it does, to itself.
func putSettlement(ctx context.Context, tx *sql.Tx, st settle.Settlement, changes sums) error {
	own, err := rank(st.Version)
	if err != nil {
		return err
	}
	row := settlementRow{rank: own}
	if row.body, err = encode("settlement", st); err != nil {
		return err
	}
	current, err := newestUpTo(ctx, tx, st, math.MaxInt32)
	if err != nil {
		return err
	}
	same := current
	if current != nil && current.rank != own {
		if same, err = newestUpTo(ctx, tx, st, own); err != nil {
			return err
		}
	}
	if same != nil && same.rank == own {
		if same.body == row.body {
			return nil
		}
		row.revision = same.revision + 1
	}
	if err := row.insert(ctx, tx, st); err != nil {
		return err
	}
	if current != nil && current.rank > own {
		return nil
	}
	if current != nil {
		var old settle.Settlement
		if err := decode("settlement", current.body, &old); err != nil {
			return err
		}
		changes.add(old, -1)
	}
	changes.add(st, +1)
	return nil
}

// newestUpTo is the newest stored version of the same interval whose rank is at
// most limit; nil where there is none.
func newestUpTo(ctx context.Context, tx *sql.Tx, st settle.Settlement, limit int) (*settlementRow, error) {
	var row settlementRow
	err := tx.QueryRowContext(ctx, `
		SELECT rank, revision, body FROM settlement
		WHERE site = $1 AND start_us = $2 AND length_us = $3 AND rank <= $4
		ORDER BY rank DESC, revision DESC LIMIT 1`,
		st.Site, micros(st.Interval.Start), st.Interval.Length.Microseconds(), limit).Scan(&row.rank, &row.revision, &row.body)
	if ok, err := found(err); err != nil || !ok {
		return nil, err
	}
	return &row, nil
}

func (row settlementRow) insert(ctx context.Context, tx *sql.Tx, st settle.Settlement) error {
	_, err := tx.ExecContext(ctx, `
		INSERT INTO settlement (site, start_us, length_us, rank, revision, total_micro_usd, body)
		VALUES ($1, $2, $3, $4, $5, $6, $7)`,
		st.Site, micros(st.Interval.Start), st.Interval.Length.Microseconds(), row.rank, row.revision, int64(st.Total), row.body)
	return err
}

// Settlements are the newest versions of the intervals of a site that start in
// [from, to), in order of time. An empty site means all sites.
func (s *Store) Settlements(ctx context.Context, site string, from, to time.Time) ([]settle.Settlement, error) {
	query, args := `
		SELECT body FROM settlement n
		WHERE start_us >= $1 AND start_us < $2 AND NOT EXISTS (
			SELECT 1 FROM settlement newer
			WHERE newer.site = n.site AND newer.start_us = n.start_us AND newer.length_us = n.length_us
				AND (newer.rank, newer.revision) > (n.rank, n.revision)
		)`, []any{micros(from), micros(to)}
	if site != "" {
		query, args = query+` AND site = $3`, append(args, site)
	}
	rows, err := s.read.QueryContext(ctx, query+` ORDER BY start_us, length_us, site`, args...)
	settled, err := collect(rows, err, scanBody[settle.Settlement])
	if err != nil {
		return nil, fmt.Errorf("read settlements: %w", err)
	}
	return settled, nil
}

// SettlementVersions is every version of one interval, corrections included,
// the newest last.
func (s *Store) SettlementVersions(ctx context.Context, site string, interval unit.Interval) ([]settle.Settlement, error) {
	rows, err := s.read.QueryContext(ctx, `
		SELECT body FROM settlement WHERE site = $1 AND start_us = $2 AND length_us = $3 ORDER BY rank, revision`,
		site, micros(interval.Start), interval.Length.Microseconds())
	versions, err := collect(rows, err, scanBody[settle.Settlement])
	if err != nil {
		return nil, fmt.Errorf("read settlement versions of %s at %s: %w", site, interval.Key(), err)
	}
	return versions, nil
}
