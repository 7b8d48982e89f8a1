package openadr

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/secret"
)

const (
	deadline  = 10 * time.Second // of one exchange, on the wall's clock
	bodyLimit = 4 << 20          // bytes of one answer
	pageSize  = 50               // events of an answer, the most that a VTN gives
	mostPages = 20
)

// Config says where the VTN is and who we are to it.
type Config struct {
	URL          string // of the VTN, such as https://vtn.example/openadr3/3.0.1
	ClientID     string
	ClientSecret secret.Text
	Program      string            // whose events are read; empty: of every program
	Resources    map[string]string // sites by the name that events call them
	Levels       []unit.MW         // of SIMPLE 1, 2, 3: the most at the meter
	HTTP         *http.Client
}

// Client is a VEN. It is safe for concurrent use.
type Client struct {
	cfg  Config
	base *url.URL
	http *http.Client

	mu    sync.Mutex
	token string // bearer token; empty: none yet
}

// New checks the configuration; it does not connect.
func New(cfg Config) (*Client, error) {
	base, err := url.Parse(cfg.URL)
	if err != nil || (base.Scheme != "http" && base.Scheme != "https") || base.Host == "" || base.User != nil {
		return nil, errors.New("openadr.url: want an http or https URL with a host and without a user")
	}
	if base.Scheme == "http" && !secret.Local(base.Hostname()) {
		return nil, errors.New("openadr.url: the client's secret would travel unencrypted; use an https URL")
	}
	client := http.Client{}
	if cfg.HTTP != nil {
		client = *cfg.HTTP
	}
	client.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return &Client{cfg: cfg, base: base, http: &client}, nil
}

// Instructions are what the VTN's events ask of each site, whether they hold now or
// later. A bad event is an error beside what the others ask.
func (c *Client) Instructions(ctx context.Context) (map[string][]site.Instruction, error) {
	all := map[string][]site.Instruction{}
	var errs []error
	for page := range mostPages {
		query := url.Values{"skip": {strconv.Itoa(page * pageSize)}, "limit": {strconv.Itoa(pageSize)}}
		if c.cfg.Program != "" {
			query.Set("programID", c.cfg.Program)
		}
		body, err := c.call(ctx, http.MethodGet, "events", query, nil)
		if err != nil {
			return nil, err
		}
		events, err := read(body)
		if err != nil {
			return nil, err
		}
		for i := range events {
			errs = append(errs, c.share(&events[i], all))
		}
		if len(events) < pageSize {
			return all, errors.Join(errs...)
		}
	}
	return nil, fmt.Errorf("the VTN has more than %d events: name a program in openadr.program", mostPages*pageSize)
}

// read is an answer's events.
func read(body []byte) ([]event, error) {
	var events []event
	if err := json.Unmarshal(body, &events); err != nil {
		return nil, fmt.Errorf("the VTN's events are no such JSON: %w", err)
	}
	return events, nil
}

// share adds an event's instructions to every site that it concerns.
func (c *Client) share(e *event, all map[string][]site.Instruction) error {
	for name, id := range c.cfg.Resources {
		ours, err := e.concerns(name)
		if err != nil {
			return err
		}
		if !ours {
			continue
		}
		asked, err := e.instructions(c.cfg.Levels)
		if err != nil {
			return err
		}
		all[id] = append(all[id], asked...)
	}
	return nil
}

// Acknowledge reports to the VTN that an instruction was taken at a moment, as the
// set point that follows from it.
func (c *Client) Acknowledge(ctx context.Context, siteID string, ins site.Instruction, at time.Time) error {
	resource := ""
	for name, id := range c.cfg.Resources {
		if id == siteID {
			resource = name
		}
	}
	eventID, number, ok := cutLast(strings.TrimPrefix(ins.ID, "openadr-"))
	if resource == "" || !ok || ins.MaxMW == nil {
		return fmt.Errorf("instruction %s of %s is no event's", ins.ID, siteID)
	}
	report := map[string]any{
		"objectType": "REPORT", "programID": c.cfg.Program, "eventID": eventID, "clientName": c.cfg.ClientID, "reportName": "taken",
		"payloadDescriptors": []any{map[string]any{"objectType": "REPORT_PAYLOAD_DESCRIPTOR", "payloadType": "SETPOINT", "units": "KW"}},
		"resources": []any{map[string]any{
			"resourceName":   resource,
			"intervalPeriod": map[string]any{"start": at.UTC().Format(time.RFC3339Nano)},
			"intervals": []any{map[string]any{
				"id": number, "payloads": []any{map[string]any{"type": "SETPOINT", "values": []float64{float64(*ins.MaxMW) * 1000}}},
			}},
		}},
	}
	encoded, err := json.Marshal(report)
	if err != nil {
		return fmt.Errorf("encode for the VTN: %w", err)
	}
	_, err = c.call(ctx, http.MethodPost, "reports", nil, encoded)
	return err
}

