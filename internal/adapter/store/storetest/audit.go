package storetest

import (
	"errors"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/store"
)

func settingTests() map[string]func(*testing.T, Engine) {
	return map[string]func(*testing.T, Engine){
		"ASettingIsKeptAsItWasLastPut": settings,
	}
}

func settings(t *testing.T, e Engine) {
	s := Open(t, e)
	if _, found, err := s.Setting(t.Context(), "seed"); err != nil || found {
		t.Fatalf("found %v, error %v in an empty store", found, err)
	}
	for _, value := range [][]byte{{0, 255, 7}, []byte("text"), {}, nil} {
		ok(t, s.PutSetting(t.Context(), "seed", value))
		got, found, err := s.Setting(t.Context(), "seed")
		ok(t, err)
		if !found || string(got) != string(value) {
			t.Errorf("got %v (found %v), want %v", got, found, value)
		}
	}
}

func auditTests() map[string]func(*testing.T, Engine) {
	return map[string]func(*testing.T, Engine){
		"TheTrailIsKeptInOrder":           trailInOrder,
		"TheDatabaseRefusesToChangeIt":    trailRefuses,
		"AChangedEntryIsFound":            trailChanged,
		"ACutTrailIsFound":                trailCut,
		"AnEmptyTrailIsWhole":             trailEmpty,
		"AnEntryAfterALostOneIsNotFaked":  trailLost,
		"ItsHashDependsOnWhatCameBefore":  trailChained,
		"TimesAreHashedAsTheyAreReadBack": trailTimes,
	}
}

func entry(what string) store.Entry {
	return store.Entry{At: at(1, 0), Who: "ann", What: what, Site: "alpha", Before: `{"stop":false}`, After: `{"stop":true}`, Reason: "fire drill"}
}

func trail(t testing.TB, e Engine, n int) (*store.Store, string) {
	t.Helper()
	url := e.URL(t)
	s := open(t, url)
	for range n {
		ok(t, s.Audit(t.Context(), entry("stop")))
	}
	return s, url
}

func trailInOrder(t *testing.T, e Engine) {
	s, _ := trail(t, e, 3)
	entries := must[[]store.Entry](t)(s.AuditLog(t.Context(), 1, 10))
	if len(entries) != 2 || entries[0].Seq != 2 || entries[1].Seq != 3 {
		t.Fatalf("entries after the first: %+v", entries)
	}
	want := entry("stop")
	want.Seq, want.Hash = entries[0].Seq, entries[0].Hash
	same(t, "entry", entries[0], want)
	last := must[store.Entry](t)(s.VerifyAudit(t.Context()))
	same(t, "last", last, entries[1])
}

func trailRefuses(t *testing.T, e Engine) {
	s, url := trail(t, e, 2)
	for _, statement := range []string{"UPDATE audit SET who = 'bob'", "DELETE FROM audit"} {
		if err := e.Exec(t, url, statement); err == nil {
			t.Errorf("%s was done", statement)
		}
	}
	must[store.Entry](t)(s.VerifyAudit(t.Context()))
}

// unlock takes the guards away, as one who owns the database can.
func unlock(t testing.TB, e Engine, s *store.Store, url string) {
	t.Helper()
	statements := []string{"DROP TRIGGER audit_keeps_rows", "DROP TRIGGER audit_loses_none"}
	if engine, _ := s.Engine(); engine == "postgres" {
		statements = []string{"DROP TRIGGER audit_keeps_rows ON audit"}
	}
	for _, statement := range statements {
		ok(t, e.Exec(t, url, statement))
	}
}

func tampered(t *testing.T, e Engine, statement string) error {
	t.Helper()
	s, url := trail(t, e, 3)
	unlock(t, e, s, url)
	ok(t, e.Exec(t, url, statement))
	_, err := s.VerifyAudit(t.Context())
	return err
}

func trailChanged(t *testing.T, e Engine) {
	for _, statement := range []string{
		"UPDATE audit SET who = 'bob' WHERE seq = 2",
		"UPDATE audit SET at_us = at_us + 1 WHERE seq = 1",
		"UPDATE audit SET reason = '' WHERE seq = 3",
		"DELETE FROM audit WHERE seq = 2",
	} {
		if err := tampered(t, e, statement); !errors.Is(err, store.ErrAudit) {
			t.Errorf("after %s: %v, want ErrAudit", statement, err)
		}
	}
}

func trailCut(t *testing.T, e Engine) {
	for _, statement := range []string{"DELETE FROM audit WHERE seq = 3", "DELETE FROM audit"} {
		if err := tampered(t, e, statement); !errors.Is(err, store.ErrAudit) {
			t.Errorf("after %s: %v, want ErrAudit", statement, err)
		}
	}
}

func trailLost(t *testing.T, e Engine) {
	s, url := trail(t, e, 2)
	unlock(t, e, s, url)
	ok(t, e.Exec(t, url, "DELETE FROM audit WHERE seq = 2"))
	if err := s.Audit(t.Context(), entry("stop")); !errors.Is(err, store.ErrAudit) {
		t.Errorf("an entry after the lost one: %v, want ErrAudit", err)
	}
}

func trailEmpty(t *testing.T, e Engine) {
	s := Open(t, e)
	same(t, "last", must[store.Entry](t)(s.VerifyAudit(t.Context())), store.Entry{})
}

func trailChained(t *testing.T, e Engine) {
	s, _ := trail(t, e, 2)
	entries := must[[]store.Entry](t)(s.AuditLog(t.Context(), 0, 10))
	if entries[0].Hash == entries[1].Hash {
		t.Error("equal entries have equal hashes")
	}
}

func trailTimes(t *testing.T, e Engine) {
	s := Open(t, e)
	local := entry("stop")
	local.At = at(1, 0).Add(123456789 * time.Nanosecond).In(time.FixedZone("CST", -6*3600))
	ok(t, s.Audit(t.Context(), local))
	must[store.Entry](t)(s.VerifyAudit(t.Context()))
}
