// Package coordinator holds rounds of federated training: it invites sites, takes
// their messages, closes steps, turns the sum into the next global model and has
// it recorded. It learns sums alone; every message is stored before it is
// answered, so that a coordinator that is killed goes on where it was.
//
// Sites ask and the coordinator answers: see [federate.Ask]. It is not for the
// sites' side (service/participant) nor for the sums themselves (core/federate).
package coordinator

import (
	"context"
	"crypto/ed25519"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"slices"
	"sync"
	"time"

	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/core/federate"
	"github.com/pouw-dem/pouwdem/internal/core/federate/secagg"
)

// Rounds keeps rounds, and the models that they end in.
type Rounds interface {
	PutFedRound(ctx context.Context, r federate.Round) error
	PutFedOutcome(ctx context.Context, r federate.Round, hash string, model, memory []byte) error
	FedRounds(ctx context.Context, most int) ([]federate.Round, error)
	FedModel(ctx context.Context, hash string) (model, memory []byte, ok bool, err error)
}

// Transcripts keeps what members sent, in order.
type Transcripts interface {
	KeepFedMessage(ctx context.Context, attempt string, k federate.Kept) error
	FedTranscript(ctx context.Context, attempt string) ([]federate.Kept, error)
}

// Settings keeps small values under names.
type Settings interface {
	Setting(ctx context.Context, key string) (value []byte, ok bool, err error)
	PutSetting(ctx context.Context, key string, value []byte) error
}

// Ledger records rounds where nobody can change them: hashes only.
type Ledger interface {
	Name() string
	// Open opens the next round there, from base, for these members; asked again it
	// finds the one that is open.
	Open(ctx context.Context, base [32]byte, members []secagg.Identity) (number uint64, err error)
	// Close closes it, or goes on where it was; status is "final" or "aborted" once
	// that is so.
	Close(ctx context.Context, number uint64, r federate.Round) (root, status string, err error)
}

// Gate admits programs by evidence of what they are.
type Gate interface {
	Challenge(ctx context.Context, site string, nonce []byte) ([]byte, error)
	// Admit decides on evidence, and gives a session key that is sealed to it.
	Admit(ctx context.Context, site string, key ed25519.PublicKey, proof []byte) (sealed []byte, err error)
	// Admitted is an error where a site is not admitted now.
	Admitted(site string, key ed25519.PublicKey) error
	// Wrap encrypts for an admitted site.
	Wrap(site string, key ed25519.PublicKey, body []byte) ([]byte, error)
}

// Config is what a Coordinator needs.
type Config struct {
	Rounds      Rounds
	Transcripts Transcripts
	Settings    Settings
	Ledger      Ledger // nil: rounds are not recorded
	Plan        federate.Plan
	Initial     []float32     // the model before the first round
	Every       time.Duration // between rounds, on the clock; 0: only when asked for
	StepTime    time.Duration // of the wall, for a step that only computes
	TrainTime   time.Duration // of the wall, for the step that trains
	Alive       time.Duration // of the wall, after which a silent site is not invited
	// Admit says whether a site may take part with a key; nil admits all.
	Admit     func(site string, key ed25519.PublicKey) error
	Gate      Gate // nil: no evidence is asked for
	Simulated bool
	Clock     clock.Clock
	Random    io.Reader
	Log       *slog.Logger
	// Reached is told each point between two messages; nil but in crash tests.
	Reached func(point string)
}

// Coordinator holds rounds.
type Coordinator struct {
	cfg  Config
	plan []byte

	mu      sync.Mutex
	members map[string]*member
	rounds  []federate.Round // the newest, newest first
	at      *attempt         // nil: none is open
	asked   bool             // for a round
	waiting string           // why none is opened
	nextAt  time.Time        // on the clock
	newest  string           // hash of the global model
	trained bool             // it came of a round
}

// member is a site that enrolled.
type member struct {
	Key  ed25519.PublicKey `json:"key"`
	seen time.Time
}

