// Package secret is how credentials are held on their way to the services that
// ask for them: they show themselves nowhere, and travel in clear to this computer
// alone. Where they come from is config's.
package secret

import (
	"log/slog"
	"net"
	"strings"
)

const redacted = "[redacted]"

// Text is a credential. It prints as "[redacted]" wherever it is formatted, logged
// or encoded.
type Text string

// String hides the credential.
func (Text) String() string { return redacted }

// GoString hides the credential from %#v.
func (Text) GoString() string { return redacted }

// LogValue hides the credential from logs.
func (Text) LogValue() slog.Value { return slog.StringValue(redacted) }

// MarshalText hides the credential from JSON, YAML and other encodings.
func (Text) MarshalText() ([]byte, error) { return []byte(redacted), nil }

// Local reports whether a host, without a port, is this computer by its name: a
// loopback address or localhost. To any other a credential goes encrypted or not
// at all.
func Local(host string) bool {
	if strings.EqualFold(host, "localhost") {
		return true
	}
	ip := net.ParseIP(host)
	return ip != nil && ip.IsLoopback()
}
