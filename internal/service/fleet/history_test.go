package fleet_test

import (
	"context"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/clock/clocktest"
	"github.com/pouw-dem/pouwdem/internal/core/dispatch"
	"github.com/pouw-dem/pouwdem/internal/service/fleet"
)

// memory keeps what fleets switched.
type memory struct {
	mu   sync.Mutex
	kept map[string]dispatch.Switched
}

func (m *memory) SaveSwitched(_ context.Context, _ string, machines []dispatch.Switched) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, one := range machines {
		m.kept[one.Machine] = one
	}
	return nil
}

func (m *memory) Switched(context.Context, string) ([]dispatch.Switched, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	var all []dispatch.Switched
	for _, one := range m.kept {
		all = append(all, one)
	}
	return all, nil
}

func TestABudgetOfStartsOutlivesTheProgram(t *testing.T) {
	kept := &memory{kept: map[string]dispatch.Switched{}}
	change := func(c *fleet.Config) {
		c.History = kept
		for i := range c.Members {
			c.Members[i].Machine.Starts = 1
		}
	}
	b := newBench(t, 10, change)
	b.set(t, 0, "down")
	b.pass(t, 2*time.Minute, nil)
	b.set(t, 0.035, "up")
	b.pass(t, 5*time.Minute, nil)
	if mw := b.mw(); mw < 0.034 {
		t.Fatalf("%.4f MW after the one start that each has", mw)
	}
	b.set(t, 0, "down again")
	b.pass(t, 2*time.Minute, nil)

	again := newBench(t, 10, func(c *fleet.Config) {
		change(c)
		c.Clock.(*clocktest.Clock).Advance(b.clock.Now().Sub(c.Clock.Now()))
	})
	for _, r := range again.rigs { // they are asleep, as the program left them
		r.awake, r.since = false, start
	}
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	if err := again.Run(ended); err != nil {
		t.Fatal(err)
	}
	again.pass(t, 2*time.Minute, nil)
	again.set(t, 0.035, "up")
	again.pass(t, 5*time.Minute, nil)
	if mw := again.mw(); mw > 0.001 {
		t.Errorf("%.4f MW: machines were started beyond their budget", mw)
	}
	if slices.ContainsFunc(again.Machines("s21"), func(m fleet.State) bool { return m.Starts != 1 }) {
		t.Error("the starts of the day are not remembered")
	}
}
