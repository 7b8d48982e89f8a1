package config

import (
	"net"
	"path/filepath"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/policy/mpc"
	"github.com/pouw-dem/pouwdem/internal/secret"
)

// The values of [Config.World] and [Config.Control].
const (
	WorldSimulated = "simulated" // a seeded market behind stand-ins on loopback
	WorldLive      = "live"      // the real feeds
	ControlAdvise  = "advise"    // decide and record; command nothing that is not on loopback
	ControlLive    = "live"      // command the machines
)

// The values of [Token.Role], each with the rights of those before it.
const (
	RoleViewer   = "viewer"   // reads
	RoleOperator = "operator" // orders
	RoleAdmin    = "admin"    // limits and keys
)

// Config is every setting. [Load] gives one whose values have been checked.
type Config struct {
	World      string                        `yaml:"world" jsonschema:"enum=simulated,enum=live"`
	Seed       uint64                        `yaml:"seed"`
	Speed      float64                       `yaml:"speed"`
	Start      string                        `yaml:"start"`
	Listen     string                        `yaml:"listen"`
	DataDir    string                        `yaml:"data_dir"`
	Control    string                        `yaml:"control" jsonschema:"enum=advise,enum=live"`
	Store      Store                         `yaml:"store"`
	Log        Log                           `yaml:"log"`
	Tick       Tick                          `yaml:"tick"`
	Policy     Policy                        `yaml:"policy"`
	Renewable  Renewable                     `yaml:"renewable"`
	Fleet      Fleet                         `yaml:"fleet"`
	Network    Network                       `yaml:"network"`
	Peaks      Peaks                         `yaml:"peaks"`
	QSE        QSE                           `yaml:"qse"`
	OpenADR    OpenADR                       `yaml:"openadr"`
	Bus        Bus                           `yaml:"bus"`
	Tasks      Tasks                         `yaml:"tasks"`
	Federation Federation                    `yaml:"federation"`
	Stratum    Stratum                       `yaml:"stratum"`
	Pools      Pools                         `yaml:"pools"`
	Members    Members                       `yaml:"members"`
	Chain      Chain                         `yaml:"chain"`
	StaleAfter map[market.Kind]time.Duration `yaml:"stale_after"`
	Feeds      Feeds                         `yaml:"feeds"`
	Accounts   Accounts                      `yaml:"accounts"`
	Auth       Auth                          `yaml:"auth"`
	Sites      []Site                        `yaml:"sites"`

	document document
	origins  map[string]string // setting -> environment or flag that set it
}

// Store says where observations and decisions are kept.
type Store struct {
	URL      string `yaml:"url"`
	Password Secret `yaml:"password"`
}

// Log is how the program logs.
type Log struct {
	Level  string `yaml:"level" jsonschema:"enum=debug,enum=info,enum=warn,enum=error"`
	Format string `yaml:"format" jsonschema:"enum=auto,enum=text,enum=json"`
}

// Tick places the decision within its five-minute interval.
type Tick struct {
	Offset   time.Duration `yaml:"offset"`
	Deadline time.Duration `yaml:"deadline"`
}

// Policy names the policy whose proposal is taken, and the parameters of
// threshold and of mpc.
type Policy struct {
	Name    string    `yaml:"name" jsonschema:"enum=always,enum=lag1,enum=threshold,enum=dayahead,enum=mpc,enum=dsac"`
	Params  Threshold `yaml:"params"`
	MPC     MPC       `yaml:"mpc"`
	Model   string    `yaml:"model"`
	Promote bool      `yaml:"promote"`
}

// MPC is [mpc.Params] as people write it.
type MPC struct {
	Scenarios       int     `yaml:"scenarios"`
	HorizonHours    int     `yaml:"horizon_hours"`
	TailWeight      float64 `yaml:"tail_weight"`
	TailShare       float64 `yaml:"tail_share"`
	PriceIterations int     `yaml:"price_iterations"`
	Passes          int     `yaml:"passes"`
}

