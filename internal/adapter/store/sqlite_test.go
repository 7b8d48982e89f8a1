package store_test

import (
	"bufio"
	"context"
	"database/sql"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/store"
	"github.com/pouw-dem/pouwdem/internal/adapter/store/storetest"
)

// Versions 3.7.0 to 3.51.2 can corrupt a file in WAL mode when a checkpoint
// meets a writer (sqlite.org/wal.html, "the WAL-reset bug").
func TestSQLiteIsWithoutTheWALResetBug(t *testing.T) {
	db, err := sql.Open("sqlite", filepath.Join(t.TempDir(), "x.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var version string
	if err := db.QueryRowContext(t.Context(), "SELECT sqlite_version()").Scan(&version); err != nil {
		t.Fatal(err)
	}
	var major, minor, patch int
	if _, err := fmt.Sscanf(version, "%d.%d.%d", &major, &minor, &patch); err != nil {
		t.Fatalf("version %q: %v", version, err)
	}
	if major*1_000_000+minor*1_000+patch < 3_051_003 {
		t.Errorf("sqlite %s, want 3.51.3 or newer", version)
	}
}

func TestSQLiteFilesArePrivateAndNamedAsAsked(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a b%41+ü&x=y;.db")
	s, err := store.Open(t.Context(), "sqlite:"+path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for _, name := range []string{path, path + "-wal"} {
		info, err := os.Stat(name)
		if err != nil {
			t.Fatal(err)
		}
		if info.Mode().Perm() != 0o600 {
			t.Errorf("%s has mode %s, want 0600", name, info.Mode())
		}
	}
}

func TestAMissingDirectoryIsNamed(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "none")
	_, err := store.Open(t.Context(), "sqlite:"+dir+"/store.db", store.Options{})
	if err == nil || !strings.Contains(err.Error(), dir+" does not exist") {
		t.Errorf("error %v, want one that names %s", err, dir)
	}
}

func TestAFileThatIsNoDatabaseIsRefused(t *testing.T) {
	path := filepath.Join(t.TempDir(), "store.db")
	if err := os.WriteFile(path, []byte(strings.Repeat("not a database ", 500)), 0o600); err != nil {
		t.Fatal(err)
	}
	if s, err := store.Open(t.Context(), "sqlite:"+path, store.Options{}); err == nil {
		s.Close()
		t.Error("opened")
	}
}

// TestAKilledWriterLosesNothingItReported runs this test again as a process
// that saves decisions and reports each, and kills it in the middle.
func TestAKilledWriterLosesNothingItReported(t *testing.T) {
	if url := os.Getenv("STORE_TEST_WRITE"); url != "" {
		writeUntilKilled(t, url)
		return
	}
	url := storetest.Files{}.URL(t)
	next := 0
	for round := range 3 {
		next = killWriter(t, url, next, 5+7*round)
		checkWhole(t, url, next)
	}
}

// killWriter starts a writer at decision number next and kills it after it
// has reported some; it returns the number after the last one reported.
func killWriter(t *testing.T, url string, next, reports int) int {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^TestAKilledWriterLosesNothingItReported$")
	cmd.Env = append(os.Environ(), "STORE_TEST_WRITE="+url, fmt.Sprintf("STORE_TEST_NEXT=%d", next))
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	for seen := 0; lines.Scan(); {
		var n int
		if _, err := fmt.Sscanf(lines.Text(), "saved %d", &n); err != nil {
			t.Fatalf("the writer said %q", lines.Text())
		}
		next = n + 1
		if seen++; seen == reports {
			if err := cmd.Process.Kill(); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := cmd.Wait(); err == nil {
		t.Fatal("the writer ended by itself")
	}
	return next
}

func writeUntilKilled(t *testing.T, url string) {
	var next int
	if _, err := fmt.Sscan(os.Getenv("STORE_TEST_NEXT"), &next); err != nil {
		t.Fatal(err)
	}
	s, err := store.Open(context.Background(), url, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for n := next; n < next+10_000; n++ {
		if _, err := s.SaveDecision(context.Background(), storetest.Tick("alpha", n)); err != nil {
			t.Fatal(err)
		}
		fmt.Printf("saved %d\n", n)
	}
}

// checkWhole holds what is stored against what was reported: all of it, at most
// one decision more, and every part of each.
func checkWhole(t *testing.T, url string, reported int) {
	t.Helper()
	s, err := store.Open(t.Context(), url, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	far := time.Date(2100, 1, 1, 0, 0, 0, 0, time.UTC)
	decisions, err := s.Decisions(t.Context(), "", time.Unix(0, 0), far, 0)
	if err != nil {
		t.Fatal(err)
	}
	n := len(decisions)
	if n < reported {
		t.Fatalf("%d decisions, %d were reported saved", n, reported)
	}
	commands, err := s.UnfinishedCommands(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	settled, err := s.Settlements(t.Context(), "", time.Unix(0, 0), far)
	if err != nil {
		t.Fatal(err)
	}
	seq, err := s.LastSeq(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	events, err := s.Events(t.Context(), 0, 100_000)
	if err != nil {
		t.Fatal(err)
	}
	if len(commands) != 10*n || len(settled) != n || seq != int64(2*n) || len(events) != 2*n {
		t.Errorf("%d decisions with %d commands, %d settlements, %d events of %d; want 10, 1 and 2 each",
			n, len(commands), len(settled), len(events), seq)
	}
	_, at, _, err := s.State(t.Context(), "alpha")
	if err != nil || !at.Equal(decisions[0].Interval.Start) {
		t.Errorf("state of %s (%v), want that of the newest decision, %s", at, err, decisions[0].Key)
	}
}
