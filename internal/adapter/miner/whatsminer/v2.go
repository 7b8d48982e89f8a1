// Package whatsminer drives Whatsminers by both generations of their API: V2 on
// the cgminer API's port with tokens and encrypted commands, and V3 on a port and
// with a framing of its own (apidoc.whatsminer.com 2.0 and 3.0.3). Either often
// does what it is told without ever saying so.
package whatsminer

import (
	"bytes"
	"context"
	"crypto/aes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/GehirnInc/crypt/md5_crypt"

	"github.com/pouw-dem/pouwdem/internal/adapter/miner"
	"github.com/pouw-dem/pouwdem/internal/adapter/miner/loose"
	"github.com/pouw-dem/pouwdem/internal/adapter/miner/rpc"
	"github.com/pouw-dem/pouwdem/internal/core/dispatch"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// tokenLife is how long a token is used; the machine forgets it after 30 min.
const tokenLife = 25 * time.Minute

// V2 is one machine with the older API. Make it with [NewV2].
type V2 struct {
	cfg miner.Config
	rpc *rpc.Client

	mu  sync.Mutex
	key token
}

type token struct {
	sign  string
	block [sha256.Size]byte
	until time.Time // of the wall's clock
}

// NewV2 checks the configuration; nothing is sent yet.
func NewV2(cfg miner.Config) (*V2, error) {
	cfg, err := cfg.With(rpc.Port, "admin", "admin")
	if err != nil {
		return nil, err
	}
	return &V2{cfg: cfg, rpc: rpc.NewClient(cfg.Address, cfg.Timeout)}, nil
}

// Capabilities have the latency of a start without fast boot.
func (d *V2) Capabilities() dispatch.Capabilities {
	return dispatch.Capabilities{
		Sleep: true, Power: true, Restarts: true, Pools: true, Reboot: true, Reports: true,
		Stop: 15 * time.Second, Start: 11 * time.Minute, Adjust: 11 * time.Minute,
	}
}

// Identify asks for version and details.
func (d *V2) Identify(ctx context.Context) (dispatch.Identity, error) {
	version, err := d.report(ctx, "get_version")
	if err != nil {
		return dispatch.Identity{}, fmt.Errorf("identify: %w", err)
	}
	details, err := d.report(ctx, "devdetails")
	if err != nil {
		return dispatch.Identity{}, fmt.Errorf("identify: %w", err)
	}
	summary, err := d.report(ctx, "summary")
	if err != nil {
		return dispatch.Identity{}, fmt.Errorf("identify: %w", err)
	}
	return dispatch.Identity{
		Model: details.Object("DEVDETAILS").Text("Model"), Firmware: "whatsminer2",
		Version: version.Object("Msg").Text("fw_ver"), MAC: summary.Object("SUMMARY").Text("MAC"),
	}, nil
}

// Read asks for status, summary, devices and pools.
func (d *V2) Read(ctx context.Context) (dispatch.Reading, error) {
	answers := map[string]loose.Object{}
	for _, command := range []string{"status", "summary", "edevs", "pools"} {
		answer, err := d.report(ctx, command)
		if err != nil {
			return dispatch.Reading{}, fmt.Errorf("read: %w", err)
		}
		answers[command] = answer
	}
	status, summary := answers["status"].Object("Msg"), answers["summary"].Object("SUMMARY")
	r := dispatch.Reading{
		At: d.cfg.Clock.Now(), THs: rpc.THs(summary), Uptime: rpc.Seconds(summary.Float("Elapsed")),
		Accepted: int64(summary.Float("Accepted")), Rejected: int64(summary.Float("Rejected")),
		TempC: summary.Float("Chip Temp Max", "Temperature"), LimitW: summary.Float("Power Limit"),
		Profile: status.Text("power_mode"), Pools: rpc.Pools(answers["pools"]),
	}
	if watts, ok := summary.Number("Power"); ok {
		r.Watts, r.Source = watts, dispatch.Reported
	}
	for _, device := range answers["edevs"].Objects("DEVS") {
		r.BoardsOf++
		if strings.EqualFold(device.Text("Status"), "Alive") && rpc.THs(device) > 0 {
			r.Boards++
		}
	}
	switch {
	case status.Bool("mineroff"):
		r.State, r.THs = dispatch.Asleep, 0
		if reason := status.Text("mineroff_reason"); reason != "" {
			r.State, r.Fault = dispatch.Fault, reason
		}
	case r.THs > 0 && summary.Bool("Upfreq Complete"):
		r.State = dispatch.Hashing
	default:
		r.State = dispatch.Starting
	}
	return r, nil
}

// Sleep powers the hash boards off, after the answer.
func (d *V2) Sleep(ctx context.Context) error {
	return d.write(ctx, "power_off", map[string]string{"respbefore": "true"})
}

// Wake powers them on.
func (d *V2) Wake(ctx context.Context) error { return d.write(ctx, "power_on", nil) }

// Reboot restarts the whole machine.
func (d *V2) Reboot(ctx context.Context) error { return d.write(ctx, "reboot", nil) }

// SetPower sets the power limit; mining restarts with it.
func (d *V2) SetPower(ctx context.Context, watts float64) error {
	return d.write(ctx, "adjust_power_limit", map[string]string{"power_limit": strconv.Itoa(int(math.Round(watts)))})
}

// SetPools replaces all three pools.
func (d *V2) SetPools(ctx context.Context, pools []dispatch.Pool) error {
	if err := miner.CheckPools(pools); err != nil {
		return err
	}
	fields := map[string]string{}
	for i := range 3 {
		p := dispatch.Pool{}
		if i < len(pools) {
			p = pools[i]
		}
		n := strconv.Itoa(i + 1)
		fields["pool"+n], fields["worker"+n], fields["passwd"+n] = p.URL, p.User, p.Password
	}
	return d.write(ctx, "update_pools", fields)
}

// report sends a reading command.
func (d *V2) report(ctx context.Context, command string) (loose.Object, error) {
	payload, err := json.Marshal(map[string]string{"cmd": command})
	if err != nil {
		return nil, err
	}
	return d.exchange(ctx, command, payload)
}

func (d *V2) exchange(ctx context.Context, command string, payload []byte) (loose.Object, error) {
	raw, err := d.rpc.Exchange(ctx, payload)
	if err != nil {
		return nil, err
	}
	answer, err := loose.Parse(raw)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", command, err)
	}
	return answer, refusalOf(command, answer)
}

