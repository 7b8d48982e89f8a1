package app

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"path/filepath"
	"time"

	"github.com/nats-io/nats.go"

	"github.com/pouw-dem/pouwdem/internal/adapter/bus"
	"github.com/pouw-dem/pouwdem/internal/adapter/store"
	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/config"
	"github.com/pouw-dem/pouwdem/internal/core/schedule"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/service/enrolment"
)

// here is the operator of the worker in this process that does light tasks. It
// stands at no site; sites with servers have workers of their own names.
const here = "here"

// clusterReplicas is on how many servers of a cluster each message is kept.
const clusterReplicas = 3

// hub is the coordinator's end of the bus: the server in this process, or a
// connection to a cluster; what passes to and from sites; and who may join.
type hub struct {
	cfg    *config.Config
	log    *slog.Logger
	dir    string
	server *bus.Server // nil: a cluster elsewhere
	nc     *nats.Conn  // the coordinator's
	keys   map[string]bus.Key
	own    []bus.User // whose keys are in this process
	Sites  *bus.Hub
	Desk   *enrolment.Desk

	replicas int
	stops    []func() error
}

// openHub opens the bus. The sites that this process runs have keys of their own,
// so that what is told in their names goes the way it goes from elsewhere.
func openHub(ctx context.Context, cfg *config.Config, sites []site.Site, st *store.Store, c clock.Clock, log *slog.Logger) (opened *hub, err error) {
	h := &hub{cfg: cfg, log: log, dir: filepath.Join(cfg.DataDir, "bus"), keys: map[string]bus.Key{}, replicas: 1}
	defer func() {
		if err != nil {
			h.close()
		}
	}()
	coordinator, err := bus.OwnKey(h.dir, "coordinator")
	if err != nil {
		return nil, err
	}
	h.own = append(h.own, bus.User{Name: "coordinator", Role: bus.RoleCoordinator, Public: coordinator.Public()})
	if err := h.addOwn(here, "worker", bus.RoleWorker); err != nil {
		return nil, err
	}
	for _, s := range sites {
		if bus.CheckName(s.ID) != nil || s.ID == here {
			log.WarnContext(ctx, "the site has no place on the bus: its id is none that subjects can have", "site", s.ID)
			continue
		}
		if err := h.addOwn(s.ID, "site-"+s.ID, bus.RoleSite); err != nil {
			return nil, err
		}
	}
	if cfg.Bus.URL == config.BusEmbedded {
		if h.server, err = bus.Embed(bus.ServerConfig{Dir: h.dir, Listen: cfg.Bus.Listen, Leaves: cfg.Bus.Leaves, Users: h.own}); err != nil {
			return nil, err
		}
	} else {
		h.replicas = clusterReplicas
	}
	if h.nc, err = h.connect(coordinator); err != nil {
		return nil, err
	}
	opening, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	if h.Sites, err = bus.NewHub(opening, h.nc, h.replicas); err != nil {
		return nil, err
	}
	return h, h.openDesk(opening, st, c)
}

func (h *hub) addOwn(name, file string, role bus.Role) error {
	k, err := bus.OwnKey(h.dir, file)
	if err != nil {
		return err
	}
	h.keys[name] = k
	h.own = append(h.own, bus.User{Name: name, Role: role, Public: k.Public()})
	return nil
}

func (h *hub) openDesk(ctx context.Context, st *store.Store, c clock.Clock) (err error) {
	if h.Desk, err = enrolment.Open(ctx, enrolment.Config{Book: st, Doors: doors{h}, Clock: clock.Wall{}, Log: h.log}); err != nil {
		return err
	}
	for _, m := range h.Desk.Members() {
		if m.State == enrolment.Enrolled && m.StandsAt() == "" {
			h.log.WarnContext(ctx, "a worker has "+schedule.LightOnly, "name", m.Name)
		}
	}
	stop, err := bus.ServeEnrolment(h.nc, h.admit)
	if err != nil {
		return err
	}
	h.stops = append(h.stops, stop)
	stop, err = h.Sites.ServeTime(func() bus.Time { return bus.Time{Now: c.Now(), Speed: c.Speed()} })
	h.stops = append(h.stops, stop)
	return err
}

