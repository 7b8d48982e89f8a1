package controller_test

import (
	"bytes"
	"errors"
	"math"
	"regexp"
	"testing"
	"testing/synctest"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/service/controller"
)

// restarting is a bench of regulation whose controller can be replaced by a new
// one on the same store and the same machines.
func restarting(t *testing.T) (b *bench, restart func()) {
	var cfg controller.Config
	b = regulated(t, func(c *controller.Config) { cfg = *c })
	return b, func() {
		c, err := controller.New(cfg)
		if err != nil {
			t.Fatal(err)
		}
		b.Controller = c
	}
}

// signal asks for mw every four seconds, n times.
func (b *bench) signal(mw unit.MW, n int) {
	b.t.Helper()
	for range n {
		if err := b.Regulate(b.t.Context(), "west", mw); err != nil {
			b.t.Error(err)
		}
		time.Sleep(4 * time.Second)
	}
}

// cameTo is the summary of the interval that began first, as the tick after it
// saw it; nil where there is none.
func (b *bench) cameTo() *site.Regulation {
	b.t.Helper()
	for _, d := range b.decisions() {
		for _, m := range d.Input.State.Pending {
			if m.Interval.Start.Equal(begin()) && m.Measured {
				return m.Regulation
			}
		}
	}
	b.t.Fatal("the first interval was not measured")
	return nil
}

func (b *bench) drawn() (mw unit.MW) {
	b.machines.do(func(m *machines) { mw = m.power["s19"] })
	return mw
}

func TestARestartInAnIntervalCountsTheRegulationBeforeIt(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b, restart := restarting(t)
		defer b.close()
		// From 30 s to 98 s under the first process, from 121 s to 181 s under the
		// next, and 12 to 14 s more until the load is returned.
		b.during(100*time.Second, 30*time.Second, func() { b.signal(-1, 17) })
		time.Sleep(20 * time.Second)
		restart()
		b.during(9*time.Minute, time.Second, func() { b.signal(-1, 15) })
		got := b.cameTo()
		if got == nil || got.Points != 32 || !got.Partial {
			t.Fatalf("%+v: want the 17 deployments before the restart and the 15 after, as a part", got)
		}
		if stood := -float64(got.MeanMW) * 300; stood < 151+8 || stood > 151+14 {
			t.Errorf("%.1f MW-s deployed: want 1 MW from 30 s until it was returned, which machines held meanwhile", stood)
		}
		if got.ErrorMW > 1e-6 {
			t.Errorf("the meter was %.3f MW off machines that follow", float64(got.ErrorMW))
		}
	})
}

func TestAfterARestartTheLoadIsReturnedWhereTheSignalIsGone(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b, restart := restarting(t)
		defer b.close()
		b.during(40*time.Second, 30*time.Second, func() { b.signal(-1, 2) })
		if got := b.drawn(); got != 9 {
			t.Fatalf("%g MW when the process ended: want 9, as deployed", float64(got))
		}
		time.Sleep(20 * time.Second)
		restart()
		b.run(15 * time.Second)
		if got := b.drawn(); got != 10 {
			t.Errorf("%g MW: want the plan's 10", float64(got))
		}
	})
}

func TestAProcessThatIsKilledLosesTenSecondsOfRegulationAtMost(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b, restart := restarting(t)
		defer b.close()
		var kept []byte
		b.during(3*time.Minute, 30*time.Second, func() {
			b.signal(-1, 20)
			var err error
			if kept, _, err = b.store.Setting(t.Context(), "regulation/west"); err != nil {
				t.Error(err)
			}
		})
		// As if it had been killed after the twentieth: what was kept later is gone.
		if err := b.store.PutSetting(t.Context(), "regulation/west", kept); err != nil {
			t.Fatal(err)
		}
		restart()
		b.run(4 * time.Minute)
		if got := b.cameTo(); got == nil || got.Points < 17 || !got.Partial {
			t.Errorf("%+v: want at least 17 of the 20 deployments, as a part", got)
		}
	})
}

// The clock of a simulated world goes back to the newest decision.
func TestWhatAWorldLivesAgainIsNotCountedTwice(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b, restart := restarting(t)
		defer b.close()
		b.during(100*time.Second, 30*time.Second, func() { b.signal(-1, 17) })
		kept, _, err := b.store.Setting(t.Context(), "regulation/west")
		later := regexp.MustCompile(`"until":"[^"]*"`).ReplaceAll(kept, []byte(`"until":"2000-01-01T00:02:30Z"`))
		if err = errors.Join(err, b.store.PutSetting(t.Context(), "regulation/west", later)); err != nil || bytes.Equal(kept, later) {
			t.Fatal(err)
		}
		restart()
		b.during(9*time.Minute, time.Second, func() { b.signal(-1, 15) })
		if got := b.cameTo(); got == nil || got.Points != 15 || !got.Partial {
			t.Errorf("%+v: want the 15 deployments after the restart, as a part", got)
		}
	})
}

func TestARestartAfterTheSignalHasEndedMissesNothing(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b, restart := restarting(t)
		defer b.close()
		b.during(2*time.Minute, 30*time.Second, func() { b.signal(-1, 5) })
		restart()
		b.run(5 * time.Minute)
		got := b.cameTo()
		if got == nil || got.Points != 5 || got.Partial || math.Abs(float64(got.MeanMW)*300+29) > 2 {
			t.Errorf("%+v: want 5 deployments of 1 MW that stood for 29 s, whole", got)
		}
	})
}
