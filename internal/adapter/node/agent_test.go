package node_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/pouw-dem/pouwdem/internal/adapter/node"
	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

const secret = "not-a-real-token"

// at is the time that the agents of these tests tell.
func at() time.Time { return time.Date(2026, 1, 15, 12, 0, 0, 0, time.UTC) }

const (
	goodGroups = `{"time":"2026-01-15T12:00:00Z","groups":[
		{"group":"s19","state":"running","target_kw":9000,"power_kw":8990.5,"energy_kwh":123456.5,"hashrate_ths":310000,"units_on":2990,"units":3000},
		{"group":"h100","state":"asleep","target_kw":0,"power_kw":12,"energy_kwh":10,"hashrate_ths":0,"units_on":0,"units":512,"firmware":"ignored"}]}`
	goodMeter = `{"time":"2026-01-15T12:00:00Z","power_kw":9450,"energy_kwh":130000}`
)

func newAgent(t *testing.T, handler http.Handler) *node.Agent {
	t.Helper()
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	agent, err := node.New(node.Config{
		Site: "pecos", BaseURL: server.URL + "/agents/pecos", Token: secret, Simulated: true, Clock: clock.NewScaled(at(), 1),
	})
	if err != nil {
		t.Fatal(err)
	}
	return agent
}

// answers serves fixed bodies by path.
func answers(groups, meter string) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /agents/pecos/v1/groups", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, groups) })
	mux.HandleFunc("GET /agents/pecos/v1/meter", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, meter) })
	return mux
}

func TestReadGivesClassesAndMeterInMegawatts(t *testing.T) {
	agent := newAgent(t, answers(goodGroups, goodMeter))
	got, err := agent.Read(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	want := []site.Reading{
		{Site: "pecos", Class: "s19", At: at(), Power: 8.9905, Energy: 123.4565, THs: 310000, UnitsOn: 2990, Source: "node/pecos", Simulated: true},
		{Site: "pecos", Class: "h100", At: at(), Power: 0.012, Energy: 0.01, Source: "node/pecos", Simulated: true},
		{Site: "pecos", At: at(), Power: 9.45, Energy: 130, Source: "node/pecos", Simulated: true},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("readings (-want +got):\n%s", diff)
	}
}

func TestTheMeterMayTellBreakerAndRelay(t *testing.T) {
	told := strings.Replace(goodMeter, "{", `{"switchgear": {"breaker_closed": true, "relay_armed": false, "relay_tripped": true}, `, 1)
	got, err := newAgent(t, answers(goodGroups, told)).Read(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	want := site.Switchgear{Closed: true, Tripped: true}
	if gear := got[len(got)-1].Switchgear; gear == nil || *gear != want {
		t.Errorf("%+v, want %+v", gear, want)
	}
}

func TestReadKeepsWhatOneEndpointGaveWhenTheOtherFails(t *testing.T) {
	agent := newAgent(t, answers(goodGroups, `{"time":"2026-01-15T12:00:00Z","power_kw":`))
	got, err := agent.Read(t.Context())
	if err == nil || !strings.Contains(err.Error(), "read meter of site pecos") {
		t.Errorf("error %v: want one about the meter", err)
	}
	if len(got) != 2 {
		t.Errorf("%d readings: want the two groups", len(got))
	}
}

func TestImplausibleReadingsAreRefused(t *testing.T) {
	group := func(change string) string {
		fields := map[string]any{
			"group": "s19", "state": "running", "target_kw": 1.0, "power_kw": 1.0, "energy_kwh": 1.0, "hashrate_ths": 1.0, "units_on": 1, "units": 2,
		}
		var changes map[string]any
		if err := json.Unmarshal([]byte(change), &changes); err != nil {
			t.Fatal(err)
		}
		for k, v := range changes {
			fields[k] = v
			if v == nil {
				delete(fields, k)
			}
		}
		body, err := json.Marshal(map[string]any{"time": at(), "groups": []any{fields}})
		if err != nil {
			t.Fatal(err)
		}
		return string(body)
	}
	tests := map[string]struct{ groups, meter, want string }{
		"watts sent as kilowatts": {group(`{"power_kw":9000000}`), goodMeter, "power_kw 9e+06: want 0 to 5e+06; wrong unit?"},
		"negative power":          {group(`{"power_kw":-1}`), goodMeter, "power_kw -1"},
		"missing power":           {group(`{"power_kw":null}`), goodMeter, "power_kw is missing"},
		"missing target":          {group(`{"target_kw":null}`), goodMeter, "target_kw is missing"},
		"negative counter":        {group(`{"energy_kwh":-5}`), goodMeter, "energy_kwh -5"},
		"too many units on":       {group(`{"units_on":3}`), goodMeter, "units_on 3: want 0 to units (2)"},
		"unknown state":           {group(`{"state":"melting"}`), goodMeter, `state "melting"`},
		"group named like a path": {group(`{"group":"../admin"}`), goodMeter, "group: want 1 to 64 letters"},
		"no groups":               {`{"time":"2026-01-15T12:00:00Z"}`, goodMeter, "groups is missing"},
		"old reading":             {strings.Replace(goodGroups, "T12:00", "T11:50", 1), goodMeter, "10m0s off"},
		"reading of the future":   {goodGroups, strings.Replace(goodMeter, "T12:00", "T12:10", 1), "off; the reading is old or the agent's clock is wrong"},
		"no time":                 {goodGroups, `{"power_kw":1,"energy_kwh":1}`, "time is missing"},
		"group twice":             {strings.Replace(goodGroups, "h100", "s19", 1), goodMeter, `group "s19" is listed twice`},
		"not JSON":                {"<html>", goodMeter, "not the documented JSON"},
		"too long":                {strings.Repeat(" ", 2<<20), goodMeter, "longer than"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			_, err := newAgent(t, answers(test.groups, test.meter)).Read(t.Context())
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error %v: want %q", err, test.want)
			}
		})
	}
}

