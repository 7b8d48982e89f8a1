// Package work is useful work for the grid: tasks, their solution by the grid
// engine, the commitment of a result before it is sampled, and the check of a
// result for a small part of what finding it cost.
//
// It is not for queues, workers or payment (service/taskmarket).
package work

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
)

// Class says on what machines a task runs.
type Class string

// The classes.
const (
	Light Class = "light" // fits a miner's control board; takes no megawatts
	Heavy Class = "heavy" // servers
)

// Size says how much memory a task takes, so that a worker takes what it can do.
type Size string

// The sizes.
const (
	SizeSmall  Size = "small"  // fits into 64 MiB
	SizeMedium Size = "medium" // into 512 MiB
	SizeLarge  Size = "large"
)

// Sizes are the sizes, ascending.
func Sizes() []Size { return []Size{SizeSmall, SizeMedium, SizeLarge} }

// LargestIn is the largest size that fits into some memory, MiB.
func LargestIn(mib int) Size {
	switch {
	case mib < 512:
		return SizeSmall
	case mib < 4096:
		return SizeMedium
	}
	return SizeLarge
}

// Priority orders tasks.
type Priority int

// The priorities.
const (
	Low Priority = iota
	Medium
	High
	Critical
)

// String names the priority.
func (p Priority) String() string {
	return [...]string{"LOW", "MEDIUM", "HIGH", "CRITICAL"}[min(max(p, 0), 3)]
}

// Spec is a task. Its JSON, with fields in this order, is its canonical form.
type Spec struct {
	Version int        `json:"version"` // 1
	Kind    Kind       `json:"kind"`
	Case    proof.Hash `json:"case"`   // Keccak-256 of the case file
	Seed    uint64     `json:"seed"`   // of the perturbation
	Spread  float64    `json:"spread"` // standard deviation of each load's change, a fraction
	First   int        `json:"first"`  // of the outages, as branches in service in the order of the case
	Count   int        `json:"count"`

	Class    Class      `json:"class"`
	Priority Priority   `json:"priority"`
	Deadline time.Time  `json:"deadline_utc"`
	PriceUSD float64    `json:"price_usd"`
	PriceBy  string     `json:"price_by"`  // "bounty", "internal" or "none"
	EnergyWh float64    `json:"energy_wh"` // an estimate
	Reader   string     `json:"reader"`    // the decision or page that reads the result
	Commit   proof.Hash `json:"commit"`    // Keccak-256 of the number that samples are drawn from

	Buses   int  `json:"buses,omitempty"`    // of the case, by which memory is estimated
	QLimits bool `json:"q_limits,omitempty"` // of power flows: generators keep their reactive limits, but for references
}

// Size is how much memory solving the task takes: some 20 KiB a bus for the case
// and its factors, and 64 bytes a bus for each leaf that is kept.
func (s Spec) Size() Size {
	const base, mib = 16 << 20, 1 << 20
	need := base + s.Buses*20<<10 + s.Buses*max(1, s.Count)*64
	switch {
	case need <= 64*mib:
		return SizeSmall
	case need <= 512*mib:
		return SizeMedium
	}
	return SizeLarge
}

// ErrSpec is a task that cannot be.
var ErrSpec = errors.New("bad task")

const (
	mostOutages = 4096
	mostFirst   = 1 << 30
	mostBuses   = 200_000
	mostSpread  = 0.25
)

