package config

import (
	"encoding/hex"
	"errors"
	"fmt"
	"maps"
	"math"
	"net"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/secret"
)

// maxSpeed is one control interval in half a second: beyond it feeds and ticks
// over loopback cannot keep up.
const maxSpeed = 600

// Check says everything that is wrong with the values, each as a [Problem],
// joined.
func (c *Config) Check() error {
	k := &checker{config: c}
	k.world()
	k.listening()
	k.bus()
	k.storage()
	k.deciding()
	k.chain()
	k.staleness()
	k.ercot()
	k.feeds()
	k.tokens()
	k.mining()
	k.sites()
	return errors.Join(k.problems...)
}

// checker collects problems.
type checker struct {
	config   *Config
	problems []error
}

func (k *checker) fail(setting, format string, args ...any) {
	k.problems = append(k.problems, k.config.problem(setting, fmt.Sprintf(format, args...)))
}

func (k *checker) oneOf(setting, value string, allowed ...string) {
	if !slices.Contains(allowed, value) {
		k.fail(setting, "%q: want %s", value, strings.Join(allowed, " or "))
	}
}

// within refuses numbers outside lo..hi, and those that are none.
func (k *checker) within(setting string, value, lo, hi float64) {
	if math.IsNaN(value) || value < lo || value > hi {
		k.fail(setting, "%g: want %g to %g", value, lo, hi)
	}
}

func (k *checker) world() {
	c := k.config
	k.oneOf("world", c.World, WorldSimulated, WorldLive)
	k.within("speed", c.Speed, 1, maxSpeed)
	if _, err := time.Parse(time.RFC3339, c.Start); c.Start != "" && err != nil {
		k.fail("start", "%q: want a time such as 2026-03-08T06:00:00Z, or nothing", c.Start)
	}
	k.oneOf("control", c.Control, ControlAdvise, ControlLive)
	k.oneOf("log.level", c.Log.Level, "debug", "info", "warn", "error")
	k.oneOf("log.format", c.Log.Format, "auto", "text", "json")
}

func (k *checker) listening() {
	c := k.config
	_, port, err := net.SplitHostPort(c.Listen)
	if n, portErr := strconv.Atoi(port); err != nil || portErr != nil || n < 0 || n > math.MaxUint16 {
		k.fail("listen", "%q: want host:port, such as 127.0.0.1:5000", c.Listen)
		return
	}
	if !c.LoopbackOnly() && len(c.Auth.Tokens) == 0 {
		k.fail("listen", "%q can be reached from other machines, and no auth.tokens are configured; add one or listen on 127.0.0.1", c.Listen)
	}
}

func (k *checker) bus() {
	b := k.config.Bus
	for setting, address := range map[string]string{"bus.listen": b.Listen, "bus.leaves": b.Leaves} {
		if address == "" {
			continue
		}
		if _, _, err := net.SplitHostPort(address); err != nil {
			k.fail(setting, "%q: want host:port, such as 127.0.0.1:4222", address)
		}
		if b.URL != BusEmbedded {
			k.fail(setting, "is of the bus in this process, and bus.url names another; leave it empty")
		}
	}
	if b.URL == BusEmbedded {
		return
	}
	for _, server := range strings.Split(b.URL, ",") {
		u, err := url.Parse(strings.TrimSpace(server))
		if err != nil || u.Host == "" || (u.Scheme != "nats" && u.Scheme != "tls") || u.User != nil {
			k.fail("bus.url", "%.80q: want embedded:, or nats://host:port of the servers of a cluster with commas between them, and no credentials in it", server)
			return
		}
	}
}

func (k *checker) storage() {
	c := k.config
	if strings.TrimSpace(c.DataDir) == "" {
		k.fail("data_dir", "is empty; name a directory that the program may write to")
	}
	u, err := url.Parse(c.Store.URL)
	if err != nil {
		k.fail("store.url", "cannot be parsed; want sqlite:, sqlite:/path/file.db or postgres://user@host/database")
		return
	}
	switch u.Scheme {
	case "sqlite":
		if c.Store.Password.IsSet() {
			k.fail("store.password", "SQLite has no password; remove it")
		}
	case "postgres", "postgresql":
		k.postgres(u)
	default:
		k.fail("store.url", "scheme %q: want sqlite: or postgres://", u.Scheme)
	}
}

func (k *checker) postgres(u *url.URL) {
	if u.User != nil {
		if _, inline := u.User.Password(); inline {
			k.fail("store.url", "holds a password; move it to store.password as a reference (env:NAME, file:/path or cred:NAME)")
		}
	}
	if u.Query().Has("password") {
		k.fail("store.url", "holds a password; move it to store.password as a reference (env:NAME, file:/path or cred:NAME)")
	}
	if k.config.Store.Password.IsSet() && u.User.Username() == "" {
		k.fail("store.url", "names no user for store.password; want postgres://user@host/database")
	}
}

