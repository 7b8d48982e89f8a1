// Package bustest is what every bus must do, whether it is embedded, a cluster,
// or reached through a leaf node. It is not for what is special to one of them.
package bustest

import (
	"context"
	"crypto/ed25519"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"strconv"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/nats-io/nats.go"

	"github.com/pouw-dem/pouwdem/internal/adapter/bus"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
	"github.com/pouw-dem/pouwdem/internal/core/work"
)

// Site is the name of the site of every rig; its key is an operator's too.
const Site = "east"

// Rig is a bus with both its sides.
type Rig struct {
	Coordinator *nats.Conn
	Site        *nats.Conn
	Replicas    int
	// Fault breaks something that every bus of the kind must bear, and mends it
	// again; nil where there is nothing to break.
	Fault func(t *testing.T)
}

// Run runs the suite; open gives a new bus each time.
func Run(t *testing.T, open func(t *testing.T) Rig) {
	for name, test := range map[string]func(*testing.T, Rig){
		"a task is taken with its case, and its result arrives":            taskIsDone,
		"a task that is given back goes to the next":                       taskIsGivenBack,
		"a task that cannot be done is set aside with the reason":          taskIsDropped,
		"a task that nobody brings back is set aside":                      taskIsExhausted,
		"a worker is asked for leaves":                                     leavesAreOpened,
		"a site tells in order, obeys, and hears what all are told":        siteTalks,
		"the queue bids to a site":                                         siteHearsBids,
		"whatever breaks, every task is done once in effect, and told":     nothingIsLost,
		"tasks that are too large for a worker wait for another, unharmed": sizesAreKeptApart,
		"a task that is withdrawn is given to another, once more":          taskIsWithdrawn,
		"workers that are there are known, with what they take":            workersArePresent,
	} {
		t.Run(name, func(t *testing.T) { test(t, open(t)) })
	}
}

// Quiet is no log.
func Quiet() *slog.Logger { return slog.New(slog.DiscardHandler) }

const lease = time.Second

func tasksOf(t *testing.T, r Rig) *bus.Tasks {
	t.Helper()
	var q *bus.Tasks
	eventually(t, func() (err error) {
		q, err = bus.NewTasks(t.Context(), r.Coordinator, r.Replicas, lease)
		return err
	})
	return q
}

func workerOf(t *testing.T, r Rig) *bus.Worker {
	t.Helper()
	var w *bus.Worker
	eventually(t, func() (err error) {
		w, err = bus.NewWorker(t.Context(), r.Site, Site, []work.Class{work.Light}, work.SizeLarge)
		return err
	})
	return w
}

// eventually does what a bus that is coming up may refuse at first.
func eventually(t *testing.T, do func() error) {
	t.Helper()
	const most = 30 * time.Second
	var err error
	for until := time.Now().Add(most); time.Now().Before(until); <-time.After(50 * time.Millisecond) {
		if err = do(); err == nil {
			return
		}
	}
	t.Fatal(err)
}

// Task is a task that differs from others by its seed.
func Task(seed uint64) work.Spec {
	return work.Spec{
		Version: 1, Kind: work.PowerFlow, Case: proof.Keccak([]byte("case")), Seed: seed, Class: work.Light, Priority: work.Medium,
		Deadline: time.Date(2100, 1, 1, 0, 0, 0, 0, time.UTC), PriceBy: "none", Commit: proof.Keccak([]byte{byte(seed)}),
	}
}

func take(t *testing.T, w *bus.Worker) *bus.Taken {
	t.Helper()
	var got *bus.Taken
	eventually(t, func() (err error) {
		if got, err = w.Take(t.Context()); err == nil && got == nil {
			err = errors.New("no task came")
		}
		return err
	})
	return got
}

func commitment(s work.Spec) work.Commitment {
	c := work.Commitment{Task: s.Digest(), Count: 1}
	for i := range ed25519.PublicKeySize {
		c.Worker[i] = 7
	}
	return c
}

func offer(t *testing.T, q *bus.Tasks, s work.Spec) {
	t.Helper()
	eventually(t, func() error {
		return errors.Join(q.Keep(t.Context(), s.Case, []byte("case")), q.Offer(t.Context(), Site, s, 0))
	})
}

// listen calls what blocks until ctx ends, and ends it when done is closed.
func listen(t *testing.T, most time.Duration, run func(ctx context.Context, done func()) error) {
	t.Helper()
	ctx, cancel := context.WithTimeoutCause(t.Context(), most, errors.New("it did not come in time"))
	defer cancel()
	finished := false
	err := run(ctx, func() { finished = true; cancel() })
	if err != nil || !finished {
		t.Fatalf("%v, %v", context.Cause(ctx), err)
	}
}

