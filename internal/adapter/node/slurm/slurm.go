// Package slurm drives the GPU nodes of a Slurm cluster through slurmrestd (data
// parser v0.0.41): nodes are drained and undrained, and what they take and draw is
// told by active features. A feature gpucap_N caps each GPU at N watts, a feature
// tier_NAME lets jobs of a tier in, which ask for it as a constraint; a program on
// the node sets the cap. docs/fleet.md says how to set it up.
package slurm

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/node/gpu"
	"github.com/pouw-dem/pouwdem/internal/core/dispatch"
	"github.com/pouw-dem/pouwdem/internal/core/site"
)

const (
	root     = "/slurm/v0.0.41"
	capped   = "gpucap_"
	tier     = "tier_"
	ours     = "pouwdem" // begins the reason of every drain of ours
	ourDrain = ours + ": the plan has no power for it"
)

// Driver is one node of a cluster. Make it with [New].
type Driver struct {
	cfg  gpu.Config
	name string
}

var _ gpu.Driver = (*Driver)(nil)

// New checks the configuration; nothing is sent yet.
func New(cfg gpu.Config, node string) (*Driver, error) {
	cfg, err := cfg.With()
	if err == nil && (node == "" || strings.ContainsAny(node, "/?#,[]")) {
		err = fmt.Errorf("slurm: %q is no name of one node", node)
	}
	return &Driver{cfg, node}, err
}

// Nodes are the names of a partition's nodes that have GPUs, of all partitions
// where it is empty.
func Nodes(ctx context.Context, cfg gpu.Config, partition string) ([]string, error) {
	cfg.RatedW = max(cfg.RatedW, 1) // of no matter here
	cfg, err := cfg.With()
	if err != nil {
		return nil, err
	}
	nodes, err := ask(ctx, cfg, root+"/nodes")
	if err != nil {
		return nil, fmt.Errorf("list the nodes of %s: %w", cfg.URL, err)
	}
	var names []string
	for _, n := range nodes {
		if (partition == "" || slices.Contains(n.Partitions, partition)) && len(n.caps()) > 0 {
			names = append(names, n.Name)
		}
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("%s has no node with a feature %sN in partition %q", cfg.URL, capped, partition)
	}
	slices.Sort(names)
	return names, nil
}

// Capabilities are those of every node.
func (d *Driver) Capabilities() dispatch.Capabilities { return d.cfg.Capabilities() }

// Identify tells the node's GPUs as Slurm names them.
func (d *Driver) Identify(ctx context.Context) (dispatch.Identity, error) {
	n, err := d.node(ctx)
	if err != nil {
		return dispatch.Identity{}, fmt.Errorf("identify: %w", err)
	}
	return dispatch.Identity{Model: n.Gres, Firmware: "slurm", Version: n.Version, Host: n.Hostname}, nil
}

// Read asks for the node. Its power is Slurm's, from the node's own sensors, where
// the cluster gathers it.
func (d *Driver) Read(ctx context.Context) (dispatch.Reading, error) {
	n, err := d.node(ctx)
	if err != nil {
		return dispatch.Reading{}, fmt.Errorf("read: %w", err)
	}
	return d.reading(&n), nil
}

func (d *Driver) reading(n *node) dispatch.Reading {
	now := d.cfg.Clock.Now()
	r := dispatch.Reading{At: now, Jobs: n.jobs(), Tiers: n.tiers(), BoardsOf: d.cfg.GPUs, Boards: min(n.gpus(), d.cfg.GPUs)}
	if all := n.caps(); len(all) > 0 {
		most := float64(all[len(all)-1])
		r.LimitW = d.cfg.WallOf(n.limit(most), most)
	}
	if n.BootTime.Number > 0 {
		r.Uptime = max(0, now.Sub(time.Unix(n.BootTime.Number, 0)))
	}
	if watts, known := n.Energy.watts(); known {
		r.Watts, r.Source = watts*d.cfg.Overhead, dispatch.Reported
	}
	r.State, r.Fault = n.state()
	return r
}

// Sleep drains the node at its lowest cap. A node that we drained longer ago than
// its work was given is set down, which has Slurm queue that work again.
func (d *Driver) Sleep(ctx context.Context) error {
	n, err := d.node(ctx)
	if err != nil {
		return fmt.Errorf("drain: %w", err)
	}
	all := n.caps()
	if len(all) == 0 {
		return fmt.Errorf("drain: node %s has no feature %sN", d.name, capped)
	}
	state := "DRAIN"
	if n.has("DRAIN") && n.byUs() && n.jobs() > 0 && d.cfg.Clock.Now().Sub(time.Unix(n.ReasonAt.Number, 0)) >= d.cfg.Grace {
		state = "DOWN"
	}
	u := update{Active: withCap(n.Active, all[0])}
	if !n.has("DRAIN") && !n.has("DOWN") || state == "DOWN" {
		u.State, u.Reason = []string{state}, ourDrain
	}
	return d.update(ctx, "drain", u)
}

