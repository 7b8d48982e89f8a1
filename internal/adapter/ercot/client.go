package ercot

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/ercot/layout"
	"github.com/pouw-dem/pouwdem/internal/core/market"
)

// TokenStatus is which field of the token answer is in use and when a new token
// is due.
type TokenStatus struct {
	Field   string    `json:"field"`
	Renewal time.Time `json:"renewal"`
}

// Status is the health of the services this client speaks to: the Public API,
// its sign-in and the website.
func (c *Client) Status() []Status {
	return []Status{c.api.gate.current(), c.tokens.host.gate.current(), c.public.gate.current()}
}

// Token is the state of the token; it never holds the token.
func (c *Client) Token() TokenStatus {
	field, renewal := c.tokens.inUse()
	return TokenStatus{Field: field, Renewal: renewal}
}

// Check says whether ERCOT can be used as configured: with credentials, signing
// in and one small query; without, one dashboard.
func (c *Client) Check(ctx context.Context) error {
	if !c.Keyed() {
		_, err := c.dashboard(ctx, "daily-prc.json")
		return err
	}
	now := c.cfg.Clock.Now()
	params := since("SCEDTimestamp", now.Add(-scedLookBack))
	_, _, err := c.query(ctx, layout.SystemLambda(), params)
	return err
}

// authorised sends a call to the Public API with key and token. A refused token
// (401, or a redirect to a sign-in page) is replaced once.
func (c *Client) authorised(ctx context.Context, ask call) (answer, error) {
	if !c.Keyed() {
		return answer{}, fmt.Errorf("ercot public api: %w: set the user name, password and subscription key, or use the keyless feeds", ErrAuth)
	}
	for try := 1; ; try++ {
		token, err := c.tokens.bearer(ctx)
		if err != nil {
			return answer{}, err
		}
		ask.header = ask.header.Clone()
		if ask.header == nil {
			ask.header = http.Header{}
		}
		ask.header.Set("Authorization", "Bearer "+token)
		ask.header.Set("Ocp-Apim-Subscription-Key", string(c.cfg.SubscriptionKey))
		got, err := c.api.send(ctx, ask)
		if err != nil {
			return answer{}, err
		}
		if got.status != http.StatusUnauthorized && (got.status < 300 || got.status >= 400) {
			c.tokens.accepted(token)
			return got, c.api.refusal(got)
		}
		c.tokens.refused(token)
		if try == 2 {
			err := fmt.Errorf("ercot public api: %s: status %d: %w: the token or the subscription key was refused; check both in the API explorer",
				got.raw.Request, got.status, ErrAuth)
			c.api.gate.failed(err)
			return answer{}, err
		}
	}
}

// keyless asks the website, which needs no key.
func (c *Client) keyless(ctx context.Context, address string, limit int64, within time.Duration) (market.Raw, error) {
	got, err := c.public.send(ctx, call{method: http.MethodGet, url: address, limit: limit, within: within})
	if err != nil {
		return market.Raw{}, err
	}
	if err := c.public.refusal(got); err != nil {
		return market.Raw{}, err
	}
	return got.raw, nil
}

// address joins a base, a path and a query.
func address(base, path string, params url.Values) string {
	if len(params) == 0 {
		return base + path
	}
	return base + path + "?" + params.Encode()
}