// attempt is the round that is open.
type attempt struct {
	round      federate.Round
	invitation []byte
	terms      secagg.Terms
	plan       federate.Plan
	server     *secagg.Server
	seq        int
	started    time.Time // of the wall
	until      time.Time // of the wall: when the step ends at the latest
}

const (
	settingMembers = "federation.members"
	recentRounds   = 50
	look           = 50 * time.Millisecond
)

// New is a coordinator that has read what it stored. It opens nothing before Run.
func New(ctx context.Context, cfg Config) (*Coordinator, error) {
	if err := cfg.Plan.Check(); err != nil {
		return nil, err
	}
	if len(cfg.Initial) == 0 {
		return nil, errors.New("federation: no model to begin with")
	}
	plan, err := cfg.Plan.Encode()
	if err != nil {
		return nil, fmt.Errorf("federation: %w", err)
	}
	c := &Coordinator{cfg: cfg, plan: plan, members: map[string]*member{}, waiting: "starting"}
	raw, ok, err := cfg.Settings.Setting(ctx, settingMembers)
	if err == nil && ok {
		err = json.Unmarshal(raw, &c.members)
	}
	if err != nil {
		return nil, fmt.Errorf("federation: read members: %w", err)
	}
	if err := c.load(ctx); err != nil {
		return nil, err
	}
	c.nextAt = cfg.Clock.Now()
	return c, nil
}

// load reads rounds, and goes on with the one that is open.
func (c *Coordinator) load(ctx context.Context) error {
	rounds, err := c.cfg.Rounds.FedRounds(ctx, recentRounds)
	if err != nil {
		return err
	}
	c.rounds, c.at, c.newest, c.trained = rounds, nil, "", false
	for _, r := range rounds {
		if r.State == federate.Final {
			c.newest, c.trained = r.Model, r.Number > 0
			break
		}
	}
	if c.newest == "" {
		if err := c.begin(ctx); err != nil {
			return err
		}
	}
	if len(rounds) > 0 && rounds[0].State == federate.Open {
		return c.resume(ctx, rounds[0])
	}
	return nil
}

// begin keeps the model before the first round, where none is final yet.
func (c *Coordinator) begin(ctx context.Context) error {
	raw := federate.EncodeModel(c.cfg.Initial)
	c.newest = hexOf(federate.HashModel(raw))
	_, _, ok, err := c.cfg.Rounds.FedModel(ctx, c.newest)
	if err != nil || ok {
		return err
	}
	return c.cfg.Rounds.PutFedOutcome(ctx, federate.Round{State: federate.Final, Model: c.newest, Step: "initial", Params: len(c.cfg.Initial)}, c.newest, raw, nil)
}

// resume replays the transcript of an attempt.
func (c *Coordinator) resume(ctx context.Context, r federate.Round) error {
	kept, err := c.cfg.Transcripts.FedTranscript(ctx, r.Attempt)
	if err != nil {
		return err
	}
	if len(kept) == 0 {
		return c.abandonRound(ctx, r, "the coordinator ended before the invitation was out")
	}
	a, err := c.newAttempt(r, kept[0].Raw)
	if err != nil {
		return c.abandonRound(ctx, r, "its terms cannot be read: "+err.Error())
	}
	for _, k := range kept[1:] {
		if err = a.replay(k); err != nil {
			return c.abandonRound(ctx, r, "its transcript does not replay: "+err.Error())
		}
	}
	a.seq = len(kept)
	c.at = a
	c.rearm()
	c.cfg.Log.InfoContext(ctx, "a round goes on after a restart", "round", r.Number, "step", a.server.Phase().String())
	return nil
}

// replay does again what an entry of the transcript says.
func (a *attempt) replay(k federate.Kept) error {
	if k.Raw == nil {
		silent := a.silent()
		err := a.server.Close()
		a.note(silent, k.Step)
		return err
	}
	m, err := a.server.Receive(k.Step, k.Raw)
	if err == nil {
		a.round.BytesUp += int64(len(k.Raw))
		a.round.Members[m].BytesUp += int64(len(k.Raw))
	}
	return err
}

