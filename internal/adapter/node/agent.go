package node

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

const (
	deadline  = 5 * time.Second // of one exchange, on the wall's clock
	bodyLimit = 1 << 20         // bytes; 10,000 machines in groups of one fit
	kWPerMW   = 1000
)

// Config says which agent to talk to and how.
type Config struct {
	Site      string // id of the site that the agent serves
	BaseURL   string // such as https://agent.example:8443; a path is kept
	Token     string // bearer token; empty: none is sent
	Simulated bool   // readings are marked as simulated
	HTTP      *http.Client
	Clock     clock.Clock
}

// Agent is a client of one site's machine-group agent. It is safe for
// concurrent use.
type Agent struct {
	site      string
	base      *url.URL
	token     string
	simulated bool
	http      *http.Client
	clock     clock.Clock
}

// New checks the configuration; it does not connect. A nil HTTP client means
// one without a proxy, a nil Clock the wall's.
func New(cfg Config) (*Agent, error) {
	base, err := parseBase(cfg.BaseURL)
	if err != nil {
		return nil, fmt.Errorf("agent of site %s: %w", cfg.Site, err)
	}
	a := &Agent{
		site: cfg.Site, base: base, token: cfg.Token,
		simulated: cfg.Simulated, clock: cfg.Clock, http: withoutRedirects(cfg.HTTP),
	}
	if a.clock == nil {
		a.clock = clock.Wall{}
	}
	if cfg.Token != "" && base.Scheme == "http" && !a.Loopback() {
		return nil, fmt.Errorf("agent of site %s: the token would travel unencrypted to %s; use an https URL or remove the token",
			cfg.Site, base.Host)
	}
	return a, nil
}

// Loopback reports whether the agent's host is a loopback address literal or
// localhost. Nothing is resolved: a name that happens to point home does not
// count.
func (a *Agent) Loopback() bool {
	host := a.base.Hostname()
	if strings.EqualFold(host, "localhost") {
		return true
	}
	ip := net.ParseIP(host)
	return ip != nil && ip.IsLoopback()
}

// Read is one reading per group (MW, MWh, TH/s), named by its class, and the
// settlement meter's, whose class is empty. When only one of the two answers,
// its readings come together with the other's error.
func (a *Agent) Read(ctx context.Context) ([]site.Reading, error) {
	groups, groupsErr := a.readGroups(ctx)
	meter, meterErr := a.readMeter(ctx)
	if meterErr == nil {
		groups = append(groups, meter)
	}
	return groups, errors.Join(groupsErr, meterErr)
}

// Check asks the agent for its groups and its meter and says what is wrong.
func (a *Agent) Check(ctx context.Context) error {
	_, err := a.Read(ctx)
	return err
}

// Set asks for a power target of a class, all its machines together. The agent
// carries a request id out once, however often it is sent. An error that
// [errors.Is] [site.ErrUnknown] leaves open whether it was; any other error means that
// it was not.
func (a *Agent) Set(ctx context.Context, class string, target unit.MW, requestID string) error {
	if !validName(class) {
		return fmt.Errorf("set power of class %q at site %s: not a group name", class, a.site)
	}
	if math.IsNaN(float64(target)) || target < 0 || target > maxMW {
		return fmt.Errorf("set power of class %s at site %s: target %g MW is outside 0..%d", class, a.site, float64(target), maxMW)
	}
	if requestID == "" {
		return fmt.Errorf("set power of class %s at site %s: a request id is required", class, a.site)
	}
	order := targetOrder{TargetKW: float64(target) * kWPerMW, RequestID: requestID}
	if err := a.put(ctx, a.endpoint("v1", "groups", class, "target"), order); err != nil {
		return fmt.Errorf("set power of class %s at site %s: %w", class, a.site, err)
	}
	return nil
}

func (a *Agent) readGroups(ctx context.Context) ([]site.Reading, error) {
	body, err := a.get(ctx, a.endpoint("v1", "groups"))
	if err != nil {
		return nil, fmt.Errorf("read groups of site %s: %w", a.site, err)
	}
	readings, err := parseGroups(body, a.clock.Now())
	if err != nil {
		return nil, fmt.Errorf("read groups of site %s: %w", a.site, err)
	}
	for i := range readings {
		a.sign(&readings[i])
	}
	return readings, nil
}

