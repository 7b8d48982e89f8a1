// Package braiins drives machines that run Braiins OS by its REST API (OpenAPI
// 26.04, http://machine/api/v1). Power targets are set on the fly; the older
// ways of setting them restart mining and are not used.
package braiins

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"net/http"
	"sync"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/miner"
	"github.com/pouw-dem/pouwdem/internal/adapter/miner/loose"
	"github.com/pouw-dem/pouwdem/internal/adapter/miner/rpc"
	"github.com/pouw-dem/pouwdem/internal/core/dispatch"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

const (
	bodyLimit = 1 << 20 // bytes
	early     = 0.9     // of a token's life after which a new one is asked for
)

// Driver is one machine. Make it with [New].
type Driver struct {
	cfg  miner.Config
	base string
	http *http.Client

	mu    sync.Mutex
	token string
	until time.Time // of the wall's clock
}

// New checks the configuration; nothing is sent yet. A nil client means one
// that keeps no connection.
func New(cfg miner.Config, client *http.Client) (*Driver, error) {
	cfg, err := cfg.With("80", "root", "root")
	if err != nil {
		return nil, err
	}
	if client == nil {
		client = &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
	}
	own := *client
	own.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return &Driver{cfg: cfg, base: "http://" + cfg.Address + "/api/v1", http: &own}, nil
}

// Capabilities have the latencies without quick ramping, which has to be
// configured on the machine.
func (d *Driver) Capabilities() dispatch.Capabilities {
	return dispatch.Capabilities{
		Sleep: true, Power: true, Pools: true, Reboot: true, Reports: true,
		Stop: 10 * time.Second, Start: 5 * time.Minute, Adjust: 3 * time.Minute,
	}
}

// Identify asks for the machine's details and its tuned points.
func (d *Driver) Identify(ctx context.Context) (dispatch.Identity, error) {
	details, err := d.get(ctx, "/miner/details")
	if err != nil {
		return dispatch.Identity{}, fmt.Errorf("identify: %w", err)
	}
	id := dispatch.Identity{
		Model: details.Object("miner_identity").Text("miner_model", "name"), Firmware: "braiins",
		Version: details.Object("bos_version").Text("current"), MAC: details.Text("mac_address"), Host: details.Text("hostname"),
	}
	profiles, err := d.get(ctx, "/performance/target-profiles")
	if err != nil {
		return id, nil // a machine that was never tuned has none
	}
	id.Levels = levelsOf(profiles)
	return id, nil
}

// asleepW is what a paused machine draws: control board and fans at rest.
const asleepW = 25

func levelsOf(profiles loose.Object) []site.Level {
	levels := []site.Level{{Name: "asleep", Watts: asleepW}}
	for _, p := range profiles.Objects("power_target_profiles") {
		l := site.Level{
			Watts: p.Object("target").Float("watt"),
			THs:   unit.THs(p.Object("measured_hashrate").Float("gigahash_per_second") / 1e3),
		}
		l.Name = fmt.Sprintf("%.0fW", l.Watts)
		if last := levels[len(levels)-1]; l.Watts > last.Watts && l.THs > last.THs {
			levels = append(levels, l)
		}
	}
	if len(levels) == 1 {
		return nil
	}
	return levels
}

