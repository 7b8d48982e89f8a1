package store

import (
	"errors"
	"strings"
	"testing"
)

const secret = "s3cr3t-hunter2"

func TestURLsThatNameNoDatabaseAreRefused(t *testing.T) {
	for _, raw := range []string{
		"", "file.db", "sqlite", "sqlite:", "sqlite::memory:", "sqlite:a?mode=memory", "sqlite:a#b", "sqlite:a\x00b",
		"mysql://u@h/d", "postgres:", "postgres://h:port/d", "postgres://u:" + secret + "@h:1:2/d", "postgres://u:" + secret + "@h/d?sslmode=maybe",
		"postgres://u:%zz" + secret + "@h/d",
	} {
		_, err := parseURL(raw)
		if !errors.Is(err, ErrURL) {
			t.Errorf("%q: %v, want ErrURL", raw, err)
			continue
		}
		if strings.Contains(err.Error(), secret) {
			t.Errorf("%q: the error shows the password: %v", raw, err)
		}
	}
}

func TestURLsNameAFileOrAServer(t *testing.T) {
	for raw, want := range map[string]string{
		"sqlite:/var/lib/pouwdem/store.db": "/var/lib/pouwdem/store.db",
		"sqlite:///var/lib/store.db":       "/var/lib/store.db",
		"sqlite:data/store.db":             "data/store.db",
		"sqlite:./a b.db":                  "a b.db",
	} {
		if to, err := parseURL(raw); err != nil || to.path != want {
			t.Errorf("%s: path %q, error %v, want %q", raw, to.path, err, want)
		}
	}
	to, err := parseURL("postgresql://ann:" + secret + "@db.example:5433/pouwdem?sslmode=disable")
	if err != nil {
		t.Fatal(err)
	}
	if to.server.Host != "db.example" || to.server.Port != 5433 || to.server.Database != "pouwdem" || to.server.Password != secret {
		t.Errorf("server %s:%d/%s", to.server.Host, to.server.Port, to.server.Database)
	}
	if want := "postgresql://ann@db.example:5433/pouwdem?sslmode=disable"; to.public != want {
		t.Errorf("public %s, want %s", to.public, want)
	}
}

func TestRedactShowsNoPassword(t *testing.T) {
	for raw, want := range map[string]string{
		"sqlite:/a/b.db":                                     "sqlite:/a/b.db",
		"postgres://ann:" + secret + "@h:5432/d":             "postgres://ann@h:5432/d",
		"postgres://h/d?user=ann&password=" + secret:         "postgres://h/d",
		"postgres://ann:%zz" + secret + "@h/d":               "(store url not shown: it does not parse)",
		"ann:" + secret + "@h/d":                             "(store url not shown: it does not parse)",
		"postgres://ann:" + secret + "@h:" + secret + "/d":   "(store url not shown: it does not parse)",
		"postgresql://:" + secret + "@h/d?sslmode=verify-ca": "postgresql://h/d",
	} {
		if got := Redact(raw); got != want {
			t.Errorf("%s: %s, want %s", strings.ReplaceAll(raw, secret, "***"), got, want)
		}
	}
}

func FuzzNoURLShowsItsPassword(f *testing.F) {
	for _, seed := range [][2]string{
		{"postgres://u:", "@h:5432/d"},
		{"postgres://u:", "@h:x/d?sslmode=maybe"},
		{"postgres://h/d?password=", "&sslmode=require"},
		{"postgresql://u%zz:", "@[::1"},
		{"mysql://u:", "@h"},
		{"", ""},
		{"postgres://u:%", "@h/d"},
	} {
		f.Add(seed[0], seed[1])
	}
	f.Fuzz(func(t *testing.T, before, after string) {
		raw := before + secret + after
		to, err := parseURL(raw)
		if err != nil && strings.Contains(err.Error(), secret) {
			t.Errorf("error of %q shows the password: %v", raw, err)
		}
		if err != nil || to.server == nil || to.server.Password != secret {
			return
		}
		for name, shown := range map[string]string{"redacted": Redact(raw), "public": to.public} {
			if strings.Contains(shown, secret) {
				t.Errorf("%s form of %q shows the password: %s", name, raw, shown)
			}
		}
	})
}