func taskIsDone(t *testing.T, r Rig) {
	q, w := tasksOf(t, r), workerOf(t, r)
	for range 3 {
		offer(t, q, Task(1))
	}
	if waiting, _, err := q.Waiting(t.Context(), work.Light); err != nil || waiting != 1 {
		t.Fatalf("%d wait, %v", waiting, err)
	}
	got := take(t, w)
	text, err := w.Case(t.Context(), got.Spec)
	if err != nil || string(text) != "case" {
		t.Fatalf("%q %v", text, err)
	}
	for range 2 { // the second time, as by a worker that was thought dead
		if err := w.Done(t.Context(), got, commitment(got.Spec), nil); err != nil {
			t.Fatal(err)
		}
	}
	count := 0
	listen(t, 20*time.Second, func(ctx context.Context, done func()) error {
		return q.Results(ctx, func(_ context.Context, h work.Handed) error {
			if h.Operator != Site || h.Commitment.Task != Task(1).Digest() {
				t.Errorf("%s handed in %s", h.Operator, h.Commitment.Task)
			}
			if count++; count == 1 {
				return errors.New("the store does not answer") // it must come again
			}
			done()
			return nil
		})
	})
	if count != 2 {
		t.Errorf("the result came %d times", count)
	}
}

func taskIsGivenBack(t *testing.T, r Rig) {
	q, w := tasksOf(t, r), workerOf(t, r)
	offer(t, q, Task(1))
	if err := take(t, w).Return(); err != nil {
		t.Fatal(err)
	}
	if again := take(t, w); again.Spec.Digest() != Task(1).Digest() {
		t.Error("another task came back")
	}
}

func taskIsDropped(t *testing.T, r Rig) {
	q, w := tasksOf(t, r), workerOf(t, r)
	offer(t, q, Task(1))
	if err := take(t, w).Drop(t.Context(), "its case cannot be read"); err != nil {
		t.Fatal(err)
	}
	dead(t, q, work.DeadLetter{Operator: Site, Task: Task(1).Digest(), Reason: "its case cannot be read"})
	eventually(t, func() error { return empty(t, q) })
}

func empty(t *testing.T, q *bus.Tasks) error {
	waiting, taken, err := q.Waiting(t.Context(), work.Light)
	if err == nil && waiting+taken > 0 {
		err = errors.New("tasks are still in the queue")
	}
	return err
}

func dead(t *testing.T, q *bus.Tasks, want work.DeadLetter) {
	t.Helper()
	listen(t, 60*time.Second, func(ctx context.Context, done func()) error {
		return q.Dead(ctx, func(_ context.Context, got work.DeadLetter) error {
			if got != want {
				t.Errorf("%+v, want %+v", got, want)
			}
			done()
			return nil
		})
	})
}

func taskIsExhausted(t *testing.T, r Rig) {
	q, w := tasksOf(t, r), workerOf(t, r)
	offer(t, q, Task(1))
	for range 5 {
		take(t, w) // and is never heard of again
	}
	// The server notices when it would be given out once more.
	ctx, cancel := context.WithCancel(t.Context())
	var wg sync.WaitGroup
	wg.Go(func() {
		for ctx.Err() == nil {
			if got, err := w.Take(ctx); got != nil || err != nil {
				t.Errorf("it was given out a sixth time, %v", err)
			}
		}
	})
	dead(t, q, work.DeadLetter{Task: Task(1).Digest(), Reason: "it was given out 5 times and never came back"})
	cancel()
	wg.Wait()
	eventually(t, func() error { return empty(t, q) })
}

func sizesAreKeptApart(t *testing.T, r Rig) {
	q := tasksOf(t, r)
	large, small := Task(1), Task(2)
	large.Buses = 100_000
	offer(t, q, large)
	offer(t, q, small)
	w, err := bus.NewWorker(t.Context(), r.Site, Site, []work.Class{work.Light}, work.SizeSmall)
	if err != nil {
		t.Fatal(err)
	}
	if got := take(t, w); got.Spec.Digest() != small.Digest() {
		t.Error("a board was given a task that it cannot hold")
	}
	for range 3 {
		if got, err := w.Take(t.Context()); got != nil || err != nil {
			t.Errorf("%v %v", got, err)
		}
	}
	if got := take(t, workerOf(t, r)); got.Spec.Digest() != large.Digest() {
		t.Error("the large task is not there for the one that can")
	}
}

