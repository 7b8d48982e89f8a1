package httpapi_test

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/httpapi"
)

// The tokens of these tests.
const (
	viewerToken   = "word-of-a-viewer"
	operatorToken = "word-of-an-operator"
	adminToken    = "word-of-an-admin"
)

func closedServer(t testing.TB, w *world) *httpapi.Server {
	return newServer(t, w, func(c *httpapi.Config, _ *httpapi.Deps) {
		c.Tokens = []httpapi.Token{
			token("vera", httpapi.Viewer, viewerToken), token("otto", httpapi.Operator, operatorToken), token("ada", httpapi.Admin, adminToken),
		}
	})
}

// changes is every changing route with a good example.
func changes() [][3]string {
	return [][3]string{
		{"POST", "/api/retrain", ""},
		{"POST", "/api/overrides", `{"site":"west-1","class":"asic","power_mw":3,"minutes":30,"reason":"work on row 4"}`},
		{"DELETE", "/api/overrides/west-1/o-1", ""},
		{"POST", "/api/instructions", `{"site":"west-1","id":"I-1","from":"qse","kind":"curtail","max_mw":2}`},
		{"POST", "/api/awards", `{"site":"west-1","product":"ECRS","power_mw":2,"up":true,"start_utc":"2026-01-31T19:00:00Z","end_utc":"2026-01-31T20:00:00Z"}`},
		{"POST", "/api/stop", `{"reason":"smoke"}`},
		{"DELETE", "/api/stop?reason=clear", ""},
		{"POST", "/api/futures/orders", `{"side":"long","qty_ph_s":10,"price_usd_per_ph_day":32.5}`},
		{"POST", "/api/futures/margin", `{"usd":100}`},
	}
}

func TestReadingNeedsAViewerAndChangingAnOperator(t *testing.T) {
	s := closedServer(t, newWorld())
	for _, path := range reads() {
		open := path == "/api/session" || path == "/healthz" || path == "/readyz" || path == "/api/openapi.json"
		if rec := call(s, "GET", path, "", ""); (rec.Code == http.StatusOK) != open {
			t.Errorf("GET %s by nobody: %d", path, rec.Code)
		}
		if rec := call(s, "GET", path, viewerToken, ""); rec.Code != http.StatusOK {
			t.Errorf("GET %s by a viewer: %d", path, rec.Code)
		}
	}
	for _, c := range changes() {
		if c[0] == "DELETE" && strings.Contains(c[1], "o-1") {
			continue // needs an override to be there; tested elsewhere
		}
		s := closedServer(t, newWorld()) // failures are counted for each server
		for secret, want := range map[string]int{"": 401, viewerToken: 403, "word-of-nobody": 401} {
			if rec := call(s, c[0], c[1], secret, c[2]); rec.Code != want {
				t.Errorf("%s %s with %q: %d, want %d", c[0], c[1], secret, rec.Code, want)
			}
		}
		for _, secret := range []string{operatorToken, adminToken} {
			if rec := call(s, c[0], c[1], secret, c[2]); rec.Code >= 300 {
				t.Errorf("%s %s with %q: %d %s", c[0], c[1], secret, rec.Code, rec.Body)
			}
		}
	}
}

func TestWithoutTokensReadingIsOpenAndChangingAsksForTheSetupToken(t *testing.T) {
	s := newServer(t, newWorld(), nil)
	if rec := call(s, "GET", "/api/metrics", "", ""); rec.Code != 200 {
		t.Errorf("reading: %d", rec.Code)
	}
	if rec := call(s, "POST", "/api/stop", "", `{"reason":"smoke"}`); rec.Code != 401 {
		t.Errorf("changing without a token: %d", rec.Code)
	}
	if rec := call(s, "POST", "/api/stop", setup, `{"reason":"smoke"}`); rec.Code != 204 {
		t.Errorf("changing with the setup token: %d %s", rec.Code, rec.Body)
	}
}

func TestTheSetupTokenIsWorthlessOnceTokensAreConfigured(t *testing.T) {
	if rec := call(closedServer(t, newWorld()), "GET", "/api/metrics", setup, ""); rec.Code != 401 {
		t.Errorf("setup token: %d", rec.Code)
	}
}

func TestRefusalsChangeNothingAndTellNobodysSecrets(t *testing.T) {
	w := newWorld()
	s := closedServer(t, w)
	for _, c := range changes() {
		rec := call(s, c[0], c[1], viewerToken, c[2])
		if strings.Contains(rec.Body.String(), viewerToken) {
			t.Errorf("%s %s repeats the token", c[0], c[1])
		}
	}
	if len(w.audited)+len(w.stops)+len(w.orders) > 0 {
		t.Errorf("refused changes left %v, %v, %v", w.audited, w.stops, w.orders)
	}
}

func login(t *testing.T, s *httpapi.Server, secret string) *http.Cookie {
	t.Helper()
	rec := call(s, "POST", "/api/login", "", `{"token":"`+secret+`"}`)
	cookies := rec.Result().Cookies()
	if rec.Code != 200 || len(cookies) != 1 {
		t.Fatalf("login: %d %s with %d cookies", rec.Code, rec.Body, len(cookies))
	}
	return cookies[0]
}

