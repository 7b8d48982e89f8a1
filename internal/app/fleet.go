package app

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"strings"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/meter"
	"github.com/pouw-dem/pouwdem/internal/adapter/miner"
	"github.com/pouw-dem/pouwdem/internal/adapter/miner/discover"
	"github.com/pouw-dem/pouwdem/internal/adapter/pdu"
	"github.com/pouw-dem/pouwdem/internal/adapter/store"
	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/config"
	"github.com/pouw-dem/pouwdem/internal/core/dispatch"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/service/controller"
	"github.com/pouw-dem/pouwdem/internal/service/fleet"
)

var (
	_ controller.Agent = (*fleet.Fleet)(nil)
	_ fleet.Meter      = (*meter.Meter)(nil)
	_ fleet.Outlets    = (*pdu.Units)(nil)
	_ fleet.History    = (*store.Store)(nil)
)

// machineID is a machine's name within its site: its place in the class where it
// is simulated, else its address.
func machineID(class string, n int, address string) string {
	if address == "" {
		return fmt.Sprintf("%s-%04d", class, n+1)
	}
	return class + "-" + strings.NewReplacer("[", "", "]", "", ":", "_").Replace(address)
}

// yard is what the fleets of one process share.
type yard struct {
	cfg    *config.Config
	sites  []site.Site
	clock  clock.Clock
	log    *slog.Logger
	around fleet.Surroundings
	past   fleet.History                              // nil: forgotten
	pools  func(site, machine string) []dispatch.Pool // nil: they are left as they are
	http   *http.Client
}

// newYard is what fleets need. Drivers over HTTP share its connections, which
// outlive one reading and not much more.
func newYard(cfg *config.Config, sites []site.Site, around fleet.Surroundings, c clock.Clock, log *slog.Logger) *yard {
	return &yard{cfg: cfg, sites: sites, clock: c, log: log, around: around, http: &http.Client{Transport: &http.Transport{
		MaxIdleConnsPerHost: 1, MaxIdleConns: 256, IdleConnTimeout: time.Second,
	}}}
}

// driven reports whether any class of a site is driven machine by machine.
func driven(s *config.Site) bool {
	for i := range s.Classes {
		if s.Classes[i].Machines.Firmware != "" {
			return true
		}
	}
	return false
}

// newFleet is the fleet of a site. Classes without machines of their own stay
// behind the group agent.
func (y *yard) newFleet(ctx context.Context, i int, groups fleet.Groups) (*fleet.Fleet, error) {
	s := &y.cfg.Sites[i]
	f := fleet.Config{
		Site: y.sites[i], Groups: groups, Around: y.around, History: y.past, Live: y.cfg.Control == config.ControlLive,
		Ramp: y.ramp(i), Seed: y.cfg.Seed, Sim: y.cfg.World == config.WorldSimulated, Clock: y.clock, Log: y.log,
	}
	if y.pools != nil {
		f.Pools = func(machine string) []dispatch.Pool { return y.pools(s.ID, machine) }
	}
	outlets := map[string]string{}
	var units []pdu.Config
	for _, p := range s.PDUs {
		units = append(units, pdu.Config{Address: p.Address, Community: p.Community.Value(), Outlets: p.Outlets})
		for n, id := range p.Machines {
			outlets[id] = pdu.Name(p.Address, n+1)
		}
	}
	if len(units) > 0 {
		u, err := pdu.New(units)
		if err != nil {
			return nil, fmt.Errorf("site %s: %w", s.ID, err)
		}
		f.Outlets = u
	}
	if s.Meter.Address != "" {
		m, err := meter.New(meter.Config{
			Site: s.ID, Address: s.Meter.Address, Unit: s.Meter.Unit, Power: s.Meter.Power, Energy: s.Meter.Energy,
			Switchgear: s.Meter.Switchgear, Inputs: s.Meter.Inputs,
		})
		if err != nil {
			return nil, err
		}
		f.Meter = m
	}
	all := true
	for j := range s.Classes {
		if s.Classes[j].Machines.Firmware == "" {
			all = false
			continue
		}
		members, err := y.members(ctx, i, j, outlets)
		if err != nil {
			return nil, fmt.Errorf("site %s, class %s: %w", s.ID, s.Classes[j].ID, err)
		}
		f.Members = append(f.Members, members...)
	}
	if all {
		f.Groups = nil
	}
	return fleet.New(f)
}

