package taskmarket

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
	"github.com/pouw-dem/pouwdem/internal/core/schedule"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/core/work"
)

// Plans knows what the plans in force grant to work for the grid.
type Plans interface {
	Granted(ctx context.Context, at time.Time) ([]Grant, error)
}

// Grant is what a site's plan gives to work for the grid on one class; or, without
// a class, why it gives no more.
type Grant struct {
	Site     string
	Class    string
	Machines int
	MW       unit.MW
	Interval unit.Interval
	Reason   string
}

// hands is what is known of giving out since the process started.
type hands struct {
	checked bool // tasks of an earlier run were offered again
	absent  map[string]time.Time
	retry   map[proof.Hash]time.Time
	pause   time.Duration // until what the bus did not take is tried again, the first time
}

func newHands() hands {
	return hands{absent: map[string]time.Time{}, retry: map[proof.Hash]time.Time{}, pause: lookEvery}
}

const (
	lookEvery   = time.Second // of the wall: workers come and go, plans change
	mostUnheard = 8           // times that the bus may not take a task, each after twice the pause
)

// nudge says that there may be room for a task.
func (m *Market) nudge() {
	select {
	case m.kick <- struct{}{}:
	default:
	}
}

// giveOut gives tasks out until ctx ends.
func (m *Market) giveOut(ctx context.Context) error {
	look := time.NewTicker(lookEvery)
	defer look.Stop()
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-m.kick:
		case <-look.C:
		}
		if err := m.GiveOut(ctx); err != nil && ctx.Err() == nil {
			m.cfg.Log.WarnContext(ctx, "tasks could not be given out", "error", err)
		}
	}
}

// GiveOut gives open tasks to operators as far as plans and workers have room.
func (m *Market) GiveOut(ctx context.Context) error {
	m.giving.Lock()
	defer m.giving.Unlock()
	open, err := m.waiting(ctx)
	if err != nil {
		return err
	}
	workers := m.Present()
	if open, err = m.takeBack(ctx, open, workers); err != nil {
		return err
	}
	room, err := m.Room(ctx)
	if err != nil {
		return err
	}
	byID := map[proof.Hash]work.Record{}
	var tasks []schedule.Task
	for _, r := range open {
		if again, ok := m.hands.retry[r.Task]; ok && time.Now().Before(again) {
			continue
		}
		byID[r.Task] = r
		tasks = append(tasks, taskOf(r))
	}
	for _, g := range schedule.Fill(tasks, workers, room, m.cfg.Clock.Now()) {
		if err := m.give(ctx, byID[g.Task], g); err != nil {
			return err
		}
	}
	return nil
}

func taskOf(r work.Record) schedule.Task {
	return schedule.Task{
		ID: r.Task, Class: r.Spec.Class, Size: r.Spec.Size(), Priority: r.Spec.Priority, Own: r.Submitter == "",
		Since: r.Offered, Deadline: r.Spec.Deadline, EnergyWh: r.EnergyWh,
		Operator: r.To, Site: r.Site,
	}
}

// give records who has a task, or why nobody has it, and only then offers it: a
// result can be told from a stranger's as soon as there is one.
func (m *Market) give(ctx context.Context, r work.Record, g schedule.Given) error {
	if g.Operator == "" {
		if r.Because == g.Reason {
			return nil
		}
		r.Because = g.Reason
		return m.cfg.Book.PutWork(ctx, r, nil)
	}
	r.To, r.Site, r.Given, r.Because = g.Operator, g.Site, m.cfg.Clock.Now(), g.Reason
	if err := m.cfg.Book.PutWork(ctx, r, nil); err != nil {
		return err
	}
	offered := m.cfg.Queue.Offer(ctx, r.To, r.Spec, r.Turn)
	if offered == nil {
		delete(m.hands.retry, r.Task)
		return nil
	}
	return m.unheard(ctx, r, offered)
}

// unheard takes note of a task that the bus did not take: it is tried again, each
// time after twice the pause, and in the end set aside with the reason.
func (m *Market) unheard(ctx context.Context, r work.Record, why error) error {
	if ctx.Err() != nil {
		return nil // the process ends: what is recorded as given is offered again by the next
	}
	r.Unheard++
	r.Free(fmt.Sprintf("the bus did not take it, %d times so far: %v", r.Unheard, why))
	m.hands.retry[r.Task] = time.Now().Add(m.hands.pause << r.Unheard)
	if r.Unheard >= mostUnheard {
		r.State, r.Closed = work.Dead, m.cfg.Clock.Now()
		r.Reason = fmt.Sprintf("the bus did not take it %d times, last: %v", r.Unheard, why)
		delete(m.hands.retry, r.Task)
		m.cfg.Log.WarnContext(ctx, "a task was set aside", "task", r.Task.String(), "reason", r.Reason)
	}
	return m.cfg.Book.PutWork(ctx, r, nil)
}

