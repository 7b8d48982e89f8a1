package fleet_test

import (
	"context"
	"fmt"
	"log/slog"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/miner"
	"github.com/pouw-dem/pouwdem/internal/adapter/miner/discover"
	"github.com/pouw-dem/pouwdem/internal/adapter/simulate/miners"
	"github.com/pouw-dem/pouwdem/internal/clock/clocktest"
	"github.com/pouw-dem/pouwdem/internal/core/dispatch"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/service/fleet"
)

const (
	router = "stratum+tcp://router.invalid:3333"
	direct = "stratum+tcp://direct.invalid:3333"
)

// pooled is a site with machines of each firmware behind the real drivers, the
// first of which idle when they lose their pool.
func pooled(t *testing.T, each, idlers int, around fleet.Situation) (*bench, *miners.Farm) {
	t.Helper()
	c := clocktest.New(start)
	levels := []miners.Level{{Name: "asleep", Watts: 25}, {Name: "80T", Watts: 1657, THs: 80.5}, {Name: "default", Watts: 2794, THs: 121.8}}
	var specs []miners.Spec
	for _, firmware := range []string{"luxos", "braiins", "whatsminer3", "antminer"} {
		for range each {
			specs = append(specs, miners.Spec{Firmware: firmware, Model: "S19k Pro", Levels: levels, Quirks: miners.Quirks{WakeFails: -1, IdleOnLoss: len(specs) < idlers}})
		}
	}
	farm, err := miners.New(miners.Options{Specs: specs, Seed: 3, Clock: c})
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan struct{})
	go func() { defer close(done); farm.Run(ctx) }()
	t.Cleanup(func() { cancel(); <-done })
	cfg := fleet.Config{
		Around: &surroundings{around}, Live: true, Seed: 1, Clock: c, Log: slog.New(slog.DiscardHandler),
		Pools: func(machine string) []dispatch.Pool {
			return []dispatch.Pool{{URL: router, User: "pecos." + machine, Password: "x"}, {URL: direct, User: "house." + machine, Password: "x"}}
		},
	}
	class := site.Class{ID: "mixed", Kind: site.ASIC, Units: len(specs)}
	for _, l := range levels {
		class.Levels = append(class.Levels, site.Level{Name: l.Name, Watts: l.Watts, THs: unit.THs(l.THs)})
	}
	cfg.Site = site.Site{ID: "pecos", Limits: site.Limits{SiteMW: class.MaxMW()}, Classes: []site.Class{class}}
	for i, address := range farm.Addresses() {
		d, err := discover.Open(specs[i].Firmware, miner.Config{Address: address, Clock: c}, nil)
		if err != nil {
			t.Fatal(err)
		}
		cfg.Members = append(cfg.Members, fleet.Member{
			Machine: dispatch.Machine{ID: fmt.Sprint("m", i), Class: "mixed", Levels: class.Levels}, Driver: d, Can: d.Capabilities(), Loopback: true,
		})
	}
	b := &bench{clock: c}
	if b.Fleet, err = fleet.New(cfg); err != nil {
		t.Fatal(err)
	}
	b.pass(t, 2*time.Second, nil)
	return b, farm
}

// guards counts machines by how their pools stand.
func (b *bench) guards() map[dispatch.Guard]int {
	counts := map[dispatch.Guard]int{}
	for _, m := range b.Machines("") {
		counts[m.Guard]++
	}
	return counts
}

// Every machine is given the router and a pool of its own; the router's end moves
// the site by less than its ramp, and what it stops is told.
func TestTheEndOfTheRouterMovesTheSiteByLessThanItsRamp(t *testing.T) {
	const each, idlers = 10, 1
	const rampShare = 0.10 // of the site in a minute
	b, farm := pooled(t, each, idlers, fleet.Situation{})
	for range 60 { // one machine at a time, and stock firmware restarts for it
		if b.guards()[dispatch.Guarded] == 4*each && b.Settled() {
			break
		}
		b.pass(t, time.Minute, nil)
	}
	if got := b.guards(); got[dispatch.Guarded] != 4*each {
		t.Fatalf("pools stand so: %v", got)
	}
	b.pass(t, 15*time.Minute, nil) // until those that restarted for it hash again
	full := farm.KW()
	farm.Lose(router, true)
	var trace []float64
	b.pass(t, 3*time.Minute, func() { trace = append(trace, farm.KW()) })
	if low := slices.Min(trace); full-low > rampShare*full || full-low < 0.5*full/(4*each) {
		t.Errorf("from %.1f kW to %.1f when the router was gone; the ramp is %.1f a minute", full, low, rampShare*full)
	}
	var idle []string
	for _, m := range b.Machines("") {
		if m.Idle {
			idle = append(idle, m.ID)
		}
	}
	if !slices.Equal(idle, []string{"m0"}) {
		t.Errorf("said to idle without a pool: %v; want m0", idle)
	}
	if !slices.ContainsFunc(b.Alarms(), func(a fleet.Alarm) bool { return a.Key == "idle/mixed" && strings.Contains(a.Text, "m0") }) {
		t.Errorf("alarms: %+v", b.Alarms())
	}
	farm.Lose(router, false)
	b.pass(t, 20*time.Minute, nil)
	if back := farm.KW(); math.Abs(back-full) > 0.02*full || len(b.Alarms()) > 0 {
		t.Errorf("%.1f kW of %.1f when the router was back, alarms %+v", back, full, b.Alarms())
	}
}

// Without pools of their own the same machines all stop: what the pools are for.
func TestMachinesWithoutAPoolOfTheirOwnStopWithTheRouter(t *testing.T) {
	b, farm := pooled(t, 2, 0, fleet.Situation{})
	full := farm.KW()
	farm.Lose("stratum+tcp://pool.invalid:3333", true) // the only one that they have
	b.clock.Sleep(t.Context(), time.Minute)
	if low := farm.KW(); low > 0.3*full {
		t.Errorf("%.1f kW of %.1f without any pool", low, full)
	}
}

func TestPoolsAreNotTouchedWhileAReserveIsHeld(t *testing.T) {
	for _, around := range []fleet.Situation{{Award: true}, {EEA: 2}, {Shed: true}, {Unknown: true}, {}} {
		b, _ := pooled(t, 1, 0, around)
		b.pass(t, 5*time.Minute, nil)
		if given := b.guards()[dispatch.Guarded]; (given > 0) != (around == fleet.Situation{}) {
			t.Errorf("%+v: %d machines were given pools", around, given)
		}
	}
}
