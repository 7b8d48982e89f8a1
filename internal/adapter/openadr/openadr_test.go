package openadr

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

func begin() time.Time { return time.Date(2026, 7, 14, 22, 0, 0, 0, time.UTC) }

// written is an event of version 3.0 with some of its fields.
func written(targets, described, period, intervals string) string {
	return fmt.Sprintf(`{"id": "e-1", "createdDateTime": "2026-07-14T20:00:00Z", "modificationDateTime": "2026-07-14T20:00:05Z", "programID": "p",
		"targets": %s, "payloadDescriptors": %s, "intervalPeriod": %s, "intervals": %s}`, targets, described, period, intervals)
}

const hour = `{"start": "2026-07-14T22:00:00Z", "duration": "PT1H"}`

func limit(id int, kind string, value float64) string {
	return fmt.Sprintf(`{"id": %d, "payloads": [{"type": %q, "values": [%g]}]}`, id, kind, value)
}

func asked(t *testing.T, text string) []site.Instruction {
	t.Helper()
	events, err := read([]byte("[" + text + "]"))
	if err != nil {
		t.Fatal(err)
	}
	ins, err := events[0].instructions([]unit.MW{3, 1})
	if err != nil {
		t.Fatal(err)
	}
	return ins
}

func TestEventsAreInstructionsAnIntervalEach(t *testing.T) {
	mw := func(v unit.MW) *unit.MW { return &v }
	one := func(id string, most, least *unit.MW, from, to time.Duration) site.Instruction {
		ins := site.Instruction{
			ID: "openadr-e-1-" + id, Revision: int(begin().Add(-2*time.Hour + 5*time.Second).Unix()), From: "openadr", Kind: "curtail",
			MaxMW: most, MinMW: least, Start: begin().Add(from), End: begin().Add(to),
		}
		if to == 0 {
			ins.End = time.Time{}
		}
		return ins
	}
	for _, c := range []struct {
		name, text string
		want       []site.Instruction
	}{
		{"kW unless it says otherwise", written(`null`, `[]`, hour, "["+limit(0, "IMPORT_CAPACITY_LIMIT", 2500)+"]"), []site.Instruction{one("0", mw(2.5), nil, 0, time.Hour)}},
		{"MW", written(`null`, `[{"payloadType": "IMPORT_CAPACITY_LIMIT", "units": "MW"}]`, hour, "["+limit(0, "IMPORT_CAPACITY_LIMIT", 2.5)+"]"), []site.Instruction{one("0", mw(2.5), nil, 0, time.Hour)}},
		{"intervals follow each other", written(`null`, `[]`, hour, "["+limit(0, "IMPORT_CAPACITY_LIMIT", 2000)+","+limit(1, "IMPORT_CAPACITY_LIMIT", 1000)+"]"), []site.Instruction{one("0", mw(2), nil, 0, time.Hour), one("1", mw(1), nil, time.Hour, 2*time.Hour)}},
		{"a set point holds both ways", written(`null`, `[]`, hour, "["+limit(0, "DISPATCH_SETPOINT", 4000)+"]"), []site.Instruction{one("0", mw(4), mw(4), 0, time.Hour)}},
		{"levels are configured", written(`null`, `[]`, hour, "["+limit(0, "SIMPLE", 2)+"]"), []site.Instruction{one("0", mw(1), nil, 0, time.Hour)}},
		{"level 0 and prices ask nothing", written(`null`, `[]`, hour, "["+limit(0, "SIMPLE", 0)+","+limit(1, "PRICE", 0.17)+"]"), nil},
		{"for ever", written(`null`, `[]`, `{"start": "2026-07-14T22:00:00Z", "duration": "P9999Y"}`, "["+limit(0, "IMPORT_CAPACITY_LIMIT", 0)+"]"), []site.Instruction{one("0", mw(0), nil, 0, 0)}},
	} {
		if diff := cmp.Diff(c.want, asked(t, c.text)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestWhatMakesNoSenseIsRefusedAndSaysWhy(t *testing.T) {
	for text, want := range map[string]string{
		written(`null`, `[]`, hour, "["+limit(0, "IMPORT_CAPACITY_LIMIT", -1)+"]"):                                                      "no power that there is",
		written(`null`, `[{"payloadType": "IMPORT_CAPACITY_LIMIT", "units": "A"}]`, hour, "["+limit(0, "IMPORT_CAPACITY_LIMIT", 5)+"]"): "want KW, W or MW",
		written(`null`, `[]`, hour, "["+limit(0, "SIMPLE", 3)+"]"):                                                                      "openadr.simple_mw",
		written(`null`, `[]`, `null`, "["+limit(0, "SIMPLE", 1)+"]"):                                                                    "no period",
		written(`null`, `[]`, `{"start": "soon", "duration": "PT1H"}`, "["+limit(0, "SIMPLE", 1)+"]"):                                   "start",
		written(`null`, `[]`, `{"start": "2026-07-14T22:00:00Z", "duration": "an hour"}`, "["+limit(0, "SIMPLE", 1)+"]"):                "duration",
		strings.Replace(written(`null`, `[]`, hour, "["+limit(0, "SIMPLE", 1)+"]"), `"e-1"`, `"../../etc"`, 1):                          "want an id",
		written(`null`, `[]`, hour, `[{"id": 0, "payloads": [{"type": "IMPORT_CAPACITY_LIMIT", "values": ["much"]}]}]`):                 "want one number",
		`{"id": "e", "intervals": []}`: "neither when it was made",
	} {
		events, err := read([]byte("[" + text + "]"))
		if err == nil {
			_, err = events[0].instructions([]unit.MW{3, 1})
		}
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: error is %v, want %q", text, err, want)
		}
	}
}

func TestAnEventConcernsWhomItNames(t *testing.T) {
	for targets, want := range map[string]bool{
		`null`: true, `[]`: true, `["alpha"]`: true, `["beta"]`: false,
		`[{"type": "RESOURCE_NAME", "values": ["beta", "alpha"]}]`: true, `[{"type": "RESOURCE_NAME", "values": ["beta"]}]`: false,
		`[{"type": "ORGANIZATION_ID", "values": [81]}]`: true,
	} {
		e := event{Targets: json.RawMessage(targets)}
		if got, err := e.concerns("alpha"); err != nil || got != want {
			t.Errorf("targets %s: %v, %v; want %v", targets, got, err, want)
		}
	}
}

func TestATokenIsRenewedAndWhatWasTakenIsReported(t *testing.T) {
	tokens, report := 0, ""
	vtn := http.NewServeMux()
	vtn.HandleFunc("POST /auth/token", func(w http.ResponseWriter, r *http.Request) {
		if r.PostFormValue("client_secret") != "hush" {
			http.Error(w, "no", http.StatusUnauthorized)
			return
		}
		tokens++
		fmt.Fprintf(w, `{"access_token": "t%d"}`, tokens)
	})
	vtn.HandleFunc("GET /events", func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") != "Bearer t2" {
			http.Error(w, "expired", http.StatusUnauthorized)
			return
		}
		fmt.Fprint(w, "["+written(`["north"]`, `[]`, hour, "["+limit(7, "IMPORT_CAPACITY_LIMIT", 2500)+"]")+"]")
	})
	vtn.HandleFunc("POST /reports", func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		report = string(body)
		w.WriteHeader(http.StatusCreated)
	})
	server := httptest.NewServer(vtn)
	defer server.Close()
	c, err := New(Config{URL: server.URL, ClientID: "us", ClientSecret: "hush", Resources: map[string]string{"north": "alpha", "south": "beta"}})
	if err != nil {
		t.Fatal(err)
	}
	all, err := c.Instructions(t.Context())
	if err != nil || len(all["alpha"]) != 1 || len(all["beta"]) != 0 {
		t.Fatalf("%v, %v", all, err)
	}
	if err := c.Acknowledge(t.Context(), "alpha", all["alpha"][0], begin()); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"eventID":"e-1"`, `"resourceName":"north"`, `"id":7`, `"values":[2500]`, `"start":"2026-07-14T22:00:00Z"`} {
		if !strings.Contains(report, want) {
			t.Errorf("the report does not say %s:\n%s", want, report)
		}
	}
	if text := fmt.Sprintf("%v %+v %#v", c.cfg, c.cfg, c.cfg); strings.Contains(text, "hush") {
		t.Errorf("the secret is printed: %s", text)
	}
}

func TestASecretDoesNotTravelUnencrypted(t *testing.T) {
	if _, err := New(Config{URL: "http://vtn.example"}); err == nil {
		t.Error("http beyond loopback was accepted")
	}
}

func FuzzEvents(f *testing.F) {
	f.Add([]byte("[" + written(`["a"]`, `[]`, hour, "["+limit(0, "IMPORT_CAPACITY_LIMIT", 2500)+"]") + "]"))
	f.Add([]byte(`[{"id": "x", "createdDateTime": "2026-07-14T20:00:00Z", "intervalPeriod": {"start": "2026-07-14T22:00:00Z", "duration": "P1DT2H3M4.5S"}, "intervals": [{"id": -1, "payloads": [{"type": "SIMPLE", "values": [1]}]}]}]`))
	f.Fuzz(func(t *testing.T, body []byte) {
		events, err := read(body)
		if err != nil {
			return
		}
		for i := range events {
			_, _ = events[i].concerns("a")
			all, err := events[i].instructions([]unit.MW{3, 1})
			if err != nil {
				continue
			}
			for _, ins := range all {
				if ins.MaxMW == nil || !(*ins.MaxMW >= 0 && *ins.MaxMW <= mostKW/1000) || ins.Start.IsZero() && ins.End.IsZero() || !ins.End.IsZero() && !ins.End.After(ins.Start) {
					t.Fatalf("event %s asks for %+v", body, ins)
				}
			}
		}
	})
}