func taskIsWithdrawn(t *testing.T, r Rig) {
	q, w := tasksOf(t, r), workerOf(t, r)
	offer(t, q, Task(1))
	eventually(t, func() error { return q.Withdraw(t.Context(), Task(1).Digest()) })
	eventually(t, func() error { return empty(t, q) })
	offer(t, q, Task(1)) // the same turn again: it is known, and nothing comes
	if err := empty(t, q); err != nil {
		t.Error(err)
	}
	eventually(t, func() error { return q.Offer(t.Context(), Site, Task(1), 1) })
	if got := take(t, w); got.Spec.Digest() != Task(1).Digest() {
		t.Error("another task came")
	}
}

func workersArePresent(t *testing.T, r Rig) {
	q, w := tasksOf(t, r), workerOf(t, r)
	there := func(want int) func() error {
		return func() error {
			got := q.Present()
			if len(got) != want || want == 1 && (got[0].Operator != Site || !got[0].Takes(work.Light, work.SizeLarge) || got[0].Takes(work.Heavy, work.SizeSmall)) {
				return fmt.Errorf("%+v are there, want %d", got, want)
			}
			return nil
		}
	}
	eventually(t, there(1))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	w.Stay(ctx) // it leaves at once
	eventually(t, there(0))
}

func leavesAreOpened(t *testing.T, r Rig) {
	q, w := tasksOf(t, r), workerOf(t, r)
	c := commitment(Task(1))
	stop, err := w.Answer(c.Worker, func(_ proof.Hash, indices []int) ([]work.Opening, error) {
		return make([]work.Opening, len(indices)), nil
	})
	if err != nil {
		t.Fatal(err)
	}
	eventually(t, func() error {
		opened, err := q.Open(t.Context(), Site, c.Worker, c.Task, []int{3, 5})
		if err == nil && len(opened) != 2 {
			err = errors.New("not as many leaves as were asked for")
		}
		return err
	})
	if err := stop(); err != nil {
		t.Fatal(err)
	}
	if _, err := q.Open(t.Context(), Site, c.Worker, c.Task, []int{3}); err == nil {
		t.Error("a worker that is gone answered")
	}
}

func siteTalks(t *testing.T, r Rig) {
	var hub *bus.Hub
	eventually(t, func() (err error) { hub, err = bus.NewHub(t.Context(), r.Coordinator, r.Replicas); return err })
	site, err := bus.NewSite(r.Site, Site)
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range []string{"1", "2", "1", "3"} { // 1 is told twice
		if err := site.Tell(t.Context(), "event", id, []byte(id)); err != nil {
			t.Fatal(err)
		}
	}
	var heard []string
	failed := false
	listen(t, 20*time.Second, func(ctx context.Context, done func()) error {
		return hub.Listen(ctx, "book", "event", func(_ context.Context, m bus.Message) error {
			if len(heard) == 1 && !failed {
				failed = true
				return errors.New("the store does not answer")
			}
			if heard = append(heard, m.Site+m.Kind+string(m.Body)); len(heard) == 3 {
				done()
			}
			return nil
		})
	})
	if want := []string{Site + "event1", Site + "event2", Site + "event3"}; !slices.Equal(heard, want) {
		t.Errorf("%v, want %v", heard, want)
	}
	stop, err := site.Obey(func(kind string, body []byte) (any, error) {
		if kind == "stop" {
			return "stopped", nil
		}
		return nil, errors.New("it cannot")
	})
	if err != nil {
		t.Fatal(err)
	}
	eventually(t, func() error {
		said, err := hub.Command(t.Context(), Site, "stop", nil)
		if err == nil && string(said) != `"stopped"` {
			err = errors.New(string(said))
		}
		return err
	})
	if _, err := hub.Command(t.Context(), Site, "fly", nil); err == nil {
		t.Error("a refusal is no error")
	}
	if err := stop(); err != nil {
		t.Fatal(err)
	}
	since := time.Now().Add(-time.Hour)
	if err := hub.Tell(t.Context(), "round.1.open", "1", []byte("go")); err != nil {
		t.Fatal(err)
	}
	listen(t, 20*time.Second, func(ctx context.Context, done func()) error {
		return site.Hear(ctx, "round.*.open", since, func(kind string, body []byte) error {
			if kind != "round.1.open" || string(body) != "go" {
				t.Errorf("%s %s", kind, body)
			}
			done()
			return nil
		})
	})
}