// Wake undrains the node, or resumes it where it is down, if that was our doing.
func (d *Driver) Wake(ctx context.Context) error {
	n, err := d.node(ctx)
	if err != nil {
		return fmt.Errorf("resume: %w", err)
	}
	switch {
	case (n.has("DRAIN") || n.has("DOWN")) && !n.byUs():
		return fmt.Errorf("resume: node %s is out by another hand: %s", d.name, n.Reason)
	case n.has("DOWN"):
		return d.update(ctx, "resume", update{State: []string{"RESUME"}})
	case n.has("DRAIN"):
		return d.update(ctx, "resume", update{State: []string{"UNDRAIN"}})
	}
	return nil
}

// SetPower activates the highest cap at which the node stays within watts.
func (d *Driver) SetPower(ctx context.Context, watts float64) error {
	n, err := d.node(ctx)
	if err != nil {
		return fmt.Errorf("set power: %w", err)
	}
	all := n.caps()
	if len(all) == 0 {
		return fmt.Errorf("set power: node %s has no feature %sN", d.name, capped)
	}
	limit, most := all[0], float64(all[len(all)-1])
	for _, one := range all {
		// A watt of each GPU is lost to caps that are whole watts.
		if float64(one) <= d.cfg.CapOf(watts, most)+1 {
			limit = one
		}
	}
	return d.update(ctx, "set power", update{Active: withCap(n.Active, limit)})
}

// Admit activates the features of the tiers, and no others.
func (d *Driver) Admit(ctx context.Context, tiers []string) error {
	n, err := d.node(ctx)
	if err != nil {
		return fmt.Errorf("admit: %w", err)
	}
	active := slices.DeleteFunc(slices.Clone(n.Active), func(f string) bool { return strings.HasPrefix(f, tier) })
	for _, name := range tiers {
		if !slices.Contains(n.Features, tier+name) {
			return fmt.Errorf("admit: node %s has no feature %s%s", d.name, tier, name)
		}
		active = append(active, tier+name)
	}
	return d.update(ctx, "admit", update{Active: active})
}

// Reboot is not among slurmrestd's commands.
func (d *Driver) Reboot(context.Context) error { return dispatch.ErrUnsupported }

// withCap is active features with another cap among them.
func withCap(active []string, watts int) []string {
	rest := slices.DeleteFunc(slices.Clone(active), func(f string) bool { return strings.HasPrefix(f, capped) })
	return append(rest, capped+strconv.Itoa(watts))
}

func (d *Driver) path() string { return root + "/node/" + url.PathEscape(d.name) }

func (d *Driver) node(ctx context.Context) (node, error) {
	nodes, err := ask(ctx, d.cfg, d.path())
	if err != nil {
		return node{}, err
	}
	if len(nodes) != 1 || nodes[0].Name != d.name {
		return node{}, fmt.Errorf("slurm: asked for node %s, got %d others", d.name, len(nodes))
	}
	return nodes[0], nil
}

func header(cfg gpu.Config) http.Header {
	h := http.Header{}
	if cfg.Token != "" {
		h.Set("X-SLURM-USER-NAME", cfg.User)
		h.Set("X-SLURM-USER-TOKEN", cfg.Token)
	}
	return h
}

func ask(ctx context.Context, cfg gpu.Config, path string) ([]node, error) {
	status, body, err := cfg.Do(ctx, http.MethodGet, path, header(cfg), nil)
	if err != nil {
		return nil, err
	}
	a, err := parse(body)
	if err == nil {
		err = a.failure()
	}
	if status != http.StatusOK {
		return nil, fmt.Errorf("GET %s: status %d: %w", path, status, orSilence(err))
	}
	if err != nil {
		return nil, fmt.Errorf("GET %s: %w", path, err)
	}
	return a.Nodes, nil
}

// update sends a change of the node. Slurm says that it took it with an empty list
// of errors, whatever the status.
func (d *Driver) update(ctx context.Context, what string, u update) error {
	status, body, err := d.cfg.Do(ctx, http.MethodPost, d.path(), header(d.cfg), u)
	if err != nil {
		return gpu.Lost(what, err)
	}
	a, err := parse(body)
	if err != nil {
		return fmt.Errorf("%s: %w: status %d: %w", what, site.ErrUnknown, status, err)
	}
	if err := a.failure(); err != nil {
		return fmt.Errorf("%s: node %s: %w", what, d.name, err)
	}
	if status != http.StatusOK {
		return fmt.Errorf("%s: %w: status %d", what, site.ErrUnknown, status)
	}
	return nil
}

// orSilence is the error, or that there was none.
func orSilence(err error) error {
	if err == nil {
		return errors.New("no reason given")
	}
	return err
}