// admit answers whoever holds a token.
func (h *hub) admit(a bus.Asked) (bus.Joined, error) {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	m, err := h.Desk.Admit(ctx, a.Token, a.Public)
	if err != nil {
		return bus.Joined{}, err
	}
	j := bus.Joined{Name: m.Name, Role: bus.Role(m.Role), Site: m.StandsAt(), World: h.cfg.World}
	if h.server != nil {
		j.Leaf = h.server.LeafURL()
	}
	return j, nil
}

func (h *hub) connect(k bus.Key) (*nats.Conn, error) {
	if h.server != nil {
		return h.server.Connect(k, h.log)
	}
	return bus.Dial(h.cfg.Bus.URL, k, h.log)
}

// connectAs joins the bus as a site, or as the worker, of this process.
func (h *hub) connectAs(name string) (*nats.Conn, error) {
	k, ok := h.keys[name]
	if !ok {
		return nil, fmt.Errorf("join the bus: %s is not of this process", name)
	}
	return h.connect(k)
}

// SiteOf is the site at which an operator's workers stand; empty: none.
func (h *hub) SiteOf(operator string) string {
	if m, ok := h.Desk.Enrolled(operator); ok {
		return m.StandsAt()
	}
	if h.Own(operator) && operator != here {
		return operator
	}
	return ""
}

// Own is whether an operator's workers are in this process: those of a site that
// moved to a process of its own are not.
func (h *hub) Own(operator string) bool {
	if _, ok := h.keys[operator]; !ok {
		return false
	}
	_, elsewhere := h.Desk.Enrolled(operator)
	return !elsewhere
}

// URL is where other processes join; empty where they do not.
func (h *hub) URL() string {
	if h.server == nil {
		return h.cfg.Bus.URL
	}
	return h.server.URL()
}

// run keeps the doors until ctx ends.
func (h *hub) run(ctx context.Context) error {
	defer h.close()
	return h.Desk.Run(ctx)
}

func (h *hub) close() {
	for _, stop := range h.stops {
		if stop != nil {
			if err := stop(); err != nil && !errors.Is(err, nats.ErrConnectionClosed) {
				h.log.Debug("the bus did not stop in order", "error", err)
			}
		}
	}
	if h.nc != nil {
		h.nc.Close()
	}
	if h.server != nil {
		h.server.Close()
	}
}

// users are all that may join: those of this process, those that are enrolled,
// and those that hold a token.
func (h *hub) users(members []enrolment.Member) []bus.User {
	users := append([]bus.User(nil), h.own...)
	now := time.Now()
	for _, m := range members {
		switch m.State {
		case enrolment.Enrolled:
			users = without(users, m.Name) // a site that moved to a process of its own
			users = append(users, bus.User{Name: m.Name, Role: bus.Role(m.Role), Public: m.Public})
			if now.Sub(m.Joined) < time.Minute {
				users = append(users, bus.User{Role: bus.RoleGuest, Public: m.Token}) // until it has heard the answer
			}
		case enrolment.Invited:
			if now.Before(m.Expires) {
				users = append(users, bus.User{Role: bus.RoleGuest, Public: m.Token})
			}
		}
	}
	return users
}

func without(users []bus.User, name string) []bus.User {
	var rest []bus.User
	for _, u := range users {
		if u.Name != name {
			rest = append(rest, u)
		}
	}
	return rest
}

// doors are the bus's users, as enrolment sees them.
type doors struct{ h *hub }

// Open lets in whoever may. A cluster elsewhere has its users in its own
// configuration, which pouwdem sites print writes.
func (d doors) Open(members []enrolment.Member) error {
	if d.h.server == nil {
		return nil
	}
	return d.h.server.Admit(d.h.users(members))
}

// NewToken draws a token.
func (d doors) NewToken() (token, public string, err error) {
	k, err := bus.NewKey()
	if err != nil {
		return "", "", err
	}
	token, err = k.Token()
	return token, k.Public(), err
}

// CheckName refuses what cannot be a part of a subject, and the names of this
// process.
func (d doors) CheckName(name string) error {
	if name == here || name == "coordinator" {
		return fmt.Errorf("name %q is the coordinator's own", name)
	}
	return bus.CheckName(name)
}
