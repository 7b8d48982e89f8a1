// Package worker does tasks: it takes one from the queue, solves it, commits the
// answer, and opens the leaves that it is asked for. It keeps nothing beyond the
// last results; a worker that is killed loses its task to another.
//
// It is not for checking results (service/taskmarket).
package worker

import (
	"context"
	"crypto/ed25519"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/core/grid"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
	"github.com/pouw-dem/pouwdem/internal/core/work"
)

// Task is a task that was taken.
type Task interface {
	Spec() work.Spec
	Keep() error
	Return() error
	Drop(ctx context.Context, why string) error
}

// Queue gives tasks out and takes commitments.
type Queue interface {
	// Take waits a while for a task; nil where none came.
	Take(ctx context.Context) (Task, error)
	Case(ctx context.Context, s work.Spec) ([]byte, error)
	// Done hands a result in, with all its leaves where they are few.
	Done(ctx context.Context, t Task, c work.Commitment, opened []work.Opening) error
}

// Config is what a Worker needs.
type Config struct {
	Queue   Queue
	Key     ed25519.PrivateKey
	Threads int // for one task
	Log     *slog.Logger
}

// Worker does tasks.
type Worker struct {
	cfg  Config
	done atomic.Int64

	mu     sync.Mutex
	held   map[proof.Hash]*work.Result
	order  []proof.Hash
	parsed proof.Hash // the case that text is of
	text   []byte
}

// heldResults is how many results are kept to open leaves of.
const heldResults = 6

// New is a worker; it does nothing before Run.
func New(cfg Config) *Worker {
	return &Worker{cfg: cfg, held: map[proof.Hash]*work.Result{}}
}

// Public is the worker's key.
func (w *Worker) Public() (k work.Worker) {
	copy(k[:], w.cfg.Key.Public().(ed25519.PublicKey))
	return k
}

// Finished is how many tasks were done.
func (w *Worker) Finished() int64 { return w.done.Load() }

// Open gives leaves of a result that is still held.
func (w *Worker) Open(task proof.Hash, indices []int) ([]work.Opening, error) {
	w.mu.Lock()
	r, ok := w.held[task]
	w.mu.Unlock()
	if !ok {
		return nil, fmt.Errorf("task %s is not held any more", task)
	}
	return r.Open(indices)
}

// Run takes tasks until ctx ends.
func (w *Worker) Run(ctx context.Context) error {
	for ctx.Err() == nil {
		t, err := w.cfg.Queue.Take(ctx)
		if t != nil {
			w.work(ctx, t)
			continue
		}
		if err != nil && ctx.Err() == nil {
			w.cfg.Log.WarnContext(ctx, "no task to be had", "error", err)
		}
		if (clock.Wall{}).Sleep(ctx, 20*time.Millisecond) != nil {
			return nil
		}
	}
	return nil
}

// work does one task. What cannot be done by anybody is dropped with the reason;
// what failed here goes back.
func (w *Worker) work(ctx context.Context, t Task) {
	r, err := w.solve(ctx, t)
	switch {
	case err == nil:
		var opened []work.Opening
		if opened, err = w.hold(r); err != nil {
			break
		}
		if err = w.cfg.Queue.Done(ctx, t, r.Commitment, opened); err == nil {
			w.done.Add(1)
			return
		}
	case errors.Is(err, work.ErrSpec) || errors.Is(err, grid.ErrCase):
		err = errors.Join(err, t.Drop(ctx, err.Error()))
	default:
		err = errors.Join(err, t.Return())
	}
	if ctx.Err() == nil {
		w.cfg.Log.WarnContext(ctx, "task not done", "task", t.Spec().Digest().String(), "error", err)
	}
}

func (w *Worker) solve(ctx context.Context, t Task) (*work.Result, error) {
	s := t.Spec()
	text, err := w.caseOf(ctx, s)
	if err != nil {
		return nil, err
	}
	stop := w.keep(ctx, t)
	defer stop()
	q, err := s.Build(text)
	if err != nil {
		return nil, err
	}
	return work.Solve(q, w.cfg.Key, w.cfg.Threads)
}

// keep says every few seconds that the task is being worked on.
func (w *Worker) keep(ctx context.Context, t Task) (stop func()) {
	ctx, cancel := context.WithCancel(ctx)
	var wg sync.WaitGroup
	wg.Go(func() {
		const beat = 5 * time.Second
		for (clock.Wall{}).Sleep(ctx, beat) == nil {
			if err := t.Keep(); err != nil {
				return // the lease ends, and another takes the task
			}
		}
	})
	return func() { cancel(); wg.Wait() }
}

// caseOf keeps the newest case: tasks come in runs about one.
func (w *Worker) caseOf(ctx context.Context, s work.Spec) ([]byte, error) {
	w.mu.Lock()
	text, have := w.text, w.parsed == s.Case
	w.mu.Unlock()
	if have {
		return text, nil
	}
	text, err := w.cfg.Queue.Case(ctx, s)
	if err != nil {
		return nil, err
	}
	w.mu.Lock()
	w.text, w.parsed = text, s.Case
	w.mu.Unlock()
	return text, nil
}

// hold keeps a result whose leaves will be asked for; those of a small one are
// given at once.
func (w *Worker) hold(r *work.Result) ([]work.Opening, error) {
	if n := r.Commitment.Count; n <= work.WholeUpTo {
		all := make([]int, n)
		for i := range all {
			all[i] = i
		}
		return r.Open(all)
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	task := r.Commitment.Task
	if _, ok := w.held[task]; !ok {
		w.order = append(w.order, task)
	}
	w.held[task] = r
	if len(w.order) > heldResults {
		delete(w.held, w.order[0])
		w.order = slices.Delete(w.order, 0, 1)
	}
	return nil, nil
}
