package participant

import (
	"context"
	"crypto/ed25519"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/pouw-dem/pouwdem/internal/core/federate"
	"github.com/pouw-dem/pouwdem/internal/core/federate/privacy"
	"github.com/pouw-dem/pouwdem/internal/core/federate/secagg"
)

// join takes a place in an attempt that the site may take part in.
func (p *Participant) join(ctx context.Context, body []byte) error {
	terms, plan, err := federate.ReadInvitation(body)
	if err != nil {
		return err
	}
	attempt := hex.EncodeToString(terms.Attempt[:])
	seat := federate.Seat{Attempt: attempt, Round: terms.Round, Invitation: body, Step: secagg.Joining}
	if err := p.mayJoin(ctx, terms, plan); err != nil {
		// The place is kept without a message: asked again, the answer is the same.
		seat.Left = err.Error()
		p.cfg.Log.WarnContext(ctx, "no part in this round", "site", p.cfg.Site, "round", terms.Round, "why", err)
		return p.keep(ctx, seat)
	}
	me, ok := terms.Index(p.cfg.Site)
	if !ok {
		return errors.New("invited to a round whose roster has not this site")
	}
	member, out, err := secagg.NewMember(terms, me, p.cfg.Key, p.cfg.Random)
	if err != nil {
		return err
	}
	return p.advance(ctx, seat, member, secagg.Joining, out)
}

// mayJoin says why the site takes no part.
func (p *Participant) mayJoin(ctx context.Context, terms secagg.Terms, plan federate.Plan) error {
	if err := p.pin(ctx, terms.Roster); err != nil {
		return err
	}
	if p.cfg.Budget == nil && plan.Noise == nil {
		return nil
	}
	if p.cfg.Budget == nil {
		return errors.New("the round asks for noise, and this site has no privacy budget: set federation.epsilon")
	}
	if plan.Noise == nil {
		return errors.New("the round asks for no noise, and this site gives no updates without: unset federation.epsilon to take part")
	}
	account, err := p.account(ctx)
	if err != nil {
		return err
	}
	m := p.mechanism(*plan.Noise)
	if err := m.Check(); err != nil {
		return err
	}
	if after := account.After(m); after > p.cfg.Budget.Epsilon {
		return fmt.Errorf("%w: epsilon would be %.2f of %.2f", privacy.ErrSpent, after, p.cfg.Budget.Epsilon)
	}
	return nil
}

// pin remembers whose key was seen under which name, and refuses another.
func (p *Participant) pin(ctx context.Context, roster []secagg.Identity) error {
	key := "federation.pins." + p.cfg.Site
	pins := map[string][]byte{}
	raw, ok, err := p.cfg.Book.Setting(ctx, key)
	if err == nil && ok {
		err = json.Unmarshal(raw, &pins)
	}
	if err != nil {
		return fmt.Errorf("read known keys: %w", err)
	}
	for _, id := range roster {
		if had, ok := pins[id.Name]; ok && !id.Key.Equal(ed25519.PublicKey(had)) {
			return fmt.Errorf("site %q is on the roster with another key than before: ask its operator, then forget the old one", id.Name)
		}
		pins[id.Name] = id.Key
	}
	if raw, err = json.Marshal(pins); err != nil {
		return fmt.Errorf("keep known keys: %w", err)
	}
	return p.cfg.Book.PutSetting(ctx, key, raw)
}

// SettingAccount is the name that a site's privacy account is kept under.
func SettingAccount(site string) string { return "federation.account." + site }

func (p *Participant) account(ctx context.Context) (*privacy.Account, error) {
	raw, ok, err := p.cfg.Book.Setting(ctx, SettingAccount(p.cfg.Site))
	if err != nil {
		return nil, err
	}
	a, err := privacy.NewAccount(*p.cfg.Budget)
	if err != nil || !ok {
		return a, err
	}
	if err := json.Unmarshal(raw, a); err != nil {
		return nil, fmt.Errorf("read the privacy account: %w", err)
	}
	a.Budget = *p.cfg.Budget // a larger budget is the operator's to give; what was spent stays spent
	return a, nil
}

func (p *Participant) mechanism(n federate.Noise) privacy.Mechanism {
	return privacy.Mechanism{Days: p.cfg.Trainer.Days(), Batch: n.Batch, Clip: n.Clip, Sigma: n.Sigma, Steps: n.Steps}
}

