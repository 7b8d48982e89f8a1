package qse

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/desk"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/secret"
)

const (
	deadline  = 10 * time.Second // of one exchange, on the wall's clock
	bodyLimit = 4 << 20          // bytes of one answer
)

// Config says where the QSE's interface is.
type Config struct {
	URL       string
	Token     secret.Text
	Simulated bool
	HTTP      *http.Client
}

// Client sends offers to a QSE and brings awards back. It is safe for concurrent
// use.
type Client struct {
	base      *url.URL
	token     secret.Text
	simulated bool
	http      *http.Client
}

// New checks the configuration; it does not connect.
func New(cfg Config) (*Client, error) {
	base, err := url.Parse(cfg.URL)
	if err != nil || (base.Scheme != "http" && base.Scheme != "https") || base.Host == "" || base.User != nil {
		return nil, errors.New("qse.url: want an http or https URL with a host and without a user")
	}
	if cfg.Token != "" && base.Scheme == "http" && !secret.Local(base.Hostname()) {
		return nil, errors.New("qse.url: the token would travel unencrypted; use an https URL")
	}
	client := http.Client{}
	if cfg.HTTP != nil {
		client = *cfg.HTTP
	}
	client.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return &Client{base: base, token: cfg.Token, simulated: cfg.Simulated, http: &client}, nil
}

// wireStep is a point of a curve on the wire.
type wireStep struct {
	MW    float64 `json:"mw"`
	Price float64 `json:"price"`
}

type wireOffer struct {
	Product string     `json:"product"`
	Up      bool       `json:"up"`
	Curve   []wireStep `json:"curve"`
}

type wireHour struct {
	Start      time.Time   `json:"hour_start"`
	Capability float64     `json:"capability_mw"`
	Energy     []wireStep  `json:"energy_bid"`
	Offers     []wireOffer `json:"as_offers"`
	Status     string      `json:"status"`
	LoadMW     float64     `json:"load_mw"`
	LowMW      float64     `json:"lpc_mw"`
	MaxMW      float64     `json:"mpc_mw"`
}

type wireDay struct {
	Site     string     `json:"resource"`
	Point    string     `json:"settlement_point"`
	Day      string     `json:"operating_day"`
	Revision int        `json:"revision"`
	Hours    []wireHour `json:"hours"`
}

func steps(curve []desk.Step) []wireStep {
	out := make([]wireStep, 0, len(curve))
	for _, s := range curve {
		out = append(out, wireStep{float64(s.MW), s.Price})
	}
	return out
}

func offers(all []desk.Offer) []wireOffer {
	out := make([]wireOffer, 0, len(all))
	for _, o := range all {
		out = append(out, wireOffer{o.Product, o.Up, steps(o.Curve)})
	}
	return out
}

// Submit sends an operating day's offers and returns the QSE's reference to
// them.
func (c *Client) Submit(ctx context.Context, point string, d desk.Day) (reference string, err error) {
	w := wireDay{Site: d.Site, Point: point, Day: d.Day, Revision: d.Revision}
	for _, h := range d.Hours {
		w.Hours = append(w.Hours, wireHour{
			Start: h.Start.UTC(), Capability: float64(h.Capability), Energy: steps(h.EnergyBid), Offers: offers(h.Offers),
			Status: h.Plan.Status, LoadMW: float64(h.Plan.LoadMW), LowMW: float64(h.Plan.LowMW), MaxMW: float64(h.Plan.MaxMW),
		})
	}
	var answer struct {
		Reference string `json:"reference"`
	}
	if _, err := c.call(ctx, http.MethodPost, "v1/day-ahead", nil, w, &answer); err != nil {
		return "", err
	}
	if answer.Reference == "" || len(answer.Reference) > 100 {
		return "", errors.New("the QSE took the offers and gave no reference to them: ask it whether it has them")
	}
	return answer.Reference, nil
}

// Awards are what the day-ahead market awarded a site for an operating day;
// published is false until it has cleared.
func (c *Client) Awards(ctx context.Context, siteID, day string) (awards []site.Position, published bool, err error) {
	var answer struct {
		Awards []struct {
			Product string    `json:"product"`
			Start   time.Time `json:"hour_start"`
			MW      float64   `json:"mw"`
			Price   float64   `json:"price"`
		} `json:"awards"`
	}
	status, err := c.call(ctx, http.MethodGet, "v1/awards", url.Values{"resource": {siteID}, "day": {day}}, nil, &answer)
	if err != nil || status == http.StatusNotFound {
		return nil, false, err
	}
	awards = []site.Position{}
	for _, a := range answer.Awards {
		if math.IsNaN(a.MW) || a.MW < 0 || a.Start.IsZero() {
			return nil, false, fmt.Errorf("the QSE's award of %g MW %q at %s makes no sense", a.MW, a.Product, a.Start)
		}
		awards = append(awards, site.Position{
			Product: a.Product, MW: unit.MW(a.MW), Price: a.Price, Start: a.Start.UTC(), End: a.Start.UTC().Add(time.Hour), Simulated: c.simulated,
		})
	}
	return awards, true, nil
}

