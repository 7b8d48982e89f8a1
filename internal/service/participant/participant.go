// Package participant is a site's side of federated training: it enrols with a
// coordinator, takes part in rounds that it may take part in, trains, hands in
// masked updates, and considers the global models that come of it. What it has
// to send is on its own disk before it is sent, and is only ever sent again as it
// is.
//
// It is not for the coordinator's side (service/coordinator), nor for how a model
// is trained.
package participant

import (
	"context"
	"crypto/ed25519"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"time"

	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/core/federate"
	"github.com/pouw-dem/pouwdem/internal/core/federate/privacy"
	"github.com/pouw-dem/pouwdem/internal/core/federate/secagg"
	"github.com/pouw-dem/pouwdem/internal/core/federate/strategy"
)

// Hub carries a question to the coordinator.
type Hub interface {
	Ask(ctx context.Context, question []byte) (answer []byte, err error)
}

// Book keeps the site's place in a round, and small values under names.
type Book interface {
	PutFedSeat(ctx context.Context, site string, seat federate.Seat) error
	FedSeat(ctx context.Context, site string) (seat federate.Seat, ok bool, err error)
	Setting(ctx context.Context, key string) (value []byte, ok bool, err error)
	PutSetting(ctx context.Context, key string, value []byte) error
}

// Job is what is to be trained.
type Job struct {
	Round    uint64
	Steps    int
	Strategy strategy.Settings
	// Noise is the only way to gradients that leave the site, where the round asks
	// for it; nil where it does not.
	Noise *privacy.Noiser
}

// LocalTrainer trains on the site's own data.
type LocalTrainer interface {
	// Train gives the difference to the global model, and how much the site counts:
	// what it trained on, in a unit that all sites share.
	Train(ctx context.Context, global []float32, job Job) (update []float32, weight float64, err error)
	// Days is how many days of data it trains on.
	Days() int
	// Consider compares a global model with the incumbent on the site's own
	// held-out days, and adopts it where it is better. What it finds stays here.
	Consider(ctx context.Context, model []float32) (strategy.Verdict, error)
}

// Prover shows the coordinator what the site runs, after a look at what the
// coordinator runs.
type Prover interface {
	Begin() (nonce []byte, err error)
	Prove(ctx context.Context, challenge []byte) (proof []byte, err error)
	Take(sealed []byte) error
	Unwrap(body []byte) ([]byte, error)
}

// Config is what a Participant needs.
type Config struct {
	Site    string
	Key     ed25519.PrivateKey
	Hub     Hub
	Book    Book
	Trainer LocalTrainer
	// Budget is what may be spent of this site's days; nil: the site takes part in
	// rounds without noise alone, and states no epsilon.
	Budget *privacy.Budget
	Prover Prover        // nil: no evidence is shown
	Pause  time.Duration // of the wall, between questions
	Random io.Reader
	Log    *slog.Logger
	// Reached is told each point between two messages; nil but in crash tests.
	Reached func(point string)
}

// Participant is a site in federated training.
type Participant struct {
	cfg  Config
	seat federate.Seat
}

// New is a participant; it does nothing before Run.
func New(cfg Config) *Participant { return &Participant{cfg: cfg} }

// Run takes part in rounds until ctx ends.
func (p *Participant) Run(ctx context.Context) error {
	var told string
	for {
		err := p.session(ctx)
		if ctx.Err() != nil {
			return nil
		}
		if err.Error() != told { // a coordinator that is away is away for a while
			told = err.Error()
			p.cfg.Log.WarnContext(ctx, "no part in federated training for now; it is tried again", "site", p.cfg.Site, "error", err)
		}
		if (clock.Wall{}).Sleep(ctx, 4*p.cfg.Pause) != nil {
			return nil
		}
	}
}

// session enrols, goes on where the disk says, and asks until something fails: it
// always ends with an error.
func (p *Participant) session(ctx context.Context) error {
	seat, _, err := p.cfg.Book.FedSeat(ctx, p.cfg.Site)
	if err != nil {
		return err
	}
	p.seat = seat
	public := p.cfg.Key.Public().(ed25519.PublicKey)
	if err := p.prove(ctx, public); err != nil {
		return err
	}
	if _, err := p.ask(ctx, federate.Ask{Kind: federate.Enrol, Key: public, Body: federate.SignEnrolment(p.cfg.Site, p.cfg.Key)}); err != nil {
		return err
	}
	if err := p.handIn(ctx); err != nil {
		return err
	}
	for {
		if err := p.turn(ctx); err != nil {
			return err
		}
		if err := (clock.Wall{}).Sleep(ctx, p.cfg.Pause); err != nil {
			return err
		}
	}
}

// prove shows evidence of what the site runs.
func (p *Participant) prove(ctx context.Context, key ed25519.PublicKey) error {
	if p.cfg.Prover == nil {
		return nil
	}
	nonce, err := p.cfg.Prover.Begin()
	if err != nil {
		return err
	}
	answer, err := p.ask(ctx, federate.Ask{Kind: federate.Challenge, Body: nonce})
	if err != nil {
		return err
	}
	proof, err := p.cfg.Prover.Prove(ctx, answer.Body)
	if err != nil {
		return err
	}
	if answer, err = p.ask(ctx, federate.Ask{Kind: federate.Attest, Key: key, Body: proof}); err != nil {
		return err
	}
	return p.cfg.Prover.Take(answer.Body)
}

