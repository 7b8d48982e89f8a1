package fleet_test

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/clock/clocktest"
	"github.com/pouw-dem/pouwdem/internal/core/dispatch"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/service/fleet"
)

var start = time.Date(2026, 1, 15, 12, 0, 0, 0, time.UTC)

// rig is a machine of which the tests decide how it behaves.
type rig struct {
	mu     sync.Mutex
	clock  *clocktest.Clock
	awake  bool
	since  time.Time
	stop   time.Duration
	start  time.Duration
	deaf   bool // takes commands and does nothing
	lost   bool // does not answer
	mute   bool // does what it is told, and the answer is lost
	healed bool // a reboot makes it obey again
	orders []string
}

func (r *rig) Read(context.Context) (dispatch.Reading, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.lost {
		return dispatch.Reading{}, errors.New("no route to host")
	}
	got := dispatch.Reading{At: r.clock.Now(), Watts: r.watts(), Source: dispatch.Reported, Boards: 3, BoardsOf: 3}
	switch {
	case r.awake && r.watts() > 3400:
		got.State, got.THs = dispatch.Hashing, 200
	case r.awake || r.watts() > 100:
		got.State = dispatch.Starting
	default:
		got.State = dispatch.Asleep
	}
	return got, nil
}

// watts rises and falls in a straight line.
func (r *rig) watts() float64 {
	passed := r.clock.Now().Sub(r.since)
	if r.awake {
		return 25 + 3475*min(1, max(0, passed.Seconds()/r.start.Seconds()))
	}
	return 25 + 3475*(1-min(1, passed.Seconds()/r.stop.Seconds()))
}

func (r *rig) turn(awake bool, name string) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.orders = append(r.orders, name)
	if r.lost {
		return errors.New("no route to host")
	}
	if !r.deaf && r.awake != awake {
		r.awake, r.since = awake, r.clock.Now()
	}
	if r.mute {
		return fmt.Errorf("%s: %w", name, site.ErrUnknown)
	}
	return nil
}

func (r *rig) Sleep(context.Context) error             { return r.turn(false, "sleep") }
func (r *rig) Wake(context.Context) error              { return r.turn(true, "wake") }
func (r *rig) SetPower(context.Context, float64) error { return dispatch.ErrUnsupported }
func (r *rig) Reboot(context.Context) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.orders = append(r.orders, "reboot")
	if r.healed {
		r.deaf, r.awake, r.since = false, true, r.clock.Now()
	}
	return nil
}

// bench is a site with one class of machines.
type bench struct {
	*fleet.Fleet
	clock  *clocktest.Clock
	rigs   []*rig
	around *surroundings
	outlet *outlets
}

type surroundings struct{ now fleet.Situation }

func (s *surroundings) Situation(context.Context, string) fleet.Situation { return s.now }

// outlets are metered by the rigs behind them.
type outlets struct {
	rigs   []*rig
	cycled []string
}

func (o *outlets) Watts(context.Context) (map[string]float64, error) {
	watts := map[string]float64{}
	for i, r := range o.rigs {
		r.mu.Lock()
		watts[fmt.Sprint("o", i)] = r.watts()
		r.mu.Unlock()
	}
	return watts, nil
}

func (o *outlets) Cycle(_ context.Context, outlet string) error {
	o.cycled = append(o.cycled, outlet)
	return nil
}

func newBench(t *testing.T, n int, change func(*fleet.Config)) *bench {
	t.Helper()
	c := clocktest.New(start)
	b := &bench{clock: c, around: &surroundings{}, outlet: &outlets{}}
	cfg := fleet.Config{
		Site: site.Site{
			ID: "pecos", Limits: site.Limits{SiteMW: unit.MW(float64(n) * 3500 / 1e6)},
			Classes: []site.Class{{ID: "s21", Kind: site.ASIC, Units: n, Levels: levels()}},
		},
		Around: b.around, Live: true, Seed: 1, Clock: c, Log: slog.New(slog.DiscardHandler),
	}
	for i := range n {
		r := &rig{clock: c, awake: true, since: start.Add(-time.Hour), stop: 5 * time.Second, start: 2 * time.Minute}
		b.rigs = append(b.rigs, r)
		cfg.Members = append(cfg.Members, fleet.Member{
			Machine: dispatch.Machine{ID: fmt.Sprint("m", i), Class: "s21", Levels: levels()}, Driver: r, Outlet: fmt.Sprint("o", i),
			Can: dispatch.Capabilities{Sleep: true, Reboot: true, Reports: true, Stop: 10 * time.Second, Start: 150 * time.Second}, Loopback: true,
		})
	}
	b.outlet.rigs = b.rigs
	cfg.Outlets = b.outlet
	if change != nil {
		change(&cfg)
	}
	var err error
	if b.Fleet, err = fleet.New(cfg); err != nil {
		t.Fatal(err)
	}
	b.pass(t, 2*time.Second, nil)
	return b
}

