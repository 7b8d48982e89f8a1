package privacy

import (
	"errors"
	"fmt"
	"math"
)

// Day is the unit: all that a site's data hold of one Central-time day.
const Day = "one day of one site's data, added or removed"

// ErrSpent is a budget that a mechanism would overdraw.
var ErrSpent = errors.New("the privacy budget is spent")

// Mechanism is noisy training on Poisson samples of whole days: in each step each
// day is taken with chance Batch/Days, its gradient clipped to Clip, and Gaussian
// noise of standard deviation Sigma times Clip added to the sum.
type Mechanism struct {
	Days  int     `json:"days"`
	Batch float64 `json:"batch_days"` // expected days of a step
	Clip  float64 `json:"clip"`
	Sigma float64 `json:"sigma"`
	Steps int     `json:"steps"`
}

// Check refuses a mechanism that is none.
func (m Mechanism) Check() error {
	switch {
	case m.Days < 1 || !(m.Batch > 0) || m.Batch > float64(m.Days):
		return fmt.Errorf("privacy: %v days expected of %d, want more than none and at most all", m.Batch, m.Days)
	case !(m.Clip > 0) || !(m.Sigma > 0) || math.IsInf(m.Clip, 0) || math.IsInf(m.Sigma, 0):
		return fmt.Errorf("privacy: clip %v and sigma %v, want both positive: noise without either protects nothing", m.Clip, m.Sigma)
	case m.Steps < 1:
		return fmt.Errorf("privacy: %d steps, want at least one", m.Steps)
	}
	return nil
}

// String describes it in a line.
func (m Mechanism) String() string {
	return fmt.Sprintf("Gaussian noise of %g clips of %g on sums of whole days, %g of %d days expected a step, %d steps", m.Sigma, m.Clip, m.Batch, m.Days, m.Steps)
}

// Budget is how much may be spent.
type Budget struct {
	Epsilon float64 `json:"epsilon"`
	Delta   float64 `json:"delta"`
}

// Account adds up what was spent, over all rounds and everything else that used
// the same days. It is written down as it is.
type Account struct {
	Budget     Budget    `json:"budget"`
	Divergence []float64 `json:"divergence"` // by order
	Spent      []string  `json:"spent"`      // what for, in order
}

// NewAccount opens an account.
func NewAccount(b Budget) (*Account, error) {
	if !(b.Epsilon > 0) || !(b.Delta > 0 && b.Delta < 1) {
		return nil, fmt.Errorf("privacy: budget epsilon %v, delta %v: want positive, and delta below 1", b.Epsilon, b.Delta)
	}
	return &Account{Budget: b, Divergence: make([]float64, len(orders()))}, nil
}

// Epsilon is what was spent so far, at the budget's delta.
func (a *Account) Epsilon() float64 {
	if len(a.Spent) == 0 {
		return 0
	}
	return epsilon(a.Divergence, a.Budget.Delta, false)
}

// After is what would be spent after a mechanism.
func (a *Account) After(m Mechanism) float64 {
	return epsilon(a.with(m), a.Budget.Delta, false)
}

func (a *Account) with(m Mechanism) []float64 {
	sum := make([]float64, len(a.Divergence))
	for i, alpha := range orders() {
		sum[i] = a.Divergence[i] + float64(m.Steps)*renyi(m.Batch/float64(m.Days), m.Sigma, alpha)
	}
	return sum
}

// Charge enters a mechanism before it runs, for all its steps; where the budget
// does not cover it nothing is entered.
func (a *Account) Charge(m Mechanism) error {
	if err := m.Check(); err != nil {
		return err
	}
	if len(a.Divergence) != len(orders()) {
		return fmt.Errorf("privacy: an account of %d orders, want %d: it was kept by another version", len(a.Divergence), len(orders()))
	}
	if after := a.After(m); after > a.Budget.Epsilon {
		return fmt.Errorf("%w: epsilon would be %.2f of %.2f at delta %g; training goes on without this site, or with a larger budget", ErrSpent, after, a.Budget.Epsilon, a.Budget.Delta)
	}
	a.Divergence = a.with(m)
	a.Spent = append(a.Spent, m.String())
	return nil
}

// Statement is what may be said about an account, with all that has to be said
// beside it.
type Statement struct {
	Unit         string   `json:"unit"`
	Epsilon      float64  `json:"epsilon"`
	Delta        float64  `json:"delta"`
	Budget       float64  `json:"budget_epsilon"`
	Mechanism    string   `json:"mechanism"`
	NotProtected []string `json:"not_protected"`
}

// Statement states the account.
func (a *Account) Statement() Statement {
	s := Statement{Unit: Day, Epsilon: a.Epsilon(), Delta: a.Budget.Delta, Budget: a.Budget.Epsilon, Mechanism: "none yet", NotProtected: NotProtected()}
	if n := len(a.Spent); n > 0 {
		s.Mechanism = a.Spent[n-1]
		if n > 1 {
			s.Mechanism = fmt.Sprintf("%s; %d charges in all, Rényi accounting", s.Mechanism, n)
		}
	}
	return s
}

// NotProtected is what noise by days leaves open.
func NotProtected() []string {
	return []string{
		"what all days of a site have in common, and that the site takes part",
		"features of a day that are made from other days of the same site",
		"scales, schedules and choices of model made by looking at the same data",
		"what the trained policy's actions show in public markets",
		"the rounding of floating-point noise",
	}
}
