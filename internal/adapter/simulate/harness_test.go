package simulate_test

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/simulate"
	"github.com/pouw-dem/pouwdem/internal/core/world"
)

// hand is a clock that is moved by hand.
type hand struct {
	mu  sync.Mutex
	now time.Time
}

func (h *hand) Now() time.Time {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.now
}

func (h *hand) set(t time.Time) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.now = t
}

func (h *hand) add(d time.Duration)                        { h.set(h.Now().Add(d)) }
func (h *hand) Speed() float64                             { return 1 }
func (h *hand) Sleep(context.Context, time.Duration) error { return nil }

// tester is a client of a served world.
type tester struct {
	t      testing.TB
	clock  *hand
	server *simulate.Server
	base   string
	urls   simulate.URLs
	bearer string
}

const clientID = "fec253ea-0d06-4272-a5e6-b478baeecd70"

// noon of an ordinary day, Central.
func ordinary() time.Time { return time.Date(2026, 5, 12, 17, 0, 0, 0, time.UTC) }

func serve(t testing.TB, at time.Time, o simulate.Options) *tester {
	t.Helper()
	c := &hand{now: at}
	o.World, o.Clock = world.New(1, world.Config{}), c
	s, err := simulate.New(o)
	if err != nil {
		t.Fatal(err)
	}
	ts := httptest.NewServer(s.Handler())
	t.Cleanup(ts.Close)
	return &tester{t: t, clock: c, server: s, base: ts.URL, urls: s.URLs(ts.URL)}
}

func loginForm(change map[string]string) url.Values {
	form := url.Values{
		"grant_type": {"password"}, "username": {"simulated"}, "password": {"simulated"}, "response_type": {"id_token"},
		"scope": {"openid " + clientID + " offline_access"}, "client_id": {clientID},
	}
	for k, v := range change {
		form.Set(k, v)
	}
	return form
}

// login gets a pair of tokens and keeps the one of the given field.
func (c *tester) login(field string) {
	c.t.Helper()
	status, body := c.do(http.MethodPost, c.urls.ERCOTToken, "application/x-www-form-urlencoded", loginForm(nil).Encode(), nil)
	if status != http.StatusOK {
		c.t.Fatalf("login: status %d: %s", status, body)
	}
	var pair map[string]string
	if err := json.Unmarshal(body, &pair); err != nil {
		c.t.Fatal(err)
	}
	c.bearer = pair[field]
}

func (c *tester) do(method, address, kind, body string, header map[string]string) (int, []byte) {
	c.t.Helper()
	r, err := http.NewRequestWithContext(c.t.Context(), method, address, strings.NewReader(body))
	if err != nil {
		c.t.Fatal(err)
	}
	if kind != "" {
		r.Header.Set("Content-Type", kind)
	}
	for k, v := range header {
		r.Header.Set(k, v)
	}
	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	answer, err := client.Do(r)
	if err != nil {
		return 0, []byte(err.Error())
	}
	defer answer.Body.Close()
	read, err := io.ReadAll(answer.Body)
	if err != nil {
		c.t.Fatal(err)
	}
	return answer.StatusCode, read
}

// report asks ERCOT's API with key and token.
func (c *tester) report(path string) (int, []byte) {
	c.t.Helper()
	return c.do(http.MethodGet, c.urls.ERCOT+path, "", "", c.keys())
}

func (c *tester) keys() map[string]string {
	return map[string]string{"Ocp-Apim-Subscription-Key": "simulated", "Authorization": "Bearer " + c.bearer}
}

// table is an answer of a data endpoint.
type table struct {
	Meta struct {
		Total int `json:"totalRecords"`
		Pages int `json:"totalPages"`
	} `json:"_meta"`
	Fields []struct {
		Name string `json:"name"`
		Kind string `json:"dataType"`
	} `json:"fields"`
	Data [][]any `json:"data"`
}

// rows asks for a table and gives its rows by the names of the fields.
func (c *tester) rows(path string) (table, []map[string]any) {
	c.t.Helper()
	c.clock.add(3 * time.Second) // keeps below the limit of requests
	status, body := c.report(path)
	if status != http.StatusOK {
		c.t.Fatalf("%s: status %d: %s", path, status, body)
	}
	var out table
	if err := json.Unmarshal(body, &out); err != nil {
		c.t.Fatalf("%s: %v", path, err)
	}
	var rows []map[string]any
	for _, r := range out.Data {
		row := map[string]any{}
		for i, f := range out.Fields {
			row[f.Name] = r[i]
		}
		rows = append(rows, row)
	}
	return out, rows
}

// get reads a keyless address into a value.
func get[T any](c *tester, address string) T {
	c.t.Helper()
	status, body := c.do(http.MethodGet, address, "", "", nil)
	var out T
	if status != http.StatusOK {
		c.t.Fatalf("%s: status %d: %s", address, status, body)
	}
	if err := json.Unmarshal(body, &out); err != nil {
		c.t.Fatalf("%s: %v: %s", address, err, body)
	}
	return out
}
