package stratum_test

import (
	"context"
	"crypto/tls"
	"math"
	"net"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"

	"github.com/pouw-dem/pouwdem/internal/adapter/simulate/pool"
	"github.com/pouw-dem/pouwdem/internal/adapter/simulate/rig"
	"github.com/pouw-dem/pouwdem/internal/adapter/stratum"
	"github.com/pouw-dem/pouwdem/internal/core/hashwork"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// In these tests a share of difficulty 1 takes 300 hashes, so that a processor
// finds many; a rig's hashrate of unit is one such share a second.
const (
	ease = 300.0 / (1 << 32)
	unit = float64(1 << 32)
)

type wall struct{}

func (wall) Now() time.Time { return time.Now() }
func (wall) Speed() float64 { return 1 }

// start runs until the test ends.
func start(t testing.TB, run func(context.Context) error) (stop func()) {
	ctx, cancel := context.WithCancel(context.Background())
	var group sync.WaitGroup
	group.Go(func() {
		if err := run(ctx); err != nil {
			t.Error(err)
		}
	})
	stop = sync.OnceFunc(func() { cancel(); group.Wait() })
	t.Cleanup(stop)
	return stop
}

func listen(t testing.TB, address string) net.Listener {
	t.Helper()
	l, err := net.Listen("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func startPool(t testing.TB, o pool.Options) (p *pool.Pool, address string, stop func()) {
	t.Helper()
	if o.Difficulty == 0 {
		o.Difficulty = 1
	}
	if o.Nonce2Size == 0 {
		o.Nonce2Size = 8
	}
	o.Ease = ease
	l := listen(t, "127.0.0.1:0")
	p = pool.New(o)
	return p, l.Addr().String(), start(t, func(ctx context.Context) error { return p.Run(ctx, l) })
}

func to(name, address string, weight float64) stratum.Destination {
	return stratum.Destination{Name: name, URLs: []string{"stratum+tcp://" + address}, User: "site." + name, Password: "x", Weight: weight}
}

// options are a router's that has forty shares a second of each machine, and
// plans ten times a second.
func options() stratum.Options {
	return stratum.Options{
		Mask: hashwork.GeneralPurpose, SharesPerMinute: 40 * 60, Start: 1, Lowest: 1e-3, Ease: ease,
		PlanEvery: 100 * time.Millisecond, Horizon: time.Second, Alone: 300 * time.Millisecond, RetryAfter: 50 * time.Millisecond,
	}
}

func startRouter(t testing.TB, o stratum.Options, destinations ...stratum.Destination) (r *stratum.Router, address string, stop func()) {
	t.Helper()
	r, err := stratum.New(o, destinations)
	if err != nil {
		t.Fatal(err)
	}
	l := listen(t, "127.0.0.1:0")
	stop = start(t, func(ctx context.Context) error { return r.Run(ctx, l) })
	return r, l.Addr().String(), stop
}

func startRig(t testing.TB, o rig.Options, pools ...string) (r *rig.Rig, stop func()) {
	for _, p := range pools {
		o.Pools = append(o.Pools, rig.Pool{Address: p, User: "member.rig", Password: "x"})
	}
	o.Ease, o.Clock = ease, wall{}
	if o.Hashrate == nil {
		o.Hashrate = func() float64 { return 40 * unit }
	}
	r = rig.New(o)
	return r, start(t, r.Run)
}

// eventually waits until something holds.
func eventually(t testing.TB, what string, holds func() bool) {
	t.Helper()
	for deadline := time.Now().Add(20 * time.Second); time.Now().Before(deadline); {
		if holds() {
			return
		}
		time.Sleep(5 * time.Millisecond)
	}
	t.Fatalf("it never came to this: %s", what)
}

func byName(r *stratum.Router, name string) stratum.DestinationStatus {
	for _, d := range r.Status().Destinations {
		if d.Name == name {
			return d
		}
	}
	return stratum.DestinationStatus{}
}

func TestSharesOfMachinesReachTheirPools(t *testing.T) {
	a, atA, _ := startPool(t, pool.Options{Seed: 1, Mask: 0x1fffe000})
	b, atB, _ := startPool(t, pool.Options{Seed: 2, Nonce2Size: 4, Mask: 0x3fffe000}) // more than it is asked for
	r, at, stopRouter := startRouter(t, options(), to("a", atA, 3), to("b", atB, 1))
	rigs := make([]*rig.Rig, 8)
	var stops []func()
	for i := range rigs {
		var stop func()
		rigs[i], stop = startRig(t, rig.Options{Seed: uint64(i), Extranonce: i%2 == 0, Rolling: i%3 != 0, Reconnects: true}, at)
		stops = append(stops, stop)
	}
	eventually(t, "both pools have shares", func() bool { return a.Totals().Accepted > 100 && b.Totals().Accepted > 30 })
	a.NewJob(false)
	b.NewJob(false)
	eventually(t, "and go on", func() bool { return a.Totals().Accepted > 300 && b.Totals().Accepted > 90 })
	for _, stop := range stops {
		stop()
	}
	eventually(t, "the pools have answered", func() bool {
		s := r.Status()
		return s.Destinations[0].Tally.Forwarded == s.Destinations[0].Tally.PoolAccepted && s.Destinations[1].Tally.Forwarded == s.Destinations[1].Tally.PoolAccepted
	})
	for name, p := range map[string]*pool.Pool{"a": a, "b": b} {
		total, tally := p.Totals(), byName(r, name).Tally
		if total.Low+total.Wrong+total.Duplicate+total.Stale > 0 {
			t.Errorf("pool %s refused shares: %+v", name, total)
		}
		if total.Accepted != tally.PoolAccepted || total.Users["site."+name] != total.Accepted {
			t.Errorf("pool %s has %+v, the router says %+v", name, total, tally)
		}
	}
	refused := 0
	for _, one := range rigs {
		refused += one.State().Refused
	}
	if refused > 0 {
		t.Errorf("%d shares of machines were refused", refused)
	}
	stopRouter()
}

func TestAHotSwitchLosesNoShare(t *testing.T) {
	a, atA, _ := startPool(t, pool.Options{Seed: 1, Mask: 0x1fffe000})
	b, atB, _ := startPool(t, pool.Options{Seed: 2, Mask: 0x00ffe000, Nonce2Size: 5}) // another mask, another size
	r, at, _ := startRouter(t, options(), to("a", atA, 1), to("b", atB, 0))
	one, stop := startRig(t, rig.Options{Extranonce: true, Rolling: true}, at)
	eventually(t, "it mines", func() bool { return a.Totals().Accepted > 10 })
	for i := range 6 {
		weights := [2]float64{float64(i % 2), float64((i + 1) % 2)}
		if err := r.Set(context.Background(), []stratum.Destination{to("a", atA, weights[0]), to("b", atB, weights[1])}); err != nil {
			t.Fatal(err)
		}
		before := [2]int{a.Totals().Accepted, b.Totals().Accepted}
		eventually(t, "the other pool has its shares", func() bool {
			if weights[0] > 0 {
				return a.Totals().Accepted > before[0]+15
			}
			return b.Totals().Accepted > before[1]+15
		})
	}
	stop()
	state := one.State()
	// A machine that is slow to answer may be moved once more; none is dropped.
	if state.Switches < 6 || state.Reconnects > 0 {
		t.Errorf("%d switches and %d reconnects, want at least 6 on the open connection", state.Switches, state.Reconnects)
	}
	if state.Refused+state.Stale > 0 || state.Found != state.Accepted+state.Lost {
		t.Errorf("shares were lost: %+v", state)
	}
	eventually(t, "the pools have all of them", func() bool {
		ta, tb := a.Totals(), b.Totals()
		return ta.Accepted+tb.Accepted == byName(r, "a").Tally.Forwarded+byName(r, "b").Tally.Forwarded
	})
	for name, p := range map[string]*pool.Pool{"a": a, "b": b} {
		if x := p.Totals(); x.Stale+x.Low+x.Wrong+x.Duplicate > 0 {
			t.Errorf("pool %s refused shares: %+v", name, x)
		}
	}
}

func TestAMachineThatTakesNoExtranonceIsToldToReconnect(t *testing.T) {
	a, atA, _ := startPool(t, pool.Options{Seed: 1})
	b, atB, stopB := startPool(t, pool.Options{Seed: 2})
	r, at, _ := startRouter(t, options(), to("a", atA, 0), to("b", atB, 1))
	one, _ := startRig(t, rig.Options{Reconnects: true}, at)
	eventually(t, "it mines", func() bool { return b.Totals().Accepted > 10 })
	stopB()
	eventually(t, "the other pool has its shares", func() bool { return a.Totals().Accepted > 10 })
	if s := one.State(); s.Reconnects == 0 || s.Switches != 0 {
		t.Errorf("%+v: want a reconnect and no switch", s)
	}
	if r.Status().Counts.Failovers == 0 || byName(r, "b").Failing == "" {
		t.Errorf("the loss of a pool is not told: %+v", r.Status())
	}
}

func TestWithoutAnyPoolMachinesGoToTheirOwnAndComeBack(t *testing.T) {
	own, atOwn, _ := startPool(t, pool.Options{Seed: 9})
	a, atA, stopA := startPool(t, pool.Options{Seed: 1})
	r, at, _ := startRouter(t, options(), to("a", atA, 1))
	good, _ := startRig(t, rig.Options{Extranonce: true}, at, atOwn)
	idle, _ := startRig(t, rig.Options{Extranonce: true, IdleOnLoss: true, Seed: 3}, at, atOwn)
	eventually(t, "they mine", func() bool { return good.State().Accepted > 10 && idle.State().Accepted > 10 })
	stopA()
	eventually(t, "one works for its own pool", func() bool { return own.Totals().Accepted > 10 && good.State().Pool == 1 })
	if !r.Status().Lonely || r.Status().Counts.SentAway == 0 {
		t.Errorf("the router does not say that machines were sent away: %+v", r.Status())
	}
	if idle.State().Pool != -1 {
		t.Error("the machine that idles on connection loss works for a pool")
	}
	l := listen(t, atA)
	start(t, func(ctx context.Context) error { return a.Run(ctx, l) })
	before := a.Totals().Accepted
	eventually(t, "both are back", func() bool {
		return good.State().Pool == 0 && idle.State().Pool == 0 && a.Totals().Accepted > before+10
	})
}

func TestKillingTheRouterLeavesMachinesHashing(t *testing.T) {
	own, atOwn, _ := startPool(t, pool.Options{Seed: 9})
	_, atA, _ := startPool(t, pool.Options{Seed: 1})
	_, at, kill := startRouter(t, options(), to("a", atA, 1))
	const machines = 10
	rigs := make([]*rig.Rig, machines)
	for i := range rigs {
		rigs[i], _ = startRig(t, rig.Options{Seed: uint64(i), Extranonce: i%2 == 0, Hashrate: func() float64 { return 5 * unit }}, at, atOwn)
	}
	eventually(t, "they mine", func() bool {
		for _, one := range rigs {
			if one.State().Accepted == 0 {
				return false
			}
		}
		return true
	})
	kill()
	eventually(t, "all of them work for their own pool", func() bool {
		for _, one := range rigs {
			if one.State().Pool != 1 {
				return false
			}
		}
		return own.Totals().Accepted >= machines
	})
}

func TestAMachineKeptOutGoesToItsOwnPool(t *testing.T) {
	own, atOwn, _ := startPool(t, pool.Options{Seed: 9})
	_, atA, _ := startPool(t, pool.Options{Seed: 1})
	r, at, _ := startRouter(t, options(), to("a", atA, 1))
	one, _ := startRig(t, rig.Options{Extranonce: true}, at, atOwn)
	eventually(t, "it mines", func() bool { return one.State().Accepted > 5 })
	if !r.Refuse("member.rig", time.Now().Add(time.Hour)) {
		t.Fatal("the machine is not known")
	}
	eventually(t, "it works for its own pool", func() bool { return own.Totals().Accepted > 5 })
}

func TestWeightsAreMetByShares(t *testing.T) {
	first, atA, _ := startPool(t, pool.Options{Seed: 1, Mask: 0x1fffe000})
	second, atB, _ := startPool(t, pool.Options{Seed: 2, Mask: 0x1fffe000})
	r, at, _ := startRouter(t, options(), to("a", atA, 70), to("b", atB, 30))
	for i := range 20 {
		rate := float64(10+i) * unit / 2
		startRig(t, rig.Options{Seed: uint64(i), Extranonce: true, Rolling: true, Hashrate: func() float64 { return rate }}, at)
	}
	part := func() (float64, float64) {
		a, b := byName(r, "a").Tally.Work, byName(r, "b").Tally.Work
		return a / (a + b), a + b
	}
	eventually(t, "within one percent of the weights", func() bool {
		first.NewJob(false)
		second.NewJob(false)
		a, work := part()
		return work > 800 && math.Abs(a-0.7) < 0.01
	})
}

func TestMachinesMayComeByTLS(t *testing.T) {
	a, atA, _ := startPool(t, pool.Options{Seed: 1, Mask: 0x1fffe000})
	certificate, roots := selfSigned(t)
	o := options()
	o.TLS = &tls.Config{Certificates: []tls.Certificate{certificate}}
	_, outer, _ := startRouter(t, o, to("a", atA, 1))
	// The router in front of it speaks TLS to what it takes for a pool.
	o = options()
	o.RootCAs = &tls.Config{RootCAs: roots}
	d := to("tls", outer, 1)
	d.URLs = []string{"stratum+ssl://" + outer}
	inner, at, _ := startRouter(t, o, d)
	startRig(t, rig.Options{Extranonce: true, Rolling: true}, at)
	eventually(t, "shares pass both", func() bool { return a.Totals().Accepted > 10 && byName(inner, "tls").Tally.PoolAccepted > 10 })
}
