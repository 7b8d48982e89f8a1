package httpapi

import (
	"context"
	"encoding/json"
	"errors"
	"net"
	"net/http"
	"net/netip"
	"runtime/debug"
	"slices"
	"strings"
)

// problem is an error answer, RFC 9457.
type problem struct {
	Title  string `json:"title"`
	Status int    `json:"status"`
	Detail string `json:"detail"`
}

func writeProblem(w http.ResponseWriter, status int, detail string) {
	w.Header().Set("Content-Type", "application/problem+json")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	// A client that has gone away cannot be told.
	_ = json.NewEncoder(w).Encode(problem{http.StatusText(status), status, detail})
}

type callerKey struct{}

// callerOf is who a request comes from, as the shield found.
func callerOf(ctx context.Context) caller {
	c, _ := ctx.Value(callerKey{}).(caller)
	return c
}

// shield stands before every route: panics, headers, the name the server was
// called by, requests forged by other sites, and who the caller is.
func (s *Server) shield(next http.Handler) http.Handler {
	origin := http.NewCrossOriginProtection()
	origin.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		writeProblem(w, http.StatusForbidden, "the request was made by another site's page")
	}))
	guarded := origin.Handler(s.withCaller(next))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer s.rescue(w, r)
		setHeaders(w.Header())
		if !s.ownName(r.Host) {
			writeProblem(w, http.StatusMisdirectedRequest,
				"the server is not known by this name; call it by localhost, or add the name to its hosts")
			return
		}
		guarded.ServeHTTP(w, r)
	})
}

// rescue turns a panic into an answer and a line in the log.
func (s *Server) rescue(w http.ResponseWriter, r *http.Request) {
	failure := recover()
	if failure == nil {
		return
	}
	if err, ok := failure.(error); ok && errors.Is(err, http.ErrAbortHandler) {
		panic(failure)
	}
	s.deps.Log.ErrorContext(r.Context(), "request panicked", "path", r.URL.Path, "panic", failure, "stack", string(debug.Stack()))
	writeProblem(w, http.StatusInternalServerError, "the server failed; its log says why")
}

func setHeaders(h http.Header) {
	h.Set("Content-Security-Policy", "default-src 'self'; img-src 'self' data:; object-src 'none'; "+
		"base-uri 'none'; form-action 'self'; frame-ancestors 'none'")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("X-Frame-Options", "DENY")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
}

// ownName reports whether the server may be called by the host in a request.
func (s *Server) ownName(host string) bool {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	host = strings.ToLower(strings.Trim(host, "[]"))
	if slices.Contains(s.cfg.Hosts, host) || host == "localhost" {
		return true
	}
	addr, err := netip.ParseAddr(host)
	if err == nil && addr.Unmap().IsLoopback() {
		return true
	}
	// Beyond loopback any name will do unless names are configured: the proxy or
	// the certificate vouches for it, and every caller has to log in.
	return !s.cfg.Loopback && len(s.cfg.Hosts) == 0
}

func (s *Server) withCaller(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		c, err := s.gate.identify(r)
		if errors.Is(err, errTooMany) {
			w.Header().Set("Retry-After", "60")
			writeProblem(w, http.StatusTooManyRequests, err.Error())
			return
		}
		if err != nil {
			w.Header().Set("WWW-Authenticate", "Bearer")
			writeProblem(w, http.StatusUnauthorized, err.Error())
			return
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), callerKey{}, c)))
	})
}

// require lets a plain handler run for callers of a role.
func (s *Server) require(role Role, next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if status, detail := denied(callerOf(r.Context()), role); status != 0 {
			writeProblem(w, status, detail)
			return
		}
		next(w, r)
	}
}

// denied is why a caller may not do what needs a role; a status of 0 where it
// may.
func denied(c caller, need Role) (status int, detail string) {
	if c.role >= need {
		return 0, ""
	}
	if c.role == None || c.session == "" && c.name == "local" {
		return http.StatusUnauthorized, "log in with a token of the role " + need.String()
	}
	return http.StatusForbidden, "this needs the role " + need.String() + ", yours is " + c.role.String()
}
