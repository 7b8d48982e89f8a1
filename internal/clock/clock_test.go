package clock_test

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"github.com/pouw-dem/pouwdem/internal/clock"
)

func TestAScaledClockRunsFasterThanTheWall(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		origin := time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)
		c := clock.NewScaled(origin, 60)
		wall := time.Now()
		if err := c.Sleep(t.Context(), 5*time.Minute); err != nil {
			t.Fatal(err)
		}
		if took := time.Since(wall); took != 5*time.Second {
			t.Errorf("five minutes took %s of the wall, want 5 s", took)
		}
		if got := c.Now().Sub(origin); got != 5*time.Minute {
			t.Errorf("the clock moved by %s, want 5m0s", got)
		}
	})
}

func TestSleepEndsWithItsContext(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		why := errors.New("stopped")
		ctx, cancel := context.WithCancelCause(t.Context())
		cancel(why)
		if err := (clock.Wall{}).Sleep(ctx, time.Hour); !errors.Is(err, why) {
			t.Errorf("got %v, want the cause", err)
		}
	})
}
