// Package forecaster makes forecasts on schedule, keeps them with the version of
// their makers and the hash of what they saw, scores them as the truth arrives,
// and replaces one that failed by the next simpler one. It also walks through
// history to say how good they would have been.
//
// It is not for the models themselves (core/forecast).
package forecaster

import (
	"maps"
	"slices"
)

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
