package app

import (
	"context"
	"maps"
	"slices"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/report"
	"github.com/pouw-dem/pouwdem/internal/core/schedule"
	"github.com/pouw-dem/pouwdem/internal/core/work"
)

const (
	ratesFor  = 6 * time.Hour
	ratesEach = 5 * time.Minute
)

// schedule is the part of the board of tasks that says what is next, with which
// power, and how fast tasks are done.
func (t *tasks) schedule(ctx context.Context, b *report.TaskBoard) error {
	m, _, _, _ := t.now()
	if m == nil {
		return nil
	}
	waiting, err := m.Waiting(ctx)
	if err != nil {
		return err
	}
	for _, w := range waiting {
		r := w.Record
		b.Queue = append(b.Queue, report.TaskWaiting{
			Task: r.Task.String(), Kind: string(r.Spec.Kind), Class: string(r.Spec.Class), Size: string(r.Spec.Size()), Priority: r.Spec.Priority.String(),
			Rank: w.Rank, Since: r.Offered, Deadline: r.Spec.Deadline, To: r.To, Site: r.Site, Because: r.Because,
		})
	}
	room, err := m.Room(ctx)
	if err != nil {
		return err
	}
	stands(b, m.Present(), room)
	now := t.s.clock.Now()
	granted, err := grants{t.s}.Granted(ctx, now)
	if err != nil {
		return err
	}
	for _, g := range granted {
		if g.Class == "" {
			continue
		}
		b.Grants = append(b.Grants, report.TaskGrant{
			Site: g.Site, Class: g.Class, Machines: g.Machines, MW: float64(g.MW), Interval: g.Interval.Start, Reason: g.Reason,
		})
	}
	b.Rates, err = t.rates(ctx, now)
	return err
}

// stands puts whose workers are there and where they stand onto the board, and
// beside them what the sites' plans grant.
func stands(b *report.TaskBoard, workers []schedule.Worker, room schedule.Room) {
	operators, sites := map[string]report.TaskOperator{}, map[string]report.TaskSite{}
	for site, g := range room.Sites {
		if g.Machines > 0 {
			sites[site] = report.TaskSite{Site: site, Machines: g.Machines, GrantedWh: g.EnergyWh, GivenWh: g.GivenWh}
		}
	}
	for _, w := range workers {
		o := operators[w.Operator]
		o.Operator, o.Site, o.Workers = w.Operator, w.Site, o.Workers+1
		if w.Takes(work.Heavy, work.SizeSmall) {
			o.Servers++
			b.Servers++
			if w.Site != "" {
				s := sites[w.Site]
				s.Site, s.Servers = w.Site, s.Servers+1
				sites[w.Site] = s
			} else {
				o.Text = schedule.LightOnly
			}
		}
		b.Workers++
		operators[w.Operator] = o
	}
	for _, waiting := range b.Queue {
		if s, ok := sites[waiting.Site]; ok && waiting.Class == string(work.Heavy) {
			s.Busy++
			sites[waiting.Site] = s
		}
	}
	for _, site := range slices.Sorted(maps.Keys(sites)) {
		b.Sites = append(b.Sites, sites[site])
	}
	for _, name := range slices.Sorted(maps.Keys(operators)) {
		b.Operators = append(b.Operators, operators[name])
	}
}

// rates are what became of the tasks of the last hours, stretch by stretch.
func (t *tasks) rates(ctx context.Context, now time.Time) ([]report.TaskRate, error) {
	first := now.Add(-ratesFor).Truncate(ratesEach)
	counted, err := t.s.store.WorkRates(ctx, first, ratesEach)
	if err != nil {
		return nil, err
	}
	all := make([]report.TaskRate, ratesFor/ratesEach+1)
	for i := range all {
		all[i].Start = first.Add(time.Duration(i) * ratesEach)
	}
	for _, c := range counted {
		i := int(c.Start.Sub(first) / ratesEach)
		if i < 0 || i >= len(all) {
			continue
		}
		switch c.State {
		case work.Verified:
			all[i].Verified += c.Count
		case work.Refused:
			all[i].Refused += c.Count
		case work.Offered:
			all[i].Open += c.Count
		default:
			all[i].Undone += c.Count
		}
	}
	return all, nil
}
