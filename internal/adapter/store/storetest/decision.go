package storetest

import (
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/episode"
	"github.com/pouw-dem/pouwdem/internal/core/settle"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

func decisionTests() map[string]func(*testing.T, Engine) {
	return map[string]func(*testing.T, Engine){
		"ADecisionComesBackToTheBit":            decisionComesBack,
		"DecidingAgainChangesNothing":           decideAgain,
		"AnOlderDecisionKeepsTheNewerState":     olderDecision,
		"AFastDecisionReplacesItsTicksState":    fastDecision,
		"DecisionsAreListedNewestFirst":         listed,
		"OneBadPartLeavesNothingOfItsDecision":  badPart,
		"TimesSurviveBothEndsOfWinter":          timesSurvive,
		"AnUnknownDecisionIsNotFoundNotAnError": unknownDecision,
	}
}

func decisionComesBack(t *testing.T, e Engine) {
	s := Open(t, e)
	r := Record("alpha", at(12, 0))
	if saved := must[bool](t)(s.SaveDecision(t.Context(), r)); !saved {
		t.Fatal("not saved")
	}
	got, found, err := s.Decision(t.Context(), "alpha", r.Decision.Key)
	ok(t, err)
	if !found {
		t.Fatal("not found")
	}
	same(t, "decision", got, r.Decision)
	st, start, found, err := s.State(t.Context(), "alpha")
	ok(t, err)
	if !found || !start.Equal(at(12, 0)) {
		t.Fatalf("state found %v, of %s, want that of the interval at 12:00", found, start)
	}
	same(t, "state", st, r.Next)
	same(t, "commands", must[[]episode.Command](t)(s.Commands(t.Context(), "alpha", r.Decision.Key)), r.Commands)
	same(t, "settlements", must[[]settle.Settlement](t)(s.Settlements(t.Context(), "alpha", at(0, 0), at(13, 0))), r.Settled)
	want := r.Events
	for i := range want {
		want[i].Seq = int64(i + 1)
	}
	same(t, "events", must[[]episode.Event](t)(s.Events(t.Context(), 0, 10)), want)
}

func decideAgain(t *testing.T, e Engine) {
	s := Open(t, e)
	first := Record("alpha", at(12, 0))
	must[bool](t)(s.SaveDecision(t.Context(), first))
	again := Record("alpha", at(12, 0))
	again.Decision.Policy = "another"
	again.Next.Classes = nil
	again.Settled = append(again.Settled, Settled("alpha", unit.IntervalAt(at(9, 0), unit.Control), settle.Final, 3))
	again.Commands = append(again.Commands, episode.Command{Site: "alpha", Decision: again.Decision.Key, Class: "extra", State: "planned"})
	if saved := must[bool](t)(s.SaveDecision(t.Context(), again)); saved {
		t.Fatal("saved twice")
	}
	got, _, err := s.Decision(t.Context(), "alpha", first.Decision.Key)
	ok(t, err)
	same(t, "decision", got, first.Decision)
	st, _, _, err := s.State(t.Context(), "alpha")
	ok(t, err)
	same(t, "state", st, first.Next)
	if n := len(must[[]episode.Command](t)(s.UnfinishedCommands(t.Context()))); n != 10 {
		t.Errorf("%d commands, want 10", n)
	}
	if seq := must[int64](t)(s.LastSeq(t.Context())); seq != 2 {
		t.Errorf("%d events, want 2", seq)
	}
	if n := len(must[[]settle.Settlement](t)(s.Settlements(t.Context(), "", at(0, 0), at(23, 0)))); n != 1 {
		t.Errorf("%d settlements, want 1", n)
	}
}

func olderDecision(t *testing.T, e Engine) {
	s := Open(t, e)
	must[bool](t)(s.SaveDecision(t.Context(), Record("alpha", at(12, 5))))
	late := Record("alpha", at(12, 0))
	late.Next.Classes = nil
	must[bool](t)(s.SaveDecision(t.Context(), late))
	st, start, _, err := s.State(t.Context(), "alpha")
	ok(t, err)
	if !start.Equal(at(12, 5)) || len(st.Classes) != 10 {
		t.Errorf("state of %s with %d classes, want that of 12:05 with 10", start, len(st.Classes))
	}
}

func fastDecision(t *testing.T, e Engine) {
	s := Open(t, e)
	must[bool](t)(s.SaveDecision(t.Context(), Record("alpha", at(12, 0))))
	fast := Record("alpha", at(12, 0))
	fast.Decision.Key = episode.FastKey("qse-7", 1)
	fast.Settled, fast.Commands, fast.Events = nil, nil, nil
	fast.Next = site.State{Dropped: at(12, 2)}
	if saved := must[bool](t)(s.SaveDecision(t.Context(), fast)); !saved {
		t.Fatal("not saved")
	}
	st, _, _, err := s.State(t.Context(), "alpha")
	ok(t, err)
	same(t, "state", st, fast.Next)
}

func listed(t *testing.T, e Engine) {
	s := Open(t, e)
	for minute := range 4 {
		for _, id := range []string{"alpha", "beta"} {
			must[bool](t)(s.SaveDecision(t.Context(), Record(id, at(12, 5*minute))))
		}
	}
	names := func(site string, from, to time.Time, limit int) []string {
		t.Helper()
		var names []string
		for _, d := range must[[]episode.Decision](t)(s.Decisions(t.Context(), site, from, to, limit)) {
			if len(d.Input.Site.Classes) > 0 {
				t.Error("a listed decision carries its input")
			}
			if len(d.Proposals) != 5 || len(d.Plan.Allocations) != 10 {
				t.Error("a listed decision lacks its proposals or plan")
			}
			names = append(names, d.Site+" "+d.Key)
		}
		return names
	}
	same(t, "one site", names("beta", at(12, 5), at(12, 15), 0), []string{"beta 2026-03-02T12:10Z", "beta 2026-03-02T12:05Z"})
	same(t, "all sites", names("", at(0, 0), at(23, 0), 3),
		[]string{"alpha 2026-03-02T12:15Z", "beta 2026-03-02T12:15Z", "alpha 2026-03-02T12:10Z"})
}

func badPart(t *testing.T, e Engine) {
	for name, spoil := range map[string]func(*episode.Record){
		"settlement that does not add up": func(r *episode.Record) { r.Settled[0].Total++ },
		"settlement of unknown version":   func(r *episode.Record) { r.Settled[0].Version = "guess" },
		"event that is not JSON":          func(r *episode.Record) { r.Events[1].Body = []byte("{") },
	} {
		t.Run(name, func(t *testing.T) {
			s := Open(t, e)
			r := Record("alpha", at(12, 0))
			spoil(&r)
			if saved, err := s.SaveDecision(t.Context(), r); saved || err == nil {
				t.Fatalf("saved %v, error %v, want an error", saved, err)
			}
			nothing(t, s, r)
		})
	}
}

func timesSurvive(t *testing.T, e Engine) {
	s := Open(t, e)
	// 2026: clocks go forward on 8 March at 08:00 UTC, back on 1 November at 07:00 UTC.
	for _, start := range []time.Time{
		time.Date(2026, 3, 8, 7, 55, 0, 0, time.UTC), time.Date(2026, 3, 8, 8, 0, 0, 0, time.UTC),
		time.Date(2026, 11, 1, 6, 30, 0, 0, time.UTC), time.Date(2026, 11, 1, 7, 30, 0, 0, time.UTC),
	} {
		r := Record("alpha", start)
		must[bool](t)(s.SaveDecision(t.Context(), r))
		got, _, err := s.Decision(t.Context(), "alpha", r.Decision.Key)
		ok(t, err)
		same(t, "decision", got, r.Decision)
	}
}

func unknownDecision(t *testing.T, e Engine) {
	s := Open(t, e)
	_, found, err := s.Decision(t.Context(), "alpha", "none")
	ok(t, err)
	if found {
		t.Error("found a decision in an empty store")
	}
	if _, _, found, err = s.State(t.Context(), "alpha"); err != nil || found {
		t.Errorf("state: found %v, error %v", found, err)
	}
}