func levels() []site.Level {
	return []site.Level{{Name: "asleep", Watts: 25}, {Name: "rated", Watts: 3500, THs: 200}}
}

// pass lets time go by in steps of a second; look is called after each.
func (b *bench) pass(t *testing.T, d time.Duration, look func()) {
	t.Helper()
	for ; d > 0; d -= time.Second {
		b.Step(t.Context())
		b.Quiesce()
		if look != nil {
			look()
		}
		b.clock.Sleep(t.Context(), time.Second)
	}
}

func (b *bench) mw() float64 {
	sum := 0.0
	for _, r := range b.rigs {
		r.mu.Lock()
		sum += r.watts() / 1e6
		r.mu.Unlock()
	}
	return sum
}

func (b *bench) set(t *testing.T, mw float64, id string) {
	t.Helper()
	if err := b.Set(t.Context(), "s21", unit.MW(mw), id); err != nil {
		t.Fatal(err)
	}
}

func TestAClassFollowsItsPlanDownAndUp(t *testing.T) {
	b := newBench(t, 100, nil)
	b.set(t, 0.1, "a")
	b.pass(t, time.Minute, nil)
	if mw := b.mw(); mw > 0.1 || mw < 0.1-0.0035 || !b.Settled() {
		t.Errorf("%.4f MW for a plan of 0.1, settled %v", mw, b.Settled())
	}
	readings, err := b.Read(t.Context())
	if err == nil && math.Abs(float64(readings[0].Power)-b.mw()) > 0.001 {
		t.Errorf("read %.4f MW, drawn %.4f", float64(readings[0].Power), b.mw())
	}
	b.set(t, 0.35, "b")
	b.pass(t, 5*time.Minute, nil)
	if mw := b.mw(); mw < 0.349 || !b.Settled() {
		t.Errorf("%.4f MW for a plan of 0.35, settled %v", mw, b.Settled())
	}
}

func TestTheSameRequestHasNoSecondEffect(t *testing.T) {
	b := newBench(t, 10, nil)
	b.set(t, 0, "a")
	b.pass(t, 30*time.Second, nil)
	b.set(t, 0.035, "a")
	b.pass(t, 5*time.Minute, nil)
	if b.mw() > 0.001 {
		t.Errorf("%.4f MW after a request that was known", b.mw())
	}
}

// A slice of what bench/fleet.sh does with 100 MW.
func TestALargeSiteGoesDownAndUpWithinItsRampsNeverAllAtOnce(t *testing.T) {
	const n, ramp = 3000, 40.0 // 10.5 MW; kW/s
	b := newBench(t, n, func(c *fleet.Config) { c.Ramp = dispatch.Ramp{Up: ramp, Down: 2 * ramp} })
	full := b.mw()
	var before float64
	var steepestUp, steepestDown float64
	window := []float64{}
	look := func() {
		now := b.mw()
		window = append(window, now)
		if before > 0 && len(window) > 10 {
			over := (now - window[len(window)-11]) * 1000 / 10 // kW/s over ten seconds
			steepestUp, steepestDown = max(steepestUp, over), min(steepestDown, over)
		}
		before = now
	}
	b.set(t, full/10, "down")
	b.pass(t, 5*time.Minute, look)
	if mw := b.mw(); mw > full/10+0.01 {
		t.Fatalf("%.2f MW five minutes after a plan of %.2f", mw, full/10)
	}
	b.set(t, full, "up")
	b.pass(t, 12*time.Minute, look)
	if mw := b.mw(); mw < full*0.99 {
		t.Fatalf("%.2f MW of %.2f twelve minutes later", mw, full)
	}
	// A machine more or less of slack.
	if steepestUp > ramp+0.5 || -steepestDown > 2*ramp+1 {
		t.Errorf("load rose at %.1f kW/s and fell at %.1f; the ramps are %.0f and %.0f", steepestUp, -steepestDown, ramp, 2*ramp)
	}
	if steepestUp < ramp/2 {
		t.Errorf("load rose at %.1f kW/s at most: the ramp of %.0f is not used", steepestUp, ramp)
	}
}

