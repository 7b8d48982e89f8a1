package config

import (
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
)

// Secret is a reference to a secret and, once loaded, the secret itself. A
// configuration never holds the secret in the open: it says env:NAME,
// file:/path or cred:NAME (a file in the service manager's
// $CREDENTIALS_DIRECTORY). Every way of printing it gives "[redacted]".
type Secret struct {
	ref   string
	value string
}

const (
	redacted      = "[redacted]"
	wantReference = "want a reference to a secret (env:NAME, file:/path or cred:NAME), not the secret itself"
	secretLimit   = 64 << 10 // bytes
)

// Value is the secret in the open, empty when none is configured. It is for
// the one call that needs it.
func (s Secret) Value() string { return s.value }

// IsSet reports whether a secret is configured.
func (s Secret) IsSet() bool { return s.ref != "" }

// String is "[redacted]", or empty when no secret is configured.
func (s Secret) String() string {
	if !s.IsSet() {
		return ""
	}
	return redacted
}

// GoString is [Secret.String], so that %#v redacts too.
func (s Secret) GoString() string { return s.String() }

// LogValue is [Secret.String] for structured logs.
func (s Secret) LogValue() slog.Value { return slog.StringValue(s.String()) }

// MarshalText is [Secret.String], for JSON and every other text form.
func (s Secret) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// MarshalYAML is [Secret.String].
func (s Secret) MarshalYAML() (any, error) { return s.String(), nil }

// UnmarshalYAML takes the reference; it is resolved when the whole
// configuration is known.
func (s *Secret) UnmarshalYAML(node ast.Node) error {
	text, ok := node.(*ast.StringNode)
	if !ok {
		return &yaml.SyntaxError{Message: wantReference, Token: node.GetToken()}
	}
	*s = Secret{ref: text.Value}
	return nil
}

// resolve reads what the reference points at. Errors name the reference's kind
// and place and never what stands where a reference should.
func (s *Secret) resolve(getenv func(string) string) error {
	if s.ref == "" {
		return nil
	}
	kind, name, ok := strings.Cut(s.ref, ":")
	if !ok || name == "" {
		kind = ""
	}
	var value string
	var err error
	switch kind {
	case "env":
		if value = getenv(name); value == "" {
			return fmt.Errorf("environment variable %s is not set; set it or remove the reference", name)
		}
	case "file":
		value, err = readSecret(name)
	case "cred":
		value, err = readCredential(getenv("CREDENTIALS_DIRECTORY"), name)
	default:
		return errors.New(wantReference)
	}
	if err != nil {
		return err
	}
	s.value = value
	return nil
}

func readCredential(dir, name string) (string, error) {
	if dir == "" {
		return "", errors.New("cred: needs $CREDENTIALS_DIRECTORY, which the service manager sets; use LoadCredential= or another reference")
	}
	if name != filepath.Base(name) || name == ".." {
		return "", errors.New("cred: wants a credential's name, not a path")
	}
	return readSecret(filepath.Join(dir, name))
}

func readSecret(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", fmt.Errorf("read the secret: %w", err)
	}
	defer f.Close()
	body, err := io.ReadAll(io.LimitReader(f, secretLimit+1))
	if err != nil {
		return "", fmt.Errorf("read the secret: %w", err)
	}
	value := strings.TrimRight(string(body), "\r\n")
	if value == "" || len(body) > secretLimit {
		return "", fmt.Errorf("read the secret: %s is empty or longer than %d bytes", path, secretLimit)
	}
	return value, nil
}

// withPassword puts a password into a URL that has a user.
func withPassword(raw string, password Secret) string {
	if !password.IsSet() {
		return raw
	}
	u, err := url.Parse(raw)
	if err != nil {
		return raw
	}
	u.User = url.UserPassword(u.User.Username(), password.Value())
	return u.String()
}