func TestSetSendsKilowattsWithTheRequestIDAndTheToken(t *testing.T) {
	var path, auth string
	var order map[string]any
	agent := newAgent(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		path, auth = r.Method+" "+r.URL.Path, r.Header.Get("Authorization")
		if err := json.NewDecoder(r.Body).Decode(&order); err != nil {
			t.Error(err)
		}
		w.WriteHeader(http.StatusAccepted)
		fmt.Fprintf(w, `{"accepted":true,"request_id":%q}`, order["request_id"])
	}))
	if err := agent.Set(t.Context(), "s19", 4.5, "pecos/2026-01-15T12:00Z/s19"); err != nil {
		t.Fatal(err)
	}
	if want := "PUT /agents/pecos/v1/groups/s19/target"; path != want {
		t.Errorf("request %q: want %q", path, want)
	}
	if auth != "Bearer "+secret {
		t.Error("the token was not sent")
	}
	want := map[string]any{"target_kw": 4500.0, "request_id": "pecos/2026-01-15T12:00Z/s19"}
	if diff := cmp.Diff(want, order); diff != "" {
		t.Errorf("order (-want +got):\n%s", diff)
	}
}

func TestSetTellsUnknownFromRefused(t *testing.T) {
	answer := func(status int, body string) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) {
			w.WriteHeader(status)
			fmt.Fprint(w, body)
		}
	}
	tests := map[string]struct {
		handler http.HandlerFunc
		unknown bool
	}{
		"server error":        {answer(500, ""), true},
		"gateway timeout":     {answer(504, ""), true},
		"unreadable receipt":  {answer(202, "{"), true},
		"someone's receipt":   {answer(202, `{"accepted":true,"request_id":"other"}`), true},
		"bad request":         {answer(400, ""), false},
		"wrong token":         {answer(401, ""), false},
		"no such group":       {answer(404, ""), false},
		"redirect":            {answer(307, ""), false},
		"not accepted":        {answer(202, `{"accepted":false,"request_id":"r1"}`), false},
		"200 is not accepted": {answer(200, `{"accepted":true,"request_id":"r1"}`), false},
		"connection broken": {func(w http.ResponseWriter, _ *http.Request) {
			panic(http.ErrAbortHandler)
		}, true},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			err := newAgent(t, test.handler).Set(t.Context(), "s19", 1, "r1")
			if err == nil {
				t.Fatal("no error")
			}
			if got := errors.Is(err, site.ErrUnknown); got != test.unknown {
				t.Errorf("unknown %t: want %t (%v)", got, test.unknown, err)
			}
			if strings.Contains(err.Error(), secret) {
				t.Errorf("the token is in the error: %v", err)
			}
		})
	}
}

