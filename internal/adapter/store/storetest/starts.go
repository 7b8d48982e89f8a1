package storetest

import (
	"testing"

	"github.com/pouw-dem/pouwdem/internal/core/dispatch"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

func startsTests() map[string]func(*testing.T, Engine) {
	return map[string]func(*testing.T, Engine){
		"starts of machines are kept by site and replaced": startsAreKept,
	}
}

func startsAreKept(t *testing.T, e Engine) {
	s := Open(t, e)
	day := unit.DayOf(at(12, 0))
	first := []dispatch.Switched{{Machine: "a", Since: at(3, 0), Day: day, Starts: 2}, {Machine: "b", Since: at(4, 0), Day: day, Starts: 1}}
	ok(t, s.SaveSwitched(t.Context(), "pecos", first))
	ok(t, s.SaveSwitched(t.Context(), "webb", first[:1]))
	first[0].Since, first[0].Starts = at(5, 0), 3
	ok(t, s.SaveSwitched(t.Context(), "pecos", first[:1]))
	same(t, "starts", must[[]dispatch.Switched](t)(s.Switched(t.Context(), "pecos")), first)
	if none := must[[]dispatch.Switched](t)(s.Switched(t.Context(), "navarro")); len(none) > 0 {
		t.Errorf("a site without any has %v", none)
	}
}
