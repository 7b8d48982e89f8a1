package coordinator

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/federate"
	"github.com/pouw-dem/pouwdem/internal/core/federate/secagg"
	"github.com/pouw-dem/pouwdem/internal/core/federate/strategy"
)

// propose makes terms for every site that was heard of lately; nil where these
// are too few.
func (c *Coordinator) propose(ctx context.Context) (*secagg.Terms, error) {
	var roster []secagg.Identity
	for name, m := range c.members {
		if c.alive(m) && c.admitted(name, m.Key) == nil {
			roster = append(roster, secagg.Identity{Name: name, Key: m.Key})
		}
	}
	if len(roster) < secagg.MinMembers {
		c.waiting = fmt.Sprintf("%d sites are there, the sum of at least %d is needed to hide each", len(roster), secagg.MinMembers)
		return nil, nil
	}
	slices.SortFunc(roster, func(a, b secagg.Identity) int {
		if a.Name < b.Name {
			return -1
		}
		return 1
	})
	model, _, ok, err := c.cfg.Rounds.FedModel(ctx, c.newest)
	if err == nil && !ok {
		err = fmt.Errorf("federation: global model %s is not kept", c.newest)
	}
	if err != nil {
		return nil, err
	}
	terms, err := c.terms(model, roster)
	if err != nil {
		c.waiting = err.Error()
		return nil, err
	}
	return &terms, nil
}

// open invites.
func (c *Coordinator) open(ctx context.Context, terms secagg.Terms, chain *federate.Recorded) error {
	roster := terms.Roster
	r := federate.Round{
		Number: terms.Round, Attempt: hex.EncodeToString(terms.Attempt[:]), State: federate.Open, Step: secagg.Joining.String(),
		Strategy: c.cfg.Plan.Strategy, Noise: c.cfg.Plan.Noise, Opened: c.cfg.Clock.Now(), Base: c.newest, Params: terms.Length - 1,
		Threshold: secagg.Threshold(len(roster)), Colluders: secagg.Colluders(len(roster)), Simulated: c.cfg.Simulated, Chain: chain,
	}
	for _, id := range roster {
		r.Members = append(r.Members, federate.Member{Site: id.Name})
	}
	a, err := c.newAttempt(r, federate.Invitation(terms, c.plan))
	if err != nil {
		c.waiting = err.Error()
		return err
	}
	// The round first: an attempt without one would never be found again.
	if err := c.cfg.Rounds.PutFedRound(ctx, r); err != nil {
		return err
	}
	c.reached("opened")
	if err := c.cfg.Transcripts.KeepFedMessage(ctx, r.Attempt, federate.Kept{Seq: 0, Member: -1, Raw: a.invitation}); err != nil {
		return errors.Join(err, c.load(ctx))
	}
	c.rounds = append([]federate.Round{r}, c.rounds[:min(len(c.rounds), recentRounds-1)]...)
	c.at, c.asked, c.waiting = a, false, ""
	c.nextAt = c.cfg.Clock.Now().Add(c.cfg.Every)
	c.rearm()
	c.reached("invited")
	c.cfg.Log.InfoContext(ctx, "federated round open", "round", r.Number, "sites", len(roster), "strategy", r.Strategy.Name)
	return nil
}

func (c *Coordinator) terms(model []byte, roster []secagg.Identity) (secagg.Terms, error) {
	_, plan, err := federate.DecodePlan(c.plan)
	if err != nil {
		return secagg.Terms{}, err
	}
	t := secagg.Terms{
		Round: 1, Model: federate.HashModel(model), Plan: plan,
		Length: federate.Coordinates(len(model) / 4), Bits: c.cfg.Plan.Bits, Roster: roster,
	}
	if len(c.rounds) > 0 {
		t.Round = c.rounds[0].Number + 1
	}
	if _, err := io.ReadFull(c.cfg.Random, t.Attempt[:]); err != nil {
		return t, fmt.Errorf("federation: %w", err)
	}
	return t, t.Check()
}

// advance closes the step that is due when everybody has spoken or its time is
// over.
func (c *Coordinator) advance(ctx context.Context) error {
	a := c.at
	if a.server.Phase() == secagg.Finished {
		return c.finish(ctx)
	}
	over := time.Now().After(a.until)
	if len(a.server.Got(a.server.Phase())) < len(a.awaited()) && !over {
		return nil
	}
	step := a.server.Phase()
	silent := a.silent()
	c.reached("closing " + step.String())
	if err := a.server.Close(); err != nil {
		a.note(silent, step)
		return c.abandon(ctx, err.Error())
	}
	if err := c.cfg.Transcripts.KeepFedMessage(ctx, a.round.Attempt, federate.Kept{Seq: a.seq, Step: step, Member: -1}); err != nil {
		return errors.Join(err, c.load(ctx)) // what was closed in memory alone is opened again
	}
	a.seq++
	a.note(silent, step)
	c.reached("closed " + step.String())
	c.rearm()
	return nil
}

