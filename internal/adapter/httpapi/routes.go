package httpapi

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"reflect"
	"slices"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"github.com/pouw-dem/pouwdem/internal/core/report"
)

const (
	maxBody     = 64 << 10
	bodyTimeout = 5 * time.Second
	needKey     = "role" // of an operation's metadata
)

// route builds the handler of every path.
func (s *Server) route() error {
	mux := http.NewServeMux()
	api := humago.New(tailed{mux}, apiConfig(s.cfg.Version))
	api.UseMiddleware(s.authorise(api))
	s.readRoutes(api)
	s.moneyRoutes(api)
	s.gridRoutes(api)
	s.forecastRoutes(api)
	s.chainRoutes(api)
	s.futuresRoutes(api)
	s.workRoutes(api)
	s.submitRoutes(api)
	s.escrowRoutes(api)
	s.poolRoutes(api)
	s.deskRoutes(api)
	s.federationRoutes(api)
	s.memberRoutes(api)
	s.yardRoutes(api)
	s.changeRoutes(api)
	s.sessionRoutes(api)
	describePlain(api.OpenAPI())
	tidy(api.OpenAPI())

	contract, err := json.MarshalIndent(api.OpenAPI(), "", "  ")
	if err != nil {
		return fmt.Errorf("write the OpenAPI document: %w", err)
	}
	s.contract = append(contract, '\n')
	mux.HandleFunc("GET /api/openapi.json", s.serveContract)
	mux.HandleFunc("GET /api/events", s.require(Viewer, s.serveEvents))
	mux.HandleFunc("GET /api/grid/case", s.require(Viewer, s.serveCase))
	mux.HandleFunc("GET /healthz", serveAlive)
	mux.HandleFunc("GET /readyz", s.serveReady)
	mux.Handle("GET /metrics", s.require(Viewer, s.deps.Metrics.ServeHTTP))
	mux.HandleFunc("/api/", notFound(mux))
	pages, err := newPages(s.deps.Web)
	if err != nil {
		return err
	}
	mux.Handle("/", pages)
	s.handler = s.shield(mux)
	return nil
}

func apiConfig(version string) huma.Config {
	return huma.Config{
		OpenAPI: &huma.OpenAPI{
			OpenAPI: "3.1.0",
			Info: &huma.Info{
				Title: "PoUW-DEM", Version: version,
				Description: "Units are in the field names, instants are UTC, an unknown number is null, and what is simulated says so.",
			},
			Components: &huma.Components{Schemas: huma.NewMapRegistry("#/components/schemas/", huma.DefaultSchemaNamer)},
		},
		Formats:                      map[string]huma.Format{"application/json": huma.DefaultJSONFormat, "json": huma.DefaultJSONFormat},
		DefaultFormat:                "application/json",
		RejectUnknownQueryParameters: true,
	}
}

// tailed is a mux on which a path's parameter named key takes the rest of the
// path: decision keys may hold slashes. OpenAPI has no way of writing that.
type tailed struct{ *http.ServeMux }

// HandleFunc registers a pattern.
func (t tailed) HandleFunc(pattern string, handler func(http.ResponseWriter, *http.Request)) {
	t.ServeMux.HandleFunc(strings.Replace(pattern, "{key}", "{key...}", 1), handler)
}

// authorise holds an operation back from callers without its role.
func (s *Server) authorise(api huma.API) func(huma.Context, func(huma.Context)) {
	return func(ctx huma.Context, next func(huma.Context)) {
		need, _ := ctx.Operation().Metadata[needKey].(Role)
		if status, detail := denied(callerOf(ctx.Context()), need); status != 0 {
			if err := huma.WriteErr(api, ctx, status, detail); err != nil {
				s.deps.Log.DebugContext(ctx.Context(), "refusal not written", "error", err)
			}
			return
		}
		ctx.SetHeader("Cache-Control", "no-store")
		next(ctx)
	}
}

// operation is what routes have in common.
func operation(method, path, id, summary string, need Role) huma.Operation {
	op := huma.Operation{
		Method: method, Path: path, OperationID: id, Summary: summary,
		MaxBodyBytes: maxBody, BodyReadTimeout: bodyTimeout,
		Metadata: map[string]any{needKey: need},
		Errors:   []int{http.StatusUnauthorized, http.StatusUnprocessableEntity, http.StatusInternalServerError},
	}
	if need > None {
		op.Description = "Needs the role " + need.String() + "."
	}
	return op
}

// answer is a JSON body.
type answer[T any] struct{ Body T }

// get registers a reading route that answers with a view.
func get[In, View any](api huma.API, path, id, summary string, view func(context.Context, *In) (View, error)) {
	huma.Register(api, operation(http.MethodGet, path, id, summary, Viewer), func(ctx context.Context, in *In) (*answer[View], error) {
		v, err := view(ctx, in)
		if err != nil {
			return nil, err
		}
		return &answer[View]{v}, nil
	})
}

// nothing is the input of routes without parameters.
type nothing struct{}

// ErrElsewhere is an order that a site in a process of its own did not carry out;
// what it says is for whoever gave it.
var ErrElsewhere = errors.New("not carried out")

