package config

import (
	_ "embed"
	"slices"
)

//go:embed example.yaml
var exampleYAML []byte

// Example is a configuration file with every key, each explained. Its values
// are the defaults, because the defaults are read from it.
func Example() []byte { return slices.Clone(exampleYAML) }
