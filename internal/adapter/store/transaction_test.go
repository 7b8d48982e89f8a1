package store

import (
	"context"
	"database/sql"
	"errors"
	"path/filepath"
	"testing"
	"testing/synctest"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
)

// hasty is SQLite with PostgreSQL's opinion of which errors go away.
type hasty struct{ sqlite }

func (*hasty) again(err error) bool { return (&postgres{}).again(err) }

func openHasty(t *testing.T) *Store {
	t.Helper()
	s := &Store{engine: &hasty{sqlite{path: filepath.Join(t.TempDir(), "store.db")}}, changed: make(chan struct{})}
	if err := s.open(context.Background(), Options{Readers: 1}); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func TestTransactionsAreDoneAgainAfterSerializationFailures(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := openHasty(t)
		for _, c := range []struct {
			name     string
			code     string
			failures int
			want     int
			fails    bool
		}{
			{"twice a deadlock", "40P01", 2, 3, false},
			{"always a serialization failure", "40001", 100, attempts, true},
			{"a violated constraint", "23505", 1, 1, true},
		} {
			runs := 0
			err := s.transact(t.Context(), "test", func(*sql.Tx) error {
				if runs++; runs <= c.failures {
					return &pgconn.PgError{Code: c.code}
				}
				return nil
			})
			if runs != c.want || (err != nil) != c.fails {
				t.Errorf("%s: ran %d times, error %v, want %d times", c.name, runs, err, c.want)
			}
		}
	})
}

func TestWaitingToDoATransactionAgainEndsWithItsContext(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := openHasty(t)
		ctx, cancel := context.WithCancelCause(t.Context())
		gone := errors.New("gone")
		err := s.transact(ctx, "test", func(*sql.Tx) error {
			cancel(gone)
			return &pgconn.PgError{Code: "40001"}
		})
		if !errors.Is(err, gone) {
			t.Errorf("error %v, want the cause of the cancellation", err)
		}
	})
}

func TestPauseWaitsAsLongAsAsked(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		began := time.Now()
		if err := pause(t.Context(), time.Minute); err != nil || time.Since(began) != time.Minute {
			t.Errorf("waited %s, error %v", time.Since(began), err)
		}
	})
}

func TestSQLiteCommitsAreOnDiskWhenTheyReturn(t *testing.T) {
	s := openHasty(t)
	for pragma, want := range map[string]string{"synchronous": "2", "journal_mode": "wal", "foreign_keys": "1"} {
		var got string
		if err := s.write.QueryRowContext(t.Context(), "PRAGMA "+pragma).Scan(&got); err != nil || got != want {
			t.Errorf("%s is %s (%v), want %s", pragma, got, err, want)
		}
	}
	if _, err := s.read.ExecContext(t.Context(), "DELETE FROM event"); err == nil {
		t.Error("a reader's connection can write")
	}
}
