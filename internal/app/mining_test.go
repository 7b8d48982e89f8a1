package app

import (
	"context"
	"fmt"
	"log/slog"
	"math"
	"net/http"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/store"
	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/config"
	"github.com/pouw-dem/pouwdem/internal/core/episode"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// TestHashrateFollowsThePlanAndTheWeights lets the simulated machines of all sites
// mine, switches one site's off as dispatch does, and moves all hashrate to one
// pool; what arrives is counted as the ledger counts it.
func TestHashrateFollowsThePlanAndTheWeights(t *testing.T) {
	cfg, err := config.Load(config.Options{})
	if err != nil {
		t.Fatal(err)
	}
	sites, err := cfg.BuildSites()
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	c, log := clock.NewScaled(time.Now(), 60), slog.New(slog.DiscardHandler)
	world, err := newStandIns(ctx, "127.0.0.1:0", cfg, sites, c, log)
	if err != nil {
		t.Fatal(err)
	}
	m, err := newMining(ctx, cfg, sites, world, c, log)
	if err != nil {
		t.Fatal(err)
	}
	var group sync.WaitGroup
	t.Cleanup(func() { cancel(); group.Wait() })
	group.Go(func() {
		if err := runParts(ctx, log, append(world.parts(), m.parts()...)); err != nil {
			t.Error(err)
		}
	})
	st, err := store.Open(ctx, "sqlite:"+filepath.Join(t.TempDir(), "s.db"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cancel(); group.Wait(); st.Close() })
	desk := &poolDesk{s: &services{cfg: cfg, sites: sites, store: st, mining: m, clock: c}}
	// shares is the work that arrived since the last look, by member and by pool.
	shares := func() (members, pools map[string]int64) {
		members, pools = map[string]int64{}, map[string]int64{}
		for pool, lines := range m.book.take() {
			for _, l := range lines {
				members[l.Member] += l.Milli
				pools[pool] += l.Milli
			}
		}
		return members, pools
	}
	within := func(what string, holds func(members, pools map[string]int64) bool) {
		t.Helper()
		var members, pools map[string]int64
		for range 30 {
			time.Sleep(2 * time.Second)
			if members, pools = shares(); holds(members, pools) {
				return
			}
		}
		t.Fatalf("it never came to this: %s; members %v, pools %v", what, members, pools)
	}
	off := groupedOnly(cfg, sites)[0]
	within("every pool has work, and every site finds some", func(members, pools map[string]int64) bool {
		return len(pools) == len(m.destinations) && members[off.ID] > 0 && members[sites[1].ID] > 0
	})
	for _, class := range off.Classes {
		url := fmt.Sprintf("%s/v1/groups/%s/target", world.urls.Agents[off.ID], class.ID)
		req, err := http.NewRequestWithContext(ctx, http.MethodPut, url, strings.NewReader(`{"target_kw":0,"request_id":"off-`+class.ID+`"}`))
		if err != nil {
			t.Fatal(err)
		}
		res, err := http.DefaultClient.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		res.Body.Close()
		if res.StatusCode != http.StatusAccepted {
			t.Fatalf("%s: %s", url, res.Status)
		}
	}
	within("the site that is off finds nothing, and another goes on", func(members, _ map[string]int64) bool {
		return members[off.ID] == 0 && members[sites[1].ID] > 0
	})
	// What is planned for the last site goes to one pool: all of it, then half.
	last := &sites[len(sites)-1]
	for n, share := range []unit.MW{1, 0.5} {
		plan := site.Plan{Allocations: []site.Allocation{{Class: last.Classes[0].ID, Use: site.Mine, MW: share * last.Classes[0].MaxMW()}}}
		i := unit.IntervalAt(c.Now(), unit.Control)
		saved, err := st.SaveDecision(ctx, episode.Record{Decision: episode.Decision{Site: last.ID, Key: fmt.Sprint("plan-", n), Interval: i, DecidedAt: c.Now(), Plan: plan}})
		if err != nil || !saved {
			t.Fatal(saved, err)
		}
		if err := desk.followPlan(ctx); err != nil {
			t.Fatal(err)
		}
		want := float64(last.Classes[0].HashrateAt(share*last.Classes[0].MaxMW())) * 1e12
		within(fmt.Sprintf("the pool by plan has %.0f %% of the site's hashrate for its contract", 100*share), func(_, pools map[string]int64) bool {
			for _, d := range m.router.Status().Destinations {
				if d.Name == "luxor" {
					return math.Abs(d.Contract-want) < 0.02*want && d.Target >= 0.98*want && pools["luxor"] > 0
				}
			}
			return false
		})
	}
	m.byPlan = nil
	weights := map[string]float64{}
	for i := range m.destinations {
		m.destinations[i].Contract = 0
	}
	for _, d := range m.destinations {
		weights[d.Name] = 0
	}
	weights["ocean"] = 1
	if err := desk.Weigh(ctx, weights); err != nil {
		t.Fatal(err)
	}
	within("all work is for the one pool that has a weight", func(_, pools map[string]int64) bool {
		return len(pools) == 1 && pools["ocean"] > 0
	})
	if err := desk.Weigh(ctx, map[string]float64{"nowhere": 1}); err == nil {
		t.Error("a weight for no destination was taken")
	}
}