// awaited is who may still speak in the step that is due: of the last steps, who
// did the ones before.
func (a *attempt) awaited() []int {
	s := a.server
	if s.Phase() == secagg.Unmasking {
		return s.Got(secagg.Agreeing)
	}
	return s.Expected()
}

func (a *attempt) silent() (names []int) {
	got := a.server.Got(a.server.Phase())
	for _, m := range a.awaited() {
		if _, ok := slices.BinarySearch(got, m); !ok {
			names = append(names, m)
		}
	}
	return names
}

// note writes down who dropped in a step, and who is in the sum.
func (a *attempt) note(silent []int, step secagg.Phase) {
	for _, m := range silent {
		if a.round.Members[m].Dropped == "" {
			a.round.Members[m].Dropped = step.String()
		}
	}
	for _, s := range a.server.Survivors() {
		a.round.Members[s.Member].Included = true
		a.round.Members[s.Member].Update = hexOf(s.Digest)
	}
}

// view is the round as it stands.
func (a *attempt) view() federate.Round {
	r := a.round
	r.Members = slices.Clone(a.round.Members)
	r.Step = a.server.Phase().String()
	r.TookMS = time.Since(a.started).Milliseconds()
	return r
}

// finish makes the next model of the sum.
func (c *Coordinator) finish(ctx context.Context) error {
	a := c.at
	sum, _ := a.server.Sum()
	mean, _, err := a.plan.Mean(sum)
	if err != nil {
		return c.abandon(ctx, err.Error())
	}
	a.round.Norm, a.round.Aggregate = strategy.Norm(mean), hexOf(digestOf(sum))
	if err := strategy.Plausible(a.round.Norm, c.norms()); err != nil {
		return c.abandon(ctx, err.Error())
	}
	raw, memory, ok, err := c.cfg.Rounds.FedModel(ctx, a.round.Base)
	if err != nil || !ok {
		return errors.Join(err, fmt.Errorf("federation: base model %s is not kept", a.round.Base))
	}
	next, kept, err := apply(a.plan, raw, memory, mean)
	if err != nil {
		return c.abandon(ctx, err.Error())
	}
	r := a.view()
	r.State, r.Step, r.Closed = federate.Summed, "", c.cfg.Clock.Now()
	r.Model = hexOf(federate.HashModel(next))
	if c.cfg.Ledger == nil || r.Chain == nil {
		r.State = federate.Final
	}
	c.reached("summed")
	if err := c.cfg.Rounds.PutFedOutcome(ctx, r, r.Model, next, kept); err != nil {
		return err
	}
	c.reached("stored model")
	c.rounds[0], c.at = r, nil
	if r.State == federate.Final {
		c.newest, c.trained = r.Model, true
		c.cfg.Log.InfoContext(ctx, "federated round final", "round", r.Number, "model", r.Model[:16], "took_ms", r.TookMS)
	}
	return nil
}

func digestOf(sum []uint32) [32]byte {
	raw := make([]byte, 0, 4*len(sum))
	for _, v := range sum {
		raw = binary.LittleEndian.AppendUint32(raw, v)
	}
	return sha256.Sum256(raw)
}

func apply(plan federate.Plan, raw, memory []byte, mean []float32) (next, kept []byte, err error) {
	global, err := federate.DecodeModel(raw)
	if err != nil {
		return nil, nil, err
	}
	var m strategy.Memory
	if len(memory) > 0 {
		if err := json.Unmarshal(memory, &m); err != nil {
			return nil, nil, fmt.Errorf("read the strategy's memory: %w", err)
		}
	}
	rule, err := strategy.New(plan.Strategy)
	if err != nil {
		return nil, nil, err
	}
	m, params, err := rule.Apply(m, global, mean)
	if err != nil {
		return nil, nil, err
	}
	next = federate.EncodeModel(params)
	if _, err := federate.DecodeModel(next); err != nil {
		return nil, nil, err
	}
	kept, err = m.Marshal()
	return next, kept, err
}

func (c *Coordinator) norms() (norms []float64) {
	for _, r := range c.rounds {
		if r.State == federate.Final && r.Norm > 0 {
			norms = append(norms, r.Norm)
		}
	}
	return norms
}

// abandon ends the attempt; the model stays.
func (c *Coordinator) abandon(ctx context.Context, why string) error {
	return c.abandonRound(ctx, c.at.view(), why)
}

func (c *Coordinator) abandonRound(ctx context.Context, r federate.Round, why string) error {
	r.State, r.Reason, r.Closed = federate.Abandoned, why, c.cfg.Clock.Now()
	if err := c.cfg.Rounds.PutFedRound(ctx, r); err != nil {
		return err
	}
	c.at = nil
	if len(c.rounds) > 0 && c.rounds[0].Number == r.Number {
		c.rounds[0] = r
	}
	c.cfg.Log.WarnContext(ctx, "federated round abandoned; the model stays as it was", "round", r.Number, "step", r.Step, "why", why)
	return nil
}