func (k *checker) deciding() {
	c := k.config
	if c.Tick.Offset < 0 || c.Tick.Deadline <= 0 || c.Tick.Offset+c.Tick.Deadline >= unit.Control {
		k.fail("tick", "offset %s and deadline %s: want a deadline above 0 and both together below %s", c.Tick.Offset, c.Tick.Deadline, unit.Control)
	}
	k.oneOf("policy.name", c.Policy.Name, "always", "lag1", "threshold", "dayahead", "mpc", "dsac")
	if err := c.Policy.Params.Build().Check(); err != nil {
		k.fail("policy.params", "%s", err)
	} else if err := c.Policy.MPC.Build(c.Policy.Params.Build()).Check(); err != nil {
		k.fail("policy.mpc", "%s", err)
	}
	k.within("renewable.threshold", c.Renewable.Threshold, 0, 1)
	k.within("fleet.cap_mw_per_min", c.Fleet.CapMWPerMin, 0, 100_000)
	if e := c.Network.Every; e < 0 || e > 24*time.Hour || (e > 0 && e < time.Minute) {
		k.fail("network.every", "%s: want 1m to 24h, or 0 for no study", e)
	}
	if e := c.Tasks.Every; e < 0 || e > 24*time.Hour || (e > 0 && e < time.Minute) {
		k.fail("tasks.every", "%s: want 1m to 24h, or 0 for no task", e)
	}
	k.address("qse.url", c.QSE.URL, c.QSE.Token.IsSet())
	if c.QSE.Modbus != "" {
		if _, port, err := net.SplitHostPort(c.QSE.Modbus); err != nil || port == "" {
			k.fail("qse.modbus_listen", "%q: want host:port, such as 127.0.0.1:1502, or nothing", c.QSE.Modbus)
		}
	}
	if c.Bus.Listen != "" {
		if _, port, err := net.SplitHostPort(c.Bus.Listen); err != nil || port == "" {
			k.fail("bus.listen", "%q: want host:port, such as 127.0.0.1:4222, or nothing", c.Bus.Listen)
		}
	}
	k.openADR()
	k.peaks()
	k.federation()
}

func (k *checker) staleness() {
	for _, kind := range slices.Sorted(maps.Keys(k.config.StaleAfter)) {
		setting := "stale_after." + string(kind)
		if kind.Unit() == "" {
			k.fail(setting, "no such kind of series; `pouwdem config example` lists them")
			continue
		}
		if limit := k.config.StaleAfter[kind]; limit < time.Minute {
			k.fail(setting, "%s: want 1m or more", limit)
		}
	}
}

func (k *checker) ercot() {
	e := k.config.Feeds.ERCOT
	k.oneOf("feeds.ercot.token_field", e.TokenField, "auto", "id_token", "access_token")
	given := 0
	for _, s := range []Secret{e.Username, e.Password, e.SubscriptionKey} {
		if s.IsSet() {
			given++
		}
	}
	if given != 0 && given != 3 {
		k.fail("feeds.ercot", "username, password and subscription_key belong together; give all three, or none for the keyless feeds")
	}
	k.address("feeds.ercot.base_url", e.BaseURL, given > 0)
	k.address("feeds.ercot.token_url", e.TokenURL, given > 0)
	for i, point := range e.Points {
		k.name(fmt.Sprintf("feeds.ercot.points[%d]", i), point)
	}
}

func (k *checker) feeds() {
	f := k.config.Feeds
	k.address("feeds.dashboards_url", f.DashboardsURL, false)
	k.address("feeds.mis_url", f.MISURL, false)
	k.address("feeds.mempool.url", f.Mempool.URL, false)
	k.address("feeds.gpu.url", f.GPU.URL, false)
	k.address("feeds.tokens.url", f.Tokens.URL, false)
	k.address("feeds.mara.url", f.MARA.URL, f.MARA.Key.IsSet())
	if f.MARA.Key.IsSet() && f.MARA.URL == "" {
		k.fail("feeds.mara.key", "is given without feeds.mara.url; add the address or remove the key")
	}
}

// address checks a URL that may be empty. The text of a URL is not repeated:
// addresses of paid services often hold a key.
func (k *checker) address(setting, raw string, carriesSecret bool) {
	if raw == "" {
		return
	}
	u, err := url.Parse(raw)
	if err != nil || (u.Scheme != "http" && u.Scheme != "https") || u.Hostname() == "" {
		k.fail(setting, "want an http or https URL with a host")
		return
	}
	if u.User != nil {
		k.fail(setting, "holds a user or password; use the setting for it")
	}
	if carriesSecret && u.Scheme == "http" && !secret.Local(u.Hostname()) {
		k.fail(setting, "would send a secret unencrypted; use https")
	}
}

func (k *checker) tokens() {
	seen := map[string]bool{}
	for i, t := range k.config.Auth.Tokens {
		setting := fmt.Sprintf("auth.tokens[%d]", i)
		k.name(setting+".name", t.Name)
		if seen[t.Name] {
			k.fail(setting+".name", "%q is used twice; names say who did what", t.Name)
		}
		seen[t.Name] = true
		k.oneOf(setting+".role", t.Role, RoleViewer, RoleOperator, RoleAdmin)
		if hash, err := hex.DecodeString(t.SHA256); err != nil || len(hash) != 32 {
			k.fail(setting+".sha256", "want the SHA-256 of the token in 64 hex digits, not the token itself")
		}
	}
}

func (k *checker) sites() {
	if len(k.config.Sites) == 0 {
		k.fail("sites", "is empty; there is nothing to decide for")
	}
	seen := map[string]bool{}
	for i := range k.config.Sites {
		s := &k.config.Sites[i]
		setting := fmt.Sprintf("sites[%d]", i)
		if seen[s.ID] {
			k.fail(setting+".id", "%q is used twice", s.ID)
		}
		seen[s.ID] = true
		k.site(setting, s)
	}
}

// name keeps names that can stand in a URL path, a metric and a file name as
// they are.
func (k *checker) name(setting, name string) {
	const longest = 64
	plain := name != "" && len(name) <= longest && strings.Trim(name, ".") != ""
	for _, r := range name {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == '.', r == '_', r == '-':
		default:
			plain = false
		}
	}
	if !plain {
		k.fail(setting, "%q: want 1 to %d letters, digits, '.', '_' or '-'", name, longest)
	}
}
