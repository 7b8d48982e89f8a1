package app

import (
	"context"
	"fmt"
	"net/url"
	"strings"

	"github.com/pouw-dem/pouwdem/internal/adapter/node/gpu"
	"github.com/pouw-dem/pouwdem/internal/adapter/node/nvml"
	"github.com/pouw-dem/pouwdem/internal/adapter/node/slurm"
	"github.com/pouw-dem/pouwdem/internal/config"
	"github.com/pouw-dem/pouwdem/internal/core/dispatch"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/service/fleet"
)

var _ fleet.Admitter = gpu.Driver(nil)

// foundNode is a node of GPUs with its driver.
type foundNode struct {
	name   string // within the class
	how    string // nvml or slurm
	host   string // host:port
	driver gpu.Driver
}

// nodes opens a driver for each node of a class of GPUs. The levels of a class are
// of one GPU, those of a node of all that it has.
func (y *yard) nodes(ctx context.Context, class *site.Class, m *config.Machines) ([]fleet.Member, error) {
	gpus := m.NodeGPUs()
	levels := make([]site.Level, len(class.Levels))
	for i, l := range class.Levels {
		l.Watts *= float64(gpus)
		levels[i] = l
	}
	var found []foundNode
	for _, address := range m.Addresses {
		at, err := nodesAt(ctx, address, gpu.Config{
			User: m.Username, Token: m.Password.Value(), GPUs: gpus, RatedW: levels[len(levels)-1].Watts, HTTP: y.http, Clock: y.clock,
		})
		if err != nil {
			return nil, err
		}
		found = append(found, at...)
	}
	if len(found)*gpus > class.Units {
		return nil, fmt.Errorf("%d nodes of %d GPUs are listed and units is %d; raise units or shorten the list", len(found), gpus, class.Units)
	}
	members := make([]fleet.Member, 0, len(found))
	for n, at := range found {
		id := class.ID + "-" + at.name
		if y.cfg.World == config.WorldSimulated {
			id = machineID(class.ID, n, "")
		}
		members = append(members, fleet.Member{
			Machine: dispatch.Machine{
				ID: id, Class: class.ID, Feeder: class.Feeder, Levels: levels, Stepped: len(levels) > 2, Capped: true,
				MinUp: class.MinUp, MinDown: class.MinDown, Starts: class.StartsPerDay,
			},
			Driver: at.driver, Can: at.driver.Capabilities(), Firmware: at.how, Model: class.Model, Address: at.host, Units: gpus,
			Loopback: gpu.Loopback(at.host),
		})
	}
	return members, nil
}

// nodesAt are the nodes behind an address: one with an agent, or those of a Slurm
// cluster that are named, or all of a partition.
func nodesAt(ctx context.Context, address string, cfg gpu.Config) ([]foundNode, error) {
	u, err := url.Parse(address)
	if err != nil {
		return nil, fmt.Errorf("node %q: %w", address, err)
	}
	how, scheme, _ := strings.Cut(u.Scheme, "+")
	if how != "nvml" && how != "slurm" {
		return nil, fmt.Errorf("node %q: want nvml+http://HOST:PORT or slurm+http://HOST:PORT?nodes=a,b, or the same with https", address)
	}
	asked := u.Query()
	u.Scheme, u.RawQuery = scheme, ""
	cfg.URL = strings.TrimRight(u.String(), "/")
	if how == "nvml" {
		d, err := nvml.New(cfg)
		return []foundNode{{strings.NewReplacer("[", "", "]", "", ":", "_").Replace(u.Host), how, u.Host, d}}, err
	}
	names := strings.Split(asked.Get("nodes"), ",")
	if !asked.Has("nodes") {
		if names, err = slurm.Nodes(ctx, cfg, asked.Get("partition")); err != nil {
			return nil, err
		}
	}
	found := make([]foundNode, 0, len(names))
	for _, name := range names {
		d, err := slurm.New(cfg, name)
		if err != nil {
			return nil, err
		}
		found = append(found, foundNode{name, how, u.Host, d})
	}
	return found, nil
}
