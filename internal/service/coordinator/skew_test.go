package coordinator_test

import (
	"sync/atomic"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/core/federate"
)

// astray is a clock that is set each time it is read: years ahead, then years
// behind, further every time, up to forty.
type astray struct {
	clock.Wall
	reads *atomic.Int64
}

func (a astray) Now() time.Time {
	n := a.reads.Add(1) % 40
	if n%2 == 0 {
		n = -n
	}
	return time.Now().UTC().AddDate(int(n), 0, 0)
}

// No message carries a time, and steps end by the time that passes, not by what a
// clock shows: sites and coordinator need not agree on it.
func TestRoundsDoNotHangOnWhatAnyClockShows(t *testing.T) {
	h := newHall(t, 5)
	reads := new(atomic.Int64)
	h.cfg.Clock = astray{reads: reads}
	h.start()
	for range 2 {
		r := h.round()
		if r.State != federate.Final {
			t.Fatalf("%+v", r)
		}
		for _, m := range r.Members {
			if !m.Included {
				t.Errorf("%s is not in the sum", m.Site)
			}
		}
		if got, want := h.model(r.Model), h.want(h.model(r.Base), r.Members); !same(got, want) {
			t.Errorf("model %v, want %v", got, want)
		}
	}
	if reads.Load() < 4 {
		t.Errorf("the clock was read %d times only", reads.Load())
	}
}
