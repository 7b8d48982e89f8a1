package app

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
)

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
		<-done[i]
		log.Debug("part stopped", "part", parts[i].name)
	}
	close(ends)
	for e := range ends {
		if e.err != nil && !errors.Is(e.err, context.Canceled) {
			failed = errors.Join(failed, fmt.Errorf("%s: %w", parts[e.index].name, e.err))
		}
	}
	return failed
}
