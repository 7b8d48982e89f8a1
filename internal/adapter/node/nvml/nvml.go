// Package nvml drives a node of GPUs through the small agent that runs on it: its
// commands set what NVML sets (nvmlDeviceSetPowerManagementLimit, in milliwatts),
// its telemetry is the text of NVIDIA's dcgm-exporter. The protocol is
// docs/node-agent.md.
package nvml

import (
	"context"
	"fmt"
	"math"
	"net/http"
	"slices"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/node/gpu"
	"github.com/pouw-dem/pouwdem/internal/core/dispatch"
	"github.com/pouw-dem/pouwdem/internal/core/site"
)

// Driver is one node. Make it with [New].
type Driver struct{ cfg gpu.Config }

var _ gpu.Driver = (*Driver)(nil)

// New checks the configuration; nothing is sent yet.
func New(cfg gpu.Config) (*Driver, error) {
	cfg, err := cfg.With()
	return &Driver{cfg}, err
}

// Capabilities are those of every node.
func (d *Driver) Capabilities() dispatch.Capabilities { return d.cfg.Capabilities() }

// Identify asks what the node is.
func (d *Driver) Identify(ctx context.Context) (dispatch.Identity, error) {
	n, err := d.node(ctx)
	if err != nil {
		return dispatch.Identity{}, fmt.Errorf("identify: %w", err)
	}
	return dispatch.Identity{Model: n.Model, Firmware: "nvml", Version: n.Driver, Host: n.Host}, nil
}

// Read asks for the node's state and for what its GPUs draw.
func (d *Driver) Read(ctx context.Context) (dispatch.Reading, error) {
	n, err := d.node(ctx)
	if err != nil {
		return dispatch.Reading{}, fmt.Errorf("read: %w", err)
	}
	status, body, err := d.cfg.Do(ctx, http.MethodGet, "/metrics", d.header(), nil)
	if err == nil && status != http.StatusOK {
		err = fmt.Errorf("GET /metrics: status %d", status)
	}
	if err != nil {
		return dispatch.Reading{}, fmt.Errorf("read: %w", err)
	}
	gpus, err := parseMetrics(body)
	if err != nil {
		return dispatch.Reading{}, fmt.Errorf("read: %w", err)
	}
	return d.reading(n, gpus), nil
}

// reading puts the node's word and its GPUs' together.
func (d *Driver) reading(n nodeAnswer, gpus map[string]telemetry) dispatch.Reading {
	most := float64(n.MostMW) / 1000
	r := dispatch.Reading{
		At: d.cfg.Clock.Now(), Jobs: n.Jobs, Tiers: slices.Clone(n.Tiers), Uptime: time.Duration(n.UptimeS * float64(time.Second)),
		LimitW: d.cfg.WallOf(float64(n.LimitMW)/1000, most), BoardsOf: n.GPUs, Source: dispatch.Reported, Fault: n.Fault,
	}
	drawn := 0.0
	for _, g := range gpus {
		r.Boards++
		r.TempC = max(r.TempC, g.tempC)
		drawn += g.watts
		if why := g.trouble(); why != "" {
			r.Fault = why
		}
	}
	switch {
	case n.NodeW != nil:
		r.Watts = *n.NodeW * d.cfg.Overhead
	case r.Boards == r.BoardsOf:
		// The rest of the node counts as at full work, which errs on the safe side.
		r.Watts = max(0, d.cfg.RatedW-d.cfg.Overhead*(most*float64(n.GPUs)-drawn))
	default:
		r.Source = dispatch.NoPower
	}
	switch n.State {
	case "serving", "idle":
		r.State = dispatch.Hashing
	case "starting":
		r.State = dispatch.Starting
	case "draining":
		r.State = dispatch.Draining
	case "drained":
		r.State = dispatch.Asleep
	default:
		r.State = dispatch.Fault
	}
	if n.HeldBy != "" {
		r.State, r.Fault = dispatch.Fault, "drained by another hand: "+n.HeldBy
	}
	return r
}

// Sleep drains the node at its lowest cap.
func (d *Driver) Sleep(ctx context.Context) error {
	n, err := d.node(ctx)
	if err != nil {
		return fmt.Errorf("drain: %w", err)
	}
	yes, grace := true, d.cfg.Grace.Seconds()
	return d.order(ctx, "drain", order{Drain: &yes, GraceS: &grace, LimitMW: &n.LeastMW})
}

// Wake lets the node take work.
func (d *Driver) Wake(ctx context.Context) error {
	no := false
	return d.order(ctx, "resume", order{Drain: &no})
}

// SetPower caps each GPU.
func (d *Driver) SetPower(ctx context.Context, watts float64) error {
	n, err := d.node(ctx)
	if err != nil {
		return fmt.Errorf("set power: %w", err)
	}
	limit := int64(math.Floor(d.cfg.CapOf(watts, float64(n.MostMW)/1000) * 1000))
	limit = min(max(limit, n.LeastMW), n.MostMW)
	return d.order(ctx, "set power", order{LimitMW: &limit})
}

// Admit sets the tiers.
func (d *Driver) Admit(ctx context.Context, tiers []string) error {
	if tiers == nil {
		tiers = []string{}
	}
	return d.order(ctx, "admit", order{Tiers: &tiers})
}

// Reboot is not among the agent's commands.
func (d *Driver) Reboot(context.Context) error { return dispatch.ErrUnsupported }

func (d *Driver) header() http.Header {
	h := http.Header{}
	if d.cfg.Token != "" {
		h.Set("Authorization", "Bearer "+d.cfg.Token)
	}
	return h
}

func (d *Driver) node(ctx context.Context) (nodeAnswer, error) {
	status, body, err := d.cfg.Do(ctx, http.MethodGet, "/v1/node", d.header(), nil)
	if err != nil {
		return nodeAnswer{}, err
	}
	if status != http.StatusOK {
		return nodeAnswer{}, fmt.Errorf("GET /v1/node: status %d", status)
	}
	return parseNode(body)
}

// order sends a command.
func (d *Driver) order(ctx context.Context, what string, o order) error {
	status, body, err := d.cfg.Do(ctx, http.MethodPut, "/v1/node/order", d.header(), o)
	switch {
	case err != nil:
		return gpu.Lost(what, err)
	case status >= http.StatusInternalServerError:
		return fmt.Errorf("%s: %w: status %d", what, site.ErrUnknown, status)
	case status != http.StatusAccepted:
		return fmt.Errorf("%s: the agent refused with status %d: %.120q", what, status, body)
	}
	return nil
}
