// Package gpunodes is nodes of GPUs that are not real: their power under a cap,
// the work that comes while they let it in and ends when they drain, and the two
// ways in which such nodes are spoken to, an agent on each and slurmrestd for all.
//
// It is written from the protocols and shares nothing with their drivers.
package gpunodes

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/pouw-dem/pouwdem/internal/clock"
)

// Options are what a [Cluster] needs.
type Options struct {
	Agents int // nodes with an agent of their own
	Slurm  int // nodes behind one slurmrestd
	Spec   Spec
	Seed   uint64
	Clock  clock.Clock
	Logger *slog.Logger // nil discards
	Token  string       // that both ask for; empty: none
	// Listen gives a listener for each server; nil: any free port of 127.0.0.1.
	Listen func() (net.Listener, error)
}

// Cluster is simulated nodes and the servers that speak for them.
type Cluster struct {
	nodes   []*Node
	servers []served
	log     *slog.Logger
}

type served struct {
	listener net.Listener
	handler  http.Handler
	address  string // as the configuration has it
}

// New makes the nodes and opens their ports; they answer once [Cluster.Run] is
// called.
func New(o Options) (*Cluster, error) {
	if o.Clock == nil {
		return nil, errors.New("simulated nodes: a clock is required")
	}
	if o.Logger == nil {
		o.Logger = slog.New(slog.DiscardHandler)
	}
	if o.Listen == nil {
		o.Listen = func() (net.Listener, error) {
			return (&net.ListenConfig{}).Listen(context.Background(), "tcp", "127.0.0.1:0")
		}
	}
	if err := o.Spec.fill(); err != nil {
		return nil, err
	}
	c := &Cluster{log: o.Logger}
	for i := range o.Agents + o.Slurm {
		c.nodes = append(c.nodes, newNode(fmt.Sprintf("gpu%03d", i+1), o.Spec, o.Seed, uint64(i), o.Clock))
	}
	for _, n := range c.nodes[:o.Agents] {
		if err := c.serve(o, agentOf(n, o.Token), url.URL{Scheme: "nvml+http"}); err != nil {
			return nil, err
		}
	}
	if o.Slurm > 0 {
		var names []string
		for _, n := range c.nodes[o.Agents:] {
			names = append(names, n.name)
		}
		address := url.URL{Scheme: "slurm+http", RawQuery: "nodes=" + strings.Join(names, ",")}
		if err := c.serve(o, slurmOf(c.nodes[o.Agents:], o.Token, o.Clock), address); err != nil {
			return nil, err
		}
	}
	return c, nil
}

func (c *Cluster) serve(o Options, handler http.Handler, address url.URL) error {
	l, err := o.Listen()
	if err != nil {
		c.Close()
		return fmt.Errorf("listen for simulated nodes: %w", err)
	}
	address.Host = l.Addr().String()
	c.servers = append(c.servers, served{l, handler, address.String()})
	return nil
}

// Run serves the nodes until ctx ends.
func (c *Cluster) Run(ctx context.Context) error {
	var group sync.WaitGroup
	for _, s := range c.servers {
		server := &http.Server{Handler: s.handler, ReadHeaderTimeout: 5 * time.Second, IdleTimeout: 10 * time.Second}
		group.Go(func() {
			stop := context.AfterFunc(ctx, func() { _ = server.Close() })
			defer stop()
			if err := server.Serve(s.listener); !errors.Is(err, http.ErrServerClosed) && ctx.Err() == nil {
				c.log.Warn("simulated nodes ended", "address", s.address, "error", err)
			}
		})
	}
	<-ctx.Done()
	c.Close()
	group.Wait()
	return nil
}

// Close closes the ports of nodes that were never run.
func (c *Cluster) Close() {
	for _, s := range c.servers {
		_ = s.listener.Close()
	}
}

// Addresses are where the nodes are spoken to, those with agents first: a URL of
// each agent, nvml+http://host:port, and of slurmrestd with the names of its nodes,
// slurm+http://host:port?nodes=a,b.
func (c *Cluster) Addresses() []string {
	addresses := make([]string, len(c.servers))
	for i, s := range c.servers {
		addresses[i] = s.address
	}
	return addresses
}

// Nodes are the bodies of the nodes, those with agents first.
func (c *Cluster) Nodes() []*Node { return slices.Clone(c.nodes) }

// KW is the true power of all nodes at the wall.
func (c *Cluster) KW() float64 {
	sum := 0.0
	for _, n := range c.nodes {
		sum += n.Watts() / 1000
	}
	return sum
}

// KWh is their true energy.
func (c *Cluster) KWh() float64 {
	sum := 0.0
	for _, n := range c.nodes {
		sum += n.EnergyKWh()
	}
	return sum
}