func TestAnOrderToShedIsHeldBackByNoRamp(t *testing.T) {
	b := newBench(t, 200, func(c *fleet.Config) { c.Ramp = dispatch.Ramp{Up: 1, Down: 1} })
	b.around.now.Shed = true
	b.set(t, 0, "shed")
	b.pass(t, 20*time.Second, nil)
	if mw := b.mw(); mw > 0.01 {
		t.Errorf("%.3f MW twenty seconds after an order to shed", mw)
	}
}

func TestNothingOffLoopbackIsCommandedBeforeControlIsLive(t *testing.T) {
	b := newBench(t, 5, func(c *fleet.Config) {
		c.Live = false
		for i := range c.Members {
			c.Members[i].Loopback = i == 0
		}
	})
	if b.Loopback() {
		t.Error("a fleet with machines elsewhere passes for one on this computer")
	}
	b.set(t, 0, "a")
	b.pass(t, time.Minute, nil)
	for i, r := range b.rigs {
		if i > 0 && len(r.orders) > 0 {
			t.Errorf("machine %d, off loopback, was told %v", i, r.orders)
		}
	}
	if len(b.rigs[0].orders) == 0 {
		t.Error("the machine on loopback was told nothing")
	}
	if _, err := b.Act(t.Context(), fleet.Action{Kind: "reboot", Machines: []string{"m1"}, By: "x", Reason: "y"}); err != nil {
		t.Fatal(err)
	}
	if b.pass(t, 5*time.Second, nil); len(b.rigs[1].orders) > 0 {
		t.Errorf("by hand it was told %v", b.rigs[1].orders)
	}
}

func TestALostAnswerIsUnknownUntilItIsReadBack(t *testing.T) {
	b := newBench(t, 1, nil)
	b.rigs[0].mute = true
	b.set(t, 0, "a")
	b.Step(t.Context())
	b.Quiesce()
	if got := b.Machines("s21")[0].Command; got.State != fleet.Unknown {
		t.Fatalf("%+v", got)
	}
	b.pass(t, 30*time.Second, nil)
	if got := b.Machines("s21")[0].Command; got.State != fleet.Confirmed || len(b.rigs[0].orders) != 1 {
		t.Errorf("%+v after %v", got, b.rigs[0].orders)
	}
}

func TestAMachineThatDoesNotFollowIsTriedAgainRebootedAndThenAPersonIsAsked(t *testing.T) {
	for name, healed := range map[string]bool{"a reboot helps": true, "it does not": false} {
		t.Run(name, func(t *testing.T) {
			b := newBench(t, 20, nil)
			b.set(t, 0, "down")
			b.pass(t, 30*time.Second, nil)
			b.rigs[0].deaf, b.rigs[0].healed = true, healed
			b.set(t, 0.07, "up")
			b.pass(t, 45*time.Minute, nil)
			want := "wake wake wake reboot"
			if got := strings.Join(b.rigs[0].orders[1:], " "); got != want {
				t.Errorf("it was told %s; want %s", got, want)
			}
			m := b.Machines("s21")[0]
			if healed != (m.Command.State == fleet.Confirmed) || healed == (m.Ask != nil) {
				t.Errorf("%+v, asked: %+v", m.Command, m.Ask)
			}
			if alarms := b.Alarms(); !healed && (len(alarms) == 0 || alarms[0].Key != "out/s21") {
				t.Errorf("alarms: %+v", alarms)
			}
		})
	}
}