// Check says whether a task can be.
func (s Spec) Check() error {
	kind, known := s.Kind.study()
	switch {
	case s.Version != 1:
		return fmt.Errorf("%w: version %d, want 1", ErrSpec, s.Version)
	case !known:
		return fmt.Errorf("%w: kind %.20q, want one of %v", ErrSpec, s.Kind, Kinds())
	case s.Class != Light && s.Class != Heavy:
		return fmt.Errorf("%w: class %.20q, want light or heavy", ErrSpec, s.Class)
	case !(s.Spread >= 0 && s.Spread <= mostSpread):
		return fmt.Errorf("%w: a spread of %v, want 0 to %v", ErrSpec, s.Spread, mostSpread)
	case s.Priority < Low || s.Priority > Critical || s.Deadline.IsZero() || !(s.PriceUSD >= 0 && s.PriceUSD < 1e6) || !(s.EnergyWh >= 0 && s.EnergyWh < 1e9):
		return fmt.Errorf("%w: priority, deadline, price or energy is out of range", ErrSpec)
	case s.Buses < 0 || s.Buses > mostBuses:
		return fmt.Errorf("%w: %d buses, want at most %d", ErrSpec, s.Buses, mostBuses)
	case s.PriceBy != "bounty" && s.PriceBy != "internal" && s.PriceBy != "none" || len(s.Reader) > 80:
		return fmt.Errorf("%w: price_by %.20q, want bounty, internal or none, and a reader of at most 80 bytes", ErrSpec, s.PriceBy)
	case s.Kind == Forecast && (s.First != 0 || s.Spread != 0 || s.Buses != 0):
		return fmt.Errorf("%w: a forecast begins where the past ends, and perturbs nothing", ErrSpec)
	case s.QLimits && s.Kind != PowerFlow && s.Kind != Series:
		return fmt.Errorf("%w: reactive limits are for power flows and series, not for %s", ErrSpec, s.Kind)
	case kind.most > 0 && (s.First < 0 || s.First > mostFirst || s.Count < 1 || s.Count > kind.most):
		return fmt.Errorf("%w: leaves %d to %d, want 1 to %d of them", ErrSpec, s.First, s.First+s.Count, kind.most)
	case kind.most == 0 && (s.First != 0 || s.Count != 0):
		return fmt.Errorf("%w: %s has one leaf, first and count stay 0", ErrSpec, s.Kind)
	}
	return nil
}

// Digest identifies the task.
func (s Spec) Digest() proof.Hash {
	s.Deadline = s.Deadline.UTC()
	body, err := json.Marshal(s)
	if err != nil {
		return proof.Hash{} // cannot be for a task that was checked: all its numbers are finite
	}
	return proof.Keccak([]byte("pouw-dem/task/1"), body)
}

// Question is a task with what it is about.
type Question struct {
	Spec Spec
	Net  *grid.Network // nil for forecasts
	Past Past          // for forecasts
}

// Build is the question that the task asks: the network of the case with each
// load changed by a factor of its own, the same on any machine.
func (s Spec) Build(text []byte) (*Question, error) {
	if err := s.Check(); err != nil {
		return nil, err
	}
	if proof.Keccak(text) != s.Case {
		return nil, fmt.Errorf("%w: the case file is another than the task's", ErrSpec)
	}
	if s.Kind == Forecast {
		past, err := ParsePast(text)
		if err == nil && s.First+s.Count > past.slots() {
			err = fmt.Errorf("%w: %d values ahead, a day has %d", ErrSpec, s.First+s.Count, past.slots())
		}
		return &Question{Spec: s, Past: past}, err
	}
	c, err := grid.ReadCase("task.m", text)
	if err != nil {
		return nil, err
	}
	rng := rand.New(rand.NewPCG(s.Seed, uint64(len(c.Buses))))
	for i := range c.Buses {
		factor := math.Max(0, 1+s.Spread*rng.NormFloat64())
		c.Buses[i].Pd *= factor
		c.Buses[i].Qd *= factor
	}
	net, err := s.compile(c)
	if err != nil {
		return nil, err
	}
	return &Question{Spec: s, Net: net}, s.fits(net)
}

// compile compiles the case. Where reactive limits are kept, a reference has none:
// it gives what nobody else does.
func (s Spec) compile(c *grid.Case) (*grid.Network, error) {
	net, err := grid.Compile(c, grid.Options{})
	if err != nil || !s.QLimits {
		return net, err
	}
	for k, bus := range net.Gen.Bus {
		if net.Bus.Kind[bus] == grid.Ref {
			net.Gen.Qmin[k], net.Gen.Qmax[k] = math.Inf(-1), math.Inf(1)
		}
	}
	return net, nil
}

// fits says whether the network has what the kind asks about.
func (s Spec) fits(net *grid.Network) error {
	switch s.Kind {
	case N1, Screening, Swing:
		if s.First+s.Count > len(net.Branch.Row) {
			return fmt.Errorf("%w: outages %d to %d of %d branches in service", ErrSpec, s.First, s.First+s.Count, len(net.Branch.Row))
		}
	case Dispatch, Secure:
		if len(net.Case.GenCosts) == 0 {
			return fmt.Errorf("%w: the case has no costs (gencost), by which a dispatch is chosen", ErrSpec)
		}
	}
	if s.Kind != Screening && s.Kind != Secure {
		return nil
	}
	for k, x := range net.Branch.X {
		if x == 0 {
			return fmt.Errorf("%w: branch row %d has no reactance, which the direct-current model divides by", ErrSpec, net.Branch.Row[k]+1)
		}
	}
	return nil
}
