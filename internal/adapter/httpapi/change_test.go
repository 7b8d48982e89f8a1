package httpapi_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/report"
)

func TestAnOverrideIsSetShownAuditedAndEnded(t *testing.T) {
	w := newWorld()
	s := newServer(t, w, nil)
	rec := call(s, "POST", "/api/overrides", setup, changes()[1][2])
	var set report.Override
	if err := json.Unmarshal(rec.Body.Bytes(), &set); err != nil || rec.Code != 201 {
		t.Fatalf("POST: %d %s", rec.Code, rec.Body)
	}
	if set.ID == "" || set.PowerMW != 3 || set.By != "setup" || set.End.Sub(set.Start) != 30*time.Minute {
		t.Errorf("override is %+v", set)
	}
	var list report.OrderList
	if err := json.Unmarshal(call(s, "GET", "/api/overrides", "", "").Body.Bytes(), &list); err != nil || len(list.Sites[0].Overrides) != 1 {
		t.Errorf("orders are %+v, %v", list, err)
	}
	if rec := call(s, "DELETE", "/api/overrides/west-1/none", setup, ""); rec.Code != 404 {
		t.Errorf("ending one that is not there: %d", rec.Code)
	}
	if rec := call(s, "DELETE", "/api/overrides/west-1/"+set.ID, setup, ""); rec.Code != 204 || len(w.orders["west-1"].Overrides) != 0 {
		t.Errorf("ending it: %d %s", rec.Code, rec.Body)
	}
	if len(w.audited) != 2 || w.audited[0].What != "override.create" || w.audited[0].Reason != "work on row 4" || w.audited[1].Who != "setup" {
		t.Errorf("audited %+v", w.audited)
	}
}

func TestBadChangesNameTheFieldAndChangeNothing(t *testing.T) {
	w := newWorld()
	s := newServer(t, w, nil)
	for body, field := range map[string]string{
		`/api/overrides {"site":"nowhere","power_mw":1,"minutes":1,"reason":"x"}`:                 "body.site",
		`/api/overrides {"site":"west-1","class":"cpu","power_mw":1,"minutes":1,"reason":"x"}`:    "body.class",
		`/api/overrides {"site":"west-1","class":"asic","power_mw":7.1,"minutes":1,"reason":"x"}`: "body.power_mw",
		`/api/overrides {"site":"west-1","power_mw":-1,"minutes":1,"reason":"x"}`:                 "body.power_mw",
		`/api/overrides {"site":"west-1","power_mw":1,"minutes":0,"reason":"x"}`:                  "body.minutes",
		`/api/overrides {"site":"west-1","power_mw":1,"minutes":1441,"reason":"x"}`:               "body.minutes",
		`/api/overrides {"site":"west-1","power_mw":1,"minutes":5,"reason":" "}`:                  "body.reason",
		`/api/overrides {"site":"west-1","power_mw":1,"minutes":5}`:                               "reason",
		`/api/overrides {"site":"west-1","power_mw":1,"minutes":5,"reason":"x","extra":1}`:        "body.extra",
		`/api/overrides {"site":`: "body",
		`/api/instructions {"site":"west-1","id":"a/b","from":"qse","kind":"curtail","max_mw":1}`:                                                             "body.id",
		`/api/instructions {"site":"west-1","id":"a","from":"me","kind":"curtail","max_mw":1}`:                                                                "body.from",
		`/api/instructions {"site":"west-1","id":"a","from":"qse","kind":"curtail"}`:                                                                          "body.max_mw",
		`/api/instructions {"site":"west-1","id":"a","from":"qse","kind":"curtail","max_mw":1,"min_mw":2}`:                                                    "body.min_mw",
		`/api/instructions {"site":"west-1","id":"a","from":"qse","kind":"curtail","max_mw":1,"end_utc":"2020-01-01T00:00:00Z"}`:                              "body.end_utc",
		`/api/awards {"site":"west-1","product":"XX","power_mw":2,"up":true,"start_utc":"2026-01-31T19:00:00Z","end_utc":"2026-01-31T20:00:00Z"}`:             "body.product",
		`/api/awards {"site":"west-1","product":"RRS","power_mw":9,"low_mw":1,"up":true,"start_utc":"2026-01-31T19:00:00Z","end_utc":"2026-01-31T20:00:00Z"}`: "body.power_mw",
		`/api/awards {"site":"west-1","product":"RRS","power_mw":2,"up":true,"start_utc":"2026-01-31T20:00:00Z","end_utc":"2026-01-31T20:00:00Z"}`:            "body.end_utc",
		`/api/stop {"site":"nowhere","reason":"x"}`: "body.site",
		`/api/stop {}`:            "reason",
		`/api/login {"token":""}`: "body.token",
	} {
		path, body, _ := strings.Cut(body, " ")
		rec := call(s, "POST", path, setup, body)
		if rec.Code != 422 && rec.Code != 400 || !strings.Contains(rec.Body.String(), field) {
			t.Errorf("POST %s %s: %d %s, want it to name %s", path, body, rec.Code, rec.Body, field)
		}
	}
	if rec := call(s, "POST", "/api/stop", setup, `{"reason":"`+strings.Repeat("x", 70<<10)+`"}`); rec.Code != 413 {
		t.Errorf("a body of 70 kB: %d", rec.Code)
	}
	if len(w.audited)+len(w.stops)+len(w.orders) > 0 {
		t.Errorf("refused changes left %v, %v, %v", w.audited, w.stops, w.orders)
	}
}

