package compute_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pouw-dem/pouwdem/internal/adapter/compute"
	"github.com/pouw-dem/pouwdem/internal/core/market"
)

func newGPU(t *testing.T, body string) *compute.Prices {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/v1/gpu-prices" || r.URL.RawQuery != "key="+secret {
			t.Errorf("request for %s", r.URL)
		}
		fmt.Fprint(w, body)
	}))
	t.Cleanup(server.Close)
	g, err := compute.NewGPU(compute.Config{URL: server.URL + "/v1/gpu-prices?key=" + secret, Clock: still{}})
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func TestGPUPricesAreKeyedByModel(t *testing.T) {
	g := newGPU(t, `{"as_of":"2025-06-21T19:00:00Z","currency":"USD","prices":[
		{"gpu":"H100 SXM5","usd_per_gpu_hour":2.49,"offers":120},{"gpu":"B200","usd_per_gpu_hour":5.69}]}`)
	batch, err := g.Feeds()[0].Poll(t.Context(), now())
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]float64{}
	for _, o := range batch.Observations {
		got[o.Series.String()] = o.Value
	}
	want := map[string]float64{"gpu_hour/H100 SXM5": 2.49, "gpu_hour/B200": 5.69}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("prices (-want +got):\n%s", diff)
	}
	if kind := batch.Observations[0].Series.Kind; kind != market.GPUHour {
		t.Errorf("kind %s", kind)
	}
	if strings.Contains(batch.Raw[0].Request, secret) {
		t.Errorf("the record of the request shows the query: %s", batch.Raw[0].Request)
	}
}

func TestABadGPURowSpoilsOnlyItself(t *testing.T) {
	g := newGPU(t, `{"as_of":"2025-06-21T19:00:00Z","currency":"USD","prices":[
		{"gpu":"","usd_per_gpu_hour":1},{"gpu":"A","usd_per_gpu_hour":0},{"gpu":"B"},{"gpu":"C","usd_per_gpu_hour":5000},
		{"gpu":"D","usd_per_gpu_hour":1,"offers":-1},{"gpu":"E/F","usd_per_gpu_hour":1},
		{"gpu":"H200","usd_per_gpu_hour":3.59},{"gpu":"H200","usd_per_gpu_hour":3.6}]}`)
	batch, err := g.Feeds()[0].Poll(t.Context(), now())
	if len(batch.Observations) != 1 || batch.Observations[0].Series.Key != "H200" || batch.Observations[0].Value != 3.59 {
		t.Errorf("observations %+v: want the first H200 alone", batch.Observations)
	}
	if err == nil {
		t.Fatal("no error")
	}
	for _, want := range []string{"prices[0].gpu", "prices[1]", "prices[2]", "5000", "prices[4].offers", "prices[5].gpu", `"H200" is quoted twice`} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("error %v: want %q", err, want)
		}
	}
}

func TestAGPUFeedThatCannotBeMeantIsRefused(t *testing.T) {
	for body, want := range map[string]string{
		`{"as_of":"2025-06-21T19:00:00Z","currency":"EUR","prices":[{"gpu":"A","usd_per_gpu_hour":1}]}`: "want USD",
		`{"as_of":"2025-06-01T19:00:00Z","currency":"USD","prices":[{"gpu":"A","usd_per_gpu_hour":1}]}`: "stuck",
		`{"as_of":"2025-06-21T20:00:00Z","currency":"USD","prices":[{"gpu":"A","usd_per_gpu_hour":1}]}`: "clock",
		`{"as_of":"2025-06-21T19:00:00Z","currency":"USD","prices":[]}`:                                 "0 prices",
		`{"as_of":"2025-06-21T19:00:00Z","currency":"USD","prices":[{`:                                  "not the documented JSON",
	} {
		if err := newGPU(t, body).Check(t.Context()); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v: want %q", err, want)
		}
	}
}

func TestErrorsOfAnUnreachableFeedHideItsQuery(t *testing.T) {
	server := httptest.NewServer(http.NotFoundHandler())
	address := server.URL
	server.Close()
	g, err := compute.NewGPU(compute.Config{URL: address + "/?key=" + secret, Clock: still{}})
	if err != nil {
		t.Fatal(err)
	}
	if err := g.Check(t.Context()); err == nil || strings.Contains(err.Error(), secret) {
		t.Errorf("error %v: want one without the query", err)
	}
}

func TestNewRefusesAddressesThatCannotBeMeant(t *testing.T) {
	for name, cfg := range map[string]compute.Config{
		"empty":        {},
		"no scheme":    {URL: "example"},
		"user":         {URL: "https://u:" + secret + "@example"},
		"unparsable":   {URL: "https://example:" + secret},
		"key in clear": {URL: "http://mara.example", Key: secret},
	} {
		if _, err := compute.NewGPU(cfg); err == nil || strings.Contains(err.Error(), secret) {
			t.Errorf("%s: error %v: want one, without the secret", name, err)
		}
		if _, err := compute.NewMARA(cfg); err == nil || strings.Contains(err.Error(), secret) {
			t.Errorf("%s: error %v: want one, without the secret", name, err)
		}
	}
}

func FuzzGPUAnswer(f *testing.F) {
	f.Add([]byte(`{"as_of":"2025-06-21T19:00:00Z","currency":"USD","prices":[{"gpu":"A","usd_per_gpu_hour":1e-9,"offers":1}]}`))
	f.Fuzz(func(t *testing.T, body []byte) {
		g, err := compute.NewGPU(compute.Config{URL: "http://127.0.0.1", Clock: still{}, HTTP: &http.Client{Transport: echo(body)}})
		if err != nil {
			t.Fatal(err)
		}
		batch, _ := g.Feeds()[0].Poll(t.Context(), now())
		for _, o := range batch.Observations {
			if err := o.Check(); err != nil || o.Series.Key == "" {
				t.Errorf("let through %+v: %v", o, err)
			}
		}
	})
}

func TestTokenPricesAreKeyedByLanguageModel(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprint(w, `{"as_of":"2025-06-21T19:00:00Z","currency":"USD","prices":[{"model":"llama-3.3-70b","usd_per_mtoken":0.32},{"gpu":"H100","usd_per_gpu_hour":2}]}`)
	}))
	defer server.Close()
	feed, err := compute.NewTokens(compute.Config{URL: server.URL, Clock: still{}})
	if err != nil {
		t.Fatal(err)
	}
	batch, err := feed.Feeds()[0].Poll(t.Context(), now())
	if err == nil || !strings.Contains(err.Error(), "prices[1].model") {
		t.Errorf("the row of another form: error is %v", err)
	}
	if n := len(batch.Observations); n != 1 || batch.Observations[0].Series != (market.Series{Kind: market.TokenUSD, Key: "llama-3.3-70b"}) || batch.Observations[0].Value != 0.32 {
		t.Errorf("%+v", batch.Observations)
	}
}
