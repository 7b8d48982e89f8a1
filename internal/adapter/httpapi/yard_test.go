package httpapi_test

import (
	"context"
	"encoding/json"
	"strings"
	"testing"

	"github.com/pouw-dem/pouwdem/internal/adapter/httpapi"
	"github.com/pouw-dem/pouwdem/internal/core/report"
)

// yard is one site with four machines.
type yard struct{ asked []httpapi.FleetAction }

func (y *yard) Board(context.Context) report.FleetBoard {
	return report.FleetBoard{Sites: []report.FleetSite{{Site: "west-1", Alarms: []report.FleetAlarm{}, Classes: []report.FleetClass{}}}}
}

func (y *yard) Machines(_ context.Context, site, _ string) ([]report.MachineRow, bool) {
	return []report.MachineRow{
		{ID: "a", State: "hashing", Fate: "confirmed", Boards: 3, BoardsOf: 3},
		{ID: "b", State: "hashing", Boards: 2, BoardsOf: 3},
		{ID: "c", State: "asleep", Fate: "sent"},
		{ID: "d", State: "lost", Trouble: "no route to host"},
	}, site == "west-1"
}

func (y *yard) Act(_ context.Context, a httpapi.FleetAction, by string) (report.FleetEffect, error) {
	y.asked = append(y.asked, a)
	return report.FleetEffect{DryRun: a.DryRun, Action: a.Action, Machines: []string{by}, Refused: map[string]string{}}, nil
}

func (y *yard) Troubles() []report.Alert {
	return []report.Alert{{ID: "fleet/west-1/drift", Severity: report.Warning, Title: "Machines"}}
}

func TestMachinesAreListedByStateAndPage(t *testing.T) {
	s := newServer(t, newWorld(), func(_ *httpapi.Config, d *httpapi.Deps) { d.Yard = &yard{} })
	for query, want := range map[string]string{
		"site=west-1": "4abcd", "site=west-1&state=hashing": "2ab", "site=west-1&state=trouble": "2bd",
		"site=west-1&state=open": "1c", "site=west-1&limit=2&offset=3": "4d", "site=west-1&offset=9": "4",
	} {
		var list report.MachineList
		rec := call(s, "GET", "/api/fleet/machines?"+query, "", "")
		if err := json.Unmarshal(rec.Body.Bytes(), &list); err != nil {
			t.Fatalf("%s: %d %s", query, rec.Code, rec.Body)
		}
		got := string(rune('0' + list.Total))
		for _, m := range list.Machines {
			got += m.ID
		}
		if got != want {
			t.Errorf("%s: %s, want %s", query, got, want)
		}
	}
	if rec := call(s, "GET", "/api/fleet/machines?site=nowhere", "", ""); rec.Code != 404 {
		t.Errorf("a site without machines: %d", rec.Code)
	}
	if rec := call(s, "GET", "/api/alerts", "", ""); !strings.Contains(rec.Body.String(), "fleet/west-1/drift") {
		t.Error("a fleet's alarm is no alert")
	}
}

func TestActionsAreForOperatorsAndAuditedUnlessDry(t *testing.T) {
	w, y := newWorld(), &yard{}
	s := newServer(t, w, func(_ *httpapi.Config, d *httpapi.Deps) { d.Yard = y })
	const dry = `{"site":"west-1","action":"sleep","machines":["a"],"dry_run":true,"reason":"fans"}`
	if rec := call(s, "POST", "/api/fleet/actions", "", dry); rec.Code != 401 {
		t.Errorf("without a token: %d", rec.Code)
	}
	if rec := call(s, "POST", "/api/fleet/actions", setup, dry); rec.Code != 200 || len(w.audited) != 0 {
		t.Errorf("dry: %d %s, audited %v", rec.Code, rec.Body, w.audited)
	}
	if rec := call(s, "POST", "/api/fleet/actions", setup, strings.Replace(dry, "true", "false", 1)); rec.Code != 200 || len(w.audited) != 1 || w.audited[0].What != "fleet.sleep" {
		t.Errorf("done: %d %s, audited %v", rec.Code, rec.Body, w.audited)
	}
	for body, field := range map[string]string{
		`{"site":"nowhere","action":"sleep","class":"x","reason":"y"}`:                 "body.site",
		`{"site":"west-1","action":"explode","class":"x","reason":"y"}`:                "body.action",
		`{"site":"west-1","action":"sleep","reason":"y"}`:                              "body.machines",
		`{"site":"west-1","action":"sleep","class":"x","machines":["a"],"reason":"y"}`: "body.machines",
		`{"site":"west-1","action":"sleep","class":"x","reason":" "}`:                  "body.reason",
		`{"site":"west-1","action":"power","class":"x","watts":-1,"reason":"y"}`:       "body.watts",
	} {
		if rec := call(s, "POST", "/api/fleet/actions", setup, body); rec.Code != 422 || !strings.Contains(rec.Body.String(), field) {
			t.Errorf("%s: %d %s, want it to name %s", body, rec.Code, rec.Body, field)
		}
	}
	if len(y.asked) != 2 {
		t.Errorf("refused actions reached the machines: %+v", y.asked)
	}
}
