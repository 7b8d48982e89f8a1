package bus_test

import (
	"context"
	"sync"
	"syscall"
	"testing"

	"github.com/pouw-dem/pouwdem/internal/adapter/bus"
	"github.com/pouw-dem/pouwdem/internal/adapter/bus/bustest"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
	"github.com/pouw-dem/pouwdem/internal/core/work"
)

// BenchmarkATaskThroughTheBus is a task from its offer to its result in the
// coordinator's hands, nothing computed, with every write on the disk before it is
// acknowledged; a few are under way at a time.
func BenchmarkATaskThroughTheBus(b *testing.B) {
	k, err := bus.NewKey()
	if err != nil {
		b.Fatal(err)
	}
	s, err := bus.Embed(bus.ServerConfig{Dir: b.TempDir(), Users: []bus.User{{Name: "coordinator", Role: bus.RoleCoordinator, Public: k.Public()}}})
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	ctx, cancel := context.WithCancel(b.Context())
	defer cancel()
	nc, err := s.Connect(k, bustest.Quiet())
	if err != nil {
		b.Fatal(err)
	}
	defer nc.Close()
	q, err := bus.NewTasks(ctx, nc, 1, bus.Lease)
	if err != nil {
		b.Fatal(err)
	}
	const workers, desks = 4, 4
	var wg sync.WaitGroup
	for range workers {
		w, err := bus.NewWorker(ctx, nc, "bench", []work.Class{work.Light}, work.SizeSmall)
		if err != nil {
			b.Fatal(err)
		}
		wg.Go(func() {
			for ctx.Err() == nil {
				t, err := w.Take(ctx)
				if err != nil || t == nil {
					continue
				}
				if err := w.Done(ctx, t, work.Commitment{Task: t.Spec.Digest(), Count: 1}, nil); err != nil && ctx.Err() == nil {
					b.Error(err)
				}
			}
		})
	}
	if err := q.Offer(ctx, "bench", bustest.Task(1<<40), 0); err != nil {
		b.Fatal(err)
	}
	before := processorTime(b)
	b.ResetTimer()
	for d := range desks {
		wg.Go(func() {
			for n := d; n < b.N; n += desks {
				if err := q.Offer(ctx, "bench", bustest.Task(uint64(n)), 0); err != nil && ctx.Err() == nil {
					b.Error(err)
				}
			}
		})
	}
	var mu sync.Mutex
	done := map[proof.Hash]bool{}
	if err := q.Results(ctx, func(_ context.Context, h work.Handed) error {
		mu.Lock()
		defer mu.Unlock()
		if done[h.Commitment.Task] = true; len(done) > b.N {
			cancel()
		}
		return nil
	}); err != nil {
		b.Fatal(err)
	}
	b.StopTimer()
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "tasks/s")
	b.ReportMetric((processorTime(b)-before)*1000/float64(b.N), "cpu-ms/task")
	wg.Wait()
}

// processorTime is what the process has used, s: server, coordinator and workers.
func processorTime(b *testing.B) float64 {
	b.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return float64(u.Utime.Sec+u.Stime.Sec) + float64(u.Utime.Usec+u.Stime.Usec)/1e6
}
