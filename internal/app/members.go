package app

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/bus"
	"github.com/pouw-dem/pouwdem/internal/adapter/httpapi"
	"github.com/pouw-dem/pouwdem/internal/core/report"
	"github.com/pouw-dem/pouwdem/internal/core/schedule"
	"github.com/pouw-dem/pouwdem/internal/service/enrolment"
)

// enrolment is the API's side of who may join; nil where nobody does.
func (s *services) enrolment() httpapi.Enrolment {
	if s.hub == nil {
		return nil
	}
	return memberDesk{s.hub}
}

// memberDesk shows and changes who may join.
type memberDesk struct{ h *hub }

// Members are who may join, and who is there.
func (d memberDesk) Members(context.Context) (report.Members, error) {
	list := report.Members{BusURL: d.h.URL(), Members: []report.Member{}}
	var there map[string]bool
	if d.h.server != nil {
		list.LeafURL = d.h.server.LeafURL()
		var err error
		if there, err = d.h.server.Present(); err != nil {
			return list, err
		}
		if list.BusURL == "" {
			list.Text = "Nobody can join from elsewhere: bus.listen is empty."
		}
	}
	for _, m := range d.h.Desk.Members() {
		view := report.Member{Name: m.Name, Role: m.Role, Site: m.StandsAt(), State: m.State, Key: m.Public, Invited: m.Invited, Expires: m.Expires}
		if !m.Joined.IsZero() {
			view.Joined = &m.Joined
		}
		if view.Site == "" && m.State != enrolment.Revoked {
			view.Text = schedule.LightOnly
		}
		if there != nil && m.State == enrolment.Enrolled {
			connected := there[m.Public] || there[bus.LeafName(m.Name)]
			view.Connected = &connected
		}
		list.Members = append(list.Members, view)
	}
	return list, nil
}

// refusal is an error of enrolment in the words of the API.
func refusal(err error) error {
	if errors.Is(err, enrolment.ErrRefused) {
		return fmt.Errorf("%w: %s", httpapi.ErrNotInvited, strings.TrimPrefix(err.Error(), enrolment.ErrRefused.Error()+": "))
	}
	return err
}

// Invite makes a token.
func (d memberDesk) Invite(ctx context.Context, name, role, site string, life time.Duration) (report.Invitation, error) {
	stands := site
	if role == string(bus.RoleSite) {
		stands = name
	}
	if stands != "" && !d.h.knows(stands) {
		return report.Invitation{}, fmt.Errorf("%w: the configuration has no site %q", httpapi.ErrNotInvited, stands)
	}
	token, m, err := d.h.Desk.Invite(ctx, name, role, site, life)
	if err != nil {
		return report.Invitation{}, refusal(err)
	}
	return report.Invitation{Name: m.Name, Role: m.Role, Site: m.StandsAt(), Token: token, Expires: m.Expires, BusURL: d.h.URL()}, nil
}

// Revoke cuts a member off.
func (d memberDesk) Revoke(ctx context.Context, name string) error {
	return refusal(d.h.Desk.Revoke(ctx, name))
}

// Authorization is the members in the form of a NATS server's configuration.
func (d memberDesk) Authorization(context.Context) (string, error) {
	return bus.Authorization(d.h.users(d.h.Desk.Members())), nil
}

// knows says whether a site is in the configuration.
func (h *hub) knows(name string) bool {
	for i := range h.cfg.Sites {
		if h.cfg.Sites[i].ID == name {
			return true
		}
	}
	return false
}

// check is how the bus stands.
func (h *hub) check() report.Check {
	c := report.Check{Name: "bus", OK: h.nc.IsConnected(), Detail: "connected"}
	if !c.OK {
		c.Detail = "the bus is out of reach"
	}
	return c
}

// check is how the link to the coordinator stands. A site without it goes on, so
// it is fine either way.
func (l *link) check() report.Check {
	c := report.Check{Name: "coordinator", OK: true, Detail: "linked"}
	if !l.linked() {
		c.Detail = "the link is cut; what happens is told later"
	}
	return c
}