// cutLast is an id and the number behind its last dash.
func cutLast(text string) (id string, number int, ok bool) {
	at := strings.LastIndexByte(text, '-')
	if at < 0 {
		return "", 0, false
	}
	number, err := strconv.Atoi(text[at+1:])
	return text[:at], number, err == nil
}

// call exchanges JSON, with a new token where the VTN does not take the old one.
func (c *Client) call(ctx context.Context, method, path string, query url.Values, body []byte) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, deadline)
	defer cancel()
	for again := range 2 {
		token, err := c.bearer(ctx)
		if err != nil {
			return nil, err
		}
		text, status, err := c.exchange(ctx, method, path, query, body, "application/json", token)
		if err != nil {
			return nil, err
		}
		if status == http.StatusUnauthorized && again == 0 && token != "" {
			c.forget(token)
			continue
		}
		if status/100 != 2 {
			return nil, fmt.Errorf("%s %s: the VTN answered %d: %s", method, path, status, bytes.TrimSpace(text[:min(len(text), 300)]))
		}
		return text, nil
	}
	return nil, fmt.Errorf("%s %s: the VTN does not take the token that it gave", method, path)
}

// bearer is the token in use, asked for where there is none (OAuth 2.0, client
// credentials). Without a client id there is none to ask for.
func (c *Client) bearer(ctx context.Context) (string, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.cfg.ClientID == "" || c.token != "" {
		return c.token, nil
	}
	form := url.Values{"grant_type": {"client_credentials"}, "client_id": {c.cfg.ClientID}, "client_secret": {string(c.cfg.ClientSecret)}}
	text, status, err := c.exchange(ctx, http.MethodPost, "auth/token", nil, []byte(form.Encode()), "application/x-www-form-urlencoded", "")
	if err != nil {
		return "", err
	}
	var answer struct {
		Token string `json:"access_token"`
	}
	if status/100 != 2 || json.Unmarshal(text, &answer) != nil || answer.Token == "" {
		return "", fmt.Errorf("the VTN gives no token (status %d): check openadr.client_id and openadr.client_secret", status)
	}
	c.token = answer.Token
	return c.token, nil
}

func (c *Client) forget(token string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.token == token {
		c.token = ""
	}
}

func (c *Client) exchange(ctx context.Context, method, path string, query url.Values, body []byte, kind, token string) ([]byte, int, error) {
	u := c.base.JoinPath(path)
	u.RawQuery = query.Encode()
	req, err := http.NewRequestWithContext(ctx, method, u.String(), bytes.NewReader(body))
	if err != nil {
		return nil, 0, fmt.Errorf("%s %s: the address cannot be requested", method, path)
	}
	req.Header.Set("Accept", "application/json")
	if len(body) > 0 {
		req.Header.Set("Content-Type", kind)
	}
	if token != "" {
		req.Header.Set("Authorization", "Bearer "+token)
	}
	resp, err := c.http.Do(req)
	if err != nil {
		var failed *url.Error
		if errors.As(err, &failed) {
			err = failed.Err // without the address, which may hold a key
		}
		return nil, 0, fmt.Errorf("%s %s: %w", method, path, err)
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(io.LimitReader(resp.Body, bodyLimit+1))
	if err != nil || len(text) > bodyLimit {
		return nil, 0, fmt.Errorf("%s %s: the answer breaks off, or has more than %d bytes", method, path, bodyLimit)
	}
	return text, resp.StatusCode, nil
}