// refusalOf is the error that an answer's status stands for.
func refusalOf(command string, answer loose.Object) error {
	if s := answer.Text("STATUS"); s != "E" && s != "F" {
		return nil
	}
	message := answer.Text("Msg")
	refusal := &rpc.Refusal{Command: command, Code: int(answer.Float("Code")), Message: message}
	if strings.Contains(strings.ToLower(message), "can't access write cmd") {
		return fmt.Errorf("%w: %w; change the admin password once with the maker's tool, before that it takes no commands", miner.ErrRefused, refusal)
	}
	return fmt.Errorf("%w: %w", miner.ErrRefused, refusal)
}

// codeToken is the machine's code for a token that it does not know.
const codeToken = 135

// write sends a command under a token, and once more with a new one where the
// machine has forgotten it.
func (d *V2) write(ctx context.Context, command string, fields map[string]string) error {
	for try := range 2 {
		key, err := d.token(ctx, try > 0)
		if err != nil {
			return fmt.Errorf("%s: %w", command, err)
		}
		request := map[string]string{"cmd": command, "token": key.sign}
		for name, value := range fields {
			request[name] = value
		}
		answer, err := d.sealed(ctx, command, request, key)
		refusal, refused := errors.AsType[*rpc.Refusal](err)
		switch {
		case refused && refusal.Code == codeToken && try == 0:
			continue
		case err != nil:
			return miner.Lost(command, err)
		case answer.Text("STATUS") != "S":
			return miner.Lost(command, errors.New("the answer has no status"))
		}
		return nil
	}
	return fmt.Errorf("%s: %w: the machine takes no token", command, miner.ErrRefused)
}

