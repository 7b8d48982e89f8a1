package fleet_test

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/clock/clocktest"
	"github.com/pouw-dem/pouwdem/internal/core/dispatch"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/service/fleet"
)

// gpuNode is a node that does what it is told at once, unless it is deaf.
type gpuNode struct {
	mu     sync.Mutex
	clock  *clocktest.Clock
	out    bool
	limit  float64
	demand float64 // share of its cap that its work draws
	tiers  []string
	deaf   bool
	orders []string
}

func (n *gpuNode) note(order string, do func()) error {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.orders = append(n.orders, order)
	if !n.deaf {
		do()
	}
	return nil
}

func (n *gpuNode) Read(context.Context) (dispatch.Reading, error) {
	n.mu.Lock()
	defer n.mu.Unlock()
	r := dispatch.Reading{At: n.clock.Now(), State: dispatch.Hashing, LimitW: n.limit, Watts: n.limit * n.demand, Source: dispatch.Reported, Tiers: slices.Clone(n.tiers)}
	if n.out {
		r.State, r.Watts = dispatch.Asleep, 1272
	}
	return r, nil
}

func (n *gpuNode) Sleep(context.Context) error { return n.note("drain", func() { n.out = true }) }
func (n *gpuNode) Wake(context.Context) error  { return n.note("resume", func() { n.out = false }) }
func (n *gpuNode) SetPower(_ context.Context, w float64) error {
	return n.note(fmt.Sprintf("cap %.0f", w), func() { n.limit = w })
}

func (n *gpuNode) Admit(_ context.Context, tiers []string) error {
	return n.note(fmt.Sprint("admit ", tiers), func() { n.tiers = slices.Clone(tiers) })
}

func (n *gpuNode) Reboot(context.Context) error { return dispatch.ErrUnsupported }

// gpuBench is a site with ten nodes of eight GPUs, at full work of all tiers.
func gpuBench(t *testing.T) (*bench, []*gpuNode) {
	t.Helper()
	var nodes []*gpuNode
	b := newBench(t, 1, func(c *fleet.Config) {
		each := []site.Level{{Name: "asleep", Watts: 159}, {Name: "capped", Watts: 1192.5, Output: 0.9}, {Name: "rated", Watts: 1590}}
		whole := []site.Level{{Name: "asleep", Watts: 1272}, {Name: "capped", Watts: 9540, Output: 0.9}, {Name: "rated", Watts: 12720}}
		c.Site.Classes = []site.Class{{ID: "h100", Kind: site.GPU, Units: 80, Levels: each, Tiers: []site.Tier{{Name: "sold"}, {Name: "batch"}}}}
		c.Site.Limits.SiteMW, c.Outlets, c.Members = 1, nil, nil
		for i := range 10 {
			n := &gpuNode{clock: c.Clock.(*clocktest.Clock), limit: 12720, demand: 1, tiers: []string{"sold", "batch"}}
			nodes = append(nodes, n)
			c.Members = append(c.Members, fleet.Member{
				Machine: dispatch.Machine{ID: fmt.Sprint("n", i), Class: "h100", Levels: whole, Stepped: true, Capped: true}, Driver: n, Units: 8, Loopback: true,
				Can: dispatch.Capabilities{Sleep: true, Power: true, Reports: true, Stop: 2 * time.Minute, Start: 2 * time.Minute, Adjust: 10 * time.Second},
			})
		}
	})
	return b, nodes
}

// plan tells the class what its tiers are given.
func (b *bench) plan(t *testing.T, id string, total, sold, batch unit.MW) {
	t.Helper()
	grants := []site.Allocation{{Class: "h100", Use: site.Infer, Tier: "sold", MW: sold}, {Class: "h100", Use: site.Infer, Tier: "batch", MW: batch}}
	if err := b.Admit(t.Context(), "h100", grants); err != nil {
		t.Fatal(err)
	}
	if err := b.Set(t.Context(), "h100", total, id); err != nil {
		t.Fatal(err)
	}
	b.pass(t, 3*time.Minute, nil)
}

func takes(nodes []*gpuNode, tier string) (count int) {
	for _, n := range nodes {
		if !n.out && slices.Contains(n.tiers, tier) {
			count++
		}
	}
	return count
}

func TestAPlanForInferenceBecomesCapsAndTiers(t *testing.T) {
	b, nodes := gpuBench(t)
	awake := func(watts float64) (count int) {
		for _, n := range nodes {
			if !n.out && n.limit == watts {
				count++
			}
		}
		return count
	}
	for i, test := range []struct {
		total, sold, batch                  unit.MW
		capped, rated, soldNodes, batchWide int
	}{
		{0.0954, 0.0477, 0.0477, 10, 0, 5, 5}, // all of them capped at three quarters
		{0.0541, 0.0477, 0.006, 5, 0, 5, 0},   // half are drained; what is sold stays
		{0.1272, 0.0477, 0.0795, 0, 10, 4, 7}, // all at full power
		{0.01272, 0, 0, 0, 0, 0, 0},           // all drained
	} {
		b.plan(t, fmt.Sprint("p", i), test.total, test.sold, test.batch)
		if !b.Settled() {
			t.Fatalf("plan %d: not settled", i)
		}
		if c, r := awake(9540), awake(12720); c != test.capped || r != test.rated {
			t.Errorf("plan %d: %d capped and %d at full power, want %d and %d", i, c, r, test.capped, test.rated)
		}
		if s, w := takes(nodes, "sold"), takes(nodes, "batch"); s < test.soldNodes || s > test.soldNodes+1 || w < test.batchWide {
			t.Errorf("plan %d: %d nodes take what is sold and %d batches, want %d and %d", i, s, w, test.soldNodes, test.batchWide)
		}
	}
	for _, m := range b.Machines("h100") {
		if m.Command.State != fleet.Confirmed || !m.Node {
			t.Errorf("%s: %s %s", m.ID, m.Command.Kind, m.Command.State)
		}
	}
}

func TestATierThatANodeDoesNotTakeIsToldAgainAndThenAPersonIsAsked(t *testing.T) {
	b, nodes := gpuBench(t)
	for _, n := range nodes {
		n.deaf = true
	}
	b.plan(t, "one", 0.1272, 0.1272, 0)
	b.pass(t, 5*time.Minute, nil)
	for i, m := range b.Machines("h100") {
		if m.Command.Kind != "admit" || m.Command.State != fleet.Failed || m.Command.Attempts != 3 {
			t.Errorf("%s: %s %s after %d attempts; orders %v", m.ID, m.Command.Kind, m.Command.State, m.Command.Attempts, nodes[i].orders)
		}
	}
}

func TestANodeThatNeedsLessThanItsCapIsNoTrouble(t *testing.T) {
	b, nodes := gpuBench(t)
	b.plan(t, "one", 0.0954, 0.0954, 0)
	for _, n := range nodes {
		n.mu.Lock()
		n.demand = 0.4
		n.mu.Unlock()
	}
	b.pass(t, 40*time.Minute, nil)
	if alarms := b.Alarms(); len(alarms) > 0 || !b.Settled() {
		t.Errorf("settled %v, alarms %+v", b.Settled(), alarms)
	}
	readings, err := b.Read(t.Context())
	if err != nil || readings[0].UnitsOn != 80 {
		t.Errorf("%+v, %v: want all 80 GPUs on", readings, err)
	}
}
