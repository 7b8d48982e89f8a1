package store

import (
	"errors"
	"net/url"
	"path/filepath"
	"strings"

	"github.com/jackc/pgx/v5"
)

// ErrURL means that a store URL cannot be used. Its text never repeats the URL,
// which may hold a password.
var ErrURL = errors.New("store url: want sqlite:/path/to/file.db or postgres://user@host:5432/database")

// target is a parsed store URL: a file, or a server.
type target struct {
	path   string          // of the SQLite file
	server *pgx.ConnConfig // PostgreSQL
	public string          // the server's URL without its password
}

// parseURL reads a store URL. Errors carry no part of a PostgreSQL URL: what a
// parser quotes of a broken one may be its password.
func parseURL(raw string) (target, error) {
	if path, ok := strings.CutPrefix(raw, "sqlite:"); ok {
		return parsePath(path)
	}
	if !strings.HasPrefix(raw, "postgres://") && !strings.HasPrefix(raw, "postgresql://") {
		return target{}, ErrURL
	}
	cfg, err := pgx.ParseConfig(raw)
	if err != nil {
		return target{}, errors.Join(ErrURL, errors.New(
			"the postgres URL does not parse: check the port, sslmode and that special characters in user and password are percent-encoded"))
	}
	public, err := withoutPassword(raw)
	if err != nil {
		return target{}, ErrURL
	}
	if _, named := cfg.RuntimeParams["application_name"]; !named {
		cfg.RuntimeParams["application_name"] = "pouwdem"
	}
	return target{server: cfg, public: public}, nil
}

func parsePath(path string) (target, error) {
	if rest, ok := strings.CutPrefix(path, "//"); ok {
		path = rest
	}
	if path == "" || strings.Contains(path, ":memory:") {
		return target{}, errors.Join(ErrURL, errors.New("sqlite needs a file: there is no store in memory"))
	}
	if strings.ContainsAny(path, "\x00?#") {
		return target{}, errors.Join(ErrURL, errors.New("the path of a sqlite file holds none of ?, # and NUL"))
	}
	return target{path: filepath.Clean(path)}, nil
}

// Redact is the URL as it may be shown: without password and parameters.
func Redact(raw string) string {
	if strings.HasPrefix(raw, "sqlite:") {
		return raw
	}
	u, err := url.Parse(raw)
	if err != nil || (u.Scheme != "postgres" && u.Scheme != "postgresql") {
		return "(store url not shown: it does not parse)"
	}
	shown := url.URL{Scheme: u.Scheme, Host: u.Host, Path: u.Path}
	if name := u.User.Username(); name != "" {
		shown.User = url.User(name)
	}
	return shown.String()
}

func withoutPassword(raw string) (string, error) {
	u, err := url.Parse(raw)
	if err != nil {
		return "", err
	}
	if name := u.User.Username(); name != "" {
		u.User = url.User(name)
	} else {
		u.User = nil
	}
	query := u.Query()
	query.Del("password")
	query.Del("sslpassword")
	u.RawQuery = query.Encode()
	return u.String(), nil
}
