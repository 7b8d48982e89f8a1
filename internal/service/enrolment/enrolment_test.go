package enrolment_test

import (
	"context"
	"errors"
	"log/slog"
	"strconv"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/service/enrolment"
)

// house is a book and doors.
type house struct {
	clock.Wall
	at    time.Time
	kept  map[string][]byte
	open  []enrolment.Member
	drawn int
}

func (h *house) Now() time.Time { return h.at }

func (h *house) Setting(_ context.Context, key string) ([]byte, bool, error) {
	v, ok := h.kept[key]
	return v, ok, nil
}

func (h *house) PutSetting(_ context.Context, key string, v []byte) error {
	h.kept[key] = v
	return nil
}

func (h *house) Open(m []enrolment.Member) error { h.open = m; return nil }

func (h *house) NewToken() (token, public string, err error) {
	h.drawn++
	n := strconv.Itoa(h.drawn)
	return "secret" + n, "public" + n, nil
}

func (h *house) CheckName(name string) error {
	if name == "" {
		return errors.New("no name")
	}
	return nil
}

func newDesk(t *testing.T, h *house) *enrolment.Desk {
	t.Helper()
	d, err := enrolment.Open(t.Context(), enrolment.Config{Book: h, Doors: h, Clock: h, Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func newHouse() *house {
	return &house{at: time.Date(2026, 7, 1, 12, 0, 0, 0, time.UTC), kept: map[string][]byte{}}
}

func refused(t *testing.T, what string, err error) {
	t.Helper()
	if !errors.Is(err, enrolment.ErrRefused) {
		t.Errorf("%s: %v", what, err)
	}
}

func TestATokenLetsOneKeyInOnce(t *testing.T) {
	h := newHouse()
	d := newDesk(t, h)
	token, m, err := d.Invite(t.Context(), "east", "site", "", time.Hour)
	if err != nil || token != "secret1" || m.State != enrolment.Invited {
		t.Fatal(token, m, err)
	}
	got, err := d.Admit(t.Context(), "public1", "key")
	if err != nil || got.Name != "east" || got.Role != "site" || got.State != enrolment.Enrolled || len(h.open) != 1 || h.open[0].Public != "key" {
		t.Fatalf("%+v %v, open for %+v", got, err, h.open)
	}
	_, err = d.Admit(t.Context(), "public1", "another")
	refused(t, "a token that was used", err)
	_, err = d.Admit(t.Context(), "public9", "another")
	refused(t, "a token that nobody gave", err)
	_, _, err = d.Invite(t.Context(), "east", "site", "", time.Hour)
	refused(t, "a name that is taken", err)

	again := newDesk(t, h) // after a restart
	if all := again.Members(); len(all) != 1 || all[0].Public != "key" || len(h.open) != 1 {
		t.Errorf("%+v", all)
	}
}

func TestATokenAgesAndAnUnusedOneIsReplaced(t *testing.T) {
	h := newHouse()
	d := newDesk(t, h)
	for range 2 {
		if _, _, err := d.Invite(t.Context(), "east", "site", "", time.Hour); err != nil {
			t.Fatal(err)
		}
	}
	_, err := d.Admit(t.Context(), "public1", "key")
	refused(t, "a token that was replaced", err)
	h.at = h.at.Add(time.Hour)
	_, err = d.Admit(t.Context(), "public2", "key")
	refused(t, "a token that is too old", err)
	for _, bad := range []struct {
		name, role, site string
		life             time.Duration
	}{{"", "site", "", time.Hour}, {"a", "admin", "", time.Hour}, {"a", "site", "", 0}, {"a", "site", "", 365 * 24 * time.Hour}, {"a", "site", "webb", time.Hour}} {
		_, _, err := d.Invite(t.Context(), bad.name, bad.role, bad.site, bad.life)
		refused(t, bad.name+bad.role+bad.life.String(), err)
	}
}

func TestWhoIsRevokedStaysOutUnderItsKeyAndItsNameIsFree(t *testing.T) {
	h := newHouse()
	d := newDesk(t, h)
	if _, _, err := d.Invite(t.Context(), "east", "site", "", time.Hour); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Admit(t.Context(), "public1", "key"); err != nil {
		t.Fatal(err)
	}
	if err := d.Revoke(t.Context(), "east"); err != nil || h.open[0].State != enrolment.Revoked {
		t.Fatalf("%v %+v", err, h.open)
	}
	refused(t, "twice", d.Revoke(t.Context(), "east"))
	if _, _, err := d.Invite(t.Context(), "east", "site", "", time.Hour); err != nil {
		t.Fatal(err)
	}
	_, err := d.Admit(t.Context(), "public2", "key")
	refused(t, "the key that was revoked", err)
	if m, err := d.Admit(t.Context(), "public2", "fresh"); err != nil || m.State != enrolment.Enrolled || len(d.Members()) != 2 {
		t.Errorf("%+v %v", m, err)
	}
}

// TestAMemberStandsWhereItsInvitationSays also reads members that an earlier
// version let in: their workers stand nowhere, until they are let in anew.
func TestAMemberStandsWhereItsInvitationSays(t *testing.T) {
	h := newHouse()
	h.kept["bus.members"] = []byte(`[{"name":"old","role":"worker","state":"enrolled","token":"t1","public":"k1"},{"name":"pecos","role":"site","state":"enrolled","token":"t2","public":"k2"}]`)
	d := newDesk(t, h)
	stands := func(name, want string, in bool) {
		t.Helper()
		m, ok := d.Enrolled(name)
		if ok != in || m.StandsAt() != want {
			t.Errorf("%s stands at %q (%v), want %q", name, m.StandsAt(), ok, want)
		}
	}
	stands("old", "", true)
	stands("pecos", "pecos", true)
	if _, _, err := d.Invite(t.Context(), "rack-7", "worker", "webb", time.Hour); err != nil {
		t.Fatal(err)
	}
	stands("rack-7", "", false) // not let in yet
	if m, err := d.Admit(t.Context(), "public1", "key"); err != nil || m.Site != "webb" {
		t.Fatalf("%+v %v", m, err)
	}
	stands("rack-7", "webb", true)
	if err := d.Revoke(t.Context(), "old"); err != nil {
		t.Fatal(err)
	}
	stands("old", "", false)
	if _, _, err := d.Invite(t.Context(), "old", "worker", "pecos", time.Hour); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Admit(t.Context(), "public2", "fresh"); err != nil {
		t.Fatal(err)
	}
	d = newDesk(t, h) // after a restart
	stands("old", "pecos", true)
	stands("rack-7", "webb", true)
}
