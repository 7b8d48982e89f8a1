package fleet_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/clock/clocktest"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/service/fleet"
)

// faster is a test's clock in a world that runs faster than time.
type faster struct {
	*clocktest.Clock
	speed float64
}

func (f faster) Speed() float64 { return f.speed }

// plainMeter shows a constant power, a closed breaker and an armed relay.
type plainMeter struct{}

func (plainMeter) ReadMeter(context.Context) (unit.MW, unit.MWh, error) { return 0.0035, 1, nil }

func (plainMeter) ReadSwitchgear(context.Context) (*site.Switchgear, error) {
	return &site.Switchgear{Closed: true, Armed: true}, nil
}

// In a world that runs faster than time the meter is read once a second of the
// wall's clock, which is further apart than five minutes of the world's.
func TestTheMeterIsNotLostBetweenItsReadingsHoweverFastTheWorldRuns(t *testing.T) {
	for _, speed := range []float64{1, 60, 600} {
		b := newBench(t, 1, func(cfg *fleet.Config) {
			cfg.Meter = plainMeter{}
			cfg.Clock = faster{cfg.Clock.(*clocktest.Clock), speed}
		})
		b.pass(t, 25*time.Minute, func() {
			readings, err := b.Read(t.Context())
			if err != nil {
				t.Fatalf("at %g times: %v", speed, err)
			}
			if last := readings[len(readings)-1]; last.Class != "" || last.Switchgear == nil || !last.Switchgear.Closed {
				t.Fatalf("at %g times the site's meter tells %+v", speed, last)
			}
			if slices.ContainsFunc(b.Alarms(), func(a fleet.Alarm) bool { return a.Key == "meter" }) {
				t.Fatalf("at %g times the meter counts as lost", speed)
			}
		})
	}
}
