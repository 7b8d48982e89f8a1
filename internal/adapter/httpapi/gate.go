package httpapi

import (
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/pouw-dem/pouwdem/internal/clock"
)

// Role is what a caller may do; each role may do what the ones before it may.
type Role int

// The roles.
const (
	None     Role = iota
	Viewer        // reads
	Operator      // gives orders
	Admin         // changes limits and keys
)

// String is the role's name in configurations and answers.
func (r Role) String() string {
	switch r {
	case Viewer:
		return "viewer"
	case Operator:
		return "operator"
	case Admin:
		return "admin"
	}
	return "none"
}

// ParseRole reads [Role.String] back; "none" is not a role to give.
func ParseRole(s string) (Role, error) {
	for _, r := range []Role{Viewer, Operator, Admin} {
		if r.String() == s {
			return r, nil
		}
	}
	return None, fmt.Errorf("role %q: want viewer, operator or admin", s)
}

// Token lets its bearer in. Only its hash is known here.
type Token struct {
	Name   string
	Role   Role
	SHA256 string // of the token, hex
}

// caller is who a request comes from.
type caller struct {
	name    string
	role    Role
	session string // hash of the session's cookie; empty without a session
	expires time.Time
}

const (
	cookieName   = "pouwdem_session"
	sessionLife  = 12 * time.Hour // of the wall clock
	maxSessions  = 1000
	maxFailures  = 5           // failed logins from one address in a failureSpan
	failureSpan  = time.Minute // of the wall clock
	maxTokenSize = 512
)

// errTooMany means that logins are refused for a while.
var errTooMany = errors.New("too many failed logins; wait a minute")

// errBadToken means that a token was shown that nobody has.
var errBadToken = errors.New("unknown token")

type grant struct {
	name string
	role Role
	hash [sha256.Size]byte
}

// gate knows who may do what. Sessions live in memory: they end with the
// process.
type gate struct {
	clock  clock.Clock
	grants []grant
	open   bool // reading needs no token

	mu       sync.Mutex
	sessions map[string]caller // by the hash of the cookie
	failures map[string][]time.Time
}

func newGate(cfg Config, c clock.Clock) (*gate, error) {
	g := &gate{
		clock: c, open: len(cfg.Tokens) == 0,
		sessions: make(map[string]caller), failures: make(map[string][]time.Time),
	}
	for _, t := range cfg.Tokens {
		hash, err := hex.DecodeString(t.SHA256)
		if err != nil || len(hash) != sha256.Size || t.Name == "" || t.Role == None {
			return nil, fmt.Errorf("token %q: want a name, a role and the SHA-256 of the token in hex", t.Name)
		}
		g.grants = append(g.grants, grant{t.Name, t.Role, [sha256.Size]byte(hash)})
	}
	if g.open && cfg.SetupToken != "" {
		g.grants = append(g.grants, grant{"setup", Admin, sha256.Sum256([]byte(cfg.SetupToken))})
	}
	return g, nil
}

// wall is a span of the wall clock on the gate's clock.
func (g *gate) wall(d time.Duration) time.Duration {
	return time.Duration(float64(d) * g.clock.Speed())
}

// identify says who a request comes from. A token that nobody has is an error,
// also where reading is open: its bearer wants to know.
func (g *gate) identify(r *http.Request) (caller, error) {
	if header := r.Header.Get("Authorization"); header != "" {
		token, ok := strings.CutPrefix(header, "Bearer ")
		if !ok {
			return caller{}, errBadToken
		}
		return g.bearer(token, remote(r))
	}
	if cookie, err := r.Cookie(cookieName); err == nil {
		if c, ok := g.session(cookie.Value); ok {
			return c, nil
		}
	}
	if g.open {
		return caller{name: "local", role: Viewer}, nil
	}
	return caller{name: "nobody", role: None}, nil
}

// bearer looks a token up, counting failures by the address they come from.
func (g *gate) bearer(token, from string) (caller, error) {
	if g.refused(from) {
		return caller{}, errTooMany
	}
	if len(token) <= maxTokenSize {
		if found, ok := g.match(sha256.Sum256([]byte(token))); ok {
			return caller{name: found.name, role: found.role}, nil
		}
	}
	g.failed(from)
	return caller{}, errBadToken
}

// match compares with every token, whichever fits, so that the time it takes
// says nothing.
func (g *gate) match(hash [sha256.Size]byte) (found grant, ok bool) {
	for _, known := range g.grants {
		if subtle.ConstantTimeCompare(known.hash[:], hash[:]) == 1 {
			found, ok = known, true
		}
	}
	return found, ok
}

// lasts reports whether what let a caller in still does: a session may have been
// closed or have expired.
func (g *gate) lasts(c caller) bool {
	if c.session == "" {
		return true
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	known, ok := g.sessions[c.session]
	return ok && g.clock.Now().Before(known.expires)
}

func (g *gate) session(cookie string) (caller, bool) {
	g.mu.Lock()
	defer g.mu.Unlock()
	c, ok := g.sessions[hashOf(cookie)]
	if !ok || !g.clock.Now().Before(c.expires) {
		return caller{}, false
	}
	return c, true
}

// login opens a session and returns its cookie's value.
func (g *gate) login(token, from string) (cookie string, c caller, err error) {
	c, err = g.bearer(token, from)
	if err != nil {
		return "", caller{}, err
	}
	cookie = rand.Text()
	now := g.clock.Now()
	g.mu.Lock()
	defer g.mu.Unlock()
	for hash, old := range g.sessions {
		if !now.Before(old.expires) {
			delete(g.sessions, hash)
		}
	}
	if len(g.sessions) >= maxSessions {
		return "", caller{}, errTooMany
	}
	c.session, c.expires = hashOf(cookie), now.Add(g.wall(sessionLife))
	g.sessions[c.session] = c
	return cookie, c, nil
}

func (g *gate) logout(c caller) {
	g.mu.Lock()
	defer g.mu.Unlock()
	delete(g.sessions, c.session)
}

// refused reports whether an address has failed too often.
func (g *gate) refused(from string) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	since := g.clock.Now().Add(-g.wall(failureSpan))
	for address, times := range g.failures {
		for len(times) > 0 && times[0].Before(since) {
			times = times[1:]
		}
		if len(times) == 0 {
			delete(g.failures, address)
			continue
		}
		g.failures[address] = times
	}
	return len(g.failures[from]) >= maxFailures
}

func (g *gate) failed(from string) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.failures[from] = append(g.failures[from], g.clock.Now())
}

func hashOf(secret string) string {
	sum := sha256.Sum256([]byte(secret))
	return hex.EncodeToString(sum[:])
}

// remote is the address that a request comes from, without its port.
func remote(r *http.Request) string {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return r.RemoteAddr
	}
	return host
}
