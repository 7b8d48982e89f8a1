package bitcoin

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"time"

	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/core/market"
)

const (
	bodyLimit  = 4 << 20          // bytes of one answer
	deadline   = 10 * time.Second // of one exchange, on the wall's clock
	maxTries   = 3
	firstRetry = 2 * time.Second // doubling, on the world's clock
)

// Config says where the chain data come from.
type Config struct {
	BaseURL   string // an instance of mempool.space, without /api
	Simulated bool   // observations are marked as simulated
	Clock     clock.Clock
	HTTP      *http.Client
}

// Client reads one instance of mempool.space. It is safe for concurrent use.
type Client struct {
	base      *url.URL
	simulated bool
	clock     clock.Clock
	http      *http.Client
}

// New checks the configuration; it does not connect. A nil Clock means the
// wall's, a nil HTTP client the default one.
func New(cfg Config) (*Client, error) {
	base, err := url.Parse(cfg.BaseURL)
	if err != nil || (base.Scheme != "http" && base.Scheme != "https") || base.Host == "" || base.User != nil {
		return nil, errors.New("mempool address: want an http or https URL with a host and without a user, such as https://mempool.space")
	}
	c := &Client{base: base, simulated: cfg.Simulated, clock: cfg.Clock, http: withinHost(cfg.HTTP)}
	if c.clock == nil {
		c.clock = clock.Wall{}
	}
	return c, nil
}

// Check reads the tip of the chain and says what is wrong.
func (c *Client) Check(ctx context.Context) error {
	raw, err := c.get(ctx, tipPath, c.clock.Now())
	if err != nil {
		return err
	}
	_, err = parseHeight(raw.Body)
	return err
}

// get is one answer with its raw record. Answers that may be better the next
// time (429, 5xx, a broken connection) are asked for again.
func (c *Client) get(ctx context.Context, path string, now time.Time) (market.Raw, error) {
	pause := firstRetry
	for try := 1; ; try++ {
		raw, again, err := c.try(ctx, path, now)
		if err == nil || !again || try == maxTries {
			return raw, err
		}
		if c.clock.Sleep(ctx, pause) != nil {
			return raw, err
		}
		pause *= 2
	}
}

func (c *Client) try(ctx context.Context, path string, now time.Time) (raw market.Raw, again bool, err error) {
	ctx, cancel := context.WithTimeout(ctx, deadline)
	defer cancel()
	address := c.base.JoinPath(path).String()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return raw, false, err
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return raw, true, err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(io.LimitReader(resp.Body, bodyLimit+1))
	switch {
	case err != nil:
		return raw, true, fmt.Errorf("GET %s: read the answer: %w", address, err)
	case len(body) > bodyLimit:
		return raw, false, fmt.Errorf("GET %s: the answer is longer than %d bytes", address, bodyLimit)
	case resp.StatusCode != http.StatusOK:
		again = resp.StatusCode == http.StatusTooManyRequests || resp.StatusCode >= http.StatusInternalServerError
		return raw, again, fmt.Errorf("GET %s: status %d; is it an instance of mempool.space?", address, resp.StatusCode)
	}
	return market.Raw{
		Source: sourceOf(path), Request: "GET " + address, Fetched: now,
		ContentType: resp.Header.Get("Content-Type"), Body: body, Simulated: c.simulated,
	}, false, nil
}

// withinHost is a copy of client that follows redirects on the same host alone.
func withinHost(client *http.Client) *http.Client {
	if client == nil {
		client = http.DefaultClient
	}
	own := *client
	own.CheckRedirect = func(req *http.Request, via []*http.Request) error {
		if req.URL.Host != via[0].URL.Host || len(via) > 3 {
			return http.ErrUseLastResponse
		}
		return nil
	}
	return &own
}
