package httpapi

import (
	"context"
	"errors"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"
)

// Session is who the caller is.
type Session struct {
	Role          string     `json:"role"` // none, viewer, operator, admin
	Name          string     `json:"name"`
	Authenticated bool       `json:"authenticated"` // a session is open
	ReadingOpen   bool       `json:"reading_open"`  // reading needs no login
	Expires       *time.Time `json:"expires_utc"`
}

func (s *Server) sessionRoutes(api huma.API) {
	huma.Register(api, operation(http.MethodGet, "/api/session", "session", "Who the caller is", None), s.session)
	login := operation(http.MethodPost, "/api/login", "login", "Open a session in exchange for a token", None)
	login.Middlewares = huma.Middlewares{withRequest}
	login.Errors = append(login.Errors, http.StatusTooManyRequests)
	huma.Register(api, login, s.login)
	logout := operation(http.MethodPost, "/api/logout", "logout", "Close the session", None)
	logout.DefaultStatus = http.StatusNoContent
	huma.Register(api, logout, s.logout)
}

type requestKey struct{}

// withRequest hands a route the request itself, for what no parameter shows:
// the address it came from and whether it was encrypted.
func withRequest(ctx huma.Context, next func(huma.Context)) {
	r, _ := humago.Unwrap(ctx)
	next(huma.WithValue(ctx, requestKey{}, r))
}

func (s *Server) session(ctx context.Context, _ *nothing) (*answer[Session], error) {
	return &answer[Session]{s.sessionOf(callerOf(ctx))}, nil
}

func (s *Server) sessionOf(c caller) Session {
	view := Session{Role: c.role.String(), Name: c.name, Authenticated: c.session != "", ReadingOpen: s.gate.open}
	if view.Authenticated {
		expires := c.expires.UTC()
		view.Expires = &expires
	}
	return view
}

// LoginRequest shows a token.
type LoginRequest struct {
	Token string `json:"token" minLength:"1" maxLength:"512"`
}

type loginAnswer struct {
	SetCookie http.Cookie `header:"Set-Cookie"`
	Body      Session
}

func (s *Server) login(ctx context.Context, in *struct{ Body LoginRequest }) (*loginAnswer, error) {
	r, _ := ctx.Value(requestKey{}).(*http.Request)
	cookie, c, err := s.gate.login(in.Body.Token, remote(r))
	if errors.Is(err, errTooMany) {
		return nil, huma.Error429TooManyRequests(err.Error())
	}
	if err != nil {
		return nil, huma.Error401Unauthorized(err.Error())
	}
	if err := s.auditAs(ctx, c, "login"); err != nil {
		s.gate.logout(c)
		return nil, err
	}
	return &loginAnswer{
		SetCookie: http.Cookie{
			Name: cookieName, Value: cookie, Path: "/", MaxAge: int(sessionLife.Seconds()),
			HttpOnly: true, SameSite: http.SameSiteStrictMode, Secure: r.TLS != nil,
		},
		Body: s.sessionOf(c),
	}, nil
}

// auditAs writes down what someone does who was nobody before.
func (s *Server) auditAs(ctx context.Context, c caller, what string) error {
	return s.audit(context.WithValue(ctx, callerKey{}, c), what, "", nil, "")
}

type logoutAnswer struct {
	SetCookie http.Cookie `header:"Set-Cookie"`
}

func (s *Server) logout(ctx context.Context, _ *nothing) (*logoutAnswer, error) {
	if c := callerOf(ctx); c.session != "" {
		s.gate.logout(c)
		if err := s.audit(ctx, "logout", "", nil, ""); err != nil {
			return nil, err
		}
	}
	return &logoutAnswer{http.Cookie{
		Name: cookieName, Path: "/", MaxAge: -1, HttpOnly: true, SameSite: http.SameSiteStrictMode,
	}}, nil
}
