package app

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"
)

// slowStop is how long a part may take to stop before whoever waits is told
// which it is.
const slowStop = 10 * time.Second

// part is something that runs until its context ends.
type part struct {
	name string
	run  func(ctx context.Context) error
}

// runParts starts the parts in order and blocks until ctx ends or one of them
// fails; then it stops them in reverse, each wholly before the next, so that
// what a part stands on outlives it.
func runParts(ctx context.Context, log *slog.Logger, parts []part) error {
	type ended struct {
		index int
		err   error
	}
	ends := make(chan ended, len(parts))
	cancels := make([]context.CancelFunc, len(parts))
	done := make([]chan struct{}, len(parts))
	for i, p := range parts {
		own, cancel := context.WithCancel(context.WithoutCancel(ctx))
		cancels[i], done[i] = cancel, make(chan struct{})
		go func() {
			defer close(done[i])
			ends <- ended{i, p.run(own)}
		}()
	}
	var failed error
	select {
	case <-ctx.Done():
	case e := <-ends:
		failed = fmt.Errorf("%s ended early: %w", parts[e.index].name, e.err)
		if e.err == nil {
			failed = fmt.Errorf("%s ended early", parts[e.index].name)
		}
	}
	for i := len(parts) - 1; i >= 0; i-- {
		cancels[i]()
		awaitEnd(log, parts[i].name, done[i])
	}
	close(ends)
	for e := range ends {
		if e.err != nil && !errors.Is(e.err, context.Canceled) {
			failed = errors.Join(failed, fmt.Errorf("%s: %w", parts[e.index].name, e.err))
		}
	}
	return failed
}

// awaitEnd waits for a part to stop, and says which one it is where that takes
// long: a second signal ends the process at once.
func awaitEnd(log *slog.Logger, name string, done <-chan struct{}) {
	began := time.Now()
	slow := time.AfterFunc(slowStop, func() {
		log.Warn("a part takes long to stop; another signal ends the process at once", "part", name)
	})
	<-done
	if !slow.Stop() {
		log.Warn("the part that took long has stopped", "part", name, "seconds", int(time.Since(began).Seconds()))
		return
	}
	log.Debug("part stopped", "part", name)
}