// What a question comes back with instead of an answer.
var (
	ErrRefused = errors.New("the coordinator refuses")
	ErrAway    = errors.New("the coordinator is out of reach")
)

func (p *Participant) ask(ctx context.Context, ask federate.Ask) (federate.Answer, error) {
	ask.Site = p.cfg.Site
	raw, err := ask.Encode()
	if err != nil {
		return federate.Answer{}, fmt.Errorf("ask the coordinator: %w", err)
	}
	if raw, err = p.cfg.Hub.Ask(ctx, raw); err != nil {
		return federate.Answer{}, fmt.Errorf("%w: %w", ErrAway, err)
	}
	answer, err := federate.DecodeAnswer(raw)
	if err == nil && answer.Kind == federate.Refused {
		err = fmt.Errorf("%w: %s", ErrRefused, answer.Text)
	}
	if err == nil && answer.Kind == federate.Failed {
		err = fmt.Errorf("%w: %s", ErrAway, answer.Text)
	}
	return answer, err
}

// turn asks what is there, and does it.
func (p *Participant) turn(ctx context.Context) error {
	ask := federate.Ask{Kind: federate.Poll, Attempt: p.seat.Attempt, Step: p.seat.Step + 1}
	answer, err := p.ask(ctx, ask)
	if err != nil {
		return err
	}
	switch answer.Kind {
	case federate.Invite:
		err = p.join(ctx, answer.Body)
	case federate.Before:
		err = p.step(ctx, answer.Body)
	case federate.Again:
		err = p.handIn(ctx)
	case federate.Over:
		err = p.leave(ctx, answer.Record)
	}
	if err != nil {
		return err
	}
	return p.consider(ctx, answer.Newest)
}

// leave gives up the place in a round that is over.
func (p *Participant) leave(ctx context.Context, r *federate.Round) error {
	if r != nil {
		p.cfg.Log.InfoContext(ctx, "federated round over", "site", p.cfg.Site, "round", r.Number, "state", r.State, "why", r.Reason)
	}
	return p.keep(ctx, federate.Seat{})
}

// keep stores the place; only then is it the place.
func (p *Participant) keep(ctx context.Context, seat federate.Seat) error {
	if err := p.cfg.Book.PutFedSeat(ctx, p.cfg.Site, seat); err != nil {
		return err
	}
	p.seat = seat
	return nil
}

// consider looks at a global model that is new here.
func (p *Participant) consider(ctx context.Context, hash string) error {
	if hash == "" || p.seat.Attempt != "" {
		return nil
	}
	key := SettingConsidered(p.cfg.Site)
	had, _, err := p.cfg.Book.Setting(ctx, key)
	if err != nil {
		return err
	}
	var last Considered
	if len(had) > 0 && json.Unmarshal(had, &last) == nil && last.Model == hash {
		return nil
	}
	params, err := p.model(ctx, hash)
	if err != nil {
		return err
	}
	verdict, err := p.cfg.Trainer.Consider(ctx, params)
	if err != nil {
		return fmt.Errorf("consider global model %.16s: %w", hash, err)
	}
	raw, err := json.Marshal(Considered{hash, verdict})
	if err != nil {
		return fmt.Errorf("consider global model %.16s: %w", hash, err)
	}
	p.cfg.Log.InfoContext(ctx, "global model considered", "site", p.cfg.Site, "model", hash[:min(16, len(hash))], "adopted", verdict.Adopt, "why", verdict.Reason)
	return p.cfg.Book.PutSetting(ctx, key, raw)
}

// SettingConsidered is the name that a site's [Considered] is kept under.
func SettingConsidered(site string) string { return "federation.considered." + site }

// Considered is what a site made of the newest global model. It is the site's
// own, and goes nowhere.
type Considered struct {
	Model   string           `json:"model"`
	Verdict strategy.Verdict `json:"verdict"`
}

// ErrModel is a model that is not the one asked for.
var ErrModel = errors.New("the coordinator's model has another hash than it says")

func (p *Participant) model(ctx context.Context, hash string) ([]float32, error) {
	answer, err := p.ask(ctx, federate.Ask{Kind: federate.Model, Hash: hash})
	if err != nil {
		return nil, err
	}
	if p.cfg.Prover != nil {
		if answer.Body, err = p.cfg.Prover.Unwrap(answer.Body); err != nil {
			return nil, err
		}
	}
	if got := federate.HashModel(answer.Body); fmt.Sprintf("%x", got[:]) != hash {
		return nil, ErrModel
	}
	return federate.DecodeModel(answer.Body)
}

func (p *Participant) reached(point string) {
	if p.cfg.Reached != nil {
		p.cfg.Reached(point)
	}
}

// resume is the member of the attempt that the site is in.
func (p *Participant) resume() (secagg.Member, error) {
	return secagg.ResumeMember(p.seat.Member, p.cfg.Key)
}