// Bids are bids of one task.
func Bids() bus.Bids {
	at := time.Date(2026, 7, 1, 12, 0, 0, 0, time.UTC)
	return bus.Bids{At: at, Queue: market.Queue{Servers: 2, RenewableFrom: 0.3, Bids: []market.Bid{{
		Task: proof.Keccak([]byte("task")).String(), Class: "heavy", Priority: 2, Own: true, Deadline: at.Add(time.Hour), EnergyWh: 5, Pays: 1200, PriceBy: "internal",
	}}}}
}

// siteHearsBids tells bids until they are heard: they are in no stream. What can
// not be read is told to be so, and another site's is not heard.
func siteHearsBids(t *testing.T, r Rig) {
	var hub *bus.Hub
	eventually(t, func() (err error) { hub, err = bus.NewHub(t.Context(), r.Coordinator, r.Replicas); return err })
	site, err := bus.NewSite(r.Site, Site)
	if err != nil {
		t.Fatal(err)
	}
	heard, refused := make(chan bus.Bids, 100), make(chan error, 100)
	stop, err := site.Bids(func(b bus.Bids) { heard <- b }, func(err error) { refused <- err })
	if err != nil {
		t.Fatal(err)
	}
	other := Bids()
	other.Queue.Servers = 9
	eventually(t, func() error {
		if err := errors.Join(hub.Bid("west", other), r.Coordinator.Publish("bids."+Site, []byte("no bids")), hub.Bid(Site, Bids()), r.Coordinator.Flush()); err != nil {
			return err
		}
		if len(heard) == 0 || len(refused) == 0 {
			return errors.New("no bids came")
		}
		return nil
	})
	if err := stop(); err != nil {
		t.Fatal(err)
	}
	if got := <-heard; !cmp.Equal(got, Bids()) {
		t.Errorf("%+v", got)
	}
}

// nothingIsLost does tasks with two workers, of which one ends in the middle of
// each third, while the bus breaks and is mended.
func nothingIsLost(t *testing.T, r Rig) {
	const tasks = 60
	q := tasksOf(t, r)
	var hub *bus.Hub
	eventually(t, func() (err error) { hub, err = bus.NewHub(t.Context(), r.Coordinator, r.Replicas); return err })
	site, err := bus.NewSite(r.Site, Site)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 90*time.Second)
	defer cancel()
	var wg sync.WaitGroup
	receipts, told := map[proof.Hash]int{}, map[string]int{}
	var mu sync.Mutex
	for i := range 2 {
		w := workerOf(t, r)
		wg.Go(func() { doOrDie(ctx, w, i == 0) })
	}
	wg.Go(func() {
		for n := range uint64(tasks) {
			for ctx.Err() == nil && q.Offer(ctx, Site, Task(n), 0) != nil {
			}
		}
	})
	wg.Go(func() {
		for n := range tasks {
			id := strconv.Itoa(n)
			_ = site.Tell(ctx, "event", id, []byte(id)) // what arrives is counted below
		}
	})
	if r.Fault != nil {
		wg.Go(func() { r.Fault(t) })
	}
	check := func() {
		mu.Lock()
		defer mu.Unlock()
		if len(receipts) == tasks && len(told) == tasks {
			cancel()
		}
	}
	wg.Go(func() {
		_ = q.Results(ctx, func(_ context.Context, h work.Handed) error {
			mu.Lock()
			receipts[h.Commitment.Task]++
			mu.Unlock()
			check()
			return nil
		})
	})
	wg.Go(func() {
		_ = hub.Listen(ctx, "book", "event", func(_ context.Context, m bus.Message) error {
			mu.Lock()
			told[string(m.Body)]++
			mu.Unlock()
			check()
			return nil
		})
	})
	wg.Wait()
	if len(receipts) != tasks {
		t.Errorf("%d of %d tasks were done", len(receipts), tasks)
	}
	if len(told) != tasks {
		t.Errorf("%d of %d events arrived", len(told), tasks)
	}
}

// doOrDie does tasks; a mortal worker drops each third without a word.
func doOrDie(ctx context.Context, w *bus.Worker, mortal bool) {
	for n := 0; ctx.Err() == nil; {
		got, err := w.Take(ctx)
		if err != nil || got == nil {
			continue
		}
		if n++; mortal && n%3 == 0 {
			continue
		}
		_ = w.Done(ctx, got, commitment(got.Spec), nil) // what is not handed in comes again
	}
}
