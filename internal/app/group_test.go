package app

import (
	"context"
	"errors"
	"log/slog"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

func TestPartsStopInReverseOrder(t *testing.T) {
	var mu sync.Mutex
	var stopped []string
	make := func(name string) part {
		return part{name, func(ctx context.Context) error {
			<-ctx.Done()
			mu.Lock()
			defer mu.Unlock()
			stopped = append(stopped, name)
			return nil
		}}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := runParts(ctx, slog.New(slog.DiscardHandler), []part{make("store"), make("feeds"), make("ticks")}); err != nil {
		t.Fatal(err)
	}
	if want := []string{"ticks", "feeds", "store"}; !slices.Equal(stopped, want) {
		t.Errorf("stopped %v, want %v", stopped, want)
	}
}

func TestAPartThatFailsStopsTheRest(t *testing.T) {
	broken := errors.New("address in use")
	waits := part{"ticks", func(ctx context.Context) error { <-ctx.Done(); return nil }}
	fails := part{"api", func(context.Context) error { return broken }}
	if err := runParts(t.Context(), slog.New(slog.DiscardHandler), []part{waits, fails}); !errors.Is(err, broken) {
		t.Errorf("got %v, want the failing part's error", err)
	}
}

func TestAPartThatTakesLongToStopIsNamedWhileItIsWaitedFor(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var told strings.Builder
		begun := time.Now()
		slow := part{"recording", func(ctx context.Context) error {
			<-ctx.Done()
			time.Sleep(slowStop + time.Second)
			return nil
		}}
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		if err := runParts(ctx, slog.New(slog.NewTextHandler(&told, nil)), []part{slow}); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(told.String(), "part=recording") || time.Since(begun) != slowStop+time.Second {
			t.Errorf("after %s it was said: %s", time.Since(begun), &told)
		}
	})
}