func TestAnInstructionStartsNowAndIsAudited(t *testing.T) {
	w := newWorld()
	s := newServer(t, w, nil)
	rec := call(s, "POST", "/api/instructions", setup, changes()[3][2])
	if rec.Code != 200 || strings.TrimSpace(rec.Body.String()) != `{"new":true}` {
		t.Fatalf("POST: %d %s", rec.Code, rec.Body)
	}
	ins := w.orders["west-1"].Instructions[0]
	if !ins.Start.Equal(w.now) || !ins.Received.Equal(w.now) || !ins.End.IsZero() || float64(*ins.MaxMW) != 2 {
		t.Errorf("instruction is %+v", ins)
	}
	if len(w.audited) != 1 || w.audited[0].Site != "west-1" {
		t.Errorf("audited %+v", w.audited)
	}
}

func TestNothingChangesUnauditedExceptWhatKeepsPeopleSafe(t *testing.T) {
	w := newWorld()
	w.auditFail = errBroken
	s := newServer(t, w, nil)
	for _, c := range changes() {
		if strings.Contains(c[1], "o-1") {
			continue
		}
		if rec := call(s, c[0], c[1], setup, c[2]); rec.Code != 500 {
			t.Errorf("%s %s without an audit log: %d", c[0], c[1], rec.Code)
		}
	}
	orders := w.orders["west-1"]
	if len(orders.Overrides)+len(orders.Awards) > 0 {
		t.Errorf("unaudited orders: %+v", orders)
	}
	if !orders.Stop || len(orders.Instructions) != 1 {
		t.Errorf("stop and instruction waited for the audit log: %+v", orders)
	}
}

func TestRetrainingIsAcceptedAsAJob(t *testing.T) {
	s := newServer(t, newWorld(), nil)
	rec := call(s, "POST", "/api/retrain", setup, "")
	if rec.Code != 202 || strings.TrimSpace(rec.Body.String()) != `{"id":"job-1"}` {
		t.Fatalf("POST /api/retrain: %d %s", rec.Code, rec.Body)
	}
	if rec := call(s, "GET", "/api/jobs/job-1", "", ""); rec.Code != 200 {
		t.Errorf("GET the job: %d", rec.Code)
	}
	for path, want := range map[string]int{"/api/jobs/job-1": 204, "/api/jobs/another": 404} {
		if rec := call(s, "DELETE", path, setup, ""); rec.Code != want {
			t.Errorf("DELETE %s: %d, want %d", path, rec.Code, want)
		}
	}
}
