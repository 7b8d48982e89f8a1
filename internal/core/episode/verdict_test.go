package episode_test

import (
	"strings"
	"testing"

	"github.com/pouw-dem/pouwdem/internal/core/episode"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
)

func TestDecisionCitesTheNetworkStudyItStandsOn(t *testing.T) {
	cases := []struct {
		name    string
		binding []market.Binding
		rule    string
		text    string
	}{
		{"a branch pushed over its limit", []market.Binding{{Branch: "138 kV 1-2", FlowMW: 99.7, LimitMW: 100, Shift: 0.5}}, "grid.causes", "overloads 138 kV 1-2: 100.3 % of 100 MW, 99.7 % without the site"},
		{"a branch loaded within its limit", []market.Binding{{Branch: "138 kV 1-2", Outage: "345 kV 3-4", FlowMW: 90, LimitMW: 100, Shift: 0.5}}, "grid.adds", "adds to 138 kV 1-2 after the loss of 345 kV 3-4"},
		{"a branch relieved", []market.Binding{{Branch: "138 kV 1-2", FlowMW: 102, LimitMW: 100, Shift: -0.5}}, "grid.relieves", "relieves 138 kV 1-2: 101.4 % of 100 MW"},
		{"a branch out of reach", []market.Binding{{Branch: "138 kV 1-2", FlowMW: 102, LimitMW: 100}}, "grid.neutral", "move none"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			w := newWorld(mine(), true)
			w.snap.Grid = &market.Grid{Network: "synthetic-30", Synthetic: true, Case: "abcdef", At: noon(), Bus: 7, Binding: c.binding}
			council := episode.Council{Champion: policy.Always{}, Degraded: policy.Degraded{}}
			d, _ := episode.Decide(episode.Input{Site: *w.site, State: w.state, Snapshot: w.snap}, council, noon())
			last := d.Reasons[len(d.Reasons)-1]
			if last.Rule != c.rule || !strings.Contains(last.Text, c.text) {
				t.Errorf("reason is %s: %q, want %s with %q", last.Rule, last.Text, c.rule, c.text)
			}
			if !strings.Contains(last.Text, "synthetic network synthetic-30, case abcdef") {
				t.Errorf("reason does not name the network: %q", last.Text)
			}
		})
	}
}

func TestNoStudyNoVerdict(t *testing.T) {
	w := newWorld(mine(), true)
	council := episode.Council{Champion: policy.Always{}, Degraded: policy.Degraded{}}
	d, _ := episode.Decide(episode.Input{Site: *w.site, State: w.state, Snapshot: w.snap}, council, noon())
	for _, r := range d.Reasons {
		if strings.HasPrefix(r.Rule, "grid.") {
			t.Errorf("verdict without a study: %+v", r)
		}
	}
}
