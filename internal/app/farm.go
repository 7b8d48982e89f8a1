package app

import (
	"context"
	"fmt"
	"log/slog"
	"net"
	"slices"
	"strings"

	"github.com/pouw-dem/pouwdem/internal/adapter/simulate/gpunodes"
	"github.com/pouw-dem/pouwdem/internal/adapter/simulate/miners"
	"github.com/pouw-dem/pouwdem/internal/adapter/simulate/plant"
	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/config"
	"github.com/pouw-dem/pouwdem/internal/core/dispatch"
	"github.com/pouw-dem/pouwdem/internal/core/site"
)

// farms are the simulated machines of the classes that are driven one by one, and
// the meters and outlets of their sites.
type farms struct {
	parts   []part
	classes map[string]*miners.Farm      // site/class
	nodes   map[string]*gpunodes.Cluster // site/class
	meters  map[string]*plant.Meter      // site
	units   map[string]*plant.PDU
}

// outletsOf is how many machines of a site hang on a simulated PDU: one unit
// stands for those of a hall.
const outletsOf = 24

// simulatedHere reports whether the machines of a class are simulated by this
// process.
func simulatedHere(cfg *config.Config, c *config.Class) bool {
	return cfg.World == config.WorldSimulated && c.Machines.Firmware != "" && len(c.Machines.Addresses) == 0
}

// newFarms makes the machines that the configuration wants simulated, and opens
// their ports. The group agents' part of a site, told by beside, goes through the
// same meter.
func newFarms(ctx context.Context, cfg *config.Config, sites []site.Site, c clock.Clock, log *slog.Logger, beside func(site string) (kw, kwh float64)) (*farms, error) {
	f := &farms{classes: map[string]*miners.Farm{}, nodes: map[string]*gpunodes.Cluster{}, meters: map[string]*plant.Meter{}, units: map[string]*plant.PDU{}}
	for i := range cfg.Sites {
		var of []drawing
		for j := range cfg.Sites[i].Classes {
			if !simulatedHere(cfg, &cfg.Sites[i].Classes[j]) {
				continue
			}
			if cfg.Sites[i].Classes[j].Machines.Firmware == config.Nodes {
				cluster, err := newCluster(ctx, cfg, i, j, &sites[i].Classes[j], c, log)
				if err != nil {
					f.close()
					return nil, err
				}
				f.nodes[sites[i].ID+"/"+sites[i].Classes[j].ID] = cluster
				f.parts = append(f.parts, part{"simulated nodes", cluster.Run})
				of = append(of, cluster)
				continue
			}
			farm, err := newFarm(ctx, cfg, i, &sites[i].Classes[j], c, log)
			if err != nil {
				f.close()
				return nil, err
			}
			f.classes[sites[i].ID+"/"+sites[i].Classes[j].ID] = farm
			f.parts = append(f.parts, part{"simulated miners", farm.Run})
			of = append(of, farm)
		}
		if len(of) > 0 {
			if err := f.addPlant(ctx, &sites[i], of, c, beside); err != nil {
				f.close()
				return nil, err
			}
		}
	}
	return f, nil
}

func newFarm(ctx context.Context, cfg *config.Config, i int, class *site.Class, c clock.Clock, log *slog.Logger) (*miners.Farm, error) {
	configured := cfg.Sites[i].Classes
	var firmware string
	for j := range configured {
		if configured[j].ID == class.ID {
			firmware = configured[j].Machines.Firmware
		}
	}
	if firmware == "auto" {
		firmware = "luxos"
	}
	spec := miners.Spec{Firmware: firmware, Model: class.Model}
	for _, l := range class.Levels {
		spec.Levels = append(spec.Levels, miners.Level{Name: l.Name, Watts: l.Watts, THs: float64(l.THs)})
	}
	specs := make([]miners.Spec, class.Units)
	for n := range specs {
		specs[n] = spec
	}
	var listen net.ListenConfig
	farm, err := miners.New(miners.Options{
		Specs: specs, Seed: cfg.Seed + uint64(i), Clock: c, Logger: log,
		Listen: func(int) (net.Listener, error) { return listen.Listen(ctx, "tcp", "127.0.0.1:0") },
	})
	if err != nil {
		return nil, fmt.Errorf("simulate the machines of %s/%s: %w", cfg.Sites[i].ID, class.ID, err)
	}
	return farm, nil
}

// drawing is what a meter sees of machines.
type drawing interface {
	KW() float64
	KWh() float64
}

// newCluster makes the nodes of a class: half of them with an agent of their own,
// the rest in a Slurm cluster.
func newCluster(ctx context.Context, cfg *config.Config, i, j int, class *site.Class, c clock.Clock, log *slog.Logger) (*gpunodes.Cluster, error) {
	gpus := cfg.Sites[i].Classes[j].Machines.NodeGPUs()
	n := class.Units / gpus
	spec := gpunodes.Spec{
		GPUs: gpus, IdleW: class.Levels[0].Watts * float64(gpus), RatedW: class.Levels[len(class.Levels)-1].Watts * float64(gpus),
	}
	for t := range class.Tiers {
		spec.Tiers = append(spec.Tiers, class.Tiers[t].Name)
	}
	var listen net.ListenConfig
	cluster, err := gpunodes.New(gpunodes.Options{
		Agents: n / 2, Slurm: n - n/2, Spec: spec, Seed: cfg.Seed + uint64(i), Clock: c, Logger: log,
		Listen: func() (net.Listener, error) { return listen.Listen(ctx, "tcp", "127.0.0.1:0") },
	})
	if err != nil {
		return nil, fmt.Errorf("simulate the nodes of %s/%s: %w", cfg.Sites[i].ID, class.ID, err)
	}
	return cluster, nil
}

