package app

import (
	"context"
	"fmt"
	"math"
	"slices"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/episode"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

const (
	planLook  = time.Minute // of the world's clock, between two looks at the plans
	planShift = 0.01        // by which a plan's hashrate has to change for the router to be told
)

// followPlans gives destinations that are fed by plan the hashrate that the newest
// decisions have their sites at, for as long as the process runs.
func (d *poolDesk) followPlans(ctx context.Context) error {
	m := d.s.mining
	for m.router != nil && len(m.byPlan) > 0 {
		if err := d.followPlan(ctx); err != nil && ctx.Err() == nil {
			d.s.log.WarnContext(ctx, "the router does not follow the plan", "error", err)
		}
		if d.s.clock.Sleep(ctx, planLook) != nil {
			return nil
		}
	}
	<-ctx.Done()
	return nil
}

// followPlan looks at the plans once. The contract of a destination is what its
// configuration says and what its sites are planned to hash; weights share what is
// left.
func (d *poolDesk) followPlan(ctx context.Context) error {
	m := d.s.mining
	m.mu.Lock()
	defer m.mu.Unlock()
	list, changed := slices.Clone(m.destinations), false
	for i := range list {
		sites := m.byPlan[list[i].Name]
		if len(sites) == 0 {
			continue
		}
		want := m.fixed[list[i].Name]
		for _, id := range sites {
			ths, err := d.plannedTHs(ctx, id)
			if err != nil {
				return err
			}
			want += float64(ths) * 1e12
		}
		if math.Abs(want-list[i].Contract) > planShift*max(want, list[i].Contract) {
			list[i].Contract, changed = want, true
		}
	}
	if !changed {
		return nil
	}
	if err := m.router.Set(ctx, list); err != nil {
		return err
	}
	m.destinations = list
	return nil
}

// plannedTHs is what the newest decision has a site's machines hash.
func (d *poolDesk) plannedTHs(ctx context.Context, id string) (unit.THs, error) {
	i := slices.IndexFunc(d.s.sites, func(s site.Site) bool { return s.ID == id })
	if i < 0 {
		return 0, fmt.Errorf("site %q is none of ours", id)
	}
	now := d.s.clock.Now()
	decisions, err := d.s.store.Decisions(ctx, id, now.Add(-2*unit.Control), now.Add(unit.Control), 1)
	if err != nil || len(decisions) == 0 {
		return 0, err
	}
	newest := slices.MaxFunc(decisions, func(a, b episode.Decision) int { return a.DecidedAt.Compare(b.DecidedAt) })
	var ths unit.THs
	for j := range d.s.sites[i].Classes {
		class := &d.s.sites[i].Classes[j]
		ths += class.HashrateAt(newest.Plan.ClassMW(class.ID))
	}
	return ths, nil
}