// Threshold is [policy.ThresholdParams] as people write it.
type Threshold struct {
	ThresholdRule `yaml:",inline"`
	Classes       map[string]ThresholdRule `yaml:"classes"` // by class id, in place of the rule for all
}

// ThresholdRule is when a class stops and starts.
type ThresholdRule struct {
	Hysteresis  float64 `yaml:"hysteresis"`
	WindowsDown int     `yaml:"windows_down"`
	WindowsUp   int     `yaml:"windows_up"`
	Immediate   float64 `yaml:"immediate"`
}

// Renewable is the rule that favours grid work in a green hour.
type Renewable struct {
	Threshold float64 `yaml:"threshold"` // fraction of generation
}

// Fleet is what binds all sites together.
type Fleet struct {
	CapMWPerMin float64 `yaml:"cap_mw_per_min"` // 0: no cap
}

// Network is the power network around the sites.
type Network struct {
	Case  string        `yaml:"case"`  // MATPOWER case file; empty: the synthetic network
	Every time.Duration `yaml:"every"` // between studies; 0: none
}

// BusEmbedded is the [Bus.URL] of the bus in this process.
const BusEmbedded = "embedded:"

// Bus is what the coordinator, its sites and their workers speak over.
type Bus struct {
	URL    string `yaml:"url"`    // embedded:, or nats:// addresses of a cluster
	Listen string `yaml:"listen"` // host:port for other processes; empty: this process alone
	Leaves string `yaml:"leaves"` // host:port for the leaf nodes of sites; empty: none
}

// Tasks is the useful work for the grid.
type Tasks struct {
	Every time.Duration `yaml:"every"` // between tasks; 0: none is made
}

// The values of [Chain.URL] that are no address.
const (
	ChainEmbedded = "embedded:" // a private chain in this process
	ChainOff      = "off"       // decisions are not recorded on a chain
	ChainSecret   = "rpc:"      // the address is accounts.polygon_rpc_url
)

// Chain is where decisions are recorded.
type Chain struct {
	URL        string  `yaml:"url"`
	Second     string  `yaml:"second_url"`   // another node, which has to agree on what is final; empty: none
	Contract   string  `yaml:"contract"`     // EIP-55 address of TaskAllocation; empty on the embedded chain
	Keystore   string  `yaml:"keystore"`     // file of the recorder's key
	Password   Secret  `yaml:"password"`     // of the keystore
	Key        Secret  `yaml:"key"`          // the key itself, in place of a keystore
	SignerURL  string  `yaml:"signer_url"`   // of a program that holds the key, in place of both
	Account    string  `yaml:"account"`      // EIP-55 address of its key
	MaxFeeGwei float64 `yaml:"max_fee_gwei"` // per gas
	Port       int     `yaml:"port"`         // of the embedded chain's RPC on loopback; 0: any that is free
}

// Feeds says where the outside is read.
type Feeds struct {
	ERCOT         ERCOT  `yaml:"ercot"`
	DashboardsURL string `yaml:"dashboards_url"`
	MISURL        string `yaml:"mis_url"`
	Mempool       Remote `yaml:"mempool"`
	GPU           Remote `yaml:"gpu"`
	Tokens        Remote `yaml:"tokens"`
	MARA          MARA   `yaml:"mara"`
}

// ERCOT is the account and the addresses of ERCOT's Public API.
type ERCOT struct {
	BaseURL         string   `yaml:"base_url"`
	TokenURL        string   `yaml:"token_url"`
	Username        Secret   `yaml:"username"`
	Password        Secret   `yaml:"password"`
	SubscriptionKey Secret   `yaml:"subscription_key"`
	TokenField      string   `yaml:"token_field" jsonschema:"enum=auto,enum=id_token,enum=access_token"`
	Points          []string `yaml:"points"`
}

// Remote is a feed that needs an address alone. An empty one is off.
type Remote struct {
	URL string `yaml:"url"`
}

// MARA is the hackathon's API. An empty URL is off.
type MARA struct {
	URL string `yaml:"url"`
	Key Secret `yaml:"key"`
}

