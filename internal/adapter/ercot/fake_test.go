package ercot_test

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"

	"github.com/pouw-dem/pouwdem/internal/adapter/ercot"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// stepClock stands still but for sleeps, which take their time at once.
type stepClock struct {
	mu    sync.Mutex
	now   time.Time
	slept []time.Duration
}

func (c *stepClock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *stepClock) Sleep(ctx context.Context, d time.Duration) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if d > 0 {
		c.now = c.now.Add(d)
		c.slept = append(c.slept, d)
	}
	return ctx.Err()
}

func (c *stepClock) Speed() float64 { return 1 }

func (c *stepClock) advance(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
}

const (
	user     = "someone@example.org"
	password = "correct horse"
	key      = "0123456789abcdef"
)

// desk is ERCOT as far as a test needs it: the sign-in, and whatever the test
// puts on the routes of the API and the website.
type desk struct {
	t     *testing.T
	clock *stepClock
	mux   *http.ServeMux
	url   string

	mu      sync.Mutex
	accepts string // the token that the API takes: "id" or "access" of the newest sign-in
	signIns int
	asked   []*http.Request
	times   []time.Time
	status  int // of the sign-in, 0: success
}

func newDesk(t *testing.T) *desk {
	d := &desk{
		t: t, mux: http.NewServeMux(), accepts: "id",
		clock: &stepClock{now: time.Date(2024, 7, 1, 17, 3, 0, 0, time.UTC)}, // 12:03 Central
	}
	d.mux.HandleFunc("POST /token", d.signIn)
	server := httptest.NewServer(d.mux)
	d.url = server.URL
	t.Cleanup(server.Close)
	return d
}

func (d *desk) signIn(w http.ResponseWriter, r *http.Request) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.signIns++
	if d.status != 0 {
		w.WriteHeader(d.status)
		fmt.Fprintf(w, `{"error":"access_denied","error_description":"AADB2C90225: The username or password of %s (%s) is invalid.\r\nCorrelation ID: x"}`, user, password)
		return
	}
	body, err := io.ReadAll(r.Body)
	if err != nil {
		d.t.Error(err)
	}
	form, err := url.ParseQuery(string(body))
	if err != nil || r.Header.Get("Content-Type") != "application/x-www-form-urlencoded" || r.URL.RawQuery != "" {
		d.t.Errorf("sign-in: type %q, query %q, %v", r.Header.Get("Content-Type"), r.URL.RawQuery, err)
	}
	for field, want := range map[string]string{
		"grant_type": "password", "username": user, "password": password, "response_type": "id_token",
		"client_id": "fec253ea-0d06-4272-a5e6-b478baeecd70",
		"scope":     "openid fec253ea-0d06-4272-a5e6-b478baeecd70 offline_access",
	} {
		if form.Get(field) != want {
			d.t.Errorf("sign-in: %s is %q, want %q", field, form.Get(field), want)
		}
	}
	fmt.Fprintf(w, `{"id_token":"id-%d","access_token":"access-%d","refresh_token":"r","token_type":"Bearer","expires_in":"3600"}`, d.signIns, d.signIns)
}

// api serves a route of the Public API behind its key and token.
func (d *desk) api(pattern string, handle http.HandlerFunc) {
	method, path, _ := strings.Cut(pattern, " ")
	d.mux.HandleFunc(method+" /api/public-reports"+path, func(w http.ResponseWriter, r *http.Request) {
		d.mu.Lock()
		d.asked = append(d.asked, r)
		d.times = append(d.times, d.clock.Now())
		token := fmt.Sprintf("Bearer %s-%d", d.accepts, d.signIns)
		d.mu.Unlock()
		if r.Header.Get("Ocp-Apim-Subscription-Key") != key {
			http.Error(w, `{"statusCode":401,"message":"Access denied due to invalid subscription key."}`, http.StatusUnauthorized)
			return
		}
		if r.Header.Get("Authorization") != token {
			http.Redirect(w, r, "/sign-in-page", http.StatusFound)
			return
		}
		handle(w, r)
	})
}

func (d *desk) requests() int {
	d.mu.Lock()
	defer d.mu.Unlock()
	return len(d.asked)
}

func (d *desk) config() ercot.Config {
	client := &http.Client{Transport: &http.Transport{}}
	d.t.Cleanup(client.CloseIdleConnections)
	return ercot.Config{
		BaseURL: d.url + "/api/public-reports", TokenURL: d.url + "/token",
		DashboardURL: d.url + "/dashboards", MISURL: d.url,
		Username: user, Password: password, SubscriptionKey: key,
		Points: []string{"LZ_WEST"}, Simulated: true,
		Clock: d.clock, HTTP: client, Jitter: func() float64 { return 0 },
	}
}

func (d *desk) client(change ...func(*ercot.Config)) *ercot.Client {
	d.t.Helper()
	cfg := d.config()
	for _, c := range change {
		c(&cfg)
	}
	client, err := ercot.New(cfg)
	if err != nil {
		d.t.Fatal(err)
	}
	return client
}

func feed(t *testing.T, feeds []*ercot.Feed, name string) *ercot.Feed {
	t.Helper()
	for _, f := range feeds {
		if f.Name() == name {
			return f
		}
	}
	t.Fatalf("no feed %s", name)
	return nil
}

// table writes an answer of the query API.
func table(fields string, rows ...[]any) string {
	var named []map[string]string
	for _, f := range strings.Fields(fields) {
		named = append(named, map[string]string{"name": f})
	}
	body, err := json.Marshal(map[string]any{
		"_meta":  map[string]any{"totalRecords": len(rows), "totalPages": 1, "currentPage": 1},
		"fields": named, "data": rows, "_links": map[string]any{},
	})
	if err != nil {
		panic(err)
	}
	return string(body)
}

const (
	sppPath   = "/np6-905-cd/spp_node_zone_hub"
	sppFields = "deliveryDate deliveryHour deliveryInterval settlementPoint settlementPointType settlementPointPrice DSTFlag"

	lambdaPath   = "/np6-322-cd/sced_system_lambda"
	lambdaFields = "SCEDTimestamp repeatHourFlag systemLambda"
)

func lambdaAnswer(w http.ResponseWriter, _ *http.Request) {
	fmt.Fprint(w, table(lambdaFields, []any{"2024-07-01T12:00:15", false, 25.5}))
}
