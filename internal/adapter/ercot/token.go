package ercot

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/ercot/layout"
)

// ERCOT's sign-in is OAuth's resource owner password grant on Azure AD B2C with
// one public client id. A token lives an hour and cannot be refreshed: a new
// one is asked for after 50 minutes (5/6 of a shorter life).
const (
	clientID     = "fec253ea-0d06-4272-a5e6-b478baeecd70"
	refreshAfter = 50 * time.Minute

	// A failed sign-in is not repeated at once, so that many jobs with a wrong
	// password do not lock the account.
	signInPause = time.Minute
)

// ErrAuth is the error when ERCOT refuses the credentials or the token.
var ErrAuth = errors.New("not authorised")

// tokens keeps the newest token. One sign-in runs at a time and everybody
// waits for it.
type tokens struct {
	cfg  Config
	host *host
	lock chan struct{} // held while signing in; a reader holds it for an instant

	mu      sync.Mutex
	values  map[string]string // by field of the answer
	expires time.Time         // when to sign in again
	field   string            // the field in use
	proven  bool              // the field in use has been accepted
	failure error             // of the last sign-in
	failed  time.Time
}

func newTokens(cfg Config, h *host) *tokens {
	t := &tokens{cfg: cfg, host: h, lock: make(chan struct{}, 1), field: cfg.TokenField}
	if t.field == TokenAuto {
		t.field = TokenID
	}
	return t
}

// bearer is a token that has not been refused yet, signing in when there is
// none.
func (t *tokens) bearer(ctx context.Context) (string, error) {
	select {
	case t.lock <- struct{}{}:
		defer func() { <-t.lock }()
	case <-ctx.Done():
		return "", fmt.Errorf("ercot sign-in: %w", context.Cause(ctx))
	}
	now := t.cfg.Clock.Now()
	if token, err, ok := t.current(now); ok {
		return token, err
	}
	values, life, err := t.signIn(ctx)
	t.mu.Lock()
	defer t.mu.Unlock()
	if err != nil {
		if ctx.Err() == nil {
			t.failure, t.failed = err, now
		}
		return "", err
	}
	t.values, t.failure = values, nil
	t.expires = now.Add(min(refreshAfter, life*5/6))
	return t.pick()
}

// current is the token in hand or the error of a sign-in that failed a moment
// ago; ok is false when it is time to sign in.
func (t *tokens) current(now time.Time) (token string, err error, ok bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.failure != nil && now.Before(t.failed.Add(signInPause)) {
		return "", t.failure, true
	}
	if len(t.values) == 0 || !now.Before(t.expires) {
		return "", nil, false
	}
	token, err = t.pick()
	return token, err, true
}

// pick chooses the field. In auto mode the other one stands in for a field that
// the answer does not have.
func (t *tokens) pick() (string, error) {
	if token := t.values[t.field]; token != "" {
		return token, nil
	}
	if other := otherField(t.field); t.cfg.TokenField == TokenAuto && t.values[other] != "" {
		t.field, t.proven = other, false
		return t.values[other], nil
	}
	return "", fmt.Errorf("ercot sign-in: the answer has no %s: set the token field to auto or %s", t.field, otherField(t.field))
}

// accepted notes that the API took token.
func (t *tokens) accepted(token string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if token == t.values[t.field] {
		t.proven = true
	}
}

// refused notes that the API did not take token. In auto mode the other field
// of the same answer is next; a field that has worked before gets a new token
// first, because the refused one may have been revoked.
func (t *tokens) refused(token string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if token != t.values[t.field] {
		return // another job has moved on already
	}
	if t.cfg.TokenField == TokenAuto && !t.proven && t.values[otherField(t.field)] != "" {
		t.field = otherField(t.field)
		t.cfg.Logger.Info("token refused, trying the other field of the sign-in answer", "token_field", t.field)
		return
	}
	t.values, t.proven = nil, false
}

// inUse is the field in use and when the token is renewed.
func (t *tokens) inUse() (field string, expires time.Time) {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.field, t.expires
}

func otherField(field string) string {
	if field == TokenID {
		return TokenAccess
	}
	return TokenID
}

// signIn exchanges the password for tokens.
func (t *tokens) signIn(ctx context.Context) (values map[string]string, life time.Duration, err error) {
	form := url.Values{
		"grant_type":    {"password"},
		"username":      {string(t.cfg.Username)},
		"password":      {string(t.cfg.Password)},
		"response_type": {"id_token"},
		"scope":         {"openid " + clientID + " offline_access"},
		"client_id":     {clientID},
	}
	got, err := t.host.send(ctx, call{
		method: http.MethodPost, url: t.cfg.TokenURL, body: []byte(form.Encode()),
		header: http.Header{"Content-Type": {"application/x-www-form-urlencoded"}},
		limit:  maxToken, within: answerWithin,
	})
	if err != nil {
		return nil, 0, fmt.Errorf("signing in: %w", err)
	}
	if got.status != http.StatusOK {
		err := fmt.Errorf("ercot sign-in: %w: %s: check the user name and password of the API account", ErrAuth, t.complaint(got))
		t.host.gate.failed(err)
		return nil, 0, err
	}
	return readTokens(got.raw.Body)
}

// readTokens never quotes the answer: it holds the tokens.
func readTokens(body []byte) (values map[string]string, life time.Duration, err error) {
	var a struct {
		ID      string          `json:"id_token"`
		Access  string          `json:"access_token"`
		Expires json.RawMessage `json:"expires_in"`
	}
	if err := json.Unmarshal(body, &a); err != nil {
		return nil, 0, errors.New("ercot sign-in: the answer is not the JSON expected: check the sign-in address")
	}
	if a.ID == "" && a.Access == "" {
		return nil, 0, errors.New("ercot sign-in: the answer has neither id_token nor access_token: check the sign-in address")
	}
	// B2C writes the life as a string in some tenants and a number in others.
	seconds, err := strconv.ParseInt(strings.Trim(string(a.Expires), `"`), 10, 32)
	if err != nil || seconds <= 0 {
		return nil, 0, errors.New("ercot sign-in: the answer has no expires_in in seconds")
	}
	return map[string]string{TokenID: a.ID, TokenAccess: a.Access}, time.Duration(seconds) * time.Second, nil
}

// complaint is what the sign-in service said, without anything that was sent.
func (t *tokens) complaint(got answer) string {
	var e struct {
		Code        string `json:"error"`
		Description string `json:"error_description"`
	}
	if json.Unmarshal(got.raw.Body, &e) != nil || e.Code == "" {
		return fmt.Sprintf("status %d", got.status)
	}
	first, _, _ := strings.Cut(e.Description, "\n")
	hide := strings.NewReplacer(string(t.cfg.Username), t.cfg.Username.String(), string(t.cfg.Password), t.cfg.Password.String())
	return fmt.Sprintf("status %d: %s", got.status, layout.Excerpt([]byte(hide.Replace(e.Code+": "+first))))
}