// Accounts are credentials of outside services that belong to no feed.
type Accounts struct {
	SlushpoolAPIKey Secret `yaml:"slushpool_api_key"`
	PolygonRPCURL   Secret `yaml:"polygon_rpc_url"`
}

// Auth says who may use the API.
type Auth struct {
	Tokens []Token `yaml:"tokens"`
}

// Token is one caller's right. Only the token's hash is configured.
type Token struct {
	Name   string `yaml:"name"`
	Role   string `yaml:"role" jsonschema:"enum=viewer,enum=operator,enum=admin"`
	SHA256 string `yaml:"sha256"` // of the token, in hex
}

// ClockSpeed is how fast the world's clock runs: [Config.Speed] in the
// simulated world, 1 in the live one.
func (c *Config) ClockSpeed() float64 {
	if c.World == WorldLive {
		return 1
	}
	return c.Speed
}

// WorldStart is when the simulated world begins: [Config.Start], or now where
// that is empty.
func (c *Config) WorldStart(now time.Time) time.Time {
	if start, err := time.Parse(time.RFC3339, c.Start); err == nil {
		return start.UTC()
	}
	return now.UTC()
}

// StaleLimits is [Config.StaleAfter] in the form that a snapshot is made with.
func (c *Config) StaleLimits() market.Limits { return market.Limits(c.StaleAfter) }

// Build is the parameters as the policy takes them.
func (t Threshold) Build() policy.ThresholdParams {
	params := t.ThresholdRule.build()
	if len(t.Classes) > 0 {
		params.Classes = make(map[string]policy.ThresholdParams, len(t.Classes))
	}
	for class, rule := range t.Classes {
		params.Classes[class] = rule.build()
	}
	return params
}

// Build is the parameters as the policy takes them, with the threshold rule's
// for where nothing can be planned.
func (m MPC) Build(fallback policy.ThresholdParams) mpc.Params {
	return mpc.Params{
		Scenarios: m.Scenarios, Hours: m.HorizonHours, TailWeight: m.TailWeight, TailShare: m.TailShare,
		Prices: m.PriceIterations, Passes: m.Passes, Fallback: fallback,
	}
}

// IsZero reports whether no parameter is configured, so that those which tuning
// found may be used.
func (t Threshold) IsZero() bool { return t.ThresholdRule == ThresholdRule{} && len(t.Classes) == 0 }

func (r ThresholdRule) build() policy.ThresholdParams {
	return policy.ThresholdParams{Hysteresis: r.Hysteresis, Down: r.WindowsDown, Up: r.WindowsUp, Immediate: r.Immediate}
}

// StoreURL is the store's address with its password and, for SQLite without a
// file name, the file in the data directory. It may hold a secret: it is for
// opening the store, not for showing.
func (c *Config) StoreURL() string {
	if c.Store.URL == "sqlite:" {
		return "sqlite:" + filepath.Join(c.DataDir, "pouwdem.db")
	}
	return withPassword(c.Store.URL, c.Store.Password)
}

// Points is the settlement points to fetch prices for: those configured and
// those of the sites, each once, in order.
func (c *Config) Points() []string {
	var points []string
	seen := map[string]bool{"": true}
	add := func(p string) {
		if !seen[p] {
			seen[p] = true
			points = append(points, p)
		}
	}
	for _, s := range c.Sites {
		add(s.Point)
	}
	for _, p := range c.Feeds.ERCOT.Points {
		add(p)
	}
	return points
}

// LoopbackOnly reports whether the API listens on a loopback address alone.
func (c *Config) LoopbackOnly() bool {
	host, _, err := net.SplitHostPort(c.Listen)
	return err == nil && secret.Local(host)
}

// HasCredentials reports whether ERCOT's Public API can be used; without them
// its keyless feeds are.
func (e ERCOT) HasCredentials() bool {
	return e.Username.IsSet() && e.Password.IsSet() && e.SubscriptionKey.IsSet()
}
