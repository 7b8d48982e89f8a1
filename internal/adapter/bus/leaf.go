package bus

import (
	"fmt"
	"log/slog"
	"net/url"
	"time"

	"github.com/nats-io/nats-server/v2/server"
	"github.com/nats-io/nats.go"
)

// Leaf is a site's own end of the bus: everything at the site joins it, and it
// alone speaks with the coordinator's bus, with the site's key. While the link is
// cut the site goes on, and the leaf dials again.
type Leaf struct {
	ns  *server.Server
	key Key
}

// LeafConfig is what a leaf needs.
type LeafConfig struct {
	Name   string // of the site
	Hub    string // nats-leaf://host:port of the coordinator's bus
	Key    Key    // the site's
	Listen string // host:port for workers in other processes at the site; empty: none
}

// Hang starts a leaf. It need not reach the coordinator yet.
func Hang(cfg LeafConfig) (*Leaf, error) {
	hub, err := url.Parse(cfg.Hub)
	if err != nil || hub.Host == "" {
		return nil, fmt.Errorf("bus: leaf of %q: want nats-leaf://host:port", cfg.Hub)
	}
	seed, err := cfg.Key.Token()
	if err != nil {
		return nil, err
	}
	opts := &server.Options{
		ServerName: LeafName(cfg.Name), NoSigs: true, NoLog: true, MaxPayload: maxPayload, MaxPending: 4 * maxPayload, DontListen: cfg.Listen == "",
		PingInterval: pingEvery, MaxPingsOut: pingsLost,
		Nkeys: []*server.NkeyUser{{Nkey: cfg.Key.public}},
		LeafNode: server.LeafNodeOpts{
			ReconnectInterval: time.Second,
			Remotes:           []*server.RemoteLeafOpts{{URLs: []*url.URL{hub}, Nkey: seed, IgnoreDiscoveredServers: true}},
		},
	}
	if cfg.Listen != "" {
		if opts.Host, opts.Port, err = hostPort(cfg.Listen); err != nil {
			return nil, err
		}
	}
	ns, err := launch(opts)
	if err != nil {
		return nil, err
	}
	return &Leaf{ns, cfg.Key}, nil
}

// Connect joins the leaf within the process, with the site's key.
func (l *Leaf) Connect(log *slog.Logger) (*nats.Conn, error) {
	return connect("", l.key, log, nats.InProcessServer(l.ns))
}

// Linked reports whether the leaf reaches the coordinator's bus.
func (l *Leaf) Linked() bool { return l.ns.NumLeafNodes() > 0 }

// URL is where workers in other processes at the site join; empty where they do not.
func (l *Leaf) URL() string { return l.ns.ClientURL() }

// Close stops the leaf.
func (l *Leaf) Close() {
	l.ns.Shutdown()
	l.ns.WaitForShutdown()
}
