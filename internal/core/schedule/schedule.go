// Package schedule says which of the tasks that wait goes to which operator
// next: by priority, then deadline, to workers that can hold it, heavy ones only
// to workers at a site whose plan has granted a machine and has energy left, and
// with the reason each time.
//
// It is not for granting power (core/policy) nor for carrying tasks
// (adapter/bus).
package schedule

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/proof"
	"github.com/pouw-dem/pouwdem/internal/core/work"
)

// Worker is a worker that is there, and what it takes.
type Worker struct {
	Operator string       `json:"operator"`
	ID       string       `json:"id"`
	Site     string       `json:"site"` // where it stands, as it was enrolled; empty: nowhere, and it has light tasks only
	Classes  []work.Class `json:"classes"`
	Largest  work.Size    `json:"largest"`
}

// Takes reports whether the worker can do tasks of a class and size.
func (w Worker) Takes(class work.Class, size work.Size) bool {
	sizes := work.Sizes()
	return slices.Contains(w.Classes, class) && slices.Index(sizes, size) <= slices.Index(sizes, w.Largest)
}

// Task is an open task.
type Task struct {
	ID       proof.Hash
	Class    work.Class
	Size     work.Size
	Priority work.Priority
	Own      bool // made by the coordinator: it moves up with the share of renewables
	Since    time.Time
	Deadline time.Time
	EnergyWh float64
	Operator string // who has it; empty: it waits
	Site     string // at which a heavy task that somebody has takes up a machine
}

// Grant is what a site's plan gives to heavy tasks in the running interval.
type Grant struct {
	Machines int
	EnergyWh float64 // of those machines, in the whole interval
	GivenWh  float64 // of heavy tasks that were given out there within the interval
	Why      string  // it is no more; empty: nobody said
}

// has says why a task finds no room, beside as many heavy tasks as are at work
// there; empty where it finds room. A task that takes more than an interval's
// energy may be the only one that is given out in an interval.
func (g Grant) has(wh float64, busy int) string {
	switch {
	case g.Machines <= 0 && g.Why != "":
		return "its plan grants no machine, " + g.Why
	case g.Machines <= 0:
		return "no plan in force grants a machine"
	case busy >= g.Machines:
		return fmt.Sprintf("%d at work on %d granted", busy, g.Machines)
	case g.GivenWh > 0 && g.GivenWh+wh > g.EnergyWh:
		return fmt.Sprintf("%.2f of %.2f granted Wh are given out, and it takes %.2f", g.GivenWh, g.EnergyWh, wh)
	}
	return ""
}

// Room is what may be given out now.
type Room struct {
	// Sites is what each site's plan in force grants. Heavy tasks go nowhere else.
	Sites map[string]Grant
	// Green says that renewables are plentiful: the coordinator's own tasks count
	// one priority more, but not CRITICAL.
	Green bool
}

// Ahead is how many light tasks a worker may have in store, so that it need not
// wait for the next. Heavy ones are given out one to a machine.
const Ahead = 8

// Age is how long a task waits until it counts one priority more. There is no
// highest: whatever comes later, the turn of every task comes.
const Age = 10 * time.Minute

// Rank is the priority that a task counts with now.
func Rank(t Task, at time.Time, green bool) int {
	rank := int(t.Priority)
	if green && t.Own && t.Priority < work.High {
		rank++
	}
	return rank + int(max(0, at.Sub(t.Since))/Age)
}

// Order sorts tasks as they are to be given out: by rank, deadline, and how long
// they have waited; the digest decides between equals.
func Order(tasks []Task, at time.Time, green bool) {
	slices.SortFunc(tasks, func(a, b Task) int {
		return cmp.Or(cmp.Compare(Rank(b, at, green), Rank(a, at, green)), a.Deadline.Compare(b.Deadline), a.Since.Compare(b.Since),
			slices.Compare(a.ID[:], b.ID[:]))
	})
}

// Given is a task that goes to an operator, at the site where its workers stand,
// and why; or that waits (no operator), and why.
type Given struct {
	Task     proof.Hash
	Operator string
	Site     string
	Reason   string
}

// Fill gives out what may be given out of the open tasks. Those that have an
// operator already take up its room; each other one is in the answer once.
func Fill(tasks []Task, workers []Worker, room Room, at time.Time) []Given {
	f := filling{workers: workers, sites: maps.Clone(room.Sites), busy: map[string]int{}, load: map[string]map[work.Class]int{}}
	waiting := make([]Task, 0, len(tasks))
	for _, t := range tasks {
		if t.Operator == "" {
			waiting = append(waiting, t)
			continue
		}
		f.put(t.Operator, t.Site, t.Class)
	}
	Order(waiting, at, room.Green)
	given := make([]Given, 0, len(waiting))
	for place, t := range waiting {
		given = append(given, f.give(t, place, at, room.Green))
	}
	return given
}

