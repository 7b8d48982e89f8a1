package simulate

import (
	"fmt"
	"mime"
	"net/http"
	"strings"
	"sync"
	"time"
)

// ERCOT's login: a resource owner's password is exchanged at Azure B2C for
// tokens that live an hour, and every call of the API carries one of them
// beside the subscription's key.

const (
	tokenPath     = "/ercotb2c.onmicrosoft.com/B2C_1_PUBAPI-ROPC-FLOW/oauth2/v2.0/token"
	tokenClient   = "fec253ea-0d06-4272-a5e6-b478baeecd70"
	tokenLife     = time.Hour
	perMinute     = 30 // requests per subscription
	subscription  = "Ocp-Apim-Subscription-Key"
	keptTokens    = 100
	idToken       = "id_token"
	accessToken   = "access_token"
	loginRedirect = "https://ercotb2c.b2clogin.com/"
)

type login struct {
	accepts Credentials
	honours string

	mu     sync.Mutex
	issued int
	tokens map[string]token
}

type token struct {
	field   string
	expires time.Time
}

func newLogin(c Credentials, honours string) *login {
	d := DefaultCredentials()
	if c.Username != "" {
		d.Username = c.Username
	}
	if c.Password != "" {
		d.Password = c.Password
	}
	if c.SubscriptionKey != "" {
		d.SubscriptionKey = c.SubscriptionKey
	}
	if honours == "" {
		honours = idToken
	}
	return &login{accepts: d, honours: honours, tokens: map[string]token{}}
}

// post is the token endpoint. It reads the form from the body alone.
func (l *login) post(w http.ResponseWriter, r *http.Request, m moment) {
	kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	r.Body = http.MaxBytesReader(w, r.Body, 16<<10)
	if kind != "application/x-www-form-urlencoded" || r.ParseForm() != nil {
		refuse(w, "invalid_request", "AADB2C90085: The request body must be a form.")
		return
	}
	f := r.PostForm
	switch {
	case f.Get("grant_type") != "password":
		refuse(w, "unsupported_grant_type", "AADB2C90086: The supplied grant_type is not supported.")
	case f.Get("client_id") != tokenClient || !strings.Contains(f.Get("scope"), tokenClient):
		refuse(w, "invalid_request", "AADB2C90079: The client or its scope is not known.")
	case f.Get("username") != l.accepts.Username || f.Get("password") != l.accepts.Password:
		refuse(w, "access_denied", "AADB2C90225: The username or password provided in the request are invalid.")
	default:
		writeJSON(w, http.StatusOK, l.issue(m.now))
	}
}

func refuse(w http.ResponseWriter, code, description string) {
	writeJSON(w, http.StatusBadRequest, map[string]string{"error": code, "error_description": description})
}

// issue hands out a pair of tokens; B2C writes its number of seconds as text.
func (l *login) issue(now time.Time) map[string]string {
	l.mu.Lock()
	defer l.mu.Unlock()
	if len(l.tokens) > keptTokens {
		clear(l.tokens)
	}
	l.issued++
	pair := map[string]string{"token_type": "Bearer", "expires_in": "3600", "refresh_token": "simulated-refresh"}
	for _, field := range []string{idToken, accessToken} {
		name := fmt.Sprintf("simulated-%s-%d", field, l.issued)
		l.tokens[name] = token{field: field, expires: now.Add(tokenLife)}
		pair[field] = name
	}
	return pair
}

// admits says whether a request may pass, and answers it if not, as the
// gateway before the API does.
func (l *login) admits(w http.ResponseWriter, r *http.Request, now time.Time) bool {
	key := r.Header.Get(subscription)
	if key == "" {
		key = r.URL.Query().Get("subscription-key")
	}
	if key == "" {
		gateway(w, "Access denied due to missing subscription key. Make sure to include subscription key when making requests to an API.")
		return false
	}
	if key != l.accepts.SubscriptionKey {
		gateway(w, "Access denied due to invalid subscription key. Make sure to provide a valid key for an active subscription.")
		return false
	}
	bearer, _ := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
	l.mu.Lock()
	t, known := l.tokens[bearer]
	l.mu.Unlock()
	if !known || !now.Before(t.expires) {
		gateway(w, "Unauthorized. Access token is missing or invalid.")
		return false
	}
	if t.field != l.honours {
		http.Redirect(w, r, loginRedirect, http.StatusFound)
		return false
	}
	return true
}

func gateway(w http.ResponseWriter, message string) {
	writeJSON(w, http.StatusUnauthorized, map[string]any{"statusCode": http.StatusUnauthorized, "message": message})
}

// throttle counts the requests of the last minute of the world's time.
type throttle struct {
	mu    sync.Mutex
	times []time.Time
}

func (t *throttle) allows(now time.Time) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	recent := t.times[:0]
	for _, at := range t.times {
		if now.Sub(at) < time.Minute {
			recent = append(recent, at)
		}
	}
	t.times = recent
	if len(t.times) >= perMinute {
		return false
	}
	t.times = append(t.times, now)
	return true
}
