package mpc

import (
	"fmt"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/optimize"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
)

// Params tune the policy. The zero value of a field is its default.
type Params struct {
	Scenarios int `json:"scenarios"`     // most that are looked at; default 20
	Hours     int `json:"horizon_hours"` // default 48
	// Fine plans in steps of the decided interval throughout, in place of steps
	// that lengthen to hours.
	Fine bool `json:"fine,omitempty"`
	// TailWeight is how much of the objective is the mean of the worst scenarios,
	// TailShare how many of them are the worst; defaults 0 and 0.1.
	TailWeight float64 `json:"tail_weight"`
	TailShare  float64 `json:"tail_share"`
	// Prices is how many iterations the prices of shared limits get in each
	// scenario; default 6.
	Prices int `json:"price_iterations"`
	// Passes is the budget: dynamic programs of one class in all; default 5000.
	// When it ends the best plan so far stands.
	Passes int `json:"passes"`
	// Follow is the share of what energy rises above its day-ahead price by which the
	// real-time price of reserve is expected to rise with it, 0 to 1.
	Follow float64 `json:"reserve_follow,omitempty"`
	// Fallback are the parameters of the threshold rule that stands where there is
	// nothing to plan on.
	Fallback policy.ThresholdParams `json:"fallback"`
}

// Check refuses parameters that cannot be meant.
func (p Params) Check() error {
	switch {
	case p.Scenarios < 0 || p.Scenarios > 200:
		return fmt.Errorf("scenarios %d: want 0 for the default, or 1 to 200", p.Scenarios)
	case p.Hours < 0 || p.Hours > 96:
		return fmt.Errorf("horizon_hours %d: want 0 for the default, or 1 to 96", p.Hours)
	case !(p.TailWeight >= 0 && p.TailWeight <= 1):
		return fmt.Errorf("tail_weight %g: want 0 to 1", p.TailWeight)
	case !(p.TailShare >= 0 && p.TailShare <= 1):
		return fmt.Errorf("tail_share %g: want 0 for the default, or up to 1", p.TailShare)
	case !(p.Follow >= 0 && p.Follow <= 1):
		return fmt.Errorf("reserve_follow %g: want 0 to 1", p.Follow)
	case p.Prices < 0 || p.Prices > 500:
		return fmt.Errorf("price_iterations %d: want 0 for the default, or 1 to 500", p.Prices)
	case p.Passes < 0 || p.Passes > 10_000_000:
		return fmt.Errorf("passes %d: want 0 for the default, or up to 10,000,000", p.Passes)
	}
	if err := p.Fallback.Check(); err != nil {
		return fmt.Errorf("fallback: %w", err)
	}
	return nil
}

func or[T int | float64](v, usual T) T {
	if v == 0 {
		return usual
	}
	return v
}

func (p Params) scenarios() int         { return or(p.Scenarios, 20) }
func (p Params) horizon() time.Duration { return time.Duration(or(p.Hours, 48)) * time.Hour }
func (p Params) passes() int            { return or(p.Passes, 5000) }
func (p Params) risk() optimize.Risk {
	return optimize.Risk{Weight: p.TailWeight, Share: or(p.TailShare, 0.1)}
}
func (p Params) effort() optimize.Effort { return optimize.Effort{Prices: or(p.Prices, 6)} }