func TestAnOutletIsTakenOffOnlyWithLeaveAndNeverUnderLoadInAnEmergencyOrAnAward(t *testing.T) {
	b := newBench(t, 20, func(c *fleet.Config) { c.Cycles = 1 })
	b.set(t, 0, "down")
	b.pass(t, 30*time.Second, nil)
	b.rigs[0].deaf, b.rigs[1].deaf = true, true
	b.set(t, 0.07, "up")
	b.pass(t, 45*time.Minute, nil)
	refused := func(says string) {
		t.Helper()
		if err := b.Cycle(t.Context(), "m0", "ann"); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("got %v; want %q", err, says)
		}
	}
	b.around.now = fleet.Situation{EEA: 1}
	refused("emergency")
	b.around.now = fleet.Situation{Award: true}
	refused("reserve")
	b.around.now = fleet.Situation{Unknown: true}
	refused("not known")
	b.around.now = fleet.Situation{}
	b.rigs[0].lost, b.rigs[0].awake, b.rigs[0].since = true, true, b.clock.Now().Add(-time.Hour)
	b.pass(t, 20*time.Second, nil)
	refused("under load")
	b.rigs[0].awake, b.rigs[0].lost = false, false
	b.rigs[0].since = b.clock.Now().Add(-time.Hour)
	b.pass(t, 20*time.Second, nil)
	if err := b.Cycle(t.Context(), "m0", "ann"); err != nil {
		t.Fatal(err)
	}
	if len(b.outlet.cycled) != 1 || b.outlet.cycled[0] != "o0" {
		t.Errorf("cycled %v", b.outlet.cycled)
	}
	if err := b.Cycle(t.Context(), "m1", "ann"); err == nil || !strings.Contains(err.Error(), "in the last hour") {
		t.Errorf("got %v; want the rate limit", err)
	}
}

func TestASpareTakesTheMachinesPlaceThatIsLost(t *testing.T) {
	b := newBench(t, 10, nil)
	b.set(t, 0.0178, "five") // five awake, five asleep
	b.pass(t, 2*time.Minute, nil)
	for i, r := range b.rigs {
		if r.awake {
			b.rigs[i].awake, b.rigs[i].lost, b.rigs[i].since = false, true, b.clock.Now()
			break
		}
	}
	b.pass(t, 15*time.Minute, nil)
	awake := 0
	for _, r := range b.rigs {
		if r.awake {
			awake++
		}
	}
	// What the lost machine draws is its outlet's word: nothing.
	if awake != 5 {
		t.Errorf("%d machines run; want a spare in the lost one's place", awake)
	}
}

func TestAMachineThatSomebodyElseWokeIsPutBack(t *testing.T) {
	b := newBench(t, 3, nil)
	b.set(t, 0, "a")
	b.pass(t, time.Minute, nil)
	b.rigs[1].turn(true, "by hand")
	b.pass(t, 6*time.Minute, nil)
	if b.rigs[1].awake {
		t.Error("it still runs")
	}
}

func TestActionsAreTriedDryAndHeldForATime(t *testing.T) {
	b := newBench(t, 10, nil)
	b.set(t, 0.035, "all")
	b.pass(t, 5*time.Second, nil)
	action := fleet.Action{Kind: "sleep", Class: "s21", DryRun: true, By: "ann", Reason: "fans", For: 10 * time.Minute}
	dry, err := b.Act(t.Context(), action)
	if err != nil || len(dry.Machines) != 10 || math.Abs(dry.DeltaMW+10*3475e-6) > 1e-9 {
		t.Fatalf("%+v, %v", dry, err)
	}
	if b.pass(t, 20*time.Second, nil); b.mw() < 0.034 {
		t.Fatal("a dry run did something")
	}
	action.DryRun = false
	if _, err := b.Act(t.Context(), action); err != nil {
		t.Fatal(err)
	}
	if b.pass(t, time.Minute, nil); b.mw() > 0.001 {
		t.Errorf("%.4f MW after all were put to sleep", b.mw())
	}
	if b.pass(t, 15*time.Minute, nil); b.mw() < 0.034 {
		t.Errorf("%.4f MW after their time with a person was over", b.mw())
	}
	b.set(t, 0, "none")
	b.pass(t, time.Minute, nil)
	b.around.now.EEA = 2
	if _, err := b.Act(t.Context(), fleet.Action{Kind: "wake", Class: "s21", By: "ann", Reason: "x"}); err == nil || !strings.Contains(err.Error(), "emergency") {
		t.Errorf("load raised by hand in an emergency: %v", err)
	}
}
