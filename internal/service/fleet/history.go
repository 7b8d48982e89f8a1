package fleet

import (
	"context"
	"fmt"

	"github.com/pouw-dem/pouwdem/internal/core/dispatch"
)

// recall reads when machines were switched before the program began.
func (f *Fleet) recall(ctx context.Context) error {
	if f.cfg.History == nil {
		return nil
	}
	past, err := f.cfg.History.Switched(ctx, f.cfg.Site.ID)
	if err != nil {
		return fmt.Errorf("fleet of site %s: %w", f.cfg.Site.ID, err)
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, p := range past {
		if u := f.byID[p.Machine]; u != nil && u.since.IsZero() {
			u.since, u.day, u.starts = p.Since, p.Day, p.Starts
		}
	}
	return nil
}

// note keeps in the background what was switched. The caller holds the lock.
func (f *Fleet) note(ctx context.Context) {
	if f.cfg.History == nil || f.noting || len(f.noted) == 0 {
		return
	}
	f.noting = true
	f.ops.Go(func() { f.keep(context.WithoutCancel(ctx)) })
}

// keep writes down what was switched since it did so last. What cannot be kept is
// tried again with what comes next.
func (f *Fleet) keep(ctx context.Context) {
	f.mu.Lock()
	f.noting = false
	members := make([]*member, 0, len(f.noted))
	switched := make([]dispatch.Switched, 0, len(f.noted))
	for u := range f.noted {
		members = append(members, u)
		switched = append(switched, dispatch.Switched{Machine: u.Machine.ID, Since: u.since, Day: u.day, Starts: u.starts})
	}
	clear(f.noted)
	f.mu.Unlock()
	if f.cfg.History == nil || len(switched) == 0 {
		return
	}
	if err := f.cfg.History.SaveSwitched(ctx, f.cfg.Site.ID, switched); err != nil {
		f.cfg.Log.WarnContext(ctx, "starts of machines not kept", "site", f.cfg.Site.ID, "error", err)
		f.mu.Lock()
		defer f.mu.Unlock()
		for _, u := range members {
			f.noted[u] = true
		}
	}
}