func (c *Coordinator) newAttempt(r federate.Round, invitation []byte) (*attempt, error) {
	terms, plan, err := federate.ReadInvitation(invitation)
	if err != nil {
		return nil, err
	}
	server, err := secagg.NewServer(terms)
	if err != nil {
		return nil, err
	}
	return &attempt{round: r, invitation: invitation, terms: terms, plan: plan, server: server, seq: 1, started: time.Now()}, nil
}

// rearm gives the step that begins its time.
func (c *Coordinator) rearm() {
	limit := c.cfg.StepTime
	if c.at.server.Phase() == secagg.Masking {
		limit = c.cfg.TrainTime
	}
	c.at.until = time.Now().Add(limit)
}

// Run opens and closes rounds until ctx ends.
func (c *Coordinator) Run(ctx context.Context) error {
	told := ""
	for (clock.Wall{}).Sleep(ctx, look) == nil {
		err := c.turn(ctx)
		if err == nil || ctx.Err() != nil {
			continue
		}
		if err.Error() != told {
			told = err.Error()
			c.cfg.Log.WarnContext(ctx, "federated round does not go on; it is tried again", "error", err)
		}
		if (clock.Wall{}).Sleep(ctx, time.Second) != nil {
			return nil
		}
	}
	return nil
}

// turn does what is due. Sites are answered while it waits for the ledger.
func (c *Coordinator) turn(ctx context.Context) error {
	c.mu.Lock()
	if c.at != nil {
		defer c.mu.Unlock()
		return c.advance(ctx)
	}
	if len(c.rounds) > 0 && c.rounds[0].State == federate.Summed {
		r := c.rounds[0]
		c.mu.Unlock()
		return c.record(ctx, r)
	}
	due := c.cfg.Every > 0 && !c.cfg.Clock.Now().Before(c.nextAt)
	if !due && !c.asked {
		c.mu.Unlock()
		return nil
	}
	terms, err := c.propose(ctx)
	c.mu.Unlock()
	if err != nil || terms == nil {
		return err
	}
	chain, err := c.openRecord(ctx, terms.Model, terms.Roster)
	c.mu.Lock()
	defer c.mu.Unlock()
	if err != nil {
		c.waiting = err.Error()
		return err
	}
	return c.open(ctx, *terms, chain)
}

// Ask asks for a round now.
func (c *Coordinator) Ask() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.asked = true
}

// Status is what goes on.
type Status struct {
	Open    *federate.Round // nil: none
	Waiting string          // why no round is open
	Sites   []Site
	Newest  string
	NextAt  time.Time // on the clock; zero: only when asked for
}

// Site is an enrolled site.
type Site struct {
	Name  string
	Key   string
	Alive bool
}

// Status tells it.
func (c *Coordinator) Status() Status {
	c.mu.Lock()
	defer c.mu.Unlock()
	s := Status{Waiting: c.waiting, Newest: c.newest}
	if c.cfg.Every > 0 {
		s.NextAt = c.nextAt
	}
	if c.at != nil {
		r := c.at.view()
		s.Open, s.Waiting = &r, ""
	}
	for name, m := range c.members {
		s.Sites = append(s.Sites, Site{name, hexOf([32]byte(m.Key)), c.alive(m)})
	}
	slices.SortFunc(s.Sites, func(a, b Site) int {
		if a.Name < b.Name {
			return -1
		}
		return 1
	})
	return s
}

// admitted reports whether a site may take part as far as its evidence goes.
func (c *Coordinator) admitted(site string, key ed25519.PublicKey) error {
	if c.cfg.Gate == nil {
		return nil
	}
	return c.cfg.Gate.Admitted(site, key)
}

func (c *Coordinator) alive(m *member) bool { return time.Since(m.seen) < c.cfg.Alive }

func (c *Coordinator) reached(point string) {
	if c.cfg.Reached != nil {
		c.cfg.Reached(point)
	}
}

func hexOf(h [32]byte) string { return fmt.Sprintf("%x", h[:]) }
