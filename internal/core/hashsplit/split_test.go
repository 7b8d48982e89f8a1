package hashsplit_test

import (
	"math"
	"math/rand/v2"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/pouw-dem/pouwdem/internal/core/hashsplit"
)

func TestAnHourOfSharesIsSplitWithinOnePercent(t *testing.T) {
	for name, fleet := range map[string]struct {
		machines int
		weights  []float64
	}{
		"a hundred machines, three pools": {100, []float64{50, 30, 20}},
		"twelve machines, two pools":      {12, []float64{70, 30}},
		"forty machines, a small pool":    {40, []float64{97, 3}},
	} {
		r := rand.New(rand.NewPCG(7, 9))
		book := hashsplit.NewBook(3 * time.Minute)
		var pools []hashsplit.Destination
		for i, w := range fleet.weights {
			pools = append(pools, hashsplit.Destination{Name: string(rune('a' + i)), Weight: w, Up: true})
		}
		machines := make([]hashsplit.Machine, fleet.machines)
		for i := range machines {
			machines[i] = hashsplit.Machine{ID: uint64(i), Rate: (80 + 120*r.Float64()) * 1e12, Movable: true}
		}
		got, total, moves := map[string]float64{}, 0.0, 0
		for range 60 {
			for _, m := range book.Plan(pools, machines) {
				machines[m.ID].At = m.To
				moves++
			}
			for _, m := range machines {
				for range poisson(r, 5) { // five shares a minute, whose worth is the machine's minute
					work := m.Rate * 60 / 5
					book.Delivered(m.At, work)
					got[m.At] += work
					total += work
				}
			}
		}
		for i, w := range fleet.weights {
			want, part := w/100, got[pools[i].Name]/total
			t.Logf("%s: pool %s has %.3f %%, wants %.0f %%; %d moves", name, pools[i].Name, 100*part, w, moves)
			if math.Abs(part-want) > 0.01 {
				t.Errorf("%s: pool %s has %.2f %% of the work, want %.0f %%", name, pools[i].Name, 100*part, w)
			}
		}
	}
}

func poisson(r *rand.Rand, mean float64) int {
	n := 0
	for at := r.ExpFloat64(); at < mean; at += r.ExpFloat64() {
		n++
	}
	return n
}

func TestTargetsAddUpToTheTotalAndMeetContractsFirst(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 5).Draw(t, "pools")
		var pools []hashsplit.Destination
		up := false
		for i := range n {
			d := hashsplit.Destination{
				Name: string(rune('a' + i)), Weight: rapid.Float64Range(0, 100).Draw(t, "weight"),
				Contract: rapid.Float64Range(0, 50).Draw(t, "contract"), Up: rapid.Bool().Draw(t, "up"), Backup: rapid.Bool().Draw(t, "backup"),
			}
			up = up || d.Up
			pools = append(pools, d)
		}
		total := rapid.Float64Range(1, 1000).Draw(t, "total")
		targets, sum := hashsplit.Targets(pools, total), 0.0
		for name, v := range targets {
			sum += v
			if d := pools[name[0]-'a']; !d.Up {
				t.Fatalf("%s is down and gets %g", name, v)
			}
		}
		if want := map[bool]float64{true: total}[up]; math.Abs(sum-want) > 1e-9*total {
			t.Fatalf("the targets add up to %g of %g", sum, total)
		}
	})
}

func TestMachinesOfAPoolThatIsDownMoveEvenIfTheyMustReconnect(t *testing.T) {
	book := hashsplit.NewBook(time.Minute)
	pools := []hashsplit.Destination{{Name: "a", Weight: 1}, {Name: "b", Weight: 0, Backup: true, Up: true}}
	moves := book.Plan(pools, []hashsplit.Machine{{ID: 1, Rate: 5, At: "a"}, {ID: 2, At: "a", Movable: true}})
	if len(moves) != 2 || moves[0].To != "b" || moves[1].To != "b" {
		t.Errorf("moves are %v", moves)
	}
}

func TestABalancedFleetIsLeftInPeace(t *testing.T) {
	book := hashsplit.NewBook(time.Minute)
	pools := []hashsplit.Destination{{Name: "a", Weight: 1, Up: true}, {Name: "b", Weight: 1, Up: true}}
	machines := []hashsplit.Machine{{ID: 1, Rate: 5, At: "a", Movable: true}, {ID: 2, Rate: 5, At: "b", Movable: true}}
	if moves := book.Plan(pools, machines); len(moves) != 0 {
		t.Errorf("moves are %v", moves)
	}
}

func TestDebtsOfOneAgreementAreNotCarriedIntoTheNext(t *testing.T) {
	book := hashsplit.NewBook(time.Second)
	pools := func(a, b float64) []hashsplit.Destination {
		return []hashsplit.Destination{{Name: "a", Weight: a, Up: true}, {Name: "b", Weight: b, Up: true}}
	}
	machine := []hashsplit.Machine{{ID: 1, Rate: 10, At: "a", Movable: true}}
	book.Plan(pools(1, 0), machine)
	book.Delivered("b", 8) // late shares for a pool that has no part any more
	book.Plan(pools(1, 0), machine)
	if moves := book.Plan(pools(0, 1), machine); len(moves) != 1 || moves[0].To != "b" {
		t.Errorf("moves are %v", moves)
	}
}