// addPlant gives a site its meter, and a PDU for its first miners.
func (f *farms) addPlant(ctx context.Context, s *site.Site, of []drawing, c clock.Clock, beside func(string) (kw, kwh float64)) error {
	var listen net.ListenConfig
	l, err := listen.Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return fmt.Errorf("listen for the meter of %s: %w", s.ID, err)
	}
	began := c.Now()
	f.meters[s.ID] = plant.NewMeter(l, func() (kw, kwh float64) {
		kw, kwh = beside(s.ID)
		for _, farm := range of {
			kw += farm.KW()
			kwh += farm.KWh()
		}
		hours := c.Now().Sub(began).Hours()
		aux, share := float64(s.Limits.AuxMW)*1000, 1+s.Limits.AuxShare
		return aux + kw*share, aux*hours + kwh*share
	})
	f.parts = append(f.parts, part{"simulated meter", f.meters[s.ID].Run})
	miner := slices.IndexFunc(of, func(d drawing) bool { _, is := d.(*miners.Farm); return is })
	if miner < 0 {
		return nil // nodes of GPUs hang on busbars
	}
	farm := of[miner].(*miners.Farm)
	conn, err := listen.ListenPacket(ctx, "udp", "127.0.0.1:0")
	if err != nil {
		return fmt.Errorf("listen for the PDU of %s: %w", s.ID, err)
	}
	outlets := make([]plant.Outlet, 0, outletsOf)
	for n := range min(outletsOf, farm.Len()) {
		rig := farm.Rig(n)
		outlets = append(outlets, plant.Outlet{Watts: rig.Watts, Cycle: rig.Cut})
	}
	f.units[s.ID] = plant.NewPDU(conn, "public", outlets)
	f.parts = append(f.parts, part{"simulated PDU", f.units[s.ID].Run})
	return nil
}

// misled is every how many a simulated machine was installed with other pools than
// it should have.
const misled = 50

// install gives the machines the pools that they should have, and leaves some as
// they are, for the fleet to find.
func (f *farms) install(pools func(site, machine string) []dispatch.Pool) {
	for id, farm := range f.classes {
		siteID, class, _ := strings.Cut(id, "/")
		for i := range farm.Len() {
			var list []miners.Pool
			for _, p := range pools(siteID, machineID(class, i, "")) {
				list = append(list, miners.Pool{URL: p.URL, User: p.User, Password: p.Password})
			}
			if len(list) > 0 && i%misled > 0 {
				farm.Point(i, list)
			}
		}
	}
}

func (f *farms) close() {
	for _, farm := range f.classes {
		farm.Close()
	}
	for _, cluster := range f.nodes {
		cluster.Close()
	}
}

// addresses are where the machines listen, by site/class.
func (f *farms) addresses() map[string][]string {
	all := make(map[string][]string, len(f.classes))
	for id, farm := range f.classes {
		all[id] = farm.Addresses()
	}
	for id, cluster := range f.nodes {
		all[id] = cluster.Addresses()
	}
	return all
}

// point makes the configuration's machines, meters and outlets those of the
// simulator.
func (f *farms) point(cfg *config.Config) {
	for i := range cfg.Sites {
		s := &cfg.Sites[i]
		first := ""
		for j := range s.Classes {
			if farm := f.classes[s.ID+"/"+s.Classes[j].ID]; farm != nil {
				s.Classes[j].Machines.Addresses = farm.Addresses()
				if first == "" {
					first = s.Classes[j].ID
				}
			}
			if cluster := f.nodes[s.ID+"/"+s.Classes[j].ID]; cluster != nil {
				s.Classes[j].Machines.Addresses = cluster.Addresses()
			}
		}
		if m := f.meters[s.ID]; m != nil && s.Meter.Address == "" {
			s.Meter = config.Meter{Address: m.Address(), Unit: 1, Power: 0, Energy: 2, Switchgear: true}
		}
		if u := f.units[s.ID]; u != nil && len(s.PDUs) == 0 {
			p := config.PDU{Address: u.Address()}
			for n := range min(outletsOf, f.classes[s.ID+"/"+first].Len()) {
				p.Machines = append(p.Machines, machineID(first, n, ""))
			}
			p.Outlets = len(p.Machines)
			s.PDUs = []config.PDU{p}
		}
	}
}

// groupedOnly are the sites without the classes that are driven one by one: what
// the simulated group agents have.
func groupedOnly(cfg *config.Config, sites []site.Site) []site.Site {
	grouped := make([]site.Site, len(sites))
	for i := range sites {
		grouped[i] = sites[i]
		grouped[i].Classes = nil
		for j := range sites[i].Classes {
			if cfg.Sites[i].Classes[j].Machines.Firmware == "" {
				grouped[i].Classes = append(grouped[i].Classes, sites[i].Classes[j])
			}
		}
	}
	return grouped
}