func TestSetIsRefusedNotUnknownWhenNobodyListens(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := listener.Addr().String()
	listener.Close()
	agent, err := node.New(node.Config{Site: "pecos", BaseURL: "http://" + address})
	if err != nil {
		t.Fatal(err)
	}
	err = agent.Set(t.Context(), "s19", 1, "r1")
	if err == nil || errors.Is(err, site.ErrUnknown) {
		t.Errorf("error %v: want one that is not unknown, the command never left", err)
	}
}

// transport answers requests in memory, so that time can be synthetic.
type transport func(*http.Request) (*http.Response, error)

func (f transport) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

func TestASilentAgentLeavesTheOutcomeUnknown(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		silent := transport(func(r *http.Request) (*http.Response, error) {
			<-r.Context().Done()
			return nil, r.Context().Err()
		})
		agent, err := node.New(node.Config{Site: "pecos", BaseURL: "http://127.0.0.1:1", HTTP: &http.Client{Transport: silent}})
		if err != nil {
			t.Fatal(err)
		}
		err = agent.Set(t.Context(), "s19", 1, "r1")
		if !errors.Is(err, site.ErrUnknown) || !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("error %v: want unknown after the deadline", err)
		}
	})
}

func TestSetRefusesNonsenseWithoutSendingIt(t *testing.T) {
	agent := newAgent(t, http.HandlerFunc(func(http.ResponseWriter, *http.Request) {
		t.Error("a request was sent")
	}))
	for name, err := range map[string]error{
		"negative":      agent.Set(t.Context(), "s19", -1, "r"),
		"not a number":  agent.Set(t.Context(), "s19", unit.MW(math.NaN()), "r"),
		"climbing path": agent.Set(t.Context(), "..", 1, "r"),
		"slash":         agent.Set(t.Context(), "a/b", 1, "r"),
		"no request id": agent.Set(t.Context(), "s19", 1, ""),
	} {
		if err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestRedirectsAreNotFollowedToAnotherHost(t *testing.T) {
	elsewhere := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {
		t.Error("the redirect was followed")
	}))
	defer elsewhere.Close()
	agent := newAgent(t, http.RedirectHandler(elsewhere.URL, http.StatusFound))
	if _, err := agent.Read(t.Context()); err == nil || !strings.Contains(err.Error(), "redirects are not followed") {
		t.Errorf("error %v: want one about redirects", err)
	}
}

func TestLoopbackIsALiteralOrLocalhost(t *testing.T) {
	for address, want := range map[string]bool{
		"http://127.0.0.1:80":        true,
		"http://127.9.9.9":           true,
		"http://[::1]:8080":          true,
		"http://localhost:1":         true,
		"http://LOCALHOST":           true,
		"https://10.0.0.7":           false,
		"https://localhost.evil.com": false,
		"https://agent.example":      false,
		"https://0.0.0.0":            false,
	} {
		agent, err := node.New(node.Config{Site: "s", BaseURL: address})
		if err != nil {
			t.Fatal(err)
		}
		if got := agent.Loopback(); got != want {
			t.Errorf("%s: loopback %t, want %t", address, got, want)
		}
	}
}

func TestNewRefusesAddressesThatCannotBeMeant(t *testing.T) {
	for name, cfg := range map[string]node.Config{
		"no scheme":        {BaseURL: "agent:80"},
		"no host":          {BaseURL: "http://"},
		"user in URL":      {BaseURL: "http://user:" + secret + "@127.0.0.1"},
		"query":            {BaseURL: "http://127.0.0.1/?t=" + secret},
		"unparsable":       {BaseURL: "http://127.0.0.1:" + secret},
		"token in clear":   {BaseURL: "http://agent.example", Token: secret},
		"wrong scheme":     {BaseURL: "ftp://127.0.0.1"},
		"nothing whatever": {},
	} {
		_, err := node.New(cfg)
		if err == nil {
			t.Errorf("%s: no error", name)
			continue
		}
		if strings.Contains(err.Error(), secret) {
			t.Errorf("%s: the secret is in the error: %v", name, err)
		}
	}
}
