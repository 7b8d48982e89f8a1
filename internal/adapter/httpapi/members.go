package httpapi

import (
	"context"
	"errors"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"github.com/pouw-dem/pouwdem/internal/core/report"
)

// Enrolment knows who may join the bus, and lets in.
type Enrolment interface {
	Members(ctx context.Context) (report.Members, error)
	Invite(ctx context.Context, name, role, site string, life time.Duration) (report.Invitation, error)
	Revoke(ctx context.Context, name string) error
	// Authorization is the members in the form of a NATS server's configuration.
	Authorization(ctx context.Context) (string, error)
}

// ErrNotInvited is why a name is not invited or not cut off.
var ErrNotInvited = errors.New("refused")

// noDoor is where nobody can be let in.
type noDoor struct{}

func (noDoor) Members(context.Context) (report.Members, error) {
	return report.Members{Text: "Sites and workers join the coordinator, not this process.", Members: []report.Member{}}, nil
}

func (noDoor) Invite(context.Context, string, string, string, time.Duration) (report.Invitation, error) {
	return report.Invitation{}, ErrNotInvited
}

func (noDoor) Revoke(context.Context, string) error { return ErrNotInvited }

func (noDoor) Authorization(context.Context) (string, error) { return "", ErrNotInvited }

func (s *Server) memberRoutes(api huma.API) {
	get(api, "/api/members", "members", "Who may join the coordinator's bus", s.members)
	change(api, operation(http.MethodPost, "/api/members", "invite", "Make a token that lets a site or a worker in, once", Admin),
		http.StatusCreated, s.invite)
	change(api, operation(http.MethodDelete, "/api/members/{name}", "revoke", "Cut a member off, or withdraw its token", Admin),
		http.StatusNoContent, s.revoke)
	huma.Register(api, operation(http.MethodGet, "/api/members/authorization", "membersAuthorization", "The members in the form of a NATS server's configuration", Admin), s.authorization)
}

func (s *Server) members(ctx context.Context, _ *nothing) (report.Members, error) {
	list, err := s.deps.Enrolment.Members(ctx)
	if err != nil {
		return list, s.failed(ctx, "reading the members", err)
	}
	list.At = s.deps.Clock.Now()
	return list, nil
}

// InviteRequest asks for a token.
type InviteRequest struct {
	Name  string  `json:"name" minLength:"1" maxLength:"32" doc:"Of a site, as in the configuration, or of a worker's operator"`
	Role  string  `json:"role" enum:"site,worker"`
	Site  string  `json:"site,omitempty" maxLength:"32" doc:"Where a worker stands: a site of the configuration. Without it the worker has light tasks only"`
	Hours float64 `json:"hours,omitempty" minimum:"0.1" maximum:"168" doc:"How long the token is good for; 24 without it"`
}

func (s *Server) invite(ctx context.Context, in *struct{ Body InviteRequest }) (*answer[report.Invitation], error) {
	b := in.Body
	if b.Hours == 0 {
		b.Hours = 24
	}
	if err := s.audit(ctx, "member.invite", "", b, ""); err != nil {
		return nil, err
	}
	made, err := s.deps.Enrolment.Invite(ctx, b.Name, b.Role, b.Site, time.Duration(b.Hours*float64(time.Hour)))
	if errors.Is(err, ErrNotInvited) {
		return nil, invalid("body.name", b.Name, err.Error())
	}
	if err != nil {
		return nil, s.failed(ctx, "inviting", err)
	}
	return &answer[report.Invitation]{made}, nil
}

type memberParams struct {
	Name string `path:"name" maxLength:"32"`
}

func (s *Server) revoke(ctx context.Context, in *memberParams) (*struct{}, error) {
	if err := s.audit(ctx, "member.revoke", "", in, ""); err != nil {
		return nil, err
	}
	err := s.deps.Enrolment.Revoke(ctx, in.Name)
	if errors.Is(err, ErrNotInvited) {
		return nil, huma.Error404NotFound(err.Error())
	}
	if err != nil {
		return nil, s.failed(ctx, "cutting off", err)
	}
	return nil, nil
}

type plainAnswer struct {
	ContentType string `header:"Content-Type"`
	Body        []byte
}

func (s *Server) authorization(ctx context.Context, _ *nothing) (*plainAnswer, error) {
	text, err := s.deps.Enrolment.Authorization(ctx)
	if errors.Is(err, ErrNotInvited) {
		return nil, huma.Error404NotFound("sites and workers join the coordinator, not this process")
	}
	if err != nil {
		return nil, s.failed(ctx, "writing the configuration", err)
	}
	return &plainAnswer{"text/plain; charset=utf-8", []byte(text)}, nil
}
