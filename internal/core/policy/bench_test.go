package policy_test

import (
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// A year of 5-minute intervals is 105,120 decisions: at 4 microseconds each it
// takes less than half a second.
func BenchmarkDecision(b *testing.B) {
	one := miner()
	many := mixed()
	for _, c := range []struct {
		name   string
		site   *site.Site
		params policy.ThresholdParams
	}{
		{"one class", &one, policy.ThresholdParams{}},
		{"one class, debounced", &one, policy.ThresholdParams{Hysteresis: 1.3, Down: 3, Up: 3, Immediate: 3}},
		{"three classes", &many, policy.ThresholdParams{}},
	} {
		b.Run(c.name, func(b *testing.B) {
			st := c.site.InitialState(at, true)
			snap := snapshot(0, 5000)
			for i := range 6 {
				q := quote(60)
				q.Start, q.Length = at.Add(unit.Control*time.Duration(i-5)), unit.Control
				snap.SCED = append(snap.SCED, q)
			}
			in := policy.Input{Site: c.site, State: &st, Snapshot: snap}
			rule := policy.Threshold{Params: c.params}
			b.ReportAllocs()
			for b.Loop() {
				policy.Guard(in, &site.Orders{}, rule.Propose(in).Plan)
			}
		})
	}
}
