package whatsminer

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"net"
	"strconv"
	"strings"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/miner"
	"github.com/pouw-dem/pouwdem/internal/adapter/miner/loose"
	"github.com/pouw-dem/pouwdem/internal/adapter/miner/rpc"
	"github.com/pouw-dem/pouwdem/internal/core/dispatch"
	"github.com/pouw-dem/pouwdem/internal/core/site"
)

// PortV3 is where the newer API listens.
const PortV3 = "4433"

// frameLimit bounds an answer; those of a whole machine are below.
const frameLimit = 1 << 20

// V3 is one machine with the newer API. Make it with [NewV3].
type V3 struct{ cfg miner.Config }

// NewV3 checks the configuration; nothing is sent yet.
func NewV3(cfg miner.Config) (*V3, error) {
	cfg, err := cfg.With(PortV3, "super", "super")
	if err != nil {
		return nil, err
	}
	return &V3{cfg}, nil
}

// Capabilities have the latency of a start without fast boot.
func (d *V3) Capabilities() dispatch.Capabilities {
	return dispatch.Capabilities{
		Sleep: true, Power: true, Restarts: true, Pools: true, Reboot: true, Reports: true,
		Stop: 15 * time.Second, Start: 11 * time.Minute, Adjust: 11 * time.Minute,
	}
}

// Identify asks for the device's information.
func (d *V3) Identify(ctx context.Context) (dispatch.Identity, error) {
	s, err := d.dial(ctx)
	if err != nil {
		return dispatch.Identity{}, fmt.Errorf("identify: %w", err)
	}
	defer s.close()
	info, err := s.ask("get.device.info", nil)
	if err != nil {
		return dispatch.Identity{}, fmt.Errorf("identify: %w", err)
	}
	return dispatch.Identity{
		Model: info.Object("miner").Text("type"), Firmware: "whatsminer3", Version: info.Object("system").Text("fwversion"),
		MAC: info.Object("network").Text("mac"), Host: info.Object("network").Text("hostname"),
	}, nil
}

// Read asks for the device, its status and its boards and pools, over one
// connection.
func (d *V3) Read(ctx context.Context) (dispatch.Reading, error) {
	s, err := d.dial(ctx)
	if err != nil {
		return dispatch.Reading{}, fmt.Errorf("read: %w", err)
	}
	defer s.close()
	info, err := s.ask("get.device.info", nil)
	if err != nil {
		return dispatch.Reading{}, fmt.Errorf("read: %w", err)
	}
	parts := map[string]loose.Object{}
	for _, part := range []string{"summary", "edevs", "pools"} {
		answer, err := s.ask("get.miner.status", part)
		if err != nil {
			return dispatch.Reading{}, fmt.Errorf("read %s: %w", part, err)
		}
		parts[part] = answer
	}
	summary := parts["summary"].Object("summary")
	r := dispatch.Reading{
		At: d.cfg.Clock.Now(), THs: terahashes(summary.Float("hash-realtime", "hash-1min", "hash-average")),
		Uptime: rpc.Seconds(summary.Float("bootup-time", "elapsed")), LimitW: summary.Float("power-limit"),
		TempC: summary.Float("chip-temp-max"), Profile: info.Object("miner").Text("power-mode"),
	}
	if watts, ok := summary.Number("power-realtime", "power-5min"); ok {
		r.Watts, r.Source = watts, dispatch.Reported
	}
	for _, board := range parts["edevs"].Objects("edevs") {
		r.BoardsOf++
		if board.Float("hash-average") > 0 {
			r.Boards++
		}
	}
	for _, p := range parts["pools"].Objects("pools") {
		r.Pools = append(r.Pools, dispatch.Pool{
			URL: p.Text("url"), User: p.Text("account"),
			Alive: strings.EqualFold(p.Text("status"), "alive"), Active: p.Bool("stratum-active"),
		})
		r.Accepted += int64(p.Float("accepted"))
		r.Rejected += int64(p.Float("rejected"))
	}
	faults := info.Objects("error-code")
	switch working := info.Object("miner").Bool("working"); {
	case !working && len(faults) > 0:
		r.State, r.THs = dispatch.Fault, 0
		r.Fault = faults[0].Text("reason")
	case !working:
		r.State, r.THs = dispatch.Asleep, 0
	case r.THs > 0 && summary.Bool("up-freq-finish"):
		r.State = dispatch.Hashing
	default:
		r.State = dispatch.Starting
	}
	return r, nil
}

// Sleep stops the service. A random delay before stopping, which the machine may
// be set to, is taken off first: it would hold up a curtailment by two minutes.
// Where the answer to that is lost, the machine is stopped all the same.
func (d *V3) Sleep(ctx context.Context) error {
	delayed, err := d.delayed(ctx)
	if err != nil {
		return fmt.Errorf("sleep: %w", err)
	}
	if delayed {
		err := d.tell(ctx, "set.system.time_randomized", map[string]int{"start": 0, "stop": 0}, false)
		if err != nil && !errors.Is(err, site.ErrUnknown) {
			return fmt.Errorf("sleep: take the random delay off: %w", err)
		}
	}
	return d.tell(ctx, "set.miner.service", "stop", false)
}

