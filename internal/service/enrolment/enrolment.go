// Package enrolment keeps who may join the bus: it hands out tokens, lets their
// holders in, once each, and cuts off whoever is not to be there any more.
//
// It is not for what those who joined may do (adapter/bus).
package enrolment

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/pouw-dem/pouwdem/internal/clock"
)

// The states of a member.
const (
	Invited  = "invited"
	Enrolled = "enrolled"
	Revoked  = "revoked"
)

// Member is who was invited.
type Member struct {
	Name    string    `json:"name"`
	Role    string    `json:"role"` // "site" or "worker"
	Site    string    `json:"site"` // where a worker stands; empty: nowhere, as of all workers that earlier versions let in
	State   string    `json:"state"`
	Token   string    `json:"token"`  // public half; the token itself is kept nowhere
	Public  string    `json:"public"` // key; empty until enrolled
	Invited time.Time `json:"invited_utc"`
	Expires time.Time `json:"expires_utc"` // of the token
	Joined  time.Time `json:"joined_utc"`
}

// StandsAt is the site at which a member's workers stand; empty: at none. A site
// stands at itself.
func (m Member) StandsAt() string {
	if m.Role == "site" {
		return m.Name
	}
	return m.Site
}

// Book keeps a value under a name.
type Book interface {
	Setting(ctx context.Context, key string) (value []byte, ok bool, err error)
	PutSetting(ctx context.Context, key string, value []byte) error
}

// Doors are the bus's: they open for these members, and for nobody else.
type Doors interface {
	Open(members []Member) error
	// NewToken draws a token and gives its public half.
	NewToken() (token, public string, err error)
	CheckName(name string) error
}

// Config is what a Desk needs.
type Config struct {
	Book  Book
	Doors Doors
	Clock clock.Clock
	Log   *slog.Logger
}

// Desk lets in.
type Desk struct {
	cfg Config

	mu      sync.Mutex
	members []Member
}

const setting = "bus.members"

// ErrRefused is why somebody is not let in or invited.
var ErrRefused = errors.New("refused")

// Open reads who was enrolled before, and opens the doors for them.
func Open(ctx context.Context, cfg Config) (*Desk, error) {
	d := &Desk{cfg: cfg}
	raw, ok, err := cfg.Book.Setting(ctx, setting)
	if err != nil {
		return nil, err
	}
	if ok {
		if err := json.Unmarshal(raw, &d.members); err != nil {
			return nil, fmt.Errorf("read the members of the bus: %w", err)
		}
	}
	return d, cfg.Doors.Open(d.members)
}

// mostLife is the longest that a token is good for.
const mostLife = 7 * 24 * time.Hour

