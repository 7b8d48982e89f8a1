package storetest

import (
	"path/filepath"
	"strings"
	"testing"

	_ "modernc.org/sqlite" // the database/sql driver "sqlite"
)

// Files makes SQLite stores in the test's own directory.
type Files struct{}

// URL is a new file.
func (Files) URL(t testing.TB) string {
	t.Helper()
	return "sqlite:" + filepath.Join(t.TempDir(), "store.db")
}

// Exec runs a statement on a connection of its own.
func (Files) Exec(t testing.TB, url, statement string) error {
	t.Helper()
	return execute(t, "sqlite", strings.TrimPrefix(url, "sqlite:")+"?_pragma=busy_timeout(10000)", statement)
}
