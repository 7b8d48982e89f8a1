package httpapi_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"net/http"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/httpapi"
	"github.com/pouw-dem/pouwdem/internal/core/report"
)

var update = flag.Bool("update", false, "write testdata/openapi.json anew")

// TestMain lives in stream_test.go, with the check for leaked goroutines.

func TestTheOpenAPIDocumentIsTheCommittedOne(t *testing.T) {
	s := newServer(t, newWorld(), nil)
	const golden = "testdata/openapi.json"
	if *update {
		if err := os.WriteFile(golden, s.OpenAPI(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(want, s.OpenAPI()) {
		t.Error("the API has changed: run go test ./internal/adapter/httpapi -update, and npm run types in web/")
	}
	if rec := call(s, "GET", "/api/openapi.json", "", ""); rec.Code != 200 || !bytes.Equal(rec.Body.Bytes(), want) {
		t.Errorf("GET /api/openapi.json: %d", rec.Code)
	}
}

// reads is every reading route with an example.
func reads() []string {
	return []string{
		"/api/allocation", "/api/metrics", "/api/agent-status", "/api/opportunities", "/api/opportunities?site=west-1",
		"/api/roi", "/api/roi?window=24h&site=west-1", "/api/timeline?site=west-1", "/api/snapshot?site=west-1",
		"/api/decisions", "/api/decisions?site=west-1&from=2026-01-31T18:00Z&to=2026-01-31T18:05:00Z&limit=5",
		"/api/decisions/west-1/2026-01-31T18:05Z", "/api/settlements?limit=3", "/api/market",
		"/api/market/series?series=rt_spp/LZ_WEST&points=100", "/api/fleet", "/api/alerts", "/api/overrides",
		"/api/forecasts", "/api/grid", "/api/grid/map", "/api/chain", "/api/decisions/west-1/2026-01-31T18:05Z/proof",
		"/api/chain/market", "/api/pools", "/api/tasks", "/api/forecasts/system", "/api/forecasts/bitcoin", "/api/forecasts/peaks", "/api/ledger/proof?site=west-1&key=fast/qse-7/1", "/api/system", "/api/session", "/api/jobs/job-1", "/metrics", "/healthz", "/readyz", "/api/openapi.json",
	}
}

func TestEveryReadingRouteAnswersWithJSONAndHeaders(t *testing.T) {
	s := newServer(t, newWorld(), nil)
	for _, path := range reads() {
		rec := call(s, "GET", path, "", "")
		if rec.Code != http.StatusOK {
			t.Errorf("GET %s: %d %s", path, rec.Code, rec.Body)
		}
		if path != "/metrics" && !json.Valid(rec.Body.Bytes()) {
			t.Errorf("GET %s: not JSON", path)
		}
		if strings.Contains(rec.Body.String(), `":null,"uses"`) {
			t.Errorf("GET %s: a null list", path)
		}
		if !strings.HasPrefix(rec.Header().Get("Content-Security-Policy"), "default-src 'self'") ||
			rec.Header().Get("X-Content-Type-Options") != "nosniff" || rec.Header().Get("Access-Control-Allow-Origin") != "" {
			t.Errorf("GET %s: headers %v", path, rec.Header())
		}
	}
}

func TestTheAllocationHasTheAgreedShape(t *testing.T) {
	rec := call(newServer(t, newWorld(), nil), "GET", "/api/allocation", "", "")
	var got map[string]any
	if err := json.Unmarshal(rec.Body.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	keys := func(m map[string]any, want ...string) {
		t.Helper()
		for _, k := range want {
			if _, ok := m[k]; !ok {
				t.Errorf("%s is missing in %v", k, m)
			}
		}
		if len(m) != len(want) {
			t.Errorf("%d keys in %v, want %v", len(m), m, want)
		}
	}
	keys(got, "interval_start_utc", "simulated", "sites")
	if got["interval_start_utc"] != "2026-01-31T18:05:00Z" || got["simulated"] != true {
		t.Errorf("got %v", got)
	}
	first, _ := got["sites"].([]any)[0].(map[string]any)
	keys(first, "site", "uses", "reasons")
	use, _ := first["uses"].([]any)[0].(map[string]any)
	keys(use, "use", "class", "power_mw", "usd_per_h")
}

func TestBeforeTheFirstDecisionViewsAreEmptyAndNotWrong(t *testing.T) {
	w := newWorld()
	w.decisions, w.settled = nil, nil
	s := newServer(t, w, nil)
	for _, path := range []string{"/api/allocation", "/api/metrics", "/api/opportunities", "/api/roi", "/api/fleet", "/api/alerts"} {
		if rec := call(s, "GET", path, "", ""); rec.Code != http.StatusOK {
			t.Errorf("GET %s: %d %s", path, rec.Code, rec.Body)
		}
	}
	if rec := call(s, "GET", "/api/snapshot?site=west-1", "", ""); rec.Code != http.StatusNotFound {
		t.Errorf("snapshot before the first decision: %d", rec.Code)
	}
}

func TestASnapshotAndADecisionShowTheForecastThatWasSeen(t *testing.T) {
	s := newServer(t, newWorld(), nil)
	var snapshot report.Snapshot
	var decision report.Decision
	for path, into := range map[string]any{"/api/snapshot?site=west-1": &snapshot, "/api/decisions/west-1/2026-01-31T18:05Z": &decision} {
		rec := call(s, "GET", path, "", "")
		if err := json.Unmarshal(rec.Body.Bytes(), into); err != nil || rec.Code != http.StatusOK {
			t.Fatalf("GET %s: %d %s", path, rec.Code, rec.Body)
		}
	}
	for _, seen := range []*report.SeenOutlook{snapshot.Outlook, decision.Snapshot.Outlook} {
		if seen == nil || seen.Source != "forecaster" || !seen.Simulated || seen.AgeS != 290 || len(seen.Ahead.High) != 5 {
			t.Errorf("saw %+v", seen)
		}
	}
}

func TestWithoutANetworkTheStudyIsWaitingAndTheMapIsEmpty(t *testing.T) {
	s := newServer(t, newWorld(), func(_ *httpapi.Config, d *httpapi.Deps) { d.Network = nil })
	var study report.Grid
	rec := call(s, "GET", "/api/grid", "", "")
	if err := json.Unmarshal(rec.Body.Bytes(), &study); err != nil || study.Status != "waiting" || study.At != nil {
		t.Errorf("GET /api/grid: %d %s, %v", rec.Code, rec.Body, err)
	}
	if rec := call(s, "GET", "/api/grid/map", "", ""); rec.Code != 200 || strings.Contains(rec.Body.String(), `:null,"branches"`) {
		t.Errorf("GET /api/grid/map: %d %s", rec.Code, rec.Body)
	}
	if rec := call(s, "GET", "/api/grid/case", "", ""); rec.Code != 404 {
		t.Errorf("GET /api/grid/case: %d, want 404", rec.Code)
	}
}

func TestBadInputIsRefusedWithTheFieldAndTheReason(t *testing.T) {
	s := newServer(t, newWorld(), nil)
	for path, want := range map[string]struct {
		status int
		field  string
	}{
		"/api/decisions?limit=0":                                     {422, "query.limit"},
		"/api/decisions?limit=many":                                  {422, "query.limit"},
		"/api/decisions?from=yesterday":                              {422, "query.from"},
		"/api/decisions?from=2026-02-01T00:00Z&to=2026-01-01T00:00Z": {422, "query.from"},
		"/api/decisions?to=9999-01-01T00:00Z":                        {422, "query.to"},
		"/api/decisions?colour=red":                                  {422, "colour"},
		"/api/decisions?site=nowhere":                                {404, "nowhere"},
		"/api/decisions/west-1/2020-01-01T00:00Z":                    {404, "west-1"},
		"/api/timeline":                                              {422, "query.site"},
		"/api/roi?window=3d":                                         {422, "query.window"},
		"/api/market/series":                                         {422, "query.series"},
		"/api/market/series?series=nothing":                          {404, "nothing"},
		"/api/market/series?series=/x":                               {422, "query.series"},
		"/api/market/series?series=rt_spp/LZ_WEST&points=1":          {422, "query.points"},
		"/api/jobs/none":                                             {404, "no such job"},
		"/api/nothing":                                               {404, "no such path"},
		"/api/":                                                      {404, "no such path"},
	} {
		rec := call(s, "GET", path, "", "")
		if rec.Code != want.status || !strings.Contains(rec.Body.String(), want.field) {
			t.Errorf("GET %s: %d %s, want %d naming %s", path, rec.Code, rec.Body, want.status, want.field)
		}
		if got := rec.Header().Get("Content-Type"); got != "application/problem+json" {
			t.Errorf("GET %s: content type %q", path, got)
		}
	}
}

func TestABrokenStoreIsAnErrorThatTellsNoSecrets(t *testing.T) {
	w := newWorld()
	s := newServer(t, w, nil)
	w.broken = errBroken
	for _, path := range reads() {
		rec := call(s, "GET", path, "", "")
		if strings.Contains(rec.Body.String(), "fire") {
			t.Errorf("GET %s tells the inner error: %s", path, rec.Body)
		}
	}
	if rec := call(s, "GET", "/api/metrics", "", ""); rec.Code != http.StatusInternalServerError {
		t.Errorf("GET /api/metrics with a broken store: %d", rec.Code)
	}
}

func TestAnUnreadyProgramSaysWhichCheckFails(t *testing.T) {
	w := newWorld()
	w.checks = append(w.checks, report.Check{Name: "first snapshot", Detail: "no price yet"})
	s := newServer(t, w, nil)
	rec := call(s, "GET", "/readyz", "", "")
	if rec.Code != http.StatusServiceUnavailable || !strings.Contains(rec.Body.String(), "no price yet") {
		t.Errorf("GET /readyz: %d %s", rec.Code, rec.Body)
	}
	if rec := call(s, "GET", "/healthz", "", ""); rec.Code != http.StatusOK {
		t.Errorf("GET /healthz: %d", rec.Code)
	}
}

func TestAWrongMethodIsToldFromAWrongPath(t *testing.T) {
	s := newServer(t, newWorld(), nil)
	rec := call(s, "DELETE", "/api/metrics", "", "")
	if rec.Code != http.StatusMethodNotAllowed || rec.Header().Get("Allow") != "GET" {
		t.Errorf("DELETE /api/metrics: %d, Allow %q", rec.Code, rec.Header().Get("Allow"))
	}
}

func TestTheConstructorRefusesWhatCannotWork(t *testing.T) {
	w := newWorld()
	for name, change := range map[string]func(*httpapi.Config, *httpapi.Deps){
		"no store": func(_ *httpapi.Config, d *httpapi.Deps) { d.Ledger = nil },
		"no desk":  func(_ *httpapi.Config, d *httpapi.Deps) { d.Desk = nil },
		"no clock": func(_ *httpapi.Config, d *httpapi.Deps) { d.Clock = nil },
		"a token's hash": func(c *httpapi.Config, _ *httpapi.Deps) {
			c.Tokens = []httpapi.Token{{Name: "a", Role: httpapi.Viewer, SHA256: "12"}}
		},
		"a token's no role": func(c *httpapi.Config, _ *httpapi.Deps) { c.Tokens = []httpapi.Token{token("a", httpapi.None, "x")} },
	} {
		cfg, d := config(), deps(w)
		change(&cfg, &d)
		if _, err := httpapi.New(cfg, d); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func FuzzQueryParametersNeverBreakTheServer(f *testing.F) {
	f.Add("west-1", "2026-01-31T18:05Z", "2026-01-31T18:05:00Z", "5", "rt_spp/LZ_WEST")
	f.Add("", "", "", "", "")
	f.Add("x\x00", "0000-01-01T00:00Z", "9999", "-1", "//")
	s := newServer(f, newWorld(), nil)
	f.Fuzz(func(t *testing.T, site, from, to, number, series string) {
		q := queryOf(map[string]string{"site": site, "from": from, "to": to})
		for _, path := range []string{
			"/api/decisions?limit=" + escape(number) + "&" + q, "/api/timeline?" + q, "/api/settlements?" + q,
			"/api/roi?window=" + escape(number), "/api/snapshot?site=" + escape(site),
			"/api/decisions/" + escape(site) + "/" + escape(series),
			"/api/market/series?" + queryOf(map[string]string{"series": series, "from": from, "to": to, "points": number}),
			"/api/events?after=x" + escape(number), "/" + escape(series),
		} {
			rec := call(s, "GET", path, "", "")
			if rec.Code >= 500 {
				t.Errorf("GET %q: %d %s", path, rec.Code, rec.Body)
			}
		}
	})
}

func TestThePageIsServedForKnownRoutesAndAssetsForEver(t *testing.T) {
	s := newServer(t, newWorld(), nil)
	for _, path := range []string{"/", "/opportunities", "/allocation", "/roi", "/market", "/day-ahead", "/forecasts", "/grid", "/fleet", "/pools", "/tasks", "/training", "/ledger", "/certificates", "/system", "/roi/"} {
		rec := call(s, "GET", path, "", "")
		if rec.Code != 200 || rec.Header().Get("Cache-Control") != "no-cache" || rec.Header().Get("ETag") == "" {
			t.Errorf("GET %s: %d %v", path, rec.Code, rec.Header())
		}
	}
	asset := call(s, "GET", "/assets/app-ABC123.js", "", "")
	if asset.Code != 200 || !strings.Contains(asset.Header().Get("Cache-Control"), "immutable") ||
		!strings.Contains(asset.Header().Get("Content-Type"), "javascript") {
		t.Errorf("asset: %d %v", asset.Code, asset.Header())
	}
	for _, path := range []string{"/nothing", "/assets/none.js", "/.keep", "/assets", "/../go.mod"} {
		if rec := call(s, "GET", path, "", ""); rec.Code == 200 {
			t.Errorf("GET %s: %d", path, rec.Code)
		}
	}
	if rec := call(s, "POST", "/", "", ""); rec.Code != http.StatusMethodNotAllowed {
		t.Errorf("POST /: %d", rec.Code)
	}
}

func TestAnUnchangedPageIsNotSentAgain(t *testing.T) {
	s := newServer(t, newWorld(), nil)
	first := call(s, "GET", "/", "", "")
	again := request("GET", "/", "")
	again.Header.Set("If-None-Match", first.Header().Get("ETag"))
	if rec := serve(s, again); rec.Code != http.StatusNotModified {
		t.Errorf("second GET /: %d", rec.Code)
	}
}

func TestWithoutABuildThePageSaysHowToMakeOne(t *testing.T) {
	s := newServer(t, newWorld(), func(_ *httpapi.Config, d *httpapi.Deps) { d.Web = os.DirFS(t.TempDir()) })
	rec := call(s, "GET", "/", "", "")
	if rec.Code != 200 || !strings.Contains(rec.Body.String(), "make web") {
		t.Errorf("GET /: %d %s", rec.Code, rec.Body)
	}
}

func TestTimesDefaultToTheLastDay(t *testing.T) {
	rec := call(newServer(t, newWorld(), nil), "GET", "/api/timeline?site=west-1", "", "")
	var got report.Timeline
	if err := json.Unmarshal(rec.Body.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	if got.To.Sub(got.From) != 24*time.Hour || len(got.Keys) != 12 {
		t.Errorf("%s to %s, %d rows", got.From, got.To, len(got.Keys))
	}
}
