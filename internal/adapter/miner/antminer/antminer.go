// Package antminer drives Antminers with the maker's own firmware through the
// pages of its web server (HTTP digest, realm "antMiner Configuration"). There
// is one command, to write the whole configuration, and the mining process
// starts anew with it. These machines do not report power.
package antminer

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/icholy/digest"

	"github.com/pouw-dem/pouwdem/internal/adapter/miner"
	"github.com/pouw-dem/pouwdem/internal/adapter/miner/loose"
	"github.com/pouw-dem/pouwdem/internal/adapter/miner/rpc"
	"github.com/pouw-dem/pouwdem/internal/core/dispatch"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

const bodyLimit = 1 << 20 // bytes

// Work modes of the firmware.
const (
	modeNormal = 0
	modeSleep  = 1
)

// Driver is one machine. Make it with [New].
type Driver struct {
	cfg  miner.Config
	base string
	http *http.Client
}

// New checks the configuration; nothing is sent yet. A nil client means one
// that keeps no connection.
func New(cfg miner.Config, client *http.Client) (*Driver, error) {
	cfg, err := cfg.With("80", "root", "root")
	if err != nil {
		return nil, err
	}
	var below http.RoundTripper = &http.Transport{DisableKeepAlives: true}
	if client != nil && client.Transport != nil {
		below = client.Transport
	}
	return &Driver{cfg: cfg, base: "http://" + cfg.Address + "/cgi-bin/", http: &http.Client{
		Transport:     &digest.Transport{Username: cfg.Username, Password: cfg.Password, Transport: below},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}}, nil
}

// Capabilities are sleeping and pools; power cannot be chosen in watts.
func (d *Driver) Capabilities() dispatch.Capabilities {
	return dispatch.Capabilities{
		Sleep: true, Pools: true, Reboot: true, Restarts: true,
		Stop: time.Minute, Start: 5 * time.Minute,
	}
}

// Identify asks for the system's information.
func (d *Driver) Identify(ctx context.Context) (dispatch.Identity, error) {
	info, err := d.get(ctx, "get_system_info.cgi")
	if err != nil {
		return dispatch.Identity{}, fmt.Errorf("identify: %w", err)
	}
	return dispatch.Identity{
		Model: info.Text("minertype"), Firmware: "antminer", Version: info.Text("system_filesystem_version"),
		MAC: info.Text("macaddr"), Host: info.Text("hostname"),
	}, nil
}

// Read asks for the configuration, summary, statistics and pools. A machine
// asleep answers with empty lists, which is not the same as no answer.
func (d *Driver) Read(ctx context.Context) (dispatch.Reading, error) {
	pages := map[string]loose.Object{}
	for _, page := range []string{"get_miner_conf.cgi", "summary.cgi", "stats.cgi", "pools.cgi"} {
		answer, err := d.get(ctx, page)
		if err != nil {
			return dispatch.Reading{}, fmt.Errorf("read: %w", err)
		}
		pages[page] = answer
	}
	conf := pages["get_miner_conf.cgi"]
	summary, stats := pages["summary.cgi"].Object("SUMMARY"), pages["stats.cgi"].Object("STATS")
	r := dispatch.Reading{At: d.cfg.Clock.Now(), Profile: "mode " + strconv.Itoa(modeOf(conf)), Pools: poolsOf(pages["pools.cgi"], conf)}
	if len(summary) == 0 && len(stats) == 0 {
		if r.State = dispatch.Starting; modeOf(conf) == modeSleep {
			r.State = dispatch.Asleep
		}
		return r, nil
	}
	r.Uptime = rpc.Seconds(summary.Float("elapsed"))
	r.THs = hashrate(summary)
	r.Accepted, r.Rejected = sharesOf(pages["pools.cgi"])
	for _, chain := range stats.Objects("chain") {
		r.BoardsOf++
		if chain.Float("rate_real") > 0 {
			r.Boards++
		}
		for _, name := range []string{"temp_chip", "temp_pcb", "temp_pic"} {
			for _, t := range chain.Numbers(name) {
				r.TempC = max(r.TempC, t)
			}
		}
	}
	switch {
	case modeOf(conf) == modeSleep:
		r.State = dispatch.Starting // still on its way down
	case r.THs > 0:
		r.State = dispatch.Hashing
	default:
		r.State = dispatch.Starting
	}
	for _, s := range summary.Objects("status") {
		if s.Text("status") == "e" {
			r.Fault = s.Text("type") + ": " + s.Text("msg")
			if r.THs == 0 {
				r.State = dispatch.Fault
			}
		}
	}
	return r, nil
}

// modeOf is the work mode, a number on some firmwares and a string on others.
func modeOf(conf loose.Object) int {
	return int(conf.Float("bitmain-work-mode", "miner-mode"))
}

func hashrate(summary loose.Object) unit.THs {
	perTH := 1e3
	if strings.HasPrefix(strings.ToUpper(summary.Text("rate_unit")), "MH") {
		perTH = 1e6
	}
	return unit.THs(max(0, summary.Float("rate_5s", "rate_30m", "rate_avg")) / perTH)
}

