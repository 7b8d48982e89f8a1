package config

import (
	"fmt"
	"net"
	"net/url"
	"slices"
	"strings"
	"time"
)

// Stratum is the router of hashrate.
type Stratum struct {
	Listen          string        `yaml:"listen"`    // host:port for machines; empty: no router, but on loopback in the simulated world
	Advertise       string        `yaml:"advertise"` // host:port that machines come back to; empty: as they came
	TLSCert         string        `yaml:"tls_cert"`  // file; empty: plain
	TLSKey          string        `yaml:"tls_key"`
	SharesPerMinute float64       `yaml:"shares_per_minute"` // of each machine
	StartDifficulty float64       `yaml:"start_difficulty"`
	Connections     int           `yaml:"connections"`      // at most
	ConnectionsPerA int           `yaml:"connections_each"` // from one address at most; 0: as many as all
	Destinations    []Destination `yaml:"destinations"`
	Fallbacks       []Fallback    `yaml:"fallbacks"` // pools that machines keep behind the router
}

// Fallback is a pool that every machine knows by itself. A machine calls itself
// user.machine there.
type Fallback struct {
	URL      string `yaml:"url"`
	User     string `yaml:"user"`
	Password Secret `yaml:"password"`
}

// Destination is a pool that gets hashrate.
type Destination struct {
	Name        string   `yaml:"name"`
	URLs        []string `yaml:"urls"`
	User        string   `yaml:"user"`
	Password    Secret   `yaml:"password"`
	Weight      float64  `yaml:"weight"`
	ContractTHs float64  `yaml:"contract_ths"` // comes before all weights
	PlanSites   []string `yaml:"plan_sites"`   // what the plan has these sites hash is added to the contract
	Backup      bool     `yaml:"backup"`
	Connections int      `yaml:"connections"`
}

// Pools are the accounts at mining pools that are read.
type Pools struct {
	Every    time.Duration `yaml:"every"` // between two readings of one account
	Accounts []PoolAccount `yaml:"accounts"`
}

// PoolAccount is an account at a pool.
type PoolAccount struct {
	Pool        string `yaml:"pool" jsonschema:"enum=braiins,enum=foundry,enum=antpool,enum=f2pool,enum=luxor,enum=ocean"`
	Destination string `yaml:"destination"` // of stratum that mines for it; empty: none
	Account     string `yaml:"account"`     // user, sub-account or address
	Key         Secret `yaml:"key"`
	Signature   Secret `yaml:"signature"` // AntPool's second secret
	URL         string `yaml:"url"`       // of its API; empty: the pool's own
}

// Members is the pool of those who mine through the router.
type Members struct {
	Fee       float64       `yaml:"fee"`        // fraction of what is paid out
	Window    time.Duration `yaml:"window"`     // of shares that a reward is divided over
	LeastSats int64         `yaml:"least_sats"` // below which a balance is carried on
	Bonus     float64       `yaml:"bonus"`      // fraction of the reward tokens for grid work that is passed on
	List      []Member      `yaml:"list"`       // empty: everybody who connects is the operator's own
}

// Member is one of them. Workers of a member call themselves name.machine.
type Member struct {
	Name   string `yaml:"name"`
	Payout string `yaml:"payout"` // bitcoin address
	Reward string `yaml:"reward"` // account on the chain that gets reward tokens; empty: none
}

func (k *checker) mining() {
	s := k.config.Stratum
	for setting, address := range map[string]string{"stratum.listen": s.Listen, "stratum.advertise": s.Advertise} {
		if _, port, err := net.SplitHostPort(address); address != "" && (err != nil || port == "") {
			k.fail(setting, "%q: want host:port, such as 0.0.0.0:3333, or nothing", address)
		}
	}
	if (s.TLSCert == "") != (s.TLSKey == "") {
		k.fail("stratum.tls_cert", "certificate and key belong together; give both files or none")
	}
	k.within("stratum.shares_per_minute", s.SharesPerMinute, 0.01, 600)
	k.within("stratum.start_difficulty", s.StartDifficulty, 1e-12, 1e15)
	k.within("stratum.connections", float64(s.Connections), 1, 500_000)
	k.within("stratum.connections_each", float64(s.ConnectionsPerA), 0, 500_000)
	names := map[string]bool{}
	for i, d := range s.Destinations {
		k.destination(fmt.Sprintf("stratum.destinations[%d]", i), d, names)
	}
	k.fallbacks(s)
	if k.config.World == WorldLive && s.Listen != "" && len(s.Destinations) == 0 {
		k.fail("stratum.destinations", "is empty; the router has nowhere to send shares")
	}
	if e := k.config.Pools.Every; e < time.Minute || e > 24*time.Hour {
		k.fail("pools.every", "%s: want 1m to 24h", e)
	}
	for i, a := range k.config.Pools.Accounts {
		k.account(fmt.Sprintf("pools.accounts[%d]", i), a)
	}
	k.members()
}

