// Package minertest is what every driver of miners has to do, as tests that run
// against whatever machine they are given: a simulated one, or a real one on a
// bench with [Bench.Advance] waiting.
package minertest

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/miner"
	"github.com/pouw-dem/pouwdem/internal/core/dispatch"
	"github.com/pouw-dem/pouwdem/internal/core/site"
)

// Wants are how the machine of a bench is to behave.
type Wants struct {
	Mute      bool   // commands are done and not answered
	WakeFails bool   // every wake fails
	Password  string // of the machine; the driver does not know it. Empty: the firmware's
}

// Bench is a machine that is awake at full power, with its driver.
type Bench struct {
	Driver  miner.Driver
	Advance func(d time.Duration)
	Watts   func() float64 // that it truly draws
	Break   func(boards int)
	Model   string
	Top     float64 // W
	THs     float64
	Mutes   bool // this firmware can leave a command unanswered
	Signs   bool // commands need a password
}

// Run runs the suite on benches that build makes.
func Run(t *testing.T, build func(t *testing.T, w Wants) Bench) {
	for name, test := range map[string]func(*testing.T, func(*testing.T, Wants) Bench){
		"says what it is":                     identifies,
		"is read":                             reads,
		"sleeps and wakes":                    sleepsAndWakes,
		"follows a power or says it cannot":   followsPower,
		"takes pools":                         takesPools,
		"shows a dead pool as dead":           showsDeadPool,
		"leaves a lost answer open":           lostAnswer,
		"names a wrong password":              wrongPassword,
		"does not claim a wake that failed":   failedWake,
		"shows a dead board":                  deadBoard,
		"gives up with its context":           givesUp,
		"reboots and comes back as it was":    reboots,
		"says the same however often it goes": repeats,
	} {
		t.Run(name, func(t *testing.T) { test(t, build) })
	}
}

func read(t *testing.T, b Bench) dispatch.Reading {
	t.Helper()
	r, err := b.Driver.Read(t.Context())
	if err != nil {
		t.Fatalf("read: %v", err)
	}
	return r
}

func near(got, want, share float64) bool { return got >= want*(1-share) && got <= want*(1+share) }

