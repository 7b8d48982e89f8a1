package schedule_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/pouw-dem/pouwdem/internal/core/proof"
	"github.com/pouw-dem/pouwdem/internal/core/schedule"
	"github.com/pouw-dem/pouwdem/internal/core/work"
)

var at = time.Date(2026, 7, 1, 12, 0, 0, 0, time.UTC)

func task(n int, class work.Class, size work.Size, p work.Priority, due time.Duration) schedule.Task {
	return schedule.Task{ID: proof.Keccak([]byte(fmt.Sprint(n))), Class: class, Size: size, Priority: p, Since: at, Deadline: at.Add(due), EnergyWh: 4}
}

// server is an operator's, at the site webb.
func server(operator string) schedule.Worker {
	return schedule.Worker{Operator: operator, ID: operator, Site: "webb", Classes: []work.Class{work.Heavy, work.Light}, Largest: work.SizeLarge}
}

// webb grants machines of 100 Wh each.
func webb(machines int) schedule.Room {
	return schedule.Room{Sites: map[string]schedule.Grant{"webb": {Machines: machines, EnergyWh: 100 * float64(machines)}}}
}

// unbound is a worker without a site.
func unbound(w schedule.Worker) schedule.Worker {
	w.Site = ""
	return w
}

func board(operator string) schedule.Worker {
	return schedule.Worker{Operator: operator, ID: operator, Classes: []work.Class{work.Light}, Largest: work.SizeSmall}
}

func TestPriorityThenDeadlineDecidesWhoIsNext(t *testing.T) {
	late := task(1, work.Heavy, work.SizeSmall, work.High, 2*time.Hour)
	soon := task(2, work.Heavy, work.SizeSmall, work.High, time.Hour)
	critical := task(3, work.Heavy, work.SizeSmall, work.Critical, 3*time.Hour)
	tasks := []schedule.Task{late, soon, critical}
	schedule.Order(tasks, at, false)
	if tasks[0].ID != critical.ID || tasks[1].ID != soon.ID || tasks[2].ID != late.ID {
		t.Errorf("%+v", tasks)
	}
}

