package compute_test

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/pouw-dem/pouwdem/internal/adapter/compute"
	"github.com/pouw-dem/pouwdem/internal/core/market"
)

const secret = "not-a-real-key"

// now is the time of these tests.
func now() time.Time { return time.Date(2025, 6, 21, 19, 12, 0, 0, time.UTC) }

// still is a clock that stands, and sleeps without waiting.
type still struct{}

func (still) Now() time.Time { return now() }
func (still) Speed() float64 { return 1 }
func (still) Sleep(ctx context.Context, _ time.Duration) error {
	return ctx.Err()
}

const (
	prices = `[{"energy_price":2.12472283,"hash_price":1.57386918,"timestamp":"2025-06-21T19:10:00","token_price":1.11904018},
		{"energy_price":2.0,"hash_price":1.5,"timestamp":"2025-06-21T19:05:00","token_price":1.1},
		{"energy_price":3.0,"hash_price":4.0,"timestamp":"2025-06-21T12:00:00","token_price":2.0}]`
	inventory = `{"inference":{"asic":{"power":10000,"tokens":5000},"gpu":{"power":3333,"tokens":1000}},
		"miners":{"air":{"hashrate":1000,"power":3333},"hydro":{"hashrate":10000,"power":5000},"immersion":{"hashrate":5000,"power":10000}}}`
)

// event stands for the hackathon's server: replace semantics, keys that it does
// not know are ignored.
type event struct {
	mu       sync.Mutex
	machines map[string]int
	capped   bool // pretends to accept, but keeps at most 10 of a type
}

func (e *event) handler() http.Handler {
	mux := http.NewServeMux()
	text := func(body string) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, body) }
	}
	mux.HandleFunc("GET /prices", text(prices))
	mux.HandleFunc("GET /inventory", text(inventory))
	mux.HandleFunc("POST /sites", text(`{"api_key":"`+secret+`","name":"X","power":1000000}`))
	mux.HandleFunc("GET /sites", keyed(text(`{"name":"X","power":1000000}`)))
	mux.HandleFunc("PUT /machines", keyed(e.put))
	mux.HandleFunc("GET /machines", keyed(e.get))
	return mux
}

func keyed(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("X-Api-Key") != secret {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next(w, r)
	}
}

func (e *event) put(w http.ResponseWriter, r *http.Request) {
	e.mu.Lock()
	defer e.mu.Unlock()
	var asked map[string]int
	if err := json.NewDecoder(r.Body).Decode(&asked); err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	e.machines = map[string]int{}
	for _, known := range []string{"air_miners", "hydro_miners", "immersion_miners", "gpu_compute", "asic_compute"} {
		e.machines[known] = asked[known]
		if e.capped {
			e.machines[known] = min(asked[known], 10)
		}
	}
	fmt.Fprint(w, "{}")
}

func (e *event) get(w http.ResponseWriter, _ *http.Request) {
	e.mu.Lock()
	defer e.mu.Unlock()
	body := map[string]any{"site_id": 0, "total_revenue": 1.5, "power": map[string]int{}}
	for k, v := range maps.All(e.machines) {
		body[k] = v
	}
	if err := json.NewEncoder(w).Encode(body); err != nil {
		w.WriteHeader(http.StatusInternalServerError)
	}
}

func newMARA(t *testing.T, handler http.Handler) *compute.MARA {
	t.Helper()
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	m, err := compute.NewMARA(compute.Config{URL: server.URL, Key: secret, Simulated: true, Clock: still{}})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestMARAPricesAreNaiveUTCNewestFirst(t *testing.T) {
	got, err := newMARA(t, (&event{}).handler()).Prices(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	want := compute.Price{At: time.Date(2025, 6, 21, 19, 10, 0, 0, time.UTC), Energy: 2.12472283, Hash: 1.57386918, Token: 1.11904018}
	if diff := cmp.Diff(want, got[0]); diff != "" {
		t.Errorf("newest price (-want +got):\n%s", diff)
	}
	if len(got) != 3 {
		t.Errorf("%d prices, want 3", len(got))
	}
}

func TestMARAFeedTakesTheLastHoursInItsOwnUnits(t *testing.T) {
	feed := newMARA(t, (&event{}).handler()).Feeds()[0]
	batch, err := feed.Poll(t.Context(), now())
	if err != nil {
		t.Fatal(err)
	}
	if len(batch.Observations) != 6 || len(batch.Raw) != 1 {
		t.Fatalf("%d observations, %d raw; want 6 of the last two hours and 1", len(batch.Observations), len(batch.Raw))
	}
	first := batch.Observations[0]
	if first.Series.Kind != market.MARAEnergy || first.Value != 2.12472283 || first.Known != now() || !first.Simulated {
		t.Errorf("first observation %+v", first)
	}
	if unit := first.Series.Kind.Unit(); unit != "MARA units" {
		t.Errorf("unit %q: the hackathon's prices are not dollars", unit)
	}
}

func TestMARAInventoryIsRead(t *testing.T) {
	got, err := newMARA(t, (&event{}).handler()).Inventory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(served(), got); diff != "" {
		t.Errorf("inventory (-want +got):\n%s", diff)
	}
}

func TestMARAMachinesAreReplacedAndReadBack(t *testing.T) {
	server := &event{machines: map[string]int{"air_miners": 7}}
	m := newMARA(t, server.handler())
	want := compute.Counts{Hydro: 200}
	if err := m.SetMachines(t.Context(), want); err != nil {
		t.Fatal(err)
	}
	got, err := m.Machines(t.Context())
	if err != nil || got != want {
		t.Errorf("machines %+v (%v), want %+v: types left out become zero", got, err, want)
	}
	server.capped = true
	if err := m.SetMachines(t.Context(), want); err == nil || !strings.Contains(err.Error(), "the site now has") {
		t.Errorf("error %v: an allocation that was not kept must be reported", err)
	}
	if err := m.SetMachines(t.Context(), compute.Counts{Air: -1}); err == nil {
		t.Error("a negative count was accepted")
	}
}

func TestMARAWritesAreNotRepeated(t *testing.T) {
	var puts atomic.Int32
	m := newMARA(t, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		puts.Add(1)
		w.WriteHeader(http.StatusBadGateway)
	}))
	if err := m.SetMachines(t.Context(), compute.Counts{}); err == nil {
		t.Error("no error")
	}
	if puts.Load() != 1 {
		t.Errorf("%d requests, want 1", puts.Load())
	}
}

