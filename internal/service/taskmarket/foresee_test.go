package taskmarket_test

import (
	"slices"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
	"github.com/pouw-dem/pouwdem/internal/core/work"
)

// foreseen is a hall in which the load's forecast was asked for, by hours or its
// highest, and the task.
func foreseen(t *testing.T, hours int) (*hall, work.Spec, func() error) {
	t.Helper()
	h, _ := newHall(t)
	h.series = []market.Series{{Kind: market.Load}}
	m := h.market()
	h.listen(t, m)
	asked := func(s work.Spec) bool { return s.Kind == work.Forecast && s.Count == hours }
	for range 8 {
		if at := slices.IndexFunc(h.offered, asked); at >= 0 {
			return h, h.offered[at], func() error { return m.Offer(t.Context()) }
		}
		if err := m.Offer(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	t.Fatalf("no forecast of %d values was asked for", hours)
	return nil, work.Spec{}, nil
}

// forecast answers a forecast; a lazy worker gives zeros, which cannot be told before
// the truth is known.
func (h *hall) forecast(t *testing.T, s work.Spec, lazy bool) work.Handed {
	t.Helper()
	q, err := s.Build(h.cases[s.Case])
	if err != nil {
		t.Fatal(err)
	}
	r, err := work.Solve(q, key(1), 1)
	if err != nil {
		t.Fatal(err)
	}
	if lazy {
		var leaves []work.Leaf
		var shown [][]byte
		for i := range s.Count {
			raw := make([]byte, 8*len(work.Levels()))
			leaves = append(leaves, work.Leaf{Index: i, Status: work.Solved, Solution: work.HashShown(raw), Summary: proof.Summary{Lowest: proof.NoVoltage, Solved: 1}})
			shown = append(shown, raw)
		}
		if r, err = work.Commit(s, leaves, shown, key(1)); err != nil {
			t.Fatal(err)
		}
	}
	h.results[s.Digest()] = r
	return work.Handed{Operator: h.to[s.Digest()], Commitment: r.Commitment}
}

func TestAForecastWaitsForTheTruthAndIsThenScored(t *testing.T) {
	for _, c := range []struct {
		values int // 24 hours, or their highest
		lazy   bool
	}{{24, false}, {24, true}, {1, false}, {1, true}} {
		lazy := c.lazy
		h, s, offer := foreseen(t, c.values)
		if err := h.take(t.Context(), h.forecast(t, s, lazy)); err != nil {
			t.Fatal(err)
		}
		r := h.book[s.Digest()]
		if r.State != work.Offered || r.Awaits.IsZero() || r.Held == nil || r.Checked.Score != nil {
			t.Fatalf("%s %s", r.State, r.Reason)
		}
		h.at = h.at.Add(12 * time.Hour) // half of it is known
		if err := offer(); err != nil {
			t.Fatal(err)
		}
		if r = h.book[s.Digest()]; r.State != work.Offered {
			t.Fatalf("it is %s before the truth is known", r.State)
		}
		h.at = h.at.Add(16 * time.Hour)
		if err := offer(); err != nil {
			t.Fatal(err)
		}
		r = h.book[s.Digest()]
		if lazy {
			if r.State != work.Refused || h.files[s.Digest()] != nil {
				t.Errorf("zeros are %s: %s", r.State, r.Reason)
			}
			continue
		}
		if r.State != work.Verified || r.Held != nil || r.Checked.Score == nil || r.Checked.Score.Skill() < 0.5 || h.files[s.Digest()] == nil {
			t.Errorf("%s %s %+v", r.State, r.Reason, r.Checked.Score)
		}
	}
}

func TestAForecastFromOutsideIsNotTaken(t *testing.T) {
	h, _ := newHall(t)
	o := order(h)
	o.Kind = work.Forecast
	if _, err := h.market().Submit(t.Context(), o); err == nil {
		t.Error("nobody knows the truth of a stranger's series")
	}
}