func TestWhatWaitsAndWhatGoesOutSaysWhy(t *testing.T) {
	for name, c := range map[string]struct {
		task     schedule.Task
		workers  []schedule.Worker
		machines int
		operator string
		says     string
	}{
		"a light task takes no megawatts":         {task(1, work.Light, work.SizeSmall, work.Low, time.Hour), []schedule.Worker{board("b")}, 0, "b", "number 1 in the queue, LOW"},
		"a heavy one waits for a grant":           {task(1, work.Heavy, work.SizeSmall, work.Critical, time.Hour), []schedule.Worker{server("s")}, 0, "", "webb: no plan in force grants a machine"},
		"and has one":                             {task(1, work.Heavy, work.SizeSmall, work.Critical, time.Hour), []schedule.Worker{server("s")}, 1, "s", "on machine 1 of 1 that the plan of webb grants, with 4.00 of its 100.00 Wh given out"},
		"a board holds no large task":             {task(1, work.Light, work.SizeLarge, work.High, time.Hour), []schedule.Worker{board("b")}, 9, "", "no worker that is there takes light tasks of size large"},
		"a server beside the board does":          {task(1, work.Light, work.SizeLarge, work.High, time.Hour), []schedule.Worker{board("b"), server("s")}, 9, "s", "s is the freest of 1"},
		"nobody is there":                         {task(1, work.Light, work.SizeSmall, work.High, time.Hour), nil, 9, "", "no worker"},
		"machines do not make a board a server":   {task(1, work.Heavy, work.SizeSmall, work.High, time.Hour), []schedule.Worker{board("b")}, 9, "", "takes heavy tasks"},
		"who stands at no site has none":          {task(1, work.Heavy, work.SizeSmall, work.High, time.Hour), []schedule.Worker{unbound(server("s")), unbound(server("r"))}, 9, "", "only a site's plan grants megawatts; who could hold it (r, s) stands at no site: revoke it and let a new key in, with pouwdem sites invite NAME --role worker --site"},
		"but light ones":                          {task(1, work.Light, work.SizeSmall, work.High, time.Hour), []schedule.Worker{unbound(server("s"))}, 0, "s", "s is the freest"},
		"of equals the first in the alphabet has": {task(1, work.Light, work.SizeSmall, work.High, time.Hour), []schedule.Worker{board("c"), board("b")}, 0, "b", "of 2 operators"},
	} {
		got := schedule.Fill([]schedule.Task{c.task}, c.workers, webb(c.machines), at)
		if len(got) != 1 || got[0].Operator != c.operator || !strings.Contains(got[0].Reason, c.says) {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

func TestRenewablesMoveTheCoordinatorsTasksUpButNotToCritical(t *testing.T) {
	own := task(1, work.Light, work.SizeSmall, work.Medium, time.Hour)
	own.Own = true
	if got := schedule.Rank(own, at, true); got != int(work.High) {
		t.Errorf("MEDIUM counts as %d", got)
	}
	own.Priority = work.High
	if got := schedule.Rank(own, at, true); got != int(work.High) {
		t.Errorf("HIGH counts as %d", got)
	}
}

// TestASiteHasNoMoreThanItsPlanGrants gives out at two sites, one of which is full
// in one way or another.
func TestASiteHasNoMoreThanItsPlanGrants(t *testing.T) {
	far := server("far")
	far.Site = "pecos"
	busy := task(9, work.Heavy, work.SizeSmall, work.High, time.Hour)
	busy.Operator, busy.Site = "s", "webb"
	for name, c := range map[string]struct {
		webb, pecos schedule.Grant
		operator    string
		says        string
	}{
		"the other has a machine":       {schedule.Grant{Machines: 1, EnergyWh: 100}, schedule.Grant{Machines: 1, EnergyWh: 100}, "far", "machine 1 of 1 that the plan of pecos grants"},
		"neither has":                   {schedule.Grant{Machines: 1, EnergyWh: 100}, schedule.Grant{Why: "it pays too little"}, "", "has room: pecos: its plan grants no machine, it pays too little; webb: 1 at work on 1 granted"},
		"its energy is given out":       {schedule.Grant{}, schedule.Grant{Machines: 2, EnergyWh: 100, GivenWh: 97}, "", "pecos: 97.00 of 100.00 granted Wh are given out, and it takes 4.00; webb: no plan in force grants a machine"},
		"what no interval has goes out": {schedule.Grant{}, schedule.Grant{Machines: 1, EnergyWh: 3}, "far", "with 4.00 of its 3.00 Wh given out"},
	} {
		room := schedule.Room{Sites: map[string]schedule.Grant{"webb": c.webb, "pecos": c.pecos}}
		workers := []schedule.Worker{server("s"), server("s"), far}
		got := schedule.Fill([]schedule.Task{busy, task(1, work.Heavy, work.SizeSmall, work.High, time.Hour)}, workers, room, at)
		if len(got) != 1 || got[0].Operator != c.operator || (got[0].Site == "pecos") != (c.operator == "far") || !strings.Contains(got[0].Reason, c.says) {
			t.Errorf("%s: %+v", name, got)
		}
		if room.Sites["webb"] != c.webb || room.Sites["pecos"] != c.pecos {
			t.Errorf("%s: what was granted has changed: %+v", name, room)
		}
	}
}

// standing are the sites of the operators that are drawn; d stands at none.
func standing() map[string]string {
	return map[string]string{"a": "webb", "b": "webb", "c": "pecos", "d": ""}
}

func drawTasks(t *rapid.T, operators []string) []schedule.Task {
	var tasks []schedule.Task
	for n := range rapid.IntRange(0, 40).Draw(t, "tasks") {
		x := task(n, rapid.SampledFrom([]work.Class{work.Light, work.Heavy}).Draw(t, "class"), rapid.SampledFrom(work.Sizes()).Draw(t, "size"),
			work.Priority(rapid.IntRange(0, 3).Draw(t, "priority")), time.Duration(rapid.IntRange(1, 600).Draw(t, "due"))*time.Minute)
		x.Since = at.Add(-time.Duration(rapid.IntRange(0, 90).Draw(t, "waited")) * time.Minute)
		x.EnergyWh = rapid.Float64Range(0.001, 150).Draw(t, "Wh")
		if len(operators) > 0 && rapid.IntRange(0, 3).Draw(t, "given") == 0 {
			x.Operator = rapid.SampledFrom(operators).Draw(t, "has it")
			x.Site = standing()[x.Operator]
		}
		tasks = append(tasks, x)
	}
	return tasks
}

func drawWorkers(t *rapid.T) []schedule.Worker {
	var workers []schedule.Worker
	for range rapid.IntRange(0, 8).Draw(t, "workers") {
		w := schedule.Worker{Operator: rapid.SampledFrom([]string{"a", "b", "c", "d"}).Draw(t, "operator"), Largest: rapid.SampledFrom(work.Sizes()).Draw(t, "largest")}
		w.Site = standing()[w.Operator]
		w.Classes = rapid.SampledFrom([][]work.Class{{work.Light}, {work.Heavy}, {work.Light, work.Heavy}}).Draw(t, "classes")
		workers = append(workers, w)
	}
	return workers
}

func drawRoom(t *rapid.T) schedule.Room {
	room := schedule.Room{Sites: map[string]schedule.Grant{}, Green: rapid.Bool().Draw(t, "green")}
	for _, site := range []string{"webb", "pecos", "navarro"} {
		if g := (schedule.Grant{Machines: rapid.IntRange(0, 4).Draw(t, "machines")}); g.Machines > 0 {
			g.EnergyWh = 100 * float64(g.Machines)
			g.GivenWh = rapid.SampledFrom([]float64{0, 0, 50, 150, 400}).Draw(t, "given")
			room.Sites[site] = g
		}
	}
	return room
}

// TestNoSiteHasMoreHeavyWorkThanItsPlanGrants holds machines (each of the site's
// machines draws the same power, so this is megawatts) and energy, whatever waits
// and whoever is there; light tasks need no site.
func TestNoSiteHasMoreHeavyWorkThanItsPlanGrants(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		workers, tasks, room := drawWorkers(t), drawTasks(t, []string{"a", "b", "c"}), drawRoom(t)
		waiting, before, now, wh, pieces := map[proof.Hash]schedule.Task{}, map[string]int{}, map[string]int{}, map[string]float64{}, map[string]int{}
		for _, x := range tasks {
			if x.Operator == "" {
				waiting[x.ID] = x
			} else if x.Class == work.Heavy {
				before[x.Site]++
			}
		}
		open := len(waiting)
		got := schedule.Fill(tasks, workers, room, at)
		if len(got) != open {
			t.Fatalf("%d of %d waiting tasks have an answer", len(got), open)
		}
		for _, g := range got {
			x, ok := waiting[g.Task]
			delete(waiting, g.Task)
			if !ok || g.Reason == "" {
				t.Fatalf("%+v twice, of no task, or without a reason", g)
			}
			if g.Operator == "" {
				continue
			}
			if !slices.ContainsFunc(workers, func(w schedule.Worker) bool {
				return w.Operator == g.Operator && w.Site == g.Site && w.Takes(x.Class, x.Size)
			}) {
				t.Fatalf("%s cannot hold %+v at %q", g.Operator, x, g.Site)
			}
			if x.Class == work.Heavy {
				if g.Site == "" {
					t.Fatalf("%+v is heavy, and %s stands at no site", x, g.Operator)
				}
				now[g.Site]++
				wh[g.Site] += x.EnergyWh
				pieces[g.Site]++
			}
		}
		for site, n := range now {
			g := room.Sites[site]
			if before[site]+n > g.Machines {
				t.Fatalf("%d heavy tasks beside %d on %d machines at %s", n, before[site], g.Machines, site)
			}
			alone := g.GivenWh == 0 && pieces[site] == 1
			if g.GivenWh+wh[site] > g.EnergyWh && !alone {
				t.Fatalf("%.1f Wh beside %.1f of %.1f granted at %s", wh[site], g.GivenWh, g.EnergyWh, site)
			}
		}
	})
}

// TestNoHeavyTaskWaitsWhileASiteWithRoomHasAFreeWorkerForIt looks at what is left
// once everything is given out.
func TestNoHeavyTaskWaitsWhileASiteWithRoomHasAFreeWorkerForIt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		workers, tasks, room := drawWorkers(t), drawTasks(t, []string{"a", "b", "c"}), drawRoom(t)
		byID, has, busy := map[proof.Hash]schedule.Task{}, map[string]int{}, map[string]int{}
		take := func(x schedule.Task, operator, site string) {
			if x.Class == work.Heavy {
				has[operator]++
				busy[site]++
			}
		}
		for _, x := range tasks {
			byID[x.ID] = x
			if x.Operator != "" {
				take(x, x.Operator, x.Site)
			}
		}
		got := schedule.Fill(tasks, workers, room, at)
		for _, g := range got {
			if x := byID[g.Task]; g.Operator != "" && x.Class == work.Heavy {
				take(x, g.Operator, g.Site)
				grant := room.Sites[g.Site]
				grant.GivenWh += x.EnergyWh
				room.Sites[g.Site] = grant
			}
		}
		for _, g := range got {
			x := byID[g.Task]
			if g.Operator != "" || x.Class != work.Heavy {
				continue
			}
			able := map[string]int{}
			for _, w := range workers {
				if w.Takes(x.Class, x.Size) {
					able[w.Operator]++
				}
			}
			for operator, n := range able {
				grant := room.Sites[standing()[operator]]
				if free := busy[standing()[operator]] < grant.Machines && grant.GivenWh+x.EnergyWh <= grant.EnergyWh; free && has[operator] < n {
					t.Fatalf("%+v waits (%s), and %s has room for it", x, g.Reason, operator)
				}
			}
		}
	})
}