// members opens a driver for each machine of a class.
func (y *yard) members(ctx context.Context, i, j int, outlets map[string]string) ([]fleet.Member, error) {
	class, m := &y.sites[i].Classes[j], &y.cfg.Sites[i].Classes[j].Machines
	if m.Firmware == config.Nodes {
		return y.nodes(ctx, class, m)
	}
	found, err := y.machines(ctx, m)
	if err != nil {
		return nil, err
	}
	if len(found) > class.Units {
		return nil, fmt.Errorf("%d machines are listed and units is %d; raise units or shorten the list", len(found), class.Units)
	}
	simulated := y.cfg.World == config.WorldSimulated
	members := make([]fleet.Member, 0, len(found))
	for n, at := range found {
		driver, err := discover.Open(at.Firmware, miner.Config{
			Address: at.Address, Username: m.Username, Password: m.Password.Value(), Clock: y.clock,
		}, y.http)
		if err != nil {
			return nil, err
		}
		id := machineID(class.ID, n, at.Address)
		if simulated {
			id = machineID(class.ID, n, "")
		}
		can := driver.Capabilities()
		members = append(members, fleet.Member{
			Machine: dispatch.Machine{
				ID: id, Class: class.ID, Feeder: class.Feeder, Levels: class.Levels, Stepped: can.Power && len(class.Levels) > 2,
				MinUp: class.MinUp, MinDown: class.MinDown, Starts: class.StartsPerDay,
			},
			Driver: driver, Can: can, Firmware: at.Firmware, Model: class.Model, Address: at.Address, Outlet: outlets[id],
			Loopback: miner.Loopback(at.Address),
		})
	}
	return members, nil
}

// machines are the addresses of a class with what runs there; auto asks each.
func (y *yard) machines(ctx context.Context, m *config.Machines) ([]discover.Found, error) {
	hosts, err := discover.Expand(m.Addresses)
	if err != nil {
		return nil, err
	}
	var found []discover.Found
	if m.Firmware != "auto" {
		for _, host := range hosts {
			found = append(found, discover.Found{Address: host, Firmware: m.Firmware})
		}
		return found, nil
	}
	err = discover.Scan(ctx, hosts, discover.Options{}, func(f discover.Found) {
		if discover.Drivers()[f.Firmware] != nil {
			found = append(found, f)
		}
	})
	return found, err
}

// The whole of a site in so many seconds, where no ramp is configured.
const (
	downWithin = 30
	upWithin   = 300
)

// ramp is how fast a site's machines may change: as the site's limits say, and
// within its share of the cap over all sites.
func (y *yard) ramp(i int) dispatch.Ramp {
	limits := &y.sites[i].Limits
	kw := float64(limits.SiteMW) * 1000
	perSecond := func(mwPerMin unit.MW, within float64) float64 {
		if mwPerMin > 0 {
			return float64(mwPerMin) * 1000 / 60
		}
		return kw / within
	}
	r := dispatch.Ramp{Up: perSecond(limits.RampUpMW, upWithin), Down: perSecond(limits.RampDown, downWithin)}
	if limit := y.cfg.Fleet.CapMWPerMin; limit > 0 {
		var all float64
		for k := range y.sites {
			all += float64(y.sites[k].Limits.SiteMW)
		}
		share := limit * 1000 / 60 * float64(limits.SiteMW) / all
		r.Up, r.Down = min(r.Up, share), min(r.Down, share)
	}
	return r
}

// situation reads what of the outside bears on single machines.
type situation struct {
	store *store.Store
	clock clock.Clock
	inUS  map[string]bool // sites that ERCOT's emergencies concern
	stale time.Duration
}

func newSituation(cfg *config.Config, sites []site.Site, st *store.Store, c clock.Clock) situation {
	s := situation{store: st, clock: c, inUS: map[string]bool{}, stale: cfg.StaleLimits()[market.EEA]}
	for i := range sites {
		s.inUS[sites[i].ID] = sites[i].Point != ""
	}
	return s
}

// Situation is as of now; what cannot be read is unknown.
func (s situation) Situation(ctx context.Context, siteID string) fleet.Situation {
	now := s.clock.Now()
	orders, err := s.store.Orders(ctx, siteID, now)
	if err != nil {
		return fleet.Situation{Unknown: true}
	}
	out := fleet.Situation{Shed: orders.Stop}
	for _, i := range orders.Instructions {
		out.Shed = out.Shed || i.MaxMW != nil && i.Kind != "recall" && site.In(now, i.Start, i.End)
	}
	for _, a := range orders.Awards {
		out.Award = out.Award || a.Up && a.MW > 0 && !a.Deployed && site.In(now, a.Start, a.End)
	}
	if !s.inUS[siteID] {
		return out
	}
	newest, err := s.store.Last(ctx, []market.Series{{Kind: market.EEA}}, now)
	if err != nil {
		out.Unknown = true
		return out
	}
	for _, o := range newest {
		if s.stale == 0 || now.Sub(o.Known) <= s.stale {
			out.EEA = max(out.EEA, int(o.Value))
		}
	}
	return out
}

// unknowing is where nothing of the outside is read, so that nothing may be
// risked.
type unknowing struct{}

// Situation is unknown.
func (unknowing) Situation(context.Context, string) fleet.Situation {
	return fleet.Situation{Unknown: true}
}

// runFleets reads and commands every fleet until ctx ends.
func (s *services) runFleets(ctx context.Context) error {
	parts := make([]part, 0, len(s.fleets))
	for id, f := range s.fleets {
		parts = append(parts, part{"fleet of " + id, f.Run})
	}
	if len(parts) == 0 {
		<-ctx.Done()
		return nil
	}
	return runParts(ctx, s.log, parts)
}