func asked(s *httpapi.Server, method, path, body string, cookie *http.Cookie) (int, httpapi.Session) {
	r := request(method, path, body)
	if cookie != nil {
		r.AddCookie(cookie)
	}
	rec := serve(s, r)
	var got httpapi.Session
	_ = json.Unmarshal(rec.Body.Bytes(), &got) // other routes have other bodies
	return rec.Code, got
}

func TestASessionLastsUntilItExpiresOrIsClosed(t *testing.T) {
	w := newWorld()
	s := closedServer(t, w)
	cookie := login(t, s, operatorToken)
	if !cookie.HttpOnly || cookie.SameSite != http.SameSiteStrictMode || cookie.Value == "" || strings.Contains(cookie.Value, operatorToken) {
		t.Errorf("cookie is %+v", cookie)
	}
	if _, got := asked(s, "GET", "/api/session", "", cookie); got.Role != "operator" || !got.Authenticated || got.Name != "otto" {
		t.Errorf("session is %+v", got)
	}
	if code, _ := asked(s, "POST", "/api/stop", `{"reason":"smoke"}`, cookie); code != 204 {
		t.Errorf("stop by session: %d", code)
	}
	if code, _ := asked(s, "POST", "/api/logout", "", cookie); code != 204 {
		t.Errorf("logout: %d", code)
	}
	if code, _ := asked(s, "GET", "/api/metrics", "", cookie); code != 401 {
		t.Errorf("reading after logout: %d", code)
	}
	again := login(t, s, operatorToken)
	w.advance(12*time.Hour + time.Second)
	if code, _ := asked(s, "GET", "/api/metrics", "", again); code != 401 {
		t.Errorf("reading after expiry: %d", code)
	}
}

func TestFailedLoginsAreRefusedForAMinute(t *testing.T) {
	w := newWorld()
	s := closedServer(t, w)
	attempt := func(secret string) int {
		return call(s, "POST", "/api/login", "", `{"token":"`+secret+`"}`).Code
	}
	for range 5 {
		if code := attempt("wrong"); code != 401 {
			t.Fatalf("wrong token: %d", code)
		}
	}
	if code := attempt(adminToken); code != 429 {
		t.Errorf("sixth attempt: %d", code)
	}
	if rec := call(s, "GET", "/api/metrics", adminToken, ""); rec.Code != 429 {
		t.Errorf("bearer after five failures: %d", rec.Code)
	}
	w.advance(61 * time.Second)
	if code := attempt(adminToken); code != 200 {
		t.Errorf("a minute later: %d", code)
	}
}

func TestPagesOfOtherSitesCannotReachTheServer(t *testing.T) {
	w := newWorld()
	s := newServer(t, w, nil)
	cookie := login(t, s, setup)
	for name, header := range map[string][2]string{
		"a forged form":   {"Origin", "https://evil.example"},
		"a fetch":         {"Sec-Fetch-Site", "cross-site"},
		"a sibling's own": {"Sec-Fetch-Site", "same-site"},
	} {
		r := request("POST", "/api/stop", `{"reason":"x"}`)
		r.AddCookie(cookie)
		r.Header.Set(header[0], header[1])
		if rec := serve(s, r); rec.Code != http.StatusForbidden {
			t.Errorf("%s: %d", name, rec.Code)
		}
	}
	if len(w.stops) > 0 {
		t.Errorf("stops happened: %v", w.stops)
	}
	own := request("POST", "/api/stop", `{"reason":"x"}`)
	own.AddCookie(cookie)
	own.Header.Set("Sec-Fetch-Site", "same-origin")
	if rec := serve(s, own); rec.Code != 204 {
		t.Errorf("own page: %d %s", rec.Code, rec.Body)
	}
}

func TestOnLoopbackOnlyLocalNamesAreAnswered(t *testing.T) {
	s := newServer(t, newWorld(), func(c *httpapi.Config, _ *httpapi.Deps) { c.Hosts = []string{"mine.local"} })
	for host, want := range map[string]int{
		"127.0.0.1:5000": 200, "localhost:5000": 200, "LOCALHOST": 200, "[::1]:5000": 200, "127.9.9.9": 200, "mine.local:5000": 200,
		"evil.example": 421, "evil.example:5000": 421, "127.0.0.1.evil.example": 421, "10.0.0.1:5000": 421, "": 421,
	} {
		r := request("GET", "/api/allocation", "")
		r.Host = host
		if rec := serve(s, r); rec.Code != want {
			t.Errorf("host %q: %d, want %d", host, rec.Code, want)
		}
	}
}

func TestAPanicIsAnAnswerAndNotTheEnd(t *testing.T) {
	s := newServer(t, newWorld(), func(_ *httpapi.Config, d *httpapi.Deps) {
		d.Metrics = http.HandlerFunc(func(http.ResponseWriter, *http.Request) { panic("bug") })
	})
	if rec := call(s, "GET", "/metrics", "", ""); rec.Code != 500 || strings.Contains(rec.Body.String(), "bug") {
		t.Errorf("panicking route: %d %s", rec.Code, rec.Body)
	}
}
