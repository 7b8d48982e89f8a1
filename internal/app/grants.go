package app

import (
	"context"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/service/taskmarket"
)

// grants are the megawatts that the plans in force give to work for the grid.
type grants struct{ s *services }

// Granted reads the newest decision of each site about the interval of a moment.
func (g grants) Granted(ctx context.Context, at time.Time) ([]taskmarket.Grant, error) {
	interval := unit.IntervalAt(at, unit.Control)
	var all []taskmarket.Grant
	for i := range g.s.sites {
		s := &g.s.sites[i]
		decisions, err := g.s.store.Decisions(ctx, s.ID, interval.Start, interval.End(), 1)
		if err != nil {
			return nil, err
		}
		if len(decisions) == 0 {
			continue
		}
		d := decisions[0]
		for _, r := range d.Reasons {
			if r.Rule == policy.RuleWork && r.Class == "" {
				all = append(all, taskmarket.Grant{Site: s.ID, Interval: interval, Reason: r.Text})
			}
		}
		for j := range s.Classes {
			c := &s.Classes[j]
			// A site in a process of its own tells its plan: it has no more than it has.
			n := min(policy.WorkMachines(c, d.Plan), c.Units)
			if n <= 0 {
				continue
			}
			grant := taskmarket.Grant{Site: s.ID, Class: c.ID, Machines: n, MW: min(policy.WorkMW(c, d.Plan), c.MaxMW()), Interval: interval}
			for _, r := range d.Reasons {
				if r.Rule == policy.RuleWork && r.Class == c.ID {
					grant.Reason = r.Text
				}
			}
			all = append(all, grant)
		}
	}
	return all, nil
}

// Bids is what a site's decision sees of the queue of tasks; nil where none is
// made here, or where it cannot be read: a decision does not wait for it.
func (t *tasks) Bids(ctx context.Context, site string, at time.Time) *market.Queue {
	m, _, _, _ := t.now()
	if m == nil {
		return nil
	}
	q, err := m.Bids(ctx, site, at)
	if err != nil {
		t.s.log.WarnContext(ctx, "the queue of tasks is left out of a decision", "site", site, "error", err)
		return nil
	}
	return q
}
