package store_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/pouw-dem/pouwdem/internal/adapter/store"
	"github.com/pouw-dem/pouwdem/internal/adapter/store/storetest"
)

func backupTime() time.Time { return time.Date(2026, 3, 2, 18, 30, 0, 0, time.UTC) }

func backedUp(t *testing.T, decisions int) store.Manifest {
	t.Helper()
	s := storetest.Open(t, storetest.Files{})
	for n := range decisions {
		if _, err := s.SaveDecision(t.Context(), storetest.Tick("alpha", n)); err != nil {
			t.Fatal(err)
		}
	}
	m, err := s.Backup(t.Context(), filepath.Join(t.TempDir(), "backups"), backupTime())
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestARestoredBackupHoldsWhatWasThere(t *testing.T) {
	m := backedUp(t, 3)
	if m.LastSeq != 6 || m.Engine != "sqlite" || filepath.Base(m.Dir) != "pouwdem-20260302T183000Z" {
		t.Errorf("manifest %+v", m)
	}
	target := filepath.Join(t.TempDir(), "restored.db")
	restored, err := store.Restore(t.Context(), m.Dir, target)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(m, restored); diff != "" {
		t.Errorf("manifest (-written +read):\n%s", diff)
	}
	s, err := store.Open(t.Context(), "sqlite:"+target, store.Options{NoMigrate: true})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	want := storetest.Tick("alpha", 2).Decision
	got, _, err := s.Decision(t.Context(), "alpha", want.Key)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("decision (-want +got):\n%s", diff)
	}
}

func TestARestoreDoesNotOverwrite(t *testing.T) {
	m := backedUp(t, 1)
	for _, name := range []string{"store.db", "store.db-wal"} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, name), []byte("mine"), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := store.Restore(t.Context(), m.Dir, filepath.Join(dir, "store.db")); err == nil || !strings.Contains(err.Error(), "not empty") {
			t.Errorf("over %s: %v, want an error that says it is not empty", name, err)
		}
		if kept, err := os.ReadFile(filepath.Join(dir, name)); err != nil || string(kept) != "mine" {
			t.Errorf("%s now holds %q (%v)", name, kept, err)
		}
	}
}

func TestADamagedBackupIsNotRestored(t *testing.T) {
	for name, damage := range map[string]func(t *testing.T, m store.Manifest){
		"a changed byte": func(t *testing.T, m store.Manifest) {
			t.Helper()
			edit(t, filepath.Join(m.Dir, m.Files[0].Name), func(body []byte) []byte { body[len(body)/2] ^= 1; return body })
		},
		"a cut file": func(t *testing.T, m store.Manifest) {
			t.Helper()
			edit(t, filepath.Join(m.Dir, m.Files[0].Name), func(body []byte) []byte { return body[:len(body)-4096] })
		},
		"a missing file": func(t *testing.T, m store.Manifest) {
			t.Helper()
			if err := os.Remove(filepath.Join(m.Dir, m.Files[0].Name)); err != nil {
				t.Fatal(err)
			}
		},
		"no manifest": func(t *testing.T, m store.Manifest) {
			t.Helper()
			if err := os.Remove(filepath.Join(m.Dir, "manifest.json")); err != nil {
				t.Fatal(err)
			}
		},
		"a manifest that reaches outside": func(t *testing.T, m store.Manifest) {
			t.Helper()
			edit(t, filepath.Join(m.Dir, "manifest.json"), func(body []byte) []byte {
				return []byte(strings.ReplaceAll(string(body), m.Files[0].Name, "../"+filepath.Base(m.Dir)+"/"+m.Files[0].Name))
			})
		},
	} {
		t.Run(name, func(t *testing.T) {
			m := backedUp(t, 1)
			damage(t, m)
			dir := t.TempDir()
			if _, err := store.Restore(t.Context(), m.Dir, filepath.Join(dir, "store.db")); err == nil {
				t.Error("restored")
			}
			if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
				t.Errorf("left behind: %v (%v)", left, err)
			}
		})
	}
}

func edit(t *testing.T, path string, change func([]byte) []byte) {
	t.Helper()
	body, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, change(body), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestABackupDoesNotReplaceAnother(t *testing.T) {
	s := storetest.Open(t, storetest.Files{})
	dir := t.TempDir()
	first, err := s.Backup(t.Context(), dir, backupTime())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Backup(t.Context(), dir, backupTime()); err == nil {
		t.Error("a second backup of the same second was written over the first")
	}
	if _, err := store.ReadManifest(first.Dir); err != nil {
		t.Errorf("the first is gone: %v", err)
	}
}

func FuzzManifestsOfAnyContentAreReadOrRefused(f *testing.F) {
	f.Add([]byte(`{"engine":"sqlite","schema":1,"files":[{"name":"pouwdem.db","bytes":1,"sha256":"2d"}]}`))
	f.Add([]byte(`{"files":[{"name":".."}]}`))
	f.Add([]byte(`[]`))
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, body []byte) {
		if err := os.WriteFile(filepath.Join(dir, "manifest.json"), body, 0o600); err != nil {
			t.Fatal(err)
		}
		m, err := store.ReadManifest(dir)
		if err == nil && len(m.Files) == 0 {
			t.Error("read a manifest that names no file")
		}
	})
}
