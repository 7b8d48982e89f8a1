package attestation

import (
	"context"
	"crypto/ecdh"
	"crypto/ed25519"
	"crypto/hpke"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/attest"
)

// Verifier checks evidence of one kind.
type Verifier interface {
	Verify(ctx context.Context, e attest.Evidence, now time.Time) (attest.Claims, error)
}

// Machine makes evidence.
type Machine interface {
	Attest(ctx context.Context, reportData [64]byte) (attest.Evidence, error)
}

// The roles that evidence is bound to: one's is never the other's.
const (
	roleSite        = "site"
	roleCoordinator = "coordinator"
)

// Config is what a Gate needs.
type Config struct {
	Policy    attest.Policy
	Verifiers map[attest.Kind]Verifier
	Machine   Machine // its own
	Key       ed25519.PublicKey
	Now       func() time.Time // of the wall: certificates know no other
	Random    io.Reader
	Log       *slog.Logger
}

// Gate admits sites.
type Gate struct {
	cfg Config

	mu       sync.Mutex
	policy   attest.Policy
	nonces   map[string]time.Time // asked with, and until when
	sessions map[string]*session  // by site
	refusals map[string]Refusal
}

type session struct {
	site     string
	key      ed25519.PublicKey
	claims   attest.Claims
	binding  attest.Binding
	decision attest.Decision
	secret   []byte
	at       time.Time
}

// Session is an admission, as it is shown.
type Session struct {
	Site     string
	Claims   attest.Claims
	Reason   string
	Admitted time.Time
	Expires  time.Time
}

// Refusal is why a site was refused last.
type Refusal struct {
	Reason string
	At     time.Time
}

const (
	nonceSize  = 32
	nonceLife  = time.Minute
	mostNonces = 10_000
	secretSize = 32
)

// New is a gate that has admitted nobody. A restart forgets every nonce and
// every session: what was asked before is refused, and sites show evidence anew.
func New(cfg Config) *Gate {
	return &Gate{cfg: cfg, policy: cfg.Policy, nonces: map[string]time.Time{}, sessions: map[string]*session{}, refusals: map[string]Refusal{}}
}

// challenge is what the gate sends: its nonce, and evidence of its own that is
// bound to the nonce of the one who asked.
type challenge struct {
	Nonce    []byte            `json:"nonce"`
	Key      ed25519.PublicKey `json:"key"`
	Evidence attest.Evidence   `json:"evidence"`
}

// proof is what a site sends.
type proof struct {
	Nonce    []byte          `json:"nonce"`
	SealKey  []byte          `json:"seal_key"` // X25519
	Evidence attest.Evidence `json:"evidence"`
}

// Challenge answers a site that wants to be admitted and sent a nonce of its own.
func (g *Gate) Challenge(ctx context.Context, site string, theirs []byte) ([]byte, error) {
	if len(theirs) != nonceSize {
		return nil, fmt.Errorf("attestation: a nonce of %d bytes, want %d", len(theirs), nonceSize)
	}
	own := attest.Binding{Role: roleCoordinator, Participant: site, Nonce: theirs, SignKey: g.cfg.Key}
	evidence, err := g.cfg.Machine.Attest(ctx, own.ReportData())
	if err != nil {
		return nil, fmt.Errorf("attestation: evidence of the coordinator: %w", err)
	}
	nonce := make([]byte, nonceSize)
	if _, err := io.ReadFull(g.cfg.Random, nonce); err != nil {
		return nil, fmt.Errorf("attestation: draw a nonce: %w", err)
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	now := g.cfg.Now()
	maps.DeleteFunc(g.nonces, func(_ string, until time.Time) bool { return !until.After(now) })
	if len(g.nonces) >= mostNonces {
		return nil, errors.New("attestation: too many are being asked; try again in a minute")
	}
	g.nonces[string(nonce)] = now.Add(nonceLife)
	return json.Marshal(challenge{Nonce: nonce, Key: g.cfg.Key, Evidence: evidence})
}

// take uses a nonce up.
func (g *Gate) take(nonce []byte, now time.Time) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	until, ok := g.nonces[string(nonce)]
	delete(g.nonces, string(nonce))
	return ok && until.After(now)
}

// Admit decides on a site's evidence. What it returns is a session key, sealed
// to the key that the evidence is bound to.
func (g *Gate) Admit(ctx context.Context, site string, key ed25519.PublicKey, body []byte) ([]byte, error) {
	now := g.cfg.Now()
	sealed, s, err := g.admit(ctx, site, key, body, now)
	g.mu.Lock()
	defer g.mu.Unlock()
	if err != nil {
		g.refusals[site] = Refusal{Reason: err.Error(), At: now}
		g.cfg.Log.WarnContext(ctx, "a site's evidence was refused", "site", site, "reason", err)
		return nil, err
	}
	g.sessions[site] = s
	delete(g.refusals, site)
	return sealed, nil
}

