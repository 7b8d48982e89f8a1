package ercot

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/ercot/layout"
	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/core/market"
)

const (
	maxJSON     = 64 << 20  // bytes of one JSON answer
	maxDownload = 256 << 20 // bytes of one archive or report file
	maxToken    = 64 << 10  // bytes of one token answer

	answerWithin   = 30 * time.Second // wall time for a JSON answer
	downloadWithin = 3 * time.Minute  // wall time for a file

	maxTries   = 4
	firstRetry = time.Second // after a 5xx or a broken connection, doubling
)

// host is one of ERCOT's services: its own allowance, and the same rules for
// waiting and trying again.
type host struct {
	gate      *gate
	client    *http.Client
	clock     clock.Clock
	jitter    func() float64
	log       *slog.Logger
	simulated bool
}

func newHost(service string, cfg Config, perMinute int, client *http.Client) *host {
	return &host{
		gate: newGate(service, perMinute, cfg.Clock, cfg.Jitter), client: client,
		clock: cfg.Clock, jitter: cfg.Jitter, log: cfg.Logger, simulated: cfg.Simulated,
	}
}

// withoutRedirects is client, except that a redirect is handed back: on the
// Public API it means that the token was refused.
func withoutRedirects(client *http.Client) *http.Client {
	own := *client
	own.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return &own
}

// withinHost is client, except that it follows a redirect only to the host it
// was asked to speak to.
func withinHost(client *http.Client) *http.Client {
	own := *client
	own.CheckRedirect = func(req *http.Request, via []*http.Request) error {
		if req.URL.Host != via[0].URL.Host || len(via) > 3 {
			return http.ErrUseLastResponse
		}
		return nil
	}
	return &own
}

// call is one thing to ask.
type call struct {
	method string
	url    string
	header http.Header
	body   []byte
	limit  int64         // bytes of the answer
	within time.Duration // wall time
}

// answer is what came back, whatever its status.
type answer struct {
	status int
	raw    market.Raw
}

// send asks until there is an answer that is worth judging: it waits out
// throttling and tries again after a 5xx or a broken connection, a bounded
// number of times. Answers of 2xx, 3xx and 4xx other than 429 are returned.
func (h *host) send(ctx context.Context, c call) (answer, error) {
	retry := firstRetry
	for try := 1; ; try++ {
		if err := h.gate.enter(ctx); err != nil {
			return answer{}, err
		}
		got, err := h.once(ctx, c)
		if err == nil {
			h.gate.succeeded()
			return got, nil
		}
		if err := h.note(ctx, err); err != nil {
			return answer{}, err
		}
		if try == maxTries {
			return answer{}, fmt.Errorf("%w (tried %d times)", err, try)
		}
		if errors.Is(err, errThrottled) {
			continue // the gate holds everyone back for as long as it takes
		}
		if err := h.clock.Sleep(ctx, retry+time.Duration(h.jitter()*float64(retry)/4)); err != nil {
			return answer{}, fmt.Errorf("%s: waiting to try again: %w", h.gate.service, err)
		}
		retry *= 2
	}
}

var (
	errThrottled = errors.New("too many requests")
	errTooLarge  = errors.New("answer is larger than the limit")
)

// note enters a failure into the gate and returns it where trying again is
// pointless.
func (h *host) note(ctx context.Context, err error) error {
	switch {
	case ctx.Err() != nil:
		return err
	case errors.Is(err, ErrQuota):
		h.gate.exhausted(err)
		return err
	case errors.Is(err, errThrottled):
		h.gate.throttled(err)
		h.log.Warn("throttled, waiting", "service", h.gate.service, "paused_until", h.gate.current().PausedUntil)
		return nil
	case errors.Is(err, errTooLarge):
		h.gate.failed(err)
		return err
	}
	h.gate.failed(err)
	return nil
}

func (h *host) once(ctx context.Context, c call) (answer, error) {
	ctx, cancel := context.WithTimeout(ctx, c.within)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, c.method, c.url, bytes.NewReader(c.body))
	if err != nil {
		return answer{}, fmt.Errorf("%s: building request: %w", h.gate.service, err)
	}
	for name, values := range c.header {
		req.Header[name] = values
	}
	req.Header.Set("User-Agent", "pouwdem")
	resp, err := h.client.Do(req)
	if err != nil {
		return answer{}, fmt.Errorf("%s: %w", h.gate.service, err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(io.LimitReader(resp.Body, c.limit+1))
	if err != nil {
		return answer{}, fmt.Errorf("%s: reading the answer to %s: %w", h.gate.service, c.url, err)
	}
	if int64(len(body)) > c.limit {
		return answer{}, fmt.Errorf("%s: %s: %w of %d bytes", h.gate.service, c.url, errTooLarge, c.limit)
	}
	got := answer{status: resp.StatusCode, raw: market.Raw{
		Source: h.gate.service, Request: c.method + " " + c.url, Fetched: h.clock.Now(),
		ContentType: resp.Header.Get("Content-Type"), Body: body, Simulated: h.simulated,
	}}
	return got, h.transient(got, c.url)
}

// transient is the error of an answer that may be better next time.
func (h *host) transient(got answer, url string) error {
	switch {
	case got.status == http.StatusTooManyRequests && quotaBody(got.raw.Body):
		return fmt.Errorf("%s: %s: %w", h.gate.service, url, ErrQuota)
	case got.status == http.StatusTooManyRequests:
		return fmt.Errorf("%s: %s: %w", h.gate.service, url, errThrottled)
	case got.status >= 500:
		return fmt.Errorf("%s: %s: status %d: %s", h.gate.service, url, got.status, layout.Excerpt(got.raw.Body))
	}
	return nil
}

// quotaBody tells the two kinds of 429 apart: the request rate, which passes in
// seconds, and the hourly bandwidth.
func quotaBody(body []byte) bool {
	var e struct {
		Error string `json:"error"`
	}
	return json.Unmarshal(body, &e) == nil && e.Error == "BandwidthQuotaExceeded"
}

// refusal is the error of an answer that is not a success and will not become
// one by asking again.
func (h *host) refusal(got answer) error {
	if got.status >= 200 && got.status < 300 {
		return nil
	}
	err := fmt.Errorf("%s: %s: status %d: %s", h.gate.service, got.raw.Request, got.status, layout.Excerpt(got.raw.Body))
	h.gate.failed(err)
	if got.status == http.StatusForbidden {
		return fmt.Errorf("%w; ERCOT answers only addresses in the USA and subscribed keys", err)
	}
	return err
}