// Invite makes a token for a name: of a site, or of a worker that stands at a site,
// or at none. A name that is taken by a key that is enrolled is refused; an
// invitation that nobody used is replaced.
func (d *Desk) Invite(ctx context.Context, name, role, site string, life time.Duration) (token string, m Member, err error) {
	if err := d.cfg.Doors.CheckName(name); err != nil {
		return "", m, fmt.Errorf("%w: %w", ErrRefused, err)
	}
	if role != "site" && role != "worker" {
		return "", m, fmt.Errorf("%w: role %.20q: want site or worker", ErrRefused, role)
	}
	if role == "site" && site != "" {
		return "", m, fmt.Errorf("%w: %s is a site itself and stands at no other: leave %.40q out", ErrRefused, name, site)
	}
	if life <= 0 || life > mostLife {
		return "", m, fmt.Errorf("%w: a token for %s: want up to %s", ErrRefused, life, mostLife)
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if i := d.find(name); i >= 0 && d.members[i].State == Enrolled {
		return "", m, fmt.Errorf("%w: %s is enrolled already; revoke it first", ErrRefused, name)
	}
	token, public, err := d.cfg.Doors.NewToken()
	if err != nil {
		return "", m, err
	}
	now := d.cfg.Clock.Now()
	m = Member{Name: name, Role: role, Site: site, State: Invited, Token: public, Invited: now, Expires: now.Add(life)}
	return token, m, d.change(ctx, m)
}

// Admit lets the holder of a token in with a key of its own.
func (d *Desk) Admit(ctx context.Context, token, public string) (Member, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	i := slices.IndexFunc(d.members, func(m Member) bool { return m.Token == token })
	switch {
	case i < 0:
		return Member{}, fmt.Errorf("%w: the token is not known", ErrRefused)
	case d.members[i].State != Invited:
		return Member{}, fmt.Errorf("%w: the token was used", ErrRefused)
	case !d.cfg.Clock.Now().Before(d.members[i].Expires):
		return Member{}, fmt.Errorf("%w: the token is too old", ErrRefused)
	case slices.ContainsFunc(d.members, func(m Member) bool { return m.Public == public }):
		return Member{}, fmt.Errorf("%w: the key is another member's, or was", ErrRefused)
	}
	m := d.members[i]
	m.State, m.Public, m.Joined = Enrolled, public, d.cfg.Clock.Now()
	if err := d.change(ctx, m); err != nil {
		return Member{}, err
	}
	d.cfg.Log.InfoContext(ctx, "let in", "name", m.Name, "role", m.Role, "site", m.StandsAt())
	return m, nil
}

// Revoke cuts a member off, or withdraws an invitation. Its key is never let in
// again.
func (d *Desk) Revoke(ctx context.Context, name string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	i := d.find(name)
	if i < 0 || d.members[i].State == Revoked {
		return fmt.Errorf("%w: nobody of the name %.40q is enrolled or invited", ErrRefused, name)
	}
	m := d.members[i]
	m.State = Revoked
	if err := d.change(ctx, m); err != nil {
		return err
	}
	d.cfg.Log.InfoContext(ctx, "cut off", "name", m.Name)
	return d.cfg.Doors.Open(d.members)
}

// find is the newest member of a name: one that was revoked may be followed by
// another of the same name.
func (d *Desk) find(name string) int {
	for i := len(d.members) - 1; i >= 0; i-- {
		if d.members[i].Name == name {
			return i
		}
	}
	return -1
}

// Enrolled is the member of a name that is let in now.
func (d *Desk) Enrolled(name string) (m Member, ok bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	i := d.find(name)
	if i < 0 || d.members[i].State != Enrolled {
		return m, false
	}
	return d.members[i], true
}

// change stores a member before the doors open for it.
func (d *Desk) change(ctx context.Context, m Member) error {
	next := slices.Clone(d.members)
	if i := d.find(m.Name); i >= 0 && next[i].State != Revoked {
		next[i] = m
	} else {
		next = append(next, m)
	}
	raw, err := json.Marshal(next)
	if err != nil {
		return fmt.Errorf("encode the members of the bus: %w", err)
	}
	if err := d.cfg.Book.PutSetting(ctx, setting, raw); err != nil {
		return err
	}
	d.members = next
	return d.cfg.Doors.Open(next)
}

// Members are all, by name.
func (d *Desk) Members() []Member {
	d.mu.Lock()
	defer d.mu.Unlock()
	all := slices.Clone(d.members)
	slices.SortStableFunc(all, func(a, b Member) int { return strings.Compare(a.Name, b.Name) })
	return all
}

// sweepEvery is how often tokens that are used or too old are taken off the door.
const sweepEvery = 10 * time.Second

// Run closes the door to tokens that are no good any more until ctx ends. A token
// that was just used keeps its connection until then, so that its holder hears
// the answer.
func (d *Desk) Run(ctx context.Context) error {
	for d.cfg.Clock.Sleep(ctx, sweepEvery) == nil {
		d.mu.Lock()
		err := d.cfg.Doors.Open(d.members)
		d.mu.Unlock()
		if err != nil {
			d.cfg.Log.WarnContext(ctx, "the doors of the bus were not swept", "error", err)
		}
	}
	return nil
}