func (g *Gate) admit(ctx context.Context, site string, key ed25519.PublicKey, body []byte, now time.Time) ([]byte, *session, error) {
	fail := func(err error) ([]byte, *session, error) {
		return nil, nil, fmt.Errorf("attestation of %s: %w", site, err)
	}
	const most = 4 * attest.MostBytes // in base64, with certificates
	var p proof
	if len(body) > most {
		return fail(fmt.Errorf("%d bytes, more than the %d that are read", len(body), most))
	}
	if err := json.Unmarshal(body, &p); err != nil {
		return fail(err)
	}
	if !g.take(p.Nonce, now) {
		return fail(errors.New("its nonce was never asked with, was used before, or is older than a minute"))
	}
	public, err := hpke.DHKEM(ecdh.X25519()).NewPublicKey(p.SealKey)
	if err != nil {
		return fail(fmt.Errorf("its sealing key: %w", err))
	}
	verifier, ok := g.cfg.Verifiers[p.Evidence.Kind]
	if !ok {
		return fail(fmt.Errorf("evidence of kind %q is not checked here", p.Evidence.Kind))
	}
	claims, err := verifier.Verify(ctx, p.Evidence, now)
	if err != nil {
		return fail(err)
	}
	binding := attest.Binding{Role: roleSite, Participant: site, Nonce: p.Nonce, SealKey: p.SealKey, SignKey: key}
	g.mu.Lock()
	policy := g.policy
	g.mu.Unlock()
	d := policy.Decide(claims, binding, now)
	if !d.Admitted {
		return fail(errors.New(d.Reason))
	}
	secret := make([]byte, secretSize)
	if _, err := io.ReadFull(g.cfg.Random, secret); err != nil {
		return fail(err)
	}
	sealed, err := hpke.Seal(public, hpke.HKDFSHA256(), hpke.AES256GCM(), releaseInfo(site, p.Nonce), secret)
	if err != nil {
		return fail(err)
	}
	return sealed, &session{site: site, key: slices.Clone(key), claims: claims, binding: binding, decision: d, secret: secret, at: now}, nil
}

// releaseInfo ties what is sealed to whom and what it answers.
func releaseInfo(site string, nonce []byte) []byte {
	return append([]byte("pouw-dem/attest/release/v1/"+site+"/"), nonce...)
}

// Admitted reports whether a site with this key is admitted now; the error says
// why not.
func (g *Gate) Admitted(site string, key ed25519.PublicKey) error {
	_, err := g.current(site, key)
	return err
}

func (g *Gate) current(site string, key ed25519.PublicKey) (*session, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	s, ok := g.sessions[site]
	switch {
	case !ok:
		return nil, fmt.Errorf("attestation: %s has shown no evidence", site)
	case !s.key.Equal(key):
		return nil, fmt.Errorf("attestation: %s was admitted with another key", site)
	case !s.decision.Expires.After(g.cfg.Now()):
		return nil, fmt.Errorf("attestation: the admission of %s has ended; it has to show evidence again", site)
	}
	return s, nil
}

// Wrap encrypts what is for an admitted site's eyes alone.
func (g *Gate) Wrap(site string, key ed25519.PublicKey, body []byte) ([]byte, error) {
	s, err := g.current(site, key)
	if err != nil {
		return nil, err
	}
	return wrap(s.secret, site, body)
}

// SetPolicy replaces the policy. Sessions that it would not admit end at once.
func (g *Gate) SetPolicy(p attest.Policy) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.policy = p
	now := g.cfg.Now()
	for site, s := range g.sessions {
		if d := p.Decide(s.claims, s.binding, now); !d.Admitted {
			delete(g.sessions, site)
			g.refusals[site] = Refusal{Reason: "policy has changed: " + d.Reason, At: now}
		}
	}
}

// Sessions are the admissions in force, by site.
func (g *Gate) Sessions() []Session {
	g.mu.Lock()
	defer g.mu.Unlock()
	now := g.cfg.Now()
	var all []Session
	for _, s := range g.sessions {
		if s.decision.Expires.After(now) {
			all = append(all, Session{Site: s.site, Claims: s.claims, Reason: s.decision.Reason, Admitted: s.at, Expires: s.decision.Expires})
		}
	}
	slices.SortFunc(all, func(a, b Session) int { return strings.Compare(a.Site, b.Site) })
	return all
}

// Refusals are why sites that are not admitted were refused last.
func (g *Gate) Refusals() map[string]Refusal {
	g.mu.Lock()
	defer g.mu.Unlock()
	return maps.Clone(g.refusals)
}
