package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/pouw-dem/pouwdem/internal/core/escrow"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/core/work"
)

// AddEscrow books what comes in for an account or goes out of one.
func (s *Store) AddEscrow(ctx context.Context, e escrow.Entry) error {
	return s.transact(ctx, "book "+string(e.Kind), func(tx *sql.Tx) error { return book(ctx, tx, e) })
}

// move books what a task's way from its stored record to the next brings about.
func move(ctx context.Context, tx *sql.Tx, r work.Record) error {
	var before *work.Record
	var body string
	err := tx.QueryRowContext(ctx, `SELECT body FROM work WHERE task = $1`, r.Task.String()).Scan(&body)
	switch {
	case err == nil:
		before = new(work.Record)
		if err := decode("task", body, before); err != nil {
			return err
		}
	case !errors.Is(err, sql.ErrNoRows):
		return err
	}
	for _, e := range escrow.Moves(before, r) {
		if err := book(ctx, tx, e); err != nil {
			return err
		}
	}
	return nil
}

// book adds an entry, if it may follow those that are there.
func book(ctx context.Context, tx *sql.Tx, e escrow.Entry) error {
	rows, err := tx.QueryContext(ctx, escrowColumns+` WHERE ref = $1 ORDER BY seq`, e.Ref)
	before, err := collect(rows, err, scanEscrow)
	if err != nil {
		return err
	}
	var available int64
	if err := tx.QueryRowContext(ctx, `
		SELECT coalesce(sum(CASE WHEN receiver = $1 THEN amount_micro ELSE 0 END
			+ CASE WHEN account <> $1 OR kind = 'pay' THEN 0 WHEN kind IN ('deposit', 'refund') THEN amount_micro ELSE -amount_micro END), 0)
		FROM escrow WHERE account = $1 OR receiver = $1`, e.Account).Scan(&available); err != nil {
		return err
	}
	if err := escrow.Check(before, unit.MicroUSD(available), e); err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `INSERT INTO escrow (at_us, kind, account, receiver, ref, amount_micro) VALUES ($1, $2, $3, $4, $5, $6)`,
		micros(e.At), string(e.Kind), e.Account, e.To, e.Ref, int64(e.Amount))
	return err
}

const escrowColumns = `SELECT at_us, kind, account, receiver, ref, amount_micro FROM escrow`

func scanEscrow(rows *sql.Rows) (e escrow.Entry, err error) {
	var at, amount int64
	err = rows.Scan(&at, &e.Kind, &e.Account, &e.To, &e.Ref, &amount)
	e.At, e.Amount = instant(at), unit.MicroUSD(amount)
	return e, err
}

// Escrow is all entries, oldest first.
func (s *Store) Escrow(ctx context.Context) ([]escrow.Entry, error) {
	rows, err := s.read.QueryContext(ctx, escrowColumns+` ORDER BY seq`)
	all, err := collect(rows, err, scanEscrow)
	if err != nil {
		return nil, fmt.Errorf("read escrow: %w", err)
	}
	return all, nil
}