// fallbacks checks the pools behind the router. With them machines are given the
// router too, so that its address must be one that they can reach.
func (k *checker) fallbacks(s Stratum) {
	if len(s.Fallbacks) == 0 {
		return
	}
	host, _, err := net.SplitHostPort(s.Listen)
	if ip := net.ParseIP(host); s.Advertise == "" && s.Listen != "" && (err != nil || host == "" || ip != nil && ip.IsUnspecified()) {
		k.fail("stratum.advertise", "is empty, and machines are to be given the router's address; want host:port as they reach it")
	}
	if len(s.Fallbacks) > 2 {
		k.fail("stratum.fallbacks", "%d: want one or two, since machines know three pools at most", len(s.Fallbacks))
	}
	for i, f := range s.Fallbacks {
		k.poolURL(fmt.Sprintf("stratum.fallbacks[%d].url", i), f.URL)
		if f.User == "" {
			k.fail(fmt.Sprintf("stratum.fallbacks[%d].user", i), "is empty; want the user that the pool knows")
		}
	}
	if list := k.config.Members.List; len(list) > 0 {
		for i := range k.config.Sites {
			id := k.config.Sites[i].ID
			if !slices.ContainsFunc(list, func(m Member) bool { return m.Name == id }) {
				k.fail("members.list", "site %q is no member, and its machines call themselves %s.machine at the router", id, id)
			}
		}
	}
}

func (k *checker) poolURL(setting, raw string) {
	u, err := url.Parse(raw)
	if err != nil || u.Port() == "" || u.User != nil || u.Scheme != "stratum+tcp" && u.Scheme != "stratum+ssl" {
		k.fail(setting, "want a URL such as stratum+tcp://pool.example:3333, without a user")
	}
}

func (k *checker) destination(setting string, d Destination, names map[string]bool) {
	k.name(setting+".name", d.Name)
	if names[d.Name] {
		k.fail(setting+".name", "%q is used twice", d.Name)
	}
	names[d.Name] = true
	if len(d.URLs) == 0 {
		k.fail(setting+".urls", "is empty; want at least one URL")
	}
	for i, raw := range d.URLs {
		k.poolURL(fmt.Sprintf("%s.urls[%d]", setting, i), raw)
	}
	if d.User == "" {
		k.fail(setting+".user", "is empty; want the user that the pool knows")
	}
	k.within(setting+".weight", d.Weight, 0, 1e9)
	k.within(setting+".contract_ths", d.ContractTHs, 0, 1e9)
	for i, id := range d.PlanSites {
		if !slices.ContainsFunc(k.config.Sites, func(s Site) bool { return s.ID == id }) {
			k.fail(fmt.Sprintf("%s.plan_sites[%d]", setting, i), "%q is no site of this configuration", id)
		}
	}
	k.within(setting+".connections", float64(d.Connections), 0, 64)
}

func (k *checker) account(setting string, a PoolAccount) {
	k.oneOf(setting+".pool", a.Pool, "braiins", "foundry", "antpool", "f2pool", "luxor", "ocean")
	if strings.TrimSpace(a.Account) == "" {
		k.fail(setting+".account", "is empty; want the user, sub-account or address")
	}
	if !a.Key.IsSet() && a.Pool != "ocean" && !(a.Pool == "braiins" && k.config.Accounts.SlushpoolAPIKey.IsSet()) {
		k.fail(setting+".key", "is not set; want a reference to the account's key for reading")
	}
	if a.Pool == "antpool" && !a.Signature.IsSet() {
		k.fail(setting+".signature", "is not set; AntPool signs with a second secret")
	}
	k.address(setting+".url", a.URL, a.Key.IsSet())
}

func (k *checker) members() {
	m := k.config.Members
	k.within("members.fee", m.Fee, 0, 0.5)
	if m.Window < time.Minute || m.Window > 90*24*time.Hour {
		k.fail("members.window", "%s: want 1m to 2160h", m.Window)
	}
	k.within("members.least_sats", float64(m.LeastSats), 0, 1e15)
	k.within("members.bonus", m.Bonus, 0, 1)
	seen := map[string]bool{}
	for i, one := range m.List {
		setting := fmt.Sprintf("members.list[%d]", i)
		k.name(setting+".name", one.Name)
		if strings.Contains(one.Name, ".") {
			k.fail(setting+".name", "%q: no dots, which part a member from a machine", one.Name)
		}
		if seen[one.Name] {
			k.fail(setting+".name", "%q is used twice", one.Name)
		}
		seen[one.Name] = true
		if one.Payout == "" {
			k.fail(setting+".payout", "is empty; want a bitcoin address")
		}
	}
}