func TestNoTaskThatCouldGoOutWaitsForOneBehindIt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		workers, tasks := drawWorkers(t), drawTasks(t, nil)
		for i := range tasks {
			tasks[i].EnergyWh = 4 // a larger one may find no room where one behind it does
		}
		got := schedule.Fill(tasks, workers, webb(3), at)
		kind := func(id proof.Hash) (work.Class, work.Size) {
			x := tasks[slices.IndexFunc(tasks, func(x schedule.Task) bool { return x.ID == id })]
			return x.Class, x.Size
		}
		for i, held := range got {
			for _, behind := range got[i+1:] {
				class, size := kind(held.Task)
				otherClass, otherSize := kind(behind.Task)
				if held.Operator == "" && behind.Operator != "" && class == otherClass && size == otherSize {
					t.Fatalf("%+v waits, and %+v of the same kind goes out", held, behind)
				}
			}
		}
	})
}

func TestNoTaskStarvesHoweverManyMoreUrgentOnesCome(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		old := task(0, work.Heavy, work.SizeSmall, work.Low, 100*time.Hour)
		workers, now := []schedule.Worker{server("s")}, at
		step := time.Duration(rapid.IntRange(1, 10).Draw(t, "minutes")) * time.Minute
		for n := 1; ; n++ {
			rival := task(n, work.Heavy, work.SizeSmall, work.Critical, 0)
			rival.Since, rival.Deadline = now, now.Add(time.Minute)
			// One machine, one task each time; the rivals before were done.
			for _, g := range schedule.Fill([]schedule.Task{old, rival}, workers, webb(1), now) {
				if g.Task == old.ID && g.Operator != "" {
					return
				}
			}
			if now = now.Add(step); now.Sub(at) > 5*schedule.Age {
				t.Fatalf("a LOW task still waits after %s", now.Sub(at))
			}
		}
	})
}