// Read asks for statistics, the tuner, cooling, pools and hashboards.
func (d *Driver) Read(ctx context.Context) (dispatch.Reading, error) {
	details, err := d.get(ctx, "/miner/details")
	if err != nil {
		return dispatch.Reading{}, fmt.Errorf("read: %w", err)
	}
	stats, err := d.get(ctx, "/miner/stats")
	if err != nil {
		return dispatch.Reading{}, fmt.Errorf("read: %w", err)
	}
	tuner, err := d.get(ctx, "/performance/tuner-state")
	if err != nil {
		return dispatch.Reading{}, fmt.Errorf("read: %w", err)
	}
	boards, err := d.get(ctx, "/miner/hw/hashboards")
	if err != nil {
		return dispatch.Reading{}, fmt.Errorf("read: %w", err)
	}
	pools, err := d.get(ctx, "/pools")
	if err != nil {
		return dispatch.Reading{}, fmt.Errorf("read: %w", err)
	}
	r := dispatch.Reading{
		At: d.cfg.Clock.Now(), Uptime: rpc.Seconds(details.Float("bosminer_uptime_s")), Pools: poolsOf(pools),
		Accepted: int64(stats.Object("pool_stats").Float("accepted_shares")),
		Rejected: int64(stats.Object("pool_stats").Float("rejected_shares")),
		LimitW:   tuner.Object("mode_state").Object("powertargetmodestate").Object("current_target").Float("watt"),
	}
	real := stats.Object("miner_stats").Object("real_hashrate")
	for _, window := range []string{"last_5s", "last_15s", "last_1m", "last_5m"} {
		if ghs, ok := real.Object(window).Number("gigahash_per_second"); ok {
			r.THs = unit.THs(ghs / 1e3)
			break
		}
	}
	if watts, ok := stats.Object("power_stats").Object("approximated_consumption").Number("watt"); ok {
		r.Watts, r.Source = watts, dispatch.Reported
	}
	for _, b := range boards.Objects("hashboards") {
		r.BoardsOf++
		if b.Bool("enabled") && b.Object("stats").Object("real_hashrate").Object("last_5s").Float("gigahash_per_second") > 0 {
			r.Boards++
		}
		r.TempC = max(r.TempC, b.Object("highest_chip_temp").Object("temperature").Float("degree_c"), b.Object("board_temp").Float("degree_c"))
	}
	r.State = stateOf(int(details.Float("status")), int(tuner.Float("overall_tuner_state")), r)
	if r.State == dispatch.Fault {
		r.Fault = fmt.Sprintf("status %d, tuner %d", int(details.Float("status")), int(tuner.Float("overall_tuner_state")))
	}
	return r, nil
}

// The machine's status, and states of its tuner.
const (
	statusNotStarted = 1
	statusPaused     = 3
	statusSuspended  = 4
	statusRestricted = 5
	tunerError       = 4
	tunerPreheat     = 6
)

func stateOf(status, tuner int, r dispatch.Reading) dispatch.State {
	switch {
	case status == statusPaused:
		return dispatch.Asleep
	case status == statusRestricted, status == statusSuspended, tuner == tunerError:
		return dispatch.Fault
	case status == statusNotStarted, tuner == tunerPreheat, !(r.THs > 0):
		return dispatch.Starting
	}
	return dispatch.Hashing
}

func poolsOf(answer loose.Object) []dispatch.Pool {
	var pools []dispatch.Pool
	for _, group := range answer.Objects("groups") {
		for _, p := range group.Objects("pools") {
			pools = append(pools, dispatch.Pool{URL: p.Text("url"), User: p.Text("user"), Alive: p.Bool("alive"), Active: p.Bool("active")})
		}
	}
	return pools
}

// Sleep pauses mining.
func (d *Driver) Sleep(ctx context.Context) error { return d.put(ctx, "/actions/pause", nil) }

// Wake resumes mining.
func (d *Driver) Wake(ctx context.Context) error { return d.put(ctx, "/actions/resume", nil) }

// Reboot restarts the whole machine.
func (d *Driver) Reboot(ctx context.Context) error { return d.put(ctx, "/actions/reboot", nil) }

// SetPower sets the power target, within the machine's own bounds.
func (d *Driver) SetPower(ctx context.Context, watts float64) error {
	constraints, err := d.get(ctx, "/configuration/constraints")
	if err != nil {
		return fmt.Errorf("set power: %w", err)
	}
	bounds := constraints.Object("tuner_constraints").Object("power_target")
	if least := bounds.Object("min").Float("watt"); least > 0 {
		watts = max(watts, least)
	}
	if most := bounds.Object("max").Float("watt"); most > 0 {
		watts = min(watts, most)
	}
	return d.put(ctx, "/performance/power-target", map[string]int{"watt": int(math.Round(watts))})
}

