package taskmarket_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/schedule"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/core/work"
	"github.com/pouw-dem/pouwdem/internal/service/taskmarket"
)

// granted is so many machines of a site that are there for work for the grid.
func granted(site string, machines int, mw unit.MW) taskmarket.Grant {
	return taskmarket.Grant{Site: site, Class: "h100", Machines: machines, MW: mw, Interval: unit.Interval{Length: unit.Control}}
}

// offerHeavy makes tasks until there is a heavy one.
func (h *hall) offerHeavy(t *testing.T, m *taskmarket.Market) {
	t.Helper()
	for range 2 {
		if err := m.Offer(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
}

// theHeavy is the record of the one heavy task.
func (h *hall) theHeavy(t *testing.T) work.Record {
	t.Helper()
	for _, r := range h.book {
		if r.Spec.Class == work.Heavy && r.State == work.Offered {
			return r
		}
	}
	t.Fatal("there is no heavy task")
	return work.Record{}
}

func TestAHeavyTaskWaitsForAPlanAndTakesWhatItGrants(t *testing.T) {
	h, m := newHall(t)
	h.offerHeavy(t, m)
	if r := h.theHeavy(t); r.To != "" || !strings.Contains(r.Because, "webb: no plan in force grants a machine") || len(h.heavy) != 0 {
		t.Errorf("without a plan: %+v", r)
	}
	q, err := m.Bids(t.Context(), "webb", h.at)
	if err != nil || len(q.Bids) != 1 || q.Servers != 20 || q.RenewableFrom != 0.3 {
		t.Fatalf("%+v %v", q, err)
	}
	if b := q.Bids[0]; b.Priority != int(work.Low) || !b.Own || b.PriceBy != "internal" || b.Pays < 599.99 || b.Pays > 600.01 || !(b.EnergyWh > 0) {
		t.Errorf("%+v", b)
	}
	h.grants = []taskmarket.Grant{{Site: "webb", Reason: "it pays too little"}}
	if err := m.GiveOut(t.Context()); err != nil {
		t.Fatal(err)
	}
	if r := h.theHeavy(t); r.To != "" || !strings.Contains(r.Because, "webb: its plan grants no machine, it pays too little") {
		t.Errorf("a plan that refuses: %+v", r)
	}
	h.grants = []taskmarket.Grant{granted("webb", 1, 0.0016)}
	if err := m.GiveOut(t.Context()); err != nil {
		t.Fatal(err)
	}
	r := h.theHeavy(t)
	if r.To != "here" || r.Site != "webb" || !strings.Contains(r.Because, "on machine 1 of 1 that the plan of webb grants") || len(h.heavy) != 1 {
		t.Errorf("with a plan: %+v", r)
	}
	if q, err := m.Bids(t.Context(), "webb", h.at); err != nil || len(q.Bids) != 1 {
		t.Errorf("while it is being worked on it bids on: %+v %v", q, err)
	}
	if q, err := m.Bids(t.Context(), "pecos", h.at); err != nil || len(q.Bids) != 0 || q.Servers != 0 {
		t.Errorf("it bids at pecos too, where no worker stands: %+v %v", q, err)
	}
}

// worker is an operator's, and takes everything.
func worker(operator string) schedule.Worker {
	return schedule.Worker{Operator: operator, ID: operator, Classes: []work.Class{work.Light, work.Heavy}, Largest: work.SizeLarge}
}

// heavies submits so many heavy tasks.
func (h *hall) heavies(t *testing.T, m *taskmarket.Market, n int) {
	t.Helper()
	for seed := range n {
		o := order(h)
		o.Heavy, o.Seed = true, uint64(seed)
		if _, err := m.Submit(t.Context(), o); err != nil {
			t.Fatal(err)
		}
	}
}

// with counts the heavy tasks that were given out, by site; "" are those that wait.
func (h *hall) with() map[string]int {
	sites := map[string]int{}
	for _, r := range h.book {
		if r.Spec.Class == work.Heavy {
			sites[r.Site]++
		}
	}
	return sites
}

func TestHeavyTasksGoToTheSitesWhosePlansGrantThemAndAreCountedThere(t *testing.T) {
	h, m := newHall(t)
	h.stands = map[string]string{"east": "pecos", "west": "webb", "board": ""}
	h.workers = append(slices.Repeat([]schedule.Worker{worker("east"), worker("west")}, 4), worker("board"))
	h.heavies(t, m, 6)
	one := h.theHeavy(t).EnergyWh
	// Two machines at pecos; and three at webb, with energy for two tasks.
	h.grants = []taskmarket.Grant{granted("pecos", 2, 0.01), granted("webb", 3, unit.MW(2.5*one*12/1e6))}
	if err := m.GiveOut(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := h.with(); got["pecos"] != 2 || got["webb"] != 2 || got[""] != 2 {
		t.Fatalf("%v", got)
	}
	for id, r := range h.book {
		switch {
		case r.To != "" && h.SiteOf(r.To) != r.Site:
			t.Errorf("%+v is not where %s stands", r, r.To)
		case r.To == "" && (!strings.Contains(r.Because, "pecos: 2 at work on 2 granted") || !strings.Contains(r.Because, "granted Wh are given out")):
			t.Errorf("%q", r.Because)
		case r.Site == "webb": // what is done was given out all the same
			r.State, r.Closed = work.Verified, h.at
			h.book[id] = r
		}
	}
	if err := m.GiveOut(t.Context()); err != nil {
		t.Fatal(err)
	}
	if room, err := m.Room(t.Context()); err != nil || h.with()["webb"] != 2 || room.Sites["webb"].GivenWh < 1.99*one || room.Sites["webb"].GivenWh > 2.01*one {
		t.Errorf("%v %+v %v", h.with(), room, err)
	}
	h.at = h.at.Add(unit.Control) // the same grants, for the next interval
	if err := m.GiveOut(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := h.with(); got["pecos"] != 2 || got["webb"] != 4 {
		t.Errorf("in the next interval: %v", got)
	}
}

func TestAWorkerThatStandsAtNoSiteHasLightTasksOnly(t *testing.T) {
	h, m := newHall(t)
	h.stands = map[string]string{"here": ""}
	h.grants = []taskmarket.Grant{granted("webb", 20, 1)}
	h.offerHeavy(t, m)
	r := h.theHeavy(t)
	if r.To != "" || !strings.Contains(r.Because, "who could hold it (here) "+schedule.Unbound) || len(h.heavy) != 0 || len(h.offered) == 0 {
		t.Errorf("%+v, beside %d light tasks", r, len(h.offered))
	}
	if q, err := m.Bids(t.Context(), "webb", h.at); err != nil || len(q.Bids) != 0 || q.Servers != 0 {
		t.Errorf("it asks for power that nobody could use: %+v %v", q, err)
	}
}

func TestAHeavyTaskOfAWorkerThatDoesNotStandAtItsSiteIsGivenAnew(t *testing.T) {
	h, m := newHall(t)
	h.heavies(t, m, 1)
	old := h.theHeavy(t)
	old.To, old.Because = "here", "on a machine that a plan grants"
	h.book[old.Task], h.to[old.Task] = old, "here"
	h.grants = []taskmarket.Grant{granted("webb", 1, 0.01)}
	if err := m.GiveOut(t.Context()); err != nil {
		t.Fatal(err)
	}
	if r := h.theHeavy(t); r.To != "here" || r.Site != "webb" || r.Turn != 1 || !slices.Contains(h.back, old.Task) || len(h.heavy) != 1 {
		t.Errorf("%+v", r)
	}
	h.stands = map[string]string{"here": "pecos"} // it was let in anew
	if err := m.GiveOut(t.Context()); err != nil {
		t.Fatal(err)
	}
	if r := h.theHeavy(t); r.To != "" || r.Site != "" || !r.Given.IsZero() || r.Turn != 2 || !strings.Contains(r.Because, "pecos: no plan in force grants a machine") {
		t.Errorf("what webb has power for stays with a worker at pecos: %+v", r)
	}
}

func TestATaskBidsWhereAWorkerForItStandsAndNoOtherSiteHasPowerForIt(t *testing.T) {
	h, m := newHall(t)
	h.stands = map[string]string{"east": "pecos", "west": "webb"}
	h.workers = []schedule.Worker{worker("east"), worker("west")}
	h.heavies(t, m, 3)
	one := h.theHeavy(t).EnergyWh
	bids := func(what, site string, want int) {
		t.Helper()
		if q, err := m.Bids(t.Context(), site, h.at); err != nil || len(q.Bids) != want {
			t.Errorf("%s: %d tasks bid at %s, want %d (%v)", what, len(q.Bids), site, want, err)
		}
	}
	bids("nothing is granted", "pecos", 3)
	bids("no worker stands there", "navarro", 0)
	h.grants = []taskmarket.Grant{granted("webb", 1, unit.MW(2.5*one*12/1e6))}
	bids("webb has power for two", "pecos", 1)
	bids("its own is not another's", "webb", 3)
	if err := m.GiveOut(t.Context()); err != nil {
		t.Fatal(err)
	}
	bids("one is at work there", "webb", 3)
	bids("and power is left for one more", "pecos", 1)
	h.workers = h.workers[:1]
	bids("whose worker is gone", "pecos", 2)
}

func TestAnEmergencyMakesStabilityWorkCriticalAndSendsItToServers(t *testing.T) {
	for name, c := range map[string]struct {
		eea, margin float64
		want        work.Priority
	}{
		"normal": {0, 0.1, work.Low}, "an alert": {1, 0.1, work.Critical}, "an overload that was measured": {0, -0.3, work.Critical},
	} {
		h, m := newHall(t)
		h.eea, h.margin = c.eea, c.margin
		h.offerHeavy(t, m)
		if r := h.theHeavy(t); r.Spec.Priority != c.want || r.Spec.Reader == "" || r.Spec.Class != work.Heavy {
			t.Errorf("%s: %s, read by %q", name, r.Spec.Priority, r.Spec.Reader)
		}
	}
	h, m := newHall(t)
	h.eea = 3
	for range 4 {
		if err := m.Offer(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	critical := map[work.Kind]bool{}
	for _, r := range h.book {
		if r.Spec.Class == work.Heavy && r.Spec.Priority == work.Critical {
			critical[r.Spec.Kind] = true
		}
	}
	if len(critical) != 4 {
		t.Errorf("in four rounds of an emergency %v were asked: want each heavy kind", critical)
	}
}

func TestATaskTooLargeForAnyWorkerStaysQueuedWithItsReason(t *testing.T) {
	h, m := newHall(t)
	h.workers = []schedule.Worker{{Operator: "board", ID: "1", Classes: []work.Class{work.Light}, Largest: work.SizeSmall}}
	o := order(h)
	o.Heavy = true
	r, err := m.Submit(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	if err := m.GiveOut(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := h.book[r.Task]; got.State != work.Offered || got.To != "" || !strings.Contains(got.Because, "no worker that is there takes heavy tasks") {
		t.Errorf("%+v", got)
	}
	if q, err := m.Bids(t.Context(), "webb", h.at); err != nil || len(q.Bids) != 0 {
		t.Errorf("it asks for power that nobody could use: %+v %v", q, err)
	}
}

func TestOnlyTheAssigneeSettlesATask(t *testing.T) {
	h, m := newHall(t)
	h.listen(t, m)
	s := h.offered[0]
	right := h.do(t, s, 0)
	stranger := right
	stranger.Operator = "mallory"
	if err := h.take(t.Context(), stranger); err != nil || h.book[s.Digest()].State != work.Offered {
		t.Fatalf("another's task was settled: %+v %v", h.book[s.Digest()], err)
	}
	if err := h.bury(t.Context(), work.DeadLetter{Operator: "mallory", Task: s.Digest(), Reason: "no"}); err != nil || h.book[s.Digest()].State != work.Offered {
		t.Fatalf("another's task was set aside: %+v %v", h.book[s.Digest()], err)
	}
	if err := h.take(t.Context(), right); err != nil || h.book[s.Digest()].State != work.Verified {
		t.Errorf("%+v %v", h.book[s.Digest()], err)
	}
}

func TestATaskOfAnOperatorThatIsGoneGoesToAnother(t *testing.T) {
	h, m := newHall(t)
	h.listen(t, m)
	s := h.offered[0]
	h.workers = slices.Repeat([]schedule.Worker{{Operator: "there", ID: "2", Classes: []work.Class{work.Light}, Largest: work.SizeLarge}}, 9)
	for range 2 { // the first time it is only noticed
		if err := m.GiveOut(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	r := h.book[s.Digest()]
	if r.To != "there" || r.Turn != 1 || !slices.Contains(h.back, s.Digest()) {
		t.Fatalf("%+v", r)
	}
	late := h.do(t, s, 0) // by the one that was gone: the task is another's now
	if err := h.take(t.Context(), late); err != nil || h.book[s.Digest()].State != work.Offered {
		t.Fatalf("%+v %v", h.book[s.Digest()], err)
	}
	late.Operator = "there"
	if err := h.take(t.Context(), late); err != nil || h.book[s.Digest()].State != work.Verified {
		t.Errorf("%+v %v", h.book[s.Digest()], err)
	}
}

func TestATaskThatIsNeverBroughtBackGoesToOthersAndThenIsSetAside(t *testing.T) {
	h, m := newHall(t)
	h.listen(t, m)
	s, lost := h.offered[0], work.DeadLetter{Task: h.offered[0].Digest(), Reason: "it was given out 5 times and never came back"}
	for turn := range 3 {
		if r := h.book[lost.Task]; r.To == "" || r.Turn != turn {
			t.Fatalf("turn %d: %+v", turn, r)
		}
		delete(h.to, s.Digest()) // the queue has it no more
		if err := errors.Join(h.bury(t.Context(), lost), m.GiveOut(t.Context())); err != nil {
			t.Fatal(err)
		}
	}
	if r := h.book[lost.Task]; r.State != work.Dead || r.Reason != lost.Reason {
		t.Errorf("%+v", r)
	}
	if err := m.Offer(t.Context()); err != nil {
		t.Fatal(err)
	}
	if len(h.to) != 0 { // it never brought three back
		t.Errorf("a suspended operator still has %d tasks", len(h.to))
	}
}

func TestATaskThatTheBusNeverTakesIsSetAsideWithTheReason(t *testing.T) {
	h, m := newHall(t)
	h.deaf = 1 << 30
	m.Hurry()
	if err := m.Offer(t.Context()); err != nil {
		t.Fatal(err)
	}
	for range 10 {
		if err := m.GiveOut(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	dead := 0
	for _, r := range h.book {
		if r.State == work.Dead && strings.Contains(r.Reason, "the bus did not take it 8 times, last: no leader") {
			dead++
		}
	}
	if dead != 3 {
		t.Errorf("%d light tasks were set aside, want 3: %+v", dead, h.book)
	}
}

func TestWhatTheBusDidNotTakeAtFirstIsGivenOutLater(t *testing.T) {
	h, m := newHall(t)
	h.deaf = 2
	m.Hurry()
	for range 4 {
		if err := m.Offer(t.Context()); err != nil {
			t.Fatal(err)
		}
		h.at = h.at.Add(time.Minute)
	}
	for id, r := range h.book {
		if r.Spec.Class == work.Light && h.to[id] == "" {
			t.Errorf("%+v was never given out", r)
		}
	}
}