// filling is what operators and sites have while tasks are given out.
type filling struct {
	workers []Worker
	sites   map[string]Grant
	busy    map[string]int // heavy tasks, by site
	load    map[string]map[work.Class]int
}

func (f *filling) put(operator, site string, class work.Class) {
	if f.load[operator] == nil {
		f.load[operator] = map[work.Class]int{}
	}
	f.load[operator][class]++
	if class == work.Heavy {
		f.busy[site]++
	}
}

func (f *filling) give(t Task, place int, at time.Time, green bool) Given {
	held := func(format string, args ...any) Given { return Given{Task: t.ID, Reason: fmt.Sprintf(format, args...)} }
	able := f.able(t)
	if len(able) == 0 {
		return held("no worker that is there takes %s tasks of size %s", t.Class, t.Size)
	}
	if t.Class == work.Heavy {
		if why := f.onlyWithRoom(able, t); why != "" {
			return held("%s", why)
		}
	}
	free, ok := f.freest(t.Class, able)
	if !ok {
		return held("every worker that can hold it has enough to do")
	}
	site := able[free].site
	f.put(free, site, t.Class)
	why := fmt.Sprintf("number %d in the queue, %s", place+1, t.Priority)
	if up := Rank(t, at, green) - int(t.Priority); up > 0 {
		why += fmt.Sprintf(" and %d up by its age and the share of renewables", up)
	}
	if t.Class == work.Heavy {
		g := f.sites[site]
		g.GivenWh += t.EnergyWh
		f.sites[site] = g
		why += fmt.Sprintf(", on machine %d of %d that the plan of %s grants, with %.2f of its %.2f Wh given out", f.busy[site], g.Machines, site, g.GivenWh, g.EnergyWh)
	}
	return Given{t.ID, free, site, fmt.Sprintf("%s, due in %s: %s is the freest of %d operators that take %s tasks of size %s",
		why, t.Deadline.Sub(at).Round(time.Second), free, len(able), t.Class, t.Size)}
}

// crew is those of an operator's workers that can hold a task.
type crew struct {
	site    string // an operator's workers stand at one
	workers int
}

// able is who can hold a task, by operator.
func (f *filling) able(t Task) map[string]crew {
	all := map[string]crew{}
	for _, w := range f.workers {
		if w.Takes(t.Class, t.Size) {
			all[w.Operator] = crew{w.Site, all[w.Operator].workers + 1}
		}
	}
	return all
}

// onlyWithRoom leaves those that stand at a site with room for a heavy task; where
// nobody is left it says why.
func (f *filling) onlyWithRoom(able map[string]crew, t Task) string {
	full, nowhere := map[string]string{}, []string{}
	for _, operator := range slices.Sorted(maps.Keys(able)) {
		site := able[operator].site
		why := f.sites[site].has(t.EnergyWh, f.busy[site])
		if site == "" {
			nowhere = append(nowhere, operator)
		} else if why != "" {
			full[site] = why
		} else {
			continue
		}
		delete(able, operator)
	}
	var all []string
	for _, site := range slices.Sorted(maps.Keys(full)) {
		all = append(all, site+": "+full[site])
	}
	switch {
	case len(able) > 0:
		return ""
	case len(all) == 0:
		return fmt.Sprintf("only a site's plan grants megawatts; who could hold it (%s) %s", strings.Join(nowhere, ", "), Unbound)
	}
	return "no site with a worker that can hold it has room: " + strings.Join(all, "; ")
}

// LightOnly is what an operator that stands at no site is told.
const LightOnly = "light tasks only: it " + Unbound

// Unbound is why a worker has no heavy task, and what to do about it.
const Unbound = "stands at no site: revoke it and let a new key in, with pouwdem sites invite NAME --role worker --site SITE"

// freest is the operator with the least to do for each of its workers that could
// do it; ok is false where all have enough.
func (f *filling) freest(class work.Class, able map[string]crew) (best string, ok bool) {
	most := Ahead
	if class == work.Heavy {
		most = 1
	}
	for operator, c := range able {
		n, has := c.workers, f.load[operator][class]
		if has >= n*most {
			continue
		}
		// has/n against the best's, in whole numbers.
		if c := has*able[best].workers - f.load[best][class]*n; !ok || c < 0 || c == 0 && operator < best {
			best, ok = operator, true
		}
	}
	return best, ok
}
