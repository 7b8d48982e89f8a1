// Package cgminer drives machines by the plain cgminer API and its relative
// bmminer: what every firmware of the family knows. Such a machine cannot be
// dimmed; it is put to sleep by disabling its devices.
package cgminer

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/miner"
	"github.com/pouw-dem/pouwdem/internal/adapter/miner/loose"
	"github.com/pouw-dem/pouwdem/internal/adapter/miner/rpc"
	"github.com/pouw-dem/pouwdem/internal/core/dispatch"
)

// Driver is one machine. Make it with [New].
type Driver struct {
	cfg miner.Config
	rpc *rpc.Client
}

// New checks the configuration; nothing is sent yet.
func New(cfg miner.Config) (*Driver, error) {
	cfg, err := cfg.With(rpc.Port, "", "")
	if err != nil {
		return nil, err
	}
	return &Driver{cfg, rpc.NewClient(cfg.Address, cfg.Timeout)}, nil
}

// Capabilities are those of the API with write access (--api-allow W:...).
func (d *Driver) Capabilities() dispatch.Capabilities {
	return dispatch.Capabilities{
		Sleep: true, Pools: true, Reboot: true,
		Stop: 15 * time.Second, Start: 90 * time.Second, Adjust: 0,
	}
}

// Identify asks for the version.
func (d *Driver) Identify(ctx context.Context) (dispatch.Identity, error) {
	answer, err := d.rpc.Call(ctx, "version", "")
	if err != nil {
		return dispatch.Identity{}, fmt.Errorf("identify: %w", err)
	}
	version := answer.Object("VERSION")
	if version == nil {
		return dispatch.Identity{}, errors.New("identify: the answer has no VERSION")
	}
	return dispatch.Identity{
		Model: version.Text("Type"), Firmware: "cgminer", Version: version.Text("CGMiner", "BMMiner", "Miner"),
	}, nil
}

// Read asks for summary, devices and pools.
func (d *Driver) Read(ctx context.Context) (dispatch.Reading, error) {
	answers, err := d.rpc.Report(ctx, "summary", "devs", "pools")
	if err != nil {
		return dispatch.Reading{}, fmt.Errorf("read: %w", err)
	}
	summary, devices := answers["summary"].Object("SUMMARY"), answers["devs"].Objects("DEVS")
	r := dispatch.Reading{
		At: d.cfg.Clock.Now(), THs: rpc.THs(summary), Uptime: rpc.Seconds(summary.Float("Elapsed")),
		Accepted: int64(summary.Float("Accepted")), Rejected: int64(summary.Float("Rejected")),
		Pools: rpc.Pools(answers["pools"]), BoardsOf: len(devices),
	}
	enabled := 0
	for _, device := range devices {
		r.TempC = max(r.TempC, device.Float("Temperature"))
		if !device.Bool("Enabled") {
			continue
		}
		enabled++
		if status := device.Text("Status"); status == "Alive" {
			r.Boards++
		} else {
			r.Fault = "device " + device.Text("ASC", "PGA", "ID") + " is " + status
		}
	}
	switch {
	case enabled == 0 && len(devices) > 0:
		r.State, r.THs, r.Fault = dispatch.Asleep, 0, ""
	case r.Boards == 0 && r.Fault != "":
		r.State = dispatch.Fault
	case r.THs > 0:
		r.State = dispatch.Hashing
	default:
		r.State = dispatch.Starting
	}
	return r, nil
}

// Sleep disables every device.
func (d *Driver) Sleep(ctx context.Context) error { return d.each(ctx, "sleep", "disable") }

// Wake enables every device.
func (d *Driver) Wake(ctx context.Context) error { return d.each(ctx, "wake", "enable") }

// each gives every device a command: ascdisable, pgaenable and their like.
func (d *Driver) each(ctx context.Context, what, verb string) error {
	answer, err := d.rpc.Call(ctx, "devs", "")
	if err != nil {
		return fmt.Errorf("%s: %w", what, err) // nothing was asked for yet
	}
	devices := answer.Objects("DEVS")
	if len(devices) == 0 {
		return fmt.Errorf("%s: the machine lists no device; is it still starting?", what)
	}
	for i, device := range devices {
		kind := "asc"
		number := device.Text("ASC")
		if device.Has("PGA") {
			kind, number = "pga", device.Text("PGA")
		}
		if number == "" {
			number = strconv.Itoa(i)
		}
		if device.Bool("Enabled") == (verb == "enable") {
			continue
		}
		if err := d.write(ctx, kind+verb, number); err != nil {
			return fmt.Errorf("%s: device %s: %w", what, number, err)
		}
	}
	return nil
}

// write calls a command that changes something.
func (d *Driver) write(ctx context.Context, command, parameter string) error {
	_, err := d.rpc.Call(ctx, command, parameter)
	if _, refused := errors.AsType[*rpc.Refusal](err); refused || err == nil {
		return err
	}
	return miner.Lost(command, err)
}

// SetPower is not part of the API.
func (d *Driver) SetPower(context.Context, float64) error { return dispatch.ErrUnsupported }

// SetPools replaces the pools one by one.
func (d *Driver) SetPools(ctx context.Context, pools []dispatch.Pool) error {
	if err := miner.CheckPools(pools); err != nil {
		return err
	}
	err := rpc.ReplacePools(ctx, func(ctx context.Context, command, parameter string) (loose.Object, error) {
		return d.rpc.Call(ctx, command, parameter)
	}, pools)
	if err != nil {
		return fmt.Errorf("set pools: %w", err)
	}
	return nil
}

// Reboot restarts the mining process, which is all that the API reaches.
func (d *Driver) Reboot(ctx context.Context) error { return d.write(ctx, "restart", "") }
