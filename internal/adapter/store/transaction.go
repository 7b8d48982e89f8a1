package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math/rand/v2"
	"time"
)

const (
	attempts  = 8
	firstWait = 5 * time.Millisecond
)

// transact runs fn in one write transaction: all of it is stored, or nothing.
// fn may run more than once and must have no effect outside its transaction.
func (s *Store) transact(ctx context.Context, what string, fn func(tx *sql.Tx) error) error {
	for attempt := 1; ; attempt++ {
		err := s.once(ctx, fn)
		if err == nil {
			return nil
		}
		if attempt == attempts || !s.engine.again(err) {
			return fmt.Errorf("%s: %w", what, err)
		}
		if err := pause(ctx, rand.N(firstWait<<attempt)); err != nil {
			return fmt.Errorf("%s: %w", what, err)
		}
	}
}

func (s *Store) once(ctx context.Context, fn func(tx *sql.Tx) error) error {
	tx, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("begin: %w", err)
	}
	err = s.engine.turn(ctx, tx)
	if err == nil {
		err = fn(tx)
	}
	if err != nil {
		if undo := tx.Rollback(); undo != nil && !errors.Is(undo, sql.ErrTxDone) {
			return errors.Join(err, fmt.Errorf("roll back: %w", undo))
		}
		return err
	}
	if err := tx.Commit(); err != nil {
		return fmt.Errorf("commit: %w", err)
	}
	return nil
}

func pause(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}
