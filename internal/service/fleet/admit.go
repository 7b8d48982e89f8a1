package fleet

import (
	"context"
	"fmt"
	"slices"

	"github.com/pouw-dem/pouwdem/internal/core/dispatch"
	"github.com/pouw-dem/pouwdem/internal/core/site"
)

// Admit takes what a plan gives to each tier of inference of a class, the tier that
// matters most first; it is carried out with the class's power ([Fleet.Set]).
// Classes behind the group agent have no say in it.
func (f *Fleet) Admit(_ context.Context, id string, grants []site.Allocation) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	c := f.classes[id]
	if c == nil {
		if f.cfg.Groups != nil {
			return nil
		}
		return fmt.Errorf("admit tiers of class %q at site %s: no such class", id, f.cfg.Site.ID)
	}
	c.granted, c.grants = true, nil
	for _, g := range grants {
		c.grants = append(c.grants, dispatch.Grant{Tier: g.Tier, Watts: float64(g.MW) * 1e6})
	}
	f.stale = true
	return nil
}

// admit gives each node of a class its tiers. The caller holds the lock.
func (f *Fleet) admit(c *class, machines []dispatch.Machine) {
	if !c.granted {
		return
	}
	levels, had := make([]int, len(c.members)), make([][]string, len(c.members))
	for i, u := range c.members {
		if !u.out() {
			levels[i], had[i] = u.want, u.admit
		}
	}
	for i, tiers := range dispatch.Admit(machines, levels, had, c.grants, f.cfg.Seed) {
		u := c.members[i]
		if _, can := u.Driver.(Admitter); !can || u.out() && u.held == nil {
			continue
		}
		u.admit = append([]string{}, tiers...)
		if u.held != nil { // by a person, who wants it at work
			u.admit = c.tierNames()
		}
	}
}

func (c *class) tierNames() []string {
	names := make([]string, 0, len(c.spec.Tiers))
	for i := range c.spec.Tiers {
		names = append(names, c.spec.Tiers[i].Name)
	}
	return names
}

// shouldAdmit are the tiers that the machine ought to be told; nil: it is told
// none.
func (u *member) shouldAdmit() []string {
	if u.admit == nil || u.target() == 0 {
		return nil
	}
	return u.admit
}

// awry reports whether a machine that is to be on was last told other tiers.
func (u *member) awry() bool {
	want := u.shouldAdmit()
	return want != nil && (u.tiers == nil || !sameTiers(u.tiers, want))
}

// admits reports whether the machine takes work of the tiers that it was told.
func (u *member) admits() bool {
	return u.told == 0 || u.tiers == nil || sameTiers(u.tiers, u.reading.Tiers)
}

func sameTiers(a, b []string) bool {
	return slices.Equal(slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b)))
}

// tellTiers tells a node its tiers, where it has any to be told.
func (u *member) tellTiers(ctx context.Context, tiers []string) error {
	a, can := u.Driver.(Admitter)
	if !can || tiers == nil {
		return nil
	}
	return a.Admit(ctx, tiers)
}