// Offer sends what a site offers within the day.
func (c *Client) Offer(ctx context.Context, r desk.RealTime) error {
	w := struct {
		Site       string      `json:"resource"`
		Start      time.Time   `json:"interval_start"`
		Capability float64     `json:"capability_mw"`
		Offers     []wireOffer `json:"as_offers"`
		Bid        []wireStep  `json:"energy_bid"`
	}{r.Site, r.Interval.Start.UTC(), float64(r.Capability), offers(r.Offers), steps(r.Bid)}
	_, err := c.call(ctx, http.MethodPost, "v1/real-time", nil, w, nil)
	return err
}

// Instructions are those of the QSE for a site that are in force.
func (c *Client) Instructions(ctx context.Context, siteID string) ([]site.Instruction, error) {
	var answer struct {
		Instructions []struct {
			ID       string     `json:"id"`
			Revision int        `json:"revision"`
			Kind     string     `json:"kind"`
			Product  string     `json:"product"`
			MaxMW    *float64   `json:"max_mw"`
			MinMW    *float64   `json:"min_mw"`
			Start    time.Time  `json:"start"`
			End      *time.Time `json:"end"`
		} `json:"instructions"`
	}
	if _, err := c.call(ctx, http.MethodGet, "v1/instructions", url.Values{"resource": {siteID}}, nil, &answer); err != nil {
		return nil, err
	}
	var all []site.Instruction
	for _, i := range answer.Instructions {
		ins := site.Instruction{ID: "qse-" + i.ID, Revision: i.Revision, From: "qse", Kind: i.Kind, Product: i.Product, Start: i.Start.UTC()}
		if !validID(i.ID) || !slices.Contains([]string{"curtail", "deploy", "recall", "base_point"}, i.Kind) || i.Start.IsZero() || i.Revision < 0 {
			return nil, fmt.Errorf("the QSE's instruction %q of kind %q makes no sense", clip(i.ID), clip(i.Kind))
		}
		for _, bound := range []struct {
			from *float64
			to   **unit.MW
		}{{i.MaxMW, &ins.MaxMW}, {i.MinMW, &ins.MinMW}} {
			if bound.from == nil {
				continue
			}
			if !(*bound.from >= 0) || *bound.from > 1e5 {
				return nil, fmt.Errorf("the QSE's instruction %q asks for %g MW", i.ID, *bound.from)
			}
			mw := unit.MW(*bound.from)
			*bound.to = &mw
		}
		if i.End != nil {
			ins.End = i.End.UTC()
		}
		all = append(all, ins)
	}
	return all, nil
}

func validID(id string) bool {
	if id == "" || len(id) > 60 {
		return false
	}
	return strings.IndexFunc(id, func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' || r == '_' || r == '.')
	}) < 0
}

func clip(s string) string { return s[:min(len(s), 60)] }

// call exchanges JSON. A 404 is no error: it says that there is nothing yet.
func (c *Client) call(ctx context.Context, method, path string, query url.Values, ask, answer any) (status int, err error) {
	ctx, cancel := context.WithTimeout(ctx, deadline)
	defer cancel()
	var body io.Reader
	if ask != nil {
		encoded, err := json.Marshal(ask)
		if err != nil {
			return 0, fmt.Errorf("encode for the QSE: %w", err)
		}
		body = bytes.NewReader(encoded)
	}
	u := c.base.JoinPath(path)
	u.RawQuery = query.Encode()
	req, err := http.NewRequestWithContext(ctx, method, u.String(), body)
	if err != nil {
		return 0, fmt.Errorf("%s %s: the address cannot be requested", method, path)
	}
	req.Header.Set("Accept", "application/json")
	if ask != nil {
		req.Header.Set("Content-Type", "application/json")
	}
	if c.token != "" {
		req.Header.Set("Authorization", "Bearer "+string(c.token))
	}
	resp, err := c.http.Do(req)
	if err != nil {
		var failed *url.Error
		if errors.As(err, &failed) {
			err = failed.Err // without the address, which may hold a key
		}
		return 0, fmt.Errorf("%s %s: %w", method, path, err)
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(io.LimitReader(resp.Body, bodyLimit+1))
	if err != nil {
		return resp.StatusCode, fmt.Errorf("%s %s: read the answer: %w", method, path, err)
	}
	if len(text) > bodyLimit {
		return resp.StatusCode, fmt.Errorf("%s %s: an answer of more than %d bytes", method, path, bodyLimit)
	}
	if method == http.MethodGet && resp.StatusCode == http.StatusNotFound {
		return resp.StatusCode, nil
	}
	if resp.StatusCode/100 != 2 {
		return resp.StatusCode, fmt.Errorf("%s %s: the QSE answered %s: %s", method, path, resp.Status, bytes.TrimSpace(text[:min(len(text), 300)]))
	}
	if answer == nil || len(text) == 0 {
		return resp.StatusCode, nil
	}
	if err := json.Unmarshal(text, answer); err != nil {
		return resp.StatusCode, fmt.Errorf("%s %s: the QSE's answer is no such JSON: %w", method, path, err)
	}
	return resp.StatusCode, nil
}