// SetPools replaces all groups of pools by one that falls over from one to the
// next.
func (d *Driver) SetPools(ctx context.Context, pools []dispatch.Pool) error {
	if err := miner.CheckPools(pools); err != nil {
		return err
	}
	type pool struct {
		URL      string `json:"url"`
		User     string `json:"user"`
		Password string `json:"password"`
		Enabled  bool   `json:"enabled"`
	}
	type group struct {
		Name     string         `json:"name"`
		Strategy map[string]any `json:"load_balance_strategy"`
		Pools    []pool         `json:"pools"`
	}
	one := group{Name: "pouwdem", Strategy: map[string]any{"quota": map[string]int{"value": 1}}}
	for _, p := range pools {
		one.Pools = append(one.Pools, pool{p.URL, p.User, p.Password, true})
	}
	return d.put(ctx, "/pools/batch", []group{one})
}

func (d *Driver) get(ctx context.Context, path string) (loose.Object, error) {
	status, body, err := d.call(ctx, http.MethodGet, path, nil)
	if err != nil {
		return nil, err
	}
	if status != http.StatusOK {
		return nil, fmt.Errorf("GET %s: status %d", path, status)
	}
	if body = bytes.TrimSpace(body); len(body) > 0 && body[0] == '[' {
		body = append(append([]byte(`{"groups":`), body...), '}')
	}
	object, err := loose.Parse(body)
	if err != nil {
		return nil, fmt.Errorf("GET %s: %w", path, err)
	}
	return object, nil
}

// put sends a command. What the machine answers to a command that is done
// already counts as taken.
func (d *Driver) put(ctx context.Context, path string, body any) error {
	payload := []byte("{}")
	if body != nil {
		var err error
		if payload, err = json.Marshal(body); err != nil {
			return err
		}
	}
	status, answer, err := d.call(ctx, http.MethodPut, path, payload)
	switch {
	case err != nil:
		return miner.Lost("PUT "+path, err)
	case status >= http.StatusInternalServerError:
		return fmt.Errorf("PUT %s: %w: status %d", path, site.ErrUnknown, status)
	case status/100 != 2:
		return fmt.Errorf("PUT %s: status %d: %.120s", path, status, answer)
	}
	return nil
}

// call sends a request with the token, and once more with a new one where the
// machine has forgotten it.
func (d *Driver) call(ctx context.Context, method, path string, body []byte) (status int, answer []byte, err error) {
	ctx, cancel := context.WithTimeout(ctx, d.cfg.Timeout)
	defer cancel()
	for range 2 {
		token, err := d.signIn(ctx)
		if err != nil {
			return 0, nil, err
		}
		status, answer, err = d.send(ctx, method, path, token, body)
		if err != nil || status != http.StatusUnauthorized {
			return status, answer, err
		}
		d.forget(token)
	}
	return status, answer, nil
}

func (d *Driver) forget(token string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.token == token {
		d.token = ""
	}
}

func (d *Driver) signIn(ctx context.Context) (string, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.token != "" && time.Now().Before(d.until) {
		return d.token, nil
	}
	payload, err := json.Marshal(map[string]string{"username": d.cfg.Username, "password": d.cfg.Password})
	if err != nil {
		return "", err
	}
	status, body, err := d.send(ctx, http.MethodPost, "/auth/login", "", payload)
	if err != nil {
		return "", err
	}
	if status != http.StatusOK {
		return "", fmt.Errorf("sign in: %w with status %d; check the machine's user name and password", miner.ErrRefused, status)
	}
	answer, err := loose.Parse(body)
	if err != nil || answer.Text("token") == "" {
		return "", fmt.Errorf("sign in: %w: the machine gave no token", miner.ErrRefused)
	}
	life := rpc.Seconds(answer.Float("timeout_s"))
	if life == 0 {
		life = time.Hour
	}
	d.token, d.until = answer.Text("token"), time.Now().Add(time.Duration(early*float64(life)))
	return d.token, nil
}

func (d *Driver) send(ctx context.Context, method, path, token string, body []byte) (status int, answer []byte, err error) {
	req, err := http.NewRequestWithContext(ctx, method, d.base+path, bytes.NewReader(body))
	if err != nil {
		return 0, nil, err
	}
	req.Header.Set("Content-Type", "application/json")
	if token != "" {
		req.Header.Set("Authorization", token)
	}
	resp, err := d.http.Do(req)
	if err != nil {
		return 0, nil, err
	}
	defer resp.Body.Close()
	answer, err = io.ReadAll(io.LimitReader(resp.Body, bodyLimit))
	return resp.StatusCode, answer, err
}