func (a *Agent) readMeter(ctx context.Context) (site.Reading, error) {
	body, err := a.get(ctx, a.endpoint("v1", "meter"))
	if err != nil {
		return site.Reading{}, fmt.Errorf("read meter of site %s: %w", a.site, err)
	}
	reading, err := parseMeter(body, a.clock.Now())
	if err != nil {
		return site.Reading{}, fmt.Errorf("read meter of site %s: %w", a.site, err)
	}
	a.sign(&reading)
	return reading, nil
}

func (a *Agent) sign(r *site.Reading) {
	r.Site, r.Source, r.Simulated = a.site, "node/"+a.site, a.simulated
}

func (a *Agent) endpoint(parts ...string) string { return a.base.JoinPath(parts...).String() }

func (a *Agent) get(ctx context.Context, endpoint string) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, deadline)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, endpoint, nil)
	if err != nil {
		return nil, err
	}
	status, body, err := a.do(req)
	if err != nil {
		return nil, err
	}
	if status != http.StatusOK {
		return nil, refusal(req, status)
	}
	return body, nil
}

func (a *Agent) put(ctx context.Context, endpoint string, order targetOrder) error {
	ctx, cancel := context.WithTimeout(ctx, deadline)
	defer cancel()
	payload, err := json.Marshal(order)
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPut, endpoint, bytes.NewReader(payload))
	if err != nil {
		return err
	}
	req.Header.Set("Content-Type", "application/json")
	status, body, err := a.do(req)
	if err != nil {
		if neverSent(err) {
			return err
		}
		return fmt.Errorf("%w: %w", site.ErrUnknown, err)
	}
	if status >= http.StatusInternalServerError {
		return fmt.Errorf("%w: %w", site.ErrUnknown, refusal(req, status))
	}
	if status != http.StatusAccepted {
		return refusal(req, status)
	}
	return checkReceipt(body, order.RequestID)
}

func (a *Agent) do(req *http.Request) (status int, body []byte, err error) {
	req.Header.Set("Accept", "application/json")
	if a.token != "" {
		req.Header.Set("Authorization", "Bearer "+a.token)
	}
	resp, err := a.http.Do(req)
	if err != nil {
		return 0, nil, err
	}
	defer resp.Body.Close()
	body, err = io.ReadAll(io.LimitReader(resp.Body, bodyLimit+1))
	if err != nil {
		return 0, nil, fmt.Errorf("%s %s: read the answer: %w", req.Method, req.URL, err)
	}
	if len(body) > bodyLimit {
		return 0, nil, fmt.Errorf("%s %s: the answer is longer than %d bytes", req.Method, req.URL, bodyLimit)
	}
	return resp.StatusCode, body, nil
}

// neverSent reports whether the request cannot have reached the agent.
func neverSent(err error) bool {
	dial, ok := errors.AsType[*net.OpError](err)
	return ok && dial.Op == "dial"
}

func refusal(req *http.Request, status int) error {
	remedy := ""
	switch {
	case status == http.StatusUnauthorized || status == http.StatusForbidden:
		remedy = "; check the site's agent token"
	case status == http.StatusNotFound:
		remedy = "; check the agent's URL and that the group's name is the class id"
	case status >= 300 && status < 400:
		remedy = "; redirects are not followed, configure the final URL"
	}
	return fmt.Errorf("%s %s: status %d%s", req.Method, req.URL, status, remedy)
}

func parseBase(raw string) (*url.URL, error) {
	base, err := url.Parse(raw)
	if err != nil {
		return nil, errors.New("the URL cannot be parsed; want the form https://host:port")
	}
	if (base.Scheme != "http" && base.Scheme != "https") || base.Hostname() == "" {
		return nil, errors.New("the URL needs a scheme (http, https) and a host, such as https://host:port")
	}
	if base.User != nil || base.RawQuery != "" || base.Fragment != "" {
		return nil, errors.New("the URL must not hold a user, a query or a fragment; put the token into its own setting")
	}
	return base, nil
}

// withoutRedirects is a copy of client that never follows a redirect: one could
// lead a command, and the token, to another host than the configured one.
func withoutRedirects(client *http.Client) *http.Client {
	if client == nil {
		client = &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 4, IdleConnTimeout: time.Minute}}
	}
	own := *client
	own.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return &own
}
