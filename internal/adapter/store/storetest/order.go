package storetest

import (
	"errors"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/store"
	"github.com/pouw-dem/pouwdem/internal/core/episode"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

func orderTests() map[string]func(*testing.T, Engine) {
	return map[string]func(*testing.T, Engine){
		"AHigherRevisionReplacesALower":          revisions,
		"ARepeatedRevisionChangesNothing":        repeatedRevision,
		"ARecallEndsAnInstruction":               recalled,
		"AnOverrideEndsWhenCancelled":            cancelled,
		"AnOverrideThatNeverEndsIsRefused":       endlessOverride,
		"ADeploymentReplacesItsAward":            deployed,
		"AStopOfAllSitesStopsEach":               stops,
		"OrdersAreInForceFromStartToBeforeEnd":   inForce,
		"OrdersOfOneSiteDoNotBindAnother":        otherSite,
		"AnOpenEndedInstructionHoldsUntilRecall": openEnded,
	}
}

func instruction(id string, revision int, from, to time.Time) site.Instruction {
	return site.Instruction{ID: id, Revision: revision, From: "qse", Kind: "curtail", MaxMW: new(unit.MW(5)), Start: from, End: to, Received: from}
}

func submit(t testing.TB, s *store.Store, ins site.Instruction) bool {
	t.Helper()
	return must[bool](t)(s.PutInstruction(t.Context(), "alpha", ins, []episode.Event{event("order", "alpha", ins.ID)}))
}

func ordersAt(t testing.TB, s *store.Store, when time.Time) site.Orders {
	t.Helper()
	return must[site.Orders](t)(s.Orders(t.Context(), "alpha", when))
}

func revisions(t *testing.T, e Engine) {
	s := Open(t, e)
	first, second := instruction("q1", 1, at(1, 0), at(3, 0)), instruction("q1", 2, at(2, 0), at(4, 0))
	other := instruction("q2", 1, at(0, 30), at(3, 0))
	for _, ins := range []site.Instruction{first, second, other} {
		if !submit(t, s, ins) {
			t.Fatalf("%s revision %d is not new", ins.ID, ins.Revision)
		}
	}
	same(t, "before the higher revision starts", ordersAt(t, s, at(1, 30)).Instructions, []site.Instruction{other})
	same(t, "after", ordersAt(t, s, at(2, 0)).Instructions, []site.Instruction{other, second})
	if submit(t, s, first) {
		t.Error("a lower revision is new")
	}
	same(t, "after the lower again", ordersAt(t, s, at(2, 0)).Instructions, []site.Instruction{other, second})
}

func repeatedRevision(t *testing.T, e Engine) {
	s := Open(t, e)
	submit(t, s, instruction("q1", 1, at(1, 0), at(3, 0)))
	changed := instruction("q1", 1, at(1, 0), at(9, 0))
	if submit(t, s, changed) {
		t.Error("the same revision is new")
	}
	if seq := must[int64](t)(s.LastSeq(t.Context())); seq != 1 {
		t.Errorf("%d events, want the first alone", seq)
	}
	if got := ordersAt(t, s, at(5, 0)).Instructions; len(got) != 0 {
		t.Errorf("in force: %+v", got)
	}
}

func recalled(t *testing.T, e Engine) {
	s := Open(t, e)
	submit(t, s, instruction("q1", 1, at(1, 0), at(3, 0)))
	recall := instruction("q1", 2, at(2, 0), time.Time{})
	recall.Kind = "recall"
	submit(t, s, recall)
	for _, when := range []time.Time{at(1, 30), at(2, 0), at(2, 30)} {
		if got := ordersAt(t, s, when).Instructions; len(got) != 0 {
			t.Errorf("in force at %s: %+v", when, got)
		}
	}
}

func openEnded(t *testing.T, e Engine) {
	s := Open(t, e)
	open := instruction("q1", 1, at(1, 0), time.Time{})
	submit(t, s, open)
	same(t, "a year later", ordersAt(t, s, at(24*365, 0)).Instructions, []site.Instruction{open})
	recall := instruction("q1", 2, at(2, 0), time.Time{})
	recall.Kind = "recall"
	submit(t, s, recall)
	if got := ordersAt(t, s, at(24*365, 0)).Instructions; len(got) != 0 {
		t.Errorf("in force after recall: %+v", got)
	}
}

func cancelled(t *testing.T, e Engine) {
	s := Open(t, e)
	o := site.Override{ID: "o1", Class: "s19", MW: 2, By: "ann", Reason: "test run", Start: at(1, 0), End: at(5, 0)}
	ok(t, s.PutOverride(t.Context(), "alpha", o))
	same(t, "in force", ordersAt(t, s, at(4, 0)).Overrides, []site.Override{o})
	ok(t, s.CancelOverride(t.Context(), "alpha", "o1", at(2, 0)))
	ok(t, s.CancelOverride(t.Context(), "alpha", "o1", at(6, 0)))
	if got := ordersAt(t, s, at(2, 0)).Overrides; len(got) != 0 {
		t.Errorf("in force after it was cancelled: %+v", got)
	}
	if err := s.CancelOverride(t.Context(), "alpha", "o2", at(2, 0)); !errors.Is(err, store.ErrNoOverride) {
		t.Errorf("cancel of none: %v, want ErrNoOverride", err)
	}
}

func endlessOverride(t *testing.T, e Engine) {
	s := Open(t, e)
	if err := s.PutOverride(t.Context(), "alpha", site.Override{ID: "o1", Start: at(1, 0)}); err == nil {
		t.Error("no error")
	}
}

func deployed(t *testing.T, e Engine) {
	s := Open(t, e)
	up := site.Award{Product: "ECRS", MW: 3, Up: true, LowMW: 1, Start: at(1, 0), End: at(2, 0)}
	down := site.Award{Product: "REGDN", MW: 1, Start: at(1, 0), End: at(2, 0)}
	for _, a := range []site.Award{up, down} {
		ok(t, s.PutAward(t.Context(), "alpha", a))
	}
	same(t, "awarded", ordersAt(t, s, at(1, 30)).Awards, []site.Award{up, down})
	up.Deployed = true
	ok(t, s.PutAward(t.Context(), "alpha", up))
	same(t, "deployed", ordersAt(t, s, at(1, 30)).Awards, []site.Award{up, down})
}

func stops(t *testing.T, e Engine) {
	s := Open(t, e)
	for _, step := range []struct {
		site string
		on   bool
		want bool
	}{{"beta", true, false}, {"", true, true}, {"alpha", true, true}, {"", false, true}, {"alpha", false, false}} {
		ok(t, s.SetStop(t.Context(), step.site, step.on, "ann", at(1, 0)))
		if got := ordersAt(t, s, at(1, 0)).Stop; got != step.want {
			t.Errorf("after stop of %q is %v: stopped %v, want %v", step.site, step.on, got, step.want)
		}
	}
}

func inForce(t *testing.T, e Engine) {
	s := Open(t, e)
	submit(t, s, instruction("q1", 1, at(1, 0), at(2, 0)))
	ok(t, s.PutOverride(t.Context(), "alpha", site.Override{ID: "o1", Start: at(1, 0), End: at(2, 0)}))
	ok(t, s.PutAward(t.Context(), "alpha", site.Award{Product: "RRS", Start: at(1, 0), End: at(2, 0)}))
	for _, c := range []struct {
		when time.Time
		want int
	}{{at(1, 0).Add(-time.Microsecond), 0}, {at(1, 0), 1}, {at(2, 0).Add(-time.Microsecond), 1}, {at(2, 0), 0}} {
		o := ordersAt(t, s, c.when)
		same(t, "in force at "+c.when.String(), []int{len(o.Instructions), len(o.Overrides), len(o.Awards)}, []int{c.want, c.want, c.want})
	}
}

func otherSite(t *testing.T, e Engine) {
	s := Open(t, e)
	submit(t, s, instruction("q1", 1, at(1, 0), at(2, 0)))
	got := must[site.Orders](t)(s.Orders(t.Context(), "beta", at(1, 30)))
	same(t, "orders of another site", got, site.Orders{})
	if isNew := must[bool](t)(s.PutInstruction(t.Context(), "beta", instruction("q1", 1, at(1, 0), at(2, 0)), nil)); !isNew {
		t.Error("the same id at another site is not new")
	}
}
