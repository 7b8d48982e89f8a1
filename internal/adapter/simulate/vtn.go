package simulate

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"sync"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// A virtual top node of OpenADR 3 with one program of a utility: every day from 17
// to 18 Central each of its resources may draw three fifths of its most, an event
// that is there two hours before. What resources report is kept.

const (
	vtnPath    = "/openadr3/3.0.1"
	vtnProgram = "interruptible"
	vtnToken   = "simulated"
	callHour   = 17
	callAhead  = 2 * time.Hour
	callShare  = 0.6
)

// Interruptible is a resource of the simulated OpenADR program.
type Interruptible struct {
	Name  string
	MaxKW float64
}

type vtn struct {
	resources []Interruptible

	mu      sync.Mutex
	reports []json.RawMessage
}

func (s *Server) routeVTN() {
	s.handle("vtn", "POST "+vtnPath+"/auth/token", func(w http.ResponseWriter, r *http.Request, _ moment) {
		if r.PostFormValue("grant_type") != "client_credentials" || r.PostFormValue("client_id") == "" {
			vtnProblem(w, http.StatusBadRequest, "want client credentials")
			return
		}
		writeJSON(w, http.StatusOK, map[string]any{"access_token": vtnToken, "token_type": "Bearer", "expires_in": 3600})
	})
	s.handle("vtn", "GET "+vtnPath+"/events", s.giveEvents)
	s.handle("vtn", "POST "+vtnPath+"/reports", s.takeReport)
	s.handle("vtn", "GET "+vtnPath+"/reports", func(w http.ResponseWriter, _ *http.Request, _ moment) {
		s.vtn.mu.Lock()
		defer s.vtn.mu.Unlock()
		writeJSON(w, http.StatusOK, append([]json.RawMessage{}, s.vtn.reports...))
	})
}

func vtnProblem(w http.ResponseWriter, status int, title string) {
	writeJSON(w, status, map[string]any{"title": title, "status": status})
}

func vtnMember(w http.ResponseWriter, r *http.Request) bool {
	if r.Header.Get("Authorization") == "Bearer "+vtnToken {
		return true
	}
	vtnProblem(w, http.StatusUnauthorized, "want a bearer token")
	return false
}

func (s *Server) giveEvents(w http.ResponseWriter, r *http.Request, m moment) {
	if !vtnMember(w, r) {
		return
	}
	events := []any{}
	program := r.URL.Query().Get("programID")
	skip, _ := strconv.Atoi(r.URL.Query().Get("skip"))
	day := unit.DayOf(m.now)
	begin := day.Start().Add(callHour * time.Hour)
	if skip == 0 && (program == "" || program == vtnProgram) && !m.now.Before(begin.Add(-callAhead)) && m.now.Before(begin.Add(time.Hour)) {
		for _, resource := range s.vtn.resources {
			events = append(events, callEvent(resource, day, begin))
		}
	}
	writeJSON(w, http.StatusOK, events)
}

func callEvent(resource Interruptible, day unit.Day, begin time.Time) map[string]any {
	made := begin.Add(-callAhead).UTC().Format(time.RFC3339)
	return map[string]any{
		"id": fmt.Sprintf("%s-%s", resource.Name, day), "objectType": "EVENT", "programID": vtnProgram, "eventName": "peak of the day",
		"createdDateTime": made, "modificationDateTime": made,
		"targets":            []any{map[string]any{"type": "RESOURCE_NAME", "values": []string{resource.Name}}},
		"payloadDescriptors": []any{map[string]any{"objectType": "EVENT_PAYLOAD_DESCRIPTOR", "payloadType": "IMPORT_CAPACITY_LIMIT", "units": "KW"}},
		"intervalPeriod":     map[string]any{"start": begin.UTC().Format(time.RFC3339), "duration": "PT1H"},
		"intervals": []any{map[string]any{
			"id": 0, "payloads": []any{map[string]any{"type": "IMPORT_CAPACITY_LIMIT", "values": []float64{callShare * resource.MaxKW}}},
		}},
	}
}

func (s *Server) takeReport(w http.ResponseWriter, r *http.Request, _ moment) {
	if !vtnMember(w, r) {
		return
	}
	var report json.RawMessage
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, 1<<20)).Decode(&report); err != nil {
		vtnProblem(w, http.StatusBadRequest, "the report is no JSON")
		return
	}
	s.vtn.mu.Lock()
	defer s.vtn.mu.Unlock()
	if s.vtn.reports = append(s.vtn.reports, report); len(s.vtn.reports) > 100 {
		s.vtn.reports = s.vtn.reports[1:]
	}
	writeJSON(w, http.StatusCreated, report)
}
