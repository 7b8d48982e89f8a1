// Package clock gives services and adapters their time: the wall's, or a
// simulated world's that runs faster. Packages in core take times as arguments
// and never see a clock.
package clock

import (
	"context"
	"time"
)

// Clock tells the time and waits on it. Implementations are safe for
// concurrent use.
type Clock interface {
	Now() time.Time
	// Sleep waits for d of this clock's time, or until ctx ends, whose error it
	// then returns.
	Sleep(ctx context.Context, d time.Duration) error
	// Speed is how many seconds pass on this clock in one second of the wall's.
	Speed() float64
}

// Wall is the machine's own clock, in UTC.
type Wall struct{}

// Now is the time, UTC.
func (Wall) Now() time.Time { return time.Now().UTC() }

// Speed is 1.
func (Wall) Speed() float64 { return 1 }

// Sleep waits for d.
func (Wall) Sleep(ctx context.Context, d time.Duration) error { return sleep(ctx, d) }

// Scaled is a clock that left from an origin and runs at a constant multiple of
// the wall's.
type Scaled struct {
	origin time.Time
	left   time.Time
	speed  float64
}

// NewScaled is a clock that shows origin now and runs speed times as fast as
// the wall's. A speed that is not positive counts as 1.
func NewScaled(origin time.Time, speed float64) Scaled {
	if !(speed > 0) {
		speed = 1
	}
	return Scaled{origin: origin.UTC(), left: time.Now(), speed: speed}
}

// Now is the scaled time, UTC.
func (s Scaled) Now() time.Time {
	return s.origin.Add(time.Duration(float64(time.Since(s.left)) * s.speed))
}

// Speed is the multiple.
func (s Scaled) Speed() float64 { return s.speed }

// Sleep waits for d of scaled time.
func (s Scaled) Sleep(ctx context.Context, d time.Duration) error {
	return sleep(ctx, time.Duration(float64(d)/s.speed))
}

func sleep(ctx context.Context, d time.Duration) error {
	if d <= 0 {
		return ctx.Err()
	}
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}