// step makes the message that is due of what the coordinator sent.
func (p *Participant) step(ctx context.Context, before []byte) error {
	if p.seat.Left != "" {
		return nil
	}
	member, err := p.resume()
	if err != nil {
		return err
	}
	due := member.Due()
	next, out, err := p.make(ctx, member, before)
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	if errors.Is(err, ErrAway) {
		return err
	}
	if err != nil {
		// The site says nothing more in this attempt: it counts as dropped.
		seat := p.seat
		seat.Left, seat.Member, seat.Out = err.Error(), nil, nil
		p.cfg.Log.WarnContext(ctx, "this site goes no further in the round", "site", p.cfg.Site, "round", seat.Round, "step", due.String(), "why", err)
		return p.keep(ctx, seat)
	}
	return p.advance(ctx, p.seat, next, due, out)
}

func (p *Participant) make(ctx context.Context, m secagg.Member, before []byte) (secagg.Member, []byte, error) {
	switch m.Due() {
	case secagg.Keying:
		return m.Keys(before, p.cfg.Random)
	case secagg.Sharing:
		return m.Shares(before, p.cfg.Random)
	case secagg.Masking:
		input, err := p.train(ctx)
		if err != nil {
			return m, nil, err
		}
		return m.Masked(before, input)
	case secagg.Agreeing:
		return m.Agree(before)
	case secagg.Unmasking:
		return m.Unmask(before)
	}
	return m, nil, secagg.ErrStep
}

// train gives the site's update as a vector.
func (p *Participant) train(ctx context.Context) (in secagg.Input, err error) {
	terms, plan, err := federate.ReadInvitation(p.seat.Invitation)
	if err != nil {
		return in, err
	}
	global, err := p.model(ctx, fmt.Sprintf("%x", terms.Model[:]))
	if err != nil {
		return in, err
	}
	if federate.Coordinates(len(global)) != terms.Length {
		return in, fmt.Errorf("a model of %d parameters for vectors of %d", len(global), terms.Length)
	}
	job := Job{Round: terms.Round, Steps: plan.Steps, Strategy: plan.Strategy}
	if plan.Noise != nil {
		if job.Noise, err = p.charge(ctx, *plan.Noise); err != nil {
			return in, err
		}
	}
	p.reached("training")
	update, weight, err := p.cfg.Trainer.Train(ctx, global, job)
	if err != nil {
		return in, fmt.Errorf("train: %w", err)
	}
	if len(update) != len(global) {
		return in, fmt.Errorf("train: an update of %d parameters for a model of %d", len(update), len(global))
	}
	if job.Noise != nil {
		// How much data a site has is protected by no noise: all count alike.
		weight = plan.MaxWeight
	}
	return plan.Vector(update, weight, p.cfg.Random)
}

// charge enters the round's noise in the account, on the disk, before anything is
// trained: a site that is killed and trains again pays again.
func (p *Participant) charge(ctx context.Context, n federate.Noise) (*privacy.Noiser, error) {
	account, err := p.account(ctx)
	if err != nil {
		return nil, err
	}
	noiser, err := account.Begin(p.mechanism(n), p.cfg.Random)
	if err != nil {
		return nil, err
	}
	raw, err := json.Marshal(account)
	if err != nil {
		return nil, fmt.Errorf("keep the privacy account: %w", err)
	}
	return noiser, p.cfg.Book.PutSetting(ctx, SettingAccount(p.cfg.Site), raw)
}

// advance stores a message, and only then hands it in.
func (p *Participant) advance(ctx context.Context, seat federate.Seat, m secagg.Member, step secagg.Phase, out []byte) error {
	raw, err := m.Marshal()
	if err != nil {
		return fmt.Errorf("keep the place in the round: %w", err)
	}
	seat.Member, seat.Step, seat.Out = raw, step, out
	p.reached("made " + step.String())
	if err := p.keep(ctx, seat); err != nil {
		return err
	}
	p.reached("kept " + step.String())
	if step == secagg.Masking { // what the site forces on the chain if the coordinator leaves it out
		update := m.VectorDigest()
		p.cfg.Log.InfoContext(ctx, "masked vector made", "site", p.cfg.Site, "round", seat.Round, "update", hex.EncodeToString(update[:]))
	}
	return p.handIn(ctx)
}

// handIn sends the newest message as it is. A refusal is final: the round went on
// without it, or is over, and the next question tells which.
func (p *Participant) handIn(ctx context.Context) error {
	if p.seat.Attempt == "" || p.seat.Out == nil || p.seat.Left != "" {
		return nil
	}
	_, err := p.ask(ctx, federate.Ask{Kind: federate.Hand, Attempt: p.seat.Attempt, Step: p.seat.Step, Body: p.seat.Out})
	if errors.Is(err, ErrRefused) {
		p.cfg.Log.InfoContext(ctx, "a message was refused", "site", p.cfg.Site, "round", p.seat.Round, "step", p.seat.Step.String(), "why", err)
		err = nil
	}
	if err == nil {
		p.reached("handed " + p.seat.Step.String())
	}
	return err
}
