package app

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"strings"

	"github.com/pouw-dem/pouwdem/internal/adapter/simulate"
	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/config"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/core/world"
)

// standIns are the simulated world and where it listens.
type standIns struct {
	server   *simulate.Server
	listener net.Listener
	urls     simulate.URLs
	farms    *farms
}

// newStandIns makes the world of a seed as of the clock's now, the servers that
// speak for it, and the machines that are driven one by one.
func newStandIns(ctx context.Context, address string, cfg *config.Config, sites []site.Site, c clock.Clock, log *slog.Logger) (*standIns, error) {
	server, err := simulate.New(simulate.Options{
		World: world.New(cfg.Seed, world.Config{}), Clock: c, Seed: cfg.Seed, Sites: agentSites(groupedOnly(cfg, sites)), Logger: log,
		Interruptible: interruptible(cfg, sites),
	})
	if err != nil {
		return nil, err
	}
	var listen net.ListenConfig
	l, err := listen.Listen(ctx, "tcp", address)
	if err != nil {
		return nil, fmt.Errorf("listen for the simulated world: %w", err)
	}
	machines, err := newFarms(ctx, cfg, sites, c, log, server.MachineKW)
	if err != nil {
		return nil, errors.Join(err, l.Close())
	}
	return &standIns{server: server, listener: l, urls: server.URLs("http://" + l.Addr().String()), farms: machines}, nil
}

// parts are what has to run for the world to answer.
func (s *standIns) parts() []part {
	world := part{"simulated world", func(ctx context.Context) error { return s.server.Run(ctx, s.listener) }}
	return append([]part{world}, s.farms.parts...)
}

// point makes the configuration's feeds and agents those of the stand-ins.
func (s *standIns) point(cfg *config.Config) {
	f := &cfg.Feeds
	f.ERCOT.BaseURL, f.ERCOT.TokenURL = s.urls.ERCOT, s.urls.ERCOTToken
	f.DashboardsURL, f.MISURL = s.urls.Dashboards, s.urls.MIS
	f.Mempool.URL = strings.TrimSuffix(s.urls.Mempool, "/api")
	f.GPU.URL, f.Tokens.URL, f.MARA.URL = s.urls.GPU, s.urls.Tokens, s.urls.MARA
	if cfg.QSE.URL == "" {
		cfg.QSE.URL = s.urls.QSE
	}
	if cfg.OpenADR.URL == "" {
		cfg.OpenADR.URL, cfg.OpenADR.ClientID = s.urls.VTN, "simulated"
	}
	for i := range cfg.Sites {
		if cfg.Sites[i].Agent.URL == "" {
			cfg.Sites[i].Agent.URL = s.urls.Agents[cfg.Sites[i].ID]
		}
	}
	s.farms.point(cfg)
}

// interruptible are the sites that follow the simulated OpenADR program.
func interruptible(cfg *config.Config, sites []site.Site) []simulate.Interruptible {
	var all []simulate.Interruptible
	for name, id := range cfg.Resources() {
		for i := range sites {
			if s := &sites[i]; s.ID == id {
				most := unit.MW(0)
				for k := range s.Classes {
					most += s.Classes[k].MaxMW()
				}
				all = append(all, simulate.Interruptible{Name: name, MaxKW: 1000 * float64(min(s.MeterMW(most), s.Limits.SiteMW))})
			}
		}
	}
	return all
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

// ths is what a class of machines hashes now.
func (s *standIns) ths(site, class string) float64 {
	farm := s.farms.classes[site+"/"+class]
	if farm == nil {
		return s.server.Hashrate(site, class)
	}
	total := 0.0
	for i := range farm.Len() {
		total += farm.Rig(i).THs()
	}
	return total
}
