package compute

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"time"

	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/secret"
)

const (
	bodyLimit  = 8 << 20          // bytes of one answer; a history of prices grows all day
	deadline   = 10 * time.Second // of one exchange, on the wall's clock
	maxTries   = 3
	firstRetry = 2 * time.Second // doubling, on the world's clock

	maxClockSkew = 5 * time.Minute
)

// Config says where a service is and how to reach it.
type Config struct {
	URL       string      // of the API's root, or of the feed itself
	Key       secret.Text // for services that ask for one
	Simulated bool        // observations are marked as simulated
	Clock     clock.Clock
	HTTP      *http.Client
}

// host is one service: its address, its key and the rules for trying again.
type host struct {
	base      *url.URL
	key       secret.Text
	simulated bool
	clock     clock.Clock
	http      *http.Client
}

func newHost(cfg Config) (*host, error) {
	base, err := url.Parse(cfg.URL)
	if err != nil || (base.Scheme != "http" && base.Scheme != "https") || base.Host == "" || base.User != nil {
		return nil, errors.New("want an http or https URL with a host and without a user")
	}
	if cfg.Key != "" && base.Scheme == "http" && !secret.Local(base.Hostname()) {
		return nil, errors.New("the key would travel unencrypted; use an https URL")
	}
	h := &host{base: base, key: cfg.Key, simulated: cfg.Simulated, clock: cfg.Clock, http: withoutRedirects(cfg.HTTP)}
	if h.clock == nil {
		h.clock = clock.Wall{}
	}
	return h, nil
}

// get is one answer. Answers that may be better the next time (429, 5xx, a
// broken connection) are asked for again; only reading is safe to repeat.
func (h *host) get(ctx context.Context, path string) ([]byte, error) {
	pause := firstRetry
	for try := 1; ; try++ {
		body, status, err := h.exchange(ctx, http.MethodGet, path, nil)
		passing := err != nil || status == http.StatusTooManyRequests || status >= http.StatusInternalServerError
		if err == nil && status == http.StatusOK {
			return body, nil
		}
		if err == nil {
			err = h.refusal(http.MethodGet, path, status)
		}
		if !passing || try == maxTries || h.clock.Sleep(ctx, pause) != nil {
			return nil, err
		}
		pause *= 2
	}
}

func (h *host) send(ctx context.Context, method, path string, payload []byte) ([]byte, error) {
	body, status, err := h.exchange(ctx, method, path, payload)
	if err != nil {
		return nil, err
	}
	if status != http.StatusOK && status != http.StatusCreated {
		return nil, h.refusal(method, path, status)
	}
	return body, nil
}

func (h *host) exchange(ctx context.Context, method, path string, payload []byte) (body []byte, status int, err error) {
	ctx, cancel := context.WithTimeout(ctx, deadline)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, method, h.base.JoinPath(path).String(), bytes.NewReader(payload))
	if err != nil {
		return nil, 0, fmt.Errorf("%s: the address cannot be requested", h.request(method, path))
	}
	req.Header.Set("Accept", "application/json")
	if payload != nil {
		req.Header.Set("Content-Type", "application/json")
	}
	if h.key != "" {
		req.Header.Set("X-Api-Key", string(h.key))
	}
	resp, err := h.http.Do(req)
	if err != nil {
		return nil, 0, fmt.Errorf("%s: %w", h.request(method, path), cause(err))
	}
	defer resp.Body.Close()
	body, err = io.ReadAll(io.LimitReader(resp.Body, bodyLimit+1))
	if err != nil {
		return nil, 0, fmt.Errorf("%s: read the answer: %w", h.request(method, path), err)
	}
	if len(body) > bodyLimit {
		return nil, 0, fmt.Errorf("%s: the answer is longer than %d bytes", h.request(method, path), bodyLimit)
	}
	return body, resp.StatusCode, nil
}

func (h *host) refusal(method, path string, status int) error {
	remedy := ""
	switch {
	case status == http.StatusUnauthorized || status == http.StatusForbidden:
		remedy = "; check the key"
	case status >= 300 && status < 400:
		remedy = "; redirects are not followed, configure the final URL"
	}
	return fmt.Errorf("%s: status %d%s", h.request(method, path), status, remedy)
}

// request names an exchange without the query, where some services want a key.
func (h *host) request(method, path string) string {
	shown := *h.base.JoinPath(path)
	if shown.RawQuery != "" {
		shown.RawQuery = "[redacted]"
	}
	return method + " " + shown.Redacted()
}

// raw is the record of an answer.
func (h *host) raw(source, path string, now time.Time, body []byte) market.Raw {
	return market.Raw{
		Source: source, Request: h.request(http.MethodGet, path), Fetched: now,
		ContentType: "application/json", Body: body, Simulated: h.simulated,
	}
}

// cause takes the URL, which may hold a key, out of a client's error.
func cause(err error) error {
	if failed, ok := errors.AsType[*url.Error](err); ok {
		return failed.Err
	}
	return err
}

// withoutRedirects is a copy of client that follows no redirect: one could lead
// the key to another host.
func withoutRedirects(client *http.Client) *http.Client {
	if client == nil {
		client = http.DefaultClient
	}
	own := *client
	own.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return &own
}