// sealed sends an encrypted request and opens the answer.
func (d *V2) sealed(ctx context.Context, command string, request map[string]string, key token) (loose.Object, error) {
	plain, err := json.Marshal(request)
	if err != nil {
		return nil, err
	}
	payload, err := json.Marshal(map[string]any{"enc": 1, "data": seal(key.block, plain)})
	if err != nil {
		return nil, err
	}
	answer, err := d.exchange(ctx, command, payload)
	if err != nil || !answer.Has("enc") {
		return answer, err
	}
	opened, err := open(key.block, answer.Text("enc"))
	if err != nil {
		return nil, fmt.Errorf("%s: open the answer: %w", command, err)
	}
	inner, err := loose.Parse(opened)
	if err != nil {
		return nil, fmt.Errorf("%s: open the answer: %w", command, err)
	}
	return inner, refusalOf(command, inner)
}

// token is the one in use, or a new one.
func (d *V2) token(ctx context.Context, anew bool) (token, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if !anew && time.Now().Before(d.key.until) {
		return d.key, nil
	}
	answer, err := d.report(ctx, "get_token")
	if err != nil {
		return token{}, err
	}
	m := answer.Object("Msg")
	key, err := signed(d.cfg.Password, m.Text("time"), m.Text("salt"), m.Text("newsalt"))
	if err != nil {
		return token{}, err
	}
	key.until = time.Now().Add(tokenLife)
	d.key = key
	return key, nil
}

// signed makes the token and the key of a password and what the machine gave.
func signed(password, at, salt, newsalt string) (token, error) {
	if at == "" || salt == "" || newsalt == "" {
		return token{}, errors.New("get_token: time or a salt is missing")
	}
	secret, err := crypted(password, salt)
	if err != nil {
		return token{}, err
	}
	sign, err := crypted(secret+at, newsalt)
	if err != nil {
		return token{}, err
	}
	return token{sign: sign, block: sha256.Sum256([]byte(secret))}, nil
}

// crypted is the last part of what crypt(3) makes of a text by its method 1.
func crypted(text, salt string) (string, error) {
	made, err := md5_crypt.New().Generate([]byte(text), []byte("$1$"+salt+"$"))
	if err != nil {
		return "", fmt.Errorf("get_token: salt of %d characters: %w", len(salt), err)
	}
	return made[strings.LastIndexByte(made, '$')+1:], nil
}

// seal is AES-256 block by block, as the protocol has it, over the text filled
// up with zeros, in base64.
func seal(key [sha256.Size]byte, plain []byte) string {
	block, err := aes.NewCipher(key[:])
	if err != nil {
		panic(err) // 32 bytes are a key
	}
	filled := make([]byte, (len(plain)+aes.BlockSize-1)/aes.BlockSize*aes.BlockSize)
	copy(filled, plain)
	for at := 0; at < len(filled); at += aes.BlockSize {
		block.Encrypt(filled[at:], filled[at:])
	}
	return base64.StdEncoding.EncodeToString(filled)
}

// open is the inverse of seal.
func open(key [sha256.Size]byte, text string) ([]byte, error) {
	raw, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(text), ""))
	if err != nil {
		return nil, err
	}
	if len(raw)%aes.BlockSize != 0 {
		return nil, fmt.Errorf("%d bytes are no whole blocks", len(raw))
	}
	block, err := aes.NewCipher(key[:])
	if err != nil {
		panic(err) // 32 bytes are a key
	}
	for at := 0; at < len(raw); at += aes.BlockSize {
		block.Decrypt(raw[at:], raw[at:])
	}
	return bytes.TrimRight(raw, "\x00"), nil
}

// terahashes is a rate in TH/s that is no nonsense.
func terahashes(n float64) unit.THs { return unit.THs(max(0, n)) }
