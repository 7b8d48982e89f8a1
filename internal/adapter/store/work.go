package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/proof"
	"github.com/pouw-dem/pouwdem/internal/core/work"
)

// proofsKept is how many proof files are kept.
const proofsKept = 100

// PutWork keeps a task, with the proof of its result where there is one, and moves
// what is held for it in the same transaction. A task that is closed is not changed
// any more.
func (s *Store) PutWork(ctx context.Context, r work.Record, file *work.File) error {
	body, err := json.Marshal(r)
	if err != nil {
		return fmt.Errorf("encode task %s: %w", r.Task, err)
	}
	var packed []byte
	if file != nil {
		raw, err := json.Marshal(file)
		if err != nil {
			return fmt.Errorf("encode proof of task %s: %w", r.Task, err)
		}
		if packed, err = compress(raw); err != nil {
			return fmt.Errorf("compress proof of task %s: %w", r.Task, err)
		}
	}
	var given *int64 // nobody has it
	if !r.Given.IsZero() {
		given = new(micros(r.Given))
	}
	return s.transact(ctx, "store task", func(tx *sql.Tx) error {
		if r.Escrow > 0 {
			if err := move(ctx, tx, r); err != nil {
				return err
			}
		}
		if _, err := tx.ExecContext(ctx, `
			INSERT INTO work (task, offered_us, state, submitter, body, proof_gz, given_us) VALUES ($1, $2, $3, $4, $5, $6, $7)
			ON CONFLICT (task) DO UPDATE SET state = excluded.state, body = excluded.body, proof_gz = excluded.proof_gz, given_us = excluded.given_us
			WHERE work.state = 'offered'`,
			r.Task.String(), micros(r.Offered), r.State, r.Submitter, string(body), packed, given); err != nil {
			return err
		}
		if file == nil {
			return nil
		}
		_, err := tx.ExecContext(ctx, `
			UPDATE work SET proof_gz = NULL WHERE proof_gz IS NOT NULL AND offered_us < (
				SELECT min(offered_us) FROM (SELECT offered_us FROM work WHERE proof_gz IS NOT NULL ORDER BY offered_us DESC LIMIT $1) AS newest)`, proofsKept)
		return err
	})
}

// Work is a task.
func (s *Store) Work(ctx context.Context, task proof.Hash) (r work.Record, ok bool, err error) {
	var body string
	err = s.read.QueryRowContext(ctx, `SELECT body FROM work WHERE task = $1`, task.String()).Scan(&body)
	if errors.Is(err, sql.ErrNoRows) {
		return work.Record{}, false, nil
	}
	if err != nil {
		return work.Record{}, false, fmt.Errorf("read task %s: %w", task, err)
	}
	return r, true, decode("task", body, &r)
}

// WorkProof is the proof of a task's result; ok is false where none is kept.
func (s *Store) WorkProof(ctx context.Context, task proof.Hash) (f work.File, ok bool, err error) {
	var packed []byte
	err = s.read.QueryRowContext(ctx, `SELECT proof_gz FROM work WHERE task = $1`, task.String()).Scan(&packed)
	if errors.Is(err, sql.ErrNoRows) || err == nil && len(packed) == 0 {
		return work.File{}, false, nil
	}
	if err != nil {
		return work.File{}, false, fmt.Errorf("read proof of task %s: %w", task, err)
	}
	raw, err := decompress(packed)
	if err != nil {
		return work.File{}, false, fmt.Errorf("read proof of task %s: %w", task, err)
	}
	return f, true, decode("proof", string(raw), &f)
}

// OpenWork are the tasks that are offered.
func (s *Store) OpenWork(ctx context.Context) ([]work.Record, error) {
	return s.works(ctx, `SELECT body FROM work WHERE state = 'offered' ORDER BY offered_us`)
}

// GivenWork are the tasks that were given to who has or had them in [from, to), the
// oldest first.
func (s *Store) GivenWork(ctx context.Context, from, to time.Time) ([]work.Record, error) {
	return s.works(ctx, `SELECT body FROM work WHERE given_us >= $1 AND given_us < $2 ORDER BY given_us, task`, micros(from), micros(to))
}

// NewestWork are the newest tasks, newest first.
func (s *Store) NewestWork(ctx context.Context, most int) ([]work.Record, error) {
	return s.works(ctx, `SELECT body FROM work ORDER BY offered_us DESC, task LIMIT $1`, most)
}

// VerifiedWork are verified tasks that were offered in [from, to), newest first.
func (s *Store) VerifiedWork(ctx context.Context, from, to time.Time, most int) ([]work.Record, error) {
	return s.works(ctx, `SELECT body FROM work WHERE state = 'verified' AND offered_us >= $1 AND offered_us < $2 ORDER BY offered_us DESC, task LIMIT $3`,
		micros(from), micros(to), most)
}

func (s *Store) works(ctx context.Context, query string, args ...any) ([]work.Record, error) {
	rows, err := s.read.QueryContext(ctx, query, args...)
	all, err := collect(rows, err, scanBody[work.Record])
	if err != nil {
		return nil, fmt.Errorf("read tasks: %w", err)
	}
	return all, nil
}

// WorkCounts are how many tasks were offered since a moment, by state.
func (s *Store) WorkCounts(ctx context.Context, since time.Time) (map[string]int, error) {
	type count struct {
		state string
		n     int
	}
	rows, err := s.read.QueryContext(ctx, `SELECT state, count(*) FROM work WHERE offered_us >= $1 GROUP BY state`, micros(since))
	all, err := collect(rows, err, func(rows *sql.Rows) (c count, err error) { return c, rows.Scan(&c.state, &c.n) })
	if err != nil {
		return nil, fmt.Errorf("count tasks: %w", err)
	}
	counts := map[string]int{}
	for _, c := range all {
		counts[c.state] = c.n
	}
	return counts, nil
}

// WorkRate is how many tasks of a stretch of time are in a state.
type WorkRate struct {
	Start time.Time // of the stretch in which they were offered
	State string
	Count int
}

// WorkRates counts tasks that were offered since a moment, by stretch and state,
// the oldest first.
func (s *Store) WorkRates(ctx context.Context, since time.Time, stretch time.Duration) ([]WorkRate, error) {
	rows, err := s.read.QueryContext(ctx, `
		SELECT offered_us / $2 AS stretch, state, count(*) FROM work WHERE offered_us >= $1 GROUP BY stretch, state ORDER BY stretch, state`,
		micros(since), stretch.Microseconds())
	all, err := collect(rows, err, func(rows *sql.Rows) (r WorkRate, err error) {
		var n int64
		err = rows.Scan(&n, &r.State, &r.Count)
		r.Start = instant(n * stretch.Microseconds())
		return r, err
	})
	if err != nil {
		return nil, fmt.Errorf("count tasks: %w", err)
	}
	return all, nil
}

// SubmittedWork is how many tasks somebody submitted since a moment.
func (s *Store) SubmittedWork(ctx context.Context, submitter string, since time.Time) (n int, err error) {
	err = s.read.QueryRowContext(ctx, `SELECT count(*) FROM work WHERE submitter = $1 AND offered_us >= $2`, submitter, micros(since)).Scan(&n)
	if err != nil {
		return 0, fmt.Errorf("count tasks of %s: %w", submitter, err)
	}
	return n, nil
}
