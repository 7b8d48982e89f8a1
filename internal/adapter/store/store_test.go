package store_test

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"go.uber.org/goleak"

	"github.com/pouw-dem/pouwdem/internal/adapter/store"
	"github.com/pouw-dem/pouwdem/internal/adapter/store/storetest"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func TestSQLiteConforms(t *testing.T) {
	storetest.Run(t, storetest.Files{})
}

func TestPostgresConforms(t *testing.T) {
	server := storetest.StartPostgres(t)
	storetest.Run(t, server)
	t.Run("serialization", func(t *testing.T) { serializableWriters(t, server) })
	t.Run("backup", func(t *testing.T) { dumped(t, server) })
	t.Run("backup without pg_dump", func(t *testing.T) { noDump(t, server) })
}

// serializableWriters makes the server fail transactions that meet: each must
// be done again until it gets through.
func serializableWriters(t *testing.T, server *storetest.Server) {
	s, err := store.Open(t.Context(), server.URL(t)+"&default_transaction_isolation=serializable", store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	const writers, each = 3, 6
	var all sync.WaitGroup
	for n := range writers {
		all.Go(func() {
			for i := range each {
				if _, err := s.SaveDecision(t.Context(), storetest.Tick(fmt.Sprintf("site-%d", n), i)); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	if seq, err := s.LastSeq(t.Context()); err != nil || seq != 2*writers*each {
		t.Errorf("%d events (%v), want %d", seq, err, 2*writers*each)
	}
}

func dumped(t *testing.T, server *storetest.Server) {
	for _, program := range []string{"pg_dump", "pg_restore"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Fatalf("%s comes with the server's package: %v", program, err)
		}
	}
	s := storetest.Open(t, server)
	want := storetest.Tick("alpha", 0).Decision
	if _, err := s.SaveDecision(t.Context(), storetest.Tick("alpha", 0)); err != nil {
		t.Fatal(err)
	}
	m, err := s.Backup(t.Context(), t.TempDir(), backupTime())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := store.ReadManifest(m.Dir); err != nil {
		t.Error(err)
	}
	if _, err := store.Restore(t.Context(), m.Dir, filepath.Join(t.TempDir(), "x.db")); err == nil || !strings.Contains(err.Error(), "pg_restore") {
		t.Errorf("restore as a file: %v, want an error that names pg_restore", err)
	}
	empty := server.URL(t)
	if said, err := exec.Command("pg_restore", "--exit-on-error", "--dbname="+empty, filepath.Join(m.Dir, m.Files[0].Name)).CombinedOutput(); err != nil {
		t.Fatalf("pg_restore: %v\n%s", err, said)
	}
	restored, err := store.Open(t.Context(), empty, store.Options{NoMigrate: true})
	if err != nil {
		t.Fatal(err)
	}
	defer restored.Close()
	got, _, err := restored.Decision(t.Context(), "alpha", want.Key)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("decision (-want +got):\n%s", diff)
	}
}

func noDump(t *testing.T, server *storetest.Server) {
	s := storetest.Open(t, server)
	t.Setenv("PATH", "")
	dir := t.TempDir()
	if _, err := s.Backup(t.Context(), dir, backupTime()); err == nil || !strings.Contains(err.Error(), "pg_dump is not on the PATH") {
		t.Errorf("error %v, want one that names pg_dump", err)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v (%v)", left, err)
	}
}

func TestOpenErrorsShowNoPassword(t *testing.T) {
	const secret = "s3cr3t-hunter2"
	for _, url := range []string{
		"postgres://ann:" + secret + "@127.0.0.1:1/pouwdem?connect_timeout=2",
		"postgres://127.0.0.1:1/pouwdem?user=ann&password=" + secret,
		"postgres://ann:" + secret + "@127.0.0.1:port/pouwdem",
	} {
		s, err := store.Open(t.Context(), url, store.Options{})
		if err == nil {
			s.Close()
			t.Fatal("opened")
		}
		if strings.Contains(err.Error(), secret) {
			t.Errorf("the error shows the password: %v", err)
		}
		for cause := err; cause != nil; cause = errors.Unwrap(cause) {
			if strings.Contains(fmt.Sprintf("%+v", cause), secret) {
				t.Errorf("a cause shows the password: %+v", cause)
			}
		}
	}
}

func BenchmarkSaveDecision(b *testing.B) {
	b.Run("sqlite", func(b *testing.B) { saveDecisions(b, storetest.Files{}) })
	b.Run("postgres", func(b *testing.B) { saveDecisions(b, storetest.StartPostgres(b)) })
}

// saveDecisions saves records of ten classes and five proposals.
func saveDecisions(b *testing.B, e storetest.Engine) {
	s := storetest.Open(b, e)
	for n := 0; b.Loop(); n++ {
		if saved, err := s.SaveDecision(b.Context(), storetest.Tick("alpha", n)); err != nil || !saved {
			b.Fatal(saved, err)
		}
	}
}