func identifies(t *testing.T, build func(*testing.T, Wants) Bench) {
	b := build(t, Wants{})
	id, err := b.Driver.Identify(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if id.Firmware == "" || id.Version == "" {
		t.Errorf("firmware %q, version %q", id.Firmware, id.Version)
	}
	for i := 1; i < len(id.Levels); i++ {
		if !(id.Levels[i].Watts > id.Levels[i-1].Watts) || id.Levels[0].THs != 0 {
			t.Errorf("levels do not rise from asleep: %v", id.Levels)
		}
	}
}

func reads(t *testing.T, build func(*testing.T, Wants) Bench) {
	b := build(t, Wants{})
	b.Advance(time.Minute)
	r := read(t, b)
	if r.State != dispatch.Hashing || !near(float64(r.THs), b.THs, 0.03) {
		t.Errorf("%s at %v TH/s; want hashing at %v", r.State, r.THs, b.THs)
	}
	if reports := b.Driver.Capabilities().Reports; reports != (r.Source == dispatch.Reported) {
		t.Errorf("capabilities say that it reports power: %v; the reading's source is %s", reports, r.Source)
	} else if reports && !near(r.Watts, b.Top, 0.05) {
		t.Errorf("%v W; want %v", r.Watts, b.Top)
	}
	if r.Boards != 3 || r.BoardsOf != 3 || r.TempC < 30 || r.Uptime <= 0 || r.At.IsZero() {
		t.Errorf("boards %d of %d, %v C, up %s, at %s", r.Boards, r.BoardsOf, r.TempC, r.Uptime, r.At)
	}
	if len(r.Pools) != 1 || !r.Pools[0].Alive || r.Pools[0].URL == "" || r.Pools[0].User == "" {
		t.Errorf("pools: %+v", r.Pools)
	}
}

func sleepsAndWakes(t *testing.T, build func(*testing.T, Wants) Bench) {
	b := build(t, Wants{})
	can := b.Driver.Capabilities()
	if err := b.Driver.Sleep(t.Context()); err != nil {
		t.Fatal(err)
	}
	b.Advance(can.Stop * 3 / 2)
	if r := read(t, b); r.State != dispatch.Asleep || r.THs > 0 || b.Watts() > 0.05*b.Top {
		t.Fatalf("%s after it was put to sleep, %v TH/s, draws %.0f W", r.State, r.THs, b.Watts())
	}
	if err := b.Driver.Wake(t.Context()); err != nil {
		t.Fatal(err)
	}
	b.Advance(can.Start / 20)
	if r := read(t, b); r.State == dispatch.Hashing {
		t.Error("hashing at once after it was woken")
	}
	b.Advance(can.Start * 3 / 2)
	if r := read(t, b); r.State != dispatch.Hashing || b.Watts() < 0.95*b.Top {
		t.Errorf("%s (%s) after it was woken, draws %.0f W of %.0f", r.State, r.Fault, b.Watts(), b.Top)
	}
}

func followsPower(t *testing.T, build func(*testing.T, Wants) Bench) {
	b := build(t, Wants{})
	can := b.Driver.Capabilities()
	err := b.Driver.SetPower(t.Context(), 0.8*b.Top)
	if !can.Power {
		if !errors.Is(err, dispatch.ErrUnsupported) {
			t.Errorf("got %v, want that it is not supported", err)
		}
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	b.Advance(can.Adjust * 3 / 2)
	r := read(t, b)
	if r.State != dispatch.Hashing || b.Watts() > 0.81*b.Top || b.Watts() < 0.5*b.Top {
		t.Errorf("%s, draws %.0f W; want at most %.0f", r.State, b.Watts(), 0.8*b.Top)
	}
	if r.LimitW == 0 && r.Profile == "" {
		t.Error("neither a limit nor a profile is read back")
	}
}

func somePools() []dispatch.Pool {
	return []dispatch.Pool{
		{URL: "stratum+tcp://one.invalid:3333", User: "house.a,b", Password: "x"},
		{URL: "stratum+tcp://two.invalid:443", User: "house.2", Password: "x"},
	}
}

func urls(pools []dispatch.Pool) (out []string) {
	for _, p := range pools {
		out = append(out, p.URL+" "+p.User)
	}
	return out
}

func takesPools(t *testing.T, build func(*testing.T, Wants) Bench) {
	b := build(t, Wants{})
	if !b.Driver.Capabilities().Pools {
		t.Skip("the firmware takes no pools")
	}
	if err := b.Driver.SetPools(t.Context(), somePools()); err != nil {
		t.Fatal(err)
	}
	b.Advance(b.Driver.Capabilities().Start)
	if r := read(t, b); !slices.Equal(urls(r.Pools), urls(somePools())) {
		t.Errorf("pools are %v", urls(r.Pools))
	}
	other := []dispatch.Pool{somePools()[1], {URL: "stratum+tcp://three.invalid:3333", User: "house.3", Password: "x"}}
	if err := b.Driver.SetPools(t.Context(), other); err != nil {
		t.Fatal(err)
	}
	b.Advance(b.Driver.Capabilities().Start)
	if r := read(t, b); !slices.Equal(urls(r.Pools), urls(other)) {
		t.Errorf("pools, set once more, are %v", urls(r.Pools))
	}
	if err := b.Driver.SetPools(t.Context(), nil); err == nil {
		t.Error("a machine may be left without a pool")
	}
}

func showsDeadPool(t *testing.T, build func(*testing.T, Wants) Bench) {
	b := build(t, Wants{})
	if !b.Driver.Capabilities().Pools {
		t.Skip("the firmware takes no pools")
	}
	err := b.Driver.SetPools(t.Context(), []dispatch.Pool{{URL: "stratum+tcp://dead.invalid:3333", User: "house.1"}})
	b.Advance(b.Driver.Capabilities().Start)
	r := read(t, b)
	i := slices.IndexFunc(r.Pools, func(p dispatch.Pool) bool { return p.URL == "stratum+tcp://dead.invalid:3333" })
	if i < 0 || r.Pools[i].Alive || r.Pools[i].Active {
		t.Errorf("a dead pool (%v) is read as %+v", err, r.Pools)
	}
}

func lostAnswer(t *testing.T, build func(*testing.T, Wants) Bench) {
	b := build(t, Wants{Mute: true})
	if !b.Mutes {
		t.Skip("this firmware answers")
	}
	if err := b.Driver.Sleep(t.Context()); !errors.Is(err, site.ErrUnknown) {
		t.Fatalf("got %v, want an unknown outcome", err)
	}
	b.Advance(b.Driver.Capabilities().Stop * 3 / 2)
	if r := read(t, b); r.State != dispatch.Asleep {
		t.Errorf("the read-back says %s; it was done all the same", r.State)
	}
}

func wrongPassword(t *testing.T, build func(*testing.T, Wants) Bench) {
	b := build(t, Wants{Password: "another"})
	if !b.Signs {
		t.Skip("the firmware asks for none")
	}
	err := b.Driver.Sleep(t.Context())
	if err == nil || errors.Is(err, site.ErrUnknown) {
		t.Errorf("got %v; want a refusal", err)
	}
	if b.Advance(time.Minute); b.Watts() < 0.9*b.Top {
		t.Error("and yet it sleeps")
	}
}

func failedWake(t *testing.T, build func(*testing.T, Wants) Bench) {
	b := build(t, Wants{WakeFails: true})
	can := b.Driver.Capabilities()
	if err := b.Driver.Sleep(t.Context()); err != nil {
		t.Fatal(err)
	}
	b.Advance(can.Stop * 3 / 2)
	if err := b.Driver.Wake(t.Context()); err != nil {
		t.Fatal(err)
	}
	b.Advance(can.Start * 2)
	if r := read(t, b); r.State == dispatch.Hashing || r.State == dispatch.Asleep || r.THs > 0 {
		t.Errorf("%s at %v TH/s after a wake that failed", r.State, r.THs)
	}
}

func deadBoard(t *testing.T, build func(*testing.T, Wants) Bench) {
	b := build(t, Wants{})
	b.Break(1)
	b.Advance(10 * time.Second)
	if r := read(t, b); r.Boards != 2 || r.BoardsOf != 3 || !near(float64(r.THs), b.THs*2/3, 0.05) {
		t.Errorf("boards %d of %d, %v TH/s of %v", r.Boards, r.BoardsOf, r.THs, b.THs)
	}
}

func givesUp(t *testing.T, build func(*testing.T, Wants) Bench) {
	b := build(t, Wants{})
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := b.Driver.Read(ctx); err == nil {
		t.Error("read without a context's leave")
	}
	if err := b.Driver.Sleep(ctx); err == nil {
		t.Error("put to sleep without a context's leave")
	}
}

func reboots(t *testing.T, build func(*testing.T, Wants) Bench) {
	b := build(t, Wants{})
	can := b.Driver.Capabilities()
	if !can.Reboot {
		t.Skip("the firmware cannot be rebooted")
	}
	if err := b.Driver.Reboot(t.Context()); err != nil && !errors.Is(err, site.ErrUnknown) {
		t.Fatal(err)
	}
	b.Advance(10 * time.Second)
	if b.Watts() > 0.5*b.Top {
		t.Errorf("draws %.0f W of %.0f right after", b.Watts(), b.Top)
	}
	b.Advance(can.Start * 2)
	if r := read(t, b); r.State != dispatch.Hashing {
		t.Errorf("%s (%s) after a reboot", r.State, r.Fault)
	}
}

func repeats(t *testing.T, build func(*testing.T, Wants) Bench) {
	b := build(t, Wants{})
	for range 3 {
		if err := b.Driver.Sleep(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	b.Advance(b.Driver.Capabilities().Stop * 3 / 2)
	for range 3 {
		if r := read(t, b); r.State != dispatch.Asleep {
			t.Fatalf("%s after it was put to sleep three times", r.State)
		}
	}
}
