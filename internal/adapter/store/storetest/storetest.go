// Package storetest is what every engine of package store has to pass, and the
// PostgreSQL server that tests run it on.
//
// It is for tests only.
package storetest

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/pouw-dem/pouwdem/internal/adapter/store"
)

// Engine makes stores for tests.
type Engine interface {
	// URL names a new, empty database.
	URL(t testing.TB) string
	// Exec changes a database behind the store's back.
	Exec(t testing.TB, url, statement string) error
}

// Run runs the suite.
func Run(t *testing.T, e Engine) {
	for _, group := range []struct {
		name  string
		tests map[string]func(*testing.T, Engine)
	}{
		{"open", openTests()},
		{"market", marketTests()},
		{"decision", decisionTests()},
		{"settlement", settlementTests()},
		{"command", commandTests()},
		{"reading", readingTests()},
		{"order", orderTests()},
		{"event", eventTests()},
		{"setting", settingTests()},
		{"audit", auditTests()},
		{"chain", chainTests()},
		{"forecast", forecastTests()},
		{"reward", rewardTests()},
		{"index", indexTests()},
		{"work", workTests()},
		{"desk", deskTests()},
		{"shares", sharesTests()},
		{"starts", startsTests()},
		{"federation", federationTests()},
		{"concurrency", concurrencyTests()},
		{"crash", crashTests()},
	} {
		t.Run(group.name, func(t *testing.T) {
			for name, test := range group.tests {
				t.Run(name, func(t *testing.T) { test(t, e) })
			}
		})
	}
}

// Open opens a new, empty store that is closed with the test.
func Open(t testing.TB, e Engine) *store.Store {
	t.Helper()
	return open(t, e.URL(t))
}

func open(t testing.TB, url string) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), url, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// at is a moment of the day that most tests live on.
func at(hour, minute int) time.Time { return time.Date(2026, 3, 2, hour, minute, 0, 0, time.UTC) }

func must[T any](t testing.TB) func(T, error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

func ok(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func same(t testing.TB, what string, got, want any) {
	t.Helper()
	if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
		t.Fatalf("%s (-want +got):\n%s", what, diff)
	}
}
