package storetest

import (
	"context"
	"fmt"
	"testing"

	"github.com/pouw-dem/pouwdem/internal/core/episode"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

func eventTests() map[string]func(*testing.T, Engine) {
	return map[string]func(*testing.T, Engine){
		"EventsArePagedInOrder":          paged,
		"ACursorNeverMovesBack":          cursor,
		"AReaderIsWokenByNewEvents":      woken,
		"NumbersAreNotReusedAfterAnUndo": notReused,
	}
}

func emit(t testing.TB, s interface {
	SaveCommand(context.Context, episode.Command, []episode.Event) error
}, n int,
) {
	t.Helper()
	var events []episode.Event
	for i := range n {
		events = append(events, event("command", "alpha", fmt.Sprint(i)))
	}
	ok(t, s.SaveCommand(t.Context(), episode.Command{Site: "alpha", Decision: "k", Class: "c", State: "sent"}, events))
}

func paged(t *testing.T, e Engine) {
	s := Open(t, e)
	emit(t, s, 3)
	emit(t, s, 2)
	var got []int64
	for after := int64(0); ; {
		page := must[[]episode.Event](t)(s.Events(t.Context(), after, 2))
		if len(page) == 0 {
			break
		}
		for _, e := range page {
			got = append(got, e.Seq)
			after = e.Seq
		}
	}
	same(t, "numbers", got, []int64{1, 2, 3, 4, 5})
	if seq := must[int64](t)(s.LastSeq(t.Context())); seq != 5 {
		t.Errorf("last number %d, want 5", seq)
	}
}

func cursor(t *testing.T, e Engine) {
	s := Open(t, e)
	for _, step := range []struct{ to, want int64 }{{0, 0}, {7, 7}, {3, 7}, {8, 8}} {
		ok(t, s.Advance(t.Context(), "chain", step.to))
		if got := must[int64](t)(s.Cursor(t.Context(), "chain")); got != step.want {
			t.Errorf("after advance to %d: at %d, want %d", step.to, got, step.want)
		}
	}
	if got := must[int64](t)(s.Cursor(t.Context(), "new")); got != 0 {
		t.Errorf("a new consumer is at %d, want 0", got)
	}
}

func woken(t *testing.T, e Engine) {
	s := Open(t, e)
	changed := s.Changed()
	select {
	case <-changed:
		t.Fatal("woken before anything happened")
	default:
	}
	done := make(chan int)
	go func() {
		<-changed
		events, err := s.Events(t.Context(), 0, 10)
		if err != nil {
			t.Error(err)
		}
		done <- len(events)
	}()
	emit(t, s, 1)
	if n := <-done; n != 1 {
		t.Errorf("the woken reader saw %d events, want 1", n)
	}
	if next := s.Changed(); next == changed {
		t.Error("the channel was not renewed")
	}
}

func notReused(t *testing.T, e Engine) {
	s := Open(t, e)
	emit(t, s, 1)
	r := Record("alpha", at(12, 0))
	r.Events[1].Body = nil
	if _, err := s.SaveDecision(t.Context(), r); err == nil {
		t.Fatal("saved an event without a body")
	}
	emit(t, s, 1)
	var got []int64
	for _, e := range must[[]episode.Event](t)(s.Events(t.Context(), 0, 10)) {
		got = append(got, e.Seq)
	}
	same(t, "numbers", got, []int64{1, 2})
}

func commandTests() map[string]func(*testing.T, Engine) {
	return map[string]func(*testing.T, Engine){
		"ACommandIsKeptAsItLastStood":        lastStood,
		"UnfinishedCommandsAreTheOpenOnes":   unfinished,
		"AZeroTimeComesBackAsTheZeroTime":    zeroTime,
		"ReadBackPowerIsKeptApartFromTarget": readBack,
	}
}

func lastStood(t *testing.T, e Engine) {
	s := Open(t, e)
	c := episode.Command{Site: "alpha", Decision: "k", Class: "c", Target: 2, State: "planned"}
	for _, state := range []string{"planned", "sent", "confirmed"} {
		c.State, c.Attempts = state, c.Attempts+1
		ok(t, s.SaveCommand(t.Context(), c, []episode.Event{event("command", "alpha", "k")}))
	}
	same(t, "commands", must[[]episode.Command](t)(s.Commands(t.Context(), "alpha", "k")), []episode.Command{c})
	if seq := must[int64](t)(s.LastSeq(t.Context())); seq != 3 {
		t.Errorf("%d events, want one per change", seq)
	}
}

func unfinished(t *testing.T, e Engine) {
	s := Open(t, e)
	for _, state := range []string{"planned", "sent", "confirmed", "unknown", "failed", "withheld"} {
		ok(t, s.SaveCommand(t.Context(), episode.Command{Site: "alpha", Decision: "k", Class: state, State: state}, nil))
	}
	var got []string
	for _, c := range must[[]episode.Command](t)(s.UnfinishedCommands(t.Context())) {
		got = append(got, c.State)
	}
	same(t, "open", got, []string{"planned", "sent", "unknown"})
}

func zeroTime(t *testing.T, e Engine) {
	s := Open(t, e)
	ok(t, s.SaveCommand(t.Context(), episode.Command{Site: "alpha", Decision: "k", Class: "c", State: "planned"}, nil))
	c := must[[]episode.Command](t)(s.Commands(t.Context(), "alpha", "k"))[0]
	if !c.SentAt.IsZero() || !c.ReadAt.IsZero() {
		t.Errorf("sent at %s, read at %s, want zero times", c.SentAt, c.ReadAt)
	}
}

func readBack(t *testing.T, e Engine) {
	s := Open(t, e)
	c := episode.Command{Site: "alpha", Decision: "k", Class: "c", Target: 2, Actual: new(unit.MW(1.9)), State: "confirmed", SentAt: at(1, 0), ReadAt: at(1, 1)}
	ok(t, s.SaveCommand(t.Context(), c, nil))
	same(t, "command", must[[]episode.Command](t)(s.Commands(t.Context(), "alpha", "k")), []episode.Command{c})
}
