package env

import (
	"encoding/binary"
	"math"
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

// Plans are the choices of a moment of the course; a nil memo remembers nothing.
func (m *Memo) Plans(modes []Mode, in policy.Input) Choices {
	if m == nil {
		return Plans(modes, in)
	}
	return choicesOf(modes, in, m.at(int(in.Snapshot.Interval.Start.Unix())))
}

// at is the planner of interval i.
func (m *Memo) at(i int) planner {
	return func(mode Mode, in policy.Input) site.Plan {
		key := keyOf(i, mode, in)
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

// forget makes room for another interval.
func (m *Memo) forget() {
	m.mu.Lock()
	defer m.mu.Unlock()
	clear(m.plans)
}

// keyOf is all of a site's state that a plan ahead hangs on: since when a class has
// been on or off, and how often it started, where it must rest or has a budget.
func keyOf(i int, mode Mode, in policy.Input) string {
	key := binary.AppendVarint([]byte(mode.Name), int64(i))
	for k := range in.State.Classes {
		was := &in.State.Classes[k]
		key = binary.LittleEndian.AppendUint64(key, math.Float64bits(float64(was.MW)))
		key = append(key, byte(flag(was.On)))
		if c, ok := in.Site.Class(was.Class); !ok || c.MinUp > 0 || c.MinDown > 0 || c.StartsPerDay > 0 {
			key = binary.AppendVarint(key, was.Since.UnixNano())
			key = binary.AppendVarint(key, int64(was.Starts))
			key = append(key, was.Day.String()...)
		}
	}
	return string(key)
}
