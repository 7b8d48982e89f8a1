package taskmarket_test

import (
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/proof"
	"github.com/pouw-dem/pouwdem/internal/core/schedule"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/core/work"
	"github.com/pouw-dem/pouwdem/internal/service/taskmarket"
)

// TestWhateverHappensEveryTaskEndsOnceAndMoneyAddsUp lets workers come and go, the
// bus fail, plans change, and operators do, spoil or drop tasks, in many orders.
func TestWhateverHappensEveryTaskEndsOnceAndMoneyAddsUp(t *testing.T) {
	ends := map[string]int{}
	for seed := range uint64(25) {
		h, m := newHall(t)
		h.workers, h.stands = nil, map[string]string{"c": ""}
		h.listen(t, m)
		m.Hurry()
		h.deposit(t, 10_000_000)
		w := weather{hall: h, market: m, rng: rand.New(rand.NewPCG(seed, 1)), ended: map[proof.Hash]string{}}
		for range 30 {
			w.step(t)
			w.look(t)
		}
		h.text, h.at = nil, h.at.Add(100*time.Hour) // no study any more: all that is open expires
		if err := m.Offer(t.Context()); err != nil {
			t.Fatal(err)
		}
		w.look(t)
		for _, r := range h.book {
			ends[r.State]++
			if r.State == work.Offered {
				t.Fatalf("seed %d: a task never ended: %+v", seed, r)
			}
		}
		if _, held := h.purse("submitter/ana"); held != 0 {
			t.Fatalf("seed %d: %s are held for nothing", seed, held)
		}
	}
	for _, state := range []string{work.Verified, work.Refused, work.Expired, work.Dead} {
		if ends[state] == 0 {
			t.Errorf("no task was %s: %v", state, ends)
		}
	}
}

// weather is what happens around a market.
type weather struct {
	*hall
	market *taskmarket.Market
	rng    *rand.Rand
	ended  map[proof.Hash]string // the states in which tasks ended
}

// step lets one thing happen.
func (w *weather) step(t *testing.T) {
	t.Helper()
	var err error
	switch w.rng.IntN(8) {
	case 0:
		w.workers = nil
		for _, operator := range []string{"a", "b", "c"}[:w.rng.IntN(4)] {
			w.workers = append(w.workers, schedule.Worker{
				Operator: operator, ID: operator, Classes: []work.Class{work.Light, work.Heavy}[:1+w.rng.IntN(2)], Largest: work.SizeLarge,
			})
		}
	case 1:
		w.deaf = w.rng.IntN(4)
	case 2:
		w.grants = []taskmarket.Grant{granted("webb", w.rng.IntN(3), 0.01)}
	case 3:
		w.at = w.at.Add(time.Duration(w.rng.IntN(50)) * time.Minute)
		err = w.market.Offer(t.Context())
	case 4:
		o := order(w.hall)
		o.Kind, o.BountyUSD, o.Heavy, o.Seed = work.PowerFlow, 0.25, w.rng.IntN(2) == 0, w.rng.Uint64()
		_, _ = w.market.Submit(t.Context(), o) // refused where too many wait
	default:
		w.answer(t)
	}
	if err == nil {
		err = w.market.GiveOut(t.Context())
	}
	for _, r := range w.book {
		if r.Spec.Class == work.Heavy && r.To != "" && (r.Site != "webb" || r.To == "c") {
			t.Fatalf("a heavy task is with %s, at %q", r.To, r.Site)
		}
	}
	if err != nil {
		t.Fatal(err)
	}
}

// answer lets somebody hand something in for some task: right or wrong, its own or
// another's, or that it cannot be done.
func (w *weather) answer(t *testing.T) {
	t.Helper()
	var flows []work.Record
	for _, r := range w.book {
		if r.Spec.Kind == work.PowerFlow {
			flows = append(flows, r)
		}
	}
	if len(flows) == 0 {
		return
	}
	slices.SortFunc(flows, func(a, b work.Record) int { return slices.Compare(a.Task[:], b.Task[:]) })
	r := flows[w.rng.IntN(len(flows))]
	operator := []string{"a", "b", "c", r.To, r.To, r.To}[w.rng.IntN(6)]
	var err error
	if w.rng.IntN(6) == 0 {
		err = w.bury(t.Context(), work.DeadLetter{Operator: operator, Task: r.Task, Reason: "I will not"})
	} else {
		done := w.do(t, r.Spec, uint32(w.rng.IntN(4)/3))
		done.Operator = operator
		err = w.take(t.Context(), done)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// look holds what must be true at any time.
func (w *weather) look(t *testing.T) {
	t.Helper()
	for id, r := range w.book {
		if had := w.ended[id]; had != "" && had != r.State {
			t.Fatalf("a task that was %s is %s", had, r.State)
		}
		if r.State != work.Offered {
			w.ended[id] = r.State
		}
		if r.To != "" && r.Because == "" || r.State != work.Offered && r.State != work.Verified && r.Reason == "" {
			t.Fatalf("without a reason: %+v", r)
		}
		if r.State == work.Verified && r.Operator != r.To {
			t.Fatalf("%s was paid for what %s had", r.Operator, r.To)
		}
	}
	var all unit.MicroUSD
	for _, a := range w.money.Accounts() {
		all += a.Available + a.Held
	}
	if all != 10_000_000 {
		t.Fatalf("10 $ became %s", all)
	}
}