func TestMARAKeyIsShownNowhere(t *testing.T) {
	m := newMARA(t, (&event{}).handler())
	created, err := m.CreateSite(t.Context(), "X")
	if err != nil {
		t.Fatal(err)
	}
	if string(created.Key) != secret || created.Power != sitePower {
		t.Errorf("site %+v", created)
	}
	encoded, err := json.Marshal(created)
	if err != nil {
		t.Fatal(err)
	}
	refused := newMARA(t, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusUnauthorized) }))
	_, refusal := refused.Site(t.Context())
	for _, shown := range []string{fmt.Sprintf("%v %+v %#v %s", created, created, created, created.Key), string(encoded), fmt.Sprint(refusal)} {
		if strings.Contains(shown, secret) {
			t.Errorf("the key is shown: %s", shown)
		}
	}
	if refusal == nil || !strings.Contains(refusal.Error(), "check the key") {
		t.Errorf("error %v: want the remedy", refusal)
	}
}

func TestMARACheckTriesTheKey(t *testing.T) {
	if err := newMARA(t, (&event{}).handler()).Check(t.Context()); err != nil {
		t.Error(err)
	}
}

func TestWrongMARAAnswersAreNamed(t *testing.T) {
	tests := map[string]struct{ body, want string }{
		"oldest first":   {`[{"energy_price":1,"hash_price":1,"token_price":1,"timestamp":"2025-06-21T19:05:00"},{"energy_price":1,"hash_price":1,"token_price":1,"timestamp":"2025-06-21T19:10:00"}]`, "want newest first"},
		"with a zone":    {`[{"energy_price":1,"hash_price":1,"token_price":1,"timestamp":"2025-06-21T19:05:00Z"}]`, "naive UTC"},
		"missing price":  {`[{"energy_price":1,"hash_price":1,"timestamp":"2025-06-21T19:05:00"}]`, "are required"},
		"no rows":        {`[]`, "0 rows"},
		"truncated":      {`[{"energy_price":1`, "not the documented JSON"},
		"of the future":  {`[{"energy_price":1,"hash_price":1,"token_price":1,"timestamp":"2025-06-22T19:05:00"}]`, "in the future"},
		"negative price": {`[{"energy_price":-1,"hash_price":1,"token_price":1,"timestamp":"2025-06-21T19:05:00"}]`, "outside 0.."},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			m := newMARA(t, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, test.body) }))
			if _, err := m.Feeds()[0].Poll(t.Context(), now()); err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error %v: want %q", err, test.want)
			}
		})
	}
}

func FuzzMARAAnswers(f *testing.F) {
	for _, body := range []string{prices, inventory, `{"api_key":"k","name":"X","power":1000000}`, `{"air_miners":1}`} {
		f.Add([]byte(body))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		m, err := compute.NewMARA(compute.Config{URL: "http://127.0.0.1", Clock: still{}, HTTP: &http.Client{Transport: echo(body)}})
		if err != nil {
			t.Fatal(err)
		}
		batch, _ := m.Feeds()[0].Poll(t.Context(), now())
		for _, o := range batch.Observations {
			if err := o.Check(); err != nil {
				t.Errorf("let through %v", err)
			}
		}
		if inv, err := m.Inventory(t.Context()); err == nil {
			compute.PlanMARA(inv, compute.Price{Energy: 1, Hash: 1, Token: 1}, sitePower)
		}
		if c, err := m.Machines(t.Context()); err == nil && (c.Air < 0 || c.GPU < 0) {
			t.Errorf("counts %+v", c)
		}
		if s, err := m.Site(t.Context()); err == nil && !(s.Power > 0) {
			t.Errorf("site %+v", s)
		}
	})
}

// echo answers every request with the same body.
type echo []byte

func (e echo) RoundTrip(r *http.Request) (*http.Response, error) {
	return &http.Response{
		StatusCode: http.StatusOK, Header: http.Header{}, Request: r,
		Body: io.NopCloser(strings.NewReader(string(e))),
	}, nil
}
