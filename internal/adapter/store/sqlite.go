package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"

	_ "modernc.org/sqlite" // the database/sql driver "sqlite"
)

// sqlite is one file in write-ahead logging mode: one writer, many readers. A
// commit is on disk when it returns (synchronous=FULL): decisions are money.
type sqlite struct{ path string }

func (*sqlite) name() string { return "sqlite" }

func (e *sqlite) open() (*sql.DB, error) {
	if err := e.create(); err != nil {
		return nil, err
	}
	db, err := sql.Open("sqlite", e.dsn(url.Values{
		"_txlock": {"immediate"},
		"_pragma": {"busy_timeout(10000)", "journal_mode(WAL)", "synchronous(FULL)", "foreign_keys(1)", "trusted_schema(0)"},
	}))
	if err != nil {
		return nil, fmt.Errorf("open sqlite file: %w", err)
	}
	db.SetMaxOpenConns(1)
	return db, nil
}

// create makes the file private to its owner; SQLite gives its side files the
// same mode.
func (e *sqlite) create() error {
	f, err := os.OpenFile(e.path, os.O_CREATE|os.O_RDWR, 0o600)
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("directory %s does not exist: create it or choose another store.url", filepath.Dir(e.path))
	}
	if err != nil {
		return fmt.Errorf("open sqlite file: %w", err)
	}
	return f.Close()
}

func (e *sqlite) reader(_ *sql.DB, connections int) (*sql.DB, error) {
	db, err := sql.Open("sqlite", e.dsn(url.Values{
		"mode":    {"ro"},
		"_pragma": {"busy_timeout(10000)", "trusted_schema(0)"},
	}))
	if err != nil {
		return nil, fmt.Errorf("open sqlite file for reading: %w", err)
	}
	db.SetMaxOpenConns(connections)
	db.SetMaxIdleConns(connections)
	return db, nil
}

func (e *sqlite) dsn(query url.Values) string {
	return (&url.URL{Scheme: "file", Opaque: (&url.URL{Path: e.path}).EscapedPath(), RawQuery: query.Encode()}).String()
}

// turn has nothing to do: transactions begin immediate, on one connection.
func (*sqlite) turn(context.Context, *sql.Tx) error { return nil }

// again is never true: a busy file has been waited for already.
func (*sqlite) again(error) bool { return false }
