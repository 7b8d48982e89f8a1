package ercot_test

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/ercot"
	"github.com/pouw-dem/pouwdem/internal/clock"
)

func TestCheckSignsInAndAsksOneQuestion(t *testing.T) {
	d := newDesk(t)
	d.api("GET "+lambdaPath, lambdaAnswer)
	if err := d.client().Check(t.Context()); err != nil {
		t.Fatal(err)
	}
	if d.signIns != 1 || d.requests() != 1 {
		t.Errorf("%d sign-ins and %d requests, want 1 and 1", d.signIns, d.requests())
	}
}

func TestAutoTriesTheOtherTokenOnceAndRemembers(t *testing.T) {
	d := newDesk(t)
	d.accepts = "access"
	d.api("GET "+lambdaPath, lambdaAnswer)
	c := d.client()
	for range 3 {
		if err := c.Check(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	if d.signIns != 1 || d.requests() != 4 {
		t.Errorf("%d sign-ins and %d requests, want 1 and 4: one refused, three taken", d.signIns, d.requests())
	}
	if got := c.Token().Field; got != ercot.TokenAccess {
		t.Errorf("field in use %s, want access_token", got)
	}
}

func TestChosenTokenFieldIsNotLeft(t *testing.T) {
	d := newDesk(t)
	d.accepts = "access"
	d.api("GET "+lambdaPath, lambdaAnswer)
	err := d.client(func(c *ercot.Config) { c.TokenField = ercot.TokenID }).Check(t.Context())
	if !errors.Is(err, ercot.ErrAuth) {
		t.Errorf("error %v, want ErrAuth", err)
	}
	for _, r := range d.asked {
		if strings.HasPrefix(r.Header.Get("Authorization"), "Bearer access") {
			t.Error("the access token was sent")
		}
	}
}

func TestRevokedTokenIsReplaced(t *testing.T) {
	d := newDesk(t)
	d.api("GET "+lambdaPath, lambdaAnswer)
	c := d.client()
	if err := c.Check(t.Context()); err != nil {
		t.Fatal(err)
	}
	d.mu.Lock()
	d.signIns = 7 // what was issued before is refused from now on
	d.mu.Unlock()
	if err := c.Check(t.Context()); err != nil {
		t.Fatal(err)
	}
	if d.signIns != 8 {
		t.Errorf("sign-in number %d, want one more after 7", d.signIns)
	}
}

func TestWrongKeyIsAnAuthErrorWithARemedy(t *testing.T) {
	d := newDesk(t)
	d.api("GET "+lambdaPath, lambdaAnswer)
	c := d.client(func(c *ercot.Config) { c.SubscriptionKey = "another" })
	err := c.Check(t.Context())
	if !errors.Is(err, ercot.ErrAuth) || !strings.Contains(err.Error(), "subscription key") {
		t.Errorf("error %v", err)
	}
	if d.requests() != 2 {
		t.Errorf("%d requests, want 2: no storm of refused tokens", d.requests())
	}
}

func TestRedirectIsNotFollowed(t *testing.T) {
	d := newDesk(t)
	d.accepts = "nothing"
	d.api("GET "+lambdaPath, lambdaAnswer)
	d.mux.HandleFunc("GET /sign-in-page", func(http.ResponseWriter, *http.Request) { t.Error("the redirect was followed") })
	if err := d.client().Check(t.Context()); !errors.Is(err, ercot.ErrAuth) {
		t.Errorf("error %v, want ErrAuth", err)
	}
}

func TestRefusedSignInSaysWhyWithoutSecretsAndIsNotRepeatedAtOnce(t *testing.T) {
	d := newDesk(t)
	d.status = http.StatusBadRequest
	d.api("GET "+lambdaPath, lambdaAnswer)
	c := d.client()
	err := c.Check(t.Context())
	if !errors.Is(err, ercot.ErrAuth) || !strings.Contains(err.Error(), "AADB2C90225") {
		t.Errorf("error %v, want ErrAuth with the service's code", err)
	}
	for _, secret := range []string{user, password, key} {
		if strings.Contains(err.Error(), secret) {
			t.Errorf("the error holds %q", secret)
		}
	}
	if again := c.Check(t.Context()); !errors.Is(again, ercot.ErrAuth) || d.signIns != 1 {
		t.Errorf("%v after %d sign-ins, want the same refusal without asking again", again, d.signIns)
	}
	d.mu.Lock()
	d.status = 0
	d.mu.Unlock()
	d.clock.advance(2 * time.Minute)
	if err := c.Check(t.Context()); err != nil {
		t.Errorf("after the pause: %v", err)
	}
}

func TestUnusableTokenAnswersAreErrorsThatQuoteNothing(t *testing.T) {
	for _, body := range []string{
		`{"id_token":"s3cr3t"`, `{"refresh_token":"s3cr3t","expires_in":3600}`, `{"id_token":"s3cr3t"}`,
		`{"id_token":"s3cr3t","expires_in":"s3cr3t"}`, `{"id_token":"s3cr3t","expires_in":-1}`,
	} {
		c, stop := stubbed(t, clock.Wall{}, func(*http.Request) (int, string) { return 200, body })
		err := c.Check(t.Context())
		stop()
		if err == nil || strings.Contains(err.Error(), "s3cr3t") {
			t.Errorf("%s: error %v", body, err)
		}
	}
}

// roundTrip is a transport made of a function, for tests within a bubble of
// fake time.
type roundTrip func(*http.Request) (int, string)

func (f roundTrip) RoundTrip(r *http.Request) (*http.Response, error) {
	status, body := f(r)
	return &http.Response{
		StatusCode: status, Header: http.Header{"Content-Type": {"application/json"}},
		Body: io.NopCloser(strings.NewReader(body)), Request: r,
	}, nil
}

func stubbed(t *testing.T, c clock.Clock, answer roundTrip) (*ercot.Client, func()) {
	t.Helper()
	httpClient := &http.Client{Transport: answer}
	client, err := ercot.New(ercot.Config{
		BaseURL: "http://api.test/api/public-reports", TokenURL: "http://login.test/token",
		DashboardURL: "http://www.test/dashboards", MISURL: "http://www.test",
		Username: user, Password: password, SubscriptionKey: key, Points: []string{"LZ_WEST"},
		Clock: c, HTTP: httpClient, Jitter: func() float64 { return 0.5 },
	})
	if err != nil {
		t.Fatal(err)
	}
	return client, httpClient.CloseIdleConnections
}

func TestTokenIsRenewedAfter50MinutesByOneOfManyJobs(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var mu sync.Mutex
		signIns := 0
		c, stop := stubbed(t, clock.Wall{}, func(r *http.Request) (int, string) {
			if r.URL.Host != "login.test" {
				return 200, table(lambdaFields)
			}
			mu.Lock()
			signIns++
			n := signIns
			mu.Unlock()
			time.Sleep(2 * time.Second) // the others arrive meanwhile
			return 200, fmt.Sprintf(`{"id_token":"id-%d","expires_in":3600}`, n)
		})
		defer stop()
		ask := func(want int, when string) {
			var wg sync.WaitGroup
			for range 5 {
				wg.Go(func() {
					if err := c.Check(t.Context()); err != nil {
						t.Error(err)
					}
				})
			}
			wg.Wait()
			if signIns != want {
				t.Errorf("%s: %d sign-ins, want %d", when, signIns, want)
			}
		}
		ask(1, "at first")
		time.Sleep(49 * time.Minute)
		ask(1, "after 49 minutes")
		time.Sleep(2 * time.Minute)
		ask(2, "after 51 minutes")
	})
}
