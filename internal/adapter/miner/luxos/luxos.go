// Package luxos drives machines that run LuxOS: the cgminer API with sessions,
// curtailment and named profiles (docs.luxor.tech, API 3.7).
package luxos

import (
	"context"
	"errors"
	"fmt"
	"sort"
	"strings"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/miner"
	"github.com/pouw-dem/pouwdem/internal/adapter/miner/loose"
	"github.com/pouw-dem/pouwdem/internal/adapter/miner/rpc"
	"github.com/pouw-dem/pouwdem/internal/core/dispatch"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
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

// Capabilities have the latencies of a normal wake-up; the maker claims less
// than 5 s down and, stressing the chips, less than 10 s up.
func (d *Driver) Capabilities() dispatch.Capabilities {
	return dispatch.Capabilities{
		Sleep: true, Power: true, Pools: true, Reboot: true, Reports: true,
		Stop: 5 * time.Second, Start: 3 * time.Minute, Adjust: time.Minute,
	}
}

// Identify asks for version, configuration and profiles, which are the
// machine's own power curve.
func (d *Driver) Identify(ctx context.Context) (dispatch.Identity, error) {
	answers, err := d.rpc.Report(ctx, "version", "config", "profiles")
	if err != nil {
		return dispatch.Identity{}, fmt.Errorf("identify: %w", err)
	}
	version, config := answers["version"].Object("VERSION"), answers["config"].Object("CONFIG")
	if version.Text("LUXminer") == "" {
		return dispatch.Identity{}, errors.New("identify: the machine does not run LuxOS; see pouwdem miner discover")
	}
	id := dispatch.Identity{
		Model: version.Text("Type"), Firmware: "luxos", Version: version.Text("LUXminer"),
		MAC: config.Text("MACAddr"), Host: config.Text("Hostname"),
	}
	profiles := profilesOf(answers["profiles"])
	if len(profiles) > 0 {
		id.Levels = append(id.Levels, site.Level{Name: "asleep", Watts: asleepW})
	}
	for _, p := range profiles {
		id.Levels = append(id.Levels, site.Level{Name: p.name, Watts: p.watts, THs: unit.THs(p.ths)})
	}
	return id, nil
}

// asleepW is what the maker says a curtailed machine draws.
const asleepW = 25

type profile struct {
	name       string
	watts, ths float64
}

// profilesOf are the profiles in ascending order of power, those alone that
// hash more than the one below.
func profilesOf(answer loose.Object) []profile {
	var all []profile
	for _, p := range answer.Objects("PROFILES") {
		found := profile{p.Text("Profile Name"), p.Float("Watts"), p.Float("Hashrate")}
		if found.name != "" && found.watts > asleepW && found.ths > 0 {
			all = append(all, found)
		}
	}
	sort.Slice(all, func(i, j int) bool { return all[i].watts < all[j].watts })
	var rising []profile
	for _, p := range all {
		if n := len(rising); n == 0 || p.watts > rising[n-1].watts && p.ths > rising[n-1].ths {
			rising = append(rising, p)
		}
	}
	return rising
}

// Read asks for summary, configuration, power, temperatures, devices and pools.
func (d *Driver) Read(ctx context.Context) (dispatch.Reading, error) {
	answers, err := d.rpc.Report(ctx, "summary", "config", "power", "temps", "devs", "pools")
	if err != nil {
		return dispatch.Reading{}, fmt.Errorf("read: %w", err)
	}
	summary, config, power := answers["summary"].Object("SUMMARY"), answers["config"].Object("CONFIG"), answers["power"].Object("POWER")
	r := dispatch.Reading{
		At: d.cfg.Clock.Now(), THs: rpc.THs(summary), Uptime: rpc.Seconds(summary.Float("Elapsed")),
		Accepted: int64(summary.Float("Accepted")), Rejected: int64(summary.Float("Rejected")),
		Profile: config.Text("Profile"), Pools: rpc.Pools(answers["pools"]),
	}
	if watts, ok := power.Number("Watts"); ok {
		r.Watts, r.Source = watts, dispatch.Reported
	}
	for _, t := range answers["temps"].Objects("TEMPS") {
		for _, name := range []string{"Chip", "Board", "TopLeft", "TopRight", "BottomLeft", "BottomRight"} {
			r.TempC = max(r.TempC, t.Float(name))
		}
	}
	for _, device := range answers["devs"].Objects("DEVS") {
		r.BoardsOf++
		if strings.EqualFold(device.Text("Status"), "Alive") && device.Bool("Enabled") {
			r.Boards++
		}
	}
	r.State = stateOf(config, r)
	if r.State == dispatch.Fault {
		r.Fault = "system status " + config.Text("SystemStatus")
	}
	return r, nil
}

func stateOf(config loose.Object, r dispatch.Reading) dispatch.State {
	switch strings.ToLower(config.Text("CurtailMode")) {
	case "sleep", "sleeping":
		return dispatch.Asleep
	case "wakeup", "wakingup":
		return dispatch.Starting
	}
	switch status := strings.ToLower(config.Text("SystemStatus")); {
	case strings.Contains(status, "error"), strings.Contains(status, "fail"), strings.Contains(status, "stopped"):
		return dispatch.Fault
	case strings.Contains(status, "init"), strings.Contains(status, "ramp"), strings.Contains(status, "start"):
		return dispatch.Starting
	}
	if r.THs > 0 {
		return dispatch.Hashing
	}
	return dispatch.Starting
}

// Sleep curtails; the state outlives a restart of the machine.
func (d *Driver) Sleep(ctx context.Context) error {
	return d.session(ctx, "sleep", func(call rpc.Caller) error {
		_, err := call(ctx, "curtail", "sleep")
		return err
	})
}

// Wake ends the curtailment by the normal, gentle ramp.
func (d *Driver) Wake(ctx context.Context) error {
	return d.session(ctx, "wake", func(call rpc.Caller) error {
		_, err := call(ctx, "curtail", "wakeup")
		return err
	})
}

// SetPower sets the nearest profile that is not above the wish. The firmware's
// own tuning by temperature would undo it: that is switched off first and left
// off.
func (d *Driver) SetPower(ctx context.Context, watts float64) error {
	answers, err := d.rpc.Report(ctx, "profiles", "config")
	if err != nil {
		return fmt.Errorf("set power: %w", err)
	}
	profiles := profilesOf(answers["profiles"])
	if len(profiles) == 0 {
		return errors.New("set power: the machine lists no profile")
	}
	const slack = 1 // W, of rounding
	chosen := profiles[0]
	for _, p := range profiles {
		if p.watts <= watts+slack {
			chosen = p
		}
	}
	return d.session(ctx, "set power", func(call rpc.Caller) error {
		if answers["config"].Object("CONFIG").Bool("IsAtmEnabled") {
			if _, err := call(ctx, "atmset", "enabled=false"); err != nil {
				return err
			}
		}
		_, err := call(ctx, "profileset", chosen.name)
		return err
	})
}

// SetPools replaces the pools one by one.
func (d *Driver) SetPools(ctx context.Context, pools []dispatch.Pool) error {
	if err := miner.CheckPools(pools); err != nil {
		return err
	}
	return d.session(ctx, "set pools", func(call rpc.Caller) error {
		return rpc.ReplacePools(ctx, func(ctx context.Context, command, parameter string) (loose.Object, error) {
			if command == "pools" {
				return d.rpc.Call(ctx, command, parameter)
			}
			return call(ctx, command, parameter)
		}, pools)
	})
}

// Reboot restarts the whole machine.
func (d *Driver) Reboot(ctx context.Context) error {
	return d.session(ctx, "reboot", func(call rpc.Caller) error {
		_, err := call(ctx, "rebootdevice", "")
		return err
	})
}

// session signs in, does something with a caller that puts the session in front
// of parameters, and signs out. A machine has one session at a time: somebody
// else's is an error that nothing was changed.
func (d *Driver) session(ctx context.Context, what string, do func(rpc.Caller) error) error {
	answer, err := d.rpc.Call(ctx, "logon", "")
	if err != nil {
		if _, refused := errors.AsType[*rpc.Refusal](err); refused {
			return fmt.Errorf("%s: somebody else is signed in to the machine, which takes one at a time: %w", what, err)
		}
		return fmt.Errorf("%s: sign in: %w", what, err)
	}
	id := answer.Object("SESSION").Text("SessionID")
	if id == "" {
		return fmt.Errorf("%s: the machine gave no session", what)
	}
	defer func() {
		out, cancel := context.WithTimeout(context.WithoutCancel(ctx), d.cfg.Timeout)
		defer cancel()
		_, _ = d.rpc.Call(out, "logoff", id) // it ends by itself else
	}()
	err = do(func(ctx context.Context, command, parameter string) (loose.Object, error) {
		if parameter == "" {
			parameter = id
		} else {
			parameter = id + "," + parameter
		}
		answer, err := d.rpc.Call(ctx, command, parameter)
		if _, refused := errors.AsType[*rpc.Refusal](err); refused || err == nil {
			return answer, err
		}
		return answer, miner.Lost(command, err)
	})
	if err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	return nil
}
