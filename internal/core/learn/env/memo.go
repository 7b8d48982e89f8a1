package env

import (
	"fmt"
	"sync"

	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/site"
)

// Memo remembers plans ahead of a course that is gone through again and again,
// as validation is: the same interval, machines in the same state, the same plan.
// Goroutines may share one.
type Memo struct {
	mu    sync.Mutex
	plans map[string]site.Plan
}

// NewMemo remembers nothing yet.
func NewMemo() *Memo { return &Memo{plans: map[string]site.Plan{}} }

// at is the planner of interval i.
func (m *Memo) at(i int) planner {
	return func(mode Mode, in policy.Input) site.Plan {
		key := fmt.Sprint(i, mode.Name, in.State.Classes, in.State.Dropped.Unix())
		m.mu.Lock()
		plan, ok := m.plans[key]
		m.mu.Unlock()
		if ok {
			return plan
		}
		plan = planned(mode, in)
		m.mu.Lock()
		defer m.mu.Unlock()
		m.plans[key] = plan
		return plan
	}
}
