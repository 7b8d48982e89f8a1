// Package schedule says which of the tasks that wait goes to which operator
// next: by priority, then deadline, to workers that can hold it, heavy ones only
// on machines that a plan has granted, and with the reason each time.
//
// It is not for granting power (core/policy) nor for carrying tasks
// (adapter/bus).
package schedule

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/proof"
	"github.com/pouw-dem/pouwdem/internal/core/work"
)

// Worker is a worker that is there, and what it takes.
type Worker struct {
	Operator string       `json:"operator"`
	ID       string       `json:"id"`
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
	Operator string // who has it; empty: it waits
}

// Room is what may be given out now.
type Room struct {
	// Heavy is how many machines the sites' plans grant to grid work, and Why why
	// it is no more; empty: nobody said.
	Heavy int
	Why   string
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

// Given is a task that goes to an operator, and why; or that waits (no operator),
// and why.
type Given struct {
	Task     proof.Hash
	Operator string
	Reason   string
}

// Fill gives out what may be given out of the open tasks. Those that have an
// operator already take up its room; each other one is in the answer once.
func Fill(tasks []Task, workers []Worker, room Room, at time.Time) []Given {
	f := filling{workers: workers, heavy: room.Heavy, why: room.Why, load: map[string]map[work.Class]int{}}
	waiting := make([]Task, 0, len(tasks))
	for _, t := range tasks {
		if t.Operator == "" {
			waiting = append(waiting, t)
			continue
		}
		f.put(t.Operator, t.Class)
	}
	Order(waiting, at, room.Green)
	given := make([]Given, 0, len(waiting))
	for place, t := range waiting {
		given = append(given, f.give(t, place, at, room.Green))
	}
	return given
}

// filling is what operators have while tasks are given out.
type filling struct {
	workers []Worker
	heavy   int
	why     string
	load    map[string]map[work.Class]int
}

func (f *filling) put(operator string, class work.Class) {
	if f.load[operator] == nil {
		f.load[operator] = map[work.Class]int{}
	}
	f.load[operator][class]++
	if class == work.Heavy {
		f.heavy--
	}
}

func (f *filling) give(t Task, place int, at time.Time, green bool) Given {
	held := func(format string, args ...any) Given { return Given{Task: t.ID, Reason: fmt.Sprintf(format, args...)} }
	able := f.able(t)
	if len(able) == 0 {
		return held("no worker that is there takes %s tasks of size %s", t.Class, t.Size)
	}
	if t.Class == work.Heavy && f.heavy <= 0 {
		if f.why != "" {
			return held("no plan grants it a machine: %s", f.why)
		}
		return held("no plan grants it a machine")
	}
	free, ok := f.freest(t.Class, able)
	if !ok {
		return held("every worker that can hold it has enough to do")
	}
	f.put(free, t.Class)
	why := fmt.Sprintf("number %d in the queue, %s", place+1, t.Priority)
	if up := Rank(t, at, green) - int(t.Priority); up > 0 {
		why += fmt.Sprintf(" and %d up by its age and the share of renewables", up)
	}
	if t.Class == work.Heavy {
		why += ", on a machine that a plan grants"
	}
	return Given{t.ID, free, fmt.Sprintf("%s, due %s: %s is the freest of %d operators that take %s tasks of size %s",
		why, t.Deadline.UTC().Format("15:04:05"), free, len(able), t.Class, t.Size)}
}

// able is how many workers each operator has that can hold a task.
func (f *filling) able(t Task) map[string]int {
	n := map[string]int{}
	for _, w := range f.workers {
		if w.Takes(t.Class, t.Size) {
			n[w.Operator]++
		}
	}
	return n
}

// freest is the operator with the least to do for each of its workers that could
// do it; ok is false where all have enough.
func (f *filling) freest(class work.Class, able map[string]int) (best string, ok bool) {
	most := Ahead
	if class == work.Heavy {
		most = 1
	}
	for operator, n := range able {
		has := f.load[operator][class]
		if has >= n*most {
			continue
		}
		// has/n against the best's, in whole numbers.
		if c := has*able[best] - f.load[best][class]*n; !ok || c < 0 || c == 0 && operator < best {
			best, ok = operator, true
		}
	}
	return best, ok
}