// failed logs what went wrong and gives the caller an error that says no more
// than what failed.
func (s *Server) failed(ctx context.Context, what string, err error) error {
	if errors.Is(err, ErrElsewhere) {
		return huma.Error502BadGateway(what + " failed: " + err.Error())
	}
	if ctx.Err() == nil {
		s.deps.Log.ErrorContext(ctx, "request failed", "what", what, "error", err)
	}
	return huma.Error500InternalServerError(what + " failed; the server's log says why")
}

func (s *Server) serveContract(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "application/vnd.oai.openapi+json;version=3.1")
	w.Header().Set("Cache-Control", "no-cache")
	_, _ = w.Write(s.contract) // a client that has gone away cannot be told
}

func serveAlive(w http.ResponseWriter, _ *http.Request) {
	writeJSON(w, http.StatusOK, map[string]bool{"ok": true})
}

func (s *Server) serveReady(w http.ResponseWriter, r *http.Request) {
	health := s.health(r.Context())
	if callerOf(r.Context()).role < Viewer {
		for i := range health.Checks {
			health.Checks[i].Detail = "" // details are for those who may read
		}
	}
	status := http.StatusOK
	if !health.OK {
		status = http.StatusServiceUnavailable
	}
	writeJSON(w, status, health)
}

func writeJSON(w http.ResponseWriter, status int, v any) {
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(v) // a client that has gone away cannot be told
}

// notFound answers what no route takes, telling a wrong method from a wrong
// path.
func notFound(mux *http.ServeMux) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var allowed []string
		for _, method := range []string{http.MethodGet, http.MethodPost, http.MethodDelete} {
			other := r.Clone(r.Context())
			other.Method = method
			if _, pattern := mux.Handler(other); pattern != "/api/" {
				allowed = append(allowed, method)
			}
		}
		if len(allowed) > 0 && !slices.Contains(allowed, r.Method) {
			w.Header().Set("Allow", strings.Join(allowed, ", "))
			writeProblem(w, http.StatusMethodNotAllowed, "this path takes "+strings.Join(allowed, ", "))
			return
		}
		writeProblem(w, http.StatusNotFound, "no such path; /api/openapi.json lists them")
	}
}

// describePlain adds the routes that are served outside the typed ones.
func describePlain(doc *huma.OpenAPI) {
	doc.Components.Schemas.Schema(reflect.TypeFor[report.Event](), true, "Event")
	health := doc.Components.Schemas.Schema(reflect.TypeFor[report.Health](), true, "Health")
	doc.AddOperation(&huma.Operation{
		Method: http.MethodGet, Path: "/api/events", OperationID: "events", Summary: "Live stream",
		Description: "Server-sent events: each has the event's sequence number as its id and an Event as its data. " +
			"Last-Event-ID, or after, resumes behind that number; without either the stream starts at the newest event.",
		Parameters: []*huma.Param{
			{Name: "Last-Event-ID", In: "header", Schema: &huma.Schema{Type: huma.TypeInteger, Format: "int64"}},
			{Name: "after", In: "query", Schema: &huma.Schema{Type: huma.TypeInteger, Format: "int64"}},
		},
		Responses: map[string]*huma.Response{
			"200": {Description: "OK", Content: map[string]*huma.MediaType{"text/event-stream": {Schema: &huma.Schema{Type: huma.TypeString}}}},
			"503": {Description: "Too many streams are open"},
		},
	})
	doc.AddOperation(&huma.Operation{
		Method: http.MethodGet, Path: "/api/grid/case", OperationID: "gridCase", Summary: "The case file of the newest network study",
		Responses: map[string]*huma.Response{
			"200": {Description: "OK", Content: map[string]*huma.MediaType{"text/plain": {Schema: &huma.Schema{Type: huma.TypeString}}}},
			"404": {Description: "No network has been studied yet"},
		},
	})
	doc.AddOperation(&huma.Operation{
		Method: http.MethodGet, Path: "/readyz", OperationID: "ready", Summary: "Readiness, check by check",
		Responses: map[string]*huma.Response{
			"200": {Description: "Ready", Content: map[string]*huma.MediaType{"application/json": {Schema: health}}},
			"503": {Description: "Not ready", Content: map[string]*huma.MediaType{"application/json": {Schema: health}}},
		},
	})
}

// tidy makes the document say what the views promise: lists are never null, and
// some objects may be.
func tidy(doc *huma.OpenAPI) {
	for _, schema := range doc.Components.Schemas.Map() {
		neverNull(schema)
	}
	mayBeNull(doc, "AgentStatus", "job")
	mayBeNull(doc, "Grid", "base", "n1", "margin")
	mayBeNull(doc, "ChainBatch", "tx")
	mayBeNull(doc, "DeskSite", "now")
	mayBeNull(doc, "ArbitrageClass", "power_cap")
	mayBeNull(doc, "FederationSite", "verdict", "privacy")
}

func mayBeNull(doc *huma.OpenAPI, name string, properties ...string) {
	schema := doc.Components.Schemas.Map()[name]
	if schema == nil {
		return
	}
	for _, property := range properties {
		object := *schema.Properties[property]
		schema.Properties[property] = &huma.Schema{OneOf: []*huma.Schema{&object, {Type: "null"}}}
	}
}

func neverNull(schema *huma.Schema) {
	if schema == nil {
		return
	}
	if schema.Type == huma.TypeArray {
		schema.Nullable = false
	}
	neverNull(schema.Items)
	for _, property := range schema.Properties {
		neverNull(property)
	}
}
