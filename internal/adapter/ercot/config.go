package ercot

import (
	"errors"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"net/http"
	"net/url"
	"strings"

	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/secret"
)

// The services as ERCOT runs them; a [Config] may name others.
const (
	DefaultBaseURL      = "https://api.ercot.com/api/public-reports"
	DefaultTokenURL     = "https://ercotb2c.b2clogin.com/ercotb2c.onmicrosoft.com/B2C_1_PUBAPI-ROPC-FLOW/oauth2/v2.0/token"
	DefaultDashboardURL = "https://www.ercot.com/api/1/services/read/dashboards"
	DefaultMISURL       = "https://www.ercot.com"
)

// Which field of the token answer goes into the Authorization header.
const (
	TokenAuto   = "auto" // the id token; once refused, the other, and what worked is remembered
	TokenID     = "id_token"
	TokenAccess = "access_token"
)

// Config says where ERCOT is and who asks. URLs that are empty are the real
// ones. Without any credential only the keyless feeds work.
type Config struct {
	BaseURL      string // Public API
	TokenURL     string // where a password is exchanged for a token
	DashboardURL string // keyless dashboards
	MISURL       string // keyless report lists and files

	Username        secret.Text
	Password        secret.Text
	SubscriptionKey secret.Text
	TokenField      string // "auto" (also when empty), "id_token" or "access_token"

	Points    []string // settlement points to follow, such as LZ_WEST
	Simulated bool     // marks every observation as simulated

	Clock  clock.Clock
	HTTP   *http.Client   // nil: a client of its own
	Logger *slog.Logger   // nil: silent
	Jitter func() float64 // in [0, 1), spreads retries; nil: random
}

// Client speaks to ERCOT. All feeds made from one client share its token and
// its request allowance. It is safe for concurrent use.
type Client struct {
	cfg    Config
	points map[string]bool
	api    *host
	public *host
	tokens *tokens
}

// New checks cfg and makes a client. It sends nothing.
func New(cfg Config) (*Client, error) {
	if cfg.Clock == nil {
		return nil, errors.New("ercot: a clock is required")
	}
	setDefaults(&cfg)
	for _, u := range []string{cfg.BaseURL, cfg.TokenURL, cfg.DashboardURL, cfg.MISURL} {
		if err := checkURL(u); err != nil {
			return nil, err
		}
	}
	if err := checkCredentials(cfg); err != nil {
		return nil, err
	}
	c := &Client{cfg: cfg, points: make(map[string]bool, len(cfg.Points))}
	for _, p := range cfg.Points {
		if p == "" || strings.TrimSpace(p) != p {
			return nil, fmt.Errorf("ercot: settlement point %q: want a name such as LZ_WEST", p)
		}
		c.points[p] = true
	}
	c.api = newHost("ercot public api", cfg, apiPerMinute, withoutRedirects(cfg.HTTP))
	c.public = newHost("ercot website", cfg, publicPerMinute, withinHost(cfg.HTTP))
	c.tokens = newTokens(cfg, newHost("ercot sign-in", cfg, tokenPerMinute, withoutRedirects(cfg.HTTP)))
	return c, nil
}

// Keyed reports whether the client has the credentials of the Public API.
func (c *Client) Keyed() bool { return c.cfg.Username != "" }

func setDefaults(cfg *Config) {
	for field, value := range map[*string]string{
		&cfg.BaseURL: DefaultBaseURL, &cfg.TokenURL: DefaultTokenURL,
		&cfg.DashboardURL: DefaultDashboardURL, &cfg.MISURL: DefaultMISURL,
		&cfg.TokenField: TokenAuto,
	} {
		if *field == "" {
			*field = value
		}
	}
	if cfg.HTTP == nil {
		cfg.HTTP = &http.Client{}
	}
	if cfg.Logger == nil {
		cfg.Logger = slog.New(slog.DiscardHandler)
	}
	if cfg.Jitter == nil {
		cfg.Jitter = rand.Float64
	}
}

func checkURL(raw string) error {
	u, err := url.Parse(raw)
	if err != nil || u.Host == "" || (u.Scheme != "https" && u.Scheme != "http") {
		return fmt.Errorf("ercot: address %q: want an http or https URL", raw)
	}
	if u.User != nil || u.RawQuery != "" {
		return fmt.Errorf("ercot: the address of host %s holds credentials or a query: give the plain address and the credentials in their own fields", u.Host)
	}
	return nil
}

func checkCredentials(cfg Config) error {
	switch cfg.TokenField {
	case TokenAuto, TokenID, TokenAccess:
	default:
		return fmt.Errorf("ercot: token field %q: want auto, id_token or access_token", cfg.TokenField)
	}
	var have, missing []string
	for _, c := range []struct {
		name  string
		value secret.Text
	}{{"user name", cfg.Username}, {"password", cfg.Password}, {"subscription key", cfg.SubscriptionKey}} {
		if c.value == "" {
			missing = append(missing, c.name)
		} else {
			have = append(have, c.name)
		}
	}
	if len(have) > 0 && len(missing) > 0 {
		return fmt.Errorf("ercot: %s without %s: the Public API needs all three, the keyless feeds none",
			strings.Join(have, " and "), strings.Join(missing, " and "))
	}
	return nil
}

// wanted reports whether o is of a settlement point that is followed, or not of
// a settlement point at all.
func (c *Client) wanted(o market.Observation) bool {
	switch o.Series.Kind {
	case market.RTSPP, market.RTLMP, market.DASPP:
		return c.points[o.Series.Key]
	}
	return true
}
