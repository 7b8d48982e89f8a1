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
	return schedule.Task{ID: proof.Keccak([]byte(fmt.Sprint(n))), Class: class, Size: size, Priority: p, Since: at, Deadline: at.Add(due)}
}

func server(operator string) schedule.Worker {
	return schedule.Worker{Operator: operator, ID: operator, Classes: []work.Class{work.Heavy, work.Light}, Largest: work.SizeLarge}
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
		"a heavy one waits for a grant":           {task(1, work.Heavy, work.SizeSmall, work.Critical, time.Hour), []schedule.Worker{server("s")}, 0, "", "no plan grants it a machine"},
		"and has one":                             {task(1, work.Heavy, work.SizeSmall, work.Critical, time.Hour), []schedule.Worker{server("s")}, 1, "s", "on a machine that a plan grants"},
		"a board holds no large task":             {task(1, work.Light, work.SizeLarge, work.High, time.Hour), []schedule.Worker{board("b")}, 9, "", "no worker that is there takes light tasks of size large"},
		"a server beside the board does":          {task(1, work.Light, work.SizeLarge, work.High, time.Hour), []schedule.Worker{board("b"), server("s")}, 9, "s", "s is the freest of 1"},
		"nobody is there":                         {task(1, work.Light, work.SizeSmall, work.High, time.Hour), nil, 9, "", "no worker"},
		"machines do not make a board a server":   {task(1, work.Heavy, work.SizeSmall, work.High, time.Hour), []schedule.Worker{board("b")}, 9, "", "takes heavy tasks"},
		"of equals the first in the alphabet has": {task(1, work.Light, work.SizeSmall, work.High, time.Hour), []schedule.Worker{board("c"), board("b")}, 0, "b", "of 2 operators"},
	} {
		got := schedule.Fill([]schedule.Task{c.task}, c.workers, schedule.Room{Heavy: c.machines}, at)
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

func drawTasks(t *rapid.T, operators []string) []schedule.Task {
	var tasks []schedule.Task
	for n := range rapid.IntRange(0, 40).Draw(t, "tasks") {
		x := task(n, rapid.SampledFrom([]work.Class{work.Light, work.Heavy}).Draw(t, "class"), rapid.SampledFrom(work.Sizes()).Draw(t, "size"),
			work.Priority(rapid.IntRange(0, 3).Draw(t, "priority")), time.Duration(rapid.IntRange(1, 600).Draw(t, "due"))*time.Minute)
		x.Since = at.Add(-time.Duration(rapid.IntRange(0, 90).Draw(t, "waited")) * time.Minute)
		if len(operators) > 0 && rapid.IntRange(0, 3).Draw(t, "given") == 0 {
			x.Operator = rapid.SampledFrom(operators).Draw(t, "has it")
		}
		tasks = append(tasks, x)
	}
	return tasks
}

func drawWorkers(t *rapid.T) []schedule.Worker {
	var workers []schedule.Worker
	for range rapid.IntRange(0, 5).Draw(t, "workers") {
		w := schedule.Worker{Operator: rapid.SampledFrom([]string{"a", "b", "c"}).Draw(t, "operator"), Largest: rapid.SampledFrom(work.Sizes()).Draw(t, "largest")}
		w.Classes = rapid.SampledFrom([][]work.Class{{work.Light}, {work.Heavy}, {work.Light, work.Heavy}}).Draw(t, "classes")
		workers = append(workers, w)
	}
	return workers
}

func TestNothingIsLostOrDoubledAndNoGrantIsExceeded(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		workers := drawWorkers(t)
		tasks := drawTasks(t, []string{"a", "b", "c"})
		room := schedule.Room{Heavy: rapid.IntRange(0, 6).Draw(t, "machines"), Green: rapid.Bool().Draw(t, "green")}
		got := schedule.Fill(tasks, workers, room, at)
		seen, heavyBefore, heavy := map[proof.Hash]schedule.Task{}, 0, 0
		for _, x := range tasks {
			if x.Operator == "" {
				seen[x.ID] = x
			} else if x.Class == work.Heavy {
				heavyBefore++
			}
		}
		if len(got) != len(seen) {
			t.Fatalf("%d of %d waiting tasks have an answer", len(got), len(seen))
		}
		for _, g := range got {
			x, ok := seen[g.Task]
			delete(seen, g.Task)
			if !ok || g.Reason == "" {
				t.Fatalf("%+v twice, of no task, or without a reason", g)
			}
			if g.Operator == "" {
				continue
			}
			if x.Class == work.Heavy {
				heavy++
			}
			if !slices.ContainsFunc(workers, func(w schedule.Worker) bool { return w.Operator == g.Operator && w.Takes(x.Class, x.Size) }) {
				t.Fatalf("%s cannot hold %+v", g.Operator, x)
			}
		}
		if heavy > max(0, room.Heavy-heavyBefore) {
			t.Fatalf("%d heavy tasks beside %d on %d machines", heavy, heavyBefore, room.Heavy)
		}
	})
}

func TestNoTaskThatCouldGoOutWaitsForOneBehindIt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		workers, tasks := drawWorkers(t), drawTasks(t, nil)
		got := schedule.Fill(tasks, workers, schedule.Room{Heavy: 3}, at)
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
			for _, g := range schedule.Fill([]schedule.Task{old, rival}, workers, schedule.Room{Heavy: 1}, now) {
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