// takeBack frees tasks of operators that are gone for good, and heavy ones of those
// that do not stand, or stand no more, at the site whose grant they take up; and
// offers those of an earlier run again: it may have ended between its record and
// its offer.
func (m *Market) takeBack(ctx context.Context, open []work.Record, workers []schedule.Worker) ([]work.Record, error) {
	now := time.Now()
	for i, r := range open {
		if r.To == "" {
			continue
		}
		gone := ""
		if slices.ContainsFunc(workers, func(w schedule.Worker) bool { return w.Operator == r.To }) {
			delete(m.hands.absent, r.To)
		} else if since, ok := m.hands.absent[r.To]; !ok {
			m.hands.absent[r.To] = now
		} else if now.Sub(since) >= m.cfg.Absence {
			gone = "no worker of " + r.To + " is there any more"
		}
		if r.Spec.Class == work.Heavy && r.Site == "" {
			gone = "an earlier version gave it to " + r.To + ", for no site"
		} else if r.Spec.Class == work.Heavy && m.cfg.Operators.SiteOf(r.To) != r.Site {
			gone = r.To + " does not stand at " + r.Site + " any more"
		}
		if gone != "" {
			if err := m.cfg.Queue.Withdraw(ctx, r.Task); err != nil {
				return nil, err
			}
			m.forget(r.Task)
			m.cfg.Log.InfoContext(ctx, "a task is taken back", "task", r.Task.String(), "operator", r.To, "reason", gone)
			r.Turn++
			r.Free("taken back: " + gone)
			if err := m.cfg.Book.PutWork(ctx, r, nil); err != nil {
				return nil, err
			}
			open[i] = r
			continue
		}
		if m.hands.checked {
			continue
		}
		if err := m.cfg.Queue.Offer(ctx, r.To, r.Spec, r.Turn); err != nil {
			return nil, err
		}
	}
	m.hands.checked = true
	return open, nil
}

// green says whether renewables are plentiful.
func (m *Market) green(ctx context.Context) (green bool, err error) {
	known, err := m.cfg.History.Last(ctx, []market.Series{{Kind: market.RenewableShare}}, m.cfg.Clock.Now())
	for _, o := range known {
		green = green || o.Series.Kind == market.RenewableShare && policy.RenewablePriority(o.Value, m.cfg.Renewable)
	}
	return green, err
}

// Room is what may be given out by the plans in force and the state of the system.
func (m *Market) Room(ctx context.Context) (room schedule.Room, err error) {
	if room.Green, err = m.green(ctx); err != nil {
		return room, err
	}
	now := m.cfg.Clock.Now()
	if room.Sites, err = m.granted(ctx, now); err != nil {
		return room, err
	}
	running := unit.IntervalAt(now, unit.Control)
	given, err := m.cfg.Book.GivenWork(ctx, running.Start, running.End())
	for _, r := range given {
		if g, ok := room.Sites[r.Site]; ok && r.Spec.Class == work.Heavy {
			g.GivenWh += r.EnergyWh
			room.Sites[r.Site] = g
		}
	}
	return room, err
}

// granted is what the plans for the interval of a moment grant, by site.
func (m *Market) granted(ctx context.Context, at time.Time) (map[string]schedule.Grant, error) {
	sites := map[string]schedule.Grant{}
	if m.cfg.Plans == nil {
		return sites, nil
	}
	grants, err := m.cfg.Plans.Granted(ctx, at)
	for _, grant := range grants {
		g := sites[grant.Site]
		g.Machines += grant.Machines
		g.EnergyWh += float64(grant.MW.Over(grant.Interval.Length)) * 1e6
		if grant.Class == "" && g.Why == "" {
			g.Why = grant.Reason
		}
		sites[grant.Site] = g
	}
	return sites, err
}

// Waiting is an open task with the rank that it counts with now.
type Waiting struct {
	work.Record
	Rank int
}

