package config

import (
	"time"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
)

// Duration is a length of time, written as 20s, 5m or 1h30m.
type Duration time.Duration

// String is the duration as time.Duration prints it.
func (d Duration) String() string { return time.Duration(d).String() }

// MarshalText is [Duration.String], for YAML and JSON.
func (d Duration) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalYAML reads a duration; unlike the library's own it says where a
// wrong one stands.
func (d *Duration) UnmarshalYAML(node ast.Node) error {
	if text, ok := node.(*ast.StringNode); ok {
		if parsed, err := time.ParseDuration(text.Value); err == nil {
			*d = Duration(parsed)
			return nil
		}
	}
	return &yaml.SyntaxError{Message: "want a duration such as 20s, 5m or 1h30m", Token: node.GetToken()}
}