// poolsOf are the pools with their state, or as configured where the machine
// sleeps and shows none.
func poolsOf(answer, conf loose.Object) []dispatch.Pool {
	var pools []dispatch.Pool
	for i, p := range answer.Objects("POOLS") {
		if p.Text("url") == "" {
			continue
		}
		alive := strings.EqualFold(p.Text("status"), "Alive")
		pools = append(pools, dispatch.Pool{URL: p.Text("url"), User: p.Text("user"), Alive: alive, Active: alive && i == 0})
	}
	if pools != nil {
		return pools
	}
	for _, p := range conf.Objects("pools") {
		if p.Text("url") != "" {
			pools = append(pools, dispatch.Pool{URL: p.Text("url"), User: p.Text("user")})
		}
	}
	return pools
}

func sharesOf(answer loose.Object) (accepted, rejected int64) {
	for _, p := range answer.Objects("POOLS") {
		accepted += int64(p.Float("accepted"))
		rejected += int64(p.Float("rejected"))
	}
	return accepted, rejected
}

// Sleep writes the configuration with the work mode that sleeps.
func (d *Driver) Sleep(ctx context.Context) error { return d.mode(ctx, "sleep", modeSleep) }

// Wake writes it with the normal one: there is no way to resume.
func (d *Driver) Wake(ctx context.Context) error { return d.mode(ctx, "wake", modeNormal) }

// SetPower is not part of the firmware.
func (d *Driver) SetPower(context.Context, float64) error { return dispatch.ErrUnsupported }

func (d *Driver) mode(ctx context.Context, what string, mode int) error {
	return d.write(ctx, what, func(conf map[string]any) {
		conf["miner-mode"], conf["bitmain-work-mode"] = mode, mode
	})
}

// SetPools writes the configuration with other pools.
func (d *Driver) SetPools(ctx context.Context, pools []dispatch.Pool) error {
	if err := miner.CheckPools(pools); err != nil {
		return err
	}
	return d.write(ctx, "set pools", func(conf map[string]any) {
		three := make([]any, 0, 3)
		for i := range 3 {
			p := dispatch.Pool{}
			if i < len(pools) {
				p = pools[i]
			}
			three = append(three, map[string]string{"url": p.URL, "user": p.User, "pass": p.Password})
		}
		conf["pools"] = three
	})
}

// Reboot restarts the whole machine. It does not answer.
func (d *Driver) Reboot(ctx context.Context) error {
	if _, err := d.do(ctx, http.MethodGet, "reboot.cgi", nil); err != nil {
		return miner.Lost("reboot", err)
	}
	return nil
}

// write reads the configuration, changes it and writes the whole: the machine
// refuses a part, and one without all three pools.
func (d *Driver) write(ctx context.Context, what string, change func(map[string]any)) error {
	now, err := d.get(ctx, "get_miner_conf.cgi")
	if err != nil {
		return fmt.Errorf("%s: read the configuration first: %w", what, err)
	}
	conf := whole(now)
	change(conf)
	payload, err := json.Marshal(conf)
	if err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	body, err := d.do(ctx, http.MethodPost, "set_miner_conf.cgi", payload)
	if err != nil {
		return miner.Lost(what, err)
	}
	answer, err := loose.Parse(body)
	if err != nil {
		return fmt.Errorf("%s: %w: %w", what, site.ErrUnknown, err)
	}
	if answer.Text("stats") != "success" {
		return fmt.Errorf("%s: refused with %s: %s", what, answer.Text("code"), answer.Text("msg"))
	}
	return nil
}

// whole is the configuration as the machine takes it: its own keys, with the
// pools filled up to three and the frequency under its other name.
func whole(now loose.Object) map[string]any {
	conf := map[string]any{}
	maps.Copy(conf, now)
	conf["miner-mode"], conf["bitmain-work-mode"] = modeOf(now), modeOf(now)
	conf["freq-level"] = now.Text("bitmain-freq-level", "freq-level")
	pools := now.Objects("pools")
	three := make([]any, 0, 3)
	for i := range 3 {
		p := loose.Object{"url": "", "user": "", "pass": ""}
		if i < len(pools) {
			p = pools[i]
		}
		three = append(three, map[string]string{"url": p.Text("url"), "user": p.Text("user"), "pass": p.Text("pass")})
	}
	conf["pools"] = three
	return conf
}

func (d *Driver) get(ctx context.Context, page string) (loose.Object, error) {
	body, err := d.do(ctx, http.MethodGet, page, nil)
	if err != nil {
		return nil, err
	}
	answer, err := loose.Parse(body)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", page, err)
	}
	return answer, nil
}

func (d *Driver) do(ctx context.Context, method, page string, payload []byte) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, d.cfg.Timeout)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, method, d.base+page, bytes.NewReader(payload))
	if err != nil {
		return nil, err
	}
	resp, err := d.http.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(io.LimitReader(resp.Body, bodyLimit))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", page, err)
	}
	if resp.StatusCode == http.StatusUnauthorized {
		return nil, fmt.Errorf("%s: %w: status 401; check the machine's user name and password", page, miner.ErrRefused)
	}
	if resp.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%s: %w: status %d", page, miner.ErrRefused, resp.StatusCode)
	}
	return body, nil
}