// Waiting is the open tasks in the order in which they go out.
func (m *Market) Waiting(ctx context.Context) ([]Waiting, error) {
	open, err := m.cfg.Book.OpenWork(ctx)
	if err != nil {
		return nil, err
	}
	green, err := m.green(ctx)
	if err != nil {
		return nil, err
	}
	byID, tasks, now := map[proof.Hash]work.Record{}, []schedule.Task{}, m.cfg.Clock.Now()
	for _, r := range open {
		byID[r.Task] = r
		tasks = append(tasks, taskOf(r))
	}
	schedule.Order(tasks, now, green)
	all := make([]Waiting, 0, len(tasks))
	for _, t := range tasks {
		all = append(all, Waiting{byID[t.ID], schedule.Rank(t, now, green)})
	}
	return all, nil
}

// Bids is what a site's decision about an interval sees of the queue: heavy tasks
// that are at work there, and those that wait and some worker there can hold,
// beyond what other sites' plans have power for.
func (m *Market) Bids(ctx context.Context, site string, at time.Time) (*market.Queue, error) {
	open, err := m.waiting(ctx)
	if err != nil {
		return nil, err
	}
	green, err := m.green(ctx)
	if err != nil {
		return nil, err
	}
	workers := m.Present()
	elsewhere, err := m.elsewhere(ctx, site, at, open)
	if err != nil {
		return nil, err
	}
	q := &market.Queue{Bids: []market.Bid{}, RenewableFrom: m.cfg.Renewable}
	for _, w := range workers {
		if w.Site == site && w.Takes(work.Heavy, work.SizeSmall) {
			q.Servers++
		}
	}
	byID := map[proof.Hash]work.Record{}
	var tasks []schedule.Task
	for _, r := range open {
		bids := r.To != "" && r.Site == site || r.To == "" && held(workers, site, r.Spec.Size())
		if bids && r.Spec.Class == work.Heavy && r.Spec.Deadline.After(at) {
			byID[r.Task] = r
			tasks = append(tasks, taskOf(r))
		}
	}
	schedule.Order(tasks, at, green)
	slices.SortStableFunc(tasks, func(a, b schedule.Task) int { return boolOrder(a.Operator != "", b.Operator != "") })
	for _, t := range tasks {
		r := byID[t.ID]
		if len(q.Bids) == market.MostBids || r.To == "" && takenUp(elsewhere, workers, r.Spec) {
			continue
		}
		q.Bids = append(q.Bids, market.Bid{
			Task: t.ID.String(), Class: string(t.Class), Priority: int(t.Priority), Own: t.Own, Deadline: t.Deadline,
			EnergyWh: r.Spec.EnergyWh, Pays: pays(r.Spec), PriceBy: r.Spec.PriceBy,
		})
	}
	return q, nil
}

// held says whether a worker at a site can hold heavy tasks of a size.
func held(workers []schedule.Worker, site string, size work.Size) bool {
	return slices.ContainsFunc(workers, func(w schedule.Worker) bool { return w.Site == site && w.Takes(work.Heavy, size) })
}

// elsewhere is the energy, Wh, that other sites' plans grant for an interval beyond
// that of the tasks that are at work there.
func (m *Market) elsewhere(ctx context.Context, site string, at time.Time, open []work.Record) (map[string]float64, error) {
	grants, err := m.granted(ctx, at)
	left := map[string]float64{}
	for other, g := range grants {
		if other != site && g.Machines > 0 {
			left[other] = g.EnergyWh
		}
	}
	for _, r := range open {
		if _, ok := left[r.Site]; ok && r.Spec.Class == work.Heavy {
			left[r.Site] -= r.Spec.EnergyWh
		}
	}
	return left, err
}

// takenUp gives a task to a site that has energy left and a worker for it; it says
// whether there is one.
func takenUp(left map[string]float64, workers []schedule.Worker, s work.Spec) bool {
	for _, site := range slices.Sorted(maps.Keys(left)) {
		if left[site] >= s.EnergyWh && held(workers, site, s.Size()) {
			left[site] -= s.EnergyWh
			return true
		}
	}
	return false
}

// pays is what a task pays for a MWh of its energy.
func pays(s work.Spec) unit.USDPerMWh {
	if !(s.EnergyWh > 0) {
		return 0
	}
	return unit.USDPerMWh(s.PriceUSD / s.EnergyWh * 1e6)
}

// boolOrder puts what is true first.
func boolOrder(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}
