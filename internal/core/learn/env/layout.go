package env

import (
	"fmt"

	"github.com/pouw-dem/pouwdem/internal/core/nn"
)

// Features are the agent's inputs as a checkpoint lists them: those of used are
// shown as they are, the others, which training never saw change, are held at 0.
func Features(used []bool) []nn.Feature {
	names := Names()
	out := make([]nn.Feature, len(names))
	for i, name := range names {
		out[i] = nn.Feature{Name: name, Scale: flag(used == nil || used[i])}
	}
	return out
}

// Layout is where the features of a checkpoint are among what [Observe] shows. A
// checkpoint lists its features by name, so that one that was trained before
// this program learned to show more runs as it did.
type Layout struct {
	features []nn.Feature
	from     []int // by feature: index into what is observed
}

// NewLayout finds features by their names.
func NewLayout(features []nn.Feature) (Layout, error) {
	at := map[string]int{}
	for i, name := range Names() {
		at[name] = i
	}
	l := Layout{features: features, from: make([]int, len(features))}
	for i, f := range features {
		from, ok := at[f.Name]
		if !ok {
			return l, fmt.Errorf("feature %q is not among those that this program shows: train it again", f.Name)
		}
		l.from[i] = from
	}
	return l, nil
}

// Enter writes what is observed into a network's padded row.
func (l Layout) Enter(observed []float64, row []float32) {
	clear(row)
	for i, f := range l.features {
		row[i] = float32((observed[l.from[i]] - f.Shift) * f.Scale)
	}
}

// Seen is what was observed of feature i.
func (l Layout) Seen(observed []float64, i int) float64 { return observed[l.from[i]] }

// LooksAhead reports whether a feature that is used comes from a forecast.
func (l Layout) LooksAhead() bool {
	for _, f := range l.features {
		if f.Scale != 0 && fromForecast(f.Name) {
			return true
		}
	}
	return false
}