// delayed reports whether the machine waits at random before it does as told.
func (d *V3) delayed(ctx context.Context) (bool, error) {
	s, err := d.dial(ctx)
	if err != nil {
		return false, err
	}
	defer s.close()
	setting, err := s.ask("get.system.setting", nil)
	if err != nil {
		return false, err
	}
	delay := setting.Object("time-randomized")
	return delay.Float("start") > 0 || delay.Float("stop") > 0, nil
}

// Wake starts the service.
func (d *V3) Wake(ctx context.Context) error { return d.tell(ctx, "set.miner.service", "start", false) }

// Reboot restarts the whole machine.
func (d *V3) Reboot(ctx context.Context) error { return d.tell(ctx, "set.system.reboot", nil, false) }

// SetPower sets the power limit; mining restarts with it.
func (d *V3) SetPower(ctx context.Context, watts float64) error {
	const most = 99_999
	return d.tell(ctx, "set.miner.power_limit", int(math.Round(min(max(watts, 0), most))), false)
}

// SetPools replaces the pools; the parameter travels encrypted.
func (d *V3) SetPools(ctx context.Context, pools []dispatch.Pool) error {
	if err := miner.CheckPools(pools); err != nil {
		return err
	}
	type pool struct {
		Pool   string `json:"pool"`
		Worker string `json:"worker"`
		Passwd string `json:"passwd"`
	}
	var list []pool
	for _, p := range pools {
		list = append(list, pool{p.URL, p.User, p.Password})
	}
	return d.tell(ctx, "set.miner.pools", map[string]any{"pools": list}, true)
}

func (d *V3) tell(ctx context.Context, command string, param any, secret bool) error {
	s, err := d.dial(ctx)
	if err != nil {
		return fmt.Errorf("%s: %w", command, err)
	}
	defer s.close()
	return s.tell(command, param, secret)
}

// talk is one connection to the machine.
type talk struct {
	cfg   *miner.Config
	conn  net.Conn
	close func()
}

func (d *V3) dial(ctx context.Context) (*talk, error) {
	ctx, cancel := context.WithTimeout(ctx, d.cfg.Timeout)
	var dialer net.Dialer
	conn, err := dialer.DialContext(ctx, "tcp", d.cfg.Address)
	if err != nil {
		cancel()
		return nil, err
	}
	stop := context.AfterFunc(ctx, func() { _ = conn.SetDeadline(time.Unix(1, 0)) })
	return &talk{&d.cfg, conn, func() { stop(); cancel(); conn.Close() }}, nil
}

// ask sends a reading command and gives its message.
func (s *talk) ask(command string, param any) (loose.Object, error) {
	request := map[string]any{"cmd": command}
	if param != nil {
		request["param"] = param
	}
	answer, err := s.exchange(request)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", command, err)
	}
	return answer.Object("msg"), nil
}

// tell sends a command that changes something, signed with the machine's salt.
func (s *talk) tell(command string, param any, secret bool) error {
	info, err := s.ask("get.device.info", "salt")
	if err != nil {
		return fmt.Errorf("%s: %w", command, err) // nothing was asked for yet
	}
	salt := info.Text("salt")
	if salt == "" {
		return fmt.Errorf("%s: the machine gave no salt", command)
	}
	ts := strconv.FormatInt(s.cfg.Clock.Now().Unix(), 10)
	key := sha256.Sum256([]byte(command + s.cfg.Password + salt + ts))
	request := map[string]any{
		"cmd": command, "ts": ts, "account": s.cfg.Username,
		"token": base64.StdEncoding.EncodeToString(key[:])[:8],
	}
	if param != nil {
		request["param"] = param
	}
	if secret {
		plain, err := json.Marshal(param)
		if err != nil {
			return fmt.Errorf("%s: %w", command, err)
		}
		request["param"] = seal(key, plain)
	}
	if _, err := s.exchange(request); err != nil {
		return miner.Lost(command, err)
	}
	return nil
}

// exchange sends one frame and reads one.
func (s *talk) exchange(request map[string]any) (loose.Object, error) {
	payload, err := json.Marshal(request)
	if err != nil {
		return nil, err
	}
	frame := binary.LittleEndian.AppendUint32(nil, uint32(len(payload)))
	if _, err := s.conn.Write(append(frame, payload...)); err != nil {
		return nil, err
	}
	raw, err := readFrame(s.conn)
	if err != nil {
		return nil, err
	}
	answer, err := loose.Parse(raw)
	if err != nil {
		return nil, err
	}
	if code, ok := answer.Number("code"); ok && code != 0 {
		return nil, fmt.Errorf("%w with code %.0f: %.120s", miner.ErrRefused, code, answer.Text("msg"))
	}
	return answer, nil
}

// readFrame reads a length, little-endian in four bytes, and as many bytes.
func readFrame(r io.Reader) ([]byte, error) {
	var head [4]byte
	if _, err := io.ReadFull(r, head[:]); err != nil {
		return nil, err
	}
	length := binary.LittleEndian.Uint32(head[:])
	if length > frameLimit {
		return nil, fmt.Errorf("a frame of %d bytes; want at most %d", length, frameLimit)
	}
	body := make([]byte, length)
	if _, err := io.ReadFull(r, body); err != nil {
		return nil, err
	}
	return body, nil
}
