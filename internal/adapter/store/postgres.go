package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/stdlib"
)

// postgres is a server, for several processes on one store.
type postgres struct {
	cfg         *pgx.ConnConfig
	public      string // URL without the password
	connections int
}

func (*postgres) name() string { return "postgres" }

func (e *postgres) open() (*sql.DB, error) {
	db := stdlib.OpenDB(*e.cfg)
	db.SetMaxOpenConns(e.connections)
	db.SetMaxIdleConns(e.connections)
	return db, nil
}

func (*postgres) reader(write *sql.DB, _ int) (*sql.DB, error) { return write, nil }

// writersTurn is the advisory lock of those who write, in one database.
const writersTurn = 0x706f7577

// turn makes writers of all processes take turns, as SQLite's do. Without it
// the outbox could commit out of order and sums be kept from a version that
// another writer has just replaced.
func (*postgres) turn(ctx context.Context, tx *sql.Tx) error {
	if _, err := tx.ExecContext(ctx, "SELECT pg_advisory_xact_lock($1)", writersTurn); err != nil {
		return fmt.Errorf("wait for other writers: %w", err)
	}
	return nil
}

// again is true for serialization failures and deadlocks (SQLSTATE class 40),
// after which PostgreSQL's manual says to do the transaction again.
func (*postgres) again(err error) bool {
	var failure *pgconn.PgError
	return errors.As(err, &failure) && (failure.Code == "40001" || failure.Code == "40P01")
}
