package app

import (
	"context"
	"log/slog"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/config"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/service/fleet"
)

// TestTheNodesOfTheDefaultFleetFollowAPlan drives webb's nodes as run does: half
// through their agents, half through slurmrestd.
func TestTheNodesOfTheDefaultFleetFollowAPlan(t *testing.T) {
	cfg, err := config.Load(config.Options{})
	if err != nil {
		t.Fatal(err)
	}
	// Of all sites the one with nodes.
	cfg.Sites = slices.DeleteFunc(cfg.Sites, func(s config.Site) bool { return s.ID != "webb" })
	sites, err := cfg.BuildSites()
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	c, log := clock.NewScaled(time.Now(), 120), slog.New(slog.DiscardHandler)
	world, err := newStandIns(ctx, "127.0.0.1:0", cfg, sites, c, log)
	if err != nil {
		t.Fatal(err)
	}
	world.point(cfg)
	_, fleets, err := newMembers(ctx, newYard(cfg, sites, calmly{}, c, log))
	if err != nil {
		t.Fatal(err)
	}
	f := fleets["webb"]
	var group sync.WaitGroup
	t.Cleanup(func() { cancel(); group.Wait() })
	group.Go(func() {
		if err := runParts(ctx, log, append(world.parts(), part{"fleet", f.Run})); err != nil {
			t.Error(err)
		}
	})
	class, _ := sites[0].Class("h100")
	within := func(what string, holds func() bool) {
		t.Helper()
		for range 600 {
			if holds() {
				return
			}
			time.Sleep(100 * time.Millisecond)
		}
		for _, m := range f.Machines("h100") {
			t.Log(m.ID, m.Firmware, m.State, m.CapW, m.Tiers, m.Command.Kind, m.Command.State, m.Command.Error)
		}
		t.Fatalf("a minute passed and not: %s", what)
	}
	plan := func(id string, total, sold unit.MW) {
		t.Helper()
		if err := f.Admit(ctx, "h100", []site.Allocation{{Class: "h100", Use: site.Infer, Tier: "sold", MW: sold}}); err != nil {
			t.Fatal(err)
		}
		if err := f.Set(ctx, "h100", total, id); err != nil {
			t.Fatal(err)
		}
	}
	count := func(firmware string, fits func(m *fleet.State) bool) (n int) {
		for _, m := range f.Machines("h100") {
			if m.Firmware == firmware && m.Command.State == fleet.Confirmed && fits(&m) {
				n++
			}
		}
		return n
	}
	within("every node is read", func() bool { _, err := f.Read(ctx); return err == nil && f.Stats().Reads >= 64 })
	plan("capped", 0.75*class.MaxMW(), 0.75*class.MaxMW())
	sold := func(m *fleet.State) bool {
		return m.CapW < 9700 && m.CapW > 9400 && slices.Equal(m.Tiers, []string{"sold"})
	}
	within("every node is capped at three quarters and takes what is sold alone", func() bool { return count("nvml", sold) == 32 && count("slurm", sold) == 32 })
	plan("off", class.AsleepMW(), 0)
	off := func(m *fleet.State) bool { return m.Jobs == 0 && m.ActualW < 1400 }
	within("every node is drained", func() bool { return count("nvml", off) == 32 && count("slurm", off) == 32 })
	if kw := world.farms.nodes["webb/h100"].KW(); kw > 1000*float64(class.AsleepMW())*1.01 {
		t.Errorf("%.1f kW drawn by nodes that are all drained", kw)
	}
}

// calmly is a site at which nothing speaks against anything.
type calmly struct{}

func (calmly) Situation(context.Context, string) fleet.Situation { return fleet.Situation{} }
