package simulate_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/simulate"
)

func TestTheProgramCallsItsResourcesInTheAfternoonAndKeepsTheirReports(t *testing.T) {
	c := serve(t, ordinary().Add(2*time.Hour), simulate.Options{Interruptible: []simulate.Interruptible{{Name: "north", MaxKW: 5000}}})
	ask := func(method, path, body string) string {
		t.Helper()
		status, answer := c.do(method, c.urls.VTN+path, "application/json", body, map[string]string{"Authorization": "Bearer simulated"})
		if status/100 != 2 {
			t.Fatalf("%s %s: status %d: %s", method, path, status, answer)
		}
		return strings.TrimSpace(string(answer))
	}
	for _, step := range []struct {
		name  string
		after time.Duration
		want  string
	}{
		{"three hours before", 0, "[]"},
		{"announced", 90 * time.Minute, `"start":"2026-05-12T22:00:00Z"`},
		{"running", 2 * time.Hour, `"values":[3000]`},
		{"over", time.Hour, "[]"},
	} {
		c.clock.add(step.after)
		if got := ask(http.MethodGet, "/events?limit=50", ""); !strings.Contains(got, step.want) {
			t.Errorf("%s: %s", step.name, got)
		}
	}
	ask(http.MethodPost, "/reports", `{"objectType":"REPORT"}`)
	if got := ask(http.MethodGet, "/reports", ""); got != `[{"objectType":"REPORT"}]` {
		t.Errorf("reports are %s", got)
	}
	if status, _ := c.do(http.MethodGet, c.urls.VTN+"/events", "", "", nil); status != http.StatusUnauthorized {
		t.Errorf("without a token: status %d", status)
	}
	status, token := c.do(http.MethodPost, c.urls.VTN+"/auth/token", "application/x-www-form-urlencoded", "grant_type=client_credentials&client_id=us", nil)
	if status != http.StatusOK || !strings.Contains(string(token), "access_token") {
		t.Errorf("status %d: %s", status, token)
	}
}
