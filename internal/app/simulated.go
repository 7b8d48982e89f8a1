package app

import (
	"context"
	"fmt"
	"log/slog"
	"net"
	"strings"

	"github.com/pouw-dem/pouwdem/internal/adapter/simulate"
	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/config"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/world"
)

// standIns are the simulated world and where it listens.
type standIns struct {
	server   *simulate.Server
	listener net.Listener
	urls     simulate.URLs
}

// newStandIns makes the world of a seed as of the clock's now, and the servers
// that speak for it.
func newStandIns(ctx context.Context, address string, seed uint64, sites []site.Site, c clock.Clock, log *slog.Logger) (*standIns, error) {
	server, err := simulate.New(simulate.Options{
		World: world.New(seed, world.Config{}), Clock: c, Seed: seed, Sites: agentSites(sites), Logger: log,
	})
	if err != nil {
		return nil, err
	}
	var listen net.ListenConfig
	l, err := listen.Listen(ctx, "tcp", address)
	if err != nil {
		return nil, fmt.Errorf("listen for the simulated world: %w", err)
	}
	return &standIns{server: server, listener: l, urls: server.URLs("http://" + l.Addr().String())}, nil
}

func (s *standIns) run(ctx context.Context) error { return s.server.Run(ctx, s.listener) }

// point makes the configuration's feeds and agents those of the stand-ins.
func (s *standIns) point(cfg *config.Config) {
	f := &cfg.Feeds
	f.ERCOT.BaseURL, f.ERCOT.TokenURL = s.urls.ERCOT, s.urls.ERCOTToken
	f.DashboardsURL, f.MISURL = s.urls.Dashboards, s.urls.MIS
	f.Mempool.URL = strings.TrimSuffix(s.urls.Mempool, "/api")
	f.GPU.URL, f.MARA.URL = s.urls.GPU, s.urls.MARA
	for i := range cfg.Sites {
		if cfg.Sites[i].Agent.URL == "" {
			cfg.Sites[i].Agent.URL = s.urls.Agents[cfg.Sites[i].ID]
		}
	}
}

// agentSites describes the sites' machines to the simulator in its own terms.
func agentSites(sites []site.Site) []simulate.AgentSite {
	described := make([]simulate.AgentSite, 0, len(sites))
	for i := range sites {
		s := &sites[i]
		a := simulate.AgentSite{ID: s.ID, AuxKW: float64(s.Limits.AuxMW) * 1000, AuxShare: s.Limits.AuxShare}
		for j := range s.Classes {
			c := &s.Classes[j]
			g := simulate.AgentGroup{ID: c.ID, Units: c.Units}
			for _, l := range c.Levels {
				g.Levels = append(g.Levels, simulate.AgentLevel{KW: l.Watts / 1000, THs: float64(l.THs)})
			}
			a.Groups = append(a.Groups, g)
		}
		described = append(described, a)
	}
	return described
}
