// Package strategy says what a round's mean update makes of the global model, and
// what a global model makes of a site's own. One rule a file, each a function of
// plain vectors.
//
// It is not for how the mean came about, nor for training.
package strategy

import (
	"encoding/json"
	"fmt"
)

// Rule turns the global model and the mean of a round's updates into the next
// global model. Memory is what a rule keeps between rounds; its zero value begins.
type Rule interface {
	Name() string
	Apply(m Memory, global, mean []float32) (Memory, []float32, error)
}

// Memory is a rule's running moments, as long as the model each.
type Memory struct {
	First  []float32 `json:"first,omitempty"`
	Second []float32 `json:"second,omitempty"`
	Rounds int       `json:"rounds"`
}

// Settings choose a rule and its numbers; zeros take the rule's defaults.
type Settings struct {
	Name     string  `json:"name"`
	Rate     float64 `json:"rate,omitempty"`     // of the server
	Momentum float64 `json:"momentum,omitempty"` // fedavgm
	Tau      float64 `json:"tau,omitempty"`      // fedadam
	Mu       float64 `json:"mu,omitempty"`       // fedprox, at the sites
	Lambda   float64 `json:"lambda,omitempty"`   // ditto, at the sites
}

// New is the rule of a name.
func New(s Settings) (Rule, error) {
	or := func(v, otherwise float64) float64 {
		if v == 0 {
			return otherwise
		}
		return v
	}
	rules := map[string]Rule{
		"fedavg":  FedAvg{},
		"fedprox": FedProx{Mu: or(s.Mu, 1e-2)},
		"fedavgm": FedAvgM{Rate: or(s.Rate, 1), Momentum: or(s.Momentum, 0.9)},
		"fedadam": FedAdam{Rate: or(s.Rate, 1e-2), Tau: or(s.Tau, 1e-3)},
		"ditto":   Ditto{Lambda: or(s.Lambda, 0.1)},
	}
	rule, ok := rules[s.Name]
	if !ok {
		return nil, fmt.Errorf("strategy %q: want fedavg, fedprox, fedavgm, fedadam or ditto", s.Name)
	}
	for name, v := range map[string]float64{"rate": s.Rate, "momentum": s.Momentum, "tau": s.Tau, "mu": s.Mu, "lambda": s.Lambda} {
		if !(v >= 0) || v > 1e6 || name == "momentum" && v >= 1 {
			return nil, fmt.Errorf("strategy %s: %s is %v", s.Name, name, v)
		}
	}
	return rule, nil
}

// Marshal writes a memory down.
func (m Memory) Marshal() ([]byte, error) { return json.Marshal(m) }

func sameLength(global, mean []float32, moments ...[]float32) error {
	if len(mean) != len(global) {
		return fmt.Errorf("a mean of %d coordinates for a model of %d", len(mean), len(global))
	}
	for _, m := range moments {
		if m != nil && len(m) != len(global) {
			return fmt.Errorf("moments of %d coordinates for a model of %d", len(m), len(global))
		}
	}
	return nil
}
