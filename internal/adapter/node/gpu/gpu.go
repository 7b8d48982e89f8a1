// Package gpu is what the drivers of nodes of GPUs share: how a node is reached,
// what a power at the wall is as a cap on its GPUs, and the exchange over HTTP.
package gpu

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"time"

	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/core/dispatch"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/secret"
)

// Driver is one node behind an interface to it. A command that returns nil was
// taken, not carried out; one whose error is [site.ErrUnknown] may or may not have
// been; any other error says that it was not. Drivers are safe for concurrent use.
type Driver interface {
	Identify(ctx context.Context) (dispatch.Identity, error)
	Read(ctx context.Context) (dispatch.Reading, error)
	// Sleep drains the node: it takes no new work at once, what runs there gets
	// [Config.Grace] to end under the lowest cap, and is then handed back.
	Sleep(ctx context.Context) error
	// Wake lets the node take work again. One that a person drained stays so.
	Wake(ctx context.Context) error
	// SetPower caps the node at a power at the wall, or at its lowest cap.
	SetPower(ctx context.Context, watts float64) error
	// Admit says of which tiers the node takes work.
	Admit(ctx context.Context, tiers []string) error
	// Reboot is [dispatch.ErrUnsupported]: work would be lost without a word.
	Reboot(ctx context.Context) error
	Capabilities() dispatch.Capabilities
}

// Config says where a node is and what it draws. Zero values take the defaults.
type Config struct {
	URL      string // of the agent or of slurmrestd, http or https
	User     string // of slurmrestd
	Token    string
	GPUs     int           // 8
	RatedW   float64       // that the node draws at the wall at its top level
	Overhead float64       // W at the wall for a watt in the rack, cooling; 1.25
	Grace    time.Duration // that work has to end when the node is drained; 2 min
	Timeout  time.Duration // of one exchange, on the wall's clock; 5 s
	HTTP     *http.Client  // nil: one that keeps no connection
	Clock    clock.Clock   // nil: the wall's
}

// With checks the configuration and fills its gaps.
func (c Config) With() (Config, error) {
	u, err := url.Parse(c.URL)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.User != nil || u.RawQuery != "" {
		return c, errors.New("node: want a URL such as http://10.3.0.7:9401, without a user or a query")
	}
	if c.Token != "" && u.Scheme == "http" && !Loopback(u.Host) {
		return c, fmt.Errorf("node %s: a token would go over the network in clear; use https", u.Host)
	}
	if !(c.RatedW > 0) {
		return c, fmt.Errorf("node %s: its power at full work is not known", u.Host)
	}
	if c.GPUs <= 0 {
		c.GPUs = 8
	}
	if c.Overhead <= 0 {
		c.Overhead = 1.25
	}
	if c.Grace <= 0 {
		c.Grace = 2 * time.Minute
	}
	if c.Timeout <= 0 {
		c.Timeout = 5 * time.Second
	}
	if c.Clock == nil {
		c.Clock = clock.Wall{}
	}
	client := http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
	if c.HTTP != nil {
		client = *c.HTTP
	}
	client.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	c.HTTP = &client
	return c, nil
}

// Loopback reports whether a host, or host:port, is a loopback literal or
// localhost.
func Loopback(host string) bool {
	if bare, _, err := net.SplitHostPort(host); err == nil {
		host = bare
	}
	return secret.Local(host)
}

// Capabilities are those of every node: how long it drains is the grace that work
// has, how long it starts what loading models takes.
func (c Config) Capabilities() dispatch.Capabilities {
	return dispatch.Capabilities{
		Sleep: true, Power: true, Reports: true,
		Stop: c.Grace + 15*time.Second, Start: 3 * time.Minute, Adjust: 10 * time.Second,
	}
}

// CapOf is the cap of each GPU, W, at which the node draws no more than watts at
// the wall: what a node draws less than at full work, its GPUs draw less, cooling
// included. Most is a GPU's power without a cap.
func (c Config) CapOf(watts, most float64) float64 {
	return most - (c.RatedW-watts)/(c.Overhead*float64(c.GPUs))
}

// WallOf is the other way: the most that a node draws at the wall when each of its
// GPUs is capped.
func (c Config) WallOf(limit, most float64) float64 {
	return c.RatedW - (most-limit)*c.Overhead*float64(c.GPUs)
}

// bodyLimit is how long an answer may be, bytes.
const bodyLimit = 4 << 20

// Do sends a request and gives the answer's status and body.
func (c Config) Do(ctx context.Context, method, path string, header http.Header, body any) (status int, answer []byte, err error) {
	ctx, cancel := context.WithTimeout(ctx, c.Timeout)
	defer cancel()
	var payload io.Reader = http.NoBody
	if body != nil {
		raw, err := json.Marshal(body)
		if err != nil {
			return 0, nil, err
		}
		payload = bytes.NewReader(raw)
	}
	req, err := http.NewRequestWithContext(ctx, method, c.URL+path, payload)
	if err != nil {
		return 0, nil, err
	}
	for key := range header {
		req.Header.Set(key, header.Get(key))
	}
	if body != nil {
		req.Header.Set("Content-Type", "application/json")
	}
	resp, err := c.HTTP.Do(req)
	if err != nil {
		return 0, nil, err
	}
	defer resp.Body.Close()
	answer, err = io.ReadAll(io.LimitReader(resp.Body, bodyLimit+1))
	if err == nil && len(answer) > bodyLimit {
		err = fmt.Errorf("%s: the answer is longer than %d bytes", path, bodyLimit)
	}
	return resp.StatusCode, answer, err
}

// Lost is the error of a command whose answer did not come: unknown, unless the
// connection was never made.
func Lost(what string, err error) error {
	if dial, ok := errors.AsType[*net.OpError](err); ok && dial.Op == "dial" {
		return fmt.Errorf("%s: %w", what, err)
	}
	return fmt.Errorf("%s: %w: %w", what, site.ErrUnknown, err)
}
